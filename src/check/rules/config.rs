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

const fn row(id: &'static str, severity: Severity, summary: &'static str, source: &'static str) -> Rule {
    Rule { id, severity, summary, source }
}

/// The rules of this family.
pub(in crate::check) const RULES: &[Rule] = &[
    row("config/duplicate-key", Warning, "A key stands twice in one object: only the last one counts.", HERE),
    row("config/duplicate-scope", Warning, "A scope stands twice in one list.", DOCS),
    row("config/further-problems", Error, "A file has more problems than are listed.", HERE),
    row(
        "config/invalid-json",
        Error,
        "A file is not JSON: a comment, a comma too many, a byte that is no text.",
        PARSER,
    ),
    row("config/missing-field", Error, "A field that HubSpot needs is not there.", PARSER),
    row("config/missing-oauth", Warning, "No list of an OAuth app has the scope oauth.", DOCS),
    row("config/nested-project", Note, "A folder within the project is a project of its own.", HERE),
    row(
        "config/newer-format",
        Warning,
        "A component file lies in a project whose platform is older than it.",
        PLATFORM,
    ),
    row("config/no-app", Error, "The project has no app that could be read, so it declares no scopes.", PARSER),
    row("config/no-project", Error, "The folder is no HubSpot project, and has none above or below it.", PARSER),
    row("config/no-redirects", Error, "An OAuth app has no redirect URL.", REDIRECTS),
    row("config/not-read", Note, "A file or a field is not read, and why.", HERE),
    row("config/older-format", Note, "An app file of an older format lies beside an app of the current one.", PLATFORM),
    row("config/permissions-unsupported", Error, "A component asks for scopes before platform 2026.09.", PARSER),
    row("config/placeholder", Note, "A profile variable is left open, so its value is not checked.", PARSER),
    row("config/redirect-ip-address", Error, "A redirect URL names an IP address.", REDIRECTS),
    row("config/redirect-not-absolute", Error, "A redirect URL has no scheme or no host.", REDIRECTS),
    row("config/redirect-not-https", Error, "A redirect URL is http, and its host is not localhost.", REDIRECTS),
    row("config/retired-platform", Warning, "The platform version no longer builds, or is being retired.", PLATFORM),
    row("config/scope-in-two-types", Error, "One scope stands in two of the three lists.", DOCS),
    row("config/several-apps", Error, "The project has more than one app.", PARSER),
    row("config/source-folder", Error, "The srcDir is not there, or lies outside of the project.", PARSER),
    row("config/static-extra-scopes", Warning, "Scopes of an app with a static token that have no effect.", DOCS),
    row("config/static-redirects", Note, "An app with a static token has redirect URLs, which have no effect.", DOCS),
    row(
        "config/undefined-variable",
        Error,
        "A variable is used that the chosen profile, or every profile, lacks.",
        PARSER,
    ),
    row("config/unexpected-property", Error, "A component file has more at its top level than HubSpot takes.", PARSER),
    row("config/unknown-component", Warning, "No component type of that name is known.", PARSER),
    row("config/unknown-event", Warning, "No webhook event of that name is known.", DOCS),
    row("config/unknown-file", Error, "The file is no config file that is known.", HERE),
    row("config/unknown-object-type", Warning, "No record type of that name is known, or not for this feature.", DOCS),
    row("config/unknown-platform", Error, "The project names no platform version, or none that HubSpot has.", PLATFORM),
    row("config/unknown-profile", Error, "The profile that was asked for is not there.", PARSER),
    row("config/unknown-value", Error, "A field has a value that HubSpot does not know.", DOCS),
    row("config/unreadable-file", Error, "A file could not be read, so what it declares is missing.", HERE),
    row("config/wrong-list", Warning, "A webhook subscription stands in the wrong one of the three lists.", HERE),
    row("config/wrong-type", Error, "A field is of another type than HubSpot wants, and is left out.", PARSER),
];
