//! What is given to a thing after it was made: `u.Path = …`, `url.pathname = …`, `request.Method = …`.

use std::rc::Rc;

use super::evaluator::Evaluator;
use super::texts::joined_paths;
use crate::scan::value::{FunctionRef, Value, Values, few};
use crate::scan::words;

/// How many such assignments of a function are looked at.
const MOST: usize = 400;

impl Evaluator<'_> {
    /// `found`, which `name` stands for at the byte `at`, with what its function gave to parts of it before.
    pub(super) fn with_assigned(&self, file: u32, function: u32, name: &str, at: u32, found: Vec<Value>) -> Vec<Value> {
        let form = self.program.form(file);
        let mut parts: Vec<(&str, u32)> = Vec::new();
        let mut place = function;
        loop {
            let here = form.function(place);
            for own in self.parts_given((file, place)).iter() {
                let assignment = &here.assignments[*own];
                if assignment.at >= at {
                    continue;
                }
                let part = assignment.name.strip_prefix(name).and_then(|rest| rest.strip_prefix('.'));
                parts.extend(part.filter(|part| says_target(part)).map(|part| (part, assignment.value)));
            }
            if place == 0 || !here.is_lambda {
                break;
            }
            place = here.parent;
        }
        if parts.is_empty() {
            return found;
        }
        let texts: Vec<Value> = found.iter().filter(|value| matches!(value, Value::Text(_))).cloned().collect();
        let path = parts.iter().rev().find(|(part, _)| is_path(part));
        if let (false, Some((_, value))) = (texts.is_empty(), path) {
            let path = self.got(&self.eval((file, *value)));
            return if path.is_empty() { found } else { joined_paths(&[few(texts), path]).to_vec() };
        }
        if found.iter().all(|value| matches!(value, Value::Instance(..) | Value::Map(_))) && !found.is_empty() {
            let whole: (Box<str>, Values) = ("...".into(), few(found));
            let own = parts.iter().map(|(part, value)| (Box::from(*part), self.eval((file, *value))));
            return vec![Value::Map(std::iter::once(whole).chain(own).collect())];
        }
        found
    }
}

impl Evaluator<'_> {
    /// The assignments of a function that say the target of something, worked out once.
    fn parts_given(&self, function: FunctionRef) -> Rc<[usize]> {
        if let Some(known) = self.parts_given.borrow().get(&function) {
            return Rc::clone(known);
        }
        let assignments = self.program.form(function.0).function(function.1).assignments.iter().enumerate();
        let own = assignments.filter(|(_, one)| one.name.rsplit_once('.').is_some_and(|(_, part)| says_target(part)));
        let found: Rc<[usize]> = own.map(|(place, _)| place).take(MOST).collect();
        self.parts_given.borrow_mut().insert(function, Rc::clone(&found));
        found
    }
}

fn is_path(part: &str) -> bool {
    matches!(words::fold(part).as_str(), "path" | "pathname" | "rawpath")
}

fn says_target(part: &str) -> bool {
    is_path(part) || matches!(words::fold(part).as_str(), "url" | "uri" | "method" | "endpoint" | "verb")
}
