//! Every screen at five sizes, in colour, without colour and in ASCII.
//!
//! A picture holds the text of a screen, and what stands for its styles; at the two small sizes the ASCII screen, too,
//! whose signs are longer.

use hubscope::plan::{Plan, ScopeType, Selection};
use hubscope::tui::action::{Action, Report};
use hubscope::tui::model::{Earlier, LinkRow};
use hubscope::tui::theme::Theme;
use ratatui::style::{Color, Modifier, Style};

use crate::plans::{declared, narrow, pinned};
use crate::stage::{CLIENT_ID, Stage, bare, example};

pub const SIZES: [(u16, u16); 5] = [(120, 40), (100, 30), (80, 24), (60, 20), (40, 12)];

/// A screen: its name, the plan, and the way to it.
pub type Screen = (&'static str, fn() -> Plan, fn(&mut Stage) -> &mut Stage);

const REFUSED: &str = r#"GET /crm/v3/owners/ {"status":"error","message":"This app hasn't been granted all required scopes to make this call.",
    "category":"MISSING_SCOPES","errors":[{"message":"One or more of the following scopes are required.",
    "context":{"requiredGranularScopes":["crm.objects.owners.read"]}}]}"#;

pub const SCREENS: [Screen; 24] = [
    ("app", example, |stage| stage.keys("1")),
    ("app-empty", Plan::default, |stage| stage),
    ("field", bare, |stage| stage.keys("1 Enter").text("x")),
    ("features", example, |stage| stage),
    ("features-empty", bare, |stage| stage),
    ("computed", example, |stage| stage.keys("Tab Down")),
    ("details", example, |stage| stage.keys("Down Enter")),
    ("find", example, |stage| stage.keys("/").text("contacts")),
    ("matrix", cells, |stage| stage.keys("m")),
    ("scopes", example, |stage| stage.keys("3")),
    ("pin", bare, |stage| stage.keys("3 p").text("crm.lists.raed")),
    ("link", example, |stage| stage.keys("4")),
    ("link-empty", Plan::default, |stage| stage.keys("4")),
    ("installs", narrow, |stage| go_to(stage, |row| matches!(row, LinkRow::Tier(_)))),
    ("simulated", narrow, |stage| go_to(stage, |row| *row == LinkRow::Outcome)),
    ("offer", two, |stage| stage.keys("4 f")),
    ("help", bare, |stage| stage.keys("?")),
    ("pasted-link", declared, |stage| paste(stage, &bad_link())),
    ("pasted-answer", bare, |stage| paste(stage, REFUSED)),
    ("pasted-list", bare, |stage| paste(stage, "crm.lists.read, crm.lists.raed automation")),
    ("save", declared, edit),
    ("earlier", bare, earlier),
    ("quit", bare, |stage| stage.keys("Down Right Down Space q")),
    ("bare-link", example, |stage| stage.keys("4 v")),
];

fn paste<'a>(stage: &'a mut Stage, text: &str) -> &'a mut Stage {
    stage.act(Action::Paste(text.to_owned()))
}

fn bad_link() -> String {
    let rest = "&scopes=crm.objects.contacts.read,forms&optional_scope=automation";
    let redirect = "http%3A%2F%2Flocalhost%3A3000%2Fcb";
    format!("https://app.hubspot.com/oauth/authorize?client_id={CLIENT_ID}&redirect_uri={redirect}{rest}")
}

fn edit(stage: &mut Stage) -> &mut Stage {
    let lines = ["--- app-hsmeta.json", "+++ app-hsmeta.json", "@@ -1,2 +1,3 @@", " \"oauth\"", "+\"forms\"", "-\"x\""];
    stage.act(Action::Report(Report::Edit(lines.map(str::to_owned).to_vec())))
}

fn earlier(stage: &mut Stage) -> &mut Stage {
    stage.model.earlier = Some(Earlier::new("2026-11-20 09:12 UTC", example()));
    stage.keys("j")
}

/// The cursor of the step Link on the first row that `is_it`.
fn go_to(stage: &mut Stage, is_it: fn(&LinkRow) -> bool) -> &mut Stage {
    stage.keys("4 g");
    while !stage.model.current_link_row().as_ref().is_some_and(is_it) {
        stage.keys("Down");
    }
    stage
}

/// Two scopes that links can be without.
fn two() -> Plan {
    use ScopeType::ConditionallyRequired;
    pinned(&[("automation", ConditionallyRequired), ("crm.objects.custom.read", ConditionallyRequired)])
}

/// A cell of the matrix in each state.
fn cells() -> Plan {
    let mut plan = bare();
    plan.toggle("crm.objects.contacts", Some("read"));
    plan.toggle("webhooks.classic", Some("deal.creation"));
    plan.toggle("sensitive", Some("contacts.sensitive.read"));
    let file = Some("src/app/cards/card-hsmeta.json".to_owned());
    plan.choose(Selection { file, ..Selection::new("cards.app", Some("contacts")) });
    plan
}

fn shown((_, plan, go): Screen, size: (u16, u16), theme: Theme) -> Stage {
    let mut stage = Stage::with_theme(plan(), size, theme);
    go(&mut stage);
    stage
}

/// In sixteen letters, what the styles of all cells are.
fn styles(stage: &Stage) -> String {
    let plain = Style::reset();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for (place, cell) in stage.buffer().content.iter().enumerate().filter(|(_, cell)| cell.style() != plain) {
        for byte in format!("{place} {:?} {:?} {:?};", cell.fg, cell.bg, cell.modifier).bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

#[test]
fn every_screen_at_every_size_in_colour_mono_and_ascii() {
    for screen in SCREENS {
        for size in SIZES {
            let [colour, mono, ascii] = [Theme::new(true, false), Theme::new(false, false), Theme::new(false, true)]
                .map(|theme| shown(screen, size, theme));
            let (name, in_colour) = (screen.0, colour.screen());
            assert_eq!(in_colour, mono.screen(), "{name}: colour changes no letter");
            assert!(ascii.screen().is_ascii(), "{name}:\n{}", ascii.screen());
            let in_ascii = if size.0 <= 60 { format!("\nin ASCII:\n{}", ascii.screen()) } else { String::new() };
            let picture = format!("{in_colour}\ncolour {}, mono {}{in_ascii}", styles(&colour), styles(&mono));
            insta::assert_snapshot!(format!("{name}-{}x{}", size.0, size.1), picture);
        }
    }
}

/// Light or dark, with sixteen colours or with more: readable on whatever the terminal's own two colours are.
#[test]
fn every_screen_keeps_to_the_default_colours_the_accent_and_three_verdicts() {
    let known = [Color::Reset, Color::Cyan, Color::Green, Color::Yellow, Color::Red];
    for screen in SCREENS {
        for size in [SIZES[0], SIZES[4]] {
            for (theme, colours) in [(Theme::new(true, false), &known[..]), (Theme::new(false, false), &known[..1])] {
                let stage = shown(screen, size, theme);
                for cell in &stage.buffer().content {
                    assert!(colours.contains(&cell.fg) && cell.bg == Color::Reset, "{} {size:?}: {cell:?}", screen.0);
                    assert_eq!(cell.underline_color, Color::Reset);
                    let allowed = Modifier::BOLD | Modifier::DIM | Modifier::REVERSED;
                    assert!(allowed.contains(cell.modifier), "{}: {cell:?}", screen.0);
                }
            }
        }
    }
}
