//! HubSpot's facts: scopes, features, object types, endpoints, tiers, permissions and the sentences HubSpot shows.
//!
//! Owns the embedded data of `assets/catalog/` and gives typed, read-only access to it. Every row carries its source and
//! its confidence. It holds no rules: what a fact means for an app is decided above, in `plan` and beyond.

mod age;
mod changes;
mod confidence;
mod date;
mod endpoint;
mod feature;
mod internal_name;
mod layer;
mod load;
mod message;
mod near;
mod object;
mod operation;
mod permission;
mod rows;
mod scope;
mod scope_set;
mod search;
mod source;
mod sunset;
mod tables;
mod tier;
mod who_fixes;

pub use age::{age_in_days, age_in_words};
pub use changes::{Change, Changes, FieldChange, changes};
pub use date::{Date, Era, day_from_text, eras};
pub use endpoint::{
    Availability, Doubt, Doubtful, Endpoints, ImportError, ImportReport, Imported, Importer, Match, Standing,
};
pub use feature::Period;
pub use layer::{CatalogError, FACT_FILES, Layer, Older, Unsound, facts_file};
pub use load::Catalog;
pub use message::Messages;
pub use near::{NearScopes, Said, Word, alike, nearest, slip_of, words_of};
pub use object::Objects;
pub use operation::{Call, CallError, Operation};
pub use permission::Permissions;
pub use rows::{
    Alternative, Confidence, DatedRequirement, Effect, End, Feature, FeatureOption, Grant, Group, Hub, InstallerRule,
    InternalName, Level, Message, Method, Object, Only, OtherCause, Override, Permission, Platform, PlatformFormat,
    Precision, Rule, Scope, Selectable, Sensitivity, Severity, Status, Sunset, Teller, Tier, TierHint, TierPart, Topic,
    UserLevel, UsesScopes, Way, WhoFixes,
};
pub(crate) use rows::{SdkFile, SdkRow, read};
pub use scope::ScopeId;
pub use scope_set::ScopeSet;
pub use search::{matches, name_from_text};
pub use source::{Source, SourceKind};
pub use tier::{Account, Verdict, addon_name};
