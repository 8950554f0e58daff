//! Which facts a command uses: those the program carries, or newer endpoint facts from a file.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use etcetera::BaseStrategy as _;

use super::args::Common;
use crate::catalog::Catalog;

/// The catalog that the flags ask for, else one with the endpoint facts of the config folder, where they are newer than
/// the program's. A catalog from a file lives as long as the program.
pub(super) fn catalog(common: &Common) -> anyhow::Result<&'static Catalog> {
    if let Some(file) = &common.facts {
        return read(file);
    }
    let embedded = Catalog::embedded();
    let Some(file) = in_config_folder() else { return Ok(embedded) };
    let newer = read(&file)?;
    // Dates are written year first, so that their order is that of their text.
    let is_newer = newer.endpoints().as_of() > embedded.endpoints().as_of();
    Ok(if is_newer { newer } else { embedded })
}

/// `hubscope/endpoints.json` in the folder where the system keeps settings, if it is there.
fn in_config_folder() -> Option<PathBuf> {
    let folder = etcetera::choose_base_strategy().ok()?.config_dir();
    Some(folder.join("hubscope").join("endpoints.json")).filter(|file| file.is_file())
}

fn read(file: &Path) -> anyhow::Result<&'static Catalog> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let catalog = Catalog::with_endpoints(text.leak());
    let catalog = catalog.with_context(|| format!("{} is not what catalog import writes", file.display()))?;
    Ok(Box::leak(Box::new(catalog)))
}
