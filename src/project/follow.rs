//! The files of the older formats, found and told apart.
//!
//! Owns where the name of a card or of webhooks leads: to a file under the `srcDir`, for HubSpot gets no other.

use std::path::Path;

use super::config_file::{ConfigFile, reason, unreadable};
use super::fields::excerpt;
use super::file_kind::FileKind;
use super::find::{name_in, within};
use super::object_type::ObjectTypes;
use super::older::{self, Reference};
use super::place::ProjectFeature;
use super::sheet::Sheet;
use super::tree::Found;
use crate::diagnostic::Diagnostic;

/// The file that the app at `app` means, in the project `root` with the folder of components `src`.
pub(super) fn file_of(root: &Path, src: &Path, app: &Path, reference: &Reference) -> Result<Found, Box<Diagnostic>> {
    let folder = app.parent().unwrap_or(src);
    let why = match within(src, &folder.join(&reference.path)) {
        Ok(Some(path)) => return Ok(Found { name: name_in(root, &path), path }),
        Ok(None) => "it lies outside of the srcDir".to_owned(),
        Err(error) => reason(&error),
    };
    let finding = unreadable(&excerpt(&reference.path), &why).with_span(reference.span.clone());
    Err(Box::new(finding.with_fix("Name a file under the srcDir, by its path from the folder of the app.")))
}

/// Whether the file is an app of an older format by what stands in it, or by a name that no other tool has.
pub(super) fn is_older_app(found: &Found) -> bool {
    let base = found.name.rsplit('/').next().unwrap_or_default();
    FileKind::of_name(base) == Some(FileKind::PublicApp)
        || ConfigFile::open(&found.path, &found.name)
            .is_ok_and(|file| FileKind::of_text(file.text()) == Some(FileKind::PrivateApp))
}

/// What the file of `sheet` stands for, which an app names as a card or as its webhooks.
pub(super) fn read(sheet: &mut Sheet<'_>, kind: FileKind, types: &ObjectTypes) -> Vec<ProjectFeature> {
    match kind {
        FileKind::Webhooks => older::read_webhooks(sheet, types),
        _ => older::read_card(sheet, types),
    }
}
