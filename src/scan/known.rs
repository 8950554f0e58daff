//! The words by which other files reach the files that speak of HubSpot.

use std::collections::HashSet;

use super::program::SourceFile;
use super::reference::key;
use super::words::fold;

/// Their classes, their functions, the files themselves; sorted.
pub(super) fn known_by(parsed: &[SourceFile]) -> Vec<String> {
    let mut names: HashSet<String> = HashSet::new();
    let is_own = |name: &str| name.len() >= 4 && !COMMON.contains(&fold(name).as_str());
    for file in parsed.iter().filter(|file| file.speaks_of_hubspot) {
        for class in file.form.classes.iter().filter(|class| is_own(&class.name)) {
            names.insert(class.name.to_string());
        }
        let functions = file.form.functions.iter().filter(|function| {
            function.parent == 0
                && !function.is_lambda
                && function.class.is_none()
                && !function.parameters.is_empty()
                && is_own(&function.name)
        });
        names.extend(functions.map(|function| function.name.to_string()));
        names.extend(own_name(file));
        if names.len() > 400 {
            break;
        }
    }
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort();
    names
}

/// How an import names the file itself.
fn own_name(file: &SourceFile) -> Option<String> {
    let path = key(&file.path);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    match file.language.name {
        "javascript" => Some(format!("/{name}")),
        "python" => Some(name.to_owned()),
        // A package goes by its folder.
        "go" => folder.rsplit('/').next().filter(|name| !name.is_empty()).map(|name| format!("/{name}\"")),
        _ => None,
    }
    .filter(|name| name.len() >= 4)
}

/// Names that many files have without meaning the same.
const COMMON: [&str; 47] = [
    "request",
    "handler",
    "default",
    "controller",
    "service",
    "response",
    "execute",
    "process",
    "fetchdata",
    "getdata",
    "constructor",
    "initialize",
    "register",
    "contact",
    "company",
    "component",
    "client",
    "config",
    "utils",
    "helper",
    "main",
    "http",
    "model",
    "base",
    "user",
    "deal",
    "ticket",
    "index",
    "types",
    "error",
    "result",
    "item",
    "data",
    "list",
    "create",
    "update",
    "delete",
    "search",
    "send",
    "call",
    "post",
    "patch",
    "query",
    "sync",
    "task",
    "order",
    "product",
];
