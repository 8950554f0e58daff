//! Paths without a version, below a URL of the project that ends in one: `https://api.hubapi.com/cms/v3` and `/blogs/posts`.
//!
//! Owns which URL that is where the way from a client to its requests cannot be seen. It takes none where none fits.

use super::path::{Host, Route, is_version};
use super::trace::Trace;
use crate::scan::form::Expr;
use crate::scan::value::{Literal, Piece};

/// How many such URLs of a project are tried.
const MOST: usize = 8;

impl Trace<'_> {
    /// `pieces`, which read as `route`, below the first such URL that makes a path of HubSpot's API of them.
    pub(super) fn rooted(&self, route: &Route, pieces: &[Piece]) -> Option<Vec<Piece>> {
        let first = route.segments.first()?;
        let has_version = route.segments.iter().take(3).any(|segment| is_version(&segment.text));
        if route.host != Host::Open || route.has_lead || first.is_hole() || has_version {
            return None;
        }
        let at = Literal { file: u32::MAX, start: 0, function: 0 };
        self.roots().iter().find_map(|root| {
            let root = Piece::Literal { text: format!("{root}/").into(), at };
            let whole: Vec<Piece> = std::iter::once(root).chain(pieces.iter().cloned()).collect();
            let route = Route::read(&whole)?;
            self.known.fitted(&route).is_some().then_some(whole)
        })
    }

    /// The URLs of the project that end in a version.
    fn roots(&self) -> &[String] {
        self.roots.get_or_init(|| {
            let mut found: Vec<String> = Vec::new();
            for source in self.evaluator.program.files.iter().filter(|source| source.speaks_of_hubspot) {
                for node in &source.form.nodes {
                    let Expr::Text(text) = &node.expr else { continue };
                    let url = text.trim_end_matches('/');
                    let is_root = url.starts_with("https://api.hubapi.com/")
                        && url.rsplit('/').next().is_some_and(is_version)
                        && !url.contains(['{', '$', '%', ' ']);
                    if is_root && found.len() < MOST && !found.iter().any(|known| known == url) {
                        found.push(url.to_owned());
                    }
                }
            }
            found
        })
    }
}
