//! Which prints of templates stand in attributes.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::html::each_tag;
use crate::pages::templates::names::vocabulary;
use crate::pages::templates::syntax::{Body, Expression, Piece, PieceKind};

/// A template's name, its text and its pieces.
pub(super) type Template<'a> = (&'a str, &'a str, Vec<Piece<'a>>);

/// For each template, the expressions that it prints into attributes and that may be null.
pub(super) fn in_attributes(templates: &[Template<'_>]) -> Vec<Vec<Range<usize>>> {
    let inside = bodies_in_attributes(templates);
    let printed = templates.iter().map(|(_, text, pieces)| {
        let values = values(text, pieces, &inside);
        let prints = pieces.iter().filter_map(|piece| match &piece.kind {
            PieceKind::Print(expression, inner) if may_be_null(expression) => {
                is_in(&values, &piece.range).then(|| inner.clone())
            }
            _ => None,
        });
        prints.collect()
    });
    printed.collect()
}

/// The components and blocks that are printed in attributes and nowhere else.
fn bodies_in_attributes<'a>(templates: &[Template<'a>]) -> BTreeSet<Body<'a>> {
    let all = templates.iter().flat_map(|(.., pieces)| pieces);
    let mut inside: BTreeSet<Body<'_>> = all.flat_map(|piece| piece.brings.clone()).collect();
    loop {
        let outside = templates.iter().flat_map(|(_, text, pieces)| {
            let values = values(text, pieces, &inside);
            let pieces = pieces.iter();
            let pieces = pieces.filter(move |piece| !is_in(&values, &piece.range));
            pieces.flat_map(|piece| piece.brings.clone())
        });
        let outside: BTreeSet<Body<'_>> = outside.filter(|body| inside.contains(body)).collect();
        if outside.is_empty() {
            return inside;
        }
        inside.retain(|body| !outside.contains(body));
    }
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

/// The bytes of a template that stand in attributes: in the values of its tags, and in the bodies that are only printed
/// there.
fn values(text: &str, pieces: &[Piece<'_>], inside: &BTreeSet<Body<'_>>) -> Vec<Range<usize>> {
    // What a template prints is as good as a word, and all else that is not text as good as space.
    let mut html = vec![b' '; text.len()];
    let mut bodies = Vec::new();
    let mut open = Vec::new();
    for Piece { kind, range, .. } in pieces {
        match kind {
            PieceKind::Text => {
                html[range.clone()].copy_from_slice(&text.as_bytes()[range.clone()]);
            }
            PieceKind::Print(..) => html[range.clone()].fill(b'x'),
            PieceKind::Open(body) => open.push(inside.contains(body).then_some(range.end)),
            PieceKind::End => {
                bodies.extend(open.pop().flatten().map(|start| start..range.start));
            }
            PieceKind::Join(_) | PieceKind::Capture(_) | PieceKind::Statement => {}
        }
    }
    let html = String::from_utf8_lossy(&html);
    let mut values = attribute_values(&html);
    values.append(&mut bodies);
    values
}

/// The values of the attributes of all tags, without their marks.
fn attribute_values(html: &str) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    each_tag(html, |tag| {
        let written = tag
            .attributes
            .iter()
            .filter(|attribute| !attribute.value.is_empty());
        values.extend(written.map(|attribute| {
            let start = tag.at + attribute.value_at;
            start..start + attribute.value.len()
        }));
    });
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::templates::syntax::pieces;

    /// What is watched of a template, and of one that extends it.
    fn watched(text: &str) -> Vec<String> {
        let (parent, child) = text.split_once(" ← ").unwrap_or((text, ""));
        let templates = [parent, child].map(|text| ("", text, pieces(text)));
        let ranges = in_attributes(&templates);
        let texts = templates
            .iter()
            .zip(ranges)
            .flat_map(|((_, text, _), ranges)| {
                ranges
                    .into_iter()
                    .map(|range| text[range].trim().to_owned())
            });
        texts.collect()
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
            "<a href=\"{% block b %}{% endblock %}\"> ← {% extends \"p\" %}{% block b %}{{ x }}{% endblock %}",
            "<a href=\"{% block b %}{% endblock %}\"> ← {% extends \"p\" %}{% block b %}{% block c %}{{ x }}{% endblock %}{% endblock %}",
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
            "<a href=\"{% block b %}{% endblock %}\"> ← {% block b %}{{ x }}{% endblock %}",
            "<p>{% block b %}{% endblock %}</p> ← {% extends \"p\" %}{% block b %}{{ x }}{% endblock %}",
        ] {
            assert_eq!(watched(text), [""; 0], "{text}");
        }
    }
}
