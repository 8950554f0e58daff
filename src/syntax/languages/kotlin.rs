//! Kotlin.

use crate::syntax::language::{Language, Role, Semantics};
use crate::syntax::part::Part;

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
        (Role::Binary, &["binary_expression", "infix_expression", "in_expression"]),
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
    parts: &[
        (Part::AccessorBody, &["getter"]),
        (Part::Body, &["block"]),
        (Part::CallOfParent, &["constructor_invocation"]),
        (Part::Companion, &["companion_object"]),
        (Part::Delegation, &["delegation_specifier"]),
        (Part::EnumBody, &["enum_class_body"]),
        (Part::EnumEntry, &["enum_entry"]),
        (Part::GenericMark, &["type_parameters"]),
        (Part::Handed, &["value_arguments"]),
        (Part::Heritage, &["delegation_specifiers"]),
        (Part::LambdaLiteral, &["lambda_literal"]),
        (Part::LoopOverRight, &["for_statement"]),
        (Part::MatchCase, &["when_entry"]),
        (Part::MatchSubject, &["parenthesized_expression", "when_subject"]),
        (Part::ParentCall, &["constructor_invocation"]),
        (Part::Parenthesized, &["parenthesized_expression"]),
        (Part::ParenthesizedType, &["parenthesized_type"]),
        (Part::PlainArgument, &["value_argument"]),
        (Part::PlainIdentifier, &["identifier"]),
        (Part::PlainParameter, &["parameter"]),
        (Part::PrimaryConstructor, &["primary_constructor"]),
        (Part::TrailingLambda, &["annotated_lambda", "block"]),
        (Part::Transparent, &["block"]),
        (Part::TypeArguments, &["type_arguments"]),
        (Part::TypeList, &["type_parameter", "type"]),
        (Part::TypeName, &["identifier"]),
        (Part::TypeParameters, &["type_parameters"]),
        (Part::TypeWrapper, &["parenthesized_type", "type"]),
        (Part::TypedName, &["variable_declaration"]),
        (Part::ValueArgument, &["value_argument"]),
    ],
    mend: Some(with_ends),
    semantics: Semantics {
        last_is_result: true,
        dollar_names: true,
        has_overloads: true,
        lambdas_have_receivers: true,
        ..Semantics::USUAL
    },
};

/// How long a body on one line may be.
const LONGEST_BODY: usize = 400;

/// Kotlin with an end for what stands before a brace on one line, `{ const val BASE = "…" }`, which its grammar asks for:
/// all stays where it is. `None` where there is none.
fn with_ends(source: &[u8]) -> Option<Vec<u8>> {
    const DECLARING: [&[u8]; 5] = [b"val ", b"var ", b"class ", b"object ", b"fun "];
    let declares = |body: &[u8]| DECLARING.iter().any(|word| memchr::memmem::find(body, word).is_some());
    let mut text = source.to_vec();
    let mut start = 0;
    for line in source.split_inclusive(|byte| *byte == b'\n') {
        let first = line.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(line.len());
        for at in memchr::memchr_iter(b'}', line).filter(|at| *at > first + 1 && line[at - 1] == b' ') {
            let before = &line[at.saturating_sub(LONGEST_BODY)..at];
            let body = memchr::memrchr(b'{', before).map(|open| &before[open..]);
            if body.is_none_or(declares) {
                text[start + at - 1] = b';';
            }
        }
        start += line.len();
    }
    (text != source).then_some(text)
}
