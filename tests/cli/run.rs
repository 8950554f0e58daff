//! Running the program, and looking at what it said.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use hubscope::link::{InstallUrl, read};
use serde_json::Value;
use tempfile::TempDir;

/// A client id of the right form.
pub(crate) const CLIENT_ID: &str = "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b";
/// A redirect URL that needs no https.
pub(crate) const REDIRECT: &str = "http://localhost:3000/oauth-callback";

/// One call of the program.
pub(crate) struct Run {
    folder: TempDir,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    stdin: String,
}

/// What came of it.
#[derive(Debug)]
pub(crate) struct Done {
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
    /// The exit code.
    pub(crate) code: i32,
}

/// The program with these words as arguments; `'…'` keeps a word with spaces together.
pub(crate) fn hubscope(line: &str) -> Run {
    let arguments = line
        .split('\'')
        .enumerate()
        .flat_map(|(place, part)| match place % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![part.to_owned()],
        })
        .collect();
    Run { folder: tempfile::tempdir().unwrap(), arguments, environment: Vec::new(), stdin: String::new() }
}

/// `hubscope url` of an app that lacks nothing, with more arguments.
pub(crate) fn url(line: &str) -> Run {
    hubscope(&format!("url --client-id {CLIENT_ID} --redirect-uri {REDIRECT} {line}"))
}

impl Run {
    /// With one more argument, as it is.
    pub(crate) fn arg(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// With a file in the folder where it runs.
    pub(crate) fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// With a variable in its environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With this text on standard input.
    pub(crate) fn stdin(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stdin);
        self
    }

    /// The folder where it runs.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The command, with no stream set.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hubscope"));
        command.args(&self.arguments).current_dir(self.folder.path()).env_clear();
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Runs it to its end.
    #[track_caller]
    pub(crate) fn run(&self) -> Done {
        let mut command = self.command();
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A program that does not read its input may have closed it.
        let _ = child.stdin.take().unwrap().write_all(self.stdin.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Done { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
    }

    /// The link that it prints: one line, with exit code 0.
    #[track_caller]
    pub(crate) fn link(&self) -> InstallUrl {
        let done = self.run().exits(0);
        assert_eq!(done.out.lines().count(), 1, "{done:?}");
        read(&done.out).unwrap_or_else(|| panic!("no install URL: {done:?}"))
    }

    /// The JSON that it prints with `--json`, whatever its exit code.
    #[track_caller]
    pub(crate) fn json(mut self) -> Value {
        self.arguments.push("--json".to_owned());
        let done = self.run();
        serde_json::from_str(&done.out).unwrap_or_else(|error| panic!("{error}: {done:?}"))
    }

    /// What it says, and that it prints no link: exit code 1.
    #[track_caller]
    pub(crate) fn refusal(&self) -> String {
        let done = self.run().exits(1);
        assert_eq!(done.out, "", "nothing is printed");
        done.err
    }

    /// What it says of a command line or a file that is wrong: exit code 2.
    #[track_caller]
    pub(crate) fn trouble(&self) -> String {
        let done = self.run().exits(2);
        assert_eq!(done.out, "", "nothing is printed");
        done.err
    }
}

impl Done {
    /// It ended with this code.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }
}

/// Every one of `parts` stands in `text`.
#[track_caller]
pub(crate) fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in:\n{text}");
    }
}

/// The rules of the diagnostics in an answer.
pub(crate) fn rules(answer: &Value) -> Vec<&str> {
    answer["diagnostics"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}
