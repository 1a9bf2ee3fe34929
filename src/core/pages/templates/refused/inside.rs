//! What is wrong inside of one tag.

use std::ops::Range;

use super::mistake::Mistake;
use super::spelt;
use super::tag::{Tag, first_line};
use crate::locale::{Text, text};
use crate::pages::templates::foreign;
use crate::pages::templates::names::first_argument_of;
use crate::schema::nearest;
use crate::source::latin_digits;

/// The tags of statements, for "did you mean".
pub(in crate::pages::templates) const STATEMENTS: [&str; 20] = [
    "block",
    "break",
    "component",
    "continue",
    "elif",
    "else",
    "endblock",
    "endcomponent",
    "endfilter",
    "endfor",
    "endif",
    "endraw",
    "endset",
    "extends",
    "filter",
    "for",
    "if",
    "include",
    "raw",
    "set",
];

/// Operators of other languages, and those of Tera.
const OPERATORS: [(&str, &str); 7] = [
    ("=>", ">="),
    ("=<", "<="),
    ("&&", "and"),
    ("||", "or"),
    ("===", "=="),
    ("!==", "!="),
    ("<>", "!="),
];

/// What can be seen to be wrong inside of the tag at which the engine stopped.
pub(super) fn in_one_tag(template: &str, tag: &Tag<'_>, reason: &str) -> Option<Mistake> {
    let bare = without_strings(tag.inside);
    let at = |range: Range<usize>| tag.start + range.start..tag.start + range.end;
    if let Some((found, mark)) = bare.char_indices().find(|(_, c)| "“”„«»‘’".contains(*c))
    {
        let mark_range = found..found + mark.len_utf8();
        let message = text!("template-quotes", mark = mark.to_string());
        return Some(replaced(tag, mark_range, message, "\""));
    }
    if let Some(mistake) = spelt::otherwise(tag, &bare, reason) {
        return Some(mistake);
    }
    if !tag.is_statement && reason.starts_with("Components with body content") {
        let close = bare.rfind('>')?;
        let message = text!("template-component-open");
        return Some(replaced(tag, close..close + 1, message, "/>"));
    }
    if reason == "Unexpected character"
        && let Some(range) = other_script(&bare)
    {
        let name = &bare[range.clone()];
        return Some(Mistake {
            range: at(range),
            message: text!("template-name-script", name),
            hint: text!("template-name-script-hint"),
        });
    }
    if let Some((found, mark)) = bare.char_indices().find(|(_, c)| "،؛".contains(*c)) {
        let message = text!("template-comma", mark = mark.to_string());
        return Some(replaced(tag, found..found + mark.len_utf8(), message, ","));
    }
    if let Some(found) = bare.find(is_arabic_digit) {
        let end = bare[found..].find(|c: char| !is_arabic_digit(c) && !c.is_ascii_digit());
        let range = found..end.map_or(bare.len(), |end| found + end);
        let number = &bare[range.clone()];
        let message = text!("template-digits", number);
        return Some(replaced(tag, range.clone(), message, &latin_digits(number)));
    }
    for (foreign, right) in OPERATORS {
        if let Some(found) = bare.find(foreign) {
            let message = text!("template-foreign", found = foreign);
            return Some(replaced(tag, found..found + foreign.len(), message, right));
        }
    }
    let not = bare
        .match_indices('!')
        .find(|(found, _)| !bare[found + 1..].starts_with('='));
    if let Some((found, _)) = not {
        let message = text!("template-foreign", found = "!");
        return Some(replaced(tag, found..found + 1, message, "not "));
    }
    if tag.is_statement {
        if let Some(mistake) = in_a_statement(tag, &bare, reason) {
            return Some(mistake);
        }
    } else if bare.trim_start().starts_with('.') {
        return Some(Mistake {
            range: tag.range.clone(),
            message: text!("template-hugo"),
            hint: text!("template-hugo-hint"),
        });
    }
    if let Some((name, range)) = liquid_argument(&bare) {
        return Some(Mistake {
            range: at(range),
            message: text!("template-liquid", name = name.as_str()),
            hint: text!("template-liquid-hint", name),
        });
    }
    if let Some(mistake) = positional(template, tag, &bare, reason) {
        return Some(mistake);
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        let is_open = bare.matches(open).count() > bare.matches(close).count();
        if let (true, Some(found)) = (is_open, bare.rfind(open)) {
            return Some(Mistake {
                range: at(found..found + 1),
                message: text!("template-bracket-open", open = open.to_string()),
                hint: text!("template-bracket-open-hint", close = close.to_string()),
            });
        }
    }
    if !tag.is_statement && bare.trim().is_empty() {
        return Some(Mistake {
            range: tag.range.clone(),
            message: text!("template-empty"),
            hint: text!("template-empty-hint"),
        });
    }
    None
}

