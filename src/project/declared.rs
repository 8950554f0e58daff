//! The three lists of scopes: of an app's `auth`, and of a component's `permissions`.
//!
//! Owns their keys and what can be wrong with the lists as lists. Whether a name is a scope is not asked here.

use std::collections::{HashMap, HashSet};

use super::fields::{Fields, Text, excerpt};
use super::sheet::Sheet;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Declared, ScopeType};

/// The key of each list, strongest type first.
pub(super) const LISTS: [(&str, ScopeType); 3] = [
    ("requiredScopes", ScopeType::Required),
    ("conditionallyRequiredScopes", ScopeType::ConditionallyRequired),
    ("optionalScopes", ScopeType::Optional),
];

/// The lists, with the places of their names.
#[derive(Debug, Default)]
pub(super) struct Lists<'a>(Vec<(ScopeType, Vec<Text<'a>>)>);

impl<'a> Lists<'a> {
    /// The list of one type.
    pub(super) fn of_type(&self, kind: ScopeType) -> &[Text<'a>] {
        self.0.iter().find(|(of, _)| *of == kind).map_or(&[], |(_, texts)| texts)
    }

    /// Every name with its type.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&Text<'a>, ScopeType)> {
        self.0.iter().flat_map(|(kind, texts)| texts.iter().map(move |text| (text, *kind)))
    }

    /// The names alone, as written.
    pub(super) fn into_declared(self) -> Declared {
        let mut declared = Declared::default();
        for (kind, texts) in self.0 {
            *declared.of_type_mut(kind) = texts.into_iter().map(|text| text.value).collect();
        }
        declared
    }
}

/// The lists in `fields`.
pub(super) fn read<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>) -> Lists<'a> {
    let lists = LISTS.map(|(key, kind)| (kind, sheet.texts_at(fields, key).unwrap_or_default()));
    let lists = Lists(lists.into());
    let mut types: HashMap<&str, HashSet<ScopeType>> = HashMap::new();
    for (text, kind) in lists.texts() {
        let known = types.entry(&text.value).or_default();
        if known.is_empty() {
            known.insert(kind);
            continue;
        }
        let scope = excerpt(&text.value);
        let finding = if known.contains(&kind) {
            let message = format!("The scope {scope} stands twice under {}.", key_of(kind));
            Diagnostic::new("config/duplicate-scope", Severity::Warning, scope, message).with_fix("Remove one of them.")
        } else {
            let first = known.iter().copied().max().unwrap_or(kind);
            let message = format!("The scope {scope} stands under {} and under {}.", key_of(first), key_of(kind));
            Diagnostic::new("config/scope-in-two-types", Severity::Error, scope, message)
                .with_fix("Keep it in one list: a scope has one type.")
        };
        known.insert(kind);
        sheet.say(text.node, finding);
    }
    lists
}

fn key_of(kind: ScopeType) -> &'static str {
    LISTS.iter().find(|(_, of)| *of == kind).map_or("", |(key, _)| key)
}

#[cfg(test)]
mod tests {
    use crate::project::testing::{rules, with_app};

    #[test]
    fn a_scope_twice_in_a_list_or_in_two_lists_is_named_where_it_stands() {
        let project = with_app(
            "{\"uid\": \"x\", \"type\": \"app\", \"config\": {\"auth\": {\"type\": \"oauth\",\n\
             \"redirectUrls\": [\"https://a.example\"],\n\
             \"requiredScopes\": [\"oauth\", \"a\", \"a\"],\n\
             \"optionalScopes\": [\"b\", \"a\"]}}}",
        );
        assert_eq!(rules(&project), [("config/duplicate-scope", "a"), ("config/scope-in-two-types", "a")]);
        let places: Vec<_> =
            project.diagnostics.iter().filter_map(|d| d.span.as_ref()).map(|span| (span.line, span.column)).collect();
        assert_eq!(places, [(3, 34), (4, 25)]);
        assert!(project.diagnostics[1].message.contains("under requiredScopes and under optionalScopes"));
        assert_eq!(project.apps[0].declared.required, ["oauth", "a", "a"]);
    }
}
