//! Flags that say something of the app.

use crate::plan::{Auth, Distribution, Hublet};
use clap::Args as ClapArgs;

/// The app's settings.
#[derive(Debug, Clone, Default, ClapArgs)]
#[command(next_help_heading = "App")]
pub struct AppArgs {
    /// The app's client id, a UUID.
    #[arg(long, value_name = "ID", env = "HUBSPOT_CLIENT_ID", hide_env_values = true)]
    pub client_id: Option<String>,
    /// The redirect URL of the link, one that the app has registered.
    #[arg(long, value_name = "URL")]
    pub redirect_uri: Option<String>,
    /// How the app reaches accounts.
    #[arg(long, value_name = "KIND")]
    pub distribution: Option<Distribution>,
    /// How the app gets its token.
    #[arg(long, value_name = "TYPE")]
    pub auth: Option<Auth>,
    /// The app's tokens act for one user.
    #[arg(long)]
    pub user_level: bool,
    /// The account that the link is for.
    #[arg(long, value_name = "ID")]
    pub account: Option<String>,
    /// The app's number, for the link of a static-auth app.
    #[arg(long, value_name = "ID")]
    pub app_id: Option<String>,
    /// The region host of the link.
    #[arg(long, value_name = "REGION")]
    pub host: Option<Hublet>,
}

impl AppArgs {
    /// These flags, and those of `before` where they say nothing: a flag may stand before or after the subcommand.
    pub fn or(&self, before: &Self) -> Self {
        Self {
            client_id: self.client_id.clone().or_else(|| before.client_id.clone()),
            redirect_uri: self.redirect_uri.clone().or_else(|| before.redirect_uri.clone()),
            distribution: self.distribution.or(before.distribution),
            auth: self.auth.or(before.auth),
            user_level: self.user_level || before.user_level,
            account: self.account.clone().or_else(|| before.account.clone()),
            app_id: self.app_id.clone().or_else(|| before.app_id.clone()),
            host: self.host.or(before.host),
        }
    }
}
