//! The record types that a GraphQL query reads.

use super::form::Expr;
use super::program::SourceFile;

/// The object types below `CRM` in the queries of a file, as they are called in queries.
pub(super) fn objects(file: &SourceFile) -> Vec<String> {
    let mut found = Vec::new();
    for node in &file.form.nodes {
        let Expr::Text(text) = &node.expr else { continue };
        let Some((_, inner)) = text.split_once("CRM").filter(|_| text.contains('{')) else { continue };
        let mut depth = 0_i32;
        let mut word = String::new();
        for c in inner.chars().take(20_000) {
            match c {
                '{' | '(' => {
                    if depth == 1 && !word.is_empty() {
                        found.push(object(&word));
                    }
                    word.clear();
                    depth += 1;
                }
                '}' | ')' => {
                    word.clear();
                    depth -= 1;
                    if depth <= 0 {
                        break;
                    }
                }
                c if c.is_alphanumeric() || c == '_' => word.push(c),
                _ if !word.is_empty() && c.is_whitespace() => {}
                _ => word.clear(),
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

fn object(name: &str) -> String {
    name.trim_end_matches("_collection").to_owned()
}
