//! The rules of `hubscope check`, one file each: a case that fires, one that does not, and the message as a snapshot.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[expect(dead_code, reason = "the first rules are being moved in")]
mod stage;
