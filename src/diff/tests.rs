//! Whole comparisons: the cases that people ask about.

use super::testing::settings;
use super::{Diff, KnownLink, LinksLeft, ReconnectAnswer, Side, StepKind, diff};
use crate::catalog::Catalog;
use crate::plan::{Auth, ChosenCall, Distribution, Plan, Selection};

fn between(old: &Side, new: &Side) -> Diff {
    diff(Catalog::embedded(), old, new)
}

fn planned(day: &str, features: &[(&str, &str)], calls: &[&str]) -> Side {
    let mut plan = Plan { as_of: Some(day.parse().unwrap()), ..Plan::default() };
    for (feature, option) in features {
        plan.choose(Selection::new(feature, Some(option)));
    }
    for call in calls {
        plan.choose_call(ChosenCall::new(call));
    }
    Side::of_plan(Catalog::embedded(), "plan", &plan)
}

#[test]
fn writes_that_become_optional_ask_nobody_kill_every_link_and_let_lower_tiers_in() {
    let old = settings("oauth crm.objects.deals.read crm.objects.deals.write crm.schemas.custom.read", "", "");
    let new = settings("oauth crm.objects.deals.read", "", "crm.objects.deals.write crm.schemas.custom.read");
    let found = between(&old, &new);
    assert_eq!(found.reconnect.answer, ReconnectAnswer::Nobody);
    assert_eq!(found.links.left, LinksLeft::None);
    let gained: Vec<&str> = found.reach.tiers.gained.iter().map(|level| level.as_str()).collect();
    assert_eq!(gained, ["Free", "Starter", "Professional"]);
    assert!(found.letter.is_none());
}

#[test]
fn a_feature_that_is_new_asks_only_those_who_want_it() {
    let old = planned("2026-11-21", &[("webhooks.classic", "contact.creation")], &[]);
    let new = planned("2026-11-21", &[("webhooks.classic", "contact.creation"), ("cards.app", "deals")], &[]);
    let found = between(&old, &new);
    assert_eq!(found.reconnect.answer, ReconnectAnswer::ForNewFeatures);
    assert_eq!(found.reconnect.lacking, ["crm.objects.deals.read"]);
    assert_eq!(found.changes[0].because[0].cause.describe(), "cards.app:deals");
    assert!(found.changes[0].because[0].is_part_of_change);
}

#[test]
fn a_feature_that_worked_and_needs_more_now_asks_everybody() {
    let hook = [("webhooks.classic", "deal.creation")];
    let found = between(&planned("2018-01-01", &hook, &[]), &planned("2019-12-01", &hook, &[]));
    assert_eq!(found.reconnect.answer, ReconnectAnswer::Everybody);
    assert_eq!(
        found.reconnect.sentence,
        "Everybody has to reconnect: webhooks.classic:deal.creation worked before and needs contacts, which no \
         existing install was granted."
    );
}

#[test]
fn a_retired_scope_that_gives_way_to_granular_ones_asks_everybody() {
    let found = between(&settings("contacts", "", ""), &settings("crm.objects.contacts.read", "", ""));
    assert_eq!(found.reconnect.answer, ReconnectAnswer::Everybody);
    assert!(found.reconnect.sentence.contains("what used contacts worked before"), "{}", found.reconnect.sentence);
}

#[test]
fn a_coarse_scope_that_hubspot_splits_asks_nobody_and_says_what_that_rests_on() {
    let successors =
        "crm.objects.tickets.read crm.objects.tickets.write crm.schemas.tickets.read crm.schemas.tickets.write";
    let found = between(&settings("tickets", "", ""), &settings(successors, "", ""));
    assert_eq!(found.reconnect.answer, ReconnectAnswer::Nobody);
    assert_eq!(found.reconnect.confidence, crate::catalog::Confidence::Inferred);
    assert!(found.cope.is_empty());
    assert!(found.notes.iter().any(|note| note.text.contains("not documented")));
    assert_eq!(found.links.left, LinksLeft::None);
}

