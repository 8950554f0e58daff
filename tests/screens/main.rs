//! The screens as they are drawn: pictures at five sizes, without colour, in ASCII; and what holds for every screen.

#![allow(clippy::unwrap_used, unreachable_pub, reason = "helpers of tests")]

mod advice;
mod code;
mod find;
mod hands;
mod hyperlinks;
mod installs;
mod letters;
mod looks;
mod matrix;
mod mouse;
mod pasted;
mod pasted_text;
mod pictures;
mod plans;
mod properties;
mod stage;
mod start_up;
mod walks;
mod words;
