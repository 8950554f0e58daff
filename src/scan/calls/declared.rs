//! Calls that are declared, not made: annotations of an interface, paths as fields of a class.

use super::found::RawCall;
use super::method::of_value;
use super::path::{Host, Route};
use super::trace::Trace;
use crate::catalog::Method;
use crate::scan::form::Argument;
use crate::scan::value::{Literal, Piece, Value};
use crate::scan::words::{self, Meaning};

/// `@GET("crm/v3/objects/contacts")`, `[Post("/oauth/v1/token")]`.
pub(super) fn annotations(trace: &mut Trace<'_>) {
    let program = trace.evaluator.program;
    for (file, source) in (0..).zip(&program.files).filter(|(_, source)| source.speaks_of_hubspot) {
        let mut bases: Vec<Vec<Piece>> = vec![Vec::new()];
        let texts = |arguments: &[Argument]| -> Vec<Value> {
            let is_path = |argument: &&Argument| {
                argument.name.as_deref().is_none_or(|name| words::means(Meaning::PathArgument, name))
            };
            arguments
                .iter()
                .filter(is_path)
                .flat_map(|argument| trace.evaluator.eval((file, argument.value)).to_vec())
                .collect()
        };
        if source.form.annotations.iter().any(|annotation| serves(&annotation.name)) {
            continue;
        }
        for annotation in &source.form.annotations {
            if words::means(Meaning::AnnotatesBase, &annotation.name) {
                bases.extend(
                    texts(&annotation.arguments)
                        .iter()
                        .filter(|text| matches!(text, Value::Text(_)))
                        .map(Value::pieces),
                );
            }
        }
        // What stands before a path is tried before the path alone.
        bases.rotate_left(1);
        let mut calls = Vec::new();
        let is_rest_client =
            source.form.annotations.iter().any(|one| words::means(Meaning::AnnotatesClient, &one.name));
        for annotation in &source.form.annotations {
            let said = annotation.arguments.iter().filter(|argument| argument.name.as_deref() == Some("method"));
            let said = said
                .flat_map(|argument| trace.evaluator.eval((file, argument.value)).to_vec())
                .find_map(|value| of_value(&value));
            let method = said.or_else(|| words::verb(&annotation.name)).filter(|_| !answers(&annotation.name));
            let all = texts(&annotation.arguments);
            let each = all.iter().filter_map(|text| match (method, text) {
                (Some(method), Value::Text(pieces)) => Some((method, pieces.to_vec())),
                (None, Value::Text(pieces)) => request_line(pieces),
                _ => None,
            });
            let beside = rest_method(&annotation.name).filter(|_| is_rest_client).and_then(|method| {
                // Without a path, it is that of the interface.
                let Some(path) = path_beside(&source.form.annotations, annotation) else {
                    return Some((method, Vec::new()));
                };
                let text = texts(&path.arguments).into_iter().next()?;
                Some((method, text.pieces()))
            });
            for (method, pieces) in each.chain(beside) {
                let fits = bases.iter().find_map(|base| {
                    let whole: Vec<Piece> =
                        base.iter().cloned().chain(slash(base)).chain(pieces.iter().cloned()).collect();
                    let route = Route::read(&whole).filter(|route| route.host != Host::Other)?;
                    trace.known.fitted(&route).map(|(route, _)| (route, whole))
                });
                // What HubSpot has no such path for is listed all the same: nobody else says it.
                let fits = fits.or_else(|| {
                    let whole = |base: &Vec<Piece>| -> Vec<Piece> {
                        base.iter().cloned().chain(slash(base)).chain(pieces.iter().cloned()).collect()
                    };
                    let mut all = bases.iter().map(whole).filter_map(|whole| Some((Route::read(&whole)?, whole)));
                    all.find(|(route, _)| {
                        let is_ours = route.host == Host::HubSpot && route.segments.len() > 1;
                        is_ours || (route.host == Host::Open && trace.known.begins(route))
                    })
                });
                if let Some((route, whole)) = fits {
                    let path = route.path();
                    calls.push((
                        RawCall {
                            file,
                            at: annotation.start,
                            method,
                            method_is_assumed: false,
                            path,
                            via: "http",
                            objects: Vec::new(),
                        },
                        whole,
                    ));
                }
            }
        }
        for (call, pieces) in calls {
            trace.cover(&pieces);
            trace.report(call);
        }
    }
}

