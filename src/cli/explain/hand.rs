//! The kind of token that an error is answered for: what `--auth` says, else what the app of the project or plan here has.

use std::path::Path;

use anyhow::bail;

use crate::catalog::{Catalog, Credential};
use crate::cli::args::ExplainArgs;
use crate::cli::source::Source;
use crate::plan::{Declared, Plan};
use crate::project::{AppFormat, Project, ProjectApp, nearest_project};
use crate::trouble::{Hand, of_app};

/// The token at hand; `None` = nothing says.
pub(super) fn at_hand(
    catalog: &'static Catalog,
    explain: &ExplainArgs,
    plan: Option<&Plan>,
) -> anyhow::Result<Option<Hand>> {
    if let Some(word) = &explain.auth {
        let Some(kind) = catalog.credential_of_auth(word) else {
            let words: Vec<&str> = catalog.credentials().iter().flat_map(|row| &row.auth).copied().collect();
            bail!("--auth {word:?} is no kind of token that is known: {}", words.join(", "));
        };
        return Ok(Some(Hand { kind, declared: Vec::new() }));
    }
    let folder = match (&explain.project, &explain.plan) {
        (Some(folder), _) => Some(folder.as_path()),
        (None, Some(_)) => return Ok(plan.and_then(|plan| of_plan(catalog, plan))),
        (None, None) => None,
    };
    let place = std::path::absolute(folder.unwrap_or(Path::new(".")))?;
    if let Some(root) = nearest_project(&place) {
        return Ok(of_project(catalog, &Project::read(&root, catalog)));
    }
    // A plan that cannot be read says nothing of the error that was asked about.
    let here = Source::here().and_then(|file| Source::plan_file(&file).ok());
    Ok(here.and_then(|source| of_plan(catalog, &source.plan)))
}

fn of_plan(catalog: &'static Catalog, plan: &Plan) -> Option<Hand> {
    let kind = of_app(catalog, plan.app.auth, plan.app.user_level)?;
    Some(Hand { kind, declared: plan.pins.iter().map(|pin| pin.scope.clone()).collect() })
}

/// The kind that all apps of the project have.
fn of_project(catalog: &'static Catalog, project: &Project) -> Option<Hand> {
    let kinds: Vec<Option<&'static Credential>> = project.apps.iter().map(|app| of_one(catalog, app)).collect();
    let (first, others) = kinds.split_first()?;
    let kind = (*first)?;
    let lists = |declared: &Declared| {
        [&declared.required, &declared.conditional, &declared.optional].map(Clone::clone).concat()
    };
    let declared = project.apps.iter().flat_map(|app| lists(&app.declared)).collect();
    others.iter().all(|other| *other == Some(kind)).then_some(Hand { kind, declared })
}

fn of_one(catalog: &'static Catalog, app: &ProjectApp) -> Option<&'static Credential> {
    match app.format {
        AppFormat::Private => catalog.credential("project-private-app"),
        AppFormat::Component | AppFormat::Public => of_app(catalog, app.auth?, app.user_level),
    }
}
