//! One install, told on a page.

use super::everywhere;
use super::holds::installers;
use super::target::Target;
use crate::account::{Install, Matrix, Outcome, Refusal, Working, assumed};
use crate::catalog::{Account, Catalog, Hub, Verdict};
use crate::cli::args::SimulateArgs;
use crate::cli::page::Page;
use crate::plan::{Distribution, When};

/// The page of one outcome.
pub(super) fn page(
    catalog: &'static Catalog,
    flags: &SimulateArgs,
    install: &Install,
    target: &Target,
    outcome: &Outcome,
    works: &[Working],
    all: &Matrix,
) -> Page {
    let verdict = match outcome.installs {
        Verdict::Unknown if target.ask.unknown.is_some() => "may install: its scopes are not known",
        Verdict::Yes => "installs",
        Verdict::No => "does not install",
        Verdict::Unknown => "installs, as far as it is known",
    };
    let mut page = Page::new(&format!("{} {verdict}.", target.title));
    page.row("Account", &account(&install.customer.tiers));
    page.row("Installer", &installer(catalog, install));
    let mut taken: Vec<String> = taken(flags, install).into_iter().map(str::to_owned).collect();
    taken.extend(target.region.iter().map(|region| format!("an account of the region {region}, which the host pins")));
    if !taken.is_empty() {
        page.row("Taken as", &taken.join("; "));
    }
    if install.app.user_level {
        page.row(
            "Token",
            "acts within the permissions of the user who installs, and every user installs for themselves",
        );
    }
    refusals(&mut page, &outcome.refusals);
    let open = |optional: bool| {
        outcome.unknown.iter().filter(move |open| open.optional == optional).map(|open| match &open.scope {
            Some(scope) => format!("- {scope}: {}", open.why),
            None => format!("- {}", open.why),
        })
    };
    page.list("Not known", open(false));
    if outcome.installs != Verdict::No {
        let assumed = assumed(catalog, install, &target.ask);
        page.list("Not documented, and taken so", assumed.iter().map(|(scope, why)| format!("- {scope}: {why}")));
    }
    page.list(
        "Optional, left out (nobody is told)",
        outcome.dropped.iter().map(|one| format!("- {}: {}", one.scope, one.why)),
    );
    page.list("Optional, perhaps left out", open(true));
    if outcome.installs != Verdict::No {
        let held = match (target.ask.unknown, &outcome.granted[..]) {
            (Some(_), []) => "what is not known here".to_owned(),
            (Some(_), names) => format!("{}, and what is not known here", names.join(", ")),
            (None, []) => "no scope".to_owned(),
            (None, names) => names.join(", "),
        };
        page.section("The token holds", Some(&held));
        features(&mut page, works);
    }
    installers(&mut page, catalog, target);
    everywhere::best_change(&mut page, target, all);
    page
}

/// The account in words.
pub(super) fn account(tiers: &Account) -> String {
    let levels = match tiers.same_everywhere() {
        Some(level) => format!("{} in every hub", level.as_str()),
        None => {
            let hub = |hub: &Hub| format!("{} {}", hub.as_str(), tiers.level_of(*hub).as_str());
            Hub::PRODUCTS.iter().map(hub).collect::<Vec<_>>().join(", ")
        }
    };
    match &tiers.addons[..] {
        [] => levels,
        addons => format!("{levels}; add-ons: {}", addons.join(", ").replace('_', " ")),
    }
}

fn installer(catalog: &Catalog, install: &Install) -> String {
    let lacks = install.installer.lacks.iter().filter_map(|id| catalog.permissions().get(id));
    let lacks: Vec<&str> = lacks.map(|permission| permission.name).collect();
    let role = install.installer.role.describe();
    if lacks.is_empty() { role.to_owned() } else { format!("{role} who lacks {}", lacks.join(", ")) }
}

/// What no flag has said.
fn taken(flags: &SimulateArgs, install: &Install) -> Vec<&'static str> {
    let unlisted = install.app.distribution == Some(Distribution::Marketplace) && !install.app.listed;
    [
        flags.sensitive_data.is_none().then_some("sensitive data off"),
        (flags.governance.is_none() && flags.approved.is_empty()).then_some("App Governance off"),
        (unlisted && flags.aup.is_none()).then_some("acceptable use policy signed"),
        install.app.distribution.is_none().then_some("open to every account"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn refusals(page: &mut Page, refusals: &[Refusal]) {
    if refusals.is_empty() {
        return;
    }
    page.heading("Refused");
    for refusal in refusals {
        page.item(&format!("- {}: {} ({})", refusal.gate.as_str(), refusal.why, refusal.confidence.as_str()));
        if let Some(says) = &refusal.hubspot_says {
            page.below(&format!("HubSpot says: {says}"));
        }
        page.below(&format!("Who mends it: {}. {}", refusal.who_fixes, refusal.fix));
    }
}

fn features(page: &mut Page, works: &[Working]) {
    let name = |one: &Working| one.cause.describe().to_owned();
    let lacks = |one: &&Working| !one.works;
    page.list("Works", once(works.iter().filter(|one| one.works).map(|one| format!("- {}", name(one)))));
    page.list(
        "Must cope without",
        once(works.iter().filter(lacks).map(|one| {
            let when = if one.when == When::PerLink { " (in another link)" } else { "" };
            let perhaps = if one.may_work { ", which may be granted" } else { "" };
            format!("- {}: lacks {}{perhaps}{when}", name(one), one.lacks.join(", "))
        })),
    );
}

/// Each line once, where it stands first, with how often: a project may have seven cards on one type of record.
fn once(lines: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for line in lines {
        match counted.iter_mut().find(|(known, _)| *known == line) {
            Some((_, count)) => *count += 1,
            None => counted.push((line, 1)),
        }
    }
    counted.into_iter().map(|(line, count)| if count > 1 { format!("{line} ({count} times)") } else { line })
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_that_say_the_same_are_said_once_with_how_often() {
        let lines = ["- a", "- b", "- a"].map(str::to_owned);
        assert_eq!(super::once(lines.into_iter()).collect::<Vec<_>>(), ["- a (2 times)", "- b"]);
    }
}
