//! HTML to the same HTML with the runs of the other direction in `<bdi>`. Tags are left alone, and so is what stands in
//! elements that have a direction or a language of their own: what is isolated already is not isolated again.

use std::borrow::Cow;

use super::code::direction_of_code;
use super::inline::{Change, Mark, Part, marks};
use super::left_alone::LeftAlone;
use super::plain::isolate_in_plain_text;
use super::runs::may_hold;
use super::simulation::visual_order;
use super::table::Script;
use super::tag::part;
use crate::arabic::Direction;
use crate::arabic::invisible::without_bidi_controls;
use crate::html::{Tag, Token, Tokens, reference, unknown_reference};

/// How runs are isolated: by which elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Isolation {
    base: Direction,
    foreign: String,
}

/// What ends isolation.
pub const END: &str = "</bdi>";

impl Isolation {
    /// Isolation in lines of the direction `base`, where words of the script that is most usual among those of the other
    /// one (Latin, Arabic) are in the language `foreign`, a BCP 47 tag.
    #[must_use]
    pub fn new(base: Direction, foreign: &str) -> Self {
        Self {
            base,
            foreign: foreign.to_owned(),
        }
    }

    /// The direction of the lines.
    #[must_use]
    pub fn base(&self) -> Direction {
        self.base
    }

    /// A text for a place where no markup can stand.
    #[must_use]
    pub fn plain_text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        isolate_in_plain_text(text, self.base)
    }

    /// What begins the isolation of words of a script.
    #[must_use]
    pub fn begin(&self, script: Option<Script>) -> String {
        let direction = self.base.opposite().name();
        match script.and_then(|script| script.language(&self.foreign)) {
            Some(language) => format!("<bdi dir=\"{direction}\" lang=\"{language}\">"),
            None => format!("<bdi dir=\"{direction}\">"),
        }
    }

    /// HTML with its runs isolated. `None` where it has none.
    #[must_use]
    pub fn html(&self, html: &str) -> Option<String> {
        // A title, the label of a menu: nothing to take apart.
        if !html.contains('<') && !may_hold(html, self.base) {
            return None;
        }
        let pieces = pieces(html, self.base);
        let parts: Vec<Part<'_>> = pieces.iter().map(Piece::part).collect();
        let mut marks = marks(&parts, self.base);
        let turned = pieces.iter().any(Piece::needs_direction);
        if marks.is_empty() && !turned {
            return None;
        }
        for pair in marks.chunks_exact_mut(2) {
            let crosses = !is_well_nested(&pieces[pair[0].part..=pair[1].part]);
            for mark in pair {
                mark.crosses |= crosses;
            }
        }
        let mut isolated = String::with_capacity(html.len() + 16 * marks.len());
        let mut marks = marks.into_iter().peekable();
        for (at, piece) in pieces.iter().enumerate() {
            let raw = piece.with_direction();
            let mut done = 0;
            while let Some(mark) = marks.next_if(|mark| mark.part == at) {
                let byte = piece.byte_of(mark, &raw);
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
    fn change(&self, mark: Mark) -> String {
        match mark.change {
            Change::Begin(_) if mark.crosses => self.base.opposite().isolate().to_string(),
            Change::End if mark.crosses => '\u{2069}'.to_string(),
            Change::Begin(script) => self.begin(script),
            Change::End => END.to_owned(),
        }
    }
}

/// A piece of HTML, as it is written and as what it is to isolation.
pub(super) struct Piece<'a> {
    pub(super) raw: &'a str,
    kind: PieceKind<'a>,
}

enum PieceKind<'a> {
    /// Text, with its references as the characters that they stand for.
    Text(Cow<'a, str>),
    /// Code without a direction of its own, which a line of the other one would turn round.
    TurnedCode(Direction),
    Other(Part<'a>),
}

impl<'a> Piece<'a> {
    fn text(raw: &'a str) -> Self {
        Self {
            raw,
            kind: PieceKind::Text(raw.into()),
        }
    }

    /// An element that is left alone.
    fn left_alone(raw: &'a str, base: Direction) -> Self {
        let kind = match turned_round(raw, base) {
            Some(direction) => PieceKind::TurnedCode(direction),
            None => PieceKind::Other(Part::Object),
        };
        Self { raw, kind }
    }

    pub(super) fn part(&self) -> Part<'_> {
        match &self.kind {
            PieceKind::Text(text) => Part::Text(text),
            PieceKind::TurnedCode(_) => Part::Object,
            PieceKind::Other(part) => *part,
        }
    }

    fn needs_direction(&self) -> bool {
        matches!(self.kind, PieceKind::TurnedCode(_))
    }

    /// As it is written, and told its direction where it needs one.
    fn with_direction(&self) -> Cow<'a, str> {
        let PieceKind::TurnedCode(direction) = self.kind else {
            return self.raw.into();
        };
        let name = 1 + with_tag(self.raw, |tag| tag.name.len()).unwrap_or(0);
        let (start, rest) = self.raw.split_at(name);
        format!("{start} dir=\"{}\"{rest}", direction.name()).into()
    }

    /// The byte of `written` that a mark stands at. A reference, and what is no text, has it before or behind it.
    fn byte_of(&self, mark: Mark, written: &str) -> usize {
        match (&self.kind, mark.change) {
            // Not compared byte for byte, which a text with thousands of marks would be.
            (PieceKind::Text(Cow::Borrowed(text)), _) if std::ptr::eq(*text, self.raw) => mark.byte,
            (_, Change::Begin(_)) => 0,
            (_, Change::End) => written.len(),
        }
    }
}

