//! What templates print into attributes. A null there is no text left out but an address that leads nowhere, so each
//! such print goes through a filter that notes it: the engine is given the template with the filter written in, and
//! places in that text are told as places in the template.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::names::vocabulary;
use super::syntax::{Expression, Piece, PieceKind, pieces};

/// The filter that notes nulls; no template names it.
const FILTER: &str = "__in_attribute";

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
pub(super) struct Prints(Arc<Vec<Print>>);

impl Prints {
    /// Gives the engine the templates anew, with what notes nulls.
    pub(super) fn watch<'a>(
        tera: &mut Tera,
        sources: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    ) -> Result<Self, Error> {
        let templates = sources.map(|(name, text)| (name, text, pieces(text)));
        let templates: Vec<_> = templates.collect();
        let components = components_in_attributes(&templates);
        let mut prints = Vec::new();
        let mut texts = Vec::new();
        for (name, text, pieces) in &templates {
            let mut watched = String::new();
            let mut written = 0;
            for inner in in_attributes(text, pieces, &components) {
                watched += &text[written..inner.start];
                watched += &format!("({})|{FILTER}(n={})", &text[inner.clone()], prints.len());
                written = inner.end;
                let expression = text[inner.clone()].trim();
                let start = inner.start + text[inner.clone()].find(expression).unwrap_or_default();
                prints.push(Print {
                    template: (*name).to_owned(),
                    range: start..start + expression.len(),
                    expression: expression.to_owned(),
                    inner,
                });
            }
            if written > 0 {
                texts.push((*name, watched + &text[written..]));
            }
        }
        let prints = Arc::new(prints);
        let known = prints.clone();
        tera.register_filter(FILTER, move |value: Value, args: Kwargs, _: &State| {
            let n = args.must_get::<usize>("n")?;
            if value.is_undefined() {
                let expression = known.get(n).map_or("", |print| &print.expression);
                return Err(Error::message(format!("`{expression}` is not defined")));
            }
            if value.is_none() {
                NULLS.with_borrow_mut(|nulls| nulls.insert(n));
            }
            TeraResult::Ok(value)
        });
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
                let filter = format!(")|{FILTER}(n={n})").len();
                if at < end + filter {
                    return print.inner.end;
                }
                shift += filter;
            }
            at - shift
        };
        place(range.start)..place(range.end)
    }
}

/// A template's name, its text and its pieces.
type Template<'a> = (&'a str, &'a str, Vec<Piece<'a>>);

/// The components that are called in attributes and nowhere else.
fn components_in_attributes<'a>(templates: &[Template<'a>]) -> BTreeSet<&'a str> {
    let all = templates.iter().flat_map(|(.., pieces)| pieces);
    let mut inside: BTreeSet<&str> = all.flat_map(|piece| piece.calls.clone()).collect();
    loop {
        let outside = templates.iter().flat_map(|(_, text, pieces)| {
            let values = values(text, pieces, &inside);
            let pieces = pieces.iter();
            let pieces = pieces.filter(move |piece| !is_in(&values, &piece.range));
            pieces.flat_map(|piece| piece.calls.clone())
        });
        let outside: BTreeSet<&str> = outside.filter(|name| inside.contains(name)).collect();
        if outside.is_empty() {
            return inside;
        }
        inside.retain(|name| !outside.contains(name));
    }
}

/// The expressions that are printed into attributes and may be null.
fn in_attributes(
    text: &str,
    pieces: &[Piece<'_>],
    components: &BTreeSet<&str>,
) -> Vec<Range<usize>> {
    let values = values(text, pieces, components);
    let prints = pieces.iter().filter_map(|piece| match &piece.kind {
        PieceKind::Print(expression, inner) if may_be_null(expression) => {
            is_in(&values, &piece.range).then(|| inner.clone())
        }
        _ => None,
    });
    prints.collect()
}

fn is_in(values: &[Range<usize>], range: &Range<usize>) -> bool {
    let mut values = values.iter();
    values.any(|value| value.start <= range.start && range.end <= value.end)
}

fn may_be_null(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::Plain(_)
        | Expression::Quoted(_)
        | Expression::Test(..)
        | Expression::Comprehension(_)
        | Expression::Component(_)
        | Expression::Function(_)
        | Expression::List(_)
        | Expression::Map(_) => false,
        Expression::Filter(of, call) if call.name.0 == "bidi_text" => may_be_null(of),
        Expression::Filter(_, call) => vocabulary::may_give_null(call.name.0),
        Expression::Either(ways, _) => ways.iter().any(may_be_null),
        Expression::Null
        | Expression::Variable(_)
        | Expression::Field(..)
        | Expression::Item(..)
        | Expression::Slice(..)
        | Expression::Unknown => true,
    }
}

