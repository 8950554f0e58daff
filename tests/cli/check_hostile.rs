//! `hubscope check` on what nobody would write: an answer or a clear sentence, never a crash, and nothing of a file acts on
//! the terminal.

use std::fmt::Write as _;

use super::check::{APP, SETTINGS, link, project};
use super::run::{Done, assert_says, hubscope};

/// What a terminal would act on, or what would show the text in another order than it has.
const ACTIVE: [char; 6] = ['\u{1b}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{7}', '\u{8}'];

#[track_caller]
fn assert_inert(done: &Done) {
    for active in ACTIVE {
        assert!(!done.out.contains(active) && !done.err.contains(active), "{active:?} in {done:?}");
    }
}

#[test]
fn nothing_of_a_target_reaches_the_terminal_as_it_is() {
    let hostile: String = ACTIVE.iter().collect();
    let name = format!("forms{hostile}[2J");
    for format in ["human", "json", "sarif", "github"] {
        let line = format!("check --fix --format {format}");
        let by_itself = hubscope(&line).arg(&link(&format!("oauth,{name}"))).run();
        assert_inert(&by_itself);
        let escaped = name.replace('\u{1b}', "\\u001b").replace('\u{7}', "\\u0007").replace('\u{8}', "\\b");
        let config = APP.replace("forms", &escaped);
        let run = project(&format!("--locked --fix --format {format} .")).file("src/app/app-hsmeta.json", config);
        assert_inert(&run.run().exits(1));
        let run = hubscope(&line).arg("a.md").file("a.md", format!("{name}\n{}\n", link(&format!("oauth,{name}"))));
        assert_inert(&run.run());
        let folder = format!("docs{hostile}");
        assert_inert(&hubscope(&line).arg(&folder).file(&format!("{folder}/a"), "").run().exits(1));
        assert_inert(&hubscope(&line).arg(&format!("nowhere{hostile}")).run().exits(2));
    }
}

#[test]
fn bytes_that_are_no_text_are_said_to_be_none() {
    for bytes in [&b"PK\x03\x04\x00\xff\xfe"[..], &b"https://app.hubspot.com/oauth/authorize?scope=\xc3\x28"[..]] {
        let said = hubscope("check a.bin").file("a.bin", bytes).run().exits(2).err;
        assert_says(&said, &["cannot check a.bin", "it is not UTF-8 text, at byte"]);
    }
    let mut broken = APP.as_bytes().to_vec();
    broken[20] = 0xff;
    let run = project(".").file("src/app/app-hsmeta.json", &broken);
    assert_says(&run.run().exits(1).out, &["src/app/app-hsmeta.json"]);
    project("src/app/app-hsmeta.json").file("src/app/app-hsmeta.json", &broken).run().exits(1);
    hubscope("check nothing.txt").file("nothing.txt", "").run().exits(0);
}

#[test]
fn json_that_is_nested_deep_is_answered() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    for text in [deep.clone(), APP.replace("[\"forms\"]", &deep)] {
        let done = project(".").file("src/app/app-hsmeta.json", &text).run().exits(1);
        assert_says(&done.out, &["src/app/app-hsmeta.json"]);
    }
    project("--locked .").file("hubscope.json", &deep).run().exits(2);
    project(".").file("hsproject.json", &deep).run().exits(1);
}

#[test]
fn five_hundred_scopes_are_answered() {
    let mut list = String::new();
    for i in 0..500 {
        write!(list, "\"crm.objects.o{i}.read\",").unwrap();
    }
    let config = APP.replace("\"forms\"", list.trim_end_matches(','));
    let run = project("--json .").file("src/app/app-hsmeta.json", config);
    run.run().exits(1);
    let links = list.replace(['"'], "").replace(',', "%20");
    let run = project("--json --project . links.txt").file("links.txt", link(&links));
    run.run().exits(1);
}

#[cfg(unix)]
#[test]
fn symbolic_links_in_a_circle_and_files_that_cannot_be_opened_are_answered() {
    use std::os::unix::fs::symlink;
    let run = project(".");
    symlink("..", run.folder().join("src/app/circle")).unwrap();
    symlink("self-hsmeta.json", run.folder().join("src/app/self-hsmeta.json")).unwrap();
    symlink("nowhere", run.folder().join("src/app/gone-hsmeta.json")).unwrap();
    let done = run.run();
    assert_says(&done.out, &["self-hsmeta.json", "gone-hsmeta.json"]);
    symlink("loop", run.folder().join("loop")).unwrap();
    let said = hubscope("check").arg(run.folder().join("loop").to_str().unwrap()).trouble();
    assert_says(&said, &["cannot check"]);
    let project_file = hubscope("check .").file("hsproject.json/inner", SETTINGS);
    assert_says(&project_file.run().exits(1).out, &["config/no-project"]);
    assert_says(&hubscope("check /dev/null").trouble(), &["neither a file nor a folder"]);
}

#[test]
fn what_is_too_much_of_the_same_is_counted_and_repaired_nevertheless() {
    let text = link(&format!("oauth{}", "%20crm.lists.read".repeat(301)));
    let answer = hubscope("check").arg(&text).json();
    let told: Vec<&serde_json::Value> = answer["targets"][0]["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["rule"] == "url/duplicate-scope")
        .collect();
    assert_eq!(told.len(), 201);
    assert_eq!(told[200]["message"], "100 more of this kind are not listed.");
    assert_eq!(answer["targets"][0]["repaired"], link("oauth%20crm.lists.read"));
}

#[test]
fn a_name_that_is_not_known_is_not_called_unused_too() {
    let config = APP.replace("\"forms\"", "\"forms\", \"crm.made.up\"");
    let run = project(".").file("src/app/app-hsmeta.json", config);
    let call = "fetch(\"https://api.hubapi.com/crm/v3/owners\");";
    let answer = run.file("server.js", call).json();
    let about: Vec<&str> = answer["targets"][0]["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["subject"] == "crm.made.up")
        .map(|finding| finding["rule"].as_str().unwrap())
        .collect();
    assert_eq!(about, ["scope/unknown"]);
}
