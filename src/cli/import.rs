//! `hubscope catalog import`: reads a checkout of HubSpot's specifications and writes the endpoint facts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};
use serde_json::json;

use super::args::ImportArgs;
use super::exit::Exit;
use super::files;
use super::output::Streams;
use crate::catalog::{Catalog, ImportReport, Imported, Importer};

const REPOSITORY: &str = "HubSpot/HubSpot-public-api-spec-collection";
const FOLDER: &str = "PublicApiSpecs";

/// Imports, writes where asked, reports.
pub(super) fn run(args: &ImportArgs, catalog: &Catalog, as_json: bool, streams: &mut Streams) -> anyhow::Result<Exit> {
    let (commit, date) = origin(args)?;
    let root = args.dir.join(FOLDER);
    let mut importer = Importer::new(catalog.objects());
    let mut unread: Vec<String> = Vec::new();
    for path in specifications(&root)? {
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        if let Err(error) = importer.add(&relative(&root, &path), &bytes) {
            unread.push(error.to_string());
        }
    }
    let facts = importer.finish(&format!("{REPOSITORY}@{commit}"), &date)?;
    if facts.files == 0 {
        bail!("{} has no specifications: name the checkout that {FOLDER} lies in", args.dir.display());
    }
    let report = ImportReport::compare(&facts, catalog, catalog.endpoints().operations())?;
    if let Some(output) = &args.output {
        files::write_whole(output, &facts.text)?;
    }
    let text = if as_json { machine(&facts, &report, &unread) } else { human(&facts, &report, &unread) };
    streams.write(&text)?;
    Ok(if unread.is_empty() { Exit::Done } else { Exit::No })
}

/// Commit and day: as the flags say, else as git does.
fn origin(args: &ImportArgs) -> anyhow::Result<(String, String)> {
    let asked = Command::new("git")
        .arg("-C")
        .arg(&args.dir)
        .args(["log", "-1", "--format=%h %cs", "--abbrev=7"])
        .stderr(Stdio::null())
        .output();
    // A folder that lies in another repository would be given that one's commit.
    let is_checkout = args.dir.join(".git").exists();
    let said = asked.ok().filter(|said| is_checkout && said.status.success());
    let said = said.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned()).unwrap_or_default();
    let (commit, date) = said.split_once(' ').unwrap_or_default();
    let commit = args.commit.clone().unwrap_or_else(|| commit.to_owned());
    let date = args.date.map_or_else(|| date.to_owned(), |date| date.to_string());
    if commit.is_empty() || date.is_empty() {
        bail!("{} is not a git checkout: give --commit and --date", args.dir.display());
    }
    Ok((commit, date))
}

/// Every JSON file below `root`, sorted, so that the result never hangs on the order of a folder.
fn specifications(root: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn machine(imported: &Imported, report: &ImportReport, unread: &[String]) -> String {
    let value = json!({
        "files": imported.files, "rows": imported.rows, "operations": report.operations,
        "requirements": report.requirements, "bytes": imported.text.len(), "new": report.new, "gone": report.gone,
        "unknown_scopes": report.unknown_scopes, "without_scope": report.without_scope, "unread": unread,
    });
    format!("{value:#}\n")
}

fn human(imported: &Imported, report: &ImportReport, unread: &[String]) -> String {
    let lists = [
        ("new", &report.new[..]),
        ("gone", &report.gone),
        ("scopes that the catalog does not know", &report.unknown_scopes),
        ("operations that state no scope in some version", &report.without_scope),
        ("files that could not be read", unread),
    ];
    let mut lines = vec![format!(
        "{} specifications, {} rows, {} operations, {} lists of scopes, {} bytes",
        imported.files,
        imported.rows,
        report.operations,
        report.requirements,
        imported.text.len()
    )];
    for (title, rows) in lists {
        lines.push(format!("{title}: {}", rows.len()));
        lines.extend(rows.iter().map(|row| format!("  {row}")));
    }
    lines.join("\n") + "\n"
}
