//! `--fix`: the edits that mend what a program can mend, shown; with `--write`, written.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use super::target::Target;
use crate::check::AppSide;
use crate::cli::args::{CheckArgs, Mend};
use crate::cli::change::{change, show};
use crate::cli::files;
use crate::cli::output::Streams;
use crate::diagnostic::{Edit, Fix};
use crate::edit::{apply, diff};
use crate::plan::{FILE_NAME, PlanFile};
use crate::project::write_edited;
use crate::terminal::sanitize;

/// Shows or writes the edits of all targets, and says whether files were written. What is told goes to standard error:
/// the report is on standard output.
pub(super) fn run(
    targets: &[Target],
    side: Option<&AppSide>,
    check: &CheckArgs,
    streams: &mut Streams,
) -> anyhow::Result<bool> {
    let mut changed = 0;
    for target in targets {
        changed += match check.fix {
            Some(Mend::Settings) => mend_settings(target, side, check, streams)?,
            _ => mend(target, check, streams)?,
        };
        changed += add_reasons(target, check, streams)?;
    }
    if changed == 0 {
        streams.say("hubscope: there is nothing that a program could mend by itself");
    } else if !check.write
        && (check.fix == Some(Mend::Settings) || targets.iter().any(|target| target.folder.is_some()))
    {
        streams.say("hubscope: nothing is written yet; --write does it");
    }
    let in_files = check.fix == Some(Mend::Settings) || targets.iter().any(|target| target.folder.is_some());
    Ok(changed > 0 && check.write && in_files)
}

/// Mends the files of one target; gives how many.
fn mend(target: &Target, check: &CheckArgs, streams: &mut Streams) -> anyhow::Result<usize> {
    let folder = target.folder.as_deref();
    let texts = &target.checked.texts;
    let whole = target.checked.rewritten.as_ref().or(target.checked.repaired.as_ref());
    if let (Some(after), Some((file, before))) = (whole, texts.iter().next()) {
        return change(folder, file, before, after, check.write, streams);
    }
    let fixes = target.checked.diagnostics.iter().filter_map(|finding| finding.fix.as_ref());
    make(folder, texts, fixes, check, streams)
}

/// Mends the app's settings where a link does not match them.
fn mend_settings(
    target: &Target,
    side: Option<&AppSide>,
    check: &CheckArgs,
    streams: &mut Streams,
) -> anyhow::Result<usize> {
    let Some(side) = side else { return mend(target, check, streams) };
    let fixes = target.checked.diagnostics.iter().filter_map(|finding| finding.alternative.as_ref());
    make(Some(&side.folder), &side.texts, fixes, check, streams)
}

/// Makes the edits of `fixes` in the files in `folder`; gives how many changed.
fn make<'a>(
    folder: Option<&Path>,
    texts: &BTreeMap<String, String>,
    fixes: impl Iterator<Item = &'a Fix>,
    check: &CheckArgs,
    streams: &mut Streams,
) -> anyhow::Result<usize> {
    let mut changed = 0;
    for (file, edits) in by_file(fixes) {
        let Some(before) = texts.get(file) else { continue };
        let edited = apply(before, &edits);
        for (_, why) in &edited.skipped {
            streams.say(&format!("hubscope: one edit of {} is left out: {why}", sanitize(file)));
        }
        changed += change(folder, file, before, &edited.text, check.write, streams)?;
    }
    Ok(changed)
}

/// The edits by the file that they change, each once.
fn by_file<'a>(fixes: impl Iterator<Item = &'a Fix>) -> BTreeMap<&'a str, Vec<Edit>> {
    let mut sorted: BTreeMap<&str, Vec<Edit>> = BTreeMap::new();
    let mut seen = HashSet::new();
    for edit in fixes.flat_map(|fix| &fix.edits) {
        if seen.insert(edit) {
            sorted.entry(edit.file()).or_default().push(edit.clone());
        }
    }
    sorted
}

/// The edits that write reasons into a plan file.
fn reasons(proposed: &BTreeMap<String, String>) -> Vec<Edit> {
    let set = |(scope, reason): (&String, &String)| Edit::Set {
        file: FILE_NAME.to_owned(),
        path: format!("/reasons/{}", scope.replace('~', "~0").replace('/', "~1")),
        value: reason.clone(),
    };
    proposed.iter().map(set).collect()
}

/// Adds the reasons that the project itself gives to the plan file; gives whether there were any.
fn add_reasons(target: &Target, check: &CheckArgs, streams: &mut Streams) -> anyhow::Result<usize> {
    let Some(folder) = target.folder.as_ref().filter(|_| !target.proposed.is_empty()) else { return Ok(0) };
    let path = folder.join(FILE_NAME);
    let before = files::text_if_there(&path)?.unwrap_or_default();
    let after = match before.is_empty() {
        true => PlanFile::default().with_reasons(&target.proposed).to_text(),
        false => apply(&before, &reasons(&target.proposed)).text,
    };
    show(&diff(FILE_NAME, &before, &after), streams);
    if check.write {
        if before.is_empty() {
            files::write_whole(&path, &after)?;
        } else {
            write_edited(folder, Path::new(FILE_NAME), &before, &after)?;
        }
        streams.say(&format!("hubscope: wrote {}", path.display()));
    }
    Ok(1)
}
