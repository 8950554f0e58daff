//! The search: what is typed filters the rows of the step, and the place before it is not lost.

use tui_input::Input;

use super::place::{Cursor, Step};

/// An open search.
#[derive(Debug, Clone)]
pub struct Find {
    /// What is typed.
    pub input: Input,
    /// Where the cursor was before, to go back to.
    pub before: Cursor,
    /// The step on which it was opened.
    pub from: Step,
}
