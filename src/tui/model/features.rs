//! The tree of features: groups, features, options, with what is folded and what the search lets through.

use std::collections::BTreeSet;

use super::find::matches;
use crate::catalog::{Catalog, Feature, FeatureOption, Group};
use crate::plan::Plan;

/// A row's lasting name, whatever is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeKey {
    /// Place of the group.
    pub group: usize,
    /// Place of the feature in the catalog; `None` = the group's heading.
    pub feature: Option<usize>,
    /// Place of the option in its feature.
    pub option: Option<usize>,
}

/// A row of the tree.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// Its name.
    pub key: NodeKey,
    /// Steps from the left.
    pub depth: u16,
    /// The group.
    pub group: &'static Group,
    /// The feature.
    pub feature: Option<&'static Feature>,
    /// The option.
    pub option: Option<&'static FeatureOption>,
    /// Whether it has rows inside.
    pub folds: bool,
    /// Whether those are shown.
    pub open: bool,
}

impl Node {
    /// Whether it can be chosen, and is no mere heading.
    pub fn is_choice(&self) -> bool {
        match (self.feature, self.option) {
            (_, Some(_)) => true,
            (Some(feature), None) => feature.options.is_empty() || feature.stands_alone(),
            (None, None) => false,
        }
    }

    /// The feature and option that choosing it means.
    pub fn choice(&self) -> Option<(&'static str, Option<&'static str>)> {
        let feature = self.feature.filter(|_| self.is_choice())?;
        Some((feature.id, self.option.map(|option| option.id)))
    }

    /// What is found by: id and label.
    pub fn texts(&self) -> Vec<&'static str> {
        match (self.feature, self.option) {
            (Some(feature), Some(option)) => {
                let own = [option.id, option.label, feature.id, feature.name];
                own.into_iter().chain(option.aliases.iter().copied()).collect()
            }
            (Some(feature), None) => vec![feature.id, feature.name],
            (None, _) => vec![self.group.name],
        }
    }
}

/// The tree with its cursor.
#[derive(Debug, Clone)]
pub struct Tree {
    catalog: &'static Catalog,
    open: BTreeSet<NodeKey>,
    filter: String,
    rows: Vec<Node>,
    /// The row under the cursor.
    pub row: usize,
}

impl Tree {
    /// The tree of `catalog`, open where `plan` has chosen something.
    pub fn new(catalog: &'static Catalog, plan: &Plan) -> Self {
        let mut tree = Self { catalog, open: BTreeSet::new(), filter: String::new(), rows: Vec::new(), row: 0 };
        for node in tree.all() {
            let Some((feature, option)) = node.choice() else { continue };
            if plan.selected(feature, option).next().is_some() {
                tree.open_parents(node.key);
            }
        }
        tree.lay_out();
        tree
    }

