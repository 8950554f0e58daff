//! A config file while it is being read: its values by name, and the findings made on the way.
//!
//! Owns the promise that nothing is passed over in silence: a value that is not what HubSpot expects is reported where it
//! stands, and what is right beside it is still read. Which values there are, the readers of each component know.

use std::collections::HashSet;

use super::config_file::ConfigFile;
use super::fields::{Fields, Text, excerpt};
use super::invalid_json;
use super::json::{Kind, Node};
use crate::catalog::Confidence;
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::plan::Selection;

/// The most findings of one file: more would bury the others, and no one reads them.
const MOST_FINDINGS: usize = 200;

/// The file, and what was found in it.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    file: &'a ConfigFile,
    findings: Vec<Diagnostic>,
    unsaid: usize,
    worst_unsaid: Option<Severity>,
}

impl<'a> Sheet<'a> {
    /// `file`, with nothing found yet.
    pub(super) fn new(file: &'a ConfigFile) -> Self {
        Self { file, findings: Vec::new(), unsaid: 0, worst_unsaid: None }
    }

    /// What was found.
    pub(super) fn into_findings(mut self) -> Vec<Diagnostic> {
        if let Some(severity) = self.worst_unsaid {
            let name = self.file.name();
            let message = format!("{} further problems of {name} are not listed. Mend these first.", self.unsaid);
            self.findings.push(Diagnostic::new("config/further-problems", severity, name, message));
        }
        self.findings
    }

