//! Code as it is written elsewhere: option patterns, registries, enumerations, closures, builders.

use crate::scan::stage::{calls, expect};

#[test]
fn go_request_helpers_and_object_types() {
    let code = r#"
package hubspot

type ObjectType string

const (
	Contacts ObjectType = "contacts"
	Deals    ObjectType = "deals"
)

type Client struct {
	BaseURL    *url.URL
	httpClient *http.Client
}

func New(token string, opts ...Option) (*Client, error) {
	u, err := url.Parse("https://api.hubapi.com/")
	return &Client{BaseURL: u}, nil
}

func (c *Client) newRequest(ctx context.Context, method, path string, body interface{}) (*http.Request, error) {
	rel := &url.URL{Path: path}
	u := c.BaseURL.ResolveReference(rel)
	return http.NewRequestWithContext(ctx, method, u.String(), nil)
}

func (c *Client) Object(ctx context.Context, t ObjectType, id string) error {
	req, err := c.newRequest(ctx, http.MethodGet, fmt.Sprintf("crm/v3/objects/%s/%s", t, id), nil)
	return c.do(req, nil)
}

func (c *Client) Owners(ctx context.Context) error {
	req, _ := c.newRequest(ctx, "GET", "crm/v3/owners", nil)
	return c.do(req, nil)
}

func run(c *Client) {
	c.Object(ctx, Contacts, "1")
	c.Object(ctx, Deals, "2")
	target, _ := url.JoinPath("https://api.hubapi.com", "crm", "v3", "objects", "tickets")
	http.Post(target, "application/json", nil)
}
"#;
    expect(
        "client.go",
        code,
        &[
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/deals/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/tickets",
        ],
    );
}

#[test]
fn csharp_routes_flurl_and_switches() {
    let files = [
        (
            "Routes.cs",
            "public static class HubSpotRoutes { public const string Root = \"https://api.hubapi.com\"; public static class Contacts { public const string All = \"/crm/v3/objects/contacts\"; public static string ById(string id) => $\"{All}/{id}\"; } }",
        ),
        (
            "Flurl.cs",
            "public class FlurlApi { public Task A() => HubSpotRoutes.Root.AppendPathSegment(\"crm/v3/owners\").WithOAuthBearerToken(t).GetJsonAsync<Owners>(); public Task B() => \"https://api.hubapi.com/crm/v3/objects/deals\".PostJsonAsync(new { }); }",
        ),
        (
            "Use.cs",
            "public class Use { HttpClient c; Task A(string id) { return c.GetAsync(HubSpotRoutes.Root + HubSpotRoutes.Contacts.ById(id)); } Task B() { return c.DeleteAsync(HubSpotRoutes.Root + HubSpotRoutes.Contacts.All + \"/7\"); } string PathOf(Kind k) => k switch { Kind.Quote => \"/crm/v3/objects/quotes\", Kind.Task => \"/crm/v3/objects/tasks\", _ => throw new Exception() }; Task C(Kind k) { return c.PutAsync(HubSpotRoutes.Root + PathOf(k) + \"/1/associations/deals/2/3\", null); } }",
        ),
    ];
    assert_eq!(
        calls(&files),
        [
            "DELETE /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/deals",
            "PUT /crm/v3/objects/quotes/{}/associations/deals/{}/{}",
            "PUT /crm/v3/objects/tasks/{}/associations/deals/{}/{}",
        ]
    );
}

