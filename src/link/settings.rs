//! The values of a link that are no scopes: each checked by itself, with what would be right.

use super::parse::Placeholders;
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, rule};
use crate::plan::App;

/// What is wrong with the client id.
pub fn check_client_id(catalog: &Catalog, client_id: Option<&str>) -> Option<Diagnostic> {
    const WHERE: &str = "Copy it from the app's Auth page in HubSpot; it is 32 hexadecimal digits with four dashes.";
    let id = client_id.unwrap_or_default();
    if id.is_empty() {
        return Some(
            Diagnostic::new(rule::URL_MISSING_CLIENT_ID, "client_id", "The link needs the app's client id.")
                .with_fix(WHERE),
        );
    }
    if is_uuid(id) {
        return None;
    }
    let what = if id.contains(char::is_whitespace) {
        "has spaces in it".to_owned()
    } else if !Placeholders::of(id, false).ranges().is_empty() {
        "still has a placeholder in it".to_owned()
    } else if id.bytes().all(|b| b.is_ascii_digit()) {
        "is a number: that is an app id or an account id".to_owned()
    } else {
        "is not a UUID".to_owned()
    };
    let message = format!("The client id {id:?} {what}.");
    let says = catalog.messages().text("install.client-id");
    Some(Diagnostic::new(rule::URL_MALFORMED_CLIENT_ID, "client_id", message).with_hubspot_says(says).with_fix(WHERE))
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if matches!(i, 8 | 13 | 18 | 23) { b == b'-' } else { b.is_ascii_hexdigit() })
}

/// What is wrong with a redirect URL, by itself.
pub fn check_redirect(redirect: Option<&str>) -> Option<Diagnostic> {
    const SUBJECT: &str = "redirect_uri";
    let url = redirect.unwrap_or_default();
    if url.is_empty() {
        return Some(
            Diagnostic::new(
                rule::URL_MISSING_REDIRECT_URI,
                SUBJECT,
                "The link needs a redirect URL, one that the app has registered.",
            )
            .with_fix("For a test on this machine: http://localhost:3000/oauth-callback."),
        );
    }
    if let Some(name) = open_placeholder(url) {
        let message = format!("The redirect URL {url:?} has an open placeholder {name}.");
        let mut finding = Diagnostic::new(rule::CONFIG_PLACEHOLDER, SUBJECT, message).with_fix("Give the URL itself.");
        finding.refuse_link();
        return Some(finding);
    }
    let Some((scheme, rest)) = url.split_once("://").filter(|(scheme, _)| is_scheme(scheme)) else {
        let rest = url.trim_start_matches('/');
        let local = host_of(rest.split('/').next().unwrap_or_default()).eq_ignore_ascii_case("localhost");
        let scheme = if local { "http" } else { "https" };
        return Some(
            Diagnostic::new(
                rule::URL_REDIRECT_NOT_ABSOLUTE,
                SUBJECT,
                format!("The redirect URL {url:?} has no scheme."),
            )
            .with_fix(format!("Write it whole: {scheme}://{rest}.")),
        );
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host_of(authority);
    let illegal = |c: char| c.is_whitespace() || c.is_control();
    if host.is_empty() || url.contains(illegal) {
        let (what, fix) = if host.is_empty() {
            ("has no host", "Write it whole, such as https://shop.example/oauth-callback.")
        } else {
            ("has spaces or control characters in it", "Take them out, or write a space as %20.")
        };
        let message = format!("The redirect URL {url:?} {what}.");
        return Some(Diagnostic::new(rule::URL_REDIRECT_NOT_ABSOLUTE, SUBJECT, message).with_fix(fix));
    }
    if is_address(host) {
        return Some(
            Diagnostic::new(
                rule::URL_REDIRECT_IP_ADDRESS,
                SUBJECT,
                format!("The redirect URL {url:?} names an IP address."),
            )
            .with_fix("Use a domain name, or localhost for a test on this machine."),
        );
    }
    let https = scheme.eq_ignore_ascii_case("https");
    let local = scheme.eq_ignore_ascii_case("http") && host.eq_ignore_ascii_case("localhost");
    (!https && !local).then(|| {
        Diagnostic::new(
            rule::URL_REDIRECT_NOT_HTTPS,
            SUBJECT,
            format!("The redirect URL {url:?} must be https; http is for localhost only."),
        )
        .with_fix(format!("Use https://{rest}."))
    })
}

/// Letters, digits and a few signs: `shop.example/cb?next=https` is none.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// Whether a browser takes the host for an IP address: `[::1]`, `127.0.0.1`, `127.1`, `2130706433`, `0x7f.1`.
fn is_address(host: &str) -> bool {
    let last = host.strip_suffix('.').unwrap_or(host).rsplit('.').next().unwrap_or_default();
    let hexadecimal = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    host.starts_with('[')
        || (!last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()))
        || last.strip_prefix("0x").or_else(|| last.strip_prefix("0X")).is_some_and(hexadecimal)
}

