//! What every row of `assets/scan/words.json` has, and that each meaning is asked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::meaning::Meaning;
use super::row::{Row, WordsFile};

fn rows() -> Vec<Row> {
    let file: WordsFile = serde_json::from_str(include_str!("../../../assets/scan/words.json")).unwrap();
    file.words
}

/// The source files of the scan, but for those of the words themselves.
fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        if entry.is_dir() {
            sources(&entry, found);
        } else if !matches!(name.as_str(), "meaning.rs" | "tests.rs" | "lookup.rs") {
            found.push_str(&fs::read_to_string(&entry).unwrap());
        }
    }
}

#[test]
fn every_word_has_a_page_that_a_reader_can_open() {
    for row in rows() {
        let said = format!("{:?} {}", row.meaning, row.word);
        let host = row.source.strip_prefix("https://").unwrap_or_else(|| panic!("{said}: {}", row.source));
        let (host, _) = host.split_once('/').unwrap_or_else(|| panic!("{said}: an address ends its host with a slash"));
        assert!(host.contains('.') && !row.source.contains(char::is_whitespace), "{said}: {}", row.source);
        assert!(!row.library.is_empty() && !row.word.is_empty(), "{said}");
    }
}

#[test]
fn rows_stand_in_order_and_each_word_once_for_a_meaning() {
    let name = |meaning: Meaning| serde_json::to_string(&meaning).unwrap();
    let rows = rows();
    for pair in rows.windows(2) {
        assert!((name(pair[0].meaning), pair[0].word) < (name(pair[1].meaning), pair[1].word), "{:?}", pair[1]);
    }
    let keys: BTreeSet<(Meaning, String)> = rows.iter().map(|row| (row.meaning, row.key())).collect();
    assert_eq!(keys.len(), rows.len());
}

#[test]
fn a_place_is_said_for_all_words_of_a_meaning_or_for_none() {
    let rows = rows();
    for meaning in Meaning::ALL {
        let own = || rows.iter().filter(|row| row.meaning == *meaning);
        assert!(own().all(|row| row.place == 0) || own().all(|row| row.place > 0), "{meaning:?}");
    }
}

#[test]
fn every_language_of_a_word_is_one_that_is_read_or_any() {
    let is_known = |name: &str| crate::syntax::names().any(|known| known == name);
    for row in rows() {
        assert!(matches!(row.language, "any" | "powershell") || is_known(row.language), "{row:?}");
    }
}

#[test]
fn every_meaning_has_words_and_is_asked_for() {
    let rows = rows();
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scan"), &mut source);
    let names = source.split("Meaning::").skip(1);
    let asked: BTreeSet<&str> =
        names.map(|name| name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()).collect();
    for meaning in Meaning::ALL {
        assert!(rows.iter().any(|row| row.meaning == *meaning), "{meaning:?} has no words");
        assert!(asked.contains(&*format!("{meaning:?}")), "nothing asks for {meaning:?}");
    }
    assert!(Meaning::ALL.len() <= 128, "a set of meanings has 128 bits");
}
