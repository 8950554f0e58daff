//! The call that a text is about: `GET /crm/v3/owners` in a sentence, a log, a command or the dump of a library.

use super::text::floor;
use crate::catalog::{Call, Catalog, Method};

/// So much of a text is searched.
const SEARCHED: usize = 200_000;

/// So many paths are looked at.
const MOST: usize = 40;

/// What stands around a path.
const AROUND: [char; 14] = ['"', '\'', '`', ',', ';', '(', ')', '<', '>', '[', ']', '{', '}', '\\'];

/// The call that `text` is about, or the path where no method stands with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Named {
    pub(super) call: Option<Call>,
    /// A path that facts know, without its method.
    pub(super) path: Option<String>,
}

/// The call of `text`: one that the facts know before any other.
pub(super) fn named(catalog: &Catalog, text: &str) -> Named {
    let text = &text[..floor(text, SEARCHED)];
    let mut other = None;
    let mut path_alone = None;
    for (start, path) in paths(text).take(MOST) {
        let methods = known_methods(catalog, path);
        let method = method_of(text, start, path);
        let call = method.and_then(|method| Call::new(method, path).ok());
        match call {
            Some(call) if methods.contains(&call.method()) => return Named { call: Some(call), path: None },
            Some(call) if is_of_hubspot(path) || stands_before(text, start) => other = other.or(Some(call)),
            _ if path_alone.is_none() && !methods.is_empty() => path_alone = Some((path, methods)),
            _ => {}
        }
    }
    match path_alone {
        Some((path, methods)) if methods.len() == 1 => Named { call: Call::new(methods[0], path).ok(), path: None },
        Some((path, _)) => Named { call: other, path: Some(path.to_owned()) },
        None => Named { call: other, path: None },
    }
}

/// The methods by which facts know `path`.
pub(super) fn known_methods(catalog: &Catalog, path: &str) -> Vec<Method> {
    let known =
        |method: &Method| Call::new(*method, path).ok().is_some_and(|call| catalog.endpoints().find(&call).is_some());
    Method::ALL.into_iter().filter(known).collect()
}

fn is_of_hubspot(path: &str) -> bool {
    let host = path.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or_default());
    host.is_some_and(|host| host.contains("hubapi.com") || host.contains("hubspot.com") && host.starts_with("api"))
}

/// The paths and addresses of `text`, each with its place.
fn paths(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = text.match_indices('/').map(|(at, _)| at);
    let mut end = 0;
    starts.filter_map(move |slash| {
        if slash < end {
            return None;
        }
        let before = &text[..slash];
        let scheme =
            ["https:", "http:"].into_iter().find(|scheme| before.ends_with(scheme) && text[slash..].starts_with("//"));
        let start = slash - scheme.map_or(0, str::len);
        // `a/b` is no path; `"/a`, ` /a`, `hubapi.com/a` and `${base}/a` are.
        let before = &text[..start];
        let host = before.ends_with("hubapi.com") || before.ends_with("hubspot.com");
        let apart = before.chars().next_back().is_none_or(|c| c.is_whitespace() || "\"'`(<=>[,:}".contains(c));
        if !(apart || host) {
            return None;
        }
        let ends = |c: char| c.is_whitespace() || "\"'`<>,;\\".contains(c);
        let run = &text[start..];
        let run = &run[..run.find(ends).unwrap_or(run.len())];
        end = start + run.len();
        let path = run.trim_end_matches(['.', ':', ')', ']', '}', '!', '?']);
        // A template's last brace belongs to it.
        let path = if path.matches('{').count() > path.matches('}').count() {
            run.get(..path.len() + 1).unwrap_or(path)
        } else {
            path
        };
        (path.len() > 2).then_some((start, path))
    })
}

/// Whether a method stands right before the path.
fn stands_before(text: &str, start: usize) -> bool {
    word_before(&text[..start]).is_some()
}

/// `GET /path`, ``a `GET /path` ``, `POST request to /path`, `[PATCH] /path`.
fn word_before(before: &str) -> Option<Method> {
    let line = before.rsplit('\n').next().unwrap_or_default();
    for word in
        line.split(|c: char| c.is_whitespace() || AROUND.contains(&c)).rev().filter(|word| !word.is_empty()).take(4)
    {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        if let Some(method) = Method::from_word(bare) {
            return Some(method);
        }
        let lower = bare.to_ascii_lowercase();
        let goes_on =
            ["request", "requests", "call", "to", "on", "for", "the", "endpoint", "url", "path", "from", "a", "of"];
        if !goes_on.contains(&lower.as_str()) {
            return None;
        }
    }
    None
}

