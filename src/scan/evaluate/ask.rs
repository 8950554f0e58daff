//! Questions that lead to other questions: each is worked out once, cycles are closed, depth and steps are bounded.
//!
//! Owns what ends every evaluation. A question that leads back to itself is part of a cycle, which `cycle` closes. Depth is no
//! limit of the answer: what lies too deep is asked for on its own, and then the question again. It works nothing out: that
//! is the evaluator's.

use std::collections::HashSet;

use super::evaluator::Evaluator;
use super::memo::{NOWHERE, Question, State, with_cut};
use crate::scan::value::{Values, settled};

/// How deep questions may stand in each other before the inner one is asked on its own.
const MAX_DEPTH: u32 = 300;

/// How deep all else may go: it asks for no more than a few levels between two questions.
const MAX_STACK: u32 = 360;

/// How many questions may wait for deeper ones.
const MAX_WAITING: usize = 10_000;

/// How many deeper ones are kept of one attempt.
const MAX_DEEPER: usize = 64;

/// Steps of one question.
const STEPS_OF_QUESTION: u64 = 400_000;

impl Evaluator<'_> {
    /// How many steps were taken.
    pub(in crate::scan) fn steps(&self) -> u64 {
        self.memo.steps.get()
    }

    /// Whether the steps of the program are used up.
    pub(in crate::scan) fn is_exhausted(&self) -> bool {
        self.memo.steps.get() >= self.memo.max_steps
    }

    /// Takes steps; says whether there are any left.
    pub(in crate::scan) fn spend(&self, steps: usize) -> bool {
        self.memo.steps.set(self.memo.steps.get() + steps as u64);
        self.memo.steps.get() < self.memo.end.get()
    }

    /// One level deeper; `None` where that is too deep.
    pub(super) fn deeper<T>(&self, ask: impl FnOnce() -> T) -> Option<T> {
        let depth = self.memo.depth.get();
        if depth >= MAX_STACK {
            self.memo.is_cut.set(true);
            return None;
        }
        self.memo.depth.set(depth + 1);
        let found = ask();
        self.memo.depth.set(depth);
        Some(found)
    }

    /// The answer to `question`.
    pub(super) fn ask(&self, question: Question) -> Values {
        if let Some(known) = self.memo.look_up(&question) {
            return known;
        }
        if self.memo.open.get() > 0 {
            return self.ask_within(question);
        }
        let mut waiting = vec![question];
        let mut are_waiting: HashSet<Question> = HashSet::new();
        loop {
            let Some(next) = waiting.last().cloned() else { return Values::default() };
            let values = self.attempt(next.clone());
            let is_known = |deeper: &Question| matches!(self.memo.states.borrow().get(deeper), Some(State::Whole(_)));
            let deeper: Vec<Question> = self.memo.deeper.take();
            let before = waiting.len();
            if before < MAX_WAITING {
                let new = deeper.into_iter().filter(|deeper| !is_known(deeper) && are_waiting.insert(deeper.clone()));
                waiting.extend(new);
            }
            if waiting.len() > before {
                continue;
            }
            waiting.pop();
            let values = if self.memo.is_cut.get() { with_cut(&values) } else { values };
            if self.memo.is_cut.get() && !self.is_exhausted() {
                self.memo.set(next, State::Whole(values.clone()));
            }
            if waiting.is_empty() {
                return values;
            }
        }
    }

    /// Works `question` out with nothing open.
    fn attempt(&self, question: Question) -> Values {
        let memo = &self.memo;
        memo.attempt.set(memo.attempt.get() + 1);
        memo.is_cut.set(false);
        memo.lowest.set(NOWHERE);
        let depth = memo.depth.replace(0);
        memo.end.set(memo.max_steps.min(memo.steps.get() + STEPS_OF_QUESTION));
        let values = memo.look_up(&question).unwrap_or_else(|| self.ask_within(question));
        memo.end.set(memo.max_steps);
        memo.depth.set(depth);
        let mut states = memo.states.borrow_mut();
        for held in memo.held.take() {
            states.remove(&held);
        }
        values
    }

    /// Works `question` out on the way to another one.
    fn ask_within(&self, question: Question) -> Values {
        let memo = &self.memo;
        if !self.spend(1) {
            return memo.cut();
        }
        if memo.depth.get() >= MAX_DEPTH {
            let mut deeper = memo.deeper.borrow_mut();
            if deeper.len() < MAX_DEEPER {
                deeper.push(question);
            }
            return memo.cut();
        }
        let (outer_lowest, outer_cut) = (memo.lowest.replace(NOWHERE), memo.is_cut.replace(false));
        let (depth, from) = (memo.open.get(), memo.held.borrow().len());
        memo.open.set(depth + 1);
        memo.set(question.clone(), State::Open(depth));
        let mut values = self.worked_out(&question);
        if !memo.is_cut.get() && memo.lowest.get() == depth && memo.held.borrow().len() > from {
            values = self.close(&question, depth, from);
        } else if memo.lowest.get() == depth {
            values = settled(&values);
        }
        memo.open.set(depth);
        let lowest = memo.lowest.get();
        let state = if memo.is_cut.get() {
            State::Shallow(values.clone(), memo.attempt.get())
        } else if lowest < depth {
            memo.held.borrow_mut().push(question.clone());
            State::Held(values.clone(), lowest)
        } else {
            State::Whole(values.clone())
        };
        memo.set(question, state);
        memo.lowest.set(outer_lowest.min(if lowest < depth { lowest } else { NOWHERE }));
        memo.is_cut.set(outer_cut || memo.is_cut.get());
        values
    }

    pub(super) fn worked_out(&self, question: &Question) -> Values {
        let values = self.deeper(|| self.work_out(question));
        values.unwrap_or_else(|| self.memo.cut())
    }
}
