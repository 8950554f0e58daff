//! Signs that a URL cannot have: line breaks, spaces, quotes.
//!
//! A browser mends spaces and the like, so that they are a warning; a line break tears the link apart.

use std::ops::Range;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Edit, Rule, Severity, rule};
use crate::link::{Known, Parameter, encode};

const RULE: &Rule = rule::URL_MALFORMED_ENCODING;

pub(super) fn check(context: &mut Context<'_>) {
    let (mut breaks, mut signs) = (Vec::new(), Vec::new());
    for range in pieces(context) {
        scan(context, &range, &mut breaks, &mut signs);
    }
    for parameter in &context.link.parameters {
        if is_list(parameter) {
            spaces_between(context, parameter, &mut breaks, &mut signs);
        }
    }
    breaks.sort_by_key(|(range, _)| range.start);
    signs.sort_by_key(|(range, _)| range.start);
    if let Some((range, _)) = breaks.first().cloned() {
        let finding =
            Diagnostic::new(RULE, "link", "The link is broken over lines: what opens it stops at the first break.");
        context.add(range, with(finding, breaks, "Write it in one line."));
    }
    if let Some((range, _)) = signs.first().cloned() {
        let message = "The link has spaces or other signs in it that a URL writes as %20 and the like; browsers encode \
                       them, servers and mail clients may not.";
        let finding = Diagnostic::new(RULE, "link", message).at_most(Severity::Warning);
        context.add(range, with(finding, signs, "Percent-encode them; a space is %20."));
    }
}

type Changes = Vec<(Range<usize>, Edit)>;

fn with(finding: Diagnostic, changes: Changes, fix: &str) -> Diagnostic {
    finding.with_fix(fix).with_edits(changes.into_iter().map(|(_, edit)| edit))
}

fn is_list(parameter: &Parameter) -> bool {
    matches!(parameter.known, Some(Known::Scope | Known::OptionalScope))
}

/// The place and everything of the parameters but for lists of scopes, whose spaces mean something.
fn pieces(context: &Context<'_>) -> Vec<Range<usize>> {
    let link = context.link;
    let place = link.body.start..link.place.path.end;
    let mut pieces: Vec<Range<usize>> = Vec::from([place]);
    for parameter in &link.parameters {
        pieces.push(parameter.name.clone());
        pieces.extend(parameter.value.clone().filter(|_| !is_list(parameter)));
    }
    pieces.extend(link.fragment.clone());
    pieces
}

/// One range is one name or one value: blanks at its ends are taken out, others encoded.
fn scan(context: &Context<'_>, range: &Range<usize>, breaks: &mut Changes, signs: &mut Changes) {
    let link = context.link;
    let text = link.slice(range);
    let start = range.start + (text.len() - text.trim_start().len());
    let end = start.max(range.start + text.trim_end().len());
    for edge in [range.start..start, end..range.end] {
        if !edge.is_empty() && !link.placeholders.touch(&edge) {
            let edit = context.edit(&edge, "");
            let torn = link.slice(&edge).contains(['\n', '\r', '\t']);
            if torn { &mut *breaks } else { &mut *signs }.push((edge, edit));
        }
    }
    let text = link.slice(&(start..end));
    let mut free = 0;
    for (at, sign) in text.char_indices().filter(|(_, sign)| !is_plain(*sign)) {
        let here = start + at..start + at + sign.len_utf8();
        if at < free || link.placeholders.end_at(here.start).is_some() {
            continue;
        }
        if matches!(sign, '\n' | '\r' | '\t') {
            // With the indentation of the next line.
            let rest = &text[at..];
            let end = start + at + (rest.len() - rest.trim_start().len());
            free = end - start;
            breaks.push((here.start..end, context.edit(&(here.start..end), "")));
        } else {
            let with = if is_unseen(sign) { String::new() } else { encode(&sign.to_string()) };
            signs.push((here.clone(), context.edit(&here, with)));
        }
    }
}

/// Whether a URL may have it as it is.
fn is_plain(sign: char) -> bool {
    sign.is_ascii_graphic() && !matches!(sign, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
}

fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}')
}

/// Raw spaces between the names of a list; what is a comma or the like is told by its own rule.
fn spaces_between(context: &Context<'_>, parameter: &Parameter, breaks: &mut Changes, signs: &mut Changes) {
    let space = Context::space(parameter);
    let after = context.link.after_names(parameter);
    let edges = parameter.names.first().map(|name| &name.before).into_iter().chain([&after]);
    for between in
        edges.filter(|between| between.wrong == Some("a line break") || (between.wrong.is_none() && between.raw_space))
    {
        let changes = if between.wrong.is_some() { &mut *breaks } else { &mut *signs };
        changes.push((between.range.clone(), context.edit(&between.range, "")));
    }
    for between in parameter.names.iter().skip(1).map(|name| &name.before) {
        if between.raw_space && between.wrong.is_none() {
            signs.push((between.range.clone(), context.edit(&between.range, space)));
        }
    }
    for name in parameter.names.iter().filter(|name| !name.placeholder) {
        scan(context, &name.range, breaks, signs);
    }
}
