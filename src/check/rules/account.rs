//! Accounts and installers: whom a link shuts out, as far as that is known.
//!
//! Nothing here is more than a warning: the link is right, and some cannot follow it.

use crate::account::{Role, bill, lens};
use crate::catalog::{Catalog, Confidence, Level, Scope, Verdict};
use crate::diagnostic::{Diagnostic, rule};
use crate::prose::{capitalised, listed};

/// The most permissions that an installer may have to hold before it is worth a note.
const MANY: usize = 5;

/// Whom a link shuts out that demands `scope`: the names of the parameter, `oauth` among them.
pub fn check_accounts<S: AsRef<str>>(catalog: &'static Catalog, scope: &[S]) -> Vec<Diagnostic> {
    let mut met = std::collections::BTreeSet::new();
    let names = scope.iter().map(AsRef::as_ref).filter(|name| met.insert(*name));
    let known = names.filter_map(|name| catalog.scope_named(name));
    let mut found: Vec<Diagnostic> = known.filter_map(|scope| tier_blocks(catalog, scope)).collect();
    found.extend(too_wide(catalog, scope));
    found
}

fn tier_blocks(catalog: &Catalog, scope: &Scope) -> Option<Diagnostic> {
    let tier = scope.tier.as_ref().filter(|tier| !tier.is_any())?;
    let confidence = scope.tier_confidence();
    let lacking: Vec<&str> = lens(catalog, &[scope.name])
        .0
        .iter()
        .filter(|seen| seen.verdict != Verdict::Yes)
        .map(|seen| seen.level.as_str())
        .collect();
    let everywhere = lacking.len() == Level::ALL.len();
    let who = if everywhere { "an account without the add-on".to_owned() } else { listed(&lacking) };
    let message = if confidence == Confidence::Documented {
        format!("{} needs {}; {who} cannot install.", scope.name, tier.describe())
    } else {
        format!(
            "{} is {} to need {}; {who} may not be able to install.",
            scope.name,
            confidence.as_str(),
            tier.describe()
        )
    };
    // Both are said where sources differ.
    let other = scope.tier_hint.map_or_else(String::new, |hint| format!(" Another source differs: {hint}."));
    let message = format!("{message}{other}");
    let mut finding = Diagnostic::new(rule::ACCOUNT_TIER_BLOCKS, scope.name, message)
        .with_hubspot_says(catalog.messages().says("install.tier", "scope", scope.name))
        .with_fix(format!(
            "Make {} optional, so that it is left out there, or conditionally required, in a link of its own.",
            scope.name
        ))
        .with_confidence(confidence);
    if let Some(source) = scope.sources.first() {
        finding = finding.with_source(catalog.source(source));
    }
    Some(finding)
}

fn too_wide<S: AsRef<str>>(catalog: &'static Catalog, scope: &[S]) -> Option<Diagnostic> {
    let rows: Vec<_> = bill(catalog, scope).into_iter().filter(|row| !row.is_super_admin()).collect();
    if rows.len() <= MANY {
        return None;
    }
    let least = rows.iter().map(|row| row.confidence).min().unwrap_or(Confidence::Inferred);
    let names: Vec<&str> = rows.iter().map(|row| row.permission.name).collect();
    let message = format!(
        "{} must hold {} permissions for this link: {}. Most of that is reported or inferred.",
        Role::MarketplaceAccess.describe(),
        names.len(),
        names.join(", ")
    );
    let finding = Diagnostic::new(rule::ACCOUNT_TOO_WIDE, "scope", capitalised(&message))
        .with_hubspot_says(catalog.messages().says("install.permissions", "app", "the app"))
        .with_fix(
            "Make optional what only some features need, use granular scopes for coarse ones, or let a Super Admin install: \
             hubscope simulate --checklist says which scope asks for what.",
        )
        .with_confidence(least);
    Some(finding)
}
