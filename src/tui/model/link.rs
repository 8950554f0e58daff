//! The rows of the step Link: links, conditional scopes, what HubSpot would say, who can install, snippets.

use std::cmp::Reverse;

use super::place::Step;
use super::state::Model;
use crate::catalog::Level;
use crate::link::{Snippet, build};
use crate::plan::{LinkChoice, ScopeType};

/// So many links are measured for the room of the URL: more are no list that anybody clicks through.
const MOST_MEASURED: usize = 20;

/// A row of the step Link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkRow {
    /// A heading.
    Heading(&'static str),
    /// A link; `None` = the base link.
    Link(Option<String>),
    /// A conditionally required scope, in or out of the current link.
    Conditional(String),
    /// A finding of the project's files, by its place.
    ProjectFinding(usize),
    /// A finding of the link, by its place.
    Finding(usize),
    /// A note on the link, by its place: worth knowing, and nothing that HubSpot refuses.
    Note(usize),
    /// HubSpot would say nothing against the link.
    Accepted,
    /// The names of the installers, above the matrix.
    Installers,
    /// A tier, with what each installer can do there.
    Tier(Level),
    /// The tier of the account that is simulated.
    Account,
    /// Who installs there.
    Installer,
    /// Whether that account has sensitive data turned on.
    SensitiveData,
    /// What comes of it.
    Outcome,
    /// A form of the link.
    Snippet(Snippet),
}

impl LinkRow {
    /// Whether the cursor can be on it.
    pub fn is_selectable(&self) -> bool {
        !matches!(self, Self::Heading(_) | Self::Installers)
    }

    /// Whether it has values to step through, or is a form of the link to copy.
    pub fn has_value(&self) -> bool {
        matches!(self, Self::Account | Self::Installer | Self::SensitiveData | Self::Snippet(_))
    }
}

impl Model {
    /// The rows.
    pub fn link_rows(&self) -> Vec<LinkRow> {
        let plan = self.plan();
        let mut rows = vec![LinkRow::Heading("Links"), LinkRow::Link(None)];
        rows.extend(plan.links.iter().map(|link| LinkRow::Link(Some(link.name.clone()))));
        let conditional: Vec<String> =
            self.answer.resolved.of_type(ScopeType::ConditionallyRequired).map(|scope| scope.name.clone()).collect();
        if self.has_links() && !conditional.is_empty() {
            rows.push(LinkRow::Heading("Conditional scopes of this link"));
            rows.extend(conditional.into_iter().map(LinkRow::Conditional));
        }
        rows.push(LinkRow::Heading("What HubSpot would say"));
        if self.answer.built.url.is_some() {
            rows.push(LinkRow::Accepted);
        }
        let findings = (0..self.answer.built.diagnostics.len()).map(LinkRow::Finding);
        let of_project = (0..self.project_findings.len()).map(LinkRow::ProjectFinding);
        let mut said: Vec<LinkRow> = findings.chain(of_project).collect();
        said.extend((0..self.notes().len()).map(LinkRow::Note));
        // The worst first, whoever says it.
        said.sort_by_key(|row| Reverse(self.finding_of_row(row).map(|finding| finding.severity)));
        rows.extend(said);
        if self.can_be_installed() {
            self.add_installs(&mut rows);
        }
        rows.push(LinkRow::Heading("Snippets"));
        rows.extend(Snippet::ALL.into_iter().map(LinkRow::Snippet));
        rows
    }

    fn add_installs(&self, rows: &mut Vec<LinkRow>) {
        let accepted = self.answer.built.url.is_some();
        rows.push(LinkRow::Heading(if accepted { "Who can install" } else { "Who could install it, once mended" }));
        rows.push(LinkRow::Installers);
        rows.extend(Level::ALL.into_iter().map(LinkRow::Tier));
        rows.push(LinkRow::Heading("Simulate an account"));
        rows.extend([LinkRow::Account, LinkRow::Installer]);
        if self.asks_for_sensitive_data() {
            rows.push(LinkRow::SensitiveData);
        }
        rows.push(LinkRow::Outcome);
    }

    /// The row under the cursor of the step Link.
    pub fn current_link_row(&self) -> Option<LinkRow> {
        self.link_rows().into_iter().nth(self.link.row)
    }

    /// Columns that the longest of the plan's links takes.
    pub fn longest_link(&self) -> usize {
        let columns =
            |choice: &LinkChoice| build(self.catalog, self.plan(), &self.answer.resolved, choice).draft.chars().count();
        // One link alone is the current one.
        let links = self.plan().links.iter().map(|link| LinkChoice::Named(link.name.clone()));
        let others = links.take(MOST_MEASURED).chain([LinkChoice::Base]).filter(|_| !self.plan().links.is_empty());
        others.map(|choice| columns(&choice)).max().unwrap_or(0)
    }

    /// Makes a link the current one, with the cursor of the step Link on its row.
    pub fn make_current(&mut self, choice: LinkChoice) {
        let name = match &choice {
            LinkChoice::Named(name) => Some(name.clone()),
            LinkChoice::Base | LinkChoice::With(_) => None,
        };
        self.choice = choice;
        if let Some(row) = self.link_rows().iter().position(|row| *row == LinkRow::Link(name.clone())) {
            self.link.row = row;
        }
        self.recompute();
    }

    /// Shows the link under the cursor of the step Link, and anywhere else the current one again.
    pub fn follow_link(&mut self) {
        if self.wanted_link() != self.shown {
            let marks = std::mem::take(&mut self.marks);
            self.recompute();
            self.marks = marks;
        }
    }

    /// The link that is to be shown where the cursor is.
    pub(super) fn wanted_link(&self) -> LinkChoice {
        // The rows of the links stand first, and what follows them needs no look.
        let links = &self.plan().links;
        match self.link.row.checked_sub(1).filter(|_| self.step == Step::Link) {
            Some(0) => LinkChoice::Base,
            Some(place) => {
                links.get(place - 1).map_or_else(|| self.choice.clone(), |link| LinkChoice::Named(link.name.clone()))
            }
            None => self.choice.clone(),
        }
    }

    /// The name of the link that is shown.
    pub fn link_name(&self) -> &str {
        match &self.shown {
            LinkChoice::Named(name) => name,
            LinkChoice::Base | LinkChoice::With(_) => "base",
        }
    }
}
