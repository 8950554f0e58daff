//! The rules: what each id stands for, how bad it is, who fixes it, and where the fact behind it comes from.
//!
//! Owns one constant a rule, made of `assets/catalog/rules.json`: `scope/unknown` is [`SCOPE_UNKNOWN`]. An id is written
//! nowhere else. It holds what is the same for every finding of a rule; a finding has words of its own.

use std::cmp::Ordering;
use std::fmt;

use serde::Serializer;

use crate::catalog::{Rule, Severity, Teller, WhoFixes};

// The constants that `assets/build.rs` makes of rules.json, and `ALL` of them.
include!(concat!(env!("OUT_DIR"), "/rules.rs"));

impl Rule {
    /// What stands before the slash: `scope` of `scope/unknown`.
    pub fn family(&self) -> &'static str {
        self.id.split_once('/').map_or(self.id, |(family, _)| family)
    }

    /// Whether it is about what an app needs and who can grant that: only what HubSpot documents is then an error.
    pub(super) fn follows_confidence(&self) -> bool {
        matches!(self.family(), "code" | "feature" | "account")
    }
}

impl PartialOrd for Rule {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rule {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id.cmp(other.id)
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id)
    }
}

/// A rule in an answer is its id.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
pub(super) fn as_id<S: Serializer>(rule: &&'static Rule, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(rule.id)
}

/// All rules, family by family.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    ALL.iter().copied()
}

/// The rules of a check: those that can be left out.
pub fn of_check() -> impl Iterator<Item = &'static Rule> {
    all().filter(|rule| rule.told_by == Teller::Check)
}

/// The rule with this id.
pub fn with_id(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_rule_stands_once_in_the_table_and_says_what_mends_it() {
        let ids: BTreeSet<&str> = all().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), all().count());
        for rule in all() {
            assert!(rule.fix.ends_with('.') && rule.example != Some(""), "{rule}");
            assert_eq!(with_id(rule.id), Some(rule));
        }
    }

    #[test]
    fn a_rule_is_written_as_its_id() {
        let finding = crate::diagnostic::Diagnostic::new(URL_MISSING_SCOPE, "scope", "b");
        assert_eq!(serde_json::to_value(finding).unwrap()["rule"], "url/missing-scope");
        assert_eq!(format!("{URL_MISSING_SCOPE} {URL_MISSING_SCOPE:?}"), "url/missing-scope url/missing-scope");
        assert_eq!(URL_MISSING_SCOPE.family(), "url");
    }
}
