//! The attributes of a text and of what it stands in become a [`Style`]: properties of SVG 2 and CSS under their own names,
//! and three of ours, which begin with `data-`.

use resvg::usvg::roxmltree::Node;

use crate::arabic::Direction;
use crate::fonts::SiteFace;
use crate::locale::{Text, text};
use crate::pictures::problem::Problem;
use crate::pictures::typesetter::Typesetter;
use crate::schema::{did_you_mean, nearest, suggestion};

/// What a text should look like.
pub(in crate::pictures) struct Style<'a> {
    pub(super) x: f64,
    pub(super) y: f64,
    /// The faces that its characters are looked for in, the first first.
    pub(super) stack: Vec<&'a SiteFace>,
    pub(super) size: f64,
    /// From one base line to the next, in sizes of the font.
    pub(super) line_height: f64,
    pub(super) anchor: Anchor,
    pub(super) hold: Hold,
    pub(super) direction: Direction,
    /// The room that it must fit into; without, it is one line.
    pub(super) room: Option<Room>,
}

/// The room that a text must fit into.
pub(super) struct Room {
    pub(super) width: f64,
    /// At most so many lines.
    pub(super) lines: Option<usize>,
    pub(super) is_balanced: bool,
    /// The smallest size that it may take.
    pub(super) smallest: f64,
}

/// Which end of each line stands at `x`.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Which of the lines stands at `y`.
#[derive(Clone, Copy)]
pub(super) enum Hold {
    First,
    Middle,
    Last,
}

/// The attributes of `<text>` that decide how it is set. Those that are inherited may stand on what it stands in.
const OWN: [&str; 6] = [
    "x",
    "y",
    "inline-size",
    "text-wrap",
    "data-lines",
    "data-hold",
];
const INHERITED: [&str; 6] = [
    "font-family",
    "font-weight",
    "font-size",
    "line-height",
    "text-anchor",
    "direction",
];
const SMALLEST: &str = "data-smallest";

/// The attributes of `<text>` that decide how its outlines are painted.
const PAINT: [&str; 12] = [
    "class",
    "clip-path",
    "fill",
    "fill-opacity",
    "id",
    "mask",
    "opacity",
    "stroke",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-width",
    "transform",
];

/// Whether an attribute of `<text>` decides how it is painted.
pub(in crate::pictures) fn is_paint(attribute: &str) -> bool {
    PAINT.contains(&attribute)
}

/// Reads the attributes of a `<text>`. None where its faces cannot be found.
pub(in crate::pictures) fn read<'a>(
    text: Node<'_, '_>,
    typesetter: &'a Typesetter,
    problems: &mut Vec<Problem>,
) -> Option<Style<'a>> {
    let mut reader = Reader { text, problems };
    reader.refuse_unknown();
    let stack = reader.stack(typesetter);
    let size = reader.length("font-size").unwrap_or(DEFAULT_SIZE);
    let width = reader.length("inline-size");
    let lines = reader.number(
        "data-lines",
        |lines: &usize| *lines > 0,
        || text!("attribute-whole-number-hint"),
    );
    let smallest = reader.length(SMALLEST);
    let wrap = reader.choice("text-wrap", [("wrap", false), ("balance", true)]);
    if width.is_none() {
        let needs_room = [
            ("data-lines", lines.is_some()),
            (SMALLEST, smallest.is_some()),
            ("text-wrap", wrap.is_some()),
        ];
        for (name, _) in needs_room.into_iter().filter(|(_, is_there)| *is_there) {
            let message = text!("card-text-without-width", name);
            reader.report(name, message, text!("card-text-without-width-hint"));
        }
    }
    let direction = [("rtl", Direction::Rtl), ("ltr", Direction::Ltr)];
    let anchor = [
        ("start", Anchor::Start),
        ("middle", Anchor::Middle),
        ("end", Anchor::End),
    ];
    let hold = [
        ("first", Hold::First),
        ("middle", Hold::Middle),
        ("last", Hold::Last),
    ];
    Some(Style {
        x: reader.coordinate("x"),
        y: reader.coordinate("y"),
        size,
        line_height: reader
            .number(
                "line-height",
                |height: &f64| *height > 0.0,
                || text!("attribute-line-height-hint"),
            )
            .unwrap_or(DEFAULT_LINE_HEIGHT),
        anchor: reader
            .choice("text-anchor", anchor)
            .unwrap_or(Anchor::Start),
        hold: reader.choice("data-hold", hold).unwrap_or(Hold::First),
        direction: reader
            .choice("direction", direction)
            .unwrap_or(typesetter.direction),
        room: width.map(|width| Room {
            width,
            lines,
            is_balanced: wrap.unwrap_or_default(),
            smallest: smallest.unwrap_or(size),
        }),
        stack: stack?,
    })
}

