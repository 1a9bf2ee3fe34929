//! What templates print into attributes. A null there is no text left out but an address that leads nowhere, so each
//! such print goes through a filter that notes it: the engine is given the template with the filter written in, and
//! places in that text are told as places in the template.

mod places;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::syntax::{Piece, PieceKind, pieces};
use crate::locale::text;
use crate::pages::filters::refusal;

thread_local! {
    /// The prints that gave null in the page that this thread renders.
    static NULLS: RefCell<BTreeSet<usize>> = const { RefCell::new(BTreeSet::new()) };
}

/// A print in an attribute.
#[derive(Debug, Clone)]
pub(super) struct Print {
    /// The template.
    pub(super) template: String,
    /// What stands between the braces.
    pub(super) expression: String,
    /// Where that stands.
    pub(super) range: Range<usize>,
}

/// All prints in attributes of a set of templates, and what was written into these.
#[derive(Debug, Default)]
pub(super) struct Prints {
    prints: Vec<Print>,
    inserted: BTreeMap<String, Vec<Insertion>>,
}

/// Something that the engine has in a template, and the template has not.
#[derive(Debug)]
struct Insertion {
    /// The byte of the template before which it stands.
    at: usize,
    text: String,
}

/// The filter that holds what is joined or captured against the largest page; no template names it.
const BOUNDED: &str = "__bounded";

impl Prints {
    /// Gives the engine the templates anew, with what notes nulls and with what refuses texts of more than `limit` bytes:
    /// one that is joined to itself again and again would take all memory before it is printed.
    pub(super) fn watch<'a>(
        tera: &mut Tera,
        limit: usize,
        sources: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Error> {
        tera.register_filter(BOUNDED, move |value: Value, _: Kwargs, _: &State| {
            bounded(value, limit)
        });
        let templates = sources.map(|(name, text)| (name, text, pieces(text)));
        let templates: Vec<_> = templates.collect();
        let mut watched = Self::default();
        let mut texts = Vec::new();
        for ((name, text, pieces), inner) in templates.iter().zip(places::in_attributes(&templates))
        {
            let mut inserted = bounds(pieces);
            for inner in inner {
                let n = watched.prints.len();
                let print = Print::new(name, text, &inner);
                let expression = print.expression.clone();
                tera.register_filter(filter(n), move |value: Value, _: Kwargs, _: &State| {
                    note(n, &expression, value)
                });
                inserted.extend(filtered(inner, &filter(n)));
                watched.prints.push(print);
            }
            if inserted.is_empty() {
                continue;
            }
            inserted.sort_by_key(|insertion| insertion.at);
            let mut whole = String::new();
            let mut written = 0;
            for Insertion { at, text: more } in &inserted {
                whole += &text[written..*at];
                whole += more;
                written = *at;
            }
            texts.push((*name, whole + &text[written..]));
            watched.inserted.insert((*name).to_owned(), inserted);
        }
        tera.add_raw_templates(texts)?;
        Ok(watched)
    }

    /// Runs what renders one page, and gives the prints that gave null.
    pub(super) fn nulls<T>(&self, render: impl FnOnce() -> T) -> (T, Vec<&Print>) {
        NULLS.take();
        let rendered = render();
        let nulls = NULLS.take().into_iter();
        (rendered, nulls.filter_map(|n| self.prints.get(n)).collect())
    }

    /// Where the bytes stand in the template that the engine has at `range` of what it was given.
    pub(super) fn original(&self, template: &str, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let mut shift = 0;
            for Insertion { at: start, text } in self.inserted.get(template).into_iter().flatten() {
                if at <= start + shift {
                    break;
                }
                if at < start + shift + text.len() {
                    return *start;
                }
                shift += text.len();
            }
            at - shift
        };
        place(range.start)..place(range.end)
    }
}

/// What makes an expression go through a filter.
fn filtered(expression: Range<usize>, filter: &str) -> [Insertion; 2] {
    let insertion = |at, text| Insertion { at, text };
    [
        insertion(expression.start, "(".to_owned()),
        insertion(expression.end, format!(")|{filter}")),
    ]
}

