//! A kind of token or key, told; and what a pasted one may be, without showing it.

use serde_json::{Map, Value, json};

use super::question::Question;
use crate::catalog::{Confidence, Credential};
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::Page;
use crate::credential::Shape;
use crate::trouble::of_shape;

/// Tells of one kind.
pub(super) fn answer(question: &Question<'_>, row: &Credential, streams: &mut Streams) -> anyhow::Result<Exit> {
    if question.as_json {
        streams.json(&json(row))?;
    } else {
        let mut page = Page::new(row.name);
        told(&mut page, row);
        streams.write(page.text())?;
    }
    Ok(Exit::Done)
}

/// Tells what a pasted credential may be. `None` where its shape says nothing.
pub(super) fn pasted(question: &Question<'_>, shapes: &[Shape], streams: &mut Streams) -> anyhow::Result<Option<Exit>> {
    let Some(shape) = shapes.first() else { return Ok(None) };
    let rows = of_shape(question.catalog, *shape);
    if question.as_json {
        let kinds: Vec<Value> = rows.iter().map(|row| json(row)).collect();
        let id = if let [one] = rows[..] { Some(one.id) } else { None };
        streams.json(&json!({
            "kind": "credential", "name": id, "shape": shape.as_str(), "may_be": kinds, "confidence": Confidence::Inferred,
        }))?;
        return Ok(Some(Exit::Done));
    }
    let mut page = Page::new("A token, key or secret, which is neither shown nor kept");
    page.gap();
    page.paragraph(match rows.len() {
        0 => "Its shape is that of none of HubSpot's tokens that are known. hubscope explain without an argument lists them.",
        1 => "By its shape:",
        _ => "By its shape it may be one of these; where it comes from says which:",
    });
    for row in &rows {
        page.heading(row.name);
        if rows.len() == 1 {
            told(&mut page, row);
        } else {
            page.item(row.is.text);
            page.below(&format!("hubscope explain {}", row.id));
        }
    }
    streams.write(page.text())?;
    Ok(Some(Exit::Done))
}

fn told(page: &mut Page, row: &Credential) {
    for (about, told) in row.told() {
        page.row(about, &format!("{} ({})", told.text, told.confidence.as_str()));
    }
    page.list("Sources", row.sources.iter());
}

fn json(row: &Credential) -> Value {
    let one = |told: crate::catalog::Told| json!({"text": told.text, "confidence": told.confidence});
    let weakest = row.told().iter().map(|(_, told)| told.confidence).min();
    let mut fields = Map::new();
    for (key, value) in [
        ("kind", json!("credential")),
        ("name", json!(row.id)),
        ("title", json!(row.name)),
        ("is", one(row.is)),
        ("scopes", one(row.scopes)),
        ("change", one(row.change)),
        ("has_link", json!(row.has_link)),
        ("link", one(row.link)),
        ("token", one(row.token)),
        ("calls", one(row.calls)),
        ("read", one(row.read)),
        ("lacking", json!({"text": row.lacking, "confidence": row.lacking_confidence})),
        ("rejected", json!(row.rejected)),
        ("confidence", json!(weakest)),
        ("sources", json!(row.sources)),
    ] {
        fields.insert(key.to_owned(), value);
    }
    Value::Object(fields)
}
