//! Which files git tracks, by its index: the one thing that tells an app's own `build` folder from one that a program fills.
//!
//! Owns where the index lies and how it is read (versions 2 to 4, SHA-1 and SHA-256, worktrees, split indexes). It runs no
//! git, and knows nothing of commits, branches and submodules.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// How large an index may be.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The tracked files below a folder, of those that are of interest.
pub(super) struct Tracked {
    /// Relative to the folder, with `/`, in order.
    paths: Vec<String>,
    /// Which of them the walk came by.
    seen: Vec<AtomicBool>,
}

impl Tracked {
    /// The files that git tracks below `folder`, of those whose path `is_wanted`; `None` where there is no git.
    pub(super) fn below(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Option<Self> {
        let folder = fs::canonicalize(folder).ok()?;
        let (top, git) = folder.ancestors().find_map(|place| Some((place, git_folder(place)?)))?;
        let below = folder.strip_prefix(top).ok()?;
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let prefix = if parts.is_empty() { String::new() } else { format!("{}/", parts.join("/")) };
        let id_length = if uses_sha256(&git) { 32 } else { 20 };
        let mut paths = Vec::new();
        let mut keep = |path: &[u8]| {
            let path = std::str::from_utf8(path).ok().and_then(|path| path.strip_prefix(prefix.as_str()));
            paths.extend(path.filter(|path| is_wanted(path)).map(str::to_owned));
        };
        // A repository without a commit has no index, and tracks nothing.
        let index = bytes_of(&git.join("index")).unwrap_or_default();
        if let Some(shared) = files(&index, id_length, &mut keep) {
            let shared = bytes_of(&git.join(format!("sharedindex.{shared}"))).unwrap_or_default();
            files(&shared, id_length, &mut keep);
        }
        paths.sort();
        paths.dedup();
        let seen = paths.iter().map(|_| AtomicBool::new(false)).collect();
        Some(Self { paths, seen })
    }

    /// Whether git tracks the file; it counts as seen from now on.
    pub(super) fn meet(&self, path: &str) -> bool {
        let place = self.paths.binary_search_by(|known| known.as_str().cmp(path));
        place.is_ok_and(|place| {
            self.seen[place].store(true, Ordering::Relaxed);
            true
        })
    }

    /// The files that nobody met.
    pub(super) fn left(&self) -> impl Iterator<Item = &str> {
        let all = self.paths.iter().zip(&self.seen);
        all.filter(|(_, seen)| !seen.load(Ordering::Relaxed)).map(|(path, _)| path.as_str())
    }
}

/// The folder of git for the work tree at `top`; a worktree and a submodule have a file that names it.
fn git_folder(top: &Path) -> Option<PathBuf> {
    let git = top.join(".git");
    let about = fs::metadata(&git).ok()?;
    if about.is_dir() {
        return git.join("HEAD").is_file().then_some(git);
    }
    let text = fs::read_to_string(&git).ok()?;
    Some(top.join(text.strip_prefix("gitdir:")?.trim()))
}

fn uses_sha256(git: &Path) -> bool {
    let common = fs::read_to_string(git.join("commondir")).map_or_else(|_| git.to_owned(), |way| git.join(way.trim()));
    let config = fs::read_to_string(common.join("config")).unwrap_or_default();
    let lines = config.lines().map(|line| line.trim().to_ascii_lowercase());
    lines.filter_map(|line| line.split_once('=').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())))
        .any(|(name, value)| name == "objectformat" && value == "sha256")
}

fn bytes_of(path: &Path) -> Option<Vec<u8>> {
    let length = fs::metadata(path).ok()?.len();
    if length > LARGEST { None } else { fs::read(path).ok() }
}

/// Hands the paths of the plain files of an index to `keep`; gives the name of the index that it is an addition to.
fn files(index: &[u8], id_length: usize, keep: &mut impl FnMut(&[u8])) -> Option<String> {
    let mut reader = Reader { bytes: index, at: 0 };
    if reader.take(4)? != b"DIRC" {
        return None;
    }
    let version = reader.number()?;
    let count = reader.number()?;
    let mut path = Vec::new();
    for _ in 0..count {
        let start = reader.at;
        let mode = u32::from_be_bytes(reader.take(40)?.get(24..28)?.try_into().ok()?);
        reader.take(id_length)?;
        let flags = u16::from_be_bytes(reader.take(2)?.try_into().ok()?);
        // More flags, of version 3 on.
        if flags & 0x4000 != 0 {
            reader.take(2)?;
        }
        if version >= 4 {
            let dropped = reader.shortened()?;
            path.truncate(path.len().checked_sub(dropped)?);
            path.extend(reader.up_to_nul()?);
        } else {
            path.clear();
            path.extend(reader.up_to_nul()?);
            // Entries end at a multiple of eight bytes.
            let length = reader.at - start;
            reader.take(length.next_multiple_of(8) - length)?;
        }
        if mode >> 12 == 0o10 {
            keep(&path);
        }
    }
    while let Some(name) = reader.take(4) {
        let length = usize::try_from(reader.number()?).ok()?;
        let body = reader.take(length)?;
        if name == b"link" {
            return body.get(..id_length).map(|id| id.iter().map(|byte| format!("{byte:02x}")).collect());
        }
    }
    None
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        Some(u32::from_be_bytes(self.take(4)?.try_into().ok()?))
    }

    fn up_to_nul(&mut self) -> Option<&'a [u8]> {
        let length = memchr::memchr(0, self.bytes.get(self.at..)?)?;
        let taken = self.take(length);
        self.at += 1;
        taken
    }

    /// How much of the path before is not that of this one: seven bits a byte, and one more for each that follows.
    fn shortened(&mut self) -> Option<usize> {
        let mut byte = self.take(1)?[0];
        let mut value = usize::from(byte & 127);
        while byte & 128 != 0 {
            byte = self.take(1)?[0];
            value = value.checked_add(1)?.checked_mul(128)? + usize::from(byte & 127);
        }
        Some(value)
    }
}
