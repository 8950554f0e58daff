//! Which scopes a name that is no scope was meant for.
//!
//! The object or API in the name is looked for before letters are counted: first what the whole name is about, then the
//! same with a slip of the hand, then the parts of it that are known. What matches badly is not found at all.

use super::index::{Family, Named, NearIndex, Said, sorted};
use super::split::{LONGEST_NAME, slip, words};
use crate::catalog::rows::Verb;

/// What is near a name that is no scope.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NearScopes {
    /// Scopes that an app can ask for, nearest first.
    pub names: Vec<&'static str>,
    /// What is to be said of the name.
    pub said: Option<Said>,
    /// The name of an object that no fact knows, where the name has the form of an object's scope, with the scope that
    /// opens it where it is a custom object: `bicycles`, `crm.objects.custom.read`.
    pub own_object: Option<(String, &'static str)>,
}

impl NearScopes {
    fn is_empty(&self) -> bool {
        self.names.is_empty() && self.said.is_none()
    }

    fn add(&mut self, names: impl IntoIterator<Item = &'static str>) {
        for name in names {
            if !self.names.contains(&name) {
                self.names.push(name);
            }
        }
    }
}

/// A name, taken apart.
struct Asked {
    verbs: Vec<String>,
    verb: Option<Verb>,
    /// What it is about, with words that say nothing.
    rest: Vec<String>,
}

/// What the name may be about.
struct Attempts {
    /// All of its words, and those that say something.
    whole: Vec<Vec<String>>,
    /// Those without the names of areas, where that leaves some.
    narrow: Vec<Vec<String>>,
}

impl Attempts {
    fn of(index: &NearIndex, rest: &[String]) -> Self {
        let told: Vec<String> = rest.iter().filter(|word| !index.says_nothing(word)).cloned().collect();
        let is_area = |word: &&String| index.rows.areas.contains(&word.as_str());
        let narrow: Vec<String> = told.iter().filter(|word| !is_area(word)).cloned().collect();
        let is_new = !narrow.is_empty() && narrow.len() < told.len();
        let mut whole = vec![told, rest.to_vec()];
        whole.retain(|words| !words.is_empty());
        whole.dedup();
        Self { whole, narrow: if is_new { vec![narrow] } else { Vec::new() } }
    }
}

/// So many words that are as near as each other are tried.
const MOST_TIES: usize = 3;

/// What `crm.objects.*.read` and `crm.objects.all.read` are about.
const ALL: &str = "all";

/// The word of scopes for the definition of an object.
const SCHEMA: &str = "schema";

impl NearIndex {
    /// What is near `wanted`, at most `most` scopes.
    pub(super) fn scopes_near(&self, wanted: &str, most: usize) -> NearScopes {
        if wanted.len() > LONGEST_NAME {
            return NearScopes::default();
        }
        let mut found = self.alone(wanted).unwrap_or_else(|| self.by_meaning(wanted));
        found.names.retain(|name| *name != wanted);
        found.names.truncate(most);
        found
    }

    fn alone(&self, wanted: &str) -> Option<NearScopes> {
        let row = self.alone.get(&super::index::plain(wanted.trim()))?;
        let said = Said { text: row.says, confidence: row.confidence, source: row.source };
        Some(NearScopes { said: Some(said), ..NearScopes::default() })
    }

    fn by_meaning(&self, wanted: &str) -> NearScopes {
        let asked = self.asked(wanted);
        let attempts = Attempts::of(self, &asked.rest);
        let about =
            |all: &[Vec<String>]| all.iter().map(|about| self.about(about, &asked)).find(|found| !found.is_empty());
        let whole = || attempts.whole.iter().chain(&attempts.narrow);
        let says_something = |word: &&String| !self.says_nothing(word);
        let mut told = asked.rest.iter().filter(says_something).peekable();
        let is_strange = told.peek().is_none() || told.any(|word| !self.knows(word));
        let steps: [&dyn Fn() -> Option<NearScopes>; 7] = [
            &|| about(&attempts.whole),
            &|| is_strange.then(|| self.by_letters(wanted, 1)),
            &|| about(&attempts.narrow),
            &|| whole().map(|about| self.wider(about, &asked)).find(|found| !found.is_empty()),
            &|| whole().find_map(|about| self.with_slips(about, &asked)),
            &|| whole().next().map(|about| self.by_parts(about, &asked)),
            &|| Some(self.by_letters(wanted, if is_strange { 2 } else { 1 })),
        ];
        let found = steps.iter().filter_map(|step| step()).find(|found| !found.is_empty());
        found.unwrap_or_else(|| match self.own_object(wanted) {
            Some((object, _)) if words(&object).iter().all(|word| self.says_nothing(word)) => {
                self.alone(ALL).unwrap_or_default()
            }
            own_object => NearScopes { own_object, ..NearScopes::default() },
        })
    }

