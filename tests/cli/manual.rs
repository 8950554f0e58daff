//! Help, the man page and completions: all from one definition.

use super::run::{assert_says, hubscope};

#[test]
fn every_shell_has_completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let out = hubscope(&format!("completions {shell}")).run().exits(0).out;
        assert_says(&out, &["hubscope", "for-each-link", "catalog"]);
    }
    assert_says(&hubscope("completions tcsh").trouble(), &["'tcsh'", "bash"]);
}

#[test]
fn the_man_page_has_the_flags_the_subcommands_and_the_keys() {
    let page = hubscope("man").run().exits(0).out;
    assert_says(&page, &[".TH hubscope", "\\-\\-no\\-tui", "hubscope\\-url(1)", ".SH KEYS", "Space"]);
}

#[test]
fn the_man_page_and_the_help_are_the_same_on_every_machine() {
    for line in ["man", "--help", "url --help"] {
        let with = hubscope(line).env("HUBSPOT_CLIENT_ID", "my-own-id").run().exits(0).out;
        assert_eq!(with, hubscope(line).run().exits(0).out, "{line}");
    }
}

#[test]
fn help_and_version_are_results() {
    for line in ["--help", "-h", "url --help", "catalog scopes --help", "--version"] {
        let done = hubscope(line).run().exits(0);
        assert!(!done.out.is_empty() && done.err.is_empty(), "{done:?}");
    }
    assert_eq!(hubscope("--version").run().out, format!("hubscope {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_wrong_flag_is_named_on_standard_error() {
    assert_says(&hubscope("url --scop crm.import").trouble(), &["'--scop'", "--scope"]);
    assert_says(&hubscope("catalog").trouble(), &["info", "scopes", "features"]);
}

#[test]
fn a_misspelt_subcommand_is_offered_in_its_right_spelling() {
    assert_says(&hubscope("ulr").trouble(), &["cannot open ulr", "hubscope url"]);
    assert_says(&hubscope("nothing").trouble(), &["cannot open nothing", "no subcommand", "--help"]);
}
