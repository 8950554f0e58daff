//! Maps, lists and loops that hold what is called.

use crate::scan::stage::calls;

#[test]
fn parts_of_a_url_come_as_the_rest_of_the_parameters_in_c_sharp() {
    let files = [(
        "Hub.cs",
        r#"using Flurl;
using Flurl.Http;
public class Hub
{
    const string Root = "https://api.hubapi.com";
    IFlurlRequest Req(params string[] parts) => Root.AppendPathSegments(parts).WithOAuthBearerToken(_token);
    public Task<Deal> Deal(long id) => Req("crm", "v3", "objects", "deals", id.ToString()).GetJsonAsync<Deal>();
    public Task Save(long id, object p) => Req("crm/v3/objects/deals", id.ToString()).PatchJsonAsync(new { properties = p });
    public Task Find(object q) => Root.AppendPathSegment("crm/v3/objects/tickets/search").WithOAuthBearerToken(_token).PostJsonAsync(q);
}
"#,
    )];
    assert_eq!(
        calls(&files),
        ["GET /crm/v3/objects/deals/{}", "PATCH /crm/v3/objects/deals/{}", "POST /crm/v3/objects/tickets/search"]
    );
}

#[test]
fn a_dictionary_of_c_sharp_has_its_paths_under_entries_of_an_enumeration() {
    let files = [(
        "Api.cs",
        r#"public enum ObjectKind { Contacts, Companies, Deals }
public class Api
{
    static readonly Dictionary<ObjectKind, string> Paths = new()
    {
        [ObjectKind.Contacts] = "/crm/v3/objects/contacts",
        [ObjectKind.Deals] = "/crm/v3/objects/deals",
    };
    readonly HttpClient _http = new() { BaseAddress = new Uri("https://api.hubapi.com") };
    public Task<HttpResponseMessage> List(ObjectKind kind) => _http.GetAsync(Paths[kind]);
    public Task Run() => Task.WhenAll(List(ObjectKind.Contacts), List(ObjectKind.Deals));
}
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/contacts", "GET /crm/v3/objects/deals"]);
}

#[test]
fn a_loop_over_a_list_of_php_calls_with_each_of_its_items() {
    let files = [(
        "HubspotClient.php",
        r#"<?php
namespace App\Services;
use Illuminate\Support\Facades\Http;
class HubspotClient {
    protected string $baseUrl = 'https://api.hubapi.com';
    protected function http() { return Http::withToken(config('services.hubspot.token'))->baseUrl($this->baseUrl)->acceptJson(); }
    public function find(string $id) { return $this->http()->get("/crm/v3/objects/contacts/{$id}")->json(); }
    public function create(array $p) { return $this->http()->post('/crm/v3/objects/contacts', ['properties' => $p])->throw()->json(); }
    public function properties(string $type) { return $this->http()->get(sprintf('/crm/v3/properties/%s', $type)); }
    public function boot() { foreach (['contacts', 'deals'] as $t) { $this->properties($t); } }
}
"#,
    )];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/properties/contacts",
            "GET /crm/v3/properties/deals",
            "POST /crm/v3/objects/contacts"
        ]
    );
}

#[test]
fn a_table_of_go_holds_methods_and_urls_of_a_map() {
    let files = [(
        "sync.go",
        r#"package sync

import "net/http"

var endpoints = map[string]string{
	"contact": "https://api.hubapi.com/crm/v3/objects/contacts",
	"company": "https://api.hubapi.com/crm/v3/objects/companies",
}

type call struct {
	method string
	url    string
}

var calls = []call{
	{http.MethodGet, endpoints["contact"]},
	{method: http.MethodPost, url: endpoints["company"]},
}

func Run(c *http.Client) error {
	for _, one := range calls {
		req, err := http.NewRequest(one.method, one.url, nil)
		if err != nil {
			return err
		}
		if _, err := c.Do(req); err != nil {
			return err
		}
	}
	return nil
}
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/contacts", "POST /crm/v3/objects/companies"]);
}
