//! How the program ends.

use std::process::ExitCode;

/// Exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The answer is no: refused, cancelled.
    No,
    /// The command line or a file is wrong, or the system refused something.
    Trouble,
    /// Ended by a signal; 128 and its number.
    Signal(u8),
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::No => Self::from(1),
            Exit::Trouble => Self::from(2),
            Exit::Signal(code) => Self::from(code),
        }
    }
}
