//! What a tag says in the way of other programs or editors: spaces that nobody sees, choices between `?` and `:`, filters that are
//! called as functions, components with other brackets.

use std::ops::Range;

use super::mistake::Mistake;
use super::tag::Tag;
use crate::locale::{Text, text};
use crate::pages::templates::foreign::{self, Here, Role};
use crate::pages::templates::names::{Called, nearest_of};
use crate::schema::did_you_mean;
use crate::source::{is_odd_space, name_of};

/// The fields of `loop`.
const OF_LOOP: [&str; 5] = ["index", "index0", "first", "last", "length"];

/// What can be seen to be spelt otherwise in a tag, of which the engine says `reason`. `bare` is its inside without its strings.
pub(super) fn otherwise(tag: &Tag<'_>, bare: &str, reason: &str) -> Option<Mistake> {
    invisible(tag, bare)
        .or_else(|| choice(tag, bare))
        .or_else(|| of_loop(tag, reason))
        .or_else(|| called_filter(tag, bare))
        .or_else(|| component(tag, bare, reason))
        .or_else(|| as_elsewhere(tag, bare))
        .or_else(|| limited(tag, bare))
}

/// A space that is none to the engine, or a character without a width.
fn invisible(tag: &Tag<'_>, bare: &str) -> Option<Mistake> {
    let (at, c) = bare.char_indices().find(|(_, c)| is_odd_space(*c))?;
    let right = if c.is_whitespace() { " " } else { "" };
    let message = text!("template-invisible", name = name_of(c));
    Some(said(tag, at..at + c.len_utf8(), message, right))
}

/// `a ? b : c`.
fn choice(tag: &Tag<'_>, bare: &str) -> Option<Mistake> {
    let mark = bare.find('?')?;
    let colon = mark + bare[mark..].find(':')?;
    let within = inner(tag, bare);
    let part = |range: Range<usize>| tag.inside.get(range).map(str::trim);
    let condition = part(within.start..mark)?;
    let [yes, no] = [part(mark + 1..colon)?, part(colon + 1..within.end)?];
    let right = format!("{yes} if {condition} else {no}");
    let message = text!("template-foreign", found = "? :");
    (!tag.is_statement).then(|| said(tag, within, message, &right))
}

/// A field that the counter of a loop has not.
fn of_loop(tag: &Tag<'_>, reason: &str) -> Option<Mistake> {
    let (_, name) = reason.split_once("invalid field of `loop`: ")?;
    let (name, _) = name.split_once('.')?;
    let all = || text!("there-are", names = OF_LOOP.map(str::to_owned).to_vec());
    Some(Mistake {
        range: tag.place(name),
        message: text!("path-field-unknown", of = "loop", name),
        hint: did_you_mean(name, OF_LOOP).unwrap_or_else(all),
    })
}

/// `bidi(page.title)`.
fn called_filter(tag: &Tag<'_>, bare: &str) -> Option<Mistake> {
    let within = inner(tag, bare);
    let whole = &bare[within.clone()];
    let (name, rest) = whole.split_once('(')?;
    let value = rest.strip_suffix(')')?;
    let is_simple = !value.is_empty() && !value.contains(['(', ')', ',', '=']);
    let is_filter = nearest_of(Called::Filter, name) == Some(name);
    (is_simple && is_filter).then(|| {
        let start = within.start + name.len() + 1;
        let value = tag.inside[start..start + value.len()].trim();
        let message = text!("template-filter-called", name);
        said(tag, within, message, &format!("{value} | {name}"))
    })
}

/// An argument of a component without braces, and one without a body in a tag of statements.
fn component(tag: &Tag<'_>, bare: &str, reason: &str) -> Option<Mistake> {
    if !inner(tag, bare).is_empty() && !bare[inner(tag, bare)].starts_with('<') {
        return None;
    }
    if reason.starts_with("Expected \"string\" or {expression}") {
        let mut values = bare.match_indices('=').map(|(at, _)| at + 1);
        let start = values.find(|at| bare[*at..].starts_with(is_of_path))?;
        let length = bare[start..].find(|c| !is_of_path(c));
        let range = start..length.map_or(bare.len(), |length| start + length);
        let right = format!("{{{}}}", &bare[range.clone()]);
        return Some(said(tag, range, text!("template-argument-bare"), &right));
    }
    let is_closed = reason.starts_with("Found `/`") && bare.trim_end().ends_with("/>");
    (tag.is_statement && is_closed).then(|| {
        let inside = tag.inside.trim();
        Mistake {
            range: tag.range.clone(),
            message: text!("template-component-closed"),
            hint: text!("write-instead", words = format!("{{{{ {inside} }}}}")),
        }
    })
}

