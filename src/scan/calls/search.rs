//! The whole search, step by step.

use super::found::Found;
use super::path::Known;
use super::trace::Trace;
use super::{cover, declared, queries, registry, requests};
use crate::scan::evaluate::Evaluator;
use crate::scan::program::Program;

/// All calls of the program, and what looks like one.
pub(in crate::scan) fn find(program: &Program, known: &Known) -> Found {
    let evaluator = Evaluator::new(program);
    let mut trace = Trace::new(&evaluator, known);
    for sink in trace.gather() {
        trace.follow(&sink);
    }
    trace.follow_unreached();
    declared::annotations(&mut trace);
    declared::fields(&mut trace);
    requests::classes(&mut trace);
    queries::endpoints(&mut trace);
    registry::requests(&mut trace);
    cover::literals(&mut trace);
    cover::joins(&mut trace);
    cover::parts(&mut trace);
    cover::hosts(&mut trace);
    trace.found.steps = evaluator.steps();
    trace.found.is_cut |= evaluator.is_exhausted();
    trace.found
}
