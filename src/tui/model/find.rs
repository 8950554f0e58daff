//! The search over everything: features, scopes, objects, findings and calls, ranked by how they fit what is typed.
//!
//! It owns what is typed, what was found, and the tree as it was before, so that no search loses the place.

use std::cmp::Reverse;
use std::collections::HashMap;

use tui_input::Input;

use super::features::Tree;
use super::field::Field;
use super::matrix::Matrix;
use super::place::Step;
use super::rank::{Fit, Query};
use crate::catalog::{Catalog, Operation, slip_of};
use crate::credential::Shape;

/// So many matches are kept: nobody walks further.
const MOST_HITS: usize = 500;

/// So many names are offered where nothing has what is typed.
const MOST_NEAR: usize = 5;

/// From this length on, a search looks into the calls, too: below it would find most of them.
pub(super) const LEAST_FOR_CALLS: usize = 2;

/// What was found.
#[derive(Debug, Clone)]
pub enum Hit {
    /// A feature, or an option of it.
    Feature(&'static str, Option<&'static str>),
    /// A scope, by its name.
    Scope(String),
    /// An object type, by its plural.
    Object(&'static str),
    /// A finding of the link, by its place.
    Finding(usize),
    /// A finding of the project's files, by its place.
    ProjectFinding(usize),
    /// A note on the link, by its place.
    Note(usize),
    /// A setting of the step App.
    Field(Field),
    /// A call.
    Call(&'static Operation),
    /// A topic, by its key.
    Topic(&'static str),
    /// A kind of token or key, by its key.
    Credential(&'static str),
    /// A call that the code makes and the plan lacks, by its place among those found.
    Found(usize),
}

impl Hit {
    /// Its kind in a word.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Feature(..) => "feature",
            Self::Scope(_) => "scope",
            Self::Object(_) => "object",
            Self::Finding(_) | Self::ProjectFinding(_) | Self::Note(_) => "finding",
            Self::Field(_) => "field",
            Self::Call(_) => "call",
            Self::Topic(_) => "topic",
            Self::Credential(_) => "token",
            Self::Found(_) => "in code",
        }
    }
}

/// Something that can be found.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it is.
    pub hit: Hit,
    /// What is shown.
    pub name: String,
    /// What is said of it beside the name.
    pub label: String,
    /// Whether it is chosen, or in the plan.
    pub in_plan: bool,
    /// The names that are its own, in lower case.
    pub(super) names: Vec<String>,
    /// What else it is found by, in lower case.
    pub(super) said: Vec<String>,
}

/// An open search.
#[derive(Debug, Clone)]
pub struct Find {
    /// What is typed.
    pub input: Input,
    /// The shape of a token that was typed and taken out again; the rest of it is not taken either.
    pub token: Option<Shape>,
    /// The step on which it was opened.
    pub from: Step,
    /// The match under the cursor; while the matrix is filtered, its row before.
    pub row: usize,
    /// The tree before, to go back to.
    pub(super) before: Box<Tree>,
    /// The matrix, where it was open behind another step.
    pub(super) matrix: Option<Matrix>,
    pub(super) entries: Vec<Entry>,
    pub(super) has_calls: bool,
    query: Query,
    hits: Vec<usize>,
    nearest: Option<String>,
}

impl Find {
    pub(super) fn new(from: Step, before: Tree, entries: Vec<Entry>) -> Self {
        Self {
            input: Input::default(),
            token: None,
            from,
            row: 0,
            before: Box::new(before),
            matrix: None,
            entries,
            has_calls: false,
            query: Query::default(),
            hits: Vec::new(),
            nearest: None,
        }
    }

    /// Whether nothing is searched for yet.
    pub fn is_blank(&self) -> bool {
        self.query.is_empty()
    }

    /// How many matches there are.
    pub fn len(&self) -> usize {
        self.hits.len()
    }

    /// Whether there is no match.
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }

    /// The match in this row.
    pub fn at(&self, row: usize) -> Option<&Entry> {
        self.entries.get(*self.hits.get(row)?)
    }

