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

/// The calls of the file `place`, and what looks like one.
pub(super) fn find(known: &Known, place: u32, ending: &str, source: &[u8]) -> (Vec<RawCall>, Vec<Unresolved>) {
    let text = String::from_utf8_lossy(source);
    if !is_document(ending) {
        let reading = if matches!(ending, "http" | "rest") { Reading::Requests } else { Reading::Shell };
        return lines::find(known, place, reading, &text, 0);
    }
    let Some(tree) = read(ending, &text) else {
        return lines::find(known, place, Reading::Document, &text, 0);
    };
    let requests::Asked { mut calls, mut unresolved, scripts } = requests::asked(known, place, &tree);
    for (from, to) in scripts {
        let script = text.get(from..to).unwrap_or_default();
        let reading = if script.contains("curl") { Reading::Shell } else { Reading::Document };
        let (more, left) = lines::find(known, place, reading, script, from);
        calls.extend(more);
        unresolved.extend(left);
    }
    (calls, unresolved)
}

fn read(ending: &str, text: &str) -> Option<Tree> {
    if ending == "json" { json::read(text) } else { yaml::read(text) }
}
