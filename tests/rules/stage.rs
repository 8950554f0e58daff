//! What the tests of the rules share: targets made up on the spot, and a finding as text.

use std::fs;

use hubscope::catalog::Catalog;
use hubscope::diagnostic::Diagnostic;
use hubscope::project::Project;

/// What is found in a project with these files.
pub(crate) fn project(files: &[(&str, &str)]) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    Project::read(folder.path(), Catalog::embedded()).diagnostics
}

/// Whether the rule fires.
pub(crate) fn fires(findings: &[Diagnostic], rule: &str) -> bool {
    findings.iter().any(|finding| finding.rule == rule)
}

/// All that the findings of `rule` say, for a snapshot.
pub(crate) fn told(findings: &[Diagnostic], rule: &str) -> String {
    let mut text = String::new();
    for finding in findings.iter().filter(|finding| finding.rule == rule) {
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
            Some(format!("{} mends it, {}", finding.who_fixes, confidence.as_str().unwrap())),
        ];
        for line in lines.into_iter().flatten() {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}
