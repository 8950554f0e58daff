//! Who can install: the matrix, the account that is simulated, what scopes and features cost, the fewest links.

use hubscope::account::Role;
use hubscope::catalog::{Level, Verdict};
use hubscope::plan::ScopeType;
use hubscope::tui::model::LinkRow;
use hubscope::tui::theme::Theme;
use proptest::prelude::*;

use crate::plans::{narrow, pinned};
use crate::stage::{Stage, bare};

/// The cursor of the step Link on the first row that `is_it`.
fn go_to(stage: &mut Stage, is_it: impl Fn(&LinkRow) -> bool) {
    stage.keys("4 g");
    for _ in 0..60 {
        if stage.model.current_link_row().as_ref().is_some_and(&is_it) {
            return;
        }
        stage.keys("Down");
    }
    panic!("no such row:\n{}", stage.screen());
}

#[test]
fn the_matrix_in_ascii() {
    let mut ascii = Stage::with_theme(narrow(), (40, 12), Theme::new(false, true));
    go_to(&mut ascii, |row| *row == LinkRow::Tier(Level::Professional));
    insta::assert_snapshot!("matrix-ascii", ascii.screen());
    assert!(ascii.screen().is_ascii());
}

#[test]
fn a_tier_says_why_it_refuses_who_mends_it_and_which_change_lets_more_in() {
    let mut stage = Stage::new(narrow(), (120, 60));
    go_to(&mut stage, |row| *row == LinkRow::Tier(Level::Free));
    let screen = stage.screen();
    for text in
        ["A Super Admin: is refused", "tier: The account lacks", "HubSpot says:", "who mends it:", "to optional: +"]
    {
        assert!(screen.contains(text), "{text}:\n{screen}");
    }
}

#[test]
fn the_simulated_account_steps_through_tiers_and_installers() {
    let mut stage = Stage::new(narrow(), (120, 60));
    go_to(&mut stage, |row| *row == LinkRow::Account);
    assert!(stage.screen().contains("‹ Free ›"), "{}", stage.screen());
    stage.keys("Space Space");
    assert!(stage.screen().contains("‹ Professional ›"), "{}", stage.screen());
    assert!(stage.screen().contains("The token holds") && stage.screen().contains("Works"), "{}", stage.screen());
    stage.keys("Down Space");
    assert!(stage.screen().contains("Only a Super Admin can grant crm.export"), "{}", stage.screen());
    stage.keys("Space");
    assert!(stage.screen().contains("‹ a user without HubSpot Marketplace access ›"), "{}", stage.screen());
    assert!(!stage.model.history.can_undo(), "who is simulated is no part of the plan");
}

#[test]
fn a_sensitive_scope_brings_the_switch_of_the_account() {
    let ordinary = Stage::new(bare(), (100, 30));
    assert!(!ordinary.model.link_rows().contains(&LinkRow::SensitiveData));
    let plan = pinned(&[("crm.objects.contacts.sensitive.read", ScopeType::Required)]);
    let mut stage = Stage::new(plan, (120, 50));
    go_to(&mut stage, |row| *row == LinkRow::SensitiveData);
    assert!(stage.screen().contains("sensitive data off,"), "{}", stage.screen());
    stage.keys("Space");
    assert!(stage.screen().contains("sensitive data on,"), "{}", stage.screen());
}

#[test]
fn an_app_without_api_access_has_nothing_to_install() {
    let mut plan = bare();
    plan.app.auth = hubscope::plan::Auth::None;
    let stage = Stage::new(plan, (100, 30));
    assert!(!stage.model.link_rows().iter().any(|row| matches!(row, LinkRow::Tier(_) | LinkRow::Account)));
}

#[test]
fn moving_a_scope_says_which_tiers_and_installers_are_won_and_lost() {
    let mut stage = Stage::new(pinned(&[("crm.export", ScopeType::Required)]), (120, 40));
    stage.keys("3 Down");
    assert!(stage.screen().contains("suggestion: crm.export to optional: + every installer without Super Admin"));
    stage.keys("o");
    assert!(stage.screen().contains("can install now: every installer without Super Admin"), "{}", stage.screen());
    stage.keys("r");
    assert!(
        stage.screen().contains("can no longer install: every installer without Super Admin"),
        "{}",
        stage.screen()
    );
    stage.keys("u s");
    let mut tier = Stage::new(pinned(&[("automation", ScopeType::Required)]), (120, 40));
    tier.keys("3 Down s");
    assert!(tier.screen().contains("installs on Free, Starter too"), "{}", tier.screen());
}

