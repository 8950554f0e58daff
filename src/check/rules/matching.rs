//! A link against the app's settings: which scope stands where it may not, and which is missing.
//!
//! Owns the truth table of type and parameter. Where the names stand, and how an edit moves them, the caller knows.
//!
//! ```text
//!                          scope        optional_scope    neither
//!  required                –            required-missing  required-missing
//!  conditionally required  –            conditional-in-…  –
//!  optional                optional-in- –                 –
//!  not configured          not-conf…    not-configured    –
//! ```
//! A name in both parameters gets what is wrong with each place; that it stands in both is a rule of links alone.

use std::collections::HashSet;

use crate::catalog::Scope;
use crate::link::Known;
use crate::plan::{Declared, ScopeType};

/// The parameters of a link that carry scopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::check) enum List {
    /// `scope`.
    Scope,
    /// `optional_scope`.
    Optional,
}

impl List {
    /// Its name in the link.
    pub(in crate::check) fn as_str(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Optional => "optional_scope",
        }
    }

    /// The parameter.
    pub(in crate::check) fn known(self) -> Known {
        match self {
            Self::Scope => Known::Scope,
            Self::Optional => Known::OptionalScope,
        }
    }
}

/// What is wrong with one scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Mismatch {
    /// Required, and not in `scope`; whether it stands in `optional_scope`.
    RequiredMissing { in_optional: bool },
    /// In this parameter, and in none of the app's lists.
    NotConfigured(List),
    /// Conditionally required, and in `optional_scope`.
    ConditionalInOptional,
    /// Optional, and in `scope`.
    OptionalInScope,
}

impl Mismatch {
    /// The list that the name has to be in afterwards.
    pub(in crate::check) fn enters(self) -> Option<List> {
        match self {
            Self::RequiredMissing { .. } | Self::ConditionalInOptional => Some(List::Scope),
            Self::OptionalInScope => Some(List::Optional),
            Self::NotConfigured(_) => None,
        }
    }

    /// The list that the name has to leave.
    pub(in crate::check) fn leaves(self) -> Option<List> {
        match self {
            Self::RequiredMissing { in_optional } => in_optional.then_some(List::Optional),
            Self::NotConfigured(list) => Some(list),
            Self::ConditionalInOptional => Some(List::Optional),
            Self::OptionalInScope => Some(List::Scope),
        }
    }
}

/// Everything that is wrong between the lists of a link and those of the app, in the order of the link's names, then of
/// the app's.
pub(in crate::check) fn compare<'a>(
    declared: &'a Declared,
    scope: &[&'a str],
    optional: &[&'a str],
) -> Vec<(&'a str, Mismatch)> {
    let types = declared.types();
    let mut found = Vec::new();
    let mut said = HashSet::new();
    for (list, names) in [(List::Scope, scope), (List::Optional, optional)] {
        for name in names {
            let mismatch = match (types.get(name), list) {
                // HubSpot adds it to every OAuth app: whatever the settings call it, a link may have it.
                _ if *name == Scope::OAUTH => None,
                (None, _) => Some(Mismatch::NotConfigured(list)),
                (Some(ScopeType::Optional), List::Scope) => Some(Mismatch::OptionalInScope),
                (Some(ScopeType::ConditionallyRequired), List::Optional) => Some(Mismatch::ConditionalInOptional),
                // That a required one stands in optional_scope is said below, where it is missing from scope.
                (Some(_), _) => None,
            };
            found.extend(mismatch.filter(|_| said.insert((list, *name))).map(|mismatch| (*name, mismatch)));
        }
    }
    let (held, in_optional): (HashSet<&str>, HashSet<&str>) =
        (scope.iter().copied().collect(), optional.iter().copied().collect());
    let mut seen = HashSet::new();
    let missing = declared.required.iter().map(String::as_str).filter(|name| !held.contains(name));
    found.extend(
        missing
            .filter(|name| seen.insert(*name))
            .map(|name| (name, Mismatch::RequiredMissing { in_optional: in_optional.contains(name) })),
    );
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared() -> Declared {
        let list = |name: &str| vec![name.to_owned()];
        Declared { required: list("req"), conditional: list("cond"), optional: list("opt") }
    }

    /// The whole table: each type in each parameter.
    #[test]
    fn every_type_in_every_parameter_has_its_answer() {
        use List::{Optional, Scope};
        use Mismatch::{ConditionalInOptional, NotConfigured, OptionalInScope, RequiredMissing};
        let missing = |in_optional| RequiredMissing { in_optional };
        let table: [(&str, [&[Mismatch]; 4]); 4] = [
            ("req", [&[], &[missing(true)], &[], &[missing(false)]]),
            ("cond", [&[], &[ConditionalInOptional], &[ConditionalInOptional], &[]]),
            ("opt", [&[OptionalInScope], &[], &[OptionalInScope], &[]]),
            (
                "none",
                [
                    &[NotConfigured(Scope)],
                    &[NotConfigured(Optional)],
                    &[NotConfigured(Scope), NotConfigured(Optional)],
                    &[],
                ],
            ),
        ];
        for (name, answers) in table {
            let places: [(&[&str], &[&str]); 4] = [(&[name], &[]), (&[], &[name]), (&[name], &[name]), (&[], &[])];
            for ((scope, optional), answer) in places.into_iter().zip(answers) {
                let declared = declared();
                let found = compare(&declared, scope, optional);
                let of_name: Vec<Mismatch> = found.iter().filter(|(of, _)| *of == name).map(|(_, m)| *m).collect();
                assert_eq!(of_name, answer, "{name} in {scope:?} and {optional:?}");
            }
        }
    }

    #[test]
    fn oauth_is_no_stranger_but_is_missed_where_the_app_requires_it() {
        let mut app = declared();
        assert_eq!(compare(&app, &["oauth", "req"], &["oauth"]), []);
        app.required.push("oauth".to_owned());
        assert_eq!(compare(&app, &["req"], &[]), [("oauth", Mismatch::RequiredMissing { in_optional: false })]);
    }
}
