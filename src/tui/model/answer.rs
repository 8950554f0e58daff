//! What follows from the plan: computed once a change, shown everywhere.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::standing::{LazyStanding, Standing, app_side, head_lens};
use crate::account::{Lens, Offered, Suggestion, suggestions};
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::link::{Built, build};
use crate::plan::{Auth, LinkChoice, NamedLink, Plan, Resolved, ScopeType, resolve};

/// The scopes, the link and who can install it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The scopes by type.
    pub resolved: Resolved,
    /// The current link.
    pub built: Built,
    /// On which tiers it installs.
    pub lens: Lens,
    /// Types that would let more in.
    pub suggestions: Vec<Suggestion>,
    /// How the app is offered.
    pub app: Offered,
    /// The links with names.
    pub links: Vec<NamedLink>,
    standing: LazyStanding,
    pub(super) notes: LazyNotes,
}

/// What is noted of the link, made when it is first asked for.
#[derive(Debug, Clone, Default, Eq)]
pub(super) struct LazyNotes(pub(super) OnceCell<Vec<Diagnostic>>);

impl PartialEq for LazyNotes {
    /// It follows from the rest of the answer: whether it was asked for makes no difference.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Answer {
    /// What follows from `plan` for the link that `choice` means.
    pub fn of(catalog: &'static Catalog, plan: &Plan, choice: &LinkChoice) -> Self {
        let resolved = resolve(catalog, plan);
        let built = build(catalog, plan, &resolved, choice);
        let app = app_side(plan);
        let lens = head_lens(catalog, &app, &built.scopes.scope);
        let mut suggestions = suggestions(catalog, &resolved);
        suggestions.retain(|one| plan.app.auth != Auth::Static || one.kind == ScopeType::Required);
        Self {
            resolved,
            built,
            lens,
            suggestions,
            app,
            links: plan.links.clone(),
            standing: LazyStanding::default(),
            notes: LazyNotes::default(),
        }
    }

    /// Who can install the link: made when it is first asked for, and kept until the plan changes.
    pub fn standing(&self, catalog: &'static Catalog) -> &Standing {
        self.standing.get(catalog, &self.app, &self.built, &self.resolved)
    }

    /// Names of scopes that `before` lacks or has with another type.
    pub fn news_since(&self, before: &Self) -> BTreeSet<String> {
        let same = |name: &str, kind: ScopeType| before.resolved.scope(name).is_some_and(|scope| scope.kind == kind);
        let news = self.resolved.scopes.iter().filter(|scope| !same(&scope.name, scope.kind));
        news.map(|scope| scope.name.clone()).collect()
    }

    /// How many scopes the current link has by type: required, conditionally required, optional.
    pub fn link_counts(&self) -> [usize; 3] {
        let scopes = &self.built.scopes;
        [scopes.scope.len() - scopes.conditional.len(), scopes.conditional.len(), scopes.optional.len()]
    }

    /// The worst finding.
    pub fn worst(&self) -> Option<&Diagnostic> {
        self.built.diagnostics.first()
    }

    /// The findings about `subject`.
    pub fn findings_about<'a>(&'a self, subject: &'a str) -> impl Iterator<Item = &'a Diagnostic> {
        self.built.diagnostics.iter().filter(move |finding| finding.subject == subject)
    }

    /// The suggestion for a scope.
    pub fn suggestion_for(&self, scope: &str) -> Option<&Suggestion> {
        self.suggestions.iter().find(|suggestion| suggestion.scope == scope)
    }
}
