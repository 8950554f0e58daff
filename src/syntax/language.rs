//! A language: its grammar, what the node kinds of the grammar stand for, and what the language means by what it writes.
//!
//! Owns the shapes; the tables are in `languages`, one file each.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::part::{Part, Parts};

/// What a node kind stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Text, perhaps with holes.
    Text,
    /// A name.
    Name,
    /// The last name of a longer one.
    LastName,
    /// `a.b`.
    Member,
    /// `a[b]`.
    Index,
    /// A call of a function or method.
    Call,
    /// An object that is made.
    New,
    /// Two operands.
    Binary,
    /// Texts side by side.
    Join,
    /// A name or field that gets a value.
    Assign,
    /// A name that begins with a value.
    Declare,
    /// A map.
    Map,
    /// A list.
    List,
    /// A function with a name.
    Function,
    /// A function without one.
    Lambda,
    /// A class.
    Class,
    /// What a function gives back.
    Return,
    /// One of its children.
    Either,
    /// Its first child that is an expression.
    Through,
    /// Its last child.
    Last,
    /// An annotation.
    Annotation,
    /// What may not happen.
    Branch,
    /// An import.
    Import,
    /// A type with a name.
    Alias,
    /// One of several, by a value.
    Match,
    /// An operator before its one operand.
    Unary,
    /// Whether something is of a pattern.
    Pattern,
    /// Nothing.
    Skip,
}

/// Gives a text that a grammar stumbled over in a form that it reads; every byte keeps its place.
pub(super) type Mend = fn(&[u8]) -> Option<Vec<u8>>;

/// What a node kind of a grammar stands for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Kind {
    pub(crate) role: Option<Role>,
    pub(crate) parts: Parts,
}

/// A grammar and what its kinds mean.
pub(crate) struct Language {
    pub(crate) name: &'static str,
    pub(crate) endings: &'static [&'static str],
    pub(super) grammar: fn(&str) -> tree_sitter::Language,
    pub(super) rows: &'static [(Role, &'static [&'static str])],
    /// What kinds are besides; a kind may be several.
    pub(super) parts: &'static [(Part, &'static [&'static str])],
    pub(super) mend: Option<Mend>,
    pub(crate) semantics: Semantics,
}

/// What an import names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Imports {
    /// A file by its path, or a package by its name: `./http`, `@shop/crm`.
    Paths,
    /// A module with dots between its parts: `app.client`.
    Dotted,
    /// A folder, all files of which are one package.
    Folders,
    /// Something by its name, wherever it stands.
    Names,
}

impl Imports {
    /// Whether an import says from which file its names come, so that a name may be any.
    pub(crate) fn say_the_file(self) -> bool {
        matches!(self, Self::Paths | Self::Dotted)
    }
}

/// What a language means by what it writes, where languages differ.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub(crate) struct Semantics {
    pub(crate) imports: Imports,
    /// The last expression of a function is its result.
    pub(crate) last_is_result: bool,
    /// Texts have `$name` in them that the grammar does not see.
    pub(crate) dollar_names: bool,
    /// Names reach other files without an import.
    pub(crate) names_are_global: bool,
    /// Functions of one name differ by what is handed to them.
    pub(crate) has_overloads: bool,
    /// A method of a class may be answered by what extends the class.
    pub(crate) has_virtual_methods: bool,
    /// What stands before the first parameter of a function that is called on it: `this string path`.
    pub(crate) extension_mark: Option<&'static str>,
    /// The function that makes an object of the class that it is handed: `new(Client)`.
    pub(crate) maker: Option<&'static str>,
    /// What the object itself is called besides `this`, `self` and the like.
    pub(crate) own_names: &'static [&'static str],
    /// What is handed to a lambda may be its receiver, so that it sets and calls without a name.
    pub(crate) lambdas_have_receivers: bool,
    /// `name: Type` in the body of a class declares a field.
    pub(crate) types_declare_fields: bool,
    /// The fields of an enumeration are its entries, and a list is what the constructor of one is handed.
    pub(crate) fields_are_entries: bool,
    /// A loop over a map runs over its keys.
    pub(crate) maps_give_keys: bool,
    /// Calls in the body of a class that bring in all of a module.
    pub(crate) mixins: &'static [&'static str],
    /// A call on nothing with a block at its end may say what a server answers: `get "/path" do … end`.
    pub(crate) blocks_answer: bool,
}