    fn asked(&self, wanted: &str) -> Asked {
        let (mut verbs, mut rest) = self.verbs_and_rest(words(wanted));
        if verbs.is_empty() {
            // The verb stands at one end, and may have a slip, too.
            let known = || self.rows.verbs.iter().flat_map(|row| row.words.iter().copied());
            let meant = |word: &String| {
                let near = || {
                    known()
                        .filter(|verb| slip(word, verb) == Some(1))
                        .min_by_key(|verb| verb.len().abs_diff(word.len()))
                };
                if self.knows(word) || self.says_nothing(word) { None } else { near() }
            };
            let ends = [rest.len().saturating_sub(1), 0];
            let slipped = ends.iter().find_map(|place| Some((*place, meant(rest.get(*place)?)?)));
            if let Some((place, verb)) = slipped.filter(|_| rest.len() > 1) {
                verbs.push(verb.to_owned());
                rest.remove(place);
            }
        }
        Asked { verb: self.verb_of(&verbs), verbs, rest }
    }

    /// Scopes that are about exactly this, and those that open it under another name.
    fn about(&self, about: &[String], asked: &Asked) -> NearScopes {
        let mut found = NearScopes::default();
        let meant = self.meant(about);
        let key = about.concat();
        let places = [self.by_words.get(&meant), self.by_words.get(&sorted(about.to_vec())), self.by_key.get(&key)];
        for place in places.into_iter().flatten() {
            found.add(asked.chosen(&self.families[*place]));
        }
        if let Some(subject) = self.subjects.get(&key) {
            found.said = subject.said;
            found.add(asked.of_lists(&subject.read, &subject.write));
        }
        found
    }

    /// The words of scopes for these: properties are schemas to a scope.
    fn meant(&self, about: &[String]) -> Vec<String> {
        sorted(about.iter().map(|word| self.meant_word(word).to_owned()).collect())
    }

