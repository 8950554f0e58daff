//! What HubSpot ends of a call: every end that its path or its version meets, past or to come.
//!
//! It judges no day: an end is told long before it comes.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Date, Sunset};
use crate::prose::capitalised;

/// What ends of the calls of `path`, the earliest first.
pub(in crate::cli) fn of<'a>(catalog: &'a Catalog, path: &str) -> Vec<&'a Sunset> {
    let mut ends: Vec<&Sunset> = catalog.sunsets().iter().filter(|sunset| sunset.ends_path(path)).collect();
    ends.sort_by_key(|sunset| (sunset.date().is_none(), sunset.date()));
    ends
}

/// One of them as JSON.
pub(in crate::cli) fn json(sunset: &Sunset) -> Value {
    json!({
        "date": sunset.date().map(|date| date.to_string()), "day": sunset.day(), "what": sunset.what, "end": sunset.end,
        "instead": sunset.instead, "confidence": sunset.confidence, "source": sunset.source,
    })
}

/// One of them in words, seen from the day `from`.
pub(in crate::cli) fn line(sunset: &Sunset, from: Date) -> String {
    let instead = sunset.instead.map_or_else(String::new, |instead| format!(" {instead}"));
    format!("{}.{instead} ({}, {})", capitalised(&sunset.says(from)), sunset.confidence.as_str(), sunset.source)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str) -> Vec<String> {
        let ends = of(Catalog::embedded(), path);
        ends.iter().map(|sunset| line(sunset, Date::constant(2026, 11, 21))).collect()
    }

    #[test]
    fn every_end_of_a_path_and_of_its_version_is_told_with_its_day_the_earliest_first() {
        let pipelines = told("/crm-pipelines/v1/pipelines/tickets");
        assert!(pipelines[0].contains("2026-12-04"), "{pipelines:?}");
        assert!(pipelines.iter().any(|line| line.contains("September 2027")), "the version: {pipelines:?}");
        assert!(told("/oauth/v1/token")[0].contains("The end of OAuth v1 endpoints is 2027-02-16."));
        assert!(told("/contacts/v1/lists")[0].contains("ended on 2026-04-30"), "what is past, too");
    }

    #[test]
    fn each_path_that_a_sunset_names_is_told_of_it() {
        for sunset in Catalog::embedded().sunsets() {
            for path in &sunset.paths {
                let ends = of(Catalog::embedded(), path);
                let excepted = sunset.except.contains(path);
                assert!(excepted || ends.iter().any(|end| end.id == sunset.id), "{path} ends with {}", sunset.id);
            }
        }
    }
}
