//! The rows of the files in `assets/catalog/`, one struct a row, as they are written there.
//!
//! One definition, read twice: `assets/build.rs` includes this module to make the static tables, the crate to read what is
//! not static and what a newer facts file brings. A key or a word that no struct has is refused, so that a slip in a fact
//! is found where it was made. What a row means stands beside it in `catalog`; nothing here uses another module but the
//! type of a day, which both sides have.

mod check;
mod endpoint;
mod feature;
mod internal_name;
mod message;
mod near;
mod object;
mod overrides;
mod permission;
mod place;
mod platform;
mod rule;
mod scope;
mod sdk;
mod sunset;
mod topic;
mod who_fixes;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date::{Date, day_from_text};

pub(crate) use check::{Files, MOST_SCOPES};
pub(crate) use endpoint::{EndpointsFile, Listed, OperationRow};
pub use endpoint::{Method, TierHint};
pub(crate) use feature::FeaturesFile;
pub use feature::{Alternative, DatedRequirement, Feature, FeatureOption, Group};
pub use internal_name::InternalName;
pub(crate) use internal_name::InternalNamesFile;
pub(crate) use message::MessagesFile;
pub use message::{Message, OtherCause};
pub(crate) use near::{AloneRow, NearFile, Verb};
pub(crate) use object::ObjectsFile;
pub use object::{Object, UsesScopes};
pub use overrides::{Effect, Only, Override, Way};
pub(crate) use overrides::{OverridesFile, Part, Successor};
pub(crate) use permission::PermissionsFile;
pub use permission::{Grant, InstallerRule, Permission};
pub(crate) use place::{Fault, read};
pub(crate) use platform::PlatformsFile;
pub use platform::{Platform, PlatformFormat};
pub use rule::{Rule, Severity, Teller};
pub(crate) use scope::ScopesFile;
pub use scope::{Hub, Level, Scope, Selectable, Sensitivity, Status, Tier, TierPart, UserLevel};
pub(crate) use sdk::{SdkFile, SdkRow};
pub(crate) use sunset::SunsetsFile;
pub use sunset::{End, Precision, Sunset};
pub use topic::Topic;
pub(crate) use topic::TopicsFile;
pub use who_fixes::WhoFixes;

/// How well a fact is known; what is not [`Confidence::Documented`] is never an error to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Reasoned from other facts.
    Inferred,
    /// Said by third parties.
    Reported,
    /// Said by HubSpot: a page, the changelog, a repository or a specification.
    Documented,
}

/// A list that lives as long as the program, as those of the static tables do.
fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<&'static [T], D::Error> {
    Ok(Vec::deserialize(from)?.leak())
}

/// Names and what each stands for; a name that stands twice is refused.
fn pairs<'de: 'static, D: Deserializer<'de>>(from: D) -> Result<&'static [(&'static str, &'static str)], D::Error> {
    struct Pairs;
    impl<'de: 'static> serde::de::Visitor<'de> for Pairs {
        type Value = Vec<(&'static str, &'static str)>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object of texts")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut pairs: Self::Value = Vec::new();
            while let Some((name, text)) = map.next_entry::<&'static str, &'static str>()? {
                if pairs.iter().any(|(known, _)| *known == name) {
                    return Err(serde::de::Error::custom(format_args!("the name `{name}` stands twice")));
                }
                pairs.push((name, text));
            }
            Ok(pairs)
        }
    }
    Ok(from.deserialize_map(Pairs)?.leak())
}

/// A day, written `2026-11-21`.
fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let text = <&str>::deserialize(from)?;
    day_from_text(text).ok_or_else(|| serde::de::Error::custom(format_args!("`{text}` is no day, such as 2026-11-21")))
}

fn maybe_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    day(from).map(Some)
}

/// A day is the text of a type of its own, so that a table can be made of it.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
fn as_day<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_newtype_struct("Date", &day.to_string())
}

#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
fn as_maybe_day<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
    struct Day(Date);
    impl Serialize for Day {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            as_day(&self.0, to)
        }
    }
    match day {
        Some(day) => to.serialize_some(&Day(*day)),
        None => to.serialize_none(),
    }
}

/// A text that JSON may have to escape; one that lives as long as the program is made of it.
fn text<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
    Ok(String::deserialize(from)?.leak())
}

fn maybe_text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<&'static str>, D::Error> {
    text(from).map(Some)
}

/// What stands for a flag that is not written and holds.
const fn yes() -> bool {
    true
}
