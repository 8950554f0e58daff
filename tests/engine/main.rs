//! The engine from outside, as a library: facts, links, rules, reports, installs, the scan and the solver.
//!
//! One program for all of them, for linking costs more than running. Whatever draws or starts the binary is elsewhere.

mod catalog;
mod endpoints;
mod install;
mod links;
mod reports;
mod rules;
mod scan;
mod schema;
mod solve_oracle;
