//! What a node kind is beside its role: the parts that calls, classes, types and cases are made of.
//!
//! Owns the words for them and the patterns that mean the same in every grammar; the kinds of a grammar stand in its table.

/// The parts in order, each once.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What a node kind is beside its role. A kind may be several.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Part {
            $($(#[$doc])* $name,)+
        }

        impl Part {
            /// All of them.
            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

parts! {
    /// A word that makes a parameter a field.
    Accessibility,
    /// How a property is worked out when it is asked for.
    AccessorBody,
    /// What is handed to a call.
    Arguments,
    /// A body of one expression.
    ArrowBody,
    /// What a class extends, with what is handed up beside it.
    BaseList,
    /// A body of statements.
    BlockBody,
    /// The body of a function.
    Body,
    /// The body of a class that may bring in traits.
    BodyWithUses,
    /// A parent that is written as a call.
    CallOfParent,
    /// One way of a statement that goes by a value.
    Case,
    /// What holds the cases of a statement or expression.
    CaseList,
    /// An object of a class that has its static members.
    Companion,
    /// A key that is an expression.
    ComputedKey,
    /// The characters of a text.
    Content,
    /// What declares something.
    Declaration,
    /// An annotation that is a call like any other.
    DecoratorCall,
    /// The word that makes an export the default.
    DefaultMark,
    /// A part that is taken from an object, with a default.
    DefaultPattern,
    /// One of what a class extends.
    Delegation,
    /// The marks around a text.
    Delimiter,
    /// A case for all that is left.
    Discard,
    /// A key in brackets.
    EntryKey,
    /// The body of a class that is an enumeration.
    EnumBody,
    /// An entry of an enumeration with one value.
    EnumCase,
    /// An entry of an enumeration.
    EnumEntry,
    /// An enumeration.
    Enumeration,
    /// An escape in a text.
    Escape,
    /// An export.
    Export,
    /// The names that are exported.
    ExportList,
    /// An expression that is a statement.
    ExpressionStatement,
    /// A field of a struct.
    FieldDeclaration,
    /// A parameter that may be a field as well.
    FieldParameter,
    /// How a hole of a text is to be written.
    FormatSpec,
    /// What makes a function generic.
    GenericMark,
    /// A case that gives what stands in it.
    GivesValue,
    /// What is handed to a parent or an entry.
    Handed,
    /// The text of a heredoc.
    HeredocBody,
    /// What a class extends.
    Heritage,
    /// A name of any kind.
    Identifier,
    /// A statement that goes one way or the other.
    If,
    /// The one parameter of a lambda without brackets.
    ImplicitParameter,
    /// An import of names from a module.
    ImportFrom,
    /// What holds the names of an import.
    ImportList,
    /// An import of a package.
    ImportPackage,
    /// An import.
    ImportStatement,
    /// The fields that an object is made with.
    Initializer,
    /// The entries of an object that is made.
    Initializers,
    /// What stands around the key of an entry.
    InnerKey,
    /// An entry of an array, with or without a key.
    ItemEntry,
    /// A type that is an item of another one.
    ItemOfType,
    /// What stands in brackets behind an object.
    KeyList,
    /// A type that is a key of another one.
    KeysOfType,
    /// What a case stands for.
    Label,
    /// A lambda that is its own body.
    LambdaLiteral,
    /// All items of a list as arguments.
    ListSplat,
    /// The type of a list that is made.
    ListType,
    /// A literal of any kind.
    Literal,
    /// A type with values in brackets.
    LiteralType,
    /// What a loop runs over, where it stands by itself.
    LoopClause,
    /// A loop over the value of its pattern.
    LoopInPattern,
    /// A loop over its first child.
    LoopOverFirst,
    /// A loop over what stands right.
    LoopOverRight,
    /// A loop over its value.
    LoopOverValue,
    /// All entries of a map as arguments.
    MapSplat,
    /// The type of a map that is made.
    MapType,
    /// One way of an expression that goes by a value.
    MatchCase,
    /// What holds the keys of a case.
    MatchKeys,
    /// The value that cases go by, with brackets around it.
    MatchSubject,
    /// A member whose object stands before it.
    MemberAlone,
    /// A word before a declaration.
    Modifier,
    /// An argument with its name.
    NamedArgument,
    /// One name of an import.
    NamedImport,
    /// All of a module under one name.
    NamespaceImport,
    /// The type of nothing.
    Nothing,
    /// An object that is taken apart.
    ObjectPattern,
    /// A field of the object, by its name alone.
    OwnField,
    /// An entry whose key and value stand side by side.
    PairByPlace,
    /// A part that is taken from an object under another name.
    PairPattern,
    /// A parameter, or what holds some.
    Parameter,
    /// The parameters of a function in brackets.
    ParameterList,
    /// The parameters of a function or type.
    Parameters,
    /// A parent that is handed something.
    ParentCall,
    /// What a constructor hands up.
    ParentInitializer,
    /// An expression in brackets.
    Parenthesized,
    /// A type in brackets.
    ParenthesizedType,
    /// An argument that may have a name.
    PlainArgument,
    /// A name and nothing else.
    PlainIdentifier,
    /// A parameter and nothing else.
    PlainParameter,
    /// What stands before a function: annotations, modifiers.
    Prefix,
    /// Parameters beside the name of a class.
    PrimaryConstructor,
    /// A parameter of a constructor that is a field.
    Promoted,
    /// The word that makes a parameter a field that stays.
    Readonly,
    /// A parameter without a default.
    RequiredParameter,
    /// A parameter that takes all that is handed in from its place on.
    Rest,
    /// What makes a parameter one of those.
    RestMark,
    /// A mark between parameters.
    Separator,
    /// Several things side by side, left or right of an assignment.
    Several,
    /// A part that is taken from an object under its own name.
    ShorthandPattern,
    /// All entries of another map.
    Spread,
    /// What holds statements.
    StandsAlone,
    /// A statement.
    Statement,
    /// A struct.
    StructType,
    /// A statement that goes one of several ways by a value.
    Switch,
    /// The same where it may give a value.
    SwitchExpression,
    /// A choice whose condition stands between its ways.
    TernaryByPlace,
    /// A lambda behind the arguments of a call.
    TrailingLambda,
    /// What is worth what its last child is worth.
    Transparent,
    /// What is called a type.
    Type,
    /// The types that a call is handed.
    TypeArguments,
    /// What types that are handed in must be.
    TypeConstraints,
    /// What holds the values of a type.
    TypeList,
    /// A member of a type.
    TypeMember,
    /// The name of a type.
    TypeName,
    /// The type of a value.
    TypeOf,
    /// The types that are handed in.
    TypeParameters,
    /// A type that is one text.
    TypeText,
    /// A type with members.
    TypeWithMembers,
    /// What stands around a type.
    TypeWrapper,
    /// A constant that may have a type.
    TypedConstant,
    /// A declaration with the type of its value.
    TypedDeclaration,
    /// A function with the type of its result.
    TypedFunction,
    /// A name with its type behind it.
    TypedName,
    /// A type that is one of several.
    Union,
    /// An object of the type that is declared for it.
    UntypedNew,
    /// A trait that a class brings in.
    UsesTrait,
    /// An argument whose name stands first.
    ValueArgument,
}

/// A set of parts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Parts([u128; 2]);

impl Parts {
    /// The parts that `kind` is, by the table of its language and by its name.
    pub(super) fn of(kind: &str, table: &[(Part, &[&str])]) -> Self {
        let own = table.iter().filter(|(_, kinds)| kinds.contains(&kind));
        let common = COMMON.iter().filter(|(_, patterns)| patterns.iter().any(|pattern| fits(pattern, kind)));
        let mut set = Self::default();
        own.chain(common).for_each(|(part, _)| set.0[*part as usize / 128] |= 1 << (*part as usize % 128));
        set
    }

    pub(crate) fn has(self, part: Part) -> bool {
        self.0[part as usize / 128] & (1 << (part as usize % 128)) != 0
    }
}

/// Whether a kind fits a pattern: `*` stands for anything, at the beginning, the end or both.
fn fits(pattern: &str, kind: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(inner), Some(_)) => kind.contains(inner.trim_end_matches('*')),
        (Some(end), None) => kind.ends_with(end),
        (None, Some(start)) => kind.starts_with(start),
        (None, None) => kind == pattern,
    }
}

