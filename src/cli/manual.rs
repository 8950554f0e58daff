//! Completions and the man page, from the definition of the flags; the man page also has the keys.

use std::fmt::Write as _;

use super::args::{CompletionsArgs, command};
use super::exit::Exit;
use super::output::Streams;
use crate::tui::keys::{Context, TABLE};

/// Prints a completion script.
pub(super) fn completions(args: &CompletionsArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "hubscope", &mut script);
    streams.write(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}

/// Prints the man page.
pub(super) fn man(streams: &mut Streams) -> anyhow::Result<Exit> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command()).render(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    page.push_str(&keys());
    streams.write(&page)?;
    Ok(Exit::Done)
}

/// The keys of the configurator as a section of a man page.
fn keys() -> String {
    let mut section = ".SH KEYS\n".to_owned();
    for context in Context::ALL {
        // Writing to a string cannot fail.
        let _ = writeln!(section, ".SS {}", context.name());
        for row in TABLE.iter().filter(|row| row.context == context) {
            let keys = row.keys.join(", ").replace('\\', "\\\\").replace('-', "\\-");
            let _ = writeln!(section, ".TP\n\\fB{keys}\\fR\n{}", row.help);
        }
    }
    section
}
