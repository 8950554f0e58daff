//! Targets made up for the reports: what a finding can be, once each.

use std::collections::BTreeMap;

use hubscope::catalog::{Confidence, Teller, WhoFixes};
use hubscope::check::{Checked, Parsed, ParsedProject, ParsedUrl};
use hubscope::diagnostic::{Diagnostic, Edit, Rule, Severity, Span};

pub(crate) const LINK: &str = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&scope=contacts%20oauth&redirect_uri=https://shop.example/cb";
const FILE: &str = "src/app/app hsmeta.json";

static RETIRED: Rule = demo("demo/retired", Severity::Error);
static STATE: Rule = demo("demo/state", Severity::Note);
static UNKNOWN: Rule = demo("demo/unknown", Severity::Error);
static AUTH: Rule = demo("demo/auth", Severity::Warning);
static LONG: Rule = demo("demo/long", Severity::Warning);
static HOSTILE: Rule = Rule { who_fixes: WhoFixes::AccountAdmin, ..demo("demo/hostile", Severity::Note) };

/// A rule that no table has.
pub(crate) const fn demo(id: &'static str, severity: Severity) -> Rule {
    Rule {
        id,
        told_by: Teller::Check,
        severity,
        who_fixes: WhoFixes::Developer,
        summary: "Something is odd.",
        source: "the demo",
        fix: "Make it even.",
        example: None,
    }
}

/// The place of `part` in `text`, the file `name`.
pub(crate) fn span(name: &str, text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap();
    let line = text[..start].matches('\n').count() + 1;
    let column = text[..start].rsplit('\n').next().unwrap().trim_start_matches('\u{feff}').chars().count() + 1;
    Span { file: name.to_owned(), line, column, start, end: start + part.len() }
}

/// A link with an error that can be repaired and a note without a place.
pub(crate) fn link() -> Checked {
    let place = span("<link>", LINK, "contacts");
    let (start, end) = (place.start, place.end);
    let with = "crm.objects.contacts.read".to_owned();
    let retired = Diagnostic::new(&RETIRED, "contacts", "HubSpot retired the scope contacts.")
        .with_hubspot_says("Couldn't complete the connection: the app asks for a scope that is 100% gone.")
        .with_fix("Ask for crm.objects.contacts.read.")
        .with_edits([Edit::Replace { file: "<link>".into(), start, end, with }])
        .with_source("developers.hubspot.com, 2026-11-21")
        .with_span(place);
    let state = Diagnostic::new(&STATE, "state", "The link has no state.");
    Checked {
        target: LINK.to_owned(),
        kind: "url",
        parsed: Some(Parsed::Url(Box::new(ParsedUrl {
            host: Some("app.hubspot.com".into()),
            scope: vec!["contacts".into(), "oauth".into()],
            ..ParsedUrl::default()
        }))),
        diagnostics: vec![retired, state],
        repaired: Some(LINK.replace("contacts", "crm.objects.contacts.read")),
        repaired_in_part: false,
        rewritten: None,
        not_read: None,
        texts: BTreeMap::from([("<link>".to_owned(), LINK.to_owned())]),
    }
}

/// A project with a wide name, a tab, a hostile name, a value of several lines and a minified file.
pub(crate) fn project() -> Checked {
    let app = "\u{feff}{\r\n\t\"name\": \"試験 🔑\", \"scope\": \"crm.x\",\r\n\t\"auth\": {\r\n\t\t\"type\": \"o\"\r\n\t}\r\n}\r\n";
    let minified = format!("{{\"a\":[{}\"files\",{}]}}", "\"tickets\",".repeat(40), "\"oauth\"".repeat(40));
    let hostile = "a\u{1b}[2J,b:\u{202e}%.json";
    let diagnostics = vec![
        Diagnostic::new(&UNKNOWN, "crm.x", "HubSpot knows no scope crm.x.")
            .with_span(span(FILE, app, "crm.x"))
            .with_fix("Name it crm.lists.read.")
            .with_edits([Edit::Replace {
                file: FILE.into(),
                start: app.find("crm.x").unwrap(),
                end: app.find("crm.x").unwrap() + 5,
                with: "crm.lists.read".into(),
            }]),
        Diagnostic::new(&AUTH, "auth", "The auth is odd: see 50%, or less.")
            .with_span(span(FILE, app, "{\r\n\t\t\"type\": \"o\"\r\n\t}"))
            .with_confidence(Confidence::Reported)
            .with_edits([Edit::Remove { file: FILE.into(), path: "/auth".into() }]),
        Diagnostic::new(&LONG, "files", "The scope files is being split.")
            .with_span(span("min.json", &minified, "files")),
        Diagnostic::new(&HOSTILE, hostile, format!("{hostile} was\nnot read."))
            .with_confidence(Confidence::Inferred)
            .with_span(Span { file: hostile.into(), line: 1, column: 1, start: 0, end: 0 }),
    ];
    let files = vec![FILE.into(), "min.json".into(), hostile.into()];
    Checked {
        target: "./shop".into(),
        kind: "project",
        parsed: Some(Parsed::Project(Box::new(ParsedProject {
            root: "./shop".into(),
            files,
            ..ParsedProject::default()
        }))),
        diagnostics,
        repaired: None,
        repaired_in_part: false,
        rewritten: None,
        not_read: None,
        texts: BTreeMap::from([(FILE.to_owned(), app.to_owned()), ("min.json".to_owned(), minified)]),
    }
}

/// A project in which nothing was found.
pub(crate) fn clean() -> Checked {
    Checked { diagnostics: Vec::new(), ..project() }
}
