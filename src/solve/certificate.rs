//! A certificate: why a set of scopes is enough, why none of them can be left out, and why nothing cheaper exists.
//!
//! Owns the document and its check from scratch. It names scopes, so that it can be read and checked without the program
//! that wrote it; the check trusts nothing in it but the requirements themselves.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::refute::{Refutation, refute};
use super::{Cost, Minimum, Requirement};
use crate::catalog::{Catalog, ScopeSet};

/// One requirement of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertifiedNeed {
    /// What asks: a feature, a call.
    pub of: String,
    /// One of these sets, each whole.
    pub any_of: Vec<Vec<String>>,
    /// The set that the answer holds; empty when nothing can satisfy the requirement.
    pub by: Option<Vec<String>>,
}

/// The certificate of one search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The catalog's date, for costs change with the facts.
    pub catalog: String,
    /// When these are needed: always, per-link, if-available.
    pub when: String,
    /// What was held from the start.
    pub held: Vec<String>,
    /// Sound: each requirement with the scopes that satisfy it.
    pub requirements: Vec<CertifiedNeed>,
    /// The answer, with what was held.
    pub set: Vec<String>,
    /// Minimal: for each scope that was not held, the places of the requirements that fall without it.
    pub falls_without: BTreeMap<String, Vec<usize>>,
    /// The cost of the answer, in the order of the criteria.
    pub cost: Cost,
    /// Minimum: whether a search over scopes, in or out, found nothing cheaper.
    pub minimum: bool,
    /// How many sets have the same cost; the answer is the one whose sorted names come first. Not proved minimum: 1, for
    /// nothing is known but the set itself.
    pub equal_minima: u64,
    /// Whether that count is exact; otherwise there are at least so many.
    pub equal_minima_exact: bool,
}

/// What a certificate that holds is a proof of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verified {
    /// The set is enough, nothing in it can be left out, and no set is cheaper.
    Minimum,
    /// The set is enough and nothing in it can be left out. The certificate does not say that nothing is cheaper.
    NotProvedMinimum,
}

/// Why a certificate does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CertificateFault {
    /// A name that the catalog does not have.
    #[error("the scope {0} is not in the catalog")]
    UnknownScope(String),
    /// A requirement that the set does not satisfy in the way it says.
    #[error("requirement {0} ({1}) is not satisfied as the certificate says")]
    Unsound(usize, String),
    /// The set lacks what was held.
    #[error("the set lacks {0}, which was held")]
    LacksHeld(String),
    /// A scope that can be left out, or a list of falling requirements that is wrong.
    #[error("what falls without {0} is not as the certificate says")]
    NotMinimal(String),
    /// The cost is another one.
    #[error("the cost is not as the certificate says")]
    WrongCost,
    /// Something is cheaper, or equal and earlier by name.
    #[error("there is a better set: {0}")]
    NotMinimum(String),
    /// The number of equal sets is another one.
    #[error("the number of equal sets is {0}, not as the certificate says")]
    WrongCount(u64),
    /// It claims a proof that could not be repeated within bounds.
    #[error("that nothing is cheaper could not be proved again within bounds")]
    ProofTooLong,
}

/// The certificate of `answer` to `needs` (what asks, and what it asks for), held `held` from the start.
pub fn certify(
    catalog: &Catalog,
    when: &str,
    needs: &[(String, Requirement)],
    held: ScopeSet,
    answer: &Minimum,
) -> Certificate {
    let requirements: Vec<Requirement> = needs.iter().map(|(_, requirement)| requirement.clone()).collect();
    let names = |set: &ScopeSet| set.iter().map(|id| catalog.scope(id).name.to_owned()).collect::<Vec<_>>();
    let certified = |(of, requirement): &(String, Requirement)| CertifiedNeed {
        of: of.clone(),
        any_of: requirement.alternatives().iter().map(names).collect(),
        by: requirement.alternatives().iter().find(|way| way.is_subset(&answer.set)).map(names),
    };
    let proof: Refutation = refute(catalog, &requirements, held);
    let minimum = proof.complete && proof.first == answer.set;
    Certificate {
        catalog: catalog.as_of().to_string(),
        when: when.to_owned(),
        held: names(&held),
        requirements: needs.iter().map(certified).collect(),
        set: names(&answer.set),
        falls_without: falls(catalog, &requirements, &answer.set, &held),
        cost: Cost::of_set(catalog, &answer.set),
        minimum,
        equal_minima: if minimum { proof.equal } else { 1 },
        equal_minima_exact: minimum && proof.equal_is_exact,
    }
}

