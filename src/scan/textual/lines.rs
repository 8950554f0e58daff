//! Calls in scripts, in `.http` files, and in documents that are not what they say they are.
//!
//! Reads line by line; a command that goes on over several lines is one. It knows no syntax: what is not said plainly is
//! left as not resolved.

use super::template;
use super::variables::Variables;
use crate::catalog::Method;
use crate::scan::calls::{Known, RawCall, Route, Unresolved};

/// How long a line may be to be read.
const LONGEST: usize = 5_000;

/// How lines are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Commands of a shell.
    Shell,
    /// Requests one by one: the line says the method, or reads.
    Requests,
    /// Keys and values that could not be parsed.
    Document,
}

/// The calls in `text`, which stands at the byte `from` of `file`, and what looks like one.
pub(super) fn find(
    known: &Known,
    file: u32,
    reading: Reading,
    text: &str,
    from: usize,
) -> (Vec<RawCall>, Vec<Unresolved>) {
    let (mut calls, mut unresolved) = (Vec::new(), Vec::new());
    let mut offset = from;
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .map(|line| {
            let at = offset;
            offset += line.len();
            (at, line)
        })
        .collect();
    let variables = Variables::of(&lines, reading);
    for (number, (at, line)) in lines.iter().enumerate() {
        let filled = variables.filled(line);
        let length = line.trim_end().len();
        let line: &str = &filled;
        let trimmed = line.trim_start();
        let is_comment = (trimmed.starts_with('#') && !trimmed.starts_with("###")) || trimmed.starts_with("//");
        if is_comment || line.len() > LONGEST {
            continue;
        }
        let Some((column, url)) = url_in(known, line, reading) else { continue };
        let pieces = template::pieces(&template::parts(url), file);
        let Some((route, methods)) = Route::read(&pieces).and_then(|route| known.fitted(&route)) else { continue };
        let at = u32::try_from(at + column.min(length)).unwrap_or(u32::MAX);
        let is_setting = filled.split_once('=').is_some_and(|(name, _)| super::variables::is_name(name.trim()));
        let is_said = trimmed.starts_with("echo ") || trimmed.starts_with("printf ");
        if reading == Reading::Shell && (is_setting || is_said) {
            continue;
        }
        // A path alone is handed to a function of the script, which says the method or is told it.
        let said = match reading == Reading::Shell && !line.contains("hubapi.com") {
            true => capitals(line),
            false => method_near(&lines, number, reading, methods.as_slice()),
        };
        let path = route.path();
        match said {
            Some(method) => {
                calls.push(RawCall {
                    file,
                    at,
                    method,
                    method_is_assumed: false,
                    path,
                    via: "http",
                    objects: Vec::new(),
                });
            }
            None => {
                let why = format!("{path} stands here, and nothing says which method is used");
                unresolved.push(Unresolved { file, at, why });
            }
        }
    }
    (calls, unresolved)
}

/// The URL of HubSpot's API in a line, or a path of it where nothing says another host.
fn url_in<'a>(known: &Known, line: &'a str, reading: Reading) -> Option<(usize, &'a str)> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ',' | '>' | '\\' | ')');
    let until = |start: usize| {
        let rest = &line[start..];
        // A space inside of a hole is part of the URL: `{{ id }}`.
        let mut depth = 0_i32;
        let end = rest.find(|c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            is_end(c) && depth <= 0
        });
        &rest[..end.or_else(|| rest.find(is_end)).unwrap_or(rest.len())]
    };
    let host = line.find("hubapi.com/").map(|at| {
        let start = line[..at].rfind(|c: char| is_end(c) || matches!(c, '=' | '<')).map_or(0, |before| before + 1);
        (start, until(start))
    });
    host.or_else(|| {
        let is_elsewhere = |before: &str| before.rsplit_once("://").is_some_and(|(_, host)| !host.contains(['{', '$']));
        if reading == Reading::Shell && line.contains("://") {
            return None;
        }
        line.match_indices('/').take(40).filter(|(at, _)| !is_elsewhere(&line[..*at])).find_map(|(at, _)| {
            let path = until(at);
            let is_first = line[..at].ends_with(|c: char| is_end(c) || matches!(c, '}' | '=' | ':'))
                || line[..at].rsplit(is_end).next().is_some_and(|word| word.starts_with('$'));
            let route = Route::read(&template::pieces(&template::parts(path), 0)).filter(|_| is_first)?;
            known.begins(&route).then_some((at, path))
        })
    })
}

fn method_near(lines: &[(usize, &str)], number: usize, reading: Reading, methods: &[Method]) -> Option<Method> {
    let line = lines[number].1;
    if reading == Reading::Shell || line.contains("curl") {
        return Some(of_command(lines, number));
    }
    if let Some(method) = capitals(line) {
        return Some(method);
    }
    if reading == Reading::Requests {
        return Some(Method::Get);
    }
    let said = beside(lines, number).into_iter().filter(|near| near.to_ascii_lowercase().contains("method"));
    let said = said.flat_map(|near| near.split(|c: char| !c.is_ascii_alphabetic()));
    said.into_iter().find_map(Method::from_word).or_else(|| (methods.len() == 1).then(|| methods[0]))
}

/// The lines of the mapping that the line stands in: as far in as it is, with no line between that is less so.
fn beside<'a>(lines: &[(usize, &'a str)], number: usize) -> Vec<&'a str> {
    // `- name: x` begins an item whose keys stand two further in.
    let depth = |line: &str| {
        let inner = line.trim_start_matches([' ', '\t']);
        let bare = inner.trim_start_matches("- ");
        (line.len() - bare.len(), inner.len() != bare.len())
    };
    let (own, begins) = depth(lines[number].1);
    let mut found = Vec::new();
    let mut take = |line: &'a str| {
        let (deep, _) = depth(line);
        if deep == own {
            found.push(line);
        }
        deep >= own
    };
    if !begins {
        for (_, line) in lines[..number].iter().rev().take(40).filter(|(_, line)| !line.trim().is_empty()) {
            if !take(line) || depth(line) == (own, true) {
                break;
            }
        }
    }
    for (_, line) in lines[number + 1..].iter().take(40).filter(|(_, line)| !line.trim().is_empty()) {
        if depth(line) == (own, true) || !take(line) {
            break;
        }
    }
    found
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
