//! Whatever a text holds, a report holds no character that does something to a terminal, and is made.

use hubscope::check::Checked;
use hubscope::check::report::{Look, github, human, json, sarif};
use hubscope::diagnostic::{Diagnostic, Rule, Severity, Span};
use hubscope::escape::is_dangerous;
use proptest::prelude::*;

use crate::reports::stage::demo;

static ANY: Rule = demo("demo/any", Severity::Warning);

fn target(kind: &'static str, text: &str, span: (usize, usize, usize), words: &str) -> Checked {
    let (line, start, end) = span;
    let place = Span { file: words.into(), line, column: start % 50 + 1, start, end };
    let finding = Diagnostic::new(&ANY, words, words)
        .with_hubspot_says(words)
        .with_fix(words)
        .with_source(words.to_owned())
        .with_span(place);
    Checked {
        target: words.into(),
        kind,
        diagnostics: vec![finding.clone(), Diagnostic { span: None, ..finding }],
        repaired: Some(words.into()),
        repaired_in_part: false,
        rewritten: None,
        not_read: None,
        texts: [(words.to_owned(), text.to_owned())].into(),
        parsed: None,
    }
}

proptest! {
    #[test]
    fn no_report_holds_what_moves_the_cursor(
        kind in prop::sample::select(vec!["url", "project", "config", "source"]),
        text in prop_oneof![any::<String>(), "[a\t\r\n試\u{1b}\u{feff}é\u{301}🔑]{0,300}"],
        words in prop_oneof![any::<String>(), "[a:,%\r\n\u{1b}\u{202e}/é]{0,20}"],
        span in (0_usize..1_000_000, 0_usize..400, 0_usize..400),
    ) {
        let targets = [target(kind, &text, span, &words), target(kind, &text, span, &words)];
        for ascii in [false, true] {
            human(&targets, Look { color: true, ascii, links: false });
        }
        let reports = [human(&targets, Look::default()), json(&targets), sarif(&targets), github(&targets)];
        for report in reports {
            prop_assert!(!report.chars().any(|c| c != '\n' && is_dangerous(c)), "{report:?}");
        }
        prop_assert_eq!(github(&targets).lines().count(), 4);
    }
}

#[test]
fn many_findings_in_one_line_of_ten_megabytes_are_reported() {
    let text = format!("[{}]", "\"é\",".repeat(2_000_000));
    let spans =
        (0..2_000).map(|i| Span { file: "a.json".into(), line: 1, column: 1 + i, start: 5 * i, end: 5 * i + 3 });
    let finding = |span| Diagnostic::new(&ANY, "a", "b").with_span(span);
    let target = Checked {
        target: ".".into(),
        kind: "project",
        diagnostics: spans.map(finding).collect(),
        texts: [("a.json".to_owned(), text)].into(),
        ..Checked::default()
    };
    let targets = [target];
    assert!(human(&targets, Look::default()).len() < 2_000_000);
    assert_eq!(github(&targets).lines().count(), 2_000);
    assert!(sarif(&targets).len() < 5_000_000 && json(&targets).len() < 2_000_000);
}
