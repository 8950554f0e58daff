//! `config/invalid-json`: a file that is no JSON.

use crate::rules::config_stage::{APP, current, older};
use crate::rules::stage::{fires, told};

const RULE: &str = "config/invalid-json";

#[test]
fn comments_and_trailing_commas_are_named_with_line_and_column() {
    let findings = current(&[
        ("src/a-hsmeta.json", "{\n  \"uid\": \"a\",\n}"),
        ("src/b-hsmeta.json", "{\n  // why\n}"),
        ("src/app-hsmeta.json", APP),
    ]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error src/a-hsmeta.json: src/a-hsmeta.json is not valid JSON: a comma stands before the closing bracket (line 3, column 1).
    at src/a-hsmeta.json:3:1 (16..17)
    fix: Mend the file: HubSpot takes no comments and no trailing commas.
    developer mends it, documented
    error src/b-hsmeta.json: src/b-hsmeta.json is not valid JSON: a comment stands here (line 2, column 3).
    at src/b-hsmeta.json:2:3 (4..5)
    fix: Mend the file: HubSpot takes no comments and no trailing commas.
    developer mends it, documented
    ");
}

#[test]
fn a_card_of_the_older_formats_is_named_too() {
    let findings = older(&[
        ("src/app.json", r#"{"scopes": [], "extensions": {"crm": {"cards": [{"file": "card.json"}]}}}"#),
        ("src/card.json", "{,}"),
    ]);
    insta::assert_snapshot!(told(&findings, RULE), @r"
    error src/card.json: src/card.json is not valid JSON: key must be a string (line 1, column 2).
    at src/card.json:1:2 (1..2)
    fix: Mend the file: HubSpot takes no comments and no trailing commas.
    developer mends it, documented
    ");
}

#[test]
fn a_file_with_a_byte_order_mark_is_taken() {
    assert!(!fires(&current(&[("src/app-hsmeta.json", &format!("\u{feff}{APP}"))]), RULE));
}
