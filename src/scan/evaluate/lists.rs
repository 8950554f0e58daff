//! Calls that make lists and maps from others: `append`, `Object.values`, `Object.assign`.

use super::evaluator::Evaluator;
use crate::scan::form::{Argument, Expr, Id};
use crate::scan::value::{Literal, MAX_ITEMS, Site, Value, Values, few};
use crate::scan::words::{self, Meaning, Meanings};

/// How many items a list that is put together may have.
const LONGEST: usize = MAX_ITEMS;

impl Evaluator<'_> {
    /// The list or map that the call at `site` makes; `None` where it makes none.
    pub(super) fn made_list(&self, site: Site) -> Option<Values> {
        let (file, id) = site;
        let form = self.program.form(file);
        let Expr::Call { callee, arguments, makes } = form.expr(id) else { return None };
        let (object, name) = match form.expr(*callee) {
            Expr::Member(object, name) => (Some(*object), words::fold(name)),
            Expr::Name(name) => (None, words::fold(name)),
            _ => return None,
        };
        if takes_pairs(&name) || (*makes && name == "map") {
            return self.map_of_pairs(file, object, arguments);
        }
        if *makes {
            return None;
        }
        let all = || arguments.iter().take(8).map(|argument| self.eval((file, argument.value)));
        let meanings = Meanings::of_folded(&name);
        match meanings {
            // `ENDPOINTS.fetch(key)`, `ENDPOINTS.get(key)`.
            _ if meanings.has(Meaning::LooksUp) && (1..=2).contains(&arguments.len()) => {
                let own = self.held(file, object?);
                let key = self.eval((file, arguments.first()?.value));
                let fits = own.iter().all(is_map) && !own.is_empty();
                let fits = fits && key.iter().all(|key| matches!(key, Value::Text(_) | Value::Parameter(_)));
                let found = if fits { self.index(file, &own, &key) } else { Values::default() };
                (!found.is_empty() && !found.iter().any(|value| matches!(value, Value::Outside(..)))).then_some(found)
            }
            _ if meanings.has(Meaning::MakesList)
                || name == "of" && object.is_some_and(|of| names_list(form.expr(of))) =>
            {
                Some(self.items_of_arguments(file, arguments))
            }
            // Java: `Map.of("deal", "/deals", "owner", "/owners")`.
            _ if meanings.has(Meaning::MakesMap)
                && arguments.len() > 1
                && arguments.len() % 2 == 0
                && object.is_some_and(|of| names_map(form.expr(of))) =>
            {
                let pairs = arguments.chunks(2).filter_map(|pair| {
                    let key = self.eval((file, pair.first()?.value)).first().and_then(Value::whole)?;
                    Some((key.into(), self.eval((file, pair.get(1)?.value))))
                });
                Some([Value::Map(pairs.collect())].into())
            }
            _ if meanings.has(Meaning::GivesKeys) => {
                let of = match arguments.first() {
                    Some(first) => self.eval((file, first.value)),
                    None => self.eval((file, object?)),
                };
                let at = Literal { file: u32::MAX, start: 0, function: 0 };
                let keys = of.iter().flat_map(|value| match value {
                    Value::Map(entries) => entries.iter().map(|(key, _)| Value::literal(key, at)).collect(),
                    _ => Vec::new(),
                });
                let keys: Vec<Value> = keys.take(LONGEST).collect();
                (!keys.is_empty()).then(|| [Value::List(keys.into())].into())
            }
            // The same items, or some of them, or each of them tidied up: `parts.Select(x => x.Trim('/')).ToArray()`.
            _ if meanings.has(Meaning::GivesItems) => self.same_items(file, object?),
            _ if meanings.has(Meaning::MapsItems) && arguments.len() == 1 => {
                let lambda = self.eval((file, arguments.first()?.value));
                let [Value::Function(of, _)] = &*lambda else { return None };
                let own = self.same_items(file, object?)?;
                let is_same = self.results(*of).iter().all(|result| match result {
                    Value::Parameter(parameter) => parameter.of == *of && parameter.place == 0,
                    result => own.iter().any(|list| matches!(list, Value::List(items) if items.contains(result))),
                });
                is_same.then_some(own)
            }
            _ if meanings.has(Meaning::AppendsItems)
                && arguments.len() > 1
                && all().any(|values| values.iter().any(is_list)) =>
            {
                Some(one_list(all()))
            }
            _ if meanings.has(Meaning::GivesPairs) => {
                let of = match arguments.first() {
                    Some(first) => self.eval((file, first.value)),
                    None => self.eval((file, object?)),
                };
                let found: Vec<Value> = of.iter().flat_map(pairs_of).take(LONGEST).collect();
                if found.is_empty() { None } else { Some([Value::List(found.into())].into()) }
            }
            _ if meanings.has(Meaning::GivesValues) => {
                // `Object.values(map)`, `map.values()`.
                let of = match arguments.first() {
                    Some(first) => self.eval((file, first.value)),
                    None => self.eval((file, object?)),
                };
                let found: Vec<Value> = of.iter().flat_map(entries_of).collect();
                if found.is_empty() { None } else { Some([Value::List(few(found))].into()) }
            }
            _ if meanings.has(Meaning::MergesMaps) => {
                let own = object.map(|object| self.eval((file, object)));
                let own = own.into_iter().filter(|values| values.iter().any(is_map));
                let maps: Vec<Values> = own.chain(all()).filter(|values| !values.is_empty()).collect();
                let has_map = maps.iter().any(|values| values.iter().any(is_map));
                let entries = maps.into_iter().flat_map(|values| match &*values {
                    [Value::Map(entries)] => entries.to_vec(),
                    _ => vec![("...".into(), values)],
                });
                has_map.then(|| [Value::Map(entries.collect())].into())
            }
            _ => None,
        }
    }
}

