//! The embedded catalog: tables that the compiler made of `assets/catalog/`.

use std::sync::OnceLock;

use serde::Deserialize;

use super::message::Messages;
use super::near::{NearIndex, rows};
use super::object::Objects;
use super::operation::Index;
use super::permission::Permissions;
use super::rows::{
    Fault, Feature, Group, InternalName, InternalNamesFile, MessagesFile, ObjectsFile, PermissionsFile, Platform,
    Scope, Sunset, SunsetsFile, Topic, TopicsFile, read,
};
use super::scope::ScopeId;
use super::tables::{FEATURES, PLATFORMS, SCOPES};
use super::{Date, ScopeSet};

const OBJECTS: &str = include_str!("../../assets/catalog/objects.json");
const ENDPOINTS: &str = include_str!("../../assets/catalog/endpoints.json");
const OVERRIDES: &str = include_str!("../../assets/catalog/overrides.json");
const INTERNAL_NAMES: &str = include_str!("../../assets/catalog/internal_names.json");
const MESSAGES: &str = include_str!("../../assets/catalog/messages.json");
const TOPICS: &str = include_str!("../../assets/catalog/topics.json");
const PERMISSIONS: &str = include_str!("../../assets/catalog/permissions.json");
const SUNSETS: &str = include_str!("../../assets/catalog/sunsets.json");

/// Why facts could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct CatalogError(Fault);

/// HubSpot's facts. Scopes and features are part of the program; objects, endpoints, permissions and sentences are
/// read when first asked for.
#[derive(Debug, Default)]
pub struct Catalog {
    objects: OnceLock<Objects>,
    messages: OnceLock<Messages>,
    permissions: OnceLock<Permissions>,
    topics: OnceLock<Vec<Topic>>,
    endpoints: OnceLock<Index>,
    sunsets: OnceLock<Vec<Sunset>>,
    near: OnceLock<NearIndex>,
    internal_names: OnceLock<Vec<InternalName>>,
}

/// What an embedded text says.
///
/// # Panics
/// Never in a binary whose tests passed.
#[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
fn embedded<T: Deserialize<'static>>(file: &'static str, text: &'static str) -> T {
    read(file, text).expect("the embedded data is valid")
}

