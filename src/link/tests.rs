//! What holds for the link of every plan.

use proptest::prelude::*;

use super::{build, parse, read};
use crate::catalog::Catalog;
use crate::plan::testing::plan;
use crate::plan::{Hublet, LinkChoice, Plan, ScopeType, State, resolve};

/// Any plan with any values of a link, also such as HubSpot refuses.
fn linked() -> impl Strategy<Value = Plan> {
    let account = prop::option::of("[0-9]{1,9}");
    let state = prop::option::of(any::<String>());
    let host = prop::sample::select(Hublet::ALL.to_vec());
    let redirect = prop_oneof![Just("https://shop.example/cb?x=1&y=a b".to_owned()), any::<String>()];
    (plan(), "[0-9a-f-]{36}", redirect, account, host, state).prop_map(
        |(mut plan, id, redirect, account, host, state)| {
            plan.app.client_id = Some(id);
            plan.app.redirect_url = Some(redirect);
            plan.app.account = account;
            plan.app.host = host;
            plan.app.state = state.map_or(State::Absent, State::Value);
            plan
        },
    )
}

/// What can be told from a separator or a mark that is glued on. Any other name is unknown to HubSpot.
fn is_name(name: &str) -> bool {
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | ':');
    name.chars().all(sign) && name.ends_with(|c: char| c.is_ascii_alphanumeric())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_link_is_read_back_as_it_was_meant(plan in linked(), all in any::<bool>()) {
        let catalog = Catalog::embedded();
        let resolved = resolve(catalog, &plan);
        let conditional = resolved.of_type(ScopeType::ConditionallyRequired).map(|scope| scope.name.clone()).collect();
        let choice = if all { LinkChoice::With(conditional) } else { LinkChoice::Base };
        let built = build(catalog, &plan, &resolved, &choice);
        let scopes = built.scopes.scope.iter().chain(&built.scopes.optional);
        prop_assume!(scopes.clone().all(|name| is_name(name)));
        let url = read(&built.draft).unwrap();
        let link = parse(&built.draft);
        prop_assert_eq!(link.body, 0..built.draft.len());
        prop_assert!(link.parameters.iter().all(|parameter| parameter.exact && !parameter.in_fragment));
        let again: String = link.parameters.iter().map(|parameter| &built.draft[parameter.whole()]).collect();
        prop_assert_eq!(format!("{}{again}", &built.draft[..link.place.path.end]), built.draft.as_str());
        prop_assert_eq!(url.scope, built.scopes.scope);
        prop_assert_eq!(url.optional_scope, built.scopes.optional);
        prop_assert_eq!(Some(url.client_id), plan.app.client_id);
        prop_assert_eq!(Some(url.redirect_uri), plan.app.redirect_url);
        prop_assert_eq!((url.account, url.host.as_str()), (plan.app.account, plan.app.host.host()));
        prop_assert_eq!(url.state.map_or(State::Absent, State::Value), plan.app.state);
    }

    #[test]
    fn a_link_is_given_exactly_where_nothing_is_an_error(plan in linked()) {
        let catalog = Catalog::embedded();
        let built = build(catalog, &plan, &resolve(catalog, &plan), &LinkChoice::Base);
        let refused = built.diagnostics.iter().any(crate::diagnostic::Diagnostic::is_error);
        prop_assert_eq!(built.url.is_none(), refused);
        prop_assert!(built.url.is_none_or(|url| url == built.draft));
    }

    #[test]
    fn a_link_is_made_of_signs_that_need_no_quotes(plan in linked()) {
        let catalog = Catalog::embedded();
        let built = build(catalog, &plan, &resolve(catalog, &plan), &LinkChoice::Base);
        let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '`' | '$' | '+' | '#');
        prop_assert!(built.draft.chars().all(plain), "{}", built.draft);
    }
}
