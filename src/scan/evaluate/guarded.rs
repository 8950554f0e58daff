//! Values that are there only where a condition holds.

use crate::catalog::Method;
use crate::scan::condition::Condition;
use crate::scan::value::{Literal, Piece, Value};
use crate::scan::words;

/// `values`, which are there where `condition` holds.
pub(super) fn guarded(values: &[Value], condition: &Condition) -> Vec<Value> {
    match condition {
        Condition::Settled(false) => Vec::new(),
        condition if condition.is_idle() => values.to_vec(),
        condition => values.iter().map(|value| guarded_one(value, condition)).collect(),
    }
}

fn guarded_one(value: &Value, condition: &Condition) -> Value {
    match value {
        Value::Text(pieces) => {
            let when = Piece::When(condition.clone().into());
            if pieces.contains(&when) {
                return value.clone();
            }
            Value::Text(pieces.iter().cloned().chain([when]).collect())
        }
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, values)| {
                let texts = values.iter().map(|value| match value {
                    Value::Text(_) | Value::Outside(..) => guarded_one(value, condition),
                    other => other.clone(),
                });
                (key.clone(), texts.collect())
            });
            Value::Map(entries.collect())
        }
        Value::List(items) => {
            let texts = items.iter().map(|value| match value {
                Value::Text(_) => guarded_one(value, condition),
                other => other.clone(),
            });
            Value::List(texts.collect())
        }
        Value::Outside(names, _) => match method_named(names) {
            Some(method) => {
                let at = Literal { file: u32::MAX, start: 0, function: 0 };
                guarded_one(&Value::literal(method.as_str(), at), condition)
            }
            None => value.clone(),
        },
        other => other.clone(),
    }
}

/// Which method an entry of an enumeration of methods names.
pub(super) fn method_named(names: &[Box<str>]) -> Option<Method> {
    let [.., of, last] = names else { return None };
    let of = words::fold(of);
    if of.contains("method") || of.contains("verb") || of == "http" {
        let last = words::fold(last);
        Method::from_word(last.strip_prefix("method").unwrap_or(&last))
    } else {
        None
    }
}
