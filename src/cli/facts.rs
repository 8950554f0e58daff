//! Facts from a file over those that the program carries, and keys of the user's.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use etcetera::BaseStrategy as _;

use super::args::Common;
use super::output::Streams;
use crate::catalog::{Catalog, CatalogError, Layer, Older};
use crate::terminal::sanitize;
use crate::tui::keys::{Keys, rebound};

/// The files of the config folder that are taken, the first that is there: every kind of facts, or the endpoint facts alone.
const IN_CONFIG_FOLDER: [&str; 2] = ["facts.json", "endpoints.json"];

/// The catalog that the flags ask for, else one with the facts of the config folder. Facts from a file live as long as the
/// program, and every answer names the file.
pub(super) fn catalog(common: &Common, streams: &mut Streams) -> anyhow::Result<&'static Catalog> {
    let catalog = match &common.facts {
        Some(file) => read(file, if common.older_facts { Older::Take } else { Older::Refuse })?,
        None => of_config_folder(streams)?,
    };
    if let Some(layer) = catalog.layer() {
        if !common.json {
            streams.say(&named(layer));
        }
        streams.name_facts(layer);
    }
    Ok(catalog)
}

/// An upgrade may bring newer facts than the file in the folder: the program goes on with its own and says so.
fn of_config_folder(streams: &mut Streams) -> anyhow::Result<&'static Catalog> {
    let Some(file) = IN_CONFIG_FOLDER.into_iter().find_map(file_in_config_folder) else {
        return Ok(Catalog::embedded());
    };
    match read(&file, Older::Refuse) {
        Err(error) if matches!(error.downcast_ref(), Some(CatalogError::Older { .. })) => {
            let name = file.display().to_string();
            let why = error.root_cause().to_string();
            streams.say(&format!("hubscope: {} is not used: {}", sanitize(&name), sanitize(&why)));
            Ok(Catalog::embedded())
        }
        read => read,
    }
}

/// The line that names the file behind an answer.
fn named(layer: &Layer) -> String {
    let files: Vec<&str> = layer.files.iter().map(|(file, _)| *file).collect();
    format!("hubscope: with the facts of {} in {}: {}", layer.as_of, sanitize(&layer.name), files.join(", "))
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

/// The catalog with the facts of `file`; it lives as long as the program.
pub(super) fn read(file: &Path, older: Older) -> anyhow::Result<&'static Catalog> {
    let name = file.display().to_string();
    let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    layered(&name, text, older).with_context(|| format!("the facts of {name} are not used"))
}

/// The same of a text that is called `name`.
pub(super) fn layered(name: &str, text: String, older: Older) -> anyhow::Result<&'static Catalog> {
    // Names and sentences of it are shown as they are.
    if let Some(line) = text.lines().position(|line| sanitize(line) != line) {
        bail!("line {} holds characters that could do something to a terminal", line + 1);
    }
    Ok(Box::leak(Box::new(Catalog::layered(name, text.leak(), older)?)))
}
