//! Which findings belong to a row: a scope, a feature, a setting. Those of the plan and those of the project's files.

use super::field::Field;
use super::node::Node;
use super::state::Model;
use crate::diagnostic::{Diagnostic, Severity, rule};
use crate::plan::Selection;

impl Model {
    /// How many errors and how many warnings the step Link lists.
    pub fn faults(&self) -> (usize, usize) {
        let all = || self.answer.built.diagnostics.iter().chain(&self.project_findings);
        let count = |severity| all().filter(|finding| finding.severity == severity).count();
        (count(Severity::Error), count(Severity::Warning))
    }

    /// What is said of the scope `name`.
    pub fn findings_of_scope<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Diagnostic> {
        self.answer.findings_about(name).chain(self.project_findings.iter().filter(move |found| found.subject == name))
    }

    /// What is said of a setting.
    pub fn findings_of_field(&self, field: Field) -> impl Iterator<Item = &Diagnostic> {
        let of_plan = field.subject().into_iter().flat_map(|subject| self.answer.findings_about(subject));
        // What ends until the day stands beside the day.
        let ends = move |found: &&Diagnostic| field == Field::AsOf && found.rule == rule::PLAN_SUNSET;
        of_plan
            .chain(self.answer.built.diagnostics.iter().filter(ends))
            .chain(self.project_findings.iter().filter(move |found| field.is_meant_by(found)))
    }

    /// What is said of a feature or option: by its name, and of the project's files that it was read from.
    pub fn findings_of_feature(&self, node: &Node) -> Vec<&Diagnostic> {
        let Some((feature, option)) = node.feature_choice() else { return Vec::new() };
        let spec = Selection::new(feature, option).spec();
        let chosen = || self.plan().selected(feature, option);
        let is_of = |found: &&Diagnostic| {
            let place = found.span.as_ref().map(|span| span.file.as_str());
            found.subject == spec || (place.is_some() && chosen().any(|selection| selection.file.as_deref() == place))
        };
        let by_name = self
            .answer
            .built
            .diagnostics
            .iter()
            .filter(|found| found.subject == spec || chosen().any(|selection| selection.spec() == found.subject));
        by_name.chain(self.project_findings.iter().filter(is_of)).collect()
    }
}

impl Field {
    /// Whether a finding of the project's files is about this setting.
    fn is_meant_by(self, found: &Diagnostic) -> bool {
        let rule = found.rule;
        match self {
            Self::RedirectUrl => {
                matches!(
                    rule,
                    rule::CONFIG_REDIRECT_NOT_ABSOLUTE
                        | rule::CONFIG_REDIRECT_NOT_HTTPS
                        | rule::CONFIG_REDIRECT_IP_ADDRESS
                        | rule::CONFIG_NO_REDIRECTS
                        | rule::CONFIG_STATIC_REDIRECTS
                )
            }
            Self::Auth => rule == rule::CONFIG_STATIC_EXTRA_SCOPES || found.subject == "config.auth.type",
            Self::Distribution => found.subject == "config.distribution",
            _ => false,
        }
    }
}
