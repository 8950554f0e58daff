//! Features as they are written on the command line: `ID:OPTION[name=value],OPTION@when`.

use std::collections::BTreeMap;

use super::{Selection, When};
use crate::catalog::{Catalog, Feature, nearest};

/// Why a feature could not be understood; each says what would.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpecError {
    /// No such feature.
    #[error("there is no feature {name:?}{}; hubscope catalog features lists them all", suggest(.nearest))]
    UnknownFeature {
        /// As written.
        name: String,
        /// Ids near it.
        nearest: Vec<String>,
    },
    /// The feature has no such option.
    #[error("the feature {feature} has no option {option:?}{}", suggest(.nearest))]
    UnknownOption {
        /// The feature.
        feature: String,
        /// As written.
        option: String,
        /// Options near it, or the first ones.
        nearest: Vec<String>,
    },
    /// The feature is chosen by its options.
    #[error("the feature {feature} is chosen by its options, such as {feature}:{example}")]
    NeedsOption {
        /// The feature.
        feature: String,
        /// One of its options.
        example: String,
    },
    /// The option takes no parameter of this name.
    #[error("{option} takes no parameter {name:?}; it takes {}", if .takes.is_empty() { "none".to_owned() } else { .takes.join(", ") })]
    UnknownParameter {
        /// The option.
        option: String,
        /// As written.
        name: String,
        /// The parameters that it takes.
        takes: Vec<&'static str>,
    },
    /// Nothing after `@` that is a *when*.
    #[error("{0:?} is not a time of need: write @always, @per-link or @if-available")]
    UnknownWhen(String),
    /// Brackets that do not hold `name=value`.
    #[error("{0:?} is not a parameter: write [name=value], as in [propertyName=amount]")]
    BadParameter(String),
}

impl SpecError {
    /// The names that may have been meant.
    pub fn nearest(&self) -> &[String] {
        match self {
            Self::UnknownFeature { nearest, .. } | Self::UnknownOption { nearest, .. } => nearest,
            Self::NeedsOption { .. } | Self::UnknownParameter { .. } | Self::UnknownWhen(_) | Self::BadParameter(_) => {
                &[]
            }
        }
    }
}

fn suggest(nearest: &[String]) -> String {
    if nearest.is_empty() { String::new() } else { format!("; near it: {}", nearest.join(", ")) }
}

/// The selections that `spec` names, one for each option.
pub fn parse_feature(catalog: &Catalog, spec: &str) -> Result<Vec<Selection>, SpecError> {
    let (spec, when) = split_when(spec)?;
    let (id, options) = spec.split_once(':').map_or((spec, None), |(id, options)| (id, Some(options)));
    let id = id.trim();
    let feature = catalog.feature(id).ok_or_else(|| unknown_feature(catalog, id))?;
    let Some(options) = options else {
        return match feature.options.first() {
            Some(first) if !feature.stands_alone() => {
                Err(SpecError::NeedsOption { feature: feature.id.to_owned(), example: first.id.to_owned() })
            }
            _ => Ok(vec![Selection { when, ..Selection::new(feature.id, None) }]),
        };
    };
    let options = split_outside_brackets(options);
    match (options.is_empty(), feature.options.first()) {
        (true, Some(first)) => {
            Err(SpecError::NeedsOption { feature: feature.id.to_owned(), example: first.id.to_owned() })
        }
        _ => options.into_iter().map(|option| parse_option(feature, option, when)).collect(),
    }
}

fn split_when(spec: &str) -> Result<(&str, When), SpecError> {
    match spec.rsplit_once('@') {
        None => Ok((spec, When::Always)),
        Some((rest, word)) => {
            let when = When::parse(word.trim()).ok_or_else(|| SpecError::UnknownWhen(word.to_owned()))?;
            Ok((rest, when))
        }
    }
}

fn unknown_feature(catalog: &Catalog, id: &str) -> SpecError {
    let nearest = catalog.nearest_features(id, 3).into_iter().map(str::to_owned).collect();
    SpecError::UnknownFeature { name: id.to_owned(), nearest }
}

