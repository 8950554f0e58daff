//! The embedded catalog: parsed once, when first asked for, from `assets/catalog/`.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::operation::Index;
use super::{Date, Feature, Group, Message, Messages, Object, Objects, Scope, ScopeId, ScopeSet};

const SCOPES: &str = include_str!("../../assets/catalog/scopes.json");
const FEATURES: &str = include_str!("../../assets/catalog/features.json");
const OBJECTS: &str = include_str!("../../assets/catalog/objects.json");
const ENDPOINTS: &str = include_str!("../../assets/catalog/endpoints.json");
const OVERRIDES: &str = include_str!("../../assets/catalog/overrides.json");
const MESSAGES: &str = include_str!("../../assets/catalog/messages.json");

/// Why a catalog could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// A file is not what its schema says.
    #[error("the catalog file {file} cannot be read: {source}")]
    Malformed {
        /// Name of the file.
        file: &'static str,
        /// What the parser said.
        source: serde_json::Error,
    },
    /// The catalog has no valid date.
    #[error("the catalog's date {0:?} is not a date")]
    BadDate(String),
    /// More scopes than a set can hold.
    #[error("the catalog has {0} scopes, at most {max} are possible", max = ScopeSet::CAPACITY)]
    TooManyScopes(usize),
}

/// HubSpot's facts. Scopes and features are read at once; objects, endpoints and sentences when first asked for.
#[derive(Debug)]
pub struct Catalog {
    as_of: Date,
    sources: HashMap<&'static str, &'static str>,
    scopes: Vec<Scope>,
    by_name: HashMap<&'static str, ScopeId>,
    groups: Vec<Group>,
    features: Vec<Feature>,
    objects: OnceLock<Objects>,
    messages: OnceLock<Messages>,
    endpoints: OnceLock<Index>,
}

#[derive(Deserialize)]
struct ScopesFile {
    #[serde(borrow)]
    as_of: &'static str,
    #[serde(borrow)]
    sources: HashMap<&'static str, &'static str>,
    scopes: Vec<Scope>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct FeaturesFile {
    groups: Vec<Group>,
    features: Vec<Feature>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct ObjectsFile {
    objects: Vec<Object>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct MessagesFile {
    messages: Vec<Message>,
}

fn parse<T: Deserialize<'static>>(file: &'static str, text: &'static str) -> Result<T, CatalogError> {
    serde_json::from_str(text).map_err(|source| CatalogError::Malformed { file, source })
}

impl Catalog {
    /// The catalog that this binary carries.
    ///
    /// # Panics
    /// Never in a binary whose tests passed: the embedded data is parsed by them.
    #[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Catalog> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::read().expect("the embedded catalog is valid"))
    }

    /// A catalog of its own, of which nothing is in memory that was not asked for.
    #[cfg(test)]
    pub(super) fn read_again() -> Self {
        Self::read().expect("the embedded catalog is valid")
    }

    fn read() -> Result<Self, CatalogError> {
        let scopes: ScopesFile = parse("scopes.json", SCOPES)?;
        let features: FeaturesFile = parse("features.json", FEATURES)?;
        if scopes.scopes.len() > ScopeSet::CAPACITY {
            return Err(CatalogError::TooManyScopes(scopes.scopes.len()));
        }
        let as_of = scopes.as_of.parse().map_err(|_| CatalogError::BadDate(scopes.as_of.to_owned()))?;
        let by_name = (0u16..).zip(&scopes.scopes).map(|(place, scope)| (scope.name, ScopeId(place))).collect();
        Ok(Self {
            as_of,
            sources: scopes.sources,
            scopes: scopes.scopes,
            by_name,
            groups: features.groups,
            features: features.features,
            objects: OnceLock::new(),
            messages: OnceLock::new(),
            endpoints: OnceLock::new(),
        })
    }

    /// The catalog that this binary carries, with the endpoint facts of `endpoints`: the text that an import wrote.
    pub fn with_endpoints(endpoints: &'static str) -> Result<Self, CatalogError> {
        let catalog = Self::read()?;
        let index = Index::read(catalog.objects(), endpoints, OVERRIDES)
            .map_err(|(file, source)| CatalogError::Malformed { file, source })?;
        Ok(Self { endpoints: OnceLock::from(index), ..catalog })
    }

    /// The operations of HubSpot's API, read when first asked for.
    ///
    /// # Panics
    /// Never in a binary whose tests passed.
    #[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
    pub(super) fn index(&self) -> &Index {
        let read = || Index::read(self.objects(), ENDPOINTS, OVERRIDES).expect("the embedded endpoints are valid");
        self.endpoints.get_or_init(read)
    }

    /// Whether the endpoint facts are in memory.
    pub fn has_read_endpoints(&self) -> bool {
        self.endpoints.get().is_some()
    }

    /// The day up to which the facts are known.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// All scopes; [`ScopeId::index`] is the place.
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    /// The scope in this place.
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.index()]
    }

    /// The place of the scope with exactly this name.
    pub fn scope_id(&self, name: &str) -> Option<ScopeId> {
        self.by_name.get(name).copied()
    }

    /// The scope with exactly this name.
    pub fn scope_named(&self, name: &str) -> Option<&Scope> {
        self.scope_id(name).map(|id| self.scope(id))
    }

    /// The scope that HubSpot adds to every app.
    ///
    /// # Panics
    /// Never: a test of the data finds it.
    #[expect(clippy::expect_used, reason = "a test of the embedded data finds it")]
    pub fn oauth(&self) -> ScopeId {
        self.scope_id(Scope::OAUTH).expect("the catalog has oauth")
    }

    /// The set of those names that the catalog knows.
    pub fn set_of<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> ScopeSet {
        names.into_iter().filter_map(|name| self.scope_id(name)).collect()
    }

    /// Headings of features, in the order they are shown.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// All features, in the order they are shown.
    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    /// The feature with this id.
    pub fn feature(&self, id: &str) -> Option<&Feature> {
        self.features.iter().find(|feature| feature.id == id)
    }

    /// All object types.
    ///
    /// # Panics
    /// Never in a binary whose tests passed.
    #[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
    pub fn objects(&self) -> &Objects {
        self.objects.get_or_init(|| {
            let file: ObjectsFile = parse("objects.json", OBJECTS).expect("the embedded objects are valid");
            Objects(file.objects)
        })
    }

    /// All sentences of HubSpot's.
    ///
    /// # Panics
    /// Never in a binary whose tests passed.
    #[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
    pub fn messages(&self) -> &Messages {
        self.messages.get_or_init(|| {
            let file: MessagesFile = parse("messages.json", MESSAGES).expect("the embedded sentences are valid");
            Messages(file.messages)
        })
    }

    /// The sources that rows name by a key, sorted.
    pub fn sources(&self) -> impl Iterator<Item = &'static str> {
        let mut sources: Vec<&'static str> = self.sources.values().copied().collect();
        sources.sort_unstable();
        sources.into_iter()
    }

    /// The full text of a source that may be given by its key.
    pub fn source<'a>(&self, key: &'a str) -> &'a str {
        self.sources.get(key).copied().unwrap_or(key)
    }
}
