//! The rows of the step Link: links, conditional scopes, what HubSpot would say, who can install, snippets.

use super::state::Model;
use crate::catalog::Level;
use crate::link::Snippet;
use crate::plan::{LinkChoice, ScopeType};

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
    /// HubSpot would say nothing against the link.
    Accepted,
    /// A tier, by its place in the lens.
    Tier(Level),
    /// A form of the link.
    Snippet(Snippet),
}

impl Model {
    /// The rows.
    pub fn link_rows(&self) -> Vec<LinkRow> {
        let plan = self.plan();
        let mut rows = vec![LinkRow::Heading("Links"), LinkRow::Link(None)];
        rows.extend(plan.links.iter().map(|link| LinkRow::Link(Some(link.name.clone()))));
        let conditional: Vec<String> =
            self.answer.resolved.of_type(ScopeType::ConditionallyRequired).map(|scope| scope.name.clone()).collect();
        if !conditional.is_empty() {
            rows.push(LinkRow::Heading("Conditional scopes of this link"));
            rows.extend(conditional.into_iter().map(LinkRow::Conditional));
        }
        rows.push(LinkRow::Heading("What HubSpot would say"));
        if self.answer.built.url.is_some() {
            rows.push(LinkRow::Accepted);
        }
        rows.extend((0..self.answer.built.diagnostics.len()).map(LinkRow::Finding));
        rows.extend((0..self.project_findings.len()).map(LinkRow::ProjectFinding));
        rows.push(LinkRow::Heading("Who can install"));
        rows.extend(Level::ALL.into_iter().map(LinkRow::Tier));
        rows.push(LinkRow::Heading("Snippets"));
        rows.extend(Snippet::ALL.into_iter().map(LinkRow::Snippet));
        rows
    }

    /// The row under the cursor of the step Link.
    pub fn current_link_row(&self) -> Option<LinkRow> {
        self.link_rows().into_iter().nth(self.link.row)
    }

    /// The name of the current link.
    pub fn link_name(&self) -> &str {
        match &self.choice {
            LinkChoice::Named(name) => name,
            LinkChoice::Base | LinkChoice::With(_) => "base",
        }
    }
}
