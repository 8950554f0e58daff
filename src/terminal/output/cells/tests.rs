//! What arrives at a terminal, byte by byte and as an emulator shows it.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::*;

fn bytes(buffer: &Buffer, links: &Links) -> String {
    bytes_after(&Buffer::empty(buffer.area), buffer, links)
}

/// What turns one screen into the other.
fn change_bytes(before: &Buffer, after: &Buffer) -> String {
    bytes_after(before, after, &Links::default())
}

fn bytes_after(before: &Buffer, after: &Buffer, links: &Links) -> String {
    let mut shown = Shown::default();
    let empty = Buffer::empty(before.area);
    write(&mut Vec::new(), empty.diff(before).into_iter(), links, &mut shown).unwrap();
    let mut out = Vec::new();
    write(&mut out, before.diff(after).into_iter(), links, &mut shown).unwrap();
    String::from_utf8(out).unwrap()
}

fn screen(text: &str, columns: u16, rows: u16) -> vt100::Parser {
    let mut parser = vt100::Parser::new(rows, columns, 0);
    parser.process(text.as_bytes());
    parser
}

#[test]
fn a_style_is_said_once_and_taken_back_once() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
    buffer.set_string(2, 1, "abc", Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD));
    buffer.set_string(5, 1, "de", Style::new());
    assert_eq!(bytes(&buffer, &Links::default()), "\x1b[2;3H\x1b[1;36mabc\x1b[mde");
}

#[test]
fn a_hyperlink_is_opened_and_closed_once_a_row_and_takes_no_column() {
    let links = Links::default();
    let mark = links.mark("https://docs.example/scopes").unwrap();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
    buffer.set_string(0, 0, "see docs.example now", Style::new());
    buffer.set_string(0, 1, "there", Style::new());
    for (x, y) in (4..16).map(|x| (x, 0)).chain((0..5).map(|x| (x, 1))) {
        buffer[(x, y)].underline_color = mark;
    }
    let all = bytes(&buffer, &links);
    let open = "\x1b]8;id=0;https://docs.example/scopes\x1b\\";
    let close = "\x1b]8;;\x1b\\";
    let wanted = format!("\x1b[1;1Hsee {open}docs.example{close} now\x1b[2;1H{open}there{close}");
    assert_eq!(all, wanted);
    assert_eq!(screen(&all, 20, 2).screen().contents(), "see docs.example now\nthere");
}

#[test]
fn a_cell_whose_link_alone_changes_is_written_again() {
    let links = Links::default();
    let plain = Buffer::with_lines(["here"]);
    let mut linked = plain.clone();
    linked[(1, 0)].underline_color = links.mark("https://docs.example").unwrap();
    assert_eq!(plain.diff(&linked).len(), 1);
}

#[test]
fn after_a_letter_that_terminals_count_differently_the_place_is_said() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
    buffer.set_string(0, 0, "日e\u{301}│", Style::new());
    assert_eq!(bytes(&buffer, &Links::default()), "\x1b[1;1H日\x1b[3Ge\u{301}\x1b[4G│");
}

fn any_style() -> impl Strategy<Value = Style> {
    let colours = prop::sample::select(vec![Color::Reset, Color::Red, Color::LightBlue, Color::Gray]);
    let attributes = prop::sample::select(vec![Modifier::empty(), Modifier::BOLD, Modifier::REVERSED]);
    (colours.clone(), colours, attributes, attributes_too())
        .prop_map(|(fg, bg, one, two)| Style::new().fg(fg).bg(bg).add_modifier(one | two))
}

fn attributes_too() -> impl Strategy<Value = Modifier> {
    prop::sample::select(vec![Modifier::empty(), Modifier::ITALIC, Modifier::UNDERLINED])
}

/// The place in the palette.
fn shown(colour: Color) -> vt100::Color {
    match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::Gray => vt100::Color::Idx(7),
        Color::LightBlue => vt100::Color::Idx(12),
        _ => vt100::Color::Default,
    }
}

#[test]
fn a_blank_takes_the_pen_that_is_there_unless_it_would_be_seen() {
    let mut buffer = Buffer::with_lines(["................"]);
    let before = buffer.clone();
    let dim = Style::new().add_modifier(Modifier::DIM);
    buffer.set_string(0, 0, "ab", dim);
    buffer.set_string(2, 0, " ", Style::new());
    buffer.set_string(3, 0, "c", dim);
    buffer.set_string(4, 0, "d", Style::new().add_modifier(Modifier::REVERSED));
    buffer.set_string(5, 0, "  ", Style::new());
    assert_eq!(change_bytes(&before, &buffer), "\x1b[1;1H\x1b[2mab c\x1b[0;7md\x1b[m  ");
}