#[test]
fn the_details_of_a_scope_and_of_a_feature_say_what_it_costs() {
    let mut stage = Stage::new(narrow(), (120, 50));
    stage.keys("3 Down");
    assert!(stage.screen().contains("What it costs"), "{}", stage.screen());
    assert!(stage.screen().contains("refused with it: Free, Starter"), "{}", stage.screen());
    assert!(stage.screen().contains("account/tier-blocks"), "what is said of accounts belongs to its scope");
    stage.keys("2 /").text("automation.workflows");
    stage.keys("Enter");
    assert!(stage.screen().contains("refused with it: Free, Starter"), "{}", stage.screen());
}

#[test]
fn the_fewest_links_are_shown_with_whom_they_serve_taken_and_taken_back() {
    use ScopeType::ConditionallyRequired;
    let plan = || pinned(&[("automation", ConditionallyRequired), ("crm.objects.custom.read", ConditionallyRequired)]);
    let mut stage = Stage::with_theme(plan(), (80, 24), Theme::new(false, true));
    stage.keys("4 f");
    assert!(stage.screen().is_ascii());
    stage.keys("Enter");
    let links = |stage: &Stage| -> Vec<(String, Vec<String>)> {
        stage.model.plan().links.iter().map(|link| (link.name.clone(), link.with.clone())).collect()
    };
    let names: Vec<String> = links(&stage).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["professional", "enterprise"], "the base link serves the rest");
    stage.keys("f");
    assert!(!stage.screen().contains("take them"), "nothing is left to take: {}", stage.screen());
    stage.keys("Esc u");
    assert!(links(&stage).is_empty());
}

#[test]
fn the_fewest_links_of_a_plan_without_conditional_scopes_are_one() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.keys("4 f");
    assert!(stage.screen().contains("Every account gets the same link"), "{}", stage.screen());
}

#[test]
fn what_ends_until_a_day_to_come_stands_under_the_day() {
    let mut plan = bare();
    plan.as_of = Some("2027-12-01".parse().unwrap());
    plan.toggle_call("POST /oauth/v1/token");
    let mut stage = Stage::new(plan, (120, 40));
    stage.keys("1");
    assert!(stage.screen().contains("The end of OAuth v1 endpoints is 2027-02-16"), "{}", stage.screen());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_lens_of_the_head_is_the_matrix_for_a_super_admin(
        names in prop::collection::vec(prop::sample::select(
            hubscope::catalog::Catalog::embedded().scopes().iter().map(|scope| scope.name).collect::<Vec<_>>()
        ), 0..6),
        unknown in any::<bool>(),
        marketplace in any::<bool>(),
        user_level in any::<bool>(),
    ) {
        let mut pins: Vec<(&str, ScopeType)> = names.into_iter().map(|name| (name, ScopeType::Required)).collect();
        if unknown {
            pins.push(("crm.app.objects.a1_x.view", ScopeType::Required));
        }
        let mut plan = pinned(&pins);
        plan.app.user_level = user_level;
        if marketplace {
            plan.app.distribution = hubscope::plan::Distribution::Marketplace;
        }
        let stage = Stage::new(plan, (100, 30));
        let matrix = &stage.model.standing().matrix;
        for tier in &stage.model.answer.lens.0 {
            prop_assert_eq!(
                Some(tier.verdict),
                matrix.at(tier.level, Role::SuperAdmin).map(|outcome| outcome.installs),
                "{} {:?}", tier.level.as_str(), pins
            );
        }
        // No installer can do more than a Super Admin.
        for level in Level::ALL {
            let of = |role| matrix.at(level, role).map(|outcome| outcome.installs);
            if of(Role::SuperAdmin) == Some(Verdict::No) {
                prop_assert_eq!(of(Role::MarketplaceAccess), Some(Verdict::No));
            }
        }
    }
}
