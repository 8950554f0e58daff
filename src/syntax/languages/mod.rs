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

/// The names of all kinds of all grammars.
#[cfg(test)]
pub(super) fn kinds() -> impl Iterator<Item = String> {
    let grammars = ALL.into_iter().flat_map(|own| own.endings.iter().map(|ending| own.grammar(ending)));
    grammars.flat_map(|grammar| {
        let count = u16::try_from(grammar.node_kind_count()).unwrap_or(u16::MAX);
        (0..count).filter_map(|id| grammar.node_kind_for_id(id).map(str::to_owned)).collect::<Vec<_>>()
    })
}

/// The parts that the tables name.
#[cfg(test)]
pub(super) fn parts() -> impl Iterator<Item = super::part::Part> {
    ALL.into_iter().flat_map(|language| language.parts.iter().map(|(part, _)| *part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_that_a_table_names_is_one_of_its_grammar() {
        for language in ALL {
            let grammars: Vec<tree_sitter::Language> =
                language.endings.iter().map(|ending| language.grammar(ending)).collect();
            let rows = language.rows.iter().flat_map(|(_, kinds)| kinds.iter());
            for kind in rows.chain(language.parts.iter().flat_map(|(_, kinds)| kinds.iter())) {
                let known = grammars
                    .iter()
                    .any(|grammar| [true, false].iter().any(|named| grammar.id_for_node_kind(kind, *named) != 0));
                assert!(known, "{} has no kind {kind}", language.name);
            }
        }
    }
}
