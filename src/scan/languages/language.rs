//! A grammar, and what its node kinds stand for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// What a node kind stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scan) enum Role {
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
    /// Nothing.
    Skip,
}

/// A grammar and what its kinds mean.
pub(in crate::scan) struct Language {
    pub(in crate::scan) name: &'static str,
    pub(in crate::scan) endings: &'static [&'static str],
    pub(super) grammar: fn(&str) -> tree_sitter::Language,
    pub(super) rows: &'static [(Role, &'static [&'static str])],
    /// The last expression of a function is its result.
    pub(in crate::scan) last_is_result: bool,
    /// Texts have `$name` in them that the grammar does not see.
    pub(in crate::scan) dollar_names: bool,
    /// Names reach other files without an import.
    pub(in crate::scan) names_are_global: bool,
}

impl Language {
    /// Whether functions of one name differ by what is handed to them.
    pub(in crate::scan) fn has_overloads(&self) -> bool {
        matches!(self.name, "c#" | "java" | "kotlin")
    }

    /// The grammar for files that end so.
    pub(in crate::scan) fn grammar(&self, ending: &str) -> tree_sitter::Language {
        (self.grammar)(ending)
    }

    /// The roles of a grammar by its kind ids, worked out once for each ending.
    pub(in crate::scan) fn roles(&self, ending: &str, grammar: &tree_sitter::Language) -> Arc<[Option<Role>]> {
        static KNOWN: Mutex<BTreeMap<String, Arc<[Option<Role>]>>> = Mutex::new(BTreeMap::new());
        let Ok(mut known) = KNOWN.lock() else { return self.work_out(grammar) };
        if let Some(roles) = known.get(ending) {
            return Arc::clone(roles);
        }
        let roles = self.work_out(grammar);
        known.insert(ending.to_owned(), Arc::clone(&roles));
        roles
    }

    fn work_out(&self, grammar: &tree_sitter::Language) -> Arc<[Option<Role>]> {
        let of = |kind: &str| {
            let own = self.rows.iter().find(|(_, kinds)| kinds.contains(&kind));
            own.or_else(|| COMMON.iter().find(|(_, kinds)| kinds.contains(&kind))).map(|(role, _)| *role)
        };
        let count = u16::try_from(grammar.node_kind_count()).unwrap_or(u16::MAX);
        (0..count).map(|id| grammar.node_kind_for_id(id).and_then(of)).collect()
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
