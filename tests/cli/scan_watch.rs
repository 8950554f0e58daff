//! `hubscope scan --watch`: a change of a file is told by what it changes in need, and no other is.
//!
//! Every wait is for something that is said. That nothing is said of a change is proved by the next thing that is: the
//! program tells changes in their order.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::run::{Run, assert_says, hubscope};

/// Longer than any machine takes.
const PATIENCE: Duration = Duration::from_secs(60);

const BASE: &str = "const call = (method, path) => fetch('https://api.hubapi.com' + path, { method });\n";
const DEALS: &str = "call('GET', '/crm/v3/objects/deals');\n";
const OWNERS: &str = "call('GET', '/crm/v3/owners');\n";

/// A watch under way.
struct Watch {
    run: Run,
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    /// Starts the program; it watches as soon as it has told its first scan.
    fn start(run: Run) -> Self {
        let mut command = run.command();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (send, lines) = channel();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || stdout.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        Self { run, child, lines }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.run.folder().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    /// As many editors save: beside the file, then over it.
    fn replace(&self, name: &str, text: &str) {
        self.write(".saved-new", text);
        fs::rename(self.path(".saved-new"), self.path(name)).unwrap();
    }

    #[track_caller]
    fn line(&self) -> String {
        self.lines.recv_timeout(PATIENCE).unwrap()
    }

    #[track_caller]
    fn lines(&self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.line()).collect()
    }

    #[track_caller]
    fn event(&self) -> Value {
        serde_json::from_str(&self.line()).unwrap()
    }

    /// Its exit code and what it said on standard error, once it ends by itself.
    #[track_caller]
    fn end(mut self) -> (Option<i32>, String) {
        let begun = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(begun.elapsed() < PATIENCE, "it does not end");
            thread::sleep(Duration::from_millis(5));
        }
        let said = std::io::read_to_string(self.child.stderr.take().unwrap()).unwrap();
        (self.child.wait().unwrap().code(), said)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn events(line: &str) -> Watch {
    let watch =
        Watch::start(hubscope(&format!("scan --watch --json {line}")).file("shop/a.js", format!("{BASE}{DEALS}")));
    let first = watch.event();
    assert_eq!((&first["event"], &first["calls"][0]["line"]), (&json!("scan"), &json!(2)));
    watch
}

#[test]
fn a_change_is_told_by_calls_and_scopes() {
    let watch = Watch::start(hubscope("scan --watch shop").file("shop/a.js", format!("{BASE}{DEALS}")));
    assert_says(&watch.lines(3).join("\n"), &["shop: 1 call in 1 file (", "  crm.objects.deals.read  a.js:2"]);
    watch.write("shop/a.js", &format!("{BASE}\n{OWNERS}"));
    assert_eq!(
        watch.lines(5),
        [
            "shop: 1 call gained, 1 lost",
            "  + a.js:3 GET /crm/v3/owners",
            "  - a.js:2 GET /crm/v3/objects/deals",
            "  now needed: crm.objects.owners.read",
            "  no longer needed: crm.objects.deals.read",
        ]
    );
}

#[test]
fn a_change_is_one_line_of_json() {
    let watch = events("shop");
    watch.write("shop/b.js", &format!("{BASE}{OWNERS}"));
    let change = watch.event();
    assert_eq!((&change["event"], &change["folder"]), (&json!("change"), &json!("shop")));
    assert_eq!((&change["calls"]["gained"][0]["file"], &change["calls"]["lost"]), (&json!("b.js"), &json!([])));
    assert_eq!(change["scopes"], json!({"gained": ["crm.objects.owners.read"], "lost": []}));
    for part in ["unresolved", "missing", "missing_optional", "unused"] {
        assert_eq!(change[part], json!({"gained": [], "lost": []}), "{part}");
    }
    fs::remove_file(watch.path("shop/b.js")).unwrap();
    assert_eq!(watch.event()["scopes"], json!({"gained": [], "lost": ["crm.objects.owners.read"]}));
}

#[test]
fn what_is_not_scanned_and_what_changes_no_need_is_not_told() {
    let watch = events("shop");
    watch.write("shop/node_modules/x/a.js", &format!("{BASE}{OWNERS}"));
    watch.write("shop/notes.log", "call('GET', '/crm/v3/owners')");
    watch.write("beside.js", &format!("{BASE}{OWNERS}"));
    watch.write("shop/a.js", &format!("// moved\n{BASE}{DEALS}"));
    // Scanned once more, and only then the change that counts.
    thread::sleep(Duration::from_millis(200));
    watch.replace("shop/a.js", &format!("{BASE}{DEALS}call('POST', '/crm/v3/objects/contacts');\n"));
    let change = watch.event();
    assert_eq!(change["scopes"], json!({"gained": ["crm.objects.contacts.write"], "lost": []}));
    assert_eq!(change["calls"]["gained"].as_array().unwrap().len(), 1);
}

#[test]
fn folders_come_go_and_come_again() {
    let watch = events("shop");
    for _ in 0..2 {
        watch.write("shop/lib/deep/b.js", &format!("{BASE}{OWNERS}"));
        let event = watch.event();
        assert_eq!(event["calls"]["gained"][0]["file"], json!("lib/deep/b.js"), "{event}");
        watch.write("shop/lib/deep/b.js", BASE);
        assert_eq!(watch.event()["calls"]["lost"][0]["file"], json!("lib/deep/b.js"));
        fs::remove_dir_all(watch.path("shop/lib")).unwrap();
    }
    watch.write("shop/.gitignore", "a.js\n");
    assert_eq!(watch.event()["scopes"]["lost"], json!(["crm.objects.deals.read"]));
}

#[test]
fn the_app_s_settings_count_also_where_the_project_lies_above() {
    let app = |scope: &str| {
        json!({"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private", "auth": {
            "type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", scope]}}})
        .to_string()
    };
    let run = hubscope("scan --watch --json src/app/functions")
        .file("hsproject.json", r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#)
        .file("src/app/app-hsmeta.json", app("crm.import"))
        .file("src/app/functions/a.js", format!("{BASE}{DEALS}"));
    let watch = Watch::start(run);
    assert_eq!(watch.event()["missing"], json!(["crm.objects.deals.read"]));
    watch.replace("src/app/app-hsmeta.json", &app("crm.objects.deals.read"));
    let change = watch.event();
    assert_eq!(change["missing"], json!({"gained": [], "lost": ["crm.objects.deals.read"]}));
    assert_eq!(change["unused"], json!({"gained": [], "lost": ["crm.import"]}));
}

