//! The code against the app's scopes. What a scan found is told by `scan`; here are the rows of its rules, and the edits.

use crate::check::app_side::AppSide;
use crate::diagnostic::{Diagnostic, rule};
use crate::plan::ScopeType;

/// The findings of a scan with the edits that declare what the `missing` scopes are. Without a single call, that a scope
/// is not used says nothing: the code lies elsewhere.
pub fn with_code(found: Vec<Diagnostic>, calls: usize, missing: &[&str], side: Option<&AppSide>) -> Vec<Diagnostic> {
    let tells = |finding: &Diagnostic| calls > 0 || finding.rule != rule::CODE_SCOPE_UNUSED;
    let mend = |finding: Diagnostic| match side.filter(|_| finding.rule == rule::CODE_SCOPE_MISSING) {
        Some(side) => {
            let text = finding.fix_text().unwrap_or_default().to_owned();
            let named = missing.iter().filter(|name| text.split([' ', ',']).any(|word| word == **name));
            let edits: Vec<_> = named.flat_map(|name| side.retyped(name, Some(ScopeType::Required))).collect();
            finding.with_edits(edits)
        }
        None => finding,
    };
    found.into_iter().filter(tells).map(mend).collect()
}
