//! What stands between scope names in the place of a space.

use crate::diagnostic::{Diagnostic, rule};
use std::collections::BTreeSet;

use super::context::{Context, clip};
use crate::catalog::Confidence;
use crate::link::{Known, Parameter};

pub(super) fn check(context: &mut Context<'_>) {
    let lists: Vec<(Known, &Parameter)> = {
        let link = context.link;
        [Known::Scope, Known::OptionalScope]
            .into_iter()
            .flat_map(|known| link.all(known).map(move |parameter| (known, parameter)))
            .collect()
    };
    for (known, parameter) in lists {
        between_names(context, known, parameter);
    }
    cut_off(context);
}

fn between_names(context: &mut Context<'_>, known: Known, parameter: &Parameter) {
    let space = Context::space(parameter);
    let mut kinds = BTreeSet::new();
    let mut edits = Vec::new();
    let mut first = None;
    let after = context.link.after_names(parameter);
    let edges =
        parameter.names.first().map(|name| &name.before).into_iter().chain([&after]).map(|between| (between, ""));
    let inner = parameter.names.iter().skip(1).map(|name| (&name.before, space));
    for (between, with) in inner.chain(edges.filter(|(between, _)| between.wrong != Some("a line break"))) {
        if let Some(kind) = between.wrong {
            kinds.insert(kind);
            edits.push(context.edit(&between.range, with));
            first.get_or_insert(between.range.clone());
        }
    }
    let Some(range) = first else { return };
    let kinds: Vec<&str> = kinds.into_iter().collect();
    let subject = known.as_str();
    let message = format!(
        "The names in {subject} are separated by {}; only a space is documented, and all of them are taken for one name, \
         as far as is known.",
        kinds.join(" and ")
    );
    let value = clip(&context.link.value(parameter));
    let finding = Diagnostic::new(rule::URL_WRONG_SEPARATOR, subject, message)
        .with_hubspot_says(context.messages().says("install.invalid-scope", "scope", &value))
        .with_confidence(Confidence::Inferred)
        .with_fix("Write a space, as %20.")
        .with_edits(edits);
    context.add(range, finding);
}

/// `scope=a%20b&c`, where `c` is the name of a scope.
fn cut_off(context: &mut Context<'_>) {
    let link = context.link;
    let mut list = None;
    for parameter in &link.parameters {
        if matches!(parameter.known, Some(Known::Scope | Known::OptionalScope)) {
            list = parameter.known.map(|known| (known, Context::space(parameter)));
        }
        let name = link.slice(&parameter.name);
        let Some((known, space)) = list.filter(|_| parameter.value.is_none()) else {
            if parameter.value.is_some() && parameter.names.is_empty() {
                list = None;
            }
            continue;
        };
        if context.catalog.scope_named(name).is_none() {
            continue;
        }
        let subject = known.as_str();
        let message =
            format!("{name} is cut off from {subject} by the {} before it.", link.slice(&parameter.separator_range));
        let finding = Diagnostic::new(rule::URL_WRONG_SEPARATOR, subject, message)
            .with_fix("Write a space, as %20.")
            .with_edits([context.edit(&parameter.separator_range, space)]);
        context.add(parameter.whole(), finding);
    }
}
