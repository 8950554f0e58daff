//! What keys do, seen on the screen.

use hubscope::diagnostic::{Diagnostic, Severity, rule};
use hubscope::plan::{Auth, Pin, ScopeType, When};
use hubscope::tui::action::{Action, Report};
use hubscope::tui::effect::{Effect, Outcome};
use hubscope::tui::model::{Choice, Earlier, Field, Node, call_of};

use crate::stage::{CLIENT_ID, Stage, bare, example};

#[test]
fn choosing_a_feature_marks_the_new_scope_until_the_next_key() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("Right Down Space");
    assert!(stage.screen().contains("+ ● crm.objects.contacts.read"), "{}", stage.screen());
    assert!(stage.screen().contains("+ crm.objects.contacts.read (required)"));
    stage.keys("Down");
    assert!(!stage.screen().contains("+ ●"));
    stage.keys("u");
    assert!(!stage.screen().contains("● crm.objects.contacts.read"), "undo takes it back");
    stage.keys("Ctrl-R");
    assert!(stage.screen().contains("● crm.objects.contacts.read"), "redo brings it again");
}

#[test]
fn an_undo_that_brings_an_error_says_it_as_one() {
    let mut plan = bare();
    plan.pin(Pin::new("contacts", ScopeType::Required, Some("an older app")));
    let mut stage = Stage::new(plan, (120, 40));
    let said = |stage: &Stage| stage.model.message.clone().map(|message| (message.text, message.is_fault)).unwrap();
    stage.keys("3 Down x");
    assert_eq!(said(&stage).0.split(',').next(), Some("- contacts"));
    assert!(!said(&stage).1);
    stage.keys("u");
    let (text, is_fault) = said(&stage);
    assert!(text.starts_with("Undone. contacts is retired") && is_fault, "{text}");
    stage.keys("Ctrl-R");
    assert!(said(&stage).0.starts_with("Redone: - contacts") && !said(&stage).1, "{:?}", said(&stage));
}

#[test]
fn the_when_of_a_webhook_is_locked_and_says_why() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("Down w");
    assert!(stage.screen().contains("HubSpot checks this scope when the feature is set up"));
    assert!(stage.model.plan().selections.iter().take(3).all(|selection| selection.when == When::Always));
}

#[test]
fn the_when_of_a_call_moves_its_scope_through_the_types() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("/").text("crm.owners");
    stage.keys("Enter Space w");
    assert!(stage.screen().contains("per-link: only links that ask for it have it"), "{}", stage.screen());
    assert!(stage.screen().contains("CONDITIONALLY REQUIRED"));
    stage.keys("w");
    assert!(stage.screen().contains("OPTIONAL"));
    assert!(stage.model.answer.built.draft.contains("optional_scope=crm.objects.owners.read"));
}

#[test]
fn escape_from_a_search_goes_back_to_the_place() {
    let mut stage = Stage::new(example(), (80, 24));
    stage.keys("Down Down Down");
    let before = stage.model.tree.current().map(|node| node.key);
    stage.keys("/").text("ticket");
    stage.keys("Esc");
    assert_eq!(stage.model.tree.current().map(|node| node.key), before);
}

#[test]
fn a_search_from_another_step_goes_to_the_features_and_back() {
    let mut stage = Stage::new(bare(), (80, 24));
    stage.keys("3 /").text("ticket.creation");
    assert!(stage.screen().contains("[ ] ticket.creation"));
    stage.keys("Esc");
    assert!(stage.screen().contains("Scopes 1"), "{}", stage.screen());
    stage.keys("/").text("ticket.creation");
    stage.keys("Enter Space");
    assert!(stage.screen().contains("[x] ticket.creation"));
}

#[test]
fn a_search_ends_on_a_row_and_chooses_nothing() {
    let mut stage = Stage::new(bare(), (80, 24));
    stage.keys("/").text("card companies");
    stage.keys("Enter");
    let node = stage.model.tree.current().unwrap();
    assert_eq!(node.feature_choice(), Some(("cards.app", Some("companies"))));
    assert!(stage.model.plan().selections.is_empty());
}

#[test]
fn a_paste_is_one_event_and_goes_into_the_field() {
    let mut stage = Stage::new(hubscope::plan::Plan::default(), (80, 24));
    stage.keys("Down");
    stage.act(Action::Paste("https://example.com/cb\n".to_owned()));
    assert_eq!(stage.model.plan().app.redirect_url.as_deref(), Some("https://example.com/cb"));
    stage.keys("Enter");
    stage.act(Action::Paste("?x=1".to_owned()));
    stage.keys("Enter");
    assert_eq!(stage.model.plan().app.redirect_url.as_deref(), Some("https://example.com/cb?x=1"));
}

