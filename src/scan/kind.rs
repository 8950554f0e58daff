//! What a file is by its name: which ending it is read by, and whether it can hold calls at all.
//!
//! Owns names of files. Documents, lock files, manifests and type declarations are nothing here; what a folder says is
//! `whose`'s.

use super::{lines, scripts, textual};

/// Files that name what a project is made of, and call nothing.
const MANIFESTS: [&str; 22] = [
    "package.json",
    "composer.json",
    "bower.json",
    "component.json",
    "deno.json",
    "jsr.json",
    "lerna.json",
    "nx.json",
    "turbo.json",
    "tsconfig.json",
    "jsconfig.json",
    "renovate.json",
    "npm-shrinkwrap.json",
    "packages.lock.json",
    "project.assets.json",
    "cargo.toml",
    "pyproject.toml",
    "pipfile.toml",
    "pom.xml",
    "pubspec.yaml",
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
];

/// Files without an ending, or with one that says nothing, and the ending that they are read by.
const NAMED: [(&str, &str); 14] = [
    ("rakefile", "rb"),
    ("guardfile", "rb"),
    ("capfile", "rb"),
    ("config.ru", "rb"),
    ("jenkinsfile", "groovy"),
    ("makefile", "sh"),
    ("gnumakefile", "sh"),
    ("justfile", "sh"),
    ("dockerfile", "sh"),
    ("containerfile", "sh"),
    ("procfile", "sh"),
    (".bashrc", "sh"),
    (".zshrc", "sh"),
    (".envrc", "sh"),
];

/// Names without an ending that stand for documents.
const DOCUMENTS: [&str; 12] = [
    "license",
    "licence",
    "copying",
    "notice",
    "readme",
    "changelog",
    "authors",
    "contributors",
    "codeowners",
    "version",
    "owners",
    "todo",
];

/// What a script without an ending says of itself in its first line, and the ending that it is read by.
const INTERPRETERS: [(&str, &str); 20] = [
    ("node", "js"),
    ("deno", "ts"),
    ("bun", "ts"),
    ("ts-node", "ts"),
    ("tsx", "ts"),
    ("python", "py"),
    ("uv", "py"),
    ("ruby", "rb"),
    ("php", "php"),
    ("perl", "pl"),
    ("rscript", "r"),
    ("elixir", "exs"),
    ("escript", "escript"),
    ("lua", "lua"),
    ("pwsh", "ps1"),
    ("groovy", "groovy"),
    ("swift", "swift"),
    ("bash", "sh"),
    ("zsh", "sh"),
    ("sh", "sh"),
];

/// The ending in small letters by which a file with this name is read, empty where only its first line can tell; `None` where it
/// is nothing that holds calls.
pub(super) fn ending_of(name: &str) -> Option<String> {
    let small = name.to_ascii_lowercase();
    if let Some((_, ending)) = NAMED.iter().find(|(named, _)| small == *named || is_variant(&small, named)) {
        return Some((*ending).to_owned());
    }
    if MANIFESTS.contains(&small.as_str()) || is_lock(&small) || is_declaration(&small) {
        return None;
    }
    match small.rsplit_once('.') {
        // Editors try names of digits.
        None => {
            let is_nothing = DOCUMENTS.iter().any(|document| small.starts_with(document))
                || small.bytes().all(|byte| byte.is_ascii_digit());
            (!is_nothing).then(String::new)
        }
        Some((_, ending)) => is_read(ending).then(|| ending.to_owned()),
    }
}

/// `Dockerfile.dev`
fn is_variant(name: &str, named: &str) -> bool {
    !named.contains('.') && name.strip_prefix(named).is_some_and(|rest| rest.starts_with('.'))
}

/// The ending by which a script is read that has none, by its first line.
pub(super) fn of_first_line(bytes: &[u8]) -> Option<&'static str> {
    let line = bytes.strip_prefix(b"#!")?;
    let line = &line[..memchr::memchr(b'\n', line).unwrap_or(line.len()).min(200)];
    let line = String::from_utf8_lossy(line).to_ascii_lowercase();
    let words = line.split([' ', '/', '\t', '\r']).filter(|word| !word.is_empty() && !word.starts_with('-'));
    let plain = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').to_owned();
    let mut endings = words.filter_map(|word| {
        let known = INTERPRETERS.iter().find(|(name, _)| *name == plain(word));
        known.map(|(_, ending)| *ending)
    });
    endings.next_back()
}

/// Whether files with this ending are read in one way or another.
fn is_read(ending: &str) -> bool {
    crate::syntax::of_ending(scripts::ending(ending)).is_some()
        || textual::reads(ending)
        || lines::of_ending(ending).is_some()
}

fn is_lock(name: &str) -> bool {
    name == "go.sum" || ["-lock.json", ".lock", ".lockfile"].iter().any(|ending| name.ends_with(ending))
}

fn is_declaration(name: &str) -> bool {
    [".d.ts", ".d.mts", ".d.cts", ".pyi", ".rbi", ".rbs", ".map"].iter().any(|ending| name.ends_with(ending))
}

/// Whether the name says that a program made it small.
pub(super) fn is_minified(name: &str) -> bool {
    name.contains(".min.") || name.contains(".bundle.")
}

/// Whether the name is that of a test.
pub(super) fn is_test(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    name.contains(".test.")
        || name.contains(".spec.")
        || name.contains(".stories.")
        || name == "conftest.py"
        || stem.starts_with("test_")
        || stem.ends_with("_test")
        || stem.ends_with("_spec")
        || (stem.len() > 5 && (stem.ends_with("Test") || stem.ends_with("Tests")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_code_and_no_setting_is_nothing() {
        for name in [
            "README.md",
            "notes.rst",
            "a.txt",
            "LICENSE",
            "CHANGELOG",
            "yarn.lock",
            "package-lock.json",
            "go.sum",
            "package.json",
            "Cargo.toml",
            "pom.xml",
            "types.d.ts",
            "client.pyi",
            "app.js.map",
            "photo.png",
            "seen.har",
            "server.log",
            "data.csv",
        ] {
            assert_eq!(ending_of(name), None, "{name}");
        }
    }

    #[test]
    fn a_file_is_read_by_its_ending_in_any_letter_case_or_by_its_name() {
        for (name, ending) in [
            ("a.PY", "py"),
            ("Main.Rs", "rs"),
            ("Code.gs", "gs"),
            ("Rakefile", "rb"),
            ("Jenkinsfile", "groovy"),
            ("Dockerfile.dev", "sh"),
            ("sync", ""),
            (".envrc", "sh"),
            ("calls.http", "http"),
            ("Hub.psm1", "psm1"),
        ] {
            assert_eq!(ending_of(name).as_deref(), Some(ending), "{name}");
        }
    }

    #[test]
    fn a_script_without_an_ending_says_in_its_first_line_what_it_is() {
        for (line, ending) in [
            ("#!/usr/bin/env node", Some("js")),
            ("#!/usr/bin/python3.12 -u", Some("py")),
            ("#!/usr/bin/env -S deno run --allow-net", Some("ts")),
            ("#!/bin/bash", Some("sh")),
            ("#!/usr/bin/env -S uv run --script\r", Some("py")),
            ("#!/opt/something", None),
            ("all: build", None),
        ] {
            assert_eq!(of_first_line(format!("{line}\nx").as_bytes()), ending, "{line}");
        }
    }
}
