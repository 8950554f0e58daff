//! The embedded facts, asked as people ask.

mod importing;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::catalog::{Catalog, Confidence, Effect, FeatureOption, Status, Way};

fn ask(text: &str) -> Match<'static> {
    let call = Call::parse(text).unwrap();
    Catalog::embedded().endpoints().find(&call).unwrap_or_else(|| panic!("{text} is not known"))
}

fn ways(found: &[Way]) -> BTreeSet<String> {
    found.iter().map(|way| way.all_of.join("+")).collect()
}

fn needs(text: &str) -> Vec<String> {
    ways(&ask(text).requirement).into_iter().collect()
}

#[test]
fn every_path_of_the_data_resolves_to_itself() {
    let catalog = Catalog::embedded();
    let endpoints = catalog.endpoints();
    let mut asked = BTreeSet::new();
    for operation in endpoints.operations() {
        for path in operation.paths() {
            let filled: Vec<&str> = path.split('/').map(|part| if call::is_hole(part) { "x1" } else { part }).collect();
            let found = ask(&format!("{} {}", operation.method, filled.join("/")));
            let itself = shape::of_template(catalog.objects(), &path, None);
            assert_eq!(found.operation.shape, itself, "{} {path}", operation.method);
            asked.insert((operation.method, path.clone()));
        }
    }
    assert_eq!(asked.len(), 3_789, "distinct methods and paths without test APIs");
}

#[test]
fn versions_of_one_operation_are_one() {
    let found = ask("GET /crm/v3/objects/deals/123");
    assert_eq!(found.operation.id(), "GET /crm/v3/objects/{objectType}/{objectId}");
    assert_eq!(found.operation.object, Some("deals"));
    assert_eq!(found.operation.versions(), ["v3", "2026-09", "2026-03", "2025-09", "2026-09-beta"]);
    let newer = ask("GET /crm/objects/2026-09/deals/123");
    assert_eq!((newer.operation.id(), newer.operation.object), (found.operation.id(), found.operation.object));
}

#[test]
fn an_object_is_known_by_every_spelling() {
    for object in ["deals", "deal", "DEAL", "0-3", "Deals"] {
        assert_eq!(needs(&format!("GET /crm/v3/objects/{object}/1")), ["crm.objects.deals.read"], "{object}");
    }
    for object in ["2-1234", "p_car", "p123_car", "custom"] {
        assert_eq!(needs(&format!("PATCH /crm/v3/objects/{object}/1")), ["crm.objects.custom.write"], "{object}");
    }
    assert_eq!(needs("POST /crm/v3/objects/0-136/search"), ["crm.objects.leads.read"]);
}

#[test]
fn the_narrow_row_without_a_beta_is_the_truth() {
    assert_eq!(needs("GET /crm/objects/2026-09-beta/notes/1"), ["crm.objects.contacts.read"]);
    assert_eq!(needs("POST /crm/v3/objects/products"), ["crm.objects.products.write", "e-commerce"]);
    assert_eq!(needs("GET /crm/v3/objects/discounts"), ["crm.objects.line_items.read", "e-commerce"]);
}

#[test]
fn a_way_that_another_version_asks_for_with_more_is_not_enough() {
    assert_eq!(needs("GET /crm/v3/objects/emails"), ["crm.objects.contacts.read+sales-email-read"]);
    let both = ["crm.objects.contacts.read+crm.objects.feedback_submissions.read"];
    assert_eq!(needs("GET /crm/v3/objects/feedback_submissions"), both);
}

#[test]
fn a_part_of_what_is_required_is_enough_in_no_version() {
    for text in ["GET /crm/v3/objects/emails", "POST /crm/v3/objects/feedback_submissions/search"] {
        let found = ask(text);
        for name in &found.requirement[0].all_of {
            assert_eq!(found.standing(&[name]), Standing::Doubtful, "{text} with {name}");
        }
    }
}

