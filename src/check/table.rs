//! The table of rules: what each id stands for, what to do about it, and where the fact behind it comes from.
//!
//! Owns the finding of a rule by its id; the rows are those of `assets/catalog/rules.json`.

use crate::catalog::{Rule, Severity, Teller};

// The table that `assets/build.rs` makes of rules.json.
include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// All rules, family by family.
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter()
}

/// The rules of a check: those that can be left out.
pub fn check_rules() -> impl Iterator<Item = &'static Rule> {
    all_rules().filter(|rule| rule.told_by == Teller::Check)
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    all_rules().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_rule_stands_once_in_the_table_and_says_what_mends_it() {
        let ids: BTreeSet<&str> = all_rules().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), all_rules().count());
        for rule in all_rules() {
            assert!(rule.fix.ends_with('.') && rule.example != Some(""), "{}", rule.id);
        }
    }
}
