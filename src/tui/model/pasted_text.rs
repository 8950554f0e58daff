//! A text that was pasted and is no link: a list of scopes, the body of a 403, a sentence of HubSpot's.

use crate::plan::ScopeType;
use crate::trouble::Diagnosis;

/// What is known of a pasted text.
#[derive(Debug, Clone)]
pub struct PastedText {
    /// What is behind it; `None` = it is a list of scopes and nothing else.
    pub diagnosis: Option<Box<Diagnosis>>,
    /// The scopes that it is about, each once.
    pub scopes: Vec<TextScope>,
    /// Those that the plan lacks and that would help.
    pub missing: Vec<String>,
}

/// A scope of a pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextScope {
    /// Its name.
    pub name: String,
    /// Its type in the plan; `None` = the plan lacks it.
    pub kind: Option<ScopeType>,
    /// Why its type cannot be changed, where it cannot.
    pub locked: Option<&'static str>,
    /// Whether HubSpot has it.
    pub is_known: bool,
    /// For an unknown name, the nearest known ones.
    pub near: Vec<&'static str>,
}

impl PastedText {
    /// The names whose type becomes `kind` when it is taken: of a list all, of an answer what is missing or, where nothing
    /// is, what has another type.
    pub fn to_take(&self, kind: ScopeType) -> Vec<&str> {
        let movable = |scope: &&TextScope| scope.locked.is_none() && scope.kind != Some(kind);
        let names = self.scopes.iter().filter(movable).map(|scope| scope.name.as_str());
        if self.diagnosis.is_none() {
            return names.collect();
        }
        if !self.missing.is_empty() {
            return self.missing.iter().map(String::as_str).collect();
        }
        let in_plan = |scope: &&TextScope| scope.kind.is_some() && movable(scope);
        self.scopes.iter().filter(in_plan).map(|scope| scope.name.as_str()).collect()
    }
}