/// Names of kinds that say the same in every grammar.
const COMMON: &[(Part, &[&str])] = &[
    (Part::Arguments, &["*argument*"]),
    (Part::BlockBody, &["*block*", "*statement*", "*body*"]),
    (Part::Body, &["*body*"]),
    (Part::Content, &["*content*", "*fragment*"]),
    (Part::Declaration, &["*declaration*"]),
    (Part::Delimiter, &["*_start", "*_end", "*quote", "*brace"]),
    (Part::Escape, &["*escape*"]),
    (Part::FormatSpec, &["*format*"]),
    (Part::Identifier, &["*identifier*"]),
    (Part::If, &["if*"]),
    (Part::Initializer, &["*initializer*"]),
    (Part::Label, &["*_pattern", "*label"]),
    (Part::Literal, &["*literal"]),
    (Part::Parameter, &["*parameter*"]),
    (Part::Parameters, &["*parameters*"]),
    (Part::Prefix, &["*modifiers*", "*attribute*"]),
    (Part::Separator, &["*_separator"]),
    (Part::Spread, &["*spread*", "*splat*", "*unpacking*"]),
    (Part::StandsAlone, &["*block*", "*statement"]),
    (Part::Statement, &["*statement*"]),
    (Part::Type, &["*type*"]),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::syntax::languages;

    #[test]
    fn a_pattern_fits_where_its_star_stands() {
        assert!(fits("*body*", "enum_body_declarations") && !fits("*body", "enum_body_declarations"));
        assert!(fits("if*", "if_statement") && !fits("if*", "elif_clause") && fits("if", "if"));
    }

    #[test]
    fn every_part_is_one_of_a_grammar_and_there_are_bits_for_all() {
        let kinds: Vec<String> = languages::kinds().collect();
        for part in Part::ALL {
            let is_common = |kind: &String| Parts::of(kind, &[]).has(*part);
            let is_own = languages::parts().any(|own| own == *part);
            assert!(is_own || kinds.iter().any(is_common), "no grammar has {part:?}");
        }
        for (part, patterns) in COMMON {
            for pattern in *patterns {
                assert!(kinds.iter().any(|kind| fits(pattern, kind)), "no kind fits {pattern} of {part:?}");
            }
        }
        assert!(Part::ALL.len() <= 256);
    }

    #[test]
    fn every_part_is_asked_for() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scan/lower");
        let files = fs::read_dir(folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
        let source = files.collect::<Vec<_>>().concat();
        let names = source.split("Part::").skip(1);
        let asked: BTreeSet<&str> =
            names.map(|name| name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()).collect();
        for part in Part::ALL {
            assert!(asked.contains(&*format!("{part:?}")), "nothing asks for {part:?}");
        }
    }
}
