//! CRM object types and the many ways their names are written.

use super::rows::{Object, UsesScopes};

impl UsesScopes {
    /// Those for reading, or those for changing.
    pub fn of(&self, read: bool) -> &[&'static str] {
        if read { &self.read } else { &self.write }
    }
}

/// All object types.
#[derive(Debug)]
pub struct Objects(pub(super) Vec<Object>);

impl Objects {
    /// All rows, CRM types first.
    pub fn all(&self) -> &[Object] {
        &self.0
    }

    /// The type that `text` names: plural, singular, upper case, type id or another spelling; letter case, `_`, `-` and
    /// spaces do not matter. Ids `2-…` and names `p_…` are custom objects.
    pub fn resolve(&self, text: &str) -> Option<&Object> {
        let wanted = fold(text);
        if wanted.is_empty() {
            return None;
        }
        let exact = |object: &&Object| {
            object.id == Some(text)
                || [object.plural, object.singular, object.upper].iter().any(|name| fold(name) == wanted)
        };
        self.0
            .iter()
            .find(exact)
            .or_else(|| self.0.iter().find(|object| object.aliases.iter().any(|alias| fold(alias) == wanted)))
            .or_else(|| self.custom(text))
    }

    fn custom(&self, text: &str) -> Option<&Object> {
        let digits = |tail: &str| !tail.is_empty() && tail.bytes().all(|b| b.is_ascii_digit());
        let hub_name = |tail: &str| tail.split_once('_').is_some_and(|(hub, name)| digits(hub) && !name.is_empty());
        let is_custom = text.strip_prefix("2-").is_some_and(digits)
            || text.strip_prefix("p_").is_some_and(|name| !name.is_empty())
            || text.strip_prefix('p').is_some_and(hub_name);
        self.0.iter().find(|object| is_custom && object.plural == "custom")
    }
}

fn fold(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}
