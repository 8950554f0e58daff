//! The catalog: the embedded tables, and what a facts file lays over them.

use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::layer::{self, CatalogError, Layer, Older};
use super::message::Messages;
use super::near::{NearIndex, rows};
use super::object::Objects;
use super::operation::Index;
use super::permission::Permissions;
use super::rows::{
    Credential, CredentialsFile, EndpointsFile, Fault, Feature, FeaturesFile, Files, Group, InternalName,
    InternalNamesFile, MessagesFile, ObjectsFile, OverridesFile, PermissionsFile, Platform, PlatformsFile, Scope,
    ScopesFile, Sunset, SunsetsFile, Topic, TopicsFile, read,
};
use super::scope::ScopeId;
use super::tables::{FEATURES, PLATFORMS, SCOPES};
use super::{Date, ScopeSet};

const OBJECTS: &str = include_str!("../../assets/catalog/objects.json");
const ENDPOINTS: &str = include_str!("../../assets/catalog/endpoints.json");
const OVERRIDES: &str = include_str!("../../assets/catalog/overrides.json");
const INTERNAL_NAMES: &str = include_str!("../../assets/catalog/internal_names.json");
const MESSAGES: &str = include_str!("../../assets/catalog/messages.json");
const CREDENTIALS: &str = include_str!("../../assets/catalog/credentials.json");
const TOPICS: &str = include_str!("../../assets/catalog/topics.json");
const PERMISSIONS: &str = include_str!("../../assets/catalog/permissions.json");
const SUNSETS: &str = include_str!("../../assets/catalog/sunsets.json");

/// HubSpot's facts. Scopes and features are part of the program; objects, endpoints, permissions and sentences are
/// read when first asked for.
#[derive(Debug)]
pub struct Catalog {
    scopes: &'static ScopesFile,
    features: &'static FeaturesFile,
    platforms: &'static PlatformsFile,
    objects: OnceLock<Objects>,
    messages: OnceLock<Messages>,
    permissions: OnceLock<Permissions>,
    topics: OnceLock<Vec<Topic>>,
    credentials: OnceLock<Vec<Credential>>,
    endpoints: OnceLock<Index>,
    sunsets: OnceLock<Vec<Sunset>>,
    near: OnceLock<NearIndex>,
    internal_names: OnceLock<Vec<InternalName>>,
    layer: Option<Layer>,
}

/// What an embedded text says.
///
/// # Panics
/// Never in a binary whose tests passed.
#[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
fn embedded<T: Deserialize<'static>>(file: &'static str, text: &'static str) -> T {
    read(file, text).expect("the embedded data is valid")
}

/// The rows of a file that a facts file may hold, else of the embedded one.
fn rows_of<T: Deserialize<'static>>(
    file: &'static str,
    newer: Option<&'static RawValue>,
    embedded: &'static str,
) -> Result<T, Fault> {
    read(file, newer.map_or(embedded, RawValue::get))
}

/// The same of a static table; what takes its place lives as long as the program.
fn table_of<T: Deserialize<'static>>(
    file: &'static str,
    newer: Option<&'static RawValue>,
    embedded: &'static T,
) -> Result<&'static T, Fault> {
    newer.map_or(Ok(embedded), |raw| Ok(Box::leak(Box::new(read(file, raw.get())?))))
}

impl Default for Catalog {
    /// The catalog that this binary carries once more, with nothing in memory that was not asked for.
    fn default() -> Self {
        Self::unread()
    }
}

