//! What comes of an install: everywhere, and on the account that is simulated.

use super::standing::Standing;
use super::state::Model;
use crate::account::{Ask, Customer, Install, Installer, Outcome, Working, simulate, working};
use crate::catalog::{Account, Sensitivity};
use crate::check::{LinkOptions, check_link};
use crate::diagnostic::{Diagnostic, Severity};
use crate::link::LinkKind;
use crate::plan::Asker;

/// What comes of the link on the account that is simulated.
#[derive(Debug, Clone)]
pub struct Simulation {
    /// The outcome.
    pub outcome: Outcome,
    /// The features and calls, and whether the token is enough for each.
    pub works: Vec<Working>,
}

impl Model {
    /// Who can install the current link; made when it is first asked for.
    pub fn standing(&self) -> &Standing {
        self.answer.standing(self.catalog)
    }

    /// What `hubscope check` notes of the current link, and the plan's own findings do not say; made when first asked for.
    pub fn notes(&self) -> &[Diagnostic] {
        self.answer.notes.0.get_or_init(|| {
            let built = &self.answer.built;
            if built.draft.is_empty() {
                return Vec::new();
            }
            let app = &self.plan().app;
            let era = self.answer.resolved.era;
            let asker = Asker { distribution: Some(app.distribution), user_level: app.user_level, era };
            let options = LinkOptions { auth: Some(app.auth), asker, ..LinkOptions::default() };
            let said = |note: &Diagnostic| {
                built.diagnostics.iter().any(|other| (other.rule, &other.subject) == (note.rule, &note.subject))
            };
            let found = check_link(self.catalog, &built.draft, &options).diagnostics;
            found.into_iter().filter(|found| found.severity == Severity::Note && !said(found)).collect()
        })
    }

    /// What is said of a demanded scope on behalf of accounts and installers.
    pub fn account_findings<'a>(&'a self, scope: &'a str) -> impl Iterator<Item = &'a Diagnostic> {
        self.standing().findings.iter().filter(move |finding| finding.subject == scope)
    }

    /// What comes of the current link on the account that is simulated. The link's own faults are left out: while it has
    /// some there is no link to install, and that is told apart.
    pub fn simulation(&self) -> Simulation {
        let simulated = self.simulated;
        let ask = Ask { faults: Vec::new(), ..Ask::of_built(self.answer.built.clone(), &self.answer.resolved) };
        let install = Install {
            customer: Customer {
                tiers: Account::on(simulated.level),
                sensitive_data: simulated.sensitive_data,
                ..Customer::default()
            },
            installer: Installer { role: simulated.role, ..Installer::default() },
            app: self.answer.app.clone(),
        };
        let outcome = simulate(self.catalog, &install, &ask);
        Simulation { works: working(&ask, &outcome), outcome }
    }

    /// Whether the current link is one that HubSpot would accept.
    pub fn is_whole(&self) -> bool {
        self.answer.built.url.is_some()
    }

    /// Whether there is anything to install.
    pub fn can_be_installed(&self) -> bool {
        self.answer.built.kind != LinkKind::None
    }

    /// Whether the link has a scope for which an account must turn something on.
    pub fn asks_for_sensitive_data(&self) -> bool {
        let scopes = &self.answer.built.scopes;
        let is_sensitive = |name: &String| {
            self.catalog.scope_named(name).is_some_and(|scope| scope.sensitivity != Sensitivity::Normal)
        };
        scopes.scope.iter().chain(&scopes.optional).any(is_sensitive)
    }
}
