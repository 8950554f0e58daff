//! What an answer costs: the least set for plans of real calls, one toggle more, the certificate; a call looked up; the
//! endpoint facts read for the first time; all tiers and installers at once.
//!
//! It measures and prints, and judges nothing: `cargo bench --bench engine -- solve`.

use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};

use hubscope::account::{Ask, Install, changes, matrix, values};
use hubscope::catalog::{Call, Catalog, ScopeSet};
use hubscope::solve::{Requirement, certify, minimum, verify};

use crate::Failure;

type Need = (String, Requirement);

const ROUNDS: usize = 400;

/// Measures and prints.
pub(crate) fn run() -> Result<(), Failure> {
    let out = &mut std::io::stdout();
    let catalog = Catalog::embedded();
    load(catalog, out)?;
    look_up(catalog, out)?;
    let calls = calls(catalog);
    for size in [5, 20, 100, 400] {
        solve(catalog, &calls, size, out)?;
    }
    toggle(catalog, &calls, out)?;
    places(catalog, out)
}

/// The facts, for the first time in this process and then again: once they are read, asking for them costs nothing.
fn load(catalog: &'static Catalog, out: &mut impl Write) -> Result<(), Failure> {
    let (first, count) = timed(|| catalog.endpoints().operations().len());
    let mut again = Vec::new();
    for _ in 0..20 {
        again.push(timed(|| Catalog::default().endpoints().operations().len()).0);
    }
    let later: Vec<Duration> = (0..ROUNDS).map(|_| timed(|| catalog.endpoints().operations().len()).0).collect();
    let median = at(&again, 50);
    writeln!(out, "{count} endpoints")?;
    writeln!(out, "  first use      {first:>10.1?}")?;
    writeln!(
        out,
        "  read anew      {median:>10.1?}  first is {:.2} of it",
        first.as_secs_f64() / median.as_secs_f64()
    )?;
    writeln!(out, "  later use      {:>10.1?}", at(&later, 50))?;
    Ok(())
}

fn look_up(catalog: &'static Catalog, out: &mut impl Write) -> Result<(), Failure> {
    writeln!(out, "one call looked up")?;
    for text in [
        "GET /crm/v3/objects/deals/123",
        "GET /crm/v3/owners",
        "POST /crm/v4/associations/companies/deals/batch/create",
        "GET /crm/v3/objects/{objectType}",
        "GET /no/such/call",
    ] {
        let call = Call::parse(text)?;
        let times: Vec<Duration> =
            (0..ROUNDS).map(|_| timed(|| black_box(catalog.endpoints().find(&call))).0).collect();
        report(text, &times, out)?;
    }
    Ok(())
}

/// Every call that an installed app can make, in an order of no meaning.
fn calls(catalog: &'static Catalog) -> Vec<Need> {
    let endpoints = catalog.endpoints();
    let found = endpoints.operations().iter().map(|operation| endpoints.needs(operation));
    found
        .filter(|found| !found.requirement.is_empty() && !found.object_unknown)
        .map(|found| {
            let ways = found.requirement.iter().map(|way| catalog.set_of(way.all_of.iter().copied()));
            (found.operation.id(), Requirement::any_of(ways))
        })
        .collect()
}

/// A plan of `size` calls, another one each `round`.
fn plan(calls: &[Need], size: usize, round: usize) -> Vec<Need> {
    // A prime stride walks over all calls before it meets one again.
    (0..size).map(|place| calls[(round * 131 + place * 997) % calls.len()].clone()).collect()
}

fn solve(catalog: &Catalog, calls: &[Need], size: usize, out: &mut impl Write) -> Result<(), Failure> {
    let mut times = [const { Vec::new() }; 3];
    let mut proved = 0;
    for round in 0..ROUNDS {
        let needs = plan(calls, size, round);
        let requirements: Vec<Requirement> = needs.iter().map(|(_, requirement)| requirement.clone()).collect();
        let (solved, answer) = timed(|| minimum(catalog, &requirements, ScopeSet::EMPTY));
        let (certified, certificate) = timed(|| certify(catalog, "always", &needs, ScopeSet::EMPTY, &answer));
        let (verified, holds) = timed(|| verify(catalog, &certificate).is_ok());
        proved += usize::from(answer.proved && certificate.minimum && holds);
        for (times, took) in times.iter_mut().zip([solved, certified, verified]) {
            times.push(took);
        }
    }
    writeln!(out, "plans of {size} calls, {ROUNDS} of them, {proved} proved")?;
    for (what, times) in ["solve", "certify", "verify"].iter().zip(&times) {
        report(what, times, out)?;
    }
    Ok(())
}

/// One call more or less in a plan of 100, as a key in the configurator does: everything is solved again.
fn toggle(catalog: &Catalog, calls: &[Need], out: &mut impl Write) -> Result<(), Failure> {
    let mut requirements: Vec<Requirement> = plan(calls, 100, 0).into_iter().map(|(_, need)| need).collect();
    let mut times = Vec::new();
    for round in 0..10 * ROUNDS {
        let (_, next) = &calls[(round * 37) % calls.len()];
        let place = round % requirements.len();
        let (took, ()) = timed(|| {
            requirements[place] = next.clone();
            black_box(minimum(catalog, &requirements, ScopeSet::EMPTY));
        });
        times.push(took);
    }
    writeln!(out, "one toggle at 100 calls")?;
    report("toggle", &times, out)
}

/// Every tier and installer for a link of 60 scopes, with the change that lets more in and what each scope costs: as it is
/// done for a frame, of which there are 60 in a second.
fn places(catalog: &'static Catalog, out: &mut impl Write) -> Result<(), Failure> {
    const FRAME: Duration = Duration::from_micros(16_667);
    // Those with a tier make the most to say.
    let bound = catalog.scopes().iter().filter(|scope| scope.is_tier_bound()).take(60);
    let ask = Ask { scope: bound.map(|scope| scope.name.to_owned()).collect(), ..Ask::default() };
    let install = Install::default();
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let (took, _) = timed(|| {
            let all = matrix(catalog, &install, &ask);
            (changes(&all, &ask), values(&all, &ask, None))
        });
        times.push(took);
    }
    writeln!(out, "12 places of a link of {} scopes, as parts of a frame", ask.scope.len())?;
    let part = |percent| at(&times, percent).as_secs_f64() / FRAME.as_secs_f64();
    writeln!(out, "  p50 {:>9.3}  p99 {:>9.3}  matrix, changes, values", part(50), part(99))?;
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let started = Instant::now();
    let result = black_box(work());
    (started.elapsed(), result)
}

fn at(times: &[Duration], percent: usize) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
}

fn report(what: &str, times: &[Duration], out: &mut impl Write) -> Result<(), Failure> {
    writeln!(out, "  p50 {:>9.1?}  p99 {:>9.1?}  max {:>9.1?}  {what}", at(times, 50), at(times, 99), at(times, 100))?;
    Ok(())
}
