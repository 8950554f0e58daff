//! JavaScript and TypeScript, with JSX.

use crate::syntax::language::{Imports, Language, Role, Semantics};

pub(super) static LANGUAGE: Language = Language {
    name: "javascript",
    endings: &["js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts"],
    grammar: |ending| match ending {
        "ts" | "mts" | "cts" => tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into(),
        "tsx" => tree_sitter_typescript::LANGUAGE_TSX.into(),
        _ => tree_sitter_javascript::LANGUAGE.into(),
    },
    rows: &[
        (Role::Text, &["string", "template_string"]),
        (
            Role::Name,
            &[
                "identifier",
                "property_identifier",
                "shorthand_property_identifier",
                "private_property_identifier",
                "this",
                "super",
                "type_identifier",
            ],
        ),
        (Role::Member, &["member_expression"]),
        (Role::Index, &["subscript_expression"]),
        (Role::Call, &["call_expression"]),
        (Role::New, &["new_expression"]),
        (Role::Binary, &["binary_expression"]),
        (Role::Assign, &["assignment_expression", "augmented_assignment_expression"]),
        (Role::Declare, &["variable_declarator", "field_definition", "public_field_definition", "enum_assignment"]),
        (Role::Map, &["object"]),
        (Role::List, &["array"]),
        (Role::Function, &["function_declaration", "generator_function_declaration", "method_definition"]),
        (Role::Lambda, &["arrow_function", "function_expression", "generator_function"]),
        (Role::Class, &["class_declaration", "class", "abstract_class_declaration", "enum_declaration"]),
        (Role::Either, &["ternary_expression"]),
        (Role::Through, &["non_null_expression", "as_expression", "satisfies_expression", "spread_element"]),
        (Role::Last, &["type_assertion", "sequence_expression"]),
        (Role::Annotation, &["decorator"]),
        (Role::Import, &["import_statement"]),
        (Role::Alias, &["type_alias_declaration", "interface_declaration"]),
        (Role::Skip, &["ambient_declaration", "hash_bang_line"]),
    ],
    mend: None,
    semantics: Semantics { imports: Imports::Paths, names_are_global: false, ..Semantics::USUAL },
};
