//! Texts that grow call by call: `new StringBuilder(base).append(path)`, `sb.WriteString(path)`.

use super::evaluator::Evaluator;
use crate::scan::form::{Expr, Form, Id};
use crate::scan::value::{Site, Value, Values, joined};
use crate::scan::words;

/// How many parts such a text may have.
const MOST: usize = 24;

/// How many calls of a function are looked through for them.
const MOST_CALLS: usize = 1_000;

impl Evaluator<'_> {
    /// The text that the builder `object` holds at the byte `at`; `None` where it is none.
    pub(super) fn built(&self, object: Site, at: u32) -> Option<Values> {
        let (file, mut id) = object;
        let form = self.program.form(file);
        let mut parts: Vec<Values> = Vec::new();
        for _ in 0..MOST {
            let Expr::Call { callee, arguments, makes } = form.expr(id) else { break };
            match form.expr(*callee) {
                Expr::Member(inner, name) if appends(name) => {
                    parts.push(self.eval((file, arguments.first()?.value)));
                    id = *inner;
                }
                Expr::Name(name) | Expr::Member(_, name) if *makes || words::fold(name).contains("builder") => {
                    parts.extend(arguments.first().map(|first| self.eval((file, first.value))));
                    break;
                }
                _ => return None,
            }
        }
        if let Expr::Name(name) = form.expr(id) {
            let named = self.appended(file, form, id, name, at);
            parts.extend(named.into_iter().rev());
        }
        let has_text = parts.iter().any(|values| values.iter().any(|value| matches!(value, Value::Text(_))));
        parts.reverse();
        has_text.then(|| joined(&parts))
    }

    /// What was put into the builder called `name`, in order.
    fn appended(&self, file: u32, form: &Form, id: Id, name: &str, at: u32) -> Vec<Values> {
        let function = form.node(id).function;
        let mut found: Vec<(u32, Values)> = Vec::new();
        for call in self.program.calls_in((file, function)).iter().take(MOST_CALLS) {
            let node = form.node(*call);
            let Expr::Call { callee, arguments, .. } = &node.expr else { continue };
            let Expr::Member(object, verb) = form.expr(*callee) else { continue };
            if node.end <= at && found.len() < MOST && appends(verb) && root(form, *object) == Some(name) {
                found.extend(arguments.first().map(|first| (node.end, self.eval((file, first.value)))));
            }
        }
        if found.is_empty() {
            return Vec::new();
        }
        let own = form.function(function).assignments.iter().rev().find(|own| &*own.name == name && own.at < at);
        let first = own.and_then(|own| match form.expr(own.value) {
            Expr::Call { arguments, .. } => arguments.first().map(|first| self.eval((file, first.value))),
            _ => None,
        });
        found.sort_by_key(|(end, _)| *end);
        let first = first.filter(|values| values.iter().any(|value| matches!(value, Value::Text(_))));
        first.into_iter().chain(found.into_iter().map(|(_, values)| values)).collect()
    }
}

fn appends(name: &str) -> bool {
    matches!(words::fold(name).as_str(), "append" | "writestring" | "appendpath")
}

/// The name that a chain of appending calls begins with.
fn root(form: &Form, id: Id) -> Option<&str> {
    let mut at = id;
    for _ in 0..MOST {
        match form.expr(at) {
            Expr::Call { callee, .. } => match form.expr(*callee) {
                Expr::Member(object, name) if appends(name) => at = *object,
                _ => return None,
            },
            Expr::Name(name) => return Some(name),
            _ => return None,
        }
    }
    None
}
