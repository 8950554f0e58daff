//! Programs as people write them: paths in pieces, requests filled in later, endpoints by key, lambdas, tables.

use crate::scan::stage::calls;

#[test]
fn python_formats_of_endpoints_by_key() {
    let files = [(
        "sync.py",
        r#"import os
import requests
from enum import Enum

BASE = os.environ.get("HUBSPOT_BASE_URL") or "https://api.hubapi.com"


class ObjectType(Enum):
    CONTACT = "contacts"
    COMPANY = "companies"


ENDPOINTS = {
    "list": "/crm/v3/objects/{object_type}",
    "get": "/crm/v3/objects/{object_type}/{object_id}",
}


def _call(method, endpoint, /, *, params=None, **fmt):
    url = BASE + ENDPOINTS[endpoint].format(**fmt)
    return requests.request(method, url, params=params, timeout=30)


def companies():
    return _call("GET", "list", object_type=ObjectType.COMPANY.value)


def drop_contact(cid):
    return _call("DELETE", "get", object_type="contacts", object_id=cid)


def all_of():
    for t in ObjectType:
        requests.get(f"{BASE}/crm/v3/objects/{t.value}?limit=1")
"#,
    )];
    assert_eq!(
        calls(&files),
        ["DELETE /crm/v3/objects/contacts/{}", "GET /crm/v3/objects/companies", "GET /crm/v3/objects/{objectType}",]
    );
}

#[test]
fn python_decorators_that_call() {
    let files = [(
        "dec.py",
        r#"import functools
import requests

def endpoint(method, path):
    def wrap(fn):
        @functools.wraps(fn)
        def inner(self, *args, **kwargs):
            body = fn(self, *args, **kwargs)
            return requests.request(method, "https://api.hubapi.com" + path, json=body, headers=self.headers)
        return inner
    return wrap


class HubspotApi:
    headers = {}

    @endpoint("POST", "/crm/v3/objects/contacts")
    def create_contact(self, props):
        return {"properties": props}

    @endpoint("GET", "/crm/v3/owners")
    def owners(self):
        return None
"#,
    )];
    assert_eq!(calls(&files), ["GET /crm/v3/owners", "POST /crm/v3/objects/contacts",]);
}

#[test]
fn python_tuples_in_formats() {
    let files = [(
        "api.py",
        r#"import httpx
from dataclasses import dataclass

@dataclass(frozen=True)
class Paths:
    contacts: str = "/crm/v3/objects/contacts"
    deals: str = "/crm/v3/objects/deals"
    owners: str = "/crm/v3/owners"

PATHS = Paths()


class HubSpot:
    def __init__(self, token: str):
        self._client = httpx.AsyncClient(base_url="https://api.hubapi.com", headers={"Authorization": f"Bearer {token}"})

    async def contacts(self):
        r = await self._client.get(PATHS.contacts)
        r.raise_for_status()
        return r.json()

    async def deal(self, id_: str):
        return await self._client.get("%s/%s" % (PATHS.deals, id_))

    async def owners(self):
        async with self._client.stream("GET", PATHS.owners) as r:
            return [line async for line in r.aiter_lines()]

    async def create(self, deal):
        req = self._client.build_request("POST", PATHS.deals, json=deal)
        return await self._client.send(req)
"#,
    )];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/deals/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/deals",
        ]
    );
}

#[test]
fn shell_variables_and_functions() {
    let files = [(
        "sync.sh",
        r#"#!/usr/bin/env bash
set -euo pipefail
BASE_URL="https://api.hubapi.com"
API="$BASE_URL/crm/v3"
AUTH="Authorization: Bearer $HUBSPOT_TOKEN"

hs() {
  local method=$1 path=$2; shift 2
  curl -sS -X "$method" "$BASE_URL$path" -H "$AUTH" "$@"
}

hs GET "/crm/v3/objects/contacts?limit=1"
hs POST /crm/v3/objects/deals -d '{}'
curl -s "$API/owners" -H "$AUTH" | jq .
curl -s -X PATCH "${API}/objects/tickets/$1" \
  -H "$AUTH" -H 'Content-Type: application/json' \
  --data '{"properties":{}}'

curl --request DELETE --url "$BASE_URL/crm/v3/objects/notes/1" --header "$AUTH"
echo "calling $BASE_URL/crm/v3/objects/contacts"
wget -qO- --header="$AUTH" "https://api.hubapi.com/crm/v3/schemas"
http POST api.hubapi.com/crm/v3/objects/products Authorization:"Bearer x" name=a
"#,
    )];
    assert_eq!(
        calls(&files),
        [
            "DELETE /crm/v3/objects/notes/{}",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/owners",
            "GET /crm/v3/schemas",
            "PATCH /crm/v3/objects/tickets/{}",
            "POST /crm/v3/objects/deals",
            "POST /crm/v3/objects/products",
        ]
    );
}
