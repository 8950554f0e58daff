//! Fields that hang on what a constructor gets: with what it gets where objects are made, and what heirs hand up.

use super::evaluator::Evaluator;
use crate::scan::form::{Expr, Form};
use crate::scan::value::{ClassRef, Piece, Site, Value};
use crate::scan::words::{self, Meaning};

/// How many places where objects are made, and how many heirs, are looked at.
const MOST: usize = 6;

impl Evaluator<'_> {
    /// A field of `class`, as an object of `origin` has it: the class itself, or an heir that hands something up.
    pub(super) fn made_as(&self, class: ClassRef, value: &Value, site: Option<Site>, origin: ClassRef) -> Vec<Value> {
        // An entry of an enumeration asks for its own: which one, its caller says.
        if site.is_none() && self.has_entries(class) {
            return vec![value.clone()];
        }
        let up = |heir: ClassRef| -> Vec<Value> {
            let calls = self.parent_calls(heir).into_iter().take(MOST);
            let handed = calls.flat_map(|call| self.with_any_constructor(class, value, (heir.0, call)).to_vec());
            let of_heir = |value: Value| if hangs(&value) { self.as_made(heir, &value, site) } else { vec![value] };
            handed.flat_map(of_heir).collect()
        };
        if origin != class {
            let found = up(origin);
            return if found.is_empty() { self.as_made(class, value, site) } else { found };
        }
        let name = &self.program.form(class.0).classes[class.1 as usize].name;
        let heirs = self.program.heirs(name).iter().filter(|_| site.is_none()).take(16);
        let mut found: Vec<Value> = heirs.flat_map(|heir| self.deeper(|| up(*heir)).unwrap_or_default()).collect();
        if found.is_empty() || !self.program.makers(name).is_empty() {
            found.extend(self.as_made(class, value, site));
        }
        found
    }

    /// Structs: the field `name` as `Client{BaseURL: "…"}` or `Route{"GET", "/path"}` gives it: at the site where the object was
    /// made, where that is known and says it; else wherever one is made.
    pub(super) fn made_with(&self, class: ClassRef, name: &str, site: Option<Site>) -> Vec<Value> {
        let here = &self.program.form(class.0).classes[class.1 as usize];
        let of_maker = |maker: Site| -> Vec<Value> {
            let value = self.argument_named(maker, name).or_else(|| {
                let place = here.types.iter().position(|(field, _)| &**field == name)?;
                let all = self.arguments(maker);
                let is_by_place = all.len() == here.types.len() && all.iter().all(|argument| argument.name.is_none());
                all.get(place).filter(|_| is_by_place && !self.has_constructor(class)).map(|argument| argument.value)
            });
            value.map(|value| self.eval((maker.0, value)).to_vec()).unwrap_or_default()
        };
        if let Some(site) = site {
            let own = of_maker(site);
            // What was made with other fields alone got this one later, or never.
            if !own.is_empty() || self.arguments(site).iter().any(|argument| argument.name.is_some()) {
                return own;
            }
        }
        self.program.makers(&here.name).iter().take(MOST).flat_map(|maker| of_maker(*maker)).collect()
    }

    /// Whether objects of the class are requests of a library: `class HubSpotRequest : RestRequest`.
    pub(in crate::scan) fn is_request(&self, class: ClassRef) -> bool {
        let own = &self.program.form(class.0).classes[class.1 as usize];
        own.supers.iter().any(|parent| {
            let known = self.program.classes_named(class.0, parent);
            if known.is_empty() {
                words::means(Meaning::RequestClass, parent)
                    || words::all(Meaning::RequestClassAtEnd).any(|ending| parent.ends_with(ending))
            } else {
                self.deeper(|| known.iter().any(|parent| *parent != class && self.is_request(*parent)))
                    .unwrap_or_default()
            }
        })
    }

    /// Whether the class has a function that makes its objects.
    fn has_constructor(&self, class: ClassRef) -> bool {
        let form = self.program.form(class.0);
        let own = &form.classes[class.1 as usize];
        own.methods.iter().any(|method| words::is_constructor(&form.function(*method).name, &own.name))
    }

    /// The calls of `class` that run the constructor of what it extends.
    fn parent_calls(&self, class: ClassRef) -> Vec<u32> {
        let form = self.program.form(class.0);
        let own = &form.classes[class.1 as usize];
        let mut found = own.parent_calls.clone();
        let own_names = self.program.file(class.0).language.semantics.own_names;
        for method in &own.methods {
            let name = &form.function(*method).name;
            if words::is_constructor(name, &own.name) {
                let calls = self.program.calls_in((class.0, *method)).iter().copied();
                found.extend(calls.filter(|call| runs_parent(form, own_names, *call)));
            }
        }
        found
    }

    /// A value that hangs on what the constructor gets, with what it gets wherever objects are made.
    fn as_made(&self, class: ClassRef, value: &Value, site: Option<Site>) -> Vec<Value> {
        let name = &self.program.form(class.0).classes[class.1 as usize].name;
        let all = self.program.makers(name);
        let sites: Vec<Site> = site.map_or_else(|| all.iter().copied().take(6).collect(), |site| vec![site]);
        let mut found = Vec::new();
        for site in sites {
            found.extend(self.with_any_constructor(class, value, site).iter().cloned());
        }
        if found.is_empty() {
            found.extend(self.defaults(value).iter().cloned());
        }
        found
    }
}

/// Whether a parameter stands in it.
fn hangs(value: &Value) -> bool {
    match value {
        Value::Parameter(_) => true,
        Value::Text(pieces) => pieces.iter().any(|piece| matches!(piece, Piece::Parameter(_))),
        _ => false,
    }
}

fn runs_parent(form: &Form, own_names: &[&str], call: u32) -> bool {
    let Expr::Call { callee, .. } = form.expr(call) else { return false };
    let is_parent = |name: &str| words::means(Meaning::ParentObject, name) || own_names.contains(&name);
    match form.expr(*callee) {
        Expr::Name(name) => is_parent(name),
        Expr::Member(object, name) if words::means(Meaning::Constructor, name) => match form.expr(*object) {
            Expr::Name(name) => is_parent(name),
            Expr::Call { callee, .. } => matches!(form.expr(*callee), Expr::Name(name) if is_parent(name)),
            _ => false,
        },
        _ => false,
    }
}
