//! What is given to a thing after it was made: `u.Path = …`, `url.pathname = …`, `request.Method = …`.

use std::collections::HashMap;
use std::rc::Rc;

use super::builders::arm_of;
use super::evaluator::Evaluator;
use super::members::host_of;
use super::names::Places;
use super::texts::joined_paths;
use crate::scan::form::Id;
use crate::scan::value::{FunctionRef, Value, Values, few};
use crate::scan::words::{self, Meaning, Meanings};

/// Something given to a part of a thing: which part, what, where.
struct Given<'a> {
    part: &'a str,
    value: Id,
    at: u32,
}

impl Evaluator<'_> {
    /// `found`, which `name` stands for at the byte `at`, with what its function gave to parts of it before.
    pub(super) fn with_assigned(&self, file: u32, function: u32, name: &str, at: u32, found: Vec<Value>) -> Vec<Value> {
        let given = self.given_before(file, function, name, at);
        if given.is_empty() {
            return found;
        }
        let form = self.program.form(file);
        let whole = form.function(function).span;
        let may_be = |one: &Given<'_>| arm_of(form, one.at, whole, at).is_some();
        let texts: Vec<Value> = found.iter().filter(|value| matches!(value, Value::Text(_))).cloned().collect();
        let path = given.iter().rev().find(|one| is_path(one.part));
        if let (false, Some(one)) = (texts.is_empty(), path) {
            let path = self.got(&self.eval((file, one.value)));
            if path.is_empty() {
                return found;
            }
            let hosts = few(texts.iter().map(host_of).collect());
            let kept = found.into_iter().filter(|_| may_be(one));
            return joined_paths(&[hosts, path]).iter().cloned().chain(kept).collect();
        }
        if found.is_empty() || !found.iter().all(|value| takes_parts(value, name)) {
            return found;
        }
        let mut entries: Vec<(Box<str>, Values)> = vec![("...".into(), few(found.clone()))];
        for one in &given {
            if entries.iter().any(|(part, _)| **part == *one.part) {
                continue;
            }
            let own: Vec<&Given<'_>> = given.iter().rev().filter(|other| other.part == one.part).collect();
            let last = own.iter().position(|other| !may_be(other));
            let valid = &own[..last.map_or(own.len(), |last| last + 1)];
            let mut values: Vec<Value> =
                valid.iter().flat_map(|other| self.eval((file, other.value)).to_vec()).collect();
            if last.is_none() {
                let before = found.iter().flat_map(|value| self.member(file, value, one.part).to_vec());
                values.extend(before.filter(|value| !matches!(value, Value::Outside(..))));
            }
            entries.push((one.part.into(), few(values)));
        }
        vec![Value::Map(entries.into())]
    }

    /// What the function of a name gave to parts of it that say what is called, in order.
    fn given_before<'a>(&'a self, file: u32, function: u32, name: &str, at: u32) -> Vec<Given<'a>> {
        let form = self.program.form(file);
        let mut all: Vec<Given<'a>> = Vec::new();
        let mut place = function;
        loop {
            let here = form.function(place);
            for own in self.parts_given((file, place)).get(name).into_iter().flatten() {
                let one = &here.assignments[*own];
                // In `u.Path = u.Path + "/batch"`, what is put together speaks of what was there before.
                if one.at >= at || (one.at..form.node(one.value).end).contains(&at) {
                    continue;
                }
                let part = one.name.strip_prefix(name).and_then(|rest| rest.strip_prefix('.'));
                let part = part.filter(|part| says_target(part));
                all.extend(part.map(|part| Given { part, value: one.value, at: one.at }));
            }
            if place == 0 || !here.is_lambda {
                break;
            }
            place = here.parent;
        }
        all.sort_by_key(|one| one.at);
        all
    }
}

/// Whether parts that are given to a value are kept: an object of the project, a map, something of a library.
fn takes_parts(value: &Value, name: &str) -> bool {
    match value {
        Value::Instance(..) | Value::Map(_) => true,
        // Made by a library, or declared and not made: `var opts Options`.
        Value::Outside(names, _) => {
            matches!(&**names, [only] if **only == *name || is_request(only))
        }
        _ => false,
    }
}

impl<'a> Evaluator<'a> {
    /// The assignments of a function that say the target of something, by what it is, worked out once.
    fn parts_given(&self, function: FunctionRef) -> Places<'a> {
        if let Some(known) = self.parts_given.borrow().get(&function) {
            return Rc::clone(known);
        }
        let mut found: HashMap<&'a str, Vec<usize>> = HashMap::new();
        for (place, one) in self.program.form(function.0).function(function.1).assignments.iter().enumerate() {
            if let Some((of, _)) = one.name.rsplit_once('.').filter(|(_, part)| says_target(part)) {
                found.entry(of).or_default().push(place);
            }
        }
        let found = Rc::new(found);
        self.parts_given.borrow_mut().insert(function, Rc::clone(&found));
        found
    }
}

/// Whether a class with this name is what a library calls a request, or its options.
fn is_request(class: &str) -> bool {
    let ends = |meaning| words::all(meaning).any(|ending| class.ends_with(ending));
    ends(Meaning::RequestAtEnd) || ends(Meaning::OptionsAtEnd)
}

fn is_path(part: &str) -> bool {
    words::means(Meaning::PathPart, part)
}

fn says_target(part: &str) -> bool {
    let meanings = Meanings::of_folded(&words::fold(part));
    meanings.has(Meaning::PathPart) || meanings.has(Meaning::TargetPart)
}
