//! YAML as a tree with places. What is no YAML (a template that a program fills first) gives none.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser};

use super::tree::{Id, Key, Kind, Tree};

/// The documents of `text`, as items of a list where there are several.
pub(super) fn read(text: &str) -> Option<Tree> {
    let bytes = Bytes::of(text);
    let mut tree = Tree::default();
    let root = tree.add(None, None, Kind::List(Vec::new()), (0, text.len()));
    let mut open = vec![Open { id: root, is_map: false, key: None }];
    let mut anchors: HashMap<usize, Id> = HashMap::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        let place = (bytes.at(span.start.index()), bytes.at(span.end.index()));
        let (kind, anchor) = match event {
            Event::Scalar(text, _, anchor, _) => {
                // In a mapping, every second scalar is a key.
                if let Some(last) = open.last_mut()
                    && last.is_map
                    && last.key.is_none()
                {
                    last.key = Some(Key { text: text.into(), at: place.0 });
                    continue;
                }
                (Kind::Text(text.into()), anchor)
            }
            Event::Alias(of) => (Kind::Same(*anchors.get(&of)?), 0),
            Event::MappingStart(anchor, _) => (Kind::Map(Vec::new()), anchor),
            Event::SequenceStart(anchor, _) => (Kind::List(Vec::new()), anchor),
            Event::MappingEnd | Event::SequenceEnd => {
                let closed = open.pop()?;
                tree.close(closed.id, place.1);
                continue;
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {
                continue;
            }
        };
        let parent = open.last_mut()?;
        let key = match (parent.is_map, parent.key.take()) {
            // A key that is itself a mapping or a list, which configuration never has.
            (true, None) => return None,
            (_, key) => key,
        };
        let is_map = matches!(kind, Kind::Map(_));
        let is_open = is_map || matches!(kind, Kind::List(_));
        let id = tree.add(Some(parent.id), key, kind, place);
        if anchor > 0 {
            anchors.insert(anchor, id);
        }
        if is_open {
            open.push(Open { id, is_map, key: None });
        }
    }
    Some(tree)
}

/// A mapping or list that is still being read.
struct Open {
    id: Id,
    is_map: bool,
    key: Option<Key>,
}

/// Characters to bytes.
struct Bytes(Option<Vec<usize>>, usize);

impl Bytes {
    fn of(text: &str) -> Self {
        let wide = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Self(wide, text.len())
    }

    fn at(&self, character: usize) -> usize {
        match &self.0 {
            Some(wide) => wide.get(character).copied().unwrap_or(self.1),
            None => character.min(self.1),
        }
    }
}