/// A value or a call in braces as other generators write them: `{{{ a }}}`, `{{ $a := 1 }}`, `{{ #if a }}`,
/// `{{ partial "a.html" . }}`.
fn as_elsewhere(tag: &Tag<'_>, bare: &str) -> Option<Mistake> {
    if tag.is_statement {
        return None;
    }
    let within = inner(tag, bare);
    let whole = &bare[within.clone()];
    let foreign = |length: usize, hint: Text| Mistake {
        range: tag.start + within.start..tag.start + within.start + length,
        message: text!(
            "template-foreign",
            found = &tag.inside[within.start..within.start + length]
        ),
        hint,
    };
    if let Some(value) = whole
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    {
        let is_path = value.trim().chars().all(is_of_path) && !value.trim().is_empty();
        let words = format!("{{{{ {} }}}}", value.trim());
        let message = text!("template-foreign", found = "{{{ }}}");
        return is_path.then(|| Mistake {
            range: tag.range.clone(),
            message,
            hint: text!("write-instead", words),
        });
    }
    if let Some(name) = whole.strip_prefix('$') {
        let length = name.find(|c| !is_of_path(c)).unwrap_or(name.len());
        let (name, rest) = name.split_at(length);
        let value = rest.trim_start().trim_start_matches(':').strip_prefix('=');
        return Some(match value {
            Some(value) => {
                let value = tag.inside[within.end - value.len()..within.end].trim();
                let words = format!("{{% set {name} = {value} %}}");
                Mistake {
                    range: tag.range.clone(),
                    ..foreign(length + 1, text!("write-instead", words))
                }
            }
            None => foreign(length + 1, text!("write-instead", words = name)),
        });
    }
    if whole.starts_with(['#', '/']) {
        let length = whole.find(char::is_whitespace).unwrap_or(whole.len());
        return Some(foreign(length, text!("foreign-statement")));
    }
    let length = whole.find(char::is_whitespace)?;
    let (name, rest) = (&whole[..length], whole[length..].trim_start());
    let is_called = rest.starts_with(['"', '\'', '`', '.', '$', '(']);
    let here = |role| Here::of(role, name, |_| false);
    let hint = match foreign::word(name) {
        Some(Here::Word(word)) => text!("foreign-way", words = format!("{{% {word} … %}}")),
        Some(here) => here.hint(),
        None => [Role::Variable, Role::Function, Role::Filter]
            .into_iter()
            .find_map(here)?
            .hint(),
    };
    is_called.then(|| foreign(length, hint))
}

/// `{% for a in list limit:5 %}`.
fn limited(tag: &Tag<'_>, bare: &str) -> Option<Mistake> {
    let (before, number) = bare.split_once(" limit:")?;
    let number = number.trim_start();
    let digits = number
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(number.len());
    let list = before.trim_end().rfind(' ')? + 1;
    let end = bare.len() - number.len() + digits;
    let words = format!("{}[:{}]", before[list..].trim_end(), &number[..digits]);
    let is_loop = tag.word() == "for" && digits > 0;
    let message = text!("template-foreign", found = "limit:");
    is_loop.then(|| said(tag, list..end, message, &words))
}

fn is_of_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_.".contains(c)
}

/// The inside without what holds white space off.
fn inner(tag: &Tag<'_>, bare: &str) -> Range<usize> {
    let is_edge = |c: char| c == '-' || c.is_whitespace();
    let start = tag.inside.len() - bare.trim_start_matches(is_edge).len();
    let end = bare.trim_end_matches(is_edge).len();
    start..end.max(start)
}

fn said(tag: &Tag<'_>, range: Range<usize>, message: Text, right: &str) -> Mistake {
    Mistake {
        range: tag.start + range.start..tag.start + range.end,
        message,
        hint: match right {
            "" => text!("remove-it"),
            words => text!("write-instead", words),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::are_told;

    #[test]
    fn what_other_generators_write_is_told_as_theirs() {
        are_told(&[
            (
                "{{ partial \"card.html\" . }}",
                "partial",
                "`partial` is another language's",
                "write `{% include … %}`",
            ),
            (
                "{{ define \"main\" }}{{ end }}",
                "define",
                "`define` is another language's",
                "write `{% block … %}`",
            ),
            (
                "{{ $x := page.title }}",
                "{{ $x := page.title }}",
                "`$x` is another language's",
                "write `{% set x = page.title %}`",
            ),
            (
                "{{ $x.y }}",
                "$x.y",
                "`$x.y` is another language's",
                "write `x.y`",
            ),
            (
                "{{{ page.content }}}",
                "{{{ page.content }}}",
                "`{{{ }}}` is another language's",
                "write `{{ page.content }}`",
            ),
            (
                "{% comment %}a{% endcomment %}",
                "comment",
                "`comment` is another language's",
                "write `{# … #}`",
            ),
            (
                "{% import \"m.html\" as m %}",
                "import",
                "`import` is another language's",
                "leave it out: every template knows the components of all",
            ),
            (
                "{% capture a %}b{% endcapture %}",
                "capture",
                "`capture` is another language's",
                "write `set`",
            ),
            (
                "{% for a in b limit:5 %}{{ a }}{% endfor %}",
                "b limit:5",
                "`limit:` is another language's",
                "write `b[:5]`",
            ),
            (
                "{{ strftime \"%Y\" }}",
                "strftime",
                "`strftime` is another language's",
                "write `date`",
            ),
        ]);
    }
}
