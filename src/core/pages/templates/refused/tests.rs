//! Templates with a mistake, and what is said of it.

use super::find::mistake;
use super::{LINE, Rows, in_lines};

/// A template, what is told of it at which words, and the hint.
const MISTAKES: [(&str, &str, &str, &str); 48] = [
    (
        "{% if a %}x",
        "{% if a %}",
        "`{% if a %}` is never closed",
        "write {% endif %} where it ends",
    ),
    (
        "{% for x in a %}{{ x }}{% endif %}",
        "endif",
        "`endif` closes no `for` (line 1)",
        "write `endfor`",
    ),
    (
        "{% if a %}{% for x in a %}{% endif %}",
        "{% for x in a %}",
        "`{% for x in a %}` is never closed",
        "write {% endfor %} where it ends",
    ),
    (
        "x{% endfor %}",
        "{% endfor %}",
        "`endfor` stands without `for`",
        "remove it",
    ),
    (
        "{% else %}",
        "{% else %}",
        "`else` stands without `if`",
        "remove it",
    ),
    (
        "a {{ page.title",
        "{{",
        "`{{` is never closed",
        "put `}}` after it",
    ),
    (
        "{{ a {{ b }}",
        "{{",
        "`{{` is never closed",
        "put `}}` after it",
    ),
    ("{# a", "{#", "`{#` is never closed", "put `#}` after it"),
    (
        "{{ page.title %}",
        "%}",
        "`{{` ends with `}}`, found `%}`",
        "write `}}`",
    ),
    (
        "{% if a }}x{% endif %}",
        "}}",
        "`{%` ends with `%}`, found `}}`",
        "write `%}`",
    ),
    (
        "{% if a = \"b\" %}{% endif %}",
        "=",
        "a comparison has two signs of equality",
        "write `==`",
    ),
    (
        "{{ a && b }}",
        "&&",
        "`&&` is another language's",
        "write `and`",
    ),
    (
        "{{ a || b }}",
        "||",
        "`||` is another language's",
        "write `or`",
    ),
    (
        "{% if !a %}{% endif %}",
        "!",
        "`!` is another language's",
        "write `not `",
    ),
    (
        "{% if a %}{% else if b %}{% endif %}",
        "else if",
        "`else if` is another language's",
        "write `elif`",
    ),
    (
        "{% fro x in a %}{% endfor %}",
        "fro",
        "there is no tag `fro`",
        "did you mean `for`?",
    ),
    (
        "{{ “a” }}",
        "“",
        "`“` begins no string in a template",
        "write `\"`",
    ),
    (
        "{{ .Title }}",
        "{{ .Title }}",
        "a name that begins with a dot is Hugo's",
        "write the name as it is here, such as `page.title`",
    ),
    (
        "{{ a | date: \"%Y\" }}",
        ":",
        "`date:` is Liquid's way to give an argument",
        "write `date(NAME=…)`; docs/templates.md lists the arguments",
    ),
    (
        "{{ a | default(\"x\") }}",
        "default(\"x\")",
        "an argument without its name, in `default(\"x\")`",
        "write `default(value=\"x\")`",
    ),
    (
        "{{ a | join(\", ) }}",
        "\", )",
        "the string is not closed: a `\"` is missing",
        "put `\"` after its last word",
    ),
    (
        "{{ a[\"b\" }}",
        "[",
        "`[` is never closed",
        "put `]` after what it holds",
    ),
    (
        "{% set x 1 %}",
        "{% set x 1 %}",
        "`set` gives a name a value, and there is no `=`",
        "write {% set x = … %}",
    ),
    (
        "{% block a %}{% endif %}x{% endblock %}",
        "{% endif %}",
        "`endif` stands without `if`",
        "remove it",
    ),
    (
        "{% for x in a %}{%- end for %}",
        "end for",
        "`end for` is another language's",
        "write `endfor`",
    ),
    (
        "{% for x in a %}{% end %}",
        "end",
        "`end` is another language's",
        "write `endfor`",
    ),
    (
        "{{ <card entry={{page}} /> }}",
        "{{page}}",
        "braces of a tag stand inside a tag",
        "write `{page}`",
    ),
    (
        "{{ <card entry={page}> }}",
        ">",
        "a component that is called between `{{` and `}}` ends with `/>`",
        "write `/>`",
    ),
    (
        "{% for x of a %}{% endfor %}",
        "of",
        "`for` names what stands for an item, `in`, and the list",
        "write `in`",
    ),
    (
        "{% set x == 1 %}",
        "==",
        "`set` gives a name a value with one sign of equality",
        "write `=`",
    ),
    (
        "{{ len(a) }}",
        "{{ len(a) }}",
        "an argument without its name, in `{{ len(a) }}`",
        "write `name=` before it; docs/templates.md lists the arguments, such as `default(value=…)`",
    ),
    (
        "{{ <card نص={page} /> }}",
        "نص",
        "`نص` is no name in a template: names are Latin letters, digits and `_`",
        "write the name as the template that has it does; a text stands between `\"` and `\"`",
    ),
    (
        "{{ }}",
        "{{ }}",
        "there is nothing between the braces",
        "write what is to be printed, or remove the tag",
    ),
    (
        "{% <card> %}a{% </crad> %}",
        "crad",
        "`</crad>` does not close `<card>`",
        "write `card`",
    ),
    (
        "{% <card> %}a",
        "<card",
        "`<card>` is never closed",
        "write {% </card> %} where it ends",
    ),
    (
        "{{ a b }}",
        "b",
        "`}}` belongs here, found `b`",
        "write `}}` here",
    ),
    (
        "{% include page %}",
        "page",
        "a text between quotation marks belongs here, found `page`",
        "write a text between quotation marks here",
    ),
    (
        "{% block 1 %}{% endblock %}",
        "1",
        "a name belongs here, found `1`",
        "write a name here",
    ),
    (
        "{{ a + }}",
        "}}",
        "a value belongs here, found `}}`",
        "write a value here",
    ),
    (
        "{% component card(a: text) %}{% endcomponent card %}",
        "text",
        "a type (string, bool, integer, float, number, array or map) belongs here, found `text`",
        "write a type (string, bool, integer, float, number, array or map) here",
    ),
    (
        "{% component card(a=b) %}{% endcomponent card %}",
        "b",
        "a text, a number, a list or a table that is written out belongs here, found `b`",
        "write a text, a number, a list or a table that is written out here",
    ),
    (
        "{% component card(a, a) %}{% endcomponent card %}",
        "a",
        "`a` is given twice",
        "leave one of the two out",
    ),
    (
        "{% component card(...a, b) %}{% endcomponent card %}",
        "a",
        "the argument with `...` is the last of a component",
        "move it behind the others",
    ),
    (
        "{% for loop in a %}{% endfor %}",
        "loop",
        "`loop` is a word of the language of templates, and names nothing else",
        "take another name",
    ),
    (
        "{{ a | default(value=1, value=2) }}",
        "value",
        "`value` is given twice",
        "leave one of the two out",
    ),
    (
        "{% break %}",
        "break",
        "`break` stands inside of a loop only",
        "remove it",
    ),
    (
        "{{ a.b() }}",
        "b",
        "a value has no functions of its own",
        "write a filter behind it: `| name`",
    ),
    (
        "{% extends \"a\" %}{% extends \"b\" %}",
        "\"b\"",
        "a template extends one other only",
        "remove it",
    ),
];

