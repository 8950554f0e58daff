//! What became of a copy, in plain words.
//!
//! Owns the sentence that the user reads, and the line between what was confirmed and what was only sent.

/// A way that a text went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The desktop's clipboard, which was read back.
    Desktop,
    /// tmux's buffer: tmux took it.
    Tmux,
    /// tmux's buffer, and tmux sent it on to the terminal it runs in, which does not answer.
    TmuxAndTerminal,
    /// The terminal (OSC 52), which does not answer.
    Terminal,
}

/// The ways that a copy went, and why others failed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copied {
    ways: Vec<Way>,
    problems: Vec<(Way, String)>,
}

impl Copied {
    /// The ways that worked, in the order tried.
    pub fn ways(&self) -> &[Way] {
        &self.ways
    }

    /// Whether the text went anywhere at all.
    pub fn is_sent(&self) -> bool {
        !self.ways.is_empty()
    }

    /// Whether somebody said that they have it: the desktop, or tmux.
    pub fn is_confirmed(&self) -> bool {
        self.ways.iter().any(|way| *way != Way::Terminal)
    }

    /// One sentence, without a full stop: where the text is, what is not known, and what to do if it is nowhere.
    pub fn message(&self) -> String {
        let has = |way| self.ways.contains(&way);
        if has(Way::Desktop) {
            return match (has(Way::Tmux), self.problem(Way::Tmux)) {
                (true, _) => "Copied to the clipboard and to tmux's buffer".to_owned(),
                (false, Some(why)) => format!("Copied to the clipboard, not to tmux's buffer: {why}"),
                (false, None) => "Copied to the clipboard".to_owned(),
            };
        }
        // Where there is no display, no desktop was to be expected, and its absence is no news.
        let without = match self.problem(Way::Desktop) {
            Some(why) if why != "there is no display" => format!(" (no desktop clipboard: {why})"),
            _ => String::new(),
        };
        if has(Way::TmuxAndTerminal) {
            format!("Copied to tmux's buffer and sent on to the terminal, which does not confirm{without}")
        } else if has(Way::Tmux) && has(Way::Terminal) {
            format!("Copied to tmux's buffer and sent to the terminal (OSC 52): it does not confirm{without}")
        } else if has(Way::Tmux) {
            format!("Copied to tmux's buffer only{without}")
        } else if has(Way::Terminal) {
            format!("Sent to the terminal (OSC 52): it does not confirm{without}")
        } else {
            format!("No clipboard: {}. Select the URL with v", self.reasons())
        }
    }

    /// Records what became of a way; gives whether it worked.
    pub(super) fn note(&mut self, way: Way, result: Result<(), String>) -> bool {
        match result {
            Ok(()) => {
                self.ways.push(way);
                true
            }
            Err(why) => {
                self.problems.push((way, why));
                false
            }
        }
    }

    fn problem(&self, way: Way) -> Option<&str> {
        self.problems.iter().find(|(which, _)| *which == way).map(|(_, why)| why.as_str())
    }

    fn reasons(&self) -> String {
        let mut reasons: Vec<&str> = self.problems.iter().map(|(_, why)| why.as_str()).collect();
        reasons.dedup();
        reasons.join("; ")
    }
}
