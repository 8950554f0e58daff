//! A link with all its parts.

use std::ops::Range;

use super::frame::body;
use super::known::Known;
use super::names::Between;
use super::parameter::{Parameter, Separator};
use super::percent::decoded;
use super::place::{Place, place};
use super::placeholder::Placeholders;
use super::query::{after_names, parameters};

/// An install URL taken apart. Every range is one of bytes of [`ParsedLink::text`]; what stands before the body, the
/// place, the parameters, the fragment and what stands after follow each other without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedLink<'a> {
    /// All of it, as it was given.
    pub text: &'a str,
    /// The link, without what is glued on before and after.
    pub body: Range<usize>,
    /// Scheme, host and path.
    pub place: Place,
    /// The parameters in order, those behind a `#` included.
    pub parameters: Vec<Parameter>,
    /// What stands after a `#` and is no parameter, with the `#`.
    pub fragment: Option<Range<usize>>,
    /// All placeholders.
    pub placeholders: Placeholders,
    /// Whether more follows that is not known: the text is the first part of something that a program puts together.
    pub continued: bool,
}

/// Takes `text` apart.
pub fn parse(text: &str) -> ParsedLink<'_> {
    parsed(text, false)
}

/// Takes apart the first piece of a link: a program adds to it what nobody knows here.
pub fn parse_continued(text: &str) -> ParsedLink<'_> {
    parsed(text, true)
}

fn parsed(text: &str, continued: bool) -> ParsedLink<'_> {
    let placeholders = Placeholders::of(text, continued);
    let body = body(text, &placeholders);
    let place = place(text, &body, &placeholders);
    let mut parameters = parameters(text, place.path.end..body.end, &placeholders);
    // A fragment that holds no parameter is one.
    let fragment = parameters.iter().position(|parameter| parameter.separator == Separator::Hash).and_then(|at| {
        let nothing = parameters[at..].iter().all(|parameter| parameter.value.is_none());
        nothing.then(|| {
            let start = parameters[at].separator_range.start;
            parameters.truncate(at);
            start..body.end
        })
    });
    ParsedLink { text, body, place, parameters, fragment, placeholders, continued }
}

impl ParsedLink<'_> {
    /// The text of `range`.
    pub fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// What `range` means: decoded, but for placeholders.
    pub fn decoded(&self, range: &Range<usize>) -> String {
        decoded(self.text, range, &self.placeholders)
    }

    /// The parameters that are `known`, or were meant to be: those spelled right if there are any.
    pub fn all(&self, known: Known) -> impl Iterator<Item = &Parameter> {
        let of = move |parameter: &&Parameter| parameter.known == Some(known);
        let exact = self.parameters.iter().filter(of).any(|parameter| parameter.exact);
        self.parameters.iter().filter(of).filter(move |parameter| parameter.exact == exact)
    }

    /// The first of [`ParsedLink::all`] that has a value, else the first.
    pub fn first(&self, known: Known) -> Option<&Parameter> {
        let filled = self.all(known).find(|parameter| !self.is_blank(parameter));
        filled.or_else(|| self.all(known).next())
    }

    /// The bytes of a value without the white space around it.
    pub fn trimmed(&self, parameter: &Parameter) -> Range<usize> {
        let Some(value) = &parameter.value else { return parameter.end()..parameter.end() };
        let text = self.slice(value);
        let start = value.start + (text.len() - text.trim_start().len());
        start..(start + text.trim().len())
    }

    /// A value, decoded and without white space around it.
    pub fn value(&self, parameter: &Parameter) -> String {
        self.decoded(&self.trimmed(parameter)).trim().to_owned()
    }

    /// Whether a parameter has no value, and no placeholder that stands for one.
    pub fn is_blank(&self, parameter: &Parameter) -> bool {
        !self.is_open(parameter) && self.value(parameter).is_empty()
    }

    /// Whether a value is, or has in it, what stands for another.
    pub fn is_open(&self, parameter: &Parameter) -> bool {
        parameter.stands_in || parameter.value.as_ref().is_some_and(|value| self.placeholders.touch(value))
    }

    /// What stands after the last name of a scope list.
    pub fn after_names(&self, parameter: &Parameter) -> Between {
        parameter
            .value
            .as_ref()
            .map_or_else(Between::default, |value| after_names(self.text, value, &self.placeholders))
    }

    /// Whether there may be parameters that are not seen: a placeholder stands for some of them, or the query is made
    /// elsewhere.
    pub fn has_unseen_parameters(&self) -> bool {
        let stands_for_some = |parameter: &Parameter| match &parameter.value {
            None => self.placeholders.touch(&parameter.name),
            // `redirect_uri=${url}${rest}`: the rest may be anything.
            Some(value) => self.placeholders.within(value).windows(2).any(|two| two[0].end == two[1].start),
        };
        let base_alone = self.parameters.is_empty() && self.placeholders.touch(&self.place.path);
        self.continued || base_alone || self.parameters.iter().any(stands_for_some)
    }

    /// Whether anything in it stands for something else.
    pub fn is_template(&self) -> bool {
        self.placeholders.within(&self.body).iter().any(|hole| !hole.is_empty())
            || self.place.account_stands_in
            || self.parameters.iter().any(|parameter| {
                parameter.stands_in || parameter.names.iter().any(|name| name.placeholder && !name.range.is_empty())
            })
    }
}
