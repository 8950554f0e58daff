//! The outcome of an install, and the matrix, as JSON with the fields of the contract.

use serde_json::{Map, Value, json};

use super::target::Target;
use crate::account::{Install, Matrix, Outcome, Place, Role, Working, assumed, bill, changes, values};
use crate::catalog::{Account, Catalog, Hub, Level, Verdict};
use crate::plan::Cause;

/// One outcome.
pub(super) fn outcome(
    catalog: &'static Catalog,
    install: &Install,
    target: &Target,
    outcome: &Outcome,
    works: &[Working],
) -> Value {
    let ask = &target.ask;
    let rows = |names: &[String]| -> Vec<Value> {
        let row = |row: crate::account::BillRow| {
            json!({
                "permission": row.permission.name, "scopes": row.scopes, "confidence": row.confidence,
                "id": row.permission.id, "area": row.permission.area,
                "install_page_name": row.permission.install_page_name,
            })
        };
        bill(catalog, names).into_iter().map(row).collect()
    };
    json!({
        "installs": verdict(outcome.installs),
        "unknown": outcome.unknown,
        "refusals": outcome.refusals,
        "assumed": assumed(catalog, install, ask).into_iter()
            .map(|(scope, why)| json!({"scope": scope, "why": why}))
            .collect::<Vec<_>>(),
        "granted": outcome.granted,
        "uncertain": outcome.uncertain,
        "dropped": outcome.dropped,
        "features": works.iter().filter_map(feature).collect::<Vec<_>>(),
        "calls": works.iter().filter_map(call).collect::<Vec<_>>(),
        "bill": rows(&ask.scope),
        "bill_optional": rows(&ask.optional),
        "account": account(&install.customer.tiers),
        "installer": install.installer.role,
        "region": target.region,
        "as_of": catalog.as_of().to_string(),
        "diagnostics": target.findings,
    })
}

/// All places, the changes that let more in, and what each scope and feature costs.
pub(super) fn matrix(install: &Install, target: &Target, matrix: &Matrix) -> Value {
    let addons = &install.customer.tiers.addons;
    let cell = |cell: &crate::account::Cell| {
        json!({
            "account": on(cell.place.level, addons), "installer": cell.place.role,
            "installs": verdict(cell.outcome.installs), "refusals": cell.outcome.refusals,
            "unknown": cell.outcome.unknown, "dropped": cell.outcome.dropped,
        })
    };
    let places = |places: &[Place]| -> Vec<Value> {
        places.iter().map(|place| json!({"account": place.level, "installer": place.role})).collect()
    };
    let resolved = target.plan.as_ref().map(|(_, resolved)| resolved);
    let worth = values(matrix, &target.ask, resolved).into_iter().map(|value| {
        json!({
            "name": value.name, "kind": if value.is_feature { "feature" } else { "scope" },
            "refused": places(&value.refused), "alone": places(&value.alone), "locked": value.locked,
        })
    });
    json!({
        "permissions": matrix.permissions,
        "matrix": matrix.cells.iter().map(cell).collect::<Vec<_>>(),
        "changes": changes(matrix, &target.ask).into_iter()
            .map(|change| json!({"scopes": change.scopes, "to": "optional", "gains": places(&change.gains)}))
            .collect::<Vec<_>>(),
        "values": worth.collect::<Vec<_>>(),
        "diagnostics": target.findings,
    })
}

fn verdict(verdict: Verdict) -> Value {
    match verdict {
        Verdict::Yes => json!(true),
        Verdict::No => json!(false),
        Verdict::Unknown => Value::Null,
    }
}

fn on(level: Level, addons: &[String]) -> Value {
    account(&Account::on(level).with_addons(addons.to_vec()))
}

fn account(tiers: &Account) -> Value {
    let hubs: Map<String, Value> = Hub::PRODUCTS
        .iter()
        .filter_map(|hub| Some((serde_json::to_value(hub).ok()?.as_str()?.to_owned(), json!(tiers.level_of(*hub)))))
        .collect();
    json!({"tier": tiers.same_everywhere(), "hubs": hubs, "addons": tiers.addons})
}

/// `webhooks.classic:deal.propertyChange[propertyName=amount]` in its parts.
fn feature(working: &Working) -> Option<Value> {
    let Cause::Feature(spec) = &working.cause else { return None };
    let (feature, option) = spec.split_once(':').map_or((spec.as_str(), None), |(id, rest)| (id, Some(rest)));
    let option = option.map(|option| option.split('[').next().unwrap_or(option));
    Some(json!({
        "feature": feature, "option": option, "works": working.works, "may_work": working.may_work,
        "lacks": working.lacks, "when": working.when,
    }))
}

fn call(working: &Working) -> Option<Value> {
    let Cause::Endpoint(call) = &working.cause else { return None };
    Some(json!({
        "endpoint": call, "works": working.works, "may_work": working.may_work, "lacks": working.lacks,
        "when": working.when,
    }))
}

/// The word of the installer for a heading.
pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::SuperAdmin => "Super Admin",
        Role::MarketplaceAccess => "Marketplace access",
        Role::None => "No access",
    }
}
