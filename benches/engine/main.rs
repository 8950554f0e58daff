//! What the engine costs, called as a library: `cargo bench --bench engine -- scan` or `solve`; both without a name.
//!
//! One program for both, for an optimised build is linked for a minute. It measures and prints, and judges nothing.

mod scan;
mod shapes;
mod solve;

/// Whatever stops a measurement.
type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let names: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let is_wanted = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    if is_wanted("scan") {
        scan::run()?;
    }
    if is_wanted("solve") {
        solve::run()?;
    }
    Ok(())
}
