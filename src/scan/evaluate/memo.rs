//! What is known of the questions of an evaluation, and how far each is.
//!
//! Owns the states of questions and the counts of steps and depth. An answer that a limit cut holds [`Value::Cut`]. How questions
//! lead to others is the business of `ask`.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use crate::scan::value::{ClassRef, Parameter, Site, Value, Values, few};

/// Steps of each expression of the program, and of any program.
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
    pub(super) open: Cell<usize>,
    /// The outermost open question that the one at work leads to.
    pub(super) lowest: Cell<usize>,
    pub(super) held: RefCell<Vec<Question>>,
    pub(super) depth: Cell<u32>,
    /// Whether something of the question at work was cut.
    pub(super) is_cut: Cell<bool>,
    pub(super) deeper: RefCell<Vec<Question>>,
    pub(super) attempt: Cell<u64>,
    pub(super) steps: Cell<u64>,
    /// Where the steps of the question at work end, and those of the program.
    pub(super) end: Cell<u64>,
    pub(super) max_steps: u64,
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
    pub(super) fn look_up(&self, question: &Question) -> Option<Values> {
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

/// The values, and others that nobody knows.
pub(super) fn with_cut(values: &Values) -> Values {
    few(values.iter().cloned().chain([Value::Cut]).collect())
}