impl Evaluator<'_> {
    /// A list of what is handed to a call.
    fn items_of_arguments(&self, file: u32, arguments: &[Argument]) -> Values {
        let items = arguments.iter().take(MAX_ITEMS).flat_map(|argument| match self.eval((file, argument.value)) {
            values if values.is_empty() => vec![Value::outside("value")],
            values => values.to_vec(),
        });
        [Value::List(items.collect())].into()
    }

    /// The map that is made of pairs, handed over one by one, in a list, or by name: `mapOf("deal" to "/deals")`,
    /// `Map.ofEntries(…)`, `new Map([["deal", "/deals"]])`, `dict(deal="/deals")`; `None` where they are none.
    fn map_of_pairs(&self, file: u32, object: Option<Id>, arguments: &[Argument]) -> Option<Values> {
        let form = self.program.form(file);
        let own: Vec<Id> = match arguments {
            [] => vec![object?],
            [Argument { name: Some(_), .. }, ..] => {
                let entries = arguments.iter().map(|argument| {
                    let key = argument.name.clone().filter(|name| &**name != "**").unwrap_or_else(|| "...".into());
                    (key, self.eval((file, argument.value)))
                });
                return Some([Value::Map(entries.collect())].into());
            }
            _ => arguments.iter().map(|argument| argument.value).collect(),
        };
        let pairs = match own.as_slice() {
            [only] => match form.expr(*only) {
                Expr::List(items) if self.pair(file, *only).is_none() => items.clone(),
                _ => own,
            },
            _ => own,
        };
        let entries: Option<Vec<(Box<str>, Values)>> = pairs.iter().map(|pair| self.pair(file, *pair)).collect();
        let entries = entries.filter(|entries| !entries.is_empty())?;
        Some([Value::Map(entries.into())].into())
    }

    /// A key that is known, and what stands under it: `"deal" to "/deals"`, `["deal", "/deals"]`, `entry("deal", "/deals")`.
    fn pair(&self, file: u32, id: Id) -> Option<(Box<str>, Values)> {
        let (key, value) = match self.program.form(file).expr(id) {
            Expr::List(items) => match items.as_slice() {
                [key, value] => (*key, *value),
                _ => return None,
            },
            Expr::Call { arguments, .. } => match arguments.as_slice() {
                [key, value] => (key.value, value.value),
                _ => return None,
            },
            _ => return None,
        };
        Some((self.key_text(&self.eval((file, key)))?.into(), self.eval((file, value))))
    }

    /// A key as a map has it: a text, or the name of an entry of an enumeration.
    fn key_text(&self, key: &Values) -> Option<String> {
        match self.as_keys(key).first()? {
            Value::Outside(names, None) => names.last().map(ToString::to_string),
            key => key.whole(),
        }
    }

    /// What the object is worth; where that is no map, what its file puts into it by key.
    pub(super) fn held(&self, file: u32, object: u32) -> Values {
        let own = self.eval((file, object));
        let (Expr::Name(name) | Expr::Member(_, name)) = self.program.form(file).expr(object) else { return own };
        let filled = self.program.filled_in(file, name);
        if filled.is_empty() || own.iter().any(is_map) {
            return own;
        }
        let entries = filled.iter().filter_map(|(key, value)| {
            Some((self.key_text(&self.eval((file, *key)))?.into(), self.eval((file, *value))))
        });
        [Value::Map(entries.collect())].into()
    }

    /// The list that the object is, or what is handed in.
    fn same_items(&self, file: u32, object: u32) -> Option<Values> {
        let own = self.eval((file, object));
        let is_one = |value: &Value| match value {
            Value::Parameter(parameter) => parameter.path.is_empty(),
            value => is_list(value),
        };
        (!own.is_empty() && own.iter().all(is_one)).then_some(own)
    }
}

