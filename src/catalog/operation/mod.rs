//! One operation of HubSpot's API, whatever its version, and how a call is led to it.
//!
//! Owns calls, the trie of paths, and the files of the endpoint facts in memory. What an operation needs is `endpoint`'s.

pub(in crate::catalog) mod call;
mod call_text;
pub(in crate::catalog) mod facts;
mod index;
pub(in crate::catalog) mod paths;
pub(in crate::catalog) mod shape;

use std::collections::BTreeMap;

use call::version_rank;
use facts::VERSION;
use shape::Side;

use super::rows::{Listed, Method};

pub use call::{Call, CallError};
pub(in crate::catalog) use index::Index;

type Seen = BTreeMap<&'static str, BTreeMap<&'static str, Vec<usize>>>;

/// An operation: a method, a path and, where an API is about one object, that object. Its versions are one operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The method.
    pub method: Method,
    /// The path with the highest plain version, else the newest dated one, else the newest beta.
    pub path: &'static str,
    /// The object type (plural) that `{objectType}` stands for, where facts about it exist.
    pub object: Option<&'static str>,
    /// Area and API, such as `CRM/Deals`; `legacy` where no specification has it.
    pub api: &'static str,
    /// Set where no specification has the call: the entry that tells of it.
    pub(in crate::catalog) legacy: Option<usize>,
    /// A row of data says that it only reads.
    pub(in crate::catalog) reads: bool,
    pub(in crate::catalog) shape: Vec<&'static str>,
    pub(in crate::catalog) seen: Seen,
}

impl Operation {
    /// Method and path, as lists and answers show it: `GET /crm/v3/objects/{objectType}/{objectId}`.
    pub fn id(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether no specification has it.
    pub fn is_legacy(&self) -> bool {
        self.legacy.is_some()
    }

    /// The versions in which specifications have it, the one that names it first.
    pub fn versions(&self) -> Vec<&'static str> {
        let mut versions: Vec<&'static str> = self.seen.values().flat_map(BTreeMap::keys).copied().collect();
        versions.sort_unstable_by_key(|version| std::cmp::Reverse(version_rank(version)));
        versions.dedup();
        versions
    }

    /// Every path under which specifications have it, with its version.
    pub fn paths(&self) -> impl Iterator<Item = String> + '_ {
        let with_version = |(path, versions): (&&'static str, &BTreeMap<&'static str, Vec<usize>>)| {
            versions.keys().map(|version| path.replacen(VERSION, version, 1)).collect::<Vec<_>>()
        };
        self.seen.iter().flat_map(with_version)
    }

    /// What the specifications list, with the version of each.
    pub(in crate::catalog) fn listed<'a>(
        &'a self,
        table: &'a [Listed<'static>],
    ) -> Vec<(&'static str, &'a Listed<'static>)> {
        let by_version = self.seen.values().flatten();
        let mut listed: Vec<(&'static str, &Listed)> = by_version
            .flat_map(|(version, places)| places.iter().filter_map(|at| Some((*version, table.get(*at)?))))
            .collect();
        listed.sort_unstable();
        listed.dedup();
        listed
    }

    /// Where object types stand in the shape, and which end of an association each is.
    pub(in crate::catalog) fn object_holes(&self) -> impl Iterator<Item = (usize, Side)> + '_ {
        let segments = shape::segments(self.path).into_iter().enumerate();
        segments.filter_map(|(place, segment)| Some((place, shape::object_hole(segment)?)))
    }

    /// Its id with types of records where the path names them; `None` where the path has no place for a type.
    pub fn id_with_types(&self) -> Option<String> {
        let mut has_place = false;
        let fill = |segment: &str| match shape::object_hole(segment) {
            Some(side) => {
                has_place = true;
                if side == Side::This { "contacts" } else { "deals" }.to_owned()
            }
            None => segment.to_owned(),
        };
        let path: Vec<String> = self.path.split('/').map(fill).collect();
        has_place.then(|| format!("{} {}", self.method, path.join("/")))
    }

    /// Whether it only reads; a POST does where it searches or reads a batch, or where a row of data says so.
    pub fn is_read(&self) -> bool {
        if self.reads {
            return true;
        }
        let last = self.shape.last().copied().unwrap_or_default();
        match self.method {
            Method::Get => true,
            Method::Post => matches!(last, "search" | "read" | "query" | "idmapping"),
            Method::Put | Method::Patch | Method::Delete => false,
        }
    }

    /// Whether it is about properties, pipelines or other parts of an object's definition, not about records.
    pub(in crate::catalog) fn is_about_schemas(&self) -> bool {
        const AREAS: [&str; 4] = ["properties", "pipelines", "property-validations", "schemas"];
        self.shape.iter().take(2).any(|segment| AREAS.contains(segment) || *segment == "crm-object-schemas")
    }
}
