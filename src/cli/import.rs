//! `hubscope catalog import`: writes a facts file, from a checkout of HubSpot's specifications and from a folder of catalog
//! JSON. What is written was checked as a whole, over the facts of the program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use super::args::{Args, ImportArgs};
use super::exit::Exit;
use super::output::Streams;
use super::{facts, files};
use crate::catalog::{Catalog, FACT_FILES, ImportReport, Imported, Importer, Layer, Older, facts_file};
use crate::terminal::sanitize;

const REPOSITORY: &str = "HubSpot/HubSpot-public-api-spec-collection";
const FOLDER: &str = "PublicApiSpecs";

/// Files of a folder of catalog JSON that belong to the code that knows them.
const OF_THE_PROGRAM: [&str; 4] = ["credentials.json", "near.json", "rules.json", "sdk.json"];

/// The endpoint facts of a checkout, and how they differ from those at hand.
struct Endpoints {
    source: String,
    imported: Imported,
    report: ImportReport,
    unread: Vec<String>,
}

/// Imports, checks, writes where asked, reports.
pub(super) fn run(import: &ImportArgs, args: &Args, catalog: &Catalog, streams: &mut Streams) -> anyhow::Result<Exit> {
    let mut parts = import.folder.as_deref().map(of_folder).transpose()?.unwrap_or_default();
    let endpoints = import.dir.as_deref().map(|dir| of_checkout(dir, import, catalog)).transpose()?;
    let mut sources = Vec::new();
    if let Some(endpoints) = &endpoints {
        parts.retain(|(file, _)| *file != FACT_FILES[0]);
        parts.insert(0, (FACT_FILES[0], endpoints.imported.text.clone()));
        sources.push(endpoints.source.clone());
    }
    let text = facts_file(&parts, &sources)?;
    let older = if args.bare.common.older_facts { Older::Take } else { Older::Refuse };
    let name = import.output.as_deref().map_or_else(|| "the import".to_owned(), |file| file.display().to_string());
    let layered = facts::layered(&name, text.clone(), older).context("the facts are not written")?;
    if let Some(output) = &import.output {
        files::write_whole(output, &text)?;
    }
    if let Some((file, endpoints)) = import.endpoints.as_deref().zip(endpoints.as_ref()) {
        files::write_whole(file, &endpoints.imported.text)?;
    }
    let layer = layered.layer();
    if args.bare.common.json {
        streams.json(&machine(endpoints.as_ref(), layer))?;
    } else {
        streams.write(&human(endpoints.as_ref(), layer))?;
    }
    Ok(if endpoints.is_none_or(|endpoints| endpoints.unread.is_empty()) { Exit::Done } else { Exit::No })
}

/// The files of facts in `folder`, by name.
fn of_folder(folder: &Path) -> anyhow::Result<Vec<(&'static str, String)>> {
    let mut parts = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.extension().is_none_or(|ending| ending != "json") || OF_THE_PROGRAM.contains(&name) {
            continue;
        }
        let Some(file) = FACT_FILES.into_iter().find(|file| *file == name) else {
            bail!("{} is no file of facts: they are {}", path.display(), FACT_FILES.join(", "));
        };
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        parts.push((file, text));
    }
    parts.sort_unstable_by_key(|(file, _)| *file);
    if parts.is_empty() {
        bail!("{} holds no file of facts: they are {}", folder.display(), FACT_FILES.join(", "));
    }
    Ok(parts)
}

/// The endpoint facts of a checkout.
fn of_checkout(dir: &Path, args: &ImportArgs, catalog: &Catalog) -> anyhow::Result<Endpoints> {
    let (commit, date) = origin(dir, args)?;
    let root = dir.join(FOLDER);
    let mut specs = Importer::new(catalog.objects());
    let mut unread: Vec<String> = Vec::new();
    for path in specifications(&root)? {
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        if let Err(error) = specs.add(&relative(&root, &path), &bytes) {
            unread.push(error.to_string());
        }
    }
    let source = format!("{REPOSITORY}@{commit}");
    let imported = specs.finish(&source, &date)?;
    if imported.files == 0 {
        bail!("{} has no specifications: name the checkout that {FOLDER} lies in", dir.display());
    }
    let report = ImportReport::compare(&imported, catalog, catalog.endpoints().operations())?;
    Ok(Endpoints { source, imported, report, unread })
}

/// Commit and day: as the flags say, else as git does.
fn origin(dir: &Path, args: &ImportArgs) -> anyhow::Result<(String, String)> {
    let asked = Command::new("git")
        .arg("-C")
        .arg(dir)
        .args(["log", "-1", "--format=%h %cs", "--abbrev=7"])
        .stderr(Stdio::null())
        .output();
    // A folder that lies in another repository would be given that one's commit.
    let is_checkout = dir.join(".git").exists();
    let said = asked.ok().filter(|said| is_checkout && said.status.success());
    let said = said.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned()).unwrap_or_default();
    let (commit, date) = said.split_once(' ').unwrap_or_default();
    let commit = args.commit.clone().unwrap_or_else(|| commit.to_owned());
    let date = args.date.map_or_else(|| date.to_owned(), |date| date.to_string());
    if commit.is_empty() || date.is_empty() {
        bail!("{} is not a git checkout: give --commit and --date", dir.display());
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

fn machine(endpoints: Option<&Endpoints>, layer: Option<&Layer>) -> Value {
    let mut value = match endpoints {
        None => json!({}),
        Some(Endpoints { imported, report, unread, .. }) => json!({
            "files": imported.files, "rows": imported.rows, "operations": report.operations,
            "requirements": report.requirements, "bytes": imported.text.len(), "new": report.new, "gone": report.gone,
            "unknown_scopes": report.unknown_scopes, "without_scope": report.without_scope, "unread": unread,
        }),
    };
    value["as_of"] = layer.map(|layer| layer.as_of.to_string()).into();
    let days =
        layer.iter().flat_map(|layer| &layer.files).map(|(file, day)| json!({"file": file, "as_of": day.to_string()}));
    value["facts"] = days.collect();
    value
}

fn human(endpoints: Option<&Endpoints>, layer: Option<&Layer>) -> String {
    let mut lines = endpoints.map(lines_of).unwrap_or_default();
    if let Some(layer) = layer {
        lines.push(format!("facts of {}, checked: {}", layer.as_of, layer.files.len()));
        lines.extend(layer.files.iter().map(|(file, day)| format!("  {file} of {day}")));
    }
    lines.join("\n") + "\n"
}

fn lines_of(Endpoints { imported, report, unread, .. }: &Endpoints) -> Vec<String> {
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
        lines.extend(rows.iter().map(|row| format!("  {}", sanitize(row))));
    }
    lines
}
