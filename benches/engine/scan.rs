//! What a scan costs beside a plain search for a word, warm: trees of more than a million lines, made on the spot, in which
//! one file of five hundred, and one of fifty, speaks of HubSpot with thirty calls; the shapes that have been slow; the tree
//! that `HUBSCOPE_BENCH_TREE` names; and one small project. The floor beside each is the bare parsing of the files that name
//! HubSpot.
//!
//! It measures and prints, and judges nothing: `cargo bench --bench engine -- scan`. Beside it runs `rg -c hubapi`, or `grep -rc`
//! where there is no ripgrep.

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hubscope::catalog::Catalog;
use hubscope::scan::{Options, scan};

use crate::{Failure, shapes};

const HUBSCOPE: &str = env!("CARGO_BIN_EXE_hubscope");
const FILES: usize = 6_000;
const LINES: usize = 180;
const ROUNDS: usize = 7;

/// Measures and prints.
pub(crate) fn run() -> Result<(), Failure> {
    let out = &mut std::io::stdout();
    let catalog = Catalog::embedded();
    catalog.endpoints().operations();
    for one_of in [500, 50] {
        let tree = tempfile::tempdir()?;
        let lines = make(tree.path(), one_of)?;
        writeln!(out, "{FILES} files, {lines} lines, one file of {one_of} speaks of HubSpot")?;
        beside_a_search(catalog, tree.path(), out)?;
    }
    for (what, make) in shapes::ALL {
        let tree = tempfile::tempdir()?;
        make(tree.path())?;
        writeln!(out, "{what}")?;
        beside_a_search(catalog, tree.path(), out)?;
    }
    if let Some(tree) = std::env::var_os("HUBSCOPE_BENCH_TREE") {
        writeln!(out, "the tree of HUBSCOPE_BENCH_TREE")?;
        beside_a_search(catalog, Path::new(&tree), out)?;
    }
    if let Some(peak) = peak() {
        writeln!(out, "peak memory      {peak:>10}")?;
    }
    small(out)
}

fn beside_a_search(catalog: &'static Catalog, tree: &Path, out: &mut impl Write) -> Result<(), Failure> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut seen = None;
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let found = scan(catalog, tree, Options::default());
        ours.push(begun.elapsed());
        theirs.push(search(tree)?);
        seen = Some((found.calls.len(), found.files, found.bytes));
    }
    let (calls, files, bytes) = seen.unwrap_or_default();
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    writeln!(out, "  read           {files:>10} files, {bytes} bytes, {calls} calls")?;
    writeln!(out, "  scan           {ours:>10.1?}")?;
    writeln!(out, "  {:<14} {theirs:>10.1?}", if has_rg() { "rg -c hubapi" } else { "grep -rc hubapi" })?;
    writeln!(out, "  ratio          {:>10.2}", ours.as_secs_f64() / theirs.as_secs_f64())?;
    let floor = floor(tree);
    writeln!(out, "  floor          {floor:>10.1?}, ratio {:.2}", ours.as_secs_f64() / floor.as_secs_f64())?;
    Ok(())
}

/// How long the bare parsing of the files below `tree` takes that name HubSpot, on one processor.
fn floor(tree: &Path) -> Duration {
    let mut files = Vec::new();
    for entry in ignore::Walk::new(tree).flatten() {
        let Some(grammar) = entry.path().extension().and_then(|ending| grammar(&ending.to_string_lossy())) else {
            continue;
        };
        let Ok(text) = fs::read(entry.path()) else { continue };
        let names = |word: &str| memchr::memmem::find(&text, word.as_bytes()).is_some();
        if names("hubapi") || names("hubspot") || names("HubSpot") {
            files.push((grammar, text));
        }
    }
    let mut parser = tree_sitter::Parser::new();
    let begun = Instant::now();
    for (grammar, text) in files {
        if parser.set_language(&grammar).is_ok() {
            std::hint::black_box(parser.parse(text, None));
        }
    }
    begun.elapsed()
}

/// The grammar of files with this extension.
fn grammar(extension: &str) -> Option<tree_sitter::Language> {
    Some(match extension {
        "js" | "jsx" | "mjs" | "cjs" => tree_sitter_javascript::LANGUAGE.into(),
        "ts" => tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into(),
        "tsx" => tree_sitter_typescript::LANGUAGE_TSX.into(),
        "py" => tree_sitter_python::LANGUAGE.into(),
        "php" => tree_sitter_php::LANGUAGE_PHP.into(),
        "rb" => tree_sitter_ruby::LANGUAGE.into(),
        "java" => tree_sitter_java::LANGUAGE.into(),
        "kt" => tree_sitter_kotlin_ng::LANGUAGE.into(),
        "go" => tree_sitter_go::LANGUAGE.into(),
        "cs" => tree_sitter_c_sharp::LANGUAGE.into(),
        _ => return None,
    })
}

/// One small project, as a person runs it: the whole command.
fn small(out: &mut impl Write) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    for number in 0..12 {
        fs::write(folder.path().join(format!("part{number}.ts")), speaking(number))?;
    }
    let mut took = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        Command::new(HUBSCOPE).arg("scan").arg(folder.path()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        took.push(begun.elapsed());
    }
    writeln!(out, "a project of 12 files\n  hubscope scan  {:>10.1?}", median(&mut took))?;
    Ok(())
}

fn make(root: &Path, one_of: usize) -> Result<usize, Failure> {
    const ENDINGS: [&str; 8] = ["ts", "py", "go", "java", "rb", "php", "cs", "js"];
    let mut lines = 0;
    for number in 0..FILES {
        let ending = ENDINGS[number % ENDINGS.len()];
        let folder = root.join(format!("part{}/area{}", number % 20, number % 7));
        fs::create_dir_all(&folder)?;
        let speaks = number % one_of == 0;
        let text = if speaks { speaking(number) } else { quiet(number) };
        let ending = if speaks { "ts" } else { ending };
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

fn speaking(number: usize) -> String {
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
