//! What the tests of the rules share: targets made up on the spot, and a finding as text.

use std::fs;

use hubscope::catalog::Catalog;
use hubscope::check::{AppSide, LinkOptions, check_link, check_links, check_one_link, check_project, repair_link};
use hubscope::diagnostic::Diagnostic;
use hubscope::project::{Options, Project};

/// The beginning of a link of which only the scopes are of interest.
const LINK: &str = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fdone&state=s1";

/// A project with these files, read with these options.
pub(crate) fn read(files: &[(&str, &str)], options: &Options) -> Project {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    Project::read_with(folder.path(), Catalog::embedded(), options)
}

/// What is found in a project with these files.
pub(crate) fn project(files: &[(&str, &str)]) -> Vec<Diagnostic> {
    let project = read(files, &Options::default());
    check_project(Catalog::embedded(), ".", &project, &project.plan()).diagnostics
}

/// A link with these scopes, parted by spaces; an empty list is left out.
pub(crate) fn link_with(scope: &str, optional: &str) -> String {
    let mut link = LINK.to_owned();
    for (name, list) in [("scope", scope), ("optional_scope", optional)] {
        if !list.is_empty() {
            link.extend(["&", name, "=", &list.replace(' ', "%20")]);
        }
    }
    link
}

/// What is found in a link that is given together with its app.
pub(crate) fn against(side: &AppSide, link: &str) -> Vec<Diagnostic> {
    let options = LinkOptions { side: Some(side), ..LinkOptions::default() };
    check_one_link(Catalog::embedded(), link, &options).diagnostics
}

/// A link after its repair with the settings of its app.
pub(crate) fn repaired_against(side: &AppSide, link: &str) -> String {
    let options = LinkOptions { side: Some(side), ..LinkOptions::default() };
    repair_link(Catalog::embedded(), link, &options).text
}

/// What is found in a link.
pub(crate) fn link(text: &str) -> Vec<Diagnostic> {
    check_link(Catalog::embedded(), text, &LinkOptions::default()).diagnostics
}

/// What is found in the links of a file.
pub(crate) fn source(text: &str) -> Vec<Diagnostic> {
    let options = LinkOptions { file: "a.txt", ..LinkOptions::default() };
    check_links(Catalog::embedded(), text, &options).into_iter().flat_map(|report| report.diagnostics).collect()
}

/// A link after its repair.
pub(crate) fn repaired(text: &str) -> String {
    repair_link(Catalog::embedded(), text, &LinkOptions::default()).text
}

/// Whether the rule fires.
pub(crate) fn fires(findings: &[Diagnostic], rule: &str) -> bool {
    findings.iter().any(|finding| finding.rule.id == rule)
}

/// All that the findings of `rule` say, for a snapshot.
pub(crate) fn told(findings: &[Diagnostic], rule: &str) -> String {
    let mut text = String::new();
    for finding in findings.iter().filter(|finding| finding.rule.id == rule) {
        let worst = hubscope::diagnostic::rule::with_id(rule).unwrap().severity;
        assert!(finding.severity <= worst, "the table says {} at most: {finding:?}", worst.as_str());
        let confidence = serde_json::to_value(finding.confidence).unwrap();
        let place = finding
            .span
            .as_ref()
            .map(|span| format!("{}:{}:{} ({}..{})", span.file, span.line, span.column, span.start, span.end));
        let lines = [
            Some(format!("{} {}: {}", finding.severity.as_str(), finding.subject, finding.message)),
            place.map(|place| format!("at {place}")),
            finding.hubspot_says.clone().map(|says| format!("HubSpot: {says}")),
            finding.fix_text().map(|fix| format!("fix: {fix}")),
            finding
                .fix
                .as_ref()
                .filter(|fix| !fix.edits.is_empty())
                .map(|fix| format!("edits: {}", serde_json::to_string(&fix.edits).unwrap())),
            finding
                .alternative
                .as_ref()
                .map(|fix| format!("or: {} {}", fix.text, serde_json::to_string(&fix.edits).unwrap())),
            Some(format!("{} mends it, {}", finding.who_fixes, confidence.as_str().unwrap())),
        ];
        for line in lines.into_iter().flatten() {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}
