//! The truth table of scope types and parameters, end to end: what a link may have where, as HubSpot documents it.
//!
//! The expectation is written down here a second time, apart from the rules.

use std::collections::{BTreeMap, BTreeSet};

use hubscope::catalog::Catalog;
use hubscope::check::{AppSide, LinkOptions};
use hubscope::diagnostic::Edit;
use hubscope::edit::apply;

use crate::rules::config_stage::{app, side_of};
use crate::rules::stage::{against, fires, link_with, repaired_against};

const NAME: &str = "forms";
const FILE: &str = "src/app/app-hsmeta.json";
const BOTH: &str = "url/scope-in-both";

/// Type in the settings, `scope`, `optional_scope`, the rules that fire in the order of the link.
const TABLE: [(&str, bool, bool, &[&str]); 16] = [
    ("required", true, false, &[]),
    ("required", false, true, &["match/required-missing"]),
    ("required", true, true, &[BOTH]),
    ("required", false, false, &["match/required-missing"]),
    ("conditional", true, false, &[]),
    ("conditional", false, true, &["match/conditional-in-optional"]),
    ("conditional", true, true, &["match/conditional-in-optional", BOTH]),
    ("conditional", false, false, &[]),
    ("optional", true, false, &["match/optional-in-scope"]),
    ("optional", false, true, &[]),
    ("optional", true, true, &["match/optional-in-scope", BOTH]),
    ("optional", false, false, &[]),
    ("none", true, false, &["match/not-configured"]),
    ("none", false, true, &["match/not-configured"]),
    ("none", true, true, &["match/not-configured", "match/not-configured", BOTH]),
    ("none", false, false, &[]),
];

/// An app that has `forms` as a scope of this type, beside others.
fn settings(kind: &str) -> String {
    let own = |of: &str, others: &str| {
        let name = if of == kind { "\"forms\"" } else { "" };
        let comma = if name.is_empty() || others.is_empty() { "" } else { ", " };
        format!("{others}{comma}{name}")
    };
    app(&own("required", "\"oauth\""), &own("conditional", "\"automation\""), &own("optional", "\"crm.lists.read\""))
}

fn link(in_scope: bool, in_optional: bool) -> String {
    let scope = if in_scope { "oauth forms automation" } else { "oauth automation" };
    let optional = if in_optional { "forms crm.lists.read" } else { "crm.lists.read" };
    link_with(scope, optional)
}

/// Both lists of a link.
fn lists(link: &str) -> [BTreeSet<String>; 2] {
    let read = hubscope::link::read(link).unwrap();
    [read.scope.into_iter().collect(), read.optional_scope.into_iter().collect()]
}

/// Whether HubSpot takes the link, by its documentation: every required scope in `scope`, nothing there that is optional or
/// not configured, and in `optional_scope` nothing that is not optional.
fn is_taken(side: &AppSide, link: &str) -> bool {
    let [scope, optional] = lists(link);
    let declared = &side.declared;
    declared.required.iter().all(|name| scope.contains(name))
        && scope.iter().all(|name| declared.required.contains(name) || declared.conditional.contains(name))
        && optional.iter().all(|name| declared.optional.contains(name))
}

fn rules(side: &AppSide, link: &str) -> Vec<&'static str> {
    let mut rules: Vec<&str> = against(side, link).iter().map(|finding| finding.rule.id).collect();
    rules.retain(|rule| rule.starts_with("match/") || *rule == BOTH);
    rules.sort_unstable();
    rules
}

#[test]
fn every_type_in_every_parameter_has_its_rules() {
    for (kind, in_scope, in_optional, expected) in TABLE {
        let (side, link) = (side_of(&settings(kind)), link(in_scope, in_optional));
        assert_eq!(rules(&side, &link), expected, "{kind}: {link}");
        assert_eq!(is_taken(&side, &link), expected.is_empty(), "{kind}: {link}");
    }
}

