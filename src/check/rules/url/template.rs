//! What stands for something else.

use super::context::{Context, clip};
use crate::diagnostic::{Diagnostic, rule};

pub(super) fn check(context: &mut Context<'_>) {
    let link = context.link;
    let mut first = None;
    let mut shown: Vec<String> = Vec::new();
    let mut count = 0_usize;
    let holes = link.placeholders.within(&link.body).iter().filter(|hole| !hole.is_empty()).cloned();
    let words = link.parameters.iter().filter(|parameter| parameter.stands_in).map(|parameter| link.trimmed(parameter));
    let names = link.parameters.iter().filter(|parameter| !parameter.stands_in).flat_map(|parameter| {
        let word = |range| !link.placeholders.touch(range);
        parameter.names.iter().filter(move |name| name.placeholder && word(&name.range)).map(|name| name.range.clone())
    });
    let account =
        link.place.account.clone().filter(|range| link.place.account_stands_in && !link.placeholders.touch(range));
    for range in account.into_iter().chain(holes).chain(words).chain(names) {
        count += 1;
        if shown.len() < 6 {
            shown.push(clip(link.slice(&range)));
        }
        first = first.filter(|first: &std::ops::Range<usize>| first.start <= range.start).or(Some(range));
    }
    if let Some(range) = first {
        let more = if count > shown.len() { format!(" and {} more", count - shown.len()) } else { String::new() };
        let verb = if count == 1 { "stands where a value goes" } else { "stand where values go" };
        let message = format!("The link is a template: {}{more} {verb}. The rest was checked.", shown.join(", "));
        context.add(range, Diagnostic::new(rule::URL_TEMPLATE, "link", message));
    } else if link.continued {
        let message = "This is the first part of a link: what follows is put together elsewhere, and was not checked.";
        context.add(context.nowhere(), Diagnostic::new(rule::URL_TEMPLATE, "link", message));
    }
}
