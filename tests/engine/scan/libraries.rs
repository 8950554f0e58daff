//! Client libraries: what is common lies in a base class, what differs in the heirs, in overloads and in cases.

use crate::scan::stage::{calls, expect};

#[test]
fn a_method_of_the_base_asks_the_heir_that_calls_it() {
    let code = r#"
// HubSpot
public abstract class Routable
{
    public virtual string Route { get; protected set; } = string.Empty;
    protected string At() => Route.TrimEnd('/');
    protected string At(params string[] parts)
    {
        var clean = parts.Select(part => part.Trim('/')).ToArray();
        return $"{At()}/{string.Join("/", clean)}";
    }
}
public class Deals : Routable
{
    private readonly Gateway _client;
    public override string Route => "/deals/v1";
    public Deals(Gateway client) { _client = client; }
    public object Create(object deal) => _client.Send(At("deal"), deal, Method.POST);
    public object Paged() => _client.Send(At("deal", "paged"));
}
public class Contacts : Routable
{
    private readonly Gateway _client;
    public Contacts(Gateway client)
    {
        Route = "/contacts/v1";
        _client = client;
    }
    public void Drop(long id) => _client.Send(At("contact", "vid", id.ToString()), method: Method.DELETE);
}
public class Gateway
{
    private readonly RestClient _rest;
    private string Base => "https://api.hubapi.com";
    public Gateway() { _rest = new RestClient(Base); }
    public object Send(string path, Method method = Method.GET) => Run(path, method);
    public object Send(string path, object body, Method method = Method.GET) => Run(path, method);
    private object Run(string path, Method method)
    {
        string whole = $"{Base.TrimEnd('/')}/{path.Trim('/')}";
        return _rest.Execute(new RestRequest(whole, method, DataFormat.Json));
    }
}
"#;
    expect("Api.cs", code, &["DELETE /contacts/v1/contact/vid/{}", "GET /deals/v1/deal/paged", "POST /deals/v1/deal"]);
}

#[test]
fn heirs_answer_for_themselves_in_scripts_too() {
    let python = r#"
import requests

BASE = "https://api.hubapi.com"

class Resource:
    path = ""

    def url(self, tail=""):
        return f"{BASE}{self.path}{tail}"

class Contacts(Resource):
    path = "/crm/v3/objects/contacts"

    def search(self, q):
        return requests.post(self.url("/search"), json=q)

class Deals(Resource):
    path = "/crm/v3/objects/deals"

    def remove(self, id):
        return requests.delete(self.url(f"/{id}"))
"#;
    expect("api.py", python, &["DELETE /crm/v3/objects/deals/{}", "POST /crm/v3/objects/contacts/search"]);
    let php = r"<?php
abstract class HubSpotEndpoint {
    const PATH = '';
    abstract protected function kind(): string;
    protected function uri(string $tail = '') { return 'https://api.hubapi.com/crm/v3/' . static::PATH . $this->kind() . $tail; }
}
class Products extends HubSpotEndpoint {
    const PATH = 'objects/';
    protected function kind(): string { return 'products'; }
    public function all() { return $this->http->get($this->uri()); }
}
class Groups extends HubSpotEndpoint {
    const PATH = 'properties/';
    protected function kind(): string { return 'deals'; }
    public function add($body) { return $this->http->post($this->uri('/groups'), ['json' => $body]); }
}
";
    expect("Api.php", php, &["GET /crm/v3/objects/products", "POST /crm/v3/properties/deals/groups"]);
}

#[test]
fn a_request_of_the_project_is_sent_where_it_is_made() {
    let request = r#"
using RestSharp;
public class HubspotRequest : RestRequest
{
    public HubspotRequest(string endpoint, Method method, string token) : base(endpoint, method)
    {
        this.AddHeader("Authorization", $"Bearer {token}");
    }
}
public static class Endpoints
{
    public const string Forms = "https://api.hubapi.com/marketing/v3/forms";
}
"#;
    let forms = r#"
public class Forms(HubspotClient client)
{
    public Task<Form> Get(string id)
    {
        var endpoint = $"{Endpoints.Forms}/{id}";
        var request = new HubspotRequest(endpoint, Method.Get, Token);
        return client.ExecuteWithErrorHandling<Form>(request);
    }
    public Task Create(object form)
    {
        var request = new HubspotRequest(Endpoints.Forms, Method.Post, Token).WithJsonBody(form);
        return client.ExecuteWithErrorHandling(request);
    }
}
"#;
    assert_eq!(
        calls(&[("Request.cs", request), ("Forms.cs", forms)]),
        ["GET /marketing/v3/forms/{}", "POST /marketing/v3/forms"]
    );
}

