//! Calls in files without a grammar here: shell scripts with curl, `.http` files, YAML and JSON.
//!
//! Reads line by line; a command that goes on over several lines is one. It knows no syntax: what is not said plainly is
//! left as not resolved.

use super::calls::{Known, RawCall, Route, Unresolved};
use super::value::{Literal, Piece};
use crate::catalog::Method;

/// How many lines of a file are read for what it is.
const MOST_HEAD: usize = 60;

/// Whether files that end so are read here.
pub(super) fn reads(ending: &str) -> bool {
    matches!(ending, "sh" | "bash" | "zsh" | "http" | "rest" | "yaml" | "yml" | "json" | "ps1")
}

/// The calls of the file `place`, and what looks like one.
pub(super) fn find(known: &Known, place: u32, ending: &str, source: &[u8]) -> (Vec<RawCall>, Vec<Unresolved>) {
    let text = String::from_utf8_lossy(source);
    let (mut calls, mut unresolved) = (Vec::new(), Vec::new());
    if describes_api(&text, ending) {
        return (calls, unresolved);
    }
    let mut offset = 0;
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .map(|line| {
            let at = offset;
            offset += line.len();
            (at, line)
        })
        .collect();
    let variables = Variables::of(&lines, ending);
    for (number, (at, line)) in lines.iter().enumerate() {
        let filled = variables.filled(line);
        let length = line.trim_end().len();
        let line: &str = &filled;
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
        let at = u32::try_from(at + column.min(length)).unwrap_or(u32::MAX);
        // A path alone is handed to a function of the script, which says the method or is told it.
        let said = match is_shell(ending) && !line.contains("hubapi.com") {
            true => capitals(line),
            false => method_near(&lines, number, ending, methods.as_slice()),
        };
        let is_setting = filled.split_once('=').is_some_and(|(name, _)| is_name(name.trim()));
        if is_shell(ending) && (is_setting || trimmed.starts_with("echo ") || trimmed.starts_with("printf ")) {
            continue;
        }
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

/// Whether the file describes an API for whoever calls it: OpenAPI, as JSON or YAML.
fn describes_api(text: &str, ending: &str) -> bool {
    let says = |line: &str| {
        let key = line.trim_start_matches([' ', '\t', '{', '"', '\'']);
        let rest = key.strip_prefix("openapi").or_else(|| key.strip_prefix("swagger"));
        rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
    };
    matches!(ending, "json" | "yaml" | "yml") && text.lines().take(MOST_HEAD).any(says)
}

fn is_shell(ending: &str) -> bool {
    matches!(ending, "sh" | "bash" | "zsh" | "ps1")
}

/// Whether it can be the name of a variable, with what may stand before one.
fn is_name(text: &str) -> bool {
    let name = ["export ", "readonly ", "local ", "declare -r ", "$"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// What a script calls a URL of HubSpot: `BASE="https://api.hubapi.com"`, `API="$BASE/crm/v3"`.
struct Variables(Vec<(String, String)>);

impl Variables {
    fn of(lines: &[(usize, &str)], ending: &str) -> Self {
        let mut known = Self(Vec::new());
        for (_, line) in lines.iter().filter(|_| is_shell(ending)) {
            let Some((name, value)) = line.split_once('=').filter(|(name, _)| is_name(name.trim())) else { continue };
            let value = known.filled(value.trim());
            let value = value.trim_matches(['"', '\'']);
            // `${HUBSPOT_URL:-https://api.hubapi.com}`: what stands behind is what it is when nothing says otherwise.
            let value = value.split_once(":-").map_or(value, |(_, fallback)| fallback.trim_end_matches('}'));
            let name = name.trim().rsplit([' ', '$']).next().unwrap_or_default();
            if value.contains("hubapi.com")
                && value.len() < 200
                && known.0.len() < 32
                && !value.contains(char::is_whitespace)
            {
                known.0.push((name.to_owned(), value.to_owned()));
            }
        }
        known
    }

    /// The line with the values of these variables in it.
    fn filled(&self, line: &str) -> String {
        let mut text = line.to_owned();
        for (name, value) in &self.0 {
            if !text.contains(name.as_str()) || text.len() > 5_000 {
                continue;
            }
            text = text.replace(&format!("${{{name}}}"), value);
            let plain = format!("${name}");
            let mut filled = String::with_capacity(text.len());
            let mut rest: &str = &text;
            while let Some((before, after)) = rest.split_once(plain.as_str()) {
                filled.push_str(before);
                let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || c == '_');
                filled.push_str(if goes_on { &plain } else { value });
                rest = after;
            }
            filled.push_str(rest);
            text = filled;
        }
        text
    }
}

/// The URL of HubSpot's API in a line, or, in YAML, JSON and HTTP files, a path of it.
fn url_in<'a>(line: &'a str, ending: &str) -> Option<(usize, &'a str)> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ',' | '<' | '>' | '\\' | ')');
    let start = line.find("api.hubapi.com/").or_else(|| line.find("hubapi.com/"));
    let start = start
        .map(|at| line[..at].rfind(|c: char| is_end(c) || c == '=').map_or(0, |before| before + 1))
        .or_else(|| {
            let plain = matches!(ending, "yaml" | "yml" | "json" | "http" | "rest")
                || (is_shell(ending) && !line.contains("://"));
            // Behind another host it is the path of that one: of a page of documentation, mostly.
            let found = ["/crm/v", "}/crm/", "/oauth/v1/token"].iter().find_map(|path| line.find(path));
            let is_elsewhere =
                |before: &str| before.rsplit_once("://").is_some_and(|(_, host)| !host.contains(['{', '$']));
            found.filter(|at| plain && !is_elsewhere(&line[..*at]))
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
    if matches!(ending, "sh" | "bash" | "zsh" | "ps1") || line.contains("curl") {
        return Some(of_command(lines, number));
    }
    if let Some(method) = capitals(line) {
        return Some(method);
    }
    if matches!(ending, "http" | "rest") {
        return Some(Method::Get);
    }
    let around = (1..=6).flat_map(|away| [number.checked_sub(away), Some(number + away)]).flatten();
    for at in around.filter(|at| *at < lines.len()) {
        let near = lines[at].1;
        if near.to_ascii_lowercase().contains("method")
            || (ending != "json" && capitals(near).is_some() && near.len() < 40)
        {
            let found = near.split(|c: char| !c.is_ascii_alphabetic()).find_map(Method::from_word);
            if found.is_some() {
                return found;
            }
        }
    }
    (methods.len() == 1).then(|| methods[0])
}

/// A method in capital letters.
fn capitals(text: &str) -> Option<Method> {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .find_map(|word| if word.bytes().all(|b| b.is_ascii_uppercase()) { Method::from_word(word) } else { None })
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
    // HTTPie says the method bare: `http POST api.hubapi.com/…`.
    if let Some(at) = words.iter().position(|word| matches!(*word, "http" | "https" | "xh"))
        && let Some(method) = words.get(at + 1).and_then(|word| Method::from_word(word))
    {
        return method;
    }
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