#[test]
fn every_way_of_every_call_in_every_version_is_enough_and_none_is_a_part_of_another() {
    for (text, found) in every_call() {
        let all: Vec<&Way> = found.ways().collect();
        for way in &all {
            assert_eq!(found.standing(&way.all_of), Standing::Allowed, "{text}: {:?}", way.all_of);
            let whole = found.requirement.iter().find(|whole| {
                whole.all_of.len() > way.all_of.len() && way.all_of.iter().all(|name| whole.all_of.contains(name))
            });
            assert!(found.object_unknown || whole.is_none(), "{text}: {:?} is a part of {whole:?}", way.all_of);
        }
        for way in found.doubtful.iter().map(|doubtful| &doubtful.way) {
            assert!(!all.iter().any(|taken| taken.all_of == way.all_of), "{text}: {:?} is both", way.all_of);
            let is_more = all.iter().any(|taken| taken.all_of.iter().all(|name| way.all_of.contains(name)));
            assert!(is_more || found.standing(&way.all_of) != Standing::Allowed, "{text}: {:?}", way.all_of);
        }
    }
}

/// Every path of the data in each of its versions, with the object that an operation has of its own.
fn every_call() -> impl Iterator<Item = (String, Match<'static>)> {
    let operations = Catalog::embedded().endpoints().operations().iter();
    operations.flat_map(|operation| {
        operation.paths().map(move |path| {
            let object = |part: &str| match (shape::object_hole(part), operation.object) {
                (Some(Side::This), Some(object)) => object.to_owned(),
                _ => part.to_owned(),
            };
            let parts: Vec<String> = path.split('/').map(object).collect();
            let text = format!("{} {}", operation.method, parts.join("/"));
            let found = ask(&text);
            (text, found)
        })
    })
}

#[test]
fn a_name_that_is_a_slip_of_a_standard_objects_is_told_and_stays_a_custom_objects() {
    for (name, meant) in
        [("contcts", "contacts"), ("compnies", "companies"), ("line_itms", "line_items"), ("Deales", "deals")]
    {
        let found = ask(&format!("GET /crm/v3/objects/{name}/1"));
        assert_eq!((found.by_name, &found.near[..]), (true, &[meant][..]), "{name}");
        assert_eq!(ways(&found.requirement), BTreeSet::from(["crm.objects.custom.read".to_owned()]));
        assert_eq!(found.confidence, Confidence::Inferred);
        assert!(found.remarks()[0].contains(meant));
    }
    assert_eq!(ask("GET /crm/v4/objects/deals/1/associations/contacs").near, ["contacts"]);
    for name in ["contacts", "deal", "0-1", "2-77", "p_contcts", "spaceships", "{objectType}"] {
        assert!(ask(&format!("GET /crm/v3/objects/{name}/1")).near.is_empty(), "{name}");
    }
}

#[test]
fn versions_that_add_a_granular_way_are_united() {
    assert_eq!(needs("GET /cms/v3/hubdb/tables"), ["hubdb", "hubdb.tables.read"]);
    assert!(needs("DELETE /files/v3/files/1").contains(&"files.delete".to_owned()));
}

#[test]
fn a_coarse_scope_has_the_successor_beside_it_that_a_source_names() {
    let found = ask("GET /crm/v3/objects/tickets");
    assert_eq!(ways(&found.requirement).into_iter().collect::<Vec<_>>(), ["crm.objects.tickets.read", "tickets"]);
    assert_eq!(found.confidence, Confidence::Documented);
    assert_eq!(needs("PATCH /crm/v3/objects/0-5/1"), ["crm.objects.tickets.write", "tickets"]);
    assert_eq!(needs("POST /crm/v3/properties/tickets"), ["crm.schemas.tickets.write", "tickets"]);
    assert_eq!(needs("GET /crm/v3/pipelines/tickets"), ["crm.schemas.tickets.read", "tickets"]);
    let both = ["crm.objects.deals.read+crm.objects.tickets.read", "crm.objects.deals.read+tickets"];
    assert_eq!(needs("GET /crm/v4/objects/deals/1/associations/tickets"), both);
}