    /// The match under the cursor.
    pub fn current(&self) -> Option<&Entry> {
        self.at(self.row)
    }

    /// The bytes of `name` that the search found.
    pub fn marks(&self, name: &str) -> Vec<usize> {
        self.query.marks(name)
    }

    /// What was looked for in the place of what is typed, which nothing has.
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }

    /// Ranks everything by what is typed: a name and its beginning before all else; among what fits as well, what was
    /// gone to lately and what is chosen comes first. Where nothing fits, what is nearest is offered.
    pub(super) fn rank(&mut self, recent: &[String], catalog: &'static Catalog) {
        self.query = Query::new(self.input.value());
        self.row = 0;
        self.nearest = None;
        self.hits = self.ranked(recent, &|query, entry| query.fit(&entry.names, &entry.said));
        if self.hits.is_empty() && !self.query.is_empty() {
            self.offer_nearest(recent, catalog);
        }
    }

    /// The places of what fits, the best first.
    fn ranked(&self, recent: &[String], fit: &dyn Fn(&Query, &Entry) -> Option<Fit>) -> Vec<usize> {
        if self.query.is_empty() {
            return Vec::new();
        }
        let lately = |entry: &Entry| recent.iter().rposition(|name| *name == entry.name).map_or(0, |place| place + 1);
        let fit = |(place, entry): (usize, &Entry)| {
            let fit = fit(&self.query, entry)?;
            // Where names fit, the very name is before what it begins, whatever is chosen.
            let of_name = (fit.class() == 0).then_some(fit);
            Some((fit.class(), Reverse(lately(entry)), of_name, !entry.in_plan, fit, place))
        };
        let mut ranked: Vec<_> = self.entries.iter().enumerate().filter_map(fit).collect();
        ranked.sort_unstable();
        ranked.into_iter().take(MOST_HITS).map(|(.., place)| place).collect()
    }

    /// Words with a slip of the hand, then names that mean something else than they say, then letters in their order.
    fn offer_nearest(&mut self, recent: &[String], catalog: &'static Catalog) {
        if let Some(meant) = self.without_slips() {
            let asked = std::mem::replace(&mut self.query, Query::new(&meant));
            self.hits = self.ranked(recent, &|query, entry| query.fit(&entry.names, &entry.said));
            if !self.hits.is_empty() {
                self.nearest = Some(meant);
                return;
            }
            self.query = asked;
        }
        let near = catalog.nearest_scopes(self.input.value().trim(), MOST_NEAR);
        let place = |name: &&str| {
            self.entries.iter().position(|entry| matches!(&entry.hit, Hit::Scope(scope) if scope == name))
        };
        self.hits = near.iter().filter_map(place).collect();
        if !self.hits.is_empty() {
            self.nearest = Some(near.join(", "));
            return;
        }
        self.hits = self.ranked(recent, &|query, entry| query.fit_letters(&entry.names));
    }

    /// What is typed with each word that nothing has taken for the one that it is a slip of; `None` where no word is one.
    fn without_slips(&self) -> Option<String> {
        let mut known: HashMap<&str, usize> = HashMap::new();
        for text in self.entries.iter().flat_map(|entry| entry.names.iter().chain(&entry.said)) {
            for word in text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
                *known.entry(word).or_default() += 1;
            }
        }
        let is_known = |text: &str| known.keys().any(|word| word.contains(text));
        let mut has_slips = false;
        let meant = self.query.words().iter().map(|word| {
            if word.is_said(&is_known) {
                return Some(word.text.clone());
            }
            has_slips = true;
            let near =
                known.iter().filter_map(|(known, count)| Some((slip_of(&word.text, known)?, Reverse(*count), *known)));
            near.min().map(|(_, _, known)| known.to_owned())
        });
        let meant: Option<Vec<String>> = meant.collect();
        meant.filter(|_| has_slips).map(|words| words.join(" "))
    }
}
