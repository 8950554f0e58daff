//! A type of records as JSON, and the facts about it that other rows hold: its scopes, features and paths.

use serde_json::{Value, json};

use crate::catalog::{Call, Catalog, Confidence, Feature, FeatureOption, Method, Object, Selectable, Status, Way};

/// A type as `catalog objects` gives it.
pub(in crate::cli) fn json(object: &Object) -> Value {
    json!({
        "kind": "object", "id": object.id, "plural": object.plural, "singular": object.singular, "upper": object.upper,
        "aliases": object.aliases, "of": object.kind, "scopes": scopes(object), "note": object.note,
        "confidence": object.confidence,
    })
}

/// The beginning of its scopes' names; `None` where it has none of its own.
pub(in crate::cli) fn scopes(object: &Object) -> Option<String> {
    object.scope_segment.map(|segment| format!("crm.objects.{segment}"))
}

/// What is known of an object beside its own row.
pub(in crate::cli) struct Facts {
    /// What is done with it, and the ways to be allowed to.
    pub(in crate::cli) needs: Vec<Need>,
    /// Scopes for properties that are marked sensitive.
    pub(in crate::cli) sensitive: Vec<&'static str>,
    /// Scopes that user-level apps alone may have.
    pub(in crate::cli) user_level: Vec<&'static str>,
    /// Features with the options that are about it.
    pub(in crate::cli) features: Vec<(&'static Feature, &'static FeatureOption)>,
    /// Paths of calls on it, each once.
    pub(in crate::cli) paths: Vec<String>,
}

/// Something that is done with records or their definition.
pub(in crate::cli) struct Need {
    /// `read`, `write`, `schema_read`, `schema_write`.
    pub(in crate::cli) key: &'static str,
    /// One of these suffices.
    pub(in crate::cli) any_of: Vec<Way>,
    /// How well that is known.
    pub(in crate::cli) confidence: Confidence,
}

impl Facts {
    /// Those of `object`.
    pub(in crate::cli) fn of(catalog: &'static Catalog, object: &'static Object) -> Self {
        let own = |wanted: &dyn Fn(&'static crate::catalog::Scope) -> bool| -> Vec<&'static str> {
            let segment = object.scope_segment;
            let is_of = |name: &str| segment.is_some_and(|segment| name.split('.').nth(2) == Some(segment));
            let scopes = catalog.scopes().iter().filter(|scope| scope.status == Status::Current && is_of(scope.name));
            scopes.filter(|scope| wanted(scope)).map(|scope| scope.name).collect()
        };
        Self {
            needs: needs(catalog, object),
            sensitive: own(&|scope| scope.name.contains("sensitive")),
            user_level: own(&|scope| scope.selectable == Selectable::UserLevelOnly),
            features: features(catalog, object),
            paths: paths(catalog, object),
        }
    }

    /// They with the row itself.
    pub(in crate::cli) fn json(&self, object: &Object) -> Value {
        let mut value = json(object);
        let mut needs = serde_json::Map::new();
        for need in &self.needs {
            let any_of: Vec<&Vec<&str>> = need.any_of.iter().map(|way| &way.all_of).collect();
            needs.insert(need.key.to_owned(), json!({"any_of": any_of, "confidence": need.confidence}));
        }
        value["name"] = object.plural.into();
        value["needs"] = Value::Object(needs);
        value["sensitive"] = json!(self.sensitive);
        value["user_level"] = json!(self.user_level);
        let feature =
            |(feature, option): &(&Feature, &FeatureOption)| json!({"feature": feature.id, "option": option.id});
        value["features"] = self.features.iter().map(feature).collect();
        value["paths"] = json!(self.paths);
        value
    }
}

/// What the calls on its records need; of what is no record, what its own row says.
fn needs(catalog: &'static Catalog, object: &'static Object) -> Vec<Need> {
    let on_records = matches!(object.kind, "crm" | "custom");
    let name = if object.plural == "custom" { "2-1" } else { object.plural };
    let of_call = |(key, method, path): (&'static str, Method, &str)| {
        let call = Call::new(method, &format!("{path}/{name}")).ok()?;
        let found = catalog.endpoints().find(&call)?;
        let is_about_it = found.object.is_some_and(|found| found.plural == object.plural) && !found.object_unknown;
        let is_known = is_about_it && !found.requirement.is_empty();
        is_known.then_some(Need { key, any_of: found.requirement, confidence: found.confidence })
    };
    let calls = [
        ("read", Method::Get, "/crm/v3/objects"),
        ("write", Method::Post, "/crm/v3/objects"),
        ("schema_read", Method::Get, "/crm/v3/properties"),
        ("schema_write", Method::Post, "/crm/v3/properties"),
    ];
    let found: Vec<Need> = calls.into_iter().filter(|_| on_records).filter_map(of_call).collect();
    if found.is_empty() { needs_of_row(catalog, object) } else { found }
}

fn needs_of_row(catalog: &'static Catalog, object: &'static Object) -> Vec<Need> {
    let of = |(key, read): (&'static str, bool)| {
        let own = scopes(object).and_then(|begin| catalog.scope_named(&format!("{begin}.{key}")));
        let own = own.map(|scope| Way { all_of: vec![scope.name], confidence: None });
        let uses = object.uses_scopes.iter().flat_map(|uses| {
            let whole = uses.of(read);
            let all = (!whole.is_empty()).then(|| Way { all_of: whole.to_vec(), confidence: None });
            all.into_iter().chain(uses.or.iter().map(|name| Way { all_of: vec![*name], confidence: None }))
        });
        let any_of: Vec<Way> = own.into_iter().chain(uses).collect();
        (!any_of.is_empty()).then_some(Need { key, any_of, confidence: object.confidence })
    };
    [("read", true), ("write", false)].into_iter().filter_map(of).collect()
}

fn features(catalog: &'static Catalog, object: &Object) -> Vec<(&'static Feature, &'static FeatureOption)> {
    let is_it = |option: &FeatureOption| {
        let plain = option.id.strip_prefix("object:").unwrap_or(option.id);
        let begins = plain.split('.').next().unwrap_or_default();
        let names = [object.plural, object.singular, object.upper];
        option.object_type_id.is_some_and(|id| object.id == Some(id))
            || names.contains(&plain)
            || names.contains(&begins)
    };
    let of = |feature: &'static Feature| {
        // Options of a feature that is about one kind of records are about these.
        let records = feature.id.strip_prefix("crm.objects.");
        let is_about = move |option: &&FeatureOption| match records {
            Some(records) => object.scope_segment == Some(records),
            None => is_it(option),
        };
        feature.options.iter().filter(is_about).map(move |option| (feature, option))
    };
    catalog.features().iter().flat_map(of).collect()
}

fn paths(catalog: &'static Catalog, object: &Object) -> Vec<String> {
    let on_it = catalog.endpoints().operations().iter().filter(|operation| operation.object == Some(object.plural));
    let filled = |path: &str| path.replacen("{objectType}", object.plural, 1);
    let mut paths: Vec<String> = on_it.map(|operation| filled(operation.path)).collect();
    let begin = format!("/crm/v3/objects/{}", object.plural);
    paths.sort_by_key(|path| !path.starts_with(&begin));
    paths.dedup();
    if paths.is_empty() && object.kind == "custom" {
        paths.push("/crm/v3/objects/{objectType}".to_owned());
    }
    paths
}
