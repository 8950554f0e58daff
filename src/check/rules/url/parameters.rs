//! Parameters that are misspelt, or stand there twice.

use std::collections::BTreeSet;

use super::context::{Context, clip, removal};
use crate::catalog::Confidence;
use crate::diagnostic::{Diagnostic, Edit, rule};
use crate::link::{Known, Parameter};

pub(super) fn check(context: &mut Context<'_>) {
    misnamed(context);
    for known in Known::ALL {
        duplicates(context, known);
    }
}

fn misnamed(context: &mut Context<'_>) {
    let link = context.link;
    let mut renamed: BTreeSet<Known> =
        link.parameters.iter().filter(|parameter| parameter.exact).filter_map(|parameter| parameter.known).collect();
    for parameter in link.parameters.iter().filter(|parameter| !parameter.exact) {
        let Some(known) = parameter.known else { continue };
        let written = clip(link.slice(&parameter.name).trim());
        let right = known.as_str();
        let message = format!("HubSpot knows no parameter {written:?}; it is called {right}.");
        let mut finding = Diagnostic::new(rule::URL_MISNAMED_PARAMETER, written, message);
        finding = if renamed.insert(known) {
            finding.with_fix(format!("Write {right}.")).with_edits([context.edit(&parameter.name, right)])
        } else {
            let how = match known {
                Known::Scope | Known::OptionalScope => "put the names of both into it",
                _ => "keep one of them",
            };
            finding.with_fix(format!("{right} stands in the link as well: {how}."))
        };
        context.add(parameter.name.clone(), finding);
    }
}

fn duplicates(context: &mut Context<'_>, known: Known) {
    let link = context.link;
    let all: Vec<&Parameter> =
        link.parameters.iter().filter(|parameter| parameter.known == Some(known) && parameter.exact).collect();
    let Some((first, others)) = all.split_first() else { return };
    if others.is_empty() {
        return;
    }
    let kept = link.decoded(&link.trimmed(first));
    let mut names: BTreeSet<&str> = first.names.iter().map(|name| name.name.as_str()).collect();
    for other in others {
        let edits = if link.is_blank(other) || link.decoded(&link.trimmed(other)) == kept {
            vec![context.edit(&other.whole(), "")]
        } else if link.is_blank(first) && other.separator_range.start == first.end() {
            vec![context.edit(&(first.name.start..other.name.start), "")]
        } else if matches!(known, Known::Scope | Known::OptionalScope) && !first.names.is_empty() {
            merge(context, first, other, &mut names)
        } else {
            Vec::new()
        };
        let subject = known.as_str();
        let message =
            format!("{subject} stands in the link more than once; which one HubSpot takes is not documented.");
        let fix = if edits.is_empty() { "Keep the right one." } else { "Keep one, with all that is in them." };
        let finding = Diagnostic::new(rule::URL_DUPLICATE_PARAMETER, subject, message)
            .with_confidence(Confidence::Inferred)
            .with_fix(fix)
            .with_edits(edits);
        context.add(other.name.clone(), finding);
    }
}

/// Takes the names that are missing in `first` over from `other`.
fn merge<'a>(
    context: &Context<'_>,
    first: &Parameter,
    other: &'a Parameter,
    names: &mut BTreeSet<&'a str>,
) -> Vec<Edit> {
    let space = Context::space(first);
    let mut more = String::new();
    for name in other.names.iter().filter(|name| !name.name.is_empty()) {
        if names.insert(&name.name) {
            more.push_str(space);
            more.push_str(context.link.slice(&name.range));
        }
    }
    let end = removal(first, first.names.len() - 1).end.max(first.names[first.names.len() - 1].range.end);
    vec![context.edit(&(end..end), more), context.edit(&other.whole(), "")]
}
