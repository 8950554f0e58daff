//! What a search looks through, and how it begins, goes on and ends.

use super::call_text::call_of;
use super::field_rows::FieldRow;
use super::find::{Entry, Find, Hit, LEAST_FOR_CALLS};
use super::node::{Item, Node};
use super::place::Step;
use super::state::Model;
use crate::diagnostic::Diagnostic;

/// So many of what was gone to lately come first.
const MOST_RECENT: usize = 10;

impl Model {
    /// Opens the search over everything; the calls are not read before something is typed.
    pub fn begin_find(&mut self) {
        let nodes = self.tree.features();
        let mut entries: Vec<Entry> = nodes.iter().filter_map(|node| self.feature_entry(node)).collect();
        entries.extend(self.ghosts().iter().filter_map(|place| self.ghost_entry(*place)));
        entries.extend(self.scope_entries());
        entries.extend(self.object_entries());
        let of_link = self.answer.built.diagnostics.iter().enumerate();
        entries.extend(of_link.map(|(place, found)| finding_entry(Hit::Finding(place), found)));
        let of_project = self.project_findings.iter().enumerate();
        entries.extend(of_project.map(|(place, found)| finding_entry(Hit::ProjectFinding(place), found)));
        let of_check = self.notes().iter().enumerate();
        entries.extend(of_check.map(|(place, found)| finding_entry(Hit::Note(place), found)));
        entries.extend(self.field_rows().into_iter().map(field_entry));
        let mut find = Find::new(self.step, self.tree.clone(), entries);
        find.matrix = self.matrix.take();
        self.find = Some(find);
    }

    /// Opens the field that filters the matrix.
    pub fn begin_filter(&mut self) {
        let mut find = Find::new(self.step, self.tree.clone(), Vec::new());
        find.row = self.matrix.as_ref().map_or(0, |matrix| matrix.row);
        self.find = Some(find);
    }

    /// Searches for what is typed, and puts the tree's cursor on the match where it stands there.
    pub fn search(&mut self) {
        let Some(mut find) = self.find.take() else { return };
        if find.input.value().len() >= LEAST_FOR_CALLS && !find.has_calls {
            find.has_calls = true;
            find.entries.extend(self.call_entries());
        }
        find.rank(&self.recent, self.catalog);
        self.find = Some(find);
        self.follow_match();
    }

    /// Puts the tree's cursor on the match, so that what is shown of the row is shown of the match.
    pub fn follow_match(&mut self) {
        let Some(find) = &self.find else { return };
        let mut tree = (*find.before).clone();
        match find.current().map(|entry| &entry.hit) {
            Some(Hit::Feature(feature, option)) => tree.reveal_feature(feature, *option),
            Some(Hit::Call(operation)) => tree.reveal_call(operation),
            Some(Hit::Found(place)) => tree.reveal_found(*place),
            _ => {}
        }
        self.tree = tree;
    }

    /// Ends the search and gives what it was on; it comes first the next time.
    pub fn end_find(&mut self) -> Option<Hit> {
        let find = self.find.take()?;
        let entry = find.current().cloned();
        if !matches!(&entry, Some(Entry { hit: Hit::Feature(..) | Hit::Call(_) | Hit::Found(_), .. }))
            && find.from != Step::Features
        {
            self.matrix = find.matrix;
        }
        let entry = entry?;
        self.recent.retain(|name| *name != entry.name);
        self.recent.push(entry.name);
        if self.recent.len() > MOST_RECENT {
            self.recent.remove(0);
        }
        Some(entry.hit)
    }

    /// Ends the search with everything where it was.
    pub fn leave_find(&mut self) {
        if let Some(find) = self.find.take() {
            self.step = find.from;
            self.tree = *find.before;
            self.matrix = find.matrix;
            self.clamp();
        }
    }

