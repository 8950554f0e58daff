//! What the words of a question find: features, their options and scopes, each with its title.
//!
//! The words are read as the search of the configurator reads them; each of them must begin a word of the thing, or what
//! is found has nothing to do with the question.

use crate::catalog::{Catalog, Status, Word, words_of};

/// A text of more words is a sentence, and what shares all of them with it does not exist.
const MOST_WORDS: usize = 7;

/// A thing that can be asked about.
pub(super) struct Near {
    /// As it is asked for.
    pub(super) name: String,
    /// What it is called.
    pub(super) title: String,
}

/// How near it is: the words themselves before other names for them, in its own name before the texts about it.
type Rank = (bool, bool, usize);

/// The nearest things that `what` names in words, at most `most`.
pub(super) fn near(catalog: &'static Catalog, what: &str, most: usize) -> Vec<Near> {
    let words = words_of(what, MOST_WORDS + 1);
    if words.len() > MOST_WORDS || !words.iter().any(Word::tells) {
        return Vec::new();
    }
    let mut found: Vec<(Rank, Near)> = Vec::new();
    let mut add = |name: String, title: String, said: &str| {
        let own = spaced(&format!("{name} {title}"));
        if let Some(rank) = rank(&words, &own, said) {
            found.push((rank, Near { name, title }));
        }
    };
    for feature in catalog.features() {
        let of_kind = spaced(&format!("{} {}", feature.category, feature.name));
        let id = match catalog.scope_id(feature.id) {
            Some(_) => format!("feature:{}", feature.id),
            None => feature.id.to_owned(),
        };
        add(id, feature.name.to_owned(), &of_kind);
        for option in feature.options {
            add(format!("{}:{}", feature.id, option.id), format!("{}, {}", feature.name, option.label), &of_kind);
        }
    }
    for scope in catalog.scopes().iter().filter(|scope| scope.status == Status::Current) {
        add(scope.name.to_owned(), scope.summary.to_owned(), "");
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(most).map(|(_, near)| near).collect()
}

/// In lower case, with a space before a capital inside of a word: each of its words begins after something else.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 8);
    let mut was_small = false;
    for letter in text.chars() {
        if was_small && letter.is_uppercase() {
            spaced.push(' ');
        }
        was_small = letter.is_lowercase();
        spaced.extend(letter.to_lowercase());
    }
    spaced
}

fn begins_a_word(text: &str, word: &str) -> bool {
    let starts = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| starts(at))
}

fn rank(words: &[Word], own: &str, said: &str) -> Option<Rank> {
    let in_own = |word: &str| begins_a_word(own, word);
    let anywhere = |word: &str| begins_a_word(own, word) || begins_a_word(said, word);
    let says = words.iter().all(|word| word.is_said(&anywhere));
    if words.is_empty() || !says && !words.iter().all(|word| word.is_meant(&anywhere)) {
        return None;
    }
    Some((!says, !words.iter().all(|word| word.is_said(&in_own)), own.len()))
}
