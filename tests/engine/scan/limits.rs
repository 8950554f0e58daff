//! Input that nobody meant: it is read in linear time, and nothing panics.

use std::time::Instant;

use proptest::prelude::*;

use crate::scan::stage::scanned;

const ENDINGS: [&str; 12] = ["js", "ts", "tsx", "py", "php", "rb", "java", "kt", "go", "cs", "sh", "json"];

/// Eight times as much takes eight times as long in linear and sixty-four times in quadratic work; this lies between.
const MOST: f64 = 32.0;

/// Scans the code of `size` and of an eighth of it. Their ratio alone counts, and one attempt of several is enough: in the
/// others another process may have had the processor.
#[track_caller]
fn assert_linear(ending: &str, size: usize, code: impl Fn(usize) -> String) {
    let seconds = |size: usize| {
        let (name, code) = (format!("a.{ending}"), code(size));
        let begun = Instant::now();
        scanned(&[(&name, &code)]);
        begun.elapsed().as_secs_f64()
    };
    let mut ratios = Vec::new();
    while ratios.len() < 5 {
        let few = seconds(size / 8);
        ratios.push(seconds(size) / few);
        if ratios.last().is_some_and(|ratio| *ratio < MOST) {
            return;
        }
    }
    panic!("{ending}: {} … takes {ratios:?} times as long as an eighth of it", code(2));
}

#[test]
fn a_hundred_thousand_brackets_are_read_in_linear_time() {
    for ending in ENDINGS {
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("\"a\" + ", "")] {
            assert_linear(ending, 100_000, |size| {
                format!("// hubspot\n<?php\nx = {}1{}", open.repeat(size), close.repeat(size))
            });
        }
    }
}

#[test]
fn a_file_of_ten_megabytes_in_one_line_is_read_in_linear_time() {
    for ending in ENDINGS {
        assert_linear(ending, 700_000, |size| format!("hubspot {}", "a('/crm/v3/x');".repeat(size)));
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
