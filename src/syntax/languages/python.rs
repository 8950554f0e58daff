//! Python.

use crate::syntax::language::{Imports, Language, Role, Semantics};

pub(super) static LANGUAGE: Language = Language {
    name: "python",
    endings: &["py", "pyw"],
    grammar: |_| tree_sitter_python::LANGUAGE.into(),
    rows: &[
        (Role::Text, &["string"]),
        (Role::Join, &["concatenated_string"]),
        (Role::Name, &["identifier"]),
        (Role::LastName, &["dotted_name"]),
        (Role::Member, &["attribute"]),
        (Role::Index, &["subscript"]),
        (Role::Call, &["call"]),
        (Role::Binary, &["binary_operator", "boolean_operator", "comparison_operator"]),
        (Role::Assign, &["assignment", "augmented_assignment", "named_expression"]),
        (Role::Map, &["dictionary"]),
        (Role::List, &["list", "tuple", "set"]),
        (Role::Function, &["function_definition"]),
        (Role::Lambda, &["lambda"]),
        (Role::Class, &["class_definition"]),
        (Role::Either, &["conditional_expression"]),
        (Role::Through, &["await", "list_splat"]),
        (Role::Annotation, &["decorator"]),
        (
            Role::Branch,
            &["list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression"],
        ),
        (Role::Import, &["import_statement", "import_from_statement"]),
        (Role::Declare, &["as_pattern"]),
        (Role::Skip, &["type", "future_import_statement"]),
    ],
    mend: None,
    semantics: Semantics {
        imports: Imports::Dotted,
        names_are_global: false,
        types_declare_fields: true,
        fields_are_entries: true,
        maps_give_keys: true,
        ..Semantics::USUAL
    },
};
