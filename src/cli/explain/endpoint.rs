//! A call, explained: which endpoint it is, what it needs, and which of the ways asks for least.

use serde_json::json;

use super::allowed::Allowed;
use super::held::Held;
use super::least;
use super::question::Question;
use super::unknown::Unknown;
use crate::catalog::{Availability, Call, Catalog, Effect, Match, Object, Way};
use crate::cli::answer::{self, ends};
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::{Page, together};
use crate::solve::choose;
use crate::terminal::sanitize;

/// How many ways are shown where the object that decides is not known.
const MOST_WAYS: usize = 6;

/// A call, and what it turned out to be.
pub(super) struct Asked {
    call: Call,
    found: Box<Match<'static>>,
}

impl Asked {
    /// What the call in `text` is.
    pub(super) fn find(catalog: &'static Catalog, text: &str) -> Result<Self, Unknown> {
        Self::of(catalog, Call::parse(text).map_err(|error| Unknown::call(catalog, text, &error))?)
    }

    /// What the call is.
    pub(super) fn of(catalog: &'static Catalog, call: Call) -> Result<Self, Unknown> {
        match catalog.endpoints().find(&call) {
            Some(found) => Ok(Self { call, found: Box::new(found) }),
            None => Err(Unknown::path(catalog, &call)),
        }
    }

    /// Says it; the answer is no where `--scopes` does not allow the call.
    pub(super) fn answer(self, question: &Question<'_>, streams: &mut Streams) -> anyhow::Result<Exit> {
        let catalog = question.catalog;
        let held = question.scopes.as_deref();
        let allowed = held.map(|held| Allowed::of(catalog, &self.found, held));
        let told = Held::of(catalog, held.unwrap_or_default());
        if question.as_json {
            let mut value = answer::endpoint::json(catalog, &self.found);
            value["facts_as_of"] = catalog.endpoints().as_of().into();
            value["ends"] = ends::of(catalog, &self.call.path()).into_iter().map(ends::json).collect();
            if let Some(allowed) = &allowed {
                value["allowed"] = allowed.answer.into();
                value["missing"] = json!(allowed.missing);
                value["unknown_scopes"] = json!(told.unknown);
                value["retired_scopes"] = json!(told.retired);
                value["internal_scopes"] = json!(told.internal);
            }
            streams.json(&value)?;
        } else {
            for line in told.lines(catalog) {
                streams.say(&format!("hubscope: {}", sanitize(&line)));
            }
            streams.page(&self.text(question, allowed.as_ref()))?;
        }
        let refused = allowed.is_some_and(|allowed| allowed.answer != Some(true));
        Ok(if refused { Exit::No } else { Exit::Done })
    }

    fn text(&self, question: &Question<'_>, allowed: Option<&Allowed>) -> Page {
        let (catalog, found) = (question.catalog, &*self.found);
        let mut page = Page::verbatim(&found.operation.id());
        if !found.near.is_empty() {
            page.paragraph(&format!(
                "Did you mean {}? The name in the path is no standard object's.",
                found.near.join(" or ")
            ));
        }
        if self.call.to_string() != found.operation.id() {
            page.row("Asked as", &self.call.to_string());
        }
        page.row("Object", &object(found));
        page.row("API", found.operation.api);
        let versions = found.operation.versions();
        if !versions.is_empty() {
            page.row("Versions", &versions.join(", "));
        }
        if let Some(allowed) = allowed {
            page.section("With these scopes", Some(&allowed.verdict(found)));
        }
        page.heading("Scopes");
        self.ways(&mut page);
        if let Some(least) =
            choose(catalog, &found.requirement).filter(|least| !found.object_unknown && !least.names.is_empty())
        {
            page.section("Least privilege", Some(&least::why(&least, found)));
            page.list("Its scopes", least.names.iter().filter_map(|name| least::scope_line(catalog, name)));
        }
        if let Some(tier) = catalog.endpoints().tier_hint(found.operation).filter(|_| !found.object_unknown) {
            let levels: Vec<String> = tier
                .iter()
                .filter(|(_, level)| **level != "FREE")
                .map(|(hub, level)| format!("{hub} {}", level.to_lowercase()))
                .collect();
            page.section("Tier of the API, as its specification states it", Some(&levels.join(", ")));
        }
        let ends = ends::of(catalog, &self.call.path()).into_iter();
        page.list("What HubSpot ends of it", ends.map(|sunset| ends::line(sunset, question.day)));
        page.list("What is not settled", found.remarks());
        differences(&mut page, found);
        self.provenance(&mut page, question);
        page
    }

