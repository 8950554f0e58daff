//! Stand-ins for the shapes of large repositories in which scans have been slow: many generated files beside one connector,
//! wide tables of paths, deep inheritance, barrels that hand on each other's names.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::Failure;

/// A shape: what it is, and what makes it below a folder.
pub(crate) type Shape = (&'static str, fn(&Path) -> Result<(), Failure>);

/// All of them.
pub(crate) const ALL: [Shape; 4] = [
    ("one connector of HubSpot's beside 160 generated ones, which a register imports", generated),
    ("a table of 3,000 paths, asked by 600 keys", tables),
    ("200 classes, each of which extends the one before", inheritance),
    ("300 modules behind barrels that hand on each other's names", barrels),
];

fn write(root: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let path = root.join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}

fn generated(root: &Path) -> Result<(), Failure> {
    let mut register = String::new();
    for number in 0..160 {
        let name = if number == 80 { "hubspot".to_owned() } else { format!("vendor{number}") };
        let host = if number == 80 { "https://api.hubapi.com".to_owned() } else { format!("https://{name}.example") };
        let mut text = format!("from .. import runtime\nBASE = '{host}'\nSTREAMS = {{\n");
        for stream in 0..900 {
            let path = if number == 80 { "/crm/v3/objects/deals" } else { "/v1/items" };
            let _ = writeln!(
                text,
                "    'stream{stream}': {{'path': '{path}', 'fields': ['id', 'name', 'made', 'changed']}},"
            );
        }
        text.push_str("}\ndef read(stream):\n    return runtime.get(BASE + STREAMS[stream]['path'])\n");
        write(root, &format!("connectors/{name}/connector.py"), &text)?;
        write(root, &format!("connectors/{name}/__init__.py"), "from .connector import read\n")?;
        let _ = writeln!(register, "from connectors.{name}.connector import read as read_{name}");
    }
    write(root, "runtime.py", "import requests\ndef get(url):\n    return requests.get(url)\n")?;
    write(root, "register.py", &register)
}

fn tables(root: &Path) -> Result<(), Failure> {
    let mut text = String::from("const ROOT = 'https://api.hubapi.com';\nexport const PATHS = {\n");
    for number in 0..3_000 {
        let _ = writeln!(text, "  key{number}: '/crm/v3/objects/p_kind{number}',");
    }
    text.push_str("};\nexport const ask = (key) => fetch(ROOT + PATHS[key]);\n");
    write(root, "paths.ts", &text)?;
    let mut callers = String::from("import { ask } from './paths';\n");
    for number in 0..600 {
        let _ = writeln!(callers, "export const part{number} = () => ask('key{number}');");
    }
    write(root, "use.ts", &callers)
}

fn inheritance(root: &Path) -> Result<(), Failure> {
    let mut first = String::from("import requests\nclass Level0:\n    base = 'https://api.hubapi.com'\n");
    first.push_str("    def path(self):\n        return '/crm/v3/objects/' + self.kind\n");
    first.push_str("    def read(self):\n        return requests.get(self.base + self.path())\n");
    write(root, "level0.py", &first)?;
    for number in 1..200 {
        let before = number - 1;
        let mut text = format!("from level{before} import Level{before}\nclass Level{number}(Level{before}):\n");
        let _ = writeln!(text, "    kind = 'contacts'");
        for method in 0..12 {
            let _ = writeln!(text, "    def part{method}(self):\n        return super().part{method}() or self.read()");
        }
        write(root, &format!("level{number}.py"), &text)?;
    }
    Ok(())
}

fn barrels(root: &Path) -> Result<(), Failure> {
    for number in 0..300 {
        let next = (number + 1) % 300;
        let text = format!(
            "export * from '../m{next}';\nimport {{ send{next} }} from '../m{next}';\n\
             export const send{number} = (path) => fetch(`https://api.hubapi.com${{path}}`);\n\
             export const part{number} = () => send{next}('/crm/v3/objects/contacts');\n"
        );
        write(root, &format!("m{number}/index.ts"), &text)?;
    }
    Ok(())
}
