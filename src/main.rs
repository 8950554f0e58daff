//! Parse, run, exit code.

use std::process::ExitCode;

use hubscope::cli;
use hubscope::clipboard::linger;

fn main() -> ExitCode {
    // First of all: the process that keeps a copied link alive is this program, started again.
    if let Some(code) = linger::run_if_asked() {
        return code;
    }
    cli::run(std::env::args_os()).into()
}
