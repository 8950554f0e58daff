//! Rules whose findings are left out, and whose edits are not made: one by one, or by family.

use std::collections::BTreeSet;

use crate::catalog::nearest;
use crate::diagnostic::{Rule, rule};

/// A name that no rule and no family has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{words}")]
pub struct NoSuchRule {
    words: String,
    /// The rules or families that may have been meant.
    pub near: Vec<&'static str>,
}

/// What is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowed {
    rules: Vec<&'static str>,
    families: Vec<&'static str>,
}

impl Allowed {
    /// Reads rules and families (`url/*`), parted by commas; a name that there is not is refused, with the nearest one.
    pub fn parse(values: &[String]) -> Result<Self, NoSuchRule> {
        let mut allowed = Self::default();
        for value in values.iter().flat_map(|value| value.split(',')).map(str::trim).filter(|value| !value.is_empty()) {
            if let Some(family) = value.strip_suffix("/*") {
                let Some(rule) = rule::of_check().find(|rule| rule.family() == family) else {
                    let words = format!("{value}: there is no family of rules called {family}");
                    let families: BTreeSet<&str> = rule::of_check().map(Rule::family).collect();
                    return Err(NoSuchRule { words, near: nearest(family, families.into_iter(), 1) });
                };
                allowed.families.push(rule.family());
            } else if let Some(rule) = rule::of_check().find(|rule| rule.id == value) {
                allowed.rules.push(rule.id);
            } else {
                let near = nearest(value, rule::of_check().map(|rule| rule.id), 1);
                let hint = near.first().map_or_else(String::new, |near| format!("; did you mean {near}?"));
                return Err(NoSuchRule { words: format!("{value}: there is no such rule{hint}"), near });
            }
        }
        Ok(allowed)
    }

    /// Whether findings of `rule` are left out.
    pub fn has(&self, rule: &Rule) -> bool {
        self.rules.contains(&rule.id) || self.families.contains(&rule.family())
    }
}
