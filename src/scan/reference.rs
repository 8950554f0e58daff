//! From the text of an import to the path of a file, before anything is known of other files.
//!
//! Paths are relative to the folder of the scan and have no ending; an `index` or `__init__` goes by its folder's name.

/// What an import names.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// The file of this path.
    File(String),
    /// A file whose path ends like this: an alias stands before it, or the root of the sources.
    Ending(String),
    /// The index of a folder of this name, or of the sources in it, if the repository has one.
    Package(String),
    /// Something from outside.
    Outside,
}

/// The path by which a file is imported.
pub(super) fn key(path: &str) -> &str {
    let folder = path.rfind('/').map_or(0, |at| at + 1);
    let end = path[folder..].find('.').map_or(path.len(), |at| folder + at);
    match &path[folder..end] {
        "index" | "__init__" if folder > 0 => &path[..folder - 1],
        _ => &path[..end],
    }
}

/// The last two parts of a path.
pub(super) fn ending(path: &str) -> &str {
    let mut slashes = path.rmatch_indices('/').skip(1);
    slashes.next().map_or(path, |(at, _)| &path[at + 1..])
}

/// The package whose index lies at `path`: `packages/crm/src/index.ts` is that of `crm`.
pub(super) fn package(path: &str) -> Option<&str> {
    let folder = key(path);
    // Only an index goes by its folder.
    path.strip_prefix(folder).filter(|rest| rest.starts_with('/'))?;
    let mut parts = folder.rsplit('/');
    parts.find(|part| !matches!(*part, "src" | "lib"))
}

/// What `module` means in a script that lies at `file`.
pub(super) fn of_script(file: &str, module: &str) -> Reference {
    if module.starts_with('.') {
        return beside(file, module).map_or(Reference::Outside, Reference::File);
    }
    if module.starts_with("@hubspot/") {
        return Reference::Outside;
    }
    // `@shop/crm`, `crm`: of the same repository, or from outside.
    let name = match module.strip_prefix('@').filter(|rest| !rest.starts_with('/')) {
        Some(scoped) => scoped.split_once('/').map_or("", |(_, name)| name),
        None => module,
    };
    if !name.contains('/') && !name.is_empty() {
        return Reference::Package(name.to_owned());
    }
    let is_alias = module.starts_with(['@', '~', '#']) || module.contains("src/");
    if !is_alias || !module.contains('/') {
        return Reference::Outside;
    }
    let path = module.trim_start_matches(['@', '~', '#', '/']);
    Reference::Ending(ending(key(path)).to_owned())
}

/// What `module` means in a Python file at `file`.
pub(super) fn of_python(file: &str, module: &str) -> Reference {
    let dots = module.bytes().take_while(|b| *b == b'.').count();
    let path = module[dots..].replace('.', "/");
    if dots == 0 {
        return Reference::Ending(ending(&path).to_owned());
    }
    let up = "../".repeat(dots - 1);
    beside(file, &format!("./{up}{path}")).map_or(Reference::Outside, Reference::File)
}

/// The file that `relative` leads to from the folder of `file`; `None` where it leads out.
pub(super) fn beside(file: &str, relative: &str) -> Option<String> {
    joined(file, relative).map(|path| key(&path).to_owned())
}

/// The path that `relative` says from the folder of `file`, as it is written; `None` where it leads out.
pub(super) fn joined(file: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_goes_by_its_path_without_ending_and_an_index_by_its_folder() {
        assert_eq!(key("src/hubspot.client.ts"), "src/hubspot");
        assert_eq!(key("src/lib/index.js"), "src/lib");
        assert_eq!(key("app/clients/__init__.py"), "app/clients");
        assert_eq!(key("index.ts"), "index");
        assert_eq!(ending("a/b/c"), "b/c");
        assert_eq!(ending("b/c"), "b/c");
    }

    #[test]
    fn a_relative_import_is_one_file_and_an_alias_is_an_ending() {
        let file = |path: &str| Reference::File(path.to_owned());
        assert_eq!(of_script("src/a/b.ts", "../lib/http.js"), file("src/lib/http"));
        assert_eq!(of_script("src/a/b.ts", "./index"), file("src/a"));
        assert_eq!(of_script("b.ts", "../../x"), Reference::Outside);
        assert_eq!(of_script("b.ts", "@/lib/hubspot/client"), Reference::Ending("hubspot/client".to_owned()));
        assert_eq!(of_script("b.ts", "axios"), Reference::Package("axios".to_owned()));
        assert_eq!(of_script("b.ts", "@shop/crm"), Reference::Package("crm".to_owned()));
        assert_eq!(of_script("b.ts", "@/crm"), Reference::Ending("crm".to_owned()));
        assert_eq!(of_script("b.ts", "lodash/fp"), Reference::Outside);
        assert_eq!(package("packages/crm/src/index.ts"), Some("crm"));
        assert_eq!(package("packages/crm/src/client.ts"), None);
        assert_eq!(of_python("app/jobs/sync.py", "..clients.http"), file("app/clients/http"));
        assert_eq!(of_python("app/sync.py", "app.clients.http"), Reference::Ending("clients/http".to_owned()));
    }
}
