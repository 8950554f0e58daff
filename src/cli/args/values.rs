//! Values of flags: dates, tiers, and the words that the plan file uses.

use crate::account::Role;
use crate::catalog::{Date, Level, day_from_text};
use crate::link::Snippet;
use crate::plan::{Auth, Distribution, Hublet};
use clap::ValueEnum;

/// A tier, by HubSpot's word or a short one.
pub(in crate::cli) fn parse_level(text: &str) -> Result<Level, String> {
    let word = text.trim().to_lowercase();
    let is = |level: &Level| level.as_str().to_lowercase() == word || level.short().to_lowercase() == word;
    Level::ALL.into_iter().find(is).ok_or_else(|| "use free, starter, pro or enterprise".to_owned())
}

pub(super) fn parse_date(text: &str) -> Result<Date, String> {
    day_from_text(text).ok_or_else(|| "write it as 2019-12-01".to_owned())
}

/// Values of a flag, in the words that the plan file uses.
macro_rules! value_enum {
    ($type:ty) => {
        impl ValueEnum for $type {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
                Some(clap::builder::PossibleValue::new(self.as_str()))
            }
        }
    };
}

value_enum!(Distribution);

value_enum!(Auth);

value_enum!(Hublet);

value_enum!(Role);

value_enum!(Snippet);
