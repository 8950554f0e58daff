//! Which of some names a text is near: whole words before letters, and what matches badly not at all.

use std::collections::{HashMap, HashSet};

use super::split::{LONGEST_NAME, slip, squashed, stem, words};

/// How near a name is: class, words that it lacks, words that it has more, letters that differ.
type Rank = (u8, usize, usize, usize);

/// At most `most` of `names` that `wanted` may have been meant for, nearest first.
///
/// A word that many of the names have says little: `app-page` is near `page`, and not near `app`.
pub fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    if wanted.len() > LONGEST_NAME {
        return Vec::new();
    }
    let mut met = HashSet::new();
    let names: Vec<(&str, Vec<String>)> =
        names.filter(|name| met.insert(*name)).map(|name| (name, words(name))).collect();
    let asked = Asked::new(wanted, &names);
    let mut ranked: Vec<(Rank, &str)> =
        names.iter().filter_map(|(name, words)| Some((asked.rank(name, words)?, *name))).collect();
    ranked.sort_unstable();
    let best = ranked.first().map(|(rank, _)| *rank);
    let nearest = ranked.into_iter().filter(|(rank, _)| best.is_some_and(|best| is_as_good(*rank, best)));
    nearest.take(most).map(|(_, name)| name).collect()
}

/// Whether a name is worth showing beside the best one: where a word is met, one that is nearly it is not meant.
fn is_as_good((class, lacking, _, letters): Rank, best: Rank) -> bool {
    class == best.0 && lacking == best.1 && letters == best.3
}

struct Asked {
    folded: String,
    squashed: String,
    words: Vec<String>,
    /// In how many names each of the words stands.
    common: HashMap<String, usize>,
    names: usize,
}

impl Asked {
    fn new(wanted: &str, names: &[(&str, Vec<String>)]) -> Self {
        let words = words(wanted);
        let stands =
            |word: &String| names.iter().filter(|(_, other)| other.iter().any(|one| is_same(word, one))).count();
        let common = words.iter().map(|word| (word.clone(), stands(word))).collect();
        Self { folded: wanted.to_lowercase(), squashed: squashed(wanted), words, common, names: names.len() }
    }

    /// Whether few enough names have the word for it to tell them apart.
    fn tells(&self, word: &str) -> bool {
        const FEW: usize = 2;
        const SHARE: usize = 8;
        self.common.get(word).is_none_or(|count| *count <= FEW.max(self.names / SHARE))
    }

    fn rank(&self, name: &str, words: &[String]) -> Option<Rank> {
        if self.squashed == squashed(name) || !self.words.is_empty() && self.words == words {
            return Some((0, 0, 0, 0));
        }
        self.by_words(words).or_else(|| self.by_letters(name))
    }

    fn by_words(&self, words: &[String]) -> Option<Rank> {
        let mut left: Vec<&String> = words.iter().collect();
        let (mut lacking, mut letters, mut telling) = (0, 0, 0);
        for word in &self.words {
            let near = left.iter().enumerate().filter_map(|(place, other)| Some((far(word, other)?, place))).min();
            let Some((far, place)) = near else {
                lacking += 1;
                continue;
            };
            left.swap_remove(place);
            letters += far;
            telling += usize::from(self.tells(word));
        }
        let (more, shared) = (left.len(), self.words.len() - lacking);
        let is_near = match lacking {
            0 => more <= 1 || telling > 0 && more <= shared + 1,
            _ => more == 0 && telling > 0 && lacking <= shared,
        };
        (shared > 0 && is_near).then_some((1, lacking, more, letters))
    }

    fn by_letters(&self, name: &str) -> Option<Rank> {
        let lower = name.to_lowercase();
        let (ours, theirs) = (self.folded.chars().count(), lower.chars().count());
        let most = match ours.min(theirs) {
            0..3 => 0,
            3..6 => 1,
            6..16 => 2,
            _ => 3,
        };
        // Each letter too many is a step by itself: most names need not be compared letter by letter.
        if ours.abs_diff(theirs) > most {
            return None;
        }
        let far = strsim::osa_distance(&self.folded, &lower);
        (far <= most).then_some((2, 0, 0, far))
    }
}

