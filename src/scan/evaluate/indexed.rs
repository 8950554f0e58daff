//! What stands under a key: of a map, of a list, of a resource below a URL, of one of several cases.

use super::evaluator::Evaluator;
use super::texts::joined_paths;
use crate::scan::value::{MOST_VALUES, Piece, Value, Values, few, without_picks};

impl Evaluator<'_> {
    /// `object[key]`.
    pub(super) fn index(&self, file: u32, objects: &Values, keys: &Values) -> Values {
        let mut found = Vec::new();
        for object in objects.iter() {
            let keys = &self.as_keys(keys);
            let known: Vec<String> =
                keys.iter().filter_map(|key| key.whole().or_else(|| entry_named(object, key))).collect();
            // Ruby: `resource["crm/v3/owners"]` is below the URL of the resource.
            let is_path = |key: &Value| matches!(key, Value::Text(pieces) if pieces.iter().any(|piece| matches!(piece, Piece::Literal { text, .. } if text.contains('/'))));
            if let Value::Outside(_, Some(base)) = object
                && keys.iter().any(is_path)
            {
                found.extend(joined_paths(&[[Value::Text(base.clone())].into(), keys.clone()]).to_vec());
                continue;
            }
            if known.is_empty() {
                match object {
                    Value::Map(entries)
                        if let [Value::Parameter(parameter)] = &**keys
                            && (1..=MOST_VALUES).contains(&entries.len()) =>
                    {
                        let parameter = self.as_name(parameter);
                        let plain = entries.iter().map(|(key, values)| (key.clone(), without_picks(values)));
                        found.push(Value::Pick(plain.collect(), parameter));
                    }
                    Value::Map(entries) => found.extend(entries.iter().flat_map(|(_, values)| values.to_vec())),
                    Value::List(items) => found.extend(items.iter().cloned()),
                    // `crm[kind].basicApi`, where the type of `kind` names a few.
                    Value::Outside(..) if keys.iter().any(|key| self.is_chosen(key)) => {
                        let chosen = keys.iter().filter_map(|key| match key {
                            Value::Parameter(parameter) => self.choices_of(parameter),
                            _ => None,
                        });
                        let names: Vec<String> =
                            chosen.flat_map(|values| values.to_vec()).filter_map(|key| key.whole()).collect();
                        found.extend(names.iter().flat_map(|name| self.member(file, object, name).to_vec()));
                    }
                    Value::Outside(..) => found.extend(self.member(file, object, "{objectType}").iter().cloned()),
                    Value::Parameter(parameter) => found.push(Value::Parameter(parameter.part("{}"))),
                    // Go: a function and the types that it is used with.
                    Value::Function(..) => found.push(object.clone()),
                    _ => {}
                }
            }
            for key in known {
                found.extend(self.member(file, object, &key).iter().cloned());
            }
        }
        few(found)
    }

    fn is_chosen(&self, key: &Value) -> bool {
        matches!(key, Value::Parameter(parameter) if self.choices_of(parameter).is_some())
    }
}

/// The key of a map that an entry of an enumeration without a value names: `[Kind.Deal] = "/deals"`.
fn entry_named(object: &Value, key: &Value) -> Option<String> {
    let (Value::Map(entries), Value::Outside(names, None)) = (object, key) else { return None };
    let last = names.last()?;
    entries.iter().find(|(key, _)| key == last).map(|(key, _)| key.to_string())
}
