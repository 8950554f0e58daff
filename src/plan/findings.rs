//! What is worth saying of a plan: names that HubSpot would refuse, types that cannot be, what a date leaves open.
//!
//! One function a finding; the severities are those of the rules of `hubscope check`.

use super::{App, Auth, Distribution, Pin, Plan, ResolvedScope, ScopeType, Selection};
use crate::catalog::{
    Catalog, Confidence, Date, Era, Feature, Scope, Selectable, Sensitivity, Status, UserLevel, eras, name_from_text,
    nearest,
};
use crate::diagnostic::{Diagnostic, Severity};

/// A feature that the catalog does not have.
pub(super) fn unknown_feature(catalog: &Catalog, selection: &Selection) -> Diagnostic {
    let near = catalog.nearest_features(&selection.feature, 3);
    let message = format!("There is no feature {}, so its scopes are not counted.", selection.feature);
    let finding = Diagnostic::new("plan/unknown-feature", Severity::Error, selection.spec(), message);
    if near.is_empty() { finding } else { finding.with_fix(format!("Did you mean {}?", near.join(" or "))) }
}

/// An option that its feature does not have.
pub(super) fn unknown_option(feature: &Feature, selection: &Selection) -> Diagnostic {
    let option = selection.option.as_deref().unwrap_or_default();
    let near = nearest(option, feature.options.iter().map(|option| option.id), 3);
    let message = format!("{} has no option {option}, so its scopes are not counted.", feature.name);
    let finding = Diagnostic::new("plan/unknown-feature", Severity::Error, selection.spec(), message);
    if near.is_empty() { finding } else { finding.with_fix(format!("Did you mean {}?", near.join(" or "))) }
}

/// A feature whose need on that day no fact tells.
pub(super) fn not_dated(selection: &Selection, as_of: Date) -> Diagnostic {
    let message = format!("What {} needed on {as_of} is not known for this date.", selection.spec());
    Diagnostic::new("plan/not-dated", Severity::Warning, selection.spec(), message)
        .with_fix("Choose another date, or enter the scope by name.")
}

/// A day that lies after what is known.
pub(super) fn future(catalog: &Catalog, as_of: Date) -> Diagnostic {
    let message = format!(
        "The facts are known up to {}: of what changes until {as_of}, only what is announced is in this answer.",
        catalog.as_of()
    );
    Diagnostic::new("plan/future-date", Severity::Note, "as_of", message)
}

/// An app object's scope whose name is still open.
pub(super) fn open_pattern(selection: &Selection) -> Diagnostic {
    let message = format!("The scope of {} is named after the app object, and that name is missing.", selection.spec());
    let fix = format!("Write {}[fqn=a123_name], where a123 is a and the app id.", selection.spec());
    Diagnostic::new("plan/open-pattern", Severity::Error, selection.spec(), message)
        .with_fix(fix)
        .with_confidence(Confidence::Reported)
}

/// A name of an app object that cannot stand in a scope.
pub(super) fn malformed_name(selection: &Selection, name: &str) -> Diagnostic {
    let message = format!("{name:?} in {} is not the name of an app object.", selection.spec());
    Diagnostic::new("plan/malformed-name", Severity::Error, selection.spec(), message)
        .with_fix("Letters, digits and _ make such a name: a123_name, where a123 is a and the app id.")
        .with_confidence(Confidence::Reported)
}

/// A *when* that HubSpot does not leave open.
pub(super) fn when_refused(selection: &Selection, why: &str) -> Diagnostic {
    let message = format!("{} cannot be {}: {why}.", selection.spec(), selection.when.as_str());
    Diagnostic::new("feature/scope-not-required", Severity::Warning, selection.spec(), message)
        .with_fix("It is counted as always needed.")
}

/// An explicit type that a locked reason does not allow.
pub(super) fn type_refused(pin: &Pin, why: &str) -> Diagnostic {
    let message = format!("{} cannot be {}: {why}.", pin.scope, pin.kind.name());
    Diagnostic::new("feature/scope-not-required", Severity::Warning, &pin.scope, message)
        .with_fix(format!("It is counted as required: declare {} in requiredScopes.", pin.scope))
}

/// An explicit type that is weaker than what a feature asks for.
pub(super) fn type_weakened(pin: &Pin, scope: &ResolvedScope) -> Diagnostic {
    let features: Vec<String> =
        scope.reasons.iter().filter(|r| r.when.scope_type() > pin.kind).map(super::Reason::describe).collect();
    let message =
        format!("{} is {} as entered: {} must cope without it.", pin.scope, pin.kind.name(), features.join(", "));
    Diagnostic::new("plan/type-weakened", Severity::Note, &pin.scope, message)
}

