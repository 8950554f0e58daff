//! Python.

use crate::scan::stage::expect;

#[test]
fn formats_of_all_kinds_are_filled() {
    let code = r#"
import requests
BASE = "https://api.hubapi.com"
def a(id): return requests.get("{}/crm/v3/objects/contacts/{}".format(BASE, id))
def b(id): return requests.patch("%s/crm/v3/objects/deals/%s" % (BASE, id), json={})
def c(id): return requests.delete(f"{BASE}/crm/v3/objects/tickets/{id}")
def d(): return requests.post(urljoin(BASE, "/crm/v3/objects/companies"), json={})
def e(): return requests.request("PUT", BASE + "/crm/v3/properties/deals/groups")
def f(kind="quotes"): return requests.get("{base}/crm/v3/objects/{kind}".format(base=BASE, kind=kind))
"#;
    expect(
        "a.py",
        code,
        &[
            "DELETE /crm/v3/objects/tickets/{}",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/quotes",
            "PATCH /crm/v3/objects/deals/{}",
            "POST /crm/v3/objects/companies",
            "PUT /crm/v3/properties/deals/groups",
        ],
    );
}

#[test]
fn sessions_async_clients_and_urllib_are_clients() {
    let code = r#"
import requests, httpx, aiohttp, urllib.request
class HubSpot:
    BASE_URL = "https://api.hubapi.com"
    def __init__(self, token):
        self.session = requests.Session()
    def _request(self, method, endpoint, **kwargs):
        url = f"{self.BASE_URL}{endpoint}"
        return self.session.request(method, url, **kwargs)
    def contacts(self):
        return self._request("GET", "/crm/v3/objects/contacts")
    def add_note(self, note):
        return self._request("POST", endpoint="/crm/v3/objects/notes", json=note)

async def owners():
    async with httpx.AsyncClient(base_url="https://api.hubapi.com") as client:
        return await client.get("/crm/v3/owners")

async def search():
    async with aiohttp.ClientSession() as s:
        async with s.post("https://api.hubapi.com/crm/v3/objects/deals/search", json={}) as r:
            return await r.json()

def old():
    req = urllib.request.Request("https://api.hubapi.com/crm/v3/objects/tasks", data=b"{}", method="POST")
    return urllib.request.urlopen(req)
"#;
    expect(
        "a.py",
        code,
        &[
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/deals/search",
            "POST /crm/v3/objects/notes",
            "POST /crm/v3/objects/tasks",
        ],
    );
}

#[test]
fn the_sdk_is_known_in_its_own_spelling() {
    let code = r#"
from hubspot import HubSpot
api_client = HubSpot(access_token="x")
api_client.crm.contacts.basic_api.create(simple_public_object_input_for_create=x)
api_client.crm.contacts.get_all()
api_client.crm.objects.basic_api.get_page(object_type="0-2", limit=10)
api_client.crm.objects.search_api.do_search("tickets", public_object_search_request=r)
api_client.crm.pipelines.pipelines_api.get_all("deals")
deals = api_client.crm.deals.batch_api
deals.update(batch_input_simple_public_object_batch_input=b)
"#;
    expect(
        "a.py",
        code,
        &[
            "GET /crm/v3/objects/companies",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/pipelines/deals",
            "POST /crm/v3/objects/contacts",
            "POST /crm/v3/objects/deals/batch/update",
            "POST /crm/v3/objects/tickets/search",
        ],
    );
}

#[test]
fn branches_and_loops_give_every_way() {
    let code = r#"
import requests
HUBSPOT_API = "https://api.hubapi.com"
def sync(kind):
    if kind == "a":
        url = HUBSPOT_API + "/crm/v3/objects/contacts"
    else:
        url = HUBSPOT_API + "/crm/v3/objects/companies"
    url += "?limit=100"
    return requests.get(url, headers={})
def props():
    for t in ["deals", "tickets"]:
        requests.get(f"{HUBSPOT_API}/crm/v3/properties/{t}")
"#;
    expect(
        "a.py",
        code,
        &[
            "GET /crm/v3/objects/companies",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/properties/deals",
            "GET /crm/v3/properties/tickets",
        ],
    );
}