/// For each scope that was not held, the places of the requirements that fall without it.
fn falls(
    catalog: &Catalog,
    requirements: &[Requirement],
    set: &ScopeSet,
    held: &ScopeSet,
) -> BTreeMap<String, Vec<usize>> {
    let mut own = set.difference(held);
    own.remove(catalog.oauth());
    own.iter()
        .map(|id| {
            let mut without = *set;
            without.remove(id);
            let falling =
                requirements.iter().enumerate().filter(|(_, r)| r.is_satisfied_by(set) && !r.is_satisfied_by(&without));
            (catalog.scope(id).name.to_owned(), falling.map(|(place, _)| place).collect())
        })
        .collect()
}

/// Checks a certificate from scratch; every fault is named. One that honestly says that it is not proved minimum holds for
/// what it says.
pub fn verify(catalog: &Catalog, certificate: &Certificate) -> Result<Verified, Vec<CertificateFault>> {
    let every_name = certificate
        .set
        .iter()
        .chain(&certificate.held)
        .chain(certificate.requirements.iter().flat_map(|need| need.any_of.iter().flatten()));
    let unknown: Vec<CertificateFault> = every_name
        .filter(|name| catalog.scope_id(name).is_none())
        .map(|name| CertificateFault::UnknownScope(name.clone()))
        .collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let set_of = |names: &[String]| catalog.set_of(names.iter().map(String::as_str));
    let (set, held) = (set_of(&certificate.set), set_of(&certificate.held));
    let requirements: Vec<Requirement> = certificate
        .requirements
        .iter()
        .map(|need| Requirement::any_of(need.any_of.iter().map(|way| set_of(way))))
        .collect();
    let mut faults = Vec::new();
    for (place, need) in certificate.requirements.iter().enumerate() {
        let satisfied = match &need.by {
            Some(way) => need.any_of.contains(way) && set_of(way).is_subset(&set),
            None => need.any_of.is_empty(),
        };
        if !satisfied {
            faults.push(CertificateFault::Unsound(place, need.of.clone()));
        }
    }
    let lacking = held.difference(&set);
    faults.extend(lacking.iter().map(|id| CertificateFault::LacksHeld(catalog.scope(id).name.to_owned())));
    let truly_falls = falls(catalog, &requirements, &set, &held);
    for (scope, places) in &truly_falls {
        if places.is_empty() || certificate.falls_without.get(scope) != Some(places) {
            faults.push(CertificateFault::NotMinimal(scope.clone()));
        }
    }
    let extra = certificate.falls_without.keys().filter(|scope| !truly_falls.contains_key(*scope));
    faults.extend(extra.map(|scope| CertificateFault::NotMinimal(scope.clone())));
    if Cost::of_set(catalog, &set) != certificate.cost {
        faults.push(CertificateFault::WrongCost);
    }
    faults.extend(check_minimum(catalog, certificate, &requirements, set, held));
    match (faults.is_empty(), certificate.minimum) {
        (false, _) => Err(faults),
        (true, true) => Ok(Verified::Minimum),
        (true, false) => Ok(Verified::NotProvedMinimum),
    }
}

