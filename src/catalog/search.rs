//! Names from text: what a person meant by a name that is not in the catalog.

use std::borrow::Cow;
use std::collections::HashMap;

use super::words::words_of;
use super::{Catalog, Status};

/// Whether `text` can be a scope name at all: letters, digits, `.`, `_`, `-`, and braces of a pattern.
pub fn name_from_text(text: &str) -> Option<&str> {
    let name = text.trim();
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '{' | '}');
    (!name.is_empty() && name.chars().all(legal)).then_some(name)
}

/// No name that is known has more bytes, by far.
const LONGEST_NAME: usize = 200;

/// In a shorter name two letters are too much to guess.
const SHORTEST_GUESS: usize = 6;

/// At most `most` of `names` that are near `wanted`, nearest first: by edit distance, and by shared words so that
/// `crm.objects.lists.read` finds `crm.lists.read`.
pub fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    // Text of that length is no slip of the hand, and a long one would be compared for minutes.
    if wanted.len() > LONGEST_NAME {
        return Vec::new();
    }
    let folded = wanted.to_lowercase();
    let mut scored: Vec<(usize, &str)> = names
        .filter_map(|name| {
            let limit = (folded.len().max(name.len()) / 3).max(2);
            let distance = distance(&folded, name, limit)?;
            (distance <= limit).then_some((distance, name))
        })
        .collect();
    scored.sort_unstable();
    scored.dedup_by_key(|(_, name)| *name);
    scored.into_iter().take(most).map(|(_, name)| name).collect()
}

/// How far `name` is from `wanted`; `None` = certainly further than `limit`.
fn distance(wanted: &str, name: &str, limit: usize) -> Option<usize> {
    let lower = if name.chars().any(char::is_uppercase) { name.to_lowercase().into() } else { Cow::Borrowed(name) };
    let words = |text: &'_ str| text.split(['.', '_', '-', ':', ' ']).count();
    let has = |word: &str| wanted.split(['.', '_', '-', ':', ' ']).any(|ours| ours == word);
    let shared = lower.split(['.', '_', '-', ':', ' ']).filter(|word| has(word)).count();
    let ours = words(wanted);
    // One word too many or too few is a slip of memory, however long the word.
    let by_words = ours + words(&lower) - 2 * shared.min(ours);
    let is_slip = shared > 0 && by_words <= 1;
    // Each letter too many is a step by itself: most names need not be compared letter by letter.
    let (long, short) =
        (wanted.chars().count().max(lower.chars().count()), wanted.chars().count().min(lower.chars().count()));
    if !is_slip && long - short > limit {
        return None;
    }
    let by_letters = strsim::osa_distance(wanted, &lower);
    Some(if is_slip { by_letters.min(1 + by_words) } else { by_letters })
}

/// More words than this are not looked for.
const MOST_WORDS: usize = 12;

/// Whether every word of `wanted` stands in one of `texts`, in any form and letter case, or what the field also calls it.
pub fn matches(wanted: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let stands = |word: &str| texts.iter().any(|text| text.contains(word));
    words_of(wanted, MOST_WORDS).iter().all(|word| word.is_meant(&stands))
}

impl Catalog {
    /// Scope names near `wanted` that an app can use, nearest first.
    pub fn nearest_scopes(&self, wanted: &str, most: usize) -> Vec<&'static str> {
        let usable = |status| matches!(status, Status::Current | Status::Legacy);
        nearest(wanted, self.scopes().iter().filter(|scope| usable(scope.status)).map(|scope| scope.name), most)
    }

    /// The one scope that `name` is another way to write: letter case, a plural, `_` or `-` for a dot.
    pub fn variant_of(&self, name: &str) -> Option<&'static str> {
        if name.len() > LONGEST_NAME {
            return None;
        }
        let mut same = self.plain_names().get(&plain_words(name))?.iter().filter(|known| **known != name);
        match (same.next(), same.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }

    /// The one scope that `name` was probably meant to be: a letter or two away, with as many words, and nothing else nearly
    /// as near. A guess, for a person to look at.
    pub fn guess_of(&self, name: &str) -> Option<&'static str> {
        const SLIPS: usize = 2;
        if self.scope_id(name).is_some() || !(SHORTEST_GUESS..=LONGEST_NAME).contains(&name.len()) {
            return None;
        }
        if let Some(variant) = self.variant_of(name) {
            return Some(variant);
        }
        let folded = name.to_lowercase();
        let words = |text: &str| text.split(['.', '_', '-']).count();
        let usable = |status| matches!(status, Status::Current | Status::Legacy);
        let names = self.scopes().iter().filter(|scope| usable(scope.status) && !scope.pattern).map(|scope| scope.name);
        let near = names.filter(|known| known.len().abs_diff(folded.len()) <= SLIPS + 1);
        let mut scored: Vec<(usize, &'static str)> = near
            .map(|known| (strsim::osa_distance(&folded, known), known))
            .filter(|(far, _)| *far <= SLIPS + 1)
            .collect();
        scored.sort_unstable();
        let (far, guess) = *scored.first()?;
        let is_clear = scored.get(1).is_none_or(|(next, _)| *next > far + 1);
        (far <= SLIPS && is_clear && words(guess) == words(&folded)).then_some(guess)
    }

    /// The names that an app can use by their plain words.
    fn plain_names(&self) -> &HashMap<Vec<String>, Vec<&'static str>> {
        self.by_plain_words.get_or_init(|| {
            let mut names: HashMap<_, Vec<_>> = HashMap::new();
            for scope in self.scopes().iter().filter(|scope| matches!(scope.status, Status::Current | Status::Legacy)) {
                names.entry(plain_words(scope.name)).or_default().push(scope.name);
            }
            names
        })
    }

    /// Feature ids near `wanted`, nearest first.
    pub fn nearest_features(&self, wanted: &str, most: usize) -> Vec<&'static str> {
        nearest(wanted, self.features().iter().map(|feature| feature.id), most)
    }
}

/// The words of a scope's name, in lower case and in the singular.
fn plain_words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.to_lowercase().trim_end_matches('s').to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_way_to_write_a_scope_is_known() {
        let variant = |name| Catalog::embedded().variant_of(name);
        for name in ["crm.objects.contact.read", "CRM.Objects.Contacts.Read", "crm_objects_contacts_read"] {
            assert_eq!(variant(name), Some("crm.objects.contacts.read"), "{name}");
        }
        assert_eq!(variant("crm.objects.lists.read"), None);
        assert_eq!(variant("crm.objects.contacts.read"), None);
    }

    #[test]
    fn a_slip_of_a_letter_is_guessed_where_one_name_is_clearly_the_nearest() {
        let guess = |name| Catalog::embedded().guess_of(name);
        assert_eq!(guess("crm.objects.deals.reed"), Some("crm.objects.deals.read"));
        assert_eq!(guess("crm.objects.contcats.wirte"), Some("crm.objects.contacts.write"));
        for name in ["crm.objects.deals.read", "crm.deals.read", "crm.objects.xxxxx.read", "form", "", "nothing.at.all"]
        {
            assert_eq!(guess(name), None, "{name}");
        }
    }

    #[test]
    fn every_word_must_stand_somewhere_in_any_order() {
        assert!(matches("deal CREA", &["deal.creation", "Deals are made"]));
        assert!(matches("", &["x"]));
        assert!(matches("company card", &["companies", "cards.app"]));
        assert!(!matches("deal ticket", &["deal.creation"]));
    }
}
