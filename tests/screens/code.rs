//! What the code calls: ghost rows on Features and Scopes, taken, dismissed, and counted nowhere before.

use std::fmt::Write as _;

use hubscope::catalog::Catalog;
use hubscope::plan::{Pin, PinOrigin, Plan, ScopeType, When};
use hubscope::scan::{Options, scan};
use hubscope::tui::action::{Action, Command, Report};
use hubscope::tui::effect::Effect;
use hubscope::tui::model::{Code, Found, Item, Step, call_of};
use hubscope::tui::theme::Theme;
use proptest::prelude::*;
use ratatui::style::Color;

use crate::properties::{any_input, put_in};
use crate::stage::{Stage, bare, example};

const SIZES: [(u16, u16); 5] = [(120, 40), (100, 30), (80, 24), (60, 20), (40, 12)];

/// A small server: five calls that need a scope, one whose record type is open, one that needs none, one place that
/// is not settled.
const SERVER: &str = r#"
const axios = require("axios");
const base = "https://api.hubapi.com";
exports.contacts = () => axios.get(`${base}/crm/v3/objects/contacts?limit=100`);
exports.again = () => axios.get(`${base}/crm/v3/objects/contacts`);
exports.deal = (id) => axios.get(`${base}/crm/v3/objects/deals/${id}`);
exports.make = (deal) => axios.post(`${base}/crm/v3/objects/deals`, deal);
exports.owners = () => fetch("https://api.hubapi.com/crm/v3/owners");
exports.flows = () => axios.get(`${base}/automation/v4/flows`);
exports.any = (type) => axios.get(`${base}/crm/v3/objects/${type}`);
exports.token = (body) => axios.post(`${base}/oauth/v1/token`, body);
exports.odd = (path) => axios.get(`${base}${path}`);
"#;

fn found_in(source: &str) -> Found {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("server.js"), source).unwrap();
    let scan = scan(Catalog::embedded(), folder.path(), Options::default());
    Found::of(Catalog::embedded(), &scan)
}

fn scanned(stage: &mut Stage, source: &str) {
    stage.act(Action::Report(Report::Scanned(Box::new(found_in(source)))));
}

/// The plan with the server's code scanned.
fn with_code(plan: Plan, size: (u16, u16)) -> Stage {
    let mut stage = Stage::new(plan, size);
    stage.model.code = Code::to_scan();
    scanned(&mut stage, SERVER);
    stage
}

fn go_to(stage: &mut Stage, call: &str) {
    stage.keys("2 c");
    let is_there = |stage: &Stage| {
        let place = stage.model.tree.current_found();
        place.and_then(|place| stage.model.found_call(place)).is_some_and(|found| found.call.contains(call))
    };
    for _ in 0..20 {
        if is_there(stage) {
            return;
        }
        stage.keys("Down");
    }
    panic!("no ghost row of {call}:\n{}", stage.screen());
}

#[test]
fn the_scan_and_its_ghosts_at_every_size() {
    for size in SIZES {
        let name = |what: &str| format!("code-{what}-{}x{}", size.0, size.1);
        let mut stage = Stage::new(bare(), size);
        stage.model.code = Code::to_scan();
        stage.act(Action::Report(Report::Scanning(120)));
        insta::assert_snapshot!(name("scanning"), stage.screen());
        scanned(&mut stage, SERVER);
        insta::assert_snapshot!(name("found"), stage.screen());
        stage.keys("c Down Down");
        insta::assert_snapshot!(name("ghost"), stage.screen());
        stage.keys("3 G");
        insta::assert_snapshot!(name("scopes"), stage.screen());
    }
}

#[test]
fn ghosts_without_colour_and_in_ascii() {
    for (columns, rows) in SIZES {
        let mut mono = Stage::with_theme(bare(), (columns, rows), Theme::new(false, false));
        let mut ascii = Stage::with_theme(bare(), (columns, rows), Theme::new(false, true));
        for stage in [&mut mono, &mut ascii] {
            stage.model.code = Code::to_scan();
            stage.act(Action::Report(Report::Scanning(7)));
            scanned(stage, SERVER);
        }
        for keys in ["2 c", "Enter", "Esc G", "3 G", "Enter"] {
            mono.keys(keys);
            ascii.keys(keys);
            let cells = &mono.buffer().content;
            assert!(cells.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset), "{keys}");
            assert!(ascii.screen().is_ascii(), "{keys}:\n{}", ascii.screen());
        }
    }
    let mut ascii = Stage::with_theme(bare(), (80, 24), Theme::new(false, true));
    scanned(&mut ascii, SERVER);
    ascii.keys("c");
    insta::assert_snapshot!("code-ascii", ascii.screen());
}

