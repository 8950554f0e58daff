//! The names of the scopes in a link: what HubSpot says to each.

use super::context::Context;
use crate::check::rules::scope;
use crate::diagnostic::{Diagnostic, rule};
use crate::link::Known;

pub(super) fn check(context: &mut Context<'_>) {
    let asker = context.options.asker;
    let (mut found, mut passed_over) = (Vec::new(), 0);
    for (known, parameter) in context.lists() {
        for name in parameter.names.iter().filter(|name| !name.placeholder && !name.name.is_empty()) {
            if found.len() >= scope::MOST_FINDINGS {
                passed_over += 1;
                continue;
            }
            let set = |new: &str| context.edit(&name.range, new);
            let mut of_name = scope::check(context.catalog, asker, &name.name, known == Known::Scope, set);
            for finding in of_name.iter_mut().filter(|finding| finding.rule == rule::SCOPE_UNKNOWN && is_open(finding))
            {
                let guess = context.options.guesses.then(|| context.catalog.guess_of(&name.name)).flatten();
                if let Some((fix, guess)) = finding.fix.as_mut().zip(guess) {
                    fix.edits.push(set(guess));
                }
            }
            found.extend(of_name.into_iter().map(|finding| (name.range.clone(), finding)));
        }
    }
    let more = scope::passed_over(passed_over).map(|finding| (context.nowhere(), finding));
    for (range, finding) in found.into_iter().chain(more) {
        context.add(range, finding);
    }
}

/// Whether no edit mends it.
fn is_open(finding: &Diagnostic) -> bool {
    finding.fix.as_ref().is_none_or(|fix| fix.edits.is_empty())
}
