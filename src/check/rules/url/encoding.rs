//! Escapes that are wrong, and what is glued on: what a server would not read as it was meant.

use std::ops::Range;

use super::context::{Context, clip};
use crate::diagnostic::{Diagnostic, Edit, Rule, rule};
use crate::link::{Known, Parameter, Separator, bad_pairs, double_encoded};

const RULE: &Rule = rule::URL_MALFORMED_ENCODING;

pub(super) fn check(context: &mut Context<'_>) {
    glued_on(context);
    glued_names(context);
    separators(context);
    fragment(context);
    inner_link(context);
    doubled(context);
    broken(context);
}

/// Keeps one finding for all of `edits`, if there are any.
fn tell(
    context: &mut Context<'_>,
    subject: &str,
    ranges: &[Range<usize>],
    edits: Vec<Edit>,
    message: String,
    fix: &str,
) {
    let Some(first) = ranges.first() else { return };
    let finding: Diagnostic = Diagnostic::new(RULE, subject, message).with_fix(fix).with_edits(edits);
    context.add(first.clone(), finding);
}

fn glued_on(context: &mut Context<'_>) {
    let link = context.link;
    let ends = [0..link.body.start, link.body.end..link.text.len()];
    let junk: Vec<Range<usize>> = ends.into_iter().filter(|range| !is_blank(link.slice(range))).collect();
    let edits = junk.iter().map(|range| context.edit(range, "")).collect();
    let shown: Vec<String> = junk.iter().map(|range| clip(link.slice(range).trim())).collect();
    let message = format!("{} is glued on to the link.", shown.join(" and "));
    tell(context, "link", &junk, edits, message, "Take it off.");
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}'))
}

fn glued_names(context: &mut Context<'_>) {
    let link = context.link;
    for known in [Known::Scope, Known::OptionalScope] {
        let names = link.all(known).flat_map(|parameter| &parameter.names);
        let ranges: Vec<Range<usize>> = names.flat_map(|name| name.glued.iter().cloned()).collect();
        let edits = ranges.iter().map(|range| context.edit(range, "")).collect();
        let message = format!("Quotes or brackets are glued on to the names in {}.", known.as_str());
        tell(context, known.as_str(), &ranges, edits, message, "Take them off.");
    }
    for known in [Known::ClientId, Known::RedirectUri] {
        let Some(parameter) = link.first(known) else { continue };
        let value = link.trimmed(parameter);
        let text = link.slice(&value);
        let quote = |c: char| matches!(c, '"' | '\'' | '`');
        let (start, end) = (text.len() - text.trim_start_matches(quote).len(), text.trim_end_matches(quote).len());
        if (start == 0 && end == text.len()) || start >= end || link.placeholders.touch(&value) {
            continue;
        }
        let ranges = [value.start..value.start + start, value.start + end..value.end];
        let ranges: Vec<Range<usize>> = ranges.into_iter().filter(|range| !range.is_empty()).collect();
        let edits = ranges.iter().map(|range| context.edit(range, "")).collect();
        let message = format!("Quotes are glued on to the value of {}.", known.as_str());
        tell(context, known.as_str(), &ranges, edits, message, "Take them off.");
    }
}

fn separators(context: &mut Context<'_>) {
    let link = context.link;
    let (mut escaped, mut wrong) = (Vec::new(), Vec::new());
    let (mut escaped_edits, mut wrong_edits) = (Vec::new(), Vec::new());
    for (i, parameter) in link.parameters.iter().enumerate() {
        let range = parameter.separator_range.clone();
        match parameter.separator {
            Separator::Escaped if !context.in_html => {
                escaped_edits.push(context.edit(&range, if i == 0 { "?" } else { "&" }));
                escaped.push(range);
            }
            Separator::JsonEscaped if !context.quoted => {
                escaped_edits.push(context.edit(&range, "&"));
                escaped.push(range);
            }
            Separator::Question if i > 0 => {
                wrong_edits.push(context.edit(&range, "&"));
                wrong.push(range);
            }
            Separator::Semicolon => {
                wrong_edits.push(context.edit(&range, "&"));
                wrong.push(range);
            }
            Separator::Ampersand if i == 0 => {
                wrong_edits.push(context.edit(&range, "?"));
                wrong.push(range);
            }
            _ => {}
        }
    }
    let written = escaped.first().map_or_else(String::new, |range| clip(link.slice(range)));
    let message =
        format!("{written} stands where & belongs: the link was escaped for a page or a file, and copied from it.");
    tell(context, "link", &escaped, escaped_edits, message, "Write & alone.");
    let message =
        "The parameters are not separated as a query has them: ? before the first, & before each other.".to_owned();
    tell(context, "link", &wrong, wrong_edits, message, "Write ? before the first parameter and & before each other.");
}

