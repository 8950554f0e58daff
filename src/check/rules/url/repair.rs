//! A link as it should be: the edits of all findings, again and again until none is left.

use std::collections::BTreeSet;

use super::context::LinkOptions;
use super::run::check_link;
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Edit, Rule};
use crate::link::apply_replacements;

/// Edits of one round may make room for others: `&amp;` before a name that is doubled. More rounds than this are never
/// needed by a text that a person wrote.
const ROUNDS: usize = 12;

/// A link after its repair.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RepairedLink {
    /// The link. Where nothing could be mended it is the text as it was.
    pub text: String,
    /// The rules whose edits were made.
    pub rules: BTreeSet<&'static Rule>,
    /// Whether an edit is still open: no round was left for it.
    pub unfinished: bool,
}

/// The edits to make next, with their rules: first what makes the link a sound one, then what makes it match its app. A list
/// in a misnamed or doubled parameter is not yet where the settings look for it.
pub(in crate::check) fn next_edits<'a>(
    findings: impl IntoIterator<Item = &'a Diagnostic>,
) -> Vec<(&'static Rule, Edit)> {
    let fixes = findings.into_iter().filter_map(|finding| Some((finding.rule, finding.fix.as_ref()?)));
    let edits = fixes.flat_map(|(rule, fix)| fix.edits.iter().map(move |edit| (rule, edit.clone())));
    let (of_app, of_link): (Vec<_>, Vec<_>) = edits.partition(|(rule, _)| rule.family() == "match");
    if of_link.is_empty() { of_app } else { of_link }
}

/// Makes all edits that the findings of `text` carry. What no edit touches stays byte for byte.
pub fn repair_link(catalog: &'static Catalog, text: &str, options: &LinkOptions<'_>) -> RepairedLink {
    let mut repaired = RepairedLink { text: text.to_owned(), ..RepairedLink::default() };
    for round in 0..=ROUNDS {
        let report = check_link(catalog, &repaired.text, options);
        let (rules, edits): (Vec<&'static Rule>, Vec<Edit>) = next_edits(&report.diagnostics).into_iter().unzip();
        if edits.is_empty() {
            break;
        }
        if round == ROUNDS {
            repaired.unfinished = true;
            break;
        }
        let replaced = apply_replacements(&repaired.text, &edits);
        let skipped: BTreeSet<usize> = replaced.skipped.into_iter().collect();
        repaired.rules.extend(rules.iter().enumerate().filter(|(i, _)| !skipped.contains(i)).map(|(_, rule)| *rule));
        repaired.text = replaced.text;
    }
    repaired
}
