//! What a scan costs beside a plain search for a word: a tree of more than a million lines, made on the spot, warm; and
//! one small project.
//!
//! It measures and prints, and judges nothing: `cargo bench --bench scan`. Beside it runs `rg -c hubapi`, or `grep -rc`
//! where there is no ripgrep.

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hubscope::catalog::Catalog;
use hubscope::scan::{Options, scan};

type Failure = Box<dyn std::error::Error>;

const FILES: usize = 6_000;
const LINES: usize = 180;
const ROUNDS: usize = 7;

fn main() -> Result<(), Failure> {
    let out = &mut std::io::stdout();
    let tree = tempfile::tempdir()?;
    let lines = make(tree.path())?;
    let catalog = Catalog::embedded();
    catalog.endpoints().operations();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut calls = 0;
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        calls = scan(catalog, tree.path(), Options::default()).calls.len();
        ours.push(begun.elapsed());
        theirs.push(search(tree.path())?);
    }
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    writeln!(out, "{FILES} files, {lines} lines, {calls} calls")?;
    writeln!(out, "  scan           {ours:>10.1?}")?;
    writeln!(out, "  {:<14} {theirs:>10.1?}", if has_rg() { "rg -c hubapi" } else { "grep -rc hubapi" })?;
    writeln!(out, "  ratio          {:>10.2}", ours.as_secs_f64() / theirs.as_secs_f64())?;
    let lines_a_second = u128::try_from(lines)? * 1_000_000 / ours.as_micros().max(1);
    writeln!(out, "  lines a second {lines_a_second:>10}")?;
    if let Some(peak) = peak() {
        writeln!(out, "  peak memory    {peak:>10}")?;
    }
    small(catalog, out)
}

/// One small project, in a process of its own each time.
fn small(catalog: &'static Catalog, out: &mut impl Write) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    for number in 0..12 {
        fs::write(folder.path().join(format!("part{number}.ts")), speaking(number, "ts"))?;
    }
    let mut took = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let found = scan(catalog, folder.path(), Options::default());
        found.answer(catalog, &[], None);
        took.push(begun.elapsed());
    }
    writeln!(out, "a project of 12 files\n  scan           {:>10.1?}", median(&mut took))?;
    Ok(())
}

fn make(root: &Path) -> Result<usize, Failure> {
    const ENDINGS: [&str; 8] = ["ts", "py", "go", "java", "rb", "php", "cs", "js"];
    let mut lines = 0;
    for number in 0..FILES {
        let ending = ENDINGS[number % ENDINGS.len()];
        let folder = root.join(format!("part{}/area{}", number % 20, number % 7));
        fs::create_dir_all(&folder)?;
        // One file of fifty speaks of HubSpot.
        let text = if number % 50 == 0 { speaking(number, "ts") } else { quiet(number) };
        let ending = if number % 50 == 0 { "ts" } else { ending };
        lines += text.lines().count();
        fs::write(folder.join(format!("file{number}.{ending}")), text)?;
    }
    Ok(lines)
}

fn quiet(number: usize) -> String {
    let mut text = String::new();
    for line in 0..LINES {
        let _ = writeln!(
            text,
            "    const value{line} = compute{number}(input.items[{line}], settings.get('limit_{line}'), other);"
        );
    }
    text
}

fn speaking(number: usize, _: &str) -> String {
    let mut text = String::from("import { base } from './base';\nconst HUBSPOT = 'https://api.hubapi.com';\n");
    text.push_str("const send = (method, path, body) => fetch(`${HUBSPOT}${path}`, { method, body });\n");
    for line in 0..LINES / 6 {
        let _ = writeln!(text, "export async function part{line}(id) {{");
        let _ = writeln!(text, "  const found = compute{number}({line});");
        let _ = writeln!(text, "  if (!found) {{ return null; }}");
        let _ = writeln!(text, "  const answer = await send('GET', `/crm/v3/objects/deals/${{id}}`);");
        let _ = writeln!(text, "  return {{ ...answer, found }};");
        let _ = writeln!(text, "}}");
    }
    text
}

fn has_rg() -> bool {
    Command::new("rg").arg("--version").stdout(Stdio::null()).status().is_ok()
}

fn search(root: &Path) -> Result<Duration, Failure> {
    let mut command = if has_rg() { Command::new("rg") } else { Command::new("grep") };
    command.arg(if has_rg() { "-c" } else { "-rc" }).arg("hubapi").arg(root).stdout(Stdio::null());
    let begun = Instant::now();
    command.status()?;
    Ok(begun.elapsed())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The most memory that this process ever held, where the system says it.
fn peak() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map(|text| text.trim().to_owned())
}
