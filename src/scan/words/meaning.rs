//! What a word of a language, a framework or a library can mean to a scan.

use serde::{Deserialize, Serialize};

/// The meanings in order, each once.
macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What a word means. `assets/scan/words.json` says of which words it is true.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum Meaning {
            $($(#[$doc])* $name,)+
        }

        impl Meaning {
            /// All of them, in the order of their bits.
            #[allow(dead_code, reason = "the build and the tests ask for it")]
            pub(crate) const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

meanings! {
    /// A function that hands its first argument to the function beside it.
    AsksByKey,
    /// What may stand after the method in the name of a function: `getForObject`.
    AfterMethod,
    /// A function that makes a text, and that also does other things: it counts where the text is a path.
    AlsoMakesOthers,
    /// What a client puts before every path.
    BaseUrl,
    /// What may stand before the method in the name of a function: `HttpGet`.
    BeforeMethod,
    /// A name that many files have without meaning the same.
    CommonName,
    /// Puts texts together.
    Concatenates,
    /// Fills the places of a format.
    Formats,
    /// Gives the text back, more or less.
    GivesBack,
    /// Gives a default back.
    GivesDefault,
    /// Puts parts of a path together.
    Joins,
    /// What a function begins with that is what it was called on: `WithHeader`.
    KeepsByBeginning,
    /// Is what it was called on.
    KeepsItsObject,
    /// Only looks at a text, keeps it, or compares it.
    KeepsText,
    /// What the name of an object ends with that writes a log.
    LogsAtEnd,
    /// Makes a client.
    MakesClient,
    /// The method DELETE in the name of a function.
    MethodDelete,
    /// The method GET, or one that needs what GET needs.
    MethodGet,
    /// A key under which an options object names the method.
    MethodKey,
    /// The method PATCH.
    MethodPatch,
    /// The method POST.
    MethodPost,
    /// The method PUT.
    MethodPut,
    /// Opens the URL that it is called on.
    OpensUrl,
    /// What the name of a library has in it that pretends to be a server.
    PretendsInName,
    /// A library that pretends to be a server.
    PretendsToServe,
    /// Reads a URL.
    ReadsUrl,
    /// Sends something, whatever the method.
    Sends,
    /// What the name of a function has in it that sends something.
    SendsInName,
    /// An object that answers requests and makes none.
    Serves,
    /// Is the first text handed in that is a path.
    TakesFirstPath,
    /// What is handed to it is only talked about; so is what is handed to a method of it.
    Talks,
    /// The same of a function, not of an object with this name.
    TalksAsFunction,
    /// What the name of such a function ends with.
    TalksAtEnd,
    /// A key under which an options object names what is called.
    TargetKey,
    /// A function that fills the places of a template with the arguments from its place on.
    ValuesFrom,
}

impl Meaning {
    /// Whether words of this meaning are compared as they are spelt; else without letter case and underscores.
    pub(crate) const fn is_spelt(self) -> bool {
        matches!(
            self,
            Self::AsksByKey
                | Self::MethodKey
                | Self::PretendsInName
                | Self::PretendsToServe
                | Self::TargetKey
                | Self::ValuesFrom
        )
    }

    /// The bit of a set of meanings.
    pub(crate) const fn bit(self) -> u128 {
        1 << self as u8
    }
}