    fn meant_word<'a>(&self, word: &'a str) -> &'a str {
        self.rows.same.iter().find(|same| same.word == word).map_or(word, |same| same.means)
    }

    /// Scopes whose names have all of these words and the fewest others.
    fn wider(&self, about: &[String], asked: &Asked) -> NearScopes {
        const MOST_MORE: usize = 2;
        let meant = self.meant(about);
        let more = |family: &Family| {
            let has_all = meant.iter().all(|word| family.words.contains(word));
            has_all.then(|| family.words.len() - meant.len()).filter(|more| *more <= MOST_MORE)
        };
        // Among as few others, those that do what is asked for come before those that do something else.
        let rank = |family: &Family| Some((more(family)?, family.names.iter().map(|named| asked.rank(named)).min()?));
        let best = self.families.iter().filter_map(rank).min();
        let mut found = NearScopes::default();
        for family in self.families.iter().filter(|family| best.is_some() && rank(family) == best) {
            found.add(asked.chosen(family));
        }
        found
    }

    /// The same with each strange word taken for the one that it is a slip of.
    fn with_slips(&self, about: &[String], asked: &Asked) -> Option<NearScopes> {
        let mut ways: Vec<Vec<String>> = vec![Vec::new()];
        for word in about {
            let meant = if self.knows(word) { vec![word.clone()] } else { self.slips_of(word) };
            let longer = |way: &Vec<String>| {
                let way = way.clone();
                meant.iter().take(MOST_TIES).map(move |word| [way.clone(), vec![word.clone()]].concat())
            };
            ways = ways.iter().flat_map(longer).take(MOST_TIES * MOST_TIES).collect();
        }
        let mut found = NearScopes::default();
        for way in &ways {
            let mut one = self.about(way, asked);
            if one.is_empty() {
                one = self.wider(way, asked);
            }
            found.said = found.said.or(one.said);
            found.add(one.names);
        }
        (!found.is_empty()).then_some(found)
    }

    /// The known words of which `word` is a slip, the nearest; words of scopes before words of things.
    fn slips_of(&self, word: &str) -> Vec<String> {
        let near = |known: &std::collections::BTreeSet<String>| -> Option<Vec<String>> {
            let all: Vec<(usize, &String)> =
                known.iter().filter_map(|known| Some((slip(word, known)?, known))).collect();
            let least = all.iter().map(|(far, _)| *far).min()?;
            Some(all.into_iter().filter(|(far, _)| *far == least).map(|(_, known)| known.clone()).collect())
        };
        near(&self.of_scopes).or_else(|| near(&self.of_things)).unwrap_or_default()
    }

    /// Scopes of the parts that are known, where no more words are strange than known.
    fn by_parts(&self, about: &[String], asked: &Asked) -> NearScopes {
        // Properties of what has no schema scope are opened by the scope of its records.
        let records: Vec<String> = about.iter().filter(|word| self.meant_word(word) != SCHEMA).cloned().collect();
        let about = if records.is_empty() { about } else { &records[..] };
        let mut found = NearScopes::default();
        let (mut at, mut known) = (0, 0);
        while at < about.len() {
            let spans = (at + 1..=about.len()).rev().map(|end| (end, self.about(&about[at..end], asked)));
            let part = spans.into_iter().find(|(_, part)| !part.is_empty());
            let Some((end, part)) = part else {
                at += 1;
                continue;
            };
            // An area says where, and not what.
            if about.len() == 1 || !self.rows.areas.contains(&about[at].as_str()) || end - at > 1 {
                found.said = found.said.or(part.said);
                found.add(part.names);
                known += end - at;
            }
            at = end;
        }
        let strange = about.iter().filter(|word| !self.knows(word)).count();
        if known > 0 && strange <= known { found } else { NearScopes::default() }
    }

    /// Scopes whose names differ in at most so many letters, the nearest ones.
    fn by_letters(&self, wanted: &str, most: usize) -> NearScopes {
        let folded = wanted.to_lowercase();
        let near = |name: &&'static str| {
            let far = (name.len().abs_diff(folded.len()) <= most).then(|| strsim::osa_distance(&folded, name))?;
            (far <= most && far * 4 <= folded.len()).then_some((far, *name))
        };
        let all: Vec<(usize, &'static str)> = self.offered.iter().filter_map(near).collect();
        let least = all.iter().map(|(far, _)| *far).min();
        let nearest = all.into_iter().filter(|(far, _)| Some(*far) == least).map(|(_, name)| name);
        NearScopes { names: nearest.collect(), ..NearScopes::default() }
    }

    /// `bicycles` of `crm.objects.bicycles.read`, with the scope of custom objects that does the same.
    fn own_object(&self, wanted: &str) -> Option<(String, &'static str)> {
        let mut parts = wanted.splitn(3, '.');
        let (area, kind, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let (object, verb) = rest.split_once('.')?;
        let custom = format!("{area}.{kind}.custom.{verb}");
        let scope = self.offered.iter().find(|name| name.eq_ignore_ascii_case(&custom))?;
        (!object.is_empty()).then(|| (object.to_owned(), *scope))
    }
}

impl Asked {
    /// Of scopes about the same, those that do what is asked for.
    fn chosen(&self, family: &Family) -> Vec<&'static str> {
        let mut ranked: Vec<(u8, &Named)> = family.names.iter().map(|named| (self.rank(named), named)).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let best = ranked.first().map(|(rank, _)| *rank);
        let is_open = self.verb.is_none_or(|verb| verb == Verb::Both);
        let is_taken = |rank: u8| Some(rank) == best || is_open && rank <= Self::WRITES;
        ranked.into_iter().filter(|(rank, _)| is_taken(*rank)).map(|(_, named)| named.name).collect()
    }

    /// Ranks up to this one are of scopes that read or write.
    const WRITES: u8 = 1;

    fn rank(&self, named: &Named) -> u8 {
        let is_plain = named.verbs.iter().any(|verb| verb == "write");
        let place = match named.verb {
            Some(Verb::Read) => 0,
            Some(Verb::Write) if is_plain => 1,
            Some(Verb::Write) => 2,
            Some(Verb::Both) => 3,
            None => 4,
        };
        // To read, to write, to change in another way, both at once, and all under one word.
        let ranks = match self.verb {
            Some(Verb::Read) => [0, 3, 3, 1, 2],
            Some(Verb::Write) if named.verbs == self.verbs => [0; 5],
            Some(Verb::Write) => [5, 1, 2, 3, 4],
            Some(Verb::Both) => [0, 1, 3, 0, 2],
            None => [0, 1, 3, 1, 2],
        };
        ranks[place]
    }

    fn of_lists(&self, read: &[&'static str], write: &[&'static str]) -> Vec<&'static str> {
        match self.verb {
            Some(Verb::Read) if !read.is_empty() => read.to_vec(),
            Some(Verb::Write) if !write.is_empty() => write.to_vec(),
            _ => {
                // One of each before the rest of both.
                let firsts = read.iter().take(1).chain(write.iter().take(1));
                firsts.chain(read.iter().skip(1)).chain(write.iter().skip(1)).copied().collect()
            }
        }
    }
}
