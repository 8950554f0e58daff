//! Whether the rows of all files are sound together: each name once, lists in order, names that lead somewhere.
//!
//! The build asks it of the embedded files, the crate of a facts file over them. What makes a fact true is asked nowhere:
//! that is what its source is for.

use std::collections::BTreeSet;

use super::{
    DatedRequirement, EndpointsFile, Fault, Feature, FeaturesFile, InternalNamesFile, MessagesFile, ObjectsFile,
    OverridesFile, PermissionsFile, PlatformsFile, Precision, ScopesFile, SunsetsFile, TopicsFile,
};

/// The most scopes that a set of them can hold.
pub(crate) const MOST_SCOPES: usize = 512;

/// The scope that every app has, the first of its file.
const OAUTH: &str = "oauth";

/// Every file that facts can be renewed in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Files<'a> {
    pub(crate) scopes: &'a ScopesFile,
    pub(crate) features: &'a FeaturesFile,
    pub(crate) platforms: &'a PlatformsFile,
    pub(crate) objects: &'a ObjectsFile,
    pub(crate) endpoints: &'a EndpointsFile<'static>,
    pub(crate) overrides: &'a OverridesFile,
    pub(crate) messages: &'a MessagesFile,
    pub(crate) permissions: &'a PermissionsFile,
    pub(crate) sunsets: &'a SunsetsFile,
    pub(crate) topics: &'a TopicsFile,
    pub(crate) internal_names: &'a InternalNamesFile,
}

