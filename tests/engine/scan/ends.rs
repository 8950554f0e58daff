//! A scan ends, whatever leads back to itself, and its work grows with the code: steps are counted, no clock.

use std::fmt::Write as _;

use crate::scan::stage::{calls, scanned};

type Files = Vec<(String, String)>;

/// What grows, and the program of a size.
type Shape = (&'static str, fn(usize) -> Files);

fn steps(files: &Files) -> u64 {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, code)| (name.as_str(), code.as_str())).collect();
    scanned(&files).steps
}

fn one(name: &str, code: String) -> Files {
    vec![(name.to_owned(), code)]
}

/// Things that lead back to themselves, each with a call beside them.
const CYCLES: [(&str, &str); 16] = [
    (
        "fields.py",
        "import requests\nclass A:\n    def up(self):\n        self.a = self.b\n    def down(self):\n        self.b = max(self.a, self.b)\n\
         class B(A):\n    def __init__(self):\n        super().__init__()\n        self.a = self.b = self.c = min(self.a, self.c)\n\
         def f():\n    requests.get('https://api.hubapi.com/crm/v3/owners')\n",
    ),
    (
        "fields.ts",
        "class A { a = this.b; b = this.c; c = this.a; }\nclass B extends A { constructor() { super(); this.a = Math.max(this.a, this.b); } }\n\
         export const f = () => fetch('https://api.hubapi.com/crm/v3/owners');\n",
    ),
    (
        "Fields.php",
        "<?php\nclass A { function up() { $this->a = $this->b; } function down() { $this->b = max($this->a, $this->b); } }\n\
         class B extends A { function __construct() { parent::__construct(); $this->a = $this->b; } }\n\
         $client->get('https://api.hubapi.com/crm/v3/owners');\n",
    ),
    (
        "fields.rb",
        "class A\n  def up\n    @a = @b\n  end\n  def down\n    @b = [@a, @b].max\n  end\nend\nclass B < A\n  def initialize\n    super\n    @a = @b = @a\n  end\nend\n\
         HTTParty.get('https://api.hubapi.com/crm/v3/owners')\n",
    ),
    (
        "Fields.java",
        "class A { String a = this.b; String b = this.a; String up() { return down(); } String down() { return up(); } }\n\
         class B extends A { B() { super(); this.a = this.b; } void f() { restTemplate.getForObject(\"https://api.hubapi.com/crm/v3/owners\", String.class); } }\n",
    ),
    (
        "Fields.kt",
        "open class A { val a = b\n val b = a\n fun up(): String = down()\n fun down(): String = up() }\nclass B : A() { val c = a }\n\
         suspend fun f(client: HttpClient) { client.get(\"https://api.hubapi.com/crm/v3/owners\") }\n",
    ),
    (
        "fields.go",
        "package hub\ntype A struct { a, b string }\nfunc (x *A) up() string { x.a = x.b; return x.down() }\nfunc (x *A) down() string { x.b = x.a; return x.up() }\n\
         func f() { http.Get(\"https://api.hubapi.com/crm/v3/owners\") }\n",
    ),
    (
        "Fields.cs",
        "class A { public string P => Q; public string Q => P; }\nclass B : A { string R => base.P + Q; }\n\
         class C { Task F() => client.GetAsync(\"https://api.hubapi.com/crm/v3/owners\"); }\n",
    ),
    (
        "functions.py",
        "import requests\ndef even(n, path):\n    return odd(n - 1, path + '/x')\ndef odd(n, path):\n    return even(n - 1, path + '/y')\n\
         requests.post('https://api.hubapi.com' + even(1, '/crm'))\nrequests.get('https://api.hubapi.com/crm/v3/owners')\n",
    ),
    (
        "wrappers.js",
        "const ping = (url, n) => n ? pong(url + '/a', n - 1) : fetch(url);\nconst pong = (url, n) => ping(url + '/b', n - 1);\n\
         ping(seed, 3);\nfetch('https://api.hubapi.com/crm/v3/owners');\n",
    ),
    (
        "containers.py",
        "import requests\nrow = {}\nrow['self'] = row\nrows = [row]\nrows.append(rows)\nrow = {'a': rows, **row}\n\
         requests.get(row['a']['self'])\nrequests.get('https://api.hubapi.com/crm/v3/owners')\n",
    ),
    (
        "containers.js",
        "const all = { first: () => all.second(), second: () => all.first() };\nall.all = all;\nlet list = [all.first()];\nlist = [...list, list];\n\
         fetch(all.all.all.first());\nfetch('https://api.hubapi.com/crm/v3/owners');\n",
    ),
    (
        "makers.ts",
        "class A { constructor(private readonly b: B) {} path = this.b.path; }\nclass B { constructor(private readonly a: A) {} path = this.a.path; }\n\
         const a = new A(new B(new A(undefined)));\nfetch(a.path);\nfetch('https://api.hubapi.com/crm/v3/owners');\n",
    ),
    (
        "loop.rb",
        "def pages(path)\n  loop do\n    path = pages(path)\n    path = path + '/next'\n    HTTParty.post(path)\n  end\nend\n\
         HTTParty.get('https://api.hubapi.com/crm/v3/owners')\n",
    ),
    (
        "self.java",
        "class Node extends Node { Node next = new Node(next); String path = next.path; static String get() { return get(); } }\n\
         class F { void f() { restTemplate.getForObject(\"https://api.hubapi.com/crm/v3/owners\", String.class); } }\n",
    ),
    (
        "chain.go",
        "package hub\nvar a = b + \"/x\"\nvar b = c + \"/y\"\nvar c = a + \"/z\"\nfunc f() { http.Post(a, \"\", nil); http.Get(\"https://api.hubapi.com/crm/v3/owners\") }\n",
    ),
];

