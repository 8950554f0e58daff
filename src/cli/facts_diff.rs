//! `hubscope catalog diff`: what a facts file changes.

use serde_json::{Value, json};

use super::args::FactsArgs;
use super::facts;
use super::output::Streams;
use crate::catalog::{Catalog, Changes, FieldChange, Older, changes};

/// Compares the facts at hand with those of the file, which may be older: it is only looked at.
pub(super) fn run(args: &FactsArgs, catalog: &Catalog, as_json: bool, streams: &mut Streams) -> anyhow::Result<()> {
    let other = facts::read(&args.file, Older::Take)?;
    let found = changes(catalog, other);
    if as_json {
        return streams.json(&machine(catalog, other, &found));
    }
    streams.write(&human(catalog, other, &found))
}

fn machine(catalog: &Catalog, other: &Catalog, found: &[Changes]) -> Value {
    let mut value = json!({"as_of": {"before": catalog.as_of().to_string(), "after": other.as_of().to_string()}});
    for changes in found {
        value[changes.kind] = serde_json::to_value(changes).unwrap_or_default();
    }
    value
}

fn human(catalog: &Catalog, other: &Catalog, found: &[Changes]) -> String {
    let mut lines = vec![format!("facts of {} beside those at hand, of {}", other.as_of(), catalog.as_of())];
    for changes in found {
        let (new, gone, changed) = (&changes.new, &changes.gone, &changes.changed);
        if new.is_empty() && gone.is_empty() && changed.is_empty() {
            continue;
        }
        lines.push(format!("{}: {} new, {} gone, {} changed", changes.kind, new.len(), gone.len(), changed.len()));
        lines.extend(new.iter().map(|name| format!("  + {name}")));
        lines.extend(gone.iter().map(|name| format!("  - {name}")));
        for change in changed {
            lines.push(format!("  ~ {}", change.name));
            lines.extend(change.fields.iter().map(field));
        }
    }
    if lines.len() == 1 {
        lines.push("nothing differs".to_owned());
    }
    lines.join("\n") + "\n"
}

fn field(change: &FieldChange) -> String {
    let said = |value: &Value| match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    format!("      {}: {} -> {}", change.field, said(&change.before), said(&change.after))
}
