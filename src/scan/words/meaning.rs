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
    /// Adds a parameter of any kind to a request.
    AddsParameter,
    /// Puts a slash and its arguments behind a path that is built.
    AddsSegments,
    /// What may stand after the method in the name of a function: `getForObject`.
    AfterMethod,
    /// A function that makes a text, and that also does other things: it counts where the text is a path.
    AlsoMakesOthers,
    /// An annotation of a method that answers requests.
    AnnotatesAnswer,
    /// An annotation that says what stands before every path of its class.
    AnnotatesBase,
    /// An annotation that makes an interface a client.
    AnnotatesClient,
    /// An annotation that says a path and leaves the method to another one.
    AnnotatesPath,
    /// An annotation of a class that answers requests and makes none.
    AnnotatesServer,
    /// Appends a format with its places filled.
    AppendsFormat,
    /// Puts lists together.
    AppendsItems,
    /// Appends to a text that is built.
    AppendsText,
    /// A function that hands its first argument to the function beside it.
    AsksByKey,
    /// Asks whether something is among the items of a list.
    AsksContained,
    /// Asks whether a text is nothing or empty.
    AsksEmpty,
    /// Asks how long something is.
    AsksLength,
    /// Asks whether something is nothing at all.
    AsksNothing,
    /// Asks whether two are the same.
    AsksSame,
    /// Asks whether there is something.
    AsksSomething,
    /// A field of a class with what stands before its paths.
    BaseField,
    /// What the name of a function ends with that says the base of many requests.
    BaseQueryAtEnd,
    /// What a client puts before every path.
    BaseUrl,
    /// What may stand before the method in the name of a function: `HttpGet`.
    BeforeMethod,
    /// What stands beside a path in tables of pretended answers.
    BesideAnswer,
    /// Brings in a module by its path.
    BringsInModule,
    /// What the name of a class has in it that builds something.
    BuilderInName,
    /// A call that makes what an object extends.
    CallsParentConstructor,
    /// Gives the class of an object.
    ClassOfObject,
    /// A name that many files have without meaning the same.
    CommonName,
    /// Puts texts together.
    Concatenates,
    /// The method that makes an object.
    Constructor,
    /// The option of curl that names the method.
    CurlOptionOfMethod,
    /// An option of curl that makes a request a POST.
    CurlOptionOfPost,
    /// A field of the class of texts: the text that is empty.
    EmptyText,
    /// A class that makes what extends it an enumeration.
    EnumerationClass,
    /// Fills a place of a path by name.
    FillsPlace,
    /// The first of a pair: the key of an entry.
    FirstOfPair,
    /// Fills the places of a format.
    Formats,
    /// Gives the text back, more or less.
    GivesBack,
    /// Gives a default back.
    GivesDefault,
    /// Gives the items of a list, or some of them.
    GivesItems,
    /// Gives the keys of a map.
    GivesKeys,
    /// A member of a class that gives an object of it.
    GivesObjectOfClass,
    /// Gives the keys of a map with their values.
    GivesPairs,
    /// Gives the values of a map.
    GivesValues,
    /// Gives back what is handed to it.
    GivesWhatItGets,
    /// Gives a builder that goes on with the URL.
    GoesOnWithUrl,
    /// Puts parts of a path together.
    Joins,
    /// What a function begins with that is what it was called on: `WithHeader`.
    KeepsByBeginning,
    /// Is what it was called on.
    KeepsItsObject,
    /// Only looks at a text, keeps it, or compares it.
    KeepsText,
    /// Puts a path behind the URL that it is called on.
    LengthensUrl,
    /// A class of lists.
    LibraryList,
    /// A class of maps.
    LibraryMap,
    /// What the name of an object ends with that writes a log.
    LogsAtEnd,
    /// Looks something up by its key.
    LooksUp,
    /// Makes a client.
    MakesClient,
    /// Makes a list of what it is handed.
    MakesList,
    /// Makes a map of keys and values, one behind the other.
    MakesMap,
    /// A member of a class: the call is known by the name of the class.
    MakesNamed,
    /// A member of a class that makes an object of it.
    MakesObject,
    /// Makes a list with what a function makes of each item.
    MapsItems,
    /// Puts maps together.
    MergesMaps,
    /// The method DELETE in the name of a function.
    MethodDelete,
    /// A field of a class that is a request: its method.
    MethodField,
    /// The method GET, or one that needs what GET needs.
    MethodGet,
    /// What the name of a function or parameter has in it that says a method.
    MethodInName,
    /// A key under which an options object names the method.
    MethodKey,
    /// A parameter or field that is a method.
    MethodName,
    /// The method PATCH.
    MethodPatch,
    /// The method POST.
    MethodPost,
    /// The method PUT.
    MethodPut,
    /// A type that no class of a project means.
    NamesNoClass,
    /// Opens the URL that it is called on.
    OpensUrl,
    /// What the name of a class ends with whose objects say how to send.
    OptionsAtEnd,
    /// The object that a method is called on, or its class.
    OwnObject,
    /// What an object extends.
    ParentObject,
    /// An argument of an annotation that is a path.
    PathArgument,
    /// What a field ends with that is a path.
    PathAtEnd,
    /// A method of a class that is a request: it gives the path.
    PathOfRequest,
    /// A field of a URL: its path.
    PathOfUrl,
    /// A field of a request that is given a path.
    PathPart,
    /// A class whose objects fill a place of a path.
    PlaceObject,
    /// A type that every program knows.
    PlainType,
    /// What the name of a library has in it that pretends to be a server.
    PretendsInName,
    /// A library that pretends to be a server.
    PretendsToServe,
    /// Prints into its first argument.
    PrintsInto,
    /// Puts something into a map under a key.
    PutsByKey,
    /// Puts something at the end of a list.
    PutsIntoList,
    /// Makes an endpoint of a library that calls what the endpoint says.
    QueryEndpoint,
    /// Reads a URL.
    ReadsUrl,
    /// What the name of a class ends with whose objects are requests.
    RequestAtEnd,
    /// A class whose objects are requests; what extends it is one.
    RequestClass,
    /// What the name of such a class ends with.
    RequestClassAtEnd,
    /// Makes a request of the URL that it is called on, and takes segments of the path.
    RequestOfUrl,
    /// Runs a function for each item of a list.
    RunsOver,
    /// A kind of parameter: one that fills a place of a path.
    SaysPlace,
    /// An area of an unofficial SDK.
    SdkArea,
    /// The second of a pair: the value of an entry.
    SecondOfPair,
    /// Sends something, whatever the method.
    Sends,
    /// What the name of a function has in it that sends something.
    SendsInName,
    /// An object that answers requests and makes none.
    Serves,
    /// Sets an option of curl.
    SetsCurlOption,
    /// The same, as a part of the name.
    SetsCurlOptionInName,
    /// Gives a URL that is built its host.
    SetsHost,
    /// Sets the method of a request.
    SetsMethod,
    /// Sets the URL of a request that something else sends.
    SetsUrl,
    /// The same of a method, where a function with this name makes a text.
    SetsUrlOfRequest,
    /// Takes what a call answers; it is no call of an SDK.
    TakesAnswer,
    /// Is the first text handed in that is a path.
    TakesFirstPath,
    /// Makes a map of pairs that are handed to it.
    TakesPairs,
    /// Takes the segments of a path one by one.
    TakesSegments,
    /// What is handed to it is only talked about; so is what is handed to a method of it.
    Talks,
    /// The same of a function, not of an object with this name.
    TalksAsFunction,
    /// What the name of such a function ends with.
    TalksAtEnd,
    /// A key under which an options object names what is called.
    TargetKey,
    /// A field of a request that says what is called, or how.
    TargetPart,
    /// A class of texts.
    TextClass,
    /// A member of a text, or of a class around one, that is the text.
    TextItself,
    /// A member that says what an entry of an enumeration is as a text; the lower place is asked first.
    TextOfEntry,
    /// A type with the values in brackets that it may have.
    TypeOfLiterals,
    /// A member of a URL that is the URL.
    UrlItself,
    /// A function that fills the places of a template with the arguments from its place on.
    ValuesFrom,
}