/// The bytes of a template that stand in attributes: in the values of its tags, and in the components that are only
/// called there.
fn values(text: &str, pieces: &[Piece<'_>], components: &BTreeSet<&str>) -> Vec<Range<usize>> {
    // What a template prints is as good as a word, and all else that is not text as good as space.
    let mut html = vec![b' '; text.len()];
    let mut bodies = Vec::new();
    let mut open = None;
    for Piece { kind, range, .. } in pieces {
        match kind {
            PieceKind::Text => {
                html[range.clone()].copy_from_slice(&text.as_bytes()[range.clone()]);
            }
            PieceKind::Print(..) => html[range.clone()].fill(b'x'),
            PieceKind::Component(name) => {
                open = Some(range.end).filter(|_| components.contains(name));
            }
            PieceKind::EndOfComponent => bodies.extend(open.take().map(|open| open..range.start)),
            PieceKind::Statement => {}
        }
    }
    let mut values = attribute_values(&html);
    values.extend(bodies);
    values
}

const RAW_TEXT: [&[u8]; 4] = [b"script", b"style", b"textarea", b"title"];

/// The values of the attributes of all tags, without their marks.
fn attribute_values(html: &[u8]) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    let mut at = 0;
    let find = |from: usize, wanted: &[u8]| {
        let rest = html.get(from..).unwrap_or_default();
        let found = rest
            .windows(wanted.len())
            .position(|part| part.eq_ignore_ascii_case(wanted));
        found.map_or(html.len(), |found| from + found)
    };
    let while_ = |from: usize, is: fn(u8) -> bool| {
        let rest = html.get(from..).unwrap_or_default();
        from + rest.iter().position(|b| !is(*b)).unwrap_or(rest.len())
    };
    while let start = find(at, b"<")
        && start < html.len()
    {
        if html[start..].starts_with(b"<!--") {
            at = find(start + 4, b"-->");
            continue;
        }
        let name = start + 1 + usize::from(html.get(start + 1) == Some(&b'/'));
        at = while_(name, |b| b.is_ascii_alphanumeric() || b == b'-');
        if at == name {
            at = start + 1;
            continue;
        }
        let name = &html[name..at];
        loop {
            at = while_(at, |b| b.is_ascii_whitespace() || b == b'/');
            if at >= html.len() || html[at] == b'>' {
                break;
            }
            at = while_(at + 1, |b| !b.is_ascii_whitespace() && !b"=>/".contains(&b));
            let equals = while_(at, |b| b.is_ascii_whitespace());
            if html.get(equals) != Some(&b'=') {
                continue;
            }
            let value = while_(equals + 1, |b| b.is_ascii_whitespace());
            if let Some(mark @ (b'"' | b'\'')) = html.get(value) {
                let end = find(value + 1, &[*mark]);
                values.push(value + 1..end);
                at = end + 1;
            } else {
                at = while_(value, |b| !b.is_ascii_whitespace() && b != b'>');
                values.push(value..at);
            }
        }
        if RAW_TEXT.iter().any(|raw| name.eq_ignore_ascii_case(raw))
            && html.get(start + 1) != Some(&b'/')
        {
            at = find(at, &[b"</", name].concat());
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// What is watched of one template.
    fn watched(text: &str) -> Vec<String> {
        let prints = Prints::watch(&mut Tera::default(), [("a.html", text)].into_iter()).unwrap();
        prints
            .0
            .iter()
            .map(|print| print.expression.clone())
            .collect()
    }

    #[test]
    fn attributes_are_known_in_every_spelling() {
        for text in [
            "<a href=\"{{ x }}\">",
            "<a href='{{ x }}'>",
            "<a href={{ x }}>",
            "<A HREF = \"{{ x }}\">",
            "<a\nhref\n=\n\"/a/{{ x }}#b\">",
            "<img src=\"a\" alt=\"{{- x -}}\"/>",
            "<a{% if y %} title=\">\"{% endif %} href=\"{{ x }}\">",
            "<a class=\"{% if y %}a{% else %}b{% endif %} {{ x }}\">",
            "<{{ \"ol\" if y else \"ul\" }} class=\"{{ x }}\">",
            "<svg><path d=\"{{ x }}\"/></svg>",
            "<!-- <a href=\" --><a href=\"{{ x }}\">",
            "<script>\"<a href='\"</script><a href=\"{{ x }}\">",
            "{# <a href=\" #}<a {# \" #}href=\"{{ x }}\">",
            "{% raw %}<a href=\"{{ z }}{% endraw %}{{ x }}\">",
            "<p>\"</p>a < b<a href=\"{{ x }}\">",
            "<a href=\"{{ <c/> }}\">{% component c() %}{{ x }}{% endcomponent %}",
            "<a href=\"{{ <c/> }}\">{% component c() %}{{ <d.e/> }}{% endcomponent %}{% component d.e() %}{{ x }}{% endcomponent %}",
        ] {
            assert_eq!(watched(text), ["x"], "{text}");
        }
    }

    #[test]
    fn what_stands_elsewhere_or_cannot_be_null_is_not_watched() {
        for text in [
            "<p>{{ x }}</p>",
            "\"{{ x }}\" = \"{{ x }}\"",
            "<title>\"{{ x }}\"</title>",
            "<script type=\"a\">a = \"{{ x }}\"</script>",
            "<!-- a=\"{{ x }}\" -->",
            "<p {{ x }}>",
            "<a href=\"a\">{{ x }}</a href=\"b\">",
            "<p>a=\"{{ x }}\" <b",
            "<a href=\"{{ x ~ y }}{{ 1 + x }}{{ x | length }}{{ x | escape }}{{ \"a\" if x else \"b\" }}\">",
            "<a href=\"{{ <c/> }}\">{{ <c/> }}{% component c() %}{{ x }}{% endcomponent %}",
            "<a href=\"{{ <c/> }}\">{% set y = <c/> %}{% component c() %}{{ x }}{% endcomponent %}",
        ] {
            assert_eq!(watched(text), [""; 0], "{text}");
        }
    }

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
