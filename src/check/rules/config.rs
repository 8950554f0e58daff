//! The app's settings and the project's files.
//!
//! Owns this part of the table alone: the findings are made where the files are read, in [`crate::project`].

use crate::check::Rule;
use crate::diagnostic::Severity::{self, Error, Note, Warning};

const DOCS: &str = "HubSpot docs: app configuration";
const PARSER: &str = "npm @hubspot/project-parsing-lib 0.23.0";
const PLATFORM: &str = "HubSpot docs: developer platform versioning";
const REDIRECTS: &str = "HubSpot docs: OAuth, redirect URLs";
const HERE: &str = "what is read of HubSpot's public projects";

const fn rule(id: &'static str, severity: Severity, summary: &'static str, source: &'static str) -> Rule {
    Rule { id, severity, summary, source }
}

/// The rules of this family.
pub(in crate::check) const RULES: &[Rule] = &[
    rule("config/duplicate-key", Warning, "A key stands twice in one object: only the last one counts.", HERE),
    rule("config/duplicate-scope", Warning, "A scope stands twice in one list.", DOCS),
    rule("config/further-problems", Error, "A file has more problems than are listed.", HERE),
    rule(
        "config/invalid-json",
        Error,
        "A file is not JSON: a comment, a comma too many, a byte that is no text.",
        PARSER,
    ),
    rule("config/missing-field", Error, "A field that HubSpot needs is not there.", PARSER),
    rule("config/missing-oauth", Warning, "No list of an OAuth app has the scope oauth.", DOCS),
    rule("config/nested-project", Note, "A folder within the project is a project of its own.", HERE),
    rule(
        "config/newer-format",
        Warning,
        "A component file lies in a project whose platform is older than it.",
        PLATFORM,
    ),
    rule("config/no-app", Warning, "The project has no app, so it declares no scopes.", PARSER),
    rule("config/no-redirects", Error, "An OAuth app has no redirect URL.", REDIRECTS),
    rule("config/not-read", Note, "A file or a field is not read, and why.", HERE),
    rule(
        "config/older-format",
        Note,
        "An app file of an older format lies beside an app of the current one.",
        PLATFORM,
    ),
    rule("config/permissions-unsupported", Error, "A component asks for scopes before platform 2026.09.", PARSER),
    rule("config/placeholder", Note, "A profile variable is left open, so its value is not checked.", PARSER),
    rule("config/redirect-ip-address", Error, "A redirect URL names an IP address.", REDIRECTS),
    rule("config/redirect-not-absolute", Error, "A redirect URL has no scheme or no host.", REDIRECTS),
    rule("config/redirect-not-https", Error, "A redirect URL is http, and its host is not localhost.", REDIRECTS),
    rule("config/retired-platform", Warning, "The platform version no longer builds, or is being retired.", PLATFORM),
    rule("config/scope-in-two-types", Error, "One scope stands in two of the three lists.", DOCS),
    rule("config/several-apps", Error, "The project has more than one app.", PARSER),
    rule("config/source-folder", Error, "The srcDir is not there, or lies outside of the project.", PARSER),
    rule("config/static-extra-scopes", Warning, "Scopes of an app with a static token that have no effect.", DOCS),
    rule("config/static-redirects", Note, "An app with a static token has redirect URLs, which have no effect.", DOCS),
    rule(
        "config/undefined-variable",
        Error,
        "A variable is used that the chosen profile, or every profile, lacks.",
        PARSER,
    ),
    rule("config/unexpected-property", Error, "A component file has more at its top level than HubSpot takes.", PARSER),
    rule("config/unknown-component", Warning, "No component type of that name is known.", PARSER),
    rule("config/unknown-event", Warning, "No webhook event of that name is known.", DOCS),
    rule("config/unknown-file", Error, "The file is no config file that is known.", HERE),
    rule("config/unknown-object-type", Warning, "No record type of that name is known, or not for this feature.", DOCS),
    rule(
        "config/unknown-platform",
        Error,
        "The project names no platform version, or none that HubSpot has.",
        PLATFORM,
    ),
    rule("config/unknown-profile", Error, "The profile that was asked for is not there.", PARSER),
    rule("config/unknown-value", Error, "A field has a value that HubSpot does not know.", DOCS),
    rule("config/unreadable-file", Error, "A file could not be read, so what it declares is missing.", HERE),
    rule("config/wrong-list", Warning, "A webhook subscription stands in the wrong one of the three lists.", HERE),
    rule("config/wrong-type", Error, "A field is of another type than HubSpot wants, and is left out.", PARSER),
];