impl Semantics {
    /// What most languages mean.
    pub(super) const USUAL: Self = Self {
        imports: Imports::Names,
        last_is_result: false,
        dollar_names: false,
        names_are_global: true,
        has_overloads: false,
        has_virtual_methods: true,
        extension_mark: None,
        maker: None,
        own_names: &[],
        lambdas_have_receivers: false,
        types_declare_fields: false,
        fields_are_entries: false,
        maps_give_keys: false,
        mixins: &[],
        blocks_answer: false,
    };
}

impl Language {
    /// The grammar for files that end so.
    pub(crate) fn grammar(&self, ending: &str) -> tree_sitter::Language {
        (self.grammar)(ending)
    }

    /// The kinds of a grammar by their ids, worked out once for each ending.
    pub(crate) fn kinds(&self, ending: &str, grammar: &tree_sitter::Language) -> Arc<[Kind]> {
        static KNOWN: Mutex<BTreeMap<String, Arc<[Kind]>>> = Mutex::new(BTreeMap::new());
        let Ok(mut known) = KNOWN.lock() else { return self.work_out(grammar) };
        if let Some(kinds) = known.get(ending) {
            return Arc::clone(kinds);
        }
        let kinds = self.work_out(grammar);
        known.insert(ending.to_owned(), Arc::clone(&kinds));
        kinds
    }

    fn work_out(&self, grammar: &tree_sitter::Language) -> Arc<[Kind]> {
        let role = |kind: &str| {
            let own = self.rows.iter().find(|(_, kinds)| kinds.contains(&kind));
            own.or_else(|| COMMON.iter().find(|(_, kinds)| kinds.contains(&kind))).map(|(role, _)| *role)
        };
        let count = u16::try_from(grammar.node_kind_count()).unwrap_or(u16::MAX);
        let of = |kind: &str| Kind { role: role(kind), parts: Parts::of(kind, self.parts) };
        (0..count).map(|id| grammar.node_kind_for_id(id).map(of).unwrap_or_default()).collect()
    }
}

/// Kinds that mean the same in every grammar that has them.
const COMMON: &[(Role, &[&str])] = &[
    (
        Role::Skip,
        &[
            "comment",
            "line_comment",
            "block_comment",
            "multiline_comment",
            "type_annotation",
            "type_arguments",
            "type_parameters",
            "type_alias_declaration",
            "empty_statement",
            "this_type",
        ],
    ),
    (Role::Through, &["parenthesized_expression", "await_expression", "expression_list", "spread_argument"]),
    (Role::Unary, &["unary_expression", "not_operator", "unary_op_expression", "unary", "prefix_unary_expression"]),
    (Role::Return, &["return_statement", "return"]),
    (
        Role::Branch,
        &[
            "if_statement",
            "else_clause",
            "elif_clause",
            "else_if_clause",
            "for_statement",
            "for_in_statement",
            "while_statement",
            "do_statement",
            "switch_case",
            "switch_default",
            "case_clause",
            "catch_clause",
            "except_clause",
            "if",
            "elsif",
            "else",
            "unless",
            "when",
            "rescue",
            "while",
            "for",
            "foreach_statement",
            "case_statement",
            "default_statement",
            "switch_section",
            "expression_case",
            "default_case",
            "when_entry",
            "enhanced_for_statement",
            "switch_block_statement_group",
            "switch_rule",
            "if_expression",
            "until",
            "finally_clause",
        ],
    ),
];
