//! Why a template that can be read failed on a page: what Tera says of it, told by what stands at the place and by what the page
//! has.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use tera::{Context, Value};

use super::said::said;
use super::syntax::{Body, Piece, PieceKind, pieces};
use crate::locale::{Text, text};
use crate::pages::filters::reported;
use crate::source::Source;

/// What Tera says of a component that calls itself again and again. It names no place.
pub(super) const WITHOUT_END: &str = "Maximum render recursion depth for components exceeded.";

/// What is said of a failure.
pub(super) struct Failure {
    pub(super) message: Text,
    pub(super) hint: Text,
    pub(super) range: Range<usize>,
}

/// Of what Tera says of a place in a template.
pub(super) fn explain(words: &str, template: &str, at: Range<usize>, context: &Context) -> Failure {
    let at = whole_name(template, at);
    let ours = reported(words);
    let is_undefined = |message: &Text| message.id() == Some("expression-undefined");
    if ours
        .as_ref()
        .is_some_and(|(message, _)| is_undefined(message))
        && let Some(failure) = part_of_null(template, &at, context)
    {
        return failure;
    }
    if let Some((message, hint)) = ours {
        if message
            .id()
            .is_some_and(|id| id.starts_with("filter-takes-"))
            && let Some(failure) = null(template, &at, context)
        {
            return failure;
        }
        return Failure {
            message,
            hint: hint.unwrap_or_else(|| text!("template-failed-hint")),
            range: at,
        };
    }
    let is_absent = ["undefined value", "is not defined"];
    if is_absent.iter().any(|part| words.contains(part))
        && let Some(failure) = part_of_null(template, &at, context)
    {
        return failure;
    }
    if words.starts_with("Tried to escape") {
        return Failure {
            message: text!("prints-nothing-there"),
            hint: text!("prints-nothing-there-hint"),
            range: at,
        };
    }
    if let Some(failure) = no_item(words, template, &at, context) {
        return failure;
    }
    if words.contains("none")
        && let Some(failure) = null(template, &at, context)
    {
        return failure;
    }
    let (message, hint) = said(words, template.get(at.clone()).unwrap_or_default());
    Failure {
        message,
        hint,
        range: at,
    }
}

/// A place; where it is a part of a name such as `page.region.title`, all of that up to there.
fn whole_name(template: &str, at: Range<usize>) -> Range<usize> {
    let tag = tag_around(template, &at);
    let mut names = tag.into_iter().flat_map(|tag| names(template, tag));
    match names.find(|name| name.start <= at.start && at.end <= name.end) {
        Some(name) => name.start..at.end,
        None => at,
    }
}

/// The tag around a place.
fn tag_around(template: &str, at: &Range<usize>) -> Option<Range<usize>> {
    let all = pieces(template);
    let mut around = all.iter().filter(|piece| {
        let is_tag = !matches!(piece.kind, PieceKind::Text);
        is_tag && piece.range.start <= at.start && at.start <= piece.range.end
    });
    around.next().map(|piece| piece.range.clone())
}

/// The value of a name with its parts, as far as the page has it.
fn value_of<'a>(path: &'a str, context: &'a Context) -> Option<&'a Value> {
    let mut parts = path.split('.');
    let mut value = context.get(parts.next()?)?;
    for part in parts {
        value = part_of(value, part)?;
    }
    Some(value)
}

/// A name in the tag around a place that is null on this page.
fn null(template: &str, at: &Range<usize>, context: &Context) -> Option<Failure> {
    let tag = tag_around(template, at)?;
    let mut names = names(template, tag);
    let is_null = |path: &str| {
        let is_known = path
            .split('.')
            .next()
            .is_some_and(|name| context.get(name).is_some());
        is_known && value_of(path, context).is_none_or(Value::is_none)
    };
    let range = names.find(|range| is_null(&template[range.clone()]))?;
    let of = &template[range.clone()];
    Some(Failure {
        message: text!("value-null", of),
        hint: text!("part-of-null-hint", of),
        range,
    })
}

/// An item by its number that a list does not have on this page.
fn no_item(words: &str, template: &str, at: &Range<usize>, context: &Context) -> Option<Failure> {
    if !words.contains("not defined") && !words.contains("undefined") {
        return None;
    }
    let tag = tag_around(template, at)?;
    names(template, tag).find_map(|name| {
        let behind = template[name.end..].strip_prefix('[')?;
        let number = &behind[..behind.find(']')?];
        let index: usize = number.trim().parse().ok()?;
        let of = &template[name.clone()];
        let length = value_of(of, context)?.as_array()?.len();
        (index >= length).then(|| Failure {
            message: text!("item-none", of, number = index, length),
            hint: text!("item-none-hint", of, number = index),
            range: name.start..name.end + number.len() + 2,
        })
    })
}

/// A name in the tag around a place that asks for a part of what is null on this page.
fn part_of_null(template: &str, at: &Range<usize>, context: &Context) -> Option<Failure> {
    let tag = tag_around(template, at)?;
    names(template, tag).find_map(|range| {
        let path = &template[range.clone()];
        let mut value = context.get(path.split('.').next()?)?;
        for (dot, _) in path.match_indices('.') {
            if value.is_none() {
                let (of, rest) = path.split_at(dot);
                let part = rest[1..].split('.').next()?;
                return Some(Failure {
                    message: text!("part-of-null", of, part),
                    hint: text!("part-of-null-hint", of),
                    range,
                });
            }
            let part = path[dot + 1..].split('.').next()?;
            value = part_of(value, part)?;
        }
        None
    })
}