#[test]
fn several_folders_are_told_apart() {
    let run = hubscope("scan --watch --json one two").file("one/a.js", BASE).file("two/a.js", BASE);
    let watch = Watch::start(run);
    assert_eq!([&watch.event()["folder"], &watch.event()["folder"]], [&json!("one"), &json!("two")]);
    watch.write("two/a.js", &format!("{BASE}{OWNERS}"));
    assert_eq!(watch.event()["folder"], json!("two"));
    watch.write("one/a.js", &format!("{BASE}{DEALS}"));
    assert_eq!(watch.event()["folder"], json!("one"));
}

#[test]
fn a_folder_that_goes_ends_the_watch_with_a_sentence() {
    let watch = events("shop");
    fs::rename(watch.path("shop"), watch.path("gone")).unwrap();
    let (code, said) = watch.end();
    assert_eq!(code, Some(2), "{said}");
    assert_says(&said, &["is not there any more, so there is nothing to watch. Start again when it is back."]);
}

#[test]
fn what_a_watch_cannot_do_is_refused() {
    assert_says(&hubscope("scan --watch none").trouble(), &["cannot open none"]);
    for line in
        ["--fix", "--fix --write", "--certificate c.json", "--explain oauth", "--format sarif", "--format github"]
    {
        assert_says(&hubscope(&format!("scan --watch {line}")).trouble(), &["--watch"]);
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_ends_it_quietly_without_a_change() {
    let run = hubscope("scan --watch").file("a.js", BASE);
    let mut child = run.command().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    let watch = Watch { run, child, lines: channel().1 };
    // The first scan may still be written; what counts is that no change is needed to end.
    drop(stdout);
    let (code, said) = watch.end();
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("pipe"), "{said}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_with_130() {
    let run = hubscope("scan --watch").file("a.js", format!("{BASE}{DEALS}"));
    let watch = Watch::start(run);
    watch.lines(3);
    let killed = std::process::Command::new("kill").args(["-INT", &watch.child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let mut watch = watch;
    // A shell shows 128 and the number of the signal that ended a program.
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&watch.child.wait().unwrap()), Some(2));
}
