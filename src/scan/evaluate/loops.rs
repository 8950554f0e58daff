//! What the items of a loop are, and what each of them is taken apart into.
//!
//! Owns that parts of one item stay together: a name and a path of different pairs make no call.

use super::evaluator::Evaluator;
use super::guarded::guarded;
use crate::scan::condition::Condition;
use crate::scan::form::{Expr, Id};
use crate::scan::value::{ClassRef, FunctionRef, Literal, Site, Value, Values, few};
use crate::scan::words::{self, Meaning};

/// How many fields of an object are kept together.
const MOST_FIELDS: usize = 16;

impl Evaluator<'_> {
    /// An item of `of`, or what it has at a place of as many; a count of 0 asks for the key.
    pub(super) fn each(&self, file: u32, of: Id, place: Option<(u8, u8)>) -> Values {
        let held = self.held(file, of);
        let keys_of_maps = self.program.file(file).language.semantics.maps_give_keys;
        let place = if keys_of_maps && place.is_none() && held.iter().all(|value| matches!(value, Value::Map(_))) {
            Some((0, 0))
        } else {
            place
        };
        let found = self.items((file, of), &held, place);
        if found.is_empty() { self.index(file, &held, &Values::default()) } else { found }
    }

    /// The items of `held`, which the loop at `site` runs over.
    fn items(&self, site: Site, held: &Values, place: Option<(u8, u8)>) -> Values {
        let mut found: Vec<Value> = Vec::new();
        let mut turn = 0;
        for value in held.iter() {
            match (value, place) {
                (Value::Map(entries), Some((part, _))) => {
                    let at = Literal { file: u32::MAX, start: 0, function: 0 };
                    for (key, values) in entries.iter().filter(|(key, _)| &**key != "...") {
                        let one: Values = if part == 0 { [Value::literal(key, at)].into() } else { values.clone() };
                        found.extend(guarded(&one, &Condition::Turn(site, turn)));
                        turn += 1;
                    }
                }
                (Value::List(_), Some((_, 0))) => return [Value::outside("key")].into(),
                (Value::List(items), place) => {
                    for item in items.iter() {
                        let one = self.part_of_item(item, place);
                        let is_plain =
                            place.is_none() && !one.iter().any(|one| matches!(one, Value::Map(_) | Value::List(_)));
                        if is_plain {
                            found.extend(one.iter().cloned());
                        } else {
                            found.extend(guarded(&one, &Condition::Turn(site, turn)));
                        }
                        turn += 1;
                    }
                }
                _ => {}
            }
        }
        few(found)
    }

    fn part_of_item(&self, item: &Value, place: Option<(u8, u8)>) -> Values {
        match (item, place) {
            (Value::Instance(class, Some(_)), None) if self.is_data(*class) => [self.record(item, *class)].into(),
            (_, None) => [item.clone()].into(),
            (Value::List(parts), Some((place, _))) => parts
                .get(usize::from(place))
                .cloned()
                .map_or_else(|| [Value::outside("value")].into(), |one| [one].into()),
            // `Pair("a", "b")`, `Struct("a", "b")`
            (Value::Instance(_, Some(made)), Some((place, _))) => {
                let argument = self.arguments(*made).get(usize::from(place)).map(|argument| argument.value);
                argument.map_or_else(|| [Value::outside("value")].into(), |id| self.eval((made.0, id)))
            }
            // The last of what was not seen through may be all of it.
            (item, Some((place, count))) if place + 1 == count => [item.clone()].into(),
            _ => [Value::outside("value")].into(),
        }
    }

    /// An object that only holds something, as a map of it: what it holds stays together.
    fn record(&self, item: &Value, class: ClassRef) -> Value {
        let own = &self.program.form(class.0).classes[class.1 as usize];
        let fields = own.types.iter().map(|(name, _)| name).take(MOST_FIELDS);
        let fields = fields.map(|name| (name.clone(), self.member(class.0, item, name)));
        Value::Map(std::iter::once(("...".into(), Values::from([item.clone()]))).chain(fields).collect())
    }

    /// What a lambda gets that runs over a list: `types.forEach(type => …)`.
    pub(super) fn items_for(&self, function: FunctionRef, place: u16, part: Option<u8>) -> Option<Values> {
        let site = self.program.taker(function)?;
        let form = self.program.form(site.0);
        let Expr::Call { callee, .. } = form.expr(site.1) else { return None };
        let Expr::Member(object, name) = form.expr(*callee) else { return None };
        if !words::means(Meaning::RunsOver, name) {
            return None;
        }
        let count = self.program.form(function.0).function(function.1).parameters.len();
        let held = self.held(site.0, *object);
        let are_parts = held.iter().any(|value| match value {
            Value::List(items) => items.iter().all(|item| matches!(item, Value::List(_))),
            Value::Map(_) => true,
            _ => false,
        });
        // Ruby, Kotlin: `pairs.each do |name, path|`.
        let taken_apart =
            count == 2 && are_parts && !matches!(&**name, "each_with_index" | "map" | "forEach" | "filter_map");
        let of_map = count == 2 && held.iter().any(|value| matches!(value, Value::Map(_)));
        let place = match (part, place) {
            (Some(part), 0) => Some((part, u8::MAX)),
            (None, place) if taken_apart || of_map => Some((u8::try_from(place).ok()?, 2)),
            (None, 0) => None,
            _ => return None,
        };
        let found = self.items((site.0, *object), &held, place);
        if found.is_empty() { None } else { Some(found) }
    }
}
