//! CRM records and webhooks as a grid: objects down, what an app does with them across.
//!
//! It is made from the features: their options name the objects. It knows no plan.

use std::sync::{Mutex, PoisonError};

use crate::catalog::{Catalog, Feature, FeatureOption};

/// What an app does with the records of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Capability {
    /// Reads records.
    Read,
    /// Changes records.
    Write,
    /// Reads the definitions of properties.
    SchemaRead,
    /// Changes the definitions of properties.
    SchemaWrite,
    /// Reads and changes sensitive properties.
    Sensitive,
    /// Reads and changes highly sensitive properties.
    HighlySensitive,
    /// Is told of changes.
    Webhook,
    /// Shows a card on the record.
    Card,
}

impl Capability {
    /// In the order of the columns.
    pub const ALL: [Self; 8] = [
        Self::Read,
        Self::Write,
        Self::SchemaRead,
        Self::SchemaWrite,
        Self::Sensitive,
        Self::HighlySensitive,
        Self::Webhook,
        Self::Card,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::SchemaRead => "schema read",
            Self::SchemaWrite => "schema write",
            Self::Sensitive => "sensitive",
            Self::HighlySensitive => "highly sensitive",
            Self::Webhook => "webhook",
            Self::Card => "card",
        }
    }

    /// Its name over a column.
    pub fn short(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::SchemaRead => "sch r",
            Self::SchemaWrite => "sch w",
            Self::Sensitive => "sens",
            Self::HighlySensitive => "high",
            Self::Webhook => "hook",
            Self::Card => "card",
        }
    }

    /// Whether it is about sensitive data, which is never asked for in passing.
    pub fn is_sensitive(self) -> bool {
        matches!(self, Self::Sensitive | Self::HighlySensitive)
    }
}

/// A feature or an option of it.
pub type Member = (&'static str, Option<&'static str>);

/// An object with what can be done with it.
#[derive(Debug, Clone)]
pub struct GridRow {
    /// The object's plural.
    pub object: &'static str,
    cells: [Vec<Member>; 8],
}

impl GridRow {
    /// What a cell stands for, the one that is chosen first in front; nothing where HubSpot has no such thing.
    pub fn cell(&self, capability: Capability) -> &[Member] {
        &self.cells[capability as usize]
    }
}

/// The grid of the catalog's features, made when first asked for.
pub(super) fn grid(catalog: &'static Catalog) -> &'static [GridRow] {
    static GRIDS: Mutex<Vec<(&'static Catalog, &'static [GridRow])>> = Mutex::new(Vec::new());
    // One for each catalog: a program has one, its tests have several.
    let mut grids = GRIDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, grid)) = grids.iter().find(|(known, _)| std::ptr::eq(*known, catalog)) {
        return grid;
    }
    let grid = made(catalog).leak();
    grids.push((catalog, grid));
    grid
}

fn made(catalog: &'static Catalog) -> Vec<GridRow> {
    let mut grid = Vec::new();
    let records = catalog.features().iter().filter(|feature| feature.group == "records");
    let others = catalog.features().iter().filter(|feature| feature.group != "records");
    for feature in records.chain(others) {
        add(catalog, &mut grid, feature);
    }
    grid
}

fn add(catalog: &'static Catalog, grid: &mut Vec<GridRow>, feature: &'static Feature) {
    let own = || objects_of(catalog, feature);
    match feature.id {
        "crm.properties" | "sensitive" => {
            for option in feature.options {
                let (object, rest) = option.id.split_once('.').unwrap_or((option.id, ""));
                let capability = match (feature.id, rest) {
                    ("crm.properties", "read") => Capability::SchemaRead,
                    ("crm.properties", _) => Capability::SchemaWrite,
                    (_, rest) if rest.starts_with("highly_") => Capability::HighlySensitive,
                    _ => Capability::Sensitive,
                };
                put(catalog, grid, &[object], capability, (feature.id, Some(option.id)));
            }
        }
        "webhooks.classic" | "webhooks.generic" | "cards.app" => {
            let capability = if feature.id == "cards.app" { Capability::Card } else { Capability::Webhook };
            for option in feature.options {
                put(catalog, grid, &names_in(option), capability, (feature.id, Some(option.id)));
            }
        }
        _ if feature.group != "records" || !feature.id.starts_with("crm.objects.") => {}
        _ if feature.options.is_empty() => put_all(grid, &own(), Capability::Read, (feature.id, None)),
        _ => {
            for option in feature.options {
                let (part, verb) =
                    option.id.rsplit_once('.').map_or((None, option.id), |(part, verb)| (Some(part), verb));
                let capability = if verb == "read" { Capability::Read } else { Capability::Write };
                let of_part = part.map(|part| format!("{}_{part}", last_part(feature.id)));
                let objects = match &of_part {
                    Some(name) => catalog.objects().resolve(name).map(|object| object.plural).into_iter().collect(),
                    None => own(),
                };
                put_all(grid, &objects, capability, (feature.id, Some(option.id)));
            }
        }
    }
}