#[test]
fn python_enumerations_registries_and_getattr() {
    let code = r#"
import os
import requests
from enum import Enum

HUBSPOT_BASE = os.getenv("HUBSPOT_BASE", "https://api.hubapi.com")

class Endpoint(str, Enum):
    CONTACTS = "/crm/v3/objects/contacts"
    OWNERS = "/crm/v3/owners"

ROUTES = {"deal": "/crm/v3/objects/deals/{id}", "ticket": "/crm/v3/objects/tickets/{id}"}

def call(verb: str, endpoint: Endpoint, **kwargs):
    return getattr(requests, verb.lower())(HUBSPOT_BASE + endpoint.value, **kwargs)

def one(kind, id):
    return requests.get(HUBSPOT_BASE + ROUTES["deal"].format(id=id))

def any_of(kind, id):
    return requests.delete(f"{HUBSPOT_BASE}{ROUTES[kind].format(id=id)}")

class Api:
    def __init__(self, session=None):
        self._session = session or requests.Session()
        self._headers = {}

    def _send(self, method, path, payload=None, retries=3):
        for attempt in range(retries):
            response = self._session.request(method=method, url=f"{HUBSPOT_BASE}/{path}", json=payload)
            if response.ok:
                return response

    def objects(self, object_type, after=None):
        return self._send("GET", f"crm/v3/objects/{object_type}?after={after}")

    def companies(self):
        return self.objects("companies")

api = Api()
api.objects("products")
requests.get(HUBSPOT_BASE + Endpoint.OWNERS.value)
"#;
    expect(
        "a.py",
        code,
        &[
            "DELETE /crm/v3/objects/deals/{}",
            "DELETE /crm/v3/objects/tickets/{}",
            "GET /crm/v3/objects/companies",
            "GET /crm/v3/objects/deals/{}",
            "GET /crm/v3/objects/products",
            "GET /crm/v3/owners",
        ],
    );
}

#[test]
fn javascript_closures_enums_and_url_objects() {
    let code = r"
const { Client } = require('@hubspot/api-client');
function makeClient(base) { return { get: (p) => fetch(base + p), post: (p, b) => fetch(base + p, { method: 'POST', body: b }) }; }
const hs = makeClient('https://api.hubapi.com');
hs.get('/crm/v3/owners');
hs.post('/crm/v3/objects/deals', {});
async function withUrl(id) {
  const url = new URL(`https://api.hubapi.com/crm/v3/objects/contacts/${id}`);
  url.searchParams.set('properties', 'email');
  return fetch(url.toString(), { method: 'PATCH' });
}
const req = new Request('https://api.hubapi.com/crm/v3/objects/tickets', { method: 'POST' });
const client = new Client({});
client?.crm?.companies?.basicApi?.getById('1');
['products', 'quotes'].forEach(async (kind) => { await client.crm.objects.basicApi.getPage(kind); });
const run = async (kind) => client.crm[kind].searchApi.doSearch({});
for (const t of ['tasks']) { fetch(`https://api.hubapi.com/crm/v3/objects/${t}/batch/read`, { method: 'POST' }); }
";
    expect(
        "a.js",
        code,
        &[
            "GET /crm/v3/objects/companies/{}",
            "GET /crm/v3/objects/products",
            "GET /crm/v3/objects/quotes",
            "GET /crm/v3/owners",
            "PATCH /crm/v3/objects/contacts/{}",
            "POST /crm/v3/objects/deals",
            "POST /crm/v3/objects/tasks/batch/read",
            "POST /crm/v3/objects/tickets",
            "POST /crm/v3/objects/{objectType}/search",
        ],
    );
}

#[test]
fn typescript_enums_statics_and_decorated_services() {
    let code = r"
import { HttpService } from '@nestjs/axios';
enum HubspotPath { Contacts = '/crm/v3/objects/contacts', Search = '/crm/v3/objects/contacts/search' }
@Injectable()
export class HubspotService {
  private static readonly BASE = 'https://api.hubapi.com';
  private readonly dealsUrl = `${HubspotService.BASE}/crm/v3/objects/deals`;
  constructor(private readonly http: HttpService) {}
  all() { return firstValueFrom(this.http.get(HubspotService.BASE + HubspotPath.Contacts)); }
  search(body: unknown) { return this.http.post(`${HubspotService.BASE}${HubspotPath.Search}`, body); }
  drop(id: string) { return this.http.delete(`${this.dealsUrl}/${id}`); }
}
";
    expect(
        "a.ts",
        code,
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/objects/contacts", "POST /crm/v3/objects/contacts/search"],
    );
}

