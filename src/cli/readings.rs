//! Several targets read one after the other: what could be read, and what could not.
//!
//! Owns when that is an answer: one that is read makes a partial answer, which names the others; none is a failure.

use serde_json::{Value, json};

use super::failure::{self, Failure};
use super::output::Streams;
use crate::terminal::sanitize;

/// What was read, and why the rest was not.
#[derive(Debug)]
pub(super) struct Readings<T> {
    read: Vec<T>,
    failed: Vec<(String, anyhow::Error)>,
}

/// The targets that could not be read, each with its reason.
#[derive(Debug, Clone, Default)]
pub(super) struct Unreadable(Vec<(String, String)>);

impl<T> Default for Readings<T> {
    fn default() -> Self {
        Self { read: Vec::new(), failed: Vec::new() }
    }
}

impl<T> Readings<T> {
    /// Takes what came of reading `target`.
    pub(super) fn take(&mut self, target: &str, result: anyhow::Result<T>) {
        match result {
            Ok(read) => self.read.push(read),
            Err(error) => self.fail(target, error),
        }
    }

    /// Nothing of `target` could be read.
    pub(super) fn fail(&mut self, target: &str, error: anyhow::Error) {
        self.failed.push((target.to_owned(), error));
    }

    /// What was read; the failure where all failed.
    pub(super) fn finish(mut self) -> anyhow::Result<(Vec<T>, Unreadable)> {
        let told = |(target, error): &(String, anyhow::Error)| (target.clone(), failure::words(error));
        if !self.read.is_empty() || self.failed.is_empty() {
            return Ok((self.read, Unreadable(self.failed.iter().map(told).collect())));
        }
        let (_, first) = self.failed.remove(0);
        if self.failed.is_empty() {
            return Err(first);
        }
        let others = self.failed.iter().map(|(_, error)| failure::words(error));
        let all: Vec<String> = std::iter::once(failure::words(&first)).chain(others).collect();
        Err(Failure::like(&first, all.join("; ")).into())
    }
}

impl Unreadable {
    /// Whether all was read.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// With another one.
    pub(super) fn push(&mut self, target: &str, error: &str) {
        self.0.push((target.to_owned(), error.to_owned()));
    }

    /// Says each for people.
    pub(super) fn say(&self, streams: &mut Streams) {
        for (_, error) in &self.0 {
            streams.say(&format!("hubscope: {}", sanitize(error)));
        }
    }

    /// Names them in the document of a partial answer; a whole one stays as it is.
    pub(super) fn name_in(&self, document: &mut Value) {
        if !self.is_empty() {
            let row = |(target, error): &(String, String)| json!({"target": target, "error": error});
            document["unreadable"] = self.0.iter().map(row).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(results: &[Result<u8, &str>]) -> anyhow::Result<(Vec<u8>, Unreadable)> {
        let mut readings = Readings::default();
        for (place, result) in results.iter().enumerate() {
            readings.take(&place.to_string(), result.map_err(|words| anyhow::anyhow!(words.to_owned())));
        }
        readings.finish()
    }

    #[test]
    fn one_target_that_is_read_makes_an_answer_that_names_the_others() {
        let (read, unreadable) = readings(&[Err("gone"), Ok(1), Err("odd")]).unwrap();
        let mut document = json!({});
        unreadable.name_in(&mut document);
        let named = json!([{"target": "0", "error": "gone"}, {"target": "2", "error": "odd"}]);
        assert_eq!((read, document["unreadable"].clone()), (vec![1], named));
    }

    #[test]
    fn a_whole_answer_names_none_and_no_target_at_all_is_a_whole_answer() {
        for results in [&[Ok(1), Ok(2)][..], &[]] {
            let mut document = json!({});
            let (read, unreadable) = readings(results).unwrap();
            unreadable.name_in(&mut document);
            assert_eq!((read.len(), document), (results.len(), json!({})));
        }
    }

    #[test]
    fn where_nothing_is_read_every_reason_is_told() {
        assert_eq!(readings(&[Err("gone")]).unwrap_err().to_string(), "gone");
        assert_eq!(readings(&[Err("gone"), Err("odd"), Err("shut")]).unwrap_err().to_string(), "gone; odd; shut");
    }
}
