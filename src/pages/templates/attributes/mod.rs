//! What templates print into attributes. A null there is no text left out but an address that leads nowhere, so each
//! such print goes through a filter that notes it: the engine is given the template with the filter written in, and
//! places in that text are told as places in the template.

mod places;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::syntax::pieces;

thread_local! {
    /// The prints that gave null in the page that this thread renders.
    static NULLS: RefCell<BTreeSet<usize>> = const { RefCell::new(BTreeSet::new()) };
}

/// A print in an attribute.
#[derive(Debug, Clone)]
pub(super) struct Print {
    /// The template.
    pub(super) template: String,
    /// What stands between the braces, space included.
    inner: Range<usize>,
    pub(super) expression: String,
    /// Where that stands.
    pub(super) range: Range<usize>,
}

/// All prints in attributes of a set of templates.
#[derive(Debug, Default)]
pub(super) struct Prints(Vec<Print>);

impl Prints {
    /// Gives the engine the templates anew, with what notes nulls.
    pub(super) fn watch<'a>(
        tera: &mut Tera,
        sources: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Error> {
        let templates = sources.map(|(name, text)| (name, text, pieces(text)));
        let templates: Vec<_> = templates.collect();
        let mut prints = Vec::new();
        let mut texts = Vec::new();
        for ((name, text, _), inner) in templates.iter().zip(places::in_attributes(&templates)) {
            let mut watched = String::new();
            let mut written = 0;
            for inner in inner {
                let n = prints.len();
                let print = Print::new(name, text, inner.clone());
                let expression = print.expression.clone();
                tera.register_filter(filter(n), move |value: Value, _: Kwargs, _: &State| {
                    note(n, &expression, value)
                });
                watched += &text[written..inner.start];
                watched += &format!("({})|{}", &text[inner.clone()], filter(n));
                written = inner.end;
                prints.push(print);
            }
            if written > 0 {
                texts.push((*name, watched + &text[written..]));
            }
        }
        tera.add_raw_templates(texts)?;
        Ok(Self(prints))
    }

    /// Runs what renders one page, and gives the prints that gave null.
    pub(super) fn nulls<T>(&self, render: impl FnOnce() -> T) -> (T, Vec<&Print>) {
        NULLS.take();
        let rendered = render();
        let nulls = NULLS.take().into_iter();
        (rendered, nulls.filter_map(|n| self.0.get(n)).collect())
    }

    /// Where the bytes stand in the template that the engine has at `range` of what it was given.
    pub(super) fn original(&self, template: &str, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let mut shift = 0;
            let prints = self.0.iter().enumerate();
            for (n, print) in prints.filter(|(_, print)| print.template == template) {
                let start = print.inner.start + shift;
                if at <= start {
                    break;
                }
                shift += 1;
                let end = print.inner.end + shift;
                if at <= end {
                    break;
                }
                let call = 2 + filter(n).len();
                if at < end + call {
                    return print.inner.end;
                }
                shift += call;
            }
            at - shift
        };
        place(range.start)..place(range.end)
    }
}

impl Print {
    fn new(template: &str, text: &str, inner: Range<usize>) -> Self {
        let expression = text[inner.clone()].trim();
        let start = inner.start + text[inner.clone()].find(expression).unwrap_or_default();
        Self {
            template: template.to_owned(),
            range: start..start + expression.len(),
            expression: expression.to_owned(),
            inner,
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
        return Err(Error::message(format!("`{expression}` is not defined")));
    }
    if value.is_none() {
        NULLS.with_borrow_mut(|nulls| nulls.insert(n));
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Whatever fails, and wherever, is told at the place that the template itself has.
    #[test]
    fn places_are_those_of_the_template() {
        let text = "<a href=\"{{ x }}\" id='{{- x -}}'>{{ a.b.c }}</a><a href={{x}}>{{ d.e.f }}</a><a href=\"{{ g.h.i }}\">";
        let mut tera = Tera::default();
        let prints = Prints::watch(&mut tera, [("a.html", text)].into_iter()).unwrap();
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
}
