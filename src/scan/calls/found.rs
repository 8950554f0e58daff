//! What the search gives: calls, and places that look like one.

use std::collections::HashMap;

use crate::catalog::Method;

/// A call with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::scan) struct RawCall {
    pub(in crate::scan) file: u32,
    /// The byte where it stands.
    pub(in crate::scan) at: u32,
    pub(in crate::scan) method: Method,
    /// Whether nothing said the method.
    pub(in crate::scan) method_is_assumed: bool,
    /// The path with `{name}` where something is not known.
    pub(in crate::scan) path: String,
    /// `http`, or the SDK.
    pub(in crate::scan) via: &'static str,
    /// The objects that a GraphQL query names.
    pub(in crate::scan) objects: Vec<String>,
}

/// A place that looks like a call of HubSpot and is not settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::scan) struct Unresolved {
    pub(in crate::scan) file: u32,
    pub(in crate::scan) at: u32,
    pub(in crate::scan) why: String,
}

/// By file, byte and path of a call: file and byte of the row that gives the path.
pub(in crate::scan) type Rows = HashMap<(u32, u32, String), (u32, u32)>;

/// All that was found.
#[derive(Debug, Default)]
pub(in crate::scan) struct Found {
    pub(in crate::scan) calls: Vec<RawCall>,
    pub(in crate::scan) unresolved: Vec<Unresolved>,
    /// Where the paths stand that stand elsewhere than their calls.
    pub(in crate::scan) rows: Rows,
    /// The steps that it took.
    pub(in crate::scan) steps: u64,
    /// Whether the steps ended before the code did.
    pub(in crate::scan) is_cut: bool,
}
