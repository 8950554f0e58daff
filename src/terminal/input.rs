//! One channel for all that happens: keys, pastes, clicks, sizes, signals, and what workers have done.
//!
//! Owns the threads that sleep until something comes in. Nothing polls and nothing ticks: while nothing happens, no
//! thread wakes. It gives no key a meaning.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::event::Event as Key;

use super::output;
use super::signal::{self, Signal};

/// Something that happened.
#[derive(Debug)]
pub enum Event<T> {
    /// A key, a paste, a click, a new size.
    Terminal(Key),
    /// A signal.
    Signal(Signal),
    /// What a worker has to say.
    Work(T),
    /// The program cannot go on, with why: the terminal was closed, or a worker panicked.
    Gone(String),
}

/// The channel, and both its ends.
#[derive(Debug)]
pub struct Input<T> {
    sender: Sender<Event<T>>,
    receiver: Receiver<Event<T>>,
}

impl<T: Send + 'static> Input<T> {
    /// Opens the channel and listens to signals from here on: before the terminal is taken over, so that none finds it
    /// taken and nobody there to give it back; and before its size is asked for, so that no other one is missed.
    pub fn new() -> io::Result<Self> {
        let (sender, receiver) = mpsc::channel();
        let to_main = sender.clone();
        signal::watch(move |signal| {
            let event = match signal {
                Signal::Resize => Event::Terminal(resized()),
                signal => Event::Signal(signal),
            };
            to_main.send(event).is_ok()
        })?;
        Ok(Self { sender, receiver })
    }

    /// Reads the terminal from here on: after it was taken over. To be called once.
    pub fn read_terminal(&self) -> io::Result<()> {
        let to_main = self.sender.clone();
        thread::Builder::new().name("keys".to_owned()).spawn(move || {
            loop {
                let (event, last) = match crossterm::event::read() {
                    // The signal has told it: crossterm listens from here on only, when a frame was drawn already.
                    Ok(Key::Resize(..)) if cfg!(unix) => continue,
                    Ok(Key::Resize(..)) => (Event::Terminal(resized()), false),
                    Ok(event) => (Event::Terminal(event), false),
                    Err(error) => (Event::Gone(error.to_string()), true),
                };
                if to_main.send(event).is_err() || last {
                    return;
                }
            }
        })?;
        #[cfg(unix)]
        watch_for_hangup(self.sender.clone())?;
        Ok(())
    }

    /// The end that a worker sends to, with [`Event::Work`].
    pub fn sender(&self) -> Sender<Event<T>> {
        self.sender.clone()
    }

    /// Runs `work` on a thread of its own, with the end that it sends to. If it panics, [`Event::Gone`] comes, and
    /// what the panic says is printed when the session ends.
    pub fn spawn(&self, name: &str, work: impl FnOnce(&Sender<Event<T>>) + Send + 'static) -> io::Result<()> {
        let guard = PanicGuard(self.sender());
        thread::Builder::new().name(name.to_owned()).spawn(move || work(&guard.0))?;
        Ok(())
    }

    /// Sleeps until something happens, and gives it with all that has happened meanwhile, in order: many keys are one
    /// frame.
    pub fn wait(&self) -> Vec<Event<T>> {
        // It cannot fail, for this holds a sender.
        let first = self.receiver.recv().ok();
        first.into_iter().chain(self.drain()).collect()
    }

    /// What has happened already, without sleeping.
    pub fn drain(&self) -> impl Iterator<Item = Event<T>> {
        self.receiver.try_iter()
    }
}

/// The size as it is now, which is never 0×0.
fn resized() -> Key {
    let size = output::size();
    Key::Resize(size.width, size.height)
}

/// Says so when its thread panics.
struct PanicGuard<T>(Sender<Event<T>>);

impl<T> Drop for PanicGuard<T> {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Event::Gone("a worker panicked".to_owned()));
        }
    }
}

/// Sends [`Event::Gone`] when the terminal is closed. crossterm's reader takes the end of its input for silence and
/// reads on in a circle, so somebody else has to look.
#[cfg(unix)]
fn watch_for_hangup<T: Send + 'static>(to_main: Sender<Event<T>>) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};

    thread::Builder::new().name("hangup".to_owned()).spawn(move || {
        let stdin = io::stdin();
        let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
        loop {
            match poll(&mut terminal, None) {
                Ok(_) if terminal[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) => {
                    let _ = to_main.send(Event::Gone("the terminal was closed".to_owned()));
                    return;
                }
                Err(rustix::io::Errno::INTR) => {}
                Ok(_) | Err(_) => return, // it cannot be watched, as on macOS: SIGHUP has to do
            }
        }
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_came_meanwhile_is_taken_at_once_and_in_order() {
        let input = Input::<u8>::new().unwrap();
        let sender = input.sender();
        thread::spawn(move || (0..100).for_each(|number| sender.send(Event::Work(number)).unwrap())).join().unwrap();
        let numbers: Vec<u8> = input
            .wait()
            .into_iter()
            .filter_map(|event| if let Event::Work(n) = event { Some(n) } else { None })
            .collect();
        assert_eq!(numbers, (0..100).collect::<Vec<u8>>());
        assert_eq!(input.drain().count(), 0);
    }

    #[test]
    fn waiting_ends_when_a_worker_speaks() {
        let input = Input::<&str>::new().unwrap();
        let sender = input.sender();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(20));
            sender.send(Event::Work("done"))
        });
        assert!(matches!(input.wait().as_slice(), [Event::Work("done")]));
    }

    #[test]
    fn a_worker_that_panics_says_so() {
        let input = Input::<()>::new().unwrap();
        input.spawn("worker", |_| panic!("on purpose")).unwrap();
        assert!(matches!(input.wait().as_slice(), [Event::Gone(_)]));
    }

    #[test]
    #[cfg(unix)]
    fn a_signal_is_an_event() {
        let input = Input::<()>::new().unwrap();
        signal_hook::low_level::raise(signal_hook::consts::SIGCONT).unwrap();
        assert!(matches!(input.wait().as_slice(), [Event::Signal(Signal::Continue)]));
    }
}
