//! Constants and clients in one file, calls in another.

use crate::scan::stage::calls;

#[test]
fn constants_of_another_package_of_go_are_read_under_its_name_or_an_alias() {
    let files = [
        (
            "internal/consts/urls.go",
            r#"package consts

const (
	BaseURL = "https://api.hubapi.com"
	Contacts = "/crm/v3/objects/contacts"
	DealsPath = BaseURL + "/crm/v3/objects/deals"
)
"#,
        ),
        (
            "internal/api/client.go",
            r#"package api

import (
	"bytes"
	"net/http"

	"shop.example/sync/internal/consts"
)

type Client struct{ http *http.Client; token string }

func (c *Client) do(method, path string, body []byte) (*http.Response, error) {
	req, err := http.NewRequest(method, consts.BaseURL+path, bytes.NewReader(body))
	if err != nil { return nil, err }
	return c.http.Do(req)
}

func (c *Client) ListContacts() { c.do(http.MethodGet, consts.Contacts, nil) }
func (c *Client) Archive(id string) { c.do("DELETE", consts.Contacts+"/"+id, nil) }
"#,
        ),
        (
            "cmd/main.go",
            r#"package main

import (
	"net/http"
	c "shop.example/sync/internal/consts"
)

func main() {
	http.Post(c.DealsPath, "application/json", nil)
}
"#,
        ),
    ];
    assert_eq!(
        calls(&files),
        ["DELETE /crm/v3/objects/contacts/{}", "GET /crm/v3/objects/contacts", "POST /crm/v3/objects/deals"]
    );
}

#[test]
fn routes_of_a_static_class_of_c_sharp_are_read_in_another_file() {
    let files = [
        (
            "Constants/HubSpotRoutes.cs",
            r#"namespace Shop.Constants;
public static class HubSpotRoutes
{
    public const string Host = "https://api.hubapi.com";
    public const string Companies = "crm/v3/objects/companies";
    public static string Company(string id) => $"{Companies}/{id}";
}
"#,
        ),
        (
            "Services/HubSpotService.cs",
            r"using System.Net.Http;
using Shop.Constants;
namespace Shop.Services;
public class HubSpotService : IHubSpotService
{
    private readonly HttpClient _client;
    public HubSpotService(HttpClient client) { _client = client; _client.BaseAddress = new Uri(HubSpotRoutes.Host); }
    public Task<HttpResponseMessage> List() => _client.GetAsync(HubSpotRoutes.Companies);
    public async Task Patch(string id, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, HubSpotRoutes.Company(id));
        await _client.SendAsync(request);
    }
    public Task Make(object o) => Send(HttpMethod.Post, HubSpotRoutes.Companies, o);
    private Task Send(HttpMethod method, string route, object body) { var m = new HttpRequestMessage { Method = method, RequestUri = new Uri(route, UriKind.Relative) }; return _client.SendAsync(m); }
}
",
        ),
    ];
    assert_eq!(
        calls(&files),
        ["GET /crm/v3/objects/companies", "PATCH /crm/v3/objects/companies/{}", "POST /crm/v3/objects/companies"]
    );
}

#[test]
fn a_constant_of_java_is_read_through_a_static_import() {
    let files = [
        (
            "src/main/java/shop/HubspotPaths.java",
            r#"package shop;
public final class HubspotPaths {
  public static final String BASE = "https://api.hubapi.com";
  public static final String TICKETS = BASE + "/crm/v3/objects/tickets";
}
"#,
        ),
        (
            "src/main/java/shop/TicketService.java",
            r#"package shop;
import static shop.HubspotPaths.TICKETS;
import org.springframework.web.client.RestTemplate;
class TicketService {
  private final RestTemplate rest;
  TicketService(RestTemplate rest) { this.rest = rest; }
  String all() { return rest.getForObject(TICKETS, String.class); }
  void remove(String id) { rest.delete(TICKETS + "/" + id); }
  void make(Object o) { rest.exchange(HubspotPaths.TICKETS, HttpMethod.POST, new HttpEntity<>(o), String.class); }
}
"#,
        ),
    ];
    assert_eq!(
        calls(&files),
        ["DELETE /crm/v3/objects/tickets/{}", "GET /crm/v3/objects/tickets", "POST /crm/v3/objects/tickets"]
    );
}