#[test]
fn a_mistake_is_told_where_it_was_made_and_as_what_it_is() {
    are_told(&MISTAKES);
}

/// Holds what is said of templates against `expected`: the template, the words, the message and the hint.
pub(super) fn are_told(expected: &[(&str, &str, &str, &str)]) {
    for &(template, at, message, hint) in expected {
        let error = tera::Tera::default()
            .add_raw_template("a.html", template)
            .expect_err(template);
        let (tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report)) =
            error.kind()
        else {
            panic!("{template}: {error}");
        };
        let found = mistake(template, report.span().range.clone(), report.message());
        let found = (
            &template[found.range],
            found.message.to_string(),
            found.hint.to_string(),
        );
        assert_eq!(
            found,
            (at, message.to_owned(), hint.to_owned()),
            "{template}: {}",
            report.message()
        );
    }
}

#[test]
fn no_template_makes_it_stumble() {
    for template in [
        "{{",
        "{%",
        "{{ \"",
        "{{ 'ا",
        "{%-",
        "{% raw",
        "{% raw %}{{",
        "{{ {{ }}",
        "}}",
        "{% %}",
        "{{\u{a0}«",
    ] {
        for at in 0..=template.len() {
            let at = (0..=at)
                .rev()
                .find(|at| template.is_char_boundary(*at))
                .unwrap();
            _ = mistake(template, at..at, "Unexpected end of input");
        }
    }
}

#[test]
fn a_long_line_is_given_to_the_engine_in_short_ones_of_the_same_bytes() {
    let short = "{% include \"a\" %}{{ b }}";
    assert_eq!(in_lines(short), short);
    let tags =
        "{%- include \"a b\" -%} نص {# {{ c }} #}{% raw %}{{ d }}{% endraw %}{{e}}{{ \"{{ f\" }}";
    let long = tags.repeat(LINE / tags.len() + 1);
    let cut = in_lines(&long);
    assert_eq!(cut.len(), long.len());
    let first =
        "{%-\ninclude \"a b\" -%} نص {# {{ c }} #}{% raw %}{{ d }}{% endraw %}{{e}}{{\n\"{{ f\" }}";
    assert!(cut.starts_with(first), "{}", &cut[..200]);
    let rows = Rows::of(&long);
    assert_eq!(rows.byte(2, 9), "{%-\ninclude ".len());
    assert_eq!(rows.byte(99_999, 1), long.len());
}
