//! A program that counts keys, as small as one can be that takes the terminal over.

use std::thread;
use std::time::Duration;

use crossterm::event::{Event as Key, KeyCode};
use hubscope::terminal::{DrawOn, Event, Input, Session, Signal, output, terminal};

/// Runs until a key, a signal or the end of the terminal ends it; gives the exit code.
pub(crate) fn run() -> u8 {
    let input = Input::<()>::new().unwrap();
    let mut session = Session::enter(DrawOn::Stdout).unwrap();
    let mut screen = terminal(DrawOn::Stdout).unwrap();
    input.read_terminal().unwrap();
    let (mut keys, mut frames, mut said) = (0, 0, String::new());
    loop {
        frames += 1;
        let size = output::size();
        let text = format!("keys={keys};\nframes={frames};\n{}x{};\n{said};", size.width, size.height);
        let widget = ratatui::widgets::Paragraph::new(text);
        // With the end of a terminal comes a signal to go on, too: whatever is drawn then has nowhere to go.
        if screen.draw(|frame| frame.render_widget(widget, frame.area())).is_err() {
            return 3;
        }
        for event in input.wait() {
            match event {
                Event::Terminal(Key::Key(key)) => {
                    keys += 1;
                    match key.code {
                        KeyCode::Char('q') => return session.leave().map_or(9, |()| 0),
                        KeyCode::Char('p') => panic!("on purpose"),
                        KeyCode::Char('w') => input.spawn("worker", |_| panic!("in a worker")).unwrap(),
                        KeyCode::Char('m') => session.set_mouse(true).unwrap(),
                        KeyCode::Char('s') => thread::sleep(Duration::from_millis(300)),
                        KeyCode::Char('z') => {
                            said = format!("suspended: {}", session.suspend().unwrap());
                            screen.clear().unwrap();
                        }
                        _ => {}
                    }
                }
                Event::Terminal(Key::Paste(text)) => said = format!("pasted {}", text.len()),
                Event::Signal(signal) if signal.is_end() => return signal.exit_code(),
                Event::Signal(Signal::Continue) => {
                    if session.resume().and_then(|()| screen.clear()).is_err() {
                        return 3;
                    }
                }
                Event::Terminal(_) | Event::Signal(_) | Event::Work(()) => {}
                Event::Gone(_) => return 3,
            }
        }
    }
}
