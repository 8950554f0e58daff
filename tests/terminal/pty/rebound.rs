//! Keys of the user's, from the config folder.

use std::fs;

use crate::pty::APP;
use crate::pty::run::Start;

fn with_keys(keys: &str) -> (tempfile::TempDir, Start) {
    let config = tempfile::tempdir().unwrap();
    fs::create_dir(config.path().join("hubscope")).unwrap();
    fs::write(config.path().join("hubscope/keys.json"), keys).unwrap();
    let start = Start::hubscope(&APP).env("XDG_CONFIG_HOME", config.path().to_str().unwrap());
    (config, start)
}

#[test]
fn a_key_of_the_users_works_and_stands_in_the_key_line_and_in_help() {
    let (_config, start) = with_keys(r#"{"list": {"a": "choose"}, "everywhere": {"F": "find"}}"#);
    let mut run = start.open();
    run.press("a j a");
    assert!(run.screen().contains("[x] contact.creation"), "{}", run.screen());
    assert!(
        run.lines().last().is_some_and(|line| line.contains("a remove") && line.contains("F find")),
        "{}",
        run.screen()
    );
    run.press("? /").type_text("find features");
    assert!(run.screen().contains("F  /"), "{}", run.screen());
    run.press("Enter Esc q y");
    assert_eq!(run.finished(), 1);
}

#[test]
fn a_file_of_keys_that_is_wrong_is_refused_with_its_place_before_anything_is_drawn() {
    let (_config, start) = with_keys("{\n  \"features\": {\"w\": \"chose\"}\n}");
    let mut run = start.run();
    assert_eq!(run.finished(), 2);
    let said = run.screen().replace('\n', "");
    for part in ["keys.json, line 2, column 16", "chose is not a command", "did you mean choose"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!run.bytes().contains('\x1b'));
}
