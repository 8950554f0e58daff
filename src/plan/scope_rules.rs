//! What HubSpot says to a scope's name: unknown, retired, misspelt, legacy, not for this kind of app.
//!
//! One name at a time, wherever it stands: in a plan, in a link, in an app's settings. Where it stands, and which edit
//! would mend it there, the callers know.

use super::{Auth, Distribution};
use crate::catalog::{
    Catalog, Confidence, Era, NearScopes, Scope, Selectable, Sensitivity, Status, UserLevel, eras, name_from_text,
};
use crate::diagnostic::{Diagnostic, Severity, rule};
use crate::prose::did_you_mean;

/// Who asks for a scope, and when, as far as that decides what is said of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asker {
    /// How the app reaches accounts; `None` = not known.
    pub distribution: Option<Distribution>,
    /// Its tokens act for one user.
    pub user_level: bool,
    /// The rules of that time hold.
    pub era: Era,
}

/// What is to be said of `name`, which `asker` asks for; `must_be_granted` where an install without it is refused.
pub fn judge_scope(catalog: &Catalog, asker: Asker, name: &str, must_be_granted: bool) -> Vec<Diagnostic> {
    let Some(scope) = catalog.scope_named(name) else {
        return if is_of_app_object(name) { Vec::new() } else { vec![unknown(catalog, name)] };
    };
    if scope.in_no_source {
        return vec![unknown(catalog, name)];
    }
    let found = [
        refusal(catalog, asker, scope),
        legacy(asker.era, scope),
        sensitive(catalog, asker, scope),
        super_admin(scope).filter(|_| must_be_granted),
        opens_nothing(scope),
    ];
    // The first one is the best; hubscope explain has them all.
    let source = scope.sources.first().map(|key| catalog.source(key).to_owned());
    let sourced = |finding: Diagnostic| source.iter().cloned().fold(finding, Diagnostic::with_source);
    found.into_iter().flatten().map(sourced).collect()
}

/// `finding` on a scope of an app with this kind of token: an advice that does nothing there is another one.
pub fn for_auth(auth: Option<Auth>, finding: Diagnostic) -> Diagnostic {
    match (auth, finding.rule) {
        (Some(Auth::Static), rule::SCOPE_SUPER_ADMIN) => {
            let fix = format!(
                "Let a Super Admin install, or take {} out: a static-auth app gets its required scopes only.",
                finding.subject
            );
            finding.with_fix(fix)
        }
        _ => finding,
    }
}

/// The one name that a link or a list should have in the place of `name`, where there is no choice: another way to write
/// it, or what took its place.
pub fn current_spelling(catalog: &Catalog, name: &str) -> Option<&'static str> {
    let Some(scope) = catalog.scope_named(name) else { return catalog.variant_of(name) };
    let gone = matches!(scope.status, Status::Retired | Status::Deprecated | Status::Internal);
    match scope.replaced_by {
        [only] if gone => Some(only),
        _ => None,
    }
}

/// A scope that is named after an object of the app, with the name filled in.
fn is_of_app_object(name: &str) -> bool {
    let filled = name.starts_with("crm.app.objects.") || name.starts_with("crm.app.schemas.");
    filled && !name.contains(['{', '}']) && name_from_text(name) == Some(name)
}

fn unknown(catalog: &Catalog, name: &str) -> Diagnostic {
    let finding = Diagnostic::new(rule::SCOPE_UNKNOWN, name, format!("{name} is in no HubSpot source."))
        .with_hubspot_says(catalog.messages().says("install.invalid-scope", "scope", name));
    let spelling = || "Check its spelling: hubscope catalog scopes lists every scope that is known.".to_owned();
    finding.with_fix(meant_scopes(&catalog.near_scopes(name, 3)).unwrap_or_else(spelling))
}

