//! The parameters that mean something in an install URL, and the slips that people make in their names.

/// A parameter that means something in an install URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// `client_id`
    ClientId,
    /// `redirect_uri`
    RedirectUri,
    /// `scope`
    Scope,
    /// `optional_scope`
    OptionalScope,
    /// `state`
    State,
    /// `code_challenge`
    CodeChallenge,
    /// `code_challenge_method`
    CodeChallengeMethod,
    /// `response_type`
    ResponseType,
    /// `appId`, of a static-auth app's link
    AppId,
}

impl Known {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::ClientId,
        Self::RedirectUri,
        Self::Scope,
        Self::OptionalScope,
        Self::State,
        Self::CodeChallenge,
        Self::CodeChallengeMethod,
        Self::ResponseType,
        Self::AppId,
    ];

    /// As HubSpot spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClientId => "client_id",
            Self::RedirectUri => "redirect_uri",
            Self::Scope => "scope",
            Self::OptionalScope => "optional_scope",
            Self::State => "state",
            Self::CodeChallenge => "code_challenge",
            Self::CodeChallengeMethod => "code_challenge_method",
            Self::ResponseType => "response_type",
            Self::AppId => "appId",
        }
    }

    /// The one with exactly this name.
    pub fn exact(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == name)
    }

    /// The one that `name` was probably meant to be: another way to write it, or a slip of the hand.
    pub fn near(name: &str) -> Option<Self> {
        if !(3..=32).contains(&name.len()) {
            return None;
        }
        let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        match plain.as_str() {
            "clientid" | "client" | "clientids" => return Some(Self::ClientId),
            "redirecturi" | "redirecturl" | "redirect" | "redirecturis" | "redirecturls" | "callbackurl"
            | "callbackuri" | "returnuri" => return Some(Self::RedirectUri),
            "scope" | "scopes" | "requiredscopes" | "requiredscope" => return Some(Self::Scope),
            "optionalscope" | "optionalscopes" | "optscope" | "scopeoptional" | "scopesoptional" => {
                return Some(Self::OptionalScope);
            }
            "state" => return Some(Self::State),
            "responsetype" => return Some(Self::ResponseType),
            "codechallenge" => return Some(Self::CodeChallenge),
            "codechallengemethod" => return Some(Self::CodeChallengeMethod),
            "appid" | "lang" | "locale" | "source" | "store" | "stage" => return None,
            _ => {}
        }
        // The short names have many neighbours that mean something else.
        let candidates = Self::ALL.into_iter().filter(|known| *known != Self::AppId);
        candidates
            .map(|known| (strsim::osa_distance(name, known.as_str()), known))
            .filter(|(distance, known)| *distance <= if known.as_str().len() < 8 { 1 } else { 2 })
            .min()
            .map(|(_, known)| known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_miss_is_known_by_its_form_or_by_its_distance() {
        let near = |name| Known::near(name).map_or("", Known::as_str);
        for name in ["clientId", "client-id", "CLIENT_ID", "cliend_id", "clientid"] {
            assert_eq!(near(name), "client_id", "{name}");
        }
        for name in ["redirect_url", "redirectUri", "redirect-uri", "rediret_uri", "callback_url"] {
            assert_eq!(near(name), "redirect_uri", "{name}");
        }
        for name in ["scopes", "Scope", "scope[]", "scop", "scpoe"] {
            assert_eq!(near(name), "scope", "{name}");
        }
        for name in ["optional_scopes", "optionalScope", "optional-scope", "optionnal_scope"] {
            assert_eq!(near(name), "optional_scope", "{name}");
        }
    }

    #[test]
    fn a_parameter_of_its_own_is_no_near_miss() {
        for name in
            ["owner", "source", "utm_source", "prompt", "nonce", "stage", "locale", "portalId", "grant_type", "id"]
        {
            assert_eq!(Known::near(name), None, "{name}");
        }
    }
}
