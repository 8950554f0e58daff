//! Topics, found by what people call them.

use super::{Catalog, Topic};

impl Catalog {
    /// The topic that is called `words`: its key or another word for it, however it is joined, letter case aside.
    pub fn topic(&self, words: &str) -> Option<&Topic> {
        let wanted = fold(words);
        let is_it = |name: &str| {
            let name = fold(name);
            name == wanted || wanted.strip_suffix('s') == Some(&name)
        };
        self.topics().iter().find(|topic| std::iter::once(&topic.id).chain(&topic.aliases).any(|name| is_it(name)))
    }
}

/// Lower case, with one space for all that parts words.
fn fold(words: &str) -> String {
    let lower = words.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_topic_is_found_by_each_of_its_words_and_takes_none_from_another_kind_of_answer() {
        let catalog = Catalog::embedded();
        let mut met = HashSet::new();
        for topic in catalog.topics() {
            let own: HashSet<String> =
                std::iter::once(&topic.id).chain(&topic.aliases).map(|word| fold(word)).collect();
            assert!(own.into_iter().all(|word| met.insert(word)), "{} has a word of another topic", topic.id);
            for word in std::iter::once(&topic.id).chain(&topic.aliases) {
                assert_eq!(catalog.topic(word).map(|found| found.id), Some(topic.id), "{word}");
                assert!(catalog.credential(word).is_none(), "{word} is a credential, too");
                assert!(catalog.scope_id(word).is_none() && catalog.feature(word).is_none(), "{word}");
            }
            assert!(!topic.says.is_empty() && !topic.sources.is_empty(), "{}", topic.id);
        }
        assert!(catalog.topics().is_sorted_by(|a, b| a.id < b.id));
        for words in ["429", "423", "HTTP 429", "Error 429", "status 423", "HTTP/423"] {
            assert_eq!(catalog.topic(words).map(|found| found.id), Some("status-codes"), "{words}");
        }
        assert_eq!(catalog.topic("Connected Apps").map(|found| found.id), Some("connected-apps"));
    }
}
