//! Instructions, which a busy machine does not change: of a start, and of one key as the difference of two runs.

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use crate::run::{Failure, HUBSCOPE, Run, is_there};

/// An even number: what is chosen is given up again, so that nothing is asked at the end.
const KEYS: u64 = 20;

pub(crate) fn measure(out: &mut impl Write) -> Result<(), Failure> {
    if !is_there("valgrind") {
        writeln!(out, "!! valgrind is not installed: instructions were NOT counted")?;
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let start = count(folder.path(), &[])?;
    let keys = |key: &'static [u8]| -> Result<u64, Failure> {
        let all = count(folder.path(), &vec![key; usize::try_from(KEYS)?])?;
        Ok(all.saturating_sub(start) / KEYS)
    };
    // A row down and up again: where the cursor is does not matter.
    let (frame, toggle) = (keys(b"j")?, keys(b" ")?);
    let rows =
        [("start to end, with the first frame", start), ("a row down, drawn", frame), ("a toggle, drawn", toggle)];
    let mut text = String::from(
        "# Instructions\n\nCounted by callgrind with `cargo bench --bench beside`, in millions; `HUBSCOPE_UPDATE=1` writes \
         this file.\n\n| what | millions |\n|---|---|\n",
    );
    writeln!(out, "instructions, in millions")?;
    for (what, number) in rows {
        let millions = format!("{}.{:02}", number / 1_000_000, number % 1_000_000 / 10_000);
        writeln!(out, "  {what:<36} {millions:>9}")?;
        text = format!("{text}| {what} | {millions} |\n");
    }
    if std::env::var_os("HUBSCOPE_UPDATE").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.md"), text)?;
    }
    Ok(())
}

/// All instructions of a run on the sample app in which these keys are pressed.
fn count(folder: &Path, keys: &[&[u8]]) -> Result<u64, Failure> {
    let file = folder.join(format!("callgrind-{}", keys.len()));
    let name = format!("--callgrind-out-file={}", file.display());
    let mut run = Run::start(&["valgrind", "--tool=callgrind", "-q", &name, HUBSCOPE, "--example"], &[])?;
    run.wait_for_frame(Duration::from_secs(60))?;
    // The cursor on something that can be chosen.
    run.press(b"j")?;
    for key in keys {
        run.press(key)?;
    }
    run.leave(b"q")?;
    let text = std::fs::read_to_string(&file)?;
    let totals = text.lines().find_map(|line| line.strip_prefix("totals:").or(line.strip_prefix("summary:")));
    Ok(totals.ok_or("callgrind wrote no totals")?.trim().parse()?)
}
