//! The project's own wrappers, by how they use their parameters.

use crate::scan::stage::{calls, expect};

#[test]
fn a_wrapper_is_known_by_what_it_does_not_by_its_name() {
    let code = r"
const zap = (where, how = 'GET', what) => fetch('https://api.hubapi.com' + where, { method: how, body: what });
zap('/crm/v3/owners');
zap('/crm/v3/objects/deals', 'POST', {});
";
    expect("a.js", code, &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"]);
}

#[test]
fn wrappers_of_wrappers_are_seen_through() {
    let code = r"
class HubspotApi {
  async request(opts) { return axios({ ...opts, url: 'https://api.hubapi.com' + opts.path, method: opts.method }); }
  get(path) { return this.request({ method: 'GET', path }); }
  post(path, data) { return this.request({ method: 'POST', path, data }); }
  contact(id) { return this.get(`/crm/v3/objects/contacts/${id}`); }
  search(type, body) { return this.post(`/crm/v3/objects/${type}/search`, body); }
}
const api = new HubspotApi();
api.search('companies', {});
api.search('0-3', {});
";
    expect(
        "a.js",
        code,
        &[
            "GET /crm/v3/objects/contacts/{}",
            "POST /crm/v3/objects/companies/search",
            "POST /crm/v3/objects/deals/search",
        ],
    );
}

#[test]
fn options_may_be_taken_apart_with_defaults() {
    let code = r"
async function hubspotFetch({ endpoint, method = 'GET', body }) {
  const url = `https://api.hubapi.com/crm/v3${endpoint}`;
  return await fetch(url, { method, body: JSON.stringify(body) });
}
hubspotFetch({ endpoint: '/objects/contacts' });
hubspotFetch({ endpoint: '/objects/contacts/batch/read', method: 'POST', body: {} });
";
    expect("a.js", code, &["GET /crm/v3/objects/contacts", "POST /crm/v3/objects/contacts/batch/read"]);
}

#[test]
fn lambdas_for_retries_do_not_hide_a_call() {
    let code = r"
const HUBSPOT = 'https://api.hubapi.com';
const call = async (path, init) => withRetry(async () => { const res = await fetch(`${HUBSPOT}${path}`, init); return res.json(); });
call('/crm/v3/objects/quotes', { method: 'POST' });
";
    expect("a.js", code, &["POST /crm/v3/objects/quotes"]);
}

#[test]
fn a_base_class_calls_with_what_its_heirs_say() {
    let files = [
        (
            "base.py",
            "import requests\n\nclass Resource:\n    base = 'https://api.hubapi.com'\n    path = None\n\n    def list(self):\n        return requests.get(self.base + self.path)\n\n    def create(self, data):\n        return requests.post(f'{self.base}{self.path}', json=data)\n",
        ),
        ("deals.py", "from base import Resource\n\nclass Deals(Resource):\n    path = '/crm/v3/objects/deals'\n"),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/deals", "POST /crm/v3/objects/deals"]);
}

#[test]
fn an_injected_client_is_known_by_its_type() {
    let files = [
        (
            "src/http.ts",
            "export class Transport { constructor(private base: string) {} do(verb: string, p: string) { return fetch(this.base + p, { method: verb }); } }\nexport const t = new Transport('https://api.hubapi.com/crm/v3');",
        ),
        (
            "src/deals.ts",
            "import { Transport } from './http';\nexport class Deals { constructor(private readonly t: Transport) {} all() { return this.t.do('GET', '/objects/deals'); } drop(id: string) { return this.t.do('DELETE', `/objects/deals/${id}`); } }",
        ),
    ];
    assert_eq!(calls(&files), ["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/objects/deals"]);
}

#[test]
fn a_wrapper_of_another_vendor_stays_theirs() {
    let code = r"
// Hubspot and the shop side by side.
const shop = (path) => fetch('https://api.shop.example' + path);
const hubspot = (path) => fetch('https://api.hubapi.com' + path);
shop('/contacts/v1/lists');
shop('/crm/v3/objects/contacts');
hubspot('/contacts/v1/lists');
";
    expect("a.js", code, &["GET /contacts/v1/lists"]);
}
