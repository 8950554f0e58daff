//! What is said of a question that no fact answers: what is near it.

use serde_json::json;

use crate::catalog::{Call, CallError, Catalog, Method, Status, nearest};
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::plan::{SpecError, parse_feature};
use crate::terminal::sanitize;
use crate::trouble::{Recognised, recognise};

const MOST: usize = 5;

/// Nothing longer is compared with every name that there is.
const LONGEST: usize = 2_000;

/// Why there is no answer.
pub(super) struct Unknown {
    message: String,
    nearest: Vec<String>,
    /// Where all of them are listed.
    list: &'static str,
}

impl Unknown {
    /// A text that is too much for a name or a call, or one that another subcommand reads.
    pub(super) fn pasted(catalog: &Catalog, what: &str) -> Option<Self> {
        let message = match recognise(catalog, what) {
            Some(Recognised::Link(_)) => {
                "that is an install URL: hubscope check judges it, hubscope simulate says who can install".to_owned()
            }
            Some(Recognised::Scopes(names)) if names.len() > 1 => {
                format!("that is a list of {} scopes; one at a time is explained", names.len())
            }
            _ if what.len() > LONGEST => {
                let start: String = what.chars().take(80).collect();
                format!(
                    "no sentence of HubSpot's, no body of a 403 and no name is known in the text that begins {start:?}"
                )
            }
            _ => return None,
        };
        Some(Self { message, nearest: Vec::new(), list: "hubscope explain --help says what can be asked" })
    }

    /// Neither a scope nor a feature nor a call.
    pub(super) fn name(catalog: &Catalog, what: &str) -> Self {
        let mut scopes = catalog.nearest_scopes(what, MOST);
        if scopes.is_empty() {
            scopes = by_parts(catalog, what);
        }
        let features = match parse_feature(catalog, what) {
            Err(SpecError::UnknownFeature { nearest, .. }) => nearest,
            _ => Vec::new(),
        };
        let mut nearest: Vec<String> = scopes.into_iter().map(str::to_owned).collect();
        nearest.extend(features.into_iter().map(|id| match catalog.scope_id(&id) {
            Some(_) => format!("feature:{id}"),
            None => id,
        }));
        for feature in catalog.features() {
            nearest.extend(feature.option(what).map(|option| format!("{}:{}", feature.id, option.id)));
        }
        nearest.truncate(2 * MOST);
        Self {
            message: format!(
                "{what:?} is no scope and no feature that the catalog knows, and no call such as \"GET /crm/v3/owners\""
            ),
            nearest,
            list: "hubscope catalog scopes WORD and hubscope catalog features WORD list what there is",
        }
    }

    /// No rule of this id; of a family, all of its rules are near. `None` where nothing is.
    pub(super) fn rule(what: &str, ids: &[&'static str]) -> Option<Self> {
        let family = what.strip_suffix('*').filter(|family| family.ends_with('/'));
        let of_family: Vec<&'static str> =
            ids.iter().copied().filter(|id| family.is_some_and(|family| id.starts_with(family))).collect();
        let (message, near) = match of_family.len() {
            0 => (format!("there is no rule {what:?}"), nearest(what, ids.iter().copied(), MOST)),
            all => (format!("{what} is a family of {all} rules; one at a time is explained"), of_family),
        };
        let nearest: Vec<String> = near.into_iter().map(str::to_owned).collect();
        let list = "hubscope catalog rules WORD lists what there is";
        (!nearest.is_empty()).then_some(Self { message, nearest, list })
    }

    /// No feature, or no option of it.
    pub(super) fn feature(catalog: &Catalog, spec: &str, error: &SpecError) -> Self {
        let id = spec.split(':').next().unwrap_or_default();
        let (nearest, within) = match error {
            SpecError::UnknownFeature { nearest, .. } => (nearest.clone(), None),
            SpecError::UnknownOption { nearest, .. } => (nearest.clone(), catalog.feature(id)),
            SpecError::NeedsOption { .. }
            | SpecError::UnknownParameter { .. }
            | SpecError::UnknownWhen(_)
            | SpecError::BadParameter(_) => (Vec::new(), None),
        };
        let spell = |name: String| within.map_or_else(|| name.clone(), |feature| format!("{}:{name}", feature.id));
        let message = match error {
            SpecError::UnknownFeature { name, .. } => format!("there is no feature {name:?}"),
            SpecError::UnknownOption { feature, option, .. } => {
                format!("the feature {feature} has no option {option:?}")
            }
            other => other.to_string(),
        };
        Self {
            message,
            nearest: nearest.into_iter().map(spell).collect(),
            list: "hubscope catalog features WORD lists what there is",
        }
    }

    /// A path that no fact knows, or one that is not called by this method.
    pub(super) fn path(catalog: &Catalog, call: &Call) -> Self {
        let endpoints = catalog.endpoints();
        let others: Vec<String> = with_any_method(catalog, &call.path());
        let message = if others.is_empty() {
            format!("no fact knows {call}")
        } else {
            format!("{} is not called by {}", call.path(), call.method())
        };
        let nearest = if others.is_empty() { endpoints.nearest(call, MOST) } else { others };
        Self { message, nearest, list: "hubscope catalog endpoints WORD lists what there is" }
    }

    /// A text that looks like a call and is none.
    pub(super) fn call(catalog: &Catalog, text: &str, error: &CallError) -> Self {
        let path = text.split_whitespace().find(|word| word.contains('/')).unwrap_or_default();
        Self {
            message: error.to_string(),
            nearest: with_any_method(catalog, path),
            list: "hubscope catalog endpoints WORD lists what there is",
        }
    }

    /// Says it: the answer is no.
    pub(super) fn answer(self, what: &str, as_json: bool, streams: &mut Streams) -> anyhow::Result<Exit> {
        if as_json {
            streams.json(&json!({
                "kind": "unknown", "what": what.chars().take(LONGEST).collect::<String>(), "message": self.message, "nearest": self.nearest,
            }))?;
            return Ok(Exit::No);
        }
        streams.say(&format!("hubscope: {}", sanitize(&self.message)));
        if self.nearest.is_empty() {
            streams.say(&format!("  {}", self.list));
        } else {
            streams.say("  near it:");
            self.nearest.iter().for_each(|name| streams.say(&format!("    {}", sanitize(name))));
        }
        Ok(Exit::No)
    }
}

/// Scopes whose parts begin with every part of `wanted`: `crm.contact` finds `crm.objects.contacts.read`.
fn by_parts(catalog: &Catalog, wanted: &str) -> Vec<&'static str> {
    let wanted = wanted.to_lowercase();
    let words: Vec<&str> = wanted.split(['.', '_', '-', ':']).filter(|word| !word.is_empty()).collect();
    let has = |name: &str, word: &str| name.split(['.', '_', '-']).any(|part| part.starts_with(word));
    let names = catalog.scopes().iter().filter(|scope| scope.status == Status::Current).map(|scope| scope.name);
    names.filter(|name| !words.is_empty() && words.iter().all(|word| has(name, word))).take(MOST).collect()
}

/// The operations that the same path leads to, whatever the method.
fn with_any_method(catalog: &Catalog, path: &str) -> Vec<String> {
    let calls = Method::ALL.into_iter().filter_map(|method| Call::new(method, path).ok());
    calls.filter_map(|call| Some(catalog.endpoints().find(&call)?.operation.id())).collect()
}
