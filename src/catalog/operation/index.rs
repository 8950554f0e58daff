//! The endpoint facts in memory: read when first asked for, then only looked up.

use std::collections::{BTreeMap, HashMap};

use super::Operation;
use super::call::Call;
use super::paths::{HOLE, Paths, TAIL};
use super::shape::{self, OBJECT_PLACE};
use crate::catalog::Objects;
use crate::catalog::rows::{Effect, EndpointsFile, Listed, Method, Only, Override, OverridesFile, Successor, TierHint};

/// The facts, and the ways to them.
#[derive(Debug)]
pub(in crate::catalog) struct Index {
    pub(in crate::catalog) as_of: &'static str,
    pub(in crate::catalog) source: &'static str,
    pub(in crate::catalog) tiers: BTreeMap<&'static str, TierHint<'static>>,
    pub(in crate::catalog) requirements: Vec<Listed<'static>>,
    pub(in crate::catalog) operations: Vec<Operation>,
    /// So many of the operations are listed; the rest only stand where an API for all objects is missing.
    pub(in crate::catalog) shown: usize,
    pub(in crate::catalog) overrides: Vec<Override>,
    /// Granular scopes that a source names in place of coarse ones.
    pub(in crate::catalog) successors: Vec<Successor>,
    paths: Paths,
    by_shape: HashMap<(Method, Vec<&'static str>), usize>,
}

impl Index {
    /// The ways to the rows of both files.
    pub(in crate::catalog) fn of(objects: &Objects, facts: EndpointsFile<'static>, file: OverridesFile) -> Self {
        let mut operations: Vec<Operation> = facts
            .operations
            .into_iter()
            .map(|row| Operation {
                method: row.method,
                path: row.path,
                object: row.object,
                api: row.api,
                legacy: None,
                reads: false,
                shape: shape::of_template(objects, row.path, row.object),
                seen: row.seen,
            })
            .collect();
        release(&file.overrides, &mut operations);
        operations.extend(legacy(&file.overrides));
        for row in &file.reads {
            let read = operations.iter_mut().filter(|one| one.method == row.method && fits(row.path, &one.shape));
            read.for_each(|operation| operation.reads = true);
        }
        let shown = operations.len();
        let mut index = Self {
            as_of: facts.as_of,
            source: facts.source,
            tiers: facts.tiers,
            requirements: facts.requirements,
            operations,
            shown,
            overrides: file.overrides,
            successors: file.successors,
            paths: Paths::new(),
            by_shape: HashMap::new(),
        };
        (0..shown).for_each(|at| index.file(at));
        index.fill_gaps();
        index
    }

    fn file(&mut self, at: usize) {
        let operation = &self.operations[at];
        self.paths.insert(operation.method, &operation.shape, at);
        self.by_shape.entry((operation.method, operation.shape.clone())).or_insert(at);
    }

    /// An API may be known for single objects only, under a path that takes any: such a path still leads somewhere.
    fn fill_gaps(&mut self) {
        for at in 0..self.shown {
            let operation = &self.operations[at];
            if operation.object.is_none() {
                continue;
            }
            let shape = shape::generic(&operation.shape);
            if let Some(known) = self.by_shape.get(&(operation.method, shape.clone())).copied() {
                if known >= self.shown {
                    let seen = for_all_objects(operation);
                    self.operations[known].seen.extend(seen);
                }
                continue;
            }
            let gap = Operation { object: None, shape, seen: for_all_objects(operation), ..operation.clone() };
            self.operations.push(gap);
            self.file(self.operations.len() - 1);
        }
    }

    /// The operation that `call` leads to, and the segments as the trie took them.
    pub(in crate::catalog) fn find(&self, objects: &Objects, call: &Call) -> Option<&Operation> {
        let mut segments: Vec<&str> = call.segments().iter().map(String::as_str).collect();
        let spelled =
            if shape::is_record_path(&segments) { shape::plural(objects, segments[OBJECT_PLACE]) } else { None };
        if let Some(plural) = spelled {
            segments[OBJECT_PLACE] = plural;
        }
        self.paths.find(call.method(), &segments).map(|at| &self.operations[at])
    }

    /// The operation with exactly this shape.
    pub(in crate::catalog) fn at_shape(&self, method: Method, shape: &[&'static str]) -> Option<&Operation> {
        self.by_shape.get(&(method, shape.to_vec())).map(|at| &self.operations[*at])
    }

    /// The entries that change what the specifications list for `operation` on `object`.
    pub(in crate::catalog) fn overrides_of<'a>(
        &'a self,
        operation: &'a Operation,
        object: Option<&'a str>,
    ) -> impl Iterator<Item = &'a Override> {
        self.overrides.iter().filter(move |entry| {
            entry.effect != Effect::Legacy
                && entry.methods.contains(&operation.method)
                && entry.only.is_none_or(|only| (only == Only::Reads) == operation.is_read())
                && entry.object.is_none_or(|wanted| object == Some(wanted))
                && fits(entry.path, &operation.shape)
        })
    }
}

/// The paths of `operation` that name no object.
fn for_all_objects(operation: &Operation) -> BTreeMap<&'static str, BTreeMap<&'static str, Vec<usize>>> {
    let named = |path: &str| shape::segments(path).get(OBJECT_PLACE) != Some(&"{objectType}");
    operation.seen.iter().filter(|(path, _)| !named(path)).map(|(path, versions)| (*path, versions.clone())).collect()
}

/// Gives operations the versions that are out by now and that the specifications have as betas.
fn release(overrides: &[Override], operations: &mut [Operation]) {
    for (entry, version) in overrides.iter().filter_map(|entry| Some((entry, entry.version?))) {
        let beta = |name: &str| name.strip_suffix("-beta") == Some(version);
        let is_meant = |operation: &&mut Operation| {
            entry.methods.contains(&operation.method) && fits(entry.path, &operation.shape)
        };
        for versions in operations.iter_mut().filter(is_meant).flat_map(|operation| operation.seen.values_mut()) {
            let listed = versions.iter().find(|(name, _)| beta(name)).map(|(_, places)| places.clone());
            if let Some(places) = listed {
                versions.entry(version).or_insert(places);
            }
        }
    }
}

fn legacy(overrides: &[Override]) -> Vec<Operation> {
    let entries = overrides.iter().enumerate().filter(|(_, entry)| entry.effect == Effect::Legacy);
    let operations = entries.flat_map(|(at, entry)| {
        entry.methods.iter().map(move |method| Operation {
            method: *method,
            path: entry.path,
            object: entry.object,
            api: "legacy",
            legacy: Some(at),
            reads: false,
            shape: pattern(entry.path),
            seen: BTreeMap::new(),
        })
    });
    operations.collect()
}

fn pattern(path: &'static str) -> Vec<&'static str> {
    shape::segments(path).into_iter().map(|part| if part.starts_with('{') { HOLE } else { part }).collect()
}

/// Whether `path` of an entry takes the shape: a hole any one segment, `**` any that follow, also none.
fn fits(path: &'static str, shape: &[&str]) -> bool {
    let pattern = pattern(path);
    let (head, open) = match pattern.split_last() {
        Some((last, head)) if *last == TAIL => (head, true),
        _ => (&pattern[..], false),
    };
    let length = if open { shape.len() >= head.len() } else { shape.len() == head.len() };
    length && head.iter().zip(shape).all(|(wanted, found)| *wanted == HOLE || wanted == found)
}
