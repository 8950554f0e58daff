//! The app's settings, as far as they decide its link.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::ScopeType;

/// How an app reaches accounts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Distribution {
    /// Allow-listed accounts only.
    #[default]
    Private,
    /// Any account; listed or not.
    Marketplace,
}

/// How an app gets its token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Auth {
    /// By the install link.
    #[default]
    Oauth,
    /// A static token; no scopes in its link.
    Static,
    /// No API access at all.
    None,
}

/// Where an account's data lives; names the host of a link.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Hublet {
    /// US East, and the host that works for accounts of every region.
    #[default]
    Na1,
    /// North America.
    Na2,
    /// Canada.
    Na3,
    /// European Union.
    Eu1,
    /// Asia-Pacific.
    Ap1,
}

/// The `state` of a link: an opaque value that HubSpot returns unchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum State {
    /// None in the link.
    #[default]
    Absent,
    /// This value.
    Value(String),
}

/// Who goes through the link.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clicker {
    /// An admin of each account, once.
    #[default]
    Admin,
    /// Every user, to log in: not what an install link is for.
    EveryUser,
}

/// The scopes that an app's settings declare, by type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Declared {
    /// `requiredScopes`.
    pub required: Vec<String>,
    /// `conditionallyRequiredScopes`.
    pub conditional: Vec<String>,
    /// `optionalScopes`.
    pub optional: Vec<String>,
}

/// Whether a variable of the project's profiles (`${NAME}`) stands in `text`, so that nobody knows what it says.
pub fn has_variable(text: &str) -> bool {
    text.contains("${")
}

impl Declared {
    /// Whether a variable stands in a list: what else it holds is not known.
    pub fn is_open(&self) -> bool {
        self.iter().any(|(name, _)| has_variable(name))
    }

    /// The list of one type.
    pub fn of_type(&self, kind: ScopeType) -> &[String] {
        match kind {
            ScopeType::Required => &self.required,
            ScopeType::ConditionallyRequired => &self.conditional,
            ScopeType::Optional => &self.optional,
        }
    }

    /// The list of one type, to fill.
    pub fn of_type_mut(&mut self, kind: ScopeType) -> &mut Vec<String> {
        match kind {
            ScopeType::Required => &mut self.required,
            ScopeType::ConditionallyRequired => &mut self.conditional,
            ScopeType::Optional => &mut self.optional,
        }
    }

    /// The strongest type under which `scope` is declared.
    pub fn type_of(&self, scope: &str) -> Option<ScopeType> {
        ScopeType::ALL.into_iter().find(|kind| self.of_type(*kind).iter().any(|name| name == scope))
    }

    /// The type of every declared name, for many questions at once: the strongest where it stands in several lists.
    pub fn types(&self) -> HashMap<&str, ScopeType> {
        let mut types = HashMap::new();
        for (name, kind) in self.iter() {
            types.entry(name).or_insert(kind);
        }
        types
    }

    /// Every name with its type, strongest type first.
    pub fn iter(&self) -> impl Iterator<Item = (&str, ScopeType)> {
        ScopeType::ALL.into_iter().flat_map(|kind| self.of_type(kind).iter().map(move |name| (name.as_str(), kind)))
    }
}

/// The app's settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct App {
    /// What people call it.
    pub name: Option<String>,
    /// The app's client id, a UUID.
    pub client_id: Option<String>,
    /// The numeric app id, for the link of a static-auth app.
    pub app_id: Option<String>,
    /// The redirect URL of the link.
    pub redirect_url: Option<String>,
    /// The redirect URLs that the app has registered; empty = not known.
    pub registered_redirects: Vec<String>,
    /// How it reaches accounts.
    pub distribution: Distribution,
    /// How it gets its token.
    pub auth: Auth,
    /// Tokens act for one user.
    pub user_level: bool,
    /// The account that the link is for; `None` = the user picks one.
    pub account: Option<String>,
    /// The host of the link.
    pub host: Hublet,
    /// The link's `state`.
    pub state: State,
    /// Who goes through the link.
    pub clicker: Clicker,
    /// The developer platform's version, where a project says it.
    pub platform: Option<String>,
    /// Whether it has settings that could not be read, so that nothing is known of them.
    pub unread: bool,
    /// The scopes in the app's settings, where they are known.
    pub declared: Option<Declared>,
    /// Scopes that components of the project declare for themselves. How HubSpot adds them to the app's is not documented.
    pub of_components: Vec<String>,
}

/// The redirect URL that serves a link where nobody chose one: the first for customers, else the first of all. One with
/// `http` is for a developer's own machine.
pub fn usual_redirect(registered: &[String]) -> Option<&String> {
    registered.iter().find(|url| url.starts_with("https://")).or_else(|| registered.first())
}

impl Distribution {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Private, Self::Marketplace];

    /// HubSpot's word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Marketplace => "marketplace",
        }
    }
}

impl Auth {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Oauth, Self::Static, Self::None];

    /// The word of the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Oauth => "oauth",
            Self::Static => "static",
            Self::None => "none",
        }
    }
}

impl Hublet {
    /// All five.
    pub const ALL: [Self; 5] = [Self::Na1, Self::Na2, Self::Na3, Self::Eu1, Self::Ap1];

    /// The short name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Na1 => "na1",
            Self::Na2 => "na2",
            Self::Na3 => "na3",
            Self::Eu1 => "eu1",
            Self::Ap1 => "ap1",
        }
    }

    /// The host of HubSpot's interface there.
    pub fn host(self) -> &'static str {
        match self {
            Self::Na1 => "app.hubspot.com",
            Self::Na2 => "app-na2.hubspot.com",
            Self::Na3 => "app-na3.hubspot.com",
            Self::Eu1 => "app-eu1.hubspot.com",
            Self::Ap1 => "app-ap1.hubspot.com",
        }
    }
}