#[test]
fn a_successor_that_only_its_name_suggests_is_told_and_is_no_way() {
    for text in [
        "PATCH /cms/v3/pages/site-pages/5",
        "GET /cms/site-search/v3/search",
        "GET /marketing-emails/v1/emails",
        "GET /email/public/v1/events",
    ] {
        let found = ask(text);
        assert_eq!(ways(&found.requirement).into_iter().collect::<Vec<_>>(), ["content"], "{text}");
        assert!(found.candidates.is_empty() && found.accepted.is_empty(), "{text}: the facts speak against it");
    }
    assert_eq!(needs("DELETE /filemanager/api/v3/files/1"), ["files"]);
    let timeline = ask("GET /integrators/timeline/v3/events/1/2");
    assert_eq!(ways(&timeline.requirement).into_iter().collect::<Vec<_>>(), ["timeline"]);
    assert_eq!(ways(&timeline.candidates).into_iter().collect::<Vec<_>>(), ["timeline.read"]);
    assert_eq!(timeline.standing(&["timeline.read"]), Standing::Doubtful);
}

#[test]
fn a_reported_successor_is_enough_where_it_is_held_and_is_not_chosen() {
    let found = ask("POST /integrators/timeline/v3/events");
    assert_eq!(ways(&found.requirement).into_iter().collect::<Vec<_>>(), ["timeline"]);
    assert_eq!(ways(&found.accepted).into_iter().collect::<Vec<_>>(), ["timeline.write"]);
    assert_eq!(found.standing(&["timeline.write"]), Standing::Allowed);
}

#[test]
fn where_versions_disagree_what_satisfies_all_of_them_is_taken() {
    assert_eq!(needs("GET /marketing/v3/emails"), ["content"]);
    assert_eq!(needs("GET /crm/v3/owners"), ["crm.objects.owners.read"]);
    let found = ask("GET /marketing/v3/emails/1");
    assert_eq!(found.standing(&["marketing.email.read"]), Standing::Allowed, "the version that is called lists it");
    let found = ask("GET /marketing/emails/2026-09/1");
    assert_eq!(found.standing(&["marketing.email.read"]), Standing::Doubtful);
    assert!(found.doubtful.iter().any(|doubtful| matches!(doubtful.why, Doubt::SomeVersions(_))));
    assert!(found.remarks().iter().any(|said| said.contains("disagree")));
    assert_eq!(found.standing(&["crm.lists.read"]), Standing::Lacking);
}

#[test]
fn a_reading_scope_is_doubted_for_what_changes_something() {
    let standing = |text: &str, held: &str| ask(text).standing(&[held]);
    for text in ["POST /marketing/v3/emails", "PATCH /marketing/v3/emails/1", "DELETE /marketing/v3/emails/1"] {
        assert_eq!(needs(text), ["content"], "{text}");
        assert_eq!(standing(text, "marketing.email.read"), Standing::Doubtful, "{text}");
        assert_eq!(standing(text, "marketing.email.write"), Standing::Allowed, "{text}");
    }
    let account = "POST /conversations/v3/custom-channels/1/channel-accounts";
    assert_eq!(needs(account), ["conversations.custom_channels.write"]);
    assert_eq!(standing(account, "conversations.custom_channels.read"), Standing::Doubtful);
    assert_eq!(standing("POST /crm/v3/objects/companies", "crm.objects.companies.read"), Standing::Lacking);
    assert_eq!(needs("POST /cms/v3/hubdb/tables/1/rows/batch/read"), ["hubdb", "hubdb.rows.read"], "it only reads");
}

#[test]
fn a_scope_of_definitions_is_doubted_for_records() {
    let pause = ask("POST /payments-subscriptions/v1/subscriptions/crm/1/pause");
    assert_eq!(ways(&pause.requirement).into_iter().collect::<Vec<_>>(), ["crm.objects.subscriptions.write"]);
    assert_eq!(pause.standing(&["crm.schemas.subscriptions.write"]), Standing::Doubtful);
}

#[test]
fn a_scope_of_hidden_files_is_enough_and_is_not_chosen() {
    let found = ask("GET /files/v3/files/search");
    assert_eq!(ways(&found.requirement).into_iter().collect::<Vec<_>>(), ["files"]);
    assert_eq!(found.standing(&["files.ui_hidden.read"]), Standing::Allowed);
}

