//! Texts and lists that grow call by call: `new StringBuilder(base).append(path)`, `sb.WriteString(path)`, `parts.push(id)`.
//!
//! Owns what was put into them, and where: what stands in one way of an `if` is there or not.

use super::evaluator::Evaluator;
use super::texts::format_of;
use crate::scan::form::{Argument, Arm, Expr, Form, Id};
use crate::scan::value::{Literal, Site, Value, Values, few, joined};
use crate::scan::words::{self, Meaning};

/// How many parts such a text may have.
const MOST: usize = 24;

/// How many items such a list may have.
const LONGEST_LIST: usize = 32;

/// How many calls of a function are looked through for them.
const MOST_CALLS: usize = 1_000;

/// Something that was put into a text or a list: where, and what.
type Put = (u32, Values);

impl Evaluator<'_> {
    /// The text that the builder `object` holds at the byte `at`; `None` where it is none.
    pub(in crate::scan) fn built(&self, object: Site, at: u32) -> Option<Values> {
        let (file, mut id) = object;
        let form = self.program.form(file);
        let mut parts: Vec<Values> = Vec::new();
        for _ in 0..MOST {
            let Expr::Call { callee, arguments, makes } = form.expr(id) else { break };
            match form.expr(*callee) {
                Expr::Member(inner, name) if appends(name) => {
                    parts.push(self.put_by(file, name, arguments)?);
                    id = *inner;
                }
                Expr::Name(name) | Expr::Member(_, name) if *makes || is_builder(name) => {
                    parts.extend(arguments.first().map(|first| self.eval((file, first.value))));
                    break;
                }
                _ => return None,
            }
        }
        if let Expr::Name(name) = form.expr(id) {
            let named = self.appended(file, form, id, name, at);
            if named.is_empty() && parts.is_empty() {
                return None;
            }
            let texts: Vec<Value> =
                self.eval((file, id)).iter().filter(|own| matches!(own, Value::Text(_))).cloned().collect();
            let is_url = !texts.is_empty();
            parts.extend(named.into_iter().rev());
            parts.extend(is_url.then(|| few(texts)));
        }
        let has_text = parts.iter().any(|values| values.iter().any(|value| matches!(value, Value::Text(_))));
        parts.reverse();
        has_text.then(|| joined(&parts))
    }

    /// What was put into the builder called `name`, in order.
    fn appended(&self, file: u32, form: &Form, id: Id, name: &str, at: u32) -> Vec<Values> {
        let function = form.node(id).function;
        let mut found: Vec<(u32, Put)> = Vec::new();
        for call in self.program.calls_in((file, function)).iter().take(MOST_CALLS) {
            let node = form.node(*call);
            let Expr::Call { callee, arguments, .. } = &node.expr else { continue };
            let Expr::Member(object, verb) = form.expr(*callee) else { continue };
            if node.end > at || found.len() >= MOST {
                continue;
            }
            let put = if appends(verb) && root(form, *object) == Some(name) {
                self.put_by(file, verb, arguments)
            } else if prints(verb) && arguments.first().is_some_and(|first| is_named(form, first.value, name)) {
                self.put_by(file, verb, &arguments[1..])
            } else {
                None
            };
            found.extend(put.map(|put| (node.end, (node.start, put))));
        }
        if found.is_empty() {
            return Vec::new();
        }
        let own = form.function(function).assignments.iter().rev().find(|own| &*own.name == name && own.at < at);
        // What is a URL from the start is asked for by its name.
        let is_text = self.eval((file, id)).iter().any(|value| matches!(value, Value::Text(_)));
        let own = own.filter(|_| !is_text);
        let first = own.and_then(|own| match form.expr(own.value) {
            Expr::Call { arguments, .. } => arguments.first().map(|first| self.eval((file, first.value))),
            _ => None,
        });
        found.sort_by_key(|(end, _)| *end);
        let puts: Vec<Put> = found.into_iter().map(|(_, put)| put).collect();
        let first = first.filter(|values| values.iter().any(|value| matches!(value, Value::Text(_))));
        let whole = form.function(function).span;
        first.into_iter().chain(grown(form, &puts, whole, at)).collect()
    }

    /// What a call of `verb` puts into a text.
    fn put_by(&self, file: u32, verb: &str, arguments: &[Argument]) -> Option<Values> {
        let values = || arguments.iter().take(8).map(|argument| self.got(&self.eval((file, argument.value))));
        if fills_format(verb) {
            return format_of(&Values::default(), &values().collect::<Vec<_>>(), arguments);
        }
        if adds_segments(verb) {
            let slash = Values::from([nothing_but("/")]);
            return Some(joined(&values().flat_map(|segment| [slash.clone(), segment]).collect::<Vec<_>>()));
        }
        values().next()
    }

    /// Lists among `found`, which `name` stands for at the byte `at`, with what its function put into them before.
    pub(super) fn with_put(&self, file: u32, function: u32, name: &str, at: u32, found: Vec<Value>) -> Vec<Value> {
        if !found.iter().any(|value| matches!(value, Value::List(_))) {
            return found;
        }
        let form = self.program.form(file);
        let whole = form.function(function).span;
        let puts = self.put_into_list(file, function, name, at);
        if puts.is_empty() {
            return found;
        }
        let is_sure = |put: &&Put| arm_of(form, put.0, whole, at).is_none();
        let items = |puts: Vec<&Put>| puts.into_iter().filter_map(|(_, put)| put.first().cloned()).collect::<Vec<_>>();
        let (sure, all) = (items(puts.iter().filter(is_sure).collect()), items(puts.iter().collect()));
        let with = |value: &Value, more: &[Value]| match value {
            Value::List(own) => Value::List(own.iter().chain(more).take(LONGEST_LIST).cloned().collect()),
            other => other.clone(),
        };
        few(found.iter().flat_map(|value| [with(value, &sure), with(value, &all)]).collect()).to_vec()
    }

    /// `parts.push(id)`, `parts.append(id)`, `$parts[] = $id`.
    fn put_into_list(&self, file: u32, function: u32, name: &str, at: u32) -> Vec<Put> {
        let form = self.program.form(file);
        let mut puts: Vec<Put> = Vec::new();
        for call in self.program.calls_in((file, function)).iter().take(MOST_CALLS) {
            let node = form.node(*call);
            let Expr::Call { callee, arguments, .. } = &node.expr else { continue };
            let Expr::Member(object, verb) = form.expr(*callee) else { continue };
            let fits = words::means(Meaning::PutsIntoList, verb) && is_named(form, *object, name);
            if fits && node.end <= at && puts.len() < MOST {
                puts.extend(arguments.iter().map(|argument| (node.start, self.eval((file, argument.value)))));
            }
        }
        let own = form.function(function).assignments.iter().filter(|own| own.at < at && own.name.ends_with("[]"));
        let own = own.filter(|own| own.name.strip_suffix("[]") == Some(name));
        puts.extend(own.map(|own| (own.at, self.eval((file, own.value)))));
        puts.sort_by_key(|(start, _)| *start);
        puts
    }
}

