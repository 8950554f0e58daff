//! What the install behind a link asks for, by the rules that judge every link.

use super::rules::url::{LinkOptions, LinkReport, check_link};
use crate::account::Ask;
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, rule};
use crate::link::{Kind, parse};

/// What the link `text` asks for; what HubSpot refuses whoever installs is among its faults. Where a link does not tell its
/// scopes, it says why.
pub fn ask_of_link(catalog: &'static Catalog, text: &str, options: &LinkOptions<'_>) -> Ask {
    let text = text.trim();
    let report = check_link(catalog, text, options);
    let named = |parameter: &str| -> Vec<String> {
        report.names.iter().filter(|name| name.parameter == parameter).map(|name| name.name.clone()).collect()
    };
    let (scope, optional) = (named("scope"), named("optional_scope"));
    let unknown = not_told(parse(text).place.kind, &report);
    let is_open = |finding: &&Diagnostic| finding.rule == rule::URL_UNKNOWN_REGION;
    let doubts = report.diagnostics.iter().filter(is_open).map(|finding| finding.message.clone()).collect();
    let faults = report.diagnostics.into_iter().filter(Diagnostic::is_error).collect();
    Ask { unknown, doubts, ..Ask::of_link(&scope, &optional, faults) }
}

/// Why the link does not tell all of its scopes, where it does not.
fn not_told(kind: Kind, report: &LinkReport) -> Option<&'static str> {
    let listed =
        report.parsed.scope.iter().chain(&report.parsed.optional_scope).filter(|name| !name.is_empty()).count();
    match kind {
        Kind::Static => Some(
            "A static-auth app's link carries no scopes: they stand in the app's settings, which --project DIR reads.",
        ),
        Kind::Mcp => Some("The scopes of this link are chosen by HubSpot's MCP server, so they are not known."),
        Kind::Oauth | Kind::Other(_) if report.has_unseen_parameters || listed > report.names.len() => {
            Some("A placeholder stands where scopes go, and what it stands for is not known.")
        }
        Kind::Oauth | Kind::Other(_) => None,
    }
}