#[test]
fn internal_names_lead_to_public_ones_to_a_token_request_or_to_no_name_yet() {
    let rule = ask("DELETE /crm/pipelines-rules/2026-09/0-3/default");
    assert_eq!(ways(&rule.requirement).into_iter().collect::<Vec<_>>(), ["crm.pipelines.governance.write"]);
    assert_eq!((rule.availability, rule.confidence), (Availability::App, Confidence::Documented));
    let journal = ask("POST /webhooks-journal/subscriptions/2026-03");
    assert!(journal.requirement.is_empty() && !journal.not_for_apps && !journal.is_unknown());
    assert_eq!(journal.availability, Availability::ClientCredentials);
    assert_eq!(journal.token_request[0].all_of, ["developer.webhooks_journal.subscriptions.write"]);
    assert_eq!(
        needs_token("GET /webhooks-journal/journal/2026-03/status/1"),
        "developer.webhooks_journal.snapshots.read"
    );
    assert_eq!(
        needs_token("POST /webhooks-journal/snapshots/2026-03/crm"),
        "developer.webhooks_journal.snapshots.write"
    );
    for text in ["GET /commerce/payment-links/2026-09/payment-links", "GET /marketing/lead-scoring/2027-03-beta/scores"]
    {
        let found = ask(text);
        assert_eq!(found.availability, Availability::Unpublished, "{text}");
        assert!(found.ways().next().is_none() && !found.not_for_apps && !found.internal.is_empty(), "{text}");
        assert!(!found.is_unknown() && found.confidence == Confidence::Inferred, "{text}");
    }
    assert_eq!(ask("POST /webhooks/v3/4711/subscriptions").availability, Availability::Developer);
}

fn needs_token(text: &str) -> String {
    ask(text).token_request[0].all_of.join("+")
}

#[test]
fn a_literal_name_that_no_standard_object_has_is_a_custom_objects() {
    for text in [
        "POST /crm/v3/objects/bicycle/search",
        "GET /crm/v4/objects/bicycle",
        "GET /crm/objects/2026-03/rental_contract/1",
        "GET /crm-objects/v1/objects/bicycle/1",
    ] {
        let found = ask(text);
        assert!(!found.object_unknown && found.by_name, "{text}");
        assert_eq!(ways(&found.requirement).into_iter().collect::<Vec<_>>(), ["crm.objects.custom.read"], "{text}");
        assert_eq!(found.confidence, Confidence::Inferred, "{text}");
    }
    assert_eq!(needs("DELETE /crm/v3/objects/bicycle/1"), ["crm.objects.custom.write"]);
    assert_eq!(needs("POST /crm/v3/properties/bicycle"), ["crm.schemas.custom.write"]);
    let both = ["crm.objects.contacts.read+crm.objects.custom.read"];
    assert_eq!(needs("GET /crm/v4/objects/contacts/1/associations/bicycle"), both);
    for text in ["{objectType}", ":type", "${type}", "objectType", "object_type", "0-99999", "a123_thing", "x-y"] {
        let found = ask(&format!("GET /crm/v3/objects/{text}/1"));
        assert!(found.object_unknown && !found.by_name, "{text}");
    }
    assert!(!ask("GET /crm/v3/objects/p123_bicycle/1").by_name, "its form says what it is");
}

#[test]
fn every_answer_is_known_no_better_than_its_parts_and_names_nothing_internal() {
    let catalog = Catalog::embedded();
    let endpoints = catalog.endpoints();
    let internal = |name: &&&str| catalog.scope_named(name).is_some_and(|scope| scope.status == Status::Internal);
    for operation in endpoints.operations() {
        let found = endpoints.needs(operation);
        let ways = || found.ways().chain(&found.user_level);
        for way in ways().chain(found.uncertain()) {
            assert!(
                way.confidence.is_some_and(|known| known >= found.confidence || found.ways().count() == 0)
                    || found.uncertain().any(|other| other.all_of == way.all_of),
                "{} {way:?}",
                operation.id()
            );
            assert!(!way.all_of.iter().any(|name| internal(&name)), "{} {way:?}", operation.id());
        }
        assert_eq!(found.not_for_apps, found.availability == Availability::Developer, "{}", operation.id());
        let has_ways = ways().next().is_some();
        assert!(!has_ways || found.availability != Availability::Unpublished, "{}", operation.id());
    }
}