fn part_of<'a>(value: &'a Value, part: &'a str) -> Option<&'a Value> {
    value.as_map()?;
    value.get_from_path(part)
}

/// Names with their parts, such as `page.region.title`, which stand in no quotation.
fn names(text: &str, within: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut found = Vec::new();
    let mut quoted = None;
    let mut start = None;
    for (offset, c) in text[within.clone()].char_indices() {
        let at = within.start + offset;
        let is_part = c.is_alphanumeric() || c == '_' || c == '.' && start.is_some();
        match quoted {
            Some(mark) if mark == c => quoted = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'' | '`') => quoted = Some(c),
            None if is_part => _ = start.get_or_insert(at),
            None => found.extend(start.take().map(|start| start..at)),
        }
    }
    found.into_iter()
}

/// What each component calls, by name: its name, the template and the place of the call.
type Calls<'a> = BTreeMap<&'a str, Vec<(&'a str, &'a str, Range<usize>)>>;

/// The call by which a component calls itself, directly or through others: where it stands, and of what.
pub(super) fn calls_itself(
    sources: &BTreeMap<String, Source>,
) -> Option<(&str, Range<usize>, String)> {
    let mut calls: Calls<'_> = BTreeMap::new();
    for (name, source) in sources {
        let mut inside = None;
        for piece in pieces(source.text()) {
            match piece.kind {
                PieceKind::Open(Body::Component(component)) => inside = Some(component),
                PieceKind::End => inside = None,
                _ => {}
            }
            let Some(component) = inside else { continue };
            for called in called(&piece) {
                let place = call_in(source.text(), &piece.range, called);
                calls
                    .entry(component)
                    .or_default()
                    .push((called, name, place));
            }
        }
    }
    let mut cycles = calls.iter().flat_map(|(component, called)| {
        let reaches = |to: &str| reaches(&calls, to, component);
        called
            .iter()
            .filter(move |(to, ..)| reaches(to))
            .map(|call| (*component, call))
    });
    let direct = cycles
        .clone()
        .find(|(component, call)| *component == call.0);
    let (component, (_, template, range)) = direct.or_else(|| cycles.next())?;
    Some((template, range.clone(), component.to_owned()))
}

fn called<'a>(piece: &Piece<'a>) -> impl Iterator<Item = &'a str> {
    let names = piece.brings.iter().filter_map(|body| match body {
        Body::Component(name) => Some(*name),
        Body::Block(_) => None,
    });
    names.collect::<Vec<_>>().into_iter()
}

/// Where the call of a component begins in a tag, up to its name.
fn call_in(text: &str, tag: &Range<usize>, name: &str) -> Range<usize> {
    let call = format!("<{name}");
    match text[tag.clone()].find(&call) {
        Some(at) => tag.start + at..tag.start + at + call.len(),
        None => tag.clone(),
    }
}

/// Whether one component calls another, directly or through others.
fn reaches(calls: &Calls<'_>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(component) = next.pop() {
        if component == to {
            return true;
        }
        if seen.insert(component) {
            let called = calls.get(component).into_iter().flatten();
            next.extend(called.map(|(called, ..)| *called));
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::path::SourcePath;

    fn context() -> Context {
        Context::from_serialize(&json!({
            "page": { "title": "a", "region": null, "parent": { "parent": null } },
        }))
        .unwrap()
    }

    #[test]
    fn a_part_of_null_is_named_with_what_is_null() {
        for (template, of, place) in [
            (
                "{{ page.region.title | bidi }}",
                "page.region",
                "page.region.title",
            ),
            (
                "{{ page.title }}{{ \"page.region.b\" ~ page.parent.parent.title }}",
                "page.parent.parent",
                "page.parent.parent.title",
            ),
            (
                "{% if page.region.order > 2 %}x{% endif %}",
                "page.region",
                "page.region.order",
            ),
        ] {
            let at = template.rfind("page").unwrap();
            let found = explain("Field `x` is not defined", template, at..at + 1, &context());
            assert_eq!(&template[found.range], place);
            let message = found.message.to_string();
            assert!(message.starts_with(&format!("`{of}` is null")), "{message}");
        }
    }

    #[test]
    fn what_is_not_known_of_the_page_is_not_guessed() {
        for template in [
            "{{ item.region.title }}",
            "{{ page.title.text }}",
            "{{ page.region }}",
        ] {
            let found = explain(
                "Tried to escape an undefined value",
                template,
                4..5,
                &context(),
            );
            assert_eq!(
                found.message.id(),
                Some("prints-nothing-there"),
                "{template}"
            );
        }
    }

    #[test]
    fn a_component_that_calls_itself_is_found_through_others() {
        let source = |text: &str| Source::new(SourcePath::new("a.html"), text.as_bytes().to_vec());
        let parts = |text: &str| BTreeMap::from([("a.html".to_owned(), source(text))]);
        let itself = "{% component a() %}<p>{{ <b /> }}</p>{% endcomponent a %}\
            {% component b() %}{{ <b /> }}{% endcomponent b %}";
        let found = parts(itself);
        let (_, place, name) = calls_itself(&found).unwrap();
        assert_eq!(
            (&itself[place.start..], &*name),
            ("<b /> }}{% endcomponent b %}", "b")
        );
        let around = "{% component a() %}{{ <b /> }}{% endcomponent a %}{% component b() %}{{ <a /> }}{% endcomponent b %}";
        assert_eq!(calls_itself(&parts(around)).unwrap().2, "a");
        let neither = "{% component a() %}{{ <b /> }}{% endcomponent a %}{% component b() %}{% endcomponent b %}{{ <a /> }}";
        assert!(calls_itself(&parts(neither)).is_none());
    }
}
