//! Calls in files without a grammar here: shell scripts with curl, `.http` files, YAML and JSON.
//!
//! Reads line by line; a command that goes on over several lines is one. It knows no syntax: what is not said plainly is
//! left as not resolved.

use super::calls::{Known, RawCall, Route, Unresolved};
use super::value::{Literal, Piece};
use crate::catalog::Method;

/// Whether files that end so are read here.
pub(super) fn reads(ending: &str) -> bool {
    matches!(ending, "sh" | "bash" | "zsh" | "http" | "rest" | "yaml" | "yml" | "json" | "ps1")
}

/// The calls of the file `place`, and what looks like one.
pub(super) fn find(known: &Known, place: u32, ending: &str, source: &[u8]) -> (Vec<RawCall>, Vec<Unresolved>) {
    let text = String::from_utf8_lossy(source);
    let (mut calls, mut unresolved) = (Vec::new(), Vec::new());
    let mut offset = 0;
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .map(|line| {
            let at = offset;
            offset += line.len();
            (at, line)
        })
        .collect();
    for (number, (at, line)) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        let is_comment = (trimmed.starts_with('#') && !trimmed.starts_with("###")) || trimmed.starts_with("//");
        if is_comment || line.len() > 5_000 {
            continue;
        }
        let Some((column, url)) = url_in(line, ending) else { continue };
        let holes = with_holes(url);
        let position = Literal { file: place, start: 0, function: 0 };
        let pieces: Vec<Piece> = holes
            .into_iter()
            .map(|part| match part {
                Ok(text) => Piece::Literal { text: text.into(), at: position },
                Err(name) => Piece::Hole(name.into()),
            })
            .collect();
        let Some((route, methods)) = Route::read(&pieces).and_then(|route| known.fitted(&route)) else { continue };
        let at = u32::try_from(at + column).unwrap_or(u32::MAX);
        let said = method_near(&lines, number, ending, methods.as_slice());
        let path = route.path();
        match said {
            Some(method) => {
                calls.push(RawCall {
                    file: place,
                    at,
                    method,
                    method_is_assumed: false,
                    path,
                    via: "http",
                    objects: Vec::new(),
                });
            }
            None => unresolved.push(Unresolved {
                file: place,
                at,
                why: format!("{path} stands here, and nothing says which method is used"),
            }),
        }
    }
    (calls, unresolved)
}

/// The URL of HubSpot's API in a line, or, in YAML, JSON and HTTP files, a path of it.
fn url_in<'a>(line: &'a str, ending: &str) -> Option<(usize, &'a str)> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ',' | '<' | '>' | '\\' | ')');
    let start = line.find("api.hubapi.com/").or_else(|| line.find("hubapi.com/"));
    let start = start
        .map(|at| line[..at].rfind(|c: char| is_end(c) || c == '=').map_or(0, |before| before + 1))
        .or_else(|| {
            let plain = matches!(ending, "yaml" | "yml" | "json" | "http" | "rest");
            ["/crm/v", "}/crm/", "/oauth/v1/token"].iter().find_map(|path| line.find(path)).filter(|_| plain)
        })?;
    let rest = &line[start..];
    let end = rest.find(is_end).unwrap_or(rest.len());
    Some((start, &rest[..end]))
}

/// Text and names of variables, in order.
fn with_holes(url: &str) -> Vec<Result<String, String>> {
    let mut parts = Vec::new();
    let mut rest = url;
    while let Some(at) = rest.find(['$', '{']) {
        parts.push(Ok(rest[..at].to_owned()));
        let inner = rest[at..].trim_start_matches(['$', '{', '(']);
        let end = inner.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))).unwrap_or(inner.len());
        parts.push(Err(inner[..end].to_owned()));
        rest = inner[end..].trim_start_matches(['}', ')']);
    }
    parts.push(Ok(rest.to_owned()));
    parts.retain(|part| part.as_ref().is_err() || part.as_ref().is_ok_and(|text| !text.is_empty()));
    parts
}

fn method_near(lines: &[(usize, &str)], number: usize, ending: &str, methods: &[Method]) -> Option<Method> {
    let line = lines[number].1;
    let word = |text: &str| {
        text.split(|c: char| !c.is_ascii_alphabetic())
            .find_map(|word| if word.bytes().all(|b| b.is_ascii_uppercase()) { Method::from_word(word) } else { None })
    };
    if matches!(ending, "sh" | "bash" | "zsh" | "ps1") || line.contains("curl") {
        return Some(of_command(lines, number));
    }
    if let Some(method) = word(line) {
        return Some(method);
    }
    if matches!(ending, "http" | "rest") {
        return Some(Method::Get);
    }
    let around = (1..=6).flat_map(|away| [number.checked_sub(away), Some(number + away)]).flatten();
    for at in around.filter(|at| *at < lines.len()) {
        let near = lines[at].1;
        if near.to_ascii_lowercase().contains("method") || (ending != "json" && word(near).is_some() && near.len() < 40)
        {
            let found = near.split(|c: char| !c.is_ascii_alphabetic()).find_map(Method::from_word);
            if found.is_some() {
                return found;
            }
        }
    }
    (methods.len() == 1).then(|| methods[0])
}

/// The method of a command of curl, which may go on over several lines.
fn of_command(lines: &[(usize, &str)], number: usize) -> Method {
    let goes_on = |at: usize| lines[at].1.trim_end().ends_with(['\\', '`']);
    let mut first = number;
    while first > 0 && goes_on(first - 1) && number - first < 40 {
        first -= 1;
    }
    let mut last = number;
    while last + 1 < lines.len() && goes_on(last) && last - number < 40 {
        last += 1;
    }
    let command: String = lines[first..=last]
        .iter()
        .map(|(_, line)| line.trim_end().trim_end_matches('\\'))
        .collect::<Vec<_>>()
        .join(" ");
    let words: Vec<&str> = command.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let after = |flag: &str| {
            word.strip_prefix(flag).map(|rest| {
                if rest.is_empty() {
                    words.get(at + 1).copied().unwrap_or_default()
                } else {
                    rest.trim_start_matches('=')
                }
            })
        };
        let said = after("--request").or_else(|| after("-X")).or_else(|| after("-Method"));
        if let Some(method) = said.and_then(|word| Method::from_word(word.trim_matches(['"', '\'']))) {
            return method;
        }
    }
    let sends = words.iter().any(|word| {
        word.starts_with("-d") || word.starts_with("--data") || word.starts_with("-F") || *word == "--json"
    });
    let asks = words.iter().any(|word| matches!(*word, "-G" | "--get"));
    if sends && !asks { Method::Post } else { Method::Get }
}
