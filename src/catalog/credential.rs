//! Kinds of tokens and keys, found by what people call them.

use super::{Catalog, Credential, Told};

impl Credential {
    /// All that is told of it, each with what it answers.
    pub fn told(&self) -> [(&'static str, Told); 7] {
        [
            ("What it is", self.is),
            ("Its scopes", self.scopes),
            ("Changing them", self.change),
            ("A link", self.link),
            ("The token then", self.token),
            ("Calls", self.calls),
            ("Reading them", self.read),
        ]
    }
}

impl Catalog {
    /// The kind that is called `words`: its key or another name for it, in the singular or plural, letter case aside.
    pub fn credential(&self, words: &str) -> Option<&Credential> {
        let wanted = fold(words);
        let is_it = |name: &str| {
            let name = fold(name);
            name == wanted || wanted.strip_suffix('s') == Some(&name)
        };
        self.credentials().iter().find(|row| [row.id, row.name].iter().chain(&row.aliases).any(|name| is_it(name)))
    }

    /// The kind that `--auth WORD` means.
    pub fn credential_of_auth(&self, word: &str) -> Option<&Credential> {
        let of_flag = |row: &&Credential| row.auth.iter().any(|name| name.eq_ignore_ascii_case(word));
        self.credentials().iter().find(of_flag).or_else(|| self.credential(word))
    }
}

/// Lower case, single spaces for all that parts words, without `hubspot`, an article and what only says that it is one.
fn fold(words: &str) -> String {
    let lower = words.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.filter(|word| !matches!(*word, "hubspot" | "hubspots" | "a" | "an" | "the")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_kind_is_found_by_each_of_its_names_and_by_no_other_one_s() {
        let catalog = Catalog::embedded();
        let mut met = HashSet::new();
        for row in catalog.credentials() {
            for name in [row.id, row.name].iter().chain(&row.aliases) {
                assert_eq!(catalog.credential(name).map(|found| found.id), Some(row.id), "{name}");
            }
            let own: HashSet<String> = [row.id, row.name].iter().chain(&row.aliases).map(|name| fold(name)).collect();
            assert!(own.into_iter().all(|name| met.insert(name)), "{}", row.id);
            assert!(row.lacking.contains("{scopes}") && !row.lacking.ends_with('.'), "{}", row.id);
            assert!(!row.rejected.ends_with('.') && !row.sources.is_empty(), "{}", row.id);
            assert!(row.told().iter().all(|(_, told)| told.text.ends_with('.')), "{}", row.id);
        }
        assert!(catalog.credentials().is_sorted_by(|a, b| a.id < b.id));
        let of = |words: &str| catalog.credential(words).map(|found| found.id);
        assert_eq!(of("A HubSpot Private App token"), Some("private-app"));
        assert_eq!(of("service_keys"), Some("service-key"));
        assert_eq!((of("oauth"), of("app")), (None, None), "oauth is a scope");
        assert_eq!(catalog.credential_of_auth("oauth").map(|found| found.id), Some("oauth-token"));
        assert_eq!(catalog.credential_of_auth("static").map(|found| found.id), Some("static-auth"));
    }
}
