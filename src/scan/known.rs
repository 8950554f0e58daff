//! The words by which other files reach the files that speak of HubSpot.

use std::collections::HashSet;

use super::program::SourceFile;
use super::reference::key;
use super::words::{self, Meaning};
use crate::syntax::Imports;

/// How many words are looked for.
const MOST: usize = 1_000;

/// Their classes, their functions, the files themselves; sorted.
pub(super) fn known_by(parsed: &[SourceFile]) -> Vec<String> {
    let mut names: HashSet<String> = HashSet::new();
    for file in parsed.iter().filter(|file| file.speaks_of_hubspot) {
        names.extend(own_name(file));
        names.extend(names_in(file).map(str::to_owned));
        if names.len() > MOST {
            break;
        }
    }
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort();
    names
}

/// What others can name of a file.
fn names_in(file: &SourceFile) -> impl Iterator<Item = &str> {
    // Where an import says from which file a name comes, the name may be any; elsewhere it has to say something.
    let is_imported = file.language.semantics.imports.say_the_file();
    let is_own = move |name: &&str| {
        if is_imported { name.len() >= 3 } else { name.len() >= 4 && !words::means(Meaning::CommonName, name) }
    };
    let functions = file.form.functions.iter().filter(|function| {
        function.parent == 0 && !function.is_lambda && function.class.is_none() && !function.parameters.is_empty()
    });
    let module = file.form.functions.first().filter(|_| is_imported);
    let values = module.into_iter().flat_map(|module| &module.assignments).map(|assignment| &*assignment.name);
    let classes = file.form.classes.iter().map(|class| &*class.name);
    classes.chain(functions.map(|function| &*function.name)).chain(values).filter(is_own)
}

/// How an import names the file itself.
fn own_name(file: &SourceFile) -> Option<String> {
    let path = key(&file.path);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    match file.language.semantics.imports {
        Imports::Paths => Some(format!("/{name}")),
        Imports::Dotted => Some(name.to_owned()),
        // A package goes by its folder.
        Imports::Folders => folder.rsplit('/').next().filter(|name| !name.is_empty()).map(|name| format!("/{name}\"")),
        Imports::Names => None,
    }
    .filter(|name| name.len() >= 4)
}
