//! Code beside the program: what only a developer runs, by hand, now and then.
//!
//! Owns which folders and files hold such code. What they call may need a scope that the installed app never asks for.

use serde::Serialize;

/// What kind of code it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aside {
    /// A script of the developer's.
    Script,
    /// It fills an account with records to try things with.
    Seed,
    /// It shows how something is done.
    Example,
    /// It tests the program.
    Test,
}

impl Aside {
    /// What the file at `path` is; `None` = part of the program.
    pub(super) fn of(path: &str) -> Option<Self> {
        let path = path.to_ascii_lowercase();
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let by_name = match stem {
            _ if matches!(ending, "sh" | "bash" | "zsh" | "ps1") => Some(Self::Script),
            _ if matches!(ending, "http" | "rest") || stem.ends_with("postman_collection") => Some(Self::Example),
            _ => stem.split(['_', '-', '.']).find_map(of_word).filter(|kind| *kind != Self::Test),
        };
        folders.split('/').find_map(of_word).or(by_name).or_else(|| is_test(stem).then_some(Self::Test))
    }

    /// What makes the call, as a sentence says it.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Script => "a script",
            Self::Seed => "a script with records to try things with",
            Self::Example => "an example",
            Self::Test => "a test",
        }
    }
}

fn of_word(word: &str) -> Option<Aside> {
    Some(match word {
        "script" | "scripts" | "tools" | "tooling" | "devtools" => Aside::Script,
        "seed" | "seeds" | "seeder" | "seeders" => Aside::Seed,
        "example" | "examples" | "sample" | "samples" | "demo" | "demos" | "playground" | "sandbox" => Aside::Example,
        "test" | "tests" | "__tests__" | "spec" | "specs" | "e2e" | "cypress" => Aside::Test,
        _ => return None,
    })
}

fn is_test(stem: &str) -> bool {
    ["test_", "tests_"].iter().any(|start| stem.starts_with(start))
        || ["_test", ".test", "_spec", ".spec"].iter().any(|end| stem.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_file_says_what_it_is_for() {
        for (path, wanted) in [
            ("src/app/sync.js", None),
            ("scripts/load.mjs", Some(Aside::Script)),
            ("deploy.sh", Some(Aside::Script)),
            ("db/seeds/deals.rb", Some(Aside::Seed)),
            ("seed-deals.ts", Some(Aside::Seed)),
            ("docs/examples/a.py", Some(Aside::Example)),
            ("calls.http", Some(Aside::Example)),
            ("tests/a.py", Some(Aside::Test)),
            ("src/hub.test.ts", Some(Aside::Test)),
            ("src/latest.ts", None),
            ("src/scripted.ts", None),
            ("src/sampler.ts", None),
        ] {
            assert_eq!(Aside::of(path), wanted, "{path}");
        }
    }
}
