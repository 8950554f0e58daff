//! Whatever needs a real terminal or a real clipboard: the program in a pseudo-terminal, its session, its copies.

mod clipboard;
mod pty;
mod session;
