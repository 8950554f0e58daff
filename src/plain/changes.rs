//! What an answer changed: scopes, tiers and findings, and nothing that stayed.

use crate::diagnostic::Diagnostic;
use crate::plan::ScopeChange;
use crate::prose::capitalised;
use crate::tui::model::Answer;

/// The difference between two answers, a sentence each.
pub(super) fn changes(before: &Answer, after: &Answer) -> Vec<String> {
    let of_scope = |change| match change {
        ScopeChange::New(scope) => format!("New scope: {} ({}).", scope.name, scope.kind.name()),
        ScopeChange::Moved(scope) => format!("{} is {} now.", scope.name, scope.kind.name()),
        ScopeChange::Gone(scope) => format!("Scope gone: {}.", scope.name),
    };
    let mut lines: Vec<String> = after.resolved.changes_since(&before.resolved).into_iter().map(of_scope).collect();
    lines.extend(after.lens.change_since(&before.lens).into_iter().map(|text| format!("The link {text}.")));
    let had = &before.built.diagnostics;
    let has = &after.built.diagnostics;
    lines.extend(has.iter().filter(|finding| !had.contains(finding)).map(finding_line));
    let settled = had.iter().filter(|old| !has.iter().any(|new| new.rule == old.rule && new.subject == old.subject));
    if settled.count() > 0 {
        lines.push(settled_line(after));
    }
    if lines.is_empty() {
        lines.push("Taken. Scopes and findings are as they were.".to_owned());
    }
    lines
}

/// That something is settled, and what the link still needs. What was wrong is not said again: it would read as wrong yet.
fn settled_line(after: &Answer) -> String {
    let open: Vec<&str> = after
        .built
        .diagnostics
        .iter()
        .filter(|finding| finding.is_error())
        .map(|finding| finding.message.as_str())
        .collect();
    if open.is_empty() {
        return "That is settled; nothing is left that HubSpot would refuse.".to_owned();
    }
    format!("That is settled. Still to do: {}", open.join(" "))
}

/// A finding in a line: how grave, what, and what to do.
pub(super) fn finding_line(finding: &Diagnostic) -> String {
    let word = capitalised(finding.severity.as_str());
    let fix = finding.fix_text().map_or_else(String::new, |fix| format!(" To do: {fix}"));
    format!("{word}: {}{fix}", finding.message)
}
