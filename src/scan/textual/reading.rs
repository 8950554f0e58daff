//! How a text is read line by line.

/// How lines are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Commands of a shell.
    Shell,
    /// Requests one by one: the line says the method, or reads.
    Requests,
    /// Keys and values that could not be parsed.
    Document,
}
