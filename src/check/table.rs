//! The table of rules: what each id stands for, and where the fact behind it comes from.
//!
//! Owns the finding of a rule by its id; the rows stand in the families.

use super::rule::Rule;
use super::{lock, rules};

/// All rules, family by family.
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    [
        rules::url::RULES,
        rules::scope::RULES,
        rules::matching::RULES,
        rules::config::RULES,
        rules::feature::RULES,
        rules::code::RULES,
        rules::plan::RULES,
        lock::RULES,
        rules::account::RULES,
    ]
    .into_iter()
    .flatten()
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    all_rules().find(|rule| rule.id == id)
}
