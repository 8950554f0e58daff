//! `hubscope help ci`: the job and the hook that it prints do what they say.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::check::{APP, CARD, SETTINGS};
use super::run::{Run, hubscope};

fn printed() -> String {
    hubscope("help ci").run().exits(0).out
}

/// The job, as far as its steps go: the value of every `run:`, on its own line or in the block below it.
fn run_lines(text: &str) -> Vec<String> {
    let mut commands = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(value) = line.trim_start().trim_start_matches("- ").strip_prefix("run:") else { continue };
        let indent = line.len() - line.trim_start().len();
        let mut command = value.trim().trim_matches(['|', '>', '-']).trim().to_owned();
        while let Some(next) = lines.next_if(|next| next.len() - next.trim_start().len() > indent && command.is_empty())
        {
            next.trim().clone_into(&mut command);
        }
        commands.push(command);
    }
    commands
}

/// Runs a command of the shell where the built program is on the path.
fn shell(folder: &Path, command: &str) -> Output {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_hubscope"));
    let own = program.parent().unwrap().display();
    let path = format!("{own}:{}", std::env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", command]).current_dir(folder).env("PATH", path).env("HOME", folder);
    shell.env("GIT_CONFIG_NOSYSTEM", "1").output().unwrap()
}

fn project() -> Run {
    hubscope("")
        .file("hsproject.json", SETTINGS)
        .file("src/app/app-hsmeta.json", APP)
        .file("src/app/cards/card-hsmeta.json", CARD)
}

#[test]
fn the_job_is_yaml_of_github_with_a_check() {
    let text = printed();
    let commands = run_lines(&text);
    assert_eq!(commands.len(), 2, "{commands:?}");
    assert!(commands[0].starts_with("cargo install --locked --git "), "{}", commands[0]);
    assert!(commands[1].starts_with("hubscope check "), "{}", commands[1]);
    assert!(!text.contains('\t'), "YAML has no tabs");
}

#[cfg(unix)]
#[test]
fn the_check_of_the_job_passes_a_sound_project_and_fails_another() {
    let commands = run_lines(&printed());
    let run = project();
    let sound = shell(run.folder(), &commands[1]);
    assert!(sound.status.success(), "{sound:?}");
    let run = run.file("src/app/app-hsmeta.json", APP.replace("forms", "contacts"));
    let refused = shell(run.folder(), &commands[1]);
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    let told = String::from_utf8_lossy(&refused.stdout).into_owned();
    assert!(told.contains("::error file=src/app/app-hsmeta.json,line=12"), "{told}");
}

#[cfg(unix)]
#[test]
#[ignore = "needs git"]
fn the_hook_lets_a_sound_commit_pass_and_refuses_another() {
    use std::os::unix::fs::PermissionsExt as _;
    let text = printed();
    let hook = &text[text.find("#!/bin/sh").unwrap()..];
    let run = project();
    let git = |command: &str| shell(run.folder(), command);
    let started = git("git init -q . && git config user.name ann && git config user.email ann@shop.example");
    assert!(started.status.success(), "{started:?}");
    let place = run.folder().join(".git/hooks/pre-commit");
    fs::write(&place, hook).unwrap();
    fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).unwrap();
    let sound = git("git add . && git commit -q -m 'Add the app'");
    assert!(sound.status.success(), "{sound:?}");
    fs::write(run.folder().join("src/app/app-hsmeta.json"), APP.replace("forms", "contacts")).unwrap();
    let refused = git("git add . && git commit -q -m 'Ask for contacts'");
    assert!(!refused.status.success(), "{refused:?}");
    let told = format!("{}{}", String::from_utf8_lossy(&refused.stdout), String::from_utf8_lossy(&refused.stderr));
    assert!(told.contains("scope/retired"), "{told}");
    fs::write(run.folder().join("README.md"), "A shop.").unwrap();
    let other = git("git reset -q && git add README.md && git commit -q -m 'Add a readme'");
    assert!(other.status.success(), "a commit without settings is not checked: {other:?}");
}