#[test]
fn the_scan_is_wished_for_once_the_first_frame_is_drawn_and_only_where_there_is_code() {
    let mut stage = Stage::new(bare(), (80, 24));
    stage.act(Action::Drawn);
    assert!(stage.effects.is_empty(), "there is no code");
    stage.model.code = Code::to_scan();
    stage.keys("Down Up");
    assert!(stage.effects.is_empty(), "nothing but the frame begins it");
    assert!(stage.screen().contains("scanning the code"), "{}", stage.screen());
    stage.act(Action::Drawn);
    assert_eq!(stage.effects, [Effect::Scan]);
    stage.act(Action::Report(Report::Scanning(40))).act(Action::Report(Report::Scanning(39)));
    assert!(stage.screen().contains("scanning 40 files"), "it never counts back:\n{}", stage.screen());
}

#[test]
fn a_ghost_is_in_no_count_and_no_link_before_it_is_taken() {
    let plain = Stage::new(bare(), (140, 40));
    let mut stage = with_code(bare(), (140, 40));
    assert_eq!(stage.model.ghosts().len(), 6);
    assert_eq!(stage.model.answer, plain.model.answer);
    assert_eq!(stage.model.plan(), plain.model.plan());
    assert!(!stage.model.is_dirty());
    let screen = stage.screen();
    assert!(screen.contains("code: 6 calls, 6 not chosen, 5 scopes missing"), "{screen}");
    assert!(screen.contains("3 Scopes 1 ") && screen.contains("2 Features   3"), "{screen}");
    go_to(&mut stage, "owners");
    stage.keys("Space");
    assert!(stage.screen().contains("2 Features 1 "), "{}", stage.screen());
    assert!(stage.model.answer.built.draft.contains("crm.objects.owners.read"));
}

#[test]
fn space_takes_the_row_as_one_change_and_undo_brings_the_ghost_back() {
    let mut stage = with_code(bare(), (120, 40));
    go_to(&mut stage, "contacts");
    assert!(stage.screen().contains("server.js:4") && stage.screen().contains("server.js:5"), "{}", stage.screen());
    stage.keys("Space");
    let calls: Vec<(&str, When)> = stage.model.plan().calls.iter().map(|one| (one.call.as_str(), one.when)).collect();
    assert_eq!(calls, [("GET /crm/v3/objects/contacts", When::Always)]);
    assert!(stage.screen().contains("+ crm.objects.contacts.read (required)"), "{}", stage.screen());
    assert!(matches!(stage.model.tree.current().unwrap().item, Item::Call(0)), "the cursor follows it");
    assert!(stage.screen().contains("server.js:4"), "the details say where:\n{}", stage.screen());
    stage.keys("u");
    assert!(stage.model.plan().calls.is_empty());
    assert_eq!(stage.model.ghosts().len(), 6);
    stage.keys("Ctrl-R");
    assert_eq!(stage.model.ghosts().len(), 5);
}

#[test]
fn one_key_takes_all_but_what_asks_for_its_record_type_as_one_change() {
    let mut stage = with_code(bare(), (120, 40));
    stage.keys("A");
    assert_eq!(stage.model.plan().calls.len(), 5);
    assert!(stage.screen().contains("5 calls taken, 1 left"), "{}", stage.screen());
    assert!(stage.screen().contains("code: 6 calls, 1 not chosen"), "{}", stage.screen());
    stage.keys("A");
    assert!(stage.screen().contains("asks for its record type"), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.model.plan().calls.is_empty());
    assert!(!stage.model.is_dirty());
}

#[test]
fn an_open_record_type_is_asked_for_and_its_answer_settles_the_row() {
    let mut stage = with_code(bare(), (120, 40));
    go_to(&mut stage, "{objectType}");
    stage.keys("Space").text("nonsense");
    stage.keys("Enter");
    assert!(stage.screen().contains("is no record type"), "{}", stage.screen());
    stage.text("tickets");
    stage.keys("Enter");
    assert_eq!(stage.model.plan().calls[0].call, "GET /crm/v3/objects/tickets");
    assert_eq!(stage.model.ghosts().len(), 5);
    stage.keys("u");
    assert_eq!(stage.model.ghosts().len(), 6, "undo opens it again");
}

