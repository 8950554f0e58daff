//! A config file while it is being read: its values by name, and the findings made on the way.
//!
//! Owns the promise that nothing is passed over in silence: a value that is not what HubSpot expects is reported where it
//! stands, and what is right beside it is still read. Which values there are, the readers of each component know.

use std::collections::HashSet;
use std::ops::Range;

use super::config_file::{ConfigFile, file_start};
use super::fields::{At, Fields, Text, excerpt};
use super::invalid_json;
use super::json::{Kind, Node};
use super::place::{ProjectFeature, TextPlace};
use super::variables::Profile;
use crate::catalog::{Catalog, Confidence};
use crate::diagnostic::{Diagnostic, Edit, Rule, Severity, Span, rule};
use crate::plan::{Selection, has_variable};

/// The most findings of one file: more would bury the others, and no one reads them.
const MOST_FINDINGS: usize = 200;

/// The file, and what was found in it.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    file: &'a ConfigFile,
    catalog: &'static Catalog,
    profile: Option<&'a Profile>,
    findings: Vec<Diagnostic>,
    unsaid: usize,
    worst_unsaid: Option<Severity>,
}

impl<'a> Sheet<'a> {
    /// `file`, with nothing found yet.
    pub(super) fn new(file: &'a ConfigFile, catalog: &'static Catalog) -> Self {
        Self { file, catalog, profile: None, findings: Vec::new(), unsaid: 0, worst_unsaid: None }
    }

    /// With the profile whose variables are filled in.
    #[must_use]
    pub(super) fn with_profile(mut self, profile: Option<&'a Profile>) -> Self {
        self.profile = profile;
        self
    }

    /// What was found.
    pub(super) fn into_findings(mut self) -> Vec<Diagnostic> {
        if let Some(severity) = self.worst_unsaid {
            let name = self.file.name();
            let message = format!("{} further problems of {name} are not listed. Mend these first.", self.unsaid);
            let finding = Diagnostic::new(rule::CONFIG_FURTHER_PROBLEMS, name, message).at_most(severity);
            self.findings.push(finding.with_span(file_start(name)));
        }
        self.findings
    }

