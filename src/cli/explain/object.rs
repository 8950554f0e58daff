//! A type of records, told: its names, its scopes, the features and paths that are about it.

use super::question::Question;
use crate::catalog::{Object, Way};
use crate::cli::answer::object::{Facts, Need};
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::{Page, some, together};

/// So many paths are shown, and so many options of a feature.
const MOST: usize = 6;

/// Says what `object` is; `asked` is the name as it was written.
pub(super) fn answer(
    question: &Question<'_>,
    object: &'static Object,
    asked: &str,
    streams: &mut Streams,
) -> anyhow::Result<Exit> {
    let facts = Facts::of(question.catalog, object);
    if question.as_json {
        let mut value = facts.json(object);
        value["asked"] = asked.into();
        streams.json(&value)?;
    } else {
        streams.write(text(question, object, &facts, asked).text())?;
    }
    Ok(Exit::Done)
}

fn text(question: &Question<'_>, object: &Object, facts: &Facts, asked: &str) -> Page {
    let title = object.id.map_or_else(|| object.plural.to_owned(), |id| format!("{} ({id})", object.plural));
    let mut page = Page::new(&format!("{title}: {}", kind(object)));
    if asked != object.plural {
        page.row("Asked as", asked);
    }
    let names = [object.singular, object.upper].into_iter().chain(object.aliases.iter().copied());
    page.row("Also called", &names.collect::<Vec<_>>().join(", "));
    page.row("Known", object.confidence.as_str());
    page.list("Scopes", facts.needs.iter().map(need));
    if facts.needs.is_empty() {
        page.section("Scopes", Some("No fact says which scope opens it."));
    }
    page.section(
        "Properties marked sensitive",
        Some(facts.sensitive.join(", ").as_str()).filter(|text| !text.is_empty()),
    );
    page.section("User-level apps only", Some(facts.user_level.join(", ").as_str()).filter(|text| !text.is_empty()));
    page.list("Features", features(facts));
    page.section("Paths", Some(some(&facts.paths, MOST).as_str()).filter(|text| !text.is_empty()));
    page.section("Note", object.note);
    if question.catalog.scope_named(object.plural).is_some() && asked != object.plural {
        page.section("See", Some(&format!("{} is a scope, too: hubscope explain {}", object.plural, object.plural)));
    }
    page
}

fn kind(object: &Object) -> &'static str {
    match object.kind {
        "crm" => "CRM records",
        "custom" => "objects of the account's or the app's own",
        "resource" => "an API of its own, no record type",
        _ => "a type of HubSpot's, with an API of its own or none",
    }
}

fn need(need: &Need) -> String {
    let what = match need.key {
        "read" => "To read",
        "write" => "To change",
        "schema_read" => "To read its properties",
        _ => "To change its properties",
    };
    let way = |way: &Way| together(&way.all_of);
    let ways: Vec<String> = need.any_of.iter().map(way).collect();
    format!("- {what}: {} ({})", ways.join(", or "), need.confidence.as_str())
}

/// Each feature once, with its options.
fn features(facts: &Facts) -> Vec<String> {
    let mut rows: Vec<(&str, Vec<&str>)> = Vec::new();
    for (feature, option) in &facts.features {
        match rows.iter_mut().find(|(id, _)| *id == feature.id) {
            Some((_, options)) => options.push(option.id),
            None => rows.push((feature.id, vec![option.id])),
        }
    }
    rows.iter().map(|(id, options)| format!("- {id}: {}", some(options, MOST))).collect()
}
