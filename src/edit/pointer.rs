//! Where a JSON pointer (RFC 6901) leads in a text.
//!
//! Owns the reading of pointers. Of doubled keys the last one counts, as for every reader of JSON that HubSpot uses.

use std::collections::HashMap;

use super::tree::{Id, Kind, ROOT, Tree};

/// Where a pointer leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A value stands there.
    Here(Id),
    /// Nothing stands there: `rest` is what is missing inside of `inside`.
    Missing { inside: Id, rest: Vec<String> },
}

/// The segments of a pointer, decoded; `None` = it is none.
pub(super) fn segments(pointer: &str) -> Option<Vec<String>> {
    if pointer.is_empty() {
        return Some(Vec::new());
    }
    let rest = pointer.strip_prefix('/')?;
    Some(rest.split('/').map(|segment| segment.replace("~1", "/").replace("~0", "~")).collect())
}

/// A key as a segment of a pointer.
pub(super) fn segment(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Follows pointers in one text; what it has counted once it remembers, so that many pointers cost no more than the text.
#[derive(Debug)]
pub(super) struct Pointers<'a, 't> {
    tree: &'a Tree<'t>,
    items: HashMap<Id, Vec<Id>>,
    members: HashMap<Id, HashMap<String, Id>>,
}

impl<'a, 't> Pointers<'a, 't> {
    pub(super) fn new(tree: &'a Tree<'t>) -> Self {
        Self { tree, items: HashMap::new(), members: HashMap::new() }
    }

    /// Where these segments lead.
    pub(super) fn follow(&mut self, segments: &[String]) -> Place {
        let mut id = ROOT;
        for (i, segment) in segments.iter().enumerate() {
            match self.child(id, segment) {
                Some(child) => id = child,
                None => return Place::Missing { inside: id, rest: segments[i..].to_vec() },
            }
        }
        Place::Here(id)
    }

    fn child(&mut self, id: Id, segment: &str) -> Option<Id> {
        let tree = self.tree;
        match tree.kind(id) {
            Kind::List => {
                // An index has no leading zeros and no sign.
                let is_index =
                    segment == "0" || !segment.starts_with('0') && segment.bytes().all(|byte| byte.is_ascii_digit());
                let index: usize = segment.parse().ok().filter(|_| is_index)?;
                self.items.entry(id).or_insert_with(|| tree.children(id).collect()).get(index).copied()
            }
            Kind::Object => {
                let keyed = |child: Id| Some((tree.key_text(child)?.into_owned(), child));
                let members = self.members.entry(id).or_insert_with(|| tree.children(id).filter_map(keyed).collect());
                members.get(segment).copied()
            }
            Kind::Text | Kind::Other => None,
        }
    }
}
