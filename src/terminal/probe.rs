//! What the terminal can do, told from the environment alone: nothing is asked of the terminal.
//!
//! Owns the meaning of the variables. It is a pure function of a snapshot, so that tests make their own.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, IsTerminal};

/// The stream that a screen is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DrawOn {
    /// Standard output.
    Stdout,
    /// Standard error: standard output is captured, as in `url=$(hubscope)`.
    Stderr,
}

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Color {
    /// None: reverse and bold carry the state.
    Mono,
    /// The sixteen of the terminal's palette.
    Ansi16,
    /// The palette of 256.
    Ansi256,
    /// Any.
    True,
}

/// The environment of a process, as far as it matters here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "one for each standard stream, and the system's habit")]
pub struct Environment {
    /// The variables that [`VARIABLES`] names, where they are set.
    pub vars: BTreeMap<String, String>,
    /// Standard input is a terminal.
    pub stdin: bool,
    /// Standard output is a terminal.
    pub stdout: bool,
    /// Standard error is a terminal.
    pub stderr: bool,
    /// The system writes UTF-8 where no locale is set: macOS and Windows.
    pub utf8_by_default: bool,
}

/// The variables that are read.
pub const VARIABLES: [&str; 18] = [
    "TERM",
    "COLORTERM",
    "NO_COLOR",
    "LC_ALL",
    "LC_CTYPE",
    "LANG",
    "SSH_CONNECTION",
    "SSH_TTY",
    "TMUX",
    "STY",
    "WT_SESSION",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "VTE_VERSION",
    "KITTY_WINDOW_ID",
    "KONSOLE_VERSION",
    "DOMTERM",
    "FORCE_HYPERLINK",
];

impl Environment {
    /// The environment of this process.
    pub fn here() -> Self {
        let vars = VARIABLES.iter().filter_map(|name| Some(((*name).to_owned(), env::var(name).ok()?)));
        Self {
            vars: vars.collect(),
            stdin: io::stdin().is_terminal(),
            stdout: io::stdout().is_terminal(),
            stderr: io::stderr().is_terminal(),
            utf8_by_default: cfg!(any(target_os = "macos", windows)),
        }
    }

    /// The value of a variable; an empty one counts as none.
    fn var(&self, name: &str) -> Option<&str> {
        self.vars.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }
}

/// What can be done with the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts about one terminal")]
pub struct Abilities {
    /// Somebody can answer: standard input is a terminal, and standard output or standard error is one.
    pub interactive: bool,
    /// Where a screen goes.
    pub draw_on: DrawOn,
    /// How many colours.
    pub color: Color,
    /// The locale is not UTF-8: only ASCII is sure to be shown.
    pub ascii: bool,
    /// `TERM=dumb`: the terminal cannot move its cursor, so that no screen can be drawn.
    pub dumb: bool,
    /// The user sits at another machine.
    pub ssh: bool,
    /// Inside tmux.
    pub tmux: bool,
    /// Text can lead to a page of the web (OSC 8).
    pub hyperlinks: bool,
}

impl Abilities {
    /// What the environment `env` allows.
    pub fn probe(env: &Environment) -> Self {
        let dumb = env.var("TERM") == Some("dumb");
        Self {
            interactive: env.stdin && (env.stdout || env.stderr),
            draw_on: if env.stdout { DrawOn::Stdout } else { DrawOn::Stderr },
            color: color(env, dumb),
            ascii: !is_utf8(env),
            dumb,
            ssh: env.var("SSH_CONNECTION").or(env.var("SSH_TTY")).is_some(),
            tmux: env.var("TMUX").is_some(),
            hyperlinks: has_hyperlinks(env, dumb),
        }
    }

    /// Whether the configurator can be drawn.
    pub fn can_draw(&self) -> bool {
        self.interactive && !self.dumb
    }
}

