//! Nothing is dropped: texts that look like a path of HubSpot's API and were not accounted for.

use std::collections::HashSet;

use super::found::Unresolved;
use super::path::{Host, Route, is_version};
use super::target::is_distinct;
use super::trace::Trace;
use crate::scan::form::{Expr, Form, Id};
use crate::scan::value::{Literal, Piece, Value};
use crate::scan::words::{self, Meaning};

/// Lists every such text that is no comment, no message and no part of a call that was found.
pub(super) fn literals(trace: &mut Trace<'_>) {
    let program = trace.evaluator.program;
    let mut left = Vec::new();
    for (file, source) in (0..).zip(&program.files) {
        let talked = talked_about(&source.form);
        for (id, node) in (0..).zip(&source.form.nodes) {
            let Expr::Text(text) = &node.expr else { continue };
            if talked.contains(&id)
                || trace.covered.contains(&(file, node.start))
                || !text.contains('/')
                || text.len() > 400
            {
                continue;
            }
            let at = Literal { file, start: node.start, function: node.function };
            let pieces = [Piece::Literal { text: (&**text).into(), at }];
            let looks = |route: &Route| {
                is_plain(text)
                    && looks_like_one(trace, route)
                    && (source.speaks_of_hubspot || route.host == Host::HubSpot || is_distinct(route))
            };
            if let Some(route) = Route::read(&pieces).filter(looks) {
                let why = format!("{} is not seen to be called", route.path());
                left.push(Unresolved { file, at: node.start, why });
            }
        }
    }
    trace.found.unresolved.extend(left);
}

/// Lists every path that is put together from several texts, the last of which was not accounted for.
pub(super) fn joins(trace: &mut Trace<'_>) {
    let program = trace.evaluator.program;
    for (file, source) in (0..).zip(&program.files) {
        let talked = talked_about(&source.form);
        for (id, node) in (0..).zip(&source.form.nodes) {
            let Expr::Join(parts) = &node.expr else { continue };
            let own: Vec<u32> = parts
                .iter()
                .map(|part| source.form.node(*part))
                .filter(|part| matches!(&part.expr, Expr::Text(text) if text.contains('/') && is_plain(text)))
                .map(|part| part.start)
                .collect();
            let is_new = !own.is_empty() && own.iter().all(|start| !trace.covered.contains(&(file, *start)));
            if !is_new || talked.contains(&id) {
                continue;
            }
            let values = trace.evaluator.eval((file, id));
            let at_rest = values.iter().flat_map(|value| trace.evaluator.defaults(value).to_vec());
            let found = values.iter().cloned().chain(at_rest).find_map(|value| {
                let Value::Text(pieces) = &value else { return None };
                let route = Route::read(pieces)?;
                let is_ours = route.host == Host::HubSpot || (route.host == Host::Open && is_distinct(&route));
                let (route, _) = trace.known.fitted(&route).filter(|_| is_ours)?;
                Some(route.path())
            });
            if let Some(path) = found {
                trace.covered.extend(own.iter().map(|start| (file, *start)));
                let why = format!("{path} is not seen to be called");
                trace.found.unresolved.push(Unresolved { file, at: node.start, why });
            }
        }
    }
}

/// Lists every path that is handed over part by part (`to("crm", "v3", "objects")`) and was not accounted for.
pub(super) fn parts(trace: &mut Trace<'_>) {
    let program = trace.evaluator.program;
    for (file, source) in (0..).zip(&program.files) {
        for node in &source.form.nodes {
            let items: Vec<Id> = match &node.expr {
                Expr::Call { arguments, .. } => arguments.iter().map(|argument| argument.value).collect(),
                Expr::List(items) => items.clone(),
                _ => continue,
            };
            let text = |id: &Id| match source.form.expr(*id) {
                Expr::Text(text) => text.trim_matches('/').to_owned(),
                _ => "{}".to_owned(),
            };
            let texts: Vec<String> = items.iter().map(text).collect();
            let first = texts.windows(2).position(|pair| trace.known.is_family(&pair[0]) && is_version(&pair[1]));
            let Some(first) = first else { continue };
            let start = source.form.node(items[first]).start;
            let at = Literal { file, start, function: node.function };
            let whole = Piece::Literal { text: format!("/{}", texts[first..].join("/")).into(), at };
            let route = Route::read(&[whole]).filter(|route| trace.known.fitted(route).is_some());
            if let Some(route) = route.filter(|_| trace.covered.insert((file, start))) {
                let why = format!("{} is handed over in parts, and is not seen to be called", route.path());
                trace.found.unresolved.push(Unresolved { file, at: start, why });
            }
        }
    }
}

