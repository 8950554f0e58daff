//! Turns the facts of `assets/catalog/` into static tables when the program is compiled, so that nothing is parsed when
//! it starts. The JSON stays the one place where facts are written; what is malformed in it fails the build.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a build stops at what is malformed, and talks to cargo"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

fn main() {
    println!("cargo::rerun-if-changed=assets/build.rs");
    let mut code = String::new();
    let scopes = read("scopes.json");
    let features = read("features.json");
    writeln!(code, "static AS_OF: Date = {};", date(&scopes["as_of"])).unwrap();
    let sources = scopes["sources"].as_object().expect("scopes.json has sources");
    let sources: Vec<String> = sources.iter().map(|(key, text)| format!("({key:?}, {})", text_of(text))).collect();
    writeln!(code, "static SOURCES: &[(&str, &str)] = {};", slice(sources)).unwrap();
    writeln!(code, "static SCOPES: &[Scope] = {};", slice(rows(&scopes["scopes"]).map(scope))).unwrap();
    writeln!(code, "static GROUPS: &[Group] = {};", slice(rows(&features["groups"]).map(group))).unwrap();
    writeln!(code, "static FEATURES: &[Feature] = {};", slice(rows(&features["features"]).map(feature))).unwrap();
    let without_feature = texts(&features["components_without_feature"]);
    writeln!(code, "static COMPONENTS_WITHOUT_FEATURE: &[&str] = {without_feature};").unwrap();
    let platforms = read("platforms.json");
    writeln!(code, "static PLATFORMS: &[Platform] = {};", slice(rows(&platforms["platforms"]).map(platform))).unwrap();
    write("catalog.rs", &code);
    let rules = read("rules.json");
    write("rules.rs", &format!("static RULES: &[Rule] = {};", slice(rows(&rules["rules"]).map(rule))));
}

fn write(name: &str, code: &str) {
    let folder = env::var_os("OUT_DIR").expect("cargo names the folder");
    fs::write(Path::new(&folder).join(name), code).expect("the tables can be written");
}

