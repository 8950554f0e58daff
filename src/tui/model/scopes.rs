//! The rows of the computed scopes: three headings, and under each the scopes of its type.

use super::state::Model;
use crate::diagnostic::{Diagnostic, rule};
use crate::plan::{ResolvedScope, ScopeType, current_spelling};

/// A row of the computed scopes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopeRow {
    /// The name of a type and how many scopes have it.
    Heading(ScopeType, usize),
    /// A heading for scopes of a token request.
    TokenHeading(usize),
    /// A scope, by its place in the answer.
    Scope(usize),
    /// A scope of a token request.
    Token(String),
    /// A heading for scopes that the code needs and the plan lacks.
    GhostHeading(usize),
    /// A scope that the code needs and the plan lacks, by its place among these.
    Ghost(usize),
}

impl ScopeRow {
    /// Whether the cursor can stand on it.
    pub fn is_selectable(&self) -> bool {
        matches!(self, Self::Scope(_) | Self::Token(_) | Self::Ghost(_))
    }
}

impl Model {
    /// The rows; types without a scope are left out.
    pub fn scope_rows(&self) -> Vec<ScopeRow> {
        let resolved = &self.answer.resolved;
        let mut rows = Vec::new();
        for kind in ScopeType::ALL {
            let of_type = resolved.scopes.iter().enumerate().filter(|(_, scope)| scope.kind == kind);
            let places: Vec<ScopeRow> = of_type.map(|(place, _)| ScopeRow::Scope(place)).collect();
            if !places.is_empty() {
                rows.push(ScopeRow::Heading(kind, places.len()));
                rows.extend(places);
            }
        }
        if !resolved.token_request.is_empty() {
            rows.push(ScopeRow::TokenHeading(resolved.token_request.len()));
            rows.extend(resolved.token_request.iter().cloned().map(ScopeRow::Token));
        }
        let ghosts = self.ghost_scopes().len();
        if ghosts > 0 {
            rows.push(ScopeRow::GhostHeading(ghosts));
            rows.extend((0..ghosts).map(ScopeRow::Ghost));
        }
        rows
    }

    /// The scope in this row.
    pub fn scope_at(&self, row: usize) -> Option<&ResolvedScope> {
        match self.scope_rows().get(row)? {
            ScopeRow::Scope(place) => self.answer.resolved.scopes.get(*place),
            _ => None,
        }
    }

    /// The scope under the cursor of the step Scopes.
    pub fn current_scope(&self) -> Option<&ResolvedScope> {
        self.scope_at(self.scopes.row)
    }

    /// The name that the scope under the cursor, entered by name, should probably have: HubSpot refuses the one it has.
    pub fn better_name(&self) -> Option<&'static str> {
        let name = &self.current_scope()?.name;
        let refuses = |found: &Diagnostic| {
            matches!(
                found.rule,
                rule::SCOPE_UNKNOWN | rule::SCOPE_RETIRED | rule::SCOPE_MISSPELT | rule::SCOPE_INTERNAL
            )
        };
        let is_entered = self.plan().pins.iter().any(|pin| pin.scope == *name);
        if !is_entered || !self.answer.findings_about(name).any(refuses) {
            return None;
        }
        let near = || match self.catalog.scope_id(name) {
            Some(_) => None,
            None => self.catalog.nearest_scopes(name, 1).first().copied(),
        };
        current_spelling(self.catalog, name).or_else(near)
    }

    /// Puts the cursor of the step Scopes on `name`.
    pub fn reveal_scope(&mut self, name: &str) {
        let is_it = |row: &ScopeRow| match row {
            ScopeRow::Scope(place) => self.answer.resolved.scopes.get(*place).is_some_and(|scope| scope.name == name),
            _ => false,
        };
        if let Some(place) = self.scope_rows().iter().position(is_it) {
            self.scopes.row = place;
        }
    }
}
