//! Ways from files that were parsed to files that were not: what they import, and what imports them.
//!
//! Owns which quiet file is worth parsing. An import is followed to the very file that it names where its language says
//! that; classes of other languages go by their names.

use std::collections::HashSet;

use aho_corasick::{AhoCorasick, MatchKind};

use super::form::{Expr, Import};
use super::importing::{imported_module, is_imported_name, is_whole};
use super::known::known_by;
use super::program::SourceFile;
use super::reference::{Reference, beside, ending, key, of_python, of_script, package};
use super::walk::Candidate;
use super::words::fold;
use crate::syntax::{Imports, Language};

/// How many words of a file are looked at: a name may stand there ten thousand times, and is imported at the top.
const MOST_FOUND: usize = 400;

/// The ways.
#[derive(Default)]
pub(super) struct Leads {
    /// Paths of files, by language.
    files: HashSet<(&'static str, String)>,
    /// Endings of paths, by language.
    endings: HashSet<(&'static str, String)>,
    /// Names of files without letter case, by language.
    names: HashSet<(&'static str, String)>,
    /// Folders whose files are one package.
    packages: HashSet<String>,
    /// Packages of scripts that are imported by name.
    scripts: HashSet<String>,
    /// All folders above the files that speak of HubSpot, each by its name.
    folders: HashSet<String>,
    /// Words by which other files reach the parsed ones, with the languages that they are words of.
    words: Option<AhoCorasick>,
    languages: HashSet<&'static str>,
    /// Paths of the files that speak of HubSpot, and how they end.
    speaking: HashSet<String>,
}

impl Leads {
    /// The ways from `parsed`; `with_words`, also those to it. The files at `callers` are there for what they hand to
    /// others: of what they import, only what may be a constant counts.
    pub(super) fn of(parsed: &[SourceFile], callers: &HashSet<String>, with_words: bool) -> Self {
        let mut leads = Self::default();
        for file in parsed {
            leads.imports_of(file, callers.contains(&file.path));
            if file.speaks_of_hubspot {
                leads.languages.insert(file.language.name);
                let path = key(&file.path);
                leads.speaking.extend([path.to_owned(), ending(path).to_owned()]);
                leads.folders.extend(folder_of(path).split('/').map(str::to_owned));
                if file.language.semantics.imports == Imports::Folders {
                    leads.packages.insert(folder_of(&file.path).to_owned());
                }
            }
        }
        let words = if with_words { known_by(parsed) } else { Vec::new() };
        leads.words = (!words.is_empty()).then(|| one_of(&words)).flatten();
        leads
    }

    /// Whether a parsed file leads to the one at `path`, by what it says of it.
    pub(super) fn lead_to(&self, candidate: &Candidate, language: &Language) -> bool {
        let path = key(&candidate.name);
        let name = path.rsplit('/').next().unwrap_or(path);
        self.files.contains(&(language.name, path.to_owned()))
            || self.endings.contains(&(language.name, ending(path).to_owned()))
            || self.endings.contains(&(language.name, name.to_owned()))
            || (language.semantics.imports == Imports::Paths
                && package(&candidate.name).is_some_and(|package| self.scripts.contains(package)))
            || self.names.contains(&(language.name, fold(name)))
            || (language.semantics.imports == Imports::Folders
                && self.are_packages(language, folder_of(&candidate.name)))
    }

    /// Whether a file of `language` may lead to a parsed one, so that it is worth reading.
    pub(super) fn are_of(&self, language: &Language) -> bool {
        self.words.is_some() && self.languages.contains(language.name)
    }

    /// Whether the file with these `bytes` leads to one that speaks of HubSpot. `quiet` are the paths of the others and how
    /// they end, without those that go by their folder: an index may hand on what another file speaks of.
    pub(super) fn lead_from(
        &self,
        candidate: &Candidate,
        language: &Language,
        bytes: &[u8],
        quiet: &HashSet<&str>,
    ) -> bool {
        let Some(words) = &self.words else { return false };
        let leads_there = |reference: Reference, is_name: bool| match reference {
            Reference::File(path) | Reference::Ending(path) => {
                self.speaking.contains(&path) || (is_name && !quiet.contains(path.as_str()))
            }
            Reference::Package(name) => is_name && self.folders.contains(&name),
            Reference::Outside => false,
        };
        let mut found = words.find_iter(bytes).filter(|found| is_whole(bytes, found.range())).take(MOST_FOUND);
        found.any(|found| match language.semantics.imports {
            Imports::Paths => imported_module(bytes, found.range()).is_some_and(|module| {
                let is_name = bytes.get(found.start()) != Some(&b'/');
                leads_there(of_script(&candidate.name, &module), is_name)
            }),
            Imports::Dotted => is_imported_name(bytes, found.start()),
            Imports::Folders | Imports::Names => true,
        })
    }

    fn imports_of(&mut self, file: &SourceFile, only_constants: bool) {
        let language = file.language.name;
        let may_be_constant = |import: &&Import| {
            !only_constants || import.name.as_ref().is_none_or(|name| name.starts_with(char::is_uppercase))
        };
        for import in file.form.imports.iter().filter(may_be_constant) {
            match file.language.semantics.imports {
                Imports::Paths => self.add(language, of_script(&file.path, &import.module)),
                Imports::Dotted => {
                    self.add(language, of_python(&file.path, &import.module));
                    // `from app import client`: a name of the module, or a module of the package.
                    if let Some(name) = &import.name {
                        let dot = if import.module.ends_with('.') { "" } else { "." };
                        self.add(language, of_python(&file.path, &format!("{}{dot}{name}", import.module)));
                    }
                }
                Imports::Folders => {
                    self.endings.insert((language, ending(&import.module).to_owned()));
                    // The folder may lie where the scan begins.
                    self.packages.extend(import.module.rsplit('/').next().map(str::to_owned));
                }
                Imports::Names => {
                    let last = import.module.rsplit(['/', '.']).find(|part| !part.is_empty());
                    self.names.extend(last.map(|last| (language, fold(last))));
                }
            }
        }
        for node in &file.form.nodes {
            match &node.expr {
                Expr::Name(name)
                    if file.language.semantics.names_are_global && name.starts_with(char::is_uppercase) =>
                {
                    self.names.insert((language, fold(name)));
                }
                // `require("./http")`
                Expr::Text(text) if text.starts_with("./") || text.starts_with("../") => {
                    self.files.extend(beside(&file.path, text).map(|path| (language, path)));
                }
                _ => {}
            }
        }
        if file.language.semantics.names_are_global {
            let types = file.form.functions.iter().flat_map(|function| &function.parameters);
            let fields = file.form.classes.iter().flat_map(|class| class.types.iter().map(|(_, of)| of));
            let supers = file.form.classes.iter().flat_map(|class| &class.supers);
            let named = types.filter_map(|parameter| parameter.of_type.as_ref()).chain(fields).chain(supers);
            self.names.extend(named.map(|name| (language, fold(name))));
        }
    }

    /// Whether the files of the folder belong to a package that was parsed or imported.
    fn are_packages(&self, language: &Language, folder: &str) -> bool {
        self.packages.contains(folder) || self.endings.contains(&(language.name, ending(folder).to_owned()))
    }

    fn add(&mut self, language: &'static str, reference: Reference) {
        match reference {
            Reference::File(path) => self.files.insert((language, path)),
            Reference::Ending(ending) => self.endings.insert((language, ending)),
            Reference::Package(name) => self.scripts.insert(name),
            Reference::Outside => false,
        };
    }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Of words that begin alike, the longest is meant.
fn one_of(words: &[String]) -> Option<AhoCorasick> {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok()
}

/// The paths of files and how they end, without those that go by their folder.
pub(super) fn by_path(quiet: &[Candidate]) -> HashSet<&str> {
    let own = quiet.iter().map(|candidate| candidate.name.as_str()).filter(|path| !has_name_of_folder(path)).map(key);
    own.flat_map(|path| [path, ending(path)]).collect()
}

/// Whether the file goes by the name of its folder.
fn has_name_of_folder(path: &str) -> bool {
    key(path).len() < folder_of(path).len() + 1
}
