//! From a syntax tree to the language-neutral form.
//!
//! Owns what each role does, in one way for all grammars: which child is the callee, which the arguments. Depth is
//! bounded; what lies deeper says nothing, and the form says that it was cut short.

mod assign;
mod bounds;
mod call;
mod cases;
mod choice;
mod class;
mod condition;
mod entry;
mod function;
mod map;
mod matched;
mod names;
mod parse;
mod text;
mod tree;

pub(super) use parse::lower;
