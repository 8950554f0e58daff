//! The screens as they are drawn: pictures at five sizes, without colour, in ASCII; and what holds for every screen.

mod pictures;
mod properties;
mod stage;
mod walks;
