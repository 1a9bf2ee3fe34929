//! An SVG is read, every text in it set, and the whole written again with outlines where the texts were.

use std::ops::Range;

use resvg::usvg::roxmltree::{self, Document, Node, ParsingOptions, TextPos};

use super::limits;
use super::problem::Problem;
use super::raster;
use super::text::style::{self, is_paint};
use super::text::{Block, Misfit, set};
use super::typesetter::Typesetter;
use crate::locale::{self, text};
use crate::schema::did_you_mean;

/// A drawing whose texts have been set.
pub(super) struct Drawing<'a> {
    svg: &'a str,
    root: usize,
    texts: Vec<Text<'a>>,
}

/// A text, and where its element stands.
struct Text<'a> {
    range: Range<usize>,
    /// Its attributes that its outlines need, as they are written.
    paint: Vec<Range<usize>>,
    block: Block<'a>,
}

/// What a drawing may be made of. What moves, what is HTML and what would have to be read from elsewhere may not.
const ELEMENTS: [&str; 22] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "symbol",
    "text",
];
const MORE_ELEMENTS: [&str; 2] = ["title", "use"];

impl<'a> Drawing<'a> {
    /// Reads a drawing and sets its texts. None where it cannot be read at all.
    pub(super) fn read(svg: &'a str, typesetter: &'a Typesetter) -> (Option<Self>, Vec<Problem>) {
        let document = match Document::parse(svg) {
            Ok(document) => document,
            Err(error) => return (None, vec![no_markup(svg, &error)]),
        };
        if let Some(problem) = limits::of_markup(svg, &document) {
            return (None, vec![problem]);
        }
        let mut drawing = Self {
            svg,
            root: document.root_element().range().start,
            texts: Vec::new(),
        };
        let mut problems = Vec::new();
        for node in document.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            if !ELEMENTS
                .iter()
                .chain(&MORE_ELEMENTS)
                .any(|known| *known == name)
            {
                // A foreign element inside a text is reported with the text.
                if !node.ancestors().skip(1).any(is_text) {
                    problems.push(stranger(node));
                }
            } else if is_text(node) {
                drawing
                    .texts
                    .extend(read_text(node, typesetter, &mut problems));
            }
        }
        if let (true, Some((message, hint))) = (problems.is_empty(), raster::problem(svg)) {
            problems.push(Problem::in_markup(drawing.root, message, hint));
        }
        (Some(drawing), problems)
    }

    /// Where its root element begins.
    pub(super) fn root(&self) -> usize {
        self.root
    }

    /// Its size, when that is a whole number of units.
    pub(super) fn size(&self) -> Option<(u32, u32)> {
        let (width, height) = raster::size(self.svg)?;
        let whole = |length: f32| format!("{length}").parse().ok();
        Some((whole(width)?, whole(height)?))
    }

    /// The drawing with outlines instead of texts.
    pub(super) fn outlined(&self) -> String {
        let mut outlined = String::with_capacity(self.svg.len() * 8);
        let mut done = 0;
        for Text {
            range,
            paint,
            block,
        } in &self.texts
        {
            outlined.push_str(&self.svg[done..range.start]);
            outlined.push_str("<path");
            for attribute in paint {
                outlined.push(' ');
                outlined.push_str(&self.svg[attribute.clone()]);
            }
            outlined.push_str(" d=\"");
            outlined.push_str(&block.outline());
            outlined.push_str("\"/>");
            done = range.end;
        }
        outlined.push_str(&self.svg[done..]);
        outlined
    }
}

fn is_text(node: Node<'_, '_>) -> bool {
    node.tag_name().name() == "text"
}

fn stranger(node: Node<'_, '_>) -> Problem {
    let name = node.tag_name().name();
    let known = ELEMENTS.iter().chain(&MORE_ELEMENTS).copied();
    let hint = did_you_mean(name, known).unwrap_or_else(|| text!("card-element-hint"));
    let message = text!("card-element", name);
    Problem::in_markup(node.range().start, message, hint)
}

fn read_text<'a>(
    node: Node<'_, '_>,
    typesetter: &'a Typesetter,
    problems: &mut Vec<Problem>,
) -> Option<Text<'a>> {
    if let Some(inside) = node.children().find(Node::is_element) {
        let name = inside.tag_name().name();
        let message = text!("card-text-element", name);
        let hint = text!("card-text-element-hint");
        problems.push(Problem::in_markup(node.range().start, message, hint));
        return None;
    }
    let words: String = node.children().filter_map(|child| child.text()).collect();
    let style = style::read(node, typesetter, problems)?;
    match set(&words, &style, typesetter) {
        Ok(block) => {
            let paint = node
                .attributes()
                .filter(|attribute| is_paint(attribute.name()));
            Some(Text {
                range: node.range(),
                paint: paint.map(|attribute| attribute.range()).collect(),
                block,
            })
        }
        Err(misfit) => {
            problems.push(misfit_of(words.trim(), &misfit));
            None
        }
    }
}

