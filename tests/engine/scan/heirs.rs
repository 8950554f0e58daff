//! Classes that hand what they call up to the constructor of what they extend.

use crate::scan::stage::calls;

#[test]
fn typescript_heirs_hand_their_path_up() {
    let files = [(
        "api.ts",
        r"abstract class HubSpotResource {
  constructor(protected readonly http: AxiosInstance, protected readonly path: string) {}
  list() { return this.http.get(this.path); }
  remove(id: string) { return this.http.delete(`${this.path}/${id}`); }
}
export class ContactsResource extends HubSpotResource {
  constructor(http: AxiosInstance) { super(http, '/crm/v3/objects/contacts'); }
}
export class DealsResource extends HubSpotResource {
  constructor(http: AxiosInstance) { super(http, '/crm/v3/objects/deals'); }
  search(q: object) { return this.http.post(this.path + '/search', q); }
}
const http = axios.create({ baseURL: 'https://api.hubapi.com' });
export const contacts = new ContactsResource(http);
",
    )];
    assert_eq!(
        calls(&files),
        [
            "DELETE /crm/v3/objects/contacts/{}",
            "DELETE /crm/v3/objects/deals/{}",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/deals",
            "POST /crm/v3/objects/deals/search",
        ]
    );
}

#[test]
fn csharp_heirs_hand_their_path_up() {
    let files = [(
        "Api.cs",
        r#"public abstract class HubSpotEndpoint
{
    private readonly string _path;
    protected readonly HttpClient Http;
    protected HubSpotEndpoint(HttpClient http, string path) { Http = http; _path = path; }
    public Task<HttpResponseMessage> List() => Http.GetAsync("https://api.hubapi.com" + _path);
}
public class Companies : HubSpotEndpoint
{
    public Companies(HttpClient http) : base(http, "/crm/v3/objects/companies") { }
}
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/companies",]);
}

#[test]
fn php_heirs_hand_their_object_up() {
    let files = [(
        "Api.php",
        r#"<?php
abstract class HubSpotEndpoint {
    public function __construct(protected Client $client, protected string $object) {}
    public function find(string $id) { return $this->client->get("https://api.hubapi.com/crm/v3/objects/{$this->object}/$id"); }
}
class Products extends HubSpotEndpoint {
    public function __construct(Client $client) { parent::__construct($client, 'products'); }
}
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/products/{}",]);
}

#[test]
fn python_heirs_hand_their_object_up() {
    let files = [(
        "api.py",
        r#"import requests
BASE = "https://api.hubapi.com"

class Endpoint:
    def __init__(self, session, kind):
        self.session = session
        self.kind = kind

    def create(self, props):
        return self.session.post(f"{BASE}/crm/v3/objects/{self.kind}", json=props)

class Tickets(Endpoint):
    def __init__(self, session):
        super().__init__(session, "tickets")

class Quotes(Endpoint):
    def __init__(self, session):
        super().__init__(session, kind="quotes")
"#,
    )];
    assert_eq!(calls(&files), ["POST /crm/v3/objects/{objectType}",]);
}
