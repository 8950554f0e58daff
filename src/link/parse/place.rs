//! Where a link leads: scheme, host, path, and what that makes of it.

use std::ops::Range;

use super::placeholder::Placeholders;
use super::stand_in::stands_for_account;
use crate::plan::Hublet;

/// What kind of link it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An OAuth install URL.
    Oauth,
    /// The link of a static-auth app.
    Static,
    /// The link of an MCP auth app.
    Mcp,
    /// None of HubSpot's.
    Other(WhyNot),
}

/// Why a text is no install URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// No host and no path of an install URL.
    NoLink,
    /// Neither `http` nor `https`.
    Scheme,
    /// A host that has nothing to do with HubSpot.
    Host,
    /// A host that only looks like HubSpot's.
    LookAlike,
    /// What looks like the host is a user name; the host stands after the `@`.
    UserName,
    /// A port of its own.
    Port,
    /// HubSpot's test system.
    Qa,
    /// A host of HubSpot's that has no install page.
    OtherHost,
    /// The endpoint that gives out tokens.
    Token,
    /// Another path.
    Path,
}

/// The parts before the query. Ranges are of the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What kind of link it is.
    pub kind: Kind,
    /// `https`, without `://`.
    pub scheme: Option<Range<usize>>,
    /// What stands before an `@`.
    pub user: Option<Range<usize>>,
    /// The host.
    pub host: Option<Range<usize>>,
    /// The port.
    pub port: Option<Range<usize>>,
    /// From the first `/` to the query.
    pub path: Range<usize>,
    /// Between the slashes.
    pub segments: Vec<Range<usize>>,
    /// The account, or what stands for it.
    pub account: Option<Range<usize>>,
    /// Whether the account is a word or a placeholder.
    pub account_stands_in: bool,
    /// The region that the host names: `na1` where it names none, `xx9` where nobody knows it.
    pub hublet: Option<String>,
    /// Whether that region is one of HubSpot's.
    pub known_hublet: bool,
}

/// Reads the place that begins at `body.start`.
pub(super) fn place(text: &str, body: &Range<usize>, placeholders: &Placeholders) -> Place {
    let bytes = &text.as_bytes()[..body.end];
    let scheme = scheme(&text[body.clone()]).map(|length| body.start..body.start + length);
    let mut start = scheme.as_ref().map_or(body.start, |scheme| scheme.end + 3);
    if scheme.is_none() && bytes[start..].starts_with(b"//") {
        start += 2;
    }
    let query = until(bytes, start, placeholders, |byte| matches!(byte, b'?' | b'#' | b'&'));
    let slash = until(&bytes[..query], start, placeholders, |byte| matches!(byte, b'/' | b'\\'));
    // `shop.example/oauth`, but neither `/oauth/authorize` nor `scope=a`.
    let named = text[start..slash].contains('.') || placeholders.touch(&(start..slash));
    let has_host = slash > start && (scheme.is_some() || (named && !text[start..slash].contains(['=', ' ', ','])));
    let authority = if has_host { start..slash } else { start..start };
    let path = authority.end..query;
    let mut place = Place {
        kind: Kind::Oauth,
        scheme,
        user: None,
        host: None,
        port: None,
        segments: segments(bytes, &path, placeholders),
        path,
        account: None,
        account_stands_in: false,
        hublet: None,
        known_hublet: false,
    };
    place.read_authority(text, authority, placeholders);
    place.kind = place.judged(text, placeholders);
    place
}

fn scheme(text: &str) -> Option<usize> {
    let end =
        text.bytes().take(20).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.')).count();
    (end > 0 && text[end..].starts_with("://")).then_some(end)
}

fn until(bytes: &[u8], start: usize, placeholders: &Placeholders, stop: impl Fn(u8) -> bool) -> usize {
    let mut at = start;
    while at < bytes.len() {
        if let Some(end) = placeholders.end_at(at) {
            at = end.min(bytes.len());
        } else if stop(bytes[at]) {
            break;
        } else {
            at += 1;
        }
    }
    at
}

fn segments(bytes: &[u8], path: &Range<usize>, placeholders: &Placeholders) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = path.start;
    while start < path.end {
        let end = until(&bytes[..path.end], start, placeholders, |byte| byte == b'/');
        if end > start {
            found.push(start..end);
        }
        start = end + 1;
    }
    found
}

