//! How well a name fits what is searched for: the very name, its beginning, its words, or its letters in their order.
//!
//! Letter case of ASCII does not matter, and nothing else of a text is changed: places in it stay the places shown.

use crate::catalog::{Word, words_of};

/// Longer names are no slip of the hand, and their letters are not compared one by one.
const LONGEST_FUZZY: usize = 200;

/// Further words are not looked for: a page that was pasted would be compared with everything for seconds.
const MOST_WORDS: usize = 12;

/// How a name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the name.
    Exact,
    /// The name begins with it.
    Prefix,
    /// Each word is a word of the name.
    Words,
    /// Each word begins a word of the name.
    Begins,
    /// Each word stands in the name.
    Stands,
    /// Each word stands in the name or in what is said of it.
    Said,
    /// Each word stands there, or what the field also calls it.
    Meant,
    /// The letters stand in the name in their order, with so many others between them.
    Fuzzy(usize),
}

impl Fit {
    /// Among fits of one class, what is chosen is worth more than a better fit.
    pub(super) fn class(self) -> u8 {
        match self {
            Self::Exact | Self::Prefix => 0,
            Self::Words | Self::Begins | Self::Stands => 1,
            Self::Said | Self::Meant => 2,
            Self::Fuzzy(_) => 3,
        }
    }
}

/// What is searched for.
#[derive(Debug, Clone, Default)]
pub(super) struct Query {
    text: String,
    words: Vec<Word>,
}

impl Query {
    /// The words of `text`.
    pub(super) fn new(text: &str) -> Self {
        let text = text.trim().to_ascii_lowercase();
        Self { words: words_of(&text, MOST_WORDS), text }
    }

    /// Whether nothing is searched for.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How the best of `names` fits; `said` is what else is said of the thing. All of it in lower case.
    pub(super) fn fit(&self, names: &[String], said: &[String]) -> Option<Fit> {
        let all = |stands: &dyn Fn(&str) -> bool| self.words.iter().all(|word| word.is_said(stands));
        if names.contains(&self.text) {
            return Some(Fit::Exact);
        }
        if names.iter().any(|name| name.starts_with(&self.text)) {
            return Some(Fit::Prefix);
        }
        let in_text = |word: &str| names.iter().chain(said).any(|text| text.contains(word));
        if !all(&in_text) {
            if self.words.iter().all(|word| word.is_meant(&in_text)) {
                return Some(Fit::Meant);
            }
            return None;
        }
        let best = |name: &String| match () {
            () if self.words.iter().all(|word| is_word_of(name, &word.text)) => Fit::Words,
            () if all(&|word| begins_word(name, word)) => Fit::Begins,
            () if all(&|word| name.contains(word)) => Fit::Stands,
            () => Fit::Said,
        };
        Some(names.iter().map(best).min().unwrap_or(Fit::Said))
    }

    /// How the best of `names` fits by its letters alone: for where nothing fits better.
    pub(super) fn fit_letters(&self, names: &[String]) -> Option<Fit> {
        names.iter().filter_map(|name| self.fuzzy(name)).min().map(Fit::Fuzzy)
    }

    /// Its words.
    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// How many other letters stand between those of the text, at the word of `name` where they are fewest.
    fn fuzzy(&self, name: &str) -> Option<usize> {
        self.letters_in(name).map(|places| places.last().unwrap_or(&0) + 1 - places[0] - places.len())
    }

    /// The bytes of `name`, which is in lower case, that are the letters of the text, in order and near each other.
    fn letters_in(&self, name: &str) -> Option<Vec<usize>> {
        let wanted: Vec<u8> = self.words.iter().flat_map(|word| word.text.bytes()).collect();
        if wanted.len() < 3 || name.len() > LONGEST_FUZZY || wanted.len() > name.len() {
            return None;
        }
        let starts = (0..name.len()).filter(|at| is_word_start(name, *at));
        let found = starts.filter_map(|start| subsequence(&wanted, name.as_bytes(), start));
        let near = |places: &Vec<usize>| places[places.len() - 1] - places[0] < 4 * wanted.len();
        found.filter(near).min_by_key(|places| places[places.len() - 1] - places[0])
    }

