//! Endpoints of RTK Query: a library calls what their `query` gives back, below the base URL of the API.
//!
//! Owns `builder.query({ query: … })` and `builder.mutation(…)` of a file; who uses their hooks does not matter.

use super::found::RawCall;
use super::method::of_value;
use super::path::{Host, Route};
use super::target::is_distinct;
use super::trace::Trace;
use crate::catalog::Method;
use crate::scan::evaluate::joined_paths;
use crate::scan::form::{Entry, Expr, Form, Id};
use crate::scan::value::{Piece, Value, Values};
use crate::scan::words::{self, Meaning};

/// Reports what every such endpoint calls.
pub(super) fn endpoints(trace: &mut Trace<'_>) {
    let program = trace.evaluator.program;
    for (file, source) in (0..).zip(&program.files) {
        let queries: Vec<Id> = source.form.nodes.iter().filter_map(|node| query(&source.form, &node.expr)).collect();
        if queries.is_empty() {
            continue;
        }
        let base = base_of(trace, file, &source.form);
        for query in queries {
            let given = trace.evaluator.eval((file, query));
            for value in trace.evaluator.got_with_any(&given).iter() {
                report(trace, file, source.speaks_of_hubspot, base.as_ref(), value);
            }
        }
    }
}

/// The `query` of an endpoint.
fn query(form: &Form, expr: &Expr) -> Option<Id> {
    let Expr::Call { callee, arguments, .. } = expr else { return None };
    let Expr::Member(_, name) = form.expr(*callee) else { return None };
    if !words::means(Meaning::QueryEndpoint, name) {
        return None;
    }
    let Expr::Map(entries) = form.expr(arguments.first()?.value) else { return None };
    entries.iter().find_map(|entry| match entry {
        Entry::Pair(key, value) if &**key == "query" => Some(*value),
        _ => None,
    })
}

/// What stands before every path: the base URL of the file's base query.
fn base_of(trace: &Trace<'_>, file: u32, form: &Form) -> Option<Value> {
    form.nodes.iter().find_map(|node| {
        let Expr::Call { callee, arguments, .. } = &node.expr else { return None };
        let (Expr::Name(name) | Expr::Member(_, name)) = form.expr(*callee) else { return None };
        let name = words::fold(name);
        if !words::all(Meaning::BaseQueryAtEnd).any(|ending| name.ends_with(ending)) {
            return None;
        }
        let options = trace.evaluator.eval((file, arguments.first()?.value));
        let base = options.iter().find_map(|options| options.get("baseUrl"))?;
        base.iter().find(|value| matches!(value, Value::Text(_))).cloned()
    })
}

fn report(trace: &mut Trace<'_>, file: u32, speaks: bool, base: Option<&Value>, value: &Value) {
    let target: Values = match value {
        Value::Text(_) => [value.clone()].into(),
        Value::Map(_) => value.get("url").unwrap_or_default(),
        _ => return,
    };
    let said = value.get("method").unwrap_or_default();
    let method = said.iter().find_map(of_value);
    for path in target.iter().filter(|path| matches!(path, Value::Text(_))) {
        let whole = match base {
            Some(base) => joined_paths(&[[base.clone()].into(), [path.clone()].into()]),
            None => [path.clone()].into(),
        };
        for text in whole.iter() {
            let pieces = text.pieces();
            let is_ours = |route: &Route| {
                route.host == Host::HubSpot || (route.host == Host::Open && (speaks || is_distinct(route)))
            };
            let fitted = Route::read(&pieces).filter(is_ours).and_then(|route| trace.known.fitted(&route));
            let (Some((route, _)), Some(at)) = (fitted, place(&path.pieces(), file)) else { continue };
            trace.cover(&pieces);
            trace.report(RawCall {
                file,
                at,
                method: method.unwrap_or(Method::Get),
                method_is_assumed: false,
                path: route.path(),
                via: "http",
                objects: Vec::new(),
            });
        }
    }
}

/// Where the first text of a path stands in the file.
fn place(pieces: &[Piece], file: u32) -> Option<u32> {
    pieces.iter().find_map(|piece| match piece {
        Piece::Literal { at, .. } if at.file == file => Some(at.start),
        _ => None,
    })
}
