//! Requests that are classes: a method in a field, a path that a function gives, and a framework that sends objects of them.
//!
//! Owns PHP's Saloon and what is written like it. A class whose path something else was seen to send is left alone.

use super::found::RawCall;
use super::method::of_value;
use super::path::{Host, Route};
use super::target::is_distinct;
use super::trace::Trace;
use crate::catalog::Method;
use crate::scan::value::{ClassRef, Literal, Piece, Value};
use crate::scan::words::{self, Meaning};

/// Lists the call of each class that is a request.
pub(super) fn classes(trace: &mut Trace<'_>) {
    let program = trace.evaluator.program;
    for (file, source) in (0..).zip(&program.files) {
        for (at, own) in (0..).zip(&source.form.classes) {
            if own.fields.iter().any(|(name, _)| is_method(name)) {
                one_class(trace, (file, at), source.speaks_of_hubspot);
            }
        }
    }
}

fn is_method(name: &str) -> bool {
    words::means(Meaning::MethodField, name)
}

fn one_class(trace: &mut Trace<'_>, class: ClassRef, speaks: bool) {
    let said = trace.evaluator.asked(class, "method");
    let Some(method) = said.iter().find_map(of_value) else { return };
    let mut paths = words::all(Meaning::PathOfRequest).map(|name| trace.evaluator.asked(class, name));
    let Some(paths) = paths.find(|paths| !paths.is_empty()) else { return };
    for path in paths.iter().flat_map(|path| trace.evaluator.as_of(class, path).to_vec()) {
        one_path(trace, method, &path, speaks);
    }
}

fn one_path(trace: &mut Trace<'_>, method: Method, path: &Value, speaks: bool) {
    let Value::Text(pieces) = path else { return };
    let Some(place) = pieces.iter().find_map(written) else { return };
    let Some(route) = Route::read(pieces).filter(|route| route.host != Host::Other) else { return };
    let Some((route, _)) = trace.known.fitted(&route) else { return };
    // Heirs share the text of their parent: each of them is a call of its own.
    if !(speaks || route.host == Host::HubSpot || is_distinct(&route)) {
        return;
    }
    let path = route.path();
    let is_known =
        |call: &RawCall| (call.file, call.at, call.method, &call.path) == (place.file, place.start, method, &path);
    if trace.found.calls.iter().any(is_known) {
        return;
    }
    trace.cover(pieces);
    trace.report(RawCall {
        file: place.file,
        at: place.start,
        method,
        method_is_assumed: false,
        path,
        via: "http",
        objects: Vec::new(),
    });
}

fn written(piece: &Piece) -> Option<Literal> {
    match piece {
        Piece::Literal { at, .. } if at.file != u32::MAX => Some(*at),
        _ => None,
    }
}