fn misfit_of(words: &str, misfit: &Misfit) -> Problem {
    match misfit {
        Misfit::TooLong => {
            let hint = text!("card-text-too-long-hint");
            let message = text!("card-text-too-long", words);
            Problem::in_words("E411", words, message, hint)
        }
        Misfit::Unknown(character) => {
            let hint = text!("card-character-hint");
            let code = format!("U+{:04X}", u32::from(*character));
            let message = text!("card-character", character = character.to_string(), code);
            Problem::in_words("E412", *character, message, hint)
        }
    }
}

/// Why a drawing is no XML, and where it ends to be one.
#[must_use]
pub fn ill_formed(svg: &str, error: &roxmltree::Error) -> (locale::Text, usize) {
    let message = text!("drawing-ill-formed", reason = reason(&error.to_string()));
    (message, byte_at(svg, error.pos()))
}

/// The problem of that.
fn no_markup(svg: &str, error: &roxmltree::Error) -> Problem {
    let (message, at) = ill_formed(svg, error);
    Problem::in_markup(at, message, text!("drawing-ill-formed-hint"))
}

/// Why a drawing without text, such as that of the icons, cannot be drawn.
pub(super) fn problem_without_text(svg: &str) -> Option<Problem> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    let document = match Document::parse_with_options(svg, options) {
        Ok(document) => document,
        Err(error) => return Some(no_markup(svg, &error)),
    };
    limits::of_markup(svg, &document).or_else(|| {
        let (message, hint) = raster::problem(svg)?;
        let root = document.root_element().range().start;
        Some(Problem::in_markup(root, message, hint))
    })
}

/// The byte at a line and column, both counted from 1, in characters.
fn byte_at(text: &str, place: TextPos) -> usize {
    let count = |n: u32| n.saturating_sub(1) as usize;
    let lines = text.split_inclusive('\n').take(count(place.row));
    let start: usize = lines.map(str::len).sum();
    let line = text[start..].char_indices();
    line.take(count(place.col) + 1)
        .last()
        .map_or(start, |(at, _)| start + at)
}

/// A sentence of the parser without the place that it ends in: `… at 3:7`.
fn reason(sentence: &str) -> &str {
    let place = sentence.rfind(" at ");
    &sentence[..place.unwrap_or(sentence.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::Place;

    fn svg(inside: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\">\n{inside}\n</svg>"
        )
    }

    /// The problems of a drawing, each with what stands at its place.
    fn problems(inside: &str) -> Vec<(String, String)> {
        let svg = svg(inside);
        let typesetter = Typesetter::naskh();
        let (_, problems) = Drawing::read(&svg, &typesetter);
        let told = problems.into_iter().map(|problem| {
            let place = match problem.place {
                Place::Markup(at) => svg[at..].chars().take(9).collect(),
                Place::Words(words) => words,
            };
            (problem.message.to_string(), place)
        });
        told.collect()
    }

    #[test]
    fn texts_become_outlines_that_keep_their_paint() {
        let svg = svg(
            "<g font-family='Naskh'><text x='190' y='50' fill='#9e1f2a' font-size='20'>سلام</text><circle r='5'/></g>",
        );
        let typesetter = Typesetter::naskh();
        let (drawing, problems) = Drawing::read(&svg, &typesetter);
        assert_eq!(problems, []);
        let outlined = drawing.unwrap().outlined();
        let (before, after) = outlined.split_once(" d=\"").unwrap();
        assert!(
            before.ends_with("<g font-family='Naskh'><path fill='#9e1f2a'"),
            "{before}"
        );
        assert!(
            after.starts_with('M') && after.ends_with("Z\"/><circle r='5'/></g>\n</svg>"),
            "{after}"
        );
    }

    #[test]
    fn what_would_be_left_out_or_read_from_elsewhere_is_refused() {
        for stranger in ["image", "foreignObject", "script", "rct", "textPath"] {
            let found = problems(&format!("<{stranger}/>"));
            assert_eq!(found.len(), 1, "{stranger}");
            assert_eq!(
                found[0].0,
                format!("a card cannot have the element `{stranger}`")
            );
        }
    }

    #[test]
    fn a_drawing_that_is_not_well_formed_says_where() {
        let found = problems("<g><circle r='5'></g>");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, "</g>\n</sv");
    }

    #[test]
    fn attributes_of_a_text_are_known_and_have_values_that_they_can_have() {
        let text = |attributes: &str| {
            problems(&format!(
                "<text font-family='Naskh' {attributes}>سلام</text>"
            ))
        };
        assert_eq!(
            text(
                "font-size='20' inline-size='150' data-lines='2' text-wrap='balance' data-smallest='12'"
            ),
            []
        );
        for wrong in [
            "font-size='big'",
            "font-size='-3'",
            "data-lines='2'",
            "inline-size='150' data-lines='0'",
            "direction='up'",
            "text-anchor='left'",
            "font-wieght='600'",
            "style='font-size:20px'",
            "font-weight='0'",
            "x='NaN'",
        ] {
            assert_eq!(text(wrong).len(), 1, "{wrong}");
        }
    }

    #[test]
    fn a_family_that_the_site_has_not_is_named_with_those_it_has() {
        let found = problems("<text font-family='Nasck, Naskh'>سلام</text>");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "there is no font family `Nasck`");
        assert_eq!(
            problems("<text>سلام</text>")[0].0,
            "a text of a card has no font"
        );
    }
}
