//! What can be asked that no other list has: the topics and the kinds of tokens.

use serde_json::{Value, json};

use super::question::Question;
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::Page;

/// Lists them.
pub(super) fn answer(question: &Question<'_>, streams: &mut Streams) -> anyhow::Result<Exit> {
    let (topics, credentials) = (question.catalog.topics(), question.catalog.credentials());
    if question.as_json {
        let topics: Vec<Value> = topics
            .iter()
            .map(|topic| json!({"name": topic.id, "title": topic.title, "aliases": topic.aliases}))
            .collect();
        let credentials: Vec<Value> =
            credentials.iter().map(|row| json!({"name": row.id, "title": row.name, "aliases": row.aliases})).collect();
        streams.json(&json!({"kind": "list", "topics": topics, "credentials": credentials}))?;
        return Ok(Exit::Done);
    }
    let mut page = Page::new("hubscope explain WHAT: a scope, a call, a feature, a rule, an error, or one of these");
    page.heading("Topics");
    for topic in topics {
        row(&mut page, topic.id, topic.title);
    }
    page.heading("Kinds of tokens and keys");
    for kind in credentials {
        row(&mut page, kind.id, kind.name);
    }
    page.gap();
    page.paragraph("hubscope catalog scopes WORD, features WORD, endpoints WORD, rules WORD list the rest.");
    streams.write(page.text())?;
    Ok(Exit::Done)
}

fn row(page: &mut Page, name: &str, title: &str) {
    page.preformatted(&format!("  {name:<24}{title}"));
}
