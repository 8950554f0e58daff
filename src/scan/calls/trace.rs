//! The search at work: sinks are gathered, what they leave open is filled by callers, what is whole is a call.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::found::{Found, RawCall, Unresolved};
use super::path::{Known, Route};
use super::sink::Sink;
use crate::scan::evaluate::Evaluator;
use crate::scan::value::{Bound, FunctionRef, Piece, Site, Value, Values};

/// How many wrappers may stand one in the other.
const DEEPEST: usize = 6;

/// How many sinks are looked at in all, those that callers fill included.
const MOST_SINKS: usize = 60_000;

/// The search at work.
pub(super) struct Trace<'a> {
    pub(super) evaluator: &'a Evaluator<'a>,
    pub(super) known: &'a Known,
    pub(super) found: Found,
    /// The calls of each function of the project.
    pub(super) callers: HashMap<FunctionRef, Vec<(Site, Option<Bound>)>>,
    /// A call on the result of another one.
    pub(super) outer: HashMap<Site, Site>,
    /// First bytes of the literals that are accounted for.
    pub(super) covered: HashSet<(u32, u32)>,
    pub(super) left: usize,
    /// See [`Self::rooted`].
    pub(super) roots: OnceCell<Vec<String>>,
    /// Calls of functions of the project.
    pub(super) edges: Vec<(Sink, FunctionRef)>,
}

/// How a sink turned out.
pub(super) enum Turned {
    /// Done: it was reported, or it is no call.
    Done,
    /// A caller must say more.
    Open(FunctionRef),
    /// Nothing of it is a target.
    Nothing,
}

impl<'a> Trace<'a> {
    /// A search that has found nothing yet.
    pub(super) fn new(evaluator: &'a Evaluator<'a>, known: &'a Known) -> Self {
        Self {
            evaluator,
            known,
            found: Found::default(),
            callers: HashMap::new(),
            outer: HashMap::new(),
            covered: HashSet::new(),
            left: MOST_SINKS,
            roots: OnceCell::new(),
            edges: Vec::new(),
        }
    }

    /// Reports a sink, or hands it to its callers.
    pub(super) fn follow(&mut self, sink: &Sink) {
        let mut open = vec![sink.clone()];
        while let Some(sink) = open.pop() {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            let Turned::Open(of) = self.turn(&sink, false) else { continue };
            let of = self.innermost(&sink, of);
            let callers = self.callers.get(&of).cloned().unwrap_or_default();
            let own: Vec<_> = callers.into_iter().filter(|(site, _)| !sink.through.contains(site)).collect();
            if own.is_empty() || sink.through.len() >= DEEPEST {
                self.turn(&self.uncalled(&sink), true);
                continue;
            }
            for (site, bound) in own {
                open.push(self.called_at(&sink, of, site, bound.as_ref()));
            }
        }
    }

    /// The sink as it is when nobody calls: with the defaults of its parameters.
    pub(super) fn uncalled(&self, sink: &Sink) -> Sink {
        let put = |values: &Values| -> Values {
            values.iter().flat_map(|value| self.evaluator.defaults(value).to_vec()).collect()
        };
        let arguments = sink.arguments.iter().map(|(name, values)| (name.clone(), put(values))).collect();
        Sink { arguments, ..sink.clone() }
    }

    /// The function whose callers come next: `of`, or a closure in it that its callers know to be bound to calls of `of`.
    fn innermost(&self, sink: &Sink, of: FunctionRef) -> FunctionRef {
        let program = self.evaluator.program;
        let at = sink.through.last().copied().unwrap_or(sink.site);
        let form = program.form(at.0);
        let mut function = form.node(at.1).function;
        while at.0 == of.0 && function != 0 && function != of.1 {
            let here = (at.0, function);
            let is_bound = |(_, bound): &(Site, Option<Bound>)| {
                bound.as_ref().is_some_and(|bound| bound.iter().any(|(maker, _)| *maker == of))
            };
            let is_new = !sink.entered.iter().any(|(known, _)| *known == here);
            if is_new && self.callers.get(&here).is_some_and(|callers| callers.iter().any(is_bound)) {
                return here;
            }
            function = form.function(function).parent;
        }
        of
    }