impl Files<'_> {
    /// All that is unsound, file by file.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        let mut found = Faults { list: Vec::new(), scopes: self.scopes.scopes.iter().map(|row| row.name).collect() };
        self.check_scopes(&mut found);
        self.check_features(&mut found);
        self.check_platforms(&mut found);
        self.check_objects(&mut found);
        self.check_endpoints(&mut found);
        self.check_overrides(&mut found);
        self.check_permissions(&mut found);
        self.check_sunsets(&mut found);
        found.once("messages.json", self.messages.messages.iter().map(|row| row.id));
        found.once("topics.json", self.topics.topics.iter().map(|row| row.id));
        let names = &self.internal_names.internal_names;
        found.in_order("internal_names.json", names.iter().map(|row| row.name));
        for row in names {
            found.scopes_exist("internal_names.json", row.name, "scopes", row.scopes.iter().copied());
        }
        found.list
    }

    fn check_scopes(&self, found: &mut Faults) {
        const FILE: &str = "scopes.json";
        let rows = self.scopes.scopes;
        let (first, rest) = rows.split_first().map_or((None, rows), |(first, rest)| (Some(first), rest));
        if first.is_none_or(|row| row.name != OAUTH) {
            found.add(FILE, "row 1 of scopes", "the first scope is oauth, whatever the order of the others");
        }
        found.in_order(FILE, rest.iter().map(|row| row.name));
        if rows.len() > MOST_SCOPES {
            found.add(FILE, "scopes", &format!("{} rows, and a set of scopes holds {MOST_SCOPES}", rows.len()));
        }
        for row in rows {
            let is_legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '{' | '}');
            if row.name.is_empty() || !row.name.chars().all(is_legal) {
                found.add(FILE, &format!("row {}, name", row.name), "no name that a scope can have");
            }
            if row.pattern != row.name.contains("{fqn}") {
                found.add(FILE, &format!("row {}, pattern", row.name), "set exactly where the name holds {fqn}");
            }
            found.scopes_exist(FILE, row.name, "replaced_by", row.replaced_by.iter().copied());
            found.scopes_exist(FILE, row.name, "implies", row.implies.iter().copied());
            let is_key = |text: &&&str| text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            for key in row.sources.iter().filter(is_key) {
                if !self.scopes.sources.iter().any(|(known, _)| known == key) {
                    found.dangling(FILE, row.name, "sources", "source", key);
                }
            }
        }
    }

    fn check_features(&self, found: &mut Faults) {
        const FILE: &str = "features.json";
        let file = self.features;
        found.once(FILE, file.groups.iter().map(|row| row.id));
        found.once(FILE, file.features.iter().map(|row| row.id));
        found.in_order(FILE, file.components_without_feature.iter().copied());
        for group in file.groups {
            if let Some(leads) = group.leads.filter(|leads| !file.features.iter().any(|row| row.id == *leads)) {
                found.dangling(FILE, group.id, "leads", "feature", leads);
            }
        }
        for feature in file.features {
            if !file.groups.iter().any(|group| group.id == feature.group) {
                found.dangling(FILE, feature.id, "group", "group", feature.group);
            }
            found.requirements(FILE, feature.id, feature.requires);
            Self::check_options(feature, found);
        }
    }

    fn check_options(feature: &Feature, found: &mut Faults) {
        const FILE: &str = "features.json";
        let mut spellings = BTreeSet::new();
        for option in feature.options {
            let row = format!("{}:{}", feature.id, option.id);
            for spelling in std::iter::once(&option.id).chain(option.aliases) {
                if !spellings.insert(spelling.to_lowercase()) {
                    found.add(FILE, &format!("row {row}"), &format!("the spelling {spelling} stands twice"));
                }
            }
            found.requirements(FILE, &row, option.requires);
        }
    }

    fn check_platforms(&self, found: &mut Faults) {
        const FILE: &str = "platforms.json";
        let rows = self.platforms.platforms;
        found.once(FILE, rows.iter().map(|row| row.version));
        if rows.iter().filter(|row| row.is_current).count() != 1 {
            found.add(FILE, "platforms", "one version is the current one");
        }
        for row in rows {
            let Some(id) = row.sunset else { continue };
            match self.sunsets.sunsets.iter().find(|sunset| sunset.id == id) {
                None => found.dangling(FILE, row.version, "sunset", "sunset", id),
                Some(sunset) if !sunset.platforms.contains(&row.version) => {
                    let what = format!("the sunset {id} names no platform {}", row.version);
                    found.add(FILE, &format!("row {}, sunset", row.version), &what);
                }
                Some(_) => {}
            }
        }
    }

    fn check_objects(&self, found: &mut Faults) {
        const FILE: &str = "objects.json";
        found.once(FILE, self.objects.objects.iter().map(|row| row.plural));
        for row in &self.objects.objects {
            let Some(uses) = &row.uses_scopes else { continue };
            let names = [&uses.read, &uses.write, &uses.or, &uses.user_level_read].into_iter().flatten();
            found.scopes_exist(FILE, row.plural, "uses_scopes", names.copied());
        }
    }

    fn check_endpoints(&self, found: &mut Faults) {
        const FILE: &str = "endpoints.json";
        let file = self.endpoints;
        if super::day_from_text(file.as_of).is_none() {
            found.add(FILE, "as_of", &format!("`{}` is no day, such as 2026-11-21", file.as_of));
        }
        let key = |place: usize| {
            let row = &file.operations[place];
            (row.path, row.object, row.method)
        };
        for (place, row) in file.operations.iter().enumerate() {
            let name = || format!("{} {}", row.method.as_str(), row.path);
            if place > 0 && key(place - 1) >= key(place) {
                found.add(
                    FILE,
                    &format!("row {}", name()),
                    "rows stand in the order of path, object and method, each once",
                );
            }
            if let Some(object) = row.object.filter(|object| !self.has_object(object)) {
                found.dangling(FILE, &name(), "object", "object", object);
            }
            let places = row.seen.values().flat_map(|versions| versions.values()).flatten();
            if places.max().is_none_or(|most| *most >= file.requirements.len()) {
                let what = "each version leads to a row of requirements";
                found.add(FILE, &format!("row {}, seen", name()), what);
            }
        }
    }

    fn check_overrides(&self, found: &mut Faults) {
        const FILE: &str = "overrides.json";
        for row in &self.overrides.overrides {
            let methods: Vec<&str> = row.methods.iter().map(|method| method.as_str()).collect();
            let name = format!("{} {}", methods.join("/"), row.path);
            if methods.is_empty() || !row.path.starts_with('/') {
                found.add(FILE, &format!("row {name}"), "a row has methods and a path that begins with /");
            }
            let names = row.any_of.iter().flat_map(|way| &way.all_of).copied();
            found.scopes_exist(FILE, &name, "any_of", names.filter(|name| !name.contains("{segment}")));
            if let Some(object) = row.object.filter(|object| !self.has_object(object)) {
                found.dangling(FILE, &name, "object", "object", object);
            }
        }
    }

    fn has_object(&self, plural: &str) -> bool {
        self.objects.objects.iter().any(|object| object.plural == plural)
    }

    fn check_permissions(&self, found: &mut Faults) {
        const FILE: &str = "permissions.json";
        let file = self.permissions;
        found.once(FILE, file.permissions.iter().map(|row| row.id));
        found.once(FILE, file.rules.iter().map(|row| row.id));
        found.in_order(FILE, file.scopes.iter().map(|row| row.scope).filter(|name| *name != OAUTH));
        found.in_order(FILE, file.not_known.iter().copied());
        for row in &file.scopes {
            found.scopes_exist(FILE, row.scope, "scope", std::iter::once(row.scope));
            for id in &row.needs {
                if !file.permissions.iter().any(|permission| permission.id == *id) {
                    found.dangling(FILE, row.scope, "needs", "permission", id);
                }
            }
        }
        found.scopes_exist(FILE, "not_known", "not_known", file.not_known.iter().copied());
    }

    fn check_sunsets(&self, found: &mut Faults) {
        const FILE: &str = "sunsets.json";
        let rows = &self.sunsets.sunsets;
        found.in_order(FILE, rows.iter().map(|row| row.id));
        for row in rows {
            let is_day = row.date.map(super::day_from_text).is_none_or(|day| day.is_some());
            if !is_day || row.date.is_none() != (row.precision == Precision::PerApp) {
                let what = "a day, such as 2026-11-21; null only where each app has its own";
                found.add(FILE, &format!("row {}, date", row.id), what);
            }
            for version in &row.platforms {
                if !self.platforms.platforms.iter().any(|platform| platform.version == *version) {
                    found.dangling(FILE, row.id, "platforms", "platform", version);
                }
            }
        }
    }
}

