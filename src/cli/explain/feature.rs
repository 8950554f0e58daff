//! A feature, explained: what it needs on the day, and what at other times.

use std::collections::BTreeSet;

use super::adding;
use super::question::Question;
use super::uses::time;
use crate::catalog::{Date, DatedRequirement, Feature, FeatureOption, Period, eras};
use crate::cli::answer;
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::{Page, some, together};

/// Requirements in words, and what they are of.
type Grouped<'a> = Vec<(String, Vec<&'a str>)>;

/// What has requirements: the feature itself, or an option.
struct Part {
    id: &'static str,
    rules: &'static [DatedRequirement],
}

/// Says what `feature` is and needs, with all of its options or with those asked for.
pub(super) fn answer(
    question: &Question<'_>,
    feature: &'static Feature,
    chosen: Option<&[&'static FeatureOption]>,
    streams: &mut Streams,
) -> anyhow::Result<Exit> {
    let options = chosen.map_or_else(|| feature.options.iter().collect(), <[_]>::to_vec);
    if question.as_json {
        let mut value = answer::feature::json(feature, &options, question.day);
        value["as_of"] = question.day.to_string().into();
        if question.plan.is_some() {
            value["adding"] = adding::json_of(question, feature, &options);
        }
        streams.json(&value)?;
    } else {
        streams.page(&text(question, feature, &options, chosen.is_some()))?;
    }
    Ok(Exit::Done)
}

fn text(
    question: &Question<'_>,
    feature: &'static Feature,
    options: &[&'static FeatureOption],
    narrowed: bool,
) -> Page {
    let title = match options {
        [only] if narrowed => format!("{}:{}: {}, {}", feature.id, only.id, feature.name, only.label),
        _ => format!("{}: {}", feature.id, feature.name),
    };
    let mut page = Page::new(&title);
    page.row("Kind", feature.category);
    page.row("Known", feature.confidence.as_str());
    if let Some(status) = feature.status {
        page.row("Status", status);
    }
    page.row("Type", type_of(feature));
    let needs: Vec<&str> = options.iter().flat_map(|option| option.needs).copied().collect();
    if narrowed && !needs.is_empty() {
        page.row("To fill in", &format!("[{}=…]", needs.join("=…], [")));
    }
    let own =
        (!narrowed && feature.stands_alone()).then(|| Part { id: "the feature itself", rules: feature.requirements() });
    let parts: Vec<Part> = own
        .into_iter()
        .chain(options.iter().map(|option| Part { id: option.id, rules: option.requirements() }))
        .collect();
    requirements(&mut page, &parts, question.day);
    adding::tell(&mut page, question, feature, options);
    page.section("The announcement of 2019-11-13", announcement(feature, &parts));
    page.section("Note", feature.note);
    page.sources(
        &format!("Sources ({}, as of {})", feature.confidence.as_str(), question.catalog.as_of()),
        feature.sources,
    );
    page
}

fn type_of(feature: &Feature) -> &'static str {
    if !feature.in_link {
        "its scopes belong in a client-credentials token request, never in a link"
    } else if feature.checked_at_setup {
        "locked: HubSpot checks its scopes when it is set up, so they are required"
    } else {
        "free: required, conditionally required or optional, as the app needs it"
    }
}

fn requirements(page: &mut Page, parts: &[Part], day: Date) {
    let on_day = |part: &Part| part.rules.iter().find(|rule| rule.period().holds_on(day));
    let today = grouped(parts, |part| vec![on_day(part).map_or_else(|| "not known for this date".to_owned(), needs)]);
    page.heading(&format!("Needed on {day}"));
    show(page, &today, parts.len());
    let others = parts.iter().flat_map(|part| part.rules).filter(|rule| !rule.period().holds_on(day));
    let times: BTreeSet<_> = others.map(|rule| (rule.period().from, rule.period().until)).collect();
    for (from, until) in times.into_iter().rev() {
        let period = Period { from, until };
        let then = grouped(parts, |part| part.rules.iter().filter(|rule| rule.period() == period).map(needs).collect());
        page.heading(&format!("Needed {}", time(period)));
        show(page, &then, parts.len());
    }
    let first = parts.iter().flat_map(|part| part.rules).map(|rule| rule.period().from).min();
    if let Some(first) = first.filter(|first| *first <= day) {
        page.section(&format!("Before {first}"), Some("Not known: no fact dates it."));
    }
}

/// The parts by what `of` says of each, in the order in which it is first said.
fn grouped<'a>(parts: &'a [Part], of: impl Fn(&Part) -> Vec<String>) -> Grouped<'a> {
    let mut groups: Grouped<'a> = Vec::new();
    for part in parts {
        for said in of(part) {
            match groups.iter_mut().find(|(known, _)| *known == said) {
                Some((_, ids)) => ids.push(part.id),
                None => groups.push((said, vec![part.id])),
            }
        }
    }
    groups
}

fn show(page: &mut Page, groups: &Grouped<'_>, all: usize) {
    for (said, ids) in groups {
        match ids.len() {
            _ if all == 1 => page.item(said),
            count if count == all => page.item(&format!("{said}: for all {all}, {}", some(ids, 4))),
            _ => page.item(&format!("{said}: {}", some(ids, 12))),
        }
    }
}

fn needs(rule: &DatedRequirement) -> String {
    let ways = rule.any_of.iter().map(|way| {
        let confidence = way.confidence.unwrap_or(rule.confidence);
        format!("{} ({})", together(way.all_of), confidence.as_str())
    });
    ways.collect::<Vec<_>>().join(", or ")
}

/// What the rule of 2019 asked for, where one of the parts has it.
fn announcement(feature: &Feature, parts: &[Part]) -> Option<&'static str> {
    let is_of_2019 = |rule: &DatedRequirement| rule.period().from == eras::CONTACTS_RULE;
    if !parts.iter().flat_map(|part| part.rules).any(is_of_2019) {
        return None;
    }
    match feature.category {
        "webhooks" => Some(
            "It asked for contacts for any webhook subscription, on deals and other records as on contacts. The \
             scope had to be added to the app before the subscription, and to the link.",
        ),
        "cards" => Some(
            "It asked for contacts for CRM cards, on deals and companies as on contacts, and for tickets for cards on \
             tickets. The scope had to be added to the app before the card, and to the link.",
        ),
        _ => None,
    }
}
