//! The edits that bring the scope lists of an app file to the wanted sets, with the least change.
//!
//! Owns what least means: what is declared rightly stays where it stands, in its order; the rest is taken out of its list
//! and added at the end of the right one. Which scopes are wanted is decided by the plan.

use std::collections::HashSet;

use super::pointer::{Place, Pointers, segment, segments};
use super::tree::{Id, Kind, Tree};
use crate::diagnostic::Edit;
use crate::plan::{Declared, ScopeType};

const OAUTH: &str = "oauth";

/// The key of each list.
const LISTS: [(&str, ScopeType); 3] = [
    ("requiredScopes", ScopeType::Required),
    ("conditionallyRequiredScopes", ScopeType::ConditionallyRequired),
    ("optionalScopes", ScopeType::Optional),
];

/// The edits of `file`, whose text is `text`, after which the lists hold what is `wanted` and nothing else.
///
/// `lists` points to the object that holds the three lists (`/config/auth`, `/auth`), or to the one list that an old
/// `app.json` has (`/scopes`): that one gets the scopes of all types. What is no string stays.
pub fn declare(file: &str, text: &str, lists: &str, wanted: &Declared) -> Vec<Edit> {
    let tree = Tree::parse(text).ok();
    let mut pointers = tree.as_ref().map(Pointers::new);
    let mut find = |pointer: &str| match pointers.as_mut()?.follow(&segments(pointer)?) {
        Place::Here(id) => Some(id),
        Place::Missing { .. } => None,
    };
    let mut writer = Writer { file, tree: tree.as_ref(), edits: Vec::new() };
    let is_list = find(lists).zip(tree.as_ref()).is_some_and(|(id, tree)| tree.kind(id) == Kind::List);
    if is_list || lists.ends_with("/scopes") {
        let all: Vec<&str> = LISTS.iter().flat_map(|(_, kind)| wanted.of_type(*kind)).map(String::as_str).collect();
        writer.list(lists, find(lists), &all);
        return writer.edits;
    }
    for (key, kind) in LISTS {
        let pointer = format!("{lists}/{}", segment(key));
        let scopes: Vec<&str> = wanted.of_type(kind).iter().map(String::as_str).collect();
        writer.list(&pointer, find(&pointer), &scopes);
    }
    writer.edits
}

struct Writer<'a, 't> {
    file: &'a str,
    tree: Option<&'a Tree<'t>>,
    edits: Vec<Edit>,
}

impl Writer<'_, '_> {
    fn list(&mut self, pointer: &str, list: Option<Id>, wanted: &[&str]) {
        let set: HashSet<&str> = wanted.iter().copied().collect();
        let mut kept: HashSet<String> = HashSet::new();
        let mut only_text = true;
        for (tree, (i, id)) in self.tree.into_iter().flat_map(|tree| {
            list.into_iter().flat_map(|list| tree.children(list)).enumerate().map(move |item| (tree, item))
        }) {
            match tree.string(id) {
                None => only_text = false,
                Some(scope) if set.contains(scope.as_ref()) && !kept.contains(scope.as_ref()) => {
                    kept.insert(scope.into_owned());
                }
                Some(_) => {
                    self.edits.push(Edit::Remove { file: self.file.to_owned(), path: format!("{pointer}/{i}") });
                }
            }
        }
        let is_new = kept.is_empty() && only_text;
        let (first, rest): (Vec<&str>, Vec<&str>) = wanted.iter().partition(|scope| is_new && **scope == OAUTH);
        for scope in first.into_iter().chain(rest) {
            if kept.insert(scope.to_owned()) {
                let (path, value) = (pointer.to_owned(), scope.to_owned());
                self.edits.push(Edit::Add { file: self.file.to_owned(), path, value });
            }
        }
    }
}
