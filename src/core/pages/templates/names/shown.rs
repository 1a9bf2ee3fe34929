//! Which templates show the body of their page. A condition on it shows nothing, nor does a variable that nothing prints; where
//! a body is lost sight of, it is taken for shown.

use super::scope::Variables;
use super::walk::Walk;
use crate::pages::context::{BodyField, PageBody, Shape};

impl<'a> Walk<'a, '_> {
    /// Notes what a template asks of the body of an entry by naming a field of a value.
    pub(super) fn note_body(&mut self, shape: &Shape, name: &str) {
        let Some(field) = BodyField::named(name).filter(|_| self.is_reached) else {
            return;
        };
        let asked = self.findings.bodies.entry(self.file).or_default();
        let schema = &self.shapes.0.schema;
        for shape in shape.each() {
            let collections = match shape {
                Shape::Entry(id, _) | Shape::Page(id, PageBody::Omitted) => vec![*id],
                Shape::Page(id, PageBody::Included) => {
                    let declares = schema.collection(*id).field(name).is_some();
                    if !declares {
                        asked.note_own(field);
                    }
                    continue;
                }
                // It may be the page as well.
                Shape::Unknown => {
                    asked.note_own(field);
                    self.shows_body = true;
                    schema.ids().collect()
                }
                _ => continue,
            };
            for id in collections {
                if schema.collection(id).field(name).is_none() {
                    asked.note(id, field);
                }
            }
        }
    }

    /// Notes that a value is printed, or goes where nobody follows it.
    pub(super) fn shown(&mut self, shape: &Shape) {
        self.shows_body |= shape.holds_prose();
    }

    /// What is made of a value; where the body is not to be seen in it any more, it may be shown all the same.
    pub(super) fn made(&mut self, of: &Shape, made: Shape) -> Shape {
        self.shows_body |= of.holds_prose() && !made.holds_prose();
        made
    }

    /// A text that is made of this.
    pub(super) fn text_of(shape: &Shape) -> Shape {
        if shape.holds_prose() {
            Shape::Prose
        } else {
            Shape::Plain
        }
    }

    /// Whichever of these it may be.
    pub(super) fn one_of(&mut self, shapes: impl IntoIterator<Item = Shape>) -> Shape {
        let shapes: Vec<Shape> = shapes.into_iter().collect();
        let holds_prose = shapes.iter().any(Shape::holds_prose);
        let one = Shape::one_of(shapes);
        self.shows_body |= holds_prose && !one.holds_prose();
        one
    }

    /// Sets a variable. What it was before stays possible, since a tag need not be reached.
    pub(super) fn set(&mut self, name: &'a str, shape: Shape, is_global: bool) {
        let before = self.scope.get(name).cloned();
        let shape = self.one_of(before.into_iter().chain([shape]));
        self.scope.set(name, shape, is_global);
    }

    /// Lets nothing be known of the variables that are not as they were.
    pub(super) fn forget_what_differs(&mut self, before: &Variables<'a>) {
        for (name, shape) in &mut self.scope.set {
            if before.get(name) != Some(&*shape) {
                self.shows_body |= shape.holds_prose();
                *shape = Shape::Unknown;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::pages::templates::names::{check, uses};
    use crate::pages::tests::Fixture;

    /// Whether the good site's books show their body, where this is the main block of their template.
    fn shows(main: &str) -> bool {
        let components = "{% component prose(@page) %}{% if page.content %}<div>{{ page.content }}</div>{% endif %}{% endcomponent %}\
            {% component cited(text) %}{{ text }}{% endcomponent %}{% component has(text) %}{% if text %}+{% endif %}{% endcomponent %}\
            {% component any(...rest) %}{{ rest.text }}{% endcomponent %}";
        // Another template, gone through before, calls the same components.
        let other =
            format!("{{% extends \"page.html\" %}}{{% block main %}}{main}{{% endblock %}}");
        let book = format!("{other}{components}");
        let files = [
            ("templates/page.html", "{% block main %}{% endblock %}"),
            ("templates/book.html", &*book),
            ("templates/author.html", &*other),
        ];
        let Fixture {
            site, templates, ..
        } = Fixture::with("tests/cases/good", &files);
        assert!(templates.left_out.is_empty(), "{main}");
        let known = check(&templates, &site.config, &uses(&site)).value;
        known.shows_body("book.html")
    }

    #[test]
    fn a_body_is_shown_where_it_is_printed_and_not_where_it_is_asked_for() {
        let shown = [
            "{{ page.content }}",
            "{{ page.summary | safe }}",
            "{{ page[\"content\"] }}",
            "{{ page | get(key=\"content\") }}",
            "{% set text = page.content %}{{ text }}",
            "{% set text = page.content | default(value=\"\") | trim %}{% if text %}{{ text }}{% endif %}",
            "{{ page.note or page.content }}",
            "{{ \"<div>\" ~ page.content }}",
            "{% for part in page.content | split(pat=\"<hr>\") %}{{ part }}{% endfor %}",
            "{{ <prose /> }}",
            "{{ <cited text={page.content} /> }}",
            "{{ <any text={page.content} /> }}",
            "{% filter upper %}{{ page.content }}{% endfilter %}",
            "{% set text %}{{ page.content }}{% endset %}{{ text }}",
            "{{ page.title | replace(from=\"x\", to=page.content) }}",
            "{{ [page.content] | join }}",
            "{% set it = {\"text\": page.content} %}{{ it.text }}",
            "{% for name, value in page %}{{ value }}{% endfor %}",
        ];
        let hidden = [
            "{{ page.title }}",
            "{% if page.content %}<hr>{% endif %}",
            "{% if page.content and page.note or not page.summary %}{{ page.note }}{% endif %}",
            "{% set text = page.content | default(value=\"\") %}{% if text is containing(pat=\"table\") %}<hr>{% endif %}",
            "{{ page.content | length }}",
            "{{ \"+\" if page.content else \"-\" }}",
            "{{ <has text={page.content} /> }}",
            "{{ page.word_count }}",
            "{% for one in books %}{{ one.title }}{% endfor %}",
        ];
        for main in shown {
            assert!(shows(main), "{main}");
        }
        for main in hidden {
            assert!(!shows(main), "{main}");
        }
    }
}