    fn ways(&self, page: &mut Page) {
        let found = &self.found;
        let way =
            |way: &Way| format!("{} ({})", together(&way.all_of), way.confidence.unwrap_or(found.confidence).as_str());
        match found.availability {
            Availability::Developer => page.paragraph(
                "None: this is a call of the developer, with a developer key or internal scopes. An installed app \
                 cannot make it.",
            ),
            Availability::Unpublished => page.paragraph(&format!(
                "Not known: HubSpot has not published the name of the scope that it needs. The specification names {} \
                 instead, which no app can ask for.",
                found.internal.join(", ")
            )),
            Availability::ClientCredentials => {
                page.paragraph(
                    "A token of client credentials makes it: ask for the scope in the token request. It stands in no link \
                     and in no settings.",
                );
                found.token_request.iter().for_each(|one| page.item(&way(one)));
            }
            Availability::App if found.is_unknown() => page.paragraph("No fact says which scope it needs."),
            Availability::App => {}
        }
        if found.object_unknown {
            page.paragraph(&format!(
                "It hangs on the object type, which the call does not name. {}",
                self.what_to_give()
            ));
        }
        match &found.requirement[..] {
            [] => {}
            [only] if only.all_of.is_empty() => {
                page.paragraph(&format!("None is needed ({}).", found.confidence.as_str()));
            }
            [only] if !found.object_unknown => page.item(&way(only)),
            ways => {
                page.paragraph(if found.object_unknown {
                    "One of these, as the object asks:"
                } else {
                    "One of these is enough:"
                });
                let most = if found.object_unknown { MOST_WAYS } else { ways.len() };
                ways.iter().take(most).for_each(|one| page.item(&format!("- {}", way(one))));
                if ways.len() > most {
                    page.item(&format!("and {} more, as the object is", ways.len() - most));
                }
            }
        }
        if !found.user_level.is_empty() {
            page.paragraph("User-level apps only:");
            found.user_level.iter().for_each(|one| page.item(&format!("- {}", way(one))));
        }
    }

    /// How to write the call so that its object is known.
    fn what_to_give(&self) -> String {
        let written = self.call.path();
        let given = written.replacen("{objectType}", "deals", 1).replacen("{fromObjectType}", "deals", 1).replacen(
            "{toObjectType}",
            "contacts",
            1,
        );
        if given == written {
            "Where a path has no place for it, the call's body names it.".to_owned()
        } else {
            format!("Give it in the path: \"{} {given}\".", self.call.method())
        }
    }

    fn provenance(&self, page: &mut Page, question: &Question<'_>) {
        let endpoints = question.catalog.endpoints();
        let confidence = self.found.confidence.as_str();
        page.heading(&format!("Source ({confidence})"));
        if self.found.operation.is_legacy() {
            page.paragraph("A legacy call: no specification has it; the entry above is all that is known.");
        } else {
            page.paragraph(&format!("{}, {}", endpoints.source(), endpoints.as_of()));
        }
        if question.day != question.catalog.as_of() {
            page.paragraph(&format!(
                "What it needed on {} is not known: these facts have no other date.",
                question.day
            ));
        }
    }
}

fn object(found: &Match<'_>) -> String {
    let named =
        |object: &Object| object.id.map_or_else(|| object.plural.to_owned(), |id| format!("{} ({id})", object.plural));
    match (found.object, found.other) {
        (Some(this), Some(other)) => format!("{}, with {}", named(this), named(other)),
        (Some(one), None) | (None, Some(one)) => named(one),
        (None, None) if found.object_unknown => "not known".to_owned(),
        (None, None) => "none in particular".to_owned(),
    }
}

fn differences(page: &mut Page, found: &Match<'_>) {
    let entries: Vec<_> = answer::endpoint::differences(found).collect();
    page.list(
        if found.operation.is_legacy() {
            "What is known of this legacy call"
        } else {
            "Where specification and observation differ"
        },
        entries
            .iter()
            .map(|entry| format!("{} ({}, {}, {})", entry.note, entry.source, entry.date, entry.confidence.as_str())),
    );
    if entries.iter().any(|entry| matches!(entry.effect, Effect::Replace | Effect::Also)) {
        page.paragraph("The careful reading is the default: where they differ, more is asked for rather than less.");
    }
}
