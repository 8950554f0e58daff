//! Client id, redirect URL and state. What is wrong with a client id or a redirect URL is told by `link`, for a plan's own
//! link, too.

use std::ops::Range;

use super::context::{Context, clip};
use crate::diagnostic::{Diagnostic, rule};
use crate::link::{Known, Parameter, check_client_id, check_redirect, decode};

const QUOTES: [char; 4] = ['"', '\'', '`', '\\'];

pub(super) fn check(context: &mut Context<'_>) {
    client_id(context);
    redirect(context);
    state(context);
}

fn client_id(context: &mut Context<'_>) {
    let Some((value, range)) = value(context, Known::ClientId) else { return };
    let finding = check_client_id(context.catalog, Some(value.trim_matches(QUOTES)).filter(|id| !id.is_empty()));
    if let Some(finding) = finding {
        context.add(range, finding);
    }
}

fn redirect(context: &mut Context<'_>) {
    let link = context.link;
    if let Some(parameter) = link.first(Known::RedirectUri).filter(|parameter| link.is_open(parameter)) {
        open_redirect(context, parameter);
        return;
    }
    let Some((value, range)) = value(context, Known::RedirectUri) else { return };
    let mut url = value.trim_matches(QUOTES).to_owned();
    if !url.contains("://") {
        // Encoded twice, which is told elsewhere.
        let again = decode(&url);
        url = if again.contains("://") { again } else { url };
    }
    if let Some(finding) = check_redirect(Some(url.as_str()).filter(|url| !url.is_empty())) {
        let finding = with_https(context, finding, &range);
        context.add(range, finding);
    }
}

/// The edit that makes http https; another scheme is a person's to judge.
fn with_https(context: &Context<'_>, finding: Diagnostic, range: &Range<usize>) -> Diagnostic {
    let written = context.link.slice(range);
    let start = range.start + (written.len() - written.trim_start_matches(QUOTES).len());
    let scheme = written.trim_start_matches(QUOTES).get(..5).unwrap_or_default().to_ascii_lowercase();
    let is_http = scheme.starts_with("http") && !scheme.ends_with('s');
    let end = start + "http".len();
    let edit = (finding.rule == rule::URL_REDIRECT_NOT_HTTPS && is_http).then(|| context.edit(&(end..end), "s"));
    finding.with_edits(edit)
}

/// A redirect URL with a placeholder in it: the host is checked where it is written out before the first one.
fn open_redirect(context: &mut Context<'_>, parameter: &Parameter) {
    let link = context.link;
    let Some(value) = parameter.value.clone().filter(|_| !parameter.stands_in) else { return };
    let Some(hole) = link.placeholders.within(&value).first() else { return };
    let written = link.decoded(&(value.start..hole.start));
    let whole_host = written.trim().split_once("://").is_some_and(|(_, rest)| rest.contains(['/', '?', '#']));
    if let Some(finding) = check_redirect(Some(written.trim())).filter(|_| whole_host) {
        let finding = with_https(context, finding, &value);
        context.add(link.trimmed(parameter), finding);
    }
}

/// What is to be checked: empty where the parameter is missing; `None` where a placeholder stands for it.
fn value(context: &Context<'_>, known: Known) -> Option<(String, Range<usize>)> {
    let link = context.link;
    match link.first(known) {
        Some(parameter) if link.is_open(parameter) => None,
        Some(parameter) if !link.is_blank(parameter) => {
            Some((clip_value(link.value(parameter)), link.trimmed(parameter)))
        }
        _ if link.has_unseen_parameters() => None,
        Some(parameter) => Some((String::new(), parameter.name.start..parameter.end())),
        None => Some((String::new(), context.nowhere())),
    }
}

/// Messages quote the value: one of megabytes is cut.
fn clip_value(value: String) -> String {
    if value.len() > 2000 { clip(&value) } else { value }
}

fn state(context: &mut Context<'_>) {
    let link = context.link;
    let there = link.first(Known::State).is_some_and(|parameter| !link.is_blank(parameter));
    if there || link.has_unseen_parameters() {
        return;
    }
    let message = "The link has no state, so the callback cannot tell its own request from a forged one.";
    let finding = Diagnostic::new(rule::URL_MISSING_STATE, "state", message)
        .with_fix("Add a state that is random for each request, and compare it in the callback.");
    context.add(context.nowhere(), finding);
}
