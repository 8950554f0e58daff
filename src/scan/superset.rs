//! The narrowest scopes for a call whose record type the code does not say: those of the types that the project works with.
//!
//! Owns which types those are, by calls, features and declared scopes. What such a call needs is not counted as needed: what
//! it is called with is not known here.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::need::FeatureNeed;
use super::resolve::{CallConfidence, ScanCall};
use crate::catalog::{Call, Catalog, Method, Object, Scope, ScopeSet};
use crate::plan::Declared;
use crate::solve::{Requirement, minimum};

/// How many types are put into the places of one path.
const MOST: usize = 12;

/// The types that the project works with, and the least scopes for a call with every one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Superset {
    /// Plural names.
    pub objects: Vec<&'static str>,
    /// Sorted.
    pub scopes: Vec<&'static str>,
}

/// The types that the calls, the features and the declared scopes name.
pub(super) fn used(
    catalog: &'static Catalog,
    calls: &[ScanCall],
    features: &[FeatureNeed],
    declared: Option<&Declared>,
) -> Vec<&'static Object> {
    let mut found: BTreeSet<&'static str> = BTreeSet::new();
    for call in calls {
        let named = call.object.iter().flat_map(|names| names.split(','));
        found.extend(named.filter_map(|name| catalog.objects().resolve(name)).map(|object| object.plural));
    }
    let of_features = features.iter().flat_map(|need| need.ways.iter().flatten().copied());
    let of_project = declared.into_iter().flat_map(|declared| declared.iter().map(|(name, _)| name));
    for scope in of_features.chain(of_project) {
        let opened = catalog.objects().all().iter().filter(|object| opens(scope, object));
        found.extend(opened.map(|object| object.plural));
    }
    // Campaigns and lists have properties, but no records that a call could be made with.
    let has_records = |object: &&Object| matches!(object.kind, "crm" | "custom");
    catalog.objects().all().iter().filter(|object| found.contains(object.plural)).filter(has_records).collect()
}

/// Whether `scope` is one of the object's own.
fn opens(scope: &str, object: &Object) -> bool {
    let of_segment = ["crm.objects.", "crm.schemas."].iter().find_map(|family| scope.strip_prefix(family));
    let segment = of_segment.and_then(|rest| rest.split('.').next());
    let has_segment = segment.is_some() && object.scope_segment == segment;
    // Notes and calls open with the scope of contacts: whoever has it need not work with them.
    let by_name = segment.is_none() && object.uses_scopes.as_ref().is_some_and(|uses| uses.of(true).contains(&scope));
    has_segment || by_name
}

/// The superset of each of these calls that has one, by its place. Calls of one path have one, worked out once.
pub(super) fn each(
    catalog: &'static Catalog,
    calls: &[ScanCall],
    used: &[&'static Object],
) -> BTreeMap<usize, Superset> {
    let mut known: HashMap<(&str, &str), Option<Superset>> = HashMap::new();
    let open = calls.iter().enumerate().filter(|(_, call)| is_open(call));
    open.filter_map(|(place, call)| {
        let of_path = known.entry((call.method, &call.path)).or_insert_with(|| of(catalog, call, used));
        Some((place, of_path.clone()?))
    })
    .collect()
}

/// Whether the call does not say its record type.
fn is_open(call: &ScanCall) -> bool {
    call.confidence == CallConfidence::ObjectUnknown && !call.not_for_apps
}

/// The superset for `call`; `None` where none of `used` fits.
fn of(catalog: &'static Catalog, call: &ScanCall, used: &[&'static Object]) -> Option<Superset> {
    let method = Method::from_word(call.method)?;
    let (mut objects, mut needs) = (Vec::new(), Vec::new());
    for object in used.iter().take(MOST) {
        for other in used.iter().take(MOST) {
            let Some(path) = put_in(&call.path, object, other) else { continue };
            let known = Call::new(method, &path).ok().and_then(|call| catalog.endpoints().find(&call));
            let Some(known) = known.filter(|known| !known.object_unknown && !known.requirement.is_empty()) else {
                continue;
            };
            let ways = known.requirement.iter().map(|way| catalog.set_of(way.all_of.iter().copied()));
            let need = Requirement::any_of(ways.collect::<Vec<_>>());
            if !needs.contains(&need) {
                needs.push(need);
            }
            objects.push(object.plural);
        }
    }
    objects.dedup();
    // Of a call with two record types, the one that it says is no answer to which the other is.
    let own: Vec<&str> = call.object.iter().flat_map(|names| names.split(',')).collect();
    if call.each.is_empty() && objects.iter().all(|object| own.contains(object)) {
        return None;
    }
    let least = minimum(catalog, &needs, ScopeSet::EMPTY).set;
    let mut scopes: Vec<&'static str> =
        least.iter().map(|id| catalog.scope(id).name).filter(|name| *name != Scope::OAUTH).collect();
    scopes.sort_unstable();
    (!scopes.is_empty()).then_some(Superset { objects, scopes })
}

/// The path with `object` where its record type stands, and `other` at a second such place; `None` where it has none, or
/// where it has one only and `other` would say the same again.
fn put_in(path: &str, object: &Object, other: &Object) -> Option<String> {
    let is_type = |segment: &&str| segment.starts_with('{') && segment.contains("bjectType");
    let places = path.split('/').filter(is_type).count();
    if places == 0 || (places == 1 && object.plural != other.plural) {
        return None;
    }
    let mut names = [object.plural, other.plural].into_iter();
    let put = |segment| if is_type(&segment) { names.next().unwrap_or(segment) } else { segment };
    Some(path.split('/').map(put).collect::<Vec<_>>().join("/"))
}
