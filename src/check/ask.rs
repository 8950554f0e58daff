//! What the install behind a link asks for, by the rules that judge every link.

use super::rules::url::{LinkOptions, check_link};
use crate::account::Ask;
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;

/// What the link `text` asks for; what HubSpot refuses whoever installs is among its faults.
pub fn ask_of_link(catalog: &'static Catalog, text: &str, options: &LinkOptions<'_>) -> Ask {
    let report = check_link(catalog, text.trim(), options);
    let faults = report.diagnostics.into_iter().filter(Diagnostic::is_error).collect();
    Ask::of_link(&report.parsed.scope, &report.parsed.optional_scope, faults)
}
