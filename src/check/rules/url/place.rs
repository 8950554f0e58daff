//! Whether it is a link of HubSpot's at all, of which kind, and for which region.

use super::context::{Context, clip};
use crate::catalog::Confidence;
use crate::diagnostic::{Diagnostic, rule};
use crate::link::{Kind, Known, WhyNot, check_account};
use crate::plan::Auth;

/// How much of the rest is worth checking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// Nothing: it is something else.
    Nothing,
    /// The parameters of an OAuth link.
    Oauth,
    /// Those of an MCP link: it has no scopes.
    Mcp,
    /// None: a static-auth link.
    Static,
}

pub(super) fn check(context: &mut Context<'_>) -> Rest {
    let link = context.link;
    match link.place.kind {
        Kind::Other(why) => {
            refuse(context, why);
            let mendable = matches!(why, WhyNot::Path | WhyNot::Port) && link.all(Known::ClientId).next().is_some();
            return if mendable { Rest::Oauth } else { Rest::Nothing };
        }
        Kind::Static => static_link(context),
        Kind::Mcp => {
            let message =
                "The link is that of an MCP auth app: HubSpot's server chooses the scopes, and PKCE is needed.";
            context.add(context.nowhere(), Diagnostic::new(rule::URL_MCP_LINK, "link", message));
        }
        Kind::Oauth => {
            if context.options.auth == Some(Auth::Static) {
                let message = "The link is an OAuth install URL, and the app has static auth.";
                let finding = Diagnostic::new(rule::URL_NOT_INSTALL_URL, "link", message).with_fix(
                    "Use https://app.hubspot.com/static-token/ACCOUNT_ID/authorize?appId=APP_ID, or give the app auth of type oauth.",
                );
                context.add(context.nowhere(), finding);
            }
        }
    }
    scheme(context);
    account(context);
    region(context);
    match (link.place.kind, context.options.auth) {
        (Kind::Static, _) | (Kind::Oauth, Some(Auth::Static)) => Rest::Static,
        (Kind::Mcp, _) => Rest::Mcp,
        _ => Rest::Oauth,
    }
}

fn refuse(context: &mut Context<'_>, why: WhyNot) {
    let link = context.link;
    let host = link.place.host.as_ref().map_or_else(String::new, |host| clip(link.slice(host)));
    let path = clip(link.slice(&link.place.path));
    let message = match why {
        WhyNot::NoLink => "The text is no link: it has no host and no path of an install URL.".to_owned(),
        WhyNot::Scheme => "The link is neither https nor http.".to_owned(),
        WhyNot::Host => format!("{host:?} is not a host of HubSpot's."),
        WhyNot::LookAlike => {
            format!("{host:?} only looks like a host of HubSpot's: whoever owns it would get the request.")
        }
        WhyNot::UserName => format!(
            "What stands before the @ is a user name, and the link leads to {host:?}: HubSpot's links have none."
        ),
        WhyNot::Port => "The link names a port; HubSpot's install page has none.".to_owned(),
        WhyNot::Qa => format!("{host:?} is HubSpot's own test system: customers have no account there."),
        WhyNot::OtherHost => format!("{host:?} belongs to HubSpot and has no install page."),
        WhyNot::Token => {
            "This is the endpoint that gives out tokens, called by a program after the install.".to_owned()
        }
        WhyNot::Path => format!("{path:?} is not the path of an install URL."),
    };
    let mut finding = Diagnostic::new(rule::URL_NOT_INSTALL_URL, "link", message)
        .with_fix("An install URL begins with https://app.hubspot.com/oauth/authorize.");
    let place = &link.place;
    let range = match why {
        WhyNot::NoLink | WhyNot::Scheme => link.body.start..place.path.end,
        WhyNot::Path | WhyNot::Token => context.nowhere(),
        WhyNot::Port => place.port.clone().unwrap_or_default(),
        _ => place
            .user
            .as_ref()
            .zip(place.host.as_ref())
            .map_or_else(|| place.host.clone().unwrap_or_default(), |(user, host)| user.start..host.end),
    };
    if why == WhyNot::Path && means_authorize(context) {
        finding = finding.with_edits([context.edit(&place.path, "/oauth/authorize")]);
    }
    if why == WhyNot::Port {
        finding = finding.with_edits([context.edit(&(range.start - 1..range.end), "")]);
    }
    context.add(range, finding);
}

