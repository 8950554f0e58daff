//! Flags of `hubscope catalog`.

use super::values::parse_date;
use crate::catalog::Date;
use clap::{ArgGroup, Args as ClapArgs, Subcommand};
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
    /// Write a facts file: from a checkout of HubSpot's public OpenAPI collection, a folder of catalog JSON, or both.
    #[command(after_help = "hubscope catalog import collection --output facts.json\n\
        hubscope catalog import --facts assets/catalog --output facts.json\n\n\
        The file is used by --catalog facts.json, or from hubscope/facts.json in the config folder. It is checked whole: a row \
        with a key or a word that is not known, or with a name that leads nowhere, is refused.")]
    Import(ImportArgs),
    /// Say what a facts file changes: scopes, tiers, features, endpoints, sunsets that are new, gone or different.
    Diff(FactsArgs),
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
#[command(group(ArgGroup::new("from").required(true).multiple(true)))]
pub struct ImportArgs {
    /// The folder of the checkout: endpoint facts are made of it.
    #[arg(group = "from")]
    pub dir: Option<PathBuf>,
    /// Take the files of this folder of catalog JSON, such as scopes.json and features.json.
    #[arg(long = "facts", value_name = "FOLDER", group = "from")]
    pub folder: Option<PathBuf>,
    /// Write the facts to this file.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write the endpoint facts alone to this file, as a folder of catalog JSON holds them.
    #[arg(long, value_name = "FILE", requires = "dir")]
    pub endpoints: Option<PathBuf>,
    /// The commit of the checkout, where git cannot say it.
    #[arg(long, value_name = "HASH")]
    pub commit: Option<String>,
    /// The day of that commit, where git cannot say it.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub date: Option<Date>,
}

/// Flags of `hubscope catalog diff`.
#[derive(Debug, Clone, ClapArgs)]
pub struct FactsArgs {
    /// The facts file.
    pub file: PathBuf,
}

/// Which rows are shown.
#[derive(Debug, Clone, ClapArgs)]
pub struct Filter {
    /// Words that must all stand in a row's id, label or group.
    pub words: Vec<String>,
}
