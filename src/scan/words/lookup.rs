//! Looking words up in the tables that the build makes of `assets/scan/words.json`.

use super::fold::fold;
use super::meaning::Meaning;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// What a word means: a set of meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scan) struct Meanings(u128);

impl Meanings {
    /// What a name means that is folded already.
    pub(in crate::scan) fn of_folded(folded: &str) -> Self {
        Self::found(FOLDED, folded)
    }

    /// What a name means as it is spelt.
    pub(in crate::scan) fn of_spelt(name: &str) -> Self {
        Self::found(SPELT, name)
    }

    fn found(table: &[&[(&str, u128)]], word: &str) -> Self {
        let own = table.get(word.len()).copied().unwrap_or_default();
        let at = own.binary_search_by(|(known, _)| (*known).cmp(word));
        Self(at.ok().and_then(|at| own.get(at)).map_or(0, |(_, meanings)| *meanings))
    }

    pub(in crate::scan) fn has(self, meaning: Meaning) -> bool {
        self.0 & meaning.bit() != 0
    }
}

/// Whether a name means that.
pub(in crate::scan) fn means(meaning: Meaning, name: &str) -> bool {
    let found = if meaning.is_spelt() { Meanings::of_spelt(name) } else { Meanings::of_folded(&fold(name)) };
    found.has(meaning)
}

/// The words of a meaning, as they are compared, with the place of each.
fn rows(meaning: Meaning) -> &'static [(&'static str, u8)] {
    BY_MEANING.get(meaning as usize).copied().unwrap_or_default()
}

/// The words of a meaning, as they are compared: those that go first stand first.
pub(in crate::scan) fn all(meaning: Meaning) -> impl Iterator<Item = &'static str> {
    rows(meaning).iter().map(|(word, _)| *word)
}

/// The place that a word of this meaning has.
pub(in crate::scan) fn place(meaning: Meaning, name: &str) -> Option<usize> {
    rows(meaning).iter().find(|(word, _)| *word == name).map(|(_, place)| usize::from(*place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whatever_its_case_unless_the_meaning_asks_for_its_spelling() {
        assert!(means(Meaning::Formats, "format_map") && means(Meaning::Formats, "FormatMap"));
        assert!(means(Meaning::AsksByKey, "useSWR") && !means(Meaning::AsksByKey, "useSwr"));
        assert!(!means(Meaning::Formats, "") && !means(Meaning::Formats, &"x".repeat(500)));
        assert!(!means(Meaning::Formats, "fórmat"));
    }

    #[test]
    fn keys_are_asked_in_the_order_of_their_places() {
        let keys: Vec<&str> = all(Meaning::TargetKey).collect();
        assert_eq!(keys.first(), Some(&"url"));
        assert!(keys.iter().position(|key| *key == "uri") < keys.iter().position(|key| *key == "path"));
        assert_eq!(place(Meaning::ValuesFrom, "exchange"), Some(4));
    }
}
