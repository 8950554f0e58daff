//! The configurator beside fzf over 300 items, in the same run: time from a key to its first byte, bytes of a key, memory.
//! And the instructions of a start, a key that moves, a key that chooses, counted by callgrind.
//!
//! It measures and prints, and judges nothing: `cargo bench --bench beside`. With `HUBSCOPE_UPDATE=1` it writes the
//! instructions to `benches/instructions.md`, so that a change of theirs is seen in a review.

#[cfg(target_os = "linux")]
mod instructions;
#[cfg(target_os = "linux")]
mod keys;
#[cfg(target_os = "linux")]
mod run;

#[cfg(target_os = "linux")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = &mut std::io::stdout();
    keys::measure(out)?;
    instructions::measure(out)
}

/// Elsewhere there is no `/proc` to read the memory from.
#[cfg(not(target_os = "linux"))]
fn main() {}