#[test]
fn no_call_that_changes_something_is_settled_by_reading_where_its_list_has_writing_of_that_family() {
    let endpoints = Catalog::embedded().endpoints();
    for operation in endpoints.operations().iter().filter(|operation| !operation.is_read()) {
        let found = endpoints.needs(operation);
        let listed: Vec<Vec<&str>> = operation
            .listed(&endpoints.index().requirements)
            .into_iter()
            .flat_map(|(_, listed)| listed.any_of.clone())
            .filter(|_| !found.object_unknown)
            .collect();
        for way in found.requirement.iter().chain(&found.user_level) {
            assert!(!doubt::only_reads_beside(&way.all_of, listed.iter()), "{} {way:?}", operation.id());
        }
    }
}

#[test]
fn a_successor_is_a_way_only_where_a_specification_or_a_row_names_it() {
    let catalog = Catalog::embedded();
    let endpoints = catalog.endpoints();
    let index = endpoints.index();
    let successors: BTreeSet<&str> = catalog
        .scopes()
        .iter()
        .filter(|scope| scope.is_coarse())
        .flat_map(|scope| scope.replaced_by.iter().copied())
        .collect();
    for operation in endpoints.operations() {
        let found = endpoints.needs(operation);
        let listed: BTreeSet<&str> = operation
            .listed(&index.requirements)
            .iter()
            .flat_map(|(_, listed)| listed.any_of.iter().flatten())
            .copied()
            .collect();
        let in_rows = |name: &str| {
            index
                .successors
                .iter()
                .any(|row| row.scope == name && found.object.is_some_and(|object| object.plural == row.object))
                || found
                    .overrides
                    .iter()
                    .flat_map(|entry| &entry.any_of)
                    .flat_map(|way| &way.all_of)
                    .any(|row| *row == name || row.contains('{'))
        };
        // Of an association, the list is that of the other call.
        for name in found.ways().filter(|way| way.all_of.len() == 1).flat_map(|way| &way.all_of) {
            let known = !successors.contains(name) || listed.contains(name) || in_rows(name);
            assert!(known || operation.object.is_some(), "{} {name}", operation.id());
        }
    }
}