/// `Did you mean a or b?`, with what else is to be said of a name that is no scope; `None` where nothing is near.
pub fn meant_scopes(near: &NearScopes) -> Option<String> {
    let own = near.own_object.as_ref().map(|(object, scope)| {
        format!("{object} is no standard object: a custom object of that name is opened by {scope}.")
    });
    let said = near.said.map(|said| said.text.to_owned());
    let parts: Vec<String> = did_you_mean(&near.names).into_iter().chain(said).chain(own).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Why HubSpot refuses this scope in this app's link, if it does.
fn refusal(catalog: &Catalog, asker: Asker, scope: &Scope) -> Option<Diagnostic> {
    let name = scope.name;
    let error = |rule, message: String| Some(Diagnostic::new(rule, name, message).with_confidence(scope.confidence));
    let invalid = || catalog.messages().says("install.invalid-scope", "scope", name);
    let unrecognized = || catalog.messages().says("upload.unknown-scope", "scope", name);
    let instead = || format!("Use {} instead.", some_of(scope, "or one of"));
    if scope.pattern {
        return error(
            rule::SCOPE_OPEN_PATTERN,
            format!("{name} is a pattern: its {{fqn}} stands for the app object's name."),
        )
        .map(|f| f.with_fix("Enter the name with {fqn} filled in, such as a123_name."));
    }
    match (scope.status, scope.selectable) {
        (Status::Retired, _) if asker.era >= Era::Granular => error(
            rule::SCOPE_RETIRED,
            format!("{name} is retired since {}: a link that has it is refused.", eras::GRANULAR),
        )
        .map(|f| choose(f.with_hubspot_says(invalid()).with_fix(instead()), scope)),
        (Status::Deprecated, _) => {
            error(rule::SCOPE_MISSPELT, format!("{name} is a spelling that HubSpot's links do not take."))
                .map(|f| f.with_hubspot_says(invalid()).with_fix(instead()))
        }
        (Status::Internal, _) | (Status::Current | Status::Legacy, Selectable::No) => {
            let finding =
                error(rule::SCOPE_INTERNAL, format!("{name} is a name inside HubSpot and is not offered to apps."))?;
            Some(finding.with_fix(if scope.replaced_by.is_empty() { "Leave it out.".to_owned() } else { instead() }))
        }
        (_, Selectable::ClientCredentialsOnly) => error(
            rule::SCOPE_CLIENT_CREDENTIALS_ONLY,
            format!("{name} belongs in a client-credentials token request, never in a link."),
        )
        .map(|f| f.with_fix("Take it out of the link and ask for it in the token request.")),
        (_, Selectable::UserLevelOnly) if !asker.user_level => error(
            rule::SCOPE_USER_LEVEL_ONLY,
            format!("{name} is offered to user-level apps only, and this one acts for the account."),
        )
        .map(|f| {
            let records = catalog.nearest_scopes(name, 1).first().copied().unwrap_or("crm.objects.contacts.read");
            f.with_hubspot_says(unrecognized())
                .with_fix(format!("Use the scope of the records that it belongs to, such as {records}."))
        }),
        _ if asker.user_level && scope.user_level == Some(UserLevel::Rejected) => {
            error(rule::SCOPE_NOT_USER_LEVEL, format!("{name} is rejected for user-level apps, and this is one.")).map(
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

/// The most names that a sentence lists.
const FEW: usize = 4;

/// What takes the place of `scope`, for a sentence: all of a few names; of many those that are named like it, records first,
/// and after `joint` how many others there are.
fn some_of(scope: &Scope, joint: &str) -> String {
    let all = scope.replaced_by;
    if all.len() <= FEW {
        return all.join(", ");
    }
    let word = scope.name.split(['.', '_', '-']).find(|word| !matches!(*word, "crm" | "objects")).unwrap_or_default();
    let is_like = |name: &str| name.split(['.', '_', '-']).any(|other| other == word);
    let rank = |name: &&str| match (is_like(name), name.starts_with("crm.objects."), name.starts_with("crm.schemas.")) {
        (true, true, _) => 0,
        (true, _, true) => 1,
        (true, _, _) => 2,
        _ => 3,
    };
    let mut likely = all.to_vec();
    likely.sort_by_key(rank);
    likely.truncate(FEW - 1);
    format!("{} {joint} {} others", likely.join(", "), all.len() - likely.len())
}

/// With every name that takes the place of `scope`, where the words tell only some.
fn choose(finding: Diagnostic, scope: &Scope) -> Diagnostic {
    if finding.fix.is_none() || scope.replaced_by.len() <= FEW {
        return finding;
    }
    finding.with_choices(scope.replaced_by)
}

fn legacy(era: Era, scope: &Scope) -> Option<Diagnostic> {
    let splitting = scope.status == Status::Legacy && era >= Era::Splitting;
    let became_of_old = scope.status == Status::Retired && era < Era::Granular;
    if !splitting && !became_of_old {
        return None;
    }
    let name = scope.name;
    let successors = some_of(scope, "and");
    let differ = scope.legacy_hint.map_or_else(String::new, |hint| format!(" Sources differ: {hint}."));
    Some(match (became_of_old, successors.is_empty()) {
        (true, _) => {
            let message = format!(
                "{name} was right on that day; it is retired since {} and became {successors}.",
                eras::GRANULAR
            );
            Diagnostic::new(rule::SCOPE_BECAME, name, message).with_confidence(scope.confidence)
        }
        (false, true) => Diagnostic::new(
            rule::SCOPE_LEGACY,
            name,
            format!("{name} is a legacy scope; its successors are not published.{differ}"),
        )
        .with_confidence(scope.legacy_confidence()),
        (false, false) => Diagnostic::new(
            rule::SCOPE_LEGACY,
            name,
            format!("{name} is a legacy scope that HubSpot is splitting.{differ}"),
        )
        .with_fix(format!("Its granular successors: {successors}."))
        .with_confidence(scope.legacy_confidence()),
    })
    .map(|finding| choose(finding, scope))
}

fn sensitive(catalog: &Catalog, asker: Asker, scope: &Scope) -> Option<Diagnostic> {
    let needs_approval =
        scope.sensitivity != Sensitivity::Normal && asker.distribution == Some(Distribution::Marketplace);
    needs_approval.then(|| {
        let message = format!("{} opens sensitive data: HubSpot must allow-list a marketplace app for it.", scope.name);
        Diagnostic::new(rule::SCOPE_SENSITIVE_APPROVAL, scope.name, message)
            .with_hubspot_says(catalog.messages().text("upload.sensitive"))
            .with_fix("Ask HubSpot's ecosystem quality team before you declare it.")
    })
}

fn opens_nothing(scope: &Scope) -> Option<Diagnostic> {
    let how = scope.opens_nothing?;
    let message = format!("{} can be granted, but no API is known that takes it: {how}.", scope.name);
    Some(
        Diagnostic::new(rule::SCOPE_OPENS_NOTHING, scope.name, message)
            .with_fix("Leave it out unless your app has a use for it: it asks accounts for access, and opens no call.")
            .with_confidence(Confidence::Reported),
    )
}

fn super_admin(scope: &Scope) -> Option<Diagnostic> {
    let confidence = scope.super_admin?;
    let most = if confidence == Confidence::Documented { Severity::Warning } else { Severity::Note };
    let message = format!("{} can be granted by a Super Admin only, so nobody else can install.", scope.name);
    Some(
        Diagnostic::new(rule::SCOPE_SUPER_ADMIN, scope.name, message)
            .at_most(most)
            .with_fix("Make it optional: it is then left out for other installers.")
            .with_confidence(confidence),
    )
}