#[test]
fn a_link_that_would_be_refused_is_not_copied_and_says_why() {
    let mut stage = Stage::new(hubscope::plan::Plan::default(), (80, 24));
    stage.keys("y");
    assert!(stage.effects.is_empty());
    assert!(stage.screen().contains("No link yet. The link needs the app's client id."), "{}", stage.screen());
    stage.keys("4 Enter");
    assert!(stage.effects.is_empty());
}

#[test]
fn a_named_link_takes_conditional_scopes_and_enter_accepts_it() {
    let mut stage = Stage::new(example(), (100, 30));
    stage.keys("4 n").text("big");
    stage.keys("Enter");
    assert!(stage.screen().contains("(x) big"));
    while !stage.screen().contains("A conditionally required scope:") {
        stage.keys("Down");
    }
    stage.keys("Space");
    assert!(stage.screen().contains("automation is part of big."), "{}", stage.screen());
    stage.keys("Enter");
    let Some(Effect::Quit(Outcome::Accepted { url, .. })) = stage.effects.last() else { panic!("{:?}", stage.effects) };
    assert!(url.contains("scope=oauth%20automation%20crm"));
}

#[test]
fn suggestions_let_a_plan_install_on_free() {
    let mut plan = bare();
    plan.toggle("automation.workflows", None);
    plan.toggle("crm.objects.custom", Some("read"));
    let mut stage = Stage::new(plan, (120, 40));
    assert!(stage.screen().contains("Free ✗"));
    stage.keys("3 S");
    assert!(stage.screen().contains("Free ✓"), "{}", stage.screen());
    assert!(stage.screen().contains("installs on Free, Starter, Professional too"));
}

#[test]
fn a_locked_scope_keeps_its_type_and_says_why() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("3 Down o");
    assert!(stage.screen().contains("stays required: HubSpot checks it when the feature is set up"));
}

#[test]
fn a_scope_moves_and_says_what_that_does_to_old_links() {
    let mut plan = bare();
    plan.toggle("crm.owners", None);
    let mut stage = Stage::new(plan, (120, 40));
    stage.keys("3 Down o");
    assert!(stage.screen().contains("Old links that demand it are refused"), "{}", stage.screen());
    stage.keys("c");
    assert!(stage.screen().contains("Old links with it in optional_scope are refused"));
}

#[test]
fn leaving_asks_once_when_something_is_not_saved() {
    let mut stage = Stage::new(example(), (80, 24));
    stage.keys("Down Space q");
    assert!(stage.screen().contains("Leave without saving it?"));
    stage.keys("n");
    assert!(stage.effects.is_empty());
    stage.keys("q y");
    assert_eq!(stage.effects, [Effect::Quit(Outcome::Cancelled)]);
    let mut clean = Stage::new(example(), (80, 24));
    clean.keys("q");
    assert_eq!(clean.effects, [Effect::Quit(Outcome::Cancelled)], "nothing to save, nothing to ask");
}

#[test]
fn what_was_saved_is_not_dirty_until_it_changes() {
    let mut stage = Stage::new(example(), (80, 24));
    stage.keys("Down Space Ctrl-S");
    assert_eq!(stage.effects, [Effect::Preview]);
    assert!(stage.model.is_dirty());
    stage.act(Action::Report(Report::Saved { text: "Saved hubscope.json.".to_owned(), settings: None }));
    assert!(!stage.model.is_dirty());
    stage.keys("u");
    assert!(stage.model.is_dirty(), "undo survives a save");
}

#[test]
fn who_clicks_the_link_decides_whether_it_is_a_login() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("1");
    while stage.model.current_field().is_some_and(|row| row.field.name() != "Who will click this link?") {
        stage.keys("Down");
    }
    stage.keys("Space");
    assert!(stage.screen().contains("An install link is no login"), "{}", stage.screen());
    assert!(stage.screen().contains("You do not have the correct"));
}

#[test]
fn a_name_with_escapes_is_shown_escaped() {
    let mut plan = bare();
    plan.app.name = Some("evil\u{1b}[2Jname".to_owned());
    let stage = Stage::new(plan, (120, 40));
    assert!(!stage.screen().contains('\u{1b}'));
    assert!(stage.screen().contains("evil\\x1b[2Jname"), "{}", stage.screen());
}

