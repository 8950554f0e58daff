//! The least set by integer programming, which the feature `oracle` brings.

use std::collections::BTreeMap;

use hubscope::catalog::{Catalog, ScopeId, ScopeSet};
use hubscope::solve::Requirement;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::oracle::{CRITERIA, with_oauth};

/// An integer programme: one variable a scope, one a way of a requirement. A way that is taken needs all of its scopes,
/// and of every requirement one way is taken.
struct Programme {
    /// Scopes by name, so that the order is that of names.
    scopes: BTreeMap<&'static str, ScopeId>,
    requirements: Vec<Vec<ScopeSet>>,
    /// Sums of scopes that are settled: how often each scope counts, and the sum.
    settled: Vec<(Vec<(&'static str, f64)>, f64)>,
}

impl Programme {
    /// The set of least `weights` among those that keep to all that is settled, and its weight.
    fn least(&self, weights: &[(&'static str, f64)]) -> (ScopeSet, f64) {
        let weight = |name: &str| weights.iter().find(|(other, _)| *other == name).map_or(0.0, |(_, weight)| *weight);
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let held: BTreeMap<&str, Variable> =
            self.scopes.keys().map(|name| (*name, problem.add_binary_var(weight(name)))).collect();
        let variable = |id: &ScopeId| self.scopes.iter().find(|(_, other)| *other == id).map(|(name, _)| held[name]);
        for ways in &self.requirements {
            let taken: Vec<Variable> = ways.iter().map(|_| problem.add_binary_var(0.0)).collect();
            let any: Vec<(Variable, f64)> = taken.iter().map(|way| (*way, 1.0)).collect();
            problem.add_constraint(&any[..], ComparisonOp::Ge, 1.0);
            for (way, set) in taken.iter().zip(ways) {
                for id in set.iter() {
                    problem.add_constraint([(variable(&id).unwrap(), 1.0), (*way, -1.0)], ComparisonOp::Ge, 0.0);
                }
            }
        }
        for (sum, value) in &self.settled {
            let terms: Vec<(Variable, f64)> = sum.iter().map(|(name, weight)| (held[name], *weight)).collect();
            problem.add_constraint(&terms[..], ComparisonOp::Eq, *value);
        }
        let solution = problem.solve().unwrap().into_solution().unwrap();
        let set = self.scopes.iter().filter(|(name, _)| solution.var_value(held[*name]) > 0.5).map(|(_, id)| *id);
        let set: ScopeSet = set.collect();
        let value: f64 = self.scopes.iter().filter(|(_, id)| set.contains(**id)).map(|(name, _)| weight(name)).sum();
        (set, value)
    }

    /// Settles one sum after the other, so that every step is exact in small integers; then the names.
    fn solve(mut self, catalog: &Catalog) -> ScopeSet {
        let mut found = self.least(&[]).0;
        for counts in CRITERIA {
            let counted = self.scopes.iter().filter(|(_, id)| counts(catalog.scope(**id)));
            let weights: Vec<(&str, f64)> = counted.map(|(name, _)| (*name, 1.0)).collect();
            // Nothing is less than none.
            let mut value = 0.0;
            if weights.iter().any(|(name, _)| found.contains(self.scopes[name])) {
                (found, value) = self.least(&weights);
            }
            if value < 0.5 {
                for (name, _) in weights {
                    self.give_up(name);
                }
            } else {
                self.settled.push((weights, value));
            }
        }
        // The names that come first: each in its turn is in if it can be, with all that is settled before.
        for (name, id) in self.scopes.clone() {
            if !found.contains(id) {
                let (set, value) = self.least(&[(name, -1.0)]);
                if value > -0.5 {
                    self.give_up(name);
                    continue;
                }
                found = set;
            }
            self.settled.push((vec![(name, 1.0)], 1.0));
        }
        found
    }

    /// Takes a scope out that no set may have, and with it the ways that need it.
    fn give_up(&mut self, name: &str) {
        let Some(id) = self.scopes.remove(name) else { return };
        self.requirements.iter_mut().for_each(|ways| ways.retain(|way| !way.contains(id)));
        self.settled.iter_mut().for_each(|(sum, _)| sum.retain(|(other, _)| *other != name));
    }
}

/// The least set that includes `held` and satisfies `requirements`, by integer programming.
pub(crate) fn by_programme(catalog: &Catalog, requirements: &[Requirement], held: ScopeSet) -> ScopeSet {
    let held = with_oauth(catalog, held);
    let open: Vec<Vec<ScopeSet>> = requirements
        .iter()
        .filter(|requirement| !requirement.alternatives().is_empty())
        .map(|requirement| requirement.alternatives().iter().map(|way| way.difference(&held)).collect::<Vec<_>>())
        .filter(|ways| !ways.iter().any(ScopeSet::is_empty))
        .collect();
    let ids = open.iter().flatten().fold(ScopeSet::EMPTY, |all, way| all.union(way));
    let scopes: BTreeMap<&str, ScopeId> = ids.iter().map(|id| (catalog.scope(id).name, id)).collect();
    if scopes.is_empty() {
        return held;
    }
    Programme { scopes, requirements: open, settled: Vec::new() }.solve(catalog).union(&held)
}
