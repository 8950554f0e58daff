//! Tables of any size: a key that is known means its own entry, one of which a part is known those that fit, and one that
//! nobody knows all of them.

use crate::scan::stage::{calls, scanned};

/// How many entries the tables here have beside those that are asked for.
const WIDE: usize = 16;

/// The entries of a table, each as `of` writes a key and a path.
fn entries(of: impl Fn(&str, &str) -> String) -> String {
    let plain = (0..WIDE).map(|at| of(&format!("record{at}"), &format!("/crm/v3/objects/p_made{at}")));
    let own = [("forms", "/marketing/v3/forms"), ("owners", "/crm/v3/owners")];
    let columns = [("deals_columns", "/crm/v3/properties/deals"), ("leads_columns", "/crm/v3/properties/leads")];
    plain.chain(own.iter().chain(&columns).map(|(key, path)| of(key, path))).collect()
}

/// A table in a language: the file, its code with `CALL` where it is asked, and how a call with a key is written.
struct Table {
    name: &'static str,
    code: String,
    call: fn(&str) -> String,
    /// An expression of a key whose beginning nobody knows.
    columns: &'static str,
}

fn tables() -> Vec<Table> {
    scripts().into_iter().chain(compiled()).collect()
}

fn scripts() -> Vec<Table> {
    let colon = |key: &str, path: &str| format!("  \"{key}\": \"{path}\",\n");
    let arrow = |key: &str, path: &str| format!("  \"{key}\" => \"{path}\",\n");
    vec![
        Table {
            name: "table.py",
            code: format!(
                "import requests\nROUTES = {{\n{}}}\ndef where(key):\n    return 'https://api.hubapi.com' + ROUTES[key]\ndef go(noun):\n    CALL\n",
                entries(colon)
            ),
            call: |key| format!("requests.get(where({key}))"),
            columns: "noun + \"_columns\"",
        },
        Table {
            name: "get.py",
            code: format!(
                "import requests\nclass Routes:\n    ALL = {{\n{}    }}\n    @classmethod\n    def where(cls, key):\n        return 'https://api.hubapi.com' + cls.ALL.get(key)\ndef go(noun):\n    CALL\n",
                entries(colon)
            ),
            call: |key| format!("requests.get(Routes.where({key}))"),
            columns: "f\"{noun}_columns\"",
        },
        Table {
            name: "table.js",
            code: format!(
                "const ROUTES = Object.freeze({{\n{}}});\nconst where = (key) => `https://api.hubapi.com${{ROUTES[key]}}`;\nexport const go = (noun) => {{ CALL }};\n",
                entries(colon)
            ),
            call: |key| format!("return fetch(where({key}));"),
            columns: "`${noun}_columns`",
        },
        Table {
            name: "functions.ts",
            code: format!(
                "const ROUTES = {{\n{}}};\nexport async function go(noun: string) {{ CALL }}\n",
                entries(|key, path| format!("  \"{key}\": (base: string) => `${{base}}{path}`,\n"))
            ),
            call: |key| format!("return fetch(ROUTES[{key}]('https://api.hubapi.com'));"),
            columns: "noun + '_columns'",
        },
        Table {
            name: "Table.php",
            code: format!(
                "<?php\n// HubSpot\nclass Hub {{\n  const ROUTES = [\n{}  ];\n  function where($key) {{ return 'https://api.hubapi.com' . self::ROUTES[$key]; }}\n  function go($noun) {{ CALL }}\n}}\n",
                entries(arrow)
            ),
            call: |key| format!("return $this->client->get($this->where({key}));"),
            columns: "$noun . '_columns'",
        },
        Table {
            name: "table.rb",
            code: format!(
                "ROUTES = {{\n{}}}.freeze\ndef where(key)\n  \"https://api.hubapi.com#{{ROUTES[key]}}\"\nend\ndef go(noun)\n  CALL\nend\n",
                entries(arrow)
            ),
            call: |key| format!("HTTParty.get(where({key}))"),
            columns: "\"#{noun}_columns\"",
        },
    ]
}

