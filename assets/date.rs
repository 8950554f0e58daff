//! A day, as far as tables need it: the program's own type is not there while it is built.

use std::fmt;

/// Year, month, day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Date(u16, u8, u8);

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// The day that `text` is, written as `2026-11-21` and no other way. Whether the month has it, the compiler says.
pub(crate) fn day_from_text(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let day = Date(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    (parts.next().is_none() && day.to_string() == text).then_some(day)
}
