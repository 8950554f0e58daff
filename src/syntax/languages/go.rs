//! Go.

use crate::syntax::language::{Imports, Language, Role, Semantics};

pub(super) static LANGUAGE: Language = Language {
    name: "go",
    endings: &["go"],
    grammar: |_| tree_sitter_go::LANGUAGE.into(),
    rows: &[
        (Role::Text, &["interpreted_string_literal", "raw_string_literal", "rune_literal"]),
        (Role::Name, &["identifier", "field_identifier", "package_identifier", "type_identifier"]),
        (Role::LastName, &["qualified_type"]),
        (Role::Member, &["selector_expression"]),
        (Role::Index, &["index_expression"]),
        (Role::Call, &["call_expression"]),
        (Role::New, &["composite_literal"]),
        (Role::Map, &["literal_value"]),
        (Role::Binary, &["binary_expression"]),
        (Role::Assign, &["assignment_statement", "short_var_declaration"]),
        (Role::Declare, &["var_spec", "const_spec"]),
        (Role::Function, &["function_declaration", "method_declaration"]),
        (Role::Lambda, &["func_literal"]),
        (Role::Class, &["type_spec"]),
        (Role::Through, &["literal_element", "type_assertion_expression", "type_conversion_expression"]),
        (Role::Import, &["import_spec"]),
        (Role::Skip, &["package_clause"]),
    ],
    mend: None,
    semantics: Semantics {
        imports: Imports::Folders,
        has_virtual_methods: false,
        maker: Some("new"),
        ..Semantics::USUAL
    },
};