/// Repeats the proof that nothing is better, where one is claimed.
fn check_minimum(
    catalog: &Catalog,
    certificate: &Certificate,
    requirements: &[Requirement],
    set: ScopeSet,
    held: ScopeSet,
) -> Option<CertificateFault> {
    let counted = (certificate.equal_minima, certificate.equal_minima_exact);
    if !certificate.minimum {
        return (counted != (1, false)).then_some(CertificateFault::WrongCount(1));
    }
    let proof = refute(catalog, requirements, held);
    if !proof.complete {
        return Some(CertificateFault::ProofTooLong);
    }
    if proof.first != set {
        let names: Vec<&str> = proof.first.iter().map(|id| catalog.scope(id).name).collect();
        return Some(CertificateFault::NotMinimum(names.join(" ")));
    }
    (counted != (proof.equal, proof.equal_is_exact)).then_some(CertificateFault::WrongCount(proof.equal))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::solve::minimum;
    use crate::solve::test_support::{needs, random_problem};

    fn certificate_of(requirements: Vec<Requirement>) -> Certificate {
        let catalog = Catalog::embedded();
        let answer = minimum(catalog, &requirements, ScopeSet::EMPTY);
        let named: Vec<(String, Requirement)> =
            requirements.into_iter().enumerate().map(|(i, r)| (format!("call {i}"), r)).collect();
        certify(catalog, "always", &named, ScopeSet::EMPTY, &answer)
    }

    #[test]
    fn the_number_of_equal_minima_is_counted_and_the_first_by_name_is_the_answer() {
        let either = needs(&[&["crm.objects.orders.read"], &["crm.objects.carts.read"]]);
        let certificate = certificate_of(vec![either]);
        assert_eq!(certificate.set, ["oauth", "crm.objects.carts.read"]);
        assert_eq!((certificate.equal_minima, certificate.equal_minima_exact), (2, true));
        assert_eq!(verify(Catalog::embedded(), &certificate), Ok(Verified::Minimum));
    }

    #[test]
    fn one_that_claims_no_proof_holds_for_what_it_says_and_one_that_claims_too_much_does_not() {
        let catalog = Catalog::embedded();
        let ways: [&[&str]; 2] = [&["crm.objects.orders.read"], &["crm.objects.carts.read"]];
        let mut certificate = certificate_of(vec![needs(&ways)]);
        (certificate.minimum, certificate.equal_minima, certificate.equal_minima_exact) = (false, 1, false);
        assert_eq!(verify(catalog, &certificate), Ok(Verified::NotProvedMinimum));
        let dear: &[&str] = &["crm.objects.orders.write"];
        let mut certificate = certificate_of(vec![needs(&[dear])]);
        certificate.requirements[0].any_of.push(vec!["crm.lists.read".to_owned()]);
        let better = CertificateFault::NotMinimum("oauth crm.lists.read".to_owned());
        assert_eq!(verify(catalog, &certificate), Err(vec![better]));
        (certificate.minimum, certificate.equal_minima_exact) = (false, false);
        assert_eq!(verify(catalog, &certificate), Ok(Verified::NotProvedMinimum));
    }

    #[test]
    fn a_scope_more_or_less_is_refused_and_named() {
        let good = certificate_of(vec![needs(&[&["crm.lists.read"]]), needs(&[&["crm.import"]])]);
        let mut more = good.clone();
        more.set.push("crm.export".to_owned());
        let faults = verify(Catalog::embedded(), &more).unwrap_err();
        assert!(faults.contains(&CertificateFault::NotMinimal("crm.export".to_owned())), "{faults:?}");
        let mut less = good;
        less.set.retain(|name| name != "crm.import");
        let faults = verify(Catalog::embedded(), &less).unwrap_err();
        assert!(faults.iter().any(|fault| matches!(fault, CertificateFault::Unsound(1, _))), "{faults:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]

        #[test]
        fn every_answer_has_a_certificate_that_holds((requirements, _) in random_problem(12, 14)) {
            let certificate = certificate_of(requirements);
            prop_assert!(certificate.minimum);
            prop_assert_eq!(verify(Catalog::embedded(), &certificate), Ok(Verified::Minimum));
        }

        #[test]
        fn every_mutation_is_refused((requirements, pool) in random_problem(12, 10), which in 0usize..6, at in 0usize..40) {
            let good = certificate_of(requirements);
            let catalog = Catalog::embedded();
            let mut bad = good.clone();
            match which {
                0 => {
                    let outside: Vec<_> = pool.iter().map(|id| catalog.scope(id).name.to_owned()).filter(|n| !bad.set.contains(n)).collect();
                    prop_assume!(!outside.is_empty());
                    bad.set.push(outside[at % outside.len()].clone());
                }
                1 => {
                    prop_assume!(bad.set.len() > 1);
                    bad.set.remove(1 + at % (bad.set.len() - 1));
                }
                2 => bad.equal_minima += 1,
                // It still says how many are equal, which only a proof can know.
                3 => (bad.minimum, bad.equal_minima_exact) = (false, true),
                4 => {
                    prop_assume!(!bad.falls_without.is_empty());
                    let key = bad.falls_without.keys().nth(at % bad.falls_without.len()).cloned().unwrap();
                    bad.falls_without.insert(key, vec![999]);
                }
                _ => {
                    prop_assume!(!bad.requirements.is_empty());
                    let place = at % bad.requirements.len();
                    // No requirement of the problem asks for it.
                    bad.requirements[place].by = Some(vec!["oauth".to_owned()]);
                }
            }
            prop_assert!(verify(catalog, &bad).is_err(), "{:?}", bad);
        }
    }
}
