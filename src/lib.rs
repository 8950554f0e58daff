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
//! An arrow only ever points down; `tests/architecture.rs` reads the `use` lines and fails on an upward one or a circle.
//!
//! ```text
//!  main                     parse, run, exit code
//!  cli                      one file a subcommand
//!  tui                      the configurator
//!  clipboard · terminal     the edge: devices and signals
//!  account · check · scan   questions asked of a plan, a link, a project, of code
//!  project                  HubSpot's project files
//!  link                     the install URL
//!  plan                     what the developer wants, and resolve
//!  solve                    requirements and the least-privilege set
//!  diagnostic               the shape of a finding
//!  catalog                  HubSpot's facts
//! ```
//! Everything from `catalog` to `account`, but for the reading of files in `project` and `scan::walk`, is pure: no terminal, no clock, no
//! environment, no network.

pub mod account;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod clipboard;
pub mod diagnostic;
pub mod link;
pub mod plan;
pub mod project;
pub mod scan;
pub mod solve;
pub mod terminal;
pub mod tui;
