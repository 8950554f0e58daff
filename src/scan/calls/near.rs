//! Files that belong to what speaks of HubSpot though they never name it: what such a file imports, or makes objects of.
//!
//! Owns which they are. What they call counts where its path is one of HubSpot's API with a version.

use std::collections::HashSet;

use super::sink::Sink;
use super::trace::Trace;
use crate::scan::form::{Expr, Form};
use crate::scan::program::Program;

impl Trace<'_> {
    /// Whether a file on the way to the sink belongs to one that speaks of HubSpot.
    pub(super) fn is_near(&self, sink: &Sink) -> bool {
        let near = self.near.get_or_init(|| near(self.evaluator.program));
        near.contains(&sink.site.0) || sink.through.iter().any(|site| near.contains(&site.0))
    }
}

/// The files that those which speak of HubSpot import or make objects of.
fn near(program: &Program) -> HashSet<u32> {
    let mut found = HashSet::new();
    for (file, source) in (0..).zip(&program.files).filter(|(_, source)| source.speaks_of_hubspot) {
        let imported = source.form.imports.iter().map(|import| &*import.module);
        for module in imported.chain(required(&source.form)) {
            found.extend(program.modules(file, module));
        }
        for import in &source.form.imports {
            let inner = import.name.as_ref().and_then(|name| program.inner_module(file, &import.module, name));
            found.extend(inner);
        }
        for class in made(&source.form) {
            found.extend(program.classes_named(file, class).into_iter().map(|(at, _)| at));
        }
        found.extend(program.package_of(file));
    }
    found
}

/// The modules that a script requires where it stands.
fn required(form: &Form) -> impl Iterator<Item = &str> {
    form.nodes.iter().filter_map(|node| {
        let Expr::Call { callee, arguments, .. } = &node.expr else { return None };
        let is_require = matches!(form.expr(*callee), Expr::Name(name) if matches!(&**name, "require" | "import"));
        match form.expr(arguments.first().filter(|_| is_require)?.value) {
            Expr::Text(module) => Some(&**module),
            _ => None,
        }
    })
}

/// The classes that a file makes objects of.
fn made(form: &Form) -> impl Iterator<Item = &str> {
    form.nodes.iter().filter_map(|node| {
        let Expr::Call { callee, makes, .. } = &node.expr else { return None };
        match form.expr(*callee) {
            Expr::Name(name) if *makes || name.starts_with(char::is_uppercase) => Some(&**name),
            Expr::Member(of, new) if &**new == "new" => match form.expr(*of) {
                Expr::Name(name) => Some(&**name),
                _ => None,
            },
            _ => None,
        }
    })
}