#[test]
fn a_coarse_scope_that_gives_way_to_a_part_of_what_it_opened_loses_the_rest() {
    let found = between(&settings("tickets", "", ""), &settings("crm.objects.tickets.read", "", ""));
    let told = &found.reconnect;
    assert_eq!((told.answer, &told.lost[..]), (ReconnectAnswer::Nobody, &["tickets".to_owned()][..]));
    assert!(told.sentence.contains("lose tickets once it is deleted"), "{}", told.sentence);
    assert!(told.sentence.contains("of tickets, crm.objects.tickets.read stays"), "{}", told.sentence);
    assert!(told.narrowed[0].without.contains(&"crm.objects.tickets.write".to_owned()));
    assert_eq!(told.confidence, crate::catalog::Confidence::Inferred);
    let letter = found.letter.unwrap();
    assert_eq!(letter.subject, "We will have less access to your HubSpot account");
    assert!(letter.paragraphs[0].contains("no longer asks for crm.objects.tickets.write"), "{:?}", letter.paragraphs);
    // Of content, parts have no scope of their own, whatever of its successors is there.
    let parts = "content.landing_pages.read content.landing_pages.write content.site_pages.read content.site_pages.write \
                 marketing.email.read marketing.email.write";
    let found = between(&settings("content", "", ""), &settings(parts, "", ""));
    assert_eq!(found.reconnect.lost, ["content"]);
    assert!(found.reconnect.sentence.contains("no scope of its own yet"), "{}", found.reconnect.sentence);
}

#[test]
fn an_app_of_another_kind_is_another_app_and_everybody_installs_it_anew() {
    let kind = |auth: Auth, user_level: bool| Side { auth, user_level: Some(user_level), ..settings("forms", "", "") };
    let oauth = kind(Auth::Oauth, false);
    for other in [kind(Auth::Static, false), kind(Auth::Oauth, true), kind(Auth::None, false)] {
        let found = between(&oauth, &other);
        assert_eq!(found.reconnect.answer, ReconnectAnswer::Everybody);
        assert!(found.reconnect.sentence.starts_with("Everybody has to install again"), "{}", found.reconnect.sentence);
        assert_eq!((found.links.left, found.app.len()), (LinksLeft::None, 1));
        assert!(found.refresh.iter().all(|one| !one.text.contains("as before")), "{:?}", found.refresh);
        assert!(found.asks_for_action());
    }
    assert!(between(&oauth, &kind(Auth::Oauth, true)).app[0].text.contains("cannot become user-level"));
    assert!(between(&oauth, &oauth).app.is_empty());
}

#[test]
fn a_change_of_distribution_is_said_with_both_sources_and_whom_it_lets_in() {
    let side = |distribution| Side { distribution: Some(distribution), ..settings("forms", "", "") };
    let (private, marketplace) = (side(Distribution::Private), side(Distribution::Marketplace));
    let found = between(&private, &marketplace);
    assert!(found.app[0].text.contains("cannot change after the first upload"), "{}", found.app[0].text);
    assert!(found.app[0].text.contains("private to marketplace is possible"), "{}", found.app[0].text);
    assert!(found.reach.installers_gained[0].text.contains("allow list"));
    let found = between(&marketplace, &private);
    assert!(!found.app[0].text.contains("playbook"), "{}", found.app[0].text);
    assert!(found.reach.installers_lost[0].text.contains("allow list"));
}

#[test]
fn installers_are_lost_and_gained_by_the_permissions_that_the_base_link_asks_for() {
    let (less, more) = (settings("crm.lists.read", "", ""), settings("crm.lists.read crm.objects.deals.read", "", ""));
    let found = between(&less, &more);
    let lost: Vec<&str> = found.reach.installers_lost.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(lost, ["installers who are no Super Admins and lack Deals > View, for crm.objects.deals.read"]);
    let back = between(&more, &less);
    assert_eq!(back.reach.installers_gained.len(), 1);
    // Where a Super Admin is needed before and after, nobody else is let in or shut out.
    let (less, more) = (settings("crm.export", "", ""), settings("crm.export crm.objects.deals.write", "", ""));
    assert!(between(&less, &more).reach.installers_lost.is_empty());
}

