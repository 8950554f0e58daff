//! A file of the folder as its grammar reads it.

use super::lower::lower;
use super::prefilter::Marks;
use super::program::SourceFile;
use super::scripts;
use super::walk::Candidate;
use crate::syntax::{self, Language};

/// The language whose grammar reads the file.
pub(super) fn language_of(candidate: &Candidate) -> Option<&'static Language> {
    syntax::of_ending(scripts::ending(&candidate.ending))
}

/// The file as its grammar reads it; its text again where the grammar gave up.
pub(super) fn parse(
    candidate: &Candidate,
    language: &'static Language,
    marks: Marks,
    mut source: Vec<u8>,
) -> Result<SourceFile, Vec<u8>> {
    if scripts::holds(&candidate.ending) {
        scripts::keep_only(&mut source, &candidate.ending);
    }
    let Some(form) = lower(language, scripts::ending(&candidate.ending), &source) else { return Err(source) };
    Ok(SourceFile {
        path: candidate.name.clone(),
        language,
        form,
        source,
        speaks_of_hubspot: marks.speaks_of_hubspot,
        reaches_api: marks.reaches_api,
        uses_unofficial: marks.uses_unofficial,
        starts: None,
    })
}
