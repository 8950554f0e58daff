//! From the text of an import to the files that it can mean.

use super::names::Program;
use crate::scan::reference::{Reference, ending, joined, key, of_python, of_script, package};
use crate::scan::value::{FunctionRef, Site};
use crate::syntax::Imports;

impl Program {
    /// The files that `module`, imported in `file`, can mean; none for what comes from outside.
    pub(in crate::scan) fn modules(&self, file: u32, module: &str) -> Vec<u32> {
        let imports = self.file(file).language.semantics.imports;
        let path = if imports == Imports::Dotted {
            module.trim_start_matches('.').replace('.', "/")
        } else {
            module.to_owned()
        };
        if let Some(index) = self.workspace(file, module) {
            return vec![index];
        }
        let is_relative = module.starts_with('.');
        let is_alias = module.starts_with(['@', '~', '#']) && module.contains('/') && !module.starts_with("@hubspot/");
        if imports == Imports::Paths && !is_relative && !is_alias && !module.contains("src/") {
            return Vec::new();
        }
        let wanted: Vec<&str> = path.split('/').filter(|part| !matches!(*part, "" | "." | ".." | "@" | "~")).collect();
        let last = wanted.last().map_or("", |last| last.split('.').next().unwrap_or_default());
        let last =
            if matches!(last, "index" | "") { wanted.iter().rev().nth(1).copied().unwrap_or(last) } else { last };
        if let Some(exact) = self.relative(file, module).filter(|_| imports == Imports::Paths) {
            return vec![exact];
        }
        let Some(candidates) = self.stems.get(last) else { return Vec::new() };
        let here = &self.file(file).path;
        let shared = |other: u32| {
            let other = &self.file(other).path;
            let parts: Vec<&str> = other.split('/').collect();
            let fits = wanted.iter().rev().skip(1).zip(parts.iter().rev().skip(1)).take_while(|(a, b)| a == b).count();
            let near = here.split('/').zip(other.split('/')).take_while(|(a, b)| a == b).count();
            (fits, near)
        };
        let same = |other: &u32| self.speak_alike(file, *other) && *other != file;
        let mut found: Vec<u32> = candidates.iter().copied().filter(same).collect();
        found.sort_by_key(|other| std::cmp::Reverse(shared(*other)));
        found.truncate(1);
        found
    }

    /// The file that a relative import names, where it is there: with its ending, without it, or as the index of a folder.
    fn relative(&self, file: u32, module: &str) -> Option<u32> {
        if !module.starts_with('.') {
            return None;
        }
        let wanted = joined(&self.file(file).path, module)?;
        // `./api.js` is what TypeScript calls the file `api.ts`.
        let wanted = ["js", "jsx", "mjs", "cjs"]
            .iter()
            .find_map(|ending| wanted.strip_suffix(&format!(".{ending}")))
            .unwrap_or(&wanted);
        let index = if wanted.is_empty() { "index".to_owned() } else { format!("{wanted}/index") };
        let stem = |path: &str| super::stem::stem(&format!("{path}.ts"));
        let is_one = |at: &&u32, name: &str| {
            let path = &self.file(**at).path;
            path.strip_prefix(name).is_some_and(|rest| rest.starts_with('.') && !rest.contains('/')) && **at != file
        };
        [wanted, &index]
            .into_iter()
            .find_map(|name| self.stems.get(&stem(name))?.iter().find(|at| is_one(at, name)).copied())
    }

    /// The index of the package of this repository that a script means by `module`: `@shop/crm`.
    fn workspace(&self, file: u32, module: &str) -> Option<u32> {
        let here = self.file(file);
        if here.language.semantics.imports != Imports::Paths {
            return None;
        }
        let Reference::Package(name) = of_script(&here.path, module) else { return None };
        let is_it = |at: &&u32| package(&self.file(**at).path) == Some(&*name) && **at != file;
        ["src", "lib", &*name].iter().find_map(|stem| self.stems.get(*stem)?.iter().find(is_it).copied())
    }

    /// The file `name` of the Python package `module`, as `file` imports it.
    pub(in crate::scan) fn inner_module(&self, file: u32, module: &str, name: &str) -> Option<u32> {
        if self.file(file).language.semantics.imports != Imports::Dotted {
            return None;
        }
        let dot = if module.ends_with('.') { "" } else { "." };
        let wanted = of_python(&self.file(file).path, &format!("{module}{dot}{name}"));
        self.stems.get(name)?.iter().copied().find(|at| {
            let path = key(&self.file(*at).path);
            match &wanted {
                Reference::File(wanted) => path == wanted,
                Reference::Ending(end) => ending(path) == end,
                Reference::Package(_) | Reference::Outside => false,
            }
        })
    }

    /// The files of the package that goes by `local` in `file`, where a folder is a package; none for what comes from outside.
    pub(in crate::scan) fn package(&self, file: u32, local: &str) -> Vec<u32> {
        if self.file(file).language.semantics.imports != Imports::Folders {
            return Vec::new();
        }
        let Some(import) = self.form(file).imports.iter().find(|import| &*import.local == local) else {
            return Vec::new();
        };
        let all = self.folders.get(ending(&import.module)).or_else(|| {
            let last = import.module.rsplit('/').next().unwrap_or_default();
            self.folders.get(last)
        });
        all.cloned().unwrap_or_default()
    }

    /// The files of the package that the file is a part of, itself included; none where a language has no such packages.
    pub(in crate::scan) fn package_of(&self, file: u32) -> Vec<u32> {
        let here = self.file(file);
        let folder = here.path.rsplit_once('/').map(|(folder, _)| folder);
        let all = folder.and_then(|folder| self.folders.get(ending(folder)));
        let same = |other: &&u32| self.file(**other).path.rsplit_once('/').map(|(folder, _)| folder) == folder;
        all.map(|all| all.iter().filter(same).copied().collect()).unwrap_or_default()
    }

    /// Module-level values of `name` in the file.
    pub(in crate::scan) fn globals_in(&self, file: u32, name: &str) -> Vec<Site> {
        let Some(module) = self.form(file).functions.first() else { return Vec::new() };
        let own = module.assignments.iter().filter(|assignment| &*assignment.name == name);
        own.map(|assignment| (file, assignment.value)).collect()
    }

    /// Module-level values of `name` anywhere in the language of `file`.
    pub(in crate::scan) fn globals_anywhere(&self, file: u32, name: &str) -> Vec<Site> {
        let all = self.globals.get(name).map_or(&[][..], Vec::as_slice);
        let same = all.iter().filter(|(at, _)| *at != file && self.speak_alike(file, *at)).take(4);
        same.filter_map(|(at, place)| Some((*at, self.form(*at).functions.first()?.assignments.get(*place)?.value)))
            .collect()
    }

    /// Functions of `name` outside of classes, anywhere in the language of `file`.
    pub(in crate::scan) fn functions_anywhere(&self, file: u32, name: &str) -> Vec<FunctionRef> {
        let is_free = |(at, function): &&FunctionRef| {
            self.speak_alike(file, *at) && self.form(*at).function(*function).class.is_none()
        };
        self.functions_named(name).iter().filter(is_free).take(4).copied().collect()
    }
}
