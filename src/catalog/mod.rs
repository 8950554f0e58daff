//! HubSpot's facts: scopes, features, object types, endpoints, tiers, permissions and the sentences HubSpot shows.
//!
//! Owns the embedded data of `assets/catalog/` and gives typed, read-only access to it. Every row carries its source and
//! its confidence. It holds no rules: what a fact means for an app is decided above, in `plan` and beyond.

mod confidence;
mod date;
mod endpoint;
mod feature;
mod internal_name;
mod load;
mod message;
mod object;
mod operation;
mod permission;
mod platform;
mod scope;
mod scope_set;
mod search;
mod source;
mod sunset;
mod tier;
mod topic;
mod words;

pub use confidence::Confidence;
pub use date::{Date, Era, day_from_text, eras};
pub use endpoint::{Endpoints, ImportError, ImportReport, Imported, Importer, Match};
pub use feature::{Alternative, DatedRequirement, Feature, FeatureOption, Group, Period};
pub use internal_name::InternalName;
pub use load::{Catalog, CatalogError};
pub use message::{Message, Messages, OtherCause};
pub use object::{Object, Objects, UsesScopes};
pub use operation::{Call, CallError, Effect, Method, Only, Operation, Override, TierHint, Way};
pub use permission::{Grant, InstallerRule, Permission, Permissions};
pub use platform::{Platform, PlatformFormat};
pub use scope::{Scope, ScopeId, Selectable, Sensitivity, Status, UserLevel};
pub use scope_set::ScopeSet;
pub use search::{matches, name_from_text, nearest};
pub use source::{Source, SourceKind};
pub use sunset::{End, Precision, Sunset};
pub use tier::{Account, Hub, Level, Tier, TierPart, Verdict, addon_name};
pub use topic::Topic;
pub use words::{Word, words_of};
