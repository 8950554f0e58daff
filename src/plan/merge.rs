//! Two plans that grew from one, put together choice by choice.
//!
//! Owns which of both stands where they differ. It asks nobody: what both changed, each its own way, is named.

use super::{Plan, Selection};

/// What two plans come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The plan with the changes of both.
    pub plan: Plan,
    /// What both changed, each its own way; ours stands, and what one changed and the other took out is kept.
    pub disputed: Vec<String>,
}

/// The changes from `base` to `ours` made to `theirs`.
pub fn merge(base: &Plan, ours: &Plan, theirs: &Plan) -> Merged {
    let mut disputed = Vec::new();
    let mut plan = theirs.clone();
    let mut choose = |name: &str, in_ours: bool, in_theirs: bool, same: bool| {
        if in_ours && in_theirs && !same {
            disputed.push(name.to_owned());
        }
        in_ours
    };
    macro_rules! settle {
        ($($name:literal => $($field:ident).+),+ $(,)?) => {$(
            let (was, mine, other) = (&base.$($field).+, &ours.$($field).+, &theirs.$($field).+);
            if choose($name, mine != was, other != was, mine == other) {
                plan.$($field).+ = mine.clone();
            }
        )+};
    }
    settle! {
        "the app's name" => app.name,
        "the client id" => app.client_id,
        "the app id" => app.app_id,
        "the redirect URL" => app.redirect_url,
        "the distribution" => app.distribution,
        "the auth type" => app.auth,
        "whom tokens act for" => app.user_level,
        "the account id" => app.account,
        "the region host" => app.host,
        "who clicks the link" => app.clicker,
        "the day of the rules" => as_of,
        "the advanced scope settings" => advanced_scopes,
    }
    let same_choice = |a: &Selection, b: &Selection| {
        a.is_of(&b.feature, b.option.as_deref()) && a.parameters == b.parameters && a.file == b.file
    };
    plan.selections = merge_list(
        [&base.selections, &ours.selections, &theirs.selections],
        same_choice,
        Selection::spec,
        &mut disputed,
    );
    plan.calls = merge_list(
        [&base.calls, &ours.calls, &theirs.calls],
        |a, b| a.call == b.call,
        |one| one.call.clone(),
        &mut disputed,
    );
    plan.pins = merge_list(
        [&base.pins, &ours.pins, &theirs.pins],
        |a, b| a.scope == b.scope && a.origin == b.origin,
        |one| one.scope.clone(),
        &mut disputed,
    );
    plan.links = merge_list(
        [&base.links, &ours.links, &theirs.links],
        |a, b| a.name == b.name,
        |one| format!("the link {}", one.name),
        &mut disputed,
    );
    Merged { plan, disputed }
}

/// Their list with our changes, and after it what only we added.
fn merge_list<T: Clone + PartialEq>(
    [base, ours, theirs]: [&[T]; 3],
    same: impl Fn(&T, &T) -> bool,
    name: impl Fn(&T) -> String,
    disputed: &mut Vec<String>,
) -> Vec<T> {
    let find = |list: &'_ [T], wanted: &T| list.iter().position(|one| same(one, wanted));
    let mut merged = Vec::new();
    for other in theirs {
        let was = find(base, other).map(|place| &base[place]);
        let mine = find(ours, other).map(|place| &ours[place]);
        let they_changed = was != Some(other);
        match mine {
            _ if mine == was => merged.push(other.clone()),
            None if they_changed => {
                disputed.push(name(other));
                merged.push(other.clone());
            }
            None => {}
            Some(mine) => {
                if they_changed && mine != other {
                    disputed.push(name(mine));
                }
                merged.push(mine.clone());
            }
        }
    }
    for mine in ours.iter().filter(|mine| find(theirs, mine).is_none()) {
        match find(base, mine).map(|place| &base[place]) {
            Some(was) if was == mine => {}
            Some(_) => {
                disputed.push(name(mine));
                merged.push(mine.clone());
            }
            None => merged.push(mine.clone()),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{ChosenCall, Pin, ScopeType, When};

    fn base() -> Plan {
        let mut plan = Plan::default();
        plan.toggle("crm.owners", None);
        plan.toggle("crm.import", None);
        plan.pin(Pin::new("automation", ScopeType::Required, None));
        plan
    }

    #[test]
    fn the_changes_of_both_are_there_and_what_one_took_out_is_gone() {
        let (base, mut ours, mut theirs) = (base(), base(), base());
        ours.toggle("crm.owners", None);
        ours.toggle("webhooks.classic", Some("deal.creation"));
        ours.app.client_id = Some("ours".to_owned());
        theirs.toggle("crm.import", None);
        theirs.toggle("webhooks.classic", Some("ticket.creation"));
        theirs.calls.push(ChosenCall::new("GET /crm/v3/owners"));
        theirs.app.account = Some("1".to_owned());
        let merged = merge(&base, &ours, &theirs);
        let specs: Vec<String> = merged.plan.selections.iter().map(Selection::spec).collect();
        assert_eq!(specs, ["webhooks.classic:ticket.creation", "webhooks.classic:deal.creation"]);
        assert_eq!((merged.plan.calls.len(), merged.plan.pins.len()), (1, 1));
        assert_eq!(merged.plan.app.client_id.as_deref(), Some("ours"));
        assert_eq!(merged.plan.app.account.as_deref(), Some("1"));
        assert!(merged.disputed.is_empty(), "{:?}", merged.disputed);
    }

    #[test]
    fn what_both_changed_is_named_and_ours_stands_and_nothing_is_lost() {
        let (base, mut ours, mut theirs) = (base(), base(), base());
        ours.pins[0].kind = ScopeType::Optional;
        theirs.pins[0].kind = ScopeType::ConditionallyRequired;
        ours.toggle("crm.owners", None);
        theirs.selections[0].when = When::PerLink;
        ours.app.redirect_url = Some("https://a.example".to_owned());
        theirs.app.redirect_url = Some("https://b.example".to_owned());
        let merged = merge(&base, &ours, &theirs);
        assert_eq!(merged.disputed, ["the redirect URL", "crm.owners", "automation"]);
        assert_eq!(merged.plan.pins[0].kind, ScopeType::Optional);
        assert_eq!(merged.plan.selections[0].when, When::PerLink);
        assert_eq!(merged.plan.app.redirect_url, ours.app.redirect_url);
    }

    #[test]
    fn where_only_one_changed_something_that_one_stands() {
        let (base, mut changed) = (base(), base());
        changed.toggle("crm.import", None);
        changed.pins[0].reason = Some("flows".to_owned());
        assert_eq!(merge(&base, &changed, &base).plan, changed);
        assert_eq!(merge(&base, &base, &changed).plan, changed);
    }
}
