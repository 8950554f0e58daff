//! A link that is meant for an app of a certain auth type.

use hubscope::catalog::Catalog;
use hubscope::check::{LinkOptions, check_link};
use hubscope::plan::Auth;

use crate::rules::stage::fires;

const OAUTH: &str = "https://app.hubspot.com/oauth/authorize";
const STATIC: &str = "https://app.hubspot.com/static-token/123/authorize?appId=4";

fn is_refused(text: &str, auth: Auth) -> bool {
    let options = LinkOptions { auth: Some(auth), ..LinkOptions::default() };
    fires(&check_link(Catalog::embedded(), text, &options).diagnostics, "url/not-install-url")
}

#[test]
fn a_link_of_the_other_kind_is_refused() {
    assert!(is_refused(OAUTH, Auth::Static) && is_refused(STATIC, Auth::Oauth));
    assert!(!is_refused(OAUTH, Auth::Oauth) && !is_refused(STATIC, Auth::Static));
}

#[test]
fn an_oauth_link_for_a_static_app_is_not_said_to_lack_scopes() {
    let options = LinkOptions { auth: Some(Auth::Static), ..LinkOptions::default() };
    let findings = check_link(Catalog::embedded(), OAUTH, &options).diagnostics;
    assert!(!fires(&findings, "url/missing-scope") && !fires(&findings, "url/missing-client-id"));
}
