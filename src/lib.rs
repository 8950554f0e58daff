//! hubscope computes the scopes that a HubSpot app needs and builds an install URL that HubSpot accepts.
//!
//! # The map
//!
//! ```text
//!  HubSpot project ┐                                                     ┌ configurator (terminal)
//!  plan file       ├─▶ Plan ─▶ resolve(Catalog, Plan) ─▶ Resolved ─▶     ├ install URL, clipboard
//!  flags           ┘   what the app does,  │   what it needs:            └ JSON, diagnostics
//!                      and when            │   scopes by type, with reasons and findings
//!                                          └ one pure function; every face shows its result
//! ```
//!
//! # Layers
//!
//! An arrow only ever points down; `tests/house/` reads the `use` lines and fails on an upward one or a circle.
//!
//! ```text
//!  main                     parse, run, exit code
//!  cli                      one file a subcommand
//!  plain · tui              the configurator, line by line and drawn
//!  clipboard · terminal     the edge: devices and signals
//!  account · check · diff · offer · scan · trouble    questions asked of a plan, a link, a project, of code, of a text
//!  project                  HubSpot's project files
//!  link                     the install URL
//!  edit                     changes to a text in place
//!  syntax                   languages of source code, their grammars, trees
//!  plan                     what the developer wants, and resolve
//!  solve                    requirements and the least-privilege set
//!  diagnostic               the shape of a finding
//!  catalog · credential · escape · prose    HubSpot's facts; tokens and secrets in texts; what is safe to show; parts of sentences
//! ```
//! Everything from `catalog` to `account` is pure (no terminal, no clock, no environment, no network, no process), but for the files
//! that `project` reads and writes and `scan` reads.

pub mod account;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod clipboard;
pub mod credential;
pub mod diagnostic;
pub mod diff;
pub mod edit;
pub mod escape;
pub mod link;
pub mod offer;
pub mod plain;
pub mod plan;
pub mod project;
pub mod prose;
pub mod scan;
pub mod solve;
mod syntax;
pub mod terminal;
pub mod trouble;
pub mod tui;