fn is_same(word: &str, other: &str) -> bool {
    word == other || stem(word) == stem(other)
}

/// How far `word` is from `other`: nothing where only the ending differs.
fn far(word: &str, other: &str) -> Option<usize> {
    if is_same(word, other) { Some(0) } else { slip(word, other) }
}

/// At most `most` of `texts` that differ from `wanted` in few of their letters, nearest first: for addresses and other
/// texts that are no names.
pub fn alike<'a>(wanted: &str, texts: impl Iterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    if wanted.len() > LONGEST_NAME {
        return Vec::new();
    }
    let mut scored: Vec<(usize, &str)> = texts
        .filter_map(|text| {
            let limit = (wanted.len().max(text.len()) / 3).max(2);
            let near = wanted.chars().count().abs_diff(text.chars().count()) <= limit;
            let far = near.then(|| strsim::osa_distance(wanted, text))?;
            (far <= limit).then_some((far, text))
        })
        .collect();
    scored.sort_unstable();
    scored.dedup_by_key(|(_, text)| *text);
    scored.into_iter().take(most).map(|(_, text)| text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPES: [&str; 12] = [
        "app",
        "app-event",
        "app-function",
        "app-object",
        "app-object-association",
        "calling",
        "card",
        "page",
        "pages",
        "settings",
        "webhooks",
        "workflow-action",
    ];

    fn near(wanted: &str) -> Option<&'static str> {
        nearest(wanted, TYPES.into_iter(), 1).first().copied()
    }

    #[test]
    fn whole_words_come_before_letters_and_a_word_of_many_names_says_little() {
        for (wanted, meant) in [
            ("app-page", "page"),
            ("app_card", "card"),
            ("webhook-app", "webhooks"),
            ("AppFunction", "app-function"),
            ("workflow", "workflow-action"),
            ("crad", "card"),
            ("app-objects-associations", "app-object-association"),
            ("function", "app-function"),
            ("setting", "settings"),
        ] {
            assert_eq!(near(wanted), Some(meant), "{wanted}");
        }
        for wanted in ["app-banana", "banana", "", "x", "cms-assets"] {
            assert_eq!(near(wanted), None, "{wanted}");
        }
    }

    #[test]
    fn endings_and_slips_in_the_words_of_an_option_do_not_matter() {
        let options = ["contact.creation", "contact.deletion", "deal.creation", "deal.propertyChange"];
        let first = |wanted| nearest(wanted, options.into_iter(), 1).first().copied();
        assert_eq!(first("contact.create"), Some("contact.creation"));
        assert_eq!(first("contacts.deleted"), Some("contact.deletion"));
        assert_eq!(first("deal.property_changed"), Some("deal.propertyChange"));
        assert_eq!(first("contact.craetion"), Some("contact.creation"));
        assert_eq!(first("ticket.pictures"), None);
    }

    #[test]
    fn beside_a_word_that_is_met_one_that_is_nearly_it_is_not_shown() {
        let names = ["cards.app", "cards.legacy", "crm.objects.carts", "crm.objects.contacts", "crm.objects.contracts"];
        assert_eq!(nearest("card", names.into_iter(), 9), ["cards.app", "cards.legacy"]);
        assert_eq!(nearest("crm.objects.contcats", names.into_iter(), 9), ["crm.objects.contacts"]);
    }

    #[test]
    fn a_text_that_is_no_name_goes_by_its_letters() {
        let known = ["https://shop.example/oauth/done", "http://localhost:3000/cb"];
        assert_eq!(alike("https://shop.example/oauth-done", known.into_iter(), 1), [known[0]]);
        assert!(alike("x", known.into_iter(), 1).is_empty());
    }
}
