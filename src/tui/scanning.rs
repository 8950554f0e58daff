//! The scan of the code on a thread of its own: it reports how far it is, ten times a second at most, and its end.
//!
//! Nobody waits for it. When the configurator ends, it is told to stop and left behind.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::time::Instant;

use super::action::Report;
use super::model::Found;
use crate::scan::GoesOn;
use crate::terminal::{Event, Input};

/// The scan as a piece of work; an `Err` says what went wrong.
pub type ScanWork = Box<dyn FnOnce(GoesOn<'_>) -> Result<Found, String> + Send>;

/// The shortest time between two reports, in milliseconds.
const PAUSE: u64 = 100;

/// Tells the scan to stop when it is dropped.
#[derive(Debug)]
pub(super) struct Scanner(Arc<AtomicBool>);

impl Scanner {
    /// Starts `work`.
    pub(super) fn start(input: &Input<Report>, work: ScanWork) -> io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        input.spawn("scan", move |to_main| run(to_main, &stopped, work))?;
        Ok(Self(stop))
    }
}

impl Drop for Scanner {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn run(to_main: &Sender<Event<Report>>, stop: &AtomicBool, work: ScanWork) {
    let (files, told, begun) = (AtomicUsize::new(0), AtomicU64::new(0), Instant::now());
    let goes_on = || {
        let count = files.fetch_add(1, Ordering::Relaxed) + 1;
        let now = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let last = told.load(Ordering::Relaxed);
        let is_due = now.saturating_sub(last) >= PAUSE;
        if is_due && told.compare_exchange(last, now, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            // Nobody is left to hear it only when the program ends.
            let _ = to_main.send(Event::Work(Report::Scanning(count)));
        }
        !stop.load(Ordering::Relaxed)
    };
    // A file that the scan cannot cope with costs the scan, not what the user has done.
    let report = match catch_unwind(AssertUnwindSafe(|| work(&goes_on))) {
        Ok(Ok(found)) => Report::Scanned(Box::new(found)),
        Ok(Err(why)) => Report::NotScanned(why),
        Err(_) => Report::NotScanned("the scan itself failed; hubscope scan shows at which file.".to_owned()),
    };
    let _ = to_main.send(Event::Work(report));
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn reports(work: ScanWork) -> Vec<Report> {
        let (sender, receiver) = channel();
        run(&sender, &AtomicBool::new(false), work);
        drop(sender);
        let report = |event| if let Event::Work(report) = event { Some(report) } else { None };
        receiver.into_iter().filter_map(report).collect()
    }

    #[test]
    fn a_scan_of_many_files_reports_ten_times_a_second_at_most_and_once_at_its_end() {
        let begun = Instant::now();
        let reports = reports(Box::new(move |goes_on| {
            while begun_for(begun) < 350 {
                goes_on();
            }
            // However busy the machine is: this one is due.
            goes_on();
            Ok(Found::default())
        }));
        let most = usize::try_from(begun_for(begun)).unwrap() / usize::try_from(PAUSE).unwrap();
        assert!((2..=most + 1).contains(&reports.len()), "{reports:?}");
        assert!(matches!(reports.last(), Some(Report::Scanned(_))));
        assert!(matches!(reports.first(), Some(Report::Scanning(1..))));
    }

    fn begun_for(begun: Instant) -> u128 {
        begun.elapsed().as_millis()
    }

    #[test]
    fn a_scan_that_fails_or_panics_is_a_sentence() {
        let failed = reports(Box::new(|_| Err("cannot read it.".to_owned())));
        assert_eq!(failed, [Report::NotScanned("cannot read it.".to_owned())]);
        let panicked = reports(Box::new(|_| panic!("on purpose")));
        assert!(matches!(panicked.as_slice(), [Report::NotScanned(why)] if why.contains("hubscope scan")));
    }

    #[test]
    fn what_is_left_is_told_to_stop() {
        let input = Input::<Report>::new().unwrap();
        let (sender, receiver) = channel();
        let work: ScanWork = Box::new(move |goes_on| {
            while goes_on() {}
            sender.send("stopped").map(|()| Found::default()).map_err(|error| error.to_string())
        });
        drop(Scanner::start(&input, work).unwrap());
        assert_eq!(receiver.recv(), Ok("stopped"));
    }
}
