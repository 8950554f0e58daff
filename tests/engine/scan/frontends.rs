//! Libraries that call what they are told: RTK Query, SWR, React Query, and clients that put URLs together.

use crate::scan::stage::calls;

#[test]
fn rtk_query_calls_what_its_queries_give_back() {
    let files = [(
        "api.ts",
        r"import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';
export const hubspotApi = createApi({
  reducerPath: 'hubspot',
  baseQuery: fetchBaseQuery({ baseUrl: 'https://api.hubapi.com' }),
  endpoints: (builder) => ({
    getContact: builder.query<Contact, string>({ query: (id) => `/crm/v3/objects/contacts/${id}` }),
    list: builder.query({ query: () => '/crm/v3/objects/deals' }),
    create: builder.mutation<Deal, Partial<Deal>>({
      query: (body) => ({ url: '/crm/v3/objects/deals', method: 'POST', body }),
    }),
    search: builder.query({
      query(body) {
        return { url: `crm/v3/objects/tickets/search`, method: 'POST', body };
      },
    }),
    plain: builder.query({ query: (id) => ({ url: `/crm/v3/owners/${id}` }) }),
  }),
});
",
    )];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/deals",
            "GET /crm/v3/owners/{}",
            "POST /crm/v3/objects/deals",
            "POST /crm/v3/objects/tickets/search",
        ]
    );
}

#[test]
fn swr_hands_its_key_to_the_fetcher() {
    let files = [(
        "a.tsx",
        r"import useSWR from 'swr';
const BASE = 'https://api.hubapi.com';
const fetcher = (path: string) => fetch(`${BASE}${path}`, { headers: h() }).then((r) => r.json());
export function Contacts() {
  const { data } = useSWR('/crm/v3/objects/contacts?limit=10', fetcher);
  const { data: d } = useSWR(() => `/crm/v3/objects/deals/${data.id}`, fetcher);
  return null;
}
export function Owner({ id }: { id: string }) {
  const { data } = useSWR(`${BASE}/crm/v3/owners/${id}`, fetchJson);
  return null;
}
",
    )];
    assert_eq!(
        calls(&files),
        ["GET /crm/v3/objects/contacts", "GET /crm/v3/objects/deals/{}", "GET /crm/v3/owners/{}",]
    );
}

#[test]
fn react_query_runs_functions() {
    let files = [(
        "a.tsx",
        r"import { useQuery, useMutation } from '@tanstack/react-query';
import axios from 'axios';
const hubspot = axios.create({ baseURL: 'https://api.hubapi.com' });
export const useContacts = () => useQuery({ queryKey: ['contacts'], queryFn: () => hubspot.get('/crm/v3/objects/contacts').then((r) => r.data) });
export const useAdd = () => useMutation({ mutationFn: (b: object) => hubspot.post('/crm/v3/objects/contacts', b) });
",
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/contacts", "POST /crm/v3/objects/contacts",]);
}

#[test]
fn uris_of_ruby_are_built_from_host_and_path() {
    let files = [(
        "a.rb",
        r"require 'net/http'
module Hub
  HOST = 'api.hubapi.com'
  def self.owners
    uri = URI::HTTPS.build(host: HOST, path: '/crm/v3/owners', query: 'limit=10')
    Net::HTTP.get_response(uri)
  end
  def self.create(body)
    uri = URI::HTTPS.build(host: 'api.hubapi.com', path: '/crm/v3/objects/contacts')
    req = Net::HTTP::Post.new(uri, 'Content-Type' => 'application/json')
    req.body = body.to_json
    Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |http| http.request(req) }
  end
end
",
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/owners", "POST /crm/v3/objects/contacts",]);
}

#[test]
fn resources_of_rest_client_are_indexed_by_path() {
    let files = [(
        "a.rb",
        r#"require 'rest-client'
class Hub
  def initialize
    @api = RestClient::Resource.new('https://api.hubapi.com', headers: { authorization: 'x' })
  end
  def contacts
    @api['crm/v3/objects/contacts'].get
  end
  def add(body)
    @api['/crm/v3/objects/deals'].post(body.to_json)
  end
  def one(id)
    @api["crm/v3/objects/tickets/#{id}"].delete
  end
end
"#,
    )];
    assert_eq!(
        calls(&files),
        ["DELETE /crm/v3/objects/tickets/{}", "GET /crm/v3/objects/contacts", "POST /crm/v3/objects/deals",]
    );
}

#[test]
fn http_rb_chains_its_base() {
    let files = [(
        "a.rb",
        r#"require 'http'
HUB = HTTP.auth("Bearer x").persistent('https://api.hubapi.com')
HUB.get('/crm/v3/owners')
HTTP.headers(accept: 'application/json').post('https://api.hubapi.com/crm/v3/objects/contacts', json: {})
HTTP.base_uri('https://api.hubapi.com').patch("/crm/v3/objects/deals/#{id}", json: {})
"#,
    )];
    assert_eq!(
        calls(&files),
        ["GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/{}", "POST /crm/v3/objects/contacts",]
    );
}

#[test]
fn spring_fills_the_places_of_templates() {
    let files = [(
        "A.java",
        r#"package shop;
public class A {
  private static final String BASE = "https://api.hubapi.com";
  private final RestTemplate rest = new RestTemplate();
  String one(String id) {
    URI uri = UriComponentsBuilder.fromHttpUrl(BASE).path("/crm/v3/objects/contacts/{id}").queryParam("limit", 10).buildAndExpand(id).toUri();
    return rest.getForObject(uri, String.class);
  }
  String search(String type, Object q) {
    String url = UriComponentsBuilder.fromUriString(BASE + "/crm/v3/objects/{type}/search").buildAndExpand("deals").toUriString();
    return rest.postForObject(url, q, String.class);
  }
  String owners() {
    return rest.getForObject(UriComponentsBuilder.newInstance().scheme("https").host("api.hubapi.com").path("/crm/v3/owners").build().toUriString(), String.class);
  }
  void del(String id) {
    rest.delete(BASE + "/crm/v3/objects/{type}/{id}", "tickets", id);
  }
}
"#,
    )];
    assert_eq!(
        calls(&files),
        [
            "DELETE /crm/v3/objects/tickets/{}",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/deals/search",
        ]
    );
}
