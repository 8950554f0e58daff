//! Kotlin.

use super::language::{Language, Role};

pub(super) static LANGUAGE: Language = Language {
    name: "kotlin",
    endings: &["kt", "kts"],
    grammar: |_| tree_sitter_kotlin_ng::LANGUAGE.into(),
    rows: &[
        (Role::Text, &["string_literal", "multiline_string_literal", "character_literal"]),
        (Role::Name, &["identifier", "this_expression", "super_expression"]),
        (Role::LastName, &["user_type", "qualified_identifier"]),
        (Role::Member, &["navigation_expression"]),
        (Role::Index, &["index_expression"]),
        (Role::Call, &["call_expression", "constructor_invocation"]),
        (Role::Binary, &["binary_expression", "infix_expression"]),
        (Role::Assign, &["assignment"]),
        (Role::Declare, &["property_declaration", "enum_entry"]),
        (Role::List, &["collection_literal"]),
        (Role::Function, &["function_declaration", "secondary_constructor"]),
        (Role::Lambda, &["lambda_literal", "anonymous_function"]),
        (Role::Class, &["class_declaration", "object_declaration", "companion_object"]),
        (Role::Return, &["return_expression"]),
        (Role::Either, &["if_expression"]),
        (Role::Match, &["when_expression"]),
        (Role::Last, &["when_entry"]),
        (Role::Through, &["as_expression"]),
        (Role::Annotation, &["annotation"]),
        (Role::Skip, &["import", "package_header"]),
    ],
    last_is_result: true,
    dollar_names: true,
    names_are_global: true,
};
