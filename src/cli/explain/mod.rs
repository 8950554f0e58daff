//! `hubscope explain`: what a scope, a call, a feature, a rule or an error is, what it needs or gives, and how well that is known.
//!
//! Owns the choice of what a question is about; each kind of answer has a file of its own. Facts and the least set come
//! from below: nothing is decided here.

mod adding;
mod advice;
mod allowed;
mod endpoint;
mod feature;
mod least;
mod near;
mod question;
mod rule;
mod scope;
mod topic;
mod trouble;
mod unknown;
mod uses;

use std::io::Read as _;

use anyhow::Context as _;

use super::args::{Args, ExplainArgs};
use super::exit::Exit;
use super::facts;
use super::failure::usage;
use super::output::Streams;
use super::report;
use super::source::Source;
use crate::catalog::{Catalog, Feature, FeatureOption, Scope};
use crate::diagnostic::Diagnostic;
use crate::plan::{ChosenCall, Plan, Uses, parse_feature, sunsets};
use crate::trouble::{diagnose, diagnose_part};
use endpoint::Asked;
use question::Question;
use unknown::Unknown;

/// What a question is about.
enum Subject {
    Call(Asked),
    Scope(&'static Scope),
    Feature { feature: &'static Feature, options: Option<Vec<&'static FeatureOption>> },
}

/// Answers, or says what is near what was asked.
pub(super) fn run(args: &Args, explain: &ExplainArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common)?;
    let names = explain.scopes.iter().flat_map(|text| text.split(|c: char| c == ',' || c.is_whitespace()));
    let question = Question {
        catalog,
        day: args.bare.common.as_of.unwrap_or(catalog.as_of()),
        scopes: (!explain.scopes.is_empty()).then(|| names.filter(|name| !name.is_empty()).collect()),
        plan: plan(args, explain, catalog)?,
        as_json: args.bare.common.json,
    };
    let what = whole(&explain.what)?;
    let what = what.trim();
    if let Some(topic) = catalog.topics().iter().find(|topic| topic.id == what) {
        return topic::answer(&question, topic, streams);
    }
    if let Some(named) = rule::named(what) {
        return match named {
            Ok(rule) => rule::answer(&question, rule, streams),
            Err(unknown) => unknown.answer(what, question.as_json, streams),
        };
    }
    if let Some(diagnosis) = diagnose(catalog, what) {
        return trouble::answer(&question, &diagnosis, what, streams);
    }
    if let Some(unknown) = Unknown::pasted(catalog, what) {
        return unknown.answer(what, question.as_json, streams);
    }
    if let Some(diagnosis) = diagnose_part(catalog, what) {
        return trouble::answer(&question, &diagnosis, what, streams);
    }
    match subject(catalog, what) {
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

impl Subject {
    /// What of it HubSpot ends until a day to come.
    fn ending(&self, question: &Question<'_>, what: &str) -> Vec<Diagnostic> {
        let uses = match self {
            Self::Call(_) => {
                Uses { calls: ChosenCall::parse(what).map(|call| call.call).into_iter().collect(), ..Uses::default() }
            }
            Self::Scope(scope) => Uses { scopes: vec![scope.name.to_owned()], ..Uses::default() },
            Self::Feature { .. } => Uses::default(),
        };
        sunsets(question.catalog, &uses, question.catalog.as_of(), question.day)
    }

    fn answer(self, question: &Question<'_>, what: &str, streams: &mut Streams) -> anyhow::Result<Exit> {
        if question.scopes.is_some() && !matches!(self, Self::Call(_)) {
            usage!("--scopes goes with a call, such as \"GET /crm/v3/owners\"; {what} is none");
        }
        if question.plan.is_some() && !matches!(self, Self::Feature { .. }) {
            usage!("--project and --plan go with a feature, such as webhooks.classic:deal.creation; {what} is none");
        }
        match self {
            Self::Call(asked) => asked.answer(question, streams),
            Self::Scope(scope) => scope::answer(question, scope, what, streams),
            Self::Feature { feature, options } => feature::answer(question, feature, options.as_deref(), streams),
        }
    }
}

/// What `what` names: a call, else a scope, else a feature. `feature:ID` is a feature also where a scope has the name.
fn subject(catalog: &'static Catalog, what: &str) -> Result<Subject, Unknown> {
    if looks_like_a_call(what) {
        return Asked::find(catalog, what).map(Subject::Call);
    }
    if let Some(spec) = what.strip_prefix("feature:") {
        return feature(catalog, spec.trim());
    }
    if let Some(scope) = named_scope(catalog, what) {
        return Ok(Subject::Scope(scope));
    }
    let id = what.split(':').next().unwrap_or_default();
    if catalog.feature(id).is_some() { feature(catalog, what) } else { Err(Unknown::name(catalog, what)) }
}

fn looks_like_a_call(what: &str) -> bool {
    let mut words = what.split_whitespace();
    let first = words.next().unwrap_or_default();
    let is_path = |word: &str| word.starts_with('/') || word.contains("://");
    crate::catalog::Method::from_word(first).is_some() || is_path(first) || words.next().is_some_and(is_path)
}

/// The scope of this name, or the pattern that the name fills in.
fn named_scope(catalog: &'static Catalog, name: &str) -> Option<&'static Scope> {
    let fills = |scope: &&Scope| {
        let (before, after) = scope.name.split_once("{fqn}")?;
        let filled = name.strip_prefix(before)?.strip_suffix(after)?;
        (!filled.is_empty() && !filled.contains('.')).then_some(())
    };
    let spelled = || catalog.scopes().iter().find(|scope| scope.name.eq_ignore_ascii_case(name));
    let pattern = || catalog.scopes().iter().find(|scope| scope.pattern && fills(scope).is_some());
    catalog.scope_named(name).or_else(spelled).or_else(pattern)
}

/// A feature with all of its options, or with those that `spec` names.
fn feature(catalog: &'static Catalog, spec: &str) -> Result<Subject, Unknown> {
    if let Some(feature) = catalog.feature(spec) {
        return Ok(Subject::Feature { feature, options: None });
    }
    let chosen = parse_feature(catalog, spec).map_err(|error| Unknown::feature(catalog, spec, &error))?;
    let of = |id: &str| catalog.feature(id);
    let found = chosen.first().and_then(|selection| of(&selection.feature));
    let feature = found.ok_or_else(|| Unknown::name(catalog, spec))?;
    let option = |id: Option<&str>| id.and_then(|id| feature.option(id));
    let options: Vec<_> = chosen.iter().filter_map(|selection| option(selection.option.as_deref())).collect();
    Ok(Subject::Feature { feature, options: (!options.is_empty()).then_some(options) })
}
