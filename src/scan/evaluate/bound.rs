//! Functions with what is already settled of them: a closure with the call that made it, a method with its object.
//!
//! Owns how parameters of what encloses a function find their values later, so that two clients made by one function stay
//! apart. Which call leads where is `calls`'.

use super::evaluator::Evaluator;
use crate::scan::value::{Bound, FunctionRef, Site, Value, Values, few};

/// How many calls a function may be bound to.
const MOST: usize = 6;

impl Evaluator<'_> {
    /// What the function gives back, with its own parameters open and those of its makers filled.
    pub(super) fn given_back(&self, of: FunctionRef, bound: Option<&Bound>) -> Vec<Value> {
        let results = self.results(of);
        let Some(bound) = bound else { return results };
        results.iter().flat_map(|result| self.with_bound(result, bound).to_vec()).collect()
    }

    /// What the call at `site` of the function gives back.
    pub(super) fn given_back_at(&self, of: FunctionRef, bound: Option<&Bound>, site: Site) -> Vec<Value> {
        let put = self.results(of).iter().flat_map(|result| self.put_in(result, of, site).to_vec()).collect::<Vec<_>>();
        let Some(bound) = bound else { return put };
        put.iter().flat_map(|value| self.with_bound(value, bound).to_vec()).collect()
    }

    /// `value` with the parameters of the makers filled.
    pub(in crate::scan) fn with_bound(&self, value: &Value, bound: &Bound) -> Values {
        let mut values: Values = [value.clone()].into();
        for (of, site) in bound.iter() {
            values = few(values.iter().flat_map(|value| self.put_in(value, *of, *site).to_vec()).collect());
        }
        values
    }

    /// `values`, which the call of `of` at `site` gives back, with that call kept by the functions among them.
    pub(super) fn bound_to(&self, values: Values, of: FunctionRef, site: Site) -> Values {
        let bind = |value: &Value| match value {
            Value::Function(inner, bound) if self.encloses(of, *inner) => {
                Value::Function(*inner, Some(also(bound.as_ref(), &[of], site)))
            }
            value => value.clone(),
        };
        let has_function = |values: &[Value]| values.iter().any(|value| matches!(value, Value::Function(..)));
        let holds = |value: &Value| match value {
            Value::Function(..) => true,
            Value::Map(entries) => entries.iter().any(|(_, values)| has_function(values)),
            _ => false,
        };
        if !values.iter().any(holds) {
            return values;
        }
        let each = values.iter().map(|value| match value {
            Value::Map(entries) => {
                let entries = entries.iter().map(|(key, values)| (key.clone(), values.iter().map(bind).collect()));
                Value::Map(entries.collect())
            }
            value => bind(value),
        });
        each.collect()
    }

    /// Whether `inner` stands in `outer`.
    fn encloses(&self, outer: FunctionRef, inner: FunctionRef) -> bool {
        if outer.0 != inner.0 || outer.1 == 0 || outer == inner {
            return false;
        }
        let form = self.program.form(inner.0);
        let mut at = form.function(inner.1).parent;
        while at != 0 && at != outer.1 {
            at = form.function(at).parent;
        }
        at == outer.1
    }
}

/// What is settled already, and the call of `makers` at `site`.
pub(super) fn also(bound: Option<&Bound>, makers: &[FunctionRef], site: Site) -> Bound {
    let mut all = bound.map(|bound| bound.to_vec()).unwrap_or_default();
    for of in makers {
        if all.len() < MOST && !all.iter().any(|(known, _)| known == of) {
            all.push((*of, site));
        }
    }
    all.into()
}
