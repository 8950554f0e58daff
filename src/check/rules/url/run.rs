//! All rules over one link, or over all links of a file.

use std::ops::Range;

use super::context::{Context, LinkOptions};
use super::place::{self, Rest};
use super::places::Places;
use super::report::{LinkReport, report};
use super::{accounts, encoding, names, parameters, raw, scopes, separator, template, values};
use crate::catalog::{Catalog, Scope};
use crate::check::against;
use crate::check::app_side::AppSide;
use crate::diagnostic::{Diagnostic, rule};
use crate::link::{ParsedLink, find_links, parse};
use crate::plan::ScopeType;

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

/// Where the settings take a name out of `scope`, it stays in `optional_scope`: else it would leave both.
fn keep_one(found: &mut [(Diagnostic, Range<usize>)], side: &AppSide) {
    for (finding, _) in found.iter_mut().filter(|(finding, _)| finding.rule == rule::URL_SCOPE_IN_BOTH) {
        if finding.subject != Scope::OAUTH
            && side.declared.type_of(&finding.subject) == Some(ScopeType::Optional)
            && let Some(fix) = &mut finding.fix
        {
            fix.edits.clear();
        }
    }
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
        names::check(&mut context);
        accounts::check(&mut context);
        if let Some(side) = context.options.side {
            let found = against::check(
                context.catalog,
                context.link,
                side,
                context.options.typed,
                context.options.file,
                context.offset,
            );
            for (finding, range) in found {
                context.add(range, finding);
            }
            keep_one(&mut context.found, side);
        }
    }
    report(context, places)
}
