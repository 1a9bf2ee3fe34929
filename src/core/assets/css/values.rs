//! Values that no browser reads, for a slip: a browser leaves the declaration out, and says nothing. What may be right in some
//! browser, or will be, is left alone.

use std::ops::Range;

use super::fault::Fault;
use super::processed;
use crate::locale::{Text, text};
use crate::schema::nearest;

/// The colours that have names, and what else stands for a colour.
const COLOURS: &str = "
aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue
chartreuse chocolate coral cornflowerblue cornsilk crimson currentcolor cyan darkblue darkcyan darkgoldenrod darkgray
darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink
indianred indigo inherit initial ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid
mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise
palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red revert rosybrown royalblue
saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen
steelblue tan teal thistle tomato transparent turquoise unset violet wheat white whitesmoke yellow yellowgreen
revert-layer accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext field fieldtext
graytext highlight highlighttext linktext mark marktext selecteditem selecteditemtext visitedtext auto none";

/// Properties of which a number that is not 0 needs a unit.
const LENGTHS: [&str; 13] = [
    "margin",
    "padding",
    "width",
    "height",
    "font-size",
    "inset",
    "gap",
    "top",
    "bottom",
    "left",
    "right",
    "inline-size",
    "block-size",
];

/// What is asked of a screen.
const FEATURES: &str = "
any-hover any-pointer aspect-ratio color color-gamut color-index device-aspect-ratio device-height device-width
display-mode dynamic-range environment-blending forced-colors grid height horizontal-viewport-segments hover
inverted-colors max-aspect-ratio max-color max-color-index max-device-height max-device-width max-height max-monochrome
max-resolution max-width min-aspect-ratio min-color min-color-index min-device-height min-device-width min-height
min-monochrome min-resolution min-width monochrome nav-controls orientation overflow-block overflow-inline pointer
prefers-color-scheme prefers-contrast prefers-reduced-data prefers-reduced-motion prefers-reduced-transparency resolution
scan scripting update vertical-viewport-segments video-color-gamut video-dynamic-range width";

/// Refuses the value of a property, at `range`, that no browser reads.
pub(super) fn value(css: &str, property: &str, range: Range<usize>) -> Result<(), Fault> {
    let written = &css[range.clone()];
    let start = range.start + (written.len() - written.trim_start().len());
    let value = written.trim();
    if value.contains("/*") || property.starts_with("--") {
        return Ok(());
    }
    processed::value(css, start..start + value.len())?;
    variable(value, start)?;
    importance(value, start)?;
    sums(value, start)?;
    let (value, _) = value.split_once('!').unwrap_or((value, ""));
    let value = value.trim_end();
    let whole = start..start + value.len();
    if property == "color" || property.ends_with("-color") {
        return colour(value, whole);
    }
    let property = ["min-", "max-"]
        .iter()
        .find_map(|prefix| property.strip_prefix(prefix))
        .unwrap_or(property);
    let is_length = |name: &&str| {
        let side = property.strip_prefix(*name);
        side.is_some_and(|side| side.is_empty() || *name != "font-size" && side.starts_with('-'))
    };
    let is_number = |word: &&str| {
        let digits = word.trim_start_matches(['-', '+']);
        let is_digit = |c: char| c.is_ascii_digit() || c == '.';
        digits.chars().all(is_digit) && digits.parse::<f64>().is_ok_and(|number| number != 0.0)
    };
    if !value.contains('(')
        && LENGTHS.iter().any(is_length)
        && let Some(number) = value.split_ascii_whitespace().find(is_number)
    {
        let at = start + value.find(number).unwrap_or_default();
        let reason = text!("css-unit-none", number);
        let hint = text!("css-unit-none-hint", example = format!("{number}px"));
        return Err(Fault::new(at..at + number.len(), reason, hint));
    }
    Ok(())
}

/// A colour between quotation marks, a variable that nothing asks for, a name that differs from one by a slip.
fn colour(value: &str, range: Range<usize>) -> Result<(), Fault> {
    let bare = value.trim_matches(['"', '\'']);
    if bare.len() + 2 == value.len() {
        return Err(written(range, text!("css-colour-quoted"), bare));
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if value.starts_with("--") && value.chars().all(is_part) {
        let right = format!("var({value})");
        return Err(written(
            range,
            text!("css-variable-bare", name = value),
            &right,
        ));
    }
    let lower = value.to_ascii_lowercase();
    let is_word = lower.len() > 2 && lower.bytes().all(|byte| byte.is_ascii_lowercase());
    let mut known = COLOURS.split_ascii_whitespace();
    if !is_word || known.any(|one| one == lower) {
        return Ok(());
    }
    match nearest(&lower, COLOURS.split_ascii_whitespace()) {
        Some(near) => Err(meant(
            range,
            text!("css-colour-unknown", name = value),
            near,
        )),
        None => Ok(()),
    }
}

/// `var(ink)`.
fn variable(value: &str, start: usize) -> Result<(), Fault> {
    for (at, call) in value.match_indices("var(") {
        let inside = &value[at + call.len()..];
        let name = inside.split([')', ',']).next().unwrap_or_default().trim();
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if is_name && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            let at = start + at + call.len() + inside.find(name).unwrap_or_default();
            let reason = text!("css-variable-dashes", name);
            return Err(written(at..at + name.len(), reason, &format!("--{name}")));
        }
    }
    Ok(())
}

