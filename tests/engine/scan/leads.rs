//! Files that name nothing of HubSpot, and are read because of what they import or who imports them.

use crate::scan::stage::calls;

const CLIENT_TS: &str = "export const send = (kind: string, method = 'GET') =>\n  fetch(`https://api.hubapi.com/crm/v3/objects/${kind}`, { method });\n";

const BOTH: [&str; 2] = ["GET /crm/v3/objects/deals", "POST /crm/v3/objects/tickets"];

#[test]
fn a_caller_is_found_through_an_index_that_hands_the_wrapper_on() {
    let files = [
        ("src/crm/client.ts", CLIENT_TS),
        ("src/crm/index.ts", "export { send } from './client';\n"),
        (
            "src/jobs/nightly.ts",
            "import {\n  send,\n} from '../crm';\n\nawait send('deals');\nawait send('tickets', 'POST');\n",
        ),
    ];
    assert_eq!(calls(&files), BOTH);
}

#[test]
fn a_caller_is_found_through_an_alias_and_what_it_hands_over_through_its_constants() {
    let files = [
        ("src/lib/crm.ts", CLIENT_TS),
        ("src/lib/kinds.ts", "export const Kinds = { deal: 'deals', ticket: 'tickets' };\n"),
        (
            "src/jobs/nightly.ts",
            "import { send } from '@/lib/crm';\nimport { Kinds } from '@/lib/kinds';\n\nawait send(Kinds.deal);\nawait send(Kinds.ticket, 'POST');\n",
        ),
    ];
    assert_eq!(calls(&files), BOTH);
}

#[test]
fn a_base_that_stands_three_files_away_is_found() {
    let files = [
        (
            "src/owners.js",
            "const { get } = require('./http');\n// HubSpot\nexports.owners = () => get('/crm/v3/owners');\n",
        ),
        ("src/http.js", "const { request } = require('./lib/request');\nexports.get = path => request('GET', path);\n"),
        (
            "src/lib/request.js",
            "const { BASE } = require('../config');\nexports.request = (method, path) => fetch(BASE + path, { method });\n",
        ),
        ("src/config.js", "exports.BASE = 'https://api.' + ['hub', 'api'].join('') + '.com';\n"),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/owners"]);
}

#[test]
fn a_python_caller_is_found_over_the_lines_of_an_import() {
    let files = [
        (
            "app/crm/client.py",
            "import requests\n\ndef send(kind, method='GET'):\n    return requests.request(method, f'https://api.hubapi.com/crm/v3/objects/{kind}')\n",
        ),
        ("app/crm/__init__.py", "from .client import send\n"),
        (
            "app/jobs.py",
            "from app.crm import (\n    send,\n)\n\ndef nightly():\n    send('deals')\n    send('tickets', method='POST')\n",
        ),
    ];
    assert_eq!(calls(&files), BOTH);
}

#[test]
fn a_go_caller_is_found_by_the_folder_of_the_package() {
    let files = [
        (
            "internal/crm/client.go",
            "package crm\n\nimport \"net/http\"\n\nfunc Send(kind string) {\n\thttp.Get(\"https://api.hubapi.com/crm/v3/objects/\" + kind)\n}\n",
        ),
        (
            "cmd/nightly/main.go",
            "package main\n\nimport \"shop.example/app/internal/crm\"\n\nfunc main() {\n\tcrm.Send(\"deals\")\n}\n",
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/deals"]);
}
