//! Whom the change lets in or shuts out, and what the code has to cope with.

use std::collections::BTreeSet;

use super::change::{Change, Types};
use super::names::listed;
use super::reconnect::Reconnect;
use super::side::Side;
use super::statement::{KINDS, PERMISSIONS, REASONED, REFRESH, RULES, Statement};
use crate::account::{BillRow, bill, lens};
use crate::catalog::{Catalog, Confidence, Level, Scope, Sensitivity, Verdict};
use crate::plan::{Auth, Cause, Distribution, ScopeType};

/// Tiers on which the base link installs now and did not, and the other way round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TierChange {
    /// Now, not before.
    pub gained: Vec<Level>,
    /// Before, not now.
    pub lost: Vec<Level>,
    /// The scopes that shut the lost ones out.
    pub because: Vec<String>,
    /// Tiers on which no fact settles it any more.
    pub unknown: Vec<Level>,
}

/// Whom the change lets in or shuts out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// By tier.
    pub tiers: TierChange,
    /// Installers who can install now and could not.
    pub installers_gained: Vec<Statement>,
    /// Installers who could install and cannot now.
    pub installers_lost: Vec<Statement>,
}

/// Something that code has to be ready for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cope {
    /// The scope that a token may lack.
    pub scope: String,
    /// What needs it, where that is known.
    pub features: Vec<String>,
    /// When it is lacking.
    pub why: Statement,
}

/// What the change does to those who want to install, through the base link.
pub(super) fn reach(
    catalog: &'static Catalog,
    old_side: &Side,
    new_side: &Side,
    before: &Types,
    after: &Types,
) -> Reach {
    let (old, new) = (demanded(before), demanded(after));
    let (was, is) = (lens(catalog, &old), lens(catalog, &new));
    let mut tiers = TierChange::default();
    for (was, is) in was.0.iter().zip(&is.0) {
        match (was.verdict, is.verdict) {
            (Verdict::No, Verdict::Yes) => tiers.gained.push(is.level),
            (Verdict::Yes | Verdict::Unknown, Verdict::No) => {
                tiers.lost.push(is.level);
                tiers.because.extend(is.because.iter().cloned());
            }
            (Verdict::No | Verdict::Yes, Verdict::Unknown) => tiers.unknown.push(is.level),
            (Verdict::No, Verdict::No)
            | (Verdict::Yes, Verdict::Yes)
            | (Verdict::Unknown, Verdict::Yes | Verdict::Unknown) => {}
        }
    }
    tiers.because.sort();
    tiers.because.dedup();
    let (was, is) = (super_admins_only(catalog, &old), super_admins_only(catalog, &new));
    let mut reach = Reach { tiers, ..Reach::default() };
    match (was, is) {
        (Some((scope, confidence)), None) => {
            let text = format!("installers who are no Super Admins: {scope} is no longer demanded");
            reach.installers_gained.push(Statement { text, confidence, source: RULES });
        }
        (None, Some((scope, confidence))) => {
            let text = format!("installers who are no Super Admins: only a Super Admin can grant {scope}");
            reach.installers_lost.push(Statement { text, confidence, source: RULES });
        }
        // Where a Super Admin is needed before and after, nobody else could install, or can.
        (Some((_, Confidence::Documented)), Some((_, Confidence::Documented))) => {}
        (Some(_), Some(_)) | (None, None) => {
            reach.installers_lost.extend(lacking(catalog, &old, &new));
            reach.installers_gained.extend(lacking(catalog, &new, &old));
        }
    }
    if let (Auth::Oauth, Auth::Oauth) = (old_side.auth, new_side.auth) {
        match (old_side.distribution, new_side.distribution) {
            (Some(Distribution::Private), Some(Distribution::Marketplace)) => {
                let text = "whoever is on no allow list, up to 25 accounts until the app is listed";
                reach.installers_gained.push(Statement::reported(text, KINDS));
            }
            (Some(Distribution::Marketplace), Some(Distribution::Private)) => {
                let text = "whoever is not on the app's allow list, which has room for 10 accounts (100 for Solutions \
                            Partners)";
                reach.installers_lost.push(Statement::documented(text, KINDS));
            }
            _ => {}
        }
    }
    reach
}

/// Installers who lack a permission that `new` asks for and `old` does not, one statement for each.
fn lacking(catalog: &'static Catalog, old: &[&str], new: &[&str]) -> Vec<Statement> {
    let had: BTreeSet<&str> = bill(catalog, old).iter().map(|row| row.permission.id).collect();
    let is_new = |row: &BillRow| !row.is_super_admin() && !row.scopes.is_empty() && !had.contains(row.permission.id);
    bill(catalog, new)
        .into_iter()
        .filter(is_new)
        .map(|row| {
            let text = format!(
                "installers who are no Super Admins and lack {}, for {}",
                row.permission.name,
                listed(&row.scopes)
            );
            Statement { text, confidence: row.confidence, source: PERMISSIONS }
        })
        .collect()
}

/// What the base link demands.
pub(super) fn demanded(types: &Types) -> Vec<&str> {
    types.iter().filter(|(_, kind)| **kind == ScopeType::Required).map(|(name, _)| name.as_str()).collect()
}

/// The scope that only a Super Admin is best known to grant.
pub(super) fn super_admins_only<'a>(catalog: &Catalog, demanded: &[&'a str]) -> Option<(&'a str, Confidence)> {
    let known = demanded.iter().filter_map(|name| Some((*name, super_admin(catalog.scope_named(name)?)?)));
    known.max_by_key(|(_, confidence)| *confidence)
}

/// Sensitive scopes are reported to need one as well.
fn super_admin(scope: &Scope) -> Option<Confidence> {
    let sensitive = (scope.sensitivity != Sensitivity::Normal).then_some(Confidence::Reported);
    scope.super_admin.or(sensitive)
}

/// What code has to be ready for: scopes that are new, weaker or gone.
pub(super) fn cope(changes: &[Change], reconnect: &Reconnect) -> Vec<Cope> {
    changes
        .iter()
        .filter(|change| !reconnect.carries(change))
        .filter_map(|change| {
            let why = match (change.from, change.to) {
                (None, Some(_)) => Statement::documented(
                    "missing from tokens of accounts that have not authorised again; such calls are answered with 403 \
                     MISSING_SCOPES",
                    REFRESH,
                ),
                (_, None) => Statement::documented(
                    "gone from tokens at the first refresh after the settings are changed",
                    super::statement::GRANTS,
                ),
                (Some(from), Some(to)) if to < from && to == ScopeType::Optional => Statement::documented(
                    "left out, and nobody is told, where the account or the installer cannot grant it",
                    RULES,
                ),
                (Some(from), Some(to)) if to < from => {
                    Statement::documented("missing from installs through links that leave it out", RULES)
                }
                (Some(_), Some(ScopeType::Required)) => Statement::inferred(
                    "missing from installs that were not granted it, until they authorise again",
                    REASONED,
                ),
                (Some(_), Some(_)) => return None,
            };
            let named = change.because.iter().filter(|one| !matches!(one.cause, Cause::Pinned(_)));
            let features = named.map(|one| one.cause.describe().to_owned()).collect();
            Some(Cope { scope: change.scope.clone(), features, why })
        })
        .collect()
}
