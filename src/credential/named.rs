//! Secrets by the names under which they stand: `client_secret=…`, `"access_token": "…"`, `Bearer …`, `oauth-token (…)`.

use std::ops::Range;

use super::shape::Shape;

/// Endings of names whose value is nobody else's business, and what each stands for.
const NAMES: [(&str, Shape); 16] = [
    ("client_secret", Shape::ClientSecret),
    ("clientsecret", Shape::ClientSecret),
    ("hapikey", Shape::ApiKey),
    ("refresh_token", Shape::RefreshToken),
    ("refreshtoken", Shape::RefreshToken),
    ("access_token", Shape::Secret),
    ("accesstoken", Shape::Secret),
    ("oauth_token", Shape::Secret),
    ("tokenkey", Shape::Secret),
    ("token", Shape::Secret),
    ("secret", Shape::Secret),
    ("password", Shape::Secret),
    ("passwd", Shape::Secret),
    ("api_key", Shape::Secret),
    ("apikey", Shape::Secret),
    ("signature", Shape::Secret),
];

/// Names of keys that are no part of a word.
const KEYS: [&str; 4] = ["access_key", "accesskey", "private_key", "privatekey"];

/// What `run` is the name of.
fn named(run: &str) -> Option<Shape> {
    // A longer one is no name.
    if run.len() > 80 {
        return None;
    }
    let folded = run.to_ascii_lowercase().replace('-', "_");
    let of_name = NAMES.iter().find(|(name, _)| folded.ends_with(name)).map(|(_, shape)| *shape);
    of_name.or_else(|| KEYS.iter().any(|name| folded.ends_with(name)).then_some(Shape::Secret))
}

/// Whether `word` is a name that stands before a credential.
pub(super) fn is_name(word: &str) -> bool {
    named(word).is_some()
        || is_scheme(word)
        || ["authorization", "key", "x"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

fn is_scheme(word: &str) -> bool {
    word.eq_ignore_ascii_case("bearer") || word.eq_ignore_ascii_case("basic")
}

/// How a value is tied to its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// `name=value`
    Equals,
    /// `name: value`, `name => value`
    Colon,
    /// `name (value)`
    Bracket,
    /// `--name value`
    Flag,
}

/// The secret that stands behind the name `text[name]`, with what it is called.
pub(super) fn value(text: &str, name: Range<usize>) -> Option<(Range<usize>, Shape)> {
    let run = &text[name.clone()];
    let rest = &text[name.end..];
    if is_scheme(run) {
        let (skipped, word) = plain_word(rest, 1)?;
        return looks_random(word).then(|| (spanned(name.end + skipped, word), Shape::Secret));
    }
    let in_query = run.eq_ignore_ascii_case("code") && text[..name.start].ends_with(['?', '&']);
    let shape = if in_query { Shape::Code } else { named(run)? };
    let (tie, at, is_quoted) = tie(run, rest)?;
    if in_query && tie != Tie::Equals {
        return None;
    }
    let behind = &rest[at..];
    let ends = |c: char| c.is_whitespace() || "\"'`&,;)}]<>\\".contains(c);
    let word = &behind[..behind.find(ends).unwrap_or(behind.len())];
    if is_scheme(word) {
        return None; // its own name comes next
    }
    let is_strong = shape != Shape::RefreshToken && !run.to_ascii_lowercase().ends_with("token");
    let phrase = || &behind[..behind.find(['"', '\'', '\\', '\n']).unwrap_or(behind.len())];
    let word = if is_strong && is_quoted { phrase() } else { word };
    if word.is_empty() || is_stand_in(word) {
        return None;
    }
    let is_word = word.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.' | b'-'));
    let hides = match tie {
        Tie::Equals | Tie::Flag => true,
        Tie::Bracket => {
            behind[word.len()..].starts_with(')') && (!is_word || run.to_ascii_lowercase().ends_with("hapikey"))
        }
        Tie::Colon if is_quoted => is_strong || !is_word,
        Tie::Colon => looks_random(word),
    };
    hides.then(|| (spanned(name.end + at, word), shape))
}

fn spanned(start: usize, word: &str) -> Range<usize> {
    start..start + word.len()
}

/// The tie that `rest` begins with, how many bytes it takes up to the value, and whether the value stands in quotes.
fn tie(name: &str, rest: &str) -> Option<(Tie, usize, bool)> {
    let after_quotes = skip_quotes(rest);
    let spaces = after_quotes.len() - after_quotes.trim_start_matches(' ').len();
    let from = &after_quotes[spaces.min(4)..];
    let (tie, taken) = match from.as_bytes() {
        [b'=', b'>', ..] => (Tie::Colon, 2),
        [b'=', ..] => (Tie::Equals, 1),
        [b':', ..] => (Tie::Colon, 1),
        [b'(', ..] if after_quotes.len() == rest.len() => (Tie::Bracket, 1),
        [byte, ..] if name.starts_with('-') && spaces > 0 && *byte != b'-' => (Tie::Flag, 0),
        _ => return None,
    };
    let behind = &from[taken..];
    let spaces = behind.len() - behind.trim_start_matches(' ').len();
    let behind = &behind[spaces.min(4)..];
    let opened = skip_quotes(behind);
    Some((tie, rest.len() - opened.len(), opened.len() < behind.len()))
}

/// `text` without the quotes, escaped or not, that it begins with.
fn skip_quotes(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..8 {
        let next = ["\"", "'", "`", "\\", "&quot;", "&#34;", "&#39;", "]", "["]
            .iter()
            .find_map(|quote| rest.strip_prefix(quote));
        match next {
            Some(next) => rest = next,
            None => break,
        }
    }
    rest
}

/// The word behind `least` spaces or more (`%20` and `+` are spaces, too), and where it begins.
fn plain_word(rest: &str, least: usize) -> Option<(usize, &str)> {
    let behind =
        rest.strip_prefix("%20").or_else(|| rest.strip_prefix('+')).unwrap_or_else(|| rest.trim_start_matches(' '));
    let skipped = rest.len() - behind.len();
    let ends = |c: char| c.is_whitespace() || "\"'`&,;)}]<>\\".contains(c);
    (skipped >= least).then(|| (skipped, &behind[..behind.find(ends).unwrap_or(behind.len())]))
}

/// What no word is: digits among letters, or very long.
fn looks_random(word: &str) -> bool {
    let has_both =
        word.bytes().any(|byte| byte.is_ascii_digit()) && word.bytes().any(|byte| byte.is_ascii_alphabetic());
    !is_stand_in(word) && word.len() >= 4 && (has_both || word.len() >= 16 && !word.contains('/'))
}

/// A place to be filled in, which is no secret, and tells why a call fails.
fn is_stand_in(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    word.starts_with(['<', '$', '{', '%', '*', '…', '#'])
        || matches!(
            lower.as_str(),
            "undefined" | "null" | "none" | "nil" | "true" | "false" | "hidden" | "redacted" | "bearer"
        )
}