fn color(env: &Environment, dumb: bool) -> Color {
    let term = env.var("TERM").unwrap_or_default();
    if dumb || env.var("NO_COLOR").is_some() || term.starts_with("vt1") || term.starts_with("vt2") {
        return Color::Mono;
    }
    if matches!(env.var("COLORTERM"), Some("truecolor" | "24bit")) || term.ends_with("-direct") {
        return Color::True;
    }
    if env.var("WT_SESSION").is_some() && env.utf8_by_default {
        return Color::True; // Windows Terminal, which sets no TERM
    }
    if term.contains("256color") { Color::Ansi256 } else { Color::Ansi16 }
}

/// Whether the terminal is one that is known to have hyperlinks, as it names itself; `FORCE_HYPERLINK` has the last word.
fn has_hyperlinks(env: &Environment, dumb: bool) -> bool {
    if dumb {
        return false;
    }
    if let Some(forced) = env.var("FORCE_HYPERLINK") {
        return forced != "0";
    }
    let program = env.var("TERM_PROGRAM").unwrap_or_default();
    let version = version(env.var("TERM_PROGRAM_VERSION"));
    if env.var("TMUX").is_some() {
        // What else is set tells of the terminal in which tmux was started. tmux keeps links from one that has none.
        return program == "tmux" && version >= (3, 4);
    }
    if env.var("STY").is_some() {
        return false; // screen shows the address as text
    }
    let by_program = match program {
        "iTerm.app" => version >= (3, 1),
        "vscode" => version >= (1, 72),
        "WezTerm" | "ghostty" | "Hyper" | "mintty" | "terminology" | "rio" | "Tabby" => true,
        _ => false,
    };
    let term = env.var("TERM").unwrap_or_default();
    let by_term = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm"];
    let here = ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"];
    // VTE 0.50.0 itself crashes on a link.
    let by_vte = env.var("VTE_VERSION").and_then(|text| text.parse().ok()).is_some_and(|number: u32| number > 5000);
    by_program
        || by_vte
        || by_term.iter().any(|name| term.starts_with(name))
        || here.iter().any(|name| env.var(name).is_some())
}

