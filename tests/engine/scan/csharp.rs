//! C#.

use crate::scan::stage::{calls, expect};

#[test]
fn clients_messages_and_interpolation_are_seen() {
    let code = r#"
namespace Shop.Crm;
public class HubSpotClient {
    private const string BaseUrl = "https://api.hubapi.com";
    private static readonly string Contacts = $"{BaseUrl}/crm/v3/objects/contacts";
    private readonly HttpClient _http;
    public HubSpotClient(HttpClient http) { _http = http; _http.BaseAddress = new Uri(BaseUrl); }
    public Task A(string id) => _http.GetAsync($"{Contacts}/{id}");
    public async Task B() { var r = await _http.PostAsJsonAsync("/crm/v3/objects/deals", new { }); }
    public async Task C(string id) {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"{BaseUrl}/crm/v3/objects/tickets/{id}");
        await _http.SendAsync(request);
    }
    public async Task D() {
        using var message = new HttpRequestMessage { Method = HttpMethod.Delete, RequestUri = new Uri("https://api.hubapi.com/crm/v3/objects/products/1") };
        await _http.SendAsync(message);
    }
    public async Task E(string type) { var url = string.Format("{0}/crm/v3/objects/{1}/search", BaseUrl, "companies"); await _http.PostAsync(url, null); }
    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body = null) {
        var req = new HttpRequestMessage(method, BaseUrl + path);
        var res = await _http.SendAsync(req);
        return default;
    }
    public Task F() => SendAsync<string>(HttpMethod.Get, "/crm/v3/owners");
}
"#;
    expect(
        "HubSpotClient.cs",
        code,
        &[
            "DELETE /crm/v3/objects/products/{}",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "PATCH /crm/v3/objects/tickets/{}",
            "POST /crm/v3/objects/companies/search",
            "POST /crm/v3/objects/deals",
        ],
    );
}

#[test]
fn rest_sharp_and_refit_are_seen() {
    let files = [
        (
            "Api.cs",
            "public interface IHubSpotApi { [Get(\"/crm/v3/objects/contacts/{id}\")] Task<Contact> Get(string id); [Post(\"/crm/v3/objects/contacts\")] Task Create([Body] object b); }",
        ),
        (
            "Rest.cs",
            "public class HubSpotRest { private readonly RestClient _client = new RestClient(\"https://api.hubapi.com\"); public void Run() { var request = new RestRequest(\"crm/v3/objects/deals\", Method.Post); _client.Execute(request); } }",
        ),
    ];
    assert_eq!(
        calls(&files),
        ["GET /crm/v3/objects/contacts/{}", "POST /crm/v3/objects/contacts", "POST /crm/v3/objects/deals"]
    );
}

#[test]
fn constants_of_another_class_are_known() {
    let files = [
        (
            "Endpoints.cs",
            "public static class Endpoints { public const string Base = \"https://api.hubapi.com\"; public const string Companies = \"/crm/v3/objects/companies\"; }",
        ),
        (
            "Sync.cs",
            "public class Sync { private readonly ApiClient _api; public Task All() => _api.GetAsync(Endpoints.Companies); public Task Add() => _api.PostAsync(Endpoints.Companies + \"/batch/create\", null); }",
        ),
        (
            "ApiClient.cs",
            "public class ApiClient { private HttpClient http; public Task GetAsync(string p) { return http.GetAsync(Endpoints.Base + p); } public Task PostAsync(string p, object b) { return http.PostAsync(Endpoints.Base + p, null); } }",
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/companies", "POST /crm/v3/objects/companies/batch/create"]);
}
