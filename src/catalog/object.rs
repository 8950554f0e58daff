//! CRM object types and the many ways their names are written.

use std::collections::BTreeMap;

use super::near::slip_of;
use super::rows::{Object, UsesScopes};

impl UsesScopes {
    /// Those for reading, or those for changing.
    pub fn of(&self, read: bool) -> &[&'static str] {
        if read { &self.read } else { &self.write }
    }
}

/// What a literal name stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Named<'a> {
    /// An object type of the catalog.
    Known(&'a Object),
    /// A custom object, by its own name.
    Custom(&'a Object),
    /// Nothing that can be told.
    Nothing,
}

impl<'a> Named<'a> {
    /// The type, where it is known.
    pub(super) fn object(self) -> Option<&'a Object> {
        match self {
            Self::Known(object) | Self::Custom(object) => Some(object),
            Self::Nothing => None,
        }
    }
}

/// Whether HubSpot would take `text` as the name of a custom object, and it is no word that stands for such a name.
fn is_own_name(text: &str) -> bool {
    const STAND_INS: [&str; 22] = [
        "objecttype",
        "objecttypeid",
        "objecttypename",
        "objectname",
        "objectid",
        "object",
        "objects",
        "type",
        "name",
        "fromobjecttype",
        "fromobjecttypeid",
        "toobjecttype",
        "toobjecttypeid",
        "fullyqualifiedname",
        "yourobject",
        "myobject",
        "id",
        "batch",
        "search",
        "merge",
        "associations",
        "archive",
    ];
    let is_legal = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let of_app = text.strip_prefix('a').and_then(|rest| rest.split_once('_'));
    let is_of_app = of_app.is_some_and(|(id, _)| !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit()));
    is_legal && !is_of_app && !STAND_INS.contains(&fold(text).as_str())
}

/// All object types.
#[derive(Debug)]
pub struct Objects {
    rows: Vec<Object>,
    /// The first row with each id.
    by_id: BTreeMap<&'static str, usize>,
    /// The first row with each of its own names, without what does not matter in one.
    by_name: BTreeMap<String, usize>,
    /// The same by other spellings.
    by_alias: BTreeMap<String, usize>,
}

impl Objects {
    /// The object types of `rows`, which are asked for again and again by name.
    pub(super) fn new(rows: Vec<Object>) -> Self {
        let (mut by_id, mut by_name, mut by_alias) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (at, object) in rows.iter().enumerate() {
            if let Some(id) = object.id {
                by_id.entry(id).or_insert(at);
            }
            for name in [object.plural, object.singular, object.upper] {
                by_name.entry(fold(name)).or_insert(at);
            }
            for alias in &object.aliases {
                by_alias.entry(fold(alias)).or_insert(at);
            }
        }
        Self { rows, by_id, by_name, by_alias }
    }

    /// All rows, CRM types first.
    pub fn all(&self) -> &[Object] {
        &self.rows
    }

    /// The type that `text` names: plural, singular, upper case, type id or another spelling; letter case, `_`, `-` and
    /// spaces do not matter. Ids `2-…` and names `p_…` are custom objects.
    pub fn resolve(&self, text: &str) -> Option<&Object> {
        let wanted = fold(text);
        if wanted.is_empty() {
            return None;
        }
        let exact = [self.by_id.get(text), self.by_name.get(&wanted)].into_iter().flatten().min();
        exact.or_else(|| self.by_alias.get(&wanted)).and_then(|at| self.rows.get(*at)).or_else(|| self.custom(text))
    }

    /// What a literal name in the place of an object type stands for: a name that no standard object has is a custom
    /// object's own. What stands for a name, an id that no row has and the name of an app object say nothing.
    pub(super) fn named(&self, text: &str) -> Named<'_> {
        match self.resolve(text) {
            Some(object) => Named::Known(object),
            None if is_own_name(text) => self.custom_type().map_or(Named::Nothing, Named::Custom),
            None => Named::Nothing,
        }
    }

    /// The standard objects one of whose names `text` is with a slip of the hand, the nearest ones, each by its plural.
    pub(super) fn slips(&self, text: &str) -> Vec<&'static str> {
        let wanted = fold(text);
        let far = |object: &Object| {
            let names = [object.plural, object.singular].into_iter().chain(object.aliases.iter().copied());
            names.filter_map(|name| slip_of(&wanted, &fold(name))).min()
        };
        let standard = self.rows.iter().filter(|object| object.kind == "crm");
        let found: Vec<(usize, &'static str)> =
            standard.filter_map(|object| Some((far(object)?, object.plural))).collect();
        let least = found.iter().map(|(far, _)| *far).min();
        found.into_iter().filter(|(far, _)| Some(*far) == least).map(|(_, name)| name).collect()
    }

    fn custom_type(&self) -> Option<&Object> {
        self.rows.iter().find(|object| object.plural == "custom")
    }

    fn custom(&self, text: &str) -> Option<&Object> {
        let digits = |tail: &str| !tail.is_empty() && tail.bytes().all(|b| b.is_ascii_digit());
        let hub_name = |tail: &str| tail.split_once('_').is_some_and(|(hub, name)| digits(hub) && !name.is_empty());
        let is_custom = text.strip_prefix("2-").is_some_and(digits)
            || text.strip_prefix("p_").is_some_and(|name| !name.is_empty())
            || text.strip_prefix('p').is_some_and(hub_name);
        self.custom_type().filter(|_| is_custom)
    }
}

fn fold(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}