    /// The bytes of `name`, as it is shown, that the text found.
    pub(super) fn marks(&self, name: &str) -> Vec<usize> {
        let lower = name.to_ascii_lowercase();
        let of_word = |word: &Word| {
            let forms = std::iter::once(word.text.as_str()).chain(word.forms.iter().map(String::as_str));
            let mut found = forms.filter_map(|form| Some((lower.find(form)?, form)));
            // Only the letters that were typed are marked: the ending is another one.
            let typed = |form: &str| word.text.bytes().zip(form.bytes()).take_while(|(a, b)| a == b).count();
            found.next().map(|(at, form)| at..at + typed(form))
        };
        let places: Vec<usize> = self.words.iter().filter_map(of_word).flatten().collect();
        if places.is_empty() { self.letters_in(&lower).unwrap_or_default() } else { places }
    }
}

fn is_word_start(name: &str, at: usize) -> bool {
    let letters = name.as_bytes();
    letters[at].is_ascii_alphanumeric() && (at == 0 || !letters[at - 1].is_ascii_alphanumeric())
}

fn begins_word(name: &str, word: &str) -> bool {
    let is_start = |at: usize| at == 0 || !name.as_bytes()[at - 1].is_ascii_alphanumeric();
    name.match_indices(word).any(|(at, _)| is_start(at))
}

fn is_word_of(name: &str, word: &str) -> bool {
    name.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|part| part == word)
}

fn subsequence(wanted: &[u8], name: &[u8], start: usize) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(wanted.len());
    let mut at = start;
    for letter in wanted {
        at += name.get(at..)?.iter().position(|other| other == letter)?;
        places.push(at);
        at += 1;
    }
    (places.first() == Some(&start)).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(text: &str, name: &str) -> Option<Fit> {
        let names = [name.to_owned()];
        let query = Query::new(text);
        query.fit(&names, &["cards are shown".to_owned()]).or_else(|| query.fit_letters(&names))
    }

    #[test]
    fn the_name_is_better_than_its_beginning_its_words_and_its_letters() {
        assert_eq!(fit("Deal.Creation", "deal.creation"), Some(Fit::Exact));
        assert_eq!(fit("deal.c", "deal.creation"), Some(Fit::Prefix));
        assert_eq!(fit("creation deal", "deal.creation"), Some(Fit::Words));
        assert_eq!(fit("crea deal", "deal.creation"), Some(Fit::Begins));
        assert_eq!(fit("eation", "deal.creation"), Some(Fit::Stands));
        assert_eq!(fit("company card", "companies"), Some(Fit::Said));
        assert!(matches!(fit("dlcrn", "deal.creation"), Some(Fit::Fuzzy(_))));
        assert_eq!(fit("xyz", "deal.creation"), None);
        assert_eq!(fit("eaton", "deal.creation"), None, "the first letter begins a word");
    }

    #[test]
    fn endings_small_words_and_other_names_find_it_too() {
        assert_eq!(fit("deal changes", "deal.propertychange"), Some(Fit::Stands));
        assert_eq!(fit("the deals created", "deal.created"), Some(Fit::Begins));
        let webhook = |text: &str| Query::new(text).fit(&["deal.creation".into()], &["classic webhook".into()]);
        assert_eq!((webhook("deal listen"), webhook("deal events")), (Some(Fit::Meant), Some(Fit::Meant)));
    }

    #[test]
    fn the_letters_that_were_found_are_marked() {
        let marks = |text: &str, name: &str| -> String {
            let places = Query::new(text).marks(name);
            name.bytes().enumerate().map(|(at, b)| if places.contains(&at) { b as char } else { '.' }).collect()
        };
        assert_eq!(marks("crea deal", "deal.creation"), "deal.crea....");
        assert_eq!(marks("dlcrn", "deal.creation"), "d..l.cr.....n");
        assert_eq!(marks("company", "companies"), "compan...");
    }
}
