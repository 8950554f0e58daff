//! A component file of the current formats: what every kind has, and its part in the project.
//!
//! Owns the top level of the file: `uid`, `type`, `config`, `permissions`. What a kind means, [`super::components`] knows.

use super::components::{self, APP};
use super::config_file::ConfigFile;
use super::current_app;
use super::declared::{self, LISTS};
use super::fields::{Fields, Text, excerpt};
use super::object_type::ObjectTypes;
use super::platform;
use super::project::{Permissions, Project};
use super::sheet::Sheet;
use super::variables::Profile;
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, rule};

/// The keys that HubSpot takes in a component file.
const TOP_LEVEL: [&str; 5] = ["uid", "type", "config", "dependencies", "permissions"];

/// A component file, opened.
#[derive(Debug)]
pub(super) struct Component<'a> {
    pub(super) sheet: Sheet<'a>,
    fields: Option<Fields<'a>>,
    kind: Option<Text<'a>>,
}

impl<'a> Component<'a> {
    /// The component in `file`, with the variables of `profile` filled in.
    pub(super) fn open(file: &'a ConfigFile, catalog: &'static Catalog, profile: Option<&'a Profile>) -> Self {
        let mut sheet = Sheet::new(file, catalog).with_profile(profile);
        let fields = sheet.root();
        let kind = fields.as_ref().and_then(|fields| sheet.wanted_text_at(fields, "type"));
        if let Some(fields) = &fields {
            report_stray_keys(&mut sheet, fields);
        }
        Self { sheet, fields, kind }
    }

    /// Whether it is of this type.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.as_ref().is_some_and(|of| of.value == kind)
    }

    /// Whether it is of use without an app.
    pub(super) fn needs_no_app(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| components::needs_no_app(&kind.value))
    }

    /// Its key within the project.
    pub(super) fn uid(&self) -> Option<String> {
        self.fields.as_ref()?.get("uid")?.text()
    }

    /// Takes into `project` what it stands for.
    pub(super) fn read_into(&mut self, project: &mut Project, types: &ObjectTypes) {
        let sheet = &mut self.sheet;
        let Some(fields) = &self.fields else { return };
        project.permissions.extend(permissions(sheet, fields, types, project.platform.as_deref()));
        let Some(kind) = &self.kind else { return };
        let config = sheet.fields_at(fields, "config");
        for key in ["uid", "config"] {
            if fields.get(key).is_none() {
                sheet.missing(fields, key);
            }
        }
        if kind.value == APP {
            project.apps.push(current_app::read(sheet, fields, config.as_ref()));
        } else {
            project.features.extend(components::read(sheet, kind, config.as_ref(), types));
        }
    }
}

fn permissions<'a>(
    sheet: &mut Sheet<'a>,
    fields: &Fields<'a>,
    types: &ObjectTypes,
    version: Option<&str>,
) -> Option<Permissions> {
    let permissions = sheet.fields_at(fields, "permissions")?;
    if let Some(version) = version.filter(|version| !platform::has_permissions(types.catalog, version)) {
        let version = excerpt(version);
        let says = sheet.hubspot_says("upload.permissions-unsupported", "version", &version);
        let message = format!("{} asks for scopes itself, which platform {version} does not take.", sheet.name());
        let finding = Diagnostic::new(rule::CONFIG_PERMISSIONS_UNSUPPORTED, "permissions", message);
        let current = types.catalog.current_platform();
        let fix = format!("Declare the scopes in the app's auth, or move the project to platform {current}.");
        sheet.say(permissions.node, finding.with_hubspot_says(says).with_fix(fix));
    }
    let lists = declared::read(sheet, &permissions, &LISTS, |_| true);
    Some(Permissions {
        file: sheet.name().to_owned(),
        scopes: lists.places(sheet),
        lists: lists.list_places(sheet),
        declared: lists.into_declared(),
    })
}

fn report_stray_keys<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>) {
    let mut stray = fields.members().filter(|(key, _)| !TOP_LEVEL.contains(key)).peekable();
    if let Some((_, first)) = stray.peek().copied() {
        let keys = excerpt(&stray.map(|(key, _)| key).collect::<Vec<_>>().join(", "));
        let message = format!("{} has at its top level what HubSpot does not take there: {keys}.", sheet.name());
        let says = sheet.hubspot_says("upload.unexpected-properties", "properties", &keys);
        let finding = Diagnostic::new(rule::CONFIG_UNEXPECTED_PROPERTY, keys, message)
            .with_hubspot_says(says)
            .with_fix("Move it into config, or remove it.");
        sheet.say(first, finding);
    }
}