impl Catalog {
    /// The catalog that this binary carries.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: Catalog = Catalog {
            objects: OnceLock::new(),
            messages: OnceLock::new(),
            permissions: OnceLock::new(),
            topics: OnceLock::new(),
            endpoints: OnceLock::new(),
            sunsets: OnceLock::new(),
            near: OnceLock::new(),
            internal_names: OnceLock::new(),
        };
        &EMBEDDED
    }

    /// A catalog of its own, of which nothing is in memory that was not asked for.
    #[cfg(test)]
    pub(super) fn read_again() -> Self {
        Self::default()
    }

    /// The catalog that this binary carries, with the endpoint facts of `endpoints`: the text that an import wrote.
    pub fn with_endpoints(endpoints: &'static str) -> Result<Self, CatalogError> {
        let catalog = Self::default();
        let index = Index::read(catalog.objects(), endpoints, OVERRIDES).map_err(CatalogError)?;
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

    /// The tables that are in memory, by name: what nobody asks for is not read.
    pub fn read_so_far(&self) -> Vec<&'static str> {
        let tables = [
            ("objects", self.objects.get().is_some()),
            ("messages", self.messages.get().is_some()),
            ("permissions", self.permissions.get().is_some()),
            ("topics", self.topics.get().is_some()),
            ("endpoints", self.endpoints.get().is_some()),
            ("sunsets", self.sunsets.get().is_some()),
            ("internal_names", self.internal_names.get().is_some()),
            ("near", self.near.get().is_some()),
        ];
        tables.into_iter().filter(|(_, is_read)| *is_read).map(|(name, _)| name).collect()
    }

    /// The day up to which the facts are known.
    pub fn as_of(&self) -> Date {
        SCOPES.as_of
    }

    /// All scopes; [`ScopeId::index`] is the place.
    pub fn scopes(&self) -> &'static [Scope] {
        SCOPES.scopes
    }

    /// The scope in this place.
    pub fn scope(&self, id: ScopeId) -> &'static Scope {
        &SCOPES.scopes[id.index()]
    }

    /// The place of the scope with exactly this name.
    pub fn scope_id(&self, name: &str) -> Option<ScopeId> {
        // The catalog is sorted by name, but for its first scope.
        if name == Scope::OAUTH {
            return Some(ScopeId(0));
        }
        let place = SCOPES.scopes[1..].binary_search_by(|scope| scope.name.cmp(name)).ok()?;
        u16::try_from(place + 1).ok().map(ScopeId)
    }

    /// The scope with exactly this name.
    pub fn scope_named(&self, name: &str) -> Option<&'static Scope> {
        self.scope_id(name).map(|id| self.scope(id))
    }

    /// The scope that HubSpot adds to every app; the first of the catalog.
    pub fn oauth(&self) -> ScopeId {
        ScopeId(0)
    }

    /// The set of those names that the catalog knows.
    pub fn set_of<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> ScopeSet {
        names.into_iter().filter_map(|name| self.scope_id(name)).collect()
    }

    /// Headings of features, in the order they are shown.
    pub fn groups(&self) -> &'static [Group] {
        FEATURES.groups
    }

    /// All features, in the order they are shown.
    pub fn features(&self) -> &'static [Feature] {
        FEATURES.features
    }

    /// The feature with this id.
    pub fn feature(&self, id: &str) -> Option<&'static Feature> {
        FEATURES.features.iter().find(|feature| feature.id == id)
    }

    /// All object types.
    pub fn objects(&self) -> &Objects {
        self.objects.get_or_init(|| Objects(embedded::<ObjectsFile>("objects.json", OBJECTS).objects))
    }

    /// Names by their words, taken apart when first asked for.
    pub(super) fn near(&self) -> &NearIndex {
        self.near.get_or_init(|| NearIndex::of(self.scopes(), self.objects().all(), rows()))
    }

    /// All sentences of HubSpot's.
    pub fn messages(&self) -> &Messages {
        self.messages.get_or_init(|| Messages(embedded::<MessagesFile>("messages.json", MESSAGES).messages))
    }

    /// All that is known of what scopes ask of an installer.
    pub fn permissions(&self) -> &Permissions {
        self.permissions
            .get_or_init(|| Permissions::of_file(embedded::<PermissionsFile>("permissions.json", PERMISSIONS)))
    }

    /// All topics.
    pub fn topics(&self) -> &[Topic] {
        self.topics.get_or_init(|| embedded::<TopicsFile>("topics.json", TOPICS).topics)
    }

    /// What HubSpot ends, and when.
    pub fn sunsets(&self) -> &[Sunset] {
        self.sunsets.get_or_init(|| embedded::<SunsetsFile>("sunsets.json", SUNSETS).sunsets)
    }

    /// HubSpot's internal names of permissions whose scopes are known, sorted by name.
    pub fn internal_names(&self) -> &[InternalName] {
        self.internal_names
            .get_or_init(|| embedded::<InternalNamesFile>("internal_names.json", INTERNAL_NAMES).internal_names)
    }

    /// What the internal name `name` of a permission stands for; `None` where no source says it.
    pub fn internal_name(&self, name: &str) -> Option<&InternalName> {
        let rows = self.internal_names();
        rows.binary_search_by(|row| row.name.cmp(name)).ok().map(|place| &rows[place])
    }

    /// The row with this id of what HubSpot ends.
    pub fn sunset(&self, id: &str) -> Option<&Sunset> {
        self.sunsets().iter().find(|sunset| sunset.id == id)
    }

    /// The versions of the developer platform, oldest first.
    pub fn platforms(&self) -> &'static [Platform] {
        PLATFORMS.platforms
    }

    /// The version of the developer platform that HubSpot calls current.
    pub fn current_platform(&self) -> &'static str {
        PLATFORMS.platforms.iter().find(|platform| platform.is_current).map_or("", |platform| platform.version)
    }

    /// Types of components that HubSpot knows and that stand for no feature.
    pub fn components_without_feature(&self) -> &'static [&'static str] {
        FEATURES.components_without_feature
    }

    /// The sources that rows name by a key, sorted.
    pub fn sources(&self) -> impl Iterator<Item = &'static str> {
        let mut sources: Vec<&'static str> = SCOPES.sources.iter().map(|(_, text)| *text).collect();
        sources.sort_unstable();
        sources.into_iter()
    }

    /// The full text of a source that may be given by its key.
    pub fn source<'a>(&self, key: &'a str) -> &'a str {
        SCOPES.sources.iter().find(|(short, _)| *short == key).map_or(key, |(_, text)| text)
    }
}
