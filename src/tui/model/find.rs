//! The search: what is typed filters the rows of the step, and the place before it is not lost.

use tui_input::Input;

use super::place::{Cursor, Step};

/// An open search.
#[derive(Debug, Clone)]
pub struct Find {
    /// What is typed.
    pub input: Input,
    /// Where the cursor was before, to go back to.
    pub before: Cursor,
    /// The step on which it was opened.
    pub from: Step,
}

/// Whether every word of `wanted` stands in one of `texts`, letter case aside; `company` finds `companies`, too.
pub fn matches(wanted: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let stands = |word: &str| texts.iter().any(|text| text.contains(word));
    let plural = |word: &str| word.strip_suffix('y').is_some_and(|stem| stands(&format!("{stem}ies")));
    wanted.to_lowercase().split_whitespace().all(|word| stands(word) || plural(word))
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
