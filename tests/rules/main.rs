//! The rules of `hubscope check`, one file each: a case that fires, one that does not, and the message as a snapshot.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod config_duplicate_key;
mod config_duplicate_scope;
mod config_further_problems;
mod config_invalid_json;
mod config_missing_field;
mod config_missing_oauth;
mod config_nested_project;
mod config_newer_format;
mod config_no_app;
mod config_no_redirects;
mod config_not_read;
mod config_older_format;
mod config_permissions_unsupported;
mod config_placeholder;
mod config_redirect_ip_address;
mod config_redirect_not_absolute;
mod config_redirect_not_https;
mod config_retired_platform;
mod config_scope_in_two_types;
mod config_several_apps;
mod config_source_folder;
mod config_stage;
mod config_static_extra_scopes;
mod config_static_redirects;
mod config_table;
mod config_undefined_variable;
mod config_unexpected_property;
mod config_unknown_component;
mod config_unknown_event;
mod config_unknown_file;
mod config_unknown_object_type;
mod config_unknown_platform;
mod config_unknown_profile;
mod config_unknown_value;
mod config_unreadable_file;
mod config_wrong_list;
mod config_wrong_type;
mod stage;
