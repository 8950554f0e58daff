//! A facts file over the embedded facts: newer rows without a new program.
//!
//! Owns the form of the file and what it takes to be used: whole, sound together with what stays embedded, and not older
//! than that. A file that it holds stands in place of the embedded one; the others stay. Rules, the calls of SDKs and
//! the words of near names belong to the code that knows them, and are in no facts file.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::date::{Date, day_from_text};
use super::rows::{Fault, read};

/// The form that is written and read.
const FORMAT: u32 = 1;

/// So many faults are told; the rest follow from them often enough.
const MOST_FAULTS: usize = 5;

/// The files that a facts file can hold, as they are called in a folder of catalog JSON.
pub const FACT_FILES: [&str; 11] = [
    "endpoints.json",
    "features.json",
    "internal_names.json",
    "messages.json",
    "objects.json",
    "overrides.json",
    "permissions.json",
    "platforms.json",
    "scopes.json",
    "sunsets.json",
    "topics.json",
];

/// Why a facts file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// It is something else, or cut short.
    #[error("it is not what catalog import writes: {0}")]
    NotFacts(String),
    /// Another version of the program wrote it.
    #[error(
        "it is a facts file of format {0}, and this hubscope reads format {FORMAT}: import the facts again with this version"
    )]
    Format(u32),
    /// A row is wrong, or leads nowhere.
    #[error("{}", told(.0))]
    Unsound(Vec<Unsound>),
    /// The program has newer facts.
    #[error(
        "its {file} is of {day}, older than that of this hubscope, {ours}: import newer facts, or leave the file out \
         (--older-facts takes it all the same)"
    )]
    Older {
        /// The file.
        file: &'static str,
        /// Its day.
        day: String,
        /// The day of what the program carries.
        ours: String,
    },
}

/// Something wrong with a row: file, row, field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsound(Fault);

impl std::fmt::Display for Unsound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Fault> for CatalogError {
    fn from(fault: Fault) -> Self {
        Self::Unsound(vec![Unsound(fault)])
    }
}

impl From<Vec<Fault>> for CatalogError {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Unsound(faults.into_iter().map(Unsound).collect())
    }
}

fn told(faults: &[Unsound]) -> String {
    let shown: Vec<String> = faults.iter().take(MOST_FAULTS).map(ToString::to_string).collect();
    let more = match faults.len().saturating_sub(MOST_FAULTS) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!("{}{more}", shown.join("; "))
}

/// Whether facts that are older than the program's are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Older {
    /// They are refused.
    Refuse,
    /// They are taken.
    Take,
}

/// What lies over the embedded facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// The facts file, as it was named.
    pub name: String,
    /// The day of the newest file in it.
    pub as_of: Date,
    /// The files that it holds, with the day of each.
    pub files: Vec<(&'static str, Date)>,
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct FactsFile {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(rename = "as_of")]
    as_of: String,
    #[serde(default, rename = "sources")]
    _sources: Vec<String>,
    files: Parts,
}

/// What of it says that it is one.
#[derive(Deserialize)]
struct Peek {
    format: Option<u32>,
    operations: Option<IgnoredAny>,
}

/// The text of each file that is there.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parts {
    #[serde(borrow, rename = "endpoints.json")]
    pub(super) endpoints: Option<&'static RawValue>,
    #[serde(rename = "features.json")]
    pub(super) features: Option<&'static RawValue>,
    #[serde(rename = "internal_names.json")]
    pub(super) internal_names: Option<&'static RawValue>,
    #[serde(rename = "messages.json")]
    pub(super) messages: Option<&'static RawValue>,
    #[serde(rename = "objects.json")]
    pub(super) objects: Option<&'static RawValue>,
    #[serde(rename = "overrides.json")]
    pub(super) overrides: Option<&'static RawValue>,
    #[serde(rename = "permissions.json")]
    pub(super) permissions: Option<&'static RawValue>,
    #[serde(rename = "platforms.json")]
    pub(super) platforms: Option<&'static RawValue>,
    #[serde(rename = "scopes.json")]
    pub(super) scopes: Option<&'static RawValue>,
    #[serde(rename = "sunsets.json")]
    pub(super) sunsets: Option<&'static RawValue>,
    #[serde(rename = "topics.json")]
    pub(super) topics: Option<&'static RawValue>,
}

