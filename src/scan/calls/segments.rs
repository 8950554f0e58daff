//! Places of a path that are filled by name beside it: `.AddUrlSegment("type", "deals")`, `.SetPathParam("type", "deals")`.
//!
//! Owns which calls do so for which request: those on its chain, and those on the variable that holds it.

use super::trace::Trace;
use crate::scan::form::{Argument, Expr, Form, Id};
use crate::scan::value::{Site, Value, Values};
use crate::scan::words::{self, Meaning};

/// How long a chain is read.
const LONGEST: usize = 24;

impl Trace<'_> {
    /// The places that are filled by name for the request that is made at `site`.
    pub(super) fn segments_for(&self, site: Site, function: u32) -> Vec<(String, Values)> {
        let form = self.evaluator.program.form(site.0);
        let below = chain(form, site.1);
        let names = holders(form, function, site.1);
        let mut found = Vec::new();
        for call in self.evaluator.program.calls_in((site.0, function)) {
            let Expr::Call { callee, arguments, .. } = form.expr(*call) else { continue };
            let Expr::Member(_, verb) = form.expr(*callee) else { continue };
            if !fills(verb) {
                continue;
            }
            let own = chain(form, *call);
            let is_held = || matches!(own.last().map(|root| form.expr(*root)), Some(Expr::Name(name)) if names.contains(&&**name));
            if below.contains(call) || own.contains(&site.1) || is_held() {
                found.extend(self.filled_by(site.0, verb, arguments));
            }
        }
        found
    }

    fn filled_by(&self, file: u32, verb: &str, arguments: &[Argument]) -> Vec<(String, Values)> {
        let value = |argument: &Argument| self.evaluator.got(&self.evaluator.eval((file, argument.value)));
        match arguments {
            [name, filling, rest @ ..] if is_for_path(verb) || rest.iter().any(|of| self.says_segment(file, of)) => {
                let name = value(name).iter().find_map(Value::whole);
                name.map(|name| (name, value(filling))).into_iter().collect()
            }
            [only] => self.filled_by_one(file, only),
            _ => Vec::new(),
        }
    }

    /// A map of places, or `new UrlSegmentParameter("type", "deals")`.
    fn filled_by_one(&self, file: u32, only: &Argument) -> Vec<(String, Values)> {
        let form = self.evaluator.program.form(file);
        if let Expr::Call { callee, arguments, makes: true } = form.expr(only.value)
            && matches!(form.expr(*callee), Expr::Name(name) if words::means(Meaning::PlaceObject, name))
        {
            return self.filled_by(file, "AddUrlSegment", arguments);
        }
        let values = self.evaluator.eval((file, only.value));
        let Some(Value::Map(entries)) = values.first() else { return Vec::new() };
        entries.iter().map(|(name, values)| (name.to_string(), values.clone())).collect()
    }

    /// `ParameterType.UrlSegment`
    fn says_segment(&self, file: u32, argument: &Argument) -> bool {
        let says = |value: &Value| matches!(value, Value::Outside(names, _) if names.last().is_some_and(|last| words::means(Meaning::SaysPlace, last)));
        self.evaluator.eval((file, argument.value)).iter().any(says)
    }

    /// What sends the request that is made at `site`, by its name: `client.DeleteAsync(request)`.
    pub(super) fn senders_of(&self, site: Site, function: u32) -> Vec<String> {
        let form = self.evaluator.program.form(site.0);
        let names = holders(form, function, site.1);
        let is_it = |argument: &Argument| {
            let own = chain(form, argument.value);
            own.contains(&site.1)
                || matches!(own.last().map(|root| form.expr(*root)), Some(Expr::Name(name)) if names.contains(&&**name))
        };
        let calls = self.evaluator.program.calls_in((site.0, function)).iter();
        let senders = calls.filter_map(|call| match form.expr(*call) {
            Expr::Call { callee, arguments, .. } if arguments.iter().any(is_it) => match form.expr(*callee) {
                Expr::Member(_, name) => Some(name.to_string()),
                _ => None,
            },
            _ => None,
        });
        senders.collect()
    }
}

/// The expression and all that it is called on, down to the first.
fn chain(form: &Form, id: Id) -> Vec<Id> {
    let mut all = vec![id];
    while let (Some(last), true) = (all.last(), all.len() < LONGEST) {
        match form.expr(*last) {
            Expr::Call { callee: next, .. } | Expr::Member(next, _) => all.push(*next),
            _ => break,
        }
    }
    all
}

/// The names that the request made at `made` is given to.
fn holders(form: &Form, function: u32, made: Id) -> Vec<&str> {
    let own = form.function(function).assignments.iter();
    own.filter(|own| chain(form, own.value).contains(&made)).map(|own| &*own.name).collect()
}

fn fills(verb: &str) -> bool {
    is_for_path(verb) || words::means(Meaning::AddsParameter, verb)
}

fn is_for_path(verb: &str) -> bool {
    words::means(Meaning::FillsPlace, verb)
}
