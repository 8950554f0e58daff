//! All rules over one link, or over all links of a file.

use super::context::{Context, LinkOptions};
use super::place::{self, Rest};
use super::places::Places;
use super::report::{LinkReport, report};
use super::{encoding, parameters, raw, scopes, separator, template, values};
use crate::catalog::Catalog;
use crate::link::{ParsedLink, find_links, parse};

/// Checks a link that is given by itself. Never fails: what is no link says so.
pub fn check_link(catalog: &'static Catalog, text: &str, options: &LinkOptions<'_>) -> LinkReport {
    let link = parse(text);
    let context =
        Context { catalog, link: &link, options, offset: 0, in_html: false, quoted: false, found: Vec::new() };
    run(context, &mut Places::new(text))
}

/// Checks every link in a file, in order.
pub fn check_links(catalog: &'static Catalog, text: &str, options: &LinkOptions<'_>) -> Vec<LinkReport> {
    let mut places = Places::new(text);
    let check = |found: crate::link::FoundLink| {
        let link: ParsedLink<'_> = found.parse(text);
        let context = Context {
            catalog,
            link: &link,
            options,
            offset: found.range.start,
            in_html: found.in_html,
            quoted: found.quoted,
            found: Vec::new(),
        };
        run(context, &mut places)
    };
    find_links(text).into_iter().map(check).collect()
}

fn run(mut context: Context<'_>, places: &mut Places<'_>) -> LinkReport {
    let rest = place::check(&mut context);
    if rest != Rest::Nothing {
        template::check(&mut context);
        encoding::check(&mut context);
        raw::check(&mut context);
    }
    if matches!(rest, Rest::Oauth | Rest::Mcp) {
        parameters::check(&mut context);
        values::check(&mut context);
        separator::check(&mut context);
    }
    if rest == Rest::Oauth {
        scopes::check(&mut context);
    }
    report(context, places)
}