    /// The rows that are shown.
    pub fn rows(&self) -> &[Node] {
        &self.rows
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&Node> {
        self.rows.get(self.row)
    }

    /// Shows what matches `text` with its headings, and puts the cursor on the first match.
    pub fn filter(&mut self, text: &str) {
        text.clone_into(&mut self.filter);
        self.lay_out();
        let is_match = |node: &Node| node.is_choice() && matches(text, &node.texts());
        // A row whose own id has the words is a better match than one whose feature has them.
        let own = |node: &Node| is_match(node) && node.option.is_some_and(|option| matches(text, &[option.id]));
        self.row = self.rows.iter().position(own).or_else(|| self.rows.iter().position(is_match)).unwrap_or(0);
    }

    /// Ends the search with the cursor on the same row of the whole tree.
    pub fn stop_filtering(&mut self) {
        let key = self.current().map(|node| node.key);
        self.filter.clear();
        if let Some(key) = key {
            self.open_parents(key);
        }
        self.lay_out();
        self.go_to(key);
    }

    /// Whether the search leaves nothing.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Unfolds the row, or goes to the first row inside it.
    pub fn unfold(&mut self) {
        let Some(node) = self.current().copied() else { return };
        if !node.folds {
            return;
        }
        if node.open {
            self.row = (self.row + 1).min(self.rows.len().saturating_sub(1));
        } else {
            self.open.insert(node.key);
            self.lay_out();
        }
    }

    /// Folds the row, or goes to the heading it stands under.
    pub fn fold(&mut self) {
        let Some(node) = self.current().copied() else { return };
        if node.folds && node.open && self.filter.is_empty() {
            self.open.remove(&node.key);
            self.lay_out();
            self.go_to(Some(node.key));
        } else if let Some(parent) = (0..self.row).rev().find(|i| self.rows[*i].depth < node.depth) {
            self.row = parent;
        }
    }

    /// Puts the cursor on the feature or option with these ids, opening what it stands in.
    pub fn reveal(&mut self, feature: &str, option: Option<&str>) {
        let found = self.all().into_iter().find(|node| node.choice() == Some((feature, option)));
        if let Some(node) = found {
            self.open_parents(node.key);
            self.lay_out();
            self.go_to(Some(node.key));
        }
    }

    /// Keeps the cursor on a row that exists.
    pub fn clamp(&mut self) {
        self.row = self.row.min(self.rows.len().saturating_sub(1));
    }

    fn go_to(&mut self, key: Option<NodeKey>) {
        self.row = key.and_then(|key| self.rows.iter().position(|node| node.key == key)).unwrap_or(self.row);
        self.clamp();
    }

    fn open_parents(&mut self, key: NodeKey) {
        self.open.insert(NodeKey { group: key.group, feature: None, option: None });
        if key.option.is_some() {
            self.open.insert(NodeKey { option: None, ..key });
        }
    }

    /// Every node, as if nothing were folded.
    fn all(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (place, group) in self.catalog.groups().iter().enumerate() {
            let heading = NodeKey { group: place, feature: None, option: None };
            nodes.push(Node { key: heading, depth: 0, group, feature: None, option: None, folds: true, open: true });
            let members = self.catalog.features().iter().enumerate().filter(|(_, feature)| feature.group == group.id);
            for (at, feature) in members {
                let key = NodeKey { feature: Some(at), ..heading };
                // The options of the feature that leads a group stand right under the heading.
                let leads = group.leads == Some(feature.id);
                if !leads {
                    let folds = !feature.options.is_empty();
                    nodes.push(Node { key, depth: 1, group, feature: Some(feature), option: None, folds, open: folds });
                }
                for (option_at, option) in feature.options.iter().enumerate() {
                    let key = NodeKey { option: Some(option_at), ..key };
                    let depth = if leads { 1 } else { 2 };
                    nodes.push(Node {
                        key,
                        depth,
                        group,
                        feature: Some(feature),
                        option: Some(option),
                        folds: false,
                        open: false,
                    });
                }
            }
        }
        nodes
    }

    fn lay_out(&mut self) {
        let nodes = self.all();
        self.rows = if self.filter.is_empty() { self.unfolded(nodes) } else { self.filtered(nodes) };
        self.clamp();
    }

    fn unfolded(&self, nodes: Vec<Node>) -> Vec<Node> {
        let mut rows = Vec::new();
        let mut hidden_below: Option<u16> = None;
        for mut node in nodes {
            if hidden_below.is_some_and(|depth| node.depth > depth) {
                continue;
            }
            hidden_below = None;
            node.open = node.folds && self.open.contains(&node.key);
            if node.folds && !node.open {
                hidden_below = Some(node.depth);
            }
            rows.push(node);
        }
        rows
    }

    /// What matches, with the headings above it.
    fn filtered(&self, nodes: Vec<Node>) -> Vec<Node> {
        let mut rows: Vec<Node> = Vec::new();
        let mut above: Vec<Node> = Vec::new();
        for node in nodes {
            above.retain(|parent| parent.depth < node.depth);
            if node.is_choice() && matches(&self.filter, &node.texts()) {
                let missing: Vec<Node> =
                    above.iter().filter(|parent| !rows.iter().any(|row| row.key == parent.key)).copied().collect();
                rows.extend(missing);
                rows.push(node);
            }
            if node.folds {
                above.push(node);
            }
        }
        rows
    }
}