impl Parts {
    /// In the order of [`FACT_FILES`].
    fn all(&self) -> [Option<&'static RawValue>; FACT_FILES.len()] {
        [
            self.endpoints,
            self.features,
            self.internal_names,
            self.messages,
            self.objects,
            self.overrides,
            self.permissions,
            self.platforms,
            self.scopes,
            self.sunsets,
            self.topics,
        ]
    }
}

/// The day that stands at the head of a file of rows.
pub(super) fn day_of(file: &'static str, text: &str) -> Result<Date, Fault> {
    #[derive(Deserialize)]
    struct Head {
        as_of: String,
    }
    let Head { as_of } = read(file, text)?;
    let what = format!("`{as_of}` is no day, such as 2026-11-21");
    day_from_text(&as_of).ok_or(Fault { file, at: "as_of".to_owned(), what })
}

/// What `text`, a facts file or the endpoint facts alone, holds, and the days of that.
pub(super) fn parts(
    name: &str,
    text: &'static str,
    older: Older,
    embedded_day: impl Fn(&'static str) -> Date,
) -> Result<(Layer, Parts), CatalogError> {
    let not_facts = |error: serde_json::Error| CatalogError::NotFacts(error.to_string());
    let peek: Peek = serde_json::from_str(text).map_err(not_facts)?;
    let (said, parts) = match peek {
        Peek { format: Some(FORMAT), .. } => {
            let file: FactsFile = serde_json::from_str(text).map_err(not_facts)?;
            (Some(file.as_of), file.files)
        }
        Peek { format: Some(other), .. } => return Err(CatalogError::Format(other)),
        Peek { operations: Some(_), .. } => {
            let whole: &RawValue = serde_json::from_str(text).map_err(not_facts)?;
            (None, Parts { endpoints: Some(whole), ..Parts::default() })
        }
        Peek { .. } => return Err(CatalogError::NotFacts("it names no format".to_owned())),
    };
    let mut files = Vec::new();
    for (file, raw) in FACT_FILES.into_iter().zip(parts.all()) {
        let Some(raw) = raw else { continue };
        let (day, ours) = (day_of(file, raw.get())?, embedded_day(file));
        if day < ours && older == Older::Refuse {
            return Err(CatalogError::Older { file, day: day.to_string(), ours: ours.to_string() });
        }
        files.push((file, day));
    }
    let Some(as_of) = files.iter().map(|(_, day)| *day).max() else {
        return Err(CatalogError::NotFacts("it holds no facts".to_owned()));
    };
    if said.is_some_and(|said| said != as_of.to_string()) {
        return Err(CatalogError::NotFacts(format!("its as_of is not {as_of}, the day of its newest file")));
    }
    Ok((Layer { name: name.to_owned(), as_of, files }, parts))
}

/// A facts file of the texts of `files`, each named as in [`FACT_FILES`], and where they come from.
pub fn facts_file(files: &[(&'static str, String)], sources: &[String]) -> Result<String, CatalogError> {
    let days: Vec<Date> = files.iter().map(|(file, text)| day_of(file, text)).collect::<Result<_, _>>()?;
    let Some(as_of) = days.into_iter().max() else {
        return Err(CatalogError::NotFacts("there are no facts to write".to_owned()));
    };
    let rows: Vec<String> = files.iter().map(|(file, text)| format!("\"{file}\": {}", text.trim())).collect();
    let sources = serde_json::Value::from(sources.to_vec());
    let head = format!("{{\"format\": {FORMAT}, \"as_of\": \"{as_of}\", \"sources\": {sources},\n\"files\": {{\n");
    Ok(format!("{head}{}\n}}}}\n", rows.join(",\n")))
}

#[cfg(test)]
mod tests;
