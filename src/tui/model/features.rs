//! The tree of features and calls: what is folded, where the cursor is.

use std::collections::{BTreeMap, BTreeSet};

use super::node::{CallRows, Item, Node, NodeKey};
use crate::catalog::{Catalog, Group, Operation};
use crate::plan::Plan;

/// The heading of the API calls.
static CALLS: Group = Group { id: "calls", name: "API calls", hint: None, leads: None };

/// The member under which the rows about the code stand: past every API.
const OF_CODE: usize = usize::MAX;

/// The tree with its cursor.
#[derive(Debug, Clone)]
pub struct Tree {
    catalog: &'static Catalog,
    open: BTreeSet<NodeKey>,
    calls: CallRows,
    rows: Vec<Node>,
    /// The row under the cursor.
    pub row: usize,
}

impl Tree {
    /// The tree of `catalog`, open where `plan` has chosen something.
    pub fn new(catalog: &'static Catalog, plan: &Plan) -> Self {
        let calls = CallRows { chosen: plan.calls.len(), ..CallRows::default() };
        let mut tree = Self { catalog, open: BTreeSet::new(), calls, rows: Vec::new(), row: 0 };
        for node in tree.all() {
            let Some((feature, option)) = node.feature_choice() else { continue };
            if plan.selected(feature, option).next().is_some() {
                tree.open_parents(node.key);
            }
        }
        if !plan.calls.is_empty() {
            tree.open.insert(tree.calls_heading());
        }
        tree.lay_out();
        tree
    }

    /// Shows the calls that the plan and the code have now.
    pub fn set_calls(&mut self, calls: CallRows) {
        if self.calls == calls {
            return;
        }
        let key = self.current().map(|node| node.key);
        self.calls = calls;
        self.lay_out();
        self.go_to(key);
    }

    /// Unfolds the calls, with the cursor where it is.
    pub fn open_calls(&mut self) {
        let key = self.current().map(|node| node.key);
        if self.open.insert(self.calls_heading()) {
            self.lay_out();
            self.go_to(key);
        }
    }

    /// Whether the cursor is on the row that says what else is to say of the code.
    pub fn is_on_rest(&self) -> bool {
        self.current().is_some_and(|node| matches!(node.item, Item::Rest))
    }

    /// The call of the code under the cursor, by its place among those found.
    pub fn current_found(&self) -> Option<usize> {
        match self.current()?.item {
            Item::Found(place) => Some(place),
            _ => None,
        }
    }