#[test]
fn a_record_type_that_the_plan_has_already_is_not_given_up_by_naming_it() {
    let mut plan = bare();
    plan.toggle_call("GET /crm/v3/objects/tickets");
    let mut stage = with_code(plan, (120, 40));
    go_to(&mut stage, "{objectType}");
    stage.keys("Space").text("tickets");
    stage.keys("Enter");
    assert_eq!(stage.model.plan().calls.len(), 1);
    assert_eq!(stage.model.ghosts().len(), 5);
}

#[test]
fn what_is_dismissed_goes_everywhere_until_it_is_brought_back() {
    let mut stage = with_code(bare(), (120, 40));
    assert!(stage.model.ghost_scopes().iter().any(|scope| scope.name == "crm.objects.owners.read"));
    go_to(&mut stage, "owners");
    stage.keys("x");
    assert!(!stage.model.ghost_scopes().iter().any(|scope| scope.name == "crm.objects.owners.read"));
    assert!(stage.screen().contains("1 call dismissed"), "{}", stage.screen());
    assert!(!stage.model.is_dirty() && !stage.model.history.can_undo(), "it is no part of the plan");
    stage.keys("A u");
    assert_eq!(stage.model.ghosts().len(), 5, "nor does taking all or undoing bring it back");
    while !stage.model.tree.is_on_rest() {
        stage.keys("Down");
    }
    stage.keys("Space");
    assert_eq!(stage.model.ghosts().len(), 6);
}

#[test]
fn a_ghost_scope_takes_all_calls_that_need_it() {
    let source = r#"
        exports.one = () => fetch("https://api.hubapi.com/crm/v3/objects/deals");
        exports.two = (id) => fetch(`https://api.hubapi.com/crm/v3/objects/deals/${id}`);
        exports.three = () => fetch("https://api.hubapi.com/crm/v3/owners");
    "#;
    let mut stage = Stage::new(bare(), (120, 40));
    scanned(&mut stage, source);
    stage.keys("3 Down");
    assert!(stage.screen().contains("IN THE CODE, NOT IN THE PLAN  2"), "{}", stage.screen());
    assert!(
        stage.screen().contains("missing: 2 calls") && stage.screen().contains("server.js:3"),
        "{}",
        stage.screen()
    );
    stage.keys("Space");
    assert_eq!(stage.model.plan().calls.len(), 2);
    assert!(stage.model.answer.resolved.scope("crm.objects.deals.read").is_some());
    stage.keys("G x");
    assert!(stage.model.ghosts().is_empty());
    assert!(!stage.screen().contains("NOT IN THE PLAN"), "{}", stage.screen());
    stage.keys("u");
    assert_eq!(stage.model.ghosts().len(), 2);
}

#[test]
fn a_call_that_the_scopes_allow_already_lacks_nothing() {
    let mut plan = bare();
    plan.toggle("crm.owners", None);
    let mut stage = with_code(plan, (120, 40));
    assert!(!stage.model.ghost_scopes().iter().any(|scope| scope.name == "crm.objects.owners.read"));
    go_to(&mut stage, "owners");
    assert!(stage.screen().contains("allow it already"), "{}", stage.screen());
}

