//! The three lists of scopes: of an app's `auth`, and of a component's `permissions`.
//!
//! Owns their keys and what can be wrong with the lists as lists. Whether a name is a scope is not asked here.

use std::collections::{HashMap, HashSet};

use super::fields::{At, Fields, Text, excerpt};
use super::json::Node;
use super::place::{ScopeList, ScopePlace};
use super::sheet::Sheet;
use crate::diagnostic::{Diagnostic, rule};
use crate::plan::{Declared, ScopeType};

/// A key, and the type of the scopes under it.
pub(super) type Key = (&'static str, ScopeType);

/// The keys of an app's `auth` and of a component's `permissions`, strongest type first.
pub(super) const LISTS: [Key; 3] = [
    ("requiredScopes", ScopeType::Required),
    ("conditionallyRequiredScopes", ScopeType::ConditionallyRequired),
    ("optionalScopes", ScopeType::Optional),
];

/// One list, with the places of its names.
#[derive(Debug)]
pub(super) struct List<'a> {
    pub(super) key: &'static str,
    pub(super) kind: ScopeType,
    pub(super) at: At,
    /// `None` = the file has no such list.
    pub(super) node: Option<Node<'a>>,
    pub(super) texts: Vec<Text<'a>>,
}

/// The lists of one object.
#[derive(Debug, Default)]
pub(super) struct Lists<'a>(Vec<List<'a>>);

impl<'a> Lists<'a> {
    /// Every list, strongest type first.
    pub(super) fn all(&self) -> &[List<'a>] {
        &self.0
    }

    /// Every name with its list.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&Text<'a>, &List<'a>)> {
        self.0.iter().flat_map(|list| list.texts.iter().map(move |text| (text, list)))
    }

    /// Every name with its place.
    pub(super) fn places(&self, sheet: &Sheet<'a>) -> Vec<ScopePlace> {
        let place = |(text, list): (&Text<'a>, &List<'a>)| ScopePlace {
            name: text.value.clone(),
            kind: list.kind,
            span: sheet.span_of(text.node),
            pointer: text.at.pointer().to_owned(),
        };
        self.texts().map(place).collect()
    }

    /// Every list with its place.
    pub(super) fn list_places(&self, sheet: &Sheet<'a>) -> Vec<ScopeList> {
        let place = |list: &List<'a>| ScopeList {
            kind: list.kind,
            key: list.key,
            file: sheet.name().to_owned(),
            pointer: list.at.pointer().to_owned(),
            span: list.node.map(|node| sheet.span_of(node)),
        };
        self.0.iter().map(place).collect()
    }

    /// The names alone, as written.
    pub(super) fn into_declared(self) -> Declared {
        let mut declared = Declared::default();
        for list in self.0 {
            *declared.of_type_mut(list.kind) = list.texts.into_iter().map(|text| text.value).collect();
        }
        declared
    }
}

/// The lists under `keys` in `fields`. `counts` says whether a list of that type has an effect: one that has none is to be
/// taken out whole, so nothing within it is edited.
pub(super) fn read<'a>(
    sheet: &mut Sheet<'a>,
    fields: &Fields<'a>,
    keys: &[Key],
    counts: impl Fn(ScopeType) -> bool,
) -> Lists<'a> {
    let mut lists = Vec::new();
    for (key, kind) in keys.iter().copied() {
        let texts = sheet.texts_at(fields, key).unwrap_or_default();
        lists.push(List { key, kind, at: fields.at.key(key), node: fields.get(key), texts });
    }
    let lists = Lists(lists);
    report_doubled(sheet, &lists, counts);
    lists
}

fn report_doubled<'a>(sheet: &mut Sheet<'a>, lists: &Lists<'a>, counts: impl Fn(ScopeType) -> bool) {
    let key_of = |kind: ScopeType| lists.0.iter().find(|list| list.kind == kind).map_or("", |list| list.key);
    let mut types: HashMap<&str, HashSet<ScopeType>> = HashMap::new();
    for (text, list) in lists.texts() {
        let known = types.entry(&text.value).or_default();
        if known.is_empty() {
            known.insert(list.kind);
            continue;
        }
        let scope = excerpt(&text.value);
        let finding = if known.contains(&list.kind) {
            let message = format!("The scope {scope} stands twice under {}.", list.key);
            Diagnostic::new(rule::CONFIG_DUPLICATE_SCOPE, scope, message).with_fix("Remove one of them.")
        } else {
            let first = key_of(known.iter().copied().max().unwrap_or(list.kind));
            let message = format!("The scope {scope} stands under {first} and under {}.", list.key);
            Diagnostic::new(rule::CONFIG_SCOPE_IN_TWO_TYPES, scope, message)
                .with_fix(format!("Keep it in one list, for a scope has one type: {first} is the stronger."))
        };
        known.insert(list.kind);
        let edit = (counts(list.kind) && !text.is_filled).then(|| sheet.remove(&text.at));
        sheet.say(text.node, finding.with_edits(edit));
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::rule;
    use crate::project::testing::{rules, with_app};

    #[test]
    fn a_scope_twice_in_a_list_or_in_two_lists_is_named_where_it_stands() {
        let project = with_app(
            "{\"uid\": \"x\", \"type\": \"app\", \"config\": {\"auth\": {\"type\": \"oauth\",\n\
             \"redirectUrls\": [\"https://a.example\"],\n\
             \"requiredScopes\": [\"oauth\", \"a\", \"a\"],\n\
             \"optionalScopes\": [\"b\", \"a\"]}}}",
        );
        assert_eq!(rules(&project), [(rule::CONFIG_DUPLICATE_SCOPE, "a"), (rule::CONFIG_SCOPE_IN_TWO_TYPES, "a")]);
        let places: Vec<_> =
            project.diagnostics.iter().filter_map(|d| d.span.as_ref()).map(|span| (span.line, span.column)).collect();
        assert_eq!(places, [(3, 34), (4, 25)]);
        assert!(project.diagnostics[1].message.contains("under requiredScopes and under optionalScopes"));
        assert_eq!(project.apps[0].declared.required, ["oauth", "a", "a"]);
    }
}