/// The host in `user@host:port`.
fn host_of(authority: &str) -> &str {
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    if host.starts_with('[') {
        return host;
    }
    host.split(':').next().unwrap_or_default()
}

fn open_placeholder(text: &str) -> Option<&str> {
    let start = text.find("${")?;
    let end = text[start..].find('}')?;
    Some(&text[start..=start + end])
}

/// What is wrong with an account id or an app id: they are numbers.
pub fn check_account(subject: &'static str, id: &str) -> Option<Diagnostic> {
    let number = !id.is_empty() && id.len() <= 20 && id.bytes().all(|b| b.is_ascii_digit());
    (!number).then(|| {
        Diagnostic::new(rule::URL_MALFORMED_ACCOUNT, subject, format!("The {subject} {id:?} is not a number."))
            .with_fix("HubSpot shows it in the account menu, and in the address of every page.")
    })
}

/// All that is wrong with the values of an OAuth link.
pub(super) fn check_oauth(catalog: &Catalog, app: &App) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    found.extend(check_client_id(catalog, app.client_id.as_deref()));
    let redirect = app.redirect_url.as_deref();
    found.extend(check_redirect(redirect));
    if let Some(url) = redirect.filter(|url| !url.is_empty())
        && !app.registered_redirects.is_empty()
        && !app.registered_redirects.iter().any(|registered| registered == url)
    {
        found.push(
            Diagnostic::new(
                rule::MATCH_REDIRECT_NOT_REGISTERED,
                "redirect_uri",
                format!("{url:?} is none of the app's redirect URLs, letter for letter."),
            )
            .with_hubspot_says(catalog.messages().says("install.redirect", "redirect", url))
            .with_fix(format!("Registered: {}.", app.registered_redirects.join(", "))),
        );
    }
    found.extend(app.account.as_deref().and_then(|id| check_account("account id", id)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_id_is_a_uuid_and_anything_else_says_what_it_looks_like() {
        let check = |id| check_client_id(Catalog::embedded(), id).map(|d| (d.rule, d.message));
        assert_eq!(check(Some("3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b")), None);
        assert_eq!(check(None).unwrap().0, rule::URL_MISSING_CLIENT_ID);
        assert!(check(Some("my client id")).unwrap().1.contains("spaces"));
        assert!(check(Some("123456")).unwrap().1.contains("app id"));
        assert!(check(Some("${CLIENT_ID}")).unwrap().1.contains("placeholder"));
    }

    #[test]
    fn a_redirect_url_is_https_or_localhost_and_never_an_address() {
        let rule = |url| check_redirect(Some(url)).map(|d| d.rule);
        for good in ["https://example.com/cb", "http://localhost:3000", "HTTPS://example.com", "http://LOCALHOST/cb"] {
            assert_eq!(rule(good), None, "{good}");
        }
        assert_eq!(rule("example.com/cb"), Some(rule::URL_REDIRECT_NOT_ABSOLUTE));
        assert_eq!(rule("https:///cb"), Some(rule::URL_REDIRECT_NOT_ABSOLUTE));
        assert_eq!(rule("https://exa mple.com"), Some(rule::URL_REDIRECT_NOT_ABSOLUTE));
        assert_eq!(rule("http://example.com/cb"), Some(rule::URL_REDIRECT_NOT_HTTPS));
        assert_eq!(rule("http://localhost.example.com"), Some(rule::URL_REDIRECT_NOT_HTTPS));
        assert_eq!(rule("https://user@127.0.0.1:8080/cb"), Some(rule::URL_REDIRECT_IP_ADDRESS));
        assert_eq!(rule("https://[::1]/cb"), Some(rule::URL_REDIRECT_IP_ADDRESS));
        for address in ["http://127.0.0.1:3000", "https://2130706433/cb", "https://0x7f.1/cb", "https://127.1./cb"] {
            assert_eq!(rule(address), Some(rule::URL_REDIRECT_IP_ADDRESS), "{address}");
        }
        assert_eq!(rule("shop.example/cb?next=https://a"), Some(rule::URL_REDIRECT_NOT_ABSOLUTE));
        assert_eq!(rule("https://${HOST}/cb"), Some(rule::CONFIG_PLACEHOLDER));
        assert_eq!(check_redirect(None).unwrap().rule, rule::URL_MISSING_REDIRECT_URI);
    }
}
