//! A project as it was at a revision: the git program lists and reads its files, which are laid out in a folder of their own.
//!
//! It reads the repository and nothing else: no network, no checkout, no filter of the repository's is run.

use std::io::{BufReader, Seek as _, Write as _};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};
use tempfile::TempDir;

use crate::project::{PROJECT_FILE, nearest_project};

/// No file of a project is larger; what is larger stays out.
const LARGEST: u64 = 16 << 20;

/// The files of a revision.
pub(super) struct Revision {
    /// The folder, which goes with this value.
    folder: TempDir,
    /// The place in it that is meant.
    place: PathBuf,
}

impl Revision {
    /// The folder that holds all of its files.
    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The folder or file that is meant.
    pub(super) fn place(&self) -> PathBuf {
        self.folder.path().join(&self.place)
    }

    /// Reads `text`, a revision or `REV:PATH`. Without a path, the project of `other` is meant, else the one here.
    pub(super) fn open(text: &str, other: &str) -> anyhow::Result<Self> {
        let (revision, path) = text.split_once(':').map_or((text, None), |(revision, path)| (revision, Some(path)));
        if revision.is_empty() || revision.starts_with('-') {
            bail!("git:REV needs a revision, such as git:HEAD~1 or git:v1.2.0");
        }
        let here = home(revision, path, other)?;
        let commit = run(
            &here.folder,
            &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")],
        )?;
        let Some(commit) = commit else {
            let inside = run(&here.folder, &["rev-parse", "--is-inside-work-tree"])?.is_some();
            if inside {
                bail!("the repository has no revision {revision}");
            }
            bail!("{} is in no git repository, so git:{revision} means nothing there", here.folder.display());
        };
        let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
        let read = lay_out(&here.folder, commit.trim(), folder.path())?;
        if read == 0 {
            bail!("{} had no project and no plan at {revision}", here.folder.display());
        }
        Ok(Self { folder, place: here.place })
    }
}

/// The folder whose files are read, and the place in it.
struct Home {
    folder: PathBuf,
    place: PathBuf,
}

fn home(revision: &str, path: Option<&str>, other: &str) -> anyhow::Result<Home> {
    let current = std::env::current_dir().context("cannot tell the current folder")?;
    if let Some(path) = path {
        // As git reads it, a path begins at the root of the repository, unless it begins with a dot.
        let from_root =
            !path.starts_with('.') && run(&current, &["cat-file", "-e", &format!("{revision}:{path}")])?.is_some();
        let root = if from_root { run(&current, &["rev-parse", "--show-toplevel"])? } else { None };
        let folder = root.map_or_else(|| current.clone(), |root| PathBuf::from(root.trim_end_matches(['\n', '\r'])));
        let path = Path::new(path);
        let within = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !within {
            bail!("git:REV:PATH takes a path of the repository, or one that begins with ./ below the current folder");
        }
        return Ok(Home { folder, place: path.to_path_buf() });
    }
    let start = Some(other).filter(|other| !is_elsewhere(other)).map(Path::new).filter(|path| path.exists());
    let start = start.unwrap_or(&current);
    // A file given alone is compared with itself.
    if start.is_file() && start.file_name().is_none_or(|name| name != PROJECT_FILE) {
        let parent = start.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = parent.map_or(current.clone(), Path::to_path_buf);
        return Ok(Home { folder, place: start.file_name().map(PathBuf::from).unwrap_or_default() });
    }
    let folder = nearest_project(start).unwrap_or_else(|| start.to_path_buf());
    Ok(Home { folder, place: PathBuf::new() })
}

fn is_elsewhere(target: &str) -> bool {
    target == "-" || target.starts_with("git:") || target.contains("://")
}

fn git(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    // Objects that a partial clone lacks are not fetched.
    command.args(["-c", "protocol.allow=never"]).args(arguments).current_dir(folder);
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0");
    command
}

fn no_git(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "git:REV needs the git program, and it was not found".to_owned(),
        _ => format!("git could not be run: {error}"),
    }
}

/// What git prints; `None` = it says no.
fn run(folder: &Path, arguments: &[&str]) -> anyhow::Result<Option<String>> {
    let done = git(folder, arguments).stdin(Stdio::null()).stderr(Stdio::null()).output();
    let done = done.map_err(|error| anyhow::Error::msg(no_git(&error)))?;
    Ok(done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned()))
}

/// Whether a project or a plan may have the file.
fn is_wanted(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "json") && !name.split('/').any(|part| part == "node_modules")
}

/// Writes the files of `commit` below `folder` into `target`; gives their number.
fn lay_out(folder: &Path, commit: &str, target: &Path) -> anyhow::Result<usize> {
    let listing = git(folder, &["ls-tree", "-r", "-z", "--long", commit]).stdin(Stdio::null()).output();
    let listing = listing.context("git could not list the files")?;
    anyhow::ensure!(listing.status.success(), "git could not list the files of {commit}");
    let mut names = Vec::new();
    let mut wanted = tempfile::tempfile().context("cannot make a temporary file")?;
    for entry in listing.stdout.split(|byte| *byte == 0) {
        let Some((object, name)) = file_of(&String::from_utf8_lossy(entry)) else { continue };
        writeln!(wanted, "{object}")?;
        names.push(name);
    }
    wanted.rewind()?;
    let mut command = git(folder, &["cat-file", "--batch"]);
    let mut child =
        command.stdin(wanted).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("git could not be run")?;
    let mut answers = BufReader::new(child.stdout.take().context("git gave no output")?);
    let mut written = 0;
    for name in &names {
        let text = next_object(&mut answers)?;
        let path = target.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, text)?;
        written += 1;
    }
    drop(answers);
    child.wait()?;
    Ok(written)
}

/// Object and path of a line `mode blob object size<TAB>path`, where it is a file that is wanted. Symbolic links are none.
fn file_of(line: &str) -> Option<(String, PathBuf)> {
    let (facts, name) = line.split_once('\t')?;
    let mut facts = facts.split_whitespace();
    let (mode, kind, object, size) = (facts.next()?, facts.next()?, facts.next()?, facts.next()?);
    let plain = kind == "blob" && mode.starts_with("100") && size.parse::<u64>().is_ok_and(|size| size <= LARGEST);
    let path = PathBuf::from(name);
    let within = path.components().all(|part| matches!(part, Component::Normal(_)));
    (plain && within && is_wanted(name)).then(|| (object.to_owned(), path))
}

/// One answer of `git cat-file --batch`: `object type size`, the bytes, a line end.
fn next_object(answers: &mut impl std::io::BufRead) -> anyhow::Result<Vec<u8>> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    let size: usize =
        head.split_whitespace().nth(2).and_then(|size| size.parse().ok()).context("git could not read a file")?;
    let mut text = vec![0; size];
    answers.read_exact(&mut text)?;
    let mut end = [0; 1];
    answers.read_exact(&mut end)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_files_within_the_folder_are_taken() {
        let line = |mode: &str, name: &str| file_of(&format!("{mode} blob 0123abc     12\t{name}"));
        assert_eq!(line("100644", "src/app/app-hsmeta.json").unwrap().0, "0123abc");
        assert!(line("100755", "hsproject.json").is_some());
        assert!(line("120000", "hsproject.json").is_none(), "a symbolic link");
        assert!(line("100644", "../hsproject.json").is_none());
        assert!(line("100644", "/etc/x.json").is_none());
        assert!(line("100644", "node_modules/a/package.json").is_none());
        assert!(line("100644", "src/main.ts").is_none());
        assert!(file_of("160000 commit 0123abc       -\tmodule").is_none());
        assert!(file_of("").is_none());
    }
}
