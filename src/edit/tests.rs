//! The promises of editing in place, by example.

mod properties;

use super::{apply, declare, diff};
use crate::diagnostic::Edit;
use crate::plan::Declared;

const FILE: &str = "src/app/app-hsmeta.json";

fn add(path: &str, value: &str) -> Edit {
    Edit::Add { file: FILE.into(), path: path.into(), value: value.into() }
}

fn remove(path: &str) -> Edit {
    Edit::Remove { file: FILE.into(), path: path.into() }
}

fn set(path: &str, value: &str) -> Edit {
    Edit::Set { file: FILE.into(), path: path.into(), value: value.into() }
}

fn replace(start: usize, end: usize, with: &str) -> Edit {
    Edit::Replace { file: FILE.into(), start, end, with: with.into() }
}

/// The text afterwards; every edit must have been done.
fn done(text: &str, edits: &[Edit]) -> String {
    let edited = apply(text, edits);
    assert_eq!(edited.skipped, [], "{text}");
    assert_eq!(edited.applied, edits);
    edited.text
}

/// Why the one edit is not done.
fn why_not(text: &str, edits: &[Edit]) -> String {
    let edited = apply(text, edits);
    assert_eq!(edited.skipped.len(), 1, "{edited:?}");
    edited.skipped[0].1.clone()
}

