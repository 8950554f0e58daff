//! A rule of `check`, told: when it fires, how bad that is, how it is left out, and where the fact comes from.

use super::question::Question;
use super::unknown::Unknown;
use crate::check::{Rule, all_rules, rule};
use crate::cli::answer;
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::cli::page::Page;
use crate::diagnostic::Severity;

/// The rule that `what` names; `None` where it is nowhere near an id. `config/*` names none, but all of its family are
/// near it.
pub(super) fn named(what: &str) -> Option<Result<&'static Rule, Unknown>> {
    let what = what.to_ascii_lowercase();
    if let Some(rule) = rule(&what) {
        return Some(Ok(rule));
    }
    let (family, name) = what.split_once('/')?;
    let is_word = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if family.is_empty() || !is_word(family) || !(is_word(name) || name == "*") {
        return None;
    }
    let ids: Vec<&'static str> = all_rules().map(|rule| rule.id).collect();
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
    page.row("Severity", &severity(rule.severity));
    page.row(
        "Left out by",
        &format!("hubscope check --allow {} (all of its kind: {}/*)", rule.id, answer::rule::family(rule)),
    );
    page.row("Source", rule.source);
    page.section("What to do", Some(rule.fix));
    page.section("Example", rule.example);
    streams.write(page.text())?;
    Ok(Exit::Done)
}

fn severity(severity: Severity) -> String {
    let means = match severity {
        Severity::Error => "it fails a check, which then exits with 1",
        Severity::Warning => "it fails a check with --strict only",
        Severity::Note => "worth knowing; it never fails a check",
    };
    format!("{} at most: {means}", severity.as_str())
}