/// What can be seen to be wrong with a statement, whose inside without its strings is `bare`.
fn in_a_statement(tag: &Tag<'_>, bare: &str, reason: &str) -> Option<Mistake> {
    let word = tag.word();
    let words = bare.trim_start_matches(['-', ' ']);
    if let Some((foreign, here)) = foreign::tag(words) {
        let found = tag.inside.find(foreign).unwrap_or_default();
        return Some(Mistake {
            range: tag.start + found..tag.start + found + foreign.len(),
            message: text!("template-foreign", found = foreign),
            hint: here.hint(),
        });
    }
    if !word.is_empty() && !STATEMENTS.contains(&word) && word != "set_global" {
        let hint = match nearest(word, STATEMENTS) {
            Some(near) => text!("did-you-mean", name = near),
            None => text!(
                "template-tags-hint",
                names = STATEMENTS.map(str::to_owned).to_vec()
            ),
        };
        let message = text!("template-unknown-tag", word);
        let range = tag.place(word);
        return Some(Mistake {
            range,
            message,
            hint,
        });
    }
    if matches!(word, "if" | "elif")
        && let Some(found) = single_equals(bare)
    {
        let message = text!("template-equals");
        return Some(replaced(tag, found..found + 1, message, "=="));
    }
    if matches!(word, "set" | "set_global")
        && single_equals(bare).is_none()
        && let Some(found) = bare.find("==")
    {
        let message = text!("template-set-equals");
        return Some(replaced(tag, found..found + 2, message, "="));
    }
    if word == "for" && !bare.contains(" in ") {
        let message = text!("template-for");
        let other = [" of ", " : ", " from "].into_iter();
        let mut other = other.filter_map(|other| Some((bare.find(other)? + 1, other.trim())));
        return Some(match other.next() {
            Some((found, other)) => replaced(tag, found..found + other.len(), message, "in"),
            None => Mistake {
                range: tag.range.clone(),
                message,
                hint: text!("template-for-hint"),
            },
        });
    }
    if matches!(word, "set" | "set_global") && !bare.contains('=') && reason.contains("set") {
        let name = bare
            .trim_start_matches(['-', ' '])
            .trim_start_matches(word)
            .trim();
        let name = name.split_whitespace().next().unwrap_or_default();
        return Some(Mistake {
            range: tag.range.clone(),
            message: text!("template-set"),
            hint: text!("template-set-hint", name),
        });
    }
    if matches!(word, "else" | "elif") && reason == "Unknown tag" {
        return Some(Mistake {
            range: tag.range.clone(),
            message: text!("template-end-alone", word, begin = "if"),
            hint: text!("remove-it"),
        });
    }
    if word == "extends" && reason.contains("first tag") {
        return Some(Mistake {
            range: tag.range.clone(),
            message: text!("template-extends-late"),
            hint: text!("template-extends-late-hint"),
        });
    }
    None
}

/// A call with an argument without its name.
fn positional(template: &str, tag: &Tag<'_>, bare: &str, reason: &str) -> Option<Mistake> {
    let is_positional = ["but expected identifier.", "but expected =."];
    if !is_positional.iter().any(|end| reason.ends_with(end)) || !bare.contains('(') {
        return None;
    }
    if let Some((call, named)) = first_argument(tag.inside, bare) {
        let message = text!("template-positional", tag = &tag.inside[call.clone()]);
        return Some(replaced(tag, call, message, &named));
    }
    let whole = first_line(&template[tag.range.clone()]);
    Some(Mistake {
        range: tag.range.clone(),
        message: text!("template-positional", tag = whole),
        hint: text!("template-positional-hint"),
    })
}

/// A call of a filter or function of ours whose one argument has no name, and the same with the name.
fn first_argument(inside: &str, bare: &str) -> Option<(Range<usize>, String)> {
    let is_of_name = |c: char| c.is_alphanumeric() || c == '_';
    bare.match_indices('(').find_map(|(at, _)| {
        let called = bare[..at].rsplit(|c| !is_of_name(c)).next()?;
        let name = first_argument_of(called)?;
        let open = at + 1;
        let close = open + bare[open..].find([')', '=', ',', '('])?;
        let is_one = bare[close..].starts_with(')') && open < close;
        let argument = &inside[open..close];
        let named = format!("{called}({name}={argument})");
        is_one.then(|| (at - called.len()..close + 1, named))
    })
}

/// Words of a tag, counted from its inside, that are other words here.
fn replaced(tag: &Tag<'_>, range: Range<usize>, message: Text, right: &str) -> Mistake {
    Mistake {
        range: tag.start + range.start..tag.start + range.end,
        message,
        hint: text!("write-instead", words = right),
    }
}

fn is_arabic_digit(c: char) -> bool {
    matches!(c, '٠'..='٩' | '۰'..='۹')
}

/// A name in letters that names in templates do not have.
fn other_script(bare: &str) -> Option<Range<usize>> {
    let start = bare.find(|c: char| c.is_alphabetic() && !c.is_ascii())?;
    let length = bare[start..].find(|c: char| !c.is_alphanumeric() && c != '_');
    Some(start..start + length.unwrap_or(bare.len() - start))
}

/// The inside of a tag, of the same length, with the words of its strings blotted out.
fn without_strings(inside: &str) -> String {
    let mut bare = String::with_capacity(inside.len());
    let mut mark = None;
    for c in inside.chars() {
        match mark {
            Some(open) if c == open => {
                mark = None;
                bare.push(c);
            }
            Some(_) => bare.extend(std::iter::repeat_n('_', c.len_utf8())),
            None => {
                mark = Some(c).filter(|c| matches!(c, '"' | '\'' | '`'));
                bare.push(c);
            }
        }
    }
    bare
}

/// A `=` that compares nothing: not part of `==`, `!=`, `<=`, `>=`, and not before the value of an argument.
fn single_equals(bare: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let bytes = bare.as_bytes();
    bytes.iter().enumerate().find_map(|(at, byte)| {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let is_part = before.is_some_and(|before| b"=!<>".contains(before))
            || bytes.get(at + 1) == Some(&b'=');
        (*byte == b'=' && depth == 0 && !is_part).then_some(at)
    })
}

/// `| name: value`, as Liquid writes a filter's argument.
fn liquid_argument(bare: &str) -> Option<(String, Range<usize>)> {
    let colon = bare.find(':').filter(|_| !bare.contains('{'))?;
    let pipe = bare[..colon].rfind('|')?;
    let name = bare[pipe + 1..colon].trim();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_name.then(|| (name.to_owned(), colon..colon + 1))
}
