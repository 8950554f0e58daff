//! An error, explained: its causes, the likely one first, the scopes, who mends it and how.

use serde_json::{Value, json};

use super::question::Question;
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::Page;
use crate::trouble::{Diagnosis, Suspect, Unanswered};

/// Says it.
pub(super) fn answer(question: &Question<'_>, found: &Diagnosis, streams: &mut Streams) -> anyhow::Result<Exit> {
    if question.as_json {
        streams.json(&json(found))?;
    } else {
        streams.page(&text(found))?;
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
        "credentials": found.kinds.iter().map(|kind| kind.id).collect::<Vec<_>>(),
        "notes": found.notes, "more": found.more.iter().map(unanswered).collect::<Vec<_>>(), "sources": found.message.sources,
    })
}

fn unanswered(one: &Unanswered) -> Value {
    json!({"id": one.message.id, "call": one.call.as_ref().map(ToString::to_string)})
}

fn text(found: &Diagnosis) -> Page {
    let mut page = Page::new(&found.said);
    page.row("Shown", found.message.place);
    if let Some(call) = &found.call {
        page.row("Call", &call.to_string());
    }
    if let [kind] = found.kinds[..] {
        page.row("Token", kind.name);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::trouble::{Hand, diagnose_for};

    fn page_of(text: &str) -> String {
        self::text(&diagnose_for(Catalog::embedded(), text, None).unwrap()).text().to_owned()
    }

    #[test]
    fn no_page_shows_the_holes_of_a_sentence() {
        let catalog = Catalog::embedded();
        let some = ["oauth-token", "private-app", "static-auth"].map(|id| catalog.credential(id));
        let kinds = || std::iter::once(None).chain(some);
        let has_hole = |text: &str| {
            text.split('{').skip(1).any(|part| {
                part.split_once('}').is_some_and(|(word, _)| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
            })
        };
        for message in catalog.messages().all() {
            let wordings = message.marks.iter().chain(&message.older).chain([&message.says]);
            for (wording, kind) in wordings.flat_map(|wording| kinds().map(move |kind| (*wording, kind))) {
                for text in [wording.to_owned(), json!({"message": wording, "category": "OTHER"}).to_string()] {
                    let hand = kind.map(|kind| Hand { kind, declared: Vec::new() });
                    let Some(found) = diagnose_for(catalog, &text, hand.as_ref()) else { continue };
                    let page = self::text(&found);
                    assert!(!has_hole(page.text()), "{text}: {}", page.text());
                }
            }
        }
    }

    #[test]
    fn the_heading_is_what_was_pasted() {
        for (pasted, heading) in [
            (
                r#"{"message":"The OAuth token used to make this call expired 5 hour(s) ago.","category":"EXPIRED_AUTHENTICATION"}"#,
                "The OAuth token used to make this call expired 5 hour(s) ago.",
            ),
            (
                "This oauth-token (Cabc) does not have proper permissions! (requires all of [tickets, forms])",
                "This oauth-token (HIDDEN) does not have proper permissions!",
            ),
            ("EXPIRED_AUTHENTICATION", "The OAuth token used to make this call expired … … ago."),
            (
                "log 12:00\nThe OAuth token used to make this call expired 3 minute(s) ago.\nat {x}",
                "The OAuth token used to make this call expired 3 minute(s) ago.",
            ),
        ] {
            assert!(page_of(pasted).starts_with(heading), "{}", page_of(pasted));
        }
        assert!(
            page_of("This oauth-token (x) does not have proper permissions! (requires all of [tickets])")
                .contains("requires all of")
        );
    }
}
