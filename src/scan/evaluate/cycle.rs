//! Questions that lead back to themselves: all members of a cycle are worked out together.
//!
//! Owns that it does not matter which of them was asked first. They are worked out in the order of the source, from nothing
//! known, over and over until nothing changes. What never comes to rest (a text that grows with each turn) is worth what it
//! is when nothing of the cycle is known, and [`Value::Cut`]; the others then go on without it.

use std::collections::{BTreeSet, HashMap};

use super::evaluator::Evaluator;
use super::memo::{NOWHERE, Question, State, with_cut};
use crate::scan::value::{Value, Values, settled};

/// How often the members are worked out, one way and back, before those that still change are given up.
const MAX_SWEEPS: usize = 6;

/// How often some may be given up before all of the rest are.
const MAX_ROUNDS: usize = 4;

/// How often members that come to light on the way may begin it anew.
const MAX_RESTARTS: usize = 24;

/// A cycle at work.
struct Cycle {
    /// The depth of the question that closes it.
    depth: usize,
    /// How much was held before it.
    from: usize,
    members: BTreeSet<Question>,
    /// What each is worth when nothing of the cycle is known.
    alone: HashMap<Question, Values>,
    given_up: BTreeSet<Question>,
}

/// How an attempt at a cycle ended.
enum Ended {
    /// With all that there is, or with what a limit or an open question outside of it let through.
    Done,
    /// Others belong to it.
    Grew,
}

impl Evaluator<'_> {
    /// Works out the cycle that `head` closes: its members are all that is held since `from`.
    pub(super) fn close(&self, head: &Question, depth: usize, from: usize) -> Values {
        let mut members: BTreeSet<Question> = self.memo.held.borrow_mut().drain(from..).collect();
        members.insert(head.clone());
        let mut cycle = Cycle { depth, from, members, alone: HashMap::new(), given_up: BTreeSet::new() };
        for restart in 0..=MAX_RESTARTS {
            if matches!(self.attempt_cycle(&mut cycle, restart == MAX_RESTARTS), Ended::Done) {
                break;
            }
        }
        self.settle(head, &cycle)
    }

    fn attempt_cycle(&self, cycle: &mut Cycle, is_last: bool) -> Ended {
        self.memo.lowest.set(NOWHERE);
        cycle.given_up.clear();
        self.assume(cycle, |_| Values::default());
        let all: Vec<Question> = cycle.members.iter().cloned().collect();
        cycle.alone = all.iter().map(|member| (member.clone(), self.member_worth(member))).collect();
        if self.grew(cycle) && !is_last {
            return Ended::Grew;
        }
        // First all that comes from outside of the cycle, as if the rest were to come; then what is missing is missing.
        self.assume(cycle, |_| [Value::Unsettled].into());
        if self.sweep(cycle).is_none() {
            return Ended::Done;
        }
        if self.grew(cycle) && !is_last {
            return Ended::Grew;
        }
        self.assume(cycle, |member| settled(&self.assumed(member)));
        for _ in 0..MAX_ROUNDS {
            let Some(changed) = self.sweep(cycle) else { return Ended::Done };
            if self.grew(cycle) {
                if is_last {
                    continue;
                }
                return Ended::Grew;
            }
            if changed.is_empty() {
                return Ended::Done;
            }
            self.give_up(cycle, changed);
        }
        let rest = cycle.members.difference(&cycle.given_up).cloned().collect();
        self.give_up(cycle, rest);
        Ended::Done
    }

    fn give_up(&self, cycle: &mut Cycle, members: Vec<Question>) {
        for member in members {
            let alone = with_cut(&cycle.alone.get(&member).cloned().unwrap_or_default());
            self.memo.set(member.clone(), State::Assumed(alone, cycle.depth));
            cycle.given_up.insert(member);
        }
    }

    fn assume(&self, cycle: &Cycle, worth: impl Fn(&Question) -> Values) {
        for member in &cycle.members {
            self.memo.set(member.clone(), State::Assumed(worth(member), cycle.depth));
        }
    }

    /// Works the members out until nothing changes, or too often; gives those that changed last. `None` where a limit, or
    /// an open question outside of the cycle, ended it.
    fn sweep(&self, cycle: &Cycle) -> Option<Vec<Question>> {
        let mut order: Vec<&Question> = cycle.members.difference(&cycle.given_up).collect();
        let mut changed = Vec::new();
        for _ in 0..MAX_SWEEPS {
            changed.clear();
            for member in &order {
                let values = self.member_worth(member);
                if self.memo.is_cut.get() {
                    return None;
                }
                if self.assumed(member) != values {
                    self.memo.set((*member).clone(), State::Assumed(values, cycle.depth));
                    changed.push((*member).clone());
                }
            }
            let has_new = self.memo.held.borrow().len() > cycle.from;
            if changed.is_empty() || has_new || self.memo.lowest.get() < cycle.depth {
                break;
            }
            order.reverse();
        }
        (self.memo.lowest.get() >= cycle.depth).then_some(changed)
    }

    fn member_worth(&self, member: &Question) -> Values {
        if self.spend(1) { self.worked_out(member) } else { self.memo.cut() }
    }

    /// Adds what came to light on the way; says whether there was something.
    fn grew(&self, cycle: &mut Cycle) -> bool {
        let new: Vec<Question> = self.memo.held.borrow_mut().drain(cycle.from..).collect();
        let is_more = !new.is_empty();
        for member in new {
            self.memo.set(member.clone(), State::Assumed(self.assumed(&member), cycle.depth));
            cycle.members.insert(member);
        }
        is_more
    }

    fn assumed(&self, member: &Question) -> Values {
        match self.memo.states.borrow().get(member) {
            Some(
                State::Assumed(values, _) | State::Held(values, _) | State::Shallow(values, _) | State::Whole(values),
            ) => values.clone(),
            Some(State::Open(_)) | None => Values::default(),
        }
    }

    /// Keeps what the members are worth: for good, or as long as what they hang on is open. Gives that of the head.
    fn settle(&self, head: &Question, cycle: &Cycle) -> Values {
        let memo = &self.memo;
        let lowest = memo.lowest.get();
        let mut of_head = Values::default();
        for member in &cycle.members {
            let values = settled(&self.assumed(member));
            if member == head {
                of_head = values;
            } else if memo.is_cut.get() {
                memo.set(member.clone(), State::Shallow(values, memo.attempt.get()));
            } else if lowest < cycle.depth {
                memo.held.borrow_mut().push(member.clone());
                memo.set(member.clone(), State::Held(values, lowest));
            } else {
                memo.set(member.clone(), State::Whole(values));
            }
        }
        of_head
    }
}
