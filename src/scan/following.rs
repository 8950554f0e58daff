//! From the files that speak of HubSpot to the files that they stand on: which of the quiet ones are read, and how many.
//!
//! A wrapper, a constant or a class with the base URL may lie in a file that names nothing of HubSpot. A way is followed only
//! where some file reaches HubSpot's API, never from a register that imports everything, the nearest file first, and as far as
//! the bytes that may be spent on it last. How a way is found is the business of `leads`.

use std::collections::{HashMap, HashSet};

use super::generated::is_generated;
use super::leads::{Leads, by_path};
use super::prefilter::Marks;
use super::program::SourceFile;
use super::source::{language_of, parse};
use super::walk::{self, Candidate};

/// How often what was parsed may lead to more.
const ROUNDS: usize = 3;

/// How many bytes may be parsed that name nothing of HubSpot: so many, and as many as reach its API. What is nearest comes
/// first; beyond that lies the rest of a large repository.
const MAX_QUIET_BYTES: usize = 400_000;

/// How many names a file may import that only names HubSpot: one with more is a register, and leads everywhere.
const MAX_IMPORTS: usize = 80;

/// A quiet file that a way leads to.
struct Found {
    candidate: Candidate,
    /// It leads to a parsed one, and none leads to it.
    calls: bool,
    /// How many folders lie between the file and the nearest that reaches HubSpot.
    distance: usize,
}

/// Adds to `parsed` what it leads to among `quiet`: what it imports, and in the first round what imports it.
pub(super) fn follow(parsed: &mut Vec<SourceFile>, mut quiet: Vec<Candidate>) {
    let reaching: usize = parsed.iter().filter(|file| file.reaches_api).map(|file| file.source.len()).sum();
    if reaching == 0 {
        return;
    }
    let near = Near::to(parsed);
    let mut left = MAX_QUIET_BYTES + reaching;
    let mut callers = HashSet::new();
    for round in 0..ROUNDS {
        if quiet.is_empty() || left == 0 {
            return;
        }
        let mut found = {
            let from: Vec<&SourceFile> = parsed.iter().filter(|file| leads_somewhere(file)).collect();
            let leads = Leads::of(&from, &callers, round == 0);
            all_found(&leads, &near, &quiet)
        };
        found.sort_by(|a, b| (a.distance, &a.candidate.name).cmp(&(b.distance, &b.candidate.name)));
        let many = found.iter().take_while(|one| take(&mut left, one.candidate.size)).count();
        found.truncate(many);
        if found.is_empty() {
            return;
        }
        let taken: HashSet<&str> = found.iter().map(|one| one.candidate.name.as_str()).collect();
        quiet.retain(|candidate| !taken.contains(candidate.name.as_str()));
        callers.extend(found.iter().filter(|one| one.calls).map(|one| one.candidate.name.clone()));
        parsed.extend(all_parsed(&found));
    }
}

/// Takes `size` out of what is left; says whether there was enough.
fn take(left: &mut usize, size: usize) -> bool {
    let rest = left.checked_sub(size);
    *left = rest.unwrap_or(0);
    rest.is_some()
}

/// Whether the ways from the file are followed.
fn leads_somewhere(file: &SourceFile) -> bool {
    file.reaches_api || file.form.imports.len() <= MAX_IMPORTS
}

/// The quiet files that `leads` lead to, in no order.
fn all_found(leads: &Leads, near: &Near, quiet: &[Candidate]) -> Vec<Found> {
    let paths = by_path(quiet);
    let find = |slice: &[Candidate]| {
        let mut bytes = Vec::new();
        let mut found = Vec::new();
        for candidate in slice {
            let Some(language) = language_of(candidate) else { continue };
            let is_imported = leads.lead_to(candidate, language);
            let leads_here = is_imported
                || (leads.are_of(language)
                    && walk::read(&candidate.path, &candidate.ending, &mut bytes).is_ok()
                    && leads.lead_from(candidate, language, &bytes, &paths));
            if leads_here {
                let distance = near.distance(&candidate.name);
                found.push(Found { candidate: candidate.clone(), calls: !is_imported, distance });
            }
        }
        found
    };
    in_parallel(quiet, &find)
}

fn all_parsed(found: &[Found]) -> Vec<SourceFile> {
    in_parallel(found, &|slice: &[Found]| {
        let mut bytes = Vec::new();
        let mut parsed = Vec::new();
        for Found { candidate, .. } in slice {
            let Some(language) = language_of(candidate) else { continue };
            if walk::read(&candidate.path, &candidate.ending, &mut bytes).is_ok() && !is_generated(&bytes) {
                parsed.extend(parse(candidate, language, Marks::default(), bytes.clone()).ok());
            }
        }
        parsed
    })
}

/// What `work` gives for each part of `all`, a part a processor.
fn in_parallel<T: Sync, R: Send>(all: &[T], work: &(dyn Fn(&[T]) -> Vec<R> + Sync)) -> Vec<R> {
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> =
            all.chunks(all.len().div_ceil(count).max(1)).map(|part| scope.spawn(move || work(part))).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    })
}

/// The folders above the files that reach HubSpot's API, each with how many steps it lies above the nearest one.
struct Near(HashMap<String, usize>);

impl Near {
    fn to(parsed: &[SourceFile]) -> Self {
        let mut steps: HashMap<String, usize> = HashMap::new();
        for file in parsed.iter().filter(|file| file.reaches_api) {
            for (up, folder) in above(&file.path).enumerate() {
                let least = steps.entry(folder.to_owned()).or_insert(up);
                *least = up.min(*least);
            }
        }
        Self(steps)
    }

    /// How many steps lead from the folder of `path` to that of the nearest file that reaches HubSpot's API.
    fn distance(&self, path: &str) -> usize {
        let ways = above(path).enumerate().filter_map(|(up, folder)| self.0.get(folder).map(|down| up + down));
        ways.min().unwrap_or(usize::MAX)
    }
}

/// The folders above `path`, the innermost first; the last is the folder of the scan.
fn above(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(path);
    std::iter::from_fn(move || {
        let here = rest?;
        rest = here.rsplit_once('/').map(|(folder, _)| folder).or((!here.is_empty()).then_some(""));
        rest
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_above_a_file_end_with_that_of_the_scan() {
        assert_eq!(above("a/b/c.ts").collect::<Vec<_>>(), ["a/b", "a", ""]);
        assert_eq!(above("c.ts").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn what_is_taken_is_never_more_than_was_left() {
        let mut left = 10;
        assert!(take(&mut left, 10));
        assert!(!take(&mut left, 1));
        assert_eq!(left, 0);
    }
}