/// JAX-RS: `@GET @Path("/{id}")` says the method alone.
fn rest_method(name: &str) -> Option<Method> {
    Method::from_word(name).filter(|_| name.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// How far a path may stand from the method of the same call.
const NEAR: u32 = 160;

/// The path that stands beside the method at `of`, and nearer to no other method.
fn path_beside<'a>(
    all: &'a [crate::scan::form::Annotation],
    of: &crate::scan::form::Annotation,
) -> Option<&'a crate::scan::form::Annotation> {
    let distance = |one: &crate::scan::form::Annotation, other: u32| one.start.abs_diff(other);
    let methods: Vec<u32> = all.iter().filter(|one| rest_method(&one.name).is_some()).map(|one| one.start).collect();
    all.iter()
        .filter(|one| words::means(Meaning::AnnotatesPath, &one.name) && distance(one, of.start) < NEAR)
        .filter(|one| methods.iter().all(|at| distance(one, *at) >= distance(one, of.start)))
        .min_by_key(|one| distance(one, of.start))
}

/// Feign: `@RequestLine("GET /crm/v3/owners")` says method and path in one text.
fn request_line(pieces: &[Piece]) -> Option<(Method, Vec<Piece>)> {
    let (Piece::Literal { text, at }, rest) = pieces.split_first()? else { return None };
    let (method, path) = text.split_once(' ')?;
    let method = Method::from_word(method).filter(|_| path.trim_start().starts_with(['/', '{', 'h']))?;
    let first = Piece::Literal { text: path.trim_start().into(), at: *at };
    Some((method, std::iter::once(first).chain(rest.iter().cloned()).collect()))
}

/// Whether a class with this annotation answers requests and makes none.
fn serves(name: &str) -> bool {
    words::means(Meaning::AnnotatesServer, name)
}

/// Whether a method with this annotation answers requests, as ASP.NET writes it.
fn answers(name: &str) -> bool {
    words::means(Meaning::AnnotatesAnswer, name)
}

fn slash(base: &[Piece]) -> Option<Piece> {
    let at = Literal { file: u32::MAX, start: 0, function: 0 };
    (!base.is_empty()).then(|| Piece::Literal { text: "/".into(), at })
}

/// Paths in fields, with the URL that the class has for all of them: what a framework calls on its own.
pub(super) fn fields(trace: &mut Trace<'_>) {
    let program = trace.evaluator.program;
    for (file, source) in (0..).zip(&program.files).filter(|(_, source)| source.speaks_of_hubspot) {
        for (at, class) in (0..).zip(&source.form.classes) {
            let paths: Vec<u32> =
                class.fields.iter().filter(|(name, _)| names_path(name)).map(|(_, value)| *value).collect();
            if paths.is_empty() {
                continue;
            }
            let bases: Vec<Value> = words::all(Meaning::BaseField)
                .flat_map(|name| trace.evaluator.asked((file, at), name).to_vec())
                .collect();
            for value in paths {
                for text in trace.evaluator.eval((file, value)).iter() {
                    one_field(trace, file, text, &bases);
                }
            }
        }
    }
}

fn names_path(name: &str) -> bool {
    let folded = words::fold(name);
    // `json_path` says where in an answer something is.
    let is_of_answer = folded.contains("json") && folded.ends_with("path");
    !is_of_answer && words::all(Meaning::PathAtEnd).any(|ending| folded.ends_with(ending))
}

fn one_field(trace: &mut Trace<'_>, file: u32, text: &Value, bases: &[Value]) {
    let Value::Text(pieces) = text else { return };
    let Some(Piece::Literal { at, .. }) = pieces.iter().find(|piece| matches!(piece, Piece::Literal { .. })) else {
        return;
    };
    if trace.covered.contains(&(at.file, at.start)) {
        return;
    }
    for base in bases {
        let base = base.pieces();
        let whole: Vec<Piece> = base.iter().cloned().chain(slash(&base)).chain(pieces.iter().cloned()).collect();
        let Some(route) = Route::read(&whole).filter(|route| route.host == Host::HubSpot) else { continue };
        let Some((route, methods)) = trace.known.fitted(&route) else { continue };
        let method =
            if methods.contains(&Method::Get) { Method::Get } else { methods.first().copied().unwrap_or(Method::Get) };
        let at = at.start;
        trace.cover(&whole);
        trace.report(RawCall {
            file,
            at,
            method,
            method_is_assumed: true,
            path: route.path(),
            via: "http",
            objects: Vec::new(),
        });
        return;
    }
}
