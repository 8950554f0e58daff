//! What holds for every screen, whatever was typed.

use hubscope::catalog::Verdict;
use hubscope::link::read;
use hubscope::plan::ScopeType;
use hubscope::tui::action::Action;
use hubscope::tui::keys::TABLE;
use proptest::prelude::*;

use crate::stage::{Stage, bare, event, example};

/// Keys of the table, letters, and pastes.
pub fn any_input() -> impl Strategy<Value = String> {
    let keys: Vec<String> = TABLE.iter().flat_map(|row| row.keys).map(|key| (*key).to_owned()).collect();
    prop_oneof![
        8 => prop::sample::select(keys),
        1 => prop::sample::select(vec!["a", "Z", "é", "日", "Backspace", "0"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["paste:x y", "paste:\u{1b}[2J", "paste:crm.lists.read", "size"]).prop_map(str::to_owned),
    ]
}

pub fn put_in(stage: &mut Stage, input: &str, size: (u16, u16)) {
    match input.strip_prefix("paste:") {
        Some(text) => stage.act(Action::Paste(text.to_owned())),
        None if input == "size" => stage.resize(size.0, size.1),
        None => stage.act(Action::Key(event(input))),
    };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn no_sequence_at_any_size_panics(
        inputs in prop::collection::vec(any_input(), 0..40),
        size in (1u16..300, 1u16..100),
        other in (1u16..300, 1u16..100),
        full in any::<bool>(),
    ) {
        let mut stage = Stage::new(if full { example() } else { hubscope::plan::Plan::default() }, size);
        for input in &inputs {
            put_in(&mut stage, input, other);
        }
    }

    #[test]
    fn counters_lists_and_link_agree(inputs in prop::collection::vec(any_input(), 0..60)) {
        let mut stage = Stage::new(bare(), (140, 60));
        for input in &inputs {
            put_in(&mut stage, input, (140, 60));
            let answer = &stage.model.answer;
            let Some(url) = read(&answer.built.draft) else { continue };
            prop_assert_eq!(&url.scope, &answer.built.scopes.scope);
            prop_assert_eq!(&url.optional_scope, &answer.built.scopes.optional);
            let [required, conditional, optional] = answer.link_counts();
            prop_assert_eq!(required, answer.resolved.of_type(ScopeType::Required).count());
            prop_assert_eq!(optional, answer.resolved.of_type(ScopeType::Optional).count());
            prop_assert_eq!(required + conditional, url.scope.len());
            prop_assert!(url.scope.iter().all(|name| !url.optional_scope.contains(name)));
            let over = stage.model.page.is_some();
            let screen = stage.screen();
            let lines: Vec<&str> = screen.lines().collect();
            for tier in &answer.lens.0 {
                let sign = match tier.verdict {
                    Verdict::Yes => "✓",
                    Verdict::No => "✗",
                    Verdict::Unknown => "?",
                };
                let said = format!("{} {sign}", tier.level.as_str());
                prop_assert!(over || lines[0].contains(&said), "{said}: {screen}");
            }
            let chosen = stage.model.plan().selections.len() + stage.model.plan().calls.len();
            for (step, number) in [("2 Features", chosen), ("3 Scopes", answer.resolved.scopes.len())] {
                let said = if number == 0 { step.to_owned() } else { format!("{step} {number} ") };
                prop_assert!(over || lines[1].contains(&said), "{said}: {screen}");
            }
            let length = format!("{} characters", answer.built.draft.len());
            prop_assert!(over || lines[58].contains(&length), "{length}: {screen}");
            let counts = format!("{required} required {conditional} conditional {optional} optional");
            prop_assert!(over || stage.screen().contains(&counts), "{}", stage.screen());
        }
    }

    #[test]
    fn undoing_everything_gives_the_plan_that_was_opened(inputs in prop::collection::vec(any_input(), 0..40)) {
        let mut stage = Stage::new(example(), (100, 30));
        let opened = stage.model.plan().clone();
        for input in &inputs {
            put_in(&mut stage, input, (100, 30));
        }
        let undo = Action::Run(hubscope::tui::action::Command::Undo);
        while stage.model.history.can_undo() {
            stage.act(undo.clone());
        }
        prop_assert_eq!(stage.model.plan(), &opened);
    }

    #[test]
    fn nothing_that_is_pasted_reaches_the_screen_as_an_escape(text in "\\PC{0,10}[\u{0}-\u{1f}\u{7f}-\u{9f}]{1,4}\\PC{0,10}") {
        let mut stage = Stage::new(bare(), (100, 30));
        stage.keys("1");
        stage.act(Action::Paste(text.clone()));
        stage.keys("Enter");
        stage.act(Action::Paste(text));
        prop_assert!(!stage.screen().chars().any(|c| c.is_control() && c != '\n'));
    }
}
