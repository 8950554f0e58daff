//! The app that links are matched against: that of `--project` or of `--against`.

use anyhow::bail;

use crate::catalog::{Catalog, Date};
use crate::check::AppSide;
use crate::cli::args::CheckArgs;
use crate::project::{Options, Project, nearest_project};

/// The app that the flags name; `None` where they name none.
pub(super) fn of(catalog: &'static Catalog, check: &CheckArgs, as_of: Option<Date>) -> anyhow::Result<Option<AppSide>> {
    let options = Options { profile: check.profile.clone(), as_of };
    let (project, shown) = match (&check.project, &check.against) {
        (Some(folder), _) => {
            if !folder.exists() {
                bail!("--project {}: there is no such folder", folder.display());
            }
            let Some(root) = nearest_project(folder) else {
                bail!("--project {}: there is no hsproject.json in it or above it", folder.display());
            };
            (Project::read_with(&root, catalog, &options), folder)
        }
        (None, Some(file)) => {
            if !file.is_file() {
                bail!("--against {}: there is no such file", file.display());
            }
            (Project::read_file(file, catalog, &options), file)
        }
        (None, None) => return Ok(None),
    };
    match AppSide::of(&project) {
        Some(side) => Ok(Some(side)),
        None => {
            let why = project.diagnostics.first().map_or_else(String::new, |finding| format!(": {}", finding.message));
            bail!("{} has no app whose scopes could be read{why}", shown.display());
        }
    }
}
