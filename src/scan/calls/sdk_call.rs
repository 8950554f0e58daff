//! A chain of names that is a call of an SDK, with the object types that are handed to it.

use super::found::{RawCall, Unresolved};
use super::sink::Sink;
use super::trace::{Trace, Turned};
use crate::scan::form::Expr;
use crate::scan::sdk::{self, Chain};
use crate::scan::value::{Value, Values};
use crate::scan::words;

impl Trace<'_> {
    pub(super) fn turn_sdk(&mut self, sink: &Sink, last: bool) -> Turned {
        let source = self.evaluator.program.file(sink.site.0);
        let near = source.speaks_of_hubspot || self.speaks(sink);
        let (names, parameter) = match &sink.callee {
            Value::Outside(names, _) => (names.to_vec(), None),
            Value::Parameter(parameter) => {
                let of = self.evaluator.program.form(parameter.of.0).function(parameter.of.1);
                let own = of.parameters.get(usize::from(parameter.place)).map_or("", |own| &*own.name);
                let names = std::iter::once(Box::from(own)).chain(parameter.path.iter().cloned()).collect();
                (names, Some(parameter))
            }
            _ => return Turned::Nothing,
        };
        let call = match sdk::chain(&names, near, source.uses_unofficial) {
            Chain::Call(call) => call,
            Chain::LooksLikeOne if parameter.is_none() || last => {
                let why = format!("{} looks like a call of an SDK, and is not one that is known", names.join("."));
                let (file, at) = self.sdk_place(sink);
                self.found.unresolved.push(Unresolved { file, at, why });
                return Turned::Done;
            }
            _ => {
                let open = parameter.filter(|parameter| {
                    !last
                        && near
                        && parameter.path.last().is_some_and(|name| sdk::is_operation(name))
                        && sink.targets().is_empty()
                });
                return open.map_or(Turned::Nothing, |parameter| Turned::Open(parameter.of));
            }
        };
        let mut open = None;
        let mut texts: Vec<String> = vec![String::new()];
        for part in call.path.split('/').skip(1) {
            let Some(hole) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) else {
                for text in &mut texts {
                    text.push('/');
                    text.push_str(part);
                }
                continue;
            };
            let values = if is_type_hole(hole) {
                sdk_argument(sink, &names, hole, call.place_of(hole))
            } else {
                Values::default()
            };
            let mut ways: Vec<String> = Vec::new();
            let mut is_open = values.is_empty();
            for value in values.iter() {
                match value {
                    Value::Parameter(parameter) => {
                        open = open.or(Some(parameter.of));
                        is_open = true;
                    }
                    value => match value.whole() {
                        Some(way) => ways.push(way),
                        None => is_open = true,
                    },
                }
            }
            if is_open {
                ways.push(format!("{{{hole}}}"));
            }
            texts =
                texts.iter().flat_map(|text| ways.iter().map(move |way| format!("{text}/{way}"))).take(24).collect();
        }
        if let Some(of) = open.or_else(|| self.asked_ahead(sink, &[])).filter(|_| !last) {
            return Turned::Open(of);
        }
        let (file, at) = self.sdk_place(sink);
        for path in texts {
            self.report(RawCall {
                file,
                at,
                method: call.method,
                method_is_assumed: false,
                path,
                via: call.sdk,
                objects: Vec::new(),
            });
        }
        Turned::Done
    }

    fn sdk_place(&self, sink: &Sink) -> (u32, u32) {
        let (file, id) = sink.site;
        let form = self.evaluator.program.form(file);
        let node = form.node(id);
        // The last name of a long chain, not its beginning some lines before.
        let at = match &node.expr {
            Expr::Call { callee, .. } => match form.expr(*callee) {
                Expr::Member(object, _) => form.node(*object).start,
                _ => node.start,
            },
            _ => node.start,
        };
        (file, at)
    }
}

fn is_type_hole(hole: &str) -> bool {
    hole.to_ascii_lowercase().contains("objecttype")
}

fn sdk_argument(sink: &Sink, names: &[Box<str>], hole: &str, place: Option<usize>) -> Values {
    let wanted = words::fold(hole);
    if let Some((_, values)) =
        sink.arguments.iter().find(|(name, _)| name.as_deref().is_some_and(|name| words::fold(name) == wanted))
    {
        return values.clone();
    }
    // `crm[type].basicApi`: the name itself is the object, where it is known.
    if names.iter().any(|name| name.starts_with('{')) {
        return Values::default();
    }
    for (_, values) in &sink.arguments {
        for value in values.iter() {
            if let Value::Map(entries) = value
                && let Some((_, found)) = entries.iter().find(|(key, _)| words::fold(key) == wanted)
            {
                return found.clone();
            }
        }
    }
    let positional = sink.arguments.iter().filter(|(name, _)| name.is_none());
    place.and_then(|place| positional.map(|(_, values)| values.clone()).nth(place)).unwrap_or_default()
}
