//! What `update` wants from the world; the runtime does it and reports back.

/// One wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put `text` on the clipboard; `what` names it for the message.
    Copy {
        /// The text.
        text: String,
        /// What it is: the link, the scopes, a snippet.
        what: String,
    },
    /// Open the URL in the browser.
    Open(String),
    /// Make a random state for the link.
    RandomState,
    /// Show what saving would change in the project's own files; where it changes none, save at once.
    Preview,
    /// Write the plan file, and what it changes in the project's own files.
    Save,
    /// Scan the project's code, on a thread of its own.
    Scan,
    /// Turn mouse reporting on or off.
    Mouse(bool),
    /// Draw the screen anew.
    Redraw,
    /// Stop until the shell brings the program back.
    Suspend,
    /// The work that was kept is in the plan now.
    TakeWork,
    /// Nobody wants the work that was kept.
    DropWork,
    /// Leave.
    Quit(Outcome),
}

/// How the configurator ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// With this URL, for standard output.
    Accepted {
        /// The URL.
        url: String,
        /// Whether the plan is not on disk.
        unsaved: bool,
    },
    /// Without one.
    Cancelled,
}
