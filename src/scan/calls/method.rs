//! Which method a call uses: by its name, its arguments, its options, its neighbours.

use super::sink::Sink;
use crate::catalog::Method;
use crate::scan::condition::Condition;
use crate::scan::evaluate::Evaluator;
use crate::scan::form::{Expr, Id};
use crate::scan::value::{Parameter, Piece, Site, Value};
use crate::scan::words::{self, Meaning, Meanings};

/// What is known of a method.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum MethodFound {
    /// These.
    Known(Vec<Method>),
    /// What a caller brings.
    Open(Parameter),
    /// Nothing says it.
    Silent,
}

/// The method that a value names.
pub(super) fn of_value(value: &Value) -> Option<Method> {
    match value {
        Value::Text(_) => Method::from_word(value.whole()?.trim()),
        Value::Outside(names, _) => {
            let last = words::fold(names.last()?);
            let bare = last.strip_prefix("method").unwrap_or(&last);
            let method = Method::from_word(bare)?;
            let before = names.len().checked_sub(2).map(|at| words::fold(&names[at])).unwrap_or_default();
            let is_said = bare.len() < last.len() || before.contains("method") || before.contains("http");
            is_said.then_some(method)
        }
        _ => None,
    }
}

/// The method of a sink.
pub(super) fn of_sink(
    evaluator: &Evaluator<'_>,
    sink: &Sink,
    names_of_chain: &[(String, Vec<Value>)],
    target: &[Piece],
) -> MethodFound {
    match told(evaluator, sink, names_of_chain, target) {
        MethodFound::Silent => said_beside(evaluator, sink.site, sink.function),
        found => found,
    }
}

/// Whether callers say the method of a sink. It is asked of every call of a program: what stands beside is not read for it.
pub(super) fn is_open(evaluator: &Evaluator<'_>, sink: &Sink) -> bool {
    matches!(told(evaluator, sink, &[], &[]), MethodFound::Open(_))
}

/// Whether a sink says its method, by its name or in what is handed to it.
pub(super) fn is_said(evaluator: &Evaluator<'_>, sink: &Sink) -> bool {
    matches!(told(evaluator, sink, &[], &[]), MethodFound::Known(_))
}

/// The method as the sink itself, its chain and the parameters of its function tell it.
///
/// Of a method and a path that exclude each other, for they belong to different turns of a loop, the method is not taken.
fn told(
    evaluator: &Evaluator<'_>,
    sink: &Sink,
    names_of_chain: &[(String, Vec<Value>)],
    target: &[Piece],
) -> MethodFound {
    let mut known: Vec<Method> = Vec::new();
    let mut open = None;
    let mut take = |value: &Value| match value {
        Value::Parameter(parameter) => open = open.take().or(Some(parameter.clone())),
        value if of_value(value).is_some() && !excludes(value, target) => {
            match value.conditions().find_map(Condition::parameter) {
                Some(parameter) => open = open.take().or(Some(parameter.clone())),
                None => known.extend(of_value(value)),
            }
        }
        _ => {}
    };
    for (name, values) in &sink.arguments {
        let is_method = name.as_deref().is_some_and(|name| words::means(Meaning::MethodKey, name));
        for value in values.iter() {
            if is_method {
                take(value);
            } else if let Value::Map(_) = value {
                for key in words::all(Meaning::MethodKey).filter(|key| *key != "type" || sink.name == "ajax") {
                    let said = value.get(key).unwrap_or_default();
                    // What a caller may bring goes before what stands here.
                    if let Some(Value::Parameter(parameter)) = said.first() {
                        return MethodFound::Open(parameter.clone());
                    }
                    said.iter().for_each(&mut take);
                }
            } else if name.is_none() && !matches!(value, Value::Parameter(_)) {
                take(value);
            }
        }
    }
    known.extend(set_in_lambda(evaluator, sink.site));
    if !known.is_empty() {
        known.dedup();
        return MethodFound::Known(known);
    }
    if let Some(method) = words::verb(&sink.name) {
        return MethodFound::Known(vec![method]);
    }
    for (name, values) in names_of_chain {
        let handed = values.iter().find_map(|value| match value {
            Value::Parameter(parameter) => Some(parameter.clone()),
            _ => None,
        });
        let folded = words::fold(name);
        let says_method = words::all(Meaning::MethodInName).any(|part| folded.contains(part));
        if let Some(parameter) = handed.filter(|_| says_method) {
            return MethodFound::Open(parameter);
        }
        if let Some(method) = values.iter().find_map(of_value).filter(|_| says_method) {
            return MethodFound::Known(vec![method]);
        }
        if let Some(method) = words::verb(name) {
            return MethodFound::Known(vec![method]);
        }
    }
    if let Some(parameter) = open {
        return MethodFound::Open(parameter);
    }
    // `request(method, path)`: a parameter that is not the target may be the method.
    let name = |parameter: &Parameter| {
        let of = evaluator.program.form(parameter.of.0).function(parameter.of.1);
        let own = of.parameters.get(usize::from(parameter.place)).map_or("", |own| &*own.name);
        words::fold(&parameter.name(own))
    };
    for (_, values) in &sink.arguments {
        for value in values.iter() {
            if let Value::Parameter(parameter) = value
                && is_method_name(&name(parameter))
            {
                return MethodFound::Open(parameter.clone());
            }
        }
    }
    parameter_beside(evaluator, sink.site, sink.function).map_or(MethodFound::Silent, MethodFound::Open)
}

