//! `hubscope explain`: what a scope, a call, a feature, an object, a rule or an error is, what it needs or gives, and how well that is known.
//!
//! Owns the choice of what a question is about; each kind of answer has a file of its own. Facts and the least set come
//! from below: nothing is decided here.

mod adding;
mod advice;
mod allowed;
mod credential;
mod endpoint;
mod feature;
mod hand;
mod held;
mod least;
mod listing;
mod near;
mod object;
mod question;
mod rule;
mod scope;
mod subject;
mod topic;
mod trouble;
mod unknown;
mod uses;

use std::io::Read as _;

use anyhow::Context as _;

use super::args::{Args, ExplainArgs};
use super::exit::Exit;
use super::facts;
use super::output::Streams;
use super::report;
use super::source::Source;
use crate::catalog::Catalog;
use crate::credential::redact;
use crate::plan::Plan;
use crate::trouble::{diagnose_for, diagnose_part, sharing};
use question::Question;
use subject::Subject;
use unknown::Unknown;

/// Answers, or says what is near what was asked.
pub(super) fn run(args: &Args, explain: &ExplainArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common, streams)?;
    let names = explain.scopes.iter().flat_map(|text| text.split(|c: char| c == ',' || c.is_whitespace()));
    let question = Question {
        catalog,
        day: args.bare.common.as_of.unwrap_or(catalog.as_of()),
        scopes: (!explain.scopes.is_empty()).then(|| names.filter(|name| !name.is_empty()).collect()),
        plan: plan(args, explain, catalog)?,
        as_json: args.bare.common.json,
    };
    // What is echoed, and what an answer is made from, holds no secret: it is taken out before anything reads the text.
    let pasted = whole(&explain.what)?;
    let shown = redact(pasted.trim());
    let what = shown.text.as_str();
    if what.is_empty() {
        return listing::answer(&question, streams);
    }
    if shown.is_a_credential_alone()
        && let Some(exit) = credential::pasted(&question, &shown.shapes, streams)?
    {
        return Ok(exit);
    }
    if let Some(topic) = catalog.topic(what) {
        return topic::answer(&question, topic, streams);
    }
    if let Some(row) = catalog.credential(what) {
        return credential::answer(&question, row, streams);
    }
    if let Some(named) = rule::named(what) {
        return match named {
            Ok(rule) => rule::answer(&question, rule, streams),
            Err(unknown) => unknown.answer(what, question.as_json, streams),
        };
    }
    if let Some(exit) = error(&question, explain, pasted.trim(), what, streams)? {
        return Ok(exit);
    }
    match Subject::find(catalog, what) {
        Ok(subject) => {
            let ending = subject.ending(&question, what);
            let exit = subject.answer(&question, what, streams)?;
            if !question.as_json {
                report::findings(&ending, streams);
            }
            Ok(exit)
        }
        Err(unknown) => unknown.answer(what, question.as_json, streams),
    }
}

/// Answers a text of trouble: an error, a part of one, or what was pasted in the place of one. `what` is `pasted` without its
/// secrets. `None` = it is none.
fn error(
    question: &Question<'_>,
    explain: &ExplainArgs,
    pasted: &str,
    what: &str,
    streams: &mut Streams,
) -> anyhow::Result<Option<Exit>> {
    let catalog = question.catalog;
    let at_hand = || hand::at_hand(catalog, explain, question.plan.as_ref());
    if diagnose_for(catalog, pasted, None).is_some()
        && let Some(diagnosis) = diagnose_for(catalog, pasted, at_hand()?.as_ref())
    {
        return trouble::answer(question, &diagnosis, streams).map(Some);
    }
    if let Some(unknown) = Unknown::pasted(catalog, what) {
        return unknown.answer(what, question.as_json, streams).map(Some);
    }
    if let Some(diagnosis) = diagnose_part(catalog, pasted, None) {
        return trouble::answer(question, &diagnosis, streams).map(Some);
    }
    match Unknown::beginning(what, &sharing(catalog, what)) {
        Some(unknown) => unknown.answer(what, question.as_json, streams).map(Some),
        None => Ok(None),
    }
}

/// The plan that a feature would be added to.
fn plan(args: &Args, explain: &ExplainArgs, catalog: &'static Catalog) -> anyhow::Result<Option<Plan>> {
    let mut source = match (&explain.project, &explain.plan) {
        (Some(folder), _) => Source::project_at(catalog, folder)?,
        (None, Some(file)) => Source::plan_file(file)?,
        (None, None) => return Ok(None),
    };
    source.apply_flags(&args.bare.common, &args.bare.app);
    Ok(Some(source.plan))
}

/// The words as one text; `-` stands for standard input.
fn whole(words: &[String]) -> anyhow::Result<String> {
    let mut parts = Vec::with_capacity(words.len());
    for word in words {
        if word == "-" {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
            parts.push(String::from_utf8_lossy(&bytes).into_owned());
        } else {
            parts.push(word.clone());
        }
    }
    Ok(parts.join(" "))
}
