//! What other facts change: rows that are new, gone, or say something else, kind by kind.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::Catalog;

/// What is different in one kind of facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Such as `scopes`.
    #[serde(skip)]
    pub kind: &'static str,
    /// Names of rows that only the other facts have.
    pub new: Vec<String>,
    /// Names of rows that the other facts lack.
    pub gone: Vec<String>,
    /// Rows of both that differ.
    pub changed: Vec<Change>,
}

/// A row that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The name of the row.
    pub name: String,
    /// What differs in it.
    pub fields: Vec<FieldChange>,
}

/// A field that differs; null = it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field, as rows are written.
    pub field: String,
    /// What it says in the facts at hand.
    pub before: Value,
    /// What it says in the others.
    pub after: Value,
}

type Rows = BTreeMap<String, Value>;

/// How the facts of `new` differ from those of `old`, every kind of them, the same ones too.
pub fn changes(old: &Catalog, new: &Catalog) -> Vec<Changes> {
    KINDS.iter().map(|(kind, rows)| compare(kind, &rows(old), &rows(new))).collect()
}

/// The rows of a catalog, by name.
type RowsOf = fn(&Catalog) -> Rows;

const KINDS: [(&str, RowsOf); 12] = [
    ("scopes", scopes),
    ("tiers", tiers),
    ("features", features),
    ("options", options),
    ("endpoints", endpoints),
    ("objects", |catalog| named(catalog.objects().all(), |row| row.plural.to_owned())),
    ("platforms", |catalog| named(catalog.platforms(), |row| row.version.to_owned())),
    ("sunsets", |catalog| named(catalog.sunsets(), |row| row.id.to_owned())),
    ("permissions", |catalog| named(catalog.permissions().all(), |row| row.id.to_owned())),
    ("grants", |catalog| named(catalog.permissions().grants(), |row| row.scope.to_owned())),
    ("messages", |catalog| named(catalog.messages().all(), |row| row.id.to_owned())),
    ("topics", |catalog| named(catalog.topics(), |row| row.id.to_owned())),
];

fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

fn named<T: Serialize>(rows: &[T], name: impl Fn(&T) -> String) -> Rows {
    rows.iter().map(|row| (name(row), value(row))).collect()
}

fn without(mut row: Value, fields: &[&str]) -> Value {
    if let Some(object) = row.as_object_mut() {
        object.retain(|name, _| !fields.contains(&name.as_str()));
    }
    row
}

fn scopes(catalog: &Catalog) -> Rows {
    let rows = named(catalog.scopes(), |row| row.name.to_owned());
    rows.into_iter().map(|(name, row)| (name, without(row, &["tier", "tier_confidence"]))).collect()
}

fn tiers(catalog: &Catalog) -> Rows {
    let tier = |row: &super::Scope| json!({"tier": row.tier.as_ref().map(super::Tier::describe)});
    catalog.scopes().iter().map(|row| (row.name.to_owned(), tier(row))).collect()
}

fn features(catalog: &Catalog) -> Rows {
    let rows = named(catalog.features(), |row| row.id.to_owned());
    rows.into_iter().map(|(name, row)| (name, without(row, &["options"]))).collect()
}

fn options(catalog: &Catalog) -> Rows {
    let rows = catalog.features().iter().flat_map(|feature| {
        feature.options.iter().map(move |option| (format!("{}:{}", feature.id, option.id), value(option)))
    });
    rows.collect()
}

fn endpoints(catalog: &Catalog) -> Rows {
    let facts = catalog.endpoints();
    let rows = facts.operations().iter().map(|operation| {
        let name = operation.object.map_or_else(|| operation.id(), |object| format!("{} ({object})", operation.id()));
        let needs = facts.needs(operation);
        let ways = |ways: &[super::Way]| ways.iter().map(|way| way.all_of.clone()).collect::<Vec<_>>();
        let row = json!({
            "any_of": ways(&needs.requirement), "user_level": ways(&needs.user_level), "confidence": needs.confidence,
        });
        (name, row)
    });
    rows.collect()
}

fn compare(kind: &'static str, old: &Rows, new: &Rows) -> Changes {
    let only = |these: &Rows, others: &Rows| {
        these.keys().filter(|name| !others.contains_key(*name)).cloned().collect::<Vec<_>>()
    };
    let both = old.iter().filter_map(|(name, before)| Some((name, before, new.get(name)?)));
    let changed = both
        .filter(|(_, before, after)| before != after)
        .map(|(name, before, after)| Change { name: name.clone(), fields: differing(before, after) });
    Changes { kind, new: only(new, old), gone: only(old, new), changed: changed.collect() }
}

fn differing(before: &Value, after: &Value) -> Vec<FieldChange> {
    let fields = |row: &Value| row.as_object().map(|row| row.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let mut names = fields(before);
    names.extend(fields(after).into_iter().filter(|name| before.get(name).is_none()));
    let of = |row: &Value, name: &str| row.get(name).cloned().unwrap_or_default();
    let pairs = names.into_iter().map(|name| (of(before, &name), of(after, &name), name));
    pairs
        .filter(|(before, after, _)| before != after)
        .map(|(before, after, field)| FieldChange { field, before, after })
        .collect()
}