fn fragment(context: &mut Context<'_>) {
    let link = context.link;
    let Some(at) = link.parameters.iter().position(|parameter| parameter.separator == Separator::Hash) else { return };
    let hash = &link.parameters[at];
    let before = at.checked_sub(1).map(|at| &link.parameters[at]);
    let mut edits = Vec::new();
    let opens_nothing = hash.known.is_none() && !hash.is_empty();
    let url_before = before.is_some_and(|parameter| matches!(parameter.known, Some(Known::RedirectUri | Known::State)));
    if opens_nothing && url_before {
        edits.push(context.edit(&hash.separator_range, "%23"));
    } else if opens_nothing && hash.value.is_none() {
        // `#/path?client_id=…`: what stands there is not known to be meant.
    } else if hash.is_empty() {
        let next = link.parameters.get(at + 1).map_or(hash.end(), |next| next.separator_range.end);
        edits.push(context.edit(&(hash.separator_range.start..next), if at == 0 { "?" } else { "&" }));
    } else {
        edits.push(context.edit(&hash.separator_range, if at == 0 { "?" } else { "&" }));
    }
    let message =
        "Parameters stand behind a #: a browser keeps them for itself, and HubSpot never sees them.".to_owned();
    let range = hash.separator_range.start..link.body.end;
    tell(context, "link", &[range], edits, message, "Move them before the #, or write the # of a value as %23.");
}

/// A whole link pasted into the query.
fn inner_link(context: &mut Context<'_>) {
    let link = context.link;
    let inner: Vec<Range<usize>> = link
        .parameters
        .iter()
        .filter(|parameter| parameter.value.is_none() && link.slice(&parameter.name).contains("://"))
        .map(Parameter::whole)
        .collect();
    let edits = inner.iter().map(|range| context.edit(range, "")).collect();
    tell(context, "link", &inner, edits, "Another link stands in the middle of this one.".to_owned(), "Take it out.");
}

fn doubled(context: &mut Context<'_>) {
    let link = context.link;
    for parameter in &link.parameters {
        let Some((known, value)) = parameter.known.zip(parameter.value.clone()) else { continue };
        let judged = match known {
            Known::ClientId | Known::Scope | Known::OptionalScope => true,
            // One that is absolute after one decoding may have such pairs of its own.
            Known::RedirectUri => !link.value(parameter).contains("://"),
            _ => false,
        };
        if !judged || link.placeholders.touch(&value) {
            continue;
        }
        let mut ranges = double_encoded(link.text, &value);
        let plus = |between: &&crate::link::Between| between.doubled && link.slice(&between.range).contains("%2");
        let pluses = parameter.names.iter().map(|name| &name.before).filter(plus);
        let pluses: Vec<Range<usize>> = pluses
            .filter(|between| !link.slice(&between.range).contains("%25"))
            .map(|between| between.range.clone())
            .collect();
        let mut edits: Vec<Edit> = ranges.iter().map(|range| context.edit(range, "")).collect();
        edits.extend(pluses.iter().map(|range| context.edit(range, "%20")));
        ranges.extend(pluses);
        let subject = known.as_str();
        let message = format!("The value of {subject} is percent-encoded twice.");
        tell(context, subject, &ranges, edits, message, "Encode it once.");
    }
}

/// `%` without two digits.
fn broken(context: &mut Context<'_>) {
    let link = context.link;
    let query = link.place.path.end..link.fragment.as_ref().map_or(link.body.end, |fragment| fragment.start);
    let pairs = bad_pairs(link.text, &query, &link.placeholders);
    let Some(first) = pairs.first() else { return };
    let holder = link.parameters.iter().find(|parameter| parameter.end() >= first.end);
    let subject = holder.map_or_else(|| "link".to_owned(), |parameter| clip(link.slice(&parameter.name)));
    let message = format!("{:?} is no percent-encoding: two hexadecimal digits follow a %.", link.slice(first));
    tell(context, &subject, &pairs, Vec::new(), message, "Write %25 for the sign itself, or complete the pair.");
}
