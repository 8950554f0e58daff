//! A link that was pasted, with all that is known of it.

use crate::check::ParsedUrl;
use crate::diagnostic::Diagnostic;

/// A pasted link with all that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// As it was pasted.
    pub given: String,
    /// Its parts.
    pub parts: ParsedUrl,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// As it should be, as far as it can be repaired.
    pub repaired: Option<String>,
    /// What HubSpot would still refuse of the repaired one.
    pub left: Vec<Diagnostic>,
    /// Names that no source knows, with the one that the repair takes for each: guesses.
    pub guesses: Vec<(String, &'static str)>,
    /// The parts of the repaired one.
    pub(super) repaired_parts: Option<ParsedUrl>,
    /// Scopes that the plan's current link has not.
    pub only_here: Vec<String>,
    /// Scopes of the plan's current link that it has not.
    pub only_in_plan: Vec<String>,
}

impl Pasted {
    /// The parts to take: those of the repaired link where that is asked for.
    pub fn to_take(&self, repaired: bool) -> &ParsedUrl {
        self.repaired_parts.as_ref().filter(|_| repaired).unwrap_or(&self.parts)
    }
}
