//! Ruby.

use crate::syntax::language::{Language, Role, Semantics};
use crate::syntax::part::Part;

pub(super) static LANGUAGE: Language = Language {
    name: "ruby",
    endings: &["rb", "rake", "gemspec"],
    grammar: |_| tree_sitter_ruby::LANGUAGE.into(),
    rows: &[
        (Role::Text, &["string", "simple_symbol", "delimited_symbol", "bare_string", "heredoc_body"]),
        (Role::Join, &["chained_string"]),
        (
            Role::Name,
            &["identifier", "constant", "instance_variable", "class_variable", "global_variable", "self", "super"],
        ),
        (Role::Member, &["scope_resolution"]),
        (Role::Index, &["element_reference"]),
        (Role::Call, &["call"]),
        (Role::Binary, &["binary"]),
        (Role::Assign, &["assignment", "operator_assignment"]),
        (Role::Map, &["hash"]),
        (Role::List, &["array", "string_array", "symbol_array"]),
        (Role::Function, &["method", "singleton_method"]),
        (Role::Lambda, &["block", "do_block", "lambda"]),
        (Role::Class, &["class", "module"]),
        (Role::Either, &["conditional"]),
        (Role::Match, &["case"]),
        (Role::Branch, &["if_modifier", "unless_modifier"]),
        (Role::Through, &["parenthesized_statements", "begin", "hash_splat_argument", "splat_argument"]),
    ],
    parts: &[
        (Part::Body, &["block"]),
        (Part::FieldParameter, &["optional_parameter"]),
        (Part::Handed, &["argument_list"]),
        (Part::HeredocBody, &["heredoc_body"]),
        (Part::Heritage, &["superclass", "argument_list"]),
        (Part::LoopInPattern, &["for"]),
        (Part::MapSplat, &["hash_splat_argument"]),
        (Part::NamedArgument, &["pair"]),
        (Part::OwnField, &["instance_variable", "class_variable"]),
        (Part::PlainIdentifier, &["identifier"]),
        (Part::Rest, &["splat_parameter"]),
        (Part::Several, &["left_assignment_list", "right_assignment_list", "array_pattern"]),
        (Part::TrailingLambda, &["block", "do_block"]),
        (Part::Transparent, &["then", "block"]),
        (Part::TypeName, &["identifier"]),
        (Part::TypeText, &["string"]),
    ],
    mend: None,
    semantics: Semantics {
        last_is_result: true,
        mixins: &["include", "extend", "prepend"],
        blocks_answer: true,
        ..Semantics::USUAL
    },
};
