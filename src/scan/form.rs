//! The language-neutral form of a file: what the evaluator reads, whatever grammar it came from.
//!
//! Owns the shapes only: expressions in one arena, functions with their assignments and results, classes with their
//! fields. It knows no grammar and evaluates nothing.

use std::collections::HashMap;

/// An expression's place in [`Form::nodes`].
pub(super) type Id = u32;

/// A function's place in [`Form::functions`]; 0 is the file itself.
pub(super) type FunctionId = u32;

/// One expression with its place.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) expr: Expr,
    /// First byte.
    pub(super) start: u32,
    /// The byte after the last.
    pub(super) end: u32,
    /// The function that it stands in.
    pub(super) function: FunctionId,
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expr {
    /// Something that says nothing here.
    Unknown,
    /// Text as it is.
    Text(Box<str>),
    /// Texts one after the other.
    Join(Vec<Id>),
    /// A name.
    Name(Box<str>),
    /// `object.name`.
    Member(Id, Box<str>),
    /// `object[key]`.
    Index(Id, Id),
    /// A call.
    Call { callee: Id, arguments: Vec<Argument>, makes: bool },
    /// A map, a hash, an object, a struct with named fields.
    Map(Vec<Entry>),
    /// A list.
    List(Vec<Id>),
    /// One of these.
    Either(Vec<Id>),
    /// A function without a name, or as a value.
    Function(FunctionId),
    /// Something that does not change and is no text.
    Constant(Constant),
    /// What each of the items of something is in a loop, or the part at a place of as many that each is taken apart into.
    Each(Id, Option<(u8, u8)>),
}

/// What a constant that is no text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Constant {
    /// `null`, `None`, `nil`.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number as it is written.
    Number(Box<str>),
}

/// What an expression says as a condition.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Test {
    /// The first is one of the others.
    Same(Id, Vec<Id>),
    /// It does not hold.
    Not(Id),
    /// All of them hold.
    All(Vec<Id>),
    /// One of them holds; as a value, the first that is something.
    Any(Vec<Id>),
    /// Says which way an [`Expr::Either`] goes: the first where this holds, else the second.
    Chooses(Id),
}

/// A part of a function that only runs where a condition holds, or where it does not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guard {
    pub(super) span: (u32, u32),
    /// The function that it is a part of.
    pub(super) function: FunctionId,
    pub(super) condition: Id,
    pub(super) holds: bool,
}

/// What is handed to a call.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Argument {
    /// Its name, where it is given by name.
    pub(super) name: Option<Box<str>>,
    pub(super) value: Id,
}

/// An entry of a map.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Entry {
    /// `key: value`.
    Pair(Box<str>, Id),
    /// All entries of another map.
    Spread(Id),
}

/// A parameter.
#[derive(Debug, Clone, Default)]
pub(super) struct Parameter {
    pub(super) name: Box<str>,
    /// The last name of its type.
    pub(super) of_type: Option<Box<str>>,
    pub(super) default: Option<Id>,
    /// Whether it takes all that is handed in from its place on.
    pub(super) is_rest: bool,
    /// Whether its type says that it may be nothing.
    pub(super) is_optional: bool,
    /// What its type allows, where that is a few texts.
    pub(super) choices: Option<Id>,
    /// Local name → key, where it is taken apart; keys of keys have dots between.
    pub(super) parts: Vec<(Box<str>, Box<str>, Option<Id>)>,
}

/// A value given to a local name.
#[derive(Debug, Clone)]
pub(super) struct Assignment {
    pub(super) name: Box<str>,
    pub(super) value: Id,
    pub(super) at: u32,
    /// The innermost branch that it stands in: it may not have happened outside of it.
    pub(super) branch: (u32, u32),
}

/// One of the ways that a statement may go: what stands in it may not have happened behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arm {
    pub(super) span: (u32, u32),
    /// The statement.
    pub(super) of: (u32, u32),
    /// Whether another arm is taken where this one is not.
    pub(super) has_other: bool,
}

/// A function, a method, a lambda; the first one is the file itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Function {
    pub(super) name: Box<str>,
    pub(super) parent: FunctionId,
    pub(super) class: Option<u32>,
    pub(super) parameters: Vec<Parameter>,
    /// What the receiver is called, besides `this` and `self`.
    pub(super) receiver: Option<Box<str>>,
    pub(super) assignments: Vec<Assignment>,
    pub(super) results: Vec<Id>,
    pub(super) span: (u32, u32),
    /// C#: it is called on its first parameter.
    pub(super) is_extension: bool,
    /// Lambdas stand for what encloses them.
    pub(super) is_lambda: bool,
    /// Whether types are handed to it: `Get<T>(path)`.
    pub(super) is_generic: bool,
    /// The object that it is a method of, where that is no object of a class.
    pub(super) of_object: Option<Id>,
}

/// A class, a module, a struct.
#[derive(Debug, Clone, Default)]
pub(super) struct Class {
    pub(super) name: Box<str>,
    pub(super) supers: Vec<Box<str>>,
    /// Field, value.
    pub(super) fields: Vec<(Box<str>, Id)>,
    /// Field, last name of its type.
    pub(super) types: Vec<(Box<str>, Box<str>)>,
    pub(super) methods: Vec<FunctionId>,
    /// The entries of an enumeration that are objects: name, what makes it.
    pub(super) entries: Vec<(Box<str>, Id)>,
    /// Whether it is an enumeration.
    pub(super) is_enumeration: bool,
    /// C#: whether other files may hold more of it.
    pub(super) is_partial: bool,
    /// Calls of the constructor of what it extends, beside its name.
    pub(super) parent_calls: Vec<Id>,
}

/// A name that stands for something of another file.
#[derive(Debug, Clone)]
pub(super) struct Import {
    pub(super) local: Box<str>,
    pub(super) module: Box<str>,
    /// The name there; `None` = all of it.
    pub(super) name: Option<Box<str>>,
}

/// An annotation: `@GET("/path")`, `[Get("/path")]`.
#[derive(Debug, Clone)]
pub(super) struct Annotation {
    pub(super) name: Box<str>,
    pub(super) arguments: Vec<Argument>,
    pub(super) start: u32,
}

/// A whole file.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    pub(super) nodes: Vec<Node>,
    pub(super) functions: Vec<Function>,
    pub(super) classes: Vec<Class>,
    pub(super) imports: Vec<Import>,
    pub(super) annotations: Vec<Annotation>,
    /// The ways that the `if` statements may go, the outer ones first.
    pub(super) arms: Vec<Arm>,
    /// What expressions say as conditions.
    pub(super) tests: HashMap<Id, Test>,
    /// What only runs on a condition, the outer ones first.
    pub(super) guards: Vec<Guard>,
    /// Calls that types are handed to, in order.
    pub(super) generic_calls: Vec<Id>,
    /// What the grammar could not read, from byte to byte, in order; where only something is missing, nothing.
    pub(super) broken: Vec<(u32, u32)>,
    /// Whether nesting or length went beyond what is read.
    pub(super) cut_short: bool,
}

impl Form {
    /// The node at `id`.
    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id as usize]
    }

    /// The expression at `id`.
    pub(super) fn expr(&self, id: Id) -> &Expr {
        &self.node(id).expr
    }

    /// The function at `id`.
    pub(super) fn function(&self, id: FunctionId) -> &Function {
        &self.functions[id as usize]
    }
}