/// What is to be said of each scope by its name, its status and the kind of app.
pub(super) fn of_scopes(catalog: &Catalog, plan: &Plan, era: Era, scopes: &[ResolvedScope]) -> Vec<Diagnostic> {
    scopes.iter().flat_map(|scope| of_scope(catalog, &plan.app, era, scope)).collect()
}

fn of_scope(catalog: &Catalog, app: &App, era: Era, resolved: &ResolvedScope) -> Vec<Diagnostic> {
    let Some(scope) = resolved.id.map(|id| catalog.scope(id)) else {
        let filled = scopes_of_app_objects(&resolved.name) && !resolved.name.contains(['{', '}']);
        return if filled && name_from_text(&resolved.name) == Some(resolved.name.as_str()) {
            Vec::new()
        } else {
            vec![unknown_scope(catalog, &resolved.name)]
        };
    };
    let found = [
        refusal(catalog, app, era, scope),
        legacy(era, scope),
        sensitive(app, scope),
        super_admin(scope, resolved.kind),
    ];
    found.into_iter().flatten().collect()
}

fn scopes_of_app_objects(name: &str) -> bool {
    name.starts_with("crm.app.objects.") || name.starts_with("crm.app.schemas.")
}

fn unknown_scope(catalog: &Catalog, name: &str) -> Diagnostic {
    let near = catalog.nearest_scopes(name, 3);
    let finding = Diagnostic::new("scope/unknown", Severity::Error, name, format!("{name} is in no HubSpot source."))
        .with_hubspot_says(catalog.messages().says("install.invalid-scope", "scope", name));
    if near.is_empty() {
        finding.with_fix("Check its spelling: hubscope catalog scopes lists every scope that is known.")
    } else {
        finding.with_fix(format!("Did you mean {}?", near.join(" or ")))
    }
}

/// Why HubSpot refuses this scope in this app's link, if it does.
fn refusal(catalog: &Catalog, app: &App, era: Era, scope: &Scope) -> Option<Diagnostic> {
    let name = scope.name;
    let error = |rule, message: String| {
        Some(Diagnostic::new(rule, Severity::Error, name, message).with_confidence(scope.confidence))
    };
    let invalid = || catalog.messages().says("install.invalid-scope", "scope", name);
    let unrecognized = || catalog.messages().says("upload.unknown-scope", "scope", name);
    let instead = || format!("Use {} instead.", scope.replaced_by.join(", "));
    if scope.pattern {
        return error(
            "plan/open-pattern",
            format!("{name} is a pattern: its {{fqn}} stands for the app object's name."),
        )
        .map(|f| f.with_fix("Enter the name with {fqn} filled in, such as a123_name."));
    }
    match (scope.status, scope.selectable) {
        (Status::Retired, _) if era >= Era::Granular => error(
            "scope/retired",
            format!("{name} is retired since {}: a link that has it is refused.", eras::GRANULAR),
        )
        .map(|f| f.with_hubspot_says(invalid()).with_fix(instead())),
        (Status::Deprecated, _) => {
            error("scope/misspelt", format!("{name} is a spelling that HubSpot's links do not take."))
                .map(|f| f.with_hubspot_says(invalid()).with_fix(instead()))
        }
        (Status::Internal, _) | (Status::Current | Status::Legacy, Selectable::No) => {
            let finding =
                error("scope/internal", format!("{name} is a name inside HubSpot and is not offered to apps."))?;
            Some(finding.with_fix(if scope.replaced_by.is_empty() { "Leave it out.".to_owned() } else { instead() }))
        }
        (_, Selectable::ClientCredentialsOnly) => error(
            "scope/client-credentials-only",
            format!("{name} belongs in a client-credentials token request, never in a link."),
        )
        .map(|f| f.with_fix("Take it out of the link and ask for it in the token request.")),
        (_, Selectable::UserLevelOnly) if !app.user_level => error(
            "scope/user-level-only",
            format!("{name} is offered to user-level apps only, and this one acts for the account."),
        )
        .map(|f| {
            f.with_hubspot_says(unrecognized())
                .with_fix("Use the scope of the records that it belongs to, such as crm.objects.contacts.read.")
        }),
        _ if app.user_level && scope.user_level == Some(UserLevel::Rejected) => {
            error("scope/not-user-level", format!("{name} is rejected for user-level apps, and this is one.")).map(
                |f| {
                    f.with_hubspot_says(unrecognized())
                        .with_fix("Leave it out, or make the app one that acts for the account.")
                        .with_confidence(Confidence::Reported)
                },
            )
        }
        _ => None,
    }
}