#[test]
fn a_new_item_is_written_like_its_neighbours() {
    for (before, after) in [
        (r#"{"a": ["x", "y"]}"#, r#"{"a": ["x", "y", "new"]}"#),
        (r#"{"a":["x","y"]}"#, r#"{"a":["x","y","new"]}"#),
        (r#"{"a":["x"]}"#, r#"{"a":["x","new"]}"#),
        (r#"{"a": ["x"]}"#, r#"{"a": ["x", "new"]}"#),
        (r#"{"a": [ "x" ]}"#, r#"{"a": [ "x", "new" ]}"#),
        ("{\"a\": [\r\n\t\"x\"\r\n]}", "{\"a\": [\r\n\t\"x\",\r\n\t\"new\"\r\n]}"),
        ("{\"a\": [\n    \"x\",\n    \"y\"\n  ]}", "{\"a\": [\n    \"x\",\n    \"y\",\n    \"new\"\n  ]}"),
        ("{\"a\": [\n    \"x\",\n\n    \"y\",\n  ]}", "{\"a\": [\n    \"x\",\n\n    \"y\",\n    \"new\",\n  ]}"),
        ("{\"a\": [\n    \"x\" // why\n  ]}", "{\"a\": [\n    \"x\", // why\n    \"new\"\n  ]}"),
        ("{\"a\": [\"x\", // why\n]}", "{\"a\": [\"x\", // why\n\"new\",\n]}"),
        ("{\"a\": [\n  // none\n]}", "{\"a\": [\n  // none\n  \"new\"\n]}"),
        (r#"{"a": []}"#, r#"{"a": ["new"]}"#),
        ("{\"a\": [\n]}", "{\"a\": [\n  \"new\"\n]}"),
        ("{\n    \"a\": []\n}", "{\n    \"a\": [\n        \"new\"\n    ]\n}"),
        ("{\n  \"b\": [\"x\"],\n  \"a\": []\n}", "{\n  \"b\": [\"x\"],\n  \"a\": [\"new\"]\n}"),
        ("\u{feff}{\"a\": []}\r\n", "\u{feff}{\"a\": [\"new\"]}\r\n"),
        ("{\"a\": [{\"z\": 1}]}", "{\"a\": [{\"z\": 1}, \"new\"]}"),
    ] {
        assert_eq!(done(before, &[add("/a", "new")]), after, "{before}");
    }
}

#[test]
fn a_missing_list_is_made_with_all_that_it_stands_in() {
    for (before, after) in [
        ("{}", r#"{"config": {"auth": {"a": ["new"]}}}"#),
        (
            "{\n  \"uid\": \"x\"\n}\n",
            "{\n  \"uid\": \"x\",\n  \"config\": {\n    \"auth\": {\n      \"a\": [\n        \"new\"\n      ]\n    }\n  }\n}\n",
        ),
        (r#"{"uid":"x"}"#, r#"{"uid":"x","config":{"auth":{"a":["new"]}}}"#),
        (
            "{\r\n\t\"config\": {\r\n\t\t\"auth\": {\r\n\t\t\t\"b\": [\"x\"]\r\n\t\t}\r\n\t}\r\n}",
            "{\r\n\t\"config\": {\r\n\t\t\"auth\": {\r\n\t\t\t\"b\": [\"x\"],\r\n\t\t\t\"a\": [\"new\"]\r\n\t\t}\r\n\t}\r\n}",
        ),
        (
            "{\n  \"config\": {}\n}",
            "{\n  \"config\": {\n    \"auth\": {\n      \"a\": [\n        \"new\"\n      ]\n    }\n  }\n}",
        ),
    ] {
        assert_eq!(done(before, &[add("/config/auth/a", "new")]), after, "{before}");
    }
    let both = done("{}", &[add("/a", "x"), add("/a", "y"), set("/b/c", "z")]);
    assert_eq!(both, r#"{"b": {"c": "z"}, "a": ["x", "y"]}"#);
}

#[test]
fn what_is_taken_out_leaves_a_tidy_list() {
    let lines = "[\n  \"a\",\n  \"b\",\n  \"c\"\n]";
    for (before, gone, after) in [
        (r#"["a", "b", "c"]"#, &["/0"][..], r#"["b", "c"]"#),
        (r#"["a", "b", "c"]"#, &["/1"], r#"["a", "c"]"#),
        (r#"["a", "b", "c"]"#, &["/2"], r#"["a", "b"]"#),
        (r#"["a", "b", "c"]"#, &["/0", "/2"], r#"["b"]"#),
        (r#"["a", "b", "c"]"#, &["/1", "/2"], r#"["a"]"#),
        (r#"[ "a", "b" ]"#, &["/1"], r#"[ "a" ]"#),
        (r#"[ "a" ]"#, &["/0"], "[]"),
        (r#"["a","b",]"#, &["/1"], r#"["a",]"#),
        (r#"["a",]"#, &["/0"], "[]"),
        (lines, &["/0"], "[\n  \"b\",\n  \"c\"\n]"),
        (lines, &["/1"], "[\n  \"a\",\n  \"c\"\n]"),
        (lines, &["/2"], "[\n  \"a\",\n  \"b\"\n]"),
        (lines, &["/0", "/1", "/2"], "[]"),
        ("[\n  \"a\", // one\n  \"b\" // two\n]", &["/1"], "[\n  \"a\" // one\n  // two\n]"),
        ("[\n  \"a\", // one\n  \"b\" // two\n]", &["/0"], "[\n  // one\n  \"b\" // two\n]"),
        ("[// one\n\"a\"]", &["/0"], "[// one\n]"),
        (r#"{"x": 1, "y": {"z": 2}}"#, &["/y/z"], r#"{"x": 1, "y": {}}"#),
        ("{\n  \"x\": 1,\n  \"y\": 2\n}", &["/y"], "{\n  \"x\": 1\n}"),
        ("{\n  \"x\": 1,\n  \"y\": 2\n}", &["/x"], "{\n  \"y\": 2\n}"),
    ] {
        let edits: Vec<Edit> = gone.iter().map(|path| remove(path)).collect();
        assert_eq!(done(before, &edits), after, "{before} without {gone:?}");
    }
}

#[test]
fn taking_out_and_adding_go_together() {
    for (before, edits, after) in [
        (r#"["a", "b"]"#, vec![remove("/1"), add("", "c")], r#"["a", "c"]"#),
        (r#"["a", "b"]"#, vec![remove("/0"), add("", "c")], r#"["b", "c"]"#),
        (r#"["a", "b"]"#, vec![remove("/0"), remove("/1"), add("", "c"), add("", "d")], r#"["c", "d"]"#),
        ("[\n  \"a\"\n]", vec![remove("/0"), add("", "c"), add("", "d")], "[\n  \"c\",\n  \"d\"\n]"),
        ("[\n  \"a\",\n]", vec![remove("/0"), add("", "c")], "[\n  \"c\",\n]"),
        ("[\n  \"a\",\n  \"b\", // why\n]", vec![remove("/1"), add("", "c")], "[\n  \"a\",\n  \"c\",\n  // why\n]"),
        (r#"["a", "b"]"#, vec![remove("/0"), add("", "a")], r#"["b", "a"]"#),
        (r#"["a", "b"]"#, vec![set("/0", "x"), add("", "a")], r#"["x", "b", "a"]"#),
        (r#"{"v": "1", "l": ["a"]}"#, vec![set("/v", "2"), add("/l", "b")], r#"{"v": "2", "l": ["a", "b"]}"#),
    ] {
        assert_eq!(done(before, &edits), after, "{before} {edits:?}");
    }
}

#[test]
fn of_two_edits_of_one_place_one_is_done_and_the_other_named() {
    let text = r#"{"a": ["x", "y"]}"#;
    assert_eq!(why_not(text, &[set("/a/0", "z"), remove("/a/0")]), "another edit takes it out");
    assert_eq!(apply(text, &[set("/a/0", "z"), remove("/a/0")]).text, r#"{"a": ["y"]}"#);
    assert_eq!(why_not(text, &[remove("/a/0"), remove("/a")]), "another edit takes it out");
    assert_eq!(why_not(text, &[set("/a/0", "v"), set("/a/0", "w")]), "another edit writes there");
    assert_eq!(why_not(text, &[add("/a", "x")]), "the list has it already");
    assert_eq!(why_not(text, &[add("/a", "z"), add("/a", "z")]), "the list has it already");
    assert_eq!(why_not("{}", &[add("/a", "z"), add("/a", "z")]), "the list has it already");
    assert_eq!(why_not("{}", &[set("/a", "z"), add("/a", "z")]), "another edit writes there");
    assert_eq!(why_not(text, &[remove("/a/2")]), "nothing stands there");
    assert_eq!(why_not(text, &[remove("")]), "it would take out the whole file");
    assert_eq!(why_not(text, &[remove("a")]), "its path is not a JSON pointer");
    assert_eq!(why_not(text, &[add("/a/0", "z")]), "what stands there is not a list");
    assert_eq!(
        why_not(text, &[add("/b/0/c", "z")]),
        "the place does not exist, and what should stand there is not known"
    );
    assert_eq!(why_not(text, &[set("/a/7", "z")]), "the place does not exist, and cannot be made where no object is");
    assert_eq!(why_not("{\"a\": \n[1 2]}", &[add("/a", "z")]), "the text is not JSON (line 2, column 4)");
    assert_eq!(why_not("{'a': []}", &[add("/a", "z")]), "the text is not JSON (line 1, column 2)");
    assert_eq!(why_not("aé", &[replace(2, 3, "")]), "its bytes are no part of the text");
    assert_eq!(why_not("abc", &[replace(0, 2, "x"), replace(1, 3, "y")]), "another edit changes the same bytes");
    assert_eq!(done("abc", &[replace(1, 2, "x"), replace(3, 3, "!"), replace(0, 0, "(")]), "(axc!");
}

#[test]
fn of_doubled_keys_the_last_one_is_meant_and_escapes_are_read() {
    assert_eq!(done(r#"{"a": [], "a": []}"#, &[add("/a", "x")]), r#"{"a": [], "a": ["x"]}"#);
    assert_eq!(done(r#"{"\u0061": []}"#, &[add("/a", "x")]), r#"{"\u0061": ["x"]}"#);
    assert_eq!(done(r#"{"a/b~": []}"#, &[add("/a~1b~0", "q\"\u{1b}")]), "{\"a/b~\": [\"q\\\"\\u001b\"]}");
}

#[test]
fn ten_thousand_levels_and_megabytes_are_edited() {
    // Ten of them in an optimised build, which edits them ten times as fast.
    const EDITS: usize = if cfg!(debug_assertions) { 10_000 } else { 100_000 };
    let deep = format!("{{\"deep\":{}{},\"a\":[]}}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(done(&deep, &[add("/a", "x")]).ends_with("\"a\":[\"x\"]}"));
    let path = "/0".repeat(10_000);
    let lists = format!("{}\"x\"{}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(done(&lists, &[set(&path, "y")]).contains("[\"y\"]"));
    let new: Vec<Edit> = (0..EDITS).map(|i| add("/config/auth/a", &format!("n{i}"))).collect();
    assert_eq!(done("{}", &new).matches('n').count(), EDITS + 1);
    let items: Vec<String> = (0..3 * EDITS).map(|i| format!("    \"crm.objects.some-{i}.read\"")).collect();
    let long = format!("{{\"a\": [\n{}\n]}}", items.join(",\n"));
    let edits: Vec<Edit> =
        (0..EDITS).flat_map(|i| [remove(&format!("/a/{}", 3 * i)), add("/a", &format!("n{i}"))]).collect();
    let edited = done(&long, &edits);
    let list: serde_json::Value = serde_json::from_str(&edited).unwrap();
    assert_eq!(list["a"].as_array().unwrap().len(), 3 * EDITS);
}

#[test]
fn scopes_move_between_lists_with_the_least_change() {
    let text = "{\n  \"config\": {\n    \"auth\": {\n      \"requiredScopes\": [\"oauth\", \"tickets\", \"crm.lists.read\"],\n      \"optionalScopes\": []\n    }\n  }\n}\n";
    let wanted = Declared {
        required: vec!["crm.lists.read".into(), "oauth".into()],
        conditional: vec!["automation".into()],
        optional: vec!["tickets".into()],
    };
    let edits = declare(FILE, text, "/config/auth", &wanted);
    let after = done(text, &edits);
    insta::assert_snapshot!(diff(FILE, text, &after), @r#"
    --- src/app/app-hsmeta.json
    +++ src/app/app-hsmeta.json
    @@ -1,8 +1,9 @@
     {
       "config": {
         "auth": {
    -      "requiredScopes": ["oauth", "tickets", "crm.lists.read"],
    -      "optionalScopes": []
    +      "requiredScopes": ["oauth", "crm.lists.read"],
    +      "optionalScopes": ["tickets"],
    +      "conditionallyRequiredScopes": ["automation"]
         }
       }
     }
    "#);
    assert_eq!(declare(FILE, &after, "/config/auth", &wanted), []);
}

#[test]
fn a_new_list_begins_with_oauth_and_an_old_app_has_one_list() {
    let wanted = Declared {
        required: vec!["automation".into(), "oauth".into()],
        conditional: vec!["tickets".into()],
        optional: vec!["automation".into()],
    };
    let added = |edits: &[Edit]| -> Vec<String> {
        edits.iter().map(|edit| if let Edit::Add { value, .. } = edit { value.clone() } else { "-".into() }).collect()
    };
    assert_eq!(added(&declare(FILE, "{}", "/auth", &wanted)), ["oauth", "automation", "tickets", "automation"]);
    let edits = declare(FILE, r#"{"scopes": ["files", "tickets"]}"#, "/scopes", &wanted);
    assert_eq!(added(&edits), ["-", "automation", "oauth"]);
    assert_eq!(
        done(r#"{"scopes": ["files", "tickets"]}"#, &edits),
        r#"{"scopes": ["tickets", "automation", "oauth"]}"#
    );
    let twice = declare(
        FILE,
        r#"{"scopes": ["tickets", 1, "tickets"]}"#,
        "/scopes",
        &Declared { required: vec!["tickets".into()], ..Declared::default() },
    );
    assert_eq!(twice, [remove("/scopes/2")]);
}

#[test]
fn a_diff_shows_nothing_that_moves_the_cursor_and_cuts_what_is_long() {
    assert_eq!(diff("a", "x", "x").to_string(), "");
    let shown = diff("a\u{1b}[2J", "one\r\n\ttwo\u{1b}[31m\r\n", "one\r\n\tthree\r\n").to_string();
    insta::assert_snapshot!(shown, @r"
    --- a\x1b[2J
    +++ a\x1b[2J
    @@ -1,2 +1,2 @@
     one
    -    two\x1b[31m
    +    three
    ");
    let (before, after) = ("é".repeat(1000) + "a" + &"z".repeat(1000), "é".repeat(1000) + "b" + &"z".repeat(1000));
    let shown = diff("a", &before, &after);
    let longest = shown.lines.iter().map(|line| line.text.chars().count()).max();
    assert_eq!(longest, Some(403));
    assert!(shown.to_string().contains("éa"), "{shown}");
}
