//! The walk line by line, through pipes.

use crate::run::{CLIENT_ID, REDIRECT, assert_says, hubscope};
use hubscope::link::read;

#[test]
fn a_script_of_answers_gives_the_link_on_standard_output_and_the_questions_on_standard_error() {
    let run =
        hubscope("--plain --no-session").stdin(&format!("{CLIENT_ID}\n{REDIRECT}\n\nfind deal.creation\n1\nlink\n\n"));
    let done = run.run().exits(0);
    let link = read(&done.out).unwrap();
    assert_eq!(link.scope, ["oauth", "crm.objects.deals.read"]);
    assert_eq!(done.out.lines().count(), 1);
    assert_says(&done.err, &["Client id", "Step 2 of 4", "New scope: crm.objects.deals.read", "was not saved"]);
}

#[test]
fn the_end_of_the_input_is_no_answer() {
    let run = hubscope("--plain --no-session --example").stdin("status\n");
    assert_says(&run.refusal(), &["Required: oauth", "Step 2 of 4"]);
}

#[test]
fn saving_shows_the_edit_first_and_then_writes_it() {
    let app = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private",
    "auth": {"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"]}}}"#;
    let project = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;
    let run = hubscope(&format!("--plain --no-session --client-id {CLIENT_ID}"))
        .file("hsproject.json", project)
        .file("src/app/app-hsmeta.json", app)
        .stdin("find deal.creation\n1\nsave\ny\nquit\n");
    assert_says(&run.refusal(), &["Saving changes this:", "crm.objects.deals.read", "Write it?", "Saved"]);
    let written = std::fs::read_to_string(run.folder().join("src/app/app-hsmeta.json")).unwrap();
    assert!(written.contains("crm.objects.deals.read"), "{written}");
}

#[test]
fn what_is_unsaved_is_kept_and_taken_the_next_time_by_a_word() {
    let state = tempfile::tempdir().unwrap();
    let run = hubscope("--plain").env("XDG_STATE_HOME", state.path().to_str().unwrap()).env("HOME", "/nonexistent");
    let first = run.stdin(&format!("{CLIENT_ID}\n{REDIRECT}\nfind deal.creation\n1\nquit\n2\n"));
    first.refusal();
    let done = first.stdin("take\nlink\n\n").run().exits(0);
    assert_says(&done.err, &["Unsaved work of 20", "take takes it", "New scope: crm.objects.deals.read"]);
    assert_eq!(read(&done.out).unwrap().scope, ["oauth", "crm.objects.deals.read"]);
}

#[test]
fn nothing_from_a_file_or_a_line_reaches_the_terminal_as_a_sequence() {
    let plan =
        r#"{"version": 1, "app": {"name": "a\u001b[31m"}, "links": [{"name": "x\u001b]0;t\u0007", "with": []}]}"#;
    let run = hubscope("--plain --no-session")
        .file("hubscope.json", plan)
        .stdin("\u{1b}[2J\nfeatures\n\u{1b}]0;x\u{7}\nlink\n");
    let said = run.refusal();
    assert!(!said.contains('\u{1b}') && !said.contains('\u{7}'), "{said}");
}

#[test]
fn the_link_of_a_walk_can_be_json() {
    let run = hubscope("--plain --no-session --example --json").stdin("link\n\n").run().exits(0);
    let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert!(answer["url"].as_str().unwrap().starts_with("https://app.hubspot.com/"));
}
