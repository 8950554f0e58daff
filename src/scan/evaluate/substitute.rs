//! Putting a caller in: parameters give way to what is handed in.

use super::entries::NAME;
use super::evaluator::Evaluator;
use super::indexed::meant;
use super::memo::Question;
use crate::scan::condition::Condition;
use crate::scan::form::{Argument, Expr, Id};
use crate::scan::value::{
    ClassRef, FunctionRef, MAX_ITEMS, Parameter, Piece, Site, Value, Values, few, joined, without_picks,
};
use crate::scan::words::{self, Meaning};

impl Evaluator<'_> {
    /// The arguments of the call at `site`.
    pub(in crate::scan) fn arguments(&self, site: Site) -> &[Argument] {
        match self.program.form(site.0).expr(site.1) {
            Expr::Call { arguments, .. } => arguments,
            _ => &[],
        }
    }

    pub(super) fn argument_named(&self, site: Site, name: &str) -> Option<Id> {
        let named =
            |argument: &&Argument| argument.name.as_deref().is_some_and(|given| given.eq_ignore_ascii_case(name));
        self.arguments(site).iter().find(named).map(|argument| argument.value)
    }

    /// What `parameter` brings when its function is called at `site`.
    pub(super) fn handed_in(&self, parameter: &Parameter, site: Site) -> Values {
        let (file, function) = parameter.of;
        let here = self.program.form(file).function(function);
        if Self::is_of_this(parameter) {
            return self.handed_this(parameter, site);
        }
        let Some(wanted) = here.parameters.get(usize::from(parameter.place)) else { return Values::default() };
        let arguments = self.arguments(site);
        if parameter.path.last().is_some_and(|key| &**key == NAME) && !self.made_entries(parameter.of).is_empty() {
            return self.entry_name(site).map(|name| [name].into()).unwrap_or_default();
        }
        let form = self.program.form(site.0);
        // C#: what an extension is called on is what it gets first.
        let on = match form.expr(site.1) {
            Expr::Call { callee, .. } if here.is_extension => match form.expr(*callee) {
                Expr::Member(object, _) => {
                    let object = self.eval((site.0, *object));
                    (!object.iter().any(|value| matches!(value, Value::Class(_)))).then_some(object)
                }
                _ => None,
            },
            _ => None,
        };
        let shift = usize::from(on.is_some());
        let by_name = arguments.iter().find(|argument| argument.name.as_ref().is_some_and(|name| *name == wanted.name));
        let by_place = || {
            arguments
                .iter()
                .filter(|argument| argument.name.is_none())
                .nth(usize::from(parameter.place).checked_sub(shift)?)
        };
        // Ruby: named arguments at the end are one hash.
        let as_map = || {
            let named: Vec<(Box<str>, Values)> = arguments
                .iter()
                .filter_map(|argument| Some((argument.name.clone()?, self.eval((site.0, argument.value)))))
                .collect();
            let is_last = usize::from(parameter.place) + 1 == here.parameters.len();
            if named.is_empty() || !is_last { None } else { Some(Values::from([Value::Map(named.into())])) }
        };
        if wanted.is_rest && parameter.path.is_empty() {
            return self.rest(arguments, usize::from(parameter.place), site.0);
        }
        // Python: `**fmt` brings what its entries say.
        let spread = || {
            let all = arguments.iter().find(|argument| argument.name.as_deref() == Some("**"))?;
            let found: Vec<Value> = self
                .eval((site.0, all.value))
                .iter()
                .flat_map(|value| match value {
                    Value::Parameter(of) => vec![Value::Parameter(of.part(&wanted.name))],
                    value => value.get(&wanted.name).iter().flat_map(|values| values.to_vec()).collect(),
                })
                .collect();
            if found.is_empty() || wanted.default.is_some() { None } else { Some(few(found)) }
        };
        let first = on.filter(|_| parameter.place == 0);
        let mut values = match by_name.or_else(by_place) {
            None if first.is_some() => first.unwrap_or_default(),
            Some(argument) => {
                let values = self.eval((site.0, argument.value));
                // A property is worth what it gives back.
                let is_member = matches!(self.program.form(site.0).expr(argument.value), Expr::Member(..));
                // The key of a hook may be a function that gives it.
                let is_key = || {
                    matches!(self.program.form(site.0).expr(site.1), Expr::Call { callee, .. }
                    if matches!(self.program.form(site.0).expr(*callee), Expr::Name(name) if words::means(Meaning::AsksByKey, name)))
                };
                let values = if is_member || is_key() { self.got(&values) } else { values };
                if values.is_empty() { [Value::outside(&wanted.name)].into() } else { values }
            }
            None => match (spread().or_else(as_map), wanted.default) {
                (Some(map), _) => map,
                (None, Some(default)) => self.eval((file, default)),
                (None, None) => Values::default(),
            },
        };
        for (depth, key) in parameter.path.iter().enumerate() {
            let default = wanted
                .parts
                .iter()
                .find(|(_, part, _)| part == key)
                .and_then(|(_, _, default)| *default)
                .filter(|_| depth == 0);
            let mut parts: Vec<Value> = Vec::new();
            for value in values.iter() {
                match (value, default) {
                    (value, _) if &**key == "{}" => parts.extend(any_of(value).iter().cloned()),
                    (Value::Map(_), Some(default)) if value.get(key).is_none() => {
                        parts.extend(self.eval((file, default)).iter().cloned());
                    }
                    (value, _) => parts.extend(self.member(file, value, key).iter().cloned()),
                }
            }
            if let (true, Some(default)) = (values.is_empty(), default) {
                parts.extend(self.eval((file, default)).iter().cloned());
            }
            values = few(parts);
            if self.is_entry(parameter) {
                values = self.got(&values);
            }
        }
        if let Some(chosen) = self.chosen(parameter, &values) {
            return chosen;
        }
        if values.is_empty() && parameter.path.is_empty() { [Value::outside(&wanted.name)].into() } else { values }
    }

    /// What the type of `parameter` lets it be, where a caller hands in something that is not known: no caller can widen
    /// it. `None` where the type says nothing, or the caller says which one it is.
    fn chosen(&self, parameter: &Parameter, values: &Values) -> Option<Values> {
        let [one] = &**values else { return None };
        let next = match one {
            Value::Outside(names, None) if names.len() != 2 || !names[0].starts_with(char::is_uppercase) => None,
            Value::Parameter(next) if !Self::is_of_this(next) => Some(next),
            _ => return None,
        };
        let choices = self.choices_of(parameter).filter(|choices| choices.len() > 1)?;
        let Some(next) = next else { return Some(choices) };
        let entries = choices.iter().filter_map(|choice| Some((choice.whole()?.into(), [choice.clone()].into())));
        Some([Value::Pick(entries.collect(), next.clone())].into())
    }

    /// What `parameter` brings when its function is called at `site`, worked out once.
    fn handed(&self, parameter: &Parameter, site: Site) -> Values {
        self.ask(Question::HandedIn(parameter.clone(), site))
    }

    /// All that is handed in from `place` on, as one list.
    fn rest(&self, arguments: &[Argument], place: usize, file: u32) -> Values {
        let mut items: Vec<Value> = Vec::new();
        for argument in arguments.iter().filter(|argument| argument.name.is_none()).skip(place).take(MAX_ITEMS) {
            match self.eval((file, argument.value)).first() {
                Some(Value::List(own)) => items.extend(own.iter().cloned()),
                Some(value) => items.push(value.clone()),
                None => items.push(Value::outside("value")),
            }
        }
        [Value::List(items.into())].into()
    }

    /// `value` with the parameters of `of` as they are at the call at `site`.
    pub(in crate::scan) fn put_in(&self, value: &Value, of: FunctionRef, site: Site) -> Values {
        if !self.spend(1) {
            return [Value::Cut].into();
        }
        let put = || {
            let handed = |parameter: &Parameter| (parameter.of == of).then(|| self.handed(parameter, site));
            self.replaced(value, &handed, &|condition| self.condition_at_call(condition, of, site))
        };
        let found = self.deeper(put).unwrap_or_else(|| [Value::outside("value")].into());
        self.bound_to(found, of, site)
    }

    /// `value` with the parameters of the constructor that the call at `site` runs.
    pub(super) fn with_any_constructor(&self, class: ClassRef, value: &Value, site: Site) -> Values {
        let methods = &self.program.form(class.0).classes[class.1 as usize].methods;
        let is_own = |parameter: &Parameter| {
            parameter.of.0 == class.0 && methods.contains(&parameter.of.1) && !Self::is_of_this(parameter)
        };
        self.replaced(value, &|parameter| is_own(parameter).then(|| self.handed(parameter, site)), &|condition| {
            condition.settled(&|parameter| is_own(parameter).then(|| self.handed_at(parameter, site)))
        })
    }

    /// `value` with the defaults of parameters that nobody hands in.
    pub(in crate::scan) fn defaults(&self, value: &Value) -> Values {
        self.replaced(
            value,
            &|parameter| {
                let here = self.program.form(parameter.of.0).function(parameter.of.1);
                if Self::is_of_this(parameter) {
                    return Some(self.this_at_rest(parameter));
                }
                let wanted = here.parameters.get(usize::from(parameter.place))?;
                if let Some(found) = self.choices_of(parameter) {
                    return Some(found);
                }
                let of_part = || {
                    let [key] = &*parameter.path else { return None };
                    wanted.parts.iter().find(|(_, part, _)| part == key).and_then(|(_, _, default)| *default)
                };
                let default = wanted.default.filter(|_| parameter.path.is_empty()).or_else(of_part);
                // Nobody hands one in: it is some object of its class.
                let class = wanted.of_type.as_deref().and_then(|of| self.class_meant(parameter.of.0, of));
                if let (Some(class), None) = (class, default) {
                    let whole = Values::from([Value::Instance(class, None)]);
                    let part = parameter.path.iter().fold(whole, |values, key| {
                        few(values.iter().flat_map(|value| self.member(parameter.of.0, value, key).to_vec()).collect())
                    });
                    return Some(self.got(&part));
                }
                let name = parameter.name(&wanted.name);
                Some(
                    default
                        .map_or_else(|| [Value::outside(&name)].into(), |default| self.eval((parameter.of.0, default))),
                )
            },
            &|condition| self.condition_at_rest(condition),
        )
    }

    pub(super) fn replaced(
        &self,
        value: &Value,
        of: &dyn Fn(&Parameter) -> Option<Values>,
        when: &dyn Fn(&Condition) -> Condition,
    ) -> Values {
        replaced(value, &With { of, when, text: &|values| self.got(values) })
    }
}

