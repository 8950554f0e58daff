//! What must hold for a text to be there or a call to be made: conditions on what callers hand in.
//!
//! Owns their shape and how they are settled once a caller is known. What an expression says as a condition is
//! `evaluate`'s. What is not known stays open: then every way is taken.

use std::rc::Rc;

use super::parameter::{Parameter, Site};

/// Something that does not change: what a condition compares with, or what a caller hands in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Fixed {
    /// A text or a number.
    Text(Rc<str>),
    /// An entry of an enumeration, with its text where it has one.
    Entry(Rc<str>, Option<Rc<str>>),
    /// Yes or no.
    Flag(bool),
    /// `null`, `None`, `nil`, or not handed in at all.
    Nothing,
}

/// What a caller hands in, as far as conditions ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Handed {
    /// It is known.
    Fixed(Fixed),
    /// Something that is neither nothing nor empty.
    Solid,
    /// Something that the caller has, whatever it is.
    Something,
    /// What the caller was handed itself.
    Parameter(Parameter),
    /// Nothing is known of it.
    Unknown,
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Condition {
    /// The parameter is one of these.
    Is(Parameter, Rc<[Fixed]>),
    /// The parameter is nothing, or nothing or empty.
    Lacks { parameter: Parameter, or_empty: bool },
    /// The parameter counts as true.
    True(Parameter),
    /// It does not hold.
    Not(Rc<Self>),
    /// All of them hold.
    All(Rc<[Self]>),
    /// One of them holds.
    Any(Rc<[Self]>),
    /// The loop at the site is at its item of this number.
    Turn(Site, u32),
    /// It is settled.
    Settled(bool),
    /// Nobody can say.
    Open,
}

impl Fixed {
    /// Whether both are the same; letter case does not matter, for methods are written in any.
    fn is(&self, other: &Self) -> bool {
        let texts = |of: &Self| -> Vec<Rc<str>> {
            match of {
                Self::Text(text) => vec![text.clone()],
                Self::Entry(name, text) => std::iter::once(name).chain(text).cloned().collect(),
                Self::Flag(flag) => vec![if *flag { "true" } else { "false" }.into()],
                Self::Nothing => Vec::new(),
            }
        };
        match (self, other) {
            (Self::Nothing, Self::Nothing) => true,
            (one, other) => texts(one).iter().any(|a| texts(other).iter().any(|b| a.eq_ignore_ascii_case(b))),
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Nothing) || matches!(self, Self::Text(text) if text.is_empty())
    }

    fn counts_as_true(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty() && &**text != "0",
            Self::Entry(..) => true,
            Self::Flag(flag) => *flag,
            Self::Nothing => false,
        }
    }
}

impl Condition {
    /// The opposite.
    pub(super) fn not(self) -> Self {
        match self {
            Self::Settled(holds) => Self::Settled(!holds),
            Self::Open => Self::Open,
            Self::Not(inner) => (*inner).clone(),
            other => Self::Not(other.into()),
        }
    }

    /// Whether all of `all` hold.
    pub(super) fn all(all: impl IntoIterator<Item = Self>) -> Self {
        let mut kept = Vec::new();
        for one in all {
            match one {
                Self::Settled(true) => {}
                Self::Settled(false) => return Self::Settled(false),
                Self::All(inner) => kept.extend(inner.iter().cloned()),
                other => kept.push(other),
            }
        }
        match kept.len() {
            0 => Self::Settled(true),
            1 => kept.remove(0),
            _ if kept.iter().all(|one| *one == Self::Open) => Self::Open,
            _ => Self::All(kept.into()),
        }
    }

    /// Whether one of `all` holds.
    pub(super) fn any(all: impl IntoIterator<Item = Self>) -> Self {
        let mut kept = Vec::new();
        for one in all {
            match one {
                Self::Settled(false) => {}
                Self::Settled(true) => return Self::Settled(true),
                Self::Any(inner) => kept.extend(inner.iter().cloned()),
                other => kept.push(other),
            }
        }
        match kept.len() {
            0 => Self::Settled(false),
            1 => kept.remove(0),
            _ if kept.iter().all(|one| *one == Self::Open) => Self::Open,
            _ => Self::Any(kept.into()),
        }
    }

    /// The condition with what `of` says of its parameters.
    pub(super) fn settled(&self, of: &dyn Fn(&Parameter) -> Option<Handed>) -> Self {
        match self {
            Self::Is(parameter, among) => match of(parameter) {
                None => self.clone(),
                Some(Handed::Parameter(next)) => Self::Is(next, among.clone()),
                Some(Handed::Fixed(fixed)) => Self::Settled(among.iter().any(|one| one.is(&fixed))),
                Some(Handed::Solid | Handed::Something | Handed::Unknown) => Self::Open,
            },
            Self::Lacks { parameter, or_empty } => match of(parameter) {
                None => self.clone(),
                Some(Handed::Parameter(next)) => Self::Lacks { parameter: next, or_empty: *or_empty },
                Some(Handed::Fixed(Fixed::Nothing)) => Self::Settled(true),
                Some(Handed::Fixed(fixed)) => Self::Settled(*or_empty && fixed.is_empty()),
                Some(Handed::Solid | Handed::Something) => Self::Settled(false),
                Some(Handed::Unknown) => Self::Open,
            },
            Self::True(parameter) => match of(parameter) {
                None => self.clone(),
                Some(Handed::Parameter(next)) => Self::True(next),
                Some(Handed::Fixed(fixed)) => Self::Settled(fixed.counts_as_true()),
                Some(Handed::Solid) => Self::Settled(true),
                Some(Handed::Something | Handed::Unknown) => Self::Open,
            },
            Self::Not(inner) => inner.settled(of).not(),
            Self::All(all) => Self::all(all.iter().map(|one| one.settled(of))),
            Self::Any(all) => Self::any(all.iter().map(|one| one.settled(of))),
            Self::Turn(..) | Self::Settled(_) | Self::Open => self.clone(),
        }
    }

    /// The first parameter that it hangs on.
    pub(super) fn parameter(&self) -> Option<&Parameter> {
        match self {
            Self::Is(parameter, _) | Self::Lacks { parameter, .. } | Self::True(parameter) => Some(parameter),
            Self::Not(inner) => inner.parameter(),
            Self::All(all) | Self::Any(all) => all.iter().find_map(Self::parameter),
            Self::Turn(..) | Self::Settled(_) | Self::Open => None,
        }
    }

    /// Whether it says nothing that a caller could settle, and ties nothing to a turn of a loop.
    pub(super) fn is_idle(&self) -> bool {
        match self {
            Self::Open | Self::Settled(true) => true,
            Self::Turn(..) | Self::Settled(false) => false,
            other => other.parameter().is_none(),
        }
    }

    /// Whether both cannot hold at once, as far as that is plain.
    pub(super) fn excludes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Turn(one, number), Self::Turn(other, another)) => one == other && number != another,
            (Self::Not(inner), other) | (other, Self::Not(inner)) if **inner == *other => true,
            (Self::Is(one, some), Self::Is(other, others)) => {
                one == other && !some.iter().any(|some| others.iter().any(|other| some.is(other)))
            }
            _ => false,
        }
    }
}
