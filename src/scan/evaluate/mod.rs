//! What expressions are worth, over all files: constants, templates, maps, members, results of functions.
//!
//! Owns the one evaluator. It is asked for single expressions and answers with a few values; what hangs on a parameter
//! stays open until a caller is put in. Every answer is kept; depth and steps are `ask`'s, cycles `cycle`'s.

mod ask;
mod assigned;
mod bound;
mod builders;
mod calls;
mod choices;
mod conditions;
mod cycle;
mod entries;
mod evaluator;
mod guarded;
mod handed;
mod indexed;
mod lists;
mod loops;
mod made;
mod members;
mod memo;
mod named;
mod names;
#[cfg(test)]
mod order;
mod overloads;
mod substitute;
mod texts;
mod virtuals;

pub(super) use evaluator::Evaluator;
pub(super) use texts::{expanded, joined_paths, lengthens_url, with_named};
