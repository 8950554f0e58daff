//! JavaScript and TypeScript.

use crate::scan::stage::{calls, expect};

#[test]
fn a_url_may_be_split_and_folded_in_any_way() {
    let code = r"
const HOST = 'https://api.hubapi.com';
const VERSION = 'v3';
const CRM = `${HOST}/crm/${VERSION}`;
const paths = { deal: (id) => `${CRM}/objects/deals/${id}`, list: CRM + '/objects/' + 'deals' };
async function one(id) { return fetch(paths.deal(id)); }
async function all() { return axios.get(paths.list, { params: { limit: 10 } }); }
async function made() { return fetch(new URL('/crm/v3/owners', HOST), { method: 'GET' }); }
async function joined(id) { return fetch([HOST, 'crm', 'v3', 'objects', 'tickets', id].join('/'), { method: 'DELETE' }); }
";
    expect(
        "a.js",
        code,
        &[
            "DELETE /crm/v3/objects/tickets/{}",
            "GET /crm/v3/objects/deals",
            "GET /crm/v3/objects/deals/{}",
            "GET /crm/v3/owners",
        ],
    );
}

#[test]
fn every_common_client_is_one() {
    let code = r"
const hubspotUrl = 'https://api.hubapi.com/crm/v3/objects/contacts';
axios({ method: 'post', url: hubspotUrl, data: {} });
axios.request({ url: 'https://api.hubapi.com/crm/v3/objects/deals/search', method: 'POST' });
got.patch('https://api.hubapi.com/crm/v3/objects/deals/1', { json: {} });
request({ uri: 'https://api.hubapi.com/crm/v3/objects/companies', method: 'GET', json: true });
$.ajax({ url: 'https://api.hubapi.com/crm/v3/objects/tickets', type: 'POST' });
superagent.delete('https://api.hubapi.com/crm/v3/objects/products/1').end();
https.request('https://api.hubapi.com/crm/v3/objects/quotes', { method: 'POST' });
ky.put('https://api.hubapi.com/crm/v3/objects/contacts/1/associations/companies/2/1');
const xhr = new XMLHttpRequest(); xhr.open('GET', 'https://api.hubapi.com/crm/v3/lists/7');
";
    expect(
        "a.js",
        code,
        &[
            "DELETE /crm/v3/objects/products/{}",
            "GET /crm/v3/lists/{}",
            "GET /crm/v3/objects/companies",
            "PATCH /crm/v3/objects/deals/{}",
            "POST /crm/v3/objects/contacts",
            "POST /crm/v3/objects/deals/search",
            "POST /crm/v3/objects/quotes",
            "POST /crm/v3/objects/tickets",
            "PUT /crm/v3/objects/contacts/{}/associations/companies/{}/{}",
        ],
    );
}

#[test]
fn host_and_path_apart_are_one_url() {
    let code = r"
const https = require('https');
const options = { hostname: 'api.hubapi.com', port: 443, path: '/crm/v3/objects/contacts', method: 'POST' };
const req = https.request(options, () => {});
";
    expect("a.js", code, &["POST /crm/v3/objects/contacts"]);
}

#[test]
fn an_instance_brings_its_base() {
    let code = r"
import axios from 'axios';
const hs = axios.create({ baseURL: 'https://api.hubapi.com/crm/v3', headers: {} });
export const deals = () => hs.get('/objects/deals');
export const save = (id, body) => hs.patch(`objects/deals/${id}`, body);
class Api {
  constructor() { this.http = axios.create({ baseURL: 'https://api.hubapi.com' }); }
  owners() { return this.http.get('/crm/v3/owners'); }
}
";
    expect("a.ts", code, &["GET /crm/v3/objects/deals", "GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/{}"]);
}

#[test]
fn computed_members_are_every_member_they_can_be() {
    let code = r"
const ENDPOINTS = { contact: '/crm/v3/objects/contacts', deal: '/crm/v3/objects/deals' };
const list = (kind) => fetch(`https://api.hubapi.com${ENDPOINTS[kind]}`);
const one = () => fetch('https://api.hubapi.com' + ENDPOINTS['deal'] + '/search', { method: 'POST' });
";
    expect(
        "a.js",
        code,
        &["GET /crm/v3/objects/contacts", "GET /crm/v3/objects/deals", "POST /crm/v3/objects/deals/search"],
    );
}

