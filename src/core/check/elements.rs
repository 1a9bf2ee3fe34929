//! The elements of a page, and tags that do not belong together: an element that is never closed, an end without a beginning, a
//! beginning where an end was meant, a quotation mark that is not closed. Browsers make something of each, and it is seldom what
//! was meant.

use crate::html::{Tag, Token};

/// Elements that never stand in one of their own name.
const NEVER_NESTED: [&str; 24] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "a",
    "button",
    "form",
    "label",
    "strong",
    "em",
    "b",
    "i",
    "u",
    "s",
    "small",
    "code",
    "time",
    "address",
    "figcaption",
    "summary",
    "main",
    "nav",
];

/// How many are told of one page: those behind the first are often consequences of it.
const MOST: usize = 10;

/// The elements of a page while it is read, and what is wrong with them.
#[derive(Debug, Default)]
pub(super) struct Elements<'a> {
    open: Vec<Open<'a>>,
    /// Names of elements that were told to be open: their ends may still come.
    owed: Vec<&'a str>,
    pub(super) faults: Vec<Fault<'a>>,
    /// Whether nothing that follows can be told from consequences.
    is_lost: bool,
}

/// An element that is open.
#[derive(Debug)]
struct Open<'a> {
    name: &'a str,
    at: usize,
    text: &'a str,
    /// The end of another element in it, which may be meant as its own: where, and the tag.
    other_end: Option<(usize, &'a str)>,
}

