//! Texts that are searched: whether one can be a name, and whether words stand in it.

use super::near::words_of;

/// Whether `text` can be a scope name at all: letters, digits, `.`, `_`, `-`, and braces of a pattern.
pub fn name_from_text(text: &str) -> Option<&str> {
    let name = text.trim();
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '{' | '}');
    (!name.is_empty() && name.chars().all(legal)).then_some(name)
}

/// More words than this are not looked for.
const MOST_WORDS: usize = 12;

/// Whether every word of `wanted` stands in one of `texts`, in any form and letter case, or what the field also calls it.
pub fn matches(wanted: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let stands = |word: &str| texts.iter().any(|text| text.contains(word));
    words_of(wanted, MOST_WORDS).iter().all(|word| word.is_meant(&stands))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_stand_somewhere_in_any_order() {
        assert!(matches("deal CREA", &["deal.creation", "Deals are made"]));
        assert!(matches("", &["x"]));
        assert!(matches("company card", &["companies", "cards.app"]));
        assert!(!matches("deal ticket", &["deal.creation"]));
    }
}
