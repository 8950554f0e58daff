//! What adding a feature to an app would change: scopes, tiers, installers.

use serde_json::{Value, json};

use super::question::Question;
use crate::account::{Preview, bill, lens, preview};
use crate::catalog::{Feature, FeatureOption, Permissions};
use crate::cli::page::Page;
use crate::plan::{LinkChoice, Plan, Selection, link_scopes, resolve_scopes};

/// What one feature, or one option of it, would change.
struct Adding {
    spec: String,
    is_chosen: bool,
    change: Preview,
    /// Permissions that an installer without Super Admin would need more.
    permissions: Vec<&'static str>,
}

/// Each of `options`, or the feature itself where it has none.
fn all(question: &Question<'_>, plan: &Plan, feature: &Feature, options: &[&FeatureOption]) -> Vec<Adding> {
    let catalog = question.catalog;
    let before = resolve_scopes(catalog, plan);
    let demanded = link_scopes(catalog, plan, &before, &LinkChoice::Base).scope;
    let was = lens(catalog, &demanded);
    let held = permissions(question, &demanded);
    let of = |option: Option<&str>| {
        let selection = Selection::new(feature.id, option);
        let mut changed = plan.clone();
        let is_chosen = plan.selections.iter().any(|chosen| chosen.is_of(feature.id, option));
        let spec = selection.spec();
        if !is_chosen {
            changed.choose(selection);
        }
        let change = preview(catalog, &before, &was, &changed, &LinkChoice::Base);
        let scopes = resolve_scopes(catalog, &changed);
        let needed = permissions(question, &link_scopes(catalog, &changed, &scopes, &LinkChoice::Base).scope);
        let permissions = needed.into_iter().filter(|name| !held.contains(name)).collect();
        Adding { spec, is_chosen, change, permissions }
    };
    if options.is_empty() {
        return vec![of(None)];
    }
    options.iter().map(|option| of(Some(option.id))).collect()
}

fn permissions(question: &Question<'_>, demanded: &[String]) -> Vec<&'static str> {
    let rows = bill(question.catalog, demanded);
    let own = rows.iter().filter(|row| !row.is_super_admin() && row.permission.id != Permissions::MARKETPLACE_ACCESS);
    own.map(|row| row.permission.name).collect()
}

impl Adding {
    fn told(&self) -> String {
        if self.is_chosen {
            return format!("{}: the app has it already", self.spec);
        }
        let more = match self.permissions.len() {
            0 => String::new(),
            _ => format!("; an installer without Super Admin needs {}, too", self.permissions.join(", ")),
        };
        format!("{}: {}{more}", self.spec, self.change.sentence())
    }

    fn json(&self) -> Value {
        let lost: Vec<&str> = self.change.lost.iter().map(|level| level.as_str()).collect();
        json!({
            "feature": self.spec, "chosen": self.is_chosen, "added": self.change.added, "removed": self.change.removed,
            "tiers_lost": lost, "super_admin": self.change.super_admin, "permissions": self.permissions,
        })
    }
}

/// The part of the page, where a project or plan was named.
pub(super) fn tell(page: &mut Page, question: &Question<'_>, feature: &Feature, options: &[&FeatureOption]) {
    let Some(plan) = &question.plan else { return };
    let name = plan.app.name.as_deref().unwrap_or("the app");
    let adding = all(question, plan, feature, options);
    page.list(&format!("Adding it to {name}, always needed"), adding.iter().map(|one| format!("- {}", one.told())));
}

/// The same as JSON; `null` where no project or plan was named.
pub(super) fn json_of(question: &Question<'_>, feature: &Feature, options: &[&FeatureOption]) -> Value {
    let Some(plan) = &question.plan else { return Value::Null };
    all(question, plan, feature, options).iter().map(Adding::json).collect()
}
