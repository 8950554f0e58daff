//! A call as people and code write it: `GET /crm/v3/objects/deals/123?limit=1`.
//!
//! Parsing takes the host, the query and the version off and keeps what decides: the method and the segments. It knows
//! no endpoint.

use std::fmt;

use crate::catalog::rows::Method;

impl Method {
    /// Every method.
    pub const ALL: [Self; 5] = [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete];

    /// The method that `word` names, letter case aside.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(word))
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a text is no call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// Nothing before the path.
    #[error("the call has no method: write it as \"GET /crm/v3/owners\"")]
    NoMethod,
    /// A word that is no method.
    #[error("{0:?} is not a method of HubSpot's API: use GET, POST, PUT, PATCH or DELETE")]
    UnknownMethod(String),
    /// Nothing after the method, or nothing that begins with a slash.
    #[error("the call has no path: write it as \"GET /crm/v3/owners\"")]
    NoPath,
}

/// A method and a path, concrete or templated.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Call {
    method: Method,
    segments: Vec<String>,
    version: Option<(usize, String)>,
}

impl Call {
    /// Reads `METHOD PATH`; the path may carry a host, a query, a fragment and a slash at its end.
    pub fn parse(text: &str) -> Result<Self, CallError> {
        let mut words = text.split_whitespace();
        let first = words.next().ok_or(CallError::NoMethod)?;
        if first.contains('/') {
            return Err(CallError::NoMethod);
        }
        let method = Method::from_word(first).ok_or_else(|| CallError::UnknownMethod(first.to_owned()))?;
        Self::new(method, words.next().unwrap_or_default())
    }

    /// The call of `method` on `path`.
    pub fn new(method: Method, path: &str) -> Result<Self, CallError> {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = match path.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("", |slash| &rest[slash..]),
            None => path,
        };
        if !path.starts_with('/') {
            return Err(CallError::NoPath);
        }
        let mut segments: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        if segments.is_empty() {
            return Err(CallError::NoPath);
        }
        let version = version_place(segments.iter().map(String::as_str)).map(|place| (place, segments.remove(place)));
        Ok(Self { method, segments, version })
    }

    /// The method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The segments without the version.
    pub fn segments(&self) -> &[String] {
        &self.segments
    }

    /// The version that the path names, such as `v3` or `2026-03`.
    pub fn version(&self) -> Option<&str> {
        self.version.as_ref().map(|(_, version)| version.as_str())
    }

    /// The path as it was written, without host, query and a slash at its end.
    pub fn path(&self) -> String {
        let mut parts: Vec<&str> = self.segments.iter().map(String::as_str).collect();
        if let Some((place, version)) = &self.version {
            parts.insert((*place).min(parts.len()), version);
        }
        format!("/{}", parts.join("/"))
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path())
    }
}

/// Where the version stands among `segments`: the first one that looks like it, before any hole.
pub(in crate::catalog) fn version_place<'a>(segments: impl Iterator<Item = &'a str>) -> Option<usize> {
    segments.take_while(|part| !is_hole(part)).position(is_version)
}

/// Whether `text` is a version: `v3`, `2026-03`, `2026-09-beta`.
pub(in crate::catalog) fn is_version(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if text.strip_prefix('v').is_some_and(|number| number.len() < 3 && digits(number)) {
        return true;
    }
    let day = text.strip_suffix("-beta").unwrap_or(text);
    day.split_once('-')
        .is_some_and(|(year, month)| year.len() == 4 && month.len() == 2 && digits(year) && digits(month))
}

/// The order of versions as names.
pub(in crate::catalog) type Rank = (u8, u32, String);

/// How good a version is as a name: plain ones, then dated ones, then betas; the newer the better.
pub(in crate::catalog) fn version_rank(version: &str) -> Rank {
    let plain = version.strip_prefix('v').and_then(|number| number.parse::<u32>().ok());
    match plain {
        Some(number) => (2, number, String::new()),
        None => (u8::from(!version.ends_with("-beta")), 0, version.to_owned()),
    }
}

/// Whether a segment stands for a value that is not known: `{id}`, `:id`, `${id}`, `<id>`, `%s`.
pub(in crate::catalog) fn is_hole(segment: &str) -> bool {
    segment.starts_with(['{', ':', '$', '<', '%'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_read_with_host_query_case_and_slash() {
        let call = Call::parse("get https://api.hubapi.com/crm/v3/objects/{objectType}/?limit=1#top").unwrap();
        assert_eq!((call.method(), call.version()), (Method::Get, Some("v3")));
        assert_eq!(call.to_string(), "GET /crm/v3/objects/{objectType}");
        assert_eq!(Call::parse("PUT /crm/lists/2026-09-beta/1").unwrap().version(), Some("2026-09-beta"));
    }

    #[test]
    fn only_the_first_version_before_a_value_is_one() {
        let call = Call::parse("GET /crm/v3/properties/deals/v1").unwrap();
        assert_eq!(call.segments(), ["crm", "properties", "deals", "v1"]);
        assert_eq!(Call::parse("GET /a/{b}/v3").unwrap().version(), None);
    }

    #[test]
    fn what_is_no_call_says_what_is_missing() {
        assert_eq!(Call::parse(""), Err(CallError::NoMethod));
        assert_eq!(Call::parse("/crm/v3/owners"), Err(CallError::NoMethod));
        assert_eq!(Call::parse("FETCH /crm"), Err(CallError::UnknownMethod("FETCH".into())));
        for text in ["GET", "GET crm/v3", "GET /", "GET https://api.hubapi.com"] {
            assert_eq!(Call::parse(text), Err(CallError::NoPath), "{text}");
        }
    }
}