/// What was found so far, and the scopes that there are.
struct Faults {
    list: Vec<Fault>,
    scopes: BTreeSet<&'static str>,
}

impl Faults {
    fn add(&mut self, file: &'static str, at: &str, what: &str) {
        self.list.push(Fault { file, at: at.to_owned(), what: what.to_owned() });
    }

    fn dangling(&mut self, file: &'static str, row: &str, field: &str, kind: &str, name: &str) {
        self.add(
            file,
            &format!("row {row}, {field}"),
            &format!("there is no {kind} `{name}`: add its row, or mend the name"),
        );
    }

    fn scopes_exist<'n>(&mut self, file: &'static str, row: &str, field: &str, names: impl Iterator<Item = &'n str>) {
        for name in names {
            if !self.scopes.contains(name) {
                self.dangling(file, row, field, "scope", name);
            }
        }
    }

    fn once(&mut self, file: &'static str, names: impl Iterator<Item = &'static str>) {
        let mut seen = BTreeSet::new();
        for name in names {
            if name.is_empty() || !seen.insert(name) {
                self.add(file, &format!("row {name}"), "the name stands twice, or is empty");
            }
        }
    }

    fn in_order(&mut self, file: &'static str, names: impl Iterator<Item = &'static str>) {
        let mut last = "";
        for name in names {
            if name <= last {
                self.add(
                    file,
                    &format!("row {name}"),
                    &format!("rows stand in the order of their names, each once: not after `{last}`"),
                );
            }
            last = name;
        }
    }

    /// Requirements stand latest first, one period ending where the next begins, and each can be met.
    fn requirements(&mut self, file: &'static str, row: &str, rules: &[DatedRequirement]) {
        for (place, rule) in rules.iter().enumerate() {
            let at = format!("row {row}, requires");
            let follows = match place.checked_sub(1).and_then(|before| rules.get(before)) {
                None => rule.until.is_none(),
                Some(later) => rule.until == Some(later.from) && rule.from < later.from,
            };
            if !follows {
                self.add(
                    file,
                    &at,
                    "requirements stand latest first, each until the day from which the one above holds",
                );
            }
            if rule.any_of.is_empty() {
                self.add(file, &at, "a requirement has a way to meet it");
            }
            self.scopes_exist(file, row, "requires", rule.any_of.iter().flat_map(|way| way.all_of).copied());
        }
    }
}
