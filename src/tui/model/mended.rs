//! Where a finding is mended: the field, scope, feature or call that it is about, and the way there.

use super::field::Field;
use super::link::LinkRow;
use super::place::{Pane, Step};
use super::state::Model;
use crate::diagnostic::Diagnostic;

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// A setting of the step App.
    Field(Field),
    /// A scope of the plan.
    Scope(String),
    /// A chosen feature, or an option of it.
    Feature(String, Option<String>),
    /// A chosen call, by its place in the plan.
    Call(usize),
}

impl Model {
    /// What the finding is about; `None` where the configurator has no row for it.
    pub fn mend_of(&self, finding: &Diagnostic) -> Option<Mend> {
        let of_field = |field: Field| {
            field.subject() == Some(&*finding.subject) || self.findings_of_field(field).any(|other| other == finding)
        };
        let fields = self.field_rows().into_iter().map(|row| row.field);
        if let Some(field) = fields.into_iter().find(|field| of_field(*field)) {
            return Some(Mend::Field(field));
        }
        if self.answer.resolved.scope(&finding.subject).is_some() {
            return Some(Mend::Scope(finding.subject.clone()));
        }
        if let Some(place) = self.plan().calls.iter().position(|chosen| chosen.call == finding.subject) {
            return Some(Mend::Call(place));
        }
        let file = finding.span.as_ref().map(|span| &span.file);
        let selections = &self.plan().selections;
        let of_feature = selections
            .iter()
            .find(|one| one.spec() == finding.subject || one.feature == finding.subject)
            .or_else(|| selections.iter().find(|one| one.file.is_some() && one.file.as_ref() == file));
        of_feature.map(|one| Mend::Feature(one.feature.clone(), one.option.clone()))
    }

    /// Goes to the row of what a finding is about.
    pub fn go_to_mend(&mut self, mend: &Mend) {
        self.matrix = None;
        self.step = match mend {
            Mend::Field(_) => Step::App,
            Mend::Scope(_) => Step::Scopes,
            Mend::Feature(..) | Mend::Call(_) => Step::Features,
        };
        self.focus(Pane::Main);
        match mend {
            Mend::Field(field) => self.reveal_field(*field),
            Mend::Scope(name) => self.reveal_scope(name),
            Mend::Feature(feature, option) => self.tree.reveal_feature(feature, option.as_deref()),
            Mend::Call(place) => {
                self.tree.reveal_chosen(*place);
            }
        }
        self.clamp();
    }

    /// The finding under the cursor of the step Link.
    pub fn current_finding(&self) -> Option<&Diagnostic> {
        if self.step != Step::Link || self.pane != Pane::Main {
            return None;
        }
        self.finding_of_row(&self.current_link_row()?)
    }

    /// The finding that the row of the step Link shows.
    pub fn finding_of_row(&self, row: &LinkRow) -> Option<&Diagnostic> {
        match row {
            LinkRow::Finding(place) => self.answer.built.diagnostics.get(*place),
            LinkRow::Note(place) => self.notes().get(*place),
            LinkRow::ProjectFinding(place) => self.project_findings.get(*place),
            _ => None,
        }
    }
}
