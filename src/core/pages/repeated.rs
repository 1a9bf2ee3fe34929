//! Ids that a page has twice, told by their cause: a text that its templates show twice, or an element of a template.

use std::collections::BTreeMap;
use std::ops::Range;

use super::plan::Page;
use super::rendering::Rendering;
use crate::content::{Value, ValueView};
use crate::diagnostic::{Diagnostic, Span};
use crate::html::each_tag;
use crate::locale::text;
use crate::markdown::Heading;
use crate::source::{Source, load};

/// The problems of a page with these ids, in order, some of them more than once. `headings` are those of its body.
pub(super) fn problems(
    ids: &[String],
    headings: &[Heading],
    page: &Page,
    rendering: &Rendering<'_>,
) -> Vec<Diagnostic> {
    let mut twice: Vec<&str> = Vec::new();
    for pair in ids.windows(2).filter(|pair| pair[0] == pair[1]) {
        if twice.last() != Some(&&*pair[0]) {
            twice.push(&pair[0]);
        }
    }
    if twice.is_empty() {
        return Vec::new();
    }
    let page = RepeatedIds {
        headings,
        page,
        rendering,
    };
    let mut by_text: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut problems = Vec::new();
    for id in twice {
        match (page.in_templates(id), page.text_of(id)) {
            (None, Some(text)) => by_text.entry(text).or_default().push(id),
            (place, text) => problems.push(page.of_element(id, place, text.is_some())),
        }
    }
    let shown = by_text.into_iter();
    problems.extend(shown.map(|(text, ids)| page.of_text(&text, &ids)));
    problems
}

struct RepeatedIds<'a> {
    headings: &'a [Heading],
    page: &'a Page,
    rendering: &'a Rendering<'a>,
}

impl RepeatedIds<'_> {
    /// The name in templates of the text that an id comes from, where it is the page's own.
    fn text_of(&self, id: &str) -> Option<String> {
        let number = id.strip_prefix("fn:").or(id.strip_prefix("fnref:"));
        let is_of_body = number.is_some_and(|number| !number.contains(':'));
        if is_of_body || self.headings.iter().any(|heading| heading.id == id) {
            return Some("page.content".to_owned());
        }
        let site = self.rendering.inputs.site;
        let entry = site.entry(self.page.entry()?);
        let fields = &site.collection(entry).fields;
        let mut fields = fields.iter().zip(&entry.document.fields);
        let (field, _) = fields.find(|(_, value)| gives(value, id))?;
        Some(format!("page.{}", field.name))
    }

    /// The templates, the page's own first.
    fn templates(&self) -> Vec<&Source> {
        let own = format!("{}/{}", load::TEMPLATES, self.page.template);
        let templates = self.rendering.inputs.snapshot.below(load::TEMPLATES);
        let templates = templates.filter(|source| source.path().extension() == Some("html"));
        let mut templates: Vec<_> = templates.collect();
        templates.sort_by_key(|source| (source.path().as_str() != own, source.path()));
        templates
    }

    /// Where a template writes an element with this id: the second place, where there are two.
    fn in_templates(&self, id: &str) -> Option<Span> {
        self.in_templates_by(|text| {
            let mut places = Vec::new();
            each_tag(text, |tag| {
                let ids = tag
                    .attributes
                    .iter()
                    .filter(|one| one.is("id") && one.value == id);
                places.extend(ids.map(|one| {
                    let start = tag.at + one.value_at;
                    start..start + one.value.len()
                }));
            });
            places
        })
    }

    fn in_templates_by(&self, places: impl Fn(&str) -> Vec<Range<usize>>) -> Option<Span> {
        let found = self.templates().into_iter().flat_map(|source| {
            let places = places(source.text());
            places
                .into_iter()
                .map(|place| Span::new(source.path(), place))
        });
        let mut found: Vec<_> = found.collect();
        let first = found.first()?.clone();
        let in_one = found.get(1).is_some_and(|other| other.path == first.path);
        Some(if in_one { found.swap_remove(1) } else { first })
    }

    fn of_element(&self, id: &str, place: Option<Span>, is_of_text: bool) -> Diagnostic {
        let address = &self.page.address;
        let message = text!("id-twice", address = address.as_str(), id);
        let hint = if is_of_text {
            text!("id-twice-in-text-hint")
        } else {
            text!("id-twice-hint")
        };
        let place = place.unwrap_or_else(|| Span::from(&self.page.source));
        Diagnostic::error("E209", message).at(place).hint(hint)
    }

    fn of_text(&self, text: &str, ids: &[&str]) -> Diagnostic {
        let place = self.in_templates_by(|template| {
            let places = template
                .match_indices(text)
                .map(|(at, _)| at..at + text.len());
            let is_name = |c: char| c.is_alphanumeric() || c == '_';
            let is_whole = |place: &Range<usize>| !template[place.end..].starts_with(is_name);
            places.filter(is_whole).collect()
        });
        let address = &self.page.address;
        let message = text!("text-twice", text, address = address.as_str());
        let shown: Vec<_> = ids.iter().take(3).map(|id| format!("`{id}`")).collect();
        let more = ids.len().saturating_sub(3);
        Diagnostic::error("E209", message)
            .at(place.unwrap_or_else(|| Span::from(&self.page.source)))
            .note(text!("text-twice-note", ids = shown, more))
            .hint(text!("text-twice-hint"))
    }
}

/// Whether a value has a text that gives an id.
fn gives(value: &Value, id: &str) -> bool {
    match value.view() {
        ValueView::Prose(prose) => {
            let mut has_id = false;
            let is = |found: &str| crate::html::decode_value(found) == id;
            each_tag(&prose.body.html, |tag| {
                has_id |= tag.value("id").is_some_and(is);
            });
            has_id
        }
        ValueView::List(items) => items.iter().any(|item| gives(item, id)),
        ValueView::Record(_, values) => values.iter().any(|value| gives(value, id)),
        _ => false,
    }
}
