//! Ways of a specification that are not taken at its word, and the reason.
//!
//! A specification lists what the gateway lets through, often one list for reading and for writing alike. That a scope
//! for reading lets an app change something is not believed where the writing one of the same family stands beside it.

use crate::catalog::Way;

/// Why a way is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It only reads, the call changes something, and a writing scope of the same family is listed as well.
    ReadsOnly,
    /// It opens the object's definition, the call is about its records, and a scope of the records is listed as well.
    DefinitionOnly,
    /// Only these versions of the operation list it.
    SomeVersions(Vec<&'static str>),
}

/// A way that is not taken.
#[derive(Debug, Clone)]
pub struct Doubtful {
    /// The way.
    pub way: Way,
    /// Why.
    pub why: Doubt,
}

/// Whether `way` only reads where one of `others` writes in the same family.
pub(super) fn only_reads_beside<'a>(way: &[&str], mut others: impl Iterator<Item = &'a Vec<&'static str>>) -> bool {
    let families: Vec<String> = way.iter().map(|name| family(name)).collect();
    let writes = |name: &&&'static str| is_writing(name) && families.contains(&family(name));
    only_reads(way) && others.any(|other| other.iter().any(|n| writes(&n)))
}

/// Whether `way` needs scopes, and each of them is one for reading.
pub(super) fn only_reads(way: &[&str]) -> bool {
    !way.is_empty() && way.iter().all(|name| is_reading(name))
}

/// Whether `way` opens the definition of an object whose records one of `others` opens.
pub(super) fn only_defines_beside<'a>(way: &[&str], mut others: impl Iterator<Item = &'a Vec<&'static str>>) -> bool {
    let [name] = way else { return false };
    name.strip_prefix("crm.schemas.").is_some_and(|rest| {
        let of_records = format!("crm.objects.{rest}");
        others.any(|other| other.iter().any(|name| *name == of_records))
    })
}

/// Whether `way` is for data of a special kind only: hidden files, sensitive properties.
pub(super) fn is_special(way: &[&str]) -> bool {
    way.iter().any(|name| name.split('.').any(|part| KINDS.contains(&part)))
}

/// Parts of a name that say of which kind the data is.
const KINDS: [&str; 3] = ["sensitive", "highly_sensitive", "ui_hidden"];

/// The name before its last part, without what only says how sensitive the data is.
fn family(name: &str) -> String {
    let parts: Vec<&str> = name.split('.').collect();
    let stem = match &parts[..] {
        [] => String::new(),
        [word] => word.rsplit_once(['-', '_']).map_or(*word, |(stem, _)| stem).to_owned(),
        [head @ .., _] => head.iter().filter(|part| !KINDS.contains(part)).copied().collect::<Vec<_>>().join("."),
    };
    stem.replace(['-', '_'], ".")
}

/// The last part of a name, such as `read` or `read_write`; of a name without dots, its last word.
fn verb(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((_, last)) => last,
        None => name.rsplit(['-', '_']).next().unwrap_or(name),
    }
}

fn is_reading(name: &str) -> bool {
    matches!(verb(name), "read" | "view")
}

fn is_writing(name: &str) -> bool {
    const VERBS: [&str; 9] = ["write", "read_write", "delete", "publish", "send", "create", "edit", "merge", "manage"];
    VERBS.contains(&verb(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_scope_is_doubted_beside_a_writing_one_of_its_family_only() {
        let doubted = |way: &[&'static str], others: &[&[&'static str]]| {
            let others: Vec<Vec<&'static str>> = others.iter().map(|way| way.to_vec()).collect();
            only_reads_beside(way, others.iter())
        };
        assert!(doubted(&["marketing.email.read"], &[&["content"], &["marketing.email.write"]]));
        assert!(doubted(&["files.read"], &[&["files.delete"]]));
        assert!(doubted(&["hubdb.tables.read"], &[&["hubdb.tables.publish"]]));
        assert!(doubted(&["price-book-read"], &[&["price-book-write"]]));
        assert!(doubted(&["crm.objects.deals.sensitive.read"], &[&["crm.objects.deals.write"]]));
        assert!(doubted(&["communication_preferences.read"], &[&["communication_preferences.read_write"]]));
        assert!(doubted(&["a.b.read"], &[&["c.read", "a.b.write"]]), "a writing scope inside of a larger way");
        assert!(!doubted(&["automation.sequences.read"], &[&["content"]]), "no writing scope is listed");
        assert!(!doubted(&["crm.lists.read"], &[&["crm.objects.contacts.write"]]), "of another family");
        assert!(!doubted(&["a.b.read", "a.b.write"], &[&["a.b.write"]]), "it writes, too");
        assert!(!doubted(&["crm.export"], &[&["crm.import"]]) && !doubted(&[], &[&["a.write"]]));
    }
}
