//! Facts files: what is written is read as it was, and what is wrong in any way is refused with the place.

use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::catalog::{Catalog, changes};

fn embedded(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalog").join(file);
    std::fs::read_to_string(path).unwrap()
}

fn all() -> Vec<(&'static str, String)> {
    FACT_FILES.into_iter().map(|file| (file, embedded(file))).collect()
}

fn read_back(files: &[(&'static str, String)], older: Older) -> Result<Catalog, String> {
    let text = facts_file(files, &[]).map_err(|error| error.to_string())?;
    Catalog::layered("facts.json", text.leak(), older).map_err(|error| error.to_string())
}

/// The file with `from`, which stands in it, replaced once.
fn with(file: &'static str, from: &str, to: &str) -> Vec<(&'static str, String)> {
    let text = embedded(file);
    assert!(text.contains(from), "{file} has no {from}");
    vec![(file, text.replacen(from, to, 1))]
}

fn scopes_day() -> Date {
    Catalog::embedded().days().find(|(file, _)| *file == "scopes.json").unwrap().1
}

fn refused(files: &[(&'static str, String)]) -> String {
    read_back(files, Older::Refuse).expect_err("it is refused")
}

#[test]
fn the_embedded_folder_imported_is_the_embedded_catalog_field_by_field() {
    let layered = read_back(&all(), Older::Refuse).unwrap();
    let ours = Catalog::embedded();
    for kind in changes(ours, &layered) {
        assert!(kind.new.is_empty() && kind.gone.is_empty() && kind.changed.is_empty(), "{kind:?}");
    }
    assert_eq!(format!("{:?}", ours.scopes()), format!("{:?}", layered.scopes()));
    assert_eq!(format!("{:?}", ours.groups()), format!("{:?}", layered.groups()));
    assert_eq!(format!("{:?}", ours.features()), format!("{:?}", layered.features()));
    assert_eq!(format!("{:?}", ours.objects()), format!("{:?}", layered.objects()));
    assert_eq!(format!("{:?}", ours.endpoints().operations()), format!("{:?}", layered.endpoints().operations()));
    assert_eq!(ours.components_without_feature(), layered.components_without_feature());
    assert_eq!(ours.internal_names(), layered.internal_names());
    assert!(ours.sources().eq(layered.sources()) && ours.days().eq(layered.days()));
    assert_eq!(ours.as_of(), layered.as_of());
    assert_eq!(layered.layer().unwrap().files.len(), FACT_FILES.len());
    assert_eq!(ours.layer(), None);
}

#[test]
fn one_file_renews_its_rows_and_the_others_stay() {
    let files = with("scopes.json", "\"summary\": \"", "\"summary\": \"Renewed. ");
    let layered = read_back(&files, Older::Refuse).unwrap();
    let found = changes(Catalog::embedded(), &layered);
    let scopes = found.iter().find(|kind| kind.kind == "scopes").unwrap();
    assert_eq!((scopes.changed.len(), scopes.changed[0].fields.len()), (1, 1));
    assert_eq!(scopes.changed[0].fields[0].field, "summary");
    assert!(found.iter().filter(|kind| kind.kind != "scopes").all(|kind| kind.changed.is_empty()));
    assert_eq!(layered.layer().unwrap().files, [("scopes.json", scopes_day())]);
}

#[test]
fn a_new_scope_moves_the_places_of_the_others_and_all_are_found() {
    let row = r#"{"name": "AAA.first", "summary": "s", "group": "g", "status": "current", "selectable": "account_level", "confidence": "reported", "sources": ["A page"]},"#;
    let text = embedded("scopes.json");
    let second = text.match_indices("\n{\"name\": ").nth(1).unwrap().0;
    let text = format!("{}\n{row}{}", &text[..second], &text[second..]);
    let layered = read_back(&[("scopes.json", text)], Older::Refuse).unwrap();
    assert_eq!(layered.scopes().len(), Catalog::embedded().scopes().len() + 1);
    for (place, scope) in layered.scopes().iter().enumerate() {
        let id = layered.scope_id(scope.name).unwrap();
        assert_eq!((id.index(), layered.scope(id).name), (place, scope.name));
    }
    assert_eq!(layered.variant_of("aaa_first"), Some("AAA.first"));
    assert_eq!(Catalog::embedded().variant_of("aaa_first"), None);
}

#[test]
fn what_is_wrong_is_refused_with_file_row_and_field() {
    let cases = [
        (with("scopes.json", "\"summary\"", "\"sumary\""), "scopes.json, row oauth, sumary: unknown field"),
        (with("scopes.json", "\"status\": \"", "\"status\": \"so-"), "scopes.json, row oauth, status: unknown variant"),
        (with("features.json", "\"all_of\": [\"", "\"all_of\": [\"no.such."), "requires: there is no scope `no.such."),
        (with("features.json", "\"group\": \"", "\"group\": \"no-"), "group: there is no group `no-"),
        (with("platforms.json", "\"sunset\": \"", "\"sunset\": \"no-"), "sunset: there is no sunset `no-"),
        (with("permissions.json", "\"needs\": [\"", "\"needs\": [\"no-"), "needs: there is no permission `no-"),
        (with("sunsets.json", "\"id\": \"", "\"id\": \"zz"), "rows stand in the order of their names"),
        (with("endpoints.json", "\"as_of\": \"", "\"as_of\": \"soon "), "endpoints.json, as_of: "),
        (with("internal_names.json", "\"scopes\": [\"", "\"scopes\": [\"no."), "there is no scope `no."),
    ];
    for (files, wanted) in cases {
        let told = refused(&files);
        assert!(told.contains(wanted), "{told}, not {wanted}");
        assert!(told.starts_with(files[0].0), "{told}");
    }
}

#[test]
fn a_place_that_leads_nowhere_in_the_endpoint_facts_is_refused() {
    let mut facts: Value = serde_json::from_str(&embedded("endpoints.json")).unwrap();
    facts["requirements"] = Value::Array(Vec::new());
    let told = refused(&[("endpoints.json", facts.to_string())]);
    assert!(told.contains("seen: each version leads to a row of requirements") && told.contains("more"), "{told}");
}

#[test]
fn older_facts_are_refused_by_name_and_taken_when_asked_for() {
    let day = scopes_day().to_string();
    let files = with("scopes.json", &day, "2020-02-01");
    let told = refused(&files);
    assert!(told.contains("its scopes.json is of 2020-02-01, older than that of this hubscope"), "{told}");
    assert!(told.contains("--older-facts"), "{told}");
    assert!(read_back(&files, Older::Take).is_ok());
}

#[test]
fn another_format_and_what_is_no_facts_file_are_told_apart() {
    let told = |text: &str| Catalog::layered("x", text.to_owned().leak(), Older::Refuse).unwrap_err().to_string();
    assert!(told("{\"format\": 2, \"anything\": true}").contains("a facts file of format 2"));
    for text in
        ["", "{}", "[]", "7", "{\"format\": \"1\"}", "{\"format\": 1, \"as_of\": \"2026-12-01\", \"files\": {}}"]
    {
        assert!(told(text).starts_with("it is not what catalog import writes"), "{text}: {}", told(text));
    }
    let twice = "{\"format\": 1, \"as_of\": \"x\", \"files\": {\"topics.json\": {}, \"topics.json\": {}}}";
    assert!(told(twice).contains("duplicate field"), "{}", told(twice));
    let other = "{\"format\": 1, \"as_of\": \"x\", \"files\": {\"rules.json\": {}}}";
    assert!(told(other).contains("unknown field `rules.json`"), "{}", told(other));
}

#[test]
fn a_sentence_that_the_program_quotes_stays_where_a_newer_file_lacks_it() {
    let mut facts: Value = serde_json::from_str(&embedded("messages.json")).unwrap();
    facts["messages"] = Value::Array(Vec::new());
    let layered = read_back(&[("messages.json", facts.to_string())], Older::Refuse).unwrap();
    assert_eq!(layered.messages().all().len(), Catalog::embedded().messages().all().len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Cut anywhere, or with a byte changed anywhere, a facts file is read or refused with a sentence.
    #[test]
    fn no_damage_makes_it_panic(file in 0..FACT_FILES.len(), at in 0.0..1.0_f64, letter in "[a-z0-9\"{},:]", cuts in any::<bool>()) {
        let text = facts_file(&[(FACT_FILES[file], embedded(FACT_FILES[file]))], &[]).unwrap();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a text")]
        let mut place = (at * text.len() as f64) as usize;
        while !text.is_char_boundary(place) {
            place -= 1;
        }
        let rest = text[place..].chars().next().map_or(0, char::len_utf8);
        let damaged = match cuts {
            true => text[..place].to_owned(),
            false => format!("{}{letter}{}", &text[..place], &text[place + rest..]),
        };
        if let Err(error) = Catalog::layered("facts.json", damaged.leak(), Older::Take) {
            prop_assert!(error.to_string().len() > 10);
        }
    }
}
