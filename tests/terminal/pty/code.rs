//! The scan of a project's code behind the first screen.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::pty::APP;
use crate::pty::leaving::copied;
use crate::pty::run::Start;

const SERVER: &str = r#"
exports.owners = () => fetch("https://api.hubapi.com/crm/v3/owners");
exports.deals = () => fetch("https://api.hubapi.com/crm/v3/objects/deals");
"#;

fn project(folder: &Path) {
    let app = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private",
        "auth": {"type": "oauth", "redirectUrls": ["http://localhost:3000/oauth-callback"], "requiredScopes": ["oauth"]}}}"#;
    fs::create_dir_all(folder.join("src/app")).unwrap();
    let settings = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;
    fs::write(folder.join("hsproject.json"), settings).unwrap();
    fs::write(folder.join("src/app/app-hsmeta.json"), app).unwrap();
}

/// Code that takes a while.
fn large(folder: &Path, files: usize) {
    let mut text = String::new();
    for place in 0..400 {
        let path = format!("https://api.hubapi.com/crm/v3/objects/contacts/${{id}}/x{place}");
        writeln!(text, "exports.f{place} = (id) => fetch(`{path}`);").unwrap();
    }
    for file in 0..files {
        let place = folder.join(format!("server/{:02}", file % 40));
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join(format!("f{file}.js")), &text).unwrap();
    }
}

#[test]
fn a_call_of_the_code_is_taken_and_the_link_copied_within_six_keys() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    fs::write(folder.path().join("server.js"), SERVER).unwrap();
    let mut run = Start::hubscope(&APP[..2]).folder(folder.path()).open();
    assert!(run.screen().contains("code: 2 calls, 2 not chosen, 2 scopes missing"), "{}", run.screen());
    run.press("c");
    assert!(run.under_cursor().contains("objects/deals"), "{}", run.screen());
    run.press("j Space y").wait_for("Sent to the terminal");
    let url = copied(&run).unwrap();
    assert!(url.contains("crm.objects.owners.read") && !url.contains("deals"), "{url}");
    assert!(run.pressed() <= 6, "{} keys", run.pressed());
}

#[test]
fn all_calls_of_the_code_and_the_link_cost_three_keys() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hubscope.json"), r#"{"version": 1}"#).unwrap();
    fs::write(folder.path().join("server.js"), SERVER).unwrap();
    let mut run = Start::hubscope(&APP).folder(folder.path()).open();
    run.press("A 4 Enter");
    assert_eq!(run.finished(), 0);
    let out = run.screen().replace('\n', "");
    assert!(out.contains("scope=oauth%20crm.objects.deals.read%20crm.objects.owners.read"), "{out}");
}

#[test]
fn a_folder_that_is_no_project_is_not_scanned_nor_is_the_sample() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("server.js"), SERVER).unwrap();
    for args in [&APP[..], &["--example"]] {
        let mut run = Start::hubscope(args).folder(folder.path()).open_at_once();
        assert!(!run.screen().contains("scan"), "{}", run.screen());
        run.press("c");
        assert!(!run.screen().contains("code:"), "{}", run.screen());
    }
    // A plan of another name may lie anywhere.
    fs::write(folder.path().join("base.json"), r#"{"version": 1}"#).unwrap();
    let run = Start::hubscope(&["base.json"]).folder(folder.path()).open_at_once();
    assert!(!run.screen().contains("scan"), "{}", run.screen());
}

#[test]
fn the_first_frame_comes_before_the_scan_which_counts_and_holds_nothing_up() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    large(folder.path(), 40);
    let mut run = Start::hubscope(&APP[..2]).folder(folder.path()).open_at_once();
    assert!(run.lines()[1].contains("scanning the code"), "nothing is counted yet:\n{}", run.screen());
    run.wait_until("a count", |run| run.lines()[1].contains("files"));
    run.press("j j Space");
    assert!(run.is_scanning(), "the keys were answered before its end:\n{}", run.screen());
    run.wait_until("the end of the scan", |run| !run.is_scanning());
}

#[test]
fn leaving_during_a_scan_waits_for_nothing() {
    for keys in ["q", "Ctrl-C", "4 Enter"] {
        let folder = tempfile::tempdir().unwrap();
        project(folder.path());
        large(folder.path(), 1_500);
        let mut run = Start::hubscope(&APP[..2]).folder(folder.path()).open_at_once();
        run.wait_until("a count", |run| run.lines()[1].contains("files"));
        run.press(keys);
        run.finished();
        run.assert_given_back();
        assert!(!run.bytes().contains("not chosen"), "{keys}: it left before the scan was done");
    }
}

#[test]
fn once_the_scan_is_done_nothing_is_drawn_any_more() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    fs::write(folder.path().join("server.js"), SERVER).unwrap();
    let mut run = Start::hubscope(&APP[..2]).folder(folder.path()).open();
    let before = run.frames();
    // Silence can only be waited for.
    std::thread::sleep(Duration::from_millis(400));
    run.press("j");
    assert_eq!(run.frames(), before + 1);
}