/// A text that stands in no file.
fn nothing_but(text: &str) -> Value {
    Value::literal(text, Literal { file: u32::MAX, start: 0, function: 0 })
}

/// What `puts` add to a text, in order; each `if` on the way is one part, which is one of its ways.
fn grown(form: &Form, puts: &[Put], within: (u32, u32), at: u32) -> Vec<Values> {
    let mut parts = Vec::new();
    let mut rest = puts;
    while let Some(((start, put), after)) = rest.split_first() {
        let Some(arm) = arm_of(form, *start, within, at) else {
            parts.push(put.clone());
            rest = after;
            continue;
        };
        let own = rest.iter().take_while(|(start, _)| holds(arm.of, *start)).count();
        let (inner, after) = rest.split_at(own);
        parts.push(one_way_of(form, inner, arm, at));
        rest = after;
    }
    parts
}

/// What the statement of `arm` adds: one of its ways, or nothing.
fn one_way_of(form: &Form, puts: &[Put], arm: Arm, at: u32) -> Values {
    let all = form.arms.iter().filter(|other| other.of == arm.of);
    let mut ways: Vec<Value> = Vec::new();
    for way in all {
        let own: Vec<Put> = puts.iter().filter(|(start, _)| holds(way.span, *start)).cloned().collect();
        if !own.is_empty() {
            ways.extend(joined(&grown(form, &own, way.span, at)).iter().cloned());
        }
    }
    if !arm.has_other || form.arms.iter().any(|other| other.of == arm.of && is_empty(puts, other.span)) {
        ways.push(nothing_but(""));
    }
    few(ways)
}

/// The outermost way of an `if` that `start` stands in and `at` does not.
pub(super) fn arm_of(form: &Form, start: u32, within: (u32, u32), at: u32) -> Option<Arm> {
    let is_inside = |arm: &&Arm| within.0 <= arm.of.0 && arm.of.1 <= within.1 && arm.span != within;
    let fits = |arm: &&Arm| holds(arm.span, start) && !holds(arm.span, at);
    form.arms.iter().filter(is_inside).filter(fits).min_by_key(|arm| arm.span.0).copied()
}

fn holds(span: (u32, u32), at: u32) -> bool {
    span.0 <= at && at < span.1
}

fn is_empty(puts: &[Put], span: (u32, u32)) -> bool {
    !puts.iter().any(|(start, _)| holds(span, *start))
}

fn is_named(form: &Form, id: Id, name: &str) -> bool {
    matches!(form.expr(id), Expr::Name(own) if &**own == name)
}

/// Whether a class with this name builds something.
fn is_builder(name: &str) -> bool {
    let name = words::fold(name);
    words::all(Meaning::BuilderInName).any(|part| name.contains(part))
}

fn appends(name: &str) -> bool {
    words::means(Meaning::AppendsText, name) || adds_segments(name)
}

/// Whether a slash stands before what a function with this name adds.
fn adds_segments(name: &str) -> bool {
    words::means(Meaning::AddsSegments, name)
}

/// Go: `fmt.Fprintf(&b, "/%s", id)` puts something into its first argument.
fn prints(name: &str) -> bool {
    words::means(Meaning::PrintsInto, name)
}

fn fills_format(name: &str) -> bool {
    words::means(Meaning::AppendsFormat, name)
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
