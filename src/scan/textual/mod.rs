//! Calls in files without a grammar: YAML and JSON by their structure, scripts of a shell and files of requests line by line.
//!
//! ```text
//!  yaml, json ─▶ tree (mappings, lists, texts with places) ─▶ requests (base, path, method; keys say what is what)
//!                                                              └─▶ scripts within ─┐
//!  sh, http, what is no YAML and no JSON ─────────────────────────────────────────▶ lines
//! ```

mod base;
mod json;
mod keys;
mod lines;
mod requests;
mod template;
mod tree;
mod variables;
mod yaml;

use lines::Reading;
use tree::Tree;

use super::calls::{Known, RawCall, Unresolved};

/// Whether files that end so are read here.
pub(super) fn reads(ending: &str) -> bool {
    is_document(ending) || matches!(ending, "sh" | "bash" | "zsh" | "http" | "rest" | "ps1")
}

fn is_document(ending: &str) -> bool {
    matches!(ending, "yaml" | "yml" | "json")
}

/// What a file without a grammar holds.
#[derive(Debug, Default)]
pub(super) struct FoundText {
    pub(super) calls: Vec<RawCall>,
    /// What looks like a call.
    pub(super) unresolved: Vec<Unresolved>,
    /// First bytes of calls with the scopes that the file lists beside them.
    pub(super) listed: Vec<(usize, Vec<String>)>,
}

/// The calls of the file `place`, and what looks like one.
pub(super) fn find(known: &Known, place: u32, ending: &str, source: &[u8]) -> FoundText {
    let text = String::from_utf8_lossy(source);
    let by_line = |reading| {
        let (calls, unresolved) = lines::find(known, place, reading, &text, 0);
        FoundText { calls, unresolved, listed: Vec::new() }
    };
    if !is_document(ending) {
        return by_line(if matches!(ending, "http" | "rest") { Reading::Requests } else { Reading::Shell });
    }
    let Some(tree) = read(ending, &text) else { return by_line(Reading::Document) };
    let requests::Asked { mut calls, mut unresolved, listed, scripts } = requests::asked(known, place, &tree);
    for (from, to) in scripts {
        let script = text.get(from..to).unwrap_or_default();
        let reading = if script.contains("curl") { Reading::Shell } else { Reading::Document };
        let (more, left) = lines::find(known, place, reading, script, from);
        calls.extend(more);
        unresolved.extend(left);
    }
    FoundText { calls, unresolved, listed }
}

fn read(ending: &str, text: &str) -> Option<Tree> {
    if ending == "json" { json::read(text) } else { yaml::read(text) }
}