fn read(name: &str) -> Value {
    let path = format!("assets/catalog/{name}");
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn rows(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn slice(items: impl IntoIterator<Item = String>) -> String {
    let mut text = "&[".to_owned();
    for item in items {
        write!(text, "{item},").unwrap();
    }
    text + "]"
}

fn text_of(value: &Value) -> String {
    format!("{:?}", value.as_str().unwrap_or_else(|| panic!("{value} is not a text")))
}

fn texts(list: &Value) -> String {
    slice(rows(list).map(text_of))
}

fn maybe(value: &Value, write: impl Fn(&Value) -> String) -> String {
    if value.is_null() { "None".to_owned() } else { format!("Some({})", write(value)) }
}

fn flag(value: &Value, otherwise: bool) -> String {
    value.as_bool().unwrap_or(otherwise).to_string()
}

/// `account_level` of the enum `Selectable` is `Selectable::AccountLevel`.
fn variant(kind: &str, value: &Value) -> String {
    let words = value.as_str().unwrap_or_else(|| panic!("{value} is not a word")).split('_');
    let camel: String = words.map(|word| word[..1].to_uppercase() + &word[1..]).collect();
    format!("{kind}::{camel}")
}

fn variant_or(kind: &str, value: &Value, otherwise: &str) -> String {
    if value.is_null() { format!("{kind}::{otherwise}") } else { variant(kind, value) }
}

fn confidence(value: &Value) -> String {
    variant("Confidence", value)
}

fn date(value: &Value) -> String {
    let text = value.as_str().unwrap_or_else(|| panic!("{value} is not a date"));
    let parts: Vec<i16> =
        text.split('-').map(|part| part.parse().unwrap_or_else(|_| panic!("{text} is not a date"))).collect();
    assert!(parts.len() == 3, "{text} is not a date");
    format!("Date::constant({}, {}, {})", parts[0], parts[1], parts[2])
}

fn tier(value: &Value) -> String {
    let part = |part: &Value| {
        let addon = maybe(&part["addon"], text_of);
        format!(
            "TierPart {{ hub: {}, level: {}, addon: {addon} }}",
            variant("Hub", &part["hub"]),
            variant("Level", &part["level"])
        )
    };
    format!(
        "Tier {{ any: {}, any_of: {}, addon: {}, addon_alternative: {} }}",
        flag(&value["any"], false),
        slice(rows(&value["any_of"]).map(part)),
        maybe(&value["addon"], text_of),
        maybe(&value["addon_alternative"], text_of),
    )
}

fn scope(row: &Value) -> String {
    format!(
        "Scope {{ name: {}, summary: {}, group: {}, status: {}, legacy_confidence: {}, legacy_hint: {}, selectable: {}, confidence: {}, tier: {}, tier_confidence: {}, \
         replaced_by: {}, partly_replaced: {}, in_no_source: {}, sensitivity: {}, implies: {}, user_level: {}, super_admin: {}, pattern: {}, tier_hint: {}, opens_nothing: {}, note: {}, \
         in_specs: {}, sources: {} }}",
        text_of(&row["name"]),
        text_of(&row["summary"]),
        text_of(&row["group"]),
        variant("Status", &row["status"]),
        maybe(&row["legacy_confidence"], confidence),
        maybe(&row["legacy_hint"], text_of),
        variant("Selectable", &row["selectable"]),
        confidence(&row["confidence"]),
        maybe(&row["tier"], tier),
        maybe(&row["tier_confidence"], confidence),
        texts(&row["replaced_by"]),
        flag(&row["partly_replaced"], false),
        flag(&row["in_no_source"], false),
        variant_or("Sensitivity", &row["sensitivity"], "Normal"),
        texts(&row["implies"]),
        maybe(&row["user_level"], |value| variant("UserLevel", value)),
        maybe(&row["super_admin"], confidence),
        flag(&row["pattern"], false),
        maybe(&row["tier_hint"], text_of),
        maybe(&row["opens_nothing"], text_of),
        maybe(&row["note"], text_of),
        flag(&row["in_specs"], false),
        texts(&row["sources"]),
    )
}

fn group(row: &Value) -> String {
    format!(
        "Group {{ id: {}, name: {}, hint: {}, leads: {} }}",
        text_of(&row["id"]),
        text_of(&row["name"]),
        maybe(&row["hint"], text_of),
        maybe(&row["leads"], text_of),
    )
}

fn requirements(list: &Value) -> String {
    let alternative = |way: &Value| {
        format!(
            "Alternative {{ all_of: {}, confidence: {} }}",
            texts(&way["all_of"]),
            maybe(&way["confidence"], confidence)
        )
    };
    slice(rows(list).map(|rule| {
        format!(
            "DatedRequirement {{ period: Period {{ from: {}, until: {} }}, any_of: {}, confidence: {} }}",
            date(&rule["from"]),
            maybe(&rule["until"], date),
            slice(rows(&rule["any_of"]).map(alternative)),
            confidence(&rule["confidence"]),
        )
    }))
}

fn option(row: &Value) -> String {
    format!(
        "FeatureOption {{ id: {}, label: {}, aliases: {}, confidence: {}, needs: {}, platform_key: {}, object_type_id: {}, \
         auth: {}, requires: {} }}",
        text_of(&row["id"]),
        text_of(&row["label"]),
        texts(&row["aliases"]),
        confidence(&row["confidence"]),
        texts(&row["needs"]),
        maybe(&row["platform_key"], text_of),
        maybe(&row["object_type_id"], text_of),
        maybe(&row["auth"], text_of),
        requirements(&row["requires"]),
    )
}

fn feature(row: &Value) -> String {
    format!(
        "Feature {{ id: {}, name: {}, category: {}, group: {}, components: {}, confidence: {}, status: {}, in_link: {}, checked_at_setup: {}, \
         setup_message: {}, contested: {}, events: {}, note: {}, sources: {}, requires: {}, options: {} }}",
        text_of(&row["id"]),
        text_of(&row["name"]),
        text_of(&row["category"]),
        text_of(&row["group"]),
        texts(&row["components"]),
        confidence(&row["confidence"]),
        maybe(&row["status"], text_of),
        flag(&row["in_link"], true),
        flag(&row["checked_at_setup"], false),
        maybe(&row["setup_message"], text_of),
        maybe(&row["contested"], text_of),
        texts(&row["events"]),
        maybe(&row["note"], text_of),
        texts(&row["sources"]),
        requirements(&row["requires"]),
        slice(rows(&row["options"]).map(option)),
    )
}

fn platform(row: &Value) -> String {
    format!(
        "Platform {{ version: {}, format: {}, permissions: {}, is_current: {}, sunset: {}, confidence: {}, source: {} }}",
        text_of(&row["version"]),
        variant("PlatformFormat", &row["format"]),
        flag(&row["permissions"], false),
        flag(&row["is_current"], false),
        maybe(&row["sunset"], text_of),
        confidence(&row["confidence"]),
        text_of(&row["source"]),
    )
}

fn rule(row: &Value) -> String {
    format!(
        "Rule {{ id: {}, told_by: {}, severity: {}, summary: {}, source: {}, fix: {}, example: {} }}",
        text_of(&row["id"]),
        variant_or("Teller", &row["told_by"], "Check"),
        variant("Severity", &row["severity"]),
        text_of(&row["summary"]),
        text_of(&row["source"]),
        text_of(&row["fix"]),
        maybe(&row["example"], text_of),
    )
}
