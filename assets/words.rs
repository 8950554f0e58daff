//! The tables of `assets/scan/words.json`: what each word means, by the length of the word, and the words of each meaning.

use std::collections::BTreeMap;

use super::words::meaning::Meaning;
use super::words::row::{Row, WordsFile};

/// What is wrong with the rows; nothing where they stand in order, each word once for a meaning.
pub(crate) fn faults(file: &WordsFile) -> Vec<String> {
    let mut known: Vec<(Meaning, String)> = Vec::new();
    let mut faults = Vec::new();
    let mut last: Option<(String, &str)> = None;
    for row in &file.words {
        // As the file spells the meaning, so that an editor's sort is the right one.
        let at = (name(row.meaning), row.word);
        if last.as_ref().is_some_and(|(meaning, word)| (meaning.as_str(), *word) >= (at.0.as_str(), at.1)) {
            faults.push(format!("row {} {}: rows stand in order, by meaning and word", at.0, at.1));
        }
        let key = (row.meaning, row.key());
        if known.contains(&key) {
            faults.push(format!("row {} {}: stands twice, but for its case", at.0, at.1));
        }
        known.push(key);
        last = Some(at);
    }
    faults
}

/// A meaning as the file spells it.
fn name(meaning: Meaning) -> String {
    serde_json::to_string(&meaning).unwrap().trim_matches('"').to_owned()
}

/// The Rust source of the tables.
pub(crate) fn tables(file: &WordsFile) -> String {
    let of = |is_spelt: bool| file.words.iter().filter(move |row| row.meaning.is_spelt() == is_spelt);
    [by_length("FOLDED", of(false)), by_length("SPELT", of(true)), by_meaning(file)].concat()
}

/// `[[("url", Meaning::ReadsUrl.bit() | …), …], …]`: the words of each length, sorted, with a bit for each meaning.
fn by_length<'a>(name: &str, rows: impl Iterator<Item = &'a Row>) -> String {
    let mut words: BTreeMap<(usize, String), Vec<String>> = BTreeMap::new();
    for row in rows {
        let key = row.key();
        words.entry((key.len(), key)).or_default().push(format!("Meaning::{:?}.bit()", row.meaning));
    }
    let longest = words.keys().map(|(length, _)| *length).max().unwrap_or_default();
    let of_length = |length: usize| -> String {
        let own = words.iter().filter(|((own, _), _)| *own == length);
        own.map(|((_, word), meanings)| format!("({word:?}, {})", meanings.join(" | "))).collect::<Vec<_>>().join(", ")
    };
    let lists: Vec<String> = (0..=longest).map(|length| format!("&[{}],\n", of_length(length))).collect();
    let lists = lists.concat();
    format!("static {name}: &[&[(&str, u128)]] = &[\n{lists}];\n")
}

/// The words of each meaning: those with a place by it, the others sorted.
fn by_meaning(file: &WordsFile) -> String {
    let of = |meaning: Meaning| -> String {
        let mut own: Vec<(u8, String)> =
            file.words.iter().filter(|row| row.meaning == meaning).map(|row| (row.place, row.key())).collect();
        own.sort();
        own.iter().map(|(place, word)| format!("({word:?}, {place})")).collect::<Vec<_>>().join(", ")
    };
    let lists: Vec<String> = Meaning::ALL.iter().map(|meaning| format!("&[{}],\n", of(*meaning))).collect();
    let lists = lists.concat();
    format!("static BY_MEANING: &[&[(&str, u8)]] = &[\n{lists}];\n")
}