/// Whether every element that begins in some pieces ends in them, and the other way round.
fn is_well_nested(pieces: &[Piece<'_>]) -> bool {
    let mut open = Vec::new();
    for piece in pieces {
        let name = || with_tag(piece.raw, |tag| tag.name.to_ascii_lowercase());
        match piece.part() {
            Part::Open => open.push(name()),
            Part::Close if open.pop() != Some(name()) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

/// What is asked about the tag that a text begins with.
fn with_tag<'a, T>(html: &'a str, ask: impl FnOnce(&Tag<'_, 'a>) -> T) -> Option<T> {
    match Tokens::of(html).read() {
        Some(Token::Start(tag) | Token::End(tag)) => Some(ask(&tag)),
        _ => None,
    }
}

/// HTML in pieces.
pub(super) fn pieces(html: &str, base: Direction) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut left_alone = LeftAlone::of(base);
    // Where the element begins that is being left alone.
    let mut start = None;
    let mut tokens = Tokens::of(html);
    loop {
        let at = tokens.at();
        let Some(token) = tokens.read() else {
            break;
        };
        if left_alone.read(&token, &html[at..]) {
            start.get_or_insert(at);
            if !left_alone.is_inside() {
                pieces.extend(
                    start
                        .take()
                        .map(|start| Piece::left_alone(&html[start..tokens.at()], base)),
                );
            }
            continue;
        }
        pieces.extend(
            start
                .take()
                .map(|start| Piece::left_alone(&html[start..at], base)),
        );
        match token {
            Token::Text(text) => push_text(text, &mut pieces),
            token => pieces.push(Piece {
                raw: token.text(),
                kind: PieceKind::Other(part(&token)),
            }),
        }
    }
    pieces.extend(start.map(|start| Piece::left_alone(&html[start..], base)));
    pieces
}

/// The direction of an element that is code without one, where a line shows its characters in another order. Code of the
/// direction of the line is shown as the line shows it.
fn turned_round(raw: &str, base: Direction) -> Option<Direction> {
    let inside = with_tag(raw, |tag| {
        let is_code = tag.is_one_of(&["code", "kbd", "samp", "var"]);
        (is_code && tag.value("dir").is_none()).then(|| &raw[tag.text.len()..])
    });
    let inside = pieces(inside.flatten().unwrap_or_default(), base);
    let texts = inside.iter().filter_map(|piece| match piece.part() {
        Part::Text(text) => Some(text),
        _ => None,
    });
    // The end of an isolation that began before code which never closes is none of the code's characters.
    let text = without_bidi_controls(texts.collect());
    let shown = |direction| shown_in_line(&text, direction);
    let direction = direction_of_code(&text);
    (direction != base && shown(Direction::Rtl) != shown(Direction::Ltr)).then_some(direction)
}

/// A text as a line shows it that runs in a direction.
fn shown_in_line(text: &str, direction: Direction) -> String {
    let order = visual_order(text, Some(direction)).into_iter();
    order.filter_map(|seen| seen.glyph(text)).collect()
}

/// Text, in pieces between which its references stand.
fn push_text<'a>(text: &'a str, pieces: &mut Vec<Piece<'a>>) {
    let (mut done, mut at) = (0, 0);
    while let Some(next) = text[at..].find('&') {
        at += next;
        let rest = &text[at..];
        let (kind, length) = match (reference(rest), unknown_reference(rest)) {
            (Some(found), _) => (PieceKind::Text(found.characters), found.length),
            (None, Some(unknown)) => (PieceKind::Other(Part::Object), unknown.len()),
            (None, None) => {
                at += 1;
                continue;
            }
        };
        let raw = &rest[..length];
        pieces.extend((done < at).then(|| Piece::text(&text[done..at])));
        pieces.push(Piece { raw, kind });
        at += length;
        done = at;
    }
    pieces.extend((done < text.len()).then(|| Piece::text(&text[done..])));
}

#[cfg(test)]
mod tests {
    use super::Isolation;
    use crate::arabic::Direction;

    #[test]
    fn runs_are_isolated_once_and_tags_are_left_alone() {
        let isolation = Isolation::new(Direction::Rtl, "en");
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
            (
                "أ < b ب &#45;3",
                Some("أ < <bdi dir=\"ltr\" lang=\"en\">b</bdi> ب <bdi dir=\"ltr\">&#45;3</bdi>"),
            ),
            ("أ <BDI>b</BDI> <img lang=en alt=b> <svg/> ب", None),
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
