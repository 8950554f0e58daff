//! What a question names: a call, a scope, a feature or an object, and which of them where a name is several.

use super::endpoint::Asked;
use super::question::Question;
use super::unknown::Unknown;
use super::{feature, object, scope};
use crate::catalog::{Call, Catalog, Feature, FeatureOption, InternalName, Method, Object, Scope};
use crate::cli::exit::Exit;
use crate::cli::failure::usage;
use crate::cli::output::Streams;
use crate::diagnostic::Diagnostic;
use crate::plan::{ChosenCall, Uses, parse_feature, sunsets};
use crate::scan::sdk_call;

/// What a question is about.
pub(super) enum Subject {
    Call(Asked),
    Scope(&'static Scope),
    Internal(&'static InternalName),
    Feature { feature: &'static Feature, options: Option<Vec<&'static FeatureOption>> },
    Object(&'static Object),
}

impl Subject {
    /// What `what` names: a call, else a scope, else a feature, else an object. `feature:ID` and `object:NAME` are what
    /// they say also where a scope has the name.
    pub(super) fn find(catalog: &'static Catalog, what: &str) -> Result<Self, Unknown> {
        if let Some(call) = Call::in_text(what) {
            return Asked::of(catalog, call).map(Self::Call);
        }
        if looks_like_a_call(what) {
            return Asked::find(catalog, what).map(Self::Call);
        }
        let what = plain_name(what);
        if let Some(spec) = what.strip_prefix("feature:") {
            return Self::feature(catalog, spec.trim());
        }
        if let Some(name) = what.strip_prefix("object:") {
            let object = catalog.objects().resolve(name.trim());
            return object.map(Self::Object).ok_or_else(|| Unknown::object(catalog, name.trim()));
        }
        if let Some(scope) = named_scope(catalog, what) {
            return Ok(Self::Scope(scope));
        }
        if let Some(internal) = catalog.internal_name(&what.to_ascii_lowercase()) {
            return Ok(Self::Internal(internal));
        }
        let id = what.split(':').next().unwrap_or_default();
        if catalog.feature(id).is_some() {
            return Self::feature(catalog, what);
        }
        if let Some(object) = catalog.objects().resolve(what) {
            return Ok(Self::Object(object));
        }
        if let Some(call) = sdk_call(what) {
            return Asked::of(catalog, call).map(Self::Call);
        }
        match what.contains(':') && !what.contains(char::is_whitespace) {
            true => Self::feature(catalog, what),
            false => Err(Unknown::name(catalog, what)),
        }
    }

    /// A feature with all of its options, or with those that `spec` names.
    fn feature(catalog: &'static Catalog, spec: &str) -> Result<Self, Unknown> {
        if let Some(feature) = catalog.feature(spec) {
            return Ok(Self::Feature { feature, options: None });
        }
        let chosen = parse_feature(catalog, spec).map_err(|error| Unknown::feature(catalog, spec, &error))?;
        let of = |id: &str| catalog.feature(id);
        let found = chosen.first().and_then(|selection| of(&selection.feature));
        let feature = found.ok_or_else(|| Unknown::name(catalog, spec))?;
        let option = |id: Option<&str>| id.and_then(|id| feature.option(id));
        let options: Vec<_> = chosen.iter().filter_map(|selection| option(selection.option.as_deref())).collect();
        Ok(Self::Feature { feature, options: (!options.is_empty()).then_some(options) })
    }

    /// What of it HubSpot ends until a day to come.
    pub(super) fn ending(&self, question: &Question<'_>, what: &str) -> Vec<Diagnostic> {
        let uses = match self {
            Self::Call(_) => {
                Uses { calls: ChosenCall::parse(what).map(|call| call.call).into_iter().collect(), ..Uses::default() }
            }
            Self::Scope(scope) => Uses { scopes: vec![scope.name.to_owned()], ..Uses::default() },
            Self::Feature { .. } | Self::Internal(_) | Self::Object(_) => Uses::default(),
        };
        sunsets(question.catalog, &uses, question.catalog.as_of(), question.day)
    }

    /// Says it.
    pub(super) fn answer(self, question: &Question<'_>, what: &str, streams: &mut Streams) -> anyhow::Result<Exit> {
        if question.scopes.is_some() && !matches!(self, Self::Call(_)) {
            usage!("--scopes goes with a call, such as \"GET /crm/v3/owners\"; {what} is none");
        }
        if question.plan.is_some() && !matches!(self, Self::Feature { .. }) {
            usage!("--project and --plan go with a feature, such as webhooks.classic:deal.creation; {what} is none");
        }
        match self {
            Self::Call(asked) => asked.answer(question, streams),
            Self::Scope(scope) => scope::answer(question, scope, what, streams),
            Self::Internal(internal) => scope::internal(question, internal, streams),
            Self::Feature { feature, options } => feature::answer(question, feature, options.as_deref(), streams),
            Self::Object(object) => object::answer(question, object, plain_name(what), streams),
        }
    }
}

/// A name without what stands around it where it was copied: quotes, a parameter of a link, a stop.
fn plain_name(what: &str) -> &str {
    let around = |c: char| matches!(c, '"' | '\'' | '`' | ',' | ';' | '“' | '”' | '[' | ']' | '&') || c.is_whitespace();
    let name = what.trim_matches(around).trim_end_matches(['.', '?', '!']).trim_matches(around);
    let value = ["scope=", "optional_scope=", "scopes="].iter().find_map(|key| name.strip_prefix(key));
    value.filter(|value| !value.is_empty()).unwrap_or(name)
}

fn looks_like_a_call(what: &str) -> bool {
    let mut words = what.split_whitespace();
    let first = words.next().unwrap_or_default();
    let is_path = |word: &str| word.starts_with('/') || word.contains("://");
    // A method alone, or with something after it that is no sentence.
    let is_method = Method::from_word(first).is_some() && (words.clone().count() < 2);
    is_method || is_path(first) || words.next().is_some_and(is_path)
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
