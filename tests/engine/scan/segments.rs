//! Places of a path that are filled by name, beside the path.

use crate::scan::stage::{calls, expect};

#[test]
fn url_segments_of_rest_sharp_say_the_record_type() {
    let code = r#"
// HubSpot
public class Records {
    private readonly RestClient _client = new RestClient("https://api.hubapi.com");
    public void One(string id) {
        var request = new RestRequest("/crm/v3/objects/{type}/{id}", Method.Get)
            .AddUrlSegment("type", "contacts")
            .AddUrlSegment("id", id);
        _client.Execute(request);
    }
    public void Two(string id) {
        var req = new RestRequest("crm/v3/objects/{type}/{id}", Method.Patch);
        req.AddUrlSegment("id", id);
        req.AddUrlSegment("type", Kinds.Deals);
        _client.Execute(req);
    }
    public void Three() {
        var req = new RestRequest("crm/v3/objects/{kind}/batch/read", Method.Post);
        req.AddParameter("kind", "companies", ParameterType.UrlSegment);
        _client.Execute(req);
    }
    public void Four() {
        var req = new RestRequest("crm/v3/objects/{kind}") { Method = Method.Post };
        req.AddParameter(new UrlSegmentParameter("kind", "products"));
        _client.Execute(req);
    }
    public Task Five(string id) => _client.DeleteAsync(new RestRequest("crm/v3/objects/{kind}/{id}").AddUrlSegment("kind", "quotes").AddUrlSegment("id", id));
}
static class Kinds { public const string Deals = "deals"; }
"#;
    let wanted = [
        "DELETE /crm/v3/objects/quotes/{}",
        "GET /crm/v3/objects/contacts/{}",
        "PATCH /crm/v3/objects/deals/{}",
        "POST /crm/v3/objects/companies/batch/read",
        "POST /crm/v3/objects/products",
    ];
    expect("Records.cs", code, &wanted);
}

#[test]
fn a_helper_that_fills_a_segment_hands_it_to_its_callers() {
    let code = r#"
// HubSpot
public class ObjectsApi {
    private readonly IRestClient _client = new RestClient(new RestClientOptions("https://api.hubapi.com"));
    private const string Path = "/crm/v3/objects/{objectType}/{objectId}";
    private RestRequest Build(string path, Method method, string objectType) {
        var request = new RestRequest(path, method);
        request.AddUrlSegment("objectType", objectType);
        return request;
    }
    public async Task GetDeal(string id) {
        var request = Build(Path, Method.Get, "deals");
        request.AddUrlSegment("objectId", id);
        await _client.ExecuteAsync(request);
    }
    public Task PatchTicket(string id) => _client.ExecuteAsync(Build(Path, Method.Patch, "tickets").AddUrlSegment("objectId", id));
}
"#;
    expect("ObjectsApi.cs", code, &["GET /crm/v3/objects/deals/{}", "PATCH /crm/v3/objects/tickets/{}"]);
}

#[test]
fn a_parameter_of_the_query_fills_no_segment() {
    let code = r#"
// HubSpot
public class Records {
    private readonly RestClient _client = new RestClient("https://api.hubapi.com");
    public void One() {
        var req = new RestRequest("crm/v3/objects/{type}", Method.Get);
        req.AddParameter("type", "contacts");
        _client.Execute(req);
    }
}
"#;
    expect("Records.cs", code, &["GET /crm/v3/objects/{objectType}"]);
}

#[test]
fn segments_are_filled_before_the_call_and_from_maps() {
    let go = r#"package hub
func run() { c := resty.New().SetBaseURL("https://api.hubapi.com"); c.R().SetPathParam("type", "tickets").SetPathParams(map[string]string{"id": "1"}).Get("/crm/v3/objects/{type}/{id}") }
"#;
    let java = r#"
class Hub {
    private final RestClient rest = RestClient.builder().baseUrl("https://api.hubapi.com").build();
    Object g(String id) { return rest.get().uri("/crm/v3/objects/{type}/{id}", Map.of("type", "companies", "id", id)).retrieve(); }
}
"#;
    let php = r"<?php
class Hub { public function d() { return Http::withUrlParameters(['endpoint' => 'https://api.hubapi.com', 'type' => 'line_items'])->get('{+endpoint}/crm/v3/objects/{type}'); } }
";
    assert_eq!(calls(&[("hub.go", go)]), ["GET /crm/v3/objects/tickets/{}"]);
    expect("Hub.java", java, &["GET /crm/v3/objects/companies/{}"]);
    expect("hub.php", php, &["GET /crm/v3/objects/line_items"]);
}
