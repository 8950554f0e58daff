//! A scope, explained.

use serde_json::json;

use super::advice;
use super::question::Question;
use super::uses::{self, Use};
use crate::account::{bill, unbilled};
use crate::catalog::{Catalog, InternalName, Permissions, Scope, Selectable, Sensitivity, Status, Tier, UserLevel};
use crate::cli::answer::{self, Opened, Openings};
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::{Page, some};

/// Says what `scope` is; `asked` is the name as it was written.
pub(super) fn answer(
    question: &Question<'_>,
    scope: &'static Scope,
    asked: &str,
    streams: &mut Streams,
) -> anyhow::Result<Exit> {
    let openings = Openings::of(question.catalog);
    if question.as_json {
        streams.json(&answer::scope::json(question.catalog, &openings, scope))?;
    } else {
        streams.page(&text(question, scope, asked, openings.opened(scope.name)))?;
    }
    Ok(Exit::Done)
}

/// Says what a name of HubSpot's own stands for, which is no scope.
pub(super) fn internal(question: &Question<'_>, name: &InternalName, streams: &mut Streams) -> anyhow::Result<Exit> {
    const SUMMARY: &str = "a name inside HubSpot, of a permission; no app asks for it";
    if question.as_json {
        streams.json(&json!({
            "kind": "scope", "name": name.name, "summary": SUMMARY, "status": Status::Internal, "tier": null,
            "selectable": Selectable::No, "replaced_by": name.scopes, "features": [], "endpoints": 0,
            "confidence": name.confidence, "sources": [name.source],
        }))?;
        return Ok(Exit::Done);
    }
    let mut page = Page::new(&format!("{}: {SUMMARY}", name.name));
    page.row("Stands for", &name.scopes.join(", "));
    page.section("What to do", Some("Ask for what it stands for: in the app's settings and in the link."));
    page.list(&format!("Sources ({}, {})", name.confidence.as_str(), name.date), [name.source]);
    streams.write(page.text())?;
    Ok(Exit::Done)
}

fn text(question: &Question<'_>, scope: &'static Scope, asked: &str, opened: Option<&Opened>) -> Page {
    let catalog = question.catalog;
    let mut page = Page::new(&format!("{}: {}", scope.name, scope.summary));
    if asked != scope.name {
        page.row("Asked as", asked);
    }
    page.row("Status", &format!("{} ({})", status(scope), scope.confidence.as_str()));
    page.row("Who may ask", who(scope));
    page.row("Tier", &tier(scope));
    page.row("Installer", &installer(catalog, scope));
    page.row("Sensitivity", sensitivity(scope.sensitivity));
    let replaces = answer::scope::replaced(catalog, scope.name);
    let stands_for = catalog.internal_name(scope.name).map_or_else(String::new, |name| name.scopes.join(", "));
    for (label, names) in [
        ("Stands for", stands_for),
        ("Replaced by", scope.replaced_by.join(", ")),
        ("Replaces", some(&replaces, 8)),
        ("Includes", scope.implies.join(", ")),
    ] {
        if !names.is_empty() {
            page.row(label, &names);
        }
    }
    let uses = uses::of(catalog, scope.name, question.day);
    features(&mut page, question, &uses);
    page.section("Endpoints", Some(&endpoints(opened)));
    page.list("Type in the app", advice::advice(scope, &uses));
    page.list("The split", scope.split_state());
    page.section("Opens", scope.opens_nothing.map(|how| format!("No API is known that takes it: {how}.")).as_deref());
    page.section("Note", scope.note);
    let sources = scope.sources.iter().map(|key| catalog.source(key));
    page.sources(&format!("Sources ({}, as of {})", scope.confidence.as_str(), catalog.as_of()), sources);
    if question.day != catalog.as_of() {
        page.section("The day", Some(&format!(
            "What features need is told for {}. Status, tier and endpoints are those of {}: earlier ones are not known.",
            question.day,
            catalog.as_of()
        )));
    }
    page
}

