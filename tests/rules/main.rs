//! The rules of `hubscope check`, one file each: a case that fires, one that does not, and the message as a snapshot.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod account_tier_blocks;
mod account_too_wide;
#[allow(dead_code, reason = "each family of rules uses its own part")]
mod stage;