#[test]
fn every_repaired_link_is_taken_and_keeps_what_the_settings_have() {
    for (kind, in_scope, in_optional, _) in TABLE {
        let (side, link) = (side_of(&settings(kind)), link(in_scope, in_optional));
        let repaired = repaired_against(&side, &link);
        assert_eq!(rules(&side, &repaired), Vec::<&str>::new(), "{kind}: {link} => {repaired}");
        assert!(is_taken(&side, &repaired), "{kind}: {link} => {repaired}");
        let all = |link: &str| lists(link).into_iter().flatten().collect::<BTreeSet<String>>();
        let gone: BTreeSet<String> = all(&link).difference(&all(&repaired)).cloned().collect();
        let may_go: BTreeSet<String> = (kind == "none").then(|| NAME.to_owned()).into_iter().collect();
        assert!(gone.is_subset(&may_go), "{kind}: {link} => {repaired}");
        assert_eq!(repaired == link, is_taken(&side, &link), "a link that is taken stays as it is");
    }
}

#[test]
fn every_change_of_the_settings_makes_the_link_right() {
    for (kind, in_scope, in_optional, expected) in TABLE {
        let (text, link) = (settings(kind), link(in_scope, in_optional));
        let findings = against(&side_of(&text), &link);
        let alternatives: Vec<_> = findings.iter().filter_map(|finding| finding.alternative.as_ref()).collect();
        // A name in both parameters is right with no settings.
        if in_scope && in_optional {
            assert!(alternatives.is_empty(), "{kind}: {link}: {alternatives:?}");
            continue;
        }
        let edits: Vec<Edit> = alternatives.iter().flat_map(|fix| fix.edits.clone()).collect();
        assert_eq!(edits.is_empty(), expected.is_empty(), "{kind}: {link}");
        assert!(edits.iter().all(|edit| edit.file() == FILE));
        let edited = apply(&text, &edits);
        assert!(edited.skipped.is_empty(), "{:?}", edited.skipped);
        let side = side_of(&edited.text);
        assert_eq!(rules(&side, &link), Vec::<&str>::new(), "{kind}: {link}\n{}", edited.text);
        assert!(is_taken(&side, &link), "{kind}: {link}\n{}", edited.text);
        let findings = crate::rules::config_stage::current(&[(FILE, &edited.text)]);
        assert!(!findings.iter().any(hubscope::diagnostic::Diagnostic::is_error), "{findings:?}");
    }
}

/// HubSpot adds `oauth` to every OAuth app, so no settings ask for less of it.
#[test]
fn the_settings_never_give_up_oauth() {
    let side = side_of(&app("\"oauth\", \"forms\"", "", ""));
    let findings = against(&side, &link_with("forms", ""));
    assert!(fires(&findings, "match/required-missing"));
    assert!(findings.iter().all(|finding| finding.alternative.is_none()));
}

#[test]
fn a_link_in_a_file_is_matched_at_its_place() {
    let side = side_of(&settings("optional"));
    let text = format!("first line\n{}\n", link(true, false));
    let options = LinkOptions { file: "notes.md", side: Some(&side), ..LinkOptions::default() };
    let checked = hubscope::check::check_source(Catalog::embedded(), "notes.md", &text, &options);
    let finding = checked.diagnostics.iter().find(|finding| finding.rule.id == "match/optional-in-scope").unwrap();
    let span = finding.span.as_ref().unwrap();
    assert_eq!((&text[span.start..span.end], span.line), (NAME, 2));
    let counts: BTreeMap<&str, usize> = checked.diagnostics.iter().fold(BTreeMap::new(), |mut counts, finding| {
        *counts.entry(finding.rule.id).or_default() += 1;
        counts
    });
    assert_eq!(counts["match/optional-in-scope"], 1);
    let rewritten = checked.rewritten.unwrap();
    assert!(rewritten.starts_with("first line\n") && rewritten.ends_with('\n'));
    assert!(is_taken(&side, rewritten.lines().nth(1).unwrap()), "{rewritten}");
}
