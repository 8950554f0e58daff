//! Files written: whole or not at all, and never over what changed meanwhile.
//!
//! Owns how the bytes get to the disk and when they must not. What is written, [`crate::edit`] makes.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::find::{LEADS_OUT, within};

const MARK: &str = "\u{feff}";

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// It is not what was read.
    #[error("{path} was not written: it has changed since it was read. Check it again, then write.", path = .0.display())]
    Changed(PathBuf),
    /// It is not there any more.
    #[error("{path} was not written: it does not exist any more. Check the project again.", path = .0.display())]
    Gone(PathBuf),
    /// It lies outside of the folder.
    #[error("{path} was not written: {LEADS_OUT}. Check the folder that the file lies in.", path = .0.display())]
    Outside(PathBuf),
    /// It is a folder, a device or a pipe.
    #[error("{path} was not written: it is not a regular file.", path = .0.display())]
    NoFile(PathBuf),
    /// Its owner wants it to stay as it is.
    #[error("{path} was not written: it is read-only. Make it writable, then write again.", path = .0.display())]
    ReadOnly(PathBuf),
    /// The system failed.
    #[error("{path} was not written: {error}. The file is as it was; mend that and write again.", path = .path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Writes `after` to the file at `path`, which is relative to `root` or in it, if the file still holds `before`.
///
/// Nobody ever reads a half of it. A symbolic link stays one and its target is written, unless that lies outside of `root`.
/// The permissions stay, and so does a byte order mark that `before` leaves out.
pub fn write_edited(root: &Path, path: &Path, before: &str, after: &str) -> Result<(), NotWritten> {
    let path = root.join(path);
    let failed = |error| NotWritten::Failed { path: path.clone(), error };
    let target = match within(root, &path) {
        Ok(Some(target)) => target,
        Ok(None) => return Err(NotWritten::Outside(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(NotWritten::Gone(path)),
        Err(error) => return Err(failed(error)),
    };
    let about = fs::metadata(&target).map_err(failed)?;
    if !about.is_file() {
        return Err(NotWritten::NoFile(path));
    }
    if about.permissions().readonly() {
        return Err(NotWritten::ReadOnly(path));
    }
    let with_mark = (!before.starts_with(MARK)).then(|| format!("{MARK}{before}"));
    let held = |bytes: &[u8]| {
        let marked = with_mark.as_ref().is_some_and(|marked| bytes == marked.as_bytes());
        if marked { Some(true) } else { (bytes == before.as_bytes()).then_some(false) }
    };
    let now = fs::read(&target).map_err(failed)?;
    let Some(marked) = held(&now) else { return Err(NotWritten::Changed(path)) };
    let mark = if marked && !after.starts_with(MARK) { MARK } else { "" };
    let file = whole(&target, &[mark, after]).map_err(failed)?;
    // Writing takes a while: what changed in it counts, too.
    if fs::read(&target).map_err(failed)? != now {
        return Err(NotWritten::Changed(path));
    }
    file.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Writes `text` to `path`, which may be new, by way of a file beside it, so that nobody ever reads a half of it.
pub fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    whole(path, &[text])?.persist(path)?;
    Ok(())
}

/// The file beside `path` that is to take its place.
fn whole(path: &Path, parts: &[&str]) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".hubscope-").tempfile_in(folder)?;
    for part in parts {
        file.write_all(part.as_bytes())?;
    }
    file.as_file().sync_all()?;
    set_mode(path, file.as_file())?;
    Ok(file)
}

/// A temporary file is for its owner only; the file at `path` has the mode that it had, or an ordinary one.
#[cfg(unix)]
fn set_mode(path: &Path, file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = fs::metadata(path).map_or(0o644, |before| before.permissions().mode() & 0o777);
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn set_mode(_path: &Path, _file: &fs::File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(text: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("app")).unwrap();
        fs::write(folder.path().join("app/a.json"), text).unwrap();
        folder
    }

    /// The error, for a file that must not have changed and must have nothing beside it.
    fn refused(folder: &Path, root: &str, path: &str, before: &str) -> NotWritten {
        let held = fs::read(folder.join("app/a.json")).unwrap();
        let error = write_edited(&folder.join(root), Path::new(path), before, "new").unwrap_err();
        assert_eq!(fs::read(folder.join("app/a.json")).unwrap(), held);
        assert!(fs::read_dir(folder.join("app")).unwrap().all(|entry| entry.unwrap().file_name() != ".hubscope-"));
        error
    }

    #[test]
    fn what_was_read_is_replaced_and_a_mark_stays() {
        let folder = folder("\u{feff}old");
        let write = |before, after| write_edited(folder.path(), Path::new("app/a.json"), before, after);
        write("old", "new").unwrap();
        write("\u{feff}new", "\u{feff}newer").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("app/a.json")).unwrap(), "\u{feff}newer");
        write("\u{feff}newer", "bare").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("app/a.json")).unwrap(), "bare");
        assert_eq!(fs::read_dir(folder.path().join("app")).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_changed_or_went_or_is_none_is_left_alone() {
        let folder = folder("old");
        let error = refused(folder.path(), "", "app/a.json", "older");
        assert!(
            error
                .to_string()
                .ends_with("a.json was not written: it has changed since it was read. Check it again, then write.")
        );
        assert!(matches!(refused(folder.path(), "", "app/b.json", "old"), NotWritten::Gone(_)));
        assert!(matches!(refused(folder.path(), "", "app", "old"), NotWritten::NoFile(_)));
        assert!(matches!(
            refused(folder.path(), "app", "../app/../../x", "old"),
            NotWritten::Gone(_) | NotWritten::Outside(_)
        ));
        fs::write(folder.path().join("beside.json"), "old").unwrap();
        assert!(matches!(refused(folder.path(), "app", "../beside.json", "old"), NotWritten::Outside(_)));
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_a_read_only_file_does_too() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = folder("old");
        let path = folder.path().join("app/a.json");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        write_edited(folder.path(), &path, "old", "new").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(matches!(refused(folder.path(), "", "app/a.json", "new"), NotWritten::ReadOnly(_)));
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_stays_one_and_none_leads_out() {
        use std::os::unix::fs::symlink;
        let folder = folder("old");
        let root = folder.path().join("app");
        symlink("a.json", root.join("link.json")).unwrap();
        write_edited(&root, Path::new("link.json"), "old", "new").unwrap();
        assert!(fs::symlink_metadata(root.join("link.json")).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(root.join("a.json")).unwrap(), "new");
        fs::write(folder.path().join("outside.json"), "old").unwrap();
        symlink("../outside.json", root.join("out.json")).unwrap();
        assert!(matches!(refused(folder.path(), "app", "out.json", "old"), NotWritten::Outside(_)));
        assert_eq!(fs::read_to_string(folder.path().join("outside.json")).unwrap(), "old");
    }
}
