//! Input that nobody meant: it is read in linear time, and nothing panics.

use std::time::Instant;

use proptest::prelude::*;

use crate::stage::scanned;

const ENDINGS: [&str; 12] = ["js", "ts", "tsx", "py", "php", "rb", "java", "kt", "go", "cs", "sh", "json"];

#[test]
fn a_hundred_thousand_brackets_are_survived() {
    for ending in ENDINGS {
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("\"a\" + ", "")] {
            let code = format!("// hubspot\n<?php\nx = {}1{}", open.repeat(100_000), close.repeat(100_000));
            let begun = Instant::now();
            scanned(&[(&format!("a.{ending}"), &code)]);
            assert!(begun.elapsed().as_secs() < 20, "{ending} {open}: {:?}", begun.elapsed());
        }
    }
}

#[test]
fn a_file_of_ten_megabytes_in_one_line_is_survived() {
    for ending in ENDINGS {
        let code = format!("hubspot {}", "a('/crm/v3/x');".repeat(700_000));
        let begun = Instant::now();
        scanned(&[(&format!("a.{ending}"), &code)]);
        assert!(begun.elapsed().as_secs() < 10, "{ending}: {:?}", begun.elapsed());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), which in 0..ENDINGS.len()) {
        let mut code = "hubspot https://api.hubapi.com/crm/v3/objects/".to_owned();
        code.push_str(&String::from_utf8_lossy(&bytes));
        scanned(&[(&format!("a.{}", ENDINGS[which]), &code)]);
    }
}