impl Meaning {
    /// Whether words of this meaning are compared as they are spelt; else without letter case and underscores.
    pub(crate) const fn is_spelt(self) -> bool {
        matches!(
            self,
            Self::AnnotatesAnswer
                | Self::AnnotatesClient
                | Self::AnnotatesPath
                | Self::AnnotatesServer
                | Self::AsksByKey
                | Self::BaseField
                | Self::BringsInModule
                | Self::ClassOfObject
                | Self::Constructor
                | Self::CurlOptionOfMethod
                | Self::CurlOptionOfPost
                | Self::EmptyText
                | Self::EnumerationClass
                | Self::GivesObjectOfClass
                | Self::GivesWhatItGets
                | Self::GoesOnWithUrl
                | Self::LengthensUrl
                | Self::LibraryList
                | Self::LibraryMap
                | Self::MakesNamed
                | Self::MakesObject
                | Self::MethodField
                | Self::MethodKey
                | Self::NamesNoClass
                | Self::OptionsAtEnd
                | Self::OwnObject
                | Self::ParentObject
                | Self::PathArgument
                | Self::PathOfRequest
                | Self::PathOfUrl
                | Self::PlaceObject
                | Self::PlainType
                | Self::PretendsInName
                | Self::PretendsToServe
                | Self::PrintsInto
                | Self::PutsByKey
                | Self::PutsIntoList
                | Self::QueryEndpoint
                | Self::RequestAtEnd
                | Self::RequestClass
                | Self::RequestClassAtEnd
                | Self::RequestOfUrl
                | Self::RunsOver
                | Self::SaysPlace
                | Self::SetsHost
                | Self::SetsUrlOfRequest
                | Self::TargetKey
                | Self::TextClass
                | Self::TextItself
                | Self::TextOfEntry
                | Self::TypeOfLiterals
                | Self::UrlItself
                | Self::ValuesFrom
        )
    }

    /// The bit of a set of meanings.
    pub(crate) const fn bit(self) -> u128 {
        1 << self as u8
    }
}
