//! The solver beside an oracle that knows nothing of it, on what HubSpot's real calls and features ask for.
//!
//! The ordinary run tries every set of some hundred plans. With the feature `oracle`, integer programming answers them, too,
//! and `cargo test --profile optimised --features oracle --test engine solve_oracle -- --ignored` takes more than ten thousand.
//! The plans are the same on every machine, so that a failure comes again.

#![allow(clippy::unwrap_used, reason = "a test panics to fail")]
#![allow(clippy::print_stdout, reason = "with --nocapture a run says how hard it was")]

mod oracle;
mod problems;
#[cfg(feature = "oracle")]
mod programme;

use std::time::{Duration, Instant};

use hubscope::catalog::{Catalog, ScopeSet};
use hubscope::solve::{Certificate, Verified, certify, minimum, verify};

use oracle::{by_trying, counts, in_question, names};
use problems::{Dice, Pool, Problem, tangle};

/// What a run looked at, for whoever wants to know how hard it was.
#[derive(Debug, Default)]
struct Seen {
    cases: usize,
    tried: usize,
    most_scopes: usize,
    with_equals: usize,
    solver: Duration,
}

/// Solves `count` random plans and holds each against the oracles.
fn compare(seed: u64, count: usize) -> Seen {
    let catalog = Catalog::embedded();
    let pool = Pool::read(catalog);
    let mut dice = Dice(seed);
    let mut found = Seen::default();
    for case in 0..count {
        let problem = pool.plan(&mut dice);
        hold_against_oracles(catalog, &problem, case, &mut found);
    }
    found
}

fn hold_against_oracles(catalog: &Catalog, problem: &Problem, case: usize, seen: &mut Seen) {
    let requirements = problem.requirements();
    let started = Instant::now();
    let answer = minimum(catalog, &requirements, problem.held);
    seen.solver += started.elapsed();
    seen.cases += 1;
    assert!(answer.proved, "case {case}: {:?}", problem.needs);
    let said = |set: &ScopeSet| (counts(catalog, set), names(catalog, set));
    #[cfg(feature = "oracle")]
    {
        let programme = programme::by_programme(catalog, &requirements, problem.held);
        assert_eq!(said(&answer.set), said(&programme), "case {case}, integer programme: {:?}", problem.needs);
    }
    let certificate = certify(catalog, "always", &problem.needs, problem.held, &answer);
    assert_eq!(verify(catalog, &certificate), Ok(Verified::Minimum), "case {case}: {certificate:?}");
    refuse_mutations(catalog, &certificate, case);
    let scopes = in_question(&requirements).difference(&problem.held).len();
    seen.most_scopes = seen.most_scopes.max(scopes);
    if scopes <= 14 {
        let (first, equal) = by_trying(catalog, &requirements, problem.held);
        assert_eq!(said(&answer.set), said(&first), "case {case}, every set: {:?}", problem.needs);
        seen.tried += 1;
        seen.with_equals += usize::from(equal > 1);
        assert_eq!((certificate.equal_minima, certificate.equal_minima_exact), (equal, true), "case {case}");
    }
}

/// Each way to spoil the certificate is seen.
fn refuse_mutations(catalog: &Catalog, good: &Certificate, case: usize) {
    let mut spoilt: Vec<(String, Certificate)> = Vec::new();
    let mut spoil = |what: String, change: &dyn Fn(&mut Certificate)| {
        let mut bad = good.clone();
        change(&mut bad);
        spoilt.push((what, bad));
    };
    for name in good.set.iter().filter(|name| *name != "oauth") {
        spoil(format!("without {name}"), &|bad| bad.set.retain(|other| other != name));
        spoil(format!("no word of {name}"), &|bad| {
            // What is held from the start has no word.
            if bad.falls_without.remove(name).is_none() {
                bad.falls_without.insert(name.clone(), vec![0]);
            }
        });
    }
    let more = catalog.scopes().iter().find(|scope| !good.set.iter().any(|name| name == scope.name)).unwrap().name;
    spoil(format!("with {more}"), &|bad| bad.set.push(more.to_owned()));
    spoil("one requirement more".to_owned(), &|bad| {
        let mut need = bad.requirements[0].clone();
        (need.any_of, need.by) = (vec![vec![more.to_owned()]], Some(vec![more.to_owned()]));
        bad.requirements.push(need);
    });
    spoil("an unknown name".to_owned(), &|bad| bad.set.push("no.such.scope".to_owned()));
    spoil("one equal set more".to_owned(), &|bad| bad.equal_minima += 1);
    spoil("another count".to_owned(), &|bad| bad.equal_minima_exact = !bad.equal_minima_exact);
    spoil("another cost".to_owned(), &|bad| bad.cost = bad.cost.plus([0, 0, 0, 0, 0, 0, 0, 1].into()));
    spoil("by what it lacks".to_owned(), &|bad| bad.requirements[0].by = Some(vec![more.to_owned()]));
    for (what, bad) in spoilt {
        assert!(verify(catalog, &bad).is_err(), "case {case}, {what}: {bad:?}");
    }
}

#[test]
fn some_hundred_plans_of_real_calls_have_the_least_set() {
    let seen = compare(1, 250);
    assert_eq!(seen.cases, 250);
    assert!(seen.tried > 50, "{seen:?}");
}

#[test]
#[cfg(feature = "oracle")]
#[ignore = "takes minutes without optimization: .ci/long runs it"]
fn more_than_ten_thousand_plans_of_real_calls_have_the_least_set() {
    // Four lots, so that every processor has something to do.
    let lots = std::thread::scope(|scope| {
        let lots: Vec<_> = (2..6).map(|seed| scope.spawn(move || compare(seed, 2_600))).collect();
        lots.into_iter().map(|lot| lot.join().unwrap()).collect::<Vec<Seen>>()
    });
    println!("{lots:#?}");
    assert_eq!(lots.iter().map(|lot| lot.cases).sum::<usize>(), 10_400);
}

#[test]
fn a_tangle_is_answered_with_or_without_a_proof() {
    // The search counts its work and ends by it: how long that takes is told, not tested.
    untangle(3, 20, 6, 30);
}

#[test]
#[ignore = "takes minutes without optimization: .ci/long runs it"]
fn tangles_of_any_shape_end_soon() {
    let shapes = [(40, 8, 60), (40, 8, 60), (60, 4, 100), (100, 3, 200), (30, 12, 24), (200, 6, 300), (300, 2, 300)];
    for (seed, (count, ways, pool)) in (10..).zip(shapes) {
        untangle(seed, count, ways, pool);
    }
}

/// Solves a tangle: the answer is enough and minimal, and no more is claimed than was proved.
fn untangle(seed: u64, count: usize, ways: usize, pool: usize) {
    let catalog = Catalog::embedded();
    let problem = tangle(catalog, &mut Dice(seed), count, ways, pool);
    let requirements = problem.requirements();
    let started = Instant::now();
    let answer = minimum(catalog, &requirements, problem.held);
    let took = started.elapsed();
    let certificate = certify(catalog, "always", &problem.needs, problem.held, &answer);
    println!("{count} x {ways} over {pool}: {took:?}, proved: {}, certified: {}", answer.proved, certificate.minimum);
    let honest = Certificate { minimum: false, equal_minima: 1, equal_minima_exact: false, ..certificate.clone() };
    assert_eq!(verify(catalog, &honest), Ok(Verified::NotProvedMinimum));
    // A claim of a proof is believed only where it can be repeated.
    let claim = Certificate { minimum: true, ..certificate.clone() };
    assert_eq!(verify(catalog, &claim).is_ok(), certificate.minimum);
}
