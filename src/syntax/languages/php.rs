//! PHP.

use crate::syntax::language::{Language, Role, Semantics};

pub(super) static LANGUAGE: Language = Language {
    name: "php",
    endings: &["php", "phtml"],
    grammar: |_| tree_sitter_php::LANGUAGE_PHP.into(),
    rows: &[
        (Role::Text, &["string", "encapsed_string", "heredoc", "nowdoc"]),
        (Role::Name, &["variable_name", "name", "relative_scope"]),
        (Role::LastName, &["qualified_name", "relative_name"]),
        (
            Role::Member,
            &[
                "member_access_expression",
                "nullsafe_member_access_expression",
                "scoped_property_access_expression",
                "class_constant_access_expression",
            ],
        ),
        (Role::Index, &["subscript_expression"]),
        (
            Role::Call,
            &[
                "function_call_expression",
                "member_call_expression",
                "nullsafe_member_call_expression",
                "scoped_call_expression",
            ],
        ),
        (Role::New, &["object_creation_expression"]),
        (Role::Binary, &["binary_expression"]),
        (
            Role::Assign,
            &["assignment_expression", "augmented_assignment_expression", "reference_assignment_expression"],
        ),
        (Role::Declare, &["property_element", "const_element", "enum_case", "static_variable_declaration"]),
        (Role::Map, &["array_creation_expression"]),
        (Role::Function, &["function_definition", "method_declaration"]),
        (Role::Lambda, &["anonymous_function", "arrow_function"]),
        (
            Role::Class,
            &["class_declaration", "trait_declaration", "interface_declaration", "enum_declaration", "anonymous_class"],
        ),
        (Role::Either, &["conditional_expression", "match_block"]),
        (Role::Last, &["cast_expression", "match_conditional_expression", "match_default_expression"]),
        (Role::Match, &["match_expression"]),
        (Role::Through, &["by_ref", "variadic_unpacking", "clone_expression", "error_suppression_expression"]),
        (Role::Annotation, &["attribute"]),
        (Role::Skip, &["namespace_use_declaration", "namespace_definition", "php_tag", "text"]),
    ],
    mend: None,
    semantics: Semantics::USUAL,
};
