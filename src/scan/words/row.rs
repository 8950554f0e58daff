//! The rows of `assets/scan/words.json` as they are written there.
//!
//! The build makes the tables of them, and the tests hold what a row has to have; the program carries the tables alone.

use serde::Deserialize;

use super::meaning::Meaning;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct WordsFile {
    /// By meaning, then by word.
    pub(crate) words: Vec<Row>,
}

/// What one word of a language, a framework or a library means.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    pub(crate) meaning: Meaning,
    /// As code spells it.
    pub(crate) word: &'static str,
    /// For keys: which of them counts where there are several. For functions that fill templates: where the values begin.
    #[serde(default)]
    pub(crate) place: u8,
    /// A language, or `any`.
    pub(crate) language: &'static str,
    /// A framework or a library; `the language`, `standard library` and its part, or `convention`.
    pub(crate) library: &'static str,
    /// The address of a page that says so.
    pub(crate) source: &'static str,
}

impl Row {
    /// What the word is looked up by.
    pub(crate) fn key(&self) -> String {
        if self.meaning.is_spelt() { self.word.to_owned() } else { super::fold::fold(self.word) }
    }
}
