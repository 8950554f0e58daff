//! What was chosen: features with their options, and scopes by name.

use std::collections::BTreeMap;

use super::{ScopeType, When};

/// A chosen feature, or one option of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Selection {
    /// Id of the feature.
    pub feature: String,
    /// Id of the option; `None` = the feature itself.
    pub option: Option<String>,
    /// Values for what the option needs, such as `propertyName`.
    pub parameters: BTreeMap<String, String>,
    /// When the app needs it.
    pub when: When,
    /// The project file it was read from; `None` = chosen by hand.
    pub file: Option<String>,
    /// False: switched off in the project (`"active": false`).
    pub active: bool,
}

impl Selection {
    /// A choice by hand, always needed.
    pub fn new(feature: &str, option: Option<&str>) -> Self {
        Self {
            feature: feature.to_owned(),
            option: option.map(str::to_owned),
            parameters: BTreeMap::new(),
            when: When::Always,
            file: None,
            active: true,
        }
    }

    /// `webhooks.classic:deal.propertyChange[propertyName=amount]`, as the command line takes it.
    pub fn spec(&self) -> String {
        let mut spec = self.feature.clone();
        if let Some(option) = &self.option {
            spec = format!("{spec}:{option}");
        }
        if !self.parameters.is_empty() {
            let filled: Vec<String> = self.parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
            spec = format!("{spec}[{}]", filled.join(","));
        }
        spec
    }

    /// Whether it is this feature and option, whatever its parameters.
    pub fn is_of(&self, feature: &str, option: Option<&str>) -> bool {
        self.feature == feature && self.option.as_deref() == option
    }
}

/// Where an explicit scope entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PinOrigin {
    /// Set by hand, on the command line or in the plan file.
    Chosen,
    /// Stands in the app's settings.
    Declared,
}

/// A scope entered by name, with its type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pin {
    /// The exact name.
    pub scope: String,
    /// Its type.
    pub kind: ScopeType,
    /// Why it is there.
    pub reason: Option<String>,
    /// Where the entry comes from.
    pub origin: PinOrigin,
}

impl Pin {
    /// An entry by hand.
    pub fn new(scope: &str, kind: ScopeType, reason: Option<&str>) -> Self {
        Self { scope: scope.to_owned(), kind, reason: reason.map(str::to_owned), origin: PinOrigin::Chosen }
    }
}

/// A link with a name: the base link and these conditionally required scopes or features.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct NamedLink {
    /// What people call it.
    pub name: String,
    /// Scope names, or features as on the command line.
    pub with: Vec<String>,
}

impl NamedLink {
    /// Puts `scope` into it, or takes it out.
    pub fn put(&mut self, scope: &str, is_in: bool) {
        self.with.retain(|item| item != scope);
        if is_in {
            self.with.push(scope.to_owned());
        }
    }
}