#[test]
fn a_call_is_found_by_path_and_counts_like_a_feature() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("/").text("owners get v3/owners");
    stage.keys("Enter Space");
    assert!(stage.screen().contains("● crm.objects.owners.read"), "{}", stage.screen());
    assert!(stage.screen().contains("Taken"), "the details say which way is taken");
    let calls: Vec<&str> = stage.model.plan().calls.iter().map(|chosen| chosen.call.as_str()).collect();
    assert_eq!(calls.len(), 1, "{calls:?}");
    assert!(calls[0].starts_with("GET ") && calls[0].contains("owners"));
    stage.keys("w w");
    assert!(stage.screen().contains("OPTIONAL"));
    stage.keys("Space");
    assert!(stage.model.plan().calls.is_empty(), "Space again gives it up");
}

#[test]
fn a_call_about_any_record_type_asks_which_one() {
    let mut plan = bare();
    plan.toggle_call("GET /crm/v3/objects/deals");
    let mut stage = Stage::new(plan, (120, 40));
    assert!(stage.screen().contains("● crm.objects.deals.read"), "{}", stage.screen());
    let is_open = |operation: &hubscope::catalog::Operation, stage: &Stage| {
        operation.path.matches("bjectType").count() == 1 && stage.model.needs_object(&call_of(operation))
    };
    let operations = stage.model.catalog.endpoints().operations();
    let path = operations.iter().find(|operation| is_open(operation, &stage)).unwrap().path;
    stage.keys("/").text(path);
    while !matches!(stage.model.tree.current().and_then(Node::choice), Some(Choice::Operation(one)) if is_open(one, &stage))
    {
        stage.keys("Down");
    }
    stage.keys("Enter Space");
    assert!(stage.screen().contains("Record type for"), "{}", stage.screen());
    stage.text("contcts").keys("Enter");
    assert!(stage.screen().contains("is no record type; try"), "{}", stage.screen());
    stage.text("0-1").keys("Enter");
    assert_eq!(stage.model.plan().calls.len(), 2, "{}", stage.screen());
    assert!(stage.model.plan().calls[1].call.contains("contacts"));
}

#[test]
fn a_chosen_call_says_what_giving_it_up_would_win() {
    let mut plan = bare();
    plan.toggle_call("GET /automation/v4/flows");
    let mut stage = Stage::new(plan, (120, 40));
    while stage.model.tree.current().is_some_and(|node| node.choice().is_none()) {
        stage.keys("Down");
    }
    assert!(stage.screen().contains("removing it: - automation, installs on Free, Starter too"), "{}", stage.screen());
}

#[test]
fn help_is_filtered_by_what_is_typed_and_escape_shows_all_again() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.keys("? /").text("copy scopes");
    assert!(stage.screen().contains("copy the scopes") && !stage.screen().contains("quit"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.screen().contains("only what has \"copy scopes\""), "{}", stage.screen());
    stage.keys("/").text("zzz");
    assert!(stage.screen().contains("No key has that"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(stage.screen().contains("Keys, those of this step first") && stage.screen().contains("Features"));
    stage.keys("Esc");
    assert!(stage.screen().contains("Computed scopes"), "{}", stage.screen());
}

#[test]
fn earlier_work_is_asked_about_in_the_status_row_and_other_keys_decline_nothing() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.model.earlier = Some(Earlier::new("2026-11-20 09:12 UTC", example()));
    stage.keys("3 2");
    assert!(stage.screen().contains("Unsaved work of 2026-11-20 09:12 UTC, "), "{}", stage.screen());
    assert!(stage.screen().contains("UTC, 5 features: take it? y n"), "{}", stage.screen());
    stage.keys("y");
    assert_eq!(stage.effects, [Effect::TakeWork]);
    assert!(stage.screen().contains("The work of 2026-11-20 09:12 UTC is back"), "{}", stage.screen());
    assert_eq!(*stage.model.plan(), example());
    stage.keys("u");
    assert_eq!(*stage.model.plan(), bare());
}

#[test]
fn work_that_was_dropped_by_a_slip_is_offered_again() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.model.earlier = Some(Earlier::new("2026-11-20 09:12 UTC", example()));
    stage.keys("n");
    assert_eq!(stage.effects, [Effect::DropWork]);
    assert!(stage.screen().contains("is dropped; u offers it once more"), "{}", stage.screen());
    stage.keys("u y");
    assert_eq!(*stage.model.plan(), example());
    stage.keys("u u");
    assert_eq!(*stage.model.plan(), bare());
    assert!(stage.screen().contains("nothing to undo"), "what was taken is not offered: {}", stage.screen());
}