/// In units of the drawing: what browsers take `medium` to be (CSS Fonts 4, 2.5).
const DEFAULT_SIZE: f64 = 16.0;
/// Enough for the marks above and the dots below Arabic letters.
const DEFAULT_LINE_HEIGHT: f64 = 1.5;

struct Reader<'n, 'i, 'p> {
    text: Node<'n, 'i>,
    problems: &'p mut Vec<Problem>,
}

impl<'n> Reader<'n, '_, '_> {
    fn refuse_unknown(&mut self) {
        let known = || {
            OWN.iter()
                .chain(&INHERITED)
                .chain(&PAINT)
                .chain([&SMALLEST])
                .copied()
        };
        for attribute in self.text.attributes() {
            let name = attribute.name();
            if attribute.namespace().is_none() && !known().any(|other| other == name) {
                let hint = did_you_mean(name, known())
                    .unwrap_or_else(|| text!("card-text-attribute-hint"));
                let message = text!("card-text-attribute", name);
                self.problems
                    .push(Problem::in_markup(attribute.range().start, message, hint));
            }
        }
    }

    /// An attribute, of the text or, if it is inherited, of what it stands in, and where that begins.
    fn attribute(&self, name: &str) -> Option<(&'n str, usize)> {
        let levels = if INHERITED.contains(&name) {
            usize::MAX
        } else {
            1
        };
        let mut around = self.text.ancestors().take(levels);
        around.find_map(|node| {
            let attribute = node.attribute_node(name)?;
            Some((attribute.value(), node.range().start))
        })
    }

    fn report(&mut self, name: &str, message: Text, hint: Text) {
        let at = self
            .attribute(name)
            .map_or(self.text.range().start, |(_, at)| at);
        self.problems.push(Problem::in_markup(at, message, hint));
    }

    fn number<T: std::str::FromStr>(
        &mut self,
        name: &str,
        is_fit: impl Fn(&T) -> bool,
        hint: impl Fn() -> Text,
    ) -> Option<T> {
        let (value, _) = self.attribute(name)?;
        let number = value.trim().strip_suffix("px").unwrap_or(value.trim());
        let number = number.parse().ok().filter(is_fit);
        if number.is_none() {
            self.report(name, text!("attribute-value", value, name), hint());
        }
        number
    }

    fn length(&mut self, name: &str) -> Option<f64> {
        let is_fit = |length: &f64| length.is_finite() && *length > 0.0;
        self.number(name, is_fit, || text!("attribute-length-hint"))
    }

    fn coordinate(&mut self, name: &str) -> f64 {
        let place = self.number(
            name,
            |place: &f64| place.is_finite(),
            || text!("attribute-length-hint"),
        );
        place.unwrap_or_default()
    }

    fn choice<T: Copy, const N: usize>(
        &mut self,
        name: &str,
        choices: [(&str, T); N],
    ) -> Option<T> {
        let (value, _) = self.attribute(name)?;
        let chosen = choices.iter().find(|(choice, _)| *choice == value.trim());
        if chosen.is_none() {
            let names = choices.iter().map(|(choice, _)| (*choice).to_owned());
            let hint = text!("write-one-of", names = names.collect::<Vec<_>>());
            self.report(name, text!("attribute-value", value, name), hint);
        }
        chosen.map(|(_, meaning)| *meaning)
    }

    fn stack<'a>(&mut self, typesetter: &'a Typesetter) -> Option<Vec<&'a SiteFace>> {
        let weight = match self.attribute("font-weight") {
            Some(("normal", _)) | None => REGULAR,
            Some(("bold", _)) => BOLD,
            Some(_) => self
                .number(
                    "font-weight",
                    |weight| (1..=1000).contains(weight),
                    || text!("attribute-font-weight-hint"),
                )
                .unwrap_or(REGULAR),
        };
        let known: Vec<String> = typesetter
            .families()
            .iter()
            .map(ToString::to_string)
            .collect();
        let Some((families, _)) = self.attribute("font-family") else {
            let hint = if known.is_empty() {
                text!("font-families-none-hint")
            } else {
                text!("card-text-without-font-hint", known)
            };
            self.report("font-family", text!("card-text-without-font"), hint);
            return None;
        };
        let mut stack = Vec::new();
        for name in families.split(',') {
            let name = name.trim().trim_matches(['"', '\'']);
            let faces = typesetter.family(name, weight);
            if faces.is_empty() {
                let hint = match nearest(name, typesetter.families()) {
                    Some(near) => suggestion(name, near),
                    None if known.is_empty() => text!("font-families-none-hint"),
                    None => text!("font-family-none-hint", known = known.clone()),
                };
                let message = text!("font-family-none", name);
                self.report("font-family", message, hint);
            }
            stack.extend(faces);
        }
        Some(stack).filter(|stack| !stack.is_empty())
    }
}

/// What CSS means by `normal` and `bold`.
const REGULAR: u16 = 400;
const BOLD: u16 = 700;
