//! The scopes that an app can ask for, and the things that they are about, each by its words.
//!
//! Made of the scopes' own names, the object types and the rows of `near.json`; nothing here is a list of names.

use std::collections::{BTreeSet, HashMap};

use super::split::words;
use crate::catalog::rows::{AloneRow, Confidence, NearFile, Object, Scope, Selectable, Status, Verb};

/// Whether an app can ask for it in a link or a token request; what a user-level app alone may have is left out.
pub(super) fn is_offered(scope: &Scope) -> bool {
    let offered = match scope.selectable {
        Selectable::AccountLevel
        | Selectable::AppObjectsOnly
        | Selectable::ClientCredentialsOnly
        | Selectable::Unknown => true,
        Selectable::UserLevelOnly | Selectable::No => false,
    };
    offered && !scope.in_no_source && matches!(scope.status, Status::Current | Status::Legacy)
}

/// What is said of a name beside the scopes, or in their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// A sentence.
    pub text: &'static str,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where it comes from, perhaps as a key of the catalog's sources.
    pub source: &'static str,
}

/// A scope's name in its parts.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) name: &'static str,
    /// The verbs of the name, as they stand.
    pub(super) verbs: Vec<String>,
    pub(super) verb: Option<Verb>,
}

/// Scopes that are about the same.
#[derive(Debug)]
pub(super) struct Family {
    /// What they are about, sorted.
    pub(super) words: Vec<String>,
    pub(super) names: Vec<Named>,
}

/// A thing that scopes of other names open.
#[derive(Debug, Default)]
pub(super) struct Subject {
    pub(super) read: Vec<&'static str>,
    pub(super) write: Vec<&'static str>,
    pub(super) said: Option<Said>,
}

/// All of it.
#[derive(Debug)]
pub(in crate::catalog) struct NearIndex {
    pub(super) rows: &'static NearFile,
    pub(super) families: Vec<Family>,
    /// Families by their words in order, without gaps.
    pub(super) by_key: HashMap<String, usize>,
    /// Families by their words, sorted.
    pub(super) by_words: HashMap<Vec<String>, usize>,
    /// Things by their words in order, without gaps.
    pub(super) subjects: HashMap<String, Subject>,
    /// Every word of a scope's name, and every word of a thing's.
    pub(super) of_scopes: BTreeSet<String>,
    pub(super) of_things: BTreeSet<String>,
    pub(super) alone: HashMap<String, &'static AloneRow>,
    pub(super) offered: Vec<&'static str>,
    /// What can be asked for by the plain words of its whole name.
    pub(super) by_plain_words: HashMap<Vec<String>, Vec<&'static str>>,
}

impl NearIndex {
    /// The index of these scopes and objects.
    pub(in crate::catalog) fn of(scopes: &'static [Scope], objects: &[Object], rows: &'static NearFile) -> Self {
        let offered: Vec<&'static str> =
            scopes.iter().filter(|scope| is_offered(scope)).map(|scope| scope.name).collect();
        let mut index = Self {
            rows,
            families: Vec::new(),
            by_key: HashMap::new(),
            by_words: HashMap::new(),
            subjects: HashMap::new(),
            of_scopes: BTreeSet::new(),
            of_things: BTreeSet::new(),
            alone: HashMap::new(),
            offered: Vec::new(),
            by_plain_words: HashMap::new(),
        };
        for name in &offered {
            index.add_scope(name);
        }
        for row in &rows.subjects {
            let said = row.says.map(|text| Said { text, confidence: row.confidence, source: row.source });
            for phrase in &row.words {
                index.add_thing(phrase, (&row.read, &row.write), said);
            }
        }
        for object in objects {
            index.add_object(object, &offered);
        }
        for row in &rows.alone {
            index.alone.extend(row.words.iter().map(|text| (plain(text), row)));
        }
        index.offered = offered;
        index
    }

