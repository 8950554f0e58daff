//! From HubSpot's specifications to endpoint facts: method, path, scope names, API, version and tier, no texts.
//!
//! The traps, and what is done:
//!
//! * `security` is any-of, the scopes inside one entry are all-of; `private_apps*` repeat, a `developer_hapikey` is a key.
//! * `oauth` alone is user-level access, no answer: it is left out beside another way.
//! * Sensitive names carry `.v2` in specifications and not in configs: the config's name is kept.
//! * A list over many object types is marked generic; only the object narrows it.
//! * Test APIs and acceptance-test scopes are left out.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::naming;
use super::security::{self, Entry, OwnedListed};
use super::sighting::{Key, Sighting};
use crate::catalog::Objects;
use crate::catalog::operation::call::{is_version, version_place, version_rank};
use crate::catalog::operation::facts::VERSION;
use crate::catalog::operation::shape;
use crate::catalog::rows::{EndpointsFile, Listed, Method, OperationRow};

/// Why a specification was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Not a specification as the collection has them.
    #[error("{path} is not a specification: {source}")]
    Malformed {
        /// Path below the collection.
        path: String,
        /// What the parser said.
        source: serde_json::Error,
    },
}

#[derive(Deserialize)]
struct Spec<'a> {
    #[serde(default)]
    openapi: String,
    #[serde(borrow, default)]
    paths: BTreeMap<String, BTreeMap<String, &'a RawValue>>,
    #[serde(default)]
    info: Info,
    #[serde(default, rename = "x-hubspot-product-tier-requirements")]
    tiers: Option<BTreeMap<String, String>>,
    #[serde(default)]
    security: Vec<Entry>,
}

#[derive(Default, Deserialize)]
struct Info {
    #[serde(default, rename = "x-hubspot-product-tier-requirements")]
    tiers: Option<BTreeMap<String, String>>,
}

#[derive(Deserialize)]
struct SpecOperation {
    security: Option<Vec<Entry>>,
}

/// Reads specifications one by one; [`Importer::finish`] gives the file.
#[derive(Debug)]
pub struct Importer<'o> {
    objects: &'o Objects,
    operations: BTreeMap<Key, BTreeSet<Sighting>>,
    tiers: BTreeMap<String, (String, BTreeMap<String, String>)>,
    files: usize,
    rows: usize,
}

/// What an import gave.
#[derive(Debug)]
pub struct Imported {
    /// The text of `endpoints.json`.
    pub text: String,
    /// Specifications read.
    pub files: usize,
    /// Operations that they state, each version and file for itself.
    pub rows: usize,
}

impl<'o> Importer<'o> {
    /// An importer that knows object types by `objects`.
    pub fn new(objects: &'o Objects) -> Self {
        Self { objects, operations: BTreeMap::new(), tiers: BTreeMap::new(), files: 0, rows: 0 }
    }

