//! Turns the facts of `assets/catalog/` and the words of `assets/scan/` into static tables when the program is compiled, so
//! that nothing is parsed when it starts. The JSON stays the one place where facts are written; what is malformed in it
//! fails the build, with the file and the row. The rows are those that the program itself reads: `src/catalog/rows/` and
//! `src/scan/words/`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a build stops at what is malformed, and talks to cargo"
)]
#![allow(dead_code, unreachable_pub, unused_imports, reason = "the program uses more of the rows than the tables hold")]

mod date;
#[path = "../src/catalog/rows/mod.rs"]
mod rows;
mod rust_source;
#[path = "words.rs"]
mod word_tables;
#[path = "../src/scan/words"]
mod words {
    pub(crate) mod fold;
    pub(crate) mod meaning;
    pub(crate) mod row;
}

use std::path::Path;
use std::{env, fs};

use serde::{Deserialize, Serialize};

fn main() {
    println!("cargo::rerun-if-changed=assets/build.rs");
    println!("cargo::rerun-if-changed=assets/date.rs");
    println!("cargo::rerun-if-changed=assets/rust_source.rs");
    println!("cargo::rerun-if-changed=assets/words.rs");
    println!("cargo::rerun-if-changed=src/catalog/rows");
    println!("cargo::rerun-if-changed=src/scan/words");
    // Most are read when first asked for: a fault in them is found here, all the same.
    let files = rows::Files {
        scopes: &read("scopes.json"),
        features: &read("features.json"),
        platforms: &read("platforms.json"),
        objects: &read("objects.json"),
        endpoints: &read("endpoints.json"),
        overrides: &read("overrides.json"),
        messages: &read("messages.json"),
        permissions: &read("permissions.json"),
        sunsets: &read("sunsets.json"),
        topics: &read("topics.json"),
        internal_names: &read("internal_names.json"),
    };
    let faults: Vec<String> = files.faults().iter().map(|fault| format!("assets/catalog/{fault}")).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let sdk: rows::SdkFile = read("sdk.json");
    for rows in [&sdk.official, &sdk.dated].into_iter().chain(sdk.unofficial.iter().map(|package| &package.rows)) {
        let wrong = rows.windows(2).find(|pair| pair[0].0 >= pair[1].0);
        assert!(
            wrong.is_none(),
            "assets/catalog/sdk.json, row {}: rows stand in order, each once",
            wrong.unwrap()[1].0
        );
    }
    let tables = [
        table("pub(super) static SCOPES: ScopesFile", files.scopes),
        table("pub(super) static FEATURES: FeaturesFile", files.features),
        table("pub(super) static PLATFORMS: PlatformsFile", files.platforms),
    ];
    write("catalog.rs", &tables.concat());
    write("rules.rs", &constants(&read::<RulesFile>("rules.json").rules));
    read::<rows::NearFile>("near.json");
    let words: words::row::WordsFile = read_in("assets/scan", "words.json");
    let faults = word_tables::faults(&words);
    assert!(faults.is_empty(), "assets/scan/words.json, {}", faults.join("\n"));
    write("words.rs", &word_tables::tables(&words));
}

/// `rules.json`, which nothing but the table reads.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct RulesFile {
    rules: Vec<rows::Rule>,
}

/// A constant a rule, `URL_MISSING_SCOPE` of `url/missing-scope`, so that an id that is none does not compile; and all of them.
fn constants(rules: &[rows::Rule]) -> String {
    let name = |rule: &rows::Rule| rule.id.replace(['/', '-'], "_").to_uppercase();
    let constant = |rule: &rows::Rule| {
        let rows = rust_source::expression(rule).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
        format!("/// `{}`.\npub const {}: &Rule = &{rows};\n", rule.id, name(rule))
    };
    let names: Vec<String> = rules.iter().map(name).collect();
    let constants: String = rules.iter().map(constant).collect();
    format!("{constants}static ALL: &[&Rule] = &[{}];\n", names.join(", "))
}

fn read<T: Deserialize<'static>>(file: &'static str) -> T {
    read_in("assets/catalog", file)
}

fn read_in<T: Deserialize<'static>>(folder: &str, file: &'static str) -> T {
    let path = format!("{folder}/{file}");
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    rows::read(file, text.leak()).unwrap_or_else(|fault| panic!("{folder}/{fault}"))
}

fn table(name: &str, rows: &impl Serialize) -> String {
    let rows = rust_source::expression(rows).unwrap_or_else(|error| panic!("{name}: {error}"));
    format!("{name} = {rows};\n")
}

fn write(name: &str, code: &str) {
    let folder = env::var_os("OUT_DIR").expect("cargo names the folder");
    fs::write(Path::new(&folder).join(name), code).expect("the tables can be written");
}