    fn feature_entry(&self, node: &Node) -> Option<Entry> {
        let (feature, option) = node.feature_choice()?;
        let spec = option.map(|option| format!("{feature}:{option}"));
        let (name, label) = match node.item {
            // An id such as `read` or `contacts` says nothing without its feature.
            Item::Option(_, option) if !option.id.contains(['.', ':']) => (spec.clone()?, option.label),
            Item::Option(feature, option) => (option.id.to_owned(), feature.name),
            Item::Feature(feature) => (feature.id.to_owned(), feature.name),
            _ => return None,
        };
        // An option such as `contacts` is many features' word; its name is what is shown.
        let own = option.filter(|option| option.contains(['.', ':'])).or(Some(feature).filter(|_| option.is_none()));
        let names = own.map(str::to_owned).into_iter().chain(spec).map(|name| name.to_ascii_lowercase()).collect();
        let said = lower(&node.texts());
        let in_plan = self.plan().selected(feature, option).next().is_some();
        Some(Entry { hit: Hit::Feature(feature, option), name, label: label.to_owned(), in_plan, names, said })
    }

    /// A call of the code, found by its path and by the files that make it.
    fn ghost_entry(&self, place: usize) -> Option<Entry> {
        let found = self.found_call(place)?;
        let mut files: Vec<&str> = found.places.iter().map(|place| place.file.as_str()).collect();
        files.dedup();
        Some(Entry {
            hit: Hit::Found(place),
            name: found.call.clone(),
            label: String::new(),
            in_plan: false,
            names: lower(&[&found.call]),
            said: lower(&files),
        })
    }

    fn scope_entries(&self) -> Vec<Entry> {
        let entry = |name: &str, summary: &str| Entry {
            hit: Hit::Scope(name.to_owned()),
            name: name.to_owned(),
            label: summary.to_owned(),
            in_plan: self.answer.resolved.scope(name).is_some(),
            names: lower(&[name]),
            said: lower(&[summary]),
        };
        let known = self.catalog.scopes().iter().map(|scope| entry(scope.name, scope.summary));
        let own = self.answer.resolved.scopes.iter().filter(|scope| scope.id.is_none());
        known.chain(own.map(|scope| entry(&scope.name, "entered by name"))).collect()
    }

    fn object_entries(&self) -> Vec<Entry> {
        let entry = |object: &'static crate::catalog::Object| Entry {
            hit: Hit::Object(object.plural),
            name: object.plural.to_owned(),
            label: object.id.unwrap_or_default().to_owned(),
            in_plan: false,
            names: object.id.into_iter().chain([object.plural, object.singular]).map(str::to_ascii_lowercase).collect(),
            said: lower(&object.aliases),
        };
        let catalog = self.catalog;
        self.grid().iter().filter_map(|row| catalog.objects().resolve(row.object)).map(entry).collect()
    }

    fn call_entries(&self) -> Vec<Entry> {
        let catalog = self.catalog;
        let entry = |operation: &'static crate::catalog::Operation| {
            let name = call_of(operation);
            Entry {
                hit: Hit::Call(operation),
                label: operation.api.to_owned(),
                in_plan: self.plan().calls.iter().any(|chosen| chosen.call == name),
                names: lower(&[&operation.id(), operation.path, &name]),
                said: operation.object.into_iter().chain([operation.api]).map(str::to_ascii_lowercase).collect(),
                name,
            }
        };
        catalog.endpoints().operations().iter().map(entry).collect()
    }
}

fn field_entry(row: FieldRow) -> Entry {
    let (name, value) = (row.field.name(), row.value);
    Entry {
        hit: Hit::Field(row.field),
        names: lower(&[name]),
        said: lower(&[&row.hint, &value]),
        name: name.to_owned(),
        label: value,
        in_plan: false,
    }
}

fn finding_entry(hit: Hit, found: &Diagnostic) -> Entry {
    Entry {
        hit,
        name: found.rule.id.to_owned(),
        label: found.message.clone(),
        in_plan: false,
        names: lower(&[found.rule.id]),
        said: lower(&[&found.subject, &found.message]),
    }
}

fn lower(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| text.to_ascii_lowercase()).collect()
}