/// Kotlin: the method that a lambda sets for the request that it is handed to: `request(url) { method = HttpMethod.Patch }`.
fn set_in_lambda(evaluator: &Evaluator<'_>, site: Site) -> Vec<Method> {
    let source = evaluator.program.file(site.0);
    if !source.language.semantics.lambdas_have_receivers {
        return Vec::new();
    }
    // `request(url) { … }` is a call of a call.
    let form = &source.form;
    let is_outer = |id: &u32| matches!(form.expr(*id), Expr::Call { callee, .. } if *callee == site.1);
    let here = evaluator.program.calls_in((site.0, form.node(site.1).function)).iter().copied();
    let lambdas = std::iter::once(site.1).chain(here.filter(is_outer)).flat_map(|id| evaluator.arguments((site.0, id)));
    let lambdas = lambdas.filter_map(|argument| match form.expr(argument.value) {
        Expr::Function(of) => Some(form.function(*of)),
        _ => None,
    });
    let own =
        lambdas.flat_map(|lambda| &lambda.assignments).filter(|own| matches!(&*own.name, "method" | "this.method"));
    own.flat_map(|own| evaluator.eval((site.0, own.value)).to_vec()).filter_map(|value| of_value(&value)).collect()
}

/// Whether what must hold for `value` excludes what must hold for the target.
fn excludes(value: &Value, target: &[Piece]) -> bool {
    let of_target = |piece: &Piece| match piece {
        Piece::When(condition) => value.conditions().any(|own| own.excludes(condition)),
        _ => false,
    };
    target.iter().any(of_target)
}

fn is_method_name(name: &str) -> bool {
    Meanings::of_folded(name).has(Meaning::MethodName)
}

/// A parameter called `method` of the function that the call stands in.
fn parameter_beside(evaluator: &Evaluator<'_>, site: Site, function: u32) -> Option<Parameter> {
    let own = evaluator.program.form(site.0).function(function);
    for (place, parameter) in (0..).zip(&own.parameters) {
        let value = Parameter { of: (site.0, function), place, path: [].into() };
        if is_method_name(&words::fold(&parameter.name)) {
            return Some(value);
        }
        if let Some((_, key, _)) = parameter.parts.iter().find(|(_, key, _)| is_method_name(&words::fold(key))) {
            return Some(value.parts(key));
        }
    }
    None
}

/// What stands beside the call in its function: `curl_setopt($ch, CURLOPT_CUSTOMREQUEST, "PATCH")`,
/// `connection.setRequestMethod("POST")`.
fn said_beside(evaluator: &Evaluator<'_>, site: Site, function: u32) -> MethodFound {
    let form = evaluator.program.form(site.0);
    let own = form.function(function);
    let here = form.node(site.1).start;
    let mut nearest: Option<(u32, Method)> = None;
    let mut offer = |at: u32, method: Method| {
        // What is said after the URL is about it; what is said long before is about another one.
        let distance = if at >= here { at - here } else { (here - at).saturating_mul(4) };
        if nearest.is_none_or(|(best, _)| distance < best) && distance < 6_000 {
            nearest = Some((distance, method));
        }
    };
    for (start, callee, arguments) in calls_of(evaluator, site.0, function) {
        let name = match form.expr(callee) {
            Expr::Name(name) | Expr::Member(_, name) => words::fold(name),
            _ => continue,
        };
        let meanings = Meanings::of_folded(&name);
        if meanings.has(Meaning::SetsCurlOption)
            || words::all(Meaning::SetsCurlOptionInName).any(|part| name.contains(part))
        {
            for argument in arguments {
                curl(evaluator, (site.0, argument), &mut |method| offer(start, method));
            }
        } else if meanings.has(Meaning::SetsMethod) {
            let values = arguments.iter().flat_map(|argument| evaluator.eval((site.0, *argument)).to_vec());
            values.filter_map(|value| of_value(&value)).for_each(|method| offer(start, method));
        }
    }
    for assignment in &own.assignments {
        let is_method = assignment.name.rsplit_once('.').is_some_and(|(_, last)| is_method_name(&words::fold(last)));
        if is_method {
            let values = evaluator.eval((site.0, assignment.value));
            values.iter().filter_map(of_value).for_each(|method| offer(assignment.at, method));
        }
    }
    nearest.map_or(MethodFound::Silent, |(_, method)| MethodFound::Known(vec![method]))
}

/// The calls of one function: first byte, callee, arguments.
fn calls_of<'a>(
    evaluator: &Evaluator<'a>,
    file: u32,
    function: u32,
) -> impl Iterator<Item = (u32, Id, Vec<Id>)> + use<'a> {
    let form = evaluator.program.form(file);
    let calls = evaluator.program.calls_in((file, function)).iter().map(move |id| form.node(*id));
    calls.filter_map(|node| match &node.expr {
        Expr::Call { callee, arguments, .. } => {
            Some((node.start, *callee, arguments.iter().map(|argument| argument.value).collect()))
        }
        _ => None,
    })
}

/// What an option of curl says: alone, or in a map of options.
fn curl(evaluator: &Evaluator<'_>, argument: Site, say: &mut dyn FnMut(Method)) {
    for value in evaluator.eval(argument).iter() {
        match value {
            Value::Outside(names, _) => {
                let name = names.last().map_or("", |name| &**name);
                if words::means(Meaning::CurlOptionOfPost, name) && names.len() == 1 {
                    say(Method::Post);
                }
            }
            Value::Text(_) => {
                if let Some(method) = of_value(value) {
                    say(method);
                }
            }
            Value::Map(entries) => {
                let custom: Vec<_> = words::all(Meaning::CurlOptionOfMethod).filter_map(|key| value.get(key)).collect();
                let custom = custom.iter().flat_map(|values| values.iter()).find_map(of_value);
                let posts = entries.iter().any(|(key, _)| words::means(Meaning::CurlOptionOfPost, key));
                match custom {
                    Some(method) => say(method),
                    None if posts => say(Method::Post),
                    None => {}
                }
            }
            _ => {}
        }
    }
}
