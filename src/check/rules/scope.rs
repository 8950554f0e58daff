//! A scope's name, wherever it stands.

use crate::check::Rule;

/// The rules of this family.
pub(in crate::check) const RULES: &[Rule] = &[];
