//! The bare command: the configurator, or the finished link where there is no terminal.

use std::cmp::Reverse;
use std::path::Path;

use anyhow::Context as _;

use super::answer::link;
use super::args::Args;
use super::exit::Exit;
use super::facts;
use super::failure::Failure;
use super::moment::Moment;
use super::output::Streams;
use super::plain;
use super::report;
use super::source::Source;
use crate::catalog::{Catalog, nearest};
use crate::link::build;
use crate::plan::{LinkChoice, resolve_for_today};
use crate::terminal::{Abilities, Environment, output, sanitize};
use crate::tui::action::Command;
use crate::tui::effect::Outcome;
use crate::tui::model::{Code, Earlier, Model};
use crate::tui::{Ended, run as run_configurator};

/// Opens the configurator on what the arguments name.
pub(super) fn run(args: &Args, moment: Moment, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common, streams)?;
    let mut source = match args.bare.example {
        true => Source::example()?,
        false => open(catalog, args.bare.path.as_deref())?,
    };
    source.apply_flags(&args.bare.common, &args.bare.app);
    let abilities = Abilities::probe(&Environment::here());
    if args.bare.no_tui || !args.bare.plain && !abilities.interactive {
        return print(args, catalog, &source, streams);
    }
    let size = output::size();
    let mut model = Model::new(catalog, source.plan.clone(), source.origin.clone(), (size.width, size.height));
    model.mouse = !args.bare.no_mouse;
    model.today = Some(moment.today());
    model.project_findings.clone_from(&source.findings);
    // A sample is nobody's work.
    let kept = if args.bare.no_session || args.bare.example { None } else { source.keep_sessions(moment) };
    model.earlier = kept.map(|kept| Earlier {
        is_merged: kept.is_merged,
        disputed: kept.disputed,
        ..Earlier::new(kept.date, kept.plan)
    });
    if args.bare.plain || abilities.dumb {
        if let Some(age) = model.age_of_facts() {
            streams.say(&format!("hubscope: facts {age}; hubscope catalog import renews them"));
        }
        return plain::run(args, model, &mut source, streams);
    }
    model.keys = facts::keys()?;
    // The question about earlier work stands where this would.
    let worst = source.findings.iter().min_by_key(|finding| Reverse(finding.severity));
    if let Some(worst) = worst.filter(|_| model.earlier.is_none()) {
        let more = source.findings.len() - 1;
        let rest = if more > 0 { format!(" (and {more} more, on step 4)") } else { String::new() };
        model.complain(format!("{}{rest}", worst.message));
    }
    let save = model.keys.key_of(Command::Save, &[]);
    if source.has_code() {
        model.code = Code::to_scan();
    }
    match run_configurator(model, &abilities, &mut source)? {
        Ended::By(Outcome::Accepted { url, unsaved }) => {
            if unsaved {
                let how = if source.keeps_work() {
                    "the next start here offers it again".to_owned()
                } else {
                    format!("{save} saves it before leaving")
                };
                streams.say(&format!("hubscope: the plan behind this link was not saved; {how}"));
            }
            streams.line(&url)?;
            Ok(Exit::Done)
        }
        Ended::By(Outcome::Cancelled) => Ok(Exit::No),
        Ended::Signal(signal) => Ok(Exit::Signal(signal.exit_code())),
    }
}

/// Where nobody can answer: the link of a complete plan, or what is missing.
fn print(args: &Args, catalog: &'static Catalog, source: &Source, streams: &mut Streams) -> anyhow::Result<Exit> {
    let resolved = resolve_for_today(catalog, &source.plan);
    let built = build(catalog, &source.plan, &resolved, &LinkChoice::Base);
    let url = built.url.as_deref();
    if args.bare.common.json {
        streams.json(&link::json(catalog, &source.findings, &resolved, &built, url))?;
    } else {
        report::findings(source.findings.iter().chain(&built.diagnostics), streams);
    }
    let why = if args.bare.no_tui { "as asked, nothing is drawn" } else { "there is no terminal to draw on" };
    let Some(url) = url else {
        let Some(lacking) = link::lacking(&built) else {
            streams.say(&format!("hubscope: {why}, and HubSpot would refuse the plan's link, as said above"));
            return Ok(Exit::No);
        };
        anyhow::bail!(
            "{why}, and the plan lacks {lacking}; the subcommands, such as hubscope url, take the rest as flags"
        );
    };
    if !args.bare.common.json {
        streams.say(&format!("hubscope: {why}: this is the base link of {}.", sanitize(&source.origin)));
        streams.line(url)?;
    }
    Ok(Exit::Done)
}

/// What `path` names. Where it is not there, a subcommand may have been meant.
fn open(catalog: &'static Catalog, path: Option<&Path>) -> anyhow::Result<Source> {
    if let Some(path) = path {
        std::fs::metadata(path).with_context(|| cannot_open(path))?;
    }
    Source::open(catalog, path)
}

fn cannot_open(path: &Path) -> Failure {
    let shown = path.display();
    if shown.to_string().contains("://") {
        return Failure::usage(format!(
            "{shown} is a link, not a folder: hubscope check LINK checks it, and the configurator takes it pasted"
        ));
    }
    let command = super::args::command();
    let names = || command.get_subcommands().map(clap::Command::get_name);
    match nearest(&shown.to_string(), names(), 1).first() {
        Some(name) => Failure::usage(format!("cannot open {shown} (did you mean hubscope {name}?)")).near([name]),
        None => Failure::input(format!("cannot open {shown} (and no subcommand is called that: see hubscope --help)")),
    }
}
