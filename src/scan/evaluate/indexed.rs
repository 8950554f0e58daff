//! What stands under a key: of a map, of a list, of a resource below a URL, of one of several cases.

use super::evaluator::Evaluator;
use super::texts::joined_paths;
use std::rc::Rc;

use crate::scan::value::{Piece, Value, Values, few, without_picks};

impl Evaluator<'_> {
    /// `object[key]`.
    pub(super) fn index(&self, file: u32, objects: &Values, keys: &Values) -> Values {
        if matches!(&**keys, [Value::Unsettled]) {
            return keys.clone();
        }
        let mut found = Vec::new();
        for object in objects.iter() {
            let keys = &self.as_keys(keys);
            // Ruby: `resource["crm/v3/owners"]` is below the URL of the resource.
            let is_path = |key: &Value| matches!(key, Value::Text(pieces) if pieces.iter().any(|piece| matches!(piece, Piece::Literal { text, .. } if text.contains('/'))));
            if let Value::Outside(_, Some(base)) = object
                && keys.iter().any(is_path)
            {
                found.extend(joined_paths(&[[Value::Text(base.clone())].into(), keys.clone()]).to_vec());
                continue;
            }
            if let Value::Map(entries) = object {
                found.extend(self.entries_for(file, entries, keys));
                continue;
            }
            let known: Vec<String> = keys.iter().filter_map(Value::whole).collect();
            if known.is_empty() {
                self.index_by_unknown(file, object, keys, &mut found);
            }
            for key in known {
                found.extend(self.member(file, object, &key).iter().cloned());
            }
        }
        few(found)
    }

    /// What a table has under `keys`: of each that is known its entry, of each that a parameter brings a pick, and of one of
    /// which only a part is known, or nothing, all entries that it can mean.
    fn entries_for(&self, file: u32, entries: &Rc<[(Box<str>, Values)]>, keys: &Values) -> Vec<Value> {
        let map = Value::Map(Rc::clone(entries));
        let mut found = Vec::new();
        let mut has_known = false;
        for key in keys.iter() {
            if let Some(known) = key.whole().or_else(|| entry_named(entries, key)) {
                has_known = true;
                found.extend(self.member(file, &map, &known).iter().cloned());
            }
        }
        let open = |key: &&Value| matches!(key, Value::Parameter(_) | Value::Cut) || is_partly_known(key);
        let mut left: Vec<&Value> = keys.iter().filter(open).collect();
        // A name that says nothing stands beside a key that is known where it has a default.
        let unknown = Value::outside("key");
        if !has_known && left.is_empty() {
            left.push(&unknown);
        }
        for key in left {
            let with_name = match key {
                Value::Parameter(parameter) => Value::Parameter(self.as_name(parameter)),
                key => key.clone(),
            };
            found.extend(meant(entries, &with_name));
        }
        found
    }

    /// What stands in `object` where no key is known.
    fn index_by_unknown(&self, file: u32, object: &Value, keys: &Values, found: &mut Vec<Value>) {
        match object {
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
            Value::Function(..) | Value::Cut | Value::Unsettled => found.push(object.clone()),
            _ => {}
        }
    }

    fn is_chosen(&self, key: &Value) -> bool {
        matches!(key, Value::Parameter(parameter) if self.choices_of(parameter).is_some())
    }
}

/// The key of a map that an entry of an enumeration without a value names: `[Kind.Deal] = "/deals"`.
fn entry_named(entries: &[(Box<str>, Values)], key: &Value) -> Option<String> {
    let Value::Outside(names, None) = key else { return None };
    let last = names.last()?;
    entries.iter().find(|(key, _)| key == last).map(|(key, _)| key.to_string())
}

/// Whether some of the text is known.
fn is_partly_known(key: &Value) -> bool {
    let is_literal = |piece: &Piece| matches!(piece, Piece::Literal { text, .. } if !text.is_empty());
    matches!(key, Value::Text(pieces) if pieces.iter().any(is_literal)) && key.whole().is_none()
}

/// The entries of a table that a key which is not known, or not whole, can mean.
///
/// In `noun + "_columns"`, where a caller brings the noun, it picks among the entries whose keys end so, by what stands
/// before.
pub(super) fn meant(entries: &[(Box<str>, Values)], key: &Value) -> Vec<Value> {
    let pieces = match key {
        Value::Parameter(parameter) => {
            let plain = entries.iter().map(|(key, values)| (key.clone(), without_picks(values)));
            return vec![Value::Pick(plain.collect(), parameter.clone())];
        }
        Value::Text(pieces) => pieces,
        _ => return entries.iter().flat_map(|(_, values)| without_picks(values).to_vec()).collect(),
    };
    let pieces: Vec<Piece> = pieces.iter().filter(|piece| !matches!(piece, Piece::When(_))).cloned().collect();
    let fitting = entries.iter().filter_map(|(key, values)| Some((open_part(key, &pieces)?, values)));
    let mut open = pieces.iter().filter(|piece| !matches!(piece, Piece::Literal { .. }));
    match (open.next(), open.next()) {
        (Some(Piece::Parameter(parameter)), None) => {
            let entries = fitting.map(|(part, values)| (Box::from(part), without_picks(values)));
            vec![Value::Pick(entries.collect(), parameter.clone())]
        }
        _ => fitting.flat_map(|(_, values)| without_picks(values).to_vec()).collect(),
    }
}

/// What of `key` the open pieces stand for, from the first to the last; `None` where the others do not fit it.
fn open_part<'k>(key: &'k str, pieces: &[Piece]) -> Option<&'k str> {
    let mut rest = key;
    let mut pieces = pieces;
    while let [Piece::Literal { text, .. }, after @ ..] = pieces {
        rest = rest.strip_prefix(&**text)?;
        pieces = after;
    }
    while let [before @ .., Piece::Literal { text, .. }] = pieces {
        rest = rest.strip_suffix(&**text)?;
        pieces = before;
    }
    let part = rest;
    for piece in pieces {
        if let Piece::Literal { text, .. } = piece {
            rest = rest.split_once(&**text)?.1;
        }
    }
    Some(part)
}
