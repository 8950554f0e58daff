//! The place of a secret in a text, without the secret.

use std::ops::Range;

use super::shape::Shape;

/// A token, key or secret in a text. It holds its place, not its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What it looks like.
    pub shape: Shape,
}