/// `!importnat`.
fn importance(value: &str, start: usize) -> Result<(), Fault> {
    let Some(at) = value
        .rfind('!')
        .filter(|at| !value[*at..].contains(['"', '\'']))
    else {
        return Ok(());
    };
    let word = value[at + 1..].trim();
    if word.eq_ignore_ascii_case("important") || nearest(word, ["important"]).is_none() {
        return Ok(());
    }
    let range = start + at..start + value.len();
    let found = text!("css-mark", found = format!("!{word}"));
    Err(written(range, found, "!important"))
}

/// `calc(1rem+2px)`: without spaces the sign is of the number behind it.
fn sums(value: &str, start: usize) -> Result<(), Fault> {
    let Some(from) = value.find("calc(") else {
        return Ok(());
    };
    let is_between = |c: char| c.is_whitespace() || "()*/,".contains(c);
    let mut at = from + "calc(".len();
    for word in value[at..].split_inclusive(is_between) {
        let term = word.trim_end_matches(is_between);
        let is_number = term.starts_with(|c: char| c.is_ascii_digit() || c == '.');
        let sign = term.char_indices().skip(1).find(|(sign, c)| {
            let before = term[..*sign].chars().next_back();
            let behind = &term[sign + 1..];
            "+-".contains(*c)
                && before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '%')
                && !matches!(before, Some('e' | 'E'))
                && behind.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        });
        if let (true, Some((sign, c))) = (is_number, sign) {
            let right = format!("{} {c} {}", &term[..sign], &term[sign + 1..]);
            let range = start + at..start + at + term.len();
            return Err(written(range, text!("css-sum-tight"), &right));
        }
        at += word.len();
    }
    Ok(())
}

/// How much of what stands before the block of a rule is looked at, in characters.
const PRELUDE: usize = 1000;

/// Refuses what a rule `@media` at `at` asks, if it is a slip.
pub(super) fn media(css: &str, at: usize) -> Result<(), Fault> {
    let rest = &css[at..];
    let Some(prelude) = rest.strip_prefix("@media") else {
        return Ok(());
    };
    let nearby = prelude.char_indices().take(PRELUDE);
    let end = nearby.take_while(|(_, c)| !matches!(c, '{' | ';')).last();
    let prelude = &prelude[..end.map_or(0, |(at, c)| at + c.len_utf8())];
    let start = at + "@media".len();
    for (open, _) in prelude.match_indices('(') {
        let inside = prelude[open + 1..].trim_start();
        let is_part = |c: char| c.is_ascii_lowercase() || c == '-';
        let name = &inside[..inside.find(|c| !is_part(c)).unwrap_or(inside.len())];
        let is_asked = inside[name.len()..]
            .trim_start()
            .starts_with([':', ')', '<', '>', '=']);
        let mut known = FEATURES.split_ascii_whitespace();
        if !is_asked || name.len() < 4 || name.starts_with('-') || known.any(|one| one == name) {
            continue;
        }
        if let Some(near) = nearest(name, FEATURES.split_ascii_whitespace()) {
            let at = start + prelude.len() - prelude[open + 1..].len();
            let at = at + prelude[open + 1..].len() - inside.len();
            let range = at..at + name.len();
            return Err(meant(range, text!("css-feature-unknown", name), near));
        }
    }
    Ok(())
}

fn written(range: Range<usize>, reason: Text, right: &str) -> Fault {
    Fault::new(range, reason, text!("write", words = right))
}

fn meant(range: Range<usize>, reason: Text, near: &str) -> Fault {
    Fault::new(range, reason, text!("did-you-mean", name = near))
}

#[cfg(test)]
mod tests {
    use super::super::scan::fault;

    #[test]
    fn what_no_browser_reads_is_found_and_what_some_may_is_left_alone() {
        for (css, found) in [
            ("p { color: \"red\" }", "\"red\""),
            ("p { color: rde }", "rde"),
            ("p { background-color: whit !important }", "whit"),
            ("p { color: --ink }", "--ink"),
            ("p { top: 0; color: var( ink, red) }", "ink"),
            ("p { color: red !importnat }", "!importnat"),
            ("p { margin: 0 12 }", "12"),
            ("p { min-width: 12 }", "12"),
            ("p { padding-inline-start: 1.5 }", "1.5"),
            ("p { width: calc(100% - (1rem+2px)) }", "1rem+2px"),
            ("p { width: calc(1rem-2px) }", "1rem-2px"),
            (
                "@media screen and (min-widht: 20rem) { p { top: 0 } }",
                "min-widht",
            ),
            ("p { margin: 0\u{a0}1rem }", "\u{a0}"),
            ("<!-- x --> p { top: 0 }", "<!--"),
            (":root { --ink: #1f1c1 }", "#1f1c1"),
        ] {
            let fault = fault(css).unwrap_or_else(|| panic!("{css}"));
            assert_eq!(&css[fault.range.clone()], found, "{css}");
        }
        for css in [
            "p { color: light-dark(#000, white); background-color: Canvas; border-color: red blue }",
            "p { color: oklch(from var(--ink) l c h); accent-color: auto; caret-color: newkeyword }",
            "p { line-height: 2; flex: 1 1 0; margin: 0 auto; width: calc(1e+3px - 2 * var(--a-b)) }",
            ":root { --ink: #1f1; --id: #ab; --name: #bad-name; --x: a #12345 }",
            "p { font-size-adjust: 0.5; --x: 12; gap: 0; padding: 0.0; top: calc(2 * 3px) }",
            "p { animation-name: --x; content: \"a!b\"; grid-template-columns: [a-1] 1fr; left: -0 }",
            "@media (prefers-color-scheme: dark) and (400px <= width <= 700px) { p { top: 0 } }",
            "@media (-webkit-min-device-pixel-ratio: 2) { p { top: 0 } }",
        ] {
            assert_eq!(fault(css), None, "{css}");
        }
    }
}
