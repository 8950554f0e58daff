//! `--allow`: rules whose findings are left out, one by one or by family.

use anyhow::bail;

use crate::catalog::nearest;
use crate::check::all_rules;

/// What is left out.
#[derive(Debug, Default)]
pub(super) struct Allowed {
    rules: Vec<String>,
    families: Vec<String>,
}

impl Allowed {
    /// Reads the values of the flag; a rule that there is not is refused, with the nearest one.
    pub(super) fn parse(values: &[String]) -> anyhow::Result<Self> {
        let mut allowed = Self::default();
        for value in values.iter().flat_map(|value| value.split(',')).map(str::trim).filter(|value| !value.is_empty()) {
            if let Some(family) = value.strip_suffix("/*") {
                let prefix = format!("{family}/");
                if !all_rules().any(|rule| rule.id.starts_with(&prefix)) {
                    bail!("--allow {value}: there is no family of rules called {family}");
                }
                allowed.families.push(prefix);
            } else if all_rules().any(|rule| rule.id == value) {
                allowed.rules.push(value.to_owned());
            } else {
                let near = nearest(value, all_rules().map(|rule| rule.id), 1);
                let hint = near.first().map_or_else(String::new, |near| format!("; did you mean {near}?"));
                bail!("--allow {value}: there is no such rule{hint}");
            }
        }
        Ok(allowed)
    }

    /// Whether findings of `rule` are left out.
    pub(super) fn has(&self, rule: &str) -> bool {
        self.rules.iter().any(|allowed| allowed == rule) || self.families.iter().any(|family| rule.starts_with(family))
    }
}
