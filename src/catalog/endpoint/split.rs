//! Coarse scopes that HubSpot is splitting: the granular successor of what an operation does, beside the coarse one.

use crate::catalog::operation::Operation;
use crate::catalog::rows::Method;
use crate::catalog::{Catalog, Confidence, Way};

/// Adds, to each way that is one coarse scope, the successor that fits; none where that is not clear or already there.
pub(super) fn successors(catalog: &Catalog, operation: &Operation, ways: &mut Vec<Way>) {
    let mut found: Vec<Way> = Vec::new();
    for way in ways.iter() {
        let [coarse] = way.all_of[..] else { continue };
        let Some(scope) = catalog.scope_named(coarse).filter(|scope| scope.is_coarse()) else { continue };
        let is_there = |name: &&str| ways.iter().any(|way| way.all_of.contains(name));
        if scope.replaced_by.is_empty() || scope.replaced_by.iter().any(is_there) {
            continue;
        }
        if let Some(name) = successor(scope.replaced_by, operation) {
            found.push(Way { all_of: vec![name], confidence: Some(Confidence::Inferred) });
        }
    }
    ways.extend(found);
}

fn successor(names: &[&'static str], operation: &Operation) -> Option<&'static str> {
    let verb_of = |name: &str| name.rsplit('.').next().unwrap_or_default().to_owned();
    let has = |verb: &str| names.iter().any(|name| verb_of(name) == verb);
    let last = operation.shape.last().copied().unwrap_or_default();
    let verb = match operation.method {
        _ if operation.is_read() => "read",
        Method::Delete if has("delete") => "delete",
        Method::Post if last == "publish" && has("publish") => "publish",
        _ => "write",
    };
    let fitting: Vec<&'static str> = names.iter().copied().filter(|name| verb_of(name) == verb).collect();
    if let [only] = fitting[..] {
        return Some(only);
    }
    let words: Vec<String> = operation.shape.iter().flat_map(|segment| words(segment)).collect();
    let shared = |name: &str| self::words(name).iter().filter(|word| words.contains(word)).count();
    let most = fitting.iter().map(|name| shared(name)).max().filter(|most| *most > 0)?;
    let mut best = fitting.into_iter().filter(|name| shared(name) == most);
    best.next().filter(|_| best.next().is_none())
}

fn words(text: &str) -> Vec<String> {
    text.split(['.', '_', '-', '/']).map(|word| word.trim_end_matches('s').to_lowercase()).collect()
}
