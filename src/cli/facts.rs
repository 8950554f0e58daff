//! What the config folder holds: newer endpoint facts than those the program carries, and keys of the user's.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use etcetera::BaseStrategy as _;

use super::args::Common;
use crate::catalog::Catalog;
use crate::tui::keys::{Keys, rebound};

/// The catalog that the flags ask for, else one with the endpoint facts of the config folder, where they are newer than
/// the program's. A catalog from a file lives as long as the program.
pub(super) fn catalog(common: &Common) -> anyhow::Result<&'static Catalog> {
    if let Some(file) = &common.facts {
        return read(file);
    }
    let embedded = Catalog::embedded();
    let Some(file) = file_in_config_folder("endpoints.json") else { return Ok(embedded) };
    let newer = read(&file)?;
    // Dates are written year first, so that their order is that of their text.
    let is_newer = newer.endpoints().as_of() > embedded.endpoints().as_of();
    Ok(if is_newer { newer } else { embedded })
}

/// `hubscope/NAME` in the folder where the system keeps settings, if it is there.
fn file_in_config_folder(name: &str) -> Option<PathBuf> {
    let folder = etcetera::choose_base_strategy().ok()?.config_dir();
    Some(folder.join("hubscope").join(name)).filter(|file| file.is_file())
}

/// The table of keys with those of `hubscope/keys.json` in the config folder, if it is there. It lives as long as the program.
pub(super) fn keys() -> anyhow::Result<&'static Keys> {
    let Some(file) = file_in_config_folder("keys.json") else { return Ok(Keys::standard()) };
    let text = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let keys = rebound(&text).map_err(|why| anyhow::anyhow!("{}, {why}", file.display()))?;
    Ok(Box::leak(Box::new(keys)))
}

fn read(file: &Path) -> anyhow::Result<&'static Catalog> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let catalog = Catalog::with_endpoints(text.leak());
    let catalog = catalog.with_context(|| format!("{} is not what catalog import writes", file.display()))?;
    Ok(Box::leak(Box::new(catalog)))
}
