//! The rules of the house: arrows point down, nothing runs in a circle, pure layers stay pure, rooms stay small.
//!
//! The source is read, not compiled: [`source`] takes the paths out of each file, [`graph`] finds the files that they
//! lead to. Code of tests is left out, for it may look wherever it likes.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the source has nothing to say")]

mod graph;
mod source;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use graph::House;

/// The layers, from the top: an arrow points to a lower row, or to a neighbour in its own.
const LAYERS: [&[&str]; 13] = [
    &["main"],
    &["cli"],
    &["plain", "tui"],
    &["clipboard", "terminal"],
    &["account", "check", "diff", "offer", "scan", "trouble"],
    &["project"],
    &["link"],
    &["edit"],
    &["syntax"],
    &["plan"],
    &["solve"],
    &["diagnostic"],
    &["catalog", "credential", "escape", "prose"],
];

/// The layers without terminal, clock, environment and network.
const PURE: [&str; 17] = [
    "scan",
    "account",
    "check",
    "diff",
    "offer",
    "trouble",
    "project",
    "link",
    "edit",
    "syntax",
    "plan",
    "solve",
    "diagnostic",
    "catalog",
    "credential",
    "escape",
    "prose",
];

/// The parts of the configurator that draw nothing.
const UNDRAWN: [&str; 4] = ["model", "action", "update", "effect"];

/// Read once for all tests: reading takes longer than any question.
fn house() -> &'static House {
    static HOUSE: OnceLock<House> = OnceLock::new();
    HOUSE.get_or_init(|| House::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")))
}

fn layer_of(module: &str) -> usize {
    let place = LAYERS.iter().position(|layer| layer.contains(&module));
    place.unwrap_or_else(|| panic!("the module {module} has no place among the layers"))
}

#[test]
fn every_top_level_module_has_its_layer() {
    let house = house();
    let found = house.top_level_modules();
    for module in &found {
        layer_of(module);
    }
    for module in LAYERS.iter().flat_map(|layer| layer.iter()) {
        assert!(found.contains(*module), "the layer of {module} is empty");
    }
}

#[test]
fn the_drawing_in_the_crate_documentation_shows_the_same_layers() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let drawing = text.split("# Layers").nth(1).and_then(|rest| rest.split("```").nth(1)).unwrap();
    let drawn: Vec<Vec<&str>> = drawing
        .lines()
        .filter_map(|line| line.strip_prefix("//!  "))
        .map(|line| line.split("  ").next().unwrap_or_default().split(" · ").collect())
        .collect();
    assert_eq!(drawn, LAYERS.map(<[&str]>::to_vec));
}

#[test]
fn an_arrow_between_layers_only_ever_points_down() {
    let house = house();
    let upward: Vec<String> = house
        .arrows()
        .filter(|arrow| layer_of(arrow.to_module) < layer_of(arrow.from_module))
        .map(|arrow| arrow.to_string())
        .collect();
    assert!(upward.is_empty(), "these arrows point up:\n{}", upward.join("\n"));
}

#[test]
fn no_circle_runs_through_the_top_level_modules() {
    let house = house();
    let mut graph: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for arrow in house.arrows().filter(|arrow| arrow.from_module != arrow.to_module) {
        graph.entry(arrow.from_module.to_owned()).or_default().push(arrow.to_module.to_owned());
    }
    assert_eq!(graph::circle(&graph), None);
}

#[test]
fn no_circle_runs_through_the_files() {
    let circle = graph::circle(&house().files_graph());
    assert_eq!(circle.map(|files| files.join(" -> ")), None);
}

#[test]
fn what_decides_in_the_configurator_does_not_know_how_it_is_drawn() {
    let house = house();
    for part in UNDRAWN {
        let files = house.files_of(&["tui", part]);
        assert!(!files.is_empty(), "tui::{part} is gone");
        for file in files {
            assert_eq!(house.reaches(file, &["ratatui"]), None, "{file} reaches what draws");
        }
    }
}

#[test]
fn what_is_pure_knows_no_terminal_clock_network_process_or_environment() {
    let house = house();
    for file in PURE.iter().flat_map(|layer| house.files_of(&[layer])) {
        for foreign in [
            &["ratatui"][..],
            &["crossterm"],
            &["std", "env"],
            &["std", "time"],
            &["std", "net"],
            &["std", "process"],
            &["jiff", "Timestamp"],
            &["jiff", "Zoned"],
        ] {
            assert_eq!(house.reaches(file, foreign), None, "{file} reaches {}", foreign.join("::"));
        }
    }
}

#[test]
fn only_what_reads_projects_and_folders_of_code_opens_files() {
    let house = house();
    let opens = |file: &&str| house.names(file, &["std", "fs"]);
    let found: Vec<&str> = PURE.iter().flat_map(|layer| house.files_of(&[layer])).filter(opens).collect();
    assert!(found.contains(&"scan/walk.rs"), "nothing was looked at: {found:?}");
    let reads = |file: &&&str| file.starts_with("project/") || matches!(**file, "scan/walk.rs" | "scan/tracked.rs");
    let others: Vec<&&str> = found.iter().filter(|file| !reads(file)).collect();
    assert!(others.is_empty(), "these open files: {others:?}");
}

#[test]
fn the_clock_is_read_in_main_alone() {
    fn clocks(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                clocks(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            if ["SystemTime::now", "Timestamp::now", "Zoned::now"].iter().any(|clock| code.contains(clock)) {
                found.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    let mut found = Vec::new();
    clocks(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert_eq!(found, ["main.rs"]);
}

#[test]
fn files_are_small() {
    let house = house();
    let mut sizes: Vec<(usize, &str)> = house.sizes().collect();
    sizes.sort_unstable();
    let median = sizes[sizes.len() / 2].0;
    let largest = sizes[sizes.len() - 1];
    assert!(median < 150, "half of the files have {median} lines or more");
    assert!(largest.0 <= 450, "{} has {} lines", largest.1, largest.0);
}

#[test]
fn every_file_says_what_it_is_for() {
    let house = house();
    let silent: Vec<&str> = house.without_head().collect();
    assert!(silent.is_empty(), "these files do not begin with //!: {silent:?}");
}
