//! `hubscope help`: the topics that are no subcommand's, and the help of each subcommand.

use super::args::{self, HelpArgs};
use super::exit::Exit;
use super::failure::Failure;
use super::output::Streams;
use crate::catalog::nearest;

const JOB: &str = include_str!("../../assets/ci/hubscope.yml");
const HOOK: &str = include_str!("../../assets/ci/pre-commit");

/// The topics, each with a line.
const TOPICS: [(&str, &str); 1] = [("ci", "a GitHub Actions job and a pre-commit hook")];

/// Prints the help that was asked for.
pub(super) fn run(help: &HelpArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let topic: Vec<&str> = help.topic.iter().map(String::as_str).collect();
    match topic.as_slice() {
        [] => {
            streams.write(&args::command().render_help().to_string())?;
            for (name, about) in TOPICS {
                streams.line(&format!("\nTopics:\n  hubscope help {name}  {about}"))?;
            }
            Ok(Exit::Done)
        }
        ["ci"] => {
            streams.write(&format!("# A job of GitHub Actions\n\n{JOB}\n# A hook of git\n\n{HOOK}"))?;
            Ok(Exit::Done)
        }
        path => of_subcommand(path, streams),
    }
}

fn of_subcommand(path: &[&str], streams: &mut Streams) -> anyhow::Result<Exit> {
    let mut command = args::command();
    command.build();
    let mut found = &mut command;
    for word in path {
        let names: Vec<String> = found.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
        match found.find_subcommand_mut(word) {
            Some(sub) => found = sub,
            None => {
                let known = names.iter().map(String::as_str).chain(TOPICS.iter().map(|(name, _)| *name));
                let near = nearest(word, known, 1);
                let hint = near.first().map_or_else(String::new, |near| format!("; did you mean {near}?"));
                return Err(Failure::usage(format!("there is no help on {word}{hint}")).near(near).into());
            }
        }
    }
    streams.write(&found.render_long_help().to_string())?;
    Ok(Exit::Done)
}
