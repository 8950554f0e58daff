//! A facts file: written, used, named in what is said, compared, and refused where it is older or wrong.

use std::path::Path;

use serde_json::{Value, json};

use super::run::{Run, assert_says, hubscope, url};

/// Sunsets of a day to come, with one that the program does not know.
fn sunsets() -> String {
    let mut file: Value = serde_json::from_str(include_str!("../../assets/catalog/sunsets.json")).unwrap();
    file["as_of"] = json!("2030-01-01");
    file["sunsets"].as_array_mut().unwrap().push(json!({
        "id": "zzz.something", "what": "something new", "end": "gone", "date": "2031-01-01", "precision": "day",
        "confidence": "reported", "source": "reported, source not public, 2030-01",
    }));
    file.to_string()
}

/// A facts file of them.
fn facts() -> String {
    format!("{{\"format\": 1, \"as_of\": \"2030-01-01\", \"files\": {{\"sunsets.json\": {}}}}}", sunsets())
}

fn in_config_folder(run: Run, name: &str, text: impl AsRef<[u8]>) -> Run {
    let run = run.file(&format!("config/hubscope/{name}"), text);
    let folder = run.folder().join("config");
    run.env("XDG_CONFIG_HOME", folder.to_str().unwrap()).env("HOME", "/nowhere")
}

#[test]
fn a_folder_of_catalog_json_becomes_one_file_that_answers_name() {
    let run = hubscope("catalog import --facts folder --output facts.json").file("folder/sunsets.json", sunsets());
    let done = run.run().exits(0);
    assert_says(&done.out, &["facts of 2030-01-01, checked: 1", "sunsets.json of 2030-01-01"]);
    let written = std::fs::read_to_string(run.folder().join("facts.json")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&written).unwrap()["format"], 1);
    let info = hubscope("catalog info --catalog facts.json").file("facts.json", &written).json();
    assert_eq!(info["catalog"], json!({"file": "facts.json", "as_of": "2030-01-01", "files": ["sunsets.json"]}));
    assert_eq!((&info["days"]["sunsets.json"], info["as_of"] == "2030-01-01"), (&json!("2030-01-01"), false));
    assert!(info["sunsets"].as_array().unwrap().iter().any(|row| row["id"] == "zzz.something"));
}

#[test]
fn whatever_answers_with_a_facts_file_names_it() {
    let with = |run: Run| run.file("facts.json", facts()).arg("--catalog").arg("facts.json");
    let scope = "crm.objects.contacts.read";
    for run in [
        url(&format!("--scope {scope}")),
        hubscope(&format!("explain {scope}")),
        hubscope("explain 'GET /crm/v3/owners'"),
        hubscope("simulate --account pro --example"),
        hubscope("check 'https://app.hubspot.com/oauth/authorize?client_id=x'"),
        hubscope("scan ."),
        hubscope("catalog info"),
    ] {
        let answer = with(run).json();
        assert_eq!(answer["catalog"]["file"], "facts.json", "{answer}");
    }
    let done = with(url(&format!("--scope {scope}"))).run().exits(0);
    assert_says(&done.err, &["hubscope: with the facts of 2030-01-01 in facts.json: sunsets.json"]);
    let listed = with(hubscope("catalog scopes owners --json")).run().exits(0);
    assert!(listed.out.starts_with('[') && listed.err.contains("facts.json"), "{listed:?}");
    assert_eq!(url(&format!("--scope {scope}")).json().get("catalog"), None, "no file, no word of it");
}

#[test]
fn what_differs_is_shown_for_people_and_for_programs() {
    let shown = hubscope("catalog diff facts.json").file("facts.json", facts()).run().exits(0).out;
    assert_says(&shown, &["sunsets: 1 new, 0 gone, 0 changed\n  + zzz.something\n"]);
    assert!(!shown.contains("scopes:"), "{shown}");
    let answer = hubscope("catalog diff facts.json").file("facts.json", facts()).json();
    assert_eq!(answer["sunsets"], json!({"new": ["zzz.something"], "gone": [], "changed": []}));
    assert_eq!(answer["scopes"]["changed"], json!([]));
    let same = facts().replace("zzz.something", "zzz.else").replace("something new", "else");
    let changed = hubscope("catalog diff facts.json --catalog mine.json").file("mine.json", facts());
    let changed = changed.file("facts.json", same).json();
    assert_eq!(
        (&changed["sunsets"]["new"], &changed["sunsets"]["gone"]),
        (&json!(["zzz.else"]), &json!(["zzz.something"]))
    );
}

#[test]
fn an_older_file_is_refused_with_a_way_out_and_the_one_of_the_config_folder_is_left_aside() {
    let old = facts().replace("2030-01-01", "2020-01-01");
    let told = url("--scope oauth --catalog facts.json").file("facts.json", &old).trouble();
    assert_says(&told, &["facts.json", "sunsets.json is of 2020-01-01, older", "--older-facts"]);
    let taken = hubscope("catalog info --catalog facts.json --older-facts").file("facts.json", &old).json();
    assert_eq!(taken["catalog"]["as_of"], "2020-01-01");
    let done = in_config_folder(hubscope("catalog info"), "facts.json", &old).run().exits(0);
    assert_says(&done.err, &["facts.json is not used: its sunsets.json is of 2020-01-01, older"]);
    let used = in_config_folder(hubscope("catalog info"), "facts.json", facts()).json();
    assert_eq!(used["catalog"]["as_of"], "2030-01-01");
}

#[test]
fn what_is_wrong_in_a_folder_is_named_and_nothing_is_written() {
    let import = |text: &str| {
        let run = hubscope("catalog import --facts folder --output facts.json").file("folder/sunsets.json", text);
        let told = run.trouble();
        assert!(!Path::new(&run.folder().join("facts.json")).exists());
        told
    };
    assert_says(&import(&sunsets().replace("\"what\":", "\"waht\":")), &["sunsets.json, row", "unknown field `waht`"]);
    assert_says(
        &import(&sunsets().replace("something new", "some\u{202e}thing")),
        &["holds characters that could do something"],
    );
    assert_says(&import("{"), &["sunsets.json, line 1"]);
    let told = hubscope("catalog import --facts folder").file("folder/other.json", "{}").trouble();
    assert_says(&told, &["other.json is no file of facts: they are endpoints.json, features.json"]);
    let told = hubscope("catalog import").trouble();
    assert_says(&told, &["DIR|--facts <FOLDER>"]);
}

#[test]
fn the_program_s_own_folder_of_facts_can_be_imported() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalog");
    let done = hubscope("catalog import --facts").arg(folder.to_str().unwrap()).run().exits(0);
    assert_says(&done.out, &["checked: 11", "scopes.json of "]);
}

#[test]
fn how_old_the_facts_are_is_a_number_in_json() {
    let info = hubscope("catalog info").json();
    assert!(info["age_days"].as_i64().is_some_and(|days| days >= 0), "{info}");
}