fn compiled() -> Vec<Table> {
    let colon = |key: &str, path: &str| format!("  \"{key}\": \"{path}\",\n");
    vec![
        Table {
            name: "table.go",
            code: format!(
                "package hub\nvar routes = map[string]string{{\n{}}}\nfunc where(key string) string {{ return \"https://api.hubapi.com\" + routes[key] }}\nfunc Go(noun string) {{ CALL }}\n",
                entries(colon)
            ),
            call: |key| format!("http.Get(where({key}))"),
            columns: "noun + \"_columns\"",
        },
        Table {
            name: "Table.java",
            code: format!(
                "package hub;\nclass Hub {{\n  static final Map<String, String> ROUTES = Map.ofEntries({});\n  String where(String key) {{ return \"https://api.hubapi.com\" + ROUTES.get(key); }}\n  void go(String noun) {{ CALL }}\n}}\n",
                entries(|key, path| format!("\n    Map.entry(\"{key}\", \"{path}\"),")).trim_end_matches(',')
            ),
            call: |key| format!("restTemplate.getForObject(where({key}), String.class);"),
            columns: "noun + \"_columns\"",
        },
        Table {
            name: "Put.java",
            code: format!(
                "package hub;\nclass Hub {{\n  static final Map<String, String> ROUTES = new HashMap<>();\n  static {{\n{}  }}\n  String where(String key) {{ return \"https://api.hubapi.com\" + ROUTES.get(key); }}\n  void go(String noun) {{ CALL }}\n}}\n",
                entries(|key, path| format!("    ROUTES.put(\"{key}\", \"{path}\");\n"))
            ),
            call: |key| format!("restTemplate.getForObject(where({key}), String.class);"),
            columns: "noun + \"_columns\"",
        },
        Table {
            name: "Table.kt",
            code: format!(
                "val ROUTES = mapOf(\n{})\nfun where(key: String) = \"https://api.hubapi.com\" + ROUTES[key]\nsuspend fun go(client: HttpClient, noun: String) {{ CALL }}\n",
                entries(|key, path| format!("  \"{key}\" to \"{path}\",\n"))
            ),
            call: |key| format!("client.get(where({key}))"),
            columns: "\"${noun}_columns\"",
        },
        Table {
            name: "Table.cs",
            code: format!(
                "class Hub {{\n  static readonly Dictionary<string, string> Routes = new() {{\n{}  }};\n  string Where(string key) => \"https://api.hubapi.com\" + Routes[key];\n  Task Go(string noun) {{ CALL }}\n}}\n",
                entries(|key, path| format!("    [\"{key}\"] = \"{path}\",\n"))
            ),
            call: |key| format!("return client.GetAsync(Where({key}));"),
            columns: "$\"{noun}_columns\"",
        },
        Table {
            name: "switch.cs",
            code: format!(
                "class Hub {{\n  string Where(string key) => \"https://api.hubapi.com\" + key switch {{\n{}  _ => throw new Exception() }};\n  Task Go(string noun) {{ CALL }}\n}}\n",
                entries(|key, path| format!("    \"{key}\" => \"{path}\",\n"))
            ),
            call: |key| format!("return client.GetAsync(Where({key}));"),
            columns: "noun + \"_columns\"",
        },
        Table {
            name: "switch.go",
            code: format!(
                "package hub\nfunc where(key string) string {{\n\tswitch key {{\n{}\t}}\n\treturn \"\"\n}}\nfunc Go(noun string) {{ CALL }}\n",
                entries(|key, path| format!("\tcase \"{key}\":\n\t\treturn \"https://api.hubapi.com{path}\"\n"))
            ),
            call: |key| format!("http.Get(where({key}))"),
            columns: "noun + \"_columns\"",
        },
    ]
}

fn found(table: &Table, key: &str) -> Vec<String> {
    let code = table.code.replace("CALL", &(table.call)(key));
    let mut found = calls(&[(table.name, &format!("{code}\n// hubspot api.hubapi.com\n"))]);
    found.retain(|call| call != "GET /crm/v3/objects/{objectType}" || key != "noun");
    found
}

#[test]
fn a_key_that_is_known_means_one_entry_of_a_table_of_any_size() {
    let mut wrong = Vec::new();
    for table in tables() {
        let found = found(&table, "\"forms\"");
        if found != ["GET /marketing/v3/forms"] {
            wrong.push(format!("{}: {found:?}", table.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_key_of_which_the_end_is_known_means_the_entries_that_end_so() {
    let mut wrong = Vec::new();
    for table in tables() {
        let found = found(&table, table.columns);
        if found != ["GET /crm/v3/properties/deals", "GET /crm/v3/properties/leads"] {
            wrong.push(format!("{}: {found:?}", table.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_key_that_nobody_knows_means_the_whole_table() {
    let mut wrong = Vec::new();
    for table in tables() {
        let noun = if table.code.starts_with("<?php") { "$noun" } else { "noun" };
        let code = table.code.replace("CALL", &(table.call)(noun));
        let scan = scanned(&[(table.name, &format!("{code}\n// hubspot api.hubapi.com\n"))]);
        let paths: Vec<&str> = scan.calls.iter().map(|call| call.path.as_str()).collect();
        let objects: Vec<&str> =
            scan.calls.iter().filter_map(|call| call.object.as_deref()).flat_map(|all| all.split(',')).collect();
        let has_paths = ["/marketing/v3/forms", "/crm/v3/owners"].iter().all(|path| paths.contains(path));
        let has_objects = ["deals", "leads"].iter().all(|object| objects.contains(object));
        if !(has_paths && has_objects) {
            wrong.push(format!("{}: {paths:?} {objects:?}", table.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