/// Lists where the address of HubSpot's API stands in a program of which nothing else was found: its paths come from
/// elsewhere, from files of data or from a server.
pub(super) fn hosts(trace: &mut Trace<'_>) {
    if !trace.found.calls.is_empty() || !trace.found.unresolved.is_empty() {
        return;
    }
    for (file, source) in (0..).zip(&trace.evaluator.program.files) {
        let talked = talked_about(&source.form);
        for (id, node) in (0..).zip(&source.form.nodes) {
            let Expr::Text(text) = &node.expr else { continue };
            if !text.starts_with("http") || talked.contains(&id) || !is_plain(text) {
                continue;
            }
            let at = Literal { file, start: node.start, function: node.function };
            let route = Route::read(&[Piece::Literal { text: (&**text).into(), at }]);
            if route.is_some_and(|route| route.host == Host::HubSpot && route.segments.is_empty()) {
                let why = "HubSpot's address stands here, and what is called below it is not seen".to_owned();
                trace.found.unresolved.push(Unresolved { file, at: node.start, why });
            }
        }
    }
}

fn is_plain(text: &str) -> bool {
    !text.trim().contains([' ', '\n', '<', ','])
}

fn looks_like_one(trace: &Trace<'_>, route: &Route) -> bool {
    let Some(first) = route.segments.first() else { return false };
    let has_version = route.segments.iter().take(3).any(|segment| is_version(&segment.text));
    match route.host {
        Host::HubSpot => route.segments.len() > 2 || trace.known.fitted(route).is_some(),
        Host::Open => {
            trace.known.is_family(&first.text) && has_version && route.segments.len() > 2
                || route.segments.len() > 2 && has_version && trace.known.fitted(route).is_some()
        }
        Host::Other => false,
    }
}

/// The name at the root of a chain.
fn root(form: &Form, id: Id) -> Option<&str> {
    let mut at = id;
    for _ in 0..24 {
        match form.expr(at) {
            Expr::Call { callee, .. } => at = *callee,
            Expr::Member(object, _) if matches!(form.expr(*object), Expr::Call { .. }) => at = *object,
            Expr::Name(name) | Expr::Member(_, name) => return Some(name),
            _ => return None,
        }
    }
    None
}

/// The expressions that are only talked about: handed to logs, errors, and the like.
fn talked_about(form: &Form) -> HashSet<Id> {
    let mut talked = HashSet::new();
    let mut open: Vec<Id> = Vec::new();
    for node in &form.nodes {
        let Expr::Call { callee, arguments, .. } = &node.expr else { continue };
        let (object, name) = match form.expr(*callee) {
            Expr::Member(object, name) => {
                let object = root(form, *object);
                (object, &**name)
            }
            Expr::Name(name) => (None, &**name),
            _ => continue,
        };
        let is_talk = words::talks(object, name) || words::means(Meaning::Serves, object.unwrap_or(name));
        if is_talk {
            open.extend(arguments.iter().map(|argument| argument.value));
        }
    }
    while let Some(id) = open.pop() {
        if !talked.insert(id) {
            continue;
        }
        match form.expr(id) {
            Expr::Join(parts) | Expr::List(parts) | Expr::Either(parts) => open.extend(parts),
            Expr::Call { arguments, .. } => open.extend(arguments.iter().map(|argument| argument.value)),
            _ => {}
        }
    }
    talked
}