#[test]
fn settings_of_python_are_a_module_of_the_package() {
    let files = [
        (
            "app/settings.py",
            r#"HUBSPOT_BASE_URL = "https://api.hubapi.com"
ENDPOINTS = {"owners": "/crm/v3/owners", "deals": "/crm/v3/objects/deals"}
"#,
        ),
        (
            "app/http.py",
            r#"import requests
from app import settings


def call(name, method="get", **kw):
    url = settings.HUBSPOT_BASE_URL + settings.ENDPOINTS[name]
    return getattr(requests, method)(url, **kw)
"#,
        ),
        (
            "app/jobs.py",
            r#"from app.http import call

def run():
    call("owners")
    call("deals", method="post", json={})
"#,
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/owners", "POST /crm/v3/objects/deals"]);
}

#[test]
fn constants_of_a_class_of_php_hold_paths_by_key() {
    let files = [
        (
            "src/HubspotConfig.php",
            r"<?php
namespace App;
class HubspotConfig {
  const BASE = 'https://api.hubapi.com';
  const PATHS = ['quotes' => '/crm/v3/objects/quotes'];
}
",
        ),
        (
            "src/Api.php",
            r"<?php
namespace App;
use GuzzleHttp\Client;
class Api {
  private Client $client;
  public function __construct() { $this->client = new Client(['base_uri' => HubspotConfig::BASE]); }
  protected function send(string $method, string $path, array $o = []) { return $this->client->request($method, $path, $o); }
  public function quotes() { return $this->send('GET', HubspotConfig::PATHS['quotes']); }
  public function make(array $d) { return $this->send('POST', self::path('quotes'), ['json' => $d]); }
  private static function path(string $k): string { return HubspotConfig::PATHS[$k]; }
}
",
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/quotes", "POST /crm/v3/objects/quotes"]);
}

#[test]
fn constants_of_a_module_of_ruby_are_read_in_a_client() {
    let files = [
        (
            "lib/hubspot/endpoints.rb",
            r"module Hubspot
  module Endpoints
    BASE = 'https://api.hubapi.com'.freeze
    LINE_ITEMS = '/crm/v3/objects/line_items'.freeze
  end
end
",
        ),
        (
            "lib/hubspot/client.rb",
            r##"require 'faraday'
require_relative 'endpoints'
module Hubspot
  class Client
    def initialize(token)
      @conn = Faraday.new(url: Endpoints::BASE) { |f| f.request :json }
    end
    def line_items; @conn.get(Endpoints::LINE_ITEMS); end
    def update(id, props); @conn.patch("#{Endpoints::LINE_ITEMS}/#{id}", { properties: props }); end
  end
end
"##,
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/line_items", "PATCH /crm/v3/objects/line_items/{}"]);
}

#[test]
fn an_object_of_kotlin_holds_the_paths() {
    let files = [
        (
            "src/HubspotRoutes.kt",
            r#"package shop
object HubspotRoutes {
    const val BASE = "https://api.hubapi.com"
    const val PRODUCTS = "$BASE/crm/v3/objects/products"
}
"#,
        ),
        (
            "src/ProductApi.kt",
            r#"package shop
import io.ktor.client.*
import io.ktor.client.request.*
class ProductApi(private val client: HttpClient) {
    suspend fun all() = client.get(HubspotRoutes.PRODUCTS)
    suspend fun make(p: Product) = client.post(HubspotRoutes.PRODUCTS) { setBody(p) }
    suspend fun drop(id: String) = client.delete("${HubspotRoutes.PRODUCTS}/$id")
}
"#,
        ),
    ];
    assert_eq!(
        calls(&files),
        ["DELETE /crm/v3/objects/products/{}", "GET /crm/v3/objects/products", "POST /crm/v3/objects/products"]
    );
}

#[test]
fn a_package_of_the_same_repository_is_read_through_its_index() {
    let files = [
        (
            "packages/crm/src/routes.ts",
            r#"export enum Route { Calls = "/crm/v3/objects/calls", Owners = "/crm/v3/owners" }
export const HOST = process.env.CRM_HOST ?? "https://api.hubapi.com";
"#,
        ),
        (
            "packages/crm/src/index.ts",
            r#"export * from "./routes";
export { default as Crm } from "./client";
"#,
        ),
        (
            "packages/crm/src/client.ts",
            r#"import ky from "ky";
import { HOST } from "./routes";
export default class Crm {
  private http = ky.create({ prefixUrl: HOST });
  fetch<T>(route: string, init: { method?: string; json?: unknown } = {}) { return this.http(route.slice(1), init).json<T>(); }
}
"#,
        ),
        (
            "apps/web/src/sync.ts",
            r#"import { Crm, Route } from "@shop/crm";
const crm = new Crm();
export const owners = () => crm.fetch(Route.Owners);
export const log = (json: unknown) => crm.fetch(Route.Calls, { method: "post", json });
"#,
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/owners", "POST /crm/v3/objects/calls"]);
}

#[test]
fn a_url_of_go_is_put_together_from_its_host_and_parts() {
    let files = [(
        "hubspot/api.go",
        r#"package hubspot

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

const host = "api.hubapi.com"

type API interface {
	GetDeal(ctx context.Context, id string) error
}

type api struct{ hc *http.Client }

func (a *api) url(elem ...string) string {
	u := url.URL{Scheme: "https", Host: host}
	return u.JoinPath(elem...).String()
}

func (a *api) send(ctx context.Context, verb, target string) error {
	req, err := http.NewRequestWithContext(ctx, verb, target, nil)
	if err != nil { return err }
	_, err = a.hc.Do(req)
	return err
}

func (a *api) GetDeal(ctx context.Context, id string) error {
	return a.send(ctx, http.MethodGet, a.url("crm", "v3", "objects", "deals", id))
}

func (a *api) Search(ctx context.Context, object string) error {
	return a.send(ctx, http.MethodPost, a.url("crm/v3/objects", object, "search"))
}

func (a *api) FindCompanies(ctx context.Context) error { return a.Search(ctx, "companies") }

func (a *api) Owner(ctx context.Context, id int) error {
	return a.send(ctx, "GET", fmt.Sprintf("https://%s/crm/v3/owners/%d", host, id))
}
"#,
    )];
    assert_eq!(
        calls(&files),
        ["GET /crm/v3/objects/deals/{}", "GET /crm/v3/owners/{}", "POST /crm/v3/objects/companies/search"]
    );
}
