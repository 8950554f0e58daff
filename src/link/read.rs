//! The parts of a link that follows the rules, such as one that was built here: a thin view of [`super::parse`].

use super::parse::{Kind, Known, Parameter, parse};

/// The parts of an install URL.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InstallUrl {
    /// The host.
    pub host: String,
    /// The account in the path.
    pub account: Option<String>,
    /// `client_id`.
    pub client_id: String,
    /// `redirect_uri`, decoded.
    pub redirect_uri: String,
    /// `scope`, split at spaces.
    pub scope: Vec<String>,
    /// `optional_scope`, split at spaces.
    pub optional_scope: Vec<String>,
    /// `state`, decoded.
    pub state: Option<String>,
}

/// Reads `url`; `None` when it is no OAuth install URL.
pub fn read(url: &str) -> Option<InstallUrl> {
    let link = parse(url);
    let host = link.place.host.as_ref().filter(|_| link.place.kind == Kind::Oauth && link.place.scheme.is_some())?;
    let value = |parameter: &Parameter| link.decoded(parameter.value.as_ref()?).into();
    let text = |known| link.first(known).and_then(value);
    let names = |known| link.all(known).flat_map(|parameter| &parameter.names).map(|name| name.name.clone()).collect();
    Some(InstallUrl {
        host: link.slice(host).to_owned(),
        account: link.place.account.as_ref().map(|account| link.slice(account).to_owned()),
        client_id: text(Known::ClientId).unwrap_or_default(),
        redirect_uri: text(Known::RedirectUri).unwrap_or_default(),
        scope: names(Known::Scope),
        optional_scope: names(Known::OptionalScope),
        state: text(Known::State),
    })
}
