//! The languages: which files are theirs, which grammar reads them, and what each node kind of it stands for.
//!
//! Owns data only: one file a grammar, a table from node kinds to [`Role`]s. What a role does is `lower`'s.

mod csharp;
mod go;
mod java;
mod javascript;
mod kotlin;
mod php;
mod python;
mod ruby;

use super::language::Language;

static ALL: [&Language; 8] = [
    &javascript::LANGUAGE,
    &python::LANGUAGE,
    &php::LANGUAGE,
    &ruby::LANGUAGE,
    &java::LANGUAGE,
    &kotlin::LANGUAGE,
    &go::LANGUAGE,
    &csharp::LANGUAGE,
];

/// The language whose files end so.
pub(crate) fn of_ending(ending: &str) -> Option<&'static Language> {
    ALL.into_iter().find(|language| language.endings.contains(&ending))
}

/// What the languages are called.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    ALL.into_iter().map(|language| language.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_that_a_table_names_is_one_of_its_grammar() {
        for language in ALL {
            let grammars: Vec<tree_sitter::Language> =
                language.endings.iter().map(|ending| language.grammar(ending)).collect();
            for kind in language.rows.iter().flat_map(|(_, kinds)| kinds.iter()) {
                let known = grammars
                    .iter()
                    .any(|grammar| [true, false].iter().any(|named| grammar.id_for_node_kind(kind, *named) != 0));
                assert!(known, "{} has no kind {kind}", language.name);
            }
        }
    }
}