impl Catalog {
    /// The catalog that this binary carries.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: Catalog = Catalog::unread();
        &EMBEDDED
    }

    /// A catalog of its own, of which nothing is in memory that was not asked for.
    const fn unread() -> Self {
        Self {
            scopes: &SCOPES,
            features: &FEATURES,
            platforms: &PLATFORMS,
            objects: OnceLock::new(),
            messages: OnceLock::new(),
            permissions: OnceLock::new(),
            topics: OnceLock::new(),
            credentials: OnceLock::new(),
            endpoints: OnceLock::new(),
            sunsets: OnceLock::new(),
            near: OnceLock::new(),
            internal_names: OnceLock::new(),
            layer: None,
        }
    }

    /// The catalog that this binary carries, with the facts of `text`, a facts file that is called `name`, over it. All of
    /// it is read and checked.
    pub fn layered(name: &str, text: &'static str, older: Older) -> Result<Self, CatalogError> {
        let (layer, parts) = layer::parts(name, text, older, Self::embedded_day)?;
        let scopes = table_of("scopes.json", parts.scopes, &SCOPES)?;
        let features = table_of("features.json", parts.features, &FEATURES)?;
        let platforms = table_of("platforms.json", parts.platforms, &PLATFORMS)?;
        let objects: ObjectsFile = rows_of("objects.json", parts.objects, OBJECTS)?;
        let endpoints: EndpointsFile = rows_of("endpoints.json", parts.endpoints, ENDPOINTS)?;
        let overrides: OverridesFile = rows_of("overrides.json", parts.overrides, OVERRIDES)?;
        let mut messages: MessagesFile = rows_of("messages.json", parts.messages, MESSAGES)?;
        let permissions: PermissionsFile = rows_of("permissions.json", parts.permissions, PERMISSIONS)?;
        let sunsets: SunsetsFile = rows_of("sunsets.json", parts.sunsets, SUNSETS)?;
        let topics: TopicsFile = rows_of("topics.json", parts.topics, TOPICS)?;
        let internal_names: InternalNamesFile = rows_of("internal_names.json", parts.internal_names, INTERNAL_NAMES)?;
        let files = Files {
            scopes,
            features,
            platforms,
            objects: &objects,
            endpoints: &endpoints,
            overrides: &overrides,
            messages: &messages,
            permissions: &permissions,
            sunsets: &sunsets,
            topics: &topics,
            internal_names: &internal_names,
        };
        let faults = files.faults();
        if !faults.is_empty() {
            return Err(faults.into());
        }
        // The program quotes sentences by their keys: one that is gone from a newer file stays as it was.
        let is_gone = |row: &&super::Message| !messages.messages.iter().any(|known| known.id == row.id);
        let gone: Vec<_> = Self::embedded().messages().all().iter().filter(is_gone).cloned().collect();
        messages.messages.extend(gone);
        let objects = Objects::new(objects.objects);
        Ok(Self {
            scopes,
            features,
            platforms,
            endpoints: Index::of(&objects, endpoints, overrides).into(),
            objects: objects.into(),
            messages: Messages(messages.messages).into(),
            permissions: Permissions::of_file(permissions).into(),
            topics: topics.topics.into(),
            sunsets: sunsets.sunsets.into(),
            internal_names: internal_names.internal_names.into(),
            near: OnceLock::new(),
            credentials: OnceLock::new(),
            layer: Some(layer),
        })
    }

    /// The catalog that this binary carries, with the endpoint facts of `endpoints`, of whatever day.
    pub fn with_endpoints(endpoints: &'static str) -> Result<Self, CatalogError> {
        Self::layered("endpoints.json", endpoints, Older::Take)
    }

    /// What lies over the facts that this binary carries; `None` = nothing.
    pub fn layer(&self) -> Option<&Layer> {
        self.layer.as_ref()
    }

    /// The day of each file of facts, by name.
    pub fn days(&self) -> impl Iterator<Item = (&'static str, Date)> {
        layer::FACT_FILES.into_iter().map(|file| {
            let newer = self.layer.as_ref().and_then(|layer| layer.files.iter().find(|(name, _)| *name == file));
            newer.copied().unwrap_or_else(|| (file, Self::embedded_day(file)))
        })
    }

    /// The day of an embedded file.
    ///
    /// # Panics
    /// Never in a binary whose tests passed.
    #[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
    fn embedded_day(file: &'static str) -> Date {
        let text = match file {
            "scopes.json" => return SCOPES.as_of,
            "features.json" => return FEATURES.as_of,
            "platforms.json" => return PLATFORMS.as_of,
            "endpoints.json" => ENDPOINTS,
            "internal_names.json" => INTERNAL_NAMES,
            "messages.json" => MESSAGES,
            "objects.json" => OBJECTS,
            "overrides.json" => OVERRIDES,
            "permissions.json" => PERMISSIONS,
            "sunsets.json" => SUNSETS,
            _ => TOPICS,
        };
        layer::day_of(file, text).expect("the embedded data is valid")
    }

    /// The operations of HubSpot's API, read when first asked for.
    pub(super) fn index(&self) -> &Index {
        self.endpoints.get_or_init(|| {
            let endpoints = embedded("endpoints.json", ENDPOINTS);
            Index::of(self.objects(), endpoints, embedded("overrides.json", OVERRIDES))
        })
    }

    /// The tables that are in memory, by name: what nobody asks for is not read.
    pub fn read_so_far(&self) -> Vec<&'static str> {
        let tables = [
            ("objects", self.objects.get().is_some()),
            ("messages", self.messages.get().is_some()),
            ("permissions", self.permissions.get().is_some()),
            ("topics", self.topics.get().is_some()),
            ("credentials", self.credentials.get().is_some()),
            ("endpoints", self.endpoints.get().is_some()),
            ("sunsets", self.sunsets.get().is_some()),
            ("internal_names", self.internal_names.get().is_some()),
            ("near", self.near.get().is_some()),
        ];
        tables.into_iter().filter(|(_, is_read)| *is_read).map(|(name, _)| name).collect()
    }

    /// The day up to which the facts are known.
    pub fn as_of(&self) -> Date {
        self.scopes.as_of.max(self.features.as_of)
    }

    /// All scopes; [`ScopeId::index`] is the place.
    pub fn scopes(&self) -> &'static [Scope] {
        self.scopes.scopes
    }

    /// The scope in this place.
    pub fn scope(&self, id: ScopeId) -> &'static Scope {
        &self.scopes.scopes[id.index()]
    }

    /// The place of the scope with exactly this name.
    pub fn scope_id(&self, name: &str) -> Option<ScopeId> {
        // The catalog is sorted by name, but for its first scope.
        if name == Scope::OAUTH {
            return Some(ScopeId(0));
        }
        let place = self.scopes.scopes[1..].binary_search_by(|scope| scope.name.cmp(name)).ok()?;
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
        self.features.groups
    }

    /// All features, in the order they are shown.
    pub fn features(&self) -> &'static [Feature] {
        self.features.features
    }

    /// The feature with this id.
    pub fn feature(&self, id: &str) -> Option<&'static Feature> {
        self.features.features.iter().find(|feature| feature.id == id)
    }

    /// All object types.
    pub fn objects(&self) -> &Objects {
        self.objects.get_or_init(|| Objects::new(embedded::<ObjectsFile>("objects.json", OBJECTS).objects))
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

    /// All kinds of tokens and keys.
    pub fn credentials(&self) -> &[Credential] {
        self.credentials.get_or_init(|| embedded::<CredentialsFile>("credentials.json", CREDENTIALS).credentials)
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
        self.platforms.platforms
    }

    /// The version of the developer platform that HubSpot calls current.
    pub fn current_platform(&self) -> &'static str {
        self.platforms.platforms.iter().find(|platform| platform.is_current).map_or("", |platform| platform.version)
    }

    /// Types of components that HubSpot knows and that stand for no feature.
    pub fn components_without_feature(&self) -> &'static [&'static str] {
        self.features.components_without_feature
    }

    /// The sources that rows name by a key, sorted.
    pub fn sources(&self) -> impl Iterator<Item = &'static str> {
        let mut sources: Vec<&'static str> = self.scopes.sources.iter().map(|(_, text)| *text).collect();
        sources.sort_unstable();
        sources.into_iter()
    }

    /// The full text of a source that may be given by its key.
    pub fn source<'a>(&self, key: &'a str) -> &'a str {
        self.scopes.sources.iter().find(|(short, _)| *short == key).map_or(key, |(_, text)| text)
    }
}
