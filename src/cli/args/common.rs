//! Flags that every command has.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::values::parse_date;
use crate::catalog::{Date, Era};
use crate::cli::output::ColorChoice;

/// Flags that work everywhere.
#[derive(Debug, Clone, ClapArgs)]
#[command(next_help_heading = "Everywhere")]
pub struct Common {
    /// Apply the rules of this day, such as 2019-12-01 (default: the catalog's date).
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date)]
    pub as_of: Option<Date>,
    /// Advanced scope settings of the app, which were optional before 2024-10-21.
    #[arg(long, global = true, value_name = "STATE")]
    pub advanced_scopes: Option<Switch>,
    /// Lay the facts of this file, as catalog import writes it, over those of the program (default: hubscope/facts.json
    /// in the config folder, where it is there and not older).
    #[arg(long = "catalog", global = true, value_name = "FILE")]
    pub facts: Option<PathBuf>,
    /// Take the facts of --catalog although those of the program are newer.
    #[arg(long, global = true, requires = "facts")]
    pub older_facts: bool,
    /// Print JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Colour messages.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// On.
    On,
    /// Off.
    Off,
}

/// Whether scopes have their three types by the rules of `era`: before they were enforced, only where the app had turned
/// advanced scope settings on.
pub(in crate::cli) fn types_hold(common: &Common, era: Era) -> bool {
    era >= Era::TypesEnforced || common.advanced_scopes == Some(Switch::On)
}
