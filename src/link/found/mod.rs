//! Install URLs inside of other text: a `.env` file, source of any language, Markdown, HTML.
//!
//! Owns where a link begins and ends there, and whether the code around it adds more. [`super::parse`] reads the link.

mod ending;
mod joined;

use std::ops::Range;

use memchr::memmem;

use self::ending::{Around, ending};
use self::joined::is_joined;
use super::parse::{Kind, ParsedLink, WhyNot, parse, parse_continued};

/// A link in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundLink {
    /// Its bytes.
    pub range: Range<usize>,
    /// It is only the base: the code around it adds what is not seen here.
    pub continued: bool,
    /// It stands in an attribute of HTML, where `&amp;` is right.
    pub in_html: bool,
    /// It stands in a quoted string, where `\u0026` is right.
    pub quoted: bool,
}

impl FoundLink {
    /// Takes the link apart; the ranges are of its own text.
    pub fn parse<'a>(&self, text: &'a str) -> ParsedLink<'a> {
        let link = &text[self.range.clone()];
        if self.continued { parse_continued(link) } else { parse(link) }
    }
}

/// So far before a `hubspot` its scheme may stand.
const REACH: usize = 80;

/// All install URLs in `text`, and what was meant to be one: another path on a host of HubSpot's, or a host that holds
/// `hubspot.com` without being its.
pub fn find_links(text: &str) -> Vec<FoundLink> {
    let mut found: Vec<FoundLink> = Vec::new();
    let mut free = 0;
    for at in memmem::find_iter(text.as_bytes(), "hubspot") {
        if at < free {
            continue;
        }
        let Some(start) = scheme_before(text, free, at).filter(|_| is_promising(&text[at..])) else { continue };
        let around = Around::of(text, start);
        // Whether it is one is told by its beginning, so that a long text without any is not read again and again.
        let head = ending(&text[..floor(text, start + HEAD)], start, around);
        if head <= at || !is_meant(&parse(&text[start..head])) {
            continue;
        }
        let end = ending(text, start, around);
        let quoted = around.quote.is_some();
        let link = parse(&text[start..end]);
        let body = start + link.body.start..start + link.body.end;
        let alone = link.parameters.is_empty();
        let continued = alone || (quoted && is_joined(text, end));
        free = end;
        found.push(FoundLink { range: body, continued, in_html: around.in_attribute, quoted });
    }
    found
}

/// So much of a link tells whether it is one.
const HEAD: usize = 2048;

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a host of HubSpot's and a path that authorizes may stand here.
fn is_promising(rest: &str) -> bool {
    let near = &rest.as_bytes()[..rest.len().min(300)];
    let host = [&b"hubspot.com"[..], b"hubspotqa.com"].iter().any(|host| near.starts_with(host));
    host && [&b"authori"[..], b"static-token", b"oauth"].iter().any(|word| memmem::find(near, word).is_some())
}

/// Where the `https://` of the host at `at` begins.
fn scheme_before(text: &str, free: usize, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let floor = free.max(at.saturating_sub(REACH));
    let mut start = at;
    while start > floor && is_of_host(bytes[start - 1]) {
        start -= 1;
    }
    let scheme = ["https://", "http://"].into_iter().find(|scheme| {
        let length = scheme.len();
        start >= free + length && bytes[start - length..start].eq_ignore_ascii_case(scheme.as_bytes())
    })?;
    let start = start - scheme.len();
    let glued = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
    (!glued && text.is_char_boundary(start)).then_some(start)
}

fn is_of_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'@' | b'_' | b'$' | b'{' | b'}')
}

/// Whether somebody meant it to be an install URL. Pages about OAuth are none, nor is another program of one's own.
fn is_meant(link: &ParsedLink<'_>) -> bool {
    let path = link.slice(&link.place.path);
    let authorizes = path.contains("authori") || path.contains("/static-token");
    let known = |name: &str| link.parameters.iter().any(|parameter| link.slice(&parameter.name) == name);
    let asks = known("client_id") || known("scope");
    match link.place.kind {
        Kind::Oauth | Kind::Static | Kind::Mcp => true,
        Kind::Other(WhyNot::Path | WhyNot::Port | WhyNot::Qa) => authorizes || (asks && path.contains("oauth")),
        Kind::Other(WhyNot::OtherHost) => asks && authorizes,
        Kind::Other(WhyNot::LookAlike | WhyNot::UserName) => {
            let authority = &link.text[..link.place.path.start];
            authorizes && (authority.contains("hubspot.com") || authority.contains("hubspotqa.com"))
        }
        Kind::Other(WhyNot::NoLink | WhyNot::Scheme | WhyNot::Host | WhyNot::Token) => false,
    }
}

#[cfg(test)]
mod tests;
