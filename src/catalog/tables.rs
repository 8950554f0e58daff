//! The static tables that `assets/build.rs` makes of scopes.json, features.json and platforms.json: nothing of them is
//! parsed when the program starts.

use super::Date;
use super::rows::{
    Alternative, Confidence, DatedRequirement, Feature, FeatureOption, FeaturesFile, Group, Hub, Level, Platform,
    PlatformFormat, PlatformsFile, Scope, ScopesFile, Selectable, Sensitivity, Status, Tier, TierPart, UserLevel,
};

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));
