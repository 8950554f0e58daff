//! Who can install: the whole decision table, and an evaluator that knows nothing of the program's own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod naive;
mod properties;
mod table;
mod worth;
