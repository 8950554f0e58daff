//! What an installer must hold, as a list on a page.

use super::target::Target;
use crate::account::{bill, unbilled};
use crate::catalog::{Catalog, Confidence};
use crate::cli::page::{Page, some};

/// The permissions that the demanded scopes ask for, with those of which nothing is known.
pub(super) fn installers(page: &mut Page, catalog: &'static Catalog, target: &Target) {
    let rows = bill(catalog, &target.ask.scope);
    // Whoever is no Super Admin cannot hold that role as well: without it the rest is of no use.
    let only = rows.iter().find(|row| row.is_super_admin() && row.confidence == Confidence::Documented);
    if let Some(row) = only {
        let text = format!("a Super Admin: nobody else can grant {} (documented)", some(&row.scopes, 4));
        page.section("Who can install", Some(&text));
        return;
    }
    page.list(
        "What an installer without Super Admin must hold",
        rows.iter().map(|row| {
            let asked = if row.scopes.is_empty() { String::new() } else { format!(": {}", some(&row.scopes, 4)) };
            format!("- {}{asked} ({})", row.permission.name, row.confidence.as_str())
        }),
    );
    let open = unbilled(catalog, &target.ask.scope);
    if !open.is_empty() {
        page.item(&format!("Not known what they ask for: {}.", some(&open, 6)));
    }
}
