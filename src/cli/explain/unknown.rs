//! What is said of a question that no fact answers: what is near it.

use std::collections::HashMap;

use serde_json::json;

use super::near::near;
use crate::catalog::{Call, CallError, Catalog, Message, Method, Status, nearest};
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::plan::{SpecError, parse_feature};
use crate::terminal::sanitize;
use crate::trouble::{Recognised, recognise};

const MOST: usize = 5;

/// Nothing longer is compared with every name that there is.
const LONGEST: usize = 2_000;

/// What a question may be, with an example of each kind.
const ASKED: &str = "\
what can be asked, for example:
    crm.lists.read                   a scope
    webhooks.classic:deal.creation   a feature
    \"GET /crm/v3/owners\"             a call
    scope/legacy                     a rule of hubscope check
    \"mismatch between the scopes\"    an error, or a part of it
    private-app                      a kind of token
    reconnect                        a topic
  hubscope explain lists the topics and the kinds of tokens
  hubscope catalog scopes WORD, features WORD, endpoints WORD, rules WORD list them";

/// Why there is no answer.
pub(super) struct Unknown {
    message: String,
    nearest: Vec<String>,
    /// What some of them are called.
    titles: HashMap<String, String>,
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
            Some(Recognised::Document(document)) => {
                format!("that is {}, and no error: {}", document.name(), document.instead())
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
        Some(Self {
            message,
            nearest: Vec::new(),
            titles: HashMap::new(),
            list: "hubscope explain --help says what can be asked",
        })
    }

    /// Words that several sentences share; `None` where they are of fewer.
    pub(super) fn beginning(what: &str, sharing: &[&Message]) -> Option<Self> {
        if sharing.len() < 2 {
            return None;
        }
        let nearest = sharing.iter().map(|message| message.id.to_owned()).collect();
        let titles = sharing.iter().map(|message| (message.id.to_owned(), message.says.to_owned())).collect();
        Some(Self {
            message: format!("{what:?} stands in {} of HubSpot's sentences; what follows it says which", sharing.len()),
            nearest,
            titles,
            list: "paste the whole sentence, and its cause is told",
        })
    }

    /// Neither a scope nor a feature nor a call.
    pub(super) fn name(catalog: &'static Catalog, what: &str) -> Self {
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
        let mut titles = HashMap::new();
        let by_words = near(catalog, what, 2 * MOST);
        // Several words are no name with a slip in it.
        if what.contains(' ') && !by_words.is_empty() {
            nearest.clear();
        }
        for found in by_words {
            if !nearest.contains(&found.name) {
                nearest.push(found.name.clone());
            }
            titles.insert(found.name, found.title);
        }
        nearest.truncate(2 * MOST);
        for name in &nearest {
            let title = catalog.feature(name).map(|feature| feature.name);
            let title = title.or_else(|| catalog.scope_named(name).map(|scope| scope.summary));
            titles.extend(title.filter(|_| !titles.contains_key(name)).map(|title| (name.clone(), title.to_owned())));
        }
        Self {
            message: format!("{what:?} is no scope, feature, call, rule or error that is known"),
            nearest,
            titles,
            list: ASKED,
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
        (!nearest.is_empty()).then_some(Self { message, nearest, titles: HashMap::new(), list })
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
            titles: HashMap::new(),
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
        Self { message, nearest, titles: HashMap::new(), list: "hubscope catalog endpoints WORD lists what there is" }
    }

    /// A text that looks like a call and is none.
    pub(super) fn call(catalog: &Catalog, text: &str, error: &CallError) -> Self {
        let path = text.split_whitespace().find(|word| word.contains('/')).unwrap_or_default();
        Self {
            message: error.to_string(),
            nearest: with_any_method(catalog, path),
            titles: HashMap::new(),
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
        if !self.nearest.is_empty() {
            streams.say("  near it:");
            for name in &self.nearest {
                let title = self.titles.get(name).map_or_else(String::new, |title| format!("  {title}"));
                streams.say(&format!("    {}", sanitize(&format!("{name}{title}"))));
            }
        }
        streams.say(&format!("  {}", self.list));
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
