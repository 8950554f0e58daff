//! A chosen API call.

use super::When;
use crate::catalog::{Call, CallError};

/// A call that the app makes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChosenCall {
    /// Method and path, such as `GET /crm/v3/objects/deals/{objectId}`.
    pub call: String,
    /// When the app needs it.
    pub when: When,
}

impl ChosenCall {
    /// A call that is always needed.
    pub fn new(call: &str) -> Self {
        Self { call: call.to_owned(), when: When::Always }
    }

    /// Reads `METHOD /path[@when]`; what is no call says what would be. Whether HubSpot has such a call is not asked here.
    pub fn parse(text: &str) -> Result<Self, CallError> {
        let (call, when) = match text.rsplit_once('@') {
            Some((call, word)) => When::parse(word.trim()).map_or((text, None), |when| (call, Some(when))),
            None => (text, None),
        };
        let call = Call::parse(call.trim())?;
        Ok(Self { call: call.to_string(), when: when.unwrap_or_default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_query_and_slash_are_taken_off_and_the_when_is_read() {
        let read = |text: &str| ChosenCall::parse(text).map(|chosen| (chosen.call, chosen.when));
        let owners = "GET /crm/v3/owners".to_owned();
        assert_eq!(read("get https://api.hubapi.com/crm/v3/owners/?limit=1"), Ok((owners.clone(), When::Always)));
        assert_eq!(read("GET /crm/v3/owners@if-available"), Ok((owners, When::IfAvailable)));
        assert!(read("/crm/v3/owners").is_err());
    }
}