#[test]
fn new_work_ends_the_question_about_earlier_work_without_an_answer() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.model.earlier = Some(Earlier::new("2026-11-20 09:12 UTC", example()));
    stage.keys("Right Down Space y");
    assert!(matches!(&stage.effects[..], [Effect::Copy { .. }]), "{:?}", stage.effects);
}

#[test]
fn the_link_under_the_cursor_is_the_one_that_is_shown_copied_and_left_with() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("4 j");
    assert!(stage.screen().contains("Link: pro") && stage.screen().contains("pro: "), "{}", stage.screen());
    stage.keys("y Enter");
    for effect in &stage.effects {
        let text = format!("{effect:?}");
        assert!(text.contains("automation"), "{text}");
    }
    stage.keys("j");
    assert!(stage.screen().contains("Link: base"), "the current one again:\n{}", stage.screen());
    stage.keys("k Space j");
    assert!(stage.screen().contains("Link: pro"), "{}", stage.screen());
    stage.keys("g 2");
    assert!(stage.screen().contains("pro: "), "{}", stage.screen());
}

#[test]
fn a_name_that_is_taken_is_asked_for_again() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("4 n").text("pro");
    stage.keys("Enter");
    assert!(stage.screen().contains("There is a link named pro already"), "{}", stage.screen());
    stage.text("-2");
    stage.keys("Enter");
    assert_eq!(stage.model.plan().links[1].name, "pro-2");
}

#[test]
fn a_static_auth_app_has_required_scopes_only_and_one_link() {
    let mut plan = bare();
    plan.app.auth = Auth::Static;
    plan.app.account = Some("1".to_owned());
    plan.app.app_id = Some("2".to_owned());
    plan.toggle("crm.export", None);
    let mut stage = Stage::new(plan, (120, 40));
    stage.keys("3");
    stage.model.reveal_scope("crm.export");
    stage.keys("j k");
    assert!(!stage.screen().contains("o optional"), "{}", stage.screen());
    for key in ["o", "c"] {
        stage.keys(key);
        assert!(stage.screen().contains("static-auth app has required scopes only"), "{}", stage.screen());
    }
    stage.keys("s S 2 w");
    assert!(stage.model.answer.resolved.scopes.iter().all(|scope| scope.kind == ScopeType::Required));
    stage.keys("4");
    assert!(
        !stage.screen().contains("n new link") && !stage.screen().contains("optional scopes"),
        "{}",
        stage.screen()
    );
    stage.keys("n");
    assert!(stage.screen().contains("This app has one link"), "{}", stage.screen());
    stage.keys("f");
    assert!(stage.screen().contains("This app has one link"), "{}", stage.screen());
}

#[test]
fn saving_says_what_the_file_of_a_static_auth_app_cannot_hold() {
    let mut plan = bare();
    plan.app.auth = Auth::Static;
    plan.app.declared = Some(hubscope::plan::Declared::default());
    plan.pin(hubscope::plan::Pin::new("crm.lists.read", ScopeType::Optional, None));
    let mut stage = Stage::new(plan, (120, 40));
    stage.act(Action::Report(Report::Saved { text: "Saved.".to_owned(), settings: None }));
    assert!(stage.screen().contains("keeps crm.lists.read required"), "{}", stage.screen());
}

#[test]
fn undo_names_the_pasted_link() {
    let mut stage = Stage::new(hubscope::plan::Plan::default(), (120, 40));
    stage.act(Action::Paste(format!(
        "https://app.hubspot.com/oauth/authorize?client_id={CLIENT_ID}&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb&scope=oauth%20crm.lists.read"
    )));
    stage.keys("r u");
    assert!(stage.screen().contains("Undone: the pasted link."), "{}", stage.screen());
    stage.keys("Ctrl-R");
    assert!(stage.screen().contains("Redone: the pasted link"), "{}", stage.screen());
}

#[test]
fn a_field_that_is_accepted_leads_on_to_the_next_empty_one() {
    let mut stage = Stage::new(hubscope::plan::Plan::default(), (120, 40));
    stage.keys("Enter").text(CLIENT_ID);
    stage.keys("Enter Enter").text("http://localhost:3000/cb");
    stage.keys("Enter");
    assert!(stage.model.is_whole(), "{}", stage.screen());
    assert_eq!(stage.model.current_field().unwrap().field, Field::RedirectUrl, "nothing else is missing");
}

