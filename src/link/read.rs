//! An install URL read back: the parts of a link that was built here, or by anyone who follows the rules.
//!
//! It takes `%20` and `+` for a space and keeps the order of names. It does not judge what it reads.

use super::decode;

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

/// Reads `url`; `None` when it is no `…/oauth/[account/]authorize?…` over https.
pub fn read(url: &str) -> Option<InstallUrl> {
    let (place, query) = url.trim().strip_prefix("https://")?.split_once('?')?;
    let (host, path) = place.split_once('/')?;
    let account = match path.strip_prefix("oauth/")?.strip_suffix("authorize")? {
        "" => None,
        account => Some(account.strip_suffix('/').filter(|id| !id.contains('/'))?.to_owned()),
    };
    let mut read = InstallUrl { host: host.to_owned(), account, ..InstallUrl::default() };
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        let value = decode(value);
        let names = || value.split_whitespace().map(str::to_owned).collect();
        match name {
            "client_id" => read.client_id = value,
            "redirect_uri" => read.redirect_uri = value,
            "scope" => read.scope = names(),
            "optional_scope" => read.optional_scope = names(),
            "state" => read.state = Some(value),
            _ => {}
        }
    }
    Some(read)
}
