//! Suggestions: a weaker type for a scope that keeps accounts or installers out.

use super::{Lens, Place, Role, describe, lens};
use crate::catalog::{Catalog, Confidence, Level};
use crate::plan::{Resolved, ResolvedScope, ScopeType};

/// A type that would let more in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The scope.
    pub scope: String,
    /// The type to give it.
    pub kind: ScopeType,
    /// The tiers that install then and do not now, as far as this scope goes.
    pub tiers: Vec<Level>,
    /// Set when only a Super Admin is known to grant it, with how well that is known.
    pub super_admin: Option<Confidence>,
}

impl Suggestion {
    /// The change and whom it lets in: `to optional: + every installer without Super Admin`.
    pub fn change(&self) -> String {
        format!("to {}: + {}", self.kind.name(), describe(&self.gains()))
    }

    /// The tiers and installers that this scope alone keeps out.
    pub fn gains(&self) -> Vec<Place> {
        let is_kept_out = |place: &Place| match place.role {
            Role::SuperAdmin => self.tiers.contains(&place.level),
            Role::MarketplaceAccess => self.super_admin.is_some() || self.tiers.contains(&place.level),
            Role::None => false,
        };
        let places = Level::ALL.into_iter().flat_map(|level| Role::ALL.map(|role| Place { level, role }));
        places.filter(is_kept_out).collect()
    }

    /// The reason, in one line.
    pub fn reason(&self) -> String {
        let mut reasons: Vec<String> = Vec::new();
        if !self.tiers.is_empty() {
            let names: Vec<&str> = self.tiers.iter().map(|level| level.as_str()).collect();
            reasons.push(format!("not on {}", names.join(", ")));
        }
        if let Some(confidence) = self.super_admin {
            reasons.push(format!("only a Super Admin can grant it ({})", confidence.as_str()));
        }
        format!("{}; {}", reasons.join("; "), self.change())
    }
}

/// One suggestion for each required scope that keeps a tier or an installer out and whose type is not locked.
pub fn suggestions(catalog: &Catalog, resolved: &Resolved) -> Vec<Suggestion> {
    resolved.of_type(ScopeType::Required).filter_map(|scope| suggestion(catalog, scope)).collect()
}

fn suggestion(catalog: &Catalog, scope: &ResolvedScope) -> Option<Suggestion> {
    if scope.locked().is_some() {
        return None;
    }
    let fact = catalog.scope(scope.id?);
    let alone: Lens = lens(catalog, &[scope.name.as_str()]);
    let without: Lens = lens::<&str>(catalog, &[]);
    let tiers = alone.gained_by(&without);
    let super_admin = fact.super_admin.filter(|confidence| *confidence == Confidence::Documented);
    let worth = !tiers.is_empty() || super_admin.is_some();
    worth.then(|| Suggestion { scope: scope.name.clone(), kind: ScopeType::Optional, tiers, super_admin })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Pin, Plan, resolve};

    fn told(names: &[&str]) -> Vec<String> {
        let mut plan = Plan::default();
        for name in names {
            plan.pin(Pin::new(name, ScopeType::Required, None));
        }
        let catalog = Catalog::embedded();
        suggestions(catalog, &resolve(catalog, &plan)).iter().map(Suggestion::reason).collect()
    }

    #[test]
    fn a_suggestion_names_the_tiers_and_the_installers_that_it_lets_in() {
        assert_eq!(
            told(&["automation", "crm.export", "crm.lists.read"]),
            [
                "not on Free, Starter; to optional: + Free, Starter",
                "only a Super Admin can grant it (documented); to optional: + every installer without Super Admin",
            ]
        );
    }
}
