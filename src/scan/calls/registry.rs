//! Requests that stand in tables: a path and a method side by side, which something sends that cannot be followed.

use super::found::RawCall;
use super::path::{Host, Route};
use super::target::is_distinct;
use super::trace::Trace;
use crate::catalog::Method;
use crate::scan::form::{Entry, Expr, Form, Id};
use crate::scan::value::{FunctionRef, Piece, Value};
use crate::scan::words::{self, Meaning};

/// Reports every path beside a method that is not accounted for.
///
/// Which they are is settled before any is reported: several may take their path from one helper.
pub(super) fn requests(trace: &mut Trace<'_>) {
    let program = trace.evaluator.program;
    let mut found: Vec<(Vec<Piece>, RawCall)> = Vec::new();
    for (file, source) in (0..).zip(&program.files) {
        for node in &source.form.nodes {
            let Some((targets, methods)) = parts(&source.form, &node.expr) else { continue };
            if !methods.is_empty() && !targets.is_empty() {
                found.extend(request(trace, (file, node.function), &targets, &methods));
            }
        }
    }
    for (pieces, call) in found {
        trace.cover(&pieces);
        trace.report(call);
    }
}

/// What can be the path and what can be the method of a request.
fn parts(form: &Form, expr: &Expr) -> Option<(Vec<Id>, Vec<Id>)> {
    let named: Vec<(Option<&str>, Id)> = match expr {
        Expr::Map(entries) => {
            let pairs = entries.iter().filter_map(|entry| match entry {
                Entry::Pair(key, value) => Some((Some(&**key), *value)),
                Entry::Spread(_) => None,
            });
            pairs.collect()
        }
        Expr::List(items) if items.len() <= 6 => items.iter().map(|item| (None, *item)).collect(),
        Expr::Call { callee, arguments, makes } => {
            let is_own = match form.expr(*callee) {
                Expr::Name(name) | Expr::Member(_, name) => {
                    *makes || name.starts_with(char::is_uppercase) || &**name == "dict"
                }
                _ => false,
            };
            let arguments = arguments.iter().filter(|_| is_own);
            arguments.map(|argument| (argument.name.as_deref(), argument.value)).collect()
        }
        _ => return None,
    };
    if named.iter().any(|(name, _)| name.is_some_and(|name| words::means(Meaning::BesideAnswer, name))) {
        return None;
    }
    let is_target = |name: Option<&str>| name.is_none_or(words::names_target);
    let is_method = |name: Option<&str>| name.is_none_or(words::names_method);
    let of = |fits: &dyn Fn(Option<&str>) -> bool| {
        named.iter().filter(|(name, _)| fits(*name)).map(|(_, value)| *value).take(8).collect::<Vec<Id>>()
    };
    Some((of(&is_target), of(&is_method)))
}

/// The calls that a request in `function` stands for.
fn request(trace: &Trace<'_>, function: FunctionRef, targets: &[Id], methods: &[Id]) -> Vec<(Vec<Piece>, RawCall)> {
    let evaluator = trace.evaluator;
    let file = function.0;
    let speaks = evaluator.program.file(file).speaks_of_hubspot;
    let mut found = Vec::new();
    let methods: Vec<Method> = methods
        .iter()
        .flat_map(|id| evaluator.got_with_any(&evaluator.eval((file, *id))).to_vec())
        .filter_map(|value| super::method::of_value(&value))
        .collect();
    let [method] = methods.as_slice() else { return found };
    for target in targets {
        // A function that gives the path, and a lambda that gives such a function.
        let given = evaluator.got_with_any(&evaluator.got_with_any(&evaluator.eval((file, *target))));
        for value in given.iter() {
            let Value::Text(pieces) = value else { continue };
            let own = pieces.iter().find_map(|piece| match piece {
                Piece::Literal { text, at } if text.contains('/') && at.file != u32::MAX => Some(*at),
                _ => None,
            });
            let Some(at) = own.filter(|at| trace.is_left(*at, function)) else { continue };
            let Some((route, known)) = Route::read(pieces)
                .filter(|route| {
                    route.host == Host::HubSpot || (route.host == Host::Open && (speaks || is_distinct(route)))
                })
                .and_then(|route| trace.known.fitted(&route))
            else {
                continue;
            };
            if !known.contains(method) {
                continue;
            }
            let node = evaluator.program.form(file).node(*target);
            let is_here = at.file == file && (node.start..node.end).contains(&at.start);
            let at = if is_here { at.start } else { node.start };
            let call = RawCall {
                file,
                at,
                method: *method,
                method_is_assumed: false,
                path: route.path(),
                via: "http",
                objects: Vec::new(),
            };
            found.push((pieces.to_vec(), call));
        }
    }
    found
}
