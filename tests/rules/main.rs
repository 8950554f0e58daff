//! The rules of `hubscope check`, one file each: a case that fires, one that does not, and the message as a snapshot.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod account_tier_blocks;
mod account_too_wide;
#[expect(dead_code, unreachable_pub, reason = "the first rules are being moved in")]
mod stage;
