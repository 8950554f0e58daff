//! A link by itself: its host, its parameters, its encoding.

use crate::check::Rule;

/// The rules of this family.
pub(in crate::check) const RULES: &[Rule] = &[];
