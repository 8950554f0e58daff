//! Unsaved work between two runs: one file a leaving, under the system's place for state, named after the folder.
//!
//! Owns the files: they are written whole, never one over another, and removed when their work is saved or declined. What is
//! in them is `plan`'s: nothing secret.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use serde_json::{Value, json};

use super::files;
use super::moment::Moment;
use crate::plan::{Merged, Plan, keep_unsaved, merge, restore_unsaved};

/// So many are kept for one folder; the oldest goes first.
const MOST: usize = 5;

/// Larger ones are nobody's plan.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Unsaved work that is there.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    /// When it was left, in UTC.
    pub(super) date: String,
    /// The plan, with what was saved since.
    pub(super) plan: Plan,
    /// Whether something else was saved since.
    pub(super) is_merged: bool,
    /// What was changed there and here, each its own way.
    pub(super) disputed: Vec<String>,
}

/// What is read anew: how things stand on disk, and the same under the flags of this run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read<'a> {
    /// As it was read.
    pub(super) on_disk: &'a Plan,
    /// With what the flags say.
    pub(super) flagged: &'a Plan,
}

/// The keeper of one folder's work. What it was told last is written when it is dropped: on leaving, on a signal, on an
/// error, and when a panic unwinds.
#[derive(Debug)]
pub(super) struct Sessions {
    folder: PathBuf,
    /// What the files are named after.
    place: PathBuf,
    /// How things stood on disk when this run read or wrote them: what is unsaved is built on it.
    base: Plan,
    unsaved: Option<Plan>,
    offered: Option<PathBuf>,
    taken: Option<PathBuf>,
    moment: Moment,
}

impl Sessions {
    /// The keeper for the work that is saved to `place`; `None` where the system has no place for it.
    pub(super) fn of(place: &Path, moment: Moment) -> Option<Self> {
        let system = etcetera::choose_base_strategy().ok()?;
        let state = system.state_dir().unwrap_or_else(|| system.cache_dir());
        Self::under(state.join("hubscope").join("sessions"), place, moment)
    }

    fn under(folder: PathBuf, place: &Path, moment: Moment) -> Option<Self> {
        let absolute = std::path::absolute(place).ok()?;
        // The file need not be there yet; its folder is.
        let above = absolute.parent().and_then(|above| std::fs::canonicalize(above).ok());
        let name = absolute.file_name().map(PathBuf::from).unwrap_or_default();
        let place = above.map_or_else(|| absolute.clone(), |above| above.join(name));
        Some(Self { folder, place, base: Plan::default(), unsaved: None, offered: None, taken: None, moment })
    }

    /// The newest work that differs from what is read anew; what somebody else saved since then is in it. What is no
    /// different any more goes.
    pub(super) fn newest(&mut self, read: Read<'_>) -> Option<Kept> {
        self.base = read.on_disk.clone();
        for file in self.files().into_iter().rev() {
            let Some(kept) = self.read(&file, read) else { continue };
            if kept.plan == *read.flagged {
                let _ = std::fs::remove_file(&file); // it comes to nothing, and comes again at worst
                continue;
            }
            self.offered = Some(file);
            return Some(kept);
        }
        None
    }

    /// The offered work is in the plan now; its file goes when the plan is saved, or kept anew.
    pub(super) fn take(&mut self) {
        self.taken = self.offered.take();
    }

    /// Nobody wants the offered work.
    pub(super) fn decline(&mut self) {
        remove(self.offered.take());
    }

    /// What would be lost if the program ended now; `None` = nothing.
    pub(super) fn note(&mut self, unsaved: Option<&Plan>) {
        self.unsaved = unsaved.cloned();
    }

    /// `plan` was saved: what was taken is on disk now, and what comes is built on this.
    pub(super) fn saved(&mut self, plan: &Plan) {
        self.base = plan.clone();
        self.unsaved = None;
        remove(self.taken.take());
    }

    /// The files of this place, the oldest first: their names begin alike and go on with the time.
    fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Vec::new() };
        let start = self.start();
        let is_ours = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with(&start) && path.extension().is_some_and(|end| end == "json")
        };
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_ours).collect();
        files.sort();
        files
    }

    /// The beginning of the files' names: FNV-1a of the place. Two places may share it, so each file names its own.
    fn start(&self) -> String {
        let bytes = self.place.to_string_lossy();
        let hash = bytes
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        format!("{hash:016x}-")
    }

    fn read(&self, file: &Path, read: Read<'_>) -> Option<Kept> {
        if std::fs::metadata(file).ok()?.len() > LARGEST {
            return None;
        }
        let kept: Value = serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()?;
        if kept.get("place")?.as_str()? != self.place.to_string_lossy() {
            return None;
        }
        let date = kept.get("date")?.as_str()?.to_owned();
        let ours = restore_unsaved(&kept, read.flagged).ok()?;
        // Work that was kept before its base was kept with it stands as it is.
        let base = kept.get("base").and_then(|base| restore_unsaved(base, read.on_disk).ok());
        let Some(base) = base.filter(|base| !is_the_same(base, read.on_disk)) else {
            return Some(Kept { date, plan: ours, is_merged: false, disputed: Vec::new() });
        };
        let Merged { plan, disputed } = merge(&base, &ours, read.flagged);
        Some(Kept { date, plan, is_merged: true, disputed })
    }

    fn write(&self, plan: &Plan) -> anyhow::Result<PathBuf> {
        let now = self.moment.now();
        let mut document = keep_unsaved(plan);
        document["version"] = json!(1);
        document["base"] = keep_unsaved(&self.base);
        document["place"] = json!(self.place.to_string_lossy());
        document["date"] = json!(now.strftime("%Y-%m-%d %H:%M UTC").to_string());
        std::fs::create_dir_all(&self.folder)?;
        let name = format!("{}{:013}-{}.json", self.start(), now.as_millisecond(), std::process::id());
        let file = self.folder.join(name);
        files::write_whole(&file, &format!("{document:#}\n"))?;
        Ok(file)
    }
}