/// The first two numbers of a version such as `3.4a`.
fn version(text: Option<&str>) -> (u32, u32) {
    let mut parts = text.unwrap_or_default().split('.').map(|part| {
        let end = part.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(part.len());
        part[..end].parse().unwrap_or(0)
    });
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// POSIX: the first of the three that is set and not empty decides.
fn is_utf8(env: &Environment) -> bool {
    match ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| env.var(name)) {
        Some(locale) => {
            let locale = locale.to_ascii_uppercase();
            locale.contains("UTF-8") || locale.contains("UTF8")
        }
        None => env.utf8_by_default,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env(vars: &[(&str, &str)]) -> Environment {
        let vars = vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Environment { vars, stdin: true, stdout: true, stderr: true, utf8_by_default: false }
    }

    fn probe(vars: &[(&str, &str)]) -> Abilities {
        Abilities::probe(&env(vars))
    }

    #[test]
    fn interactive_needs_a_terminal_to_read_and_one_to_draw_on() {
        for (stdin, stdout, stderr, interactive, draw_on) in [
            (true, true, true, true, DrawOn::Stdout),
            (true, true, false, true, DrawOn::Stdout),
            (true, false, true, true, DrawOn::Stderr),
            (true, false, false, false, DrawOn::Stderr),
            (false, true, true, false, DrawOn::Stdout),
            (false, false, false, false, DrawOn::Stderr),
        ] {
            let abilities = Abilities::probe(&Environment { stdin, stdout, stderr, ..env(&[]) });
            assert_eq!((abilities.interactive, abilities.draw_on), (interactive, draw_on), "{stdin} {stdout} {stderr}");
        }
    }

    #[test]
    fn colour_follows_the_terminal_unless_no_color_says_something() {
        assert_eq!(probe(&[("TERM", "xterm")]).color, Color::Ansi16);
        assert_eq!(probe(&[("TERM", "xterm-256color")]).color, Color::Ansi256);
        assert_eq!(probe(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]).color, Color::True);
        assert_eq!(probe(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]).color, Color::Mono);
        assert_eq!(probe(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]).color, Color::Ansi256);
        assert_eq!(probe(&[("TERM", "vt100")]).color, Color::Mono);
    }

    #[test]
    fn a_dumb_terminal_is_read_but_not_drawn_on() {
        let dumb = probe(&[("TERM", "dumb"), ("COLORTERM", "truecolor")]);
        assert!(dumb.interactive && dumb.dumb && !dumb.can_draw());
        assert_eq!(dumb.color, Color::Mono);
        assert!(probe(&[("TERM", "xterm")]).can_draw());
    }

    #[test]
    fn the_first_locale_variable_that_is_set_decides() {
        assert!(!probe(&[("LANG", "de_DE.UTF-8")]).ascii);
        assert!(!probe(&[("LC_CTYPE", "C.utf8"), ("LANG", "C")]).ascii);
        assert!(probe(&[("LC_ALL", "C"), ("LC_CTYPE", "en_US.UTF-8"), ("LANG", "en_US.UTF-8")]).ascii);
        assert!(!probe(&[("LC_ALL", ""), ("LANG", "en_US.UTF-8")]).ascii);
        assert!(probe(&[("LANG", "de_DE.ISO-8859-1")]).ascii);
    }

    #[test]
    fn without_a_locale_linux_is_ascii_and_macos_is_utf8() {
        assert!(probe(&[]).ascii);
        assert!(!Abilities::probe(&Environment { utf8_by_default: true, ..env(&[]) }).ascii);
    }

    #[test]
    fn hyperlinks_are_sent_to_terminals_that_are_known_to_have_them_and_to_no_other() {
        let has = |vars: &[(&str, &str)]| {
            let term = [("TERM", "xterm-256color")];
            let vars: Vec<_> = term.iter().chain(vars).copied().collect();
            probe(&vars).hyperlinks
        };
        for vars in [
            &[("TERM_PROGRAM", "iTerm.app"), ("TERM_PROGRAM_VERSION", "3.4.19")][..],
            &[("TERM_PROGRAM", "WezTerm")],
            &[("TERM_PROGRAM", "vscode"), ("TERM_PROGRAM_VERSION", "1.93.1")],
            &[("VTE_VERSION", "7006")],
            &[("KITTY_WINDOW_ID", "1")],
            &[("TERM", "xterm-kitty")],
            &[("TERM", "alacritty"), ("NO_COLOR", "1")],
            &[("WT_SESSION", "5c1f"), ("SSH_TTY", "/dev/pts/1")],
            &[("TMUX", "/tmp/tmux-0/default,1,0"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.4")],
            &[("FORCE_HYPERLINK", "1")],
        ] {
            assert!(has(vars), "{vars:?}");
        }
        for vars in [
            &[][..],
            &[("TERM_PROGRAM", "Apple_Terminal")],
            &[("TERM_PROGRAM", "iTerm.app"), ("TERM_PROGRAM_VERSION", "3.0.9")],
            &[("VTE_VERSION", "5000")],
            &[("VTE_VERSION", "6003"), ("TMUX", "/tmp/tmux-0/default,1,0")],
            &[("TMUX", "/tmp/tmux-0/default,1,0"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a")],
            &[("VTE_VERSION", "7006"), ("STY", "1.pts-0")],
            &[("TERM_PROGRAM", "WezTerm"), ("FORCE_HYPERLINK", "0")],
            &[("TERM", "dumb"), ("FORCE_HYPERLINK", "1")],
        ] {
            assert!(!has(vars), "{vars:?}");
        }
    }

    #[test]
    fn ssh_and_tmux_are_seen() {
        let abilities = probe(&[("SSH_TTY", "/dev/pts/1"), ("TMUX", "/tmp/tmux-0/default,1,0")]);
        assert!(abilities.ssh && abilities.tmux);
        assert!(!probe(&[]).ssh && !probe(&[]).tmux);
    }
}
