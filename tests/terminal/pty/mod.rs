//! The configurator as a user meets it: the real program in a real pseudo-terminal, read through a terminal emulator.
//!
//! These tests prove the wiring; what each step does to a plan is tested below, without a terminal.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test panics to fail")]

mod code;
mod files;
mod hands;
mod keys;
mod leaving;
mod plain;
mod rebound;
mod run;
mod screens;
mod sessions;
mod tasks;
mod walk;

/// The flags that make an empty plan complete.
const APP: [&str; 4] =
    ["--client-id", "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b", "--redirect-uri", "http://localhost:3000/oauth-callback"];
