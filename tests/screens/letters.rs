//! Names in letters of two columns, with marks, from right to left, as emoji: every frame stays whole.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use hubscope::plan::{NamedLink, Pin, Plan, ScopeType};
use hubscope::terminal::output::Screen;
use hubscope::tui::model::Model;
use hubscope::tui::theme::Theme;
use hubscope::tui::view::{Seen, draw};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::looks::SIZES;
use crate::stage::{Stage, bare};

const NAMES: [&str; 5] = [
    "試験アプリ株式会社の顧客管理と見積もりと請求のための長い名前",
    "e\u{301}a\u{308}o\u{328}n\u{303} Ünïcødé mit vielen vielen Zeichen über jeden Rand hinaus",
    "אפליקציית בדיקה עם שם ארוך מאוד שאינו נכנס בשורה אחת",
    "👩🏽 ☎\u{fe0f} 🇩🇪 🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪🧪",
    "ｆｕｌｌｗｉｄｔｈ\u{3000}ﾊﾝｶｸ ก็ กำ ကြီး",
];

/// A plan that shows the name wherever a name is shown.
fn named(name: &str) -> Plan {
    let mut plan = bare();
    plan.app.name = Some(name.to_owned());
    plan.app.platform = Some(name.to_owned());
    plan.app.redirect_url = Some(format!("https://shop.example/{name}"));
    plan.pin(Pin::new(name, ScopeType::Required, Some(name)));
    plan.pin(Pin::new("automation", ScopeType::ConditionallyRequired, Some(name)));
    plan.links.push(NamedLink { name: name.to_owned(), with: vec!["automation".to_owned()] });
    plan.toggle_call(&format!("GET /crm/v3/objects/{name}"));
    plan
}

/// What the program writes, kept for an emulator.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The bytes of a configurator's frames, as an emulator shows them.
struct Shown {
    wire: Wire,
    terminal: Terminal<Screen<Wire>>,
    seen: Seen,
    emulator: vt100::Parser,
}

impl Shown {
    fn new((columns, rows): (u16, u16)) -> Self {
        let wire = Wire::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
        let terminal = Terminal::with_options(Screen::new(wire.clone()), TerminalOptions { viewport }).unwrap();
        Self { wire, terminal, seen: Seen::default(), emulator: vt100::Parser::new(rows, columns, 0) }
    }

    fn draw(&mut self, model: &Model) {
        let Self { terminal, seen, .. } = self;
        terminal.draw(|frame| draw(frame, model, Theme::new(true, false), seen)).unwrap();
        self.emulator.process(&self.wire.0.borrow());
        self.wire.0.borrow_mut().clear();
    }

    fn symbol(&self, x: u16, y: u16) -> &str {
        self.emulator.screen().cell(y, x).unwrap().contents()
    }

    /// The frames of the panes: below each upper corner its edge, down to the lower one.
    fn assert_frames(&self, about: &str) {
        let (rows, columns) = self.emulator.screen().size();
        let is = |x: u16, y: u16, sign: &str| self.symbol(x, y) == sign;
        let corners = (0..rows).flat_map(|y| (0..columns).map(move |x| (x, y))).filter(|(x, y)| is(*x, *y, "┌"));
        let mut frames = 0;
        for (x, y) in corners {
            let screen = self.emulator.screen().contents();
            let right = (x + 1..columns).find(|right| is(*right, y, "┐")).unwrap_or_else(|| panic!("{about}{screen}"));
            let bottom = (y + 1..rows).find(|bottom| is(x, *bottom, "└")).unwrap_or_else(|| panic!("{about}{screen}"));
            assert!(is(right, bottom, "┘"), "{about}{screen}");
            for row in y + 1..bottom {
                assert!(is(x, row, "│") && is(right, row, "│"), "row {row} of {about}{screen}");
            }
            frames += 1;
        }
        assert!(frames > 1 || columns < 76 || self.emulator.screen().contents().starts_with("https"), "{about}");
    }
}

#[test]
fn frames_stay_whole_whatever_the_letters_of_a_name() {
    for (place, name) in NAMES.into_iter().enumerate() {
        // Each size has letters of each kind over a few names: two sizes a name are enough.
        for size in SIZES.into_iter().cycle().skip(place).step_by(SIZES.len() / 2).take(2) {
            let mut stage = Stage::new(named(name), size);
            stage.model.origin = name.to_owned();
            let mut shown = Shown::new(size);
            for keys in ["1", "Down Enter", "Esc 2", "G", "Enter", "Tab Down", "/", "Esc m", "m 3", "Down", "4", "v"] {
                stage.keys(keys);
                shown.draw(&stage.model);
                shown.assert_frames(&format!("{name} {size:?} after {keys}\n"));
            }
        }
    }
}

#[test]
fn a_name_in_letters_of_two_columns_at_every_size() {
    for size in SIZES {
        let mut stage = Stage::new(named(NAMES[0]), size);
        stage.keys("3 Down");
        let mut shown = Shown::new(size);
        shown.draw(&stage.model);
        insta::assert_snapshot!(format!("wide-{}x{}", size.0, size.1), shown.emulator.screen().contents());
    }
}
