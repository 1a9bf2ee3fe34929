//! What the engine says of a page that it cannot make, in words of ours: what is wrong, and what to do. The engine says it in
//! English sentences, in which the parts that differ stand between backquotes; the tests have it say each.

use crate::locale::{Text, text};
use crate::pages::filters::kind_of;
use crate::schema::did_you_mean;

/// A sentence of the engine.
struct Said<'a> {
    words: &'a str,
    /// The expression that it is said of.
    place: &'a str,
    /// What stands between backquotes.
    quoted: Vec<&'a str>,
}

/// What is said, and what to do.
type Answer = (Text, Text);

/// Words of which a sentence of the engine has one, and what it means.
type Meaning = (&'static [&'static str], fn(&Said<'_>) -> Answer);

#[rustfmt::skip]
const MEANINGS: &[Meaning] = &[
    (&["Available fields: "], |said| said.field()),
    (&["Variable `"], |said| undefined(said.part(0))),
    (&["undefined", "is not defined"], |said| undefined(said.place)),
    (&["Cannot compare `", "Cannot sort: `"], |said| {
        let message = text!("compares-kinds", one = said.kind(0), other = said.kind(1));
        (message, text!("compares-kinds-hint"))
    }),
    (&["`+` requires both operands"], |said| {
        let message = text!("computes-kinds", sign = "+", one = said.kind(1), other = said.kind(2));
        (message, text!("computes-kinds-join-hint"))
    }),
    (&["can only be done on numbers", "can be used in arithmetic", "can be negated"], |said| {
        (text!("computes-with-other", found = said.kind(0)), text!("computes-kinds-hint"))
    }),
    (&["Cannot divide by 0"], |_| (text!("divides-by-zero"), text!("divides-by-zero-hint"))),
    (&["out of range for integer", "Unable to perform", "would overflow", "that overflow", "absolute value", "for i128"], |_| {
        (text!("number-too-large"), text!("number-too-large-hint"))
    }),
    (&["` is out of range for `"], |said| {
        (text!("argument-out-of-range", value = said.part(0)), text!("argument-out-of-range-hint"))
    }),
    (&["Iteration not possible"], |said| {
        (text!("loops-over-kind", found = said.kind(0)), text!("loops-over-entry-hint"))
    }),
    (&["Key/value iteration"], |said| {
        (text!("loops-by-key", found = said.kind(0)), text!("loops-by-key-hint"))
    }),
    (&["Slicing step cannot be 0"], |_| (text!("slice-step-none"), text!("slice-step-none-hint"))),
    (&["must be an integer, got"], |said| said.mistyped(text!("kind-int"))),
    (&["Slicing can only be used"], |said| said.taken("[…]")),
    (&["`in` cannot be used"], |said| said.taken("in")),
    (&["cannot check for containment"], |said| said.taken("containing")),
    (&["cannot be reversed"], |said| said.taken("reverse")),
    (&["has no length"], |said| said.taken("length")),
    (&["Value of type"], |said| said.taken(if said.words.ends_with("an int") { "int" } else { "float" })),
    (&["can only be used on a number", "expected `f64`"], |said| said.mistyped(text!("kind-number"))),
    (&["The string `", "The float "], |said| {
        let text = match said.quoted.first() {
            Some(text) => text,
            None => said.words.split(' ').nth(2).unwrap_or(said.place),
        };
        (text!("number-none", text), text!("number-none-hint"))
    }),
    (&["is a float; cannot"], |_| {
        let (kind, found) = (text!("kind-int"), text!("kind-float"));
        (text!("mistyped", kind, found), docs())
    }),
    (&["Invalid type for the value"], |said| said.mistyped(kind_of(said.part(0)))),
    (&["Spread operator requires an array"], |said| said.mistyped(text!("kind-list"))),
    (&["Spread operator requires a map"], |said| said.mistyped(text!("kind-table"))),
    (&["Missing keyword argument"], |said| {
        let name = said.part(0);
        (text!("call-argument-missing", name), text!("call-argument-missing-hint", name))
    }),
    (&["does not have an attribute at path: "], |said| {
        let name = said.behind("path: ");
        (text!("item-field-unknown", name), docs())
    }),
    (&["Map does not have a key "], |said| {
        let name = said.behind("a key ");
        (text!("value-field-unknown", name), text!("key-none-hint"))
    }),
    (&["Function `range`"], |_| (text!("range-refused"), text!("range-refused-hint"))),
    (&["super()"], |_| (text!("super-alone"), text!("remove-it"))),
    (&["Not a valid key type", "Map keys must be"], |_| (text!("key-of-kind"), text!("key-of-kind-hint"))),
    (&["Component argument `"], |said| {
        let (name, expected, found) = (said.part(0), said.kind(2), said.kind(1));
        let message = text!("component-argument-mistyped", name, expected, found);
        (message, text!("component-argument-missing-hint", name))
    }),
    (&["Argument `", "Implicit argument `"], |said| {
        let name = said.part(0);
        (text!("component-argument-missing", name), text!("component-argument-missing-hint", name))
    }),
    (&["Unknown argument"], |said| {
        (text!("argument-unknown", of = said.place, name = said.part(0)), docs())
    }),
];

/// Says in words of ours what the engine says of `place`.
pub(super) fn said(words: &str, place: &str) -> Answer {
    let quoted = words.split('`').skip(1).step_by(2).collect();
    let said = Said {
        words,
        place,
        quoted,
    };
    let mut meanings = MEANINGS.iter();
    let meaning = meanings.find(|(parts, _)| parts.iter().any(|part| words.contains(part)));
    match meaning {
        // What a template throws is said by who wrote it.
        _ if place.contains("throw(") => (Text::verbatim(words.to_owned()), docs()),
        Some((_, answer)) => answer(&said),
        None => (text!("engine-says", words), docs()),
    }
}

/// Where it is written what there is.
fn docs() -> Text {
    text!("template-failed-hint")
}

fn undefined(expression: &str) -> Answer {
    let message = text!("expression-undefined", expression);
    (message, text!("prints-nothing-there-hint"))
}

impl Said<'_> {
    fn part(&self, number: usize) -> &str {
        self.quoted.get(number).copied().unwrap_or(self.place)
    }

    /// The kind of values that is named by a part of the sentence, or by its word behind `type`.
    fn kind(&self, number: usize) -> Text {
        let bare = || self.words.split("type ").nth(1)?.split(' ').next();
        let quoted = self.quoted.get(number).copied();
        kind_of(quoted.or_else(bare).unwrap_or_default())
    }

    /// That another kind of values is taken than the last one named.
    fn mistyped(&self, kind: Text) -> Answer {
        let found = self.kind(self.quoted.len().saturating_sub(1));
        (text!("mistyped", kind, found), docs())
    }

    /// That what is called `name` does not take a value of this kind.
    fn taken(&self, name: &str) -> Answer {
        let found = self.kind(self.quoted.len().saturating_sub(1));
        (text!("takes-other", name, found), docs())
    }

    /// A field that is not there, of those that are.
    fn field(&self) -> Answer {
        let (path, name) = (self.place, self.part(0));
        let of = path.rsplit_once(name).map_or(path, |(of, _)| of);
        let of = of.trim_end_matches(['.', '?']);
        let fields = self.words.rsplit("Available fields: ").next();
        let fields: Vec<&str> = fields.unwrap_or_default().split(", ").collect();
        let near = did_you_mean(name, fields.iter().copied());
        let names: Vec<String> = fields.into_iter().map(str::to_owned).collect();
        let message = text!("path-field-unknown", of, name);
        (message, near.unwrap_or_else(|| text!("there-are", names)))
    }

    /// The name behind these words.
    fn behind(&self, words: &str) -> &str {
        let rest = self.words.split(words).nth(1).unwrap_or_default();
        rest.split(" and no default").next().unwrap_or(rest)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use tera::{Context, ErrorKind, Tera};

    use super::super::failed::explain;
    use super::*;

    /// Templates that fail on a page, each in another way, and what is said in words of ours.
    const FAILURES: &[(&str, &str)] = &[
        ("{{ entry.titel }}", "`entry` has no field `titel`"),
        ("{{ none }}{{ nobody }}", "`nobody` is not defined"),
        ("{{ nobody.title }}", "`nobody` is not defined"),
        ("{{ nobody[0] }}", "`nobody` is not defined"),
        ("{{ list[nobody] }}", "`nobody` is not defined"),
        ("{{ nobody[0:1] }}", "`nobody` is not defined"),
        ("{{ list[nobody:1] }}", "`nobody` is not defined"),
        ("{{ list[0:nobody] }}", "`nobody` is not defined"),
        ("{{ list[0:1:nobody] }}", "`nobody` is not defined"),
        (
            "{% for one in nobody %}{% endfor %}",
            "`nobody` is not defined",
        ),
        (
            "{{ entry.title.letters.first }}",
            "`entry.title.letters` is not defined",
        ),
        (
            "{{ list['a':1] }}",
            "expected a whole number, found a string",
        ),
        (
            "{{ list[0:'a'] }}",
            "expected a whole number, found a string",
        ),
        (
            "{{ list[0:1:'a'] }}",
            "expected a whole number, found a string",
        ),
        (
            "{{ list[0:1:0] }}",
            "a step of 0 leads from no item to the next",
        ),
        ("{{ 13[0:1] }}", "`[…]` does not take a whole number"),
        (
            "{{ 1 < 'a' }}",
            "a whole number and a string cannot be compared",
        ),
        (
            "{{ [1, 'a'] | sort }}",
            "a whole number and a string cannot be compared",
        ),
        (
            "{{ 'a' + 1 }}",
            "`+` computes with numbers, and found a string and a whole number",
        ),
        (
            "{{ 'a' * 1 }}",
            "only numbers can be computed with, found a string",
        ),
        (
            "{{ 1 - 'a' }}",
            "only numbers can be computed with, found a string",
        ),
        (
            "{{ -list }}",
            "only numbers can be computed with, found a list",
        ),
        ("{{ 1 / 0 }}", "nothing can be divided by zero"),
        ("{{ 1 % 0 }}", "nothing can be divided by zero"),
        ("{{ 1 // 0 }}", "nothing can be divided by zero"),
        (
            "{{ 10 ** 99 }}",
            "a number becomes too large to be computed with",
        ),
        (
            "{{ 'abc' | truncate(length=-1) }}",
            "`-1` is beyond the numbers that are taken here",
        ),
        (
            "{% for one in 13 %}{% endfor %}",
            "a loop goes through a list, found a whole number",
        ),
        (
            "{% for key, one in list %}{% endfor %}",
            "a loop with two names goes through a table, found a list",
        ),
        ("{{ 1 in 13 }}", "`in` does not take a whole number"),
        (
            "{{ 13 is containing(pat=1) }}",
            "`containing` does not take 13",
        ),
        (
            "{{ 13 | reverse }}",
            "`reverse` does not take a whole number",
        ),
        ("{{ 13 | length }}", "`length` does not take a whole number"),
        ("{{ list | int }}", "`int` does not take a list"),
        ("{{ list | float }}", "`float` does not take a list"),
        ("{{ 'a' | abs }}", "expected a number, found a string"),
        ("{{ 'a' | int }}", "`a` is no number that can be taken here"),
        (
            "{{ 'a.b' | int }}",
            "`a.b` is no number that can be taken here",
        ),
        (
            "{{ 1.5 | int }}",
            "`1.5` is no number that can be taken here",
        ),
        (
            "{{ 'a' | float }}",
            "`a` is no number that can be taken here",
        ),
        (
            "{{ 1.5 is odd }}",
            "expected a whole number, found a number with a fraction",
        ),
        (
            "{{ 1.5 is even }}",
            "expected a whole number, found a number with a fraction",
        ),
        (
            "{{ 13 | upper }}",
            "expected a string, found a whole number",
        ),
        ("{{ 13 | first }}", "expected a list, found a whole number"),
        ("{{ 13 | keys }}", "expected a table, found a whole number"),
        ("{{ 'a' | round }}", "expected a number, found a string"),
        (
            "{{ 'a' | truncate(length='b') }}",
            "expected a whole number, found a string",
        ),
        ("{{ list | nth }}", "the argument `n` is missing"),
        ("{{ [...13] }}", "expected a list, found a whole number"),
        ("{{ {...13} }}", "expected a table, found a whole number"),
        (
            "{{ [entry] | sort(attribute='date') }}",
            "an item has no field `date`",
        ),
        (
            "{{ [entry] | group_by(attribute='date') }}",
            "an item has no field `date`",
        ),
        (
            "{{ entry | get(key='date') }}",
            "this value has no field `date`",
        ),
        ("{{ range(start=3, end=1) }}", RANGE),
        ("{{ range(end=3, step_by=0) }}", RANGE),
        ("{{ range(end=1000000) }}", RANGE),
        (
            "{{ super() }}",
            "`super()` prints the block of the template that this one extends, and there is none here",
        ),
        (
            "{{ entry[1.5] }}",
            "a key is a text, a whole number, or true or false",
        ),
        (
            "{{ <card n='a' /> }}",
            "the component takes as `n` a whole number, found a string",
        ),
        ("{{ <card /> }}", "the component needs the argument `n`"),
        (
            "{{ <card n={1} m={2} /> }}",
            "`<card n={1} m={2} />` has no argument `m`",
        ),
        ("{{ throw(message='nothing doing') }}", "nothing doing"),
    ];

    const RANGE: &str = "`range` counts from `start` to an `end` that is not before it, in steps that are not 0, and to 100,000 numbers at most";

    /// What the engine says of a template on a page, and what is said of it in words of ours.
    fn failure(template: &str) -> (String, Text) {
        let mut engine = Tera::default();
        let card = "{% component card(n: integer) %}{{ n }}{% endcomponent card %}";
        let added = engine.add_raw_templates([("card.html", card), ("a.html", template)]);
        let page = json!({ "entry": { "title": "a" }, "list": [1, 2] });
        let context = Context::from_serialize(&page).unwrap();
        let made = added.and_then(|()| engine.render("a.html", &context));
        let error = made.expect_err(template);
        let ErrorKind::RenderingError(report) = error.kind() else {
            panic!("{template}: {error}");
        };
        let words = report.message();
        let failure = explain(words, template, report.span().range.clone(), &context);
        (words.to_owned(), failure.message)
    }

    #[test]
    fn whatever_the_engine_says_is_said_in_our_words() {
        let mut others = Vec::new();
        for (template, expected) in FAILURES {
            let (words, message) = failure(template);
            let is_ours = message.id().is_some_and(|id| id != "engine-says");
            let is_ours = is_ours || template.contains("throw");
            if message.to_string() != *expected || !is_ours {
                others.push(format!("{template}\n  {words}\n  {message}"));
            }
        }
        assert!(others.is_empty(), "{}", others.join("\n"));
    }

    #[test]
    fn what_nobody_foresaw_is_told_as_what_the_engine_says() {
        let (message, _) = said("Something else", "x");
        assert_eq!(
            message.to_string(),
            "the template engine says: `Something else`"
        );
    }
}
