//! The search at work: sinks are gathered, what they leave open is filled by callers, what is whole is a call.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::followed::Followed;
use super::found::{Found, RawCall, Unresolved};
use super::method;
use super::path::{Known, Route};
use super::sink::Sink;
use crate::scan::evaluate::Evaluator;
use crate::scan::value::{Bound, FunctionRef, Literal, Piece, Site, Value, Values};

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
    /// The calls that something which was reported came through, itself included.
    pub(super) reached: HashSet<Site>,
    /// The functions that these calls stand in; see [`Self::whole`].
    pub(super) reaching: HashSet<FunctionRef>,
    /// The ways to the sink that is followed.
    pub(super) ways: Vec<Followed>,
    /// See [`Self::rooted`].
    pub(super) roots: OnceCell<Vec<String>>,
    /// See [`Self::is_near`].
    pub(super) near: OnceCell<HashSet<u32>>,
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
            reached: HashSet::new(),
            reaching: HashSet::new(),
            ways: Vec::new(),
            roots: OnceCell::new(),
            near: OnceCell::new(),
            edges: Vec::new(),
        }
    }

    /// The sink as it is when nobody calls: with the defaults of its parameters.
    pub(super) fn uncalled(&self, sink: &Sink) -> Sink {
        let put = |values: &Values| -> Values {
            values.iter().flat_map(|value| self.evaluator.defaults(value).to_vec()).collect()
        };
        let arguments = sink.arguments.iter().map(|(name, values)| (name.clone(), put(values))).collect();
        // The function itself may be called in any way; what a caller of it must be handed is something.
        let is_called = !sink.through.is_empty();
        let conditions = sink.conditions.iter().filter(|_| is_called);
        let conditions = conditions.map(|condition| self.evaluator.condition_of_uncalled(condition)).collect();
        Sink { arguments, conditions, ..sink.clone() }
    }

    /// The function whose callers come next: `of`, or a closure in it that its callers know to be bound to calls of `of`.
    pub(super) fn innermost(&self, sink: &Sink, of: FunctionRef) -> FunctionRef {
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
        for condition in &mut sink.conditions {
            for (of, site) in &calls {
                *condition = self.evaluator.condition_at_call(condition, *of, *site);
            }
        }
        for (_, values) in &mut sink.arguments {
            *values = put(values);
        }
        for (_, values) in &mut sink.named {
            *values = put(values);
        }
        sink.fill();
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
        if sink.is_excluded() {
            return Turned::Done;
        }
        match self.turn_sdk(sink, last) {
            Turned::Nothing => {}
            turned => return turned,
        }
        if sink.hands_on {
            return Turned::Done;
        }
        let mut open = None;
        let mut any = false;
        let targets = self.likely_targets(sink);
        for (target, own_base) in self.without_other_hosts(sink, targets) {
            match self.turn_target(sink, &target, own_base.as_ref(), last) {
                Turned::Done => any = true,
                Turned::Open(of) => open = open.or(Some(of)),
                Turned::Nothing => {}
            }
        }
        match open {
            Some(of) if !last || !any => Turned::Open(of),
            _ => {
                self.leave_cut(sink);
                Turned::Done
            }
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

    /// Marks a sink as accounted for, with the literals of its path and the calls that led to it.
    pub(super) fn account(&mut self, sink: &Sink, pieces: &[Piece]) {
        self.cover(pieces);
        for site in std::iter::once(&sink.site).chain(&sink.through) {
            self.account_call(*site);
        }
        self.reach_way(sink);
    }

    /// Marks a call as accounted for.
    pub(super) fn account_call(&mut self, site: Site) {
        if self.reached.insert(site) {
            let function = self.evaluator.program.form(site.0).node(site.1).function;
            self.reaching.insert((site.0, self.whole(site.0, function)));
        }
    }

    /// Whether a literal says the path of a request in `function` that nothing has accounted for. What is accounted for
    /// may be another request's, where the literal stands in a helper that both ask.
    pub(super) fn is_left(&self, at: Literal, function: FunctionRef) -> bool {
        let is_shared = || {
            let whole = self.whole(function.0, function.1);
            whole != 0 && (at.file, at.function) != function && !self.reaching.contains(&(function.0, whole))
        };
        !self.covered.contains(&(at.file, at.start)) || is_shared()
    }

    /// Says that a sink may be handed more than what is kept of it.
    fn leave_cut(&mut self, sink: &Sink) {
        if sink.is_cut() && sink.sends && self.speaks(sink) {
            self.leave(sink, &[], "it may be handed more than what could be followed".to_owned());
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
    ///
    /// Which they are is settled before any is followed: calls that share a helper for their path share its literal, too.
    pub(super) fn follow_unreached(&mut self) {
        let mut seen: HashSet<Site> = HashSet::new();
        let edges: Vec<(Sink, FunctionRef)> = std::mem::take(&mut self.edges);
        let unreached: Vec<Sink> = edges
            .into_iter()
            .map(|(sink, _)| sink)
            .filter(|sink| (sink.sends || method::is_said(self.evaluator, sink)) && self.is_unreached(sink))
            .filter(|sink| seen.insert(sink.site))
            .collect();
        for sink in unreached {
            self.follow(&Sink { callee: Value::outside(&sink.name), ..sink });
        }
    }

    /// Whether a call hands on a path of HubSpot's API that nothing has accounted for.
    fn is_unreached(&self, sink: &Sink) -> bool {
        if self.reached.contains(&sink.site) {
            return false;
        }
        self.uncalled(sink).targets().iter().any(|(target, _)| {
            let plain = target.pieces().iter().any(
                |piece| matches!(piece, Piece::Literal { text, at } if text.contains('/') && self.is_for(sink, *at)),
            );
            plain && Route::read(&target.pieces()).is_some_and(|route| self.known.fitted(&route).is_some())
        })
    }

    /// Whether a literal in the path of `sink` says it for this call: it was not accounted for, or stands elsewhere, in a
    /// helper or a constant that other calls have, too.
    fn is_for(&self, sink: &Sink, at: Literal) -> bool {
        !self.covered.contains(&(at.file, at.start)) || (at.file, at.function) != (sink.site.0, sink.function)
    }
}