/// What parameters give way to, and what that is worth in a text.
struct With<'a> {
    of: &'a dyn Fn(&Parameter) -> Option<Values>,
    when: &'a dyn Fn(&Condition) -> Condition,
    text: &'a dyn Fn(&Values) -> Values,
}

/// Whether a value hangs on a parameter, one level down.
fn is_open(value: &Value) -> bool {
    match value {
        Value::Parameter(_) | Value::Pick(..) => true,
        Value::Text(pieces) => pieces.iter().any(|piece| matches!(piece, Piece::Parameter(_) | Piece::When(_))),
        Value::List(items) => {
            items.iter().any(|item| matches!(item, Value::Parameter(_) | Value::Text(_)) && is_open(item))
        }
        _ => false,
    }
}

fn any_of(value: &Value) -> Values {
    match value {
        Value::Map(entries) => few(entries.iter().flat_map(|(_, values)| values.to_vec()).collect()),
        Value::List(items) => items.clone(),
        _ => Values::default(),
    }
}

/// A pick with its parameters replaced: the entries that the key names, all of them where nothing names one.
fn picked(entries: &[(Box<str>, Values)], parameter: &Parameter, with: &With<'_>) -> Values {
    let inner = |values: &[Value]| -> Values {
        let each = values.iter().flat_map(|value| {
            if is_open(value) && !matches!(value, Value::Pick(..)) {
                replaced(value, with).to_vec()
            } else {
                vec![value.clone()]
            }
        });
        without_picks(&few(each.collect()))
    };
    let Some(keys) = (with.of)(parameter) else {
        let entries = entries.iter().map(|(key, values)| (key.clone(), inner(values)));
        return [Value::Pick(entries.collect(), parameter.clone())].into();
    };
    let mut found: Vec<Value> = keys.iter().flat_map(|key| of_key(entries, key, keys.len() > 1)).collect();
    if found.is_empty() {
        found = entries.iter().flat_map(|(_, values)| values.to_vec()).collect();
    }
    let each = found.iter().flat_map(|value| match value {
        Value::Pick(entries, parameter) => {
            let entries = entries.iter().map(|(key, values)| (key.clone(), inner(values)));
            vec![Value::Pick(entries.collect(), parameter.clone())]
        }
        value => inner(std::slice::from_ref(value)).to_vec(),
    });
    few(each.collect())
}

