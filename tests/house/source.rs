//! One source file as the test sees it: its words, the paths it names, the names it hands on.
//!
//! A lexer and no parser: comments, strings and characters are dropped, items under `#[cfg(test)]` are skipped, and what
//! is left is walked once for `use` items, inline modules and paths in code.

use std::collections::{BTreeMap, BTreeSet};

/// A path as written, in the module (the file's own, or one inside it) where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    /// Inline modules around it, from the file's own.
    pub(crate) inside: Vec<String>,
    /// Its parts.
    pub(crate) path: Vec<String>,
}

/// A `use` of one name.
#[derive(Debug, Clone)]
pub(crate) struct Import {
    /// What is imported.
    pub(crate) named: Named,
    /// The name it has here.
    pub(crate) alias: String,
    /// Whether it is handed on (`pub use`).
    pub(crate) handed_on: bool,
}

/// What a file holds, without its tests.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// Names of `use` items.
    pub(crate) imports: Vec<Import>,
    /// Paths in code.
    pub(crate) paths: Vec<Named>,
    /// Words of the code that are no part of a `use`.
    pub(crate) words: BTreeSet<String>,
    /// Modules written inside the file.
    pub(crate) inline: BTreeSet<String>,
    /// Child modules that exist in tests only.
    pub(crate) test_children: BTreeSet<String>,
}