impl Place {
    fn read_authority(&mut self, text: &str, authority: Range<usize>, placeholders: &Placeholders) {
        if authority.is_empty() {
            return;
        }
        let mut host = authority;
        if let Some(at) = text[host.clone()].rfind('@').filter(|at| placeholders.end_at(host.start + at).is_none()) {
            self.user = Some(host.start..host.start + at);
            host.start += at + 1;
        }
        if let Some(at) = text[host.clone()].rfind(':').filter(|at| placeholders.end_at(host.start + at).is_none()) {
            self.port = Some(host.start + at + 1..host.end);
            host.end = host.start + at;
        }
        self.host = Some(host);
    }

    fn judged(&mut self, text: &str, placeholders: &Placeholders) -> Kind {
        if let Some(scheme) = &self.scheme
            && !["https", "http"].iter().any(|name| text[scheme.clone()].eq_ignore_ascii_case(name))
        {
            return Kind::Other(WhyNot::Scheme);
        }
        let Some(range) = self.host.clone() else {
            let kind = self.by_path(text, placeholders);
            return if kind == Kind::Other(WhyNot::Path) { Kind::Other(WhyNot::NoLink) } else { kind };
        };
        let host = text[range.clone()].to_ascii_lowercase();
        let host = host.strip_suffix('.').unwrap_or(&host);
        if placeholders.touch(&range) {
            return self.with_open_host(text, &range, placeholders);
        }
        let looks = host.contains("hubspot");
        let user_looks =
            self.user.as_ref().is_some_and(|user| text[user.clone()].to_ascii_lowercase().contains("hubspot"));
        if host == "api.hubapi.com" || host == "api.hubspot.com" {
            let oauth = self.segments.first().is_some_and(|segment| &text[segment.clone()] == "oauth");
            return Kind::Other(if oauth { WhyNot::Token } else { WhyNot::OtherHost });
        }
        if host == "hubspotqa.com" || host.ends_with(".hubspotqa.com") {
            return Kind::Other(WhyNot::Qa);
        }
        let Some(subdomain) = host.strip_suffix(".hubspot.com").or_else(|| (host == "hubspot.com").then_some(""))
        else {
            return Kind::Other(match (user_looks, looks || host.contains("hubapi")) {
                (true, _) => WhyNot::UserName,
                (_, true) => WhyNot::LookAlike,
                _ => WhyNot::Host,
            });
        };
        if self.user.is_some() {
            return Kind::Other(WhyNot::UserName);
        }
        if self.port.as_ref().is_some_and(|port| !matches!(&text[port.clone()], "" | "443")) {
            return Kind::Other(WhyNot::Port);
        }
        match subdomain.split_once('-').unwrap_or((subdomain, "")) {
            ("mcp", _) => self.mcp(text),
            ("app", suffix) if subdomain == "app" || !suffix.is_empty() => {
                let name = if suffix.is_empty() { "na1" } else { suffix };
                self.known_hublet = Hublet::ALL.iter().any(|hublet| hublet.host() == host);
                self.hublet = Some(name.to_owned());
                self.by_path(text, placeholders)
            }
            _ => Kind::Other(WhyNot::OtherHost),
        }
    }

    /// `{HOST}`, `app${region}.hubspot.com`, `https://app.hubspot.com${path}`.
    fn with_open_host(&mut self, text: &str, host: &Range<usize>, placeholders: &Placeholders) -> Kind {
        let holes = placeholders.within(host);
        let before = holes.first().map_or("", |hole| &text[host.start..hole.start]);
        let after = holes.last().map_or("", |hole| text.get(hole.end..host.end).unwrap_or_default());
        let ours =
            after.is_empty() || after.eq_ignore_ascii_case(".hubspot.com") || after.eq_ignore_ascii_case("hubspot.com");
        let whole = before.ends_with(".hubspot.com");
        let opens = before.is_empty() || before.eq_ignore_ascii_case("app") || before.eq_ignore_ascii_case("app-");
        if !(ours && (whole || opens)) {
            return Kind::Other(WhyNot::Host);
        }
        // A base that stands for host and path at once: `{AUTH_URL}?…`.
        if self.segments.is_empty() { Kind::Oauth } else { self.by_path(text, placeholders) }
    }

    fn mcp(&self, text: &str) -> Kind {
        let segments: Vec<&str> = self.segments.iter().map(|segment| &text[segment.clone()]).collect();
        match segments.as_slice() {
            ["oauth", "authorize"] | ["oauth", "authorize", "user"] => Kind::Mcp,
            _ => Kind::Other(WhyNot::Path),
        }
    }