/// Whether a function or a class of this name makes a map of pairs.
fn takes_pairs(name: &str) -> bool {
    Meanings::of_folded(name).has(Meaning::TakesPairs)
}

fn is_list(value: &Value) -> bool {
    matches!(value, Value::List(_))
}

/// Whether a name is that of a library's maps.
fn names_map(expr: &Expr) -> bool {
    matches!(expr, Expr::Name(name) | Expr::Member(_, name) if words::means(Meaning::LibraryMap, name))
}

fn is_map(value: &Value) -> bool {
    matches!(value, Value::Map(_))
}

/// Whether a name is that of a list or a set: `List.of(…)`.
fn names_list(expr: &Expr) -> bool {
    matches!(expr, Expr::Name(name) if words::means(Meaning::LibraryList, name))
}

/// Key and value of each entry, as lists of two.
fn pairs_of(value: &Value) -> Vec<Value> {
    let at = Literal { file: u32::MAX, start: 0, function: 0 };
    let Value::Map(entries) = value else { return entries_of(value) };
    let known = entries.iter().filter(|(key, _)| &**key != "...");
    let pairs = known.flat_map(|(key, values)| {
        values.iter().map(move |value| Value::List([Value::literal(key, at), value.clone()].into()))
    });
    pairs.collect()
}

fn entries_of(value: &Value) -> Vec<Value> {
    match value {
        Value::Map(entries) => entries.iter().flat_map(|(_, values)| values.to_vec()).collect(),
        Value::List(items) => items.to_vec(),
        _ => Vec::new(),
    }
}

/// One list of all items; what is no list is an item.
fn one_list(lists: impl Iterator<Item = Values>) -> Values {
    let mut items: Vec<Value> = Vec::new();
    for values in lists {
        match values.first() {
            Some(Value::List(own)) => items.extend(own.iter().cloned()),
            Some(value) => items.push(value.clone()),
            None => items.push(Value::outside("value")),
        }
    }
    items.truncate(LONGEST);
    [Value::List(items.into())].into()
}
