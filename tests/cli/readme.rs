//! The README is true: its examples run, its screen is the program's, its keys are the table's.
//!
//! `HUBSCOPE_UPDATE=1 cargo test --test cli readme` writes the screen and the keys anew.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use hubscope::catalog::Catalog;
use hubscope::plan::{Plan, PlanFile};
use hubscope::tui::action::{Action, Command as Act};
use hubscope::tui::keys::{Context, TABLE};
use hubscope::tui::model::Model;
use hubscope::tui::region::Regions;
use hubscope::tui::theme::Theme;
use hubscope::tui::update::update;
use hubscope::tui::view::{Seen, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

fn readme() -> String {
    std::fs::read_to_string(PATH).unwrap()
}

/// The text between `<!-- name -->` and `<!-- /name -->`.
fn section<'a>(readme: &'a str, name: &str) -> &'a str {
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let from = readme.find(&start).unwrap_or_else(|| panic!("README has {start}")) + start.len();
    let to = readme[from..].find(&end).unwrap_or_else(|| panic!("README has {end}")) + from;
    &readme[from..to]
}

/// Compares a section with what it should be, or writes it when asked to.
fn assert_section(name: &str, wanted: &str) {
    static WRITING: Mutex<()> = Mutex::new(());
    let _writing = WRITING.lock();
    let before = readme();
    let now = section(&before, name);
    if now == wanted {
        return;
    }
    assert!(std::env::var_os("HUBSCOPE_UPDATE").is_some(), "the README's {name} is stale; it should be:\n{wanted}");
    let from = now.as_ptr() as usize - before.as_ptr() as usize;
    let written = format!("{}{wanted}{}", &before[..from], &before[from + now.len()..]);
    std::fs::write(Path::new(PATH), written).unwrap();
}

#[test]
fn the_screen_is_what_the_program_draws() {
    let mut plan = Plan::default();
    PlanFile::parse(include_str!("../../assets/example.json")).unwrap().apply(&mut plan).unwrap();
    let (columns, rows) = (112, 24);
    let mut model = Model::new(Catalog::embedded(), plan, "sample app".to_owned(), (columns, rows));
    let regions = Regions::default();
    for _ in 0..2 {
        update(&mut model, Action::Run(Act::Down), &regions);
    }
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| draw(frame, &model, Theme::new(true, false), &mut Seen::default())).unwrap();
    let buffer = terminal.backend().buffer();
    let mut text = "```text\n".to_owned();
    for y in 0..rows {
        let line: String = (0..columns).map(|x| buffer[(x, y)].symbol()).collect();
        writeln!(text, "{}", line.trim_end()).unwrap();
    }
    text.push_str("```\n");
    assert_section("screen", &text);
}

#[test]
fn the_keys_are_those_of_the_table() {
    let mut text = "| where | keys |\n|---|---|\n".to_owned();
    for context in Context::ALL.into_iter().filter(|context| *context <= Context::Value || *context == Context::Find) {
        let rows = TABLE.iter().filter(|row| row.context == context);
        let keys: Vec<String> = rows.map(|row| format!("`{}` {}", row.keys.join("` `"), row.help)).collect();
        writeln!(text, "| {} | {} |", context.name(), keys.join(" · ")).unwrap();
    }
    assert_section("keys", &text);
}

#[test]
fn a_fresh_machine_needs_exactly_two_commands() {
    let readme = readme();
    let block = readme.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    let commands: Vec<&str> = block.lines().map(|line| line.split('#').next().unwrap().trim()).collect();
    assert_eq!(commands, ["cargo run --release -- --example", "cargo test"]);
}

#[test]
fn every_example_prints_what_the_readme_says() {
    let readme = readme();
    let mut seen = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap();
        for example in block.split("$ ").filter(|text| !text.trim().is_empty()) {
            let (command, wanted) = example.split_once('\n').unwrap();
            assert_eq!(run(command).trim_end(), wanted.trim_end(), "{command}");
            seen += 1;
        }
    }
    assert!(seen >= 3, "{seen} examples");
}

/// What a command line of the README prints, run by a shell with our binary first in its path.
fn run(command: &str) -> String {
    let folder = Path::new(env!("CARGO_BIN_EXE_hubscope")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap();
    let paths = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&path));
    let path = std::env::join_paths(paths).unwrap();
    let output = Command::new("sh")
        .args(["-c", command])
        .env("PATH", path)
        .env_remove("HUBSPOT_CLIENT_ID")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}
