//! From a sink to its callers, and to theirs: what a function does to its parameters is put in at each of its calls.
//!
//! Owns that ways which meet go on as one: callers that hand a sink the same values in the same function lead to the same
//! calls, so a chain of wrappers costs the sum of their callers, and wrappers that call each other end. How a sink turns out
//! is `trace`'s.

use std::collections::HashMap;
use std::rc::Rc;

use super::followed::Followed;
use super::method::{self, MethodFound};
use super::sink::Sink;
use super::trace::{Trace, Turned};
use crate::scan::condition::Condition;
use crate::scan::value::{FunctionRef, Piece, Value, Values};

/// How many wrappers may stand one in the other.
const MAX_WRAPPERS: usize = 32;

/// How many different ways to one sink are followed.
const MAX_WAYS: usize = 20_000;

/// What of a sink decides where its callers lead: the function that they call, and what is handed in so far.
#[derive(PartialEq, Eq, Hash)]
struct Way {
    of: FunctionRef,
    arguments: Vec<(Option<Box<str>>, Values)>,
    named: Vec<(String, Values)>,
    callee: Value,
    base: Option<Rc<[Piece]>>,
    method: MethodFound,
    conditions: Vec<Condition>,
    speaks: bool,
}

impl Trace<'_> {
    /// Reports a sink, or hands it to its callers.
    pub(super) fn follow(&mut self, sink: &Sink) {
        let mut known: HashMap<Way, usize> = HashMap::new();
        let mut open = vec![sink.clone()];
        let mut followed = 0;
        while let Some(sink) = open.pop() {
            followed += 1;
            if followed > MAX_WAYS || !self.evaluator.spend(1) {
                self.stop(&sink);
                break;
            }
            let Turned::Open(of) = self.turn(&sink, false) else { continue };
            let of = self.innermost(&sink, of);
            let callers = self.callers.get(&of).cloned().unwrap_or_default();
            let own: Vec<_> = callers.into_iter().filter(|(site, _)| !sink.through.contains(site)).collect();
            if own.is_empty() || sink.through.len() >= MAX_WRAPPERS {
                self.turn(&self.uncalled(&sink), true);
                continue;
            }
            let Some(way) = self.new_way(&mut known, &sink, of) else { continue };
            for (site, bound) in own.into_iter().rev() {
                open.push(Sink { way: Some(way), ..self.called_at(&sink, of, site, bound.as_ref()) });
            }
        }
        self.account_ways();
    }

    /// Where `sink` goes on as a way of its own; `None` where another one goes on for it.
    fn new_way(&mut self, known: &mut HashMap<Way, usize>, sink: &Sink, of: FunctionRef) -> Option<usize> {
        let chain = self.chain_of(sink);
        let way = Way {
            of,
            arguments: sink.arguments.clone(),
            named: sink.named.clone(),
            callee: sink.callee.clone(),
            base: sink.base.clone(),
            method: self.entered(sink, method::of_sink(self.evaluator, sink, &chain, &[])),
            conditions: sink.conditions.clone(),
            speaks: self.speaks(sink),
        };
        let next = self.ways.len();
        let place = *known.entry(way).or_insert(next);
        if place == next {
            self.ways.push(Followed::default());
        }
        let followed = &mut self.ways[place];
        followed.before.extend(sink.way);
        followed.through.push(sink.through.clone());
        (place == next).then_some(place)
    }

    /// Accounts for the calls of all ways that led to something.
    fn account_ways(&mut self) {
        let mut ways = std::mem::take(&mut self.ways);
        let mut open: Vec<usize> = (0..ways.len()).filter(|way| ways[*way].is_reached).collect();
        while let Some(way) = open.pop() {
            for before in std::mem::take(&mut ways[way].before) {
                if !std::mem::replace(&mut ways[before].is_reached, true) {
                    open.push(before);
                }
            }
            let through = std::mem::take(&mut ways[way].through);
            through.into_iter().flatten().for_each(|site| self.account_call(site));
        }
    }

    /// Marks that something was found on the way of `sink`.
    pub(super) fn reach_way(&mut self, sink: &Sink) {
        if let Some(way) = sink.way.and_then(|way| self.ways.get_mut(way)) {
            way.is_reached = true;
        }
    }

    /// Says that the ways to `sink` are not followed to their end.
    fn stop(&mut self, sink: &Sink) {
        self.found.is_cut |= self.evaluator.is_exhausted();
        if self.speaks(sink) {
            let why =
                "it is called in more ways than are followed, and some of them may lead to other calls".to_owned();
            self.leave(sink, &[], why);
        }
    }
}
