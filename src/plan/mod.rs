//! What the developer wants, and what it needs.
//!
//! Owns the [`Plan`] (app settings, chosen features, explicit scopes, named links), the one pure function [`resolve()`]
//! that every face of the tool shows, the plan file and the undo history. It reads no files and builds no link.

mod app;
mod call;
mod call_findings;
mod file;
mod findings;
mod history;
mod links;
mod merge;
mod need;
#[cfg(test)]
mod properties;
mod reason;
mod resolve;
mod resolved;
mod scope_rules;
mod selection;
mod spec;
mod sunsets;
#[cfg(test)]
pub(crate) mod testing;
mod today;
mod unsaved;
mod when;

pub use app::{App, Auth, Clicker, Declared, Distribution, Hublet, State, has_variable, usual_redirect};
pub use call::ChosenCall;
pub use file::{FILE_NAME, PlanFile, PlanFileError};
pub use history::History;
pub use links::{LinkChoice, LinkScopes, link_scopes};
pub use merge::{Merged, merge};
pub use reason::{Cause, Reason};
pub use resolve::{certificates, resolve, resolve_scopes};
pub use resolved::{Resolved, ResolvedScope, ScopeChange, ServedNeed};
pub use scope_rules::{Asker, current_spelling, for_auth, judge_scope, meant_scopes};
pub use selection::{NamedLink, Pin, PinOrigin, Selection};
pub use spec::{SpecError, parse_feature};
pub use sunsets::{Uses, sunsets};
pub use today::resolve_for_today;
pub use unsaved::{keep as keep_unsaved, restore as restore_unsaved};
pub use when::{ScopeType, When};

use std::collections::HashSet;
use std::hash::Hash;

use crate::catalog::Date;

/// All that the developer wants: the input of [`resolve()`], and one step of the undo history.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Plan {
    /// The app's settings.
    pub app: App,
    /// The day whose rules hold; `None` = the catalog's.
    pub as_of: Option<Date>,
    /// Whether the app had turned on advanced scope settings, before they were enforced.
    pub advanced_scopes: bool,
    /// Chosen features.
    pub selections: Vec<Selection>,
    /// Chosen API calls.
    pub calls: Vec<ChosenCall>,
    /// Scopes entered by name.
    pub pins: Vec<Pin>,
    /// Links with names.
    pub links: Vec<NamedLink>,
}

impl Plan {
    /// Whether the app's settings or an entry of the plan have the scope.
    pub fn has_scope(&self, name: &str) -> bool {
        let is_declared = self.app.declared.as_ref().is_some_and(|declared| declared.types().contains_key(name));
        is_declared || self.pins.iter().any(|pin| pin.scope == name)
    }

    /// Whether both say the same, in whatever order it was chosen: what is given up and chosen again is as before.
    pub fn says_as_much_as(&self, other: &Self) -> bool {
        fn same<T: Eq + Hash>(one: &[T], other: &[T]) -> bool {
            one == other || (one.len() == other.len() && one.iter().collect::<HashSet<_>>() == other.iter().collect())
        }
        self.app == other.app
            && (self.as_of, self.advanced_scopes) == (other.as_of, other.advanced_scopes)
            && same(&self.selections, &other.selections)
            && same(&self.calls, &other.calls)
            && same(&self.pins, &other.pins)
            && self.links == other.links
    }

    /// The chosen entries of this feature and option.
    pub fn selected(&self, feature: &str, option: Option<&str>) -> impl Iterator<Item = &Selection> {
        self.selections.iter().filter(move |selection| selection.is_of(feature, option))
    }

    /// Chooses the feature or option, or gives it up when it is chosen.
    pub fn toggle(&mut self, feature: &str, option: Option<&str>) {
        if self.selected(feature, option).next().is_some() {
            self.selections.retain(|selection| !selection.is_of(feature, option));
        } else {
            self.selections.push(Selection::new(feature, option));
        }
    }

    /// Chooses it unless the very same is chosen; a choice of the same with another *when* replaces it.
    pub fn choose(&mut self, selection: Selection) {
        let same = |other: &Selection| {
            other.is_of(&selection.feature, selection.option.as_deref()) && other.parameters == selection.parameters
        };
        match self.selections.iter_mut().find(|other| same(other)) {
            Some(other) => *other = selection,
            None => self.selections.push(selection),
        }
    }

    /// Chooses the call, or gives it up when it is chosen.
    pub fn toggle_call(&mut self, call: &str) {
        let before = self.calls.len();
        self.calls.retain(|chosen| chosen.call != call);
        if self.calls.len() == before {
            self.calls.push(ChosenCall::new(call));
        }
    }

    /// Chooses the call; a choice of the same with another *when* is replaced.
    pub fn choose_call(&mut self, call: ChosenCall) {
        match self.calls.iter_mut().find(|chosen| chosen.call == call.call) {
            Some(chosen) => *chosen = call,
            None => self.calls.push(call),
        }
    }

    /// Enters a scope by name; an entry by hand replaces an earlier one by hand.
    pub fn pin(&mut self, pin: Pin) {
        self.pins.retain(|other| other.scope != pin.scope || other.origin != pin.origin);
        self.pins.push(pin);
    }

    /// Takes every explicit entry of `scope` out; says whether there was one.
    pub fn unpin(&mut self, scope: &str) -> bool {
        let before = self.pins.len();
        self.pins.retain(|pin| pin.scope != scope);
        self.pins.len() < before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_up_and_chosen_again_is_as_before() {
        let mut plan = Plan::default();
        for option in ["deal.creation", "contact.creation"] {
            plan.toggle("webhooks.classic", Some(option));
        }
        let before = plan.clone();
        plan.toggle("webhooks.classic", Some("deal.creation"));
        assert!(!plan.says_as_much_as(&before));
        plan.toggle("webhooks.classic", Some("deal.creation"));
        assert_ne!(plan, before, "it stands last now");
        assert!(plan.says_as_much_as(&before));
    }
}
