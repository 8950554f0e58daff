//! Shapes of paths: what stays of a path when version and values are taken out.
//!
//! `/crm/v3/objects/0-3/{dealId}`, `/crm/objects/2026-03/deals/{dealId}` and, in the deals API,
//! `/crm/objects/2026-09/{objectType}/{objectId}` all have the shape `/crm/objects/deals/{}`.

use super::call::{is_hole, version_place};
use super::paths::HOLE;
use crate::catalog::{Object, Objects};

/// Where the object type stands in a shape that begins with `/crm/objects`.
pub(in crate::catalog) const OBJECT_PLACE: usize = 2;

/// Segments of `path` without the version; holes keep their names.
pub(in crate::catalog) fn segments(path: &str) -> Vec<&str> {
    let mut segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    if let Some(place) = version_place(segments.iter().copied()).or_else(|| segments.iter().position(|s| *s == "*")) {
        segments.remove(place);
    }
    segments
}

/// Whether the segments are a path of records, with the object type at [`OBJECT_PLACE`].
pub(in crate::catalog) fn is_record_path(segments: &[impl AsRef<str>]) -> bool {
    segments.len() > OBJECT_PLACE && segments[0].as_ref() == "crm" && segments[1].as_ref() == "objects"
}

/// The one spelling of an object type in shapes.
pub(in crate::catalog) fn plural(objects: &Objects, text: &str) -> Option<&'static str> {
    if is_hole(text) { None } else { objects.resolve(text).map(|object| object.plural) }
}

/// The shape of a specification's path; `object` fills the first `{objectType}` of a path of records.
pub(in crate::catalog) fn of_template<'a>(
    objects: &Objects,
    path: &'a str,
    object: Option<&'static str>,
) -> Vec<&'a str> {
    let mut shape = segments(path);
    let filled = object.filter(|_| is_record_path(&shape) && shape[OBJECT_PLACE] == "{objectType}");
    let spelled = filled.or_else(|| if is_record_path(&shape) { plural(objects, shape[OBJECT_PLACE]) } else { None });
    for segment in &mut shape {
        if is_hole(segment) {
            *segment = HOLE;
        }
    }
    if let Some(name) = spelled {
        shape[OBJECT_PLACE] = name;
    }
    shape
}

/// The record path with a hole in place of the object type.
pub(in crate::catalog) fn generic<'a>(shape: &[&'a str]) -> Vec<&'a str> {
    let mut generic = shape.to_vec();
    if is_record_path(&generic) {
        generic[OBJECT_PLACE] = HOLE;
    }
    generic
}

/// The name of a hole that an object type fills: `from`, `to`, or neither.
pub(in crate::catalog) fn object_hole(segment: &str) -> Option<Side> {
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    match name {
        "objectType" | "objectTypeId" | "fromObjectType" | "fromObjectTypeId" => Some(Side::This),
        "toObjectType" | "toObjectTypeId" => Some(Side::Other),
        _ => None,
    }
}

/// Which of two record types a hole names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::catalog) enum Side {
    /// The one that the call is about, or the first of an association.
    This,
    /// The other end of an association.
    Other,
}

/// The object that an API's own folder is about; `None` for folders about all objects.
pub(in crate::catalog) fn of_folder<'a>(objects: &'a Objects, folder: &str) -> Option<&'a Object> {
    objects.resolve(folder).filter(|object| object.plural != "custom")
}
