//! Paths as a trie: literals before holes, and back where that led nowhere.

use std::collections::HashMap;

use crate::catalog::rows::Method;

/// A segment that any one value fills.
pub(in crate::catalog) const HOLE: &str = "{}";
/// A last segment that any number of values fills.
pub(in crate::catalog) const TAIL: &str = "**";

/// Shapes of paths, each with the places of the operations that stand there.
#[derive(Debug, Default)]
pub(in crate::catalog) struct Paths {
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    literal: HashMap<&'static str, usize>,
    hole: Option<usize>,
    tail: Option<usize>,
    here: Vec<(Method, usize)>,
}

impl Paths {
    /// An empty trie.
    pub(in crate::catalog) fn new() -> Self {
        Self { nodes: vec![Node::default()] }
    }

    /// Puts `value` where `method` and `shape` lead; the first one put there stays.
    pub(in crate::catalog) fn insert(&mut self, method: Method, shape: &[&'static str], value: usize) {
        let mut at = 0;
        for segment in shape {
            let child = match *segment {
                HOLE => self.nodes[at].hole,
                TAIL => self.nodes[at].tail,
                literal => self.nodes[at].literal.get(literal).copied(),
            };
            at = child.unwrap_or_else(|| self.grow(at, segment));
        }
        if !self.nodes[at].here.iter().any(|(known, _)| *known == method) {
            self.nodes[at].here.push((method, value));
        }
    }

    fn grow(&mut self, parent: usize, segment: &'static str) -> usize {
        let child = self.nodes.len();
        self.nodes.push(Node::default());
        match segment {
            HOLE => self.nodes[parent].hole = Some(child),
            TAIL => self.nodes[parent].tail = Some(child),
            literal => {
                self.nodes[parent].literal.insert(literal, child);
            }
        }
        child
    }

    /// The value for `method` and `segments`, with as many literals as early as can be.
    pub(in crate::catalog) fn find(&self, method: Method, segments: &[&str]) -> Option<usize> {
        self.search(0, method, segments)
    }

    fn search(&self, at: usize, method: Method, segments: &[&str]) -> Option<usize> {
        let node = &self.nodes[at];
        let Some((first, rest)) = segments.split_first() else {
            return value_of(node, method);
        };
        let literal = node.literal.get(first).and_then(|child| self.search(*child, method, rest));
        let hole = || node.hole.and_then(|child| self.search(child, method, rest));
        let tail = || node.tail.and_then(|child| value_of(&self.nodes[child], method));
        literal.or_else(hole).or_else(tail)
    }
}

fn value_of(node: &Node, method: Method) -> Option<usize> {
    node.here.iter().find(|(known, _)| *known == method).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths() -> Paths {
        let mut paths = Paths::new();
        paths.insert(Method::Post, &["contacts", "merge"], 1);
        paths.insert(Method::Get, &["contacts", HOLE], 2);
        paths.insert(Method::Get, &[HOLE, "search"], 3);
        paths.insert(Method::Get, &["old", TAIL], 4);
        paths
    }

    #[test]
    fn a_literal_wins_over_a_hole() {
        assert_eq!(paths().find(Method::Post, &["contacts", "merge"]), Some(1));
        assert_eq!(paths().find(Method::Get, &["deals", "search"]), Some(3));
    }

    #[test]
    fn a_literal_that_leads_nowhere_is_taken_back() {
        assert_eq!(paths().find(Method::Get, &["contacts", "merge"]), Some(2));
        assert_eq!(paths().find(Method::Get, &["contacts", "search"]), Some(2));
        assert_eq!(paths().find(Method::Get, &["contacts", "a", "b"]), None);
    }

    #[test]
    fn a_tail_takes_what_is_left() {
        assert_eq!(paths().find(Method::Get, &["old", "a", "b"]), Some(4));
        assert_eq!(paths().find(Method::Get, &["old", "search"]), Some(4), "an early literal wins over a later one");
        assert_eq!(paths().find(Method::Get, &["old"]), None);
    }
}
