//! The reader agrees with the engine about what it reads, and bears whatever it is given.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::pages::tests::{Fixture, SITES};
use crate::source::load;

/// Every template of the fixtures.
static TEMPLATES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts = SITES.map(|folder| {
        let snapshot = Fixture::read(folder).snapshot;
        let sources = snapshot.below(load::TEMPLATES);
        let sources = sources.filter(|source| crate::pages::templates::is_template(source));
        sources
            .map(|source| source.text().to_owned())
            .collect::<Vec<_>>()
    });
    texts.concat()
});

/// Whether something in a template was not understood.
fn has_unknown(text: &str) -> bool {
    format!("{:?}", Tree::read(text)).contains("Unknown")
}

#[test]
fn real_templates_are_read_whole() {
    for text in &*TEMPLATES {
        assert!(!has_unknown(text), "{text}");
    }
}

/// What the engine accepts is understood; each line has what the one before has not.
#[test]
fn the_grammar_is_known() {
    for text in [
        "{{ 1 + 2 * -3 ** 2 // 4 % 5 - 1.5 }}{{ not a and b or c in d }}{{ a not in [1, 'b', `c`,] }}",
        "{{ a.b?.c[0]?[\"d\"][e.f].g }}{{ a[1:2:-1] }}{{ a[:n] }}{{ [1, 2][0] }}{{ \"a\\\"b\" ~ c }}",
        "{{ a is not defined }}{{ a is divisible_by(divisor=2) }}{{ a | default(value=[b]) | first }}",
        "{{ x if y else z if w else v }}{{ [x.a for x in xs if x.b] }}{{ [v for k, v in {\"a\": 1, ...m,}] }}",
        "{{ [...a, 1, ...[b]] }}{{ range(start=1, end=n) }}{{ {1: a, true: b} | get(key=\"c\") }}",
        "{# {{ comment #}{% raw %}{{ raw }} {% {% endraw %}{{- trimmed -}}{%- set a = 1 -%}",
        "{% set a | upper | trim(pat=\"x\") %}{{ b }}{% endset %}{% set_global c = none %}",
        "{% for k, v in m %}{{ loop.index }}{% break %}{% else %}{% continue %}{% endfor %}",
        "{% if a %}{% elif b %}{% elif c %}{% else %}{% endif %}{% filter upper %}{% endfilter %}",
        "{% component a.b(c, @d, e: string = \"f\", g = [1], ...h) {\"i\": 1} %}{{ body }}{% endcomponent a.b %}",
        "{{ <a.b c d={e} f=\"g\" {...h} /> }}{% <a> %}{{ i }}{% </a> %}{% include \"x.html\" %}",
        "{% block a %}{{ super() }}{% endblock a %}",
    ] {
        assert!(!has_unknown(text), "{text}");
    }
}

#[test]
fn places_are_those_of_the_names() {
    let text = "أ {{ page . title | default(value=site.name) }}";
    let tree = format!("{:?}", Tree::read(text));
    for name in ["page", "title", "default", "value", "site", "name"] {
        let start = text.find(name).unwrap();
        let place = format!("({name:?}, {start}..{})", start + name.len());
        assert!(tree.contains(&place), "{place} in {tree}");
    }
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "([{}%#\"'<>/(\\[|.a-z =,]|\\{\\{|\\{%|%\\}|\\}\\}| if | for |endif|block|\\PC){0,200}") {
        Tree::read(&text);
    }

    #[test]
    fn damaged_templates_can_be_read(which in 0usize..40, from in 0.0..1.0, cut in 0usize..40, put in "[{}%\"<>(|a ]{0,4}") {
        let mut text = TEMPLATES[which % TEMPLATES.len()].clone();
        let boundary = |text: &str, mut at: usize| {
            while !text.is_char_boundary(at) {
                at += 1;
            }
            at
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let start = (text.len() as f64 * from) as usize;
        let start = boundary(&text, start);
        let end = boundary(&text, (start + cut).min(text.len()));
        text.replace_range(start..end, &put);
        Tree::read(&text);
    }
}