#[test]
fn the_hint_of_the_state_says_what_space_does() {
    let mut plan = bare();
    plan.app.state = hubscope::plan::State::Value("mine".to_owned());
    let mut stage = Stage::new(plan, (120, 40));
    stage.keys("1");
    stage.model.reveal_field(Field::State);
    stage.keys("Esc");
    assert!(stage.screen().contains("Space takes it out"), "{}", stage.screen());
    stage.keys("Space");
    assert!(stage.screen().contains("Space makes a random one"), "{}", stage.screen());
}

#[test]
fn a_screen_that_is_too_small_takes_no_key_but_the_way_out() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("j").resize(30, 8).keys("Space 4 Enter q");
    assert!(stage.effects.is_empty() && !stage.model.is_dirty() && !stage.model.asking_to_quit);
    stage.keys("Ctrl-C");
    assert_eq!(stage.effects, [Effect::Quit(Outcome::Cancelled)]);
}

#[test]
fn the_details_scroll_from_the_list() {
    let mut stage = Stage::new(example(), (80, 24));
    stage.keys("3");
    let before = stage.screen();
    stage.keys("J");
    assert!(stage.model.details_scroll > 0 && stage.screen() != before, "{}", stage.screen());
    stage.keys("K");
    assert_eq!(stage.screen(), before);
    stage.keys("J j");
    assert_eq!(stage.model.details_scroll, 0, "another row, from its beginning");
}

#[test]
fn the_worst_finding_stands_first_and_the_strip_counts_all() {
    let mut stage = Stage::new(bare(), (120, 40));
    let found = |severity, message: &str| Diagnostic::new(rule::CONFIG_WRONG_TYPE, "x", message).at_most(severity);
    stage.model.project_findings = vec![
        found(Severity::Note, "a note"),
        found(Severity::Error, "src/app/app-objects/one-hsmeta.json is wrong"),
        found(Severity::Error, "src/app/app-objects/two-hsmeta.json is wrong"),
    ];
    stage.keys("4");
    let screen = stage.screen();
    assert!(screen.contains("· 2 errors"), "{screen}");
    assert!(screen.find("error one-hsmeta.json").unwrap() < screen.find("note").unwrap(), "{screen}");
    assert!(screen.contains("error two-hsmeta.json"), "{screen}");
}

#[test]
fn a_column_of_the_matrix_says_what_it_costs_in_numbers() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("m c");
    let text = stage.model.message.clone().unwrap().text;
    assert!(text.contains("scopes added, no longer installs on Free"), "{text}");
}

#[test]
fn the_way_out_and_the_copy_are_in_a_narrow_key_line() {
    let last = |stage: &Stage| stage.screen().lines().last().unwrap().to_owned();
    let mut stage = Stage::new(example(), (60, 20));
    stage.keys("4");
    assert!(last(&stage).contains("y copy"), "{}", last(&stage));
    stage.keys("2 m");
    assert!(last(&stage).contains("m tree"), "{}", last(&stage));
}

#[test]
fn lists_that_go_on_below_say_so() {
    let mut stage = Stage::new(example(), (80, 24));
    stage.keys("4");
    let rest = stage.model.link_rows().len();
    assert!(stage.screen().lines().any(|line| line.starts_with('└') && line.contains(" more ")), "{}", stage.screen());
    stage.keys("G");
    assert!(!stage.screen().lines().any(|line| line.starts_with("└") && line.contains(" more ─┘└")), "{rest}");
    stage.resize(40, 12).keys("g");
    assert!(stage.screen().lines().nth(2).unwrap().contains("… "), "{}", stage.screen());
}

#[test]
fn help_begins_with_what_holds_in_this_view() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("4 ?");
    let screen = stage.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}:\n{screen}"));
    assert!(at("a conditional scope in or out") < at("Values and snippets of Link"), "{screen}");
    assert!(at("Values and snippets of Link") < at(" Lists"), "{screen}");
}

#[test]
fn no_links_are_copied_from_the_page_that_offers_others() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("4 f");
    assert!(!stage.screen().contains("y copy"), "{}", stage.screen());
    stage.keys("y");
    assert!(stage.effects.is_empty() && stage.screen().contains("takes the links first"), "{}", stage.screen());
}
