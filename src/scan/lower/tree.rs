//! The walk over a tree: which role a node has, and the form that grows.

use std::sync::Arc;

use tree_sitter::Node as Tree;

use crate::scan::form::{Argument, Arm, Expr, Form, Function, FunctionId, Id, Node, Test};
use crate::syntax::{Kind, Language, Part, Role, children, field, offset, span};

/// How deep expressions are read.
const DEEPEST: u32 = 220;

/// An entry of an enumeration: its name, and what it is made with.
pub(super) struct Own {
    pub(super) name: Box<str>,
    pub(super) arguments: Vec<Argument>,
}

/// A form in the making.
pub(super) struct Lower<'a> {
    pub(super) form: Form,
    pub(super) source: &'a [u8],
    pub(super) language: &'static Language,
    pub(super) kinds: Arc<[Kind]>,
    pub(super) function: FunctionId,
    pub(super) class: Option<u32>,
    /// Whether what stands here belongs to the class itself, not to a method of it.
    pub(super) in_class_body: bool,
    pub(super) branch: (u32, u32),
    pub(super) depth: u32,
    /// The entries of the enumeration here.
    pub(super) entries: Vec<Own>,
    /// Types that are handed in here, and what bounds them.
    pub(super) bounds: Vec<(Box<str>, Box<str>)>,
    /// The condition of the branch that was read last.
    pub(super) condition: Option<Id>,
}

impl<'a> Lower<'a> {
    pub(super) fn role(&self, tree: Tree<'_>) -> Option<Role> {
        self.kinds.get(usize::from(tree.kind_id())).and_then(|kind| kind.role)
    }

    /// Whether the kind of `tree` is that, by the table of its language.
    pub(super) fn is(&self, tree: Tree<'_>, part: Part) -> bool {
        self.kinds.get(usize::from(tree.kind_id())).is_some_and(|kind| kind.parts.has(part))
    }