impl Drop for Sessions {
    fn drop(&mut self) {
        let Some(plan) = self.unsaved.take() else { return };
        // Nobody is left to hear of a disk that is full.
        if self.write(&plan).is_ok() {
            remove(self.taken.take());
            let files = self.files();
            for old in files.iter().take(files.len().saturating_sub(MOST)) {
                remove(Some(old.clone()));
            }
        }
    }
}

/// Whether both say the same, as far as it is kept.
fn is_the_same(base: &Plan, read: &Plan) -> bool {
    let kept = restore_unsaved(&keep_unsaved(read), read);
    kept.is_ok_and(|kept| base.says_as_much_as(&kept))
}

fn remove(file: Option<PathBuf>) {
    if let Some(file) = file {
        let _ = std::fs::remove_file(file); // another instance was faster
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(name: &str) -> Plan {
        let mut plan = Plan::default();
        plan.toggle(name, None);
        plan
    }

    fn now() -> Moment {
        Moment::of(std::time::SystemTime::now())
    }

    fn on(plan: &Plan) -> Read<'_> {
        Read { on_disk: plan, flagged: plan }
    }

    #[test]
    fn unsaved_work_is_kept_when_the_keeper_goes_and_removed_once_it_is_taken_and_saved() {
        let folder = tempfile::tempdir().unwrap();
        let open =
            || Sessions::under(folder.path().join("sessions"), &folder.path().join("hubscope.json"), now()).unwrap();
        open().note(Some(&work("crm.owners")));
        let mut again = open();
        let kept = again.newest(on(&Plan::default())).unwrap();
        assert_eq!(kept.plan, work("crm.owners"));
        assert!(kept.date.ends_with("UTC"));
        again.take();
        again.saved(&work("crm.owners"));
        assert!(again.files().is_empty());
    }

    #[test]
    fn two_instances_keep_two_works_and_nothing_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let open =
            || Sessions::under(folder.path().join("sessions"), &folder.path().join("hubscope.json"), now()).unwrap();
        open().note(Some(&work("crm.owners")));
        std::thread::sleep(std::time::Duration::from_millis(2));
        let mut second = open();
        second.note(Some(&work("crm.import")));
        drop(second);
        let mut third = open();
        assert_eq!(third.newest(on(&Plan::default())).unwrap().plan, work("crm.import"));
        third.decline();
        assert_eq!(open().newest(on(&Plan::default())).unwrap().plan, work("crm.owners"));
    }

    #[test]
    fn work_of_another_folder_and_work_that_is_on_disk_are_not_offered() {
        let folder = tempfile::tempdir().unwrap();
        let at =
            |name: &str| Sessions::under(folder.path().join("sessions"), &folder.path().join(name), now()).unwrap();
        at("a.json").note(Some(&work("crm.owners")));
        assert!(at("b.json").newest(on(&Plan::default())).is_none());
        assert!(at("a.json").newest(on(&work("crm.owners"))).is_none());
        assert!(at("a.json").newest(on(&Plan::default())).is_none(), "what is on disk is forgotten");
    }

    #[test]
    fn what_somebody_else_saved_meanwhile_is_in_the_work_that_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let open =
            || Sessions::under(folder.path().join("sessions"), &folder.path().join("hubscope.json"), now()).unwrap();
        let (read, mut ours, mut theirs) = (work("crm.owners"), work("crm.owners"), work("crm.owners"));
        ours.toggle("crm.import", None);
        theirs.toggle("crm.lists", None);
        let mut first = open();
        assert!(first.newest(on(&read)).is_none());
        first.note(Some(&ours));
        drop(first);
        let same = open().newest(on(&read)).unwrap();
        assert_eq!((same.plan, same.is_merged), (ours, false));
        let kept = open().newest(on(&theirs)).unwrap();
        let specs: Vec<String> = kept.plan.selections.iter().map(crate::plan::Selection::spec).collect();
        assert_eq!(specs, ["crm.owners", "crm.lists", "crm.import"]);
        assert!(kept.is_merged && kept.disputed.is_empty());
    }

    #[test]
    fn flags_are_part_of_the_work_and_not_of_what_it_is_built_on() {
        let folder = tempfile::tempdir().unwrap();
        let open =
            || Sessions::under(folder.path().join("sessions"), &folder.path().join("hubscope.json"), now()).unwrap();
        let mut flagged = Plan::default();
        flagged.app.client_id = Some("3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b".to_owned());
        let mut first = open();
        assert!(first.newest(Read { on_disk: &Plan::default(), flagged: &flagged }).is_none());
        first.note(Some(&flagged));
        drop(first);
        let kept = open().newest(on(&work("crm.lists"))).unwrap();
        assert_eq!(kept.plan.app.client_id, flagged.app.client_id);
        assert_eq!(kept.plan.selections.len(), 1);
    }

    #[test]
    fn work_is_kept_when_a_panic_unwinds() {
        let folder = tempfile::tempdir().unwrap();
        let open =
            || Sessions::under(folder.path().join("sessions"), &folder.path().join("hubscope.json"), now()).unwrap();
        let panicked = std::panic::catch_unwind(|| {
            let mut keeper = open();
            keeper.note(Some(&work("crm.owners")));
            panic!("as a test");
        });
        assert!(panicked.is_err());
        assert!(open().newest(on(&Plan::default())).is_some());
    }
}
