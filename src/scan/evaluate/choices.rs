//! What a parameter can be by its type: one of a few texts, one of the entries of an enumeration.
//!
//! Owns the answer for parameters that no caller fills with something known.

use super::evaluator::Evaluator;
use crate::catalog::Method;
use crate::scan::value::{Parameter, Site, Value, Values, few};

impl Evaluator<'_> {
    /// All that the type of `parameter` lets it be; `None` where it says nothing.
    pub(super) fn choices_of(&self, parameter: &Parameter) -> Option<Values> {
        let (file, function) = parameter.of;
        let made = self.made_entries(parameter.of);
        if !made.is_empty() {
            let each = made
                .iter()
                .flat_map(|site| self.put_in(&Value::Parameter(parameter.clone()), parameter.of, *site).to_vec());
            return Some(few(each.collect()));
        }
        let wanted = self.program.form(file).function(function).parameters.get(usize::from(parameter.place))?;
        let of_enumeration = || {
            let class = self.enumeration_meant(file, wanted.of_type.as_deref()?)?;
            Some(self.entries_of(class))
        };
        let whole = match wanted.choices {
            Some(choices) => self.eval((file, choices)),
            None => of_enumeration()?,
        };
        let mut values = self.got_parts(file, &whole, parameter);
        values = self.got(&values);
        let are_known = !values.is_empty() && values.iter().all(|value| value.whole().is_some());
        // Which method is used is for whoever calls.
        let are_methods =
            values.iter().all(|value| value.whole().is_some_and(|text| Method::from_word(&text).is_some()));
        (are_known && !are_methods).then_some(values)
    }

    /// What the type `name`, which stands for itself in no function of the file, lets a value be.
    pub(super) fn type_named(&self, file: u32, name: &str) -> Vec<Value> {
        let program = self.program;
        let import = self.import_of(file, name);
        let there = import.and_then(|import| import.name.as_deref()).unwrap_or(name);
        let modules = import.map(|import| self.modules(file, &import.module)).unwrap_or_default();
        let bound = format!("type {there}");
        let mut sites: Vec<Site> = modules.iter().flat_map(|module| program.globals_in(*module, &bound)).collect();
        if sites.is_empty() {
            sites = program.globals_anywhere(file, &bound);
        }
        if sites.is_empty() {
            return self.enumeration_meant(file, there).map(|of| self.entries_of(of).to_vec()).unwrap_or_default();
        }
        sites.into_iter().flat_map(|site| self.eval(site).to_vec()).collect()
    }

    fn got_parts(&self, file: u32, whole: &Values, parameter: &Parameter) -> Values {
        parameter.path.iter().fold(whole.clone(), |values, key| {
            few(values.iter().flat_map(|value| self.member(file, value, key).to_vec()).collect())
        })
    }
}