fn legacy(era: Era, scope: &Scope) -> Option<Diagnostic> {
    let splitting = scope.status == Status::Legacy && era >= Era::Splitting;
    let became_of_old = scope.status == Status::Retired && era < Era::Granular;
    if !splitting && !became_of_old {
        return None;
    }
    let name = scope.name;
    let successors = scope.replaced_by.join(", ");
    Some(match (became_of_old, successors.is_empty()) {
        (true, _) => {
            let message = format!(
                "{name} was right on that day; it is retired since {} and became {successors}.",
                eras::GRANULAR
            );
            Diagnostic::new("plan/became", Severity::Note, name, message).with_confidence(scope.confidence)
        }
        (false, true) => Diagnostic::new(
            "scope/legacy",
            Severity::Warning,
            name,
            format!("{name} is a legacy scope; its successors are not published."),
        )
        .with_confidence(scope.confidence),
        (false, false) => Diagnostic::new(
            "scope/legacy",
            Severity::Warning,
            name,
            format!("{name} is a legacy scope that HubSpot is splitting."),
        )
        .with_fix(format!("Its granular successors: {successors}."))
        .with_confidence(scope.confidence),
    })
}

fn sensitive(app: &App, scope: &Scope) -> Option<Diagnostic> {
    let needs_approval = scope.sensitivity != Sensitivity::Normal && app.distribution == Distribution::Marketplace;
    needs_approval.then(|| {
        let message = format!("{} opens sensitive data: HubSpot must allow-list a marketplace app for it.", scope.name);
        let mut finding = Diagnostic::new("scope/sensitive-approval", Severity::Warning, scope.name, message)
            .with_hubspot_says("scope isn't available to this app")
            .with_fix("Ask HubSpot's ecosystem quality team before you declare it.");
        finding.who_fixes = "HubSpot, asked by the developer";
        finding
    })
}

fn super_admin(scope: &Scope, kind: ScopeType) -> Option<Diagnostic> {
    let confidence = scope.super_admin?;
    let must_be_granted = kind >= ScopeType::ConditionallyRequired;
    must_be_granted.then(|| {
        let severity = if confidence == Confidence::Documented { Severity::Warning } else { Severity::Note };
        let message = format!("{} can be granted by a Super Admin only, so nobody else can install.", scope.name);
        Diagnostic::new("scope/super-admin", severity, scope.name, message)
            .with_fix("Make it optional: it is then left out for other installers.")
            .with_confidence(confidence)
    })
}

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
        let lacking =
            scopes.iter().filter(|scope| scope.name != Scope::OAUTH && declared.type_of(&scope.name).is_none());
        found.extend(lacking.filter_map(|scope| settings_lack(catalog, era, typed, scope)));
        let moved = scopes.iter().filter_map(|scope| declared.type_of(&scope.name).map(|kind| (scope, kind)));
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
            Diagnostic::new("config/static-extra-scopes", Severity::Warning, "auth", message)
                .with_fix("Make them required, or leave them out."),
        );
    }
    if !typed && plan.pins.iter().any(|pin| pin.kind != ScopeType::Required) {
        let message =
            "Without advanced scope settings every selected scope is required; others may be added to a link freely.";
        found.push(Diagnostic::new("plan/untyped-settings", Severity::Note, "scopes", message));
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
        catalog.messages().says("feature.add-scope-first", "scope", name)
    } else {
        catalog.messages().get("install.mismatch").map_or_else(String::new, |message| message.says.to_owned())
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
        format!("The app's settings lack {name}: a link that has it is refused until they declare it.")
    };
    Some(
        Diagnostic::new("plan/settings-lack-scope", Severity::Warning, name, message)
            .with_hubspot_says(says)
            .with_fix(format!("Add {name} to {list} of the app's settings first.")),
    )
}

fn settings_differ(catalog: &Catalog, scope: &ResolvedScope, declared: ScopeType) -> Diagnostic {
    let message =
        format!("{} is {} in the app's settings and {} in this plan.", scope.name, declared.name(), scope.kind.name());
    Diagnostic::new("plan/settings-differ", Severity::Warning, &scope.name, message)
        .with_hubspot_says(catalog.messages().get("install.mismatch").map_or_else(String::new, |m| m.says.to_owned()))
        .with_fix(format!("Change the settings to {} before the link is used.", scope.kind.name()))
}
