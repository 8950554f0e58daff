//! What an expression can be worth: texts with holes, functions, classes, maps, things from outside.
//!
//! Owns the shape of values and how texts are put together; it evaluates nothing.

use std::collections::HashSet;
use std::rc::Rc;

use super::condition::Condition;
pub(super) use super::parameter::{ClassRef, FunctionRef, Parameter, Site};

/// Calls that are over: of which function, where.
pub(super) type Bound = Rc<[(FunctionRef, Site)]>;

/// All that an expression can be worth.
pub(super) type Values = Rc<[Value]>;

/// One thing that an expression can be worth.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Value {
    /// Text, perhaps with holes.
    Text(Rc<[Piece]>),
    /// A function of the project, with the calls that settled something of it.
    Function(FunctionRef, Option<Bound>),
    /// A class of the project.
    Class(ClassRef),
    /// An object of a class, made at the site where one is known.
    Instance(ClassRef, Option<Site>),
    /// A whole file.
    Module(u32),
    /// What a parameter brings, and which part of it.
    Parameter(Parameter),
    /// Entries by key; `...` stands for all of another one.
    Map(Rc<[(Box<str>, Values)]>),
    /// Items.
    List(Values),
    /// One of these entries: which one, a parameter brings.
    Pick(Rc<[(Box<str>, Values)]>, Parameter),
    /// Others, which are not kept: a limit ended the answer here.
    Cut,
    /// Nothing yet: it is being worked out, and only questions on the way to its answer see this.
    Unsettled,
    /// Something that is not of the project, with the names that led there, and the URL it was made with.
    Outside(Rc<[Box<str>]>, Option<Rc<[Piece]>>),
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Piece {
    /// Written in the source.
    Literal { text: Rc<str>, at: Literal },
    /// Brought by a parameter.
    Parameter(Parameter),
    /// Not known; called so.
    Hole(Rc<str>),
    /// Nothing of the text; without this, there is no such text. It stands at the end.
    When(Rc<Condition>),
}

/// Where a literal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Literal {
    pub(super) file: u32,
    pub(super) start: u32,
    /// The function that it stands in; 0 = the file itself or a class.
    pub(super) function: u32,
}

/// How many values one expression may have: beyond, it has [`Value::Cut`] in place of the rest.
pub(super) const MAX_VALUES: usize = 256;

/// How many items of a list are kept.
pub(super) const MAX_ITEMS: usize = 256;

/// How many items of a list are put into a path.
const MAX_SEGMENTS: usize = 16;

/// How many parts a text may have: with more it is no URL.
const MAX_PIECES: usize = 200;

/// From how many values on a table tells which of them are there already.
const FEW: usize = 24;

impl Value {
    /// Something with this name of which nothing is known.
    pub(super) fn outside(name: &str) -> Self {
        Self::Outside([Box::from(name)].into(), None)
    }

    /// The text of a literal.
    pub(super) fn literal(text: &str, at: Literal) -> Self {
        Self::Text([Piece::Literal { text: text.into(), at }].into())
    }

    /// The value as parts of a text.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        match self {
            Self::Text(pieces) => pieces.to_vec(),
            Self::Parameter(parameter) => vec![Piece::Parameter(parameter.clone())],
            Self::Outside(names, _) => vec![Piece::Hole(names.last().map_or("value", |name| &**name).into())],
            // The rest of what is handed in, put into a path.
            Self::List(items) if (1..=MAX_SEGMENTS).contains(&items.len()) => {
                let nowhere = Literal { file: u32::MAX, start: 0, function: 0 };
                let slash = Piece::Literal { text: "/".into(), at: nowhere };
                let parts: Vec<Vec<Piece>> =
                    items.iter().filter(|item| !matches!(item, Self::List(_))).map(Self::pieces).collect();
                parts.join(&slash)
            }
            _ => vec![Piece::Hole("value".into())],
        }
    }

    /// The text where all of it is known.
    pub(super) fn whole(&self) -> Option<String> {
        let Self::Text(pieces) = self else { return None };
        let mut text = String::new();
        for piece in pieces.iter() {
            match piece {
                Piece::Literal { text: part, .. } => text.push_str(part),
                Piece::Parameter(_) | Piece::Hole(_) => return None,
                Piece::When(_) => {}
            }
        }
        Some(text)
    }

    /// What must hold for the text to be there.
    pub(super) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let pieces = match self {
            Self::Text(pieces) => &**pieces,
            _ => &[],
        };
        pieces.iter().filter_map(|piece| match piece {
            Piece::When(condition) => Some(&**condition),
            _ => None,
        })
    }

    /// The value under `key` of a map.
    pub(super) fn get(&self, key: &str) -> Option<Values> {
        let Self::Map(entries) = self else { return None };
        // What comes later wins; what a caller brings may have the key or not.
        let mut found: Vec<Value> = Vec::new();
        for (name, values) in entries.iter().rev() {
            if &**name == key {
                found.extend(values.iter().cloned());
                return Some(few(found));
            }
            for value in values.iter().filter(|_| &**name == "...") {
                match value {
                    Self::Parameter(parameter) => found.push(Self::Parameter(parameter.part(key))),
                    value => found.extend(value.get(key).iter().flat_map(|values| values.iter().cloned())),
                }
            }
            if found.iter().any(|value| !matches!(value, Self::Parameter(_))) {
                break;
            }
        }
        if found.is_empty() { None } else { Some(few(found)) }
    }
}

