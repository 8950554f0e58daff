//! Where the user is: the step, the pane, the row.

/// The smallest screen that shows the configurator.
pub const SMALLEST: (u16, u16) = (40, 12);

/// The four steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The app's settings.
    App,
    /// What the app does.
    Features,
    /// The scopes that follow.
    Scopes,
    /// The link.
    Link,
}

impl Step {
    /// In order.
    pub const ALL: [Self; 4] = [Self::App, Self::Features, Self::Scopes, Self::Link];

    /// The step with this number, from 1.
    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// Its number, from 1.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::App => "App",
            Self::Features => "Features",
            Self::Scopes => "Scopes",
            Self::Link => "Link",
        }
    }
}

/// The panes of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The step's own list.
    Main,
    /// The computed scopes.
    Computed,
    /// The details of the row under the cursor.
    Details,
}

/// A list's cursor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row under the cursor.
    pub row: usize,
}
