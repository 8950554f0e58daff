//! A scope's name, wherever it stands.
//!
//! The judgement is the plan's own; here it gets its place and the edit that mends it there.

use std::borrow::Cow;

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Edit, Severity, rule};
use crate::plan::{Asker, current_spelling, has_variable, judge_scope};
use crate::prose::counted;

/// The most findings of one list of names: more would bury the others.
pub(in crate::check) const MOST_FINDINGS: usize = 200;

/// The beginning of a name that is too long to be one.
fn clipped(name: &str) -> Cow<'_, str> {
    const LONG: usize = 120;
    match name.char_indices().nth(LONG) {
        None => name.into(),
        Some((end, _)) => format!("{}…", &name[..end]).into(),
    }
}

/// Says that so many names were passed over, for [`MOST_FINDINGS`] were made already.
pub(in crate::check) fn passed_over(count: usize) -> Option<Diagnostic> {
    let message = format!("{} more were not looked up, after {MOST_FINDINGS} findings.", counted(count, "name"));
    (count > 0).then(|| Diagnostic::new(rule::SCOPE_UNKNOWN, "scope", message).at_most(Severity::Note))
}

/// What is to be said of `name`; `set` is the edit that writes another name in its place. What is written with a
/// placeholder is passed over: nobody knows what it stands for.
pub(in crate::check) fn check(
    catalog: &Catalog,
    asker: Asker,
    name: &str,
    must_be_granted: bool,
    set: impl Fn(&str) -> Edit,
) -> Vec<Diagnostic> {
    if has_variable(name) {
        return Vec::new();
    }
    let name = clipped(name);
    let name = name.as_ref();
    let mend = |finding: Diagnostic| {
        let refused = matches!(
            finding.rule,
            rule::SCOPE_UNKNOWN | rule::SCOPE_RETIRED | rule::SCOPE_MISSPELT | rule::SCOPE_INTERNAL
        );
        let spelling = current_spelling(catalog, name).filter(|_| refused);
        finding.with_edits(spelling.map(&set))
    };
    judge_scope(catalog, asker, name, must_be_granted).into_iter().map(mend).collect()
}
