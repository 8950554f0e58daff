//! `hubscope --plain`: the loop around the questions. Lines come from standard input, what is said goes to standard error,
//! the link to standard output.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use super::answer::link;
use super::args::Args;
use super::exit::Exit;
use super::output::Streams;
use super::source::Source;
use crate::link::{build, random_state};
use crate::plain::{Talk, Turn};
use crate::plan::resolve;
use crate::terminal::{Event, Input, Signal, sanitize, stop_here};
use crate::tui::Disk as _;
use crate::tui::action::Report;
use crate::tui::effect::{Effect, Outcome};
use crate::tui::model::Model;

/// A line of the input; `None` = its end.
type Line = Option<String>;

/// How a walk ended.
enum Ended {
    By(Outcome),
    Signal(Signal),
}

/// Walks through the questions until the user, the end of the input or a signal ends it.
pub(super) fn run(args: &Args, model: Model, source: &mut Source, streams: &mut Streams) -> anyhow::Result<Exit> {
    let mut talk = Talk::new(model);
    let input: Input<Line> = Input::new()?;
    input.spawn("lines", |to_main| {
        let mut lines = std::io::stdin().lock();
        loop {
            let mut bytes = Vec::new();
            let line = match lines.read_until(b'\n', &mut bytes) {
                Ok(1..) => Some(String::from_utf8_lossy(&bytes).into_owned()),
                Ok(0) | Err(_) => None,
            };
            let last = line.is_none();
            if to_main.send(Event::Work(line)).is_err() || last {
                return;
            }
        }
    })?;
    let mut voice = Voice::new();
    let ended = converse(&mut talk, &input, source, &mut voice)?;
    match ended {
        Ended::By(Outcome::Accepted { url, unsaved }) => {
            if unsaved {
                let how = if source.keeps_work() {
                    "the next start here offers it again"
                } else {
                    "save saves it before leaving"
                };
                streams.say(&format!("hubscope: the plan behind this link was not saved; {how}"));
            }
            if args.bare.common.json {
                let plan = talk.model.plan();
                let resolved = resolve(talk.model.catalog, plan);
                let built = build(talk.model.catalog, plan, &resolved, &talk.model.choice);
                let answer = link::json(talk.model.catalog, &source.findings, &resolved, &built, Some(&url));
                streams.json(&answer)?;
            } else {
                streams.line(&url)?;
            }
            Ok(Exit::Done)
        }
        Ended::By(Outcome::Cancelled) => Ok(Exit::No),
        Ended::Signal(signal) => Ok(Exit::Signal(signal.exit_code())),
    }
}

fn converse(talk: &mut Talk, input: &Input<Line>, source: &mut Source, voice: &mut Voice) -> anyhow::Result<Ended> {
    let mut turn = talk.open();
    loop {
        if let Some(outcome) = settle(talk, turn, source, voice) {
            return Ok(Ended::By(outcome));
        }
        turn = Turn::default();
        for event in input.wait() {
            let next = match event {
                Event::Work(Some(line)) => talk.answer(&line),
                Event::Work(None) => talk.end(),
                Event::Signal(Signal::Suspend) => {
                    stop_here()?;
                    continue;
                }
                Event::Signal(Signal::Continue) | Event::Terminal(_) => continue,
                Event::Signal(signal) if signal.is_end() => return Ok(Ended::Signal(signal)),
                Event::Signal(_) => continue,
                Event::Gone(why) => anyhow::bail!(why),
            };
            if let Some(outcome) = settle(talk, next, source, voice) {
                return Ok(Ended::By(outcome));
            }
        }
    }
}

/// Says what is to be said and does what is to be done, until there is nothing more; how it ended, if it did.
fn settle(talk: &mut Talk, mut turn: Turn, source: &mut Source, voice: &mut Voice) -> Option<Outcome> {
    loop {
        voice.say(&turn.lines);
        let mut reports = Vec::new();
        for effect in turn.effects {
            match effect {
                Effect::Quit(outcome) => {
                    note(talk, source);
                    return Some(outcome);
                }
                effect => reports.extend(perform(talk, source, &effect)),
            }
        }
        note(talk, source);
        let mut next = Turn::default();
        for report in reports {
            let more = talk.report(report);
            next.lines.extend(more.lines);
            next.effects.extend(more.effects);
        }
        if next.lines.is_empty() && next.effects.is_empty() {
            return None;
        }
        turn = next;
    }
}

fn note(talk: &Talk, source: &mut Source) {
    source.note(talk.model.is_dirty().then(|| talk.model.plan()));
}

fn perform(talk: &Talk, source: &mut Source, effect: &Effect) -> Option<Report> {
    let plan = talk.model.plan();
    Some(match effect {
        Effect::Preview => match source.preview(plan) {
            Ok(lines) if lines.is_empty() => save(talk, source),
            Ok(lines) => Report::Edit(lines),
            Err(text) => Report::Failed(text),
        },
        Effect::Save => save(talk, source),
        Effect::RandomState => match random_state() {
            Ok(state) => Report::State(state),
            Err(error) => {
                Report::Failed(format!("The system gives no random bytes ({error}); type a state of your own."))
            }
        },
        Effect::TakeWork => {
            source.take_work();
            return None;
        }
        Effect::DropWork => {
            source.drop_work();
            return None;
        }
        Effect::Copy { .. }
        | Effect::Open(_)
        | Effect::Mouse(_)
        | Effect::Redraw
        | Effect::Scan
        | Effect::Suspend
        | Effect::Quit(_) => {
            return None;
        }
    })
}

fn save(talk: &Talk, source: &mut Source) -> Report {
    match source.save(talk.model.plan()) {
        Ok((text, settings)) => Report::Saved { text, settings: settings.map(Box::new) },
        Err(text) => Report::Failed(text),
    }
}

/// Where the questions go.
struct Voice {
    /// Standard error is no terminal but standard output is one: then it hears them.
    to_stdout: bool,
    /// Somebody types the answers: then the prompt stands before them.
    typed: bool,
}

impl Voice {
    fn new() -> Self {
        let to_stdout = !std::io::stderr().is_terminal() && std::io::stdout().is_terminal();
        Self { to_stdout, typed: std::io::stdin().is_terminal() }
    }

    /// Says the lines, of which the last is the prompt. Nobody can be told when that fails.
    fn say(&mut self, lines: &[String]) {
        let Some((prompt, before)) = lines.split_last() else { return };
        let mut text = String::new();
        for line in before {
            text.push_str(&sanitize(line));
            text.push('\n');
        }
        text.push_str(&sanitize(prompt));
        text.push_str(if self.typed && prompt.ends_with(':') { " " } else { "\n" });
        let _ = match self.to_stdout {
            true => std::io::stdout().lock().write_all(text.as_bytes()).and_then(|()| std::io::stdout().flush()),
            false => std::io::stderr().lock().write_all(text.as_bytes()),
        };
    }
}
