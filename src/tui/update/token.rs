//! A token or key that is typed or pasted where no field takes one: it is said to be one, and neither shown nor kept.

use crate::credential::{Shape, redact};
use crate::trouble::of_shape;
use crate::tui::model::Model;

/// What is known by its letters alone. A UUID may be a client id, which is public.
const TELLING: [Shape; 6] =
    [Shape::PrivateToken, Shape::AccessToken, Shape::RegionKey, Shape::PersonalAccessKey, Shape::Jwt, Shape::Long];

/// The shape of the token or key that `text` is, and nothing else.
pub(super) fn alone(text: &str) -> Option<Shape> {
    let shown = redact(text.trim());
    let shape = shown.shapes.first().copied().filter(|shape| TELLING.contains(shape))?;
    shown.is_a_credential_alone().then_some(shape)
}

/// Whether a token may go on with `letter`.
pub(super) fn goes_on_with(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '=' | '+' | '/')
}

/// Says that it is one.
pub(super) fn say(model: &mut Model, shape: Shape) {
    let rows = of_shape(model.catalog, shape);
    let kind = rows.first().map(|row| row.name.split(" (").next().unwrap_or(row.name));
    let kind = match (kind, rows.len()) {
        (None, _) => String::new(),
        (Some(kind), 1) => format!(" ({kind})"),
        (Some(kind), _) => format!(" ({kind} …)"),
    };
    model.complain(format!(
        "That is a token or key{kind}: it is neither shown nor kept; hubscope explain says what it is."
    ));
}
