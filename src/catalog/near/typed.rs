//! Words as people type them: endings, small words, and what the field also calls a thing.
//!
//! How well a match is, and what is searched, is decided by whoever asks.

use super::rows::rows;

/// One word of a search, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it was typed.
    pub text: String,
    /// The same without its ending, or with another one.
    pub forms: Vec<String>,
    /// What else it is called.
    pub also: Vec<&'static str>,
}

/// The words of a text, without those that say nothing, unless there are no others; at most `most`.
pub fn words_of(text: &str, most: usize) -> Vec<Word> {
    let all: Vec<String> = text.split_whitespace().take(2 * most).map(str::to_lowercase).collect();
    let tells = |word: &&String| !rows().search.small.contains(&word.as_str());
    let telling: Vec<&String> = all.iter().filter(tells).take(most).collect();
    match telling.is_empty() {
        true => all.iter().take(most).map(|word| Word::new(word)).collect(),
        false => telling.into_iter().map(|word| Word::new(word)).collect(),
    }
}

impl Word {
    fn new(text: &str) -> Self {
        let forms = forms(text);
        let is_it = |name: &str| name == text || forms.iter().any(|form| form == name);
        let also =
            rows().search.also.iter().filter(|row| is_it(row.word)).flat_map(|row| row.also.iter().copied()).collect();
        Self { text: text.to_owned(), forms, also }
    }

    /// Whether it says anything of what is looked for.
    pub fn tells(&self) -> bool {
        !rows().search.small.contains(&self.text.as_str())
    }

    /// Whether it stands, as `stands` judges, in this form or another.
    pub fn is_said(&self, stands: &dyn Fn(&str) -> bool) -> bool {
        stands(&self.text) || self.forms.iter().any(|form| stands(form))
    }

    /// Whether it stands, or what it is also called.
    pub fn is_meant(&self, stands: &dyn Fn(&str) -> bool) -> bool {
        self.is_said(stands) || self.also.iter().any(|word| stands(word))
    }
}

/// `company` and `companies`, `changes`, `changed`, `changing` and `change`.
fn forms(word: &str) -> Vec<String> {
    const SHORTEST: usize = 3;
    let mut forms = Vec::new();
    let mut add = |stem: &str, ending: &str| {
        let enough = stem.chars().count() >= SHORTEST && stem.chars().all(char::is_alphabetic);
        forms.extend(enough.then(|| format!("{stem}{ending}")));
    };
    if let Some(stem) = word.strip_suffix('y') {
        add(stem, "ies");
    }
    if let Some(stem) = word.strip_suffix("ies") {
        add(stem, "y");
    } else if let Some(stem) = word.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'u', 'i'])) {
        add(stem, "");
    }
    for ending in ["ing", "ed"] {
        if let Some(stem) = word.strip_suffix(ending) {
            add(stem, "");
            add(stem, "e");
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(wanted: &str, text: &str) -> bool {
        words_of(wanted, 9).iter().all(|word| word.is_meant(&|form| text.contains(form)))
    }

    #[test]
    fn endings_and_small_words_do_not_matter() {
        assert!(found("deal changes", "deal.propertychange"));
        assert!(found("a card on companies", "cards.app:companies company card"));
        assert!(found("the created tickets", "ticket.creation"));
        assert!(found("company", "companies") && found("companies", "company"));
        assert!(found("to", "tokens") && !found("to", "card"), "a small word alone is looked for");
        assert!(!found("access", "acce") && !found("status", "statu"));
    }

    #[test]
    fn what_the_field_also_calls_it_is_found() {
        assert!(found("deal listening", "deal.creation webhooks"));
        assert!(found("subscribed to deals", "deal.creation webhooks"));
        assert!(found("segments", "crm.lists.read"));
        assert!(found("sync contacts", "crm records: contacts"));
        assert!(!found("deal listen", "deal.creation"));
    }

    #[test]
    fn any_text_is_taken() {
        for text in ["", "s", "ing", "ies", "żółty ąs", "éed", &"xs ".repeat(100_000)] {
            assert!(words_of(text, 12).len() <= 12);
        }
    }
}
