//! `--locked`: the declared scopes against the reasons in the plan file.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::check::{Lock, lock};
use crate::plan::{Plan, PlanFile, resolve};
use crate::project::Project;

/// What has grown without a reason in the project.
pub(super) fn of(
    catalog: &'static Catalog,
    project: &Project,
    plan: &Plan,
    file: Option<&PlanFile>,
) -> anyhow::Result<Lock> {
    let reasons = file.map_or_else(|| Ok(BTreeMap::new()), PlanFile::reasons)?;
    let Some(app) = project.apps.first() else { return Ok(Lock::default()) };
    let place = |name: &str| app.scopes.iter().find(|scope| scope.name == name).map(|scope| scope.span.clone());
    let mut plan = plan.clone();
    plan.pins.retain(|pin| catalog.scope_named(&pin.scope).is_some());
    Ok(lock(&app.declared, &resolve(catalog, &plan), &reasons, place))
}
