//! Which values of a JSON text change, when several edits are to be done at once.
//!
//! Owns what wins where edits touch one place: what is farther out; of taking out and writing, taking out. Every pointer
//! means the text as it was.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::container::{Entry, rewrite};
use super::fresh::{Fresh, Members, quoted};
use super::layout::Layout;
use super::pointer::{Place, Pointers, segments};
use super::splice::Splice;
use super::tree::{Id, Kind, Tree};

/// Why an edit is not done, as the end of a sentence.
pub(super) type Why = &'static str;

const NO_POINTER: Why = "its path is not a JSON pointer";

/// The changes to one text.
#[derive(Debug)]
pub(super) struct Changes<'a, 't> {
    tree: &'a Tree<'t>,
    pointers: Pointers<'a, 't>,
    gone: HashSet<Id>,
    written: BTreeMap<Id, String>,
    items: BTreeMap<Id, Vec<String>>,
    members: BTreeMap<Id, Members>,
    /// What each list that gets items holds by now.
    held: HashMap<Id, HashSet<String>>,
    /// The same of each new list, by what it is in and its path there.
    held_anew: HashMap<(Id, Vec<String>), HashSet<String>>,
}

impl<'a, 't> Changes<'a, 't> {
    pub(super) fn new(tree: &'a Tree<'t>) -> Self {
        Self {
            tree,
            pointers: Pointers::new(tree),
            gone: HashSet::new(),
            written: BTreeMap::new(),
            items: BTreeMap::new(),
            members: BTreeMap::new(),
            held: HashMap::new(),
            held_anew: HashMap::new(),
        }
    }

    /// Takes out what stands at `pointer`.
    pub(super) fn remove(&mut self, pointer: &str) -> Result<(), Why> {
        let Place::Here(id) = self.pointers.follow(&segments(pointer).ok_or(NO_POINTER)?) else {
            return Err("nothing stands there");
        };
        self.is_free(id)?;
        if self.tree.parent(id).is_none() {
            return Err("it would take out the whole file");
        }
        self.gone.insert(id);
        Ok(())
    }

    /// Writes `value` at `pointer`.
    pub(super) fn set(&mut self, pointer: &str, value: &str) -> Result<(), Why> {
        match self.pointers.follow(&segments(pointer).ok_or(NO_POINTER)?) {
            Place::Here(id) => {
                self.is_free(id)?;
                if self.tree.string(id).is_some_and(|now| now == value) {
                    return Err("it stands there already");
                }
                self.written.insert(id, value.to_owned());
                Ok(())
            }
            Place::Missing { inside, rest } => self.put(inside, &rest, Fresh::Text(value.to_owned())),
        }
    }

    /// Adds `value` to the list at `pointer`. To be asked after all [`Self::remove`] and [`Self::set`].
    pub(super) fn add(&mut self, pointer: &str, value: &str) -> Result<(), Why> {
        match self.pointers.follow(&segments(pointer).ok_or(NO_POINTER)?) {
            Place::Here(id) => {
                self.is_free(id)?;
                if self.tree.kind(id) != Kind::List {
                    return Err("what stands there is not a list");
                }
                if !self.held(id).insert(value.to_owned()) {
                    return Err("the list has it already");
                }
                self.items.entry(id).or_default().push(value.to_owned());
                Ok(())
            }
            Place::Missing { inside, rest } => self.put_item(inside, rest, value),
        }
    }

    fn put(&mut self, inside: Id, rest: &[String], value: Fresh) -> Result<(), Why> {
        self.is_free(inside)?;
        if self.tree.kind(inside) != Kind::Object {
            return Err("the place does not exist, and cannot be made where no object is");
        }
        self.members.entry(inside).or_default().put(rest, value)
    }

    fn put_item(&mut self, inside: Id, rest: Vec<String>, value: &str) -> Result<(), Why> {
        let place = (inside, rest);
        if self.held_anew.get(&place).is_some_and(|held| held.contains(value)) {
            return Err("the list has it already");
        }
        self.put(inside, &place.1, Fresh::List(vec![value.to_owned()]))?;
        self.held_anew.entry(place).or_default().insert(value.to_owned());
        Ok(())
    }

    /// Whether neither the value nor what it is in goes or is written anew.
    fn is_free(&self, id: Id) -> Result<(), Why> {
        let mut chain = std::iter::successors(Some(id), |id| self.tree.parent(*id));
        let taken = chain.find_map(|id| {
            let gone = self.gone.contains(&id).then_some("another edit takes it out");
            gone.or_else(|| self.written.contains_key(&id).then_some("another edit writes there"))
        });
        taken.map_or(Ok(()), Err)
    }

    fn held(&mut self, list: Id) -> &mut HashSet<String> {
        let (tree, gone, written) = (self.tree, &self.gone, &self.written);
        let now = |id: Id| {
            let written = written.get(&id).cloned();
            written.or_else(|| tree.string(id).map(std::borrow::Cow::into_owned)).filter(|_| !gone.contains(&id))
        };
        self.held.entry(list).or_insert_with(|| tree.children(list).filter_map(now).collect())
    }

    /// The changes as bytes.
    pub(super) fn splices(self) -> Vec<Splice> {
        let tree = self.tree;
        let mut splices: Vec<Splice> = self
            .written
            .iter()
            .map(|(id, value)| Splice { start: tree.start(*id), end: tree.end(*id), with: quoted(value) })
            .collect();
        let mut touched: BTreeSet<Id> = self.gone.iter().filter_map(|id| tree.parent(*id)).collect();
        touched.extend(self.items.keys().chain(self.members.keys()));
        if touched.is_empty() {
            return splices;
        }
        let layout = Layout::of(tree);
        for id in touched {
            let items = self.items.get(&id).into_iter().flatten();
            let items = items.map(|item| Entry { key: None, value: Fresh::Text(item.clone()) });
            let members = self.members.get(&id).into_iter().flat_map(|members| &members.0);
            let members = members.map(|(key, value)| Entry { key: Some(key.clone()), value: value.clone() });
            let added: Vec<Entry> = items.chain(members).collect();
            splices.extend(rewrite(tree, &layout, id, &self.gone, &added));
        }
        splices
    }
}
