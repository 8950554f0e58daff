//! Values of a JSON document by their names, with the path of what is wrong.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::error::{PlanFileError, shape};

pub(super) fn object<'a>(path: &str, value: &'a Value) -> Result<&'a Map<String, Value>, PlanFileError> {
    value.as_object().ok_or_else(|| shape(path, "is not an object"))
}

/// An entry of a list, with its path in the document.
pub(super) type Entry<'a> = (String, &'a Map<String, Value>);

pub(super) fn entries<'a>(document: &'a Map<String, Value>, name: &str) -> Result<Vec<Entry<'a>>, PlanFileError> {
    let entry = |(path, value): (String, &'a Value)| object(&path, value).map(|entry| (path.clone(), entry));
    values(document, name)?.into_iter().map(entry).collect()
}

/// The members of a list, each with its path.
pub(super) fn values<'a>(
    document: &'a Map<String, Value>,
    name: &str,
) -> Result<Vec<(String, &'a Value)>, PlanFileError> {
    let Some(value) = document.get(name) else { return Ok(Vec::new()) };
    let list = value.as_array().ok_or_else(|| shape(name, "is not a list"))?;
    Ok(list.iter().enumerate().map(|(place, value)| (format!("{name}[{place}]"), value)).collect())
}

pub(super) fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

pub(super) fn text_at<'a>(
    object: &'a Map<String, Value>,
    path: &str,
    name: &str,
) -> Result<Option<&'a str>, PlanFileError> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(shape(joined(path, name), "is not a text")),
    }
}

pub(super) fn typed_at<T: DeserializeOwned>(
    object: &Map<String, Value>,
    path: &str,
    name: &str,
) -> Result<Option<T>, PlanFileError> {
    let Some(value) = object.get(name) else { return Ok(None) };
    serde_json::from_value(value.clone())
        .map(Some)
        .map_err(|error| shape(joined(path, name), format!("is {value}: {error}")))
}

pub(super) fn required<T: DeserializeOwned>(
    object: &Map<String, Value>,
    path: &str,
    name: &str,
) -> Result<T, PlanFileError> {
    typed_at(object, path, name)?.ok_or_else(|| shape(path, format!("has no {name}")))
}
