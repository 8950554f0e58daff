//! The answer about one link: what was read, what was found, and which scopes it names where.

use super::context::{Context, removal};
use super::places::Places;
use crate::check::checked::ParsedUrl;
use crate::diagnostic::{Diagnostic, Span};
use crate::link::{Known, ParsedLink};

/// A scope that a link names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkName {
    /// Decoded.
    pub name: String,
    /// `scope` or `optional_scope`.
    pub parameter: &'static str,
    /// Where it stands.
    pub span: Span,
    /// The bytes to take out of the file so that the other names stay a list.
    pub removal: std::ops::Range<usize>,
}

/// A link that was checked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LinkReport {
    /// What was read.
    pub parsed: ParsedUrl,
    /// The names of both lists that no placeholder stands for, in their order.
    pub names: Vec<LinkName>,
    /// What was found, worst first.
    pub diagnostics: Vec<Diagnostic>,
    /// The bytes of the link in its file.
    pub range: std::ops::Range<usize>,
    /// Whether parameters may be there that were not seen: what is missing is not known to be missing.
    pub has_unseen_parameters: bool,
}

/// Puts everything in its place in the file.
pub(super) fn report(context: Context<'_>, places: &mut Places<'_>) -> LinkReport {
    let (link, offset, file) = (context.link, context.offset, context.options.file);
    let listed: Vec<_> = context
        .lists()
        .flat_map(|(known, parameter)| (0..parameter.names.len()).map(move |i| (known, parameter, i)))
        .filter(|(_, parameter, i)| !parameter.names[*i].placeholder && !parameter.names[*i].name.is_empty())
        .collect();
    let ranges = listed.iter().map(|(_, parameter, i)| &parameter.names[*i].range);
    let ranges: Vec<_> = ranges.chain(context.found.iter().map(|(_, range)| range)).cloned().collect();
    let starts: Vec<usize> = ranges.iter().map(|range| range.start + offset).collect();
    let mut spans = places.spots(&starts).into_iter().zip(ranges).map(|(spot, range)| Span {
        file: file.to_owned(),
        line: spot.line,
        column: spot.column,
        start: range.start + offset,
        end: range.end + offset,
    });
    let names = listed.iter().zip(spans.by_ref()).map(|((known, parameter, i), span)| {
        let cut = removal(parameter, *i);
        LinkName {
            name: parameter.names[*i].name.clone(),
            parameter: known.as_str(),
            span,
            removal: cut.start + offset..cut.end + offset,
        }
    });
    let names = names.collect();
    drop(listed);
    let parsed = parsed(link);
    let range = link.body.start + offset..link.body.end + offset;
    let has_unseen_parameters = link.has_unseen_parameters();
    let mut diagnostics: Vec<Diagnostic> =
        context.found.into_iter().zip(spans).map(|((finding, _), span)| finding.with_span(span)).collect();
    diagnostics.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    LinkReport { parsed, names, diagnostics, range, has_unseen_parameters }
}

/// The parts of a link as the answer shows them. Of two values the first counts; two lists are one.
fn parsed(link: &ParsedLink<'_>) -> ParsedUrl {
    let value = |known| link.first(known).map(|parameter| link.value(parameter)).filter(|value| !value.is_empty());
    let names = |known| {
        let names = link.all(known).flat_map(|parameter| &parameter.names);
        names.map(|name| name.name.clone()).filter(|name| !name.is_empty()).collect()
    };
    let text = |range: &std::ops::Range<usize>| link.slice(range).to_owned();
    let shown = [Known::ClientId, Known::RedirectUri, Known::Scope, Known::OptionalScope, Known::State];
    let others = link
        .parameters
        .iter()
        .filter(|parameter| !parameter.is_empty() && !parameter.known.is_some_and(|known| shown.contains(&known)));
    ParsedUrl {
        host: link.place.host.as_ref().map(text),
        hublet: link.place.hublet.clone(),
        account_id: link.place.account.as_ref().map(text),
        client_id: value(Known::ClientId),
        redirect_uri: value(Known::RedirectUri),
        scope: names(Known::Scope),
        optional_scope: names(Known::OptionalScope),
        state: value(Known::State),
        other: others.map(|parameter| (link.decoded(&parameter.name), link.value(parameter))).collect(),
        template: link.is_template(),
    }
}
