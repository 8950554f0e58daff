//! An error, explained: its causes, the likely one first, the scopes, who mends it and how.

use serde_json::{Value, json};

use super::question::Question;
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::Page;
use crate::trouble::{Diagnosis, Suspect};

/// Says it.
pub(super) fn answer(
    question: &Question<'_>,
    found: &Diagnosis,
    asked: &str,
    streams: &mut Streams,
) -> anyhow::Result<Exit> {
    if question.as_json {
        streams.json(&json(found))?;
    } else {
        streams.page(&text(found, asked))?;
    }
    Ok(Exit::Done)
}

fn json(found: &Diagnosis) -> Value {
    let suspect = |one: &Suspect| json!({"cause": one.cause, "who_fixes": one.who_fixes, "fix": one.fix, "confidence": one.confidence});
    let causes: Vec<Value> = found.causes.iter().map(suspect).collect();
    let first = causes.first().cloned().unwrap_or_default();
    let permissions = found
        .permissions
        .iter()
        .map(|(permission, scopes)| json!({"permission": permission.name, "area": permission.area, "scopes": scopes}));
    json!({
        "kind": "error", "cause": first["cause"], "who_fixes": first["who_fixes"], "scopes": found.scopes,
        "fix": first["fix"], "confidence": first["confidence"], "id": found.message.id, "where": found.message.place,
        "hubspot_says": found.message.says, "call": found.call.as_ref().map(ToString::to_string),
        "any_of": found.any_of, "causes": causes, "permissions": permissions.collect::<Vec<_>>(),
        "notes": found.notes, "sources": found.message.sources,
    })
}

/// The most of a pasted text that stands for HubSpot's sentence.
const MOST: usize = 300;

fn text(found: &Diagnosis, asked: &str) -> Page {
    // Where the sentence has holes, what was pasted fills them.
    let pasted = asked.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_filled = found.message.says.contains('{') && pasted.chars().count() <= MOST && !pasted.starts_with('{');
    let mut page = Page::new(if is_filled { &pasted } else { found.message.says });
    page.row("Shown", found.message.place);
    if let Some(call) = &found.call {
        page.row("Call", &call.to_string());
    }
    let many = found.causes.len() > 1;
    page.heading(if many { "Causes, the likeliest first" } else { "Cause" });
    for (place, one) in found.causes.iter().enumerate() {
        let number = if many { format!("{}. ", place + 1) } else { String::new() };
        page.item(&format!("{number}{} ({})", one.cause, one.confidence.as_str()));
        page.below(&format!("Who mends it: {}. {}", one.who_fixes, one.fix));
    }
    let heading = if found.any_of && found.scopes.len() > 1 { "Scopes, one of which is enough" } else { "Scopes" };
    page.section(heading, Some(found.scopes.join(", ").as_str()).filter(|text| !text.is_empty()));
    page.list(
        "User permissions that it names, and the scopes that ask for them",
        found.permissions.iter().map(|(permission, scopes)| {
            let asked = if scopes.is_empty() { "every install".to_owned() } else { scopes.join(", ") };
            format!("- {} ({}): {asked}", permission.name, permission.area)
        }),
    );
    page.list("Worth knowing", found.notes.iter());
    page.sources("Sources", found.message.sources.iter());
    page
}