    fn by_path(&mut self, text: &str, placeholders: &Placeholders) -> Kind {
        let open = |segment: &Range<usize>| placeholders.touch(segment);
        let is = |segment: &Range<usize>, word: &str| &text[segment.clone()] == word;
        let [first, rest @ ..] = self.segments.as_slice() else { return Kind::Other(WhyNot::Path) };
        let kind = match &text[first.clone()] {
            "oauth" => Kind::Oauth,
            "static-token" => Kind::Static,
            // `/${path}`: nobody knows.
            _ if open(first) => return Kind::Oauth,
            _ => return Kind::Other(WhyNot::Path),
        };
        let account = match rest {
            [last] if is(last, "authorize") => None,
            [account, last] if is(last, "authorize") => Some(account.clone()),
            [account, last] if open(last) => Some(account.clone()),
            // `oauth/${account}authorize`, where the placeholder has the slash in it.
            [last] if open(last) => {
                let hole = placeholders.within(last).first().cloned();
                hole.filter(|hole| hole.start == last.start)
            }
            _ => return Kind::Other(WhyNot::Path),
        };
        if let Some(account) = account {
            let word = &text[account.clone()];
            let version = word.starts_with('v') && word.len() > 1 && word[1..].bytes().all(|b| b.is_ascii_digit());
            if version || (word.starts_with("20") && word.contains('-')) {
                return Kind::Other(WhyNot::Path);
            }
            self.account_stands_in = open(&account) || stands_for_account(word);
            self.account = Some(account);
        }
        kind
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Place {
        place(text, &(0..text.len()), &Placeholders::of(text, false))
    }

    #[test]
    fn a_host_and_a_path_make_a_kind() {
        let cases = [
            ("https://app.hubspot.com/oauth/authorize?x", Kind::Oauth),
            ("HTTPS://APP.HUBSPOT.COM:443/oauth/authorize", Kind::Oauth),
            ("app-eu1.hubspot.com/oauth/123/authorize", Kind::Oauth),
            ("https://app.hubspot.com/oauth/${p && `${p}/`}authorize?x", Kind::Oauth),
            ("{AUTH_URL}?client_id=a", Kind::Oauth),
            ("${BASE}/oauth/authorize", Kind::Oauth),
            ("https://app${region}.hubspot.com/oauth/authorize", Kind::Oauth),
            ("https://app.hubspot.com/static-token/12/authorize?appId=3", Kind::Static),
            ("https://mcp.hubspot.com/oauth/authorize/user", Kind::Mcp),
            ("https://app.hubspot.com.evil.example/oauth/authorize", Kind::Other(WhyNot::LookAlike)),
            ("https://hubspot-app.com/oauth/authorize", Kind::Other(WhyNot::LookAlike)),
            ("https://app.hubspot.com@evil.example/oauth/authorize", Kind::Other(WhyNot::UserName)),
            ("https://user@app.hubspot.com/oauth/authorize", Kind::Other(WhyNot::UserName)),
            ("https://app.hubspot.com:8443/oauth/authorize", Kind::Other(WhyNot::Port)),
            ("https://app.hubspotqa.com/oauth/authorize", Kind::Other(WhyNot::Qa)),
            ("https://api.hubapi.com/oauth/v1/token", Kind::Other(WhyNot::Token)),
            ("https://developers.hubspot.com/oauth/authorize", Kind::Other(WhyNot::OtherHost)),
            ("https://app.hubspot.com/oauth/v1/authorize", Kind::Other(WhyNot::Path)),
            ("https://app.hubspot.com/oauth2/authorize", Kind::Other(WhyNot::Path)),
            ("https://accounts.example/o/oauth2/auth", Kind::Other(WhyNot::Host)),
            ("https://${sub}.shop.example/oauth/authorize", Kind::Other(WhyNot::Host)),
            ("ftp://app.hubspot.com/oauth/authorize", Kind::Other(WhyNot::Scheme)),
            ("/oauth/authorize?client_id=1", Kind::Oauth),
            ("76ed04&redirect_uri=https://shop.example", Kind::Other(WhyNot::NoLink)),
            ("", Kind::Other(WhyNot::NoLink)),
        ];
        for (text, kind) in cases {
            assert_eq!(read(text).kind, kind, "{text}");
        }
    }

    #[test]
    fn the_host_names_a_region() {
        let region = |text| (read(text).hublet, read(text).known_hublet);
        assert_eq!(region("https://app.hubspot.com/oauth/authorize"), (Some("na1".to_owned()), true));
        assert_eq!(region("https://app-ap1.hubspot.com/oauth/authorize"), (Some("ap1".to_owned()), true));
        assert_eq!(region("https://app-xx9.hubspot.com/oauth/authorize"), (Some("xx9".to_owned()), false));
    }
}
