//! The formats before 2025.2: an `app.json` or `public-app.json`, and the files that it names.
//!
//! Owns how each of these files is read, one at a time. Which of them belong to a project, [`super::load`] follows.

mod app;
mod card;
mod functions;
mod references;

pub(super) use app::read as read_app;
pub(super) use card::read as read_card;
pub(super) use functions::{is_of_app, read as read_functions};
pub(super) use references::Reference;

use super::object_type::ObjectTypes;
use super::place::ProjectFeature;
use super::sheet::Sheet;
use super::webhooks::{self, OBJECT_NAME};

/// The subscriptions of a `webhooks.json`.
pub(super) fn read_webhooks(sheet: &mut Sheet<'_>, types: &ObjectTypes) -> Vec<ProjectFeature> {
    let Some(fields) = sheet.root() else { return Vec::new() };
    webhooks::read(sheet, &fields, OBJECT_NAME, types)
}