#[test]
fn what_leads_back_to_itself_ends_and_hides_no_call_beside_it() {
    for (name, code) in CYCLES {
        let code = format!("{code}\n");
        let scan = scanned(&[(name, &code)]);
        let found: Vec<String> = scan.calls.iter().map(|call| format!("{} {}", call.method, call.path)).collect();
        assert!(found.contains(&"GET /crm/v3/owners".to_owned()), "{name}: {found:?}");
        assert!(scan.steps < 4_000, "{name}: {} steps", scan.steps);
    }
}

#[test]
fn modules_that_share_each_other_end() {
    let barrel = [
        (
            "parts/index.ts",
            "// HubSpot\nexport * from './one';\nexport * from './two';\nexport { Third as Other } from './three';\n",
        ),
        ("parts/one.ts", "import { Two } from '.';\nexport * from '.';\nexport class One { two = new Two(); }\n"),
        (
            "parts/two.ts",
            "import { One, Missing } from './index';\nexport * from './three';\nexport class Two { one = new One(); more = Missing; }\n",
        ),
        (
            "parts/three.ts",
            "export * from './two';\nexport * from '../parts';\nexport const where = 'https://api.hubapi.com/crm/v3/owners';\n",
        ),
        (
            "main.ts",
            "// HubSpot\nimport { Two, where, Nothing } from './parts';\nexport const f = () => fetch(where, new Two(Nothing));\n",
        ),
    ];
    assert_eq!(calls(&barrel), ["GET /crm/v3/owners"]);
    let python = [
        ("shop/__init__.py", "from .one import *\nfrom .two import *\n"),
        ("shop/one.py", "from . import two\nfrom .two import B\nA = B\nURL = 'https://api.hubapi.com/crm/v3/owners'\n"),
        ("shop/two.py", "from . import one\nfrom .one import A\nB = A\n"),
        ("main.py", "import requests\nfrom shop.one import URL, A\nrequests.get(URL, A)\n"),
    ];
    assert_eq!(calls(&python), ["GET /crm/v3/owners"]);
}

#[test]
fn what_lies_far_away_is_still_found() {
    // Each function gives what the next one gives; the text stands in the last.
    let mut code = String::from("// HubSpot\nfetch(f0());\n");
    for at in 0..3_000 {
        writeln!(code, "function f{at}() {{ return f{}(); }}", at + 1).unwrap();
    }
    code.push_str("function f3000() { return 'https://api.hubapi.com/crm/v3/owners'; }\n");
    assert_eq!(calls(&[("far.js", &code)]), ["GET /crm/v3/owners"]);
}

