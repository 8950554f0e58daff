//! The sentence of a text as it stands there, to be shown above its answer. A template's holes are never shown.

use serde_json::Value;

use super::sentence;
use super::text::Text;
use crate::catalog::{Catalog, Message};

/// The most letters that are shown of a sentence.
const MOST: usize = 300;

/// `message` as `text`, which is without secrets, has it: the sentence of its JSON, the text itself, or a line of it; else the
/// template with `…` for what varies.
pub(super) fn said(catalog: &'static Catalog, message: &'static Message, raw: &str, text: &Text) -> String {
    if !message.says.contains('{') {
        return message.says.to_owned();
    }
    let mut in_json = Vec::new();
    text.values.iter().for_each(|value| strings(value, &mut in_json));
    let lines = [raw, &text.plain].into_iter().chain(raw.lines()).map(str::to_owned);
    let mut candidates = in_json.into_iter().map(str::to_owned).chain(lines).map(|text| one_line(&text));
    candidates.find(|text| is_it(catalog, message, text)).unwrap_or_else(|| without_holes(message.says))
}

/// Whether `text` is the sentence, and no dump that holds it.
fn is_it(catalog: &'static Catalog, message: &Message, text: &str) -> bool {
    let is_short = text.chars().count() <= MOST && !text.contains(['{', '}']);
    // A text such as MISSING_SCOPES stands for a sentence and is none.
    is_short && text.contains(' ') && sentence::find(catalog, text).is_some_and(|found| means(found, message))
}

/// A message that others stand in for, such as one that counts from 1970, is found by the words of those.
fn means(found: &Message, message: &Message) -> bool {
    found.id == message.id || message.paraphrase && found.place == message.place
}

fn strings<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => fields.values().for_each(|item| strings(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn one_line(text: &str) -> String {
    // One word more than is shown tells that it is too long.
    text.split_whitespace().take(MOST + 1).collect::<Vec<_>>().join(" ")
}

/// The template with `…` for each hole.
pub(super) fn without_holes(template: &str) -> String {
    let mut parts = template.split('{');
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shown.push('…');
        shown.push_str(part.split_once('}').map_or("", |(_, after)| after));
    }
    shown
}
