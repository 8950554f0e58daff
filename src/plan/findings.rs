//! What is worth saying of a plan: names that HubSpot would refuse, types that cannot be, what a date leaves open.
//!
//! One function a finding; the severities are those of the table of rules.

use super::{Asker, Auth, Cause, Pin, Plan, ResolvedScope, ScopeType, Selection, for_auth, judge_scope};
use crate::catalog::{Catalog, Confidence, Date, Era, Feature, Scope, nearest};
use crate::diagnostic::{Diagnostic, rule};
use crate::prose::did_you_mean;

/// A feature that the catalog does not have.
pub(super) fn unknown_feature(catalog: &Catalog, selection: &Selection) -> Diagnostic {
    let near = catalog.nearest_features(&selection.feature, 3);
    let message = format!("There is no feature {}, so its scopes are not counted.", selection.feature);
    let finding = Diagnostic::new(rule::PLAN_UNKNOWN_FEATURE, selection.spec(), message);
    match did_you_mean(&near) {
        Some(guess) => finding.with_fix(guess),
        None => finding,
    }
}

/// An option that its feature does not have.
pub(super) fn unknown_option(feature: &Feature, selection: &Selection) -> Diagnostic {
    let option = selection.option.as_deref().unwrap_or_default();
    let near = nearest(option, feature.options.iter().map(|option| option.id), 3);
    let message = format!("{} has no option {option}, so its scopes are not counted.", feature.name);
    let finding = Diagnostic::new(rule::PLAN_UNKNOWN_FEATURE, selection.spec(), message);
    match did_you_mean(&near) {
        Some(guess) => finding.with_fix(guess),
        None => finding,
    }
}

/// A feature whose need on that day no fact tells.
pub(super) fn not_dated(selection: &Selection, as_of: Date) -> Diagnostic {
    let message = format!("What {} needed on {as_of} is not known for this date.", selection.spec());
    Diagnostic::new(rule::PLAN_NOT_DATED, selection.spec(), message)
        .with_fix("Choose another date, or enter the scope by name.")
}

/// A day that lies after what is known.
pub(super) fn future(catalog: &Catalog, as_of: Date) -> Diagnostic {
    let message = format!(
        "The facts are known up to {}: of what changes until {as_of}, only what is announced is in this answer.",
        catalog.as_of()
    );
    Diagnostic::new(rule::PLAN_FUTURE_DATE, "as_of", message)
}

/// An app object's scope whose name is still open.
pub(super) fn open_pattern(selection: &Selection) -> Diagnostic {
    let message = format!("The scope of {} is named after the app object, and that name is missing.", selection.spec());
    let fix = format!("Write {}[fqn=a123_name], where a123 is a and the app id.", selection.spec());
    Diagnostic::new(rule::PLAN_OPEN_PATTERN, selection.spec(), message)
        .with_fix(fix)
        .with_confidence(Confidence::Reported)
}

/// A name of an app object that cannot stand in a scope.
pub(super) fn malformed_name(selection: &Selection, name: &str) -> Diagnostic {
    let message = format!("{name:?} in {} is not the name of an app object.", selection.spec());
    Diagnostic::new(rule::PLAN_MALFORMED_NAME, selection.spec(), message)
        .with_fix("Letters, digits and _ make such a name: a123_name, where a123 is a and the app id.")
        .with_confidence(Confidence::Reported)
}

/// A *when* that HubSpot does not leave open.
pub(super) fn when_refused(selection: &Selection, why: &str) -> Diagnostic {
    let message = format!("{} cannot be {}: {why}.", selection.spec(), selection.when.as_str());
    Diagnostic::new(rule::FEATURE_SCOPE_NOT_REQUIRED, selection.spec(), message)
        .with_fix("It is counted as always needed.")
}

/// An explicit type that a locked reason does not allow.
pub(super) fn type_refused(pin: &Pin, why: &str) -> Diagnostic {
    let message = format!("{} cannot be {}: {why}.", pin.scope, pin.kind.name());
    Diagnostic::new(rule::FEATURE_SCOPE_NOT_REQUIRED, &pin.scope, message)
        .with_fix(format!("It is counted as required: declare {} in requiredScopes.", pin.scope))
}

/// An explicit type that is weaker than what a feature asks for.
pub(super) fn type_weakened(pin: &Pin, scope: &ResolvedScope) -> Diagnostic {
    let features: Vec<String> =
        scope.reasons.iter().filter(|r| r.when.scope_type() > pin.kind).map(super::Reason::describe).collect();
    let message =
        format!("{} is {} as entered: {} must cope without it.", pin.scope, pin.kind.name(), features.join(", "));
    Diagnostic::new(rule::PLAN_TYPE_WEAKENED, &pin.scope, message)
}

/// What is to be said of each scope by its name, its status and the kind of app.
pub(super) fn of_scopes(catalog: &Catalog, plan: &Plan, era: Era, scopes: &[ResolvedScope]) -> Vec<Diagnostic> {
    let asker = Asker { distribution: Some(plan.app.distribution), user_level: plan.app.user_level, era };
    let mut unknown = 0;
    let mut found = Vec::new();
    for scope in scopes {
        if catalog.scope_named(&scope.name).is_none() {
            // Each is compared with every name that is known: a plan full of them would take minutes.
            unknown += 1;
            if unknown > MOST_UNKNOWN {
                continue;
            }
        }
        let judged = judge_scope(catalog, asker, &scope.name, scope.kind >= ScopeType::ConditionallyRequired);
        found.extend(judged.into_iter().map(|finding| for_auth(Some(plan.app.auth), finding)));
    }
    found
}