    /// Takes the file at `path` (`Area/API/Rollouts/number/version/name.json`, below `PublicApiSpecs`); says whether it
    /// is a specification for users. Files elsewhere, Postman collections and test APIs are not.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<bool, ImportError> {
        let parts: Vec<&str> = path.split('/').collect();
        let [area, api, "Rollouts", _, version, name] = parts[..] else { return Ok(false) };
        let is_test = area == "Test" || (area == "CRM" && api.starts_with("Bucket_Test")) || api.starts_with("Test ");
        if is_test || name.starts_with("Collection") {
            return Ok(false);
        }
        let malformed = |source| ImportError::Malformed { path: path.to_owned(), source };
        let spec: Spec = serde_json::from_slice(bytes).map_err(malformed)?;
        if spec.openapi.is_empty() {
            return Ok(false);
        }
        let api_name = format!("{area}/{api}");
        let object = if area == "CRM" { shape::of_folder(self.objects, api).map(|object| object.plural) } else { None };
        // What is no path of a host is none that an app could call.
        for (template, item) in spec.paths.iter().filter(|(template, _)| template.starts_with('/')) {
            for (word, raw) in item {
                let Some(method) = Method::from_word(word) else { continue };
                let operation: SpecOperation = serde_json::from_str(raw.get()).map_err(malformed)?;
                let listed = security::listed(operation.security.as_ref().unwrap_or(&spec.security));
                self.see(method, template, version, &api_name, object, listed);
            }
        }
        if let Some(tiers) = spec.info.tiers.or(spec.tiers) {
            self.keep_tiers(api_name, version, tiers);
        }
        self.files += 1;
        Ok(true)
    }

    fn see(
        &mut self,
        method: Method,
        template: &str,
        file_version: &str,
        api: &str,
        object: Option<&'static str>,
        listed: Option<OwnedListed>,
    ) {
        // Facts are read without copying, so a path may hold nothing that JSON escapes; no real one does.
        let is_plain = !template.contains(|c: char| c == '"' || c == '\\' || c.is_control());
        let Some(listed) = listed.filter(|_| is_plain) else { return };
        let (template, version) = take_version(template, file_version);
        let shape = shape::of_template(self.objects, &template, object);
        let key = Key { shape: shape.iter().map(|s| (*s).to_owned()).collect(), method };
        let sighting = Sighting { template, version, api: api.to_owned(), listed };
        self.operations.entry(key).or_default().insert(sighting);
        self.rows += 1;
    }

    fn keep_tiers(&mut self, api: String, version: &str, tiers: BTreeMap<String, String>) {
        let rank = version_rank(version);
        if self.tiers.get(&api).is_none_or(|(known, _)| version_rank(known) < rank) {
            self.tiers.insert(api, (version.to_owned(), tiers));
        }
    }

    /// The facts as the text of a file, with where and when they come from.
    pub fn finish(&self, source: &str, as_of: &str) -> serde_json::Result<Imported> {
        let listed: BTreeSet<&OwnedListed> = self.operations.values().flatten().map(|seen| &seen.listed).collect();
        let place: BTreeMap<&OwnedListed, usize> =
            listed.iter().enumerate().map(|(place, listed)| (*listed, place)).collect();
        let names = naming::names(self.objects, &self.operations);
        let mut operations: Vec<OperationRow> = Vec::new();
        for ((key, seen), name) in self.operations.iter().zip(&names) {
            let mut row = OperationRow {
                method: key.method,
                path: &name.path,
                object: name.object,
                api: &name.api,
                seen: BTreeMap::new(),
            };
            for sighting in seen {
                let versions = row.seen.entry(&sighting.template).or_default();
                let places = versions.entry(&sighting.version).or_default();
                let at = place.get(&sighting.listed).copied().unwrap_or_default();
                if !places.contains(&at) {
                    places.push(at);
                }
            }
            operations.push(row);
        }
        operations.sort_by(|a, b| (a.path, a.object, a.method).cmp(&(b.path, b.object, b.method)));
        let facts =
            EndpointsFile { as_of, source, tiers: self.paid_tiers(), requirements: borrowed(&listed), operations };
        Ok(Imported { text: facts.to_text()?, files: self.files, rows: self.rows })
    }

    fn paid_tiers(&self) -> BTreeMap<&str, BTreeMap<&str, &str>> {
        let is_paid = |tiers: &BTreeMap<String, String>| tiers.values().any(|level| level != "FREE");
        let entries = self.tiers.iter().filter(|(_, (_, tiers))| is_paid(tiers));
        entries
            .map(|(api, (_, tiers))| (api.as_str(), tiers.iter().map(|(h, l)| (h.as_str(), l.as_str())).collect()))
            .collect()
    }
}

fn borrowed<'a>(listed: &BTreeSet<&'a OwnedListed>) -> Vec<Listed<'a>> {
    let any_of =
        |listed: &'a OwnedListed| listed.any_of.iter().map(|way| way.iter().map(String::as_str).collect()).collect();
    listed.iter().map(|one| Listed { any_of: any_of(one), key: one.key, generic: one.generic }).collect()
}

/// The path with `*` for the version that it names, and that version.
fn take_version(template: &str, file_version: &str) -> (String, String) {
    let mut parts: Vec<&str> = template.split('/').collect();
    let place = version_place(parts.iter().copied());
    let version = place.map_or(file_version, |place| std::mem::replace(&mut parts[place], VERSION));
    debug_assert!(place.is_none() || is_version(version));
    (parts.join("/"), version.to_owned())
}