    /// The file's path within the project.
    pub(super) fn name(&self) -> &'a str {
        self.file.name()
    }

    /// Its text, for what is looked for in it as a whole.
    pub(super) fn whole(&self) -> &'a str {
        self.file.text()
    }

    /// HubSpot's sentence `id`, with its one hole filled.
    pub(super) fn hubspot_says(&self, id: &str, hole: &str, value: &str) -> String {
        self.catalog.messages().says(id, hole, value)
    }

    /// A choice that the file stands for.
    pub(super) fn selection(&self, feature: &str, option: Option<&str>) -> Selection {
        let mut selection = Selection::new(feature, option);
        selection.file = Some(self.name().to_owned());
        selection
    }

    /// A choice with what stands for it.
    pub(super) fn feature(&self, selection: Selection, node: Node<'a>, at: &At) -> ProjectFeature {
        ProjectFeature { selection, span: self.span_of(node), pointer: at.pointer().to_owned() }
    }

    /// A string with its place.
    pub(super) fn place(&self, text: &Text<'a>) -> TextPlace {
        TextPlace { value: text.value.clone(), span: self.span_of(text.node), pointer: text.at.pointer().to_owned() }
    }

    /// The edit that takes out what is there.
    pub(super) fn remove(&self, at: &At) -> Edit {
        Edit::Remove { file: self.name().to_owned(), path: at.pointer().to_owned() }
    }

    /// The edit that writes `value` in the place of `text`; none where a profile fills that place.
    pub(super) fn set(&self, text: &Text<'a>, value: &str) -> Option<Edit> {
        let set =
            || Edit::Set { file: self.name().to_owned(), path: text.at.pointer().to_owned(), value: value.to_owned() };
        (!text.is_filled).then(set)
    }

    /// The object that the file is; `None` = it is not JSON, or something else than an object.
    pub(super) fn root(&mut self) -> Option<Fields<'a>> {
        match Node::parse(self.file.text()) {
            Ok(node) => self.fields(At::default(), node),
            Err(error) => {
                self.push(invalid_json::finding(self.file, &error));
                None
            }
        }
    }

    /// The object that `node` is, which stands there.
    pub(super) fn fields(&mut self, at: At, node: Node<'a>) -> Option<Fields<'a>> {
        let members = if node.kind() == Kind::Object { node.members() } else { None };
        let Some(members) = members else {
            self.wrong_type(at.words(), node, "an object");
            return None;
        };
        let fields = Fields::new(at, node, members);
        let mut seen = HashSet::new();
        for (key, node) in fields.members() {
            if !seen.insert(key) {
                let path = fields.path_of(key);
                let message = format!("{path} stands twice in the same object: only the last one counts.");
                self.say(node, Diagnostic::new(rule::CONFIG_DUPLICATE_KEY, excerpt(&path), excerpt(&message)));
            }
        }
        Some(fields)
    }

    /// The object at `key`.
    pub(super) fn fields_at(&mut self, parent: &Fields<'a>, key: &str) -> Option<Fields<'a>> {
        parent.get(key).and_then(|node| self.fields(parent.at.key(key), node))
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
        let at = parent.at.key(key);
        Some(items.into_iter().enumerate().filter_map(|(place, node)| self.text(at.item(place), node)).collect())
    }

    /// The string at `key`.
    pub(super) fn text_at(&mut self, parent: &Fields<'a>, key: &str) -> Option<Text<'a>> {
        parent.get(key).and_then(|node| self.text(parent.at.key(key), node))
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
        if flag.is_some() {
            return flag;
        }
        let at = parent.at.key(key);
        if let Some(text) = node.text().filter(|text| node.kind() == Kind::Text && has_variable(text)) {
            let filled = self.filling(&at).and_then(|profile| profile.flag(&text));
            // What an open variable stands for is never called wrong.
            if filled.is_some() || has_variable(&self.fill(&at, &text)) {
                return filled;
            }
        }
        self.wrong_type(at.words(), node, "true or false");
        None
    }

    /// The string that `node` is, which stands there.
    pub(super) fn text(&mut self, at: At, node: Node<'a>) -> Option<Text<'a>> {
        let Some(raw) = node.text().filter(|_| node.kind() == Kind::Text) else {
            self.wrong_type(at.words(), node, "a string");
            return None;
        };
        let value = if has_variable(&raw) { self.fill(&at, &raw) } else { raw.clone() };
        let is_filled = value != raw;
        Some(Text { value, node, at, is_filled })
    }

    /// The profile that is filled in there: HubSpot fills the uid and the config of a component.
    fn filling(&self, at: &At) -> Option<&'a Profile> {
        let is_filled = at.pointer() == "/uid" || at.pointer().starts_with("/config/");
        self.profile.filter(|_| is_filled)
    }

    fn fill(&self, at: &At, raw: &str) -> String {
        self.filling(at).map_or_else(|| raw.to_owned(), |profile| profile.fill(raw))
    }

    /// Says that `key` is not there.
    pub(super) fn missing(&mut self, parent: &Fields<'a>, key: &str) {
        let path = parent.path_of(key);
        let message = format!("{} has no {path}, which HubSpot needs.", self.name());
        let fix = format!("Add {path}.");
        let says = self.hubspot_says("upload.missing-field", "field", key);
        let finding = Diagnostic::new(rule::CONFIG_MISSING_FIELD, path, message).with_fix(fix);
        // The sentence is known for what every component has at its top level.
        let is_of_component = matches!(parent.at.key(key).pointer(), "/uid" | "/type" | "/config");
        self.say(parent.node, if is_of_component { finding.with_hubspot_says(says) } else { finding });
    }

    pub(super) fn wrong_type(&mut self, path: &str, node: Node<'a>, wanted: &str) {
        let path = if path.is_empty() { self.name() } else { path };
        let is = if wanted == node.kind().as_str() { "not one that can be read" } else { node.kind().as_str() };
        let message = format!("{path} should be {wanted}, but is {is}: it is left out.");
        let fix = format!("Make it {wanted}.");
        self.say(node, Diagnostic::new(rule::CONFIG_WRONG_TYPE, excerpt(path), excerpt(&message)).with_fix(fix));
    }

    /// A value that HubSpot is not known to take.
    pub(super) fn unknown_value(&mut self, path: &str, text: &Text<'a>, known: &[&str]) {
        if text.is_open() {
            return;
        }
        let message = format!("{path} is \"{}\", which HubSpot does not know.", excerpt(&text.value));
        let fix = format!("Use one of: {}.", known.join(", "));
        let meant = known.iter().find(|known| known.eq_ignore_ascii_case(&text.value));
        let edit = meant.and_then(|meant| self.set(text, meant));
        let finding = Diagnostic::new(rule::CONFIG_UNKNOWN_VALUE, path, message).with_fix(fix);
        self.say(text.node, finding.with_edits(edit));
    }

    /// What the catalog cannot place: named, for the scopes that it may need are not counted.
    pub(super) fn unplaced(&mut self, rule: &'static Rule, text: &Text<'a>, message: String) {
        if !text.is_open() {
            let finding = Diagnostic::new(rule, excerpt(&text.value), message);
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

    /// Notes a finding about these bytes of [`Self::whole`].
    pub(super) fn say_of(&mut self, bytes: Range<usize>, finding: Diagnostic) {
        let span = self.file.span(bytes);
        self.push(finding.with_span(span));
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
