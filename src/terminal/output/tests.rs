//! Frames on a device that counts.

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::{TerminalOptions, Viewport};

use super::*;

/// What arrived, one entry a write.
#[derive(Clone, Default)]
struct Recorder(Rc<RefCell<Vec<Vec<u8>>>>);

impl Write for Recorder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn terminal_on<W: Write>(device: W, width: u16, height: u16) -> ratatui::Terminal<Screen<W>> {
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    ratatui::Terminal::with_options(Screen::new(device), TerminalOptions { viewport }).unwrap()
}

#[test]
fn a_frame_is_one_write_between_the_marks_of_a_synchronized_update() {
    let device = Recorder::default();
    let mut terminal = terminal_on(device.clone(), 120, 40);
    for text in ["first", "second"] {
        terminal
            .draw(|frame| {
                let lines = vec![text; 40].join("\n");
                frame.render_widget(ratatui::widgets::Paragraph::new(lines), frame.area());
                frame.set_cursor_position((3, 1));
            })
            .unwrap();
    }
    let writes = device.0.borrow();
    assert_eq!(writes.len(), 2);
    assert!(writes.iter().all(|bytes| bytes.starts_with(BEGIN) && bytes.ends_with(END)));
    let mut parser = vt100::Parser::new(40, 120, 0);
    writes.iter().for_each(|bytes| parser.process(bytes));
    assert_eq!(parser.screen().rows(0, 120).next().unwrap(), "second");
    assert_eq!(parser.screen().cursor_position(), (1, 3));
}

#[test]
fn clearing_asks_the_terminal_nothing() {
    let device = Recorder::default();
    let mut terminal = terminal_on(device.clone(), 20, 5);
    terminal.clear().unwrap();
    terminal.draw(|frame| frame.render_widget("text", frame.area())).unwrap();
    let all = device.0.borrow().concat();
    assert!(!String::from_utf8(all).unwrap().contains("\x1b[6n"));
}

#[test]
fn the_cursor_is_hidden_once_and_again_after_the_screen_was_cleared() {
    let mut screen = Screen::new(Recorder::default());
    let mut written = |change: fn(&mut Screen<Recorder>) -> io::Result<()>| {
        change(&mut screen).unwrap();
        Backend::flush(&mut screen).unwrap();
        let writes = std::mem::take(&mut *screen.device.0.borrow_mut());
        String::from_utf8(writes.concat()).unwrap()
    };
    assert!(written(Backend::hide_cursor).contains("\x1b[?25l"));
    assert_eq!(written(Backend::hide_cursor), "");
    assert!(written(Backend::show_cursor).contains("\x1b[?25h"));
    assert!(written(Backend::hide_cursor).contains("\x1b[?25l"));
    written(Backend::clear);
    assert!(written(Backend::hide_cursor).contains("\x1b[?25l"), "another program may have shown it");
}

#[test]
fn nothing_drawn_is_nothing_written() {
    let device = Recorder::default();
    let mut screen = Screen::new(device.clone());
    Backend::flush(&mut screen).unwrap();
    assert!(device.0.borrow().is_empty());
}

#[test]
fn a_frame_like_the_one_before_is_two_marks() {
    let device = Recorder::default();
    let mut terminal = terminal_on(device.clone(), 10, 1);
    for _ in 0..2 {
        terminal.draw(|frame| frame.buffer_mut().set_string(0, 0, "a", Style::new())).unwrap();
    }
    device.0.borrow_mut().clear();
    terminal.draw(|frame| frame.buffer_mut().set_string(0, 0, "a", Style::new())).unwrap();
    assert_eq!(device.0.borrow().concat(), [BEGIN, END].concat());
}

#[test]
fn reverse_and_bold_survive_where_there_is_no_colour() {
    crossterm::style::force_color_output(true);
    let device = Recorder::default();
    let mut terminal = terminal_on(device.clone(), 10, 1);
    let style = Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD);
    terminal.draw(|frame| frame.render_widget(ratatui::widgets::Block::new().style(style), frame.area())).unwrap();
    let mut parser = vt100::Parser::new(1, 10, 0);
    device.0.borrow().iter().for_each(|bytes| parser.process(bytes));
    let cell = parser.screen().cell(0, 9).unwrap();
    assert!(cell.inverse() && cell.bold());
}

#[test]
fn bytes_beside_a_frame_are_written_through() {
    let device = Recorder::default();
    let mut screen = Screen::new(device.clone());
    screen.write_all(b"\x1b]52;c;\x07").unwrap();
    Write::flush(&mut screen).unwrap();
    assert_eq!(device.0.borrow().concat(), [BEGIN, b"\x1b]52;c;\x07", END].concat());
}

#[test]
fn a_closed_terminal_is_an_error_and_no_panic() {
    let mut terminal = terminal_on(Closed, 10, 1);
    let drawn = terminal.draw(|frame| frame.render_widget("text", frame.area()));
    assert_eq!(drawn.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
}

#[test]
fn a_size_that_is_not_told_is_80_by_24_and_the_smallest_can_be_drawn_on() {
    assert_eq!(known((0, 0)), UNKNOWN_SIZE);
    assert_eq!(known((0, 24)), UNKNOWN_SIZE);
    assert_eq!(known((1, 1)), Size { width: 1, height: 1 });
    terminal_on(Recorder::default(), 1, 1).draw(|frame| frame.render_widget("long text", frame.area())).unwrap();
}