#[test]
fn a_constant_means_one_case_of_a_switch() {
    let sharp = r#"
// HubSpot
public enum Step { Create, Get, Drop }
public interface IDeal { string RouteBasePath { get; } }
public class Deal : IDeal { public string RouteBasePath => "/deals/v1"; }
public class Ticket { }
public class Deals
{
    private string Base = "https://api.hubapi.com";
    internal string Resolve(IDeal deal, Step step)
    {
        switch (step)
        {
            case Step.Create:
                return $"{deal.RouteBasePath}/deal";
            case Step.Get:
            case Step.Drop:
                return $"{deal.RouteBasePath}/deal/:id:";
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }
    internal string Resolve(Ticket ticket, Step step) => "/crm-objects/v1/objects/tickets";
    public Task Create() => _http.PostAsync(Base + Resolve(new Deal(), Step.Create), null);
    public Task Drop(long id) => _http.DeleteAsync(Base + Resolve(new Deal(), Step.Drop).Replace(":id:", id.ToString()));
    public Task Ticket() => _http.PostAsync(Base + Resolve(new Ticket(), Step.Create), null);
}
"#;
    expect(
        "Deals.cs",
        sharp,
        &["DELETE /deals/v1/deal/{}", "POST /crm-objects/v1/objects/tickets", "POST /deals/v1/deal"],
    );
    let go = r#"
package hubspot

type kind int

const (
	deals kind = iota
	tickets
)

func pathOf(of kind) string {
	switch of {
	case deals:
		return "/crm/v3/objects/deals"
	case tickets:
		return "/crm/v3/objects/tickets"
	}
	return ""
}

func drop(id string) { http.NewRequest(http.MethodDelete, "https://api.hubapi.com"+pathOf(tickets)+"/"+id, nil) }
"#;
    expect("a.go", go, &["DELETE /crm/v3/objects/tickets/{}"]);
    let script = r"
function pathOf(kind) {
  switch (kind) {
    case 'deal': return '/crm/v3/objects/deals';
    case 'ticket': return '/crm/v3/objects/tickets';
    default: throw new Error('no');
  }
}
fetch('https://api.hubapi.com' + pathOf('deal'));
";
    expect("a.js", script, &["GET /crm/v3/objects/deals"]);
}

#[test]
fn what_bounds_a_type_says_where_it_lies() {
    let code = r#"
// HubSpot
public class Campaign { public string RouteBasePath => "/email/public/v1/campaigns"; public void Fill(object data) { } }
public class Events
{
    public T Get<T>(long id) where T : Campaign, new()
    {
        var path = $"https://api.hubapi.com{new T().RouteBasePath}/{id}";
        return _client.GetFromJsonAsync<T>(path);
    }
}
"#;
    expect("Events.cs", code, &["GET /email/public/v1/campaigns/{}"]);
}

#[test]
fn what_is_empty_in_a_base_is_left_to_its_heirs() {
    let php = r"<?php
abstract class HubSpotRepository {
  protected string $endpoint = '';
  public function __construct(protected Connector $client) {}
  public function find($id) { return $this->client->get($this->endpoint . '/' . $id); }
}
class DealRepository extends HubSpotRepository { protected string $endpoint = '/crm/v3/objects/deals'; }
";
    expect("Deals.php", php, &["GET /crm/v3/objects/deals/{}"]);
    let ruby = r##"
module Hubspot
  class Resource
    def find(id) = @client.request(:get, "#{self.class::PATH}/#{id}")
  end
  class Deal < Resource
    PATH = '/crm/v3/objects/deals'
  end
end
"##;
    expect("deals.rb", ruby, &["GET /crm/v3/objects/deals/{}"]);
}

#[test]
fn a_method_and_a_path_that_are_chosen_together_belong_together() {
    let code = r#"
// HubSpot
public class Notes
{
    public Task Save(bool isNew, string id)
    {
        var method = isNew ? HttpMethod.Post : HttpMethod.Patch;
        var url = isNew ? "https://api.hubapi.com/crm/v3/objects/notes" : $"https://api.hubapi.com/crm/v3/objects/notes/{id}";
        return _http.SendAsync(new HttpRequestMessage(method, url));
    }
}
"#;
    expect("Notes.cs", code, &["PATCH /crm/v3/objects/notes/{}", "POST /crm/v3/objects/notes"]);
    let frozen = "const PATHS = Object.freeze({ deals: { root: '/crm/v3/objects/deals' } });\nconst call = (method, path) => fetch(`https://api.hubapi.com${path}`, { method });\ncall('POST', `${PATHS.deals.root}/search`);\n";
    expect("a.js", frozen, &["POST /crm/v3/objects/deals/search"]);
}