fn features(page: &mut Page, question: &Question<'_>, uses: &[Use]) {
    let now = uses.iter().filter(|used| used.now).map(|used| {
        let all = used.options.len() == used.feature.options.len();
        let what = match &used.options[..] {
            [] => used.feature.name.to_owned(),
            options if all && options.len() > 1 => format!("all {} options", options.len()),
            options => some(options, 4),
        };
        let way = if used.one_way { "" } else { ", as one of several ways" };
        format!("{}: {what}{way}", used.feature.id)
    });
    let now: Vec<String> = now.collect();
    if now.is_empty() {
        page.section("Features", Some(&format!("None needs it on {}.", question.day)));
    }
    page.list(&format!("Features that need it on {}", question.day), now);
    let other = uses.iter().filter(|used| !used.other_times.is_empty()).map(|used| {
        let times: Vec<String> = used.other_times.iter().map(|period| uses::time(*period)).collect();
        format!("{}: {}", used.feature.id, times.join("; "))
    });
    page.list("At other times", other);
}

fn endpoints(opened: Option<&Opened>) -> String {
    let Some(opened) = opened else { return "It opens none that is known today.".to_owned() };
    let apis: Vec<String> = opened
        .by_api()
        .into_iter()
        .map(|(api, count)| format!("{} {count}", if api == "legacy" { "legacy calls" } else { api }))
        .collect();
    format!("It opens {}, {} of them alone: {}.", opened.count(), opened.alone(), some(&apis, 6))
}

fn status(scope: &Scope) -> &'static str {
    match scope.status {
        _ if scope.in_no_source => "unknown: in no source of HubSpot's",
        Status::Current => "in use",
        Status::Legacy => "legacy: it works, and HubSpot is replacing it",
        Status::Deprecated => "deprecated: a spelling that another name has taken over",
        Status::Retired => "retired: a link that carries it is refused",
        Status::Internal => "internal: a name inside HubSpot, never offered to apps",
    }
}

fn who(scope: &Scope) -> &'static str {
    match (scope.selectable, scope.user_level) {
        (Selectable::AccountLevel, Some(UserLevel::Accepted)) => "any app, user-level ones too",
        (Selectable::AccountLevel, Some(UserLevel::Rejected)) => "any app but user-level ones",
        (Selectable::AccountLevel, None) => "any app; of user-level ones it is not known",
        (Selectable::UserLevelOnly, _) => "user-level apps only",
        (Selectable::AppObjectsOnly, _) => "apps with app objects; {fqn} stands for the object's name",
        (Selectable::ClientCredentialsOnly, _) => "a client-credentials token request only, never a link",
        (Selectable::Unknown, _) => "not known",
        (Selectable::No, _) => "no app",
    }
}

fn tier(scope: &Scope) -> String {
    let known =
        scope.tier.as_ref().map(|tier| format!("{} ({})", Tier::describe(tier), scope.tier_confidence().as_str()));
    let hint = scope.tier_hint.map_or_else(String::new, |hint| format!("; {hint}"));
    format!("{}{hint}", known.as_deref().unwrap_or("not known"))
}

/// The same facts as `simulate` and the checklist have, with how well each is known.
fn installer(catalog: &'static Catalog, scope: &Scope) -> String {
    let rows = bill(catalog, &[scope.name]);
    let (roles, held): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.is_super_admin());
    if let Some(role) = roles.first() {
        return format!("a Super Admin has to grant it ({})", role.confidence.as_str());
    }
    let own: Vec<String> = held
        .iter()
        .filter(|row| !row.scopes.is_empty() && row.permission.id != Permissions::MARKETPLACE_ACCESS)
        .map(|row| format!("{} ({})", row.permission.name, row.confidence.as_str()))
        .collect();
    if !own.is_empty() {
        return format!("a Super Admin, or HubSpot Marketplace access with {}", own.join(" and "));
    }
    match unbilled(catalog, &[scope.name]).is_empty() {
        true => "a Super Admin, or HubSpot Marketplace access".to_owned(),
        false => "a Super Admin, or HubSpot Marketplace access; what else it asks for is not known".to_owned(),
    }
}

fn sensitivity(sensitivity: Sensitivity) -> &'static str {
    match sensitivity {
        Sensitivity::Normal => "ordinary data",
        Sensitivity::Sensitive => "properties marked sensitive",
        Sensitivity::HighlySensitive => "properties marked highly sensitive",
    }
}