#[test]
fn a_dozen_wrappers_in_a_chain_are_seen_through() {
    let mut code = String::from("const w0 = (path) => fetch('https://api.hubapi.com' + path);\n");
    for at in 1..12 {
        writeln!(code, "const w{at} = (path) => w{}(path);", at - 1).unwrap();
        for caller in 0..3 {
            writeln!(code, "export const c{at}_{caller} = () => w{at}('/crm/v3/objects/contacts');").unwrap();
        }
    }
    writeln!(code, "export const last = () => w11('/crm/v3/owners');").unwrap();
    assert_eq!(calls(&[("chain.js", &code)]), ["GET /crm/v3/objects/contacts", "GET /crm/v3/owners"]);
}

/// Programs of a size, each with one thing that grows.
const SHAPES: [Shape; 13] = [
    ("a ring of fields", |size| {
        let mut code = String::from("import requests\nclass Ring:\n    def turn(self):\n");
        for at in 0..size {
            writeln!(code, "        self.f{at} = self.f{}", (at + 1) % size).unwrap();
        }
        code.push_str("    def go(self):\n        requests.get('https://api.hubapi.com' + self.f0)\n");
        one("ring.py", code)
    }),
    ("a barrel whose modules import from it", |size| {
        let mut files = Files::new();
        let mut index = String::new();
        for at in 0..size {
            writeln!(index, "export * from './m{at}';").unwrap();
            let code = format!(
                "import {{ C{} }} from '.';\nexport class C{at} {{ next = new C{}(); }}\n// hubspot",
                (at + 1) % size,
                (at + 1) % size
            );
            files.push((format!("lib/m{at}.ts"), code));
        }
        files.push(("lib/index.ts".to_owned(), index));
        files.push((
            "main.ts".to_owned(),
            "import { C0 } from './lib';\nfetch('https://api.hubapi.com/crm/v3/owners', new C0());".to_owned(),
        ));
        files
    }),
    ("callers of a chain of wrappers", |size| {
        let mut code = String::from("const w0 = (path) => fetch('https://api.hubapi.com' + path);\n");
        for at in 1..10 {
            writeln!(code, "const w{at} = (path) => w{}(path);", at - 1).unwrap();
            for caller in 0..size {
                writeln!(code, "const c{at}_{caller} = () => w{at}('/crm/v3/objects/contacts');").unwrap();
            }
        }
        one("wrappers.js", code)
    }),
    ("layers of functions that all call all of the next", |size| {
        let mut code =
            String::from("const l0_0 = (path) => fetch('https://api.hubapi.com' + path), l0_1 = l0_0, l0_2 = l0_0;\n");
        for at in 1..=size {
            for own in 0..3 {
                let inner: Vec<String> = (0..3).map(|of| format!("l{}_{of}(path)", at - 1)).collect();
                writeln!(code, "function l{at}_{own}(path) {{ return [{}]; }}", inner.join(", ")).unwrap();
            }
        }
        writeln!(code, "l{size}_0('/crm/v3/owners');").unwrap();
        one("layers.js", code)
    }),
    ("a table and its keys", |size| {
        let mut code = String::from("import requests\nROUTES = {\n");
        for at in 0..size {
            writeln!(code, "    'k{at}': '/crm/v3/objects/contacts/{at}',").unwrap();
        }
        code.push_str("}\ndef where(key):\n    return 'https://api.hubapi.com' + ROUTES[key]\n");
        for at in 0..size {
            writeln!(code, "def f{at}():\n    requests.get(where('k{at}'))").unwrap();
        }
        one("table.py", code)
    }),
    ("a table whose key nobody knows", |size| {
        let mut code = String::from("const ROUTES = {\n");
        for at in 0..size {
            writeln!(code, "  k{at}: '/crm/v3/objects/contacts/{at}',").unwrap();
        }
        code.push_str("};\nexport const go = (key) => fetch('https://api.hubapi.com' + ROUTES[key]);\n");
        one("open.js", code)
    }),
    ("classes that extend each other in a line", |size| {
        let mut code = String::from(
            "package hub;\n// HubSpot\nabstract class C0 { String path() { return \"\"; } void go() { restTemplate.getForObject(\"https://api.hubapi.com\" + path(), String.class); } }\n",
        );
        for at in 1..size {
            writeln!(
                code,
                "class C{at} extends C{} {{ String p{at}() {{ return super.path() + p{}(); }} }}",
                at - 1,
                at - 1
            )
            .unwrap();
        }
        one("Line.java", code)
    }),
    ("classes that extend one", |size| {
        let mut code = String::from(
            "# HubSpot\nimport requests\nclass Base:\n    path = ''\n    def go(self):\n        requests.get('https://api.hubapi.com' + self.path)\n",
        );
        for at in 0..size {
            writeln!(code, "class C{at}(Base):\n    path = '/crm/v3/objects/contacts/{at}'\n    def own(self):\n        return self.go()").unwrap();
        }
        one("heirs.py", code)
    }),
    ("functions that ask the next one, the last first", |size| {
        let mut code = String::from("<?php\n// HubSpot\n");
        for at in 0..size {
            writeln!(code, "function f{at}() {{ return f{}() . '/x'; }}", at + 1).unwrap();
        }
        writeln!(code, "function f{size}() {{ return 'https://api.hubapi.com'; }}\n$client->get(f0());").unwrap();
        one("asked.php", code)
    }),
    ("assignments of one function", |size| {
        let mut code = String::from("package hub\nfunc f(kind string) {\n\tpath := \"/crm\"\n");
        for at in 0..size {
            writeln!(code, "\tv{at} := path\n\tpath = v{at}").unwrap();
        }
        code.push_str("\thttp.Get(\"https://api.hubapi.com\" + path)\n}\n");
        one("assigned.go", code)
    }),
    ("functions that call each other in pairs", |size| {
        let mut code = String::from("# hubspot\n");
        for at in 0..size {
            writeln!(code, "def a{at}(path)\n  b{at}(path)\n  a{}(path)\nend\ndef b{at}(path)\n  a{at}(path)\n  HTTParty.get(\"https://api.hubapi.com#{{path}}\")\nend", (at + 1) % size).unwrap();
        }
        code.push_str("a0('/crm/v3/owners')\n");
        one("pairs.rb", code)
    }),
    ("members of an enumeration", |size| {
        let mut code = String::from("enum class Route(val path: String) {\n");
        for at in 0..size {
            writeln!(code, "    K{at}(\"/crm/v3/objects/contacts/{at}\"),").unwrap();
        }
        code.push_str("}\nsuspend fun go(client: HttpClient, route: Route) { client.get(\"https://api.hubapi.com\" + route.path) }\n");
        for at in 0..size {
            writeln!(code, "suspend fun f{at}(client: HttpClient) {{ go(client, Route.K{at}) }}").unwrap();
        }
        one("Route.kt", code)
    }),
    ("files that are called alike", |size| {
        let mut files = Files::new();
        for at in 0..size {
            files.push((format!("p{at}/client.py"), "class Client:\n    base = 'https://api.hubapi.com'\n".to_owned()));
            files.push((format!("p{at}/main.py"), "import requests\nfrom .client import Client\ndef go():\n    requests.get(Client().base + '/crm/v3/owners')\n".to_owned()));
        }
        files
    }),
];

#[test]
fn steps_grow_as_the_code_does() {
    const FEW: usize = 24;
    let mut grown = Vec::new();
    for (what, shape) in SHAPES {
        let counts: Vec<u64> = [FEW, 2 * FEW, 4 * FEW].iter().map(|size| steps(&shape(*size))).collect();
        if counts[2] > counts[0] * 6 {
            grown.push(format!("{what}: {counts:?}"));
        }
    }
    assert!(grown.is_empty(), "more than about linear:\n{}", grown.join("\n"));
}
