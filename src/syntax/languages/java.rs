//! Java.

use crate::syntax::language::{Language, Role, Semantics};

pub(super) static LANGUAGE: Language = Language {
    name: "java",
    endings: &["java"],
    grammar: |_| tree_sitter_java::LANGUAGE.into(),
    rows: &[
        (Role::Text, &["string_literal", "character_literal"]),
        (Role::Name, &["identifier", "this", "super", "type_identifier"]),
        (Role::LastName, &["scoped_identifier", "scoped_type_identifier", "generic_type"]),
        (Role::Member, &["field_access"]),
        (Role::Index, &["array_access"]),
        (Role::Call, &["method_invocation", "explicit_constructor_invocation"]),
        (Role::New, &["object_creation_expression"]),
        (Role::Binary, &["binary_expression"]),
        (Role::Assign, &["assignment_expression"]),
        (Role::Declare, &["variable_declarator", "enum_constant", "resource"]),
        (Role::List, &["array_initializer", "element_value_array_initializer"]),
        (Role::Function, &["method_declaration", "constructor_declaration", "compact_constructor_declaration"]),
        (Role::Lambda, &["lambda_expression"]),
        (Role::Class, &["class_declaration", "interface_declaration", "record_declaration", "enum_declaration"]),
        (Role::Either, &["ternary_expression"]),
        (Role::Last, &["cast_expression"]),
        (Role::Annotation, &["annotation", "marker_annotation"]),
        (Role::Skip, &["import_declaration", "package_declaration"]),
    ],
    mend: None,
    semantics: Semantics { has_overloads: true, ..Semantics::USUAL },
};