/// The words and signs of `text`; `::` is one sign.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest),
            '\'' => character(rest),
            'r' | 'b' | 'c' if literal_prefix(rest).is_some() => literal_prefix(rest).unwrap_or(1),
            _ if first.is_alphanumeric() || first == '_' => {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                found.push(rest[..end].to_owned());
                end
            }
            ':' if rest.starts_with("::") => {
                found.push("::".to_owned());
                2
            }
            _ => {
                if !first.is_whitespace() {
                    found.push(first.to_string());
                }
                first.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    found
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// A character, or the tick of a lifetime.
fn character(text: &str) -> usize {
    let inside = &text[1..];
    if let Some(rest) = inside.strip_prefix('\\') {
        let escape = rest.chars().next().map_or(0, char::len_utf8);
        return rest[escape..].find('\'').map_or(text.len(), |end| 2 + escape + end + 1);
    }
    match inside.char_indices().nth(1) {
        Some((end, '\'')) => 1 + end + 1,
        _ => 1,
    }
}

/// The length of a literal such as `r#"…"#`, `b"…"` or `b'…'`.
fn literal_prefix(text: &str) -> Option<usize> {
    let word = text.find(|c: char| !matches!(c, 'r' | 'b' | 'c')).filter(|end| *end <= 2)?;
    let rest = &text[word..];
    let hashes = rest.chars().take_while(|c| *c == '#').count();
    let raw = text[..word].ends_with('r');
    match rest[hashes..].chars().next() {
        Some('"') if raw => {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = word + hashes + 1;
            Some(text[start..].find(&end).map_or(text.len(), |at| start + at + end.len()))
        }
        Some('"') if hashes == 0 => Some(word + string(rest)),
        Some('\'') if hashes == 0 && text.starts_with("b'") => Some(word + character(rest)),
        _ => None,
    }
}

impl Source {
    /// Reads the text of a file.
    pub(crate) fn read(text: &str) -> Self {
        let tokens = tokens(text);
        let mut source = Self::default();
        source.walk(&tokens);
        source
    }

    fn walk(&mut self, tokens: &[String]) {
        let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token == text);
        let mut modules: Vec<(String, usize)> = Vec::new();
        let (mut depth, mut at, mut public) = (0_usize, 0, false);
        while at < tokens.len() {
            let inside = || modules.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
            match tokens[at].as_str() {
                "#" if is_of_tests(&tokens[at..]) => {
                    let item = after_attributes(tokens, at);
                    at = self.skip_item(tokens, item);
                    continue;
                }
                "mod" if is(at + 2, "{") => {
                    self.inline.insert(tokens[at + 1].clone());
                    modules.push((tokens[at + 1].clone(), depth));
                    depth += 1;
                    at += 2;
                }
                // The declaration of a child is no use of it.
                "mod" => at += 2,
                "{" => depth += 1,
                "}" => {
                    depth = depth.saturating_sub(1);
                    if modules.last().is_some_and(|(_, opened)| *opened == depth) {
                        modules.pop();
                    }
                }
                "pub" => {
                    public = true;
                    at += 1 + if is(at + 1, "(") { group(tokens, at + 1) } else { 0 };
                    continue;
                }
                "use" => {
                    let end = at + tokens[at..].iter().position(|token| token == ";").unwrap_or(0);
                    let mut names = Vec::new();
                    use_tree(&tokens[at + 1..end], &[], &mut names);
                    self.imports.extend(names.into_iter().map(|(path, alias)| Import {
                        named: Named { inside: inside(), path },
                        alias,
                        handed_on: public,
                    }));
                    at = end;
                }
                word if is_word(word) => {
                    let path = path_at(tokens, at);
                    self.words.extend(path.iter().cloned());
                    at += 2 * (path.len() - 1);
                    if path.len() > 1 {
                        self.paths.push(Named { inside: inside(), path });
                    }
                }
                _ => {}
            }
            public = false;
            at += 1;
        }
    }

    /// The place after the item at `at`, which exists in tests only.
    fn skip_item(&mut self, tokens: &[String], at: usize) -> usize {
        let mut at = at;
        if let Some(name) = tokens.get(at + 1).filter(|_| tokens[at] == "mod") {
            self.test_children.insert(name.clone());
        }
        while at < tokens.len() {
            match tokens[at].as_str() {
                ";" => return at + 1,
                "{" => return at + group(tokens, at),
                "(" | "[" => at += group(tokens, at),
                _ => at += 1,
            }
        }
        at
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Whether the attribute that `tokens` begin with is a `cfg` of tests.
fn is_of_tests(tokens: &[String]) -> bool {
    if tokens.get(1).is_none_or(|token| token != "[") {
        return false;
    }
    let attribute = &tokens[2..=group(tokens, 1)];
    let has = |word: &str| attribute.iter().any(|token| token == word);
    attribute.first().is_some_and(|word| word == "cfg") && has("test") && !has("not")
}

fn after_attributes(tokens: &[String], at: usize) -> usize {
    let mut at = at;
    while tokens.get(at).is_some_and(|token| token == "#") {
        at += 1 + group(tokens, at + 1);
    }
    at
}

/// How many tokens the brackets at `at` hold, with themselves.
fn group(tokens: &[String], at: usize) -> usize {
    let mut depth = 0_usize;
    for (taken, token) in tokens[at..].iter().enumerate() {
        match token.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return taken + 1;
        }
    }
    tokens.len() - at
}

fn path_at(tokens: &[String], at: usize) -> Vec<String> {
    let mut path = vec![tokens[at].clone()];
    let mut at = at;
    while tokens.get(at + 1).is_some_and(|token| token == "::") {
        match tokens.get(at + 2) {
            Some(next) if is_word(next) => path.push(next.clone()),
            _ => break,
        }
        at += 2;
    }
    path
}

/// The full paths of a `use` tree, each with the name that it gets.
fn use_tree(tree: &[String], before: &[String], found: &mut Vec<(Vec<String>, String)>) {
    let mut path = before.to_vec();
    let mut at = 0;
    while at < tree.len() {
        match tree[at].as_str() {
            "{" => {
                let inside = &tree[at + 1..at + group(tree, at) - 1];
                for branch in branches(inside) {
                    use_tree(branch, &path, found);
                }
                return;
            }
            "::" => {}
            "as" => {
                found.push((path, tree[at + 1].clone()));
                return;
            }
            "self" if !path.is_empty() => {}
            word => path.push(word.to_owned()),
        }
        at += 1;
    }
    let alias = path.last().cloned().unwrap_or_default();
    found.push((path, alias));
}

fn branches(tokens: &[String]) -> Vec<&[String]> {
    let (mut found, mut start, mut at) = (Vec::new(), 0, 0);
    while at < tokens.len() {
        match tokens[at].as_str() {
            "," => {
                found.push(&tokens[start..at]);
                start = at + 1;
                at += 1;
            }
            "{" => at += group(tokens, at),
            _ => at += 1,
        }
    }
    found.push(&tokens[start..]);
    found.into_iter().filter(|branch| !branch.is_empty()).collect()
}

/// Names of the modules that a path in code may begin with, each with what it stands for.
pub(crate) fn aliases(source: &Source) -> BTreeMap<&str, &Named> {
    source.imports.iter().map(|import| (import.alias.as_str(), &import.named)).collect()
}

#[test]
fn comments_strings_and_lifetimes_are_not_code() {
    let text = "use a::b; // crate::x\n/* crate::y /* z */ */ fn f<'a>(c: &'a str) { g('\\'', \"crate::q\", r#\"\"w\"#, b'e') }";
    let found = tokens(text).join(" ");
    assert_eq!(found, "use a :: b ; fn f < a > ( c : & a str ) { g ( , , , ) }");
}

#[test]
fn a_use_tree_is_unfolded_and_tests_are_skipped() {
    let source = Source::read(
        "use crate::{a::{self, B as C}, d};\npub(super) use e::F;\n#[cfg(test)]\nmod tests { use crate::g; }\n\
         #[cfg(test)]\nmod other;\nmod unix { use super::super::h; fn f() { crate::i::j(); } }",
    );
    let names: Vec<String> =
        source.imports.iter().map(|i| format!("{} as {}", i.named.path.join("::"), i.alias)).collect();
    assert_eq!(names, ["crate::a as a", "crate::a::B as C", "crate::d as d", "e::F as F", "super::super::h as h"]);
    assert_eq!(source.imports.iter().map(|i| i.handed_on).collect::<Vec<_>>(), [false, false, false, true, false]);
    assert_eq!(source.imports[4].named.inside, ["unix"]);
    assert_eq!(source.paths[0].path, ["crate", "i", "j"]);
    assert!(source.test_children.contains("other"));
}
