//! Text from outside does nothing to a terminal, and colour is where it is wanted only.

use super::run::{CLIENT_ID, Run, assert_says, hubscope, url};

/// A title, a colour, the 8-bit CSI, a turned direction, a carriage return, a bell.
const EVIL: &str = "a\u{1b}]0;pwned\u{7}\u{1b}[31m\u{9b}2J\u{202e}\rb";

#[track_caller]
fn assert_harmless(run: &Run) {
    let done = run.run();
    for text in [&done.out, &done.err] {
        let raw = text.chars().find(|c| (c.is_control() && *c != '\n' && *c != '\t') || *c == '\u{202e}');
        assert_eq!(raw, None, "{done:?}");
    }
    assert!(!done.out.is_empty() || !done.err.is_empty());
}

#[test]
fn an_escape_in_an_argument_is_shown_and_not_done() {
    for flag in [
        "--scope",
        "--conditional",
        "--optional",
        "--feature",
        "--with",
        "--link",
        "--account",
        "--app-id",
        "--state",
        "--host",
        "--as-of",
        "--client-id",
        "--redirect-uri",
        "--plan",
        "--project",
        EVIL,
    ] {
        for json in ["", "--json"] {
            assert_harmless(&url(json).arg(flag).arg(EVIL));
        }
    }
}

#[test]
fn an_escape_in_a_path_or_a_filter_is_shown_and_not_done() {
    for line in ["", "catalog scopes", "catalog features", "completions", "explain", "explain GET"] {
        assert_harmless(&hubscope(line).arg(EVIL));
    }
}

#[test]
fn an_escape_in_a_plan_file_is_shown_and_not_done() {
    let evil = serde_json::to_string(EVIL).unwrap();
    let text = format!(
        r#"{{"app": {{"name": {evil}, "client_id": "{CLIENT_ID}", "redirect_url": "https://a.example"}},
            "scopes": [{{"scope": "crm.export", "type": "optional", "reason": {evil}}},
                       {{"scope": "automation", "type": "conditional"}}],
            "links": [{{"name": {evil}, "with": ["automation"]}}, {{"name": "x", "with": [{evil}]}}]}}"#
    );
    for line in [
        "url --plan p.json",
        "url --plan p.json --for-each-link",
        "p.json",
        "p.json --json",
        "url --plan p.json --for-each-link --json",
        "url --plan p.json --link x",
        "url --plan p.json --link y",
    ] {
        assert_harmless(&hubscope(line).file("p.json", &text));
    }
    assert_harmless(
        &hubscope("url --plan p.json").file("p.json", format!(r#"{{"features": [{{"feature": {evil}}}]}}"#)),
    );
    assert_harmless(&hubscope("url --plan p.json").file("p.json", format!(r#"{{"as_of": {evil}}}"#)));
}

#[cfg(unix)]
#[test]
fn an_escape_in_a_file_name_or_a_project_is_shown_and_not_done() {
    let evil = serde_json::to_string(EVIL).unwrap();
    let run = |line: &str| {
        hubscope(line)
            .file(&format!("{EVIL}/hsproject.json"), format!(r#"{{"name": {evil}, "srcDir": "src", "platformVersion": {evil}}}"#))
            .file(&format!("{EVIL}/src/{EVIL}-hsmeta.json"), format!(r#"{{"uid": {evil}, "type": {evil}, {evil}: 1"#))
            .file(&format!("{EVIL}/src/app-hsmeta.json"), format!(r#"{{"uid": {evil}, "type": "app", "config": {{"name": {evil}, "auth": {{"type": "oauth", "redirectUrls": [{evil}], "requiredScopes": [{evil}]}}}}}}"#))
    };
    for line in ["url --json --project", "url --project", "--json", ""] {
        assert_harmless(&run(line).arg(EVIL));
    }
    assert_harmless(&hubscope("").arg(&format!("{EVIL}.json")).file(&format!("{EVIL}.json"), "{"));
    let whole = format!(r#"{{"app": {{"client_id": "{CLIENT_ID}", "redirect_url": "https://a.example"}}}}"#);
    assert_harmless(&hubscope("").arg(&format!("{EVIL}.json")).file(&format!("{EVIL}.json"), whole));
}

#[test]
fn what_json_escapes_is_still_the_same_name() {
    let answer = url("").arg("--scope").arg(&EVIL.replace('\r', "")).json();
    assert_eq!(answer["scope"][1], EVIL.replace('\r', ""));
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    assert!(!url("--scope contacts").run().err.contains('\u{1b}'));
    assert_says(&url("--scope contacts --color always").run().err, &["\u{1b}[1;31merror\u{1b}[0m"]);
    assert!(!url("--scope contacts --color never").run().err.contains('\u{1b}'));
}
