//! The words for who can fix what is wrong.

use std::fmt;

use super::rows::WhoFixes;

impl WhoFixes {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Developer, Self::AccountAdmin, Self::HubSpot];

    /// The words that the user reads, in JSON as well.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Developer => "developer",
            Self::AccountAdmin => "account admin",
            Self::HubSpot => "HubSpot",
        }
    }
}

impl fmt::Display for WhoFixes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_three_that_can_act_and_they_are_written_as_they_are_read() {
        for who in WhoFixes::ALL {
            assert_eq!(serde_json::to_value(who).unwrap(), who.as_str());
            assert_eq!(serde_json::from_value::<WhoFixes>(who.as_str().into()).unwrap(), who);
        }
        assert!(serde_json::from_str::<WhoFixes>("\"nobody\"").is_err());
    }
}
