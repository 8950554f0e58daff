//! A document of mappings, lists and texts with their places, from YAML or JSON alike.
//!
//! Owns the shape and the way along references (`$ref`, `<<`, `"#/definitions/x"`). It knows nothing of requests.

/// A node by its place in the tree.
pub(super) type Id = usize;

/// How many references lead from one to the next.
const MOST_HOPS: usize = 12;

/// A whole document.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// A value and where it stands.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// Its first byte, and the one behind it.
    pub(super) at: usize,
    pub(super) end: usize,
    /// The key that it stands under, where its parent is a mapping.
    pub(super) key: Option<Key>,
}

/// A key and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Key {
    pub(super) text: Box<str>,
    pub(super) at: usize,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Kind {
    /// A scalar, as it reads.
    Text(Box<str>),
    /// Entries in order; each knows its key.
    Map(Vec<Id>),
    /// Items in order.
    List(Vec<Id>),
    /// What stands elsewhere: an alias of YAML.
    Same(Id),
}

impl Tree {
    /// The root; `None` in a document of nothing.
    pub(super) fn root(&self) -> Option<Id> {
        (!self.nodes.is_empty()).then_some(0)
    }

    /// How many nodes it has.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    /// Adds a node below `parent` and gives its place.
    pub(super) fn add(&mut self, parent: Option<Id>, key: Option<Key>, kind: Kind, place: (usize, usize)) -> Id {
        let id = self.nodes.len();
        self.nodes.push(Node { kind, at: place.0, end: place.1, key });
        if let Some(parent) = parent
            && let Kind::Map(children) | Kind::List(children) = &mut self.nodes[parent].kind
        {
            children.push(id);
        }
        id
    }

    /// Says where a node ends that was still open.
    pub(super) fn close(&mut self, id: Id, end: usize) {
        self.nodes[id].end = end;
    }

    /// The text of a scalar.
    pub(super) fn text(&self, id: Id) -> Option<&str> {
        match &self.nodes[self.settled(id)].kind {
            Kind::Text(text) => Some(text),
            Kind::Map(_) | Kind::List(_) | Kind::Same(_) => None,
        }
    }

    /// The node that an alias stands for.
    pub(super) fn settled(&self, id: Id) -> Id {
        let mut at = id;
        for _ in 0..MOST_HOPS {
            let Kind::Same(of) = self.nodes[at].kind else { break };
            at = of;
        }
        at
    }

    /// The node that a value names: itself, or what a reference (`"#/definitions/x"`, `*ref(definitions.x)`) leads to.
    pub(super) fn meant(&self, id: Id) -> Id {
        let mut at = self.settled(id);
        for _ in 0..MOST_HOPS {
            let Kind::Text(text) = &self.nodes[at].kind else { break };
            let Some(to) = self.referred(text) else { break };
            at = self.settled(to);
        }
        at
    }

    /// The entries of a mapping by key, with those that it takes from others; its own go before theirs.
    pub(super) fn entries(&self, map: Id) -> Vec<(&str, Id)> {
        let mut found: Vec<(&str, Id)> = Vec::new();
        let mut open = vec![map];
        let mut seen: Vec<Id> = Vec::new();
        while let Some(map) = open.pop() {
            let map = self.meant(map);
            if seen.contains(&map) || seen.len() > MOST_HOPS {
                continue;
            }
            seen.push(map);
            let Kind::Map(children) = &self.nodes[map].kind else { continue };
            for child in children {
                let Some(key) = self.nodes[*child].key.as_ref().map(|key| &*key.text) else { continue };
                match key {
                    "$ref" | "<<" => match &self.nodes[self.settled(*child)].kind {
                        Kind::List(all) => open.extend(all.iter().rev()),
                        Kind::Text(_) | Kind::Map(_) | Kind::Same(_) => open.push(*child),
                    },
                    key if found.iter().any(|(known, _)| *known == key) => {}
                    key => found.push((key, *child)),
                }
            }
        }
        found
    }

    /// What a reference within the document leads to.
    fn referred(&self, text: &str) -> Option<Id> {
        if text.len() > 300 {
            return None;
        }
        let steps: Vec<&str> = match text.strip_prefix("#/") {
            Some(path) => path.split('/').collect(),
            None => text.strip_prefix("*ref(")?.strip_suffix(')')?.split('.').collect(),
        };
        let mut at = self.root()?;
        // A stream of documents of YAML: a reference stays within the first.
        if let (Kind::List(all), None) = (&self.nodes[at].kind, &self.nodes[at].key) {
            at = *all.first()?;
        }
        for step in steps {
            at = self.settled(at);
            at = match &self.nodes[at].kind {
                Kind::Map(children) => *children.iter().find(|child| self.has_key(**child, step))?,
                Kind::List(items) => *items.get(step.parse::<usize>().ok()?)?,
                Kind::Text(_) | Kind::Same(_) => return None,
            };
        }
        Some(at)
    }

    fn has_key(&self, id: Id, key: &str) -> bool {
        self.nodes[id].key.as_ref().is_some_and(|own| &*own.text == key)
    }

    /// All scalars that stand under a key, with it.
    pub(super) fn keyed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.nodes.iter().filter_map(|node| match (&node.key, &node.kind) {
            (Some(key), Kind::Text(text)) => Some((&*key.text, &**text)),
            _ => None,
        })
    }
}
