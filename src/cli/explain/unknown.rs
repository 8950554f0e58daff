//! What is said of a question that no fact answers: what is near it.

use std::collections::BTreeMap;

use serde_json::json;

use super::near::near;
use crate::catalog::{Call, CallError, Catalog, Method, nearest};
use crate::cli::exit::Exit;
use crate::cli::output::Streams;
use crate::plan::{SpecError, meant_scopes};
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
    services, 0-162                  an object, by its name or number
    \"GET /crm/v3/owners\"             a call
    scope/legacy                     a rule of hubscope check
    \"mismatch between the scopes\"    an error, or a part of it
  hubscope catalog scopes WORD, features WORD, endpoints WORD, rules WORD list them";

/// Why there is no answer.
pub(super) struct Unknown {
    message: String,
    nearest: Vec<String>,
    /// What some of them are called.
    titles: BTreeMap<String, String>,
    /// What else is to be said of the name.
    said: Option<String>,
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
            Some(Recognised::Scopes(names))
                if names.len() > 1 && names.iter().all(|name| is_like_a_scope(catalog, name)) =>
            {
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
            titles: BTreeMap::new(),
            said: None,
            list: "hubscope explain --help says what can be asked",
        })
    }

    /// Neither a scope nor a feature nor a call. A sentence has nothing near it, unless all of its words are about one thing.
    pub(super) fn name(catalog: &'static Catalog, what: &str) -> Self {
        let words = what.split_whitespace().count();
        let mut titles = BTreeMap::new();
        let mut nearest = Vec::new();
        for found in near(catalog, what, 2 * MOST) {
            nearest.push(found.name.clone());
            titles.insert(found.name, found.title);
        }
        let mut said = None;
        if words <= 1 || nearest.is_empty() && words <= LONGEST_NAME {
            let named = by_name(catalog, what);
            said = named.1;
            // A name with a slip in it comes before what its words are about.
            let others = std::mem::take(&mut nearest);
            nearest = named.0;
            let more: Vec<String> = others.into_iter().filter(|name| !nearest.contains(name)).collect();
            nearest.extend(more);
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
            said,
            list: ASKED,
        }
    }

    /// No object of this name.
    pub(super) fn object(catalog: &'static Catalog, name: &str) -> Self {
        let list = "hubscope catalog objects WORD lists what there is";
        let nearest = objects_near(catalog, name);
        Self { message: format!("there is no object {name:?}"), nearest, titles: BTreeMap::new(), said: None, list }
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
        (!nearest.is_empty()).then_some(Self { message, nearest, titles: BTreeMap::new(), said: None, list })
    }

    /// No feature, or no option of it.
    pub(super) fn feature(catalog: &'static Catalog, spec: &str, error: &SpecError) -> Self {
        let id = spec.split(':').next().unwrap_or_default();
        let (nearest, within) = match error {
            SpecError::UnknownFeature { nearest, .. } => (with_options(catalog, spec, nearest), None),
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
            titles: BTreeMap::new(),
            said: None,
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
        let list = "hubscope catalog endpoints WORD lists what there is";
        Self { message, nearest, titles: BTreeMap::new(), said: None, list }
    }

    /// A text that looks like a call and is none.
    pub(super) fn call(catalog: &Catalog, text: &str, error: &CallError) -> Self {
        let found = Call::path_in_text(text);
        let path =
            found.as_deref().or_else(|| text.split_whitespace().find(|word| word.contains('/'))).unwrap_or_default();
        Self {
            message: error.to_string(),
            nearest: with_any_method(catalog, path),
            titles: BTreeMap::new(),
            said: None,
            list: "hubscope catalog endpoints WORD lists what there is",
        }
    }

    /// Says it: the answer is no.
    pub(super) fn answer(self, what: &str, as_json: bool, streams: &mut Streams) -> anyhow::Result<Exit> {
        if as_json {
            streams.json(&json!({
                "kind": "unknown", "what": what.chars().take(LONGEST).collect::<String>(), "message": self.message, "nearest": self.nearest,
                "says": self.said,
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
        if let Some(said) = &self.said {
            streams.say(&format!("  {}", sanitize(said)));
        }
        streams.say(&format!("  {}", self.list));
        Ok(Exit::No)
    }
}

/// A text of more words is no name with a slip in it.
const LONGEST_NAME: usize = 3;

/// Scopes, features, options and objects whose names are near, and what else is to be said of the name.
fn by_name(catalog: &'static Catalog, what: &str) -> (Vec<String>, Option<String>) {
    let mut near = catalog.near_scopes(what, MOST);
    let mut names = Vec::new();
    for feature in catalog.features() {
        names.extend(feature.option(what).map(|option| format!("{}:{}", feature.id, option.id)));
    }
    names.extend(std::mem::take(&mut near.names).into_iter().map(str::to_owned));
    names.extend(catalog.nearest_features(what, MOST).into_iter().map(|id| match catalog.scope_id(id) {
        Some(_) => format!("feature:{id}"),
        None => id.to_owned(),
    }));
    if !what.contains(['.', ':', '/']) {
        names.extend(objects_near(catalog, what).into_iter().filter(|name| !names.contains(name)).collect::<Vec<_>>());
    }
    (names, meant_scopes(&near))
}

/// Whether it is a scope, or looks like no word of a sentence.
fn is_like_a_scope(catalog: &Catalog, name: &str) -> bool {
    catalog.scope_id(name).is_some() || name.contains(['.', '-', '_'])
}

/// Objects whose names are near, as they are asked for.
fn objects_near(catalog: &'static Catalog, what: &str) -> Vec<String> {
    const MOST: usize = 2;
    let objects = catalog.objects();
    let names = objects.all().iter().flat_map(|object| [object.plural, object.singular]);
    let mut found: Vec<String> = Vec::new();
    for object in nearest(what, names, 2 * MOST).into_iter().filter_map(|name| objects.resolve(name)) {
        let name = match catalog.scope_id(object.plural) {
            Some(_) => format!("object:{}", object.plural),
            None => object.plural.to_owned(),
        };
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found.truncate(MOST);
    found
}

/// The features near `spec`, each with the option that is meant where it has one.
fn with_options(catalog: &'static Catalog, spec: &str, features: &[String]) -> Vec<String> {
    let wanted =
        spec.split_once(':').map(|(_, option)| option.split(['[', '@', ',']).next().unwrap_or_default().trim());
    let of = |id: &String| {
        let option = wanted.zip(catalog.feature(id)).and_then(|(wanted, feature)| {
            let near = || nearest(wanted, feature.options.iter().map(|option| option.id), 1).first().copied();
            feature.option(wanted).map(|option| option.id).or_else(near)
        });
        option.map_or_else(|| id.clone(), |option| format!("{id}:{option}"))
    };
    features.iter().map(of).collect()
}

/// The operations that the same path leads to, whatever the method.
fn with_any_method(catalog: &Catalog, path: &str) -> Vec<String> {
    let calls = Method::ALL.into_iter().filter_map(|method| Call::new(method, path).ok());
    calls.filter_map(|call| Some(catalog.endpoints().find(&call)?.operation.id())).collect()
}
