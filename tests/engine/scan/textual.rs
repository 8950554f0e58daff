//! Files without a grammar.

use crate::scan::stage::{calls, expect};

#[test]
fn curl_in_scripts_is_a_call() {
    let code = "#!/bin/sh\n# curl https://api.hubapi.com/crm/v3/objects/contacts\ncurl -s -X PATCH \\\n  -H 'a: b' \\\n  \"https://api.hubapi.com/crm/v3/objects/deals/${ID}\"\ncurl https://api.hubapi.com/crm/v3/owners\ncurl -d '{}' $BASE/x https://api.hubapi.com/crm/v3/objects/tickets\n";
    expect("a.sh", code, &["GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/{}", "POST /crm/v3/objects/tickets"]);
}

#[test]
fn http_files_yaml_and_json_are_read() {
    let files = [
        (
            "a.http",
            "### one\nPOST https://api.hubapi.com/crm/v3/objects/contacts/search\nContent-Type: application/json\n\n### two\nDELETE https://api.hubapi.com/crm/v3/objects/deals/{{id}}\n",
        ),
        (
            "b.yaml",
            "steps:\n  - name: hubspot\n    method: PUT\n    url: https://api.hubapi.com/crm/v3/properties/deals/groups\n",
        ),
        ("c.json", "{\"hubspot\": {\"method\": \"GET\",\n  \"path\": \"/crm/v3/owners\"}}\n"),
    ];
    assert_eq!(
        calls(&files),
        [
            "DELETE /crm/v3/objects/deals/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/contacts/search",
            "PUT /crm/v3/properties/deals/groups",
        ]
    );
}

#[test]
fn a_description_of_an_api_calls_nothing() {
    let json = "{\n  \"openapi\": \"3.0.1\",\n  \"info\": {\"title\": \"HubSpot contacts\"},\n  \"paths\": {\n    \"/crm/v3/objects/contacts/search\": {\n      \"post\": {}\n    }\n  }\n}\n";
    let yaml = "openapi: 3.0.1\n# HubSpot\nservers:\n  - url: https://api.hubapi.com/\npaths:\n  /crm/v3/objects/deals/search:\n    post: {}\n";
    let docs = "{\"hubspot\": {\n  \"documentation\": \"https://app.hubspot.com/developer-docs/api?spec=v1/apis/crm/v3/lists\",\n  \"method\": \"GET\"\n}}\n";
    assert_eq!(calls(&[("contacts.json", json), ("deals.yaml", yaml), ("schema.json", docs)]), Vec::<String>::new());
}