#[test]
fn a_few_cells_that_stay_are_written_again_where_that_is_shorter() {
    let dim = Style::new().add_modifier(Modifier::DIM);
    let mut before = Buffer::with_lines(["[ ] one two three"]);
    before.set_string(8, 0, "two", dim);
    let mut buffer = before.clone();
    for (x, letter, style) in [(0, "(", Style::new()), (2, ")", Style::new()), (4, "O", dim), (6, "E", dim)] {
        buffer.set_string(x, 0, letter, style);
    }
    // The n between the dim letters is not dim, so it is gone past.
    assert_eq!(change_bytes(&before, &buffer), "\x1b[1;1H( ) \x1b[2mO\x1b[7GE\x1b[m");
}

#[test]
fn what_is_empty_between_blanks_is_erased_with_them() {
    let before = Buffer::with_lines(["one two three four"]);
    let buffer = Buffer::empty(before.area);
    assert_eq!(change_bytes(&before, &buffer), "\x1b[1;1H\x1b[18X");
}

#[test]
fn what_terminals_count_differently_is_never_written_again() {
    let before = Buffer::with_lines(["a日b"]);
    let mut buffer = before.clone();
    buffer.set_string(0, 0, "c", Style::new());
    buffer.set_string(3, 0, "d", Style::new());
    assert_eq!(change_bytes(&before, &buffer), "\x1b[1;1Hc\x1b[4Gd");
}

#[test]
fn what_another_may_have_written_is_not_taken_for_known() {
    let (links, mut shown) = (Links::default(), Shown::default());
    let before = Buffer::with_lines(["a b"]);
    let after = Buffer::with_lines(["c d"]);
    let mut out = Vec::new();
    write(&mut out, Buffer::empty(before.area).diff(&before).into_iter(), &links, &mut shown).unwrap();
    shown.forget();
    out.clear();
    write(&mut out, before.diff(&after).into_iter(), &links, &mut shown).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), "\x1b[1;1Hc\x1b[3Gd");
}

#[test]
fn many_blanks_are_erased() {
    let before = Buffer::with_lines(["................", "................"]);
    let mut buffer = before.clone();
    buffer.set_string(2, 0, "              ", Style::new());
    buffer.set_string(0, 1, "        ab           ", Style::new());
    assert_eq!(change_bytes(&before, &buffer), "\x1b[1;3H\x1b[14X\x1b[2;1H        ab\x1b[6X");
}

proptest! {
    #[test]
    fn an_emulator_shows_every_cell_as_it_was_drawn(
        before in prop::collection::vec((0u16..12, 0u16..3, "[a-z ]", any_style()), 0..40),
        after in prop::collection::vec((0u16..12, 0u16..3, "[a-z│● ]", any_style()), 0..40)
    ) {
        let screens = [&before, &after].map(|cells| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
            for (x, y, text, style) in cells {
                buffer[(*x, *y)].set_symbol(text).set_style(*style);
            }
            buffer
        });
        let all = bytes(&screens[0], &Links::default()) + &change_bytes(&screens[0], &screens[1]);
        let parser = screen(&all, 12, 3);
        for (x, y) in (0..12).flat_map(|x| (0..3).map(move |y| (x, y))) {
            let (wanted, got) = (&screens[1][(x, y)], parser.screen().cell(y, x).unwrap());
            prop_assert_eq!(got.contents().trim(), wanted.symbol().trim());
            prop_assert_eq!(got.bgcolor(), shown(wanted.bg));
            prop_assert_eq!(
                (got.inverse(), got.underline()),
                (wanted.modifier.contains(Modifier::REVERSED), wanted.modifier.contains(Modifier::UNDERLINED))
            );
            if wanted.symbol() != " " {
                prop_assert_eq!(got.fgcolor(), shown(wanted.fg));
                prop_assert_eq!(
                    (got.bold(), got.italic()),
                    (wanted.modifier.contains(Modifier::BOLD), wanted.modifier.contains(Modifier::ITALIC))
                );
            }
        }
        prop_assert!(parser.screen().fgcolor() == vt100::Color::Default && !parser.screen().bold());
    }
}
