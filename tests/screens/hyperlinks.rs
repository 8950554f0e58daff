//! Sources lead to their pages, where the terminal has hyperlinks.

use hubscope::terminal::Links;
use hubscope::tui::theme::Theme;
use ratatui::style::Color;

use crate::stage::{Stage, example};

/// Each text that leads somewhere, row by row, with the address.
fn linked(stage: &Stage, links: &Links) -> Vec<(String, String)> {
    let buffer = stage.buffer();
    let mut found: Vec<(String, String)> = Vec::new();
    for y in 0..buffer.area.height {
        let mut before = Color::Reset;
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            if let Some(address) = links.address(cell.underline_color) {
                if cell.underline_color == before {
                    found.last_mut().unwrap().0.push_str(cell.symbol());
                } else {
                    found.push((cell.symbol().to_owned(), address));
                }
            }
            before = cell.underline_color;
        }
    }
    found
}

fn stage_with(links: Option<&Links>, theme: Theme) -> Stage {
    let mut stage = Stage::on(links, example(), (120, 60), theme);
    stage.keys("3 Down");
    stage
}

#[test]
fn an_address_of_a_source_is_one_link_on_all_of_its_rows() {
    let links = Links::default();
    for theme in [Theme::new(true, false), Theme::new(false, true)] {
        let stage = stage_with(Some(&links), theme);
        let found = linked(&stage, &links);
        let address = "https://developers.hubspot.com/docs/apps/legacy-apps/authentication/scopes";
        let text: String = found.iter().filter(|(_, to)| to == address).map(|(text, _)| text.as_str()).collect();
        assert_eq!(text, address, "{}", stage.screen());
        assert!(found.iter().all(|(_, to)| !to.contains(' ')), "{found:?}");
    }
}

#[test]
fn where_the_terminal_has_no_hyperlinks_nothing_is_marked_and_the_screen_is_the_same() {
    let links = Links::default();
    let theme = Theme::new(true, false);
    let (with, without) = (stage_with(Some(&links), theme), stage_with(None, theme));
    assert_eq!(with.screen(), without.screen());
    assert!(without.buffer().content.iter().all(|cell| cell.underline_color == Color::Reset));
}

#[test]
fn the_install_url_and_what_comes_from_a_project_lead_nowhere() {
    let links = Links::default();
    let mut plan = example();
    plan.app.name = Some("https://evil.example".to_owned());
    let mut stage = Stage::on(Some(&links), plan, (120, 60), Theme::new(true, false));
    for step in ["1", "2", "4"] {
        stage.keys(step);
        assert!(linked(&stage, &links).iter().all(|(_, to)| to.contains("developers.hubspot.com")));
    }
}
