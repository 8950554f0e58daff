//! Which of several functions of one name a call means.
//!
//! Owns the choice by what is handed in, in languages that have it. Where nothing fits, all of them stay.

use super::evaluator::Evaluator;
use crate::scan::form::{Expr, Function};
use crate::scan::value::{Site, Value, Values};
use crate::scan::words::{self, Meaning};

impl Evaluator<'_> {
    /// Those of `callees` that the call at `site` can mean.
    pub(in crate::scan) fn meant(&self, callees: &Values, site: Site) -> Values {
        let is_function = |value: &&Value| matches!(value, Value::Function(..));
        if !self.program.file(site.0).language.semantics.has_overloads || callees.iter().filter(is_function).count() < 2
        {
            return callees.clone();
        }
        let is_generic = self.program.form(site.0).generic_calls.binary_search(&site.1).is_ok();
        let of = |value: &Value| match value {
            Value::Function(of, _) => Some(self.program.form(of.0).function(of.1)),
            _ => None,
        };
        let steps: [&dyn Fn(&Function) -> bool; 4] = [
            &|function| {
                let is_rest = function.parameters.iter().any(|one| one.is_rest);
                self.takes(function, site) && !is_rest && self.fits_types(function, site)
            },
            &|function| self.takes(function, site) && !function.parameters.iter().any(|one| one.is_rest),
            &|function| self.takes(function, site),
            &|_| true,
        ];
        for fits in steps {
            let mut kept: Vec<Value> = callees.iter().filter(|value| of(value).is_none_or(fits)).cloned().collect();
            if kept.iter().any(|value| of(value).is_some()) {
                if kept.iter().any(|value| of(value).is_some_and(|function| function.is_generic == is_generic)) {
                    kept.retain(|value| of(value).is_none_or(|function| function.is_generic == is_generic));
                }
                return kept.into();
            }
        }
        callees.clone()
    }

    /// Whether nothing that the call at `site` hands over is of another type than the function wants.
    fn fits_types(&self, function: &Function, site: Site) -> bool {
        let arguments = self.arguments(site).iter().filter(|argument| argument.name.is_none());
        arguments.zip(&function.parameters).all(|(argument, wanted)| {
            let given = self.type_of((site.0, argument.value));
            match (given, wanted.of_type.as_deref()) {
                (Some(given), Some(wanted)) => given == wanted || self.is_a(site.0, given, wanted),
                _ => true,
            }
        })
    }

    /// The name of the type of a parameter, or of an object that is made here.
    fn type_of(&self, (file, id): Site) -> Option<&str> {
        let form = self.program.form(file);
        match form.expr(id) {
            Expr::Name(name) => {
                let here = form.function(form.node(id).function);
                here.parameters.iter().find(|one| one.name == *name)?.of_type.as_deref()
            }
            Expr::Text(_) | Expr::Join(_) => Some("string"),
            Expr::Call { callee, makes: true, .. } => match form.expr(*callee) {
                Expr::Name(name) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a type extends another one, as far as the project says; types from outside may be anything.
    fn is_a(&self, file: u32, given: &str, wanted: &str) -> bool {
        let mut open = vec![given.to_owned()];
        let mut seen = 0;
        while let Some(name) = open.pop() {
            let classes = self.program.classes_named(file, &name);
            seen += 1;
            if name == wanted || (classes.is_empty() && !is_plain(&name)) || seen > 32 {
                return true;
            }
            let supers = classes.iter().flat_map(|class| &self.program.form(class.0).classes[class.1 as usize].supers);
            open.extend(supers.map(ToString::to_string));
        }
        false
    }

    /// Whether the function can be handed what the call at `site` hands over.
    fn takes(&self, function: &Function, site: Site) -> bool {
        let arguments = self.arguments(site);
        let form = self.program.form(site.0);
        let is_on_object = matches!(form.expr(site.1), Expr::Call { callee, .. }
            if matches!(form.expr(*callee), Expr::Member(..)));
        let own = function.parameters.get(usize::from(function.is_extension && is_on_object)..).unwrap_or_default();
        let needed = own.iter().filter(|one| one.default.is_none() && !one.is_rest).count();
        let has_rest = own.iter().any(|one| one.is_rest);
        let are_named = arguments.iter().filter_map(|argument| argument.name.as_ref());
        needed <= arguments.len()
            && (has_rest || arguments.len() <= own.len())
            && are_named.into_iter().all(|name| own.iter().any(|one| one.name == *name))
    }
}

/// Types that every program knows.
fn is_plain(name: &str) -> bool {
    words::means(Meaning::PlainType, name)
}
