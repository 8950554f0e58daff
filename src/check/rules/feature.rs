//! The app's features against its scopes.

use crate::check::Rule;

/// The rules of this family.
pub(in crate::check) const RULES: &[Rule] = &[];
