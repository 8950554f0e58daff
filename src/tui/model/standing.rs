//! Who can install the current link: every tier and every installer, computed when it is first asked for.

use std::cell::OnceCell;

use crate::account::{
    Ask, Change, Install, Lens, Matrix, Offered, Place, Role, Value, changes, describe, lens, matrix, values,
};
use crate::catalog::{Catalog, Sensitivity};
use crate::check::check_accounts;
use crate::diagnostic::{Diagnostic, rule};
use crate::link::Built;
use crate::plan::{Distribution, Plan, Resolved};

/// Who can install a link once HubSpot accepts it, and what each scope and feature costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// All tiers and installers. The link's own faults are left out of it: they are told apart, and no account mends them.
    pub matrix: Matrix,
    /// What would let more in, the best first.
    pub changes: Vec<Change>,
    /// What each scope and feature costs.
    pub values: Vec<Value>,
    /// What is said of accounts and installers, scope by scope.
    pub findings: Vec<Diagnostic>,
}

impl Standing {
    fn of(catalog: &'static Catalog, app: &Offered, built: &Built, resolved: &Resolved) -> Self {
        let ask = Ask { faults: Vec::new(), ..Ask::of_built(built.clone(), resolved) };
        let matrix = matrix(catalog, &base(app), &ask);
        Self {
            changes: changes(&matrix, &ask),
            values: values(&matrix, &ask, Some(resolved)),
            findings: check_accounts(catalog, &ask.scope).into_iter().map(|found| not_yet(found, &ask)).collect(),
            matrix,
        }
    }

    /// What the scope or feature costs, where it costs something.
    pub fn value_of(&self, name: &str, is_feature: bool) -> Option<&Value> {
        self.values.iter().find(|value| value.name == name && value.is_feature == is_feature)
    }

    /// In words, whom a change from `before` to this lets in, and whom it shuts out.
    pub fn change_since(&self, before: &Self) -> Vec<String> {
        let (lost, won) = (before.matrix.won_since(&self.matrix), self.matrix.won_since(&before.matrix));
        let lost = told(&lost, "no longer installs on ", "", "can no longer install: ");
        let won = told(&won, "installs on ", " too", "can install now: ");
        lost.into_iter().chain(won).collect()
    }
}

/// The finding without advice that the plan follows already.
fn not_yet(found: Diagnostic, ask: &Ask) -> Diagnostic {
    if found.rule != rule::ACCOUNT_TIER_BLOCKS || !ask.conditional.contains(&found.subject) {
        return found;
    }
    found.with_fix("Only this link demands it: a link without it installs there.")
}

/// Places in words: tiers where both kinds of installer go the same way, else who it is.
fn told(places: &[Place], on: &str, too: &str, who: &str) -> Option<String> {
    let of =
        |role: Role| -> Vec<_> { places.iter().filter(|place| place.role == role).map(|place| place.level).collect() };
    let (admins, users) = (of(Role::SuperAdmin), of(Role::MarketplaceAccess));
    if admins.is_empty() && users.is_empty() {
        return None;
    }
    if admins != users {
        return Some(format!("{who}{}", describe(places)));
    }
    let names: Vec<&str> = admins.iter().map(|level| level.as_str()).collect();
    Some(format!("{on}{}{too}", names.join(", ")))
}

/// What is the same at every place: the switches of an account are no matter of its tier, so they stand in the app's favour.
fn base(app: &Offered) -> Install {
    let mut install = Install { app: app.clone(), ..Install::default() };
    install.customer.sensitive_data = true;
    install
}

/// The app's side of an install, as the plan has it.
pub(super) fn app_side(plan: &Plan) -> Offered {
    Offered {
        name: plan.app.name.clone(),
        distribution: Some(plan.app.distribution),
        auth: plan.app.auth,
        user_level: plan.app.user_level,
        // Whether the account is on the list is no matter of who installs.
        allow_listed: Some(true),
        ..Offered::default()
    }
}

/// The tier lens of the head: the matrix for a Super Admin, without making the matrix.
pub(super) fn head_lens(catalog: &Catalog, app: &Offered, scope: &[String]) -> Lens {
    let is_sensitive = |name: &&String| {
        app.distribution == Some(Distribution::Marketplace)
            && catalog.scope_named(name).is_some_and(|scope| scope.sensitivity != Sensitivity::Normal)
    };
    let open: Vec<String> = scope.iter().filter(is_sensitive).cloned().collect();
    lens(catalog, scope).left_open_by(&open)
}

/// A standing that is made when it is first asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct LazyStanding(OnceCell<Box<Standing>>);

impl LazyStanding {
    pub(super) fn get(
        &self,
        catalog: &'static Catalog,
        app: &Offered,
        built: &Built,
        resolved: &Resolved,
    ) -> &Standing {
        self.0.get_or_init(|| Box::new(Standing::of(catalog, app, built, resolved)))
    }
}