#[test]
fn sdk_calls_are_seen_through_aliases_and_getters() {
    let code = r"
const hubspot = require('@hubspot/api-client');
const client = new hubspot.Client({ accessToken: t });
const { basicApi, searchApi } = client.crm.contacts;
basicApi.getById('1');
searchApi.doSearch({});
const deals = client.crm.deals;
deals.basicApi.create({});
class Store {
  constructor(c) { this.c = c; }
  get leads() { return this.c.crm.objects.leads; }
  find() { return this.leads.searchApi.doSearch({}); }
}
client.crm.objects.basicApi.getPage('tickets');
client.crm.properties.coreApi.getAll('0-3');
client.crm.contacts.getAll();
client.apiRequest({ method: 'PUT', path: '/crm/v3/properties/deals/groups', body: {} });
client.automation.actions.callbacksApi.complete('1', {});
";
    expect(
        "a.js",
        code,
        &[
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/tickets",
            "GET /crm/v3/properties/deals",
            "POST /automation/v4/actions/callbacks/{}/complete",
            "POST /crm/v3/objects/contacts/search",
            "POST /crm/v3/objects/deals",
            "POST /crm/v3/objects/leads/search",
            "PUT /crm/v3/properties/deals/groups",
        ],
    );
}

#[test]
fn an_sdk_handed_to_a_function_is_the_sdk() {
    let code = r"
import { Client } from '@hubspot/api-client';
async function readAll(api, ids) { return api.read({ inputs: ids }); }
const client = new Client({});
readAll(client.crm.companies.batchApi, []);
readAll(client.crm.lineItems.batchApi, []);
";
    expect("a.ts", code, &["POST /crm/v3/objects/companies/batch/read", "POST /crm/v3/objects/line_items/batch/read"]);
}

#[test]
fn templates_with_queries_at_their_end_are_what_they_are_without() {
    let code = r"
const qs = new URLSearchParams({ limit: 1 }).toString();
fetch(`https://api.hubapi.com/crm/v3/objects/contacts${query}`);
fetch(`https://api.hubapi.com/crm/v3/objects/deals?${qs}`, { headers });
";
    expect("a.js", code, &["GET /crm/v3/objects/contacts", "GET /crm/v3/objects/deals"]);
}

#[test]
fn a_component_file_is_read_for_its_script() {
    let code = "<template><a href=\"/crm/v3/owners\">x</a></template>\n<script setup lang=\"ts\">\nconst hubspot = await fetch('https://api.hubapi.com/crm/v3/owners')\n</script>\n";
    expect("a.vue", code, &["GET /crm/v3/owners"]);
}

#[test]
fn modules_of_all_kinds_lead_to_each_other() {
    let files = [
        (
            "src/config.js",
            "module.exports = { BASE: 'https://api.hubapi.com', PATHS: { deals: '/crm/v3/objects/deals' } };",
        ),
        (
            "src/http.js",
            "const { BASE } = require('./config');\nconst call = (method, path, body) => fetch(BASE + path, { method, body });\nmodule.exports = { call };",
        ),
        (
            "src/deals.js",
            "const { call } = require('./http');\nconst cfg = require('./config');\nexports.list = () => call('GET', cfg.PATHS.deals);\nexports.add = (b) => call('POST', cfg.PATHS.deals, b);",
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/deals", "POST /crm/v3/objects/deals"]);
    let files = [
        ("lib/base.ts", "export const BASE_URL = 'https://api.hubapi.com';"),
        ("lib/index.ts", "export * from './client';\nexport { BASE_URL } from './base';"),
        (
            "lib/client.ts",
            "import { BASE_URL } from './base';\nexport default class Http { async send<T>(path: string, init: RequestInit = {}): Promise<T> { return fetch(`${BASE_URL}/${path}`, init) as any; } }",
        ),
        (
            "app/use.ts",
            "import Http from '../lib/client';\nconst http = new Http();\nexport const run = () => http.send('crm/v3/objects/tickets', { method: 'POST' });",
        ),
    ];
    assert_eq!(calls(&files), ["POST /crm/v3/objects/tickets"]);
}
