//! C#.

use crate::syntax::language::{Language, Role, Semantics};

pub(super) static LANGUAGE: Language = Language {
    name: "c#",
    endings: &["cs"],
    grammar: |_| tree_sitter_c_sharp::LANGUAGE.into(),
    rows: &[
        (
            Role::Text,
            &[
                "string_literal",
                "verbatim_string_literal",
                "raw_string_literal",
                "interpolated_string_expression",
                "character_literal",
            ],
        ),
        (Role::Name, &["identifier", "predefined_type", "this", "base"]),
        (Role::LastName, &["qualified_name", "alias_qualified_name"]),
        (Role::Member, &["member_access_expression", "member_binding_expression", "conditional_access_expression"]),
        (Role::Index, &["element_access_expression"]),
        (Role::Call, &["invocation_expression"]),
        (Role::New, &["object_creation_expression", "implicit_object_creation_expression"]),
        (Role::Binary, &["binary_expression"]),
        (Role::Assign, &["assignment_expression"]),
        (Role::Declare, &["variable_declarator", "property_declaration", "enum_member_declaration"]),
        (
            Role::List,
            &[
                "array_creation_expression",
                "implicit_array_creation_expression",
                "collection_expression",
                "tuple_expression",
            ],
        ),
        (Role::Map, &["initializer_expression", "anonymous_object_creation_expression"]),
        (Role::Function, &["method_declaration", "constructor_declaration", "local_function_statement"]),
        (Role::Lambda, &["lambda_expression", "anonymous_method_expression"]),
        (
            Role::Class,
            &[
                "class_declaration",
                "struct_declaration",
                "record_declaration",
                "interface_declaration",
                "enum_declaration",
            ],
        ),
        (Role::Return, &["arrow_expression_clause"]),
        (Role::Either, &["conditional_expression"]),
        (Role::Match, &["switch_expression"]),
        (Role::Pattern, &["is_pattern_expression"]),
        (Role::Last, &["switch_expression_arm", "cast_expression", "postfix_unary_expression"]),
        (Role::Through, &["generic_name", "checked_expression"]),
        (Role::Annotation, &["attribute"]),
        (
            Role::Skip,
            &["using_directive", "type_argument_list", "interpolation_format_clause", "interpolation_alignment_clause"],
        ),
    ],
    mend: None,
    semantics: Semantics {
        has_overloads: true,
        extension_mark: Some("this"),
        own_names: &["base"],
        ..Semantics::USUAL
    },
};
