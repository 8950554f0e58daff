//! Parse, run, exit code.

use std::process::ExitCode;
use std::time::SystemTime;

use hubscope::cli;
use hubscope::clipboard::linger;

fn main() -> ExitCode {
    // First of all: the process that keeps a copied link alive is this program, started again.
    if let Some(code) = linger::run_if_asked() {
        return code;
    }
    // The one place that reads the clock.
    cli::run(std::env::args_os(), SystemTime::now()).into()
}
