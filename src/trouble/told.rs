//! What a sentence of HubSpot's tells beside its cause: the scopes and the user permissions that stand in it.

use std::collections::BTreeSet;

use super::body::in_brackets;
use super::diagnosis::Diagnosis;
use super::names::{about_name, resolve};
use crate::catalog::{Catalog, Permission};

/// Adds the scopes and permissions that `text` names.
pub(super) fn add_names(catalog: &'static Catalog, text: &str, diagnosis: &mut Diagnosis) {
    let named = in_brackets(text).into_iter().chain(dotted(text)).chain(after_colon(text));
    let mut met = BTreeSet::new();
    for name in named.filter(|name| met.insert(name.clone())) {
        if catalog.scope_id(&name).is_some() || name.contains('.') && name.starts_with("crm.") {
            diagnosis.notes.extend(about_name(catalog, &name));
            diagnosis.scopes.push(name);
        } else if catalog.internal_name(&name).is_some() {
            diagnosis.notes.extend(about_name(catalog, &name));
            diagnosis.scopes.extend(resolve(catalog, &name));
        }
    }
    diagnosis.permissions = permissions(catalog, text);
    if !diagnosis.permissions.is_empty()
        && let Some(rule) = catalog.permissions().rule("optional-listed")
    {
        diagnosis.notes.push(format!("{} ({})", rule.text, rule.confidence.as_str()));
    }
}

/// Names with a dot in running text: `crm.objects.contacts.read` is no word of a sentence.
fn dotted(text: &str) -> Vec<String> {
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let words = text.split(|c: char| !legal(c)).map(|word| word.trim_matches('.'));
    words.filter(|word| word.contains('.')).map(str::to_owned).collect()
}

/// The names after the last colon: `… scopes are invalid: contacts`.
fn after_colon(text: &str) -> Vec<String> {
    let Some((_, after)) = text.rsplit_once(": ") else { return Vec::new() };
    let words: Vec<&str> =
        after.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty()).collect();
    // A clause is no list.
    if words.len() > 3 && !after.contains(',') {
        return Vec::new();
    }
    words.iter().map(|word| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned()).collect()
}

/// The user permissions that stand in the text, with the scopes that ask for each.
fn permissions(catalog: &'static Catalog, text: &str) -> Vec<(&'static Permission, Vec<&'static str>)> {
    let folded = text.to_lowercase().replace(['›', '→'], ">");
    let facts = catalog.permissions();
    let stands = |permission: &&Permission| {
        let mut names = permission.names().filter(|name| name.contains([' ', '-']));
        names.any(|name| folded.contains(&name.to_lowercase()))
    };
    let asking = |id: &str| -> Vec<&'static str> {
        facts.grants().iter().filter(|grant| grant.needs.contains(&id)).map(|grant| grant.scope).collect()
    };
    facts.all().iter().filter(stands).map(|permission| (permission, asking(permission.id))).collect()
}
