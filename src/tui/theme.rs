//! Colours and signs. Default foreground and background, one accent for focus, green, yellow and red for verdicts only,
//! dim for the rest. Without colour, reverse and bold carry the state; without UTF-8, the signs are ASCII.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

use crate::catalog::Verdict;
use crate::diagnostic::Severity;
use crate::plan::ScopeType;
use crate::tui::model::CellState;

/// How the screen looks.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    colour: bool,
    ascii: bool,
}

/// What a text is, for its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Ordinary text.
    Plain,
    /// Less important.
    Dim,
    /// Where a fact comes from: less important, and a link where it names a page of the web.
    Source,
    /// A heading, or what matters.
    Strong,
    /// What has the focus, and what has just changed.
    Accent,
    /// A yes.
    Good,
    /// A perhaps.
    Warn,
    /// A no.
    Bad,
}

impl Theme {
    /// A theme with or without colour, in UTF-8 or ASCII.
    pub fn new(colour: bool, ascii: bool) -> Self {
        Self { colour, ascii }
    }

    /// The style of a tone.
    pub fn style(self, tone: Tone) -> Style {
        let plain = Style::new();
        let coloured = |color| if self.colour { plain.fg(color) } else { plain };
        match tone {
            Tone::Plain => plain,
            Tone::Dim | Tone::Source => plain.add_modifier(Modifier::DIM),
            Tone::Strong => plain.add_modifier(Modifier::BOLD),
            Tone::Accent => coloured(Color::Cyan).add_modifier(Modifier::BOLD),
            Tone::Good => coloured(Color::Green),
            Tone::Warn => coloured(Color::Yellow),
            Tone::Bad => coloured(Color::Red).add_modifier(Modifier::BOLD),
        }
    }

    /// The row under the cursor: reversed where the keys are, bold elsewhere.
    pub fn cursor(self, focused: bool) -> Style {
        if focused { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new().add_modifier(Modifier::BOLD) }
    }

    /// The tone of a verdict.
    pub fn verdict(verdict: Verdict) -> Tone {
        match verdict {
            Verdict::Yes => Tone::Good,
            Verdict::No => Tone::Bad,
            Verdict::Unknown => Tone::Warn,
        }
    }

    /// The tone of a severity.
    pub fn severity(severity: Severity) -> Tone {
        match severity {
            Severity::Error => Tone::Bad,
            Severity::Warning => Tone::Warn,
            Severity::Note => Tone::Dim,
        }
    }

    /// The border of a pane.
    pub fn border(self) -> border::Set<'static> {
        const ASCII: border::Set<'static> = border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        };
        if self.ascii { ASCII } else { border::PLAIN }
    }

    fn sign(self, utf8: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii { ascii } else { utf8 }
    }

    /// A yes, a no, a perhaps; `tight` where there is room for one letter only.
    pub fn verdict_sign(self, verdict: Verdict, tight: bool) -> &'static str {
        match verdict {
            Verdict::Yes => self.sign("✓", if tight { "+" } else { "yes" }),
            Verdict::No => self.sign("✗", if tight { "-" } else { "no" }),
            Verdict::Unknown => "?",
        }
    }

    /// Before a scope, by its type.
    pub fn type_sign(self, kind: ScopeType) -> &'static str {
        match kind {
            ScopeType::Required => self.sign("●", "*"),
            ScopeType::ConditionallyRequired => self.sign("◐", "~"),
            ScopeType::Optional => self.sign("○", "o"),
        }
    }

    /// Before what the code needs and the plan does not have.
    pub fn ghost_sign(self) -> &'static str {
        self.sign("◇", "<>")
    }

    /// After how often something is there.
    pub fn times(self) -> &'static str {
        self.sign("×", "x")
    }

    /// In a cell of the matrix: chosen, chosen by the project's files, partly, not.
    pub fn cell_sign(self, state: CellState) -> &'static str {
        match state {
            CellState::Chosen => self.sign("●", "x"),
            CellState::OfProject => self.sign("◆", "#"),
            CellState::Partly => self.sign("◐", "~"),
            CellState::Open => self.sign("○", "o"),
            CellState::Missing => "-",
        }
    }

    /// A cell that is not chosen, whose scopes the plan has through something else.
    pub fn served_sign(self) -> &'static str {
        self.sign("◎", "+")
    }

    /// Before a row that unfolds.
    pub fn fold_sign(self, open: bool) -> &'static str {
        if open { self.sign("▾", "v") } else { self.sign("▸", ">") }
    }

    /// Something is complete.
    pub fn done_sign(self) -> &'static str {
        self.sign("●", "*")
    }

    /// Where text was cut.
    pub fn ellipsis(self) -> &'static str {
        self.sign("…", "...")
    }

    /// Between facts on a line.
    pub fn dot(self) -> &'static str {
        self.sign(" · ", " | ")
    }

    /// An arrow key.
    pub fn arrow(self, key: &str) -> &'static str {
        match key {
            "Up" => self.sign("↑", "up"),
            "Down" => self.sign("↓", "down"),
            "Left" => self.sign("←", "left"),
            _ => self.sign("→", "right"),
        }
    }

    /// At an edge beyond which there is more.
    pub fn beyond(self, side: &str) -> &'static str {
        if side == "Left" { self.sign("←", "<") } else { self.sign("→", ">") }
    }

    /// Around a value that is stepped through.
    pub fn stepper(self) -> (&'static str, &'static str) {
        if self.ascii { ("< ", " >") } else { ("‹ ", " ›") }
    }

    /// Text as this screen can show it: what is not ASCII becomes `?` on an ASCII screen.
    pub fn text(self, text: &str) -> std::borrow::Cow<'_, str> {
        if !self.ascii || text.is_ascii() {
            return text.into();
        }
        text.chars()
            .map(|c| match c {
                c if c.is_ascii() => c.to_string(),
                '…' => "...".to_owned(),
                '–' | '—' => "-".to_owned(),
                '·' => "|".to_owned(),
                '‘' | '’' => "'".to_owned(),
                _ => "?".to_owned(),
            })
            .collect::<String>()
            .into()
    }
}