    fn add_scope(&mut self, name: &'static str) {
        self.by_plain_words.entry(words(name)).or_default().push(name);
        let (verbs, about) = self.verbs_and_rest(words(name));
        let about: Vec<String> = about.into_iter().filter(|word| !self.says_nothing(word)).collect();
        if about.is_empty() {
            return;
        }
        self.of_scopes.extend(about.iter().cloned());
        let named = Named { name, verb: self.verb_of(&verbs), verbs };
        let key = about.concat();
        let place = *self.by_key.entry(key).or_insert_with(|| {
            self.families.push(Family { words: sorted(about), names: Vec::new() });
            self.families.len() - 1
        });
        self.by_words.entry(self.families[place].words.clone()).or_insert(place);
        self.families[place].names.push(named);
    }

    fn add_thing(&mut self, phrase: &str, scopes: (&[&'static str], &[&'static str]), said: Option<Said>) {
        let parts = words(phrase);
        let subject = self.subjects.entry(parts.concat()).or_default();
        let add = |to: &mut Vec<&'static str>, names: &[&'static str]| {
            let fresh: Vec<_> = names.iter().copied().filter(|name| !to.contains(name)).collect();
            to.extend(fresh);
        };
        add(&mut subject.read, scopes.0);
        add(&mut subject.write, scopes.1);
        subject.said = subject.said.or(said);
        self.of_things.extend(parts);
    }

    fn add_object(&mut self, object: &Object, offered: &[&'static str]) {
        let own = |verb: &str| {
            let segment = object.scope_segment?;
            let name = format!("crm.objects.{segment}.{verb}");
            offered.iter().copied().find(|known| *known == name)
        };
        let of = |read: bool, verb: &str| -> Vec<&'static str> {
            let other = object.uses_scopes.iter().flat_map(|uses| {
                let whole = if object.scope_segment.is_none() { uses.or.as_slice() } else { &[] };
                uses.of(read).iter().chain(whole)
            });
            let names: Vec<&'static str> = match own(verb) {
                Some(own) => vec![own],
                None => other.copied().filter(|name| offered.contains(name)).collect(),
            };
            names
        };
        let (read, write) = (of(true, "read"), of(false, "write"));
        if read.is_empty() && write.is_empty() {
            return;
        }
        let names = [object.plural, object.singular].into_iter().chain(object.aliases.iter().copied());
        let is_pattern = |name: &str| name.contains('{') || name.starts_with(|c: char| c.is_ascii_digit());
        for name in names.filter(|name| !is_pattern(name)) {
            self.add_thing(name, (&read, &write), None);
        }
    }

    /// The verbs among `words`, and all other words; versions of an API are neither.
    pub(super) fn verbs_and_rest(&self, words: Vec<String>) -> (Vec<String>, Vec<String>) {
        let is_verb = |word: &String| self.rows.verbs.iter().any(|row| row.words.contains(&word.as_str()));
        words.into_iter().filter(|word| !is_version(word)).partition(is_verb)
    }

    /// What the verbs ask for together.
    pub(super) fn verb_of(&self, verbs: &[String]) -> Option<Verb> {
        let kind = |word: &String| self.rows.verbs.iter().find(|row| row.words.contains(&word.as_str()));
        verbs
            .iter()
            .filter_map(kind)
            .map(|row| row.verb)
            .reduce(|one, other| if one == other { one } else { Verb::Both })
    }

    /// Whether the word says nothing of what a scope is about.
    pub(super) fn says_nothing(&self, word: &str) -> bool {
        self.rows.small.contains(&word) || word == "crm"
    }

    /// Whether the word stands in a name that is known.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.of_scopes.contains(word)
            || self.of_things.contains(word)
            || self.rows.areas.contains(&word)
            || self.rows.same.iter().any(|same| same.word == word)
    }
}

fn is_version(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(word) || word.strip_prefix('v').is_some_and(digits)
}

pub(super) fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort_unstable();
    words.dedup();
    words
}

/// A whole name that is a word of another field: as it stands, but for case and signs between words.
pub(super) fn plain(text: &str) -> String {
    let parts: Vec<String> = text.split([' ', '_', '-', '.']).map(str::to_lowercase).collect();
    parts.concat()
}
