//! The files that an older app names: its cards and its webhooks.
//!
//! Owns where an app names them. They are opened elsewhere.

use crate::diagnostic::Span;
use crate::project::fields::Fields;
use crate::project::file_kind::FileKind;
use crate::project::sheet::Sheet;

/// A file that an app names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::project) struct Reference {
    /// What it should be.
    pub(in crate::project) kind: FileKind,
    /// Its path as written, from the folder of the app.
    pub(in crate::project) path: String,
    /// Where it is named.
    pub(in crate::project) span: Span,
}

/// Every file that the app `root` with these extensions of the CRM names: its cards, then its webhooks.
pub(super) fn read<'a>(sheet: &mut Sheet<'a>, root: &Fields<'a>, crm: Option<&Fields<'a>>) -> Vec<Reference> {
    let mut all = crm.map(|crm| cards(sheet, crm)).unwrap_or_default();
    if let Some(webhooks) = sheet.fields_at(root, "webhooks") {
        all.extend(file_of(sheet, &webhooks, FileKind::Webhooks));
    }
    all
}

fn cards<'a>(sheet: &mut Sheet<'a>, crm: &Fields<'a>) -> Vec<Reference> {
    let at = crm.at.key("cards");
    let mut all = Vec::new();
    for (place, node) in sheet.list_at(crm, "cards").unwrap_or_default().into_iter().enumerate() {
        if let Some(card) = sheet.fields(at.item(place), node) {
            all.extend(file_of(sheet, &card, FileKind::Card));
        }
    }
    all
}

fn file_of<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, kind: FileKind) -> Option<Reference> {
    let text = sheet.wanted_text_at(fields, "file").filter(|text| !text.is_open())?;
    Some(Reference { kind, path: text.value, span: sheet.span_of(text.node) })
}
