//! A link against the app's settings.

use crate::check::Rule;

/// The rules of this family.
pub(in crate::check) const RULES: &[Rule] = &[];