#[test]
fn no_feature_takes_a_reading_scope_for_a_writing_one_of_its_family() {
    for feature in Catalog::embedded().features() {
        let rules = feature.options.iter().flat_map(FeatureOption::requirements).chain(feature.requirements());
        for rule in rules.filter(|rule| rule.any_of.len() > 1) {
            let all: Vec<Vec<&str>> = rule.any_of.iter().map(|way| way.all_of.to_vec()).collect();
            let writes = |way: &[&'static str]| doubt::only_reads_beside(way, all.iter());
            // That a scope for reading and writing reads, too, is no doubt.
            let is_one_scope = all.iter().flatten().any(|name| name.ends_with("read_write"));
            assert!(is_one_scope || !all.iter().any(|way| writes(way)), "{} {all:?}", feature.id);
        }
    }
}

#[test]
fn without_the_object_the_requirement_says_that_it_hangs_on_it() {
    let found = ask("GET /crm/v3/objects/{objectType}/{objectId}");
    assert!(found.object_unknown && found.object.is_none());
    assert!(ways(&found.requirement).contains("crm.objects.deals.read"));
    assert!(!ways(&found.requirement).contains("oauth"), "user-level access is no answer");
    assert!(ask("GET /crm/v3/properties/${type}").object_unknown);
    let written = ask("PATCH /crm/v3/objects/{objectType}/{objectId}");
    assert!(!ways(&written.requirement).iter().any(|way| way == "crm.objects.deals.read"));
    assert!(ask("PUT /crm-associations/v1/associations/create-batch").object_unknown);
    assert!(ask("PUT /crm-associations/v1/associations").object_unknown);
}

#[test]
fn properties_open_to_the_definition_or_to_the_records() {
    let deals = needs("GET /crm/v3/properties/deals");
    assert!(
        deals.contains(&"crm.schemas.deals.read".to_owned()) && deals.contains(&"crm.objects.deals.read".to_owned())
    );
    assert!(!deals.iter().any(|way| way.contains("sensitive") || way.contains("contacts")));
    assert!(needs("GET /crm/v3/properties/products").contains(&"crm.objects.products.read".to_owned()));
    assert_eq!(needs("POST /crm/v3/properties/0-3"), ["crm.schemas.deals.write"]);
    assert_eq!(
        needs("GET /properties/v1/contacts/properties"),
        ["crm.objects.contacts.read", "crm.schemas.contacts.read"]
    );
}

#[test]
fn associations_need_both_ends_where_both_are_known() {
    let both = ["crm.objects.companies.write+crm.objects.deals.write"];
    assert_eq!(needs("PUT /crm/v4/objects/deals/1/associations/default/0-2/2"), both);
    assert_eq!(needs("POST /crm/v4/associations/companies/deals/batch/create"), both);
    let one = ask("GET /crm/v4/objects/deals/1/associations/{toObjectType}");
    assert_eq!(ways(&one.requirement).into_iter().collect::<Vec<_>>(), ["crm.objects.deals.read"]);
    assert!(one.object_unknown);
    let other = ask("POST /crm/v4/associations/{fromObjectType}/deals/batch/create");
    assert_eq!(ways(&other.requirement).into_iter().collect::<Vec<_>>(), ["crm.objects.deals.write"]);
    assert!(other.object_unknown);
}

#[test]
fn services_need_their_own_scope_alone() {
    let found = ask("POST /crm/v3/objects/0-162");
    assert_eq!(found.object.unwrap().plural, "services");
    assert_eq!(found.requirement.len(), 1);
    assert_eq!(found.requirement[0].all_of, ["crm.objects.services.write"]);
    assert_eq!(found.confidence, Confidence::Documented);
    assert_eq!(needs("GET /crm/v3/objects/services/1"), ["crm.objects.services.read"]);
    assert_eq!(needs("POST /crm/v3/objects/0-162/search"), ["crm.objects.services.read"]);
}

#[test]
fn memberships_of_lists_are_read_and_written() {
    let found = ask("PUT /crm/v3/lists/{listId}/memberships/add");
    assert_eq!(found.requirement.len(), 1);
    assert_eq!(found.requirement[0].all_of, ["crm.lists.read", "crm.lists.write"]);
    assert_eq!(found.confidence, Confidence::Reported);
    assert!(found.notes().any(|note| note.contains("careful")));
    assert_eq!(found.overrides[0].source, "n8n-io/n8n#31190");
}

#[test]
fn owners_need_their_own_scope() {
    assert_eq!(needs("GET /crm/v3/owners"), ["crm.objects.owners.read"]);
    assert_eq!(needs("GET /crm/v3/owners/12"), ["crm.objects.owners.read"]);
    assert_eq!(needs("GET /owners/v2/owners"), ["crm.objects.owners.read"]);
}

#[test]
fn calls_of_the_developer_are_not_for_installed_apps() {
    for text in ["GET /webhooks/v3/1/settings", "GET /automation/v4/actions/1", "GET /feature-flags/v3/1/flags/all"] {
        let found = ask(text);
        assert!(found.not_for_apps && found.requirement.is_empty(), "{text}");
    }
    assert!(!ask("GET /conversations/v3/custom-channels/1/messages/2").not_for_apps);
}

#[test]
fn calls_without_a_scope_say_so() {
    for text in ["POST /oauth/v1/token", "GET /oauth/v1/access-tokens/abc", "GET /integrations/v1/me"] {
        let found = ask(text);
        assert_eq!(ways(&found.requirement).into_iter().collect::<Vec<_>>(), [""], "{text}");
        assert!(!found.not_for_apps);
    }
}

#[test]
fn families_that_no_specification_has_are_legacy() {
    let found = ask("POST https://api.hubapi.com/contacts/v1/contact/createOrUpdate/email/{email}/");
    assert!(found.operation.is_legacy());
    assert_eq!(found.requirement[0].all_of, ["crm.objects.contacts.write"]);
    assert_eq!(needs("POST /companies/v2/domains/a.com/companies"), ["crm.objects.companies.read"]);
    let products = ["crm.objects.products.read", "e-commerce"];
    assert_eq!(needs("GET /crm-objects/v1/objects/products/paged"), products);
    assert_eq!(needs("GET /crm-objects/v1/objects/tickets/paged"), ["crm.objects.tickets.read", "tickets"]);
    assert_eq!(needs("POST /crm-objects/v1/objects/line_items"), ["crm.objects.line_items.write", "e-commerce"]);
    assert_eq!(
        needs("GET /properties/v1/tickets/properties"),
        ["crm.objects.tickets.read", "crm.schemas.tickets.read", "tickets"]
    );
    assert!(ask("GET /crm-objects/v1/objects/{objectType}/paged").object_unknown);
    assert_eq!(needs("GET /automation/v2/workflows"), ["automation"]);
}

#[test]
fn what_user_level_apps_may_have_stands_apart() {
    let found = ask("GET /commerce/payment-accounts/2026-09-beta/status");
    assert!(found.requirement.is_empty() && !found.not_for_apps && !found.is_unknown());
    assert_eq!(found.user_level[0].all_of, ["cpq.quotes.write"]);
    assert!(ask("PATCH /crm/v3/objects/contracts/1").is_unknown());
}

#[test]
fn a_scope_that_accounts_are_reported_to_grant_is_no_user_level_one() {
    let found = ask("GET /crm/v3/objects/contracts");
    assert_eq!(found.requirement[0].all_of, ["crm.objects.contracts.read"]);
    assert!(found.user_level.is_empty());
}

/// What HubSpot's legacy reference names for a call, next to calls of the same family that need something else.
#[test]
fn legacy_calls_need_what_their_own_page_names() {
    for (call, scopes) in [
        ("GET /contacts/v1/contact/vid/7/profile", "crm.objects.contacts.read"),
        ("POST /contacts/v1/contact/batch/", "crm.objects.contacts.write"),
        ("DELETE /contacts/v1/contact/vid/7", "crm.objects.contacts.write"),
        ("GET /contacts/v1/lists", "crm.lists.read"),
        ("GET /contacts/v1/lists/7", "crm.lists.read"),
        ("POST /contacts/v1/lists", "crm.lists.write"),
        ("POST /contacts/v1/lists/7/add", "crm.lists.write"),
        ("POST /contacts/v1/lists/7/remove", "crm.lists.write"),
        ("GET /contacts/v1/lists/7/contacts/all", "crm.objects.contacts.read"),
        ("GET /companies/v2/companies/paged", "crm.objects.companies.read"),
        ("POST /companies/v2/companies", "crm.objects.companies.write"),
        ("POST /deals/v1/deal", "crm.objects.deals.write"),
        ("POST /properties/v1/contacts/properties", "crm.schemas.contacts.write"),
        ("POST /deals/v1/properties", "crm.schemas.deals.write"),
        ("GET /engagements/v1/engagements/modified-after", "crm.objects.contacts.read"),
        ("POST /engagements/v1/engagements", "crm.objects.contacts.write"),
        ("POST /automation/v2/workflows/7/enrollments/contacts/a@b.example", "automation"),
        ("GET /forms/v2/forms", "forms"),
        ("GET /analytics/v2/reports/totals/total", "business-intelligence"),
        ("GET /calling/v1/dispositions", "crm.objects.contacts.read"),
    ] {
        assert_eq!(needs(call), [scopes], "{call}");
    }
    for name in ["all/contacts/all", "all/contacts/recent", "recently_updated/contacts/recent"] {
        let found = ask(&format!("GET /contacts/v1/lists/{name}"));
        let ways: Vec<_> = found.requirement.iter().map(|way| way.all_of.join(" ")).collect();
        assert!(ways.contains(&"crm.objects.contacts.read".to_owned()), "{name}: {ways:?}");
        assert!(!ways.iter().any(|way| way.contains("lists")), "{name}: {ways:?}");
    }
}

#[test]
fn a_version_that_came_out_after_the_specifications_stands_beside_its_beta() {
    let versions = ask("POST /crm/lists/2026-09/all").operation.versions();
    assert!(versions.contains(&"2026-09") && versions.contains(&"2026-09-beta"), "{versions:?}");
    assert!(!ask("GET /crm/v3/owners").operation.versions().contains(&"2026-09-beta"));
    // The version changes no need.
    assert_eq!(needs("GET /crm/lists/2026-09/{listId}"), needs("GET /crm/lists/2026-03/{listId}"));
}

#[test]
fn legacy_calls_with_a_developer_key_are_none_of_an_installed_app() {
    for call in [
        "GET /integrations/v1/7/timeline/event-types",
        "POST /integrations/v1/7/timeline/event-types/9/properties",
        "PUT /webhooks/v1/7/settings",
        "POST /extensions/sales-objects/v1/object-types",
    ] {
        assert!(ask(call).not_for_apps, "{call}");
    }
    assert!(!ask("PUT /integrations/v1/7/timeline/event").not_for_apps);
}

#[test]
fn an_unknown_path_has_near_ones() {
    let endpoints = Catalog::embedded().endpoints();
    let call = Call::parse("GET /crm/v3/ownerss").unwrap();
    assert!(endpoints.find(&call).is_none());
    assert_eq!(endpoints.nearest(&call, 2)[0], "GET /crm/v3/owners");
    let wrong_verb = Call::parse("PUT /crm/v3/owners").unwrap();
    assert!(endpoints.find(&wrong_verb).is_none());
    assert_eq!(endpoints.nearest(&wrong_verb, 1), ["GET /crm/v3/owners"]);
}

#[test]
fn every_scope_of_a_requirement_is_in_the_catalog() {
    let catalog = Catalog::embedded();
    let endpoints = catalog.endpoints();
    for operation in endpoints.operations() {
        let found = endpoints.needs(operation);
        for way in found.requirement.iter().chain(&found.user_level) {
            assert!(way.all_of.iter().all(|name| catalog.scope_id(name).is_some()), "{} {way:?}", operation.id());
        }
    }
}

#[test]
fn every_override_is_about_a_call_that_exists() {
    let endpoints = Catalog::embedded().endpoints();
    for entry in &endpoints.index().overrides {
        let catalog = Catalog::embedded();
        let named = entry.any_of.iter().flat_map(|way| &way.all_of).filter(|name| !name.contains('{'));
        assert!(named.clone().all(|name| catalog.scope_id(name).is_some()), "{}", entry.path);
        assert!(entry.object.is_none_or(|object| catalog.objects().resolve(object).is_some()), "{}", entry.path);
        let touched = |operation: &Operation| {
            endpoints.index().overrides_of(operation, operation.object).any(|one| std::ptr::eq(one, entry))
        };
        let is_used = entry.effect == Effect::Legacy || endpoints.operations().iter().any(touched);
        assert!(is_used, "{} {:?}", entry.path, entry.methods);
    }
}

#[test]
fn the_catalog_opens_without_the_endpoints() {
    let facts = include_str!("../../../assets/catalog/endpoints.json");
    assert!(Catalog::with_endpoints(facts).unwrap().read_so_far().contains(&"endpoints"));
    assert_eq!(Catalog::default().read_so_far(), [""; 0]);
}

proptest! {
    #[test]
    fn no_text_makes_the_matcher_panic(text in "\\PC{0,60}", path in "(/(crm|objects|v3|\\{a\\}|0-3|deals|[a-z]{0,4})){0,9}") {
        let endpoints = Catalog::embedded().endpoints();
        for text in [text.clone(), format!("GET {path}"), format!("post {text}{path}")] {
            if let Ok(call) = Call::parse(&text) {
                let _ = (endpoints.find(&call), call.to_string());
            }
        }
    }
}
