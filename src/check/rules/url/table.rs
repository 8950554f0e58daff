//! The rules of this family.

use crate::check::rule::Rule;
use crate::diagnostic::Severity::{Error, Note, Warning};

const AUTHORIZE: &str = "HubSpot developer docs, OAuth: install URL parameters";
const REDIRECT: &str = "HubSpot developer docs, OAuth: redirect URLs";
const FORM: &str = "WHATWG URL Standard, application/x-www-form-urlencoded";

/// One row for each id.
pub(in crate::check) const RULES: &[Rule] = &[
    row("url/not-install-url", Error, "It is not an authorize URL of HubSpot.", "HubSpot/hubspot-cli lib/app/urls.ts"),
    row(
        "url/static-link",
        Note,
        "The link installs a static-auth app and carries no scopes.",
        "HubSpot/hubspot-cli lib/app/urls.ts",
    ),
    row(
        "url/mcp-link",
        Note,
        "The link is that of an MCP auth app: the server chooses the scopes.",
        "HubSpot developer docs, MCP auth apps",
    ),
    row("url/template", Note, "Placeholders stand where values go.", AUTHORIZE),
    row("url/missing-client-id", Error, "The client id is absent or empty.", AUTHORIZE),
    row("url/malformed-client-id", Error, "The client id is no UUID.", AUTHORIZE),
    row("url/missing-redirect-uri", Error, "The redirect URL is absent or empty.", AUTHORIZE),
    row("url/redirect-not-absolute", Error, "The redirect URL has no scheme or no host.", REDIRECT),
    row("url/redirect-not-https", Error, "The redirect URL is http, and its host is not localhost.", REDIRECT),
    row("url/redirect-ip-address", Error, "The host of the redirect URL is an IP address.", REDIRECT),
    row("url/missing-scope", Error, "An OAuth link has no scopes.", AUTHORIZE),
    row(
        "url/misnamed-parameter",
        Error,
        "A parameter is nearly, but not exactly, called as HubSpot calls it.",
        AUTHORIZE,
    ),
    row("url/duplicate-parameter", Error, "A parameter stands in the link twice.", FORM),
    row("url/wrong-separator", Error, "Scope names are separated by something else than a space.", AUTHORIZE),
    row("url/duplicate-scope", Warning, "A scope stands twice in one parameter.", AUTHORIZE),
    row("url/scope-in-both", Error, "A scope stands in scope and in optional_scope.", "HubSpot developer docs, scopes"),
    row("url/malformed-encoding", Error, "The link is escaped twice, broken, or has something glued on.", FORM),
    row(
        "url/malformed-account",
        Error,
        "The account in the path is not a number.",
        "HubSpot/hubspot-cli lib/app/urls.ts",
    ),
    row("url/region-pinned", Note, "The host pins one region.", "HubSpot/hubspot-cli lib/CLIWebSocketServer.ts"),
    row(
        "url/unknown-region",
        Note,
        "The host names a region that is not known.",
        "HubSpot/hubspot-cli lib/CLIWebSocketServer.ts",
    ),
    row("url/missing-oauth", Warning, "The scope oauth is not in the link.", "n8n-io/n8n#23204"),
    row("url/missing-state", Note, "The link has no state.", AUTHORIZE),
];

const fn row(
    id: &'static str,
    severity: crate::diagnostic::Severity,
    summary: &'static str,
    source: &'static str,
) -> Rule {
    Rule { id, severity, summary, source }
}

/// Where the fact behind a rule comes from.
pub(super) fn source(id: &str) -> Option<&'static str> {
    RULES.iter().find(|rule| rule.id == id).map(|rule| rule.source)
}
