//! All tiers and installers, told on a page.

use super::holds::installers;
use super::json::role_name;
use super::target::Target;
use crate::account::{Install, Matrix, Role, changes, describe, lens, values};
use crate::catalog::{Catalog, Level, Verdict};
use crate::cli::page::{Page, some};
use crate::plan::{LinkChoice, link_scopes};
use crate::prose::counted;

const CELL: usize = 14;
const NAME: usize = 20;

/// The page of the matrix.
pub(super) fn page(catalog: &'static Catalog, install: &Install, target: &Target, matrix: &Matrix) -> Page {
    let mut page = Page::new(&format!("Who can install {}", in_sentence(&target.title)));
    if !install.customer.tiers.addons.is_empty() {
        page.row("Add-ons", &install.customer.tiers.addons.join(", ").replace('_', " "));
    }
    table(&mut page, matrix);
    reasons(&mut page, matrix);
    if matrix.permissions > 0 {
        installers(&mut page, catalog, target);
    }
    best_change(&mut page, target, matrix);
    let resolved = target.plan.as_ref().map(|(_, resolved)| resolved);
    let worth = values(matrix, &target.ask, resolved);
    page.list(
        "What it costs",
        worth.iter().filter(|value| !value.refused.is_empty()).map(|value| {
            let alone = if value.alone.is_empty() {
                "on its own it refuses nobody".to_owned()
            } else {
                format!("on its own: {}", describe(&value.alone))
            };
            let locked = value.locked.map_or_else(String::new, |why| format!(" (locked: {why})"));
            format!("- {}: {}; {alone}{locked}", value.name, describe(&value.refused))
        }),
    );
    links(&mut page, catalog, target);
    page
}

fn table(page: &mut Page, matrix: &Matrix) {
    page.heading("Account on a tier in every hub");
    row(page, "", Level::ALL.map(Level::as_str));
    for role in Role::ALL {
        let cell = |level: &Level| match matrix.at(*level, role).map(|outcome| outcome.installs) {
            Some(Verdict::Yes) => match matrix.permissions_at(*level, role) {
                0 => "installs".to_owned(),
                many => format!("installs ({many})"),
            },
            Some(Verdict::No) => "no".to_owned(),
            Some(Verdict::Unknown) | None => "not known".to_owned(),
        };
        let cells = Level::ALL.each_ref().map(cell);
        row(page, role_name(role), cells.each_ref().map(String::as_str));
    }
    if Level::ALL.iter().any(|level| matrix.permissions_at(*level, Role::MarketplaceAccess) > 0) {
        let many = matrix.permissions;
        let permissions = counted(many, "permission");
        page.item(&format!("({many}) = with {permissions} beside HubSpot Marketplace access, which are listed below."));
    }
}

fn row(page: &mut Page, name: &str, [free, starter, pro, enterprise]: [&str; 4]) {
    page.preformatted(&format!("  {name:<NAME$}{free:<CELL$}{starter:<CELL$}{pro:<CELL$}{enterprise}"));
}

/// Each reason once, with the scopes behind it.
fn reasons(page: &mut Page, matrix: &Matrix) {
    let mut refused: Vec<&str> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for cell in &matrix.cells {
        for refusal in &cell.outcome.refusals {
            if !refused.contains(&refusal.why.as_str()) && refused.len() < 40 {
                refused.push(&refusal.why);
            }
        }
        for one in cell.outcome.unknown.iter().filter(|one| !one.optional) {
            let why = one.scope.as_ref().map_or_else(|| one.why.clone(), |scope| format!("{scope}: {}", one.why));
            if !open.contains(&why) && open.len() < 40 {
                open.push(why);
            }
        }
    }
    page.list("Why not", refused.iter().map(|why| format!("- {why}")));
    page.list("Not known", open.iter().map(|why| format!("- {why}")));
}

/// The one change that would let more in.
pub(super) fn best_change(page: &mut Page, target: &Target, matrix: &Matrix) {
    let Some(best) = changes(matrix, &target.ask).into_iter().next() else { return };
    let text = format!("{} to optional: + {}", some(&best.scopes, 6), describe(&best.gains));
    page.section("The one change that would let more in", Some(&text));
}

/// The named links of a plan side by side.
fn links(page: &mut Page, catalog: &'static Catalog, target: &Target) {
    let Some((plan, resolved)) = target.plan.as_ref().filter(|(plan, _)| !plan.links.is_empty()) else { return };
    let named = plan.links.iter().map(|link| (link.name.as_str(), LinkChoice::Named(link.name.clone())));
    page.list(
        "Links, for a Super Admin",
        std::iter::once(("base", LinkChoice::Base)).chain(named).map(|(name, choice)| {
            let scopes = link_scopes(catalog, plan, &resolved.scopes, &choice);
            let tiers = lens(catalog, &scopes.scope);
            let words = tiers.0.iter().map(|tier| {
                let word = match tier.verdict {
                    Verdict::Yes => "installs",
                    Verdict::No => "no",
                    Verdict::Unknown => "not known",
                };
                format!("{} {word}", tier.level.as_str())
            });
            format!("- {name}: {}", words.collect::<Vec<_>>().join(", "))
        }),
    );
}

fn in_sentence(title: &str) -> String {
    if title == "The link" { "the link".to_owned() } else { title.to_owned() }
}
