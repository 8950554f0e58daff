//! Functions made by functions: what one client was made with is not another's.

use crate::scan::stage::calls;

#[test]
fn curried_callers_keep_their_methods_apart() {
    let files = [(
        "a.js",
        r"const request = (method, path, body) => fetch('https://api.hubapi.com' + path, { method, body });
const makeCaller = method => (path, body) => request(method, path, body);
const get = makeCaller('GET');
const post = makeCaller('POST');
export const a = () => get('/crm/v3/objects/contacts');
export const b = (x) => post('/crm/v3/objects/deals', x);
",
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/contacts", "POST /crm/v3/objects/deals",]);
}

#[test]
fn resources_made_by_a_function_keep_their_types_apart() {
    let files = [
        (
            "client.ts",
            r"import axios from 'axios';
const http = axios.create({ baseURL: 'https://api.hubapi.com' });
export function resource(object: string) {
  const root = `/crm/v3/objects/${object}`;
  return {
    list: () => http.get(root),
    one: (id: string) => http.get(`${root}/${id}`),
    add: (b: object) => http.post(root, b),
  };
}
",
        ),
        (
            "use.ts",
            r"import { resource } from './client';
const contacts = resource('contacts');
const deals = resource('deals');
export const x = () => contacts.list();
export const y = (id: string) => deals.one(id);
export const z = (b: object) => deals.add(b);
",
        ),
    ];
    assert_eq!(
        calls(&files),
        ["GET /crm/v3/objects/contacts", "GET /crm/v3/objects/deals/{}", "POST /crm/v3/objects/deals",]
    );
}

#[test]
fn closures_of_python_keep_their_methods_apart() {
    let files = [(
        "a.py",
        r#"import requests
BASE = "https://api.hubapi.com"

def caller(method):
    def call(path, **kw):
        return requests.request(method, BASE + path, **kw)
    return call

get = caller("GET")
delete = caller("DELETE")

def run():
    get("/crm/v3/owners")
    delete("/crm/v3/objects/contacts/1")
"#,
    )];
    assert_eq!(calls(&files), ["DELETE /crm/v3/objects/contacts/{}", "GET /crm/v3/owners",]);
}

#[test]
fn closures_of_go_keep_their_methods_apart() {
    let files = [(
        "a.go",
        r#"package hub

func caller(method string) func(path string, body io.Reader) (*http.Response, error) {
	return func(path string, body io.Reader) (*http.Response, error) {
		req, _ := http.NewRequest(method, "https://api.hubapi.com"+path, body)
		return http.DefaultClient.Do(req)
	}
}

var get = caller(http.MethodGet)
var patch = caller("PATCH")

func run() {
	get("/crm/v3/objects/companies", nil)
	patch("/crm/v3/objects/companies/1", nil)
}
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/companies", "PATCH /crm/v3/objects/companies/{}",]);
}