    /// The rows that are shown.
    pub fn rows(&self) -> &[Node] {
        &self.rows
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&Node> {
        self.rows.get(self.row)
    }

    /// Puts the cursor on the feature or option, and unfolds what it stands in.
    pub fn reveal_feature(&mut self, feature: &str, option: Option<&str>) {
        let node = self.features().into_iter().find(|node| node.feature_choice() == Some((feature, option)));
        self.reveal(node);
    }

    /// Puts the cursor on the call, and unfolds what it stands in.
    pub fn reveal_call(&mut self, operation: &Operation) {
        self.open.insert(self.calls_heading());
        let is_it = |node: &Node| matches!(node.item, Item::Operation(other) if std::ptr::eq(other, operation));
        let node = self.all().into_iter().find(is_it);
        self.reveal(node);
    }

    /// Puts the cursor on the call of the code that has this place among those found.
    pub fn reveal_found(&mut self, place: usize) {
        self.reveal_row(|node| matches!(node.item, Item::Found(other) if other == place));
    }

    /// Puts the cursor on the chosen call with this place in the plan.
    pub fn reveal_chosen(&mut self, place: usize) {
        self.reveal_row(|node| matches!(node.item, Item::Call(other) if other == place));
    }

    /// Puts the cursor on the first row about the code; says whether there is one.
    pub fn reveal_code(&mut self) -> bool {
        self.reveal_row(|node| matches!(node.item, Item::Found(_) | Item::Rest))
    }

    fn reveal_row(&mut self, is_it: impl Fn(&Node) -> bool) -> bool {
        self.open_calls();
        let row = self.rows.iter().position(is_it);
        self.row = row.unwrap_or(self.row);
        row.is_some()
    }

    fn reveal(&mut self, node: Option<Node>) {
        let Some(node) = node else { return };
        self.open_parents(node.key);
        self.lay_out();
        self.go_to(Some(node.key));
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
        if node.folds && node.open {
            self.open.remove(&node.key);
            self.lay_out();
            self.go_to(Some(node.key));
        } else if let Some(parent) = (0..self.row).rev().find(|i| self.rows[*i].depth < node.depth) {
            self.row = parent;
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
        self.open.insert(NodeKey { group: key.group, member: None, choice: None });
        if key.choice.is_some() {
            self.open.insert(NodeKey { choice: None, ..key });
        }
    }

    fn calls_heading(&self) -> NodeKey {
        NodeKey { group: self.catalog.groups().len(), member: None, choice: None }
    }

    /// Every node, as if nothing were folded.
    fn all(&self) -> Vec<Node> {
        let mut nodes = self.features();
        self.add_calls(&mut nodes);
        nodes
    }

    /// Every heading, feature and option.
    pub(super) fn features(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (place, group) in self.catalog.groups().iter().enumerate() {
            self.add_group(&mut nodes, place, group);
        }
        nodes
    }

    fn add_group(&self, nodes: &mut Vec<Node>, place: usize, group: &'static Group) {
        let heading = NodeKey { group: place, member: None, choice: None };
        nodes.push(Node { key: heading, depth: 0, group, item: Item::Group, folds: true, open: true });
        let members = self.catalog.features().iter().enumerate().filter(|(_, feature)| feature.group == group.id);
        for (at, feature) in members {
            let key = NodeKey { member: Some(at), ..heading };
            // The options of the feature that leads a group stand right under the heading.
            let leads = group.leads == Some(feature.id);
            if !leads {
                let folds = !feature.options.is_empty();
                nodes.push(Node { key, depth: 1, group, item: Item::Feature(feature), folds, open: folds });
            }
            let depth = if leads { 1 } else { 2 };
            for (option_at, option) in feature.options.iter().enumerate() {
                let key = NodeKey { choice: Some(option_at), ..key };
                nodes.push(Node { key, depth, group, item: Item::Option(feature, option), folds: false, open: false });
            }
        }
    }

    /// The chosen calls and, once somebody looks for them, all others by their APIs: they are not in memory before.
    fn add_calls(&self, nodes: &mut Vec<Node>) {
        let heading = self.calls_heading();
        let group = &CALLS;
        nodes.push(Node { key: heading, depth: 0, group, item: Item::Group, folds: true, open: true });
        for place in 0..self.calls.chosen {
            let key = NodeKey { choice: Some(place), ..heading };
            nodes.push(Node { key, depth: 1, group, item: Item::Call(place), folds: false, open: false });
        }
        let of_code = NodeKey { member: Some(OF_CODE), ..heading };
        for place in &self.calls.found {
            let key = NodeKey { choice: Some(*place), ..of_code };
            nodes.push(Node { key, depth: 1, group, item: Item::Found(*place), folds: false, open: false });
        }
        if self.calls.rest {
            nodes.push(Node { key: of_code, depth: 1, group, item: Item::Rest, folds: false, open: false });
        }
        if !self.open.contains(&heading) {
            return;
        }
        let mut by_api: BTreeMap<&'static str, Vec<(usize, &'static Operation)>> = BTreeMap::new();
        for (place, operation) in self.catalog.endpoints().operations().iter().enumerate() {
            by_api.entry(operation.api).or_default().push((place, operation));
        }
        for (at, (api, operations)) in by_api.into_iter().enumerate() {
            let key = NodeKey { member: Some(at), ..heading };
            nodes.push(Node { key, depth: 1, group, item: Item::Api(api), folds: true, open: true });
            for (place, operation) in operations {
                let key = NodeKey { choice: Some(place), ..key };
                nodes.push(Node { key, depth: 2, group, item: Item::Operation(operation), folds: false, open: false });
            }
        }
    }

    fn lay_out(&mut self) {
        let nodes = self.all();
        self.rows = self.unfolded(nodes);
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
}
