//! The words by which lines of any language are understood: what asks, what joins, what only tells.
//!
//! Owns words only; names are compared without letter case.

use crate::catalog::Method;

/// Functions that put their arguments together to one text.
const JOINS: [&str; 9] = ["paste0", "paste", "str", "concat", "join", "urljoin", "merge", "append", "cat"];

/// Functions that ask for what they are handed, unless something says otherwise.
const ASKS: [&str; 16] = [
    "fetch",
    "axios",
    "curl",
    "wget",
    "file_get_contents",
    "urlopen",
    "invoke-restmethod",
    "invoke-webrequest",
    "irm",
    "iwr",
    "slurp",
    "getjson",
    "readlines",
    "fromjson",
    "read_json",
    "downloadstring",
];

/// What tells people or fails: what stands in it is not called.
const TELLS: [&str; 26] = [
    "print",
    "println",
    "eprintln",
    "puts",
    "putstrln",
    "log",
    "logger",
    "nslog",
    "console",
    "info",
    "debug",
    "warn",
    "warning",
    "trace",
    "message",
    "raise",
    "throw",
    "panic",
    "fail",
    "error",
    "assert",
    "assert_eq",
    "assertequals",
    "expect",
    "write-host",
    "write-output",
];

/// What `get`, `put` and `delete` are asked of where they do not ask a server.
const HOLDERS: [&str; 22] = [
    "map",
    "hashmap",
    "keyword",
    "dict",
    "headers",
    "header",
    "cache",
    "store",
    "config",
    "env",
    "params",
    "session",
    "redis",
    "system",
    "application",
    "options",
    "settings",
    "ets",
    "os",
    "process",
    "conn",
    "defaults",
];

/// Words before the name of what is defined.
const DEFINES: [&str; 12] =
    ["def", "defp", "defn", "defn-", "fn", "func", "fun", "function", "sub", "defun", "method", "void"];

/// A name in small letters, without a mark at its end.
pub(super) fn plain(word: &str) -> String {
    word.trim_end_matches(['!', '?']).to_ascii_lowercase()
}

pub(super) fn joins(word: &str) -> bool {
    JOINS.contains(&plain(word).as_str())
}

pub(super) fn asks(word: &str) -> bool {
    ASKS.contains(&plain(word).as_str())
}

pub(super) fn tells(word: &str) -> bool {
    TELLS.contains(&plain(word).as_str())
}

pub(super) fn holds(word: &str) -> bool {
    HOLDERS.contains(&plain(word).trim_start_matches(['$', '@']))
}

pub(super) fn defines(word: &str) -> bool {
    DEFINES.contains(&plain(word).as_str())
}

/// Whether a word speaks of the method of a request: `setMethod`, `httpMethod`, `-Method`, `CURLOPT_CUSTOMREQUEST`.
pub(super) fn is_about_method(word: &str) -> bool {
    let word = plain(word);
    word.contains("method")
        || word.ends_with("verb")
        || word.ends_with("customrequest")
        || word == "-x"
        || word == "type"
}

/// The method that a function asks with, by its name: `get!`, `PostAsync`, `http_delete`, `getJSON`.
pub(super) fn method_of(name: &str) -> Option<Method> {
    let name = name.trim_end_matches(['!', '?']);
    if let Some(method) = Method::from_word(name) {
        return Some(method);
    }
    let parts = parts(name);
    let (first, last) = (parts.first()?, parts.last()?);
    Method::from_word(first).or_else(|| Method::from_word(last))
}

/// The words of a name: `PostAsync`, `http_delete`, `client/get`.
fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && !before.is_uppercase()) {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut().filter(|_| c.is_alphanumeric()) {
            part.push(c);
        }
        before = c;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_tells_its_method_by_the_first_or_last_word_of_its_name() {
        for (name, method) in [
            ("get!", Some(Method::Get)),
            ("GET", Some(Method::Get)),
            ("PostAsync", Some(Method::Post)),
            ("http_delete", Some(Method::Delete)),
            ("getJSON", Some(Method::Get)),
            ("client/patch", Some(Method::Patch)),
            ("getenv", None),
            ("target", None),
            ("setUrl", None),
        ] {
            assert_eq!(method_of(name), method, "{name}");
        }
    }
}
