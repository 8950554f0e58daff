//! The matrix of CRM records: what its keys do, and how it looks.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use hubscope::plan::{Plan, Selection};
use hubscope::tui::action::Action;
use hubscope::tui::theme::Theme;
use ratatui::style::{Color, Modifier};

use crate::stage::{Stage, bare, example};

/// A plan with a cell of each state.
fn some() -> Plan {
    let mut plan = bare();
    plan.toggle("crm.objects.contacts", Some("read"));
    plan.toggle("webhooks.classic", Some("deal.creation"));
    plan.toggle("sensitive", Some("contacts.sensitive.read"));
    let card = Selection {
        file: Some("src/app/cards/card-hsmeta.json".to_owned()),
        ..Selection::new("cards.app", Some("contacts"))
    };
    plan.choose(card);
    plan
}

fn chosen(stage: &Stage) -> Vec<String> {
    stage.model.plan().selections.iter().map(Selection::spec).collect()
}

#[test]
fn the_matrix_in_mono_and_in_ascii() {
    let mut ascii = Stage::with_theme(some(), (80, 24), Theme::new(false, true));
    ascii.keys("m l l l l l l l");
    insta::assert_snapshot!("matrix-ascii", ascii.screen());
    assert!(ascii.screen().is_ascii());
    let mut mono = Stage::with_theme(some(), (80, 24), Theme::new(false, false));
    mono.keys("m");
    let cells = &mono.buffer().content;
    assert!(cells.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    let reversed: String = cells
        .iter()
        .filter(|cell| cell.modifier.contains(Modifier::REVERSED))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert!(reversed.starts_with(['●', '○', '◆', '◐', '-']), "one cell is reversed: {reversed:?}");
}

#[test]
fn space_chooses_a_cell_and_gives_it_up_and_undo_takes_it_back() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("Right Down m Space");
    assert_eq!(chosen(&stage), ["webhooks.classic:contact.creation"], "it opens on what has the tree's cursor");
    stage.keys("Space Left Left Left Left Left Left Space Right Space");
    assert_eq!(chosen(&stage), ["crm.objects.contacts:read", "crm.objects.contacts:write"]);
    assert!(stage.screen().contains("+ ● crm.objects.cont"), "{}", stage.screen());
    stage.keys("Space u");
    assert_eq!(chosen(&stage).len(), 2);
}

#[test]
fn sensitive_data_is_added_step_by_step() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("m l l l l Space");
    assert_eq!(chosen(&stage), ["sensitive:contacts.sensitive.read"]);
    stage.keys("Space");
    assert_eq!(chosen(&stage).len(), 2);
    stage.keys("Space");
    assert_eq!(chosen(&stage).len(), 0);
}

#[test]
fn a_row_leaves_sensitive_data_out_and_a_column_takes_what_is_shown() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("m r");
    let row = chosen(&stage);
    assert!(row.contains(&"crm.objects.contacts:write".to_owned()), "{row:?}");
    assert!(!row.iter().any(|spec| spec.starts_with("sensitive")), "{row:?}");
    stage.keys("r");
    assert_eq!(chosen(&stage).len(), 0);
    stage.keys("/").text("deal");
    stage.keys("Enter c");
    assert!(stage.model.plan().selections.len() > 20, "every object is read: {:?}", chosen(&stage));
    stage.keys("c");
    assert_eq!(chosen(&stage).len(), 0);
}

#[test]
fn the_search_of_the_matrix_keeps_the_object_and_escape_the_place() {
    let mut stage = Stage::new(bare(), (80, 24));
    stage.keys("m /").text("line");
    assert!(stage.screen().contains("line_items") && !stage.screen().contains("companies"), "{}", stage.screen());
    insta::assert_snapshot!("matrix-search", stage.screen());
    stage.keys("Enter");
    assert_eq!(stage.model.current_cell().unwrap().0.object, "line_items");
    stage.keys("/").text("deals");
    stage.keys("Esc");
    assert!(stage.model.matrix.is_some());
    assert_eq!(stage.model.current_cell().unwrap().0.object, "line_items");
    stage.keys("/").text("zzz");
    assert!(stage.screen().contains("nothing matches"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.model.current_cell().is_some(), "all objects are back");
}

#[test]
fn the_tree_comes_back_with_the_cursor_on_the_same_feature() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.keys("m j m");
    let node = stage.model.tree.current().unwrap();
    assert_eq!(node.feature_choice(), Some(("crm.objects.companies", Some("read"))));
    stage.keys("m");
    assert_eq!(stage.model.current_cell().unwrap().0.object, "companies");
    stage.keys("Esc");
    assert!(stage.model.matrix.is_none());
}

#[test]
fn what_does_not_exist_says_so_and_is_not_chosen() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("m /").text("carts");
    stage.keys("Enter");
    stage.keys("l l l l Space");
    assert!(stage.screen().contains("HubSpot has no sensitive of carts."), "{}", stage.screen());
    assert_eq!(chosen(&stage).len(), 0);
}

#[test]
fn a_click_beside_a_cells_sign_goes_there_and_one_on_the_sign_chooses_it() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("m");
    let screen = stage.screen();
    let row = screen.lines().position(|line| line.contains("deals")).unwrap();
    let column = screen.lines().find(|line| line.contains("write")).unwrap();
    let at = column[..column.find("write").unwrap()].chars().count();
    let click = |column: usize| MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: u16::try_from(column).unwrap(),
        row: u16::try_from(row).unwrap(),
        modifiers: KeyModifiers::NONE,
    };
    for _ in 0..2 {
        stage.act(Action::Mouse(click(at + 5)));
        assert_eq!(chosen(&stage).len(), 0);
        assert_eq!(stage.model.current_cell().unwrap().0.object, "deals");
    }
    stage.act(Action::Mouse(click(at)));
    assert_eq!(chosen(&stage), ["crm.objects.deals:write"]);
}

#[test]
fn what_is_given_up_and_chosen_again_is_as_it_was_with_its_parameters_and_its_when() {
    let plan = example();
    let mut stage = Stage::new(plan.clone(), (120, 40));
    let amount = "webhooks.classic:deal.propertyChange[propertyName=amount]".to_owned();
    stage.keys("m j j l l l l l l Space");
    assert!(!chosen(&stage).contains(&amount));
    stage.keys("Space");
    assert!(chosen(&stage).contains(&amount), "{:?}", chosen(&stage));
    stage.keys("r r r");
    assert!(chosen(&stage).contains(&amount), "a whole row, too: {:?}", chosen(&stage));
    stage.keys("m");
    stage.model.tree.reveal_feature("crm.export", None);
    stage.keys("Space Space");
    stage.model.tree.reveal_feature("webhooks.classic", Some("deal.propertyChange"));
    stage.keys("Space Space");
    for one in plan.selections.iter().filter(|one| ["crm.export", "webhooks.classic"].contains(&one.feature.as_str())) {
        assert!(stage.model.plan().selections.contains(one), "{one:?}");
    }
}