/// The values, each once; where they are too many, the first of them and [`Value::Cut`].
pub(super) fn few(values: Vec<Value>) -> Values {
    if values.len() < 2 {
        return values.into();
    }
    let mut kept: Vec<Value> = Vec::with_capacity(values.len().min(MAX_VALUES));
    let mut known: HashSet<Value> = HashSet::new();
    let has_many = values.len() > FEW;
    for value in values {
        let is_new = if has_many { known.insert(value.clone()) } else { !kept.contains(&value) };
        if is_new && kept.len() >= MAX_VALUES {
            kept.push(Value::Cut);
            break;
        }
        if is_new {
            kept.push(value);
        }
    }
    if kept.len() > 1 {
        kept.retain(|value| *value != Value::Unsettled);
    }
    kept.into()
}

/// The values without those that are not settled.
pub(super) fn settled(values: &Values) -> Values {
    if !values.contains(&Value::Unsettled) {
        return values.clone();
    }
    values.iter().filter(|value| **value != Value::Unsettled).cloned().collect()
}

/// What `make` makes of each entry of the first pick among `parts`, and of what stands beside the pick; `None` where there
/// is none.
pub(super) fn through_pick(parts: &[Values], make: impl Fn(&[Values]) -> Values) -> Option<Values> {
    let is_pick = |value: &Value| matches!(value, Value::Pick(..));
    let place = parts.iter().position(|values| values.iter().filter(|value| is_pick(value)).count() == 1)?;
    let (entries, parameter) = parts[place].iter().find_map(|value| match value {
        Value::Pick(entries, parameter) => Some((entries, parameter)),
        _ => None,
    })?;
    let plain: Vec<Values> = parts.iter().map(without_picks).collect();
    let with = |values: &Values| {
        let mut parts = plain.clone();
        parts[place] = without_picks(values);
        make(&parts)
    };
    let each = entries.iter().map(|(key, values)| (key.clone(), with(values)));
    let picked = Value::Pick(each.collect(), parameter.clone());
    let beside: Vec<Value> = parts[place].iter().filter(|value| !is_pick(value)).cloned().collect();
    let beside = if beside.is_empty() { Values::default() } else { with(&beside.into()) };
    Some(std::iter::once(picked).chain(beside.iter().cloned()).collect())
}

/// The values with all entries of each pick in its place: picks are never one in the other.
pub(super) fn without_picks(values: &Values) -> Values {
    if !values.iter().any(|value| matches!(value, Value::Pick(..))) {
        return values.clone();
    }
    let all = values.iter().flat_map(|value| match value {
        Value::Pick(entries, _) => entries.iter().flat_map(|(_, values)| values.to_vec()).collect(),
        value => vec![value.clone()],
    });
    few(all.filter(|value| !matches!(value, Value::Pick(..))).collect())
}

/// All texts that are made by putting one of each of `parts` after the other.
pub(super) fn joined(parts: &[Values]) -> Values {
    if let Some(picked) = through_pick(parts, joined) {
        return picked;
    }
    if parts.iter().any(|part| matches!(&**part, [Value::Unsettled])) {
        return [Value::Unsettled].into();
    }
    let mut texts: Vec<Vec<Piece>> = vec![Vec::new()];
    for part in parts {
        let hole = || vec![vec![Piece::Hole("value".into())]];
        // Of more ways than are kept, no few pass for all: the part is not known.
        let ways = match part.len() {
            0 => hole(),
            many if many > 1 && many * texts.len() > MAX_VALUES => hole(),
            _ => part.iter().map(Value::pieces).collect(),
        };
        let mut longer = Vec::with_capacity(texts.len() * ways.len());
        for text in texts {
            let has_room = text.len() < MAX_PIECES;
            let Some((last, ways)) = ways.split_last().filter(|_| has_room) else {
                longer.push(text);
                continue;
            };
            longer.extend(ways.iter().map(|way| text.iter().chain(way).cloned().collect()));
            let mut one = text;
            one.extend(last.iter().cloned());
            longer.push(one);
        }
        texts = longer;
    }
    few(texts.into_iter().filter_map(with_conditions_last).map(|pieces| Value::Text(pieces.into())).collect())
}

/// The pieces of a text with its conditions at the end, each once; `None` where two of them exclude each other.
fn with_conditions_last(pieces: Vec<Piece>) -> Option<Vec<Piece>> {
    if !pieces.iter().any(|piece| matches!(piece, Piece::When(_))) {
        return Some(pieces);
    }
    let mut kept = Vec::with_capacity(pieces.len());
    let mut conditions: Vec<Rc<Condition>> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::When(condition) if conditions.contains(&condition) => {}
            Piece::When(condition) => {
                if conditions.iter().any(|known| known.excludes(&condition)) {
                    return None;
                }
                conditions.push(condition);
            }
            other => kept.push(other),
        }
    }
    kept.extend(conditions.into_iter().map(Piece::When));
    Some(kept)
}
