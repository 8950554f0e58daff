//! A topic, told.

use serde_json::json;

use super::question::Question;
use crate::catalog::Topic;
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::Page;

/// Says it.
pub(super) fn answer(question: &Question<'_>, topic: &Topic, streams: &mut Streams) -> anyhow::Result<Exit> {
    if question.as_json {
        streams.json(&json!({
            "kind": "topic", "name": topic.id, "title": topic.title, "says": topic.says, "see": topic.see,
            "confidence": topic.confidence, "sources": topic.sources,
        }))?;
    } else {
        let mut page = Page::new(topic.title);
        for text in &topic.says {
            page.gap();
            page.paragraph(text);
        }
        page.list("More", topic.see.iter());
        page.sources(&format!("Sources ({})", topic.confidence.as_str()), topic.sources.iter());
        streams.page(&page)?;
    }
    Ok(Exit::Done)
}
