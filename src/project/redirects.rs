//! The redirect URLs in an app's settings, each by itself.
//!
//! Owns the ids that these findings have here, and the edits. What a redirect URL may be, the link knows.

use super::fields::{Text, excerpt};
use super::sheet::Sheet;
use crate::diagnostic::{Diagnostic, Rule, rule};
use crate::link::check_redirect;

/// The rules of a link's redirect URL, and the same ones for the app's settings.
const RULES: [(&Rule, &Rule); 4] = [
    (rule::URL_MISSING_REDIRECT_URI, rule::CONFIG_REDIRECT_NOT_ABSOLUTE),
    (rule::URL_REDIRECT_NOT_ABSOLUTE, rule::CONFIG_REDIRECT_NOT_ABSOLUTE),
    (rule::URL_REDIRECT_NOT_HTTPS, rule::CONFIG_REDIRECT_NOT_HTTPS),
    (rule::URL_REDIRECT_IP_ADDRESS, rule::CONFIG_REDIRECT_IP_ADDRESS),
];

const WHOLE: &str = "Write the whole URL, such as https://shop.example/oauth-callback.";

/// Reports what is wrong with one entry of `redirectUrls`.
pub(super) fn check<'a>(sheet: &mut Sheet<'a>, text: &Text<'a>) {
    if text.is_open() {
        return;
    }
    let url = text.value.as_str();
    let subject = excerpt(url);
    if url.is_empty() {
        let message = "An entry of redirectUrls is empty: HubSpot takes whole URLs.";
        let finding = Diagnostic::new(rule::CONFIG_REDIRECT_NOT_ABSOLUTE, text.at.words(), message);
        return sheet.say(text.node, finding.with_fix("Write the whole URL, or remove the entry."));
    }
    let Some(found) = check_redirect(Some(url)) else { return };
    let Some((_, rule)) = RULES.iter().find(|(of_link, _)| *of_link == found.rule) else { return };
    let better = better(url).filter(|better| check_redirect(Some(better)).is_none());
    let fix = match (&better, found.fix_text()) {
        (Some(better), _) => format!("Write {}.", excerpt(better)),
        // Without a host, nobody can say which URL was meant.
        (None, _) if !url.contains("://") => WHOLE.to_owned(),
        (None, fix) => excerpt(fix.unwrap_or(WHOLE)),
    };
    let edit = better.and_then(|better| sheet.set(text, &better));
    let finding = Diagnostic::new(rule, subject, excerpt(&found.message))
        .with_confidence(found.confidence)
        .with_fix(fix)
        .with_edits(edit);
    sheet.say(text.node, finding);
}

/// The same URL with a scheme that HubSpot takes; `None` = it has more wrong with it.
fn better(url: &str) -> Option<String> {
    match url.split_once("://") {
        Some((scheme, rest)) => scheme.eq_ignore_ascii_case("http").then(|| format!("https://{rest}")),
        None => {
            let rest = url.trim_start_matches('/');
            let host = rest.split([':', '/', '?', '#']).next().unwrap_or_default();
            // A word without a dot is more likely a path than a host.
            if host.eq_ignore_ascii_case("localhost") {
                Some(format!("http://{rest}"))
            } else {
                host.contains('.').then(|| format!("https://{rest}"))
            }
        }
    }
}