/// A tag that is wrong, and how.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault<'a> {
    pub(super) at: usize,
    pub(super) text: &'a str,
    pub(super) kind: Kind<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind<'a> {
    /// Nothing closes the element.
    Unclosed(&'a str),
    /// It closes nothing.
    Stray,
    /// It closes nothing, and stands where an element of this name should end.
    MeantAsEndOf(&'a str),
    /// It begins an element where one of its name should end.
    MeantAsEnd(&'a str),
    /// One of its attributes has no end.
    OpenMark,
}

impl<'a> Elements<'a> {
    /// Takes in the next token of the page.
    pub(super) fn read(&mut self, token: &Token<'_, 'a>) {
        if self.is_lost {
            return;
        }
        match token {
            Token::Start(tag) if tag.is_empty() => self.read_attributes(tag),
            Token::Start(tag) => {
                self.read_attributes(tag);
                self.begin(tag);
            }
            Token::End(tag) if !tag.is_void() && !tag.may_stay_open() => self.end_of(tag),
            _ => {}
        }
    }

    /// The page is over.
    pub(super) fn end(&mut self) {
        if !self.is_lost {
            for open in std::mem::take(&mut self.open) {
                self.unclosed(&open);
            }
        }
    }

    fn read_attributes(&mut self, tag: &Tag<'_, 'a>) {
        let is_odd = |name: &str| name.contains(['"', '\'', '<']);
        if tag
            .attributes
            .iter()
            .any(|attribute| is_odd(attribute.name))
        {
            // As much of it as stood in one tag where it was written.
            let end = tag
                .text
                .find(['>', '\n'])
                .map_or(tag.text.len(), |end| end + 1);
            self.faults.clear();
            self.fault(tag.at, tag.text[..end].trim_end(), Kind::OpenMark);
            self.is_lost = true;
        }
    }

    fn begin(&mut self, tag: &Tag<'_, 'a>) {
        if tag.may_stay_open() {
            return;
        }
        let around = self.open.last().filter(|open| tag.is(open.name));
        if around.is_some()
            && tag.is_one_of(&NEVER_NESTED)
            && let Some(open) = self.open.pop()
        {
            if tag.attributes.is_empty() && open.other_end.is_none() {
                return self.fault(tag.at, tag.text, Kind::MeantAsEnd(open.name));
            }
            self.unclosed(&open);
        }
        self.open.push(Open {
            name: tag.name,
            at: tag.at,
            text: tag.text,
            other_end: None,
        });
    }

    fn end_of(&mut self, tag: &Tag<'_, 'a>) {
        let Some(position) = self.open.iter().rposition(|open| tag.is(open.name)) else {
            if let Some(owed) = self.owed.iter().position(|owed| tag.is(owed)) {
                self.owed.swap_remove(owed);
            } else if let Some(last) = self.open.last_mut()
                && NEVER_NESTED
                    .iter()
                    .any(|name| last.name.eq_ignore_ascii_case(name))
                && last.other_end.is_none()
            {
                last.other_end = Some((tag.at, tag.text));
            } else {
                self.fault(tag.at, tag.text, Kind::Stray);
            }
            return;
        };
        let mut closed = self.open.split_off(position).into_iter();
        if let Some((at, text)) = closed.next().and_then(|own| own.other_end) {
            self.fault(at, text, Kind::Stray);
        }
        for open in closed {
            self.unclosed(&open);
        }
    }

    fn unclosed(&mut self, open: &Open<'a>) {
        if let Some((at, text)) = open.other_end {
            self.fault(at, text, Kind::MeantAsEndOf(open.name));
        } else {
            self.fault(open.at, open.text, Kind::Unclosed(open.name));
            self.owed.push(open.name);
        }
    }

    fn fault(&mut self, at: usize, text: &'a str, kind: Kind<'a>) {
        if self.faults.len() < MOST {
            self.faults.push(Fault { at, text, kind });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::Tokens;

    /// How a tag is wrong, the tag, and its first byte.
    type Found<'a> = (Kind<'a>, &'a str, usize);

    fn faults(html: &str) -> Vec<Found<'_>> {
        let mut elements = Elements::default();
        let mut tokens = Tokens::of(html);
        while let Some(token) = tokens.read() {
            elements.read(&token);
        }
        elements.end();
        let faults = elements.faults.into_iter();
        faults
            .map(|fault| (fault.kind, fault.text, fault.at))
            .collect()
    }

    #[test]
    fn tags_that_do_not_belong_together_are_found() {
        let cases: [(&str, &[Found<'_>]); 13] = [
            ("<h2>a<h2><p>b", &[(Kind::MeantAsEnd("h2"), "<h2>", 5)]),
            (
                "<a href=x>a<a><b>c</b>",
                &[(Kind::MeantAsEnd("a"), "<a>", 11)],
            ),
            (
                "<a href=x>a<a href=y>b</a>",
                &[(Kind::Unclosed("a"), "<a href=x>", 0)],
            ),
            (
                "<main><div><p>a</main>",
                &[(Kind::Unclosed("div"), "<div>", 6)],
            ),
            ("<b><i>a</b></i>", &[(Kind::Unclosed("i"), "<i>", 3)]),
            ("<ul><li>a</ul></div>", &[(Kind::Stray, "</div>", 14)]),
            ("<section>a", &[(Kind::Unclosed("section"), "<section>", 0)]),
            (
                "<div><ul class=\"a>\n<li class=\"b\">c</ul>",
                &[(Kind::OpenMark, "<ul class=\"a>", 5)],
            ),
            ("<h3>a</h2>b</h3>", &[(Kind::Stray, "</h2>", 5)]),
            (
                "<h2>a</h3><h2>b</h2>",
                &[(Kind::MeantAsEndOf("h2"), "</h3>", 5)],
            ),
            (
                "<main><h2>a</h3><p>b</p><h3>c</h3></main>",
                &[(Kind::MeantAsEndOf("h2"), "</h3>", 11)],
            ),
            (
                "<p><strong>a</b></p><strong>c</strong>",
                &[(Kind::MeantAsEndOf("strong"), "</b>", 12)],
            ),
            ("<div>a</span></div>", &[(Kind::Stray, "</span>", 6)]),
        ];
        for (html, expected) in cases {
            assert_eq!(faults(html), expected, "{html}");
        }
    }

    #[test]
    fn what_html_lets_stand_is_passed_over() {
        for html in [
            "<!doctype html><html><head><title>a<b></title><body><p>a<p>b<ul><li>c<li>d</ul><div>e</p></div>",
            "<svg><path d=x /><g><a href=y></a></g></svg><br/><img alt='\"'>",
            "<table><tr><td>a<td>b<tr><td>c</table><dl><dt>a<dd>b</dl><div><div>c</div></div>",
            "<script>if (a<b) document.write(\"<h2>\")</script><textarea><b></textarea>",
            "<H2>a</h2><input value=\"a\"disabled>",
        ] {
            assert_eq!(faults(html), [], "{html}");
        }
    }
}