#[test]
fn php_constants_of_maps_and_settings() {
    let code = r#"<?php
class HubSpotGateway {
    private const ENDPOINTS = ['contacts' => '/crm/v3/objects/contacts', 'owners' => '/crm/v3/owners'];
    public function __construct(private string $token, private string $base = 'https://api.hubapi.com') {}
    public function owners() { return $this->request('GET', self::ENDPOINTS['owners']); }
    public function create(array $p) { return $this->request('POST', self::ENDPOINTS['contacts'], ['json' => $p]); }
    public function of(string $type, string $id) { return $this->request('GET', "/crm/v3/objects/{$type}/{$id}"); }
    public function deal($id) { return $this->of('deals', $id); }
    public function settings() { return Http::get(config('services.hubspot.url') . '/account-info/v3/details'); }
    private function request(string $method, string $path, array $options = []) {
        return $this->client->request($method, $this->base . $path, $options);
    }
}
"#;
    expect(
        "a.php",
        code,
        &[
            "GET /account-info/v3/details",
            "GET /crm/v3/objects/deals/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/contacts",
        ],
    );
}

#[test]
fn ruby_modules_formats_and_blocks() {
    let code = r##"
module Hubspot
  API = 'https://api.hubapi.com'
  PATHS = { contact: '/crm/v3/objects/contacts/%s', deals: '/crm/v3/objects/deals' }.freeze

  class Connection
    def fetch(id)
      Net::HTTP.get(URI(API + format(PATHS[:contact], id)))
    end

    def all
      conn = Faraday.new(url: API) { |f| f.request :json }
      conn.get { |req| req.url '/crm/v3/owners' }
    end

    def add(body)
      Typhoeus::Request.new("#{API}#{PATHS[:deals]}", method: :post, body: body).run
    end

    def remove(kind, id)
      perform(:delete, "/crm/v3/objects/#{kind}/#{id}")
    end

    def perform(verb, path)
      HTTParty.send(verb, "#{API}#{path}")
    end
  end
end
Hubspot::Connection.new.remove('tickets', 1)
"##;
    expect(
        "a.rb",
        code,
        &[
            "DELETE /crm/v3/objects/tickets/{}",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/deals",
        ],
    );
}

#[test]
fn java_and_kotlin_enumerations_with_paths() {
    let files = [
        (
            "Endpoint.java",
            "public enum Endpoint { CONTACTS(\"/crm/v3/objects/contacts\"), OWNERS(\"/crm/v3/owners\"); private final String path; Endpoint(String path) { this.path = path; } public String getPath() { return path; } }",
        ),
        (
            "Client.java",
            "public class HubSpotClient { private static final String BASE = \"https://api.hubapi.com\"; public String owners() { return rest.getForObject(BASE + Endpoint.OWNERS.getPath(), String.class); } public String add(Object b) { return rest.postForObject(BASE + Endpoint.CONTACTS.getPath(), b, String.class); } }",
        ),
        (
            "Routes.kt",
            "object Routes { const val BASE = \"https://api.hubapi.com\"; const val DEALS = \"/crm/v3/objects/deals\" }\nenum class Area(val path: String) { TICKETS(\"/crm/v3/objects/tickets\") }\n",
        ),
        (
            "Use.kt",
            "class Use(private val http: OkHttpClient) { fun deals() = http.newCall(Request.Builder().url(Routes.BASE + Routes.DEALS).build()).execute()\n fun tickets(b: RequestBody) = http.newCall(Request.Builder().url(\"${Routes.BASE}${Area.TICKETS.path}\").post(b).build()).execute() }\n",
        ),
    ];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/deals",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/contacts",
            "POST /crm/v3/objects/tickets",
        ]
    );
}