/// The entries of a table under one of the keys that a caller brings.
fn of_key(entries: &[(Box<str>, Values)], key: &Value, has_others: bool) -> Vec<Value> {
    let under = |key: &str| -> Vec<Value> {
        entries.iter().filter(|(own, _)| **own == *key).flat_map(|(_, values)| values.to_vec()).collect()
    };
    let known = match key {
        // An entry of an enumeration without values.
        Value::Outside(names, None) => {
            names.last().filter(|last| entries.iter().any(|(key, _)| key == *last)).map(ToString::to_string)
        }
        key => key.whole(),
    };
    match known {
        Some(known) => {
            let mut found = under(&known);
            if found.is_empty() {
                found.extend(under("default"));
            }
            found
        }
        // A name that says nothing stands beside a key that is known where it has a default.
        None if has_others && matches!(key, Value::Outside(..)) => Vec::new(),
        None => meant(entries, key),
    }
}

fn replaced(value: &Value, with: &With<'_>) -> Values {
    match value {
        Value::Parameter(parameter) => (with.of)(parameter).unwrap_or_else(|| [value.clone()].into()),
        Value::Pick(entries, parameter) => picked(entries, parameter, with),
        Value::Text(pieces) => {
            if !is_open(value) {
                return [value.clone()].into();
            }
            let mut whens: Vec<Piece> = Vec::new();
            for piece in pieces.iter() {
                let Piece::When(condition) = piece else { continue };
                match (with.when)(condition) {
                    Condition::Settled(false) => return Values::default(),
                    condition if condition.is_idle() => {}
                    condition => whens.push(Piece::When(condition.into())),
                }
            }
            let whens: Values = [Value::Text(whens.into())].into();
            let parts: Vec<Values> = pieces
                .iter()
                .filter(|piece| !matches!(piece, Piece::When(_)))
                .map(|piece| match piece {
                    Piece::Parameter(parameter) => match (with.of)(parameter) {
                        // A hole keeps its name.
                        Some(values) if values.is_empty() => [Value::outside(&parameter.name("value"))].into(),
                        Some(values) => (with.text)(&values),
                        None => [Value::Parameter(parameter.clone())].into(),
                    },
                    other => [Value::Text([other.clone()].into())].into(),
                })
                .chain([whens])
                .collect();
            joined(&parts)
        }
        Value::Map(entries) => {
            if !entries.iter().any(|(_, values)| values.iter().any(is_open)) {
                return [value.clone()].into();
            }
            let entries = entries.iter().map(|(key, values)| {
                let values = values.iter().flat_map(|value| {
                    if is_open(value) { replaced(value, with).to_vec() } else { vec![value.clone()] }
                });
                (key.clone(), few(values.collect()))
            });
            [Value::Map(entries.collect())].into()
        }
        Value::List(items) => {
            if !items.iter().any(is_open) {
                return [value.clone()].into();
            }
            let mut all: Vec<Value> = Vec::new();
            for item in items.iter() {
                match replaced(item, with).first() {
                    Some(Value::List(own)) => all.extend(own.iter().cloned()),
                    Some(one) => all.push(one.clone()),
                    // Without what must hold for it, there is no such item.
                    None if item.conditions().next().is_some() => {}
                    None => all.push(Value::outside("value")),
                }
            }
            all.truncate(MAX_ITEMS);
            [Value::List(all.into())].into()
        }
        other => [other.clone()].into(),
    }
}