/// What bounds the texts that a template joins or captures.
fn bounds(pieces: &[Piece<'_>]) -> Vec<Insertion> {
    let mut inserted = Vec::new();
    for piece in pieces {
        match &piece.kind {
            PieceKind::Join(value) => inserted.extend(filtered(value.clone(), BOUNDED)),
            PieceKind::Capture(at) => inserted.push(Insertion {
                at: *at,
                text: format!("|{BOUNDED}"),
            }),
            _ => {}
        }
    }
    inserted
}

/// Refuses a text of more than `limit` bytes.
fn bounded(value: Value, limit: usize) -> TeraResult<Value> {
    if value.as_str().is_some_and(|text| text.len() > limit) {
        return Err(refusal(text!("value-too-large", limit = limit.to_string())));
    }
    Ok(value)
}

impl Print {
    fn new(template: &str, text: &str, inner: &Range<usize>) -> Self {
        let expression = text[inner.clone()].trim();
        let start = inner.start + text[inner.clone()].find(expression).unwrap_or_default();
        Self {
            template: template.to_owned(),
            range: start..start + expression.len(),
            expression: expression.to_owned(),
        }
    }
}

/// The filter that notes the nulls of a print; no template names it.
fn filter(n: usize) -> String {
    format!("__print_{n}")
}

/// Notes a null, and gives what it was given.
fn note(n: usize, expression: &str, value: Value) -> TeraResult<Value> {
    if value.is_undefined() {
        return Err(refusal(text!("expression-undefined", expression)));
    }
    if value.is_none() {
        NULLS.with_borrow_mut(|nulls| nulls.insert(n));
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever fails, and wherever, is told at the place that the template itself has.
    #[test]
    fn places_are_those_of_the_template() {
        let text = "<a href=\"{{ x }}\" id='{{- x -}}'>{{ a.b.c }}</a><a href={{x}}>{{ d.e.f }}</a><a href=\"{{ g.h.i }}\">";
        let mut tera = Tera::default();
        let prints = Prints::watch(&mut tera, 100, [("a.html", text)].into_iter()).unwrap();
        let map = |name: &str, value: Value| BTreeMap::from([(name.to_owned(), value)]);
        for (wrong, wrong_at, reached) in [("a", "b", 2), ("d", "e", 3), ("g", "h", 3)] {
            let mut context = tera::Context::new();
            context.insert_value("x", Value::none());
            for [name, field, inner] in [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]] {
                let value = map(field, map(inner, 1.into()).into());
                let value = if name == wrong {
                    BTreeMap::default()
                } else {
                    value
                };
                context.insert_value(name, value.into());
            }
            let (rendered, nulls) = prints.nulls(|| tera.render("a.html", &context));
            let error = rendered.unwrap_err();
            let tera::ErrorKind::RenderingError(report) = error.kind() else {
                panic!("{error}");
            };
            let range = prints.original("a.html", report.span().range.clone());
            assert_eq!(&text[range], wrong_at);
            let nulls = nulls.iter().map(|print| &text[print.range.clone()]);
            let nulls: Vec<&str> = nulls.collect();
            assert_eq!(nulls, ["x"; 3][..reached]);
        }
    }

    #[test]
    fn a_text_is_refused_before_it_is_joined_to_itself_once_too_often() {
        for (text, wrong) in [
            (
                "{% set a = \"12345678\" %}{% set a = a ~ a ~ \"x\" %}{{ a }}",
                None,
            ),
            (
                "{% set a = \"12345678\" %}{% set a = a ~ a %}{% set a = a ~ a %}{% set_global b =a ~ a ~ a ~ a -%}",
                Some("a ~ a ~ a ~ a"),
            ),
            (
                "{% set a = \"12345678\" %}{% for i in range(end=99) %}{% set_global a = a ~ a %}{% endfor %}",
                Some("a ~ a"),
            ),
            (
                "{% set a %}{% for i in range(end=99) %}12{% endfor %}{% endset %}",
                Some(""),
            ),
            (
                "{% set a | upper %}{% for i in range(end=9) %}ab{% endfor %}{% endset %}{{ a }}",
                None,
            ),
            (
                "{% set a = b ~ 1 if b is defined else \"x\" %}{{ a }}",
                None,
            ),
        ] {
            let mut tera = Tera::default();
            let prints = Prints::watch(&mut tera, 100, [("a.html", text)].into_iter()).unwrap();
            let rendered = tera.render("a.html", &tera::Context::new());
            let Some(wrong) = wrong else {
                rendered.unwrap_or_else(|error| panic!("{text}: {error}"));
                continue;
            };
            let error = rendered.unwrap_err();
            let tera::ErrorKind::RenderingError(report) = error.kind() else {
                panic!("{text}: {error}");
            };
            assert!(report.message().contains("more than 100 bytes"), "{error}");
            // The filter comes behind what it is about.
            let place = prints.original("a.html", report.span().range.clone());
            let before = text[..place.end].trim_end();
            assert!(before.ends_with(wrong), "{text}: {before}");
        }
    }
}
