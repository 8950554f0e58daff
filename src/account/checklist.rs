//! A checklist in Markdown that a developer hands to whoever installs.
//!
//! Names from outside are written as code or with their marks escaped; what a terminal would obey is escaped at the face.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{Ask, BillRow, Install, bill, unbilled};
use crate::catalog::{Catalog, Sensitivity};
use crate::plan::{Auth, Distribution};

/// What an installer needs for the link of `ask`.
pub fn checklist(catalog: &'static Catalog, install: &Install, ask: &Ask) -> String {
    let mut text = String::new();
    let name = install.app.name.as_deref().map_or_else(|| "the app".to_owned(), plain);
    line(&mut text, &format!("# Before you install {name}"));
    line(&mut text, "");
    line(&mut text, who(install));
    line(&mut text, "");
    account(&mut text, catalog, install, ask);
    installer(&mut text, catalog, ask);
    if !install.app.gets_all_or_none() {
        optional(&mut text, catalog, ask);
    }
    line(&mut text, "## Afterwards");
    line(&mut text, "");
    line(&mut text, "- What is installed, and by whom: Settings > Integrations > Connected apps.");
    for rule in ["demote-after", "relogin"].iter().filter_map(|id| catalog.permissions().rule(id)) {
        line(&mut text, &format!("- {} ({})", rule.text, rule.confidence.as_str()));
    }
    line(&mut text, "");
    line(
        &mut text,
        &format!("Facts as of {}. What is reported or inferred may differ in your account.", catalog.as_of()),
    );
    text
}

fn who(install: &Install) -> &'static str {
    if install.app.user_level {
        "Every user installs it for themselves; it then acts within that user's own permissions."
    } else {
        "One person installs it once, for the whole account. It is no login: nobody else opens the install link."
    }
}

fn account(text: &mut String, catalog: &Catalog, install: &Install, ask: &Ask) {
    line(text, "## The account");
    line(text, "");
    let mut items = BTreeSet::new();
    let demanded = ask.scope.iter().filter_map(|name| catalog.scope_named(name));
    for scope in demanded.clone() {
        if let Some(tier) = scope.tier.as_ref().filter(|tier| !tier.is_any()) {
            items.insert(format!("{}, for `{}` ({})", tier.describe(), scope.name, scope.tier_confidence().as_str()));
        }
    }
    if let Some(why) = ask.unknown {
        items.insert(format!("What its scopes ask of the subscription. {why}"));
    } else if items.is_empty() {
        items.insert("Any subscription, as far as it is known".to_owned());
    }
    if demanded.clone().any(|scope| scope.sensitivity != Sensitivity::Normal) {
        items.insert("Sensitive data is turned on".to_owned());
    }
    if install.app.distribution == Some(Distribution::Private) && install.app.auth == Auth::Oauth {
        items.insert("The developer has put the account on the app's allow list".to_owned());
    }
    items.insert("Where App Governance is on: a Super Admin has approved the app and its scopes (reported)".to_owned());
    for item in &items {
        tick(text, item);
    }
    line(text, "");
}

fn installer(text: &mut String, catalog: &'static Catalog, ask: &Ask) {
    let rows = bill(catalog, &ask.scope);
    line(text, "## The installer");
    line(text, "");
    let (roles, rest): (Vec<&BillRow>, Vec<&BillRow>) = rows.iter().partition(|row| row.is_super_admin());
    let documented = |row: &&&BillRow| row.confidence == crate::catalog::Confidence::Documented;
    let sentence = match (roles.iter().find(documented), roles.first()) {
        (Some(row), _) => format!("A Super Admin: only one can grant {} (documented).", codes(&row.scopes)),
        (None, Some(row)) => {
            let how = row.confidence.as_str();
            format!("Best a Super Admin, who alone may be able to grant {} ({how}).", codes(&row.scopes))
        }
        (None, None) => "A Super Admin, or a user who holds all of these:".to_owned(),
    };
    line(text, &sentence);
    line(text, "");
    // A Super Admin holds them all.
    let only_super_admin = roles.iter().any(|row| documented(&row));
    let rest = if only_super_admin { Vec::new() } else { rest };
    for row in &rest {
        tick(text, &permission(row));
    }
    if let Some(rule) = catalog.permissions().rule("unassigned").filter(|_| rest.iter().any(|row| of_records(row))) {
        tick(text, &format!("{} ({})", rule.text.trim_end_matches('.'), rule.confidence.as_str()));
    }
    if let Some(why) = ask.unknown {
        line(text, "");
        line(text, &format!("Which permissions its scopes ask for is not known. {why}"));
    }
    let open = unbilled(catalog, &ask.scope);
    if !open.is_empty() {
        line(text, "");
        line(text, &format!("Not known what they ask for: {}.", codes(&open)));
    }
    line(text, "");
}

fn of_records(row: &BillRow) -> bool {
    row.permission.area == "CRM objects"
}

fn optional(text: &mut String, catalog: &'static Catalog, ask: &Ask) {
    let demanded: BTreeSet<&str> = bill(catalog, &ask.scope).iter().map(|row| row.permission.id).collect();
    let more: Vec<BillRow> =
        bill(catalog, &ask.optional).into_iter().filter(|row| !demanded.contains(row.permission.id)).collect();
    if more.is_empty() {
        return;
    }
    line(text, "## For the optional parts");
    line(text, "");
    line(text, "Without these it installs all the same, and what needs them stays off.");
    line(text, "");
    for row in &more {
        tick(text, &permission(row));
    }
    line(text, "");
}

fn permission(row: &BillRow) -> String {
    let page =
        row.permission.install_page_name.map_or_else(String::new, |name| format!(", on the install page: {name}"));
    let asked = if row.scopes.is_empty() { String::new() } else { format!(", for {}", codes(&row.scopes)) };
    format!("{} ({}){page}{asked} ({})", row.permission.name, row.permission.area, row.confidence.as_str())
}

fn codes<T: AsRef<str>>(names: &[T]) -> String {
    names.iter().map(|name| format!("`{}`", name.as_ref().replace('`', "'"))).collect::<Vec<_>>().join(", ")
}

/// A name from outside, with the marks of Markdown escaped and on one line.
fn plain(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for c in name.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '!' | '|') {
            text.push('\\');
        }
        text.push(if c.is_whitespace() { ' ' } else { c });
    }
    text
}

fn tick(text: &mut String, item: &str) {
    line(text, &format!("- [ ] {item}"));
}

fn line(text: &mut String, content: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{content}");
}
