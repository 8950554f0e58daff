//! Changes come in bursts: an editor writes a file beside the old one and renames it, git changes hundreds.
//!
//! Owns how long is waited until a burst is over.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::refusal;

/// For so long nothing must happen.
const QUIET: Duration = Duration::from_millis(80);

/// So long a burst may last: a program that writes without end is not waited for.
const LONGEST: Duration = Duration::from_secs(1);

/// What wakes the program.
#[derive(Debug)]
pub(super) enum Message {
    /// The system tells of a change, or that it cannot.
    Changed(notify::Result<notify::Event>),
    /// Nobody reads standard output any more.
    ReaderLeft,
}

/// The paths of the next burst, as `touched` gives them; `None` when there will be none. An event that touches nothing
/// prolongs no burst.
pub(super) fn next(
    inbox: &Receiver<Message>,
    mut touched: impl FnMut(&notify::Event) -> Vec<PathBuf>,
) -> anyhow::Result<Option<Vec<PathBuf>>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut burst: Option<(Instant, Instant)> = None;
    loop {
        let message = match burst {
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some((begun, last)) => {
                let until = (last + QUIET).min(begun + LONGEST);
                inbox.recv_timeout(until.saturating_duration_since(Instant::now()))
            }
        };
        match message {
            Ok(Message::Changed(Ok(event))) => {
                let found = touched(&event);
                if !found.is_empty() {
                    let now = Instant::now();
                    burst = Some((burst.map_or(now, |(begun, _)| begun), now));
                    paths.extend(found);
                }
            }
            Ok(Message::Changed(Err(error))) => return Err(refusal::of(&error)),
            Err(RecvTimeoutError::Timeout) => return Ok(Some(paths)),
            Ok(Message::ReaderLeft) | Err(RecvTimeoutError::Disconnected) => return Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use notify::{Event, EventKind};

    use super::*;

    fn event(path: &str) -> Message {
        Message::Changed(Ok(Event::new(EventKind::Any).add_path(path.into())))
    }

    fn those_that_count(event: &Event) -> Vec<PathBuf> {
        event.paths.iter().filter(|path| !path.ends_with("noise")).cloned().collect()
    }

    #[test]
    fn a_burst_is_one_batch_and_noise_makes_none() {
        let (send, inbox) = mpsc::channel();
        for path in ["noise", "a", "noise", "b"] {
            send.send(event(path)).unwrap();
        }
        assert_eq!(next(&inbox, those_that_count).unwrap(), Some(vec!["a".into(), "b".into()]));
        send.send(event("noise")).unwrap();
        send.send(Message::ReaderLeft).unwrap();
        assert_eq!(next(&inbox, those_that_count).unwrap(), None);
    }

    #[test]
    fn a_burst_without_end_is_cut() {
        let (send, inbox) = mpsc::channel();
        let writer = std::thread::spawn(move || {
            while send.send(event("a")).is_ok() {
                std::thread::sleep(Duration::from_millis(10));
            }
        });
        // Each event comes before the quiet that would end the burst.
        assert!(next(&inbox, those_that_count).unwrap().is_some());
        drop(inbox);
        writer.join().unwrap();
    }
}