/// The most unknown names of a plan that are told; a link with one of them is refused as well as with all.
const MOST_UNKNOWN: usize = 200;

/// What the app's settings lack for this plan, and what kinds of app mean for it.
pub(super) fn of_settings(
    catalog: &Catalog,
    plan: &Plan,
    era: Era,
    typed: bool,
    scopes: &[ResolvedScope],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(declared) = &plan.app.declared {
        let kinds = declared.types();
        let lacking =
            scopes.iter().filter(|scope| scope.name != Scope::OAUTH && !kinds.contains_key(scope.name.as_str()));
        found.extend(lacking.filter_map(|scope| settings_lack(catalog, era, typed, scope)));
        let moved = scopes.iter().filter_map(|scope| kinds.get(scope.name.as_str()).map(|kind| (scope, *kind)));
        found.extend(
            moved
                .filter(|(scope, kind)| typed && scope.kind != *kind)
                .map(|(scope, kind)| settings_differ(catalog, scope, kind)),
        );
    }
    let extra = scopes.iter().filter(|scope| scope.kind != ScopeType::Required).count();
    if plan.app.auth == Auth::Static && extra > 0 {
        let message = format!(
            "A static-auth app gets its required scopes only; {extra} other scopes of this plan have no effect."
        );
        found.push(
            Diagnostic::new(rule::CONFIG_STATIC_EXTRA_SCOPES, "auth", message)
                .with_fix("Make them required, or leave them out."),
        );
    }
    if !typed && plan.pins.iter().any(|pin| pin.kind != ScopeType::Required) {
        let message =
            "Without advanced scope settings every selected scope is required; others may be added to a link freely.";
        found.push(Diagnostic::new(rule::PLAN_UNTYPED_SETTINGS, "scopes", message));
    }
    found
}

fn settings_lack(catalog: &Catalog, era: Era, typed: bool, scope: &ResolvedScope) -> Option<Diagnostic> {
    let checked_at_setup = scope.locked().is_some();
    let free_addition = !typed && scope.kind != ScopeType::Required;
    if free_addition {
        return None;
    }
    let name = &scope.name;
    let says = if checked_at_setup {
        at_setup(catalog, scope)
    } else {
        Some(catalog.messages().text("install.mismatch").to_owned())
    };
    let list = match scope.kind {
        _ if era < Era::TypesEnforced && !typed => "the app's scopes",
        ScopeType::Required => "requiredScopes",
        ScopeType::ConditionallyRequired => "conditionallyRequiredScopes",
        ScopeType::Optional => "optionalScopes",
    };
    let message = if checked_at_setup {
        let feature =
            scope.reasons.iter().find(|r| r.locked.is_some()).map(super::Reason::describe).unwrap_or_default();
        format!("The app's settings lack {name}: add it there before {feature} can be enabled, and in the link.")
    } else {
        format!("The app's settings lack {name}{}: a link that has it is refused until they declare it.", behind(scope))
    };
    let finding = Diagnostic::new(rule::PLAN_SETTINGS_LACK_SCOPE, name, message)
        .with_fix(format!("Add {name} to {list} of the app's settings first."));
    Some(match says {
        Some(says) => finding.with_hubspot_says(says),
        None => finding,
    })
}

/// What HubSpot says when the feature that locks `scope` is set up without it, where that is known.
fn at_setup(catalog: &Catalog, scope: &ResolvedScope) -> Option<String> {
    let locking = scope.reasons.iter().filter(|reason| reason.locked.is_some());
    let specs = locking.filter_map(|reason| match &reason.cause {
        Cause::Feature(spec) => Some(spec.split_once(':').unwrap_or((spec, ""))),
        _ => None,
    });
    specs
        .filter_map(|(id, option)| Some((catalog.feature(id)?, option)))
        .find_map(|(feature, option)| catalog.messages().at_setup(feature, &scope.name, option))
}

/// The features and calls that need the scope, for a sentence.
fn behind(scope: &ResolvedScope) -> String {
    let uses = scope.reasons.iter().filter(|reason| matches!(reason.cause, Cause::Feature(_) | Cause::Endpoint(_)));
    let mut names: Vec<&str> = uses.map(|reason| reason.cause.describe()).collect();
    names.dedup();
    match names[..] {
        [] => String::new(),
        [only] => format!(", which {only} needs"),
        [first, ..] => format!(", which {first} and {} more need", names.len() - 1),
    }
}

fn settings_differ(catalog: &Catalog, scope: &ResolvedScope, declared: ScopeType) -> Diagnostic {
    let message =
        format!("{} is {} in the app's settings and {} in this plan.", scope.name, declared.name(), scope.kind.name());
    Diagnostic::new(rule::PLAN_SETTINGS_DIFFER, &scope.name, message)
        .with_hubspot_says(catalog.messages().text("install.mismatch"))
        .with_fix(format!("Change the settings to {} before the link is used.", scope.kind.name()))
}
