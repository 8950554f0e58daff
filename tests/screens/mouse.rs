//! The mouse: borders that are dragged, the wheel over each pane.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use hubscope::tui::action::Action;
use hubscope::tui::effect::Effect;
use hubscope::tui::model::Pane;

use crate::stage::{Stage, bare, example};

fn event(kind: MouseEventKind, column: u16, row: u16) -> Action {
    Action::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

fn drag(stage: &mut Stage, from: (u16, u16), to: (u16, u16)) {
    stage.act(event(MouseEventKind::Down(MouseButton::Left), from.0, from.1));
    stage.act(event(MouseEventKind::Drag(MouseButton::Left), to.0, to.1));
    stage.act(event(MouseEventKind::Up(MouseButton::Left), to.0, to.1));
}

/// The columns in which panes begin, from the corners of their frames.
fn corners(stage: &Stage) -> Vec<usize> {
    let screen = stage.screen();
    screen.lines().nth(2).unwrap().chars().enumerate().filter(|(_, c)| *c == '┌').map(|(x, _)| x).collect()
}

/// The row in which the details begin below the computed scopes.
fn lower_row(stage: &Stage) -> usize {
    let lines = stage.screen();
    lines.lines().enumerate().skip(3).find(|(_, line)| line.contains('┌')).unwrap().0
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap()
}

#[test]
fn a_border_follows_the_pointer_from_either_of_its_columns_and_stays_for_the_walk() {
    let mut stage = Stage::new(example(), (120, 40));
    let [_, second, third] = corners(&stage)[..] else { panic!("{}", stage.screen()) };
    drag(&mut stage, (column(second), 10), (column(second) + 9, 12));
    assert_eq!(corners(&stage), [0, second + 9, third]);
    drag(&mut stage, (column(third) - 1, 10), (column(third) - 11, 30));
    assert_eq!(corners(&stage), [0, second + 9, third - 10]);
    let moved = corners(&stage);
    stage.keys("3 2 Space u");
    assert_eq!(corners(&stage), moved);
    stage.resize(80, 24).resize(120, 40);
    assert_eq!(corners(&stage), moved);
}

#[test]
fn the_border_between_panes_one_above_the_other_is_dragged_too_and_every_pane_keeps_its_room() {
    let mut stage = Stage::new(example(), (80, 24));
    let [_, second] = corners(&stage)[..] else { panic!("{}", stage.screen()) };
    let row = lower_row(&stage);
    drag(&mut stage, (60, column(row)), (60, column(row) + 3));
    assert_eq!(lower_row(&stage), row + 3);
    drag(&mut stage, (60, column(row) + 3), (60, 0));
    assert_eq!(lower_row(&stage), 2 + 4);
    drag(&mut stage, (column(second), 5), (79, 5));
    assert_eq!(corners(&stage), [0, 80 - 16]);
}

#[test]
fn a_border_that_was_let_go_stays_and_dragging_elsewhere_moves_nothing() {
    let mut stage = Stage::new(example(), (120, 40));
    let before = corners(&stage);
    drag(&mut stage, (10, 10), (60, 10));
    stage.act(event(MouseEventKind::Drag(MouseButton::Left), 50, 10));
    assert_eq!(corners(&stage), before);
}

#[test]
fn the_wheel_scrolls_what_is_under_the_pointer_and_details_take_no_keys_by_it() {
    let mut stage = Stage::new(example(), (100, 30));
    stage.keys("Down");
    let before = stage.screen();
    for _ in 0..2 {
        stage.act(event(MouseEventKind::ScrollDown, 90, 22));
    }
    assert_eq!((stage.model.pane, stage.model.details_scroll), (Pane::Main, 6));
    assert_ne!(stage.screen(), before, "the details have moved");
    for _ in 0..20 {
        stage.act(event(MouseEventKind::ScrollDown, 90, 22));
    }
    assert!(!stage.screen().contains("… more"), "the end is reached:\n{}", stage.screen());
    stage.act(event(MouseEventKind::ScrollUp, 90, 22));
    assert_eq!(stage.model.details_scroll, stage.model.scroll_limit - 3, "and left at once");
    stage.keys("Down Up");
    assert_eq!(stage.screen(), before, "another row has its details from their beginning");
    stage.act(event(MouseEventKind::ScrollDown, 70, 6));
    assert_eq!(stage.model.pane, Pane::Computed);
    assert!(stage.model.computed.row > 0);
}

#[test]
fn the_wheel_moves_the_cursor_of_the_matrix_wherever_the_keys_are() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("m Tab");
    stage.act(event(MouseEventKind::ScrollDown, 20, 8));
    assert_eq!(stage.model.pane, Pane::Main);
    assert_eq!(stage.model.matrix.as_ref().unwrap().row, 3);
}

#[test]
fn on_the_bare_link_the_mouse_is_the_terminals_and_comes_back_when_it_closes() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("4 v");
    assert_eq!(stage.effects, [Effect::Mouse(false)]);
    stage.keys("Esc");
    assert_eq!(stage.effects, [Effect::Mouse(false), Effect::Mouse(true)]);
    stage.effects.clear();
    stage.keys("4 v M");
    assert!(stage.screen().contains("The mouse is the terminal's"), "{}", stage.screen());
    stage.keys("Esc");
    assert_eq!(stage.effects, [Effect::Mouse(false)], "it was turned off meanwhile");
    stage.effects.clear();
    stage.keys("v Esc M");
    assert_eq!(stage.effects, [Effect::Mouse(true)]);
}
