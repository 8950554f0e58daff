//! Enumerations and constants whose entries are objects: what each was made with stays with it.

use crate::scan::stage::calls;

#[test]
fn entries_of_java_keep_their_own_method_and_path() {
    let files = [
        (
            "Route.java",
            r#"package shop.hub;

public enum Route {
    LIST_CONTACTS("GET", "/crm/v3/objects/contacts"),
    CREATE_DEAL("POST", "/crm/v3/objects/deals"),
    ONE_OWNER("GET", "/crm/v3/owners/%s");

    private final String method;
    private final String path;

    Route(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public String getMethod() { return method; }
    public String getPath() { return this.path; }
    public String url(Object... args) { return "https://api.hubapi.com" + String.format(path, args); }
}
"#,
        ),
        (
            "HubSpot.java",
            r#"package shop.hub;

public class HubSpot {
    private final RestTemplate rest = new RestTemplate();

    String call(Route route, Object body) {
        HttpEntity<Object> entity = new HttpEntity<>(body, headers());
        return rest.exchange("https://api.hubapi.com" + route.getPath(), HttpMethod.valueOf(route.getMethod()), entity, String.class).getBody();
    }

    String contacts() { return call(Route.LIST_CONTACTS, null); }
    String deal(Deal deal) { return call(Route.CREATE_DEAL, deal); }
    String owner(String id) { return rest.getForObject(Route.ONE_OWNER.url(id), String.class); }
}
"#,
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/contacts", "GET /crm/v3/owners/{}", "POST /crm/v3/objects/deals",]);
}

#[test]
fn entries_of_kotlin_keep_their_own_method_and_path() {
    let files = [(
        "Hub.kt",
        r#"package shop.hub

enum class Endpoint(val method: String, val path: String) {
    TICKETS("GET", "/crm/v3/objects/tickets"),
    NEW_TICKET("POST", "/crm/v3/objects/tickets");

    fun url() = "https://api.hubapi.com$path"
}

class Hub(private val client: OkHttpClient) {
    private fun send(endpoint: Endpoint, body: RequestBody? = null): Response {
        val request = Request.Builder().url("https://api.hubapi.com" + endpoint.path).method(endpoint.method, body).build()
        return client.newCall(request).execute()
    }

    fun list() = send(Endpoint.TICKETS)
    fun add(body: RequestBody) = send(Endpoint.NEW_TICKET, body)
    fun raw() = client.newCall(Request.Builder().url(Endpoint.TICKETS.url()).get().build()).execute()
}
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/tickets", "POST /crm/v3/objects/tickets",]);
}

#[test]
fn entries_of_python_answer_with_their_own_url() {
    let files = [
        (
            "routes.py",
            r#"from enum import Enum

HUBSPOT = "https://api.hubapi.com"


class Route(Enum):
    CONTACTS = "/crm/v3/objects/contacts"
    DEALS = "/crm/v3/objects/deals"

    def url(self):
        return HUBSPOT + self.value

    @property
    def search(self):
        return f"{HUBSPOT}{self.value}/search"
"#,
        ),
        (
            "app.py",
            r"import requests
from routes import Route, HUBSPOT

def contacts(headers):
    return requests.get(Route.CONTACTS.url(), headers=headers)

def deals(headers, body):
    return requests.post(Route.DEALS.search, headers=headers, json=body)

def add(headers, body):
    return requests.post(HUBSPOT + Route.DEALS.value, headers=headers, json=body)
",
        ),
    ];
    assert_eq!(
        calls(&files),
        ["GET /crm/v3/objects/contacts", "POST /crm/v3/objects/deals", "POST /crm/v3/objects/deals/search",]
    );
}

#[test]
fn entries_of_python_that_are_tuples_are_taken_apart() {
    let files = [(
        "client.py",
        r#"from enum import Enum
import httpx

class Endpoint(Enum):
    LIST_COMPANIES = ("GET", "/crm/v3/objects/companies")
    CREATE_COMPANY = ("POST", "/crm/v3/objects/companies")

    def __init__(self, method, path):
        self.method = method
        self.path = path

class HubSpot:
    base = "https://api.hubapi.com"

    def call(self, endpoint: Endpoint, json=None):
        return httpx.request(endpoint.method, self.base + endpoint.path, json=json)

    def companies(self):
        return self.call(Endpoint.LIST_COMPANIES)

    def add(self, body):
        return self.call(Endpoint.CREATE_COMPANY, json=body)
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/companies", "POST /crm/v3/objects/companies",]);
}

#[test]
fn types_of_python_say_which_record_types_are_meant() {
    let files = [(
        "client.py",
        r#"from enum import StrEnum
from typing import Literal
import requests

class ObjectType(StrEnum):
    CONTACTS = "contacts"
    DEALS = "deals"

class Hub:
    URL = "https://api.hubapi.com/crm/v3/objects"
    def list(self, kind: ObjectType):
        return requests.get(f"{self.URL}/{kind}")
    def get(self, kind: ObjectType, id):
        return requests.get(f"{self.URL}/{kind.value}/{id}")
    def drop(self, kind: Literal["quotes", "tickets"], id: str):
        return requests.delete(f"{self.URL}/{kind}/{id}")
"#,
    )];
    assert_eq!(
        calls(&files),
        [
            "DELETE /crm/v3/objects/quotes/{}",
            "DELETE /crm/v3/objects/tickets/{}",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/deals",
            "GET /crm/v3/objects/deals/{}",
        ]
    );
}

#[test]
fn entries_of_typescript_are_their_texts() {
    let files = [
        (
            "routes.ts",
            r"export enum Route {
  Contacts = '/crm/v3/objects/contacts',
  Owners = '/crm/v3/owners',
}
export const BASE = 'https://api.hubapi.com';
",
        ),
        (
            "app.ts",
            r"import { Route, BASE } from './routes';
import axios from 'axios';
const http = axios.create({ baseURL: BASE });
export const call = (route: Route) => http.get(route);
export const contacts = () => http.get(Route.Contacts);
export const add = (body: object) => http.post(Route.Contacts, body);
",
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/contacts", "GET /crm/v3/owners", "POST /crm/v3/objects/contacts",]);
}

#[test]
fn static_fields_of_c_sharp_keep_what_they_were_made_with() {
    let files = [
        (
            "Routes.cs",
            r#"namespace Shop.Hub;

public static class Routes
{
    public const string Base = "https://api.hubapi.com";
    public static readonly string Contacts = "/crm/v3/objects/contacts";
    public static string Deal(string id) => $"/crm/v3/objects/deals/{id}";
    public static class Tickets
    {
        public const string Search = "/crm/v3/objects/tickets/search";
    }
}

public sealed class Endpoint
{
    public static readonly Endpoint ListQuotes = new("GET", "/crm/v3/objects/quotes");
    public static readonly Endpoint CreateQuote = new Endpoint("POST", "/crm/v3/objects/quotes");
    public string Verb { get; }
    public string Path { get; }
    private Endpoint(string verb, string path) { Verb = verb; Path = path; }
}
"#,
        ),
        (
            "Client.cs",
            r"namespace Shop.Hub;

public class Client
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(Routes.Base) };

    public Task<string> Contacts() => _http.GetStringAsync(Routes.Contacts);
    public Task Delete(string id) => _http.DeleteAsync(Routes.Deal(id));
    public Task Search(object q) => _http.PostAsJsonAsync(Routes.Tickets.Search, q);
    public Task Quotes() => Send(Endpoint.ListQuotes);
    public Task Quote(object q) => Send(Endpoint.CreateQuote, q);
    private Task Send(Endpoint endpoint, object? body = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(endpoint.Verb), endpoint.Path);
        return _http.SendAsync(request);
    }
}
",
        ),
    ];
    assert_eq!(
        calls(&files),
        [
            "DELETE /crm/v3/objects/deals/{}",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/quotes",
            "POST /crm/v3/objects/quotes",
            "POST /crm/v3/objects/tickets/search",
        ]
    );
}

#[test]
fn extensions_of_c_sharp_tell_entries_apart() {
    let files = [(
        "ObjectKind.cs",
        r#"namespace Shop.Hub;

public enum ObjectKind { Contacts, Deals }

public static class ObjectKindExtensions
{
    public static string ToPath(this ObjectKind kind) => kind switch
    {
        ObjectKind.Contacts => "/crm/v3/objects/contacts",
        ObjectKind.Deals => "/crm/v3/objects/deals",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

public class Hub
{
    private readonly HttpClient http = new HttpClient { BaseAddress = new Uri("https://api.hubapi.com") };
    public Task<string> List(ObjectKind kind) => http.GetStringAsync(kind.ToPath());
}
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/contacts", "GET /crm/v3/objects/deals",]);
}

#[test]
fn cases_of_php_are_told_apart_by_match() {
    let files = [
        (
            "Kind.php",
            r"<?php
enum Kind: string
{
    case Contact = 'contact';
    case Deal = 'deal';

    public function path(): string
    {
        return match ($this) {
            self::Contact => '/crm/v3/objects/contacts',
            self::Deal => '/crm/v3/objects/deals',
        };
    }
    public static function base(): string { return 'https://api.hubapi.com'; }
}
",
        ),
        (
            "Api.php",
            r"<?php
class Api
{
    public function __construct(private Client $guzzle) {}
    public function contacts() { return $this->guzzle->get(Kind::base() . Kind::Contact->path()); }
    public function add($b) { return $this->guzzle->post(Kind::base() . Kind::Deal->path(), ['json' => $b]); }
}
",
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/contacts", "POST /crm/v3/objects/deals",]);
}

#[test]
fn typed_constants_of_go_say_which_record_types_are_meant() {
    let files = [(
        "main.go",
        r#"package hub

type ObjectType string

const (
	Contacts ObjectType = "contacts"
	Deals    ObjectType = "deals"
)

const base = "https://api.hubapi.com"

func (o ObjectType) Path() string { return "/crm/v3/objects/" + string(o) }

func List(kind ObjectType) (*http.Response, error) {
	return http.Get(base + kind.Path())
}

func Search(kind ObjectType, body io.Reader) (*http.Response, error) {
	return http.Post(fmt.Sprintf("%s/crm/v3/objects/%s/search", base, kind), "application/json", body)
}
"#,
    )];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/deals",
            "POST /crm/v3/objects/contacts/search",
            "POST /crm/v3/objects/deals/search",
        ]
    );
}

#[test]
fn objects_of_a_sealed_class_bring_their_paths() {
    let files = [(
        "a.kt",
        r#"package shop
sealed class Path(val value: String) {
  object Contacts : Path("/crm/v3/objects/contacts")
  data object Owners : Path("/crm/v3/owners")
  class Deal(id: String) : Path("/crm/v3/objects/deals/$id")
}
class Hub(private val http: HttpClient) {
  private suspend fun get(path: Path) = http.get("https://api.hubapi.com" + path.value)
  suspend fun contacts() = get(Path.Contacts)
  suspend fun owners() = get(Path.Owners)
  suspend fun deal(id: String) = get(Path.Deal(id))
}
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/contacts", "GET /crm/v3/objects/deals/{}", "GET /crm/v3/owners",]);
}

#[test]
fn every_case_of_a_switch_counts() {
    let files = [(
        "a.js",
        r"const BASE = 'https://api.hubapi.com';
export function pathFor(kind) {
  switch (kind) {
    case 'person': return '/crm/v3/objects/contacts';
    case 'org': return '/crm/v3/objects/companies';
    default: throw new Error('unknown');
  }
}
export const load = (kind) => fetch(BASE + pathFor(kind));
export function table(type) {
  if (!['deals', 'tickets'].includes(type)) throw new Error('no');
  return fetch(`${BASE}/crm/v3/objects/${type}`);
}
for (const t of ['quotes', 'products']) {
  fetch(`${BASE}/crm/v3/objects/${t}`);
}
",
    )];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/companies",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/products",
            "GET /crm/v3/objects/quotes",
            "GET /crm/v3/objects/{objectType}",
        ]
    );
}