fn parse_option(feature: &Feature, text: &str, when: When) -> Result<Selection, SpecError> {
    let (name, parameters) = match text.split_once('[') {
        None => (text, BTreeMap::new()),
        Some((name, rest)) => {
            let inside = rest.strip_suffix(']').ok_or_else(|| SpecError::BadParameter(text.to_owned()))?;
            (name, parse_parameters(inside)?)
        }
    };
    let option = feature.option(name.trim()).ok_or_else(|| unknown_option(feature, name.trim()))?;
    if let Some(name) = parameters.keys().find(|name| !option.needs.contains(&name.as_str())) {
        return Err(SpecError::UnknownParameter {
            option: format!("{}:{}", feature.id, option.id),
            name: name.clone(),
            takes: option.needs.to_vec(),
        });
    }
    Ok(Selection { parameters, when, ..Selection::new(feature.id, Some(option.id)) })
}

fn unknown_option(feature: &Feature, option: &str) -> SpecError {
    let ids = || feature.options.iter().map(|option| option.id);
    let mut near: Vec<String> = nearest(option, ids(), 3).into_iter().map(str::to_owned).collect();
    if near.is_empty() {
        near = ids().take(4).map(str::to_owned).collect();
    }
    SpecError::UnknownOption { feature: feature.id.to_owned(), option: option.to_owned(), nearest: near }
}

fn parse_parameters(inside: &str) -> Result<BTreeMap<String, String>, SpecError> {
    inside
        .split(',')
        .map(|pair| match pair.split_once('=') {
            Some((name, value)) if !name.trim().is_empty() => Ok((name.trim().to_owned(), value.trim().to_owned())),
            _ => Err(SpecError::BadParameter(pair.to_owned())),
        })
        .collect()
}

fn split_outside_brackets(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|c| {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    })
    .map(str::trim)
    .filter(|part| !part.is_empty())
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(spec: &str) -> Result<Vec<String>, SpecError> {
        let found = parse_feature(Catalog::embedded(), spec)?;
        Ok(found.iter().map(|selection| format!("{}@{}", selection.spec(), selection.when.as_str())).collect())
    }

    #[test]
    fn options_parameters_and_when_are_read() {
        assert_eq!(
            parse("webhooks.classic:contact.creation,deal.propertyChange[propertyName=amount]").unwrap(),
            [
                "webhooks.classic:contact.creation@always",
                "webhooks.classic:deal.propertyChange[propertyName=amount]@always"
            ]
        );
        assert_eq!(parse("crm.owners@if-available").unwrap(), ["crm.owners@if-available"]);
        assert_eq!(
            parse("cards.app:location:helpdesk.sidebar").unwrap(),
            ["cards.app:location:helpdesk.sidebar@always"]
        );
        assert_eq!(parse("webhooks.generic:contact").unwrap(), ["webhooks.generic:object:contact@always"]);
    }

    #[test]
    fn what_is_not_known_names_what_is_near() {
        let message = |spec: &str| parse(spec).unwrap_err().to_string();
        assert_eq!(
            message("webhook.classic:x"),
            "there is no feature \"webhook.classic\"; near it: webhooks.classic; hubscope catalog features lists them all"
        );
        assert!(message("crm.contact").contains("near it: crm.objects.contacts;"));
        assert!(message("webhooks.classic:").contains("is chosen by its options"));
        assert!(message("webhooks.classic:deal.propertyChange[property=amount]").contains("it takes propertyName"));
        assert!(message("webhooks.classic:deal.creation[propertyName=amount]").contains("it takes none"));
        assert!(message("webhooks.classic:contact.creaton").contains("contact.creation"));
        assert!(message("webhooks.classic").contains("webhooks.classic:contact.creation"));
        assert!(message("crm.owners@sometimes").contains("@if-available"));
        assert!(message("webhooks.classic:deal.propertyChange[amount]").contains("[name=value]"));
    }
}
