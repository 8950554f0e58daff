//! A configurator without a terminal: keys in, screen out.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use hubscope::catalog::Catalog;
use hubscope::plan::{Plan, PlanFile};
use hubscope::terminal::Links;
use hubscope::tui::action::Action;
use hubscope::tui::effect::Effect;
use hubscope::tui::model::Model;
use hubscope::tui::theme::Theme;
use hubscope::tui::update::update;
use hubscope::tui::view::{Seen, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

pub const CLIENT_ID: &str = "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b";

/// The configurator, its last frame, and the effects it wished for.
pub struct Stage {
    pub model: Model,
    pub effects: Vec<Effect>,
    theme: Theme,
    seen: Seen,
    terminal: Terminal<TestBackend>,
}

/// The plan of `hubscope --example`.
pub fn example() -> Plan {
    let mut plan = Plan::default();
    PlanFile::parse(include_str!("../../assets/example.json")).unwrap().apply(&mut plan).unwrap();
    plan
}

/// A plan that only has what a link needs.
pub fn bare() -> Plan {
    let mut plan = Plan::default();
    plan.app.client_id = Some(CLIENT_ID.to_owned());
    plan.app.redirect_url = Some("http://localhost:3000/cb".to_owned());
    plan
}

impl Stage {
    pub fn new(plan: Plan, size: (u16, u16)) -> Self {
        Self::with_theme(plan, size, Theme::new(true, false))
    }

    pub fn with_theme(plan: Plan, size: (u16, u16), theme: Theme) -> Self {
        Self::on(None, plan, size, theme)
    }

    /// On a terminal that has hyperlinks, if some are given.
    pub fn on(links: Option<&Links>, plan: Plan, size: (u16, u16), theme: Theme) -> Self {
        let model = Model::new(Catalog::embedded(), plan, "test".to_owned(), size);
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut stage = Self { model, effects: Vec::new(), theme, seen: Seen::on(links.cloned()), terminal };
        stage.draw();
        stage
    }

    fn draw(&mut self) {
        let Self { model, theme, seen, terminal, .. } = self;
        terminal.draw(|frame| draw(frame, model, *theme, seen)).unwrap();
        seen.settle(model);
    }

    pub fn act(&mut self, action: Action) -> &mut Self {
        let effects = update(&mut self.model, action, &self.seen.regions);
        self.effects.extend(effects);
        self.draw();
        self
    }

    /// Types keys: letters as they are, others by name between spaces, such as `4 Down Space`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.act(Action::Key(event(key)));
        }
        self
    }

    /// Types a text letter by letter.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.act(Action::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)));
        }
        self
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.act(Action::Resize(columns, rows))
    }

    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// The screen's text, line ends trimmed.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let mut text = String::new();
        for y in 0..buffer.area.height {
            let line: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// The event of a key by its name.
pub fn event(key: &str) -> KeyEvent {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    if let Some(letter) = key.strip_prefix("Ctrl-") {
        let letter = letter.chars().next().unwrap().to_ascii_lowercase();
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    match key {
        "Space" => plain(KeyCode::Char(' ')),
        "Enter" => plain(KeyCode::Enter),
        "Esc" => plain(KeyCode::Esc),
        "Tab" => plain(KeyCode::Tab),
        "Shift-Tab" => plain(KeyCode::BackTab),
        "Up" => plain(KeyCode::Up),
        "Down" => plain(KeyCode::Down),
        "Left" => plain(KeyCode::Left),
        "Right" => plain(KeyCode::Right),
        "Home" => plain(KeyCode::Home),
        "End" => plain(KeyCode::End),
        "PgUp" => plain(KeyCode::PageUp),
        "PgDn" => plain(KeyCode::PageDown),
        "Backspace" => plain(KeyCode::Backspace),
        letter => plain(KeyCode::Char(letter.chars().next().unwrap())),
    }
}
