//! `scan --fix`: the edit of the app's settings that declares what the calls lack, shown; with `--write`, written.
//!
//! Owns what is added, to which list, and the sentence where nothing can be. Nothing is moved and nothing taken out: a scope
//! that is only optional may be meant so, and one that no call here needs may serve code that lies elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::declared::Own;
use super::scanned::Scanned;
use crate::catalog::{Catalog, Date};
use crate::cli::change::change;
use crate::cli::files;
use crate::cli::output::Streams;
use crate::diagnostic::Edit;
use crate::edit::apply;
use crate::plan::{ScopeType, has_variable, resolve};
use crate::project::{Project, ProjectApp};
use crate::scan::Answer;
use crate::terminal::sanitize;

/// A project, and what the calls that belong to it lack.
struct Lack<'a> {
    project: &'a Project,
    scopes: BTreeSet<&'static str>,
}

/// Shows or writes the edits of all projects, and says whether files were written. What is told goes to standard error: the report is on standard output.
pub(super) fn run(
    catalog: &'static Catalog,
    as_of: Option<Date>,
    all: &[Scanned],
    write: bool,
    streams: &mut Streams,
) -> anyhow::Result<bool> {
    let mut lacks: BTreeMap<&PathBuf, Lack<'_>> = BTreeMap::new();
    let mut reasons = BTreeSet::new();
    for (one, (own, answer)) in all.iter().flat_map(|one| one.compared().into_iter().map(move |app| (one, app))) {
        match target(one, own, answer) {
            Err(why) if !reasons.insert(why.clone()) => {}
            Err(why) => streams.say(&format!("hubscope: --fix edits nothing for {}", sanitize(&why))),
            Ok(project) => {
                let lack = lacks.entry(&project.root).or_insert_with(|| Lack { project, scopes: BTreeSet::new() });
                lack.scopes.extend(&answer.missing);
            }
        }
    }
    let mut changed = 0;
    for lack in lacks.values() {
        changed += mend(catalog, as_of, lack, write, streams)?;
    }
    if reasons.is_empty() && lacks.values().all(|lack| lack.scopes.is_empty()) {
        streams.say("hubscope: no call lacks a scope; there is nothing to add");
    } else if changed > 0 && !write {
        streams.say("hubscope: nothing is written yet; --write does it");
    }
    for one in all {
        how_to_remove(one, streams);
    }
    Ok(changed > 0 && write)
}

/// The project with the one app whose settings count; else why there is none.
fn target<'a>(one: &Scanned, own: &'a Own, answer: &Answer) -> Result<&'a Project, String> {
    let folder = one.folder.display();
    let Some(project) = &own.project else {
        return Err(format!(
            "{folder}: there is no HubSpot project (hsproject.json) in it or above it, so there is no list of scopes to add to."
        ));
    };
    match project.apps.as_slice() {
        [] => {
            let why = project.diagnostics.first().map_or_else(String::new, |finding| format!(": {}", finding.message));
            Err(format!("{}: it has no app whose settings could be read{why}", project.root.display()))
        }
        [app] if answer.missing.is_empty() || can_be_edited(project, app) => Ok(project),
        [app] => Err(format!(
            "{}: it has no list of scopes that could be edited. {}",
            project.root.join(&app.file).display(),
            "Mend what hubscope check says of it, or give the app an auth type, then try again."
        )),
        apps => {
            let names: Vec<&str> = apps.iter().map(|app| app.file.as_str()).collect();
            Err(format!(
                "{}: it has several apps ({}), and HubSpot takes one. Remove the others, then try again.",
                project.root.display(),
                names.join(", ")
            ))
        }
    }
}

fn can_be_edited(project: &Project, app: &ProjectApp) -> bool {
    !app.lists.is_empty() && project.texts.contains_key(&app.file)
}

/// Adds what a project lacks to its app; gives how many files change.
fn mend(
    catalog: &'static Catalog,
    as_of: Option<Date>,
    lack: &Lack<'_>,
    write: bool,
    streams: &mut Streams,
) -> anyhow::Result<usize> {
    let Lack { project, scopes } = lack;
    let [app] = project.apps.as_slice() else { return Ok(0) };
    let Some(before) = project.texts.get(&app.file).filter(|_| !scopes.is_empty()) else { return Ok(0) };
    let kinds = wanted_types(catalog, as_of, project)?;
    let edits: Vec<Edit> = scopes
        .iter()
        .filter_map(|scope| {
            let kind = kinds.get(*scope).copied().unwrap_or(ScopeType::Required);
            // A private app of the older format has one list.
            let list = app.lists.iter().find(|list| list.kind == kind).or(app.lists.first())?;
            Some(Edit::Add { file: list.file.clone(), path: list.pointer.clone(), value: (*scope).to_owned() })
        })
        .collect();
    if let Some((open, _)) = app.declared.iter().find(|(name, _)| has_variable(name)) {
        let text = format!("hubscope: {}: {open} may stand for a scope that is added here.", app.file);
        streams.say(&sanitize(&text));
    }
    let edited = apply(before, &edits);
    for (_, why) in &edited.skipped {
        streams.say(&format!("hubscope: one edit of {} is left out: {why}", sanitize(&app.file)));
    }
    change(Some(&project.root), &app.file, before, &edited.text, write, streams)
}

/// The types that the plan file beside the project gives: a call that is needed per link or only where it is granted needs
/// no required scope. A static token has required ones only.
fn wanted_types(
    catalog: &'static Catalog,
    as_of: Option<Date>,
    project: &Project,
) -> anyhow::Result<BTreeMap<String, ScopeType>> {
    let mut plan = project.plan();
    let Some(file) = files::plan_file(&project.root)? else { return Ok(BTreeMap::new()) };
    file.apply(&mut plan)?;
    plan.as_of = as_of.or(plan.as_of);
    if plan.app.auth == crate::plan::Auth::Static {
        return Ok(BTreeMap::new());
    }
    Ok(resolve(catalog, &plan).scopes.into_iter().map(|scope| (scope.name, scope.kind)).collect())
}

/// What is declared and idle is told with its places, for a person to take out.
fn how_to_remove(one: &Scanned, streams: &mut Streams) {
    if one.answer.unused.is_empty() || one.scan.calls.is_empty() {
        return;
    }
    streams.say(
        "hubscope: --fix takes no scope out, for code elsewhere may need it. Remove what nothing needs by hand; \
         hubscope diff git:HEAD . says what that does to installs.",
    );
    for (own, answer) in one.compared() {
        let places = own.project.iter().flat_map(Project::scope_places);
        for place in places.filter(|place| answer.unused.contains(&place.name)) {
            streams.say(&sanitize(&format!("  {}:{} {}", place.span.file, place.span.line, place.name)));
        }
    }
}