#[test]
fn a_declared_scope_that_neither_features_nor_code_need_is_unused() {
    let declared = |scope: &str| Pin { origin: PinOrigin::Declared, ..Pin::new(scope, ScopeType::Required, None) };
    let mut plan = bare();
    for scope in ["crm.lists.read", "crm.objects.contacts.read", "crm.objects.deals.read", "tickets"] {
        plan.pin(declared(scope));
    }
    plan.toggle("webhooks.classic", Some("contact.creation"));
    let mut stage = Stage::new(plan.clone(), (120, 40));
    stage.keys("3");
    assert!(!stage.screen().contains("unused"), "without a scan nothing is known");
    scanned(&mut stage, "exports.nothing = 1;");
    assert!(!stage.screen().contains("unused"), "without a call the code lies elsewhere");
    let mut stage = Stage::new(plan, (120, 40));
    scanned(&mut stage, r#"exports.one = () => fetch("https://api.hubapi.com/crm/v3/objects/deals");"#);
    stage.keys("3");
    let unused: Vec<String> =
        stage.screen().lines().filter(|line| line.contains("unused")).map(ToOwned::to_owned).collect();
    assert_eq!(unused.len(), 2, "{}", stage.screen());
    assert!(unused[0].contains("crm.lists.read") && unused[1].contains("tickets"), "{unused:?}");
    stage.model.reveal_scope("crm.lists.read");
    stage.keys("Enter");
    assert!(stage.screen().contains("Unused"), "{}", stage.screen());
}

#[test]
fn an_open_record_type_leaves_no_object_scope_unused() {
    let mut plan = bare();
    plan.pin(Pin::new("crm.objects.deals.read", ScopeType::Required, None));
    let mut stage = Stage::new(plan, (120, 40));
    scanned(&mut stage, "exports.any = (type) => fetch(`https://api.hubapi.com/crm/v3/objects/${type}`);");
    stage.keys("3");
    assert_eq!(stage.model.ghosts().len(), 1);
    assert!(!stage.screen().contains("unused"), "{}", stage.screen());
}

#[test]
fn what_is_not_settled_is_one_quiet_row_whose_details_say_where_and_why() {
    let mut stage = with_code(bare(), (120, 40));
    while !stage.model.tree.is_on_rest() {
        stage.keys(if stage.model.tree.current_found().is_some() { "Down" } else { "c" });
    }
    let screen = stage.screen();
    assert!(screen.contains("1 place in the code not settled"), "{screen}");
    assert!(screen.contains("server.js:12"), "{screen}");
    assert!(screen.contains("POST /oauth/v1/token"), "what needs no scope is told, too:\n{screen}");
    stage.keys("Space");
    assert!(stage.screen().contains("Nothing was dismissed"), "{}", stage.screen());
}

#[test]
fn the_search_reaches_ghosts_by_path_and_by_file() {
    let mut stage = with_code(bare(), (120, 40));
    for text in ["owners", "server.js"] {
        stage.keys("/").text(text);
        assert!(stage.screen().contains("in code"), "{}", stage.screen());
        stage.keys("Esc");
    }
    stage.keys("1 /").text("automation flows");
    while !matches!(stage.model.tree.current().unwrap().item, Item::Found(_)) {
        stage.keys("Down");
    }
    stage.keys("Enter");
    assert_eq!(stage.model.step, Step::Features);
    stage.keys("Space");
    assert_eq!(stage.model.plan().calls[0].call, "GET /automation/v4/flows");
}

#[test]
fn a_scan_that_ends_during_a_search_moves_nothing_and_is_there_afterwards() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.model.code = Code::to_scan();
    stage.keys("Down Down");
    let before = stage.model.tree.current().map(|node| node.key);
    stage.keys("/").text("ticket");
    scanned(&mut stage, SERVER);
    assert!(stage.model.find.as_ref().is_some_and(|find| !find.is_empty()), "{}", stage.screen());
    stage.keys("Esc");
    assert_eq!(stage.model.tree.current().map(|node| node.key), before);
    stage.keys("c");
    assert!(stage.model.tree.current_found().is_some());
}

#[test]
fn a_scan_that_ends_while_something_is_said_or_typed_does_not_talk_over_it() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.model.complain("Something else.");
    scanned(&mut stage, SERVER);
    assert!(stage.screen().contains("Something else."), "{}", stage.screen());
    let mut stage = Stage::new(bare(), (120, 40));
    scanned(&mut stage, SERVER);
    assert!(
        stage.screen().contains("6 calls in the code not chosen: c goes there, A takes all."),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_scan_that_fails_is_a_sentence_and_a_quiet_row() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.model.code = Code::to_scan();
    stage.act(Action::Report(Report::NotScanned("cannot read shop\u{1b}[2J (no such folder).".to_owned())));
    assert!(stage.screen().contains("The code was not scanned: cannot read shop"), "{}", stage.screen());
    assert!(stage.screen().contains("code: not scanned"), "{}", stage.screen());
    stage.keys("c");
    assert!(stage.screen().contains("such folder"), "{}", stage.screen());
    assert!(!stage.screen().contains('\u{1b}'));
}

#[test]
fn a_place_that_names_many_record_types_is_a_row_for_each() {
    let source = r#"
        const types = ["contacts", "companies", "deals", "tickets", "products", "quotes"];
        for (const type of types) { fetch(`https://api.hubapi.com/crm/v3/objects/${type}`); }
    "#;
    let found = found_in(source);
    let calls: Vec<&str> = found.calls.iter().map(|call| call.call.as_str()).collect();
    assert_eq!(calls.len(), 6, "{calls:?}");
    assert!(calls.contains(&"GET /crm/v3/objects/quotes"), "{calls:?}");
}

