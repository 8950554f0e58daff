//! Enumerations whose entries are objects: made with something, asked for it by methods.
//!
//! Owns what an entry is worth as a text, and the entries that a parameter of such a type can be.

use super::evaluator::Evaluator;
use crate::scan::value::{ClassRef, FunctionRef, Literal, Parameter, Site, Value, Values, few};
use crate::scan::words::{self, Meaning};

/// What the name of an entry is asked for by: no program has it.
pub(super) const NAME: &str = "\u{1}name";

impl Evaluator<'_> {
    /// Whether the entries of the class are objects.
    pub(super) fn has_entries(&self, class: ClassRef) -> bool {
        !self.program.form(class.0).classes[class.1 as usize].entries.is_empty()
    }

    /// The enumeration that the name of a type means.
    pub(super) fn enumeration_meant(&self, file: u32, name: &str) -> Option<ClassRef> {
        self.program.classes_named(file, name).into_iter().find(|class| {
            self.has_entries(*class) || self.program.form(class.0).classes[class.1 as usize].is_enumeration
        })
    }

    /// Whether the parameter brings an entry of an enumeration, or something of it.
    pub(super) fn is_entry(&self, parameter: &Parameter) -> bool {
        let here = self.program.form(parameter.of.0).function(parameter.of.1);
        let wanted = here.parameters.get(usize::from(parameter.place));
        let of_type = wanted.and_then(|wanted| wanted.of_type.as_deref());
        of_type.is_some_and(|of| self.enumeration_meant(parameter.of.0, of).is_some())
    }

    /// Keys of a map: an entry is known by its name, an entry that asks for itself by the one that its caller means.
    pub(super) fn as_keys(&self, keys: &Values) -> Values {
        if !keys.iter().any(|key| matches!(key, Value::Instance(..))) {
            return keys.clone();
        }
        let key = |key: &Value| match key {
            Value::Instance(class, site) if self.has_entries(*class) => match site {
                Some(site) => self.entry_name(*site).unwrap_or_else(|| key.clone()),
                None => self.constructors(*class).first().map_or_else(
                    || key.clone(),
                    |of| Value::Parameter(Parameter { of: *of, place: 0, path: [Box::from(NAME)].into() }),
                ),
            },
            key => key.clone(),
        };
        keys.iter().map(key).collect()
    }

    /// A parameter that brings an entry, where the entry's name is asked for.
    pub(super) fn as_name(&self, parameter: &Parameter) -> Parameter {
        let is_whole = parameter.path.is_empty() && self.is_entry(parameter);
        if is_whole { parameter.part(NAME) } else { parameter.clone() }
    }

    /// What a case calls the entry that is made at `site`.
    pub(super) fn entry_name(&self, site: Site) -> Option<Value> {
        let name = self.entry_made(site.0, site.1)?;
        Some(Value::literal(name, Literal { file: u32::MAX, start: 0, function: 0 }))
    }

    /// All that an object of the enumeration can be.
    pub(super) fn entries_of(&self, class: ClassRef) -> Values {
        let own = &self.program.form(class.0).classes[class.1 as usize];
        let each = own.fields.iter().filter(|_| own.entries.is_empty()).map(|(_, value)| *value);
        let all = own.entries.iter().map(|(_, value)| *value).chain(each);
        few(all.flat_map(|value| self.eval((class.0, value)).to_vec()).collect())
    }

    /// The functions that run when an object of the class is made.
    pub(super) fn constructors(&self, class: ClassRef) -> Vec<FunctionRef> {
        let form = self.program.form(class.0);
        let own = &form.classes[class.1 as usize];
        let is_one = |method: &&u32| {
            let name = &form.function(**method).name;
            words::is_constructor(name, &own.name)
        };
        own.methods.iter().filter(is_one).map(|method| (class.0, *method)).collect()
    }

    /// The entries' sites where `function` makes entries of an enumeration.
    pub(super) fn made_entries(&self, function: FunctionRef) -> Vec<Site> {
        let form = self.program.form(function.0);
        let Some(class) = form.function(function.1).class else { return Vec::new() };
        let own = &form.classes[class as usize];
        if own.entries.is_empty() || !self.constructors((function.0, class)).contains(&function) {
            return Vec::new();
        }
        own.entries.iter().map(|(_, site)| (function.0, *site)).collect()
    }

    /// What an entry is worth where a text is wanted; `None` where that is not said.
    pub(super) fn entry_text(&self, class: ClassRef, site: Option<Site>) -> Option<Values> {
        if !self.has_entries(class) {
            return None;
        }
        let as_text = |name: &str| {
            let found = self.class_member(class, name, site);
            let found = found.iter().flat_map(|value| match value {
                Value::Function(of, bound) => self.given_back(*of, bound.as_ref()),
                value => vec![value.clone()],
            });
            let found: Vec<Value> =
                found.filter(|value| matches!(value, Value::Text(_) | Value::Parameter(_))).collect();
            (!found.is_empty()).then(|| few(found))
        };
        words::all(Meaning::TextOfEntry).find_map(as_text)
    }
}
