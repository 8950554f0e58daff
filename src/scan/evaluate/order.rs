//! Properties of the evaluator, over programs that nobody wrote: the order of files and of questions never changes an
//! answer, and no bytes need more steps than a multiple of their number.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::Index;

use super::Evaluator;
use crate::scan::lower::lower;
use crate::scan::program::{Program, SourceFile};
use crate::scan::value::{Site, Value};
use crate::syntax;

/// How many steps a byte of source may cost, besides a few for any program.
const STEPS_OF_BYTE: u64 = 24;
const STEPS_AT_LEAST: u64 = 2_000;

const ENDINGS: [&str; 9] = ["js", "ts", "py", "php", "rb", "java", "kt", "go", "cs"];

fn program(files: &[(String, String)]) -> Program {
    let read = files.iter().filter_map(|(path, code)| {
        let ending = path.rsplit('.').next().unwrap();
        let language = syntax::of_ending(ending)?;
        Some(SourceFile {
            path: path.clone(),
            language,
            form: lower(language, ending, code.as_bytes())?,
            source: code.clone().into_bytes(),
            speaks_of_hubspot: true,
            uses_unofficial: false,
            starts: None,
        })
    });
    Program::new(read.collect())
}

fn sites(program: &Program) -> Vec<Site> {
    let files = (0..).zip(&program.files);
    files.flat_map(|(at, file)| (0..).zip(&file.form.nodes).map(move |(id, _)| (at, id))).collect()
}

/// What is known of an expression: its texts, and whether there is anything besides. What a hole is called says nothing.
type Known = (BTreeSet<String>, bool);

/// What is known of each expression, asked in this order.
fn answers(program: &Program, order: &[Site]) -> BTreeMap<Site, Known> {
    let evaluator = Evaluator::new(program);
    let known = |site: &Site| -> Known {
        let values = evaluator.eval(*site);
        let texts: BTreeSet<String> = values.iter().filter_map(Value::whole).collect();
        let has_more = texts.len() < values.len() || texts.is_empty();
        (texts, has_more)
    };
    order.iter().map(|site| (*site, known(site))).collect()
}

/// One of the ways in which a field, a function or a constant may come to a value: what kind, and of which others.
type Rule = (u8, usize, usize);

/// How many names a generated program has.
const NAMES: usize = 7;

/// Python in three files that import from each other: fields, functions and constants that are worth each other. No text
/// grows on the way around: what such a cycle is worth is cut, and where it is cut is not said here.
fn python(rules: &[Rule]) -> Vec<(String, String)> {
    let mut files = [String::new(), String::new(), String::new()];
    for (at, code) in files.iter_mut().enumerate() {
        writeln!(code, "from .m{} import *\nfrom .m{} import f0, K1 as other", (at + 1) % 3, (at + 2) % 3).unwrap();
        let parent = if at < 2 { format!("(C{})", at + 1) } else { String::new() };
        writeln!(code, "class C{at}{parent}:\n    def __init__(self, given):").unwrap();
        for (own, (kind, one, two)) in rules.iter().enumerate() {
            let value = match kind % 5 {
                0 => format!("'/crm/{own}'"),
                1 => format!("self.a{one}"),
                2 => format!("max(self.a{one}, self.a{two})"),
                3 => format!("self.a{one} if given else self.a{two}"),
                _ => format!("f{one}(self.a{two})"),
            };
            writeln!(code, "        self.a{own} = {value}").unwrap();
        }
        for (own, (kind, one, two)) in rules.iter().enumerate().filter(|(own, _)| own % 3 == at) {
            let value = match kind % 4 {
                0 => format!("'/crm/f{own}'"),
                1 => format!("f{one}(path)"),
                2 => format!("f{one}(f{two}(path))"),
                _ => format!("C{}(path).a{two}", one % 3),
            };
            writeln!(code, "def f{own}(path):\n    return {value}\nK{own} = f{one}('/k{own}')").unwrap();
        }
    }
    (0..).zip(files).map(|(at, code): (usize, String)| (format!("shop/m{at}.py"), code)).collect()
}

fn shuffled<T: Clone>(all: &[T], by: &[Index]) -> Vec<T> {
    let mut left = all.to_vec();
    let mut order = Vec::with_capacity(left.len());
    for index in by.iter().cycle() {
        if left.is_empty() {
            break;
        }
        let at = index.index(left.len());
        order.push(left.swap_remove(at));
    }
    order
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_order_of_files_and_of_questions_changes_no_answer(
        rules in prop::collection::vec((any::<u8>(), 0..NAMES, 0..NAMES), NAMES),
        by in prop::collection::vec(any::<Index>(), 1..20),
    ) {
        let files = python(&rules);
        let plain = program(&files);
        let order = sites(&plain);
        let wanted = answers(&plain, &order);
        let other = program(&shuffled(&files, &by));
        let found = answers(&other, &shuffled(&order, &by));
        for (site, values) in &wanted {
            let path = &plain.file(site.0).path;
            prop_assert_eq!(values, &found[site], "{} {:?}", path, plain.form(site.0).node(site.1));
        }
    }

    #[test]
    fn no_bytes_need_more_steps_than_a_multiple_of_their_number(
        words in prop::collection::vec(0..WORDS.len(), 0..160),
        which in 0..ENDINGS.len(),
    ) {
        let words: Vec<&str> = words.into_iter().map(|word| WORDS[word]).collect();
        let code = words.join(" ");
        let program = program(&[(format!("a.{}", ENDINGS[which]), code.clone())]);
        let evaluator = Evaluator::new(&program);
        for site in sites(&program) {
            evaluator.eval(site);
        }
        let most = STEPS_AT_LEAST + STEPS_OF_BYTE * code.len() as u64;
        prop_assert!(evaluator.steps() <= most, "{} steps for {} bytes", evaluator.steps(), code.len());
    }
}

/// Words of all languages: put together by chance they are calls, classes and assignments often enough.
const WORDS: [&str; 40] = [
    "class A",
    "class B extends A",
    "class B(A):",
    "def f(a):",
    "function f($a)",
    "func f(a string) string",
    "fun f(a: String) =",
    "string f(string a) =>",
    "return",
    "f(a)",
    "f(f(a))",
    "a",
    "b",
    "$a",
    "this.a",
    "self.a",
    "$this->a",
    "=",
    "+",
    ".",
    ",",
    ";",
    "\n",
    "\n    ",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "'/crm/v3/objects/'",
    "\"https://api.hubapi.com\"",
    "new A(b)",
    "new B(a)",
    "A.b",
    "if (a)",
    "else",
    "end",
    "import { a } from './a'",
    "<?php",
];
