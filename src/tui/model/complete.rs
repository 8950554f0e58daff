//! The names of scopes that fit what is typed where a scope is entered by name.

use super::rank::Query;
use super::state::{Model, Purpose};
use crate::catalog::{Scope, Status};

/// So many names are offered at most.
const MOST: usize = 50;

/// So many names are offered where only their letters are near.
const NEAR: usize = 5;

impl Model {
    /// The scopes whose names fit what is typed, the best first; none where no scope is asked for.
    pub fn scope_matches(&self) -> Vec<&'static str> {
        let Some(typing) = self.typing.as_ref().filter(|typing| matches!(typing.purpose, Purpose::PinName(_))) else {
            return Vec::new();
        };
        let typed = typing.completing.as_ref().map_or(typing.input.value(), |(typed, _)| typed.as_str());
        let query = Query::new(typed);
        if query.is_empty() {
            return Vec::new();
        }
        let is_usable = |scope: &&Scope| matches!(scope.status, Status::Current | Status::Legacy);
        let names = || self.catalog.scopes().iter().filter(is_usable).map(|scope| scope.name);
        let fit =
            |(place, name): (usize, &'static str)| Some((query.fit(&[name.to_ascii_lowercase()], &[])?, place, name));
        let mut ranked: Vec<_> = names().enumerate().filter_map(fit).collect();
        if ranked.is_empty() {
            let near = self.catalog.nearest_scopes(typed.trim(), NEAR);
            if !near.is_empty() {
                return near;
            }
            let by_letters = |(place, name): (usize, &'static str)| {
                Some((query.fit_letters(&[name.to_ascii_lowercase()])?, place, name))
            };
            ranked = names().enumerate().filter_map(by_letters).collect();
        }
        ranked.sort_unstable();
        ranked.into_iter().take(MOST).map(|(_, _, name)| name).collect()
    }
}