#[test]
fn the_same_call_in_two_spellings_and_versions_is_one_row_as_the_list_of_calls_has_it() {
    let source = r"
        exports.one = (id) => fetch(`https://api.hubapi.com/crm/v3/objects/contacts/${id}`);
        exports.two = (id) => fetch(`https://api.hubapi.com/crm/v3/objects/0-1/${id}`);
        exports.three = (id) => fetch(`https://api.hubapi.com/crm/objects/2026-03/contacts/${id}`);
    ";
    let found = found_in(source);
    assert_eq!(found.calls.len(), 1, "{found:?}");
    assert_eq!(found.calls[0].places.len(), 3);
    let mut stage = Stage::new(bare(), (120, 40));
    stage.act(Action::Report(Report::Scanned(Box::new(found))));
    stage.keys("A");
    let call = stage.model.plan().calls[0].call.clone();
    let listed = Catalog::embedded().endpoints().operations().iter().any(|one| call_of(one) == call);
    assert!(listed, "{call}");
}

#[test]
fn an_object_that_graphql_asks_for_is_a_row_of_its_own() {
    let source = r#"
        const query = `query { CRM { contact(uniqueIdentifier: "id", uniqueIdentifierValue: "1") { firstname } } }`;
        exports.one = () => fetch("https://api.hubapi.com/collector/graphql", {method: "POST", body: JSON.stringify({query})});
    "#;
    let found = found_in(source);
    let calls: Vec<&str> = found.calls.iter().map(|call| call.call.as_str()).collect();
    assert!(calls.iter().any(|call| call.starts_with("GET /crm/v3/objects/contacts/")), "{calls:?}");
    assert!(calls.contains(&"POST /collector/graphql"), "{calls:?}");
}

#[test]
fn many_places_are_one_row_and_hundreds_of_calls_are_taken_and_given_back_at_once() {
    let mut source = String::new();
    for place in 0..40 {
        writeln!(source, "exports.c{place} = () => fetch(\"https://api.hubapi.com/crm/v3/owners\");").unwrap();
    }
    let mut stage = Stage::new(bare(), (120, 40));
    scanned(&mut stage, &source);
    assert_eq!(stage.model.ghosts().len(), 1);
    stage.keys("c");
    assert!(stage.screen().contains("+34 more"), "{}", stage.screen());

    let mut source = String::new();
    for operation in Catalog::embedded().endpoints().operations().iter().step_by(4) {
        let path = operation.path.replace('{', "${");
        let method = operation.method.as_str();
        writeln!(source, "exports.x = () => fetch(`https://api.hubapi.com{path}`, {{method: \"{method}\"}});").unwrap();
    }
    let mut stage = Stage::new(bare(), (120, 40));
    scanned(&mut stage, &source);
    assert!(stage.model.ghosts().len() > 150, "{}", stage.model.ghosts().len());
    stage.keys("c Space 3 G 2 A");
    assert!(stage.model.plan().calls.len() > 100, "{}", stage.model.plan().calls.len());
    stage.keys("u");
    assert!(stage.model.plan().calls.len() <= 1, "{:?}", stage.model.plan().calls);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn whatever_is_typed_ghosts_count_nowhere_and_are_never_in_the_plan(
        inputs in prop::collection::vec(any_input(), 0..50),
        at in 0usize..50,
    ) {
        let found = found_in(SERVER);
        let mut with = Stage::new(bare(), (140, 60));
        for (place, input) in inputs.iter().enumerate() {
            if place == at.min(inputs.len() - 1) {
                with.act(Action::Report(Report::Scanned(Box::new(found.clone()))));
            }
            put_in(&mut with, input, (140, 60));
            let model = &with.model;
            // The answer is that of the plan alone.
            let alone = hubscope::plan::resolve(model.catalog, model.plan());
            prop_assert_eq!(&alone.scopes, &model.answer.resolved.scopes);
            for ghost in model.ghosts() {
                let call = &model.found_call(*ghost).unwrap().call;
                prop_assert!(model.plan().calls.iter().all(|chosen| chosen.call != *call));
            }
            for scope in model.ghost_scopes() {
                prop_assert!(model.answer.resolved.scope(&scope.name).is_none());
                let url = hubscope::link::read(&model.answer.built.draft);
                let is_in = url.is_some_and(|url| url.scope.iter().chain(&url.optional_scope).any(|one| *one == scope.name));
                prop_assert!(!is_in, "{}", scope.name);
            }
            let screen = with.screen();
            let said = match model.answer.resolved.scopes.len() {
                0 => "3 Scopes".to_owned(),
                number => format!("3 Scopes {number} "),
            };
            prop_assert!(model.page.is_some() || screen.lines().nth(1).unwrap().contains(&said), "{}", screen);
        }
        while with.model.history.can_undo() {
            with.act(Action::Run(Command::Undo));
        }
        prop_assert_eq!(with.model.plan(), &bare());
    }
}
