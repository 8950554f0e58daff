//! The call that stands somewhere in a text: in a sentence, in a line of curl, behind a host.

use super::call::Call;
use crate::catalog::Method;

/// Texts longer than this are no question; what stands at their start is looked at all the same.
const MOST_WORDS: usize = 400;

impl Call {
    /// The first call in `text`: a method and a path or an address of HubSpot's API after it, or a line of curl.
    pub fn in_text(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS).map(bare).collect();
        let of_pair = |pair: &[&str]| {
            let method = Method::from_word(pair[0])?;
            is_path(pair[1]).then(|| Self::new(method, &with_slash(pair[1])).ok()).flatten()
        };
        words.windows(2).find_map(of_pair).or_else(|| of_curl(&words))
    }

    /// The first path or address of HubSpot's API in `text`, whatever its method.
    pub fn path_in_text(text: &str) -> Option<String> {
        let words = text.split_whitespace().take(MOST_WORDS).map(bare);
        let path = words.filter(|word| is_path(word)).map(with_slash).next()?;
        Self::new(Method::Get, &path).ok().map(|call| call.path())
    }
}

/// A word without what stands around it in a sentence.
fn bare(word: &str) -> &str {
    let around =
        |c: char| matches!(c, '"' | '\'' | '`' | '(' | ')' | '[' | ']' | '<' | '>' | ',' | ';' | '“' | '”' | '„');
    let word = word.trim_matches(around).trim_end_matches(['.', ':', '!', '?']);
    word.trim_matches(around)
}

/// Whether it is a path, or an address of HubSpot's API.
fn is_path(word: &str) -> bool {
    let after_host = match word.split_once("://") {
        Some((_, rest)) if is_host(rest) => return rest.contains('/'),
        Some(_) => return false,
        None if is_host(word) => return word.contains('/'),
        None => word.strip_prefix('/'),
    };
    after_host.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '{'))
}

fn is_host(text: &str) -> bool {
    let host = text.split(['/', '?', ':']).next().unwrap_or_default().to_ascii_lowercase();
    host.starts_with("api") && (host.ends_with("hubapi.com") || host.ends_with("hubspot.com"))
}

/// The path alone, where the host stands before it without a scheme.
fn with_slash(word: &str) -> String {
    let starts_well = word.starts_with('/') || word.contains("://");
    if starts_well {
        word.to_owned()
    } else {
        word.find('/').map_or_else(String::new, |slash| word[slash..].to_owned())
    }
}

/// The call of a line of curl: GET, unless it says otherwise or sends something.
fn of_curl(words: &[&str]) -> Option<Call> {
    let start = words.iter().position(|word| *word == "curl")?;
    let words = &words[start + 1..];
    let path = words.iter().find(|word| word.contains("://") && is_path(word))?;
    let said = words.iter().enumerate().find_map(|(place, word)| {
        let joined = word.strip_prefix("-X").or_else(|| word.strip_prefix("--request="));
        let next = || words.get(place + 1).copied().filter(|_| matches!(*word, "-X" | "--request"));
        joined.and_then(Method::from_word).or_else(|| next().and_then(Method::from_word))
    });
    let sends = |word: &&str| matches!(*word, "-d" | "-F" | "--json" | "--form") || word.starts_with("--data");
    let method = said.unwrap_or(if words.iter().any(sends) { Method::Post } else { Method::Get });
    Call::new(method, path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_found_in_a_sentence_behind_a_host_and_in_a_line_of_curl() {
        for (text, call) in [
            ("I get a 403 on GET https://api.hubapi.com/crm/v3/owners?limit=1, why", "GET /crm/v3/owners"),
            ("which scope does POST /crm/v3/objects/deals need?", "POST /crm/v3/objects/deals"),
            ("`PATCH /crm/v3/objects/deals/1`.", "PATCH /crm/v3/objects/deals/1"),
            ("DELETE api.hubapi.com/crm/v3/lists/4", "DELETE /crm/v3/lists/4"),
            ("curl https://api.hubapi.com/crm/v3/owners -H 'authorization: Bearer x'", "GET /crm/v3/owners"),
            ("$ curl -X DELETE 'https://api.hubapi.com/crm/v3/lists/4'", "DELETE /crm/v3/lists/4"),
            ("curl --request PUT --url https://api-eu1.hubapi.com/crm/v3/lists/4", "PUT /crm/v3/lists/4"),
            ("curl https://api.hubapi.com/crm/v3/objects/deals -d '{\"a\": 1}'", "POST /crm/v3/objects/deals"),
            ("curl -XPATCH https://api.hubapi.com/crm/v3/objects/deals/1", "PATCH /crm/v3/objects/deals/1"),
        ] {
            assert_eq!(Call::in_text(text).map(|call| call.to_string()).as_deref(), Some(call), "{text}");
        }
        for text in
            ["get / set", "post it to https://shop.example/a", "put and/or delete", "curl", "", "GET", "read/write"]
        {
            assert_eq!(Call::in_text(text), None, "{text}");
        }
        assert_eq!(
            Call::path_in_text("see https://api.hubapi.com/crm/v3/owners?a=b.").as_deref(),
            Some("/crm/v3/owners")
        );
        assert_eq!(Call::path_in_text("https://shop.example/crm/v3/owners"), None);
    }
}
