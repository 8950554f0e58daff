//! What HubSpot ends, and when: API versions, platform versions, scopes, kinds of app.

use super::Date;
use super::date::day_from_text;
use super::rows::{End, Precision, Sunset};

impl Sunset {
    /// The first day on which it has ended; `None` = each app has its own.
    pub fn date(&self) -> Option<Date> {
        self.date.and_then(day_from_text)
    }

    /// The day in words: `2027-02-16`, `September 2027`, `about 2027-03-31`.
    pub fn day(&self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let Some(date) = self.date() else { return "a day that HubSpot shows for each app".to_owned() };
        match self.precision {
            Precision::Month => {
                let month = usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1)));
                format!("{} {}", month.unwrap_or(&""), date.year())
            }
            Precision::About => format!("about {date}"),
            Precision::Day | Precision::PerApp => date.to_string(),
        }
    }

    /// That it ends or has ended, and when, seen from the day `from`: the beginning of a sentence.
    pub fn says(&self, from: Date) -> String {
        let (what, day) = (self.what, self.day());
        let is_over = self.date().is_some_and(|day| day <= from);
        match self.end {
            End::Gone if is_over => format!("{what} ended on {day}"),
            End::Gone => format!("the end of {what} is {day}"),
            End::Unsupported if is_over => format!("support for {what} ended with {day}"),
            End::Unsupported => format!("support for {what} ends with {day}"),
            End::Split => format!("{what} give way to granular ones on {day}"),
        }
    }

    /// Whether a call with this path ends with it.
    pub fn ends_path(&self, path: &str) -> bool {
        let below = |start: &str| path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let goes_on = || self.except.contains(&path.trim_end_matches('/'));
        self.paths.iter().any(|start| below(start)) && !goes_on()
            || self.versions.iter().any(|version| path.split('/').take(4).any(|part| part == *version))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, Confidence};

    #[test]
    fn every_row_has_a_day_or_says_that_each_app_has_its_own() {
        let rows = Catalog::embedded().sunsets();
        assert!(rows.windows(2).all(|pair| pair[0].id < pair[1].id), "sorted, each id once");
        for row in rows {
            assert_eq!(row.date().is_none(), row.precision == Precision::PerApp, "{}", row.id);
            assert!(row.precision != Precision::About || row.confidence == Confidence::Inferred, "{}", row.id);
            assert!(!row.source.is_empty() && !row.what.is_empty());
        }
    }

    #[test]
    fn a_path_that_is_excepted_goes_on_and_its_siblings_end() {
        let row = |id: &str| Catalog::embedded().sunset(id).unwrap();
        let lists = row("api.lists-v1");
        for name in ["all/contacts/all", "all/contacts/recent", "recently_updated/contacts/recent"] {
            let path = format!("/contacts/v1/lists/{name}");
            assert!(!lists.ends_path(&path) && !lists.ends_path(&format!("{path}/")), "{path}");
            assert!(row("api.v1-v3").ends_path(&path), "{path} ends with its version, as all of v1 do");
        }
        for path in ["/contacts/v1/lists", "/contacts/v1/lists/5", "/contacts/v1/lists/5/contacts/all"] {
            assert!(lists.ends_path(path), "{path}");
        }
        assert!(lists.ends_path("/contacts/v1/lists/all/contacts/all/more"), "only the very path is excepted");
    }

    #[test]
    fn a_path_ends_by_its_beginning_or_by_its_version() {
        let row = |id: &str| Catalog::embedded().sunsets().iter().find(|row| row.id == id).unwrap();
        assert!(row("api.oauth-v1").ends_path("/oauth/v1/access-tokens/{token}"));
        assert!(!row("api.oauth-v1").ends_path("/oauth/v1x"));
        assert!(row("api.v1-v3").ends_path("/crm/v3/objects/contacts"));
        assert!(!row("api.v1-v3").ends_path("/crm/objects/2026-09/contacts"));
        assert!(row("api.2026-09").ends_path("/crm/objects/2026-09/contacts"));
        assert_eq!(row("api.v1-v3").day(), "September 2027");
        assert_eq!(row("platform.2025.2").day(), "about 2027-03-31");
    }
}