/// Whether the path was meant to be `/oauth/authorize`, and has no account to lose.
fn means_authorize(context: &Context<'_>) -> bool {
    let link = context.link;
    let segments: Vec<&str> = link.place.segments.iter().map(|segment| link.slice(segment)).collect();
    let near = |word: &str| word.len() <= 20 && strsim::osa_distance(&word.to_lowercase(), "authorize") <= 2;
    let numbered = segments.iter().any(|word| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
    link.place.hublet.is_some()
        && !numbered
        && !link.placeholders.touch(&link.place.path)
        && segments.last().is_some_and(|last| near(last))
}

fn static_link(context: &mut Context<'_>) {
    if context.options.auth == Some(Auth::Oauth) {
        let message = "The link installs a static-auth app, and the app has OAuth.";
        let finding = Diagnostic::new(rule::URL_NOT_INSTALL_URL, "link", message)
            .with_fix("An OAuth app is installed through https://app.hubspot.com/oauth/authorize.");
        context.add(context.nowhere(), finding);
        return;
    }
    let link = context.link;
    let mut message = "The link installs a static-auth app: it carries no scopes, the app's settings do.".to_owned();
    if link.place.account.is_none() {
        message.push_str(" The account id is missing in its path.");
    }
    if !link.has_unseen_parameters() && link.first(Known::AppId).is_none_or(|parameter| link.is_blank(parameter)) {
        message.push_str(" The parameter appId is missing.");
    }
    context.add(context.nowhere(), Diagnostic::new(rule::URL_STATIC_LINK, "link", message));
}

fn scheme(context: &mut Context<'_>) {
    let link = context.link;
    let place = &link.place;
    let start = link.body.start;
    let (range, message, edit) = match (&place.scheme, &place.host) {
        (Some(scheme), _) if link.slice(scheme).eq_ignore_ascii_case("https") => return,
        (Some(scheme), _) => (
            scheme.clone(),
            "The link is http; HubSpot documents https only, and whether it redirects is not known.",
            context.edit(scheme, "https"),
        ),
        (None, Some(host)) if link.placeholders.touch(host) => return,
        (None, Some(host)) => (
            host.clone(),
            "The link has no https:// before its host, so not everything that shows it makes it a link.",
            context.edit(&(start..host.start), "https://"),
        ),
        (None, None) => {
            (start..place.path.end, "The link has no host.", context.edit(&(start..start), "https://app.hubspot.com"))
        }
    };
    let finding = Diagnostic::new(rule::URL_NOT_INSTALL_URL, "link", message)
        .with_confidence(Confidence::Inferred)
        .with_fix("Write it whole, with https.")
        .with_edits([edit]);
    context.add(range, finding);
}

fn account(context: &mut Context<'_>) {
    let link = context.link;
    let Some(account) = link.place.account.clone().filter(|_| !link.place.account_stands_in) else { return };
    if let Some(finding) = check_account("account id", &clip(link.slice(&account))) {
        context.add(account, finding);
    }
}

fn region(context: &mut Context<'_>) {
    let link = context.link;
    let Some((hublet, host)) = link.place.hublet.as_deref().zip(link.place.host.clone()) else { return };
    if hublet == "na1" && link.place.known_hublet {
        return;
    }
    let named = clip(link.slice(&host));
    let finding: Diagnostic = if link.place.known_hublet {
        let message = format!(
            "{named:?} pins the region {hublet}. Whether accounts of other regions get through is not promised; \
             app.hubspot.com is reported to send each user to their own region."
        );
        Diagnostic::new(rule::URL_REGION_PINNED, "host", message)
            .with_confidence(Confidence::Reported)
            .with_fix("Use app.hubspot.com in a link for many customers.")
    } else {
        Diagnostic::new(
            rule::URL_UNKNOWN_REGION,
            "host",
            format!("{named:?} names the region {hublet}, which is not known."),
        )
        .with_confidence(Confidence::Inferred)
        .with_fix("Use app.hubspot.com: it works for accounts of every region, as is reported.")
    };
    context.add(host, finding);
}
