//! Signals as events, and the stop that Ctrl-Z asks for.
//!
//! Owns the thread that sleeps until a signal comes. It decides nothing: the main thread leaves, stops or draws anew.
//! The one exception: a second SIGTERM or SIGINT, when the main thread did not heed the first, ends the program at once.

/// A signal that the program answers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Signal {
    /// SIGTERM: somebody ends the program.
    Terminate,
    /// SIGHUP: the terminal was closed.
    Hangup,
    /// SIGINT from outside; Ctrl-C is a key while the terminal is in raw mode.
    Interrupt,
    /// SIGTSTP from outside; Ctrl-Z is a key while the terminal is in raw mode.
    Suspend,
    /// SIGCONT from outside: the program goes on; the terminal may have been another's meanwhile.
    Continue,
    /// SIGWINCH: the terminal has another size, or had one for a moment.
    Resize,
}

impl Signal {
    /// Whether it asks the program to end.
    pub fn is_end(self) -> bool {
        matches!(self, Self::Terminate | Self::Hangup | Self::Interrupt)
    }

    /// The exit code of a program that ended because of it, as shells count: 128 and the signal's number.
    pub fn exit_code(self) -> u8 {
        128 + match self {
            Self::Hangup => 1,
            Self::Interrupt => 2,
            Self::Terminate => 15,
            Self::Continue => 18,
            Self::Suspend => 20,
            Self::Resize => 28,
        }
    }
}

#[cfg(unix)]
pub use unix::stop_here;
#[cfg(unix)]
pub(super) use unix::{can_stop, stop, watch};

/// Windows has none of these signals.
#[cfg(not(unix))]
pub(super) fn watch(_send: impl FnMut(Signal) -> bool + Send + 'static) -> std::io::Result<()> {
    Ok(())
}

/// Windows stops no program.
#[cfg(not(unix))]
pub(super) fn can_stop() -> std::io::Result<bool> {
    Ok(false)
}

/// Windows stops no program.
#[cfg(not(unix))]
pub fn stop_here() -> std::io::Result<()> {
    Ok(())
}

/// Windows stops no program.
#[cfg(not(unix))]
pub(super) fn stop() -> std::io::Result<()> {
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use rustix::process::{self, Signal as UnixSignal};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    use super::Signal;
    use crate::terminal::modes;

    /// The next SIGTSTP is the one that we sent to our whole group.
    static OWN_STOP: AtomicBool = AtomicBool::new(false);
    /// The next SIGCONT ends that stop, after which the main thread takes the terminal over by itself.
    static OWN_CONTINUE: AtomicBool = AtomicBool::new(false);

    /// Sends each signal with `send`, from a thread of its own, until `send` says that nobody listens.
    pub(in crate::terminal) fn watch(mut send: impl FnMut(Signal) -> bool + Send + 'static) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            let mut asked = false;
            for number in signals.forever() {
                let signal = match number {
                    SIGTERM => Signal::Terminate,
                    SIGHUP => Signal::Hangup,
                    SIGINT => Signal::Interrupt,
                    SIGTSTP if OWN_STOP.swap(false, Ordering::SeqCst) => continue,
                    SIGTSTP => Signal::Suspend,
                    SIGCONT if OWN_CONTINUE.swap(false, Ordering::SeqCst) => continue,
                    SIGWINCH => Signal::Resize,
                    _ => Signal::Continue,
                };
                let heard = send(signal);
                // A closed terminal hangs up twice, through the kernel and the shell: that is no impatience.
                let insists = matches!(signal, Signal::Terminate | Signal::Interrupt);
                if insists && (asked || !heard) {
                    modes::restore();
                    let _ = low_level::emulate_default_handler(number);
                }
                asked |= insists;
            }
        })?;
        Ok(())
    }

    /// Whether somebody could start the program again: not in the shell's own group, as in `url=$(hubscope)` at a
    /// prompt, and not as the first program of a terminal.
    pub(in crate::terminal) fn can_stop() -> io::Result<bool> {
        Ok(process::getsid(None)? != process::getpgrp())
    }

    /// Stops this program, whose job the terminal has told already, and returns when it goes on.
    pub fn stop_here() -> io::Result<()> {
        low_level::emulate_default_handler(SIGTSTP)
    }

    /// Stops the job that this program is part of, as Ctrl-Z does, and returns when it goes on.
    pub(in crate::terminal) fn stop() -> io::Result<()> {
        // The whole job: a script that waits for us has to stop too, or its shell does not come back.
        OWN_STOP.store(true, Ordering::SeqCst);
        process::kill_current_process_group(UnixSignal::TSTP)
            .inspect_err(|_| OWN_STOP.store(false, Ordering::SeqCst))?;
        // Our own handler took that one, so that we stop by the signal that cannot be handled.
        OWN_CONTINUE.store(true, Ordering::SeqCst);
        low_level::emulate_default_handler(SIGTSTP).inspect_err(|_| OWN_CONTINUE.store(false, Ordering::SeqCst))
    }
}
