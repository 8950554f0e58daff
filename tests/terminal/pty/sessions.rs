//! Unsaved work between two runs.

use std::fs;
use std::path::Path;

use crate::pty::APP;
use crate::pty::run::{Run, Start};

/// hubscope in `folder`, with its state in `state`.
fn start(args: &[&str], folder: &Path, state: &Path) -> Start {
    Start::hubscope(args).folder(folder).env("XDG_STATE_HOME", state.to_str().unwrap())
}

fn kept(state: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(state.join("hubscope/sessions")) else { return Vec::new() };
    entries.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

fn chooses_a_webhook(folder: &Path, state: &Path) -> Run {
    let mut run = start(&APP, folder, state).open();
    run.press("Space j Space");
    run
}

#[test]
fn work_that_was_left_is_offered_the_next_time_and_taken_with_one_key() {
    let (folder, state) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut run = chooses_a_webhook(folder.path(), state.path());
    run.press("q y");
    assert_eq!(run.finished(), 1);
    assert_eq!(kept(state.path()).len(), 1);
    let mut again = start(&[], folder.path(), state.path()).open();
    again.wait_for("Unsaved work of 20");
    again.press("j");
    assert!(again.screen().contains("take it? y n"), "another key declines nothing:\n{}", again.screen());
    again.press("y");
    again.wait_for("is back");
    again.press("2 Right");
    assert!(again.screen().contains("[x] contact.creation"), "{}", again.screen());
    again.press("Ctrl-S");
    again.wait_for("Saved");
    assert!(kept(state.path()).is_empty(), "what is saved is kept no longer");
    again.press("q");
    assert_eq!(again.finished(), 1);
    let third = start(&[], folder.path(), state.path()).open();
    assert!(!third.screen().contains("Unsaved work"), "{}", third.screen());
}

fn press(run: &mut Run, keys: &str) {
    run.press(keys);
}

#[test]
fn work_is_kept_whatever_ends_the_program() {
    type End = fn(&mut Run);
    let ends: [(End, u32); 4] = [
        (|run| press(run, "Ctrl-C"), 1),
        (|run| press(run, "4 Enter"), 0),
        (|run| run.signal("TERM"), 143),
        (|run| run.signal("HUP"), 129),
    ];
    for (end, code) in ends {
        let (folder, state) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut run = chooses_a_webhook(folder.path(), state.path());
        end(&mut run);
        assert_eq!(run.finished(), code);
        let kept = kept(state.path());
        assert!(kept.len() == 1 && kept[0].contains("contact.creation"), "after {code}: {kept:?}");
    }
}

#[test]
fn declined_work_goes_and_no_session_neither_asks_nor_keeps() {
    let (folder, state) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    chooses_a_webhook(folder.path(), state.path()).press("Ctrl-C").finished();
    let mut quiet = start(&["--no-session"], folder.path(), state.path()).open();
    assert!(!quiet.screen().contains("Unsaved work"), "{}", quiet.screen());
    quiet.press("Down").type_text("x").press("Ctrl-C");
    quiet.finished();
    assert_eq!(kept(state.path()).len(), 1);
    let mut run = start(&[], folder.path(), state.path()).open();
    run.press("n");
    run.wait_for("is dropped");
    assert!(kept(state.path()).is_empty());
}

#[test]
fn an_app_file_that_changed_meanwhile_is_not_written_over_and_the_work_is_kept() {
    let (folder, state) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let app = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private",
    "auth": {"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"]}}}"#;
    let file = folder.path().join("src/app/app-hsmeta.json");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let settings = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;
    fs::write(folder.path().join("hsproject.json"), settings).unwrap();
    fs::write(&file, app).unwrap();
    let mut first = start(&APP, folder.path(), state.path()).open();
    let mut second = start(&APP, folder.path(), state.path()).open();
    first.press("/").type_text("deal.creation").press("Enter Space Ctrl-S Enter");
    first.wait_for("Saved");
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains("crm.objects.deals.read"), "{written}");
    second.press("/").type_text("ticket.creation").press("Enter Space Ctrl-S Enter");
    second.wait_for("changed");
    assert_eq!(fs::read_to_string(&file).unwrap(), written);
    second.press("Ctrl-C");
    second.finished();
    assert!(kept(state.path())[0].contains("ticket.creation"));
}

#[test]
fn what_was_saved_since_the_work_was_left_is_neither_lost_nor_written_over() {
    let (folder, state) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let file = folder.path().join("hubscope.json");
    let entry = |option: &str| format!(r#"{{"feature": "webhooks.classic", "option": "{option}", "when": "always"}}"#);
    fs::write(&file, format!(r#"{{"version": 1, "features": [{}]}}"#, entry("contact.creation"))).unwrap();
    let mut run = start(&APP, folder.path(), state.path()).open();
    run.press("/").type_text("deal.merge").press("Enter Space q y");
    assert_eq!(run.finished(), 1);
    let both = format!("{}, {}", entry("contact.creation"), entry("ticket.creation"));
    fs::write(&file, format!(r#"{{"version": 1, "features": [{both}]}}"#)).unwrap();
    let mut again = start(&[], folder.path(), state.path()).open();
    again.press("y");
    again.wait_for("is back, with what was saved since");
    again.press("Ctrl-S");
    again.wait_for("Saved");
    let written = fs::read_to_string(&file).unwrap();
    for option in ["contact.creation", "ticket.creation", "deal.merge"] {
        assert!(written.contains(option), "{option} is lost: {written}");
    }
}
