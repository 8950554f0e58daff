//! `hubscope url --links fewest`: the links to hand out, and the accounts that each is for.

use serde_json::{Value, json};

use super::answer::link::Links;
use super::args::UrlArgs;
use super::exit::Exit;
use super::failure::{Failure, usage};
use super::output::Streams;
use super::report;
use crate::catalog::{Level, addon_name};
use crate::offer::{Offer, OfferedLink, Wish, fewest, wishes};
use crate::plan::LinkChoice;
use crate::terminal::sanitize;

/// Prints each link with its name; the answer is no where a link is refused or a tier has none.
pub(super) fn run(links: &Links<'_>, url: &UrlArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let tiers = if url.for_tiers.is_empty() { Level::ALL.to_vec() } else { url.for_tiers.clone() };
    let chosen = chosen(wishes(links.resolved), &url.for_features)?;
    let offer = fewest(links.catalog, links.resolved, &chosen, &tiers);
    if !links.as_json {
        report::findings(links.read, streams);
    }
    let mut exit = if offer.refused.is_empty() { Exit::Done } else { Exit::No };
    let mut rows = Vec::new();
    for offered in &offer.links {
        if !links.as_json {
            streams.say(&format!("hubscope: {}", sanitize(&words(offered))));
        }
        let shown = links.show(&offered.name, &LinkChoice::With(offered.with.clone()), streams)?;
        if shown.is_refused {
            exit = Exit::No;
        }
        rows.extend(shown.row.map(|mut row| {
            row["serves"] = serves(offered);
            row
        }));
    }
    if links.as_json {
        streams.json(&json!({"links": rows, "not_served": not_served(&offer)}))?;
    } else {
        for (level, because) in &offer.refused {
            let names = because.join(", ");
            streams.say(&format!(
                "hubscope: no link serves {}: every link demands {}, which it lacks; an optional scope would not",
                level.as_str(),
                sanitize(&names)
            ));
        }
    }
    Ok(exit)
}

/// The wishes that `--for-features` names; all of them where it names none.
fn chosen(all: Vec<Wish>, names: &[String]) -> anyhow::Result<Vec<Wish>> {
    let is = |wish: &Wish, name: &str| {
        let feature = wish.text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '[']));
        feature || wish.conditional.contains(name)
    };
    if let Some(unknown) = names.iter().find(|name| !all.iter().any(|wish| is(wish, name))) {
        let known: Vec<&str> = all.iter().map(|wish| wish.text.as_str()).collect();
        match known.as_slice() {
            [] => usage!("{unknown} is not asked for by single links: nothing in this plan is conditionally required"),
            known => {
                let message = format!("{unknown} is not asked for by single links; these are: {}", known.join(", "));
                return Err(Failure::usage(message).near(known).into());
            }
        }
    }
    Ok(all.into_iter().filter(|wish| names.is_empty() || names.iter().any(|name| is(wish, name))).collect())
}

fn words(offered: &OfferedLink) -> String {
    let levels = |levels: &[Level]| levels.iter().map(|level| level.as_str()).collect::<Vec<_>>().join(", ");
    let mut text = format!("{} is for accounts on {}", offered.name, levels(&offered.tiers));
    if let Some(addon) = &offered.addon {
        text = format!("{text} with the add-on {}", addon_name(addon));
    }
    if !offered.gives.is_empty() {
        text = format!("{text}; gives {}", offered.gives.join(", "));
    }
    if !offered.without.is_empty() {
        text = format!("{text}; they cannot have {}", offered.without.join(", "));
    }
    if !offered.unsure.is_empty() {
        text = format!("{text}; whether it installs is not known on {}", levels(&offered.unsure));
    }
    text
}

fn serves(offered: &OfferedLink) -> Value {
    json!({
        "tiers": offered.tiers, "addon": offered.addon, "unknown": offered.unsure, "gives": offered.gives,
        "without": offered.without,
    })
}

fn not_served(offer: &Offer) -> Value {
    offer.refused.iter().map(|(level, because)| json!({"account": level, "because": because})).collect()
}
