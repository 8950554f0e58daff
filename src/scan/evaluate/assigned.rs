//! What is given to a thing after it was made: `u.Path = …`, `url.pathname = …`, `request.Method = …`.

use super::evaluator::Evaluator;
use super::texts::joined_paths;
use crate::scan::value::{Value, Values, few};
use crate::scan::words;

impl Evaluator<'_> {
    /// `found`, which `name` stands for at the byte `at`, with what its function gave to parts of it before.
    pub(super) fn with_assigned(&self, file: u32, function: u32, name: &str, at: u32, found: Vec<Value>) -> Vec<Value> {
        let form = self.program.form(file);
        let mut parts: Vec<(&str, u32)> = Vec::new();
        let mut place = function;
        loop {
            let here = form.function(place);
            for assignment in here.assignments.iter().filter(|assignment| assignment.at < at) {
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

fn is_path(part: &str) -> bool {
    matches!(words::fold(part).as_str(), "path" | "pathname" | "rawpath")
}

fn says_target(part: &str) -> bool {
    is_path(part) || matches!(words::fold(part).as_str(), "url" | "uri" | "method" | "endpoint" | "verb")
}
