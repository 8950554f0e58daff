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
    lines
        .filter_map(|line| line.split_once('=').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())))
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
            return body.get(..id_length).map(hexadecimal);
        }
    }
    None
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// An index of these paths with these modes.
    fn index(version: u32, id_length: usize, entries: &[(&str, u32)]) -> Vec<u8> {
        let mut bytes = b"DIRC".to_vec();
        bytes.extend(version.to_be_bytes());
        bytes.extend(u32::try_from(entries.len()).unwrap().to_be_bytes());
        let mut before = "";
        for (path, mode) in entries {
            let start = bytes.len();
            bytes.extend([0; 24]);
            bytes.extend(mode.to_be_bytes());
            bytes.extend([0; 12]);
            bytes.extend(vec![7; id_length]);
            let is_extended = version == 3;
            bytes.extend((if is_extended { 0x4000_u16 } else { 0 }).to_be_bytes());
            bytes.extend(if is_extended { &[0, 0][..] } else { &[] });
            if version == 4 {
                let same = before.bytes().zip(path.bytes()).take_while(|(one, other)| one == other).count();
                let dropped = before.len() - same;
                if dropped < 128 {
                    bytes.push(u8::try_from(dropped).unwrap());
                } else {
                    bytes.extend([
                        u8::try_from(((dropped >> 7) - 1) | 128).unwrap(),
                        u8::try_from(dropped & 127).unwrap(),
                    ]);
                }
                bytes.extend(path[same..].bytes().chain([0]));
                before = path;
            } else {
                bytes.extend(path.bytes());
                let length = bytes.len() - start;
                bytes.extend(vec![0; (length / 8 + 1) * 8 - length]);
            }
        }
        bytes
    }

    fn read(bytes: &[u8], id_length: usize) -> (Vec<String>, Option<String>) {
        let mut paths = Vec::new();
        let shared = files(bytes, id_length, &mut |path| paths.push(String::from_utf8(path.to_vec()).unwrap()));
        (paths, shared)
    }

    const FILE: u32 = 0o100_644;
    const LINK: u32 = 0o120_000;
    const SUBMODULE: u32 = 0o160_000;

    #[test]
    fn plain_files_are_read_from_an_index_of_every_version() {
        let long = format!("a/{}.js", "x".repeat(300));
        let entries =
            [(long.as_str(), FILE), ("build/one.js", FILE), ("build/two.js", 0o100_755), ("l", LINK), ("m", SUBMODULE)];
        for version in [2, 3, 4] {
            for id_length in [20, 32] {
                let (paths, shared) = read(&index(version, id_length, &entries), id_length);
                assert_eq!((paths.len(), shared), (3, None), "version {version}");
                assert_eq!(paths[1..], ["build/one.js", "build/two.js"]);
            }
        }
    }

    #[test]
    fn an_index_that_is_cut_short_gives_what_is_whole_and_names_what_it_adds_to() {
        let mut whole = index(2, 20, &[("a.js", FILE), ("b.js", FILE)]);
        for length in 0..whole.len() {
            assert!(read(&whole[..length], 20).0.len() <= 2);
        }
        whole.extend(b"link\0\0\0\x16");
        whole.extend([0xab; 22]);
        assert_eq!(read(&whole, 20), (vec!["a.js".to_owned(), "b.js".to_owned()], Some("ab".repeat(20))));
        assert_eq!(read(b"DIRC\0\0\0\x02\xff\xff\xff\xff", 20), (Vec::new(), None));
    }

    #[test]
    fn files_below_a_folder_of_the_repository_are_named_from_there() {
        let top = tempfile::tempdir().unwrap();
        let git = top.path().join(".git");
        fs::create_dir_all(git.join("kept")).unwrap();
        fs::create_dir_all(top.path().join("app/bin")).unwrap();
        fs::write(git.join("HEAD"), "ref: refs/heads/main\n").unwrap();
        fs::write(git.join("index"), index(2, 20, &[("app/bin/a.js", FILE), ("app/b.md", FILE), ("c.js", FILE)]))
            .unwrap();
        let tracked = Tracked::below(&top.path().join("app"), |path| !path.contains("b.md")).unwrap();
        assert_eq!(tracked.left().collect::<Vec<_>>(), ["bin/a.js"]);
        assert!(tracked.meet("bin/a.js") && !tracked.meet("c.js"));
        assert_eq!(tracked.left().count(), 0);
        // A work tree elsewhere names the folder of git in a file.
        let other = tempfile::tempdir().unwrap();
        fs::write(other.path().join(".git"), format!("gitdir: {}\n", git.display())).unwrap();
        assert_eq!(Tracked::below(other.path(), |_| true).unwrap().left().count(), 3);
        let none = tempfile::tempdir().unwrap();
        assert!(Tracked::below(none.path(), |_| true).is_none());
    }
}
