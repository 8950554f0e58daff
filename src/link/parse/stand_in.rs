//! Words and masks that stand for a value: `YOUR_CLIENT_ID`, `SCOPES`, `xxxxxxxx-xxxx-…`.
//!
//! A word is one by what it is written for: `client_id` is no client id, but a scope may well be called `content`.

use super::known::Known;

/// Parts of words that are written where a value goes, in capitals.
const STEMS: [&str; 22] = [
    "YOUR",
    "YOURCLIENTID",
    "CLIENT",
    "CLIENTID",
    "REDIRECT",
    "URI",
    "URL",
    "SCOPE",
    "SCOPES",
    "STATE",
    "ID",
    "APP",
    "APPID",
    "HUBSPOT",
    "ACCOUNT",
    "PORTAL",
    "PLACEHOLDER",
    "TODO",
    "REPLACE",
    "CHANGEME",
    "INSERT",
    "CALLBACK",
];

/// Whether `value` stands for what the parameter holds. A scope name is asked for one by one.
pub(super) fn stands_in(known: Known, value: &str) -> bool {
    if value.is_empty() || value.len() > 120 {
        return false;
    }
    if is_mask(value) || is_capital_word(value) {
        return true;
    }
    let plain: String = value.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    match known {
        Known::ClientId => plain.contains("clientid") || plain.starts_with("your"),
        Known::RedirectUri => {
            let word = !value.contains(['/', ':', '.']);
            let named = ["redirecturi", "redirecturl", "callbackurl", "callbackuri"].iter().any(|n| plain.contains(n));
            (word && (named || plain.starts_with("your"))) || has_masked_host(value)
        }
        Known::Scope | Known::OptionalScope => {
            let word = !value.contains('.');
            word && (plain.starts_with("yourscope") || plain == "scope1" || plain == "scope2")
        }
        _ => plain.starts_with("your"),
    }
}

/// Whether a segment of the path stands for an account.
pub(super) fn stands_for_account(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace(['_', '-'], "");
    is_mask(segment)
        || is_capital_word(segment)
        || ["accountid", "portalid", "hubid"].iter().any(|word| plain.contains(word))
}

/// `YOUR_CLIENT_ID`, `SCOPES`, `__REDIRECT_URI__`: capitals with a part that names a value.
fn is_capital_word(value: &str) -> bool {
    let letters =
        value.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b' '));
    letters && value.split(['_', '-', ' ']).any(|part| STEMS.contains(&part))
}

/// `xxxxxxxx-xxxx-xxxx`, `****`, `XXXX`, a UUID of zeros: nothing but one sign, with dashes.
fn is_mask(value: &str) -> bool {
    let mut signs = value.chars().filter(|c| !matches!(c, '-' | '_'));
    let Some(first) = signs.next() else { return false };
    let mut count = 1;
    let same = signs.all(|sign| {
        count += 1;
        sign == first
    });
    match first {
        'x' | 'X' | '*' | '•' => same && count >= 3,
        '0' => same && value.len() == 36,
        _ => false,
    }
}

/// `https://xxxx.xx/…`.
fn has_masked_host(url: &str) -> bool {
    let host = url.split_once("://").map_or("", |(_, rest)| rest.split(['/', ':', '?']).next().unwrap_or_default());
    host.split('.').next().is_some_and(is_mask)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_masks_stand_for_values() {
        for word in ["YOUR_CLIENT_ID", "CLIENT_ID", "xxxxxxxx", "fake_client_id", "your-hubspot-client-id", "clientId"]
        {
            assert!(stands_in(Known::ClientId, word), "{word}");
        }
        for word in ["REDIRECT_URI", "YOUR_REDIRECT_URI", "https://xxxx.xx/cb", "redirect_url"] {
            assert!(stands_in(Known::RedirectUri, word), "{word}");
        }
        assert!(stands_in(Known::Scope, "SCOPES") && stands_in(Known::Scope, "YOUR_SCOPES"));
        assert!(stands_for_account("ACCOUNT_ID") && stands_for_account("portalId"));
    }

    #[test]
    fn a_value_that_is_only_wrong_is_none() {
        for value in ["3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b", "SIMPLERLIFE", "123456", "", "abc"] {
            assert!(!stands_in(Known::ClientId, value), "{value}");
        }
        for value in ["https://shop.example/redirect_uri", "take_me_home", "/callback"] {
            assert!(!stands_in(Known::RedirectUri, value), "{value}");
        }
        assert!(!stands_in(Known::Scope, "content") && !stands_in(Known::Scope, "oauth"));
    }
}
