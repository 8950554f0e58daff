//! Programs as people write them: paths in pieces, requests filled in later, endpoints by key, lambdas, tables.

use crate::scan::stage::calls;

#[test]
fn javascript_maps_run_over() {
    let files = [(
        "ov.ts",
        r"import axios from 'axios';

const BASE = 'https://api.hubapi.com';
const ENDPOINTS = { schemas: '/crm/v3/schemas', owners: '/crm/v3/owners' };

export async function ping(headers: object) {
  return Promise.all(Object.values(ENDPOINTS).map((path) => axios.get(`${BASE}${path}`, { headers })));
}

export async function pingAll(headers: object) {
  for (const [name, path] of Object.entries(ENDPOINTS)) {
    await axios.head(BASE + path, { headers });
  }
}

export async function count(type: keyof typeof ENDPOINTS) {
  const url = new URL(BASE);
  url.pathname = ENDPOINTS.owners;
  url.searchParams.append('limit', '1');
  return (await fetch(url.href)).json();
}
",
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/owners", "GET /crm/v3/schemas",]);
}

#[test]
fn declarative_routing_and_wrappers_called_on_this() {
    let files = [
        (
            "HubspotPlus.node.ts",
            r#"import { INodeType, INodeTypeDescription } from 'n8n-workflow';

export class HubspotPlus implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'HubSpot Plus',
    name: 'hubspotPlus',
    group: ['transform'],
    requestDefaults: { baseURL: 'https://api.hubapi.com' },
    properties: [
      {
        displayName: 'Operation',
        name: 'operation',
        type: 'options',
        options: [
          { name: 'Get Many', value: 'getAll', routing: { request: { method: 'GET', url: '/crm/v3/objects/contacts' } } },
          { name: 'Create', value: 'create', routing: { request: { method: 'POST', url: '/crm/v3/objects/contacts' } } },
          { name: 'Delete', value: 'delete', routing: { request: { method: 'DELETE', url: '=/crm/v3/objects/contacts/{{$parameter["id"]}}' } } },
        ],
      },
    ],
  };
}
"#,
        ),
        (
            "GenericFunctions.ts",
            r"export async function hubspotApiRequest(this: any, method: string, endpoint: string, body: any = {}, query: any = {}, uri?: string) {
  const options: any = { method, qs: query, body, uri: uri || `https://api.hubapi.com${endpoint}`, json: true };
  return await this.helpers.requestWithAuthentication.call(this, 'hubspotApi', options);
}
export async function hubspotApiRequestAllItems(this: any, propertyName: string, method: string, endpoint: string, body: any = {}, query: any = {}) {
  const returnData: any[] = [];
  let responseData;
  do {
    responseData = await hubspotApiRequest.call(this, method, endpoint, body, query);
    returnData.push.apply(returnData, responseData[propertyName]);
  } while (responseData['has-more']);
  return returnData;
}
",
        ),
        (
            "Hubspot.node.ts",
            r"import { hubspotApiRequest, hubspotApiRequestAllItems } from './GenericFunctions';

export class Hubspot {
  async execute(this: any) {
    for (let i = 0; i < 3; i++) {
      if (this.op === 'get') {
        const endpoint = `/crm/v3/objects/deals/${this.getNodeParameter('dealId', i)}`;
        await hubspotApiRequest.call(this, 'GET', endpoint);
      }
      if (this.op === 'all') {
        const endpoint = '/crm/v3/objects/deals';
        await hubspotApiRequestAllItems.call(this, 'results', 'GET', endpoint, {}, {});
      }
      if (this.op === 'search') {
        const endpoint = '/crm/v3/objects/tickets/search';
        await hubspotApiRequest.call(this, 'POST', endpoint, {});
      }
    }
  }
}
",
        ),
    ];
    assert_eq!(
        calls(&files),
        [
            "DELETE /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/deals",
            "GET /crm/v3/objects/deals/{}",
            "POST /crm/v3/objects/contacts",
            "POST /crm/v3/objects/tickets/search",
        ]
    );
}

#[test]
fn typescript_routes_through_index_files() {
    let files = [
        (
            "api.ts",
            r"import axios, { AxiosInstance, AxiosRequestConfig } from 'axios';

export const hubspotHttp: AxiosInstance = axios.create({
  baseURL: process.env.HUBSPOT_URL ?? 'https://api.hubapi.com',
  timeout: 10_000,
});
hubspotHttp.interceptors.request.use((c) => c);

export const request = <T>(config: AxiosRequestConfig) => hubspotHttp.request<T>(config).then((r) => r.data);
",
        ),
        (
            "endpoints.ts",
            r"export const ENDPOINTS = {
  contacts: {
    root: '/crm/v3/objects/contacts',
    byId: (id: string) => `/crm/v3/objects/contacts/${id}`,
    search: '/crm/v3/objects/contacts/search',
  },
  owners: '/crm/v3/owners',
} as const;
",
        ),
        (
            "index.ts",
            r"export * from './api';
export { ENDPOINTS as Routes } from './endpoints';
",
        ),
        (
            "use.ts",
            r"import { hubspotHttp, request, Routes } from './index';

export async function findContact(email: string) {
  const { data } = await hubspotHttp.post(Routes.contacts.search, { filterGroups: [] });
  return data;
}
export const removeContact = (id: string) => hubspotHttp.delete(Routes.contacts.byId(id));
export const owners = () => request({ url: Routes.owners, method: 'GET' });
export const patch = (id: string, data: unknown) =>
  request({ method: 'PATCH', url: Routes.contacts.byId(id), data });
",
        ),
    ];
    assert_eq!(
        calls(&files),
        [
            "DELETE /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "PATCH /crm/v3/objects/contacts/{}",
            "POST /crm/v3/objects/contacts/search",
        ]
    );
}

#[test]
fn sdk_parts_taken_apart() {
    let files = [(
        "sdk.ts",
        r"import { Client, AssociationTypes } from '@hubspot/api-client';
import * as hubspot from '@hubspot/api-client';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts';

const hs = new Client({ accessToken: process.env.TOKEN });
const { crm } = hs;
const { contacts, deals: { basicApi: dealApi } } = crm;

export async function run(kind: 'contacts' | 'companies') {
  await contacts.searchApi.doSearch({ filterGroups: [] } as any);
  await dealApi.create({ properties: {} } as any);
  await hs.crm[kind].basicApi.getById('1');
  await hs.apiRequest({ path: `/crm/v3/objects/${kind}`, method: 'POST', body: {} });
  await hs.crm.associations.v4.basicApi.create('deals', 1, 'companies', 2, []);
  await hs.crm.contacts.getAll();
  const token = await hs.oauth.tokensApi.create('authorization_code', 'x');
}

export class Svc {
  private client: hubspot.Client;
  constructor() { this.client = new hubspot.Client({}); }
  private get tickets() { return this.client.crm.tickets; }
  open(p: any) { return this.tickets.basicApi.create(p); }
  many(ids: any[]) { return this.tickets.batchApi.read({ inputs: ids } as any, false); }
}
",
    )];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/companies/{}",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/contacts/{}",
            "POST /crm/v3/objects/companies",
            "POST /crm/v3/objects/contacts",
            "POST /crm/v3/objects/contacts/search",
            "POST /crm/v3/objects/deals",
            "POST /crm/v3/objects/tickets",
            "POST /crm/v3/objects/tickets/batch/read",
            "POST /oauth/v1/token",
            "PUT /crm/v4/objects/deals/{}/associations/companies/{}",
        ]
    );
}
