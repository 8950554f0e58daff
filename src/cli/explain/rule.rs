//! A rule, told: when it fires, how bad that is, how it is left out, and where the fact comes from.

use super::question::Question;
use super::unknown::Unknown;
use crate::catalog::Teller;
use crate::cli::answer;
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::Page;
use crate::diagnostic::{Rule, Severity, rule};

/// The rule that `what` names; `None` where it is nowhere near an id. `config/*` names none, but all of its family are
/// near it.
pub(super) fn named(what: &str) -> Option<Result<&'static Rule, Unknown>> {
    let what = what.to_ascii_lowercase();
    if let Some(rule) = rule::with_id(&what) {
        return Some(Ok(rule));
    }
    let (family, name) = what.split_once('/')?;
    let is_word = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if family.is_empty() || !is_word(family) || !(is_word(name) || name == "*") {
        return None;
    }
    let ids: Vec<&'static str> = rule::all().map(|rule| rule.id).collect();
    Unknown::rule(&what, &ids).map(Err)
}

/// Says it.
pub(super) fn answer(question: &Question<'_>, rule: &Rule, streams: &mut Streams) -> anyhow::Result<Exit> {
    if question.as_json {
        streams.json(&answer::rule::json(rule))?;
        return Ok(Exit::Done);
    }
    let mut page = Page::new(&format!("{}: {}", rule.id, rule.summary));
    page.gap();
    page.row("Severity", &severity(rule));
    match rule.told_by {
        Teller::Check => page
            .row("Left out by", &format!("hubscope check --allow {} (all of its kind: {}/*)", rule.id, rule.family())),
        Teller::Plan => page.row("Told of", "a plan, by whatever reads it: the configurator, hubscope url and others"),
    }
    page.leads_from(rule.source);
    page.row("Source", rule.source);
    page.section("What to do", Some(rule.fix));
    page.section("Example", rule.example);
    streams.page(&page)?;
    Ok(Exit::Done)
}

fn severity(rule: &Rule) -> String {
    let means = match (rule.told_by, rule.severity) {
        (Teller::Check, Severity::Error) => "it fails a check, which then exits with 1",
        (Teller::Check, Severity::Warning) => "it fails a check with --strict only",
        (Teller::Check, Severity::Note) => "worth knowing; it never fails a check",
        (Teller::Plan, Severity::Error) => "no link is built",
        (Teller::Plan, Severity::Warning) => "a link is built, and may not do what it should",
        (Teller::Plan, Severity::Note) => "worth knowing; it changes nothing",
    };
    format!("{} at most: {means}", rule.severity.as_str())
}
