//! A place that sends something, with all that is handed to it.

use std::rc::Rc;

use crate::catalog::Method;
use crate::scan::condition::Condition;
use crate::scan::evaluate::with_named;
use crate::scan::value::{FunctionRef, Piece, Site, Value, Values};
use crate::scan::words::{self, Meaning};

/// A place that sends something.
#[derive(Debug, Clone)]
pub(super) struct Sink {
    /// The call.
    pub(super) site: Site,
    /// The function that it stands in.
    pub(super) function: u32,
    /// What is called, without letter case.
    pub(super) name: String,
    /// What it is called on.
    pub(super) object: Option<String>,
    /// The callee, for SDKs.
    pub(super) callee: Value,
    pub(super) arguments: Vec<(Option<Box<str>>, Values)>,
    /// What places of the path are filled with, by name.
    pub(super) named: Vec<(String, Values)>,
    /// What stands before every path.
    pub(super) base: Option<Rc<[Piece]>>,
    /// The calls that led here, the innermost first.
    pub(super) through: Vec<Site>,
    /// The way that it came from, where callers led to it.
    pub(super) way: Option<usize>,
    /// Whether it only hands a text on: then it can be a call of an SDK, and nothing else.
    pub(super) hands_on: bool,
    /// The functions that these calls call, and what they are bound to: each with its call.
    pub(super) entered: Vec<(FunctionRef, Site)>,
    /// Whether the name says that something is sent.
    pub(super) sends: bool,
    /// What must hold so that it is reached.
    pub(super) conditions: Vec<Condition>,
    /// Whether callers say the method: then its function is a client for all calls, and says none of them.
    pub(super) is_client: bool,
}

impl Sink {
    /// Fills the places of the path whose values are given by name.
    pub(super) fn fill(&mut self) {
        if self.named.is_empty() {
            return;
        }
        for (_, values) in self.arguments.iter_mut().filter(|(_, values)| values.iter().any(has_place)) {
            *values = values.iter().flat_map(|value| with_named(value, &self.named).to_vec()).collect();
        }
    }

    /// Whether the target may be more than what is kept of it.
    pub(super) fn is_cut(&self) -> bool {
        let cut = |values: &Values| values.contains(&Value::Cut);
        let of_map =
            |value: &Value| words::all(Meaning::TargetKey).filter_map(|key| value.get(key)).any(|values| cut(&values));
        let mut handed = self
            .arguments
            .iter()
            .filter(|(name, _)| name.as_deref().is_none_or(|name| words::means(Meaning::TargetKey, name)));
        handed.any(|(_, values)| cut(values) || values.iter().any(of_map))
    }

    /// The texts that can be the target, the likeliest first; each with the base that its options name.
    pub(super) fn targets(&self) -> Vec<(Value, Option<Value>)> {
        let mut found = Vec::new();
        let named = self.arguments.iter().filter(|(name, _)| {
            name.as_deref().is_some_and(|name| {
                words::means(Meaning::TargetKey, name)
                    || words::fold(name).ends_with("url")
                    || words::fold(name).ends_with("endpoint")
            })
        });
        for (_, values) in named {
            found.extend(values.iter().filter(|value| is_text(value)).map(|value| (value.clone(), None)));
        }
        for (_, values) in self.arguments.iter().filter(|(name, _)| name.is_none()) {
            for value in values.iter() {
                match value {
                    Value::Text(_) if looks_like_path(value) => found.push((value.clone(), None)),
                    Value::Parameter(_) | Value::Pick(..) => found.push((value.clone(), None)),
                    Value::Map(_) => found.extend(of_map(value)),
                    _ => {}
                }
            }
        }
        if found.is_empty() && self.sends {
            found.extend(self.word_below_base().map(|word| (word, None)));
        }
        // Where a path stands, what comes beside it is a body.
        if found.iter().any(|(value, _)| matches!(value, Value::Text(_))) {
            found.retain(|(value, _)| matches!(value, Value::Text(_) | Value::Pick(..)));
        }
        found
    }
}

impl Sink {
    /// Whether the calls that led here never reach it.
    pub(super) fn is_excluded(&self) -> bool {
        Condition::all(self.conditions.iter().cloned()) == Condition::Settled(false)
    }

    /// `client.get("owners")` where the client is made with `https://api.hubapi.com/crm/v3/`: a path of one word.
    fn word_below_base(&self) -> Option<Value> {
        let base = Value::Text(self.base.clone()?).whole()?;
        let (_, below) = base.split_once("hubapi.com/")?;
        let is_word = |text: &str| {
            text.len() > 2
                && Method::from_word(text).is_none()
                && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'-')
        };
        let mut first =
            self.arguments.iter().take(2).filter(|(name, _)| name.is_none()).flat_map(|(_, values)| values.iter());
        first.find(|value| value.whole().is_some_and(|text| is_word(&text))).cloned().filter(|_| !below.is_empty())
    }
}

fn has_place(value: &Value) -> bool {
    let is_one = |piece: &Piece| matches!(piece, Piece::Literal { text, .. } if text.contains('{'));
    matches!(value, Value::Text(pieces) if pieces.iter().any(is_one))
}

/// Whether a value has places that may be filled by name, or is brought by a caller.
pub(super) fn may_have_place(value: &Value) -> bool {
    matches!(value, Value::Parameter(_)) || has_place(value)
}

fn is_text(value: &Value) -> bool {
    matches!(value, Value::Text(_) | Value::Parameter(_) | Value::Pick(..))
}

fn of_map(map: &Value) -> Vec<(Value, Option<Value>)> {
    let base = || {
        let Value::Map(entries) = map else { return None };
        let (_, values) = entries.iter().find(|(key, _)| words::means(Meaning::BaseUrl, key))?;
        values.iter().find(|value| is_text(value)).cloned()
    };
    for key in words::all(Meaning::TargetKey) {
        let Some(values) = map.get(key) else { continue };
        let texts: Vec<(Value, Option<Value>)> =
            values.iter().filter(|value| is_text(value)).map(|value| (value.clone(), base())).collect();
        if !texts.is_empty() {
            return texts;
        }
    }
    Vec::new()
}

/// Whether a text can be a path: it has a slash, and is no sentence, no type of content.
pub(super) fn looks_like_path(value: &Value) -> bool {
    let Value::Text(pieces) = value else { return false };
    let mut has_slash = false;
    for piece in pieces.iter() {
        if let Piece::Literal { text, .. } = piece {
            let before_query = text.split('?').next().unwrap_or(text);
            if before_query.contains([' ', '\n', '<']) && !before_query.trim().starts_with("http") {
                return false;
            }
            has_slash |= text.contains('/');
        }
    }
    let first = pieces.first();
    let is_open = matches!(first, Some(Piece::Parameter(_) | Piece::Hole(_))) && pieces.len() > 1;
    let is_type = matches!(first, Some(Piece::Literal { text, .. }) if text.starts_with("application/") || text.starts_with("text/"));
    (has_slash || is_open) && !is_type
}