    /// The file's path within the project.
    pub(super) fn name(&self) -> &'a str {
        self.file.name()
    }

    /// A choice that the file stands for.
    pub(super) fn selection(&self, feature: &str, option: Option<&str>) -> Selection {
        let mut selection = Selection::new(feature, option);
        selection.file = Some(self.name().to_owned());
        selection
    }

    /// The object that the file is; `None` = it is not JSON, or something else than an object.
    pub(super) fn root(&mut self) -> Option<Fields<'a>> {
        match Node::parse(self.file.text()) {
            Ok(node) => self.fields(String::new(), node),
            Err(error) => {
                self.push(invalid_json::finding(self.file, &error));
                None
            }
        }
    }

    /// The object that `node` is, which stands at `path`.
    pub(super) fn fields(&mut self, path: String, node: Node<'a>) -> Option<Fields<'a>> {
        let members = if node.kind() == Kind::Object { node.members() } else { None };
        let Some(members) = members else {
            self.wrong_type(&path, node, "an object");
            return None;
        };
        let fields = Fields::new(path, node, members);
        let mut seen = HashSet::new();
        for (key, node) in fields.members() {
            if !seen.insert(key) {
                let path = fields.path_of(key);
                let message = format!("{path} stands twice in the same object: only the last one counts.");
                self.say(
                    node,
                    Diagnostic::new("config/duplicate-key", Severity::Warning, excerpt(&path), excerpt(&message)),
                );
            }
        }
        Some(fields)
    }

    /// The object at `key`.
    pub(super) fn fields_at(&mut self, parent: &Fields<'a>, key: &str) -> Option<Fields<'a>> {
        parent.get(key).and_then(|node| self.fields(parent.path_of(key), node))
    }

    /// The list at `key`.
    pub(super) fn list_at(&mut self, parent: &Fields<'a>, key: &str) -> Option<Vec<Node<'a>>> {
        let node = parent.get(key)?;
        let items = if node.kind() == Kind::List { node.items() } else { None };
        if items.is_none() {
            self.wrong_type(&parent.path_of(key), node, "a list");
        }
        items
    }

    /// The strings of the list at `key`; what is no string is reported and left out.
    pub(super) fn texts_at(&mut self, parent: &Fields<'a>, key: &str) -> Option<Vec<Text<'a>>> {
        let items = self.list_at(parent, key)?;
        let path = parent.path_of(key);
        Some(items.into_iter().enumerate().filter_map(|(i, node)| self.text(&format!("{path}[{i}]"), node)).collect())
    }

    /// The string at `key`.
    pub(super) fn text_at(&mut self, parent: &Fields<'a>, key: &str) -> Option<Text<'a>> {
        parent.get(key).and_then(|node| self.text(&parent.path_of(key), node))
    }

    /// The string at `key`, which HubSpot wants: its absence is reported.
    pub(super) fn wanted_text_at(&mut self, parent: &Fields<'a>, key: &str) -> Option<Text<'a>> {
        if parent.get(key).is_none() {
            self.missing(parent, key);
        }
        self.text_at(parent, key)
    }

    /// True or false at `key`.
    pub(super) fn flag_at(&mut self, parent: &Fields<'a>, key: &str) -> Option<bool> {
        let node = parent.get(key)?;
        let flag = node.flag();
        if flag.is_none() {
            self.wrong_type(&parent.path_of(key), node, "true or false");
        }
        flag
    }

    fn text(&mut self, path: &str, node: Node<'a>) -> Option<Text<'a>> {
        let value = if node.kind() == Kind::Text { node.text() } else { None };
        if value.is_none() {
            self.wrong_type(path, node, "a string");
        }
        value.map(|value| Text { value, node })
    }

    /// Says that `key` is not there.
    pub(super) fn missing(&mut self, parent: &Fields<'a>, key: &str) {
        let path = parent.path_of(key);
        let message = format!("{} has no {path}, which HubSpot needs.", self.name());
        let fix = format!("Add {path}.");
        self.say(parent.node, Diagnostic::new("config/missing-field", Severity::Error, path, message).with_fix(fix));
    }

    fn wrong_type(&mut self, path: &str, node: Node<'a>, wanted: &str) {
        let path = if path.is_empty() { self.name() } else { path };
        let is = if wanted == node.kind().as_str() { "not one that can be read" } else { node.kind().as_str() };
        let message = format!("{path} should be {wanted}, but is {is}: it is left out.");
        let fix = format!("Make it {wanted}.");
        self.say(
            node,
            Diagnostic::new("config/wrong-type", Severity::Error, excerpt(path), excerpt(&message)).with_fix(fix),
        );
    }

    /// A value that HubSpot is not known to take.
    pub(super) fn unknown_value(&mut self, path: &str, text: &Text<'a>, known: &[&str]) {
        if text.is_open() {
            return;
        }
        let message = format!("{path} is \"{}\", which HubSpot does not know.", excerpt(&text.value));
        let fix = format!("Use one of: {}.", known.join(", "));
        self.say(text.node, Diagnostic::new("config/unknown-value", Severity::Error, path, message).with_fix(fix));
    }

    /// What the catalog cannot place: named, for the scopes that it may need are not counted.
    pub(super) fn unplaced(&mut self, rule: &'static str, text: &Text<'a>, message: String) {
        if !text.is_open() {
            let finding = Diagnostic::new(rule, Severity::Warning, excerpt(&text.value), message);
            self.say(text.node, finding.with_confidence(Confidence::Inferred));
        }
    }

    /// Notes a finding about `node`.
    pub(super) fn say(&mut self, node: Node<'a>, finding: Diagnostic) {
        if self.is_full() {
            return self.push(finding);
        }
        // The line is counted only for what is kept.
        let span = self.span_of(node);
        self.push(finding.with_span(span));
    }

    /// Where `node` stands.
    pub(super) fn span_of(&self, node: Node<'a>) -> Span {
        self.file.span(node.range_in(self.file.text()))
    }

    /// Whether a further finding is only counted.
    pub(super) fn is_full(&self) -> bool {
        self.findings.len() >= MOST_FINDINGS
    }

    /// Notes every profile variable that stands open in the file, once each.
    pub(super) fn note_placeholders(&mut self) {
        let text = self.file.text();
        let mut seen = HashSet::new();
        for (at, _) in text.match_indices("${") {
            let Some(name) = variable_name(&text[at + 2..]) else { continue };
            if !seen.insert(name) {
                continue;
            }
            let span = self.file.span(at..at + name.len() + "${}".len());
            let name = excerpt(name);
            let message = format!("The profile variable {name} is left open: what it stands for is not checked.");
            self.push(Diagnostic::new("config/placeholder", Severity::Note, name, message).with_span(span));
        }
    }

    fn push(&mut self, finding: Diagnostic) {
        if self.is_full() {
            self.unsaid += 1;
            self.worst_unsaid = self.worst_unsaid.max(Some(finding.severity));
        } else {
            self.findings.push(finding);
        }
    }

    /// ` Did you mean …?` where one of `known` is near `wanted`; nothing where the finding is only counted.
    pub(super) fn hint<'k>(&self, wanted: &str, known: impl Iterator<Item = &'k str>) -> String {
        let near = if self.is_full() { Vec::new() } else { crate::catalog::nearest(wanted, known, 1) };
        near.first().map(|near| format!(" Did you mean {near}?")).unwrap_or_default()
    }
}

fn variable_name(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))?;
    (end > 0 && text[end..].starts_with('}')).then_some(&text[..end])
}
