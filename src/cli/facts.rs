//! Which facts a command uses: those the program carries, or endpoint facts from a file.

use anyhow::Context as _;

use super::args::Common;
use crate::catalog::Catalog;

/// The catalog that the flags ask for. A catalog from a file lives as long as the program.
pub(super) fn catalog(common: &Common) -> anyhow::Result<&'static Catalog> {
    let Some(file) = &common.facts else { return Ok(Catalog::embedded()) };
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let catalog = Catalog::with_endpoints(text.leak());
    let catalog = catalog.with_context(|| format!("{} is not what catalog import writes", file.display()))?;
    Ok(Box::leak(Box::new(catalog)))
}
