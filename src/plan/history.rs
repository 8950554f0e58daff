//! Undo and redo: snapshots of what may change.

/// A value with its past and its undone future.
#[derive(Debug, Clone)]
pub struct History<T> {
    past: Vec<T>,
    present: T,
    future: Vec<T>,
}

/// How many steps back are kept.
const DEPTH: usize = 500;

impl<T: Clone + PartialEq> History<T> {
    /// A value without a past.
    pub fn new(present: T) -> Self {
        Self { past: Vec::new(), present, future: Vec::new() }
    }

    /// The value as it stands.
    pub fn present(&self) -> &T {
        &self.present
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forward.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes `next` the value; a value that is no different leaves everything as it is. Says whether it was different.
    pub fn push(&mut self, next: T) -> bool {
        if next == self.present {
            return false;
        }
        self.past.push(std::mem::replace(&mut self.present, next));
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
        self.future.clear();
        true
    }

    /// Changes what is true of every step alike: something outside, which cannot be undone here.
    pub fn amend(&mut self, edit: impl Fn(&mut T)) {
        self.past.iter_mut().chain(&mut self.future).for_each(&edit);
        edit(&mut self.present);
    }

    /// Goes one step back; false where there is none.
    pub fn undo(&mut self) -> bool {
        let Some(previous) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.present, previous));
        true
    }

    /// Goes one step forward again; false where there is none.
    pub fn redo(&mut self) -> bool {
        let Some(next) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.present, next));
        true
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn undoing_everything_gives_the_start_and_redoing_it_the_end(values in prop::collection::vec(0u8..4, 0..40)) {
            let mut history = History::new(0u8);
            let steps = values.iter().filter(|value| history.push(**value)).count();
            let end = *history.present();
            for _ in 0..steps {
                prop_assert!(history.undo());
            }
            prop_assert_eq!(*history.present(), 0);
            prop_assert!(!history.undo());
            for _ in 0..steps {
                prop_assert!(history.redo());
            }
            prop_assert_eq!(*history.present(), end);
            prop_assert!(!history.redo());
        }
    }

    #[test]
    fn a_change_after_an_undo_forgets_what_was_undone() {
        let mut history = History::new(1);
        history.push(2);
        history.undo();
        history.push(3);
        assert!(!history.redo());
        assert_eq!(*history.present(), 3);
    }
}