    /// The sink as it is when its function is called at `site`.
    pub(super) fn called_at(&self, sink: &Sink, of: FunctionRef, site: Site, bound: Option<&Bound>) -> Sink {
        let calls: Vec<(FunctionRef, Site)> =
            std::iter::once((of, site)).chain(bound.into_iter().flat_map(|bound| bound.to_vec())).collect();
        let put_one = |value: &Value| -> Values {
            let mut values: Values = [value.clone()].into();
            for (of, site) in &calls {
                values = values.iter().flat_map(|value| self.evaluator.put_in(value, *of, *site).to_vec()).collect();
            }
            values
        };
        let put = |values: &Values| -> Values { values.iter().flat_map(|value| put_one(value).to_vec()).collect() };
        let mut sink = sink.clone();
        for (_, values) in &mut sink.arguments {
            *values = put(values);
        }
        let callee = put_one(&sink.callee);
        if let Some(first) = callee.first() {
            sink.callee = first.clone();
        }
        if let Some(base) = &sink.base
            && let Some(Value::Text(pieces)) = put_one(&Value::Text(base.clone())).first()
        {
            sink.base = Some(pieces.clone());
        }
        sink.through.push(site);
        sink.entered.extend(calls);
        sink
    }

    /// What a sink is. With `last`, nobody can say more.
    pub(super) fn turn(&mut self, sink: &Sink, last: bool) -> Turned {
        match self.turn_sdk(sink, last) {
            Turned::Nothing => {}
            turned => return turned,
        }
        if sink.hands_on {
            return Turned::Done;
        }
        let mut open = None;
        let mut any = false;
        for (target, own_base) in self.likely_targets(sink) {
            match self.turn_target(sink, &target, own_base.as_ref(), last) {
                Turned::Done => any = true,
                Turned::Open(of) => open = open.or(Some(of)),
                Turned::Nothing => {}
            }
        }
        match (open, any) {
            (Some(of), false) => Turned::Open(of),
            (Some(of), true) if !last => Turned::Open(of),
            _ => Turned::Done,
        }
    }

    /// Whether anything on the way to the sink speaks of HubSpot.
    pub(super) fn speaks(&self, sink: &Sink) -> bool {
        let speaks = |file: u32| self.evaluator.program.file(file).speaks_of_hubspot;
        speaks(sink.site.0) || sink.through.iter().any(|site| speaks(site.0))
    }

    /// Marks the literals of a text as accounted for.
    pub(super) fn cover(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            if let Piece::Literal { at, .. } = piece {
                self.covered.insert((at.file, at.start));
            }
        }
    }

    pub(super) fn leave(&mut self, sink: &Sink, pieces: &[Piece], why: String) {
        let (file, at) = self.open_place(sink, pieces);
        self.found.unresolved.push(Unresolved { file, at, why });
    }

    /// Adds a call, unless the very same stands there.
    pub(super) fn report(&mut self, call: RawCall) {
        self.found.calls.push(call);
    }

    /// Calls of the project's own functions whose ways could not be seen through, with a path that is plainly HubSpot's.
    pub(super) fn follow_unreached(&mut self) {
        for (sink, _) in std::mem::take(&mut self.edges) {
            if !sink.sends || self.left == 0 {
                continue;
            }
            self.left -= 1;
            let is_new = self.uncalled(&sink).targets().iter().any(|(target, _)| {
                let plain = target.pieces().iter().any(|piece| {
                    matches!(piece, Piece::Literal { text, at } if text.contains('/') && !self.covered.contains(&(at.file, at.start)))
                });
                plain && Route::read(&target.pieces()).is_some_and(|route| self.known.fitted(&route).is_some())
            });
            if is_new {
                self.follow(&Sink { callee: Value::outside(&sink.name), ..sink });
            }
        }
    }
}
