//! Days, and the eras of HubSpot's scope rules.

/// A day of the Gregorian calendar, written `2026-11-21`.
pub type Date = jiff::civil::Date;

/// The day that `text` is, written as `2026-11-21` and no other way.
pub fn day_from_text(text: &str) -> Option<Date> {
    text.parse().ok().filter(|day: &Date| day.to_string() == text)
}

/// What the rules of a day are, as far as facts date them.
///
/// ```text
///        2019-11-13          2022-07-31          2024-10-21          2026-09-08
///  undated ──┼─ contacts/tickets ─┼─ granular scopes ─┼─ three types enforced ─┼─ coarse scopes split
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// Before the announcement of 2019-11-13: no fact dates anything.
    Undated,
    /// From 2019-11-13: webhooks and CRM cards need the coarse scopes `contacts` and `tickets`.
    ContactsRule,
    /// From 2022-07-31: `contacts` is retired, granular scopes hold.
    Granular,
    /// From 2024-10-21: the three scope types are enforced for every app.
    TypesEnforced,
    /// From 2026-09-08: the remaining coarse scopes are being split.
    Splitting,
}

/// The first days of the eras.
pub mod eras {
    use super::{Date, Era};

    /// The announcement: webhooks and CRM cards need scopes.
    pub const CONTACTS_RULE: Date = Date::constant(2019, 11, 13);
    /// The end of the scope `contacts`.
    pub const GRANULAR: Date = Date::constant(2022, 7, 31);
    /// Types and mismatches are enforced for every app.
    pub const TYPES_ENFORCED: Date = Date::constant(2024, 10, 21);
    /// HubSpot begins to split the coarse scopes.
    pub const SPLITTING: Date = Date::constant(2026, 9, 8);

    /// The era that `day` lies in.
    pub fn of(day: Date) -> Era {
        match day {
            d if d >= SPLITTING => Era::Splitting,
            d if d >= TYPES_ENFORCED => Era::TypesEnforced,
            d if d >= GRANULAR => Era::Granular,
            d if d >= CONTACTS_RULE => Era::ContactsRule,
            _ => Era::Undated,
        }
    }
}

impl Era {
    /// One line that says what holds in this era.
    pub fn summary(self) -> &'static str {
        match self {
            Self::Undated => "before 2019-11-13: no rule is dated, most answers are not known",
            Self::ContactsRule => "from 2019-11-13: webhooks and CRM cards need contacts or tickets",
            Self::Granular => "from 2022-07-31: granular scopes, contacts is retired",
            Self::TypesEnforced => "from 2024-10-21: three scope types, enforced for every app",
            Self::Splitting => "from 2026-09-08: the coarse scopes are being split",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_one_way_only() {
        assert_eq!(day_from_text("2019-12-01"), Some(Date::constant(2019, 12, 1)));
        for other in ["2019-12-1", "20191201", "2019-12-01T10:00", " 2019-12-01", "2019-02-29", ""] {
            assert_eq!(day_from_text(other), None, "{other}");
        }
    }
}
