//! Placeholder until the configurator draws.
fn main() {}
