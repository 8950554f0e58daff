//! The rules of `hubscope check`, one file each: a case that fires, one that does not, and the message as a snapshot.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "each family of rules uses its own part")]
mod stage;
mod url_duplicate_parameter;
mod url_duplicate_scope;
mod url_for_an_auth_type;
mod url_in_files;
mod url_malformed_account;
mod url_malformed_client_id;
mod url_malformed_encoding;
mod url_mcp_link;
mod url_misnamed_parameter;
mod url_missing_client_id;
mod url_missing_oauth;
mod url_missing_redirect_uri;
mod url_missing_scope;
mod url_missing_state;
mod url_not_install_url;
mod url_redirect_ip_address;
mod url_redirect_not_absolute;
mod url_redirect_not_https;
mod url_region_pinned;
mod url_scope_in_both;
mod url_static_link;
mod url_template;
mod url_unknown_region;
mod url_wrong_separator;