/// The objects that a feature of records is about: its id ends in one, and its name may list more.
fn objects_of(catalog: &'static Catalog, feature: &'static Feature) -> Vec<&'static str> {
    let listed = feature.name.split_once(": ").map_or("", |(_, list)| list).split(", ");
    let mut objects = Vec::new();
    for name in std::iter::once(last_part(feature.id)).chain(listed) {
        let plural =
            catalog.objects().resolve(name).filter(|object| object.kind != "other").map(|object| object.plural);
        objects.extend(plural.filter(|plural| !objects.contains(plural)));
    }
    objects
}

fn last_part(id: &str) -> &str {
    id.rsplit('.').next().unwrap_or(id)
}

/// The spellings under which an option names its object.
fn names_in(option: &'static FeatureOption) -> Vec<&'static str> {
    let bare = option.id.strip_prefix("object:").unwrap_or(option.id);
    let of_event = bare.split_once('.').map_or(bare, |(object, _)| object);
    std::iter::once(of_event).chain(option.object_type_id).chain(option.aliases.iter().copied()).collect()
}

fn put(catalog: &'static Catalog, grid: &mut Vec<GridRow>, names: &[&str], capability: Capability, member: Member) {
    let object = names.iter().find_map(|name| catalog.objects().resolve(name));
    put_all(grid, &object.map(|object| object.plural).into_iter().collect::<Vec<_>>(), capability, member);
}

fn put_all(grid: &mut Vec<GridRow>, objects: &[&'static str], capability: Capability, member: Member) {
    for object in objects {
        let place = grid.iter().position(|row| row.object == *object).unwrap_or_else(|| {
            grid.push(GridRow { object, cells: Default::default() });
            grid.len() - 1
        });
        grid[place].cells[capability as usize].push(member);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_of_records_and_every_card_and_webhook_of_an_object_has_its_cell() {
        let catalog = Catalog::embedded();
        let has = |member: Member| grid(catalog).iter().any(|row| row.cells.iter().flatten().any(|one| *one == member));
        let of_objects =
            ["crm.objects.", "crm.properties", "sensitive", "webhooks.classic", "webhooks.generic", "cards.app"];
        let features =
            catalog.features().iter().filter(|feature| of_objects.iter().any(|id| feature.id.starts_with(id)));
        let missing: Vec<Member> = features
            .flat_map(|feature| match feature.options {
                [] => vec![(feature.id, None)],
                options => options.iter().map(|option| (feature.id, Some(option.id))).collect(),
            })
            .filter(|member| !has(*member))
            .collect();
        assert_eq!(missing, [("cards.app", Some("location:helpdesk.sidebar"))]);
    }

    #[test]
    fn a_cell_stands_for_what_hubspot_has_of_the_object() {
        let row = |object: &str| grid(Catalog::embedded()).iter().find(|row| row.object == object).unwrap();
        assert_eq!(row("contacts").cell(Capability::Read), [("crm.objects.contacts", Some("read"))]);
        assert_eq!(row("tasks").cell(Capability::Write), [("crm.objects.engagements", Some("write"))]);
        assert_eq!(row("partner_clients").cell(Capability::Read), [("crm.objects.partner", Some("clients.read"))]);
        assert_eq!(row("deals").cell(Capability::Webhook)[0], ("webhooks.classic", Some("deal.creation")));
        assert!(row("carts").cell(Capability::Sensitive).is_empty());
    }
}
