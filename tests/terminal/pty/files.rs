//! What is read from disk and what is written to it.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use crate::pty::APP;
use crate::pty::run::Start;

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn saving_writes_the_plan_file_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut run = Start::hubscope(&APP).folder(folder.path()).open();
    run.press("Space j Space Ctrl-S");
    run.wait_for("Saved");
    assert_eq!(names(folder.path()), ["hubscope.json"]);
    let text = fs::read_to_string(folder.path().join("hubscope.json")).unwrap();
    assert!(text.contains("contact.creation") && text.ends_with("}\n"), "{text}");
    run.press("q");
    assert_eq!(run.finished(), 1);
    let mut again = Start::hubscope(&[]).folder(folder.path()).open();
    assert!(again.screen().contains("[x] contact.creation"), "{}", again.screen());
    again.press("q");
    assert_eq!(again.finished(), 1);
}

#[test]
fn saving_keeps_what_it_does_not_know_and_puts_a_whole_file_in_place_of_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hubscope.json");
    let plan = r#"{
  "note": "ask Ann first",
  "version": 1,
  "app": {"name": "shop", "team": "growth"},
  "features": [{"feature": "webhooks.classic", "option": "contact.creation", "owner": "Bo"}]
}"#;
    fs::write(&path, plan).unwrap();
    // A second name of the old file shows whether it was written into or replaced.
    let old = folder.path().join("old");
    fs::hard_link(&path, &old).unwrap();
    let mut run = Start::hubscope(&APP).folder(folder.path()).open();
    run.press("/").type_text("deal.creation").press("Enter Space Ctrl-S");
    run.wait_for("Saved");
    let text = fs::read_to_string(&path).unwrap();
    for kept in ["\"note\": \"ask Ann first\"", "\"team\": \"growth\"", "\"owner\": \"Bo\"", "deal.creation"] {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    assert_eq!(fs::read_to_string(&old).unwrap(), plan);
    assert_eq!(fs::metadata(&old).unwrap().nlink(), 1);
    assert_eq!(names(folder.path()).len(), 2);
}

#[test]
fn a_file_that_changed_meanwhile_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut run = Start::hubscope(&APP).folder(folder.path()).open();
    fs::write(folder.path().join("hubscope.json"), "{}").unwrap();
    run.press("Space j Space Ctrl-S");
    run.wait_for("has changed since");
    assert_eq!(fs::read_to_string(folder.path().join("hubscope.json")).unwrap(), "{}");
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone");
    fs::create_dir(&gone).unwrap();
    let mut run = Start::hubscope(&APP).folder(&gone).open();
    fs::remove_dir(&gone).unwrap();
    run.press("Space j Space Ctrl-S");
    run.wait_for("cannot write");
    assert!(run.under_cursor().contains("[x] contact.creation"), "{}", run.screen());
}

const SETTINGS: &str = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;
const SHOP: &str = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private",
    "auth": {"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"]}}}"#;

#[test]
fn a_project_is_read_from_a_folder_below_its_root() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", SHOP)]);
    let run = Start::hubscope(&[]).folder(&folder.path().join("src/app")).open();
    assert!(run.lines()[0].contains("Shop") && run.lines()[0].contains("2026.09"), "{}", run.screen());
    assert!(run.screen().contains("https://shop.example/"), "{}", run.screen());
}

#[test]
fn a_project_with_broken_json_opens_and_names_file_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let card = "{\n  \"uid\": \"c\",\n  \"type\": \"card\",\n}";
    let files = [("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", SHOP), ("src/app/c-hsmeta.json", card)];
    write(folder.path(), &files);
    let run = Start::hubscope(&[]).folder(folder.path()).open();
    for word in ["src/app/c-hsmeta.json", "line 4", "column 1", "Shop"] {
        assert!(run.screen().contains(word), "{word}:\n{}", run.screen());
    }
}

#[test]
fn a_project_whose_only_app_is_broken_opens_and_names_the_fault_first() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", "{\n  \"uid\": shop\n}")]);
    let run = Start::hubscope(&[]).folder(folder.path()).open();
    for word in ["src/app/app-hsmeta.json", "line 2", "column"] {
        assert!(run.screen().contains(word), "{word}:\n{}", run.screen());
    }
}

#[test]
fn of_an_app_whose_file_is_broken_no_link_is_called_good() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", "{\n  \"uid\": shop\n}")]);
    let mut run = Start::hubscope(&APP).folder(folder.path()).open();
    run.press("4");
    for word in ["app's settings could not be read", "app-hsmeta.json"] {
        assert!(run.screen().contains(word), "{word}:\n{}", run.screen());
    }
    assert!(!run.screen().contains("accepts this link"), "{}", run.screen());
    run.press("y");
    assert!(run.screen().contains("could not be read"), "{}", run.screen());
    assert!(run.lines()[0].contains("settings not read") && !run.lines()[0].contains("private"), "{}", run.screen());
}

#[test]
fn what_a_save_mends_is_no_longer_said() {
    let folder = tempfile::tempdir().unwrap();
    let without = SHOP.replace(r#"["oauth"]"#, r#"["crm.lists.read"]"#);
    write(folder.path(), &[("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", &without)]);
    let client = ["--client-id", APP[1]];
    let mut run = Start::hubscope(&client).folder(folder.path()).open();
    let complaint = "none of its scope lists has oauth";
    run.press("4");
    assert!(run.screen().contains(complaint), "{}", run.screen());
    run.press("2 Space j Space 4 Ctrl-S");
    run.wait_for("enter write");
    run.press("Enter");
    run.wait_for("Saved");
    assert!(fs::read_to_string(folder.path().join("src/app/app-hsmeta.json")).unwrap().contains("\"oauth\""));
    assert!(!run.screen().contains(complaint), "{}", run.screen());
}

#[test]
fn escape_sequences_in_a_project_are_shown_and_not_obeyed() {
    let folder = tempfile::tempdir().unwrap();
    let escaped = r"\u001b[31mred\u001b]0;title\u0007";
    let app = SHOP.replace("Shop", escaped).replace("/done", &format!("/{escaped}"));
    let card = format!(r#"{{"uid": "{escaped}", "type": "{escaped}", "config": {{}}}}"#);
    let root = folder.path().join("a\x1b]0;folder\x07b");
    let settings = SETTINGS.replace("2026.09", &format!("2026.09{escaped}"));
    let files = [("hsproject.json", &*settings), ("src/app/app-hsmeta.json", &app), ("src/app/c-hsmeta.json", &card)];
    write(&root, &files);
    let mut run = Start::hubscope(&[]).folder(&root).size(200, 50).open();
    assert!(run.lines()[0].contains(r"\x1b[31mred\x1b]0;title\x07"), "{}", run.screen());
    run.press("1 j Tab Tab Tab 2 3 4 j j j j Tab Tab 2 Space j Space Ctrl-S 1 4 ? Esc");
    assert!(!run.bytes().contains("\x1b]0;") && !run.bytes().contains('\x07'), "{}", run.screen());
    assert!(!run.bytes().contains("\x1b[31mred"), "{}", run.screen());
}

#[test]
fn a_plan_file_that_is_no_plan_is_named_with_the_place_before_anything_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hubscope.json"), "{\n  \"version\": 1,,\n}").unwrap();
    let mut run = Start::hubscope(&[]).folder(folder.path()).run();
    assert_eq!(run.finished(), 2);
    let said = run.screen().replace('\n', "");
    assert!(said.contains("hubscope.json") && said.contains("line 2") && said.contains("column"), "{said}");
    assert!(!run.bytes().contains("\x1b[?1049h"));
}
