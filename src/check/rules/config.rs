//! The app's settings and the project's files.

use crate::check::Rule;

/// The rules of this family.
pub(in crate::check) const RULES: &[Rule] = &[];