    /// The first child that is that.
    pub(super) fn child_that_is<'t>(&self, tree: Tree<'t>, part: Part) -> Option<Tree<'t>> {
        children(tree).into_iter().find(|child| self.is(*child, part))
    }

    pub(super) fn text_of(&self, tree: Tree<'_>) -> &'a str {
        self.source.get(tree.byte_range()).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    pub(super) fn add(&mut self, tree: Tree<'_>, expr: Expr) -> Id {
        let (start, end) = span(tree);
        self.form.nodes.push(Node { expr, start, end, function: self.function });
        offset(self.form.nodes.len() - 1)
    }

    pub(super) fn unknown(&mut self, tree: Tree<'_>) -> Id {
        self.add(tree, Expr::Unknown)
    }

    pub(super) fn current(&mut self) -> Option<&mut Function> {
        self.form.functions.get_mut(self.function as usize)
    }

    /// The expression or statement at `tree`.
    pub(super) fn expr(&mut self, tree: Tree<'_>) -> Id {
        if self.depth >= DEEPEST {
            self.form.cut_short = true;
            return self.unknown(tree);
        }
        self.depth += 1;
        let id = self.of_role(tree);
        self.depth -= 1;
        id
    }

    fn of_role(&mut self, tree: Tree<'_>) -> Id {
        let Some(role) = self.role(tree) else { return self.block(tree) };
        match role {
            Role::Text => self.text(tree),
            Role::Name => self.name(tree),
            Role::LastName => self.last_name(tree),
            Role::Member => self.member(tree),
            Role::Index => self.index(tree),
            Role::Call => self.call(tree),
            Role::New => self.make(tree),
            Role::Binary => self.binary(tree),
            Role::Join => self.join(tree),
            Role::Assign => self.assign(tree),
            Role::Declare => self.declare(tree),
            Role::Map => self.map(tree),
            Role::List => self.list(tree),
            Role::Function => self.function(tree, false),
            Role::Lambda => self.function(tree, true),
            Role::Class => self.class(tree),
            Role::Return => self.result(tree),
            Role::Either => self.either(tree),
            Role::Through => self.through(tree, false),
            Role::Last => self.through(tree, true),
            Role::Annotation => self.annotation(tree),
            Role::Branch => self.in_branch(tree),
            Role::Import => self.import(tree),
            Role::Alias => self.alias(tree),
            Role::Match => self.matched(tree),
            Role::Unary => self.unary(tree),
            Role::Pattern => self.is_pattern(tree),
            Role::Skip => self.unknown(tree),
        }
    }

    /// Everything in `tree`, one after the other; the last is what it is worth.
    pub(super) fn block(&mut self, tree: Tree<'_>) -> Id {
        if tree.named_child_count() == 0 {
            return self.constant(tree);
        }
        if self.is_only_text(tree) {
            return self.unknown(tree);
        }
        if self.is_switch_value(tree) {
            return self.matched(tree);
        }
        if self.is(tree, Part::Switch) || tree.kind() == "match_statement" {
            return self.cases(tree);
        }
        let mut last = None;
        for child in children(tree) {
            last = Some(self.expr(child));
        }
        if let (Some(id), true) = (last, self.is(tree, Part::Export)) {
            let is_default =
                (0..3).filter_map(|place| tree.child(place)).any(|child| self.is(child, Part::DefaultMark));
            if is_default {
                self.bind("default", id, tree);
            }
            if let Some(source) = field(tree, &["source"]) {
                self.again(tree, source);
            }
        }
        match last {
            Some(id) if self.is_transparent(tree) => id,
            _ => self.unknown(tree),
        }
    }

    /// Whether `tree` is worth what its last child is worth.
    fn is_transparent(&self, tree: Tree<'_>) -> bool {
        self.language.semantics.last_is_result || self.is(tree, Part::Statement) || self.is(tree, Part::Transparent)
    }

    /// A statement that is a text and nothing else: documentation. What a case of a `switch` gives is none.
    fn is_only_text(&self, tree: Tree<'_>) -> bool {
        self.is(tree, Part::ExpressionStatement)
            && tree.parent().is_none_or(|parent| !self.is(parent, Part::GivesValue))
            && tree.named_child_count() == 1
            && tree.named_child(0).is_some_and(|child| self.role(child) == Some(Role::Text))
    }

    pub(super) fn through(&mut self, tree: Tree<'_>, last: bool) -> Id {
        let inner: Vec<Id> = children(tree).into_iter().map(|child| self.expr(child)).collect();
        let worth = if last { inner.last() } else { inner.first() };
        worth.copied().unwrap_or_else(|| self.unknown(tree))
    }

    pub(super) fn either(&mut self, tree: Tree<'_>) -> Id {
        let outer = std::mem::replace(&mut self.branch, span(tree));
        let all = children(tree);
        // `a if b else c`: what stands between the two is the condition.
        let between = all.get(1).copied().filter(|_| all.len() == 3 && self.is(tree, Part::TernaryByPlace));
        let condition = field(tree, &["condition"]).or(between);
        let (mut ways, mut arms, mut said) = (Vec::new(), Vec::new(), None);
        for child in all {
            let id = self.expr(child);
            if Some(child) == condition {
                said = Some(id);
            } else {
                ways.push(id);
                arms.push(child);
            }
        }
        self.branch = outer;
        let Some(said) = said else { return self.add(tree, Expr::Either(ways)) };
        let id = match (ways.as_slice(), arms.as_slice()) {
            // `a ?: b`
            ([only], [_]) if field(tree, &["alternative"]).is_some() => {
                let ways = vec![said, *only];
                let id = self.add(tree, Expr::Either(ways.clone()));
                self.form.tests.insert(id, Test::Any(ways));
                return id;
            }
            ([_, _], [first, second]) => {
                self.guard_arms(tree, said, &[*first], &[*second]);
                let id = self.add(tree, Expr::Either(ways));
                self.form.tests.insert(id, Test::Chooses(said));
                return id;
            }
            _ => self.add(tree, Expr::Either(ways)),
        };
        self.guard_arms(tree, said, &arms, &[]);
        id
    }

    /// Java: whether a `switch` gives a value: `String path = switch (kind) { case DEAL -> "/deals"; }`.
    fn is_switch_value(&self, tree: Tree<'_>) -> bool {
        let stands_alone =
            |parent: Tree<'_>| self.is(parent, Part::StandsAlone) && self.role(parent) != Some(Role::Return);
        self.is(tree, Part::SwitchExpression) && tree.parent().is_some_and(|parent| !stands_alone(parent))
    }

    fn in_branch(&mut self, tree: Tree<'_>) -> Id {
        let outer = std::mem::replace(&mut self.branch, span(tree));
        self.note_arms(tree);
        self.element(tree);
        let condition = field(tree, &["condition"]).filter(|_| is_conditional(tree.kind()));
        let body = field(tree, &["body"]).filter(|_| tree.kind().ends_with("_modifier"));
        let (mut last, mut said, mut arms, mut passed) = (None, None, Vec::new(), Vec::new());
        let mut cursor = tree.walk();
        let others: Vec<Tree<'_>> = tree.children_by_field_name("alternative", &mut cursor).collect();
        for child in children(tree) {
            let id = self.expr(child);
            if Some(child) == condition {
                said = Some(id);
            } else if others.contains(&child) {
                // What comes behind an `elif` of this statement hangs on that one, too.
                let own = self.condition.take().filter(|_| field(child, &["condition"]).is_some());
                for earlier in &passed {
                    self.guard(span(child), *earlier, false);
                }
                passed.extend(own.filter(|_| is_conditional(child.kind())));
            } else {
                arms.push(child);
            }
            if body.is_none_or(|body| body == child) {
                last = Some(id);
            }
        }
        if let Some(said) = said {
            self.guard_arms(tree, said, &arms, &others);
        }
        self.condition = said;
        self.branch = outer;
        match last {
            Some(id) if self.is_transparent(tree) => id,
            _ => self.unknown(tree),
        }
    }
}

impl Lower<'_> {
    /// Keeps which ways an `if` statement may go.
    fn note_arms(&mut self, tree: Tree<'_>) {
        if !self.is(tree, Part::If) {
            return;
        }
        let mut cursor = tree.walk();
        let others: Vec<Tree<'_>> = tree.children_by_field_name("alternative", &mut cursor).collect();
        let has_other = !others.is_empty();
        for arm in field(tree, &["consequence", "body"]).into_iter().chain(others) {
            self.form.arms.push(Arm { span: span(arm), of: span(tree), has_other });
        }
    }
}

/// Whether a branch of this kind is one way of an `if`.
fn is_conditional(kind: &str) -> bool {
    ["if", "elif", "else_if", "elsif", "unless"].iter().any(|start| kind.starts_with(start))
}
