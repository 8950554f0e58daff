//! What the words of a question find: features, their options and scopes, each with its title.
//!
//! The words are read as the search of the configurator reads them.

use crate::catalog::{Catalog, Status, Word, words_of};

const MOST_WORDS: usize = 12;

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
    let words = words_of(what, MOST_WORDS);
    let mut found: Vec<(Rank, Near)> = Vec::new();
    let mut add = |name: String, title: String, said: &str| {
        let own = format!("{name} {title}").to_lowercase();
        if let Some(rank) = rank(&words, &own, said) {
            found.push((rank, Near { name, title }));
        }
    };
    for feature in catalog.features() {
        let of_kind = format!("{} {}", feature.category, feature.name).to_lowercase();
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

fn rank(words: &[Word], own: &str, said: &str) -> Option<Rank> {
    let in_own = |text: &str| own.contains(text);
    let anywhere = |text: &str| own.contains(text) || said.contains(text);
    let says = words.iter().all(|word| word.is_said(&anywhere));
    if words.is_empty() || !says && !words.iter().all(|word| word.is_meant(&anywhere)) {
        return None;
    }
    Some((!says, !words.iter().all(|word| word.is_said(&in_own)), own.len()))
}
