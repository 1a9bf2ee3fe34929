//! HTML to the same HTML with its left-to-right runs in `<bdi>`. Tags are left alone, and so is what stands in
//! elements that have a direction or a language of their own: what is isolated already is not isolated again.

use super::inline::{Change, Mark, Part, marks};
use super::runs::may_hold_runs;
use super::table::Script;
use super::tag::Tag;

/// How runs are isolated: by which elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Isolation {
    latin: String,
}

/// What ends isolation.
pub const END: &str = "</bdi>";

impl Isolation {
    /// Isolation where Latin words are in the language `latin`, a BCP 47 tag.
    #[must_use]
    pub fn new(latin: &str) -> Self {
        Self {
            latin: latin.to_owned(),
        }
    }

    /// What begins the isolation of words of a script.
    #[must_use]
    pub fn begin(&self, script: Option<Script>) -> String {
        match script.and_then(|script| script.language(&self.latin)) {
            Some(language) => format!("<bdi dir=\"ltr\" lang=\"{language}\">"),
            None => "<bdi dir=\"ltr\">".to_owned(),
        }
    }

    /// HTML with its runs isolated. `None` where it has none.
    #[must_use]
    pub fn html(&self, html: &str) -> Option<String> {
        let pieces = pieces(html);
        let parts: Vec<Part<'_>> = pieces.iter().map(|piece| piece.part).collect();
        let marks = marks(&parts);
        if marks.is_empty() {
            return None;
        }
        let mut isolated = String::with_capacity(html.len() + 16 * marks.len());
        let mut marks = marks.into_iter().peekable();
        for (at, Piece { raw, part }) in pieces.iter().enumerate() {
            // An entity is one character; a mark is before it or after it.
            let is_exact = *part == Part::Text(raw);
            let mut done = 0;
            while let Some(mark) = marks.next_if(|mark| mark.part == at) {
                let byte = match mark.change {
                    _ if is_exact => mark.byte,
                    Change::Begin(_) => 0,
                    Change::End => raw.len(),
                };
                isolated.push_str(&raw[done..byte]);
                done = byte;
                isolated.push_str(&self.change(mark));
            }
            isolated.push_str(&raw[done..]);
        }
        Some(isolated)
    }

    /// What is written at a mark. Controls do what elements do for the order, but name no language.
    #[must_use]
    pub fn change(&self, mark: Mark) -> String {
        match mark.change {
            Change::Begin(_) if mark.crosses => '\u{2066}'.to_string(),
            Change::End if mark.crosses => '\u{2069}'.to_string(),
            Change::Begin(script) => self.begin(script),
            Change::End => END.to_owned(),
        }
    }
}

/// A piece of HTML, as it is written and as what it is to isolation.
pub(super) struct Piece<'a> {
    pub(super) raw: &'a str,
    pub(super) part: Part<'a>,
}

impl<'a> Piece<'a> {
    fn plain(text: &'a str) -> Self {
        Self {
            raw: text,
            part: Part::Text(text),
        }
    }
}

/// The blocks of a page in which there may be runs that nothing isolates: a first look, since most hold none.
pub(super) fn suspect_blocks(html: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let (mut start, mut at, mut is_suspect) = (0, 0, false);
    while let Some(length) = html[at..].find('<') {
        is_suspect = is_suspect || may_hold_runs(&html[at..at + length]);
        at += length;
        let tag = Tag::first(&html[at..]);
        if tag.is_left_alone() {
            at += tag.element_length(&html[at..]);
            continue;
        }
        if tag.part() == Part::Edge {
            if is_suspect {
                blocks.push(&html[start..at]);
            }
            (start, is_suspect) = (at + tag.length, false);
        }
        at += tag.length;
    }
    if is_suspect || may_hold_runs(&html[at..]) {
        blocks.push(&html[start..]);
    }
    blocks
}

/// HTML in pieces.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_text(&rest[..at], &mut pieces);
        rest = &rest[at..];
        let tag = Tag::first(rest);
        let (length, part) = if tag.is_left_alone() {
            (tag.element_length(rest), Part::Object)
        } else {
            (tag.length, tag.part())
        };
        let raw = &rest[..length];
        pieces.push(Piece { raw, part });
        rest = &rest[length..];
    }
    push_text(rest, &mut pieces);
    pieces
}

/// Text, in pieces between which its entities stand.
fn push_text<'a>(mut text: &'a str, pieces: &mut Vec<Piece<'a>>) {
    const ENTITIES: [(&str, &str); 7] = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&nbsp;", "\u{A0}"),
    ];
    while let Some(at) = text.find('&') {
        if at > 0 {
            pieces.push(Piece::plain(&text[..at]));
        }
        text = &text[at..];
        let known = ENTITIES.iter().find(|(entity, _)| text.starts_with(entity));
        let (length, part) = match known {
            Some((entity, character)) => (entity.len(), Part::Text(character)),
            None => (text.find(';').map_or(1, |end| end + 1), Part::Object),
        };
        let raw = &text[..length];
        pieces.push(Piece { raw, part });
        text = &text[length..];
    }
    if !text.is_empty() {
        pieces.push(Piece::plain(text));
    }
}

#[cfg(test)]
mod tests {
    use super::Isolation;

    #[test]
    fn runs_are_isolated_once_and_tags_are_left_alone() {
        let isolation = Isolation::new("en");
        for (html, expected) in [
            ("لقاء <a href=\"/a b\" title=\"x\">الوفد</a>", None),
            (
                "لقاء <b>Wikidata</b>",
                Some("لقاء <b><bdi dir=\"ltr\" lang=\"en\">Wikidata</bdi></b>"),
            ),
            (
                "أ AT&amp;T &amp; ب",
                Some("أ <bdi dir=\"ltr\" lang=\"en\">AT&amp;T</bdi> &amp; ب"),
            ),
            (
                "<p>في +212 5 37</p><p>C++</p>",
                Some(
                    "<p>في <bdi dir=\"ltr\">+212 5 37</bdi></p><p><bdi dir=\"ltr\" lang=\"en\">C++</bdi></p>",
                ),
            ),
            (
                "أ <code>x</code> <span lang=\"fr\">Oui <b>si</b></span> <pre>a</pre>",
                None,
            ),
            ("أ <!-- note --> ب <br> <svg><text>a</text></svg>", None),
            ("أ &copy; ب", None),
            (
                "في <a>مدينة New</a> York الآن",
                Some("في <a>مدينة \u{2066}New</a> York\u{2069} الآن"),
            ),
            ("أ < b", Some("أ < b")),
        ] {
            let Some(expected) = expected else {
                assert_eq!(isolation.html(html), None, "{html}");
                continue;
            };
            if html != expected {
                assert_eq!(isolation.html(html).as_deref(), Some(expected));
            }
            assert_eq!(isolation.html(expected), None, "twice: {expected}");
        }
    }
}