/// The method of the path at `start`: the word before it, the function that is called, a field beside it, or curl's flags.
fn method_of(text: &str, start: usize, path: &str) -> Option<Method> {
    let before = &text[..start];
    word_before(before).or_else(|| function_before(before)).or_else(|| of_curl(text, before)).or_else(|| {
        let from = floor(text, start.saturating_sub(400));
        let to = floor(text, start + path.len() + 400);
        field(&text[from..start], true).or_else(|| field(&text[start..to], false))
    })
}

/// `requests.get("`, `axios.post(`, `.patch(f"`.
fn function_before(before: &str) -> Option<Method> {
    let before =
        before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | 'f' | '$' | '@'));
    let name = before.strip_suffix('(')?;
    let word = name.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
    Method::from_word(word).filter(|_| name[..name.len() - word.len()].ends_with(['.', '>', ':']))
}

/// `curl -X POST …`, `curl --request GET --url …`, and what curl does without.
fn of_curl(text: &str, before: &str) -> Option<Method> {
    let line_start = before.rfind("curl")?;
    let command = &text[line_start..];
    let command = &command[..command.find("\n{").or_else(|| command.find("\n<")).unwrap_or(command.len())];
    let words: Vec<&str> = command.split_whitespace().take(200).collect();
    let word = |place: usize| words.get(place).map(|word| word.trim_matches(['"', '\'']));
    for (place, flag) in words.iter().enumerate() {
        let given = match *flag {
            "-X" | "--request" => word(place + 1),
            flag => flag.strip_prefix("--request=").or_else(|| flag.strip_prefix("-X")),
        };
        if let Some(method) = given.and_then(Method::from_word) {
            return Some(method);
        }
    }
    let has_body = words.iter().any(|word| matches!(*word, "-d" | "-F" | "--json") || word.starts_with("--data"));
    let is_get = words.iter().any(|word| matches!(*word, "-G" | "--get"));
    Some(if has_body && !is_get { Method::Post } else { Method::Get })
}

/// `method: 'get'`, `"httpMethod":"POST"`: the nearest one.
fn field(text: &str, last: bool) -> Option<Method> {
    let lower = text.to_ascii_lowercase();
    let mut found = lower.match_indices("method").filter_map(|(at, _)| {
        let rest = lower[at + 6..].trim_start_matches(['"', '\'', ' ']);
        let rest = rest.strip_prefix([':', '='])?.trim_start_matches(['>', '"', '\'', ' ']);
        Method::from_word(&rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())])
    });
    if last { found.last() } else { found.next() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_call_is_found_in_every_form_in_which_people_paste_it() {
        let of = |text: &str| named(Catalog::embedded(), text).call.map(|call| call.to_string());
        for text in [
            "GET /crm/v3/owners/",
            "when I call GET https://api.hubapi.com/crm/v3/owners?limit=1 I get 403",
            "Client error: `GET https://api.hubapi.com/crm/v3/owners` resulted in a `403 Forbidden` response:\n{\"status\"",
            "curl 'https://api.hubapi.com/crm/v3/owners' -H 'Authorization: Bearer HIDDEN'",
            "curl --request GET \\\n --url https://api.hubapi.com/crm/v3/owners",
            "> GET /crm/v3/owners HTTP/2\n> Host: api.hubapi.com",
            "requests.get(\"https://api.hubapi.com/crm/v3/owners\", headers=h)",
            "config: { url: 'https://api.hubapi.com/crm/v3/owners', method: 'get', headers: {} }",
            "{\"method\":\"GET\",\"uri\":\"https://api.hubapi.com/crm/v3/owners\"}",
            "a GET request to /crm/v3/owners fails",
            "403 Client Error: Forbidden for url: https://api.hubapi.com/crm/v3/owners",
            "see https://developers.hubspot.com/docs and then GET /crm/v3/owners.",
        ] {
            assert_eq!(of(text).as_deref(), Some("GET /crm/v3/owners"), "{text}");
        }
        for (text, call) in [
            ("curl https://api.hubapi.com/crm/v3/objects/deals -d '{}'", "POST /crm/v3/objects/deals"),
            ("curl -XPATCH https://api.hubapi.com/crm/v3/objects/deals/1 -d '{}'", "PATCH /crm/v3/objects/deals/1"),
            ("axios.post(`https://api.hubapi.com/crm/v3/objects/deals`", "POST /crm/v3/objects/deals"),
            ("POST to the endpoint /crm/v3/objects/{objectType}", "POST /crm/v3/objects/{objectType}"),
        ] {
            assert_eq!(of(text).as_deref(), Some(call), "{text}");
        }
        for text in ["and/or", "see https://developers.hubspot.com/docs/guides", "", "GET it done", "//", "a / b"] {
            assert_eq!(of(text), None, "{text}");
        }
        let alone = named(Catalog::embedded(), "Forbidden for url: https://api.hubapi.com/crm/v3/objects/deals");
        assert!(alone.call.is_none() && alone.path.is_some());
    }
}
