//! Keys of the configurator and of fzf, one after the other, so that whatever else the machine does meets both.

use std::fmt::Write as _;
use std::io::Write;
use std::time::Duration;

use crate::run::{Answer, Failure, HUBSCOPE, Run, is_there};

const ROUNDS: usize = 40;
const DOWN: &[u8] = b"\x1b[B";
const UP: &[u8] = b"\x1b[A";

/// Keys of the two programs that do the same, there and back.
struct Pair {
    name: &'static str,
    /// What brings the first program to where the keys are pressed.
    before: &'static [u8],
    hubscope: [&'static [u8]; 2],
    fzf: [&'static [u8]; 2],
}

const PAIRS: [Pair; 2] = [
    // From row to row of a kind: the details of a heading are others.
    Pair { name: "a row on, a row back", before: b"\x1b[B\x1b[B", hubscope: [DOWN, UP], fzf: [UP, DOWN] },
    Pair { name: "a letter typed, and taken back", before: b"/", hubscope: [b"e", b"\x7f"], fzf: [b"e", b"\x7f"] },
];

pub(crate) fn measure(out: &mut impl Write) -> Result<(), Failure> {
    if !is_there("fzf") {
        writeln!(out, "!! fzf is not installed: NOTHING was measured beside it")?;
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let list = folder.path().join("items");
    let mut items = String::new();
    for number in 0..300 {
        writeln!(items, "{number:03} GET /crm/v3/objects/deals/{number}/associations  crm.objects.deals.read")?;
    }
    std::fs::write(&list, items)?;
    let command = format!("cat {}", list.display());
    writeln!(out, "{ROUNDS} rounds, medians, beside fzf over 300 items")?;
    for pair in PAIRS {
        let mut hubscope = Run::start(&[HUBSCOPE, "--example"], &[])?;
        let mut fzf = Run::start(&["fzf"], &[("FZF_DEFAULT_COMMAND", &command), ("SHELL", "/bin/sh")])?;
        hubscope.settle(Duration::from_secs(10));
        fzf.settle(Duration::from_secs(10));
        hubscope.press(pair.before)?;
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for round in 0..=ROUNDS {
            for (mine, other) in pair.hubscope.iter().zip(pair.fzf) {
                let answers = (hubscope.press(mine)?, fzf.press(other)?);
                if round > 0 {
                    ours.push(answers.0);
                    theirs.push(answers.1);
                }
            }
        }
        writeln!(out, "  {}", pair.name)?;
        let time = |all: &[Answer]| median(all.iter().map(|one| one.first_byte.as_secs_f64() * 1000.0).collect());
        let bytes =
            |all: &[Answer]| median(all.iter().map(|one| f64::from(u32::try_from(one.bytes).unwrap_or(0))).collect());
        line(out, "first byte", "ms", time(&ours), time(&theirs))?;
        line(out, "bytes a key", "", bytes(&ours), bytes(&theirs))?;
        if let (Some(mine), Some(other)) = (hubscope.peak_memory(), fzf.peak_memory()) {
            line(out, "peak memory", "kB", f64::from(mine), f64::from(other))?;
        }
    }
    Ok(())
}

fn line(out: &mut impl Write, what: &str, unit: &str, ours: f64, theirs: f64) -> Result<(), Failure> {
    let ratio = ours / theirs;
    writeln!(out, "    {what:<12} {ours:10.3} {unit:<2}  fzf {theirs:10.3} {unit:<2}  ratio {ratio:5.2}")?;
    Ok(())
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
