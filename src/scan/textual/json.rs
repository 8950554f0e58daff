//! JSON, with comments and trailing commas, as a tree with places.

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::tree::{Id, Key, Kind, Tree};

/// The document of `text`; `None` where it is no JSON.
pub(super) fn read(text: &str) -> Option<Tree> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
    let mut tree = Tree::default();
    let value = parsed.value?;
    // The parser goes no deeper than some hundred levels.
    add(&mut tree, None, None, &value);
    Some(tree)
}

fn add(tree: &mut Tree, parent: Option<Id>, key: Option<Key>, value: &Value<'_>) {
    let range = value.range();
    let place = (range.start, range.end);
    match value {
        Value::Object(object) => {
            let id = tree.add(parent, key, Kind::Map(Vec::new()), place);
            for property in &object.properties {
                let at = property.name.range().start;
                let text = match &property.name {
                    ObjectPropName::String(name) => name.value.as_ref().into(),
                    ObjectPropName::Word(name) => name.value.into(),
                };
                add(tree, Some(id), Some(Key { text, at }), &property.value);
            }
        }
        Value::Array(array) => {
            let id = tree.add(parent, key, Kind::List(Vec::new()), place);
            for item in &array.elements {
                add(tree, Some(id), None, item);
            }
        }
        Value::StringLit(text) => {
            tree.add(parent, key, Kind::Text(text.value.as_ref().into()), place);
        }
        Value::NumberLit(number) => {
            tree.add(parent, key, Kind::Text(number.value.into()), place);
        }
        Value::BooleanLit(flag) => {
            tree.add(parent, key, Kind::Text(flag.value.to_string().into()), place);
        }
        Value::NullKeyword(_) => {
            tree.add(parent, key, Kind::Text("".into()), place);
        }
    }
}