#[test]
fn the_letter_names_who_can_grant_what_the_new_link_demands() {
    let found = between(&settings("", "", "crm.export"), &settings("crm.export", "", ""));
    let letter = found.letter.unwrap().paragraphs.join(" ");
    assert!(letter.contains("It takes a Super Admin: nobody else can grant crm.export."), "{letter}");
    assert!(!letter.contains("or a user with access"), "{letter}");
    let of = |scopes: &str| Side { auth: Auth::Static, ..settings(scopes, "", "") };
    let found = between(&of("forms"), &of("forms crm.lists.read"));
    let letter = found.letter.unwrap().paragraphs.join(" ");
    assert!(letter.contains("Reinstall URL") && !letter.contains("install link"), "{letter}");
    assert!(found.refresh.is_empty(), "a static token is never refreshed");
    assert!(found.rollout.iter().all(|step| !step.why.contains("before the links")), "{:?}", found.rollout);
}

#[test]
fn a_scope_that_goes_asks_nobody_and_is_said_to_be_lost() {
    let found = between(&settings("", "", "crm.export"), &settings("", "", ""));
    assert_eq!(found.reconnect.answer, ReconnectAnswer::Nobody);
    assert!(found.reconnect.sentence.contains("lose crm.export once it is deleted"), "{}", found.reconnect.sentence);
    assert_eq!(found.links.left, LinksLeft::Some);
    assert_eq!(found.letter.unwrap().subject, "We will have less access to your HubSpot account");
    assert_eq!(found.rollout.first().map(|step| step.kind), Some(StepKind::Code));
}

#[test]
fn a_scope_that_goes_while_its_feature_stays_ends_the_feature() {
    let lists = ["GET /crm/v3/owners"];
    let old = planned("2026-11-21", &[], &lists);
    let new = Side { uses: old.uses.clone(), ..settings("", "", "") };
    let found = between(&old, &new);
    assert_eq!(found.reconnect.ended, lists);
}

#[test]
fn a_redirect_url_that_goes_takes_its_links_with_it() {
    let side = |urls: &[&str]| Side {
        redirects: urls.iter().map(|url| (*url).to_owned()).collect(),
        ..settings("crm.lists.read", "", "")
    };
    let (a, b) = ("https://shop.example/a", "https://shop.example/b");
    assert_eq!(between(&side(&[a, b]), &side(&[a])).links.left, LinksLeft::Some);
    assert_eq!(between(&side(&[a]), &side(&[b])).links.left, LinksLeft::None);
    assert_eq!(between(&side(&[a]), &side(&[a, b])).links.left, LinksLeft::All);
    let steps: Vec<StepKind> = between(&side(&[a]), &side(&[b])).rollout.iter().map(|step| step.kind).collect();
    assert_eq!(steps, [StepKind::Settings, StepKind::Links, StepKind::Settings, StepKind::Watch]);
}

#[test]
fn a_static_app_has_no_link_that_could_die() {
    let of = |required: &str, optional: &str| Side { auth: Auth::Static, ..settings(required, "", optional) };
    let found = between(&of("crm.lists.read", "forms"), &of("crm.lists.read crm.export", ""));
    assert_eq!(found.links.left, LinksLeft::All);
    assert_eq!(found.changes.iter().map(|change| change.scope.as_str()).collect::<Vec<_>>(), ["crm.export"]);
    assert!(found.rollout.iter().any(|step| step.step.contains("Reinstall URL")));
    let found = between(&settings("forms", "", ""), &of("forms", ""));
    assert_eq!(found.links.left, LinksLeft::None);
}

#[test]
fn a_link_is_read_in_the_light_of_the_settings_beside_it() {
    let names = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    let link = |scope: &str, optional: &str| {
        Side::of_link(KnownLink {
            name: "link".to_owned(),
            scope: names(scope),
            optional: names(optional),
            ..KnownLink::default()
        })
    };
    let both = settings("crm.lists.read", "automation", "crm.export");
    assert_eq!(between(&link("oauth crm.lists.read automation", "crm.export"), &both).changes, []);
    assert_eq!(between(&both, &link("oauth crm.lists.read", "")).changes, []);
    let found = between(&link("oauth crm.lists.read crm.export", ""), &both);
    assert_eq!(found.links.left, LinksLeft::None);
    assert!(found.links.broken[0].why.text.contains("crm.export is optional, but stands in its scope"));
}

#[test]
fn a_hundred_thousand_scopes_are_compared() {
    let many = |from: usize| (from..from + 100_000).map(|n| format!("scope.{n}")).collect::<Vec<_>>().join(" ");
    let found = between(&settings(&many(0), "", ""), &settings(&many(50_000), "", ""));
    assert_eq!(found.changes.len(), 100_000);
}
