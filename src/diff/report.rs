//! The comparison as text, one string a line. It is written as it is: whoever shows it makes it safe to show.

use std::collections::HashMap;

use super::change::Change;
use super::compare::Diff;
use super::links::{GIVEN, LinksLeft};
use super::statement::Statement;
use crate::plan::{Cause, ScopeType};

/// The comparison, the answer on the first line.
pub fn report(diff: &Diff) -> Vec<String> {
    let mut lines = vec![Statement { text: diff.reconnect.sentence.clone(), ..answer_of(diff) }.told()];
    section(&mut lines, "Changes", change_lines(&diff.changes));
    section(&mut lines, "The app itself", told(&diff.app));
    section(&mut lines, "Existing installs", told(&diff.installs));
    section(&mut lines, &format!("Links in circulation: {}", links_in_words(diff)), link_lines(diff));
    section(&mut lines, "Refresh tokens", told(&diff.refresh));
    section(&mut lines, "Tiers and installers", reach_lines(diff));
    section(&mut lines, "Code", cope_lines(diff));
    section(&mut lines, "Rollout", rollout_lines(diff));
    section(&mut lines, "For your customers", letter_lines(diff));
    section(&mut lines, "Notes", told(&diff.notes));
    lines
}

fn answer_of(diff: &Diff) -> Statement {
    Statement { text: String::new(), confidence: diff.reconnect.confidence, source: "" }
}

fn section(lines: &mut Vec<String>, title: &str, body: Vec<String>) {
    if !body.is_empty() {
        lines.push(String::new());
        lines.push(title.to_owned());
        lines.extend(body.into_iter().map(|line| if line.is_empty() { line } else { format!("  {line}") }));
    }
}

fn told(statements: &[Statement]) -> Vec<String> {
    statements.iter().map(Statement::told).collect()
}

/// A type in words; none where the app has not the scope.
pub(super) fn type_name(kind: Option<ScopeType>) -> &'static str {
    kind.map_or("none", ScopeType::name)
}

/// What asks for a scope, the new ones first.
pub(super) fn because(change: &Change) -> String {
    let describe = |cause: &Cause| match cause {
        Cause::Pinned(reason) => reason.clone(),
        other => other.describe().to_owned(),
    };
    change.because.iter().map(|one| describe(&one.cause)).collect::<Vec<_>>().join(", ")
}

fn change_lines(changes: &[Change]) -> Vec<String> {
    if changes.is_empty() {
        return vec!["none".to_owned()];
    }
    let wide = changes.iter().map(|change| change.scope.chars().count()).max().unwrap_or(0).min(48);
    changes
        .iter()
        .map(|change| {
            let sign = match (change.from, change.to) {
                (None, _) => '+',
                (_, None) => '-',
                _ => '~',
            };
            let because = because(change);
            let because = if because.is_empty() { because } else { format!("   {because}") };
            format!("{sign} {:<wide$}  {} -> {}{because}", change.scope, type_name(change.from), type_name(change.to))
        })
        .collect()
}

/// How many links still install.
pub(super) fn links_in_words(diff: &Diff) -> &'static str {
    match diff.links.left {
        LinksLeft::All => "all of them still install",
        LinksLeft::Some => "some of them still install",
        LinksLeft::None => "none of them installs any more",
    }
}

/// Which links die, and what becomes of those that are known.
pub(super) fn link_lines(diff: &Diff) -> Vec<String> {
    // Of a link that was given, its own line says all.
    let told_of = diff.links.broken.iter().filter(|one| one.links_that != GIVEN);
    let broken = told_of.map(|one| {
        let comma = if one.links_that.contains(", as ") { "," } else { "" };
        let text = format!("Links that {}{comma} stop working: {}.", one.links_that, one.why.text);
        Statement { text, ..one.why.clone() }.told()
    });
    let known = diff.links.known.iter().map(|link| match link.why.as_slice() {
        [] => format!("{} still installs.", in_front(&link.name)),
        why => format!("{} stops working: {}.", in_front(&link.name), why.join("; ")),
    });
    let mut lines: Vec<String> = broken.chain(known).collect();
    if lines.is_empty() {
        lines.push("Every link that was right stays right.".to_owned());
    }
    lines
}

/// A link's name at the beginning of a sentence.
fn in_front(name: &str) -> String {
    if name == "the link" { "The link".to_owned() } else { format!("The link {name}") }
}

/// Whom the base link lets in or shuts out.
pub(super) fn reach_lines(diff: &Diff) -> Vec<String> {
    let names =
        |levels: &[crate::catalog::Level]| levels.iter().map(|level| level.as_str()).collect::<Vec<_>>().join(", ");
    let (tiers, reach) = (&diff.reach.tiers, &diff.reach);
    let mut lines = Vec::new();
    if !tiers.gained.is_empty() {
        lines.push(format!("gained: accounts on {}", names(&tiers.gained)));
    }
    if !tiers.lost.is_empty() {
        lines.push(format!(
            "lost: accounts on {}, which cannot have {}",
            names(&tiers.lost),
            super::names::listed(&tiers.because)
        ));
    }
    if !tiers.unknown.is_empty() {
        lines.push(format!("not known any more: accounts on {}", names(&tiers.unknown)));
    }
    lines.extend(reach.installers_gained.iter().map(|one| format!("gained: {}", one.told())));
    lines.extend(reach.installers_lost.iter().map(|one| format!("lost: {}", one.told())));
    if lines.is_empty() {
        lines.push("The base link installs on the same tiers and for the same installers as before.".to_owned());
    }
    lines
}

/// What code has to be ready for, each sentence once.
pub(super) fn cope_lines(diff: &Diff) -> Vec<String> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for one in &diff.cope {
        let features = if one.features.is_empty() { String::new() } else { format!(" ({})", one.features.join(", ")) };
        let why = one.why.told();
        let place = *places.entry(why.clone()).or_insert_with(|| {
            groups.push((why, Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(format!("{}{features}", one.scope));
    }
    groups.into_iter().map(|(why, scopes)| format!("{}: {why}", scopes.join(", "))).collect()
}

fn rollout_lines(diff: &Diff) -> Vec<String> {
    let steps = diff.rollout.iter().enumerate();
    steps.flat_map(|(place, step)| [format!("{}. {}", place + 1, step.step), format!("   {}", step.why)]).collect()
}

fn letter_lines(diff: &Diff) -> Vec<String> {
    diff.letter.as_ref().map_or_else(Vec::new, |letter| {
        let mut lines = vec![format!("Subject: {}", letter.subject)];
        for paragraph in &letter.paragraphs {
            lines.push(String::new());
            lines.push(paragraph.clone());
        }
        lines
    })
}
