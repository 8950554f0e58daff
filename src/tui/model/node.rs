//! A row of the tree of features: what it stands for, and what choosing it means.

use crate::catalog::{Feature, FeatureOption, Group, Operation};

/// A row's lasting name, whatever is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeKey {
    /// Place of the group.
    pub group: usize,
    /// Place of the feature or of the API; `None` = the group's heading, or a chosen call.
    pub member: Option<usize>,
    /// Place of the option, of the operation or of the chosen call.
    pub choice: Option<usize>,
}

/// What a row stands for.
#[derive(Debug, Clone, Copy)]
pub enum Item {
    /// A heading.
    Group,
    /// A feature.
    Feature(&'static Feature),
    /// An option of a feature.
    Option(&'static Feature, &'static FeatureOption),
    /// A chosen call, by its place in the plan.
    Call(usize),
    /// An API, such as `CRM/Deals`.
    Api(&'static str),
    /// An operation of an API.
    Operation(&'static Operation),
    /// A call that the code makes and the plan lacks, by its place among those found.
    Found(usize),
    /// What else is to say of the code: places that are not settled, calls that were dismissed.
    Rest,
}

/// The rows about calls that are not the catalog's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallRows {
    /// How many calls are chosen.
    pub chosen: usize,
    /// The calls that the code makes and the plan lacks, by their places among those found.
    pub found: Vec<usize>,
    /// Whether there is more to say of the code.
    pub rest: bool,
}

/// What choosing a row means.
#[derive(Debug, Clone, Copy)]
pub enum Choice {
    /// A feature, or an option of it.
    Feature(&'static str, Option<&'static str>),
    /// A chosen call, by its place in the plan.
    Call(usize),
    /// An operation.
    Operation(&'static Operation),
    /// A call that the code makes, by its place among those found.
    Found(usize),
}

/// A row of the tree.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// Its name.
    pub key: NodeKey,
    /// Steps from the left.
    pub depth: u16,
    /// The group.
    pub group: &'static Group,
    /// What it stands for.
    pub item: Item,
    /// Whether it has rows inside.
    pub folds: bool,
    /// Whether those are shown.
    pub open: bool,
}

impl Node {
    /// What choosing it means; `None` for a mere heading.
    pub fn choice(&self) -> Option<Choice> {
        match self.item {
            Item::Feature(feature) if feature.options.is_empty() || feature.stands_alone() => {
                Some(Choice::Feature(feature.id, None))
            }
            Item::Group | Item::Api(_) | Item::Feature(_) | Item::Rest => None,
            Item::Option(feature, option) => Some(Choice::Feature(feature.id, Some(option.id))),
            Item::Call(place) => Some(Choice::Call(place)),
            Item::Operation(operation) => Some(Choice::Operation(operation)),
            Item::Found(place) => Some(Choice::Found(place)),
        }
    }

    /// The feature and option, where it is one.
    pub fn feature_choice(&self) -> Option<(&'static str, Option<&'static str>)> {
        match self.choice()? {
            Choice::Feature(feature, option) => Some((feature, option)),
            Choice::Call(_) | Choice::Operation(_) | Choice::Found(_) => None,
        }
    }

    /// Whether it can be chosen, and is no mere heading.
    pub fn is_choice(&self) -> bool {
        self.choice().is_some()
    }

    /// What is found by: ids, labels, path, API.
    pub fn texts(&self) -> Vec<&'static str> {
        match self.item {
            Item::Group => vec![self.group.name],
            Item::Feature(feature) => vec![feature.id, feature.name],
            Item::Option(feature, option) => {
                let own = [option.id, option.label, feature.id, feature.name];
                own.into_iter().chain(option.aliases.iter().copied()).collect()
            }
            Item::Call(_) | Item::Found(_) | Item::Rest => Vec::new(),
            Item::Api(api) => vec![api],
            Item::Operation(operation) => {
                let own = [operation.path, operation.api, operation.method.as_str()];
                own.into_iter().chain(operation.object).collect()
            }
        }
    }
}
