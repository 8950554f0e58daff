//! Whoever reads standard output, and when they are gone.
//!
//! A program that writes learns it from its next write; one that waits would stay for ever.

/// Calls `act` once when the reader of standard output went away, from a thread that sleeps until then. Where that cannot
/// be told (a file, Windows), it is never called.
#[cfg(unix)]
pub fn when_reader_leaves(act: impl FnOnce() + Send + 'static) {
    use rustix::event::{PollFd, PollFlags, poll};

    // Without the thread the next write has to do.
    let _ = std::thread::Builder::new().name("reader".to_owned()).spawn(move || {
        let stdout = std::io::stdout();
        let mut watched = [PollFd::new(&stdout, PollFlags::empty())];
        loop {
            match poll(&mut watched, None) {
                Ok(_) if watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) => return act(),
                Err(rustix::io::Errno::INTR) => {}
                Ok(_) | Err(_) => return,
            }
        }
    });
}

/// Calls `act` never: the next write has to do.
#[cfg(not(unix))]
pub fn when_reader_leaves(_act: impl FnOnce() + Send + 'static) {}
