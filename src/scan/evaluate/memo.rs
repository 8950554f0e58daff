//! Questions that lead to other questions: each is worked out once, cycles are closed, depth and steps are bounded.
//!
//! Owns what ends every evaluation. A question that leads back to itself is part of a cycle, which `cycle` closes. Depth is no limit of the answer: what lies too deep is asked for on its own, and then the question again.
//! An answer that a limit cut holds [`Value::Cut`]. It works nothing out: that is the evaluator's.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

use super::evaluator::Evaluator;
use crate::scan::value::{ClassRef, Parameter, Site, Value, Values, few, settled};

/// How deep questions may stand in each other before the inner one is asked on its own.
const MAX_DEPTH: u32 = 300;

/// How deep all else may go: it asks for no more than a few levels between two questions.
const MAX_STACK: u32 = 360;

/// How many questions may wait for deeper ones.
const MAX_WAITING: usize = 10_000;

/// How many deeper ones are kept of one attempt.
const MAX_DEEPER: usize = 64;

/// Steps of one question, of each expression of the program, and of any program.
const STEPS_OF_QUESTION: u64 = 400_000;
const STEPS_OF_NODE: u64 = 200;
const STEPS_OF_PROGRAM: u64 = 200_000;

/// Something that is asked for more than once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Question {
    /// What an expression is worth.
    Expr(Site),
    /// A field or method of a class, as the object made at the site has it.
    Member(ClassRef, Box<str>, Option<Site>),
    /// What a file gives others under a name.
    Shared(u32, Box<str>),
    /// What a parameter brings at a call.
    HandedIn(Parameter, Site),
}

/// How far a question is.
pub(super) enum State {
    /// It is being worked out, at this depth.
    Open(usize),
    /// A member of a cycle that is being closed by the question at this depth, with what it is worth so far.
    Assumed(Values, usize),
    /// Worked out with something in it that is open, or assumed, at this depth.
    Held(Values, usize),
    /// Cut by the depth: good for the rest of this one attempt.
    Shallow(Values, u64),
    /// Worked out.
    Whole(Values),
}

/// All that is known of questions.
pub(super) struct Memo {
    pub(super) states: RefCell<HashMap<Question, State>>,
    /// How many questions are open.
    open: Cell<usize>,
    /// The outermost open question that the one at work leads to.
    pub(super) lowest: Cell<usize>,
    pub(super) held: RefCell<Vec<Question>>,
    depth: Cell<u32>,
    /// Whether something of the question at work was cut.
    pub(super) is_cut: Cell<bool>,
    deeper: RefCell<Vec<Question>>,
    pub(super) attempt: Cell<u64>,
    steps: Cell<u64>,
    /// Where the steps of the question at work end, and those of the program.
    end: Cell<u64>,
    max_steps: u64,
}

/// Deeper than any question.
pub(super) const NOWHERE: usize = usize::MAX;

impl Memo {
    /// A memo that knows nothing yet, for a program of so many expressions.
    pub(super) fn new(nodes: usize) -> Self {
        let max_steps = STEPS_OF_PROGRAM + STEPS_OF_NODE * nodes as u64;
        Self {
            states: RefCell::default(),
            open: Cell::new(0),
            lowest: Cell::new(NOWHERE),
            held: RefCell::default(),
            depth: Cell::new(0),
            is_cut: Cell::new(false),
            deeper: RefCell::default(),
            attempt: Cell::new(0),
            steps: Cell::new(0),
            end: Cell::new(max_steps),
            max_steps,
        }
    }

    fn reach(&self, depth: usize) {
        self.lowest.set(self.lowest.get().min(depth));
    }

    pub(super) fn set(&self, question: Question, state: State) {
        self.states.borrow_mut().insert(question, state);
    }

    pub(super) fn cut(&self) -> Values {
        self.is_cut.set(true);
        [Value::Cut].into()
    }

    /// The answer that is there already, for good or for now.
    fn look_up(&self, question: &Question) -> Option<Values> {
        match self.states.borrow().get(question)? {
            State::Whole(values) => Some(values.clone()),
            State::Open(depth) => {
                self.reach(*depth);
                Some([Value::Unsettled].into())
            }
            State::Assumed(values, depth) | State::Held(values, depth) => {
                self.reach(*depth);
                Some(values.clone())
            }
            State::Shallow(values, attempt) => {
                self.is_cut.set(self.is_cut.get() || *attempt == self.attempt.get());
                (*attempt == self.attempt.get()).then(|| values.clone())
            }
        }
    }
}

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

/// The values, and others that nobody knows.
pub(super) fn with_cut(values: &Values) -> Values {
    few(values.iter().cloned().chain([Value::Cut]).collect())
}
