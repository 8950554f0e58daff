//! Flags of `hubscope catalog`.

use super::values::parse_date;
use crate::catalog::Date;
use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Flags of `hubscope catalog`.
#[derive(Debug, Clone, ClapArgs)]
pub struct CatalogArgs {
    /// What to show.
    #[command(subcommand)]
    pub what: CatalogSub,
}

/// What the catalog shows.
#[derive(Debug, Clone, Subcommand)]
pub enum CatalogSub {
    /// Its date, its size and its sources.
    Info,
    /// The scopes.
    Scopes(Filter),
    /// The features and their options.
    Features(Filter),
    /// The endpoints and the scopes they need.
    Endpoints(Filter),
    /// The types of records, with their IDs and spellings.
    Objects(Filter),
    /// The rules of hubscope check.
    Rules(Filter),
    /// Rebuild the endpoint facts from a checkout of HubSpot's public OpenAPI collection.
    Import(ImportArgs),
    /// Check a certificate of the least privilege from scratch.
    Verify(VerifyArgs),
}

/// Flags of `hubscope catalog verify`.
#[derive(Debug, Clone, ClapArgs)]
pub struct VerifyArgs {
    /// The file of the certificate; - is standard input.
    #[arg(value_name = "CERT")]
    pub file: PathBuf,
}

/// Flags of `hubscope catalog import`.
#[derive(Debug, Clone, ClapArgs)]
pub struct ImportArgs {
    /// The folder of the checkout.
    pub dir: PathBuf,
    /// Write the facts to this file.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The commit of the checkout, where git cannot say it.
    #[arg(long, value_name = "HASH")]
    pub commit: Option<String>,
    /// The day of that commit, where git cannot say it.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub date: Option<Date>,
}

/// Which rows are shown.
#[derive(Debug, Clone, ClapArgs)]
pub struct Filter {
    /// Words that must all stand in a row's id, label or group.
    pub words: Vec<String>,
}
