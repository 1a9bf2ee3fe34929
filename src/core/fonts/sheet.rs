//! Published fonts become the style sheet that declares them: their faces, a fallback with the same heights of lines
//! for each family, and a custom property for each role.

use std::ops::RangeInclusive;

use super::Webfont;
use crate::config::{FontFamily, FontStyle};
use crate::source::load;

/// The name by which style sheets import this one.
pub(crate) const NAME: &str = "warraq:fonts";

/// Characters that a face is not for may lie in its range, as long as no other is for them: what it lacks is taken
/// from the next family all the same, and a few wide ranges cost fewer bytes than many exact ones.
const WIDEST_GAP: u32 = 256;

/// Families of CSS that name no font (CSS Fonts 4, "Generic font families").
const GENERIC: [&str; 8] = [
    "serif",
    "sans-serif",
    "monospace",
    "cursive",
    "fantasy",
    "system-ui",
    "ui-serif",
    "ui-sans-serif",
];

/// The sheet, for the bundler to make small.
pub(super) fn sheet(fonts: &[Webfont]) -> String {
    let mut sheet = String::new();
    let mut families: Vec<&Webfont> = Vec::new();
    for font in fonts {
        sheet += &face(font, fonts);
        let family = |font: &Webfont| font.face.family.name.value.clone();
        if !families.iter().any(|known| family(known) == family(font)) {
            families.push(font);
        }
    }
    for font in &families {
        sheet += &fallback(font);
    }
    let roles = families.iter().map(|font| role(&font.face.family));
    sheet + &format!(":root {{\n{}}}\n", roles.collect::<String>())
}

fn face(font: &Webfont, fonts: &[Webfont]) -> String {
    let declared = &font.face.declared;
    let ranges: Vec<_> = ranges(font, fonts).iter().map(range).collect();
    let style = match declared.style {
        FontStyle::Normal => "",
        FontStyle::Italic => "font-style: italic; ",
    };
    format!(
        "@font-face {{ font-family: {}; src: url(\"{}/{}\") format(\"woff2\"); font-weight: {}; {style}\
         font-display: swap; unicode-range: {} }}\n",
        quoted(&font.face.family.name.value),
        load::ASSETS,
        font.name,
        declared.weight,
        ranges.join(", "),
    )
}

/// The characters that make a browser load the font.
fn ranges(font: &Webfont, fonts: &[Webfont]) -> Vec<RangeInclusive<u32>> {
    let siblings = fonts.iter().filter(|other| other.face.is_alike(&font.face));
    let others: Vec<u32> = siblings
        .filter(|other| other.name != font.name)
        .flat_map(|other| &other.characters)
        .map(|character| u32::from(*character))
        .collect();
    let mut ranges: Vec<RangeInclusive<u32>> = Vec::new();
    for code in font
        .characters
        .iter()
        .map(|character| u32::from(*character))
    {
        let can_join = |last: &&mut RangeInclusive<u32>| {
            let gap = last.end() + 1..code;
            gap.end - gap.start < WIDEST_GAP && !others.iter().any(|other| gap.contains(other))
        };
        match ranges.last_mut().filter(can_join) {
            Some(last) => *last = *last.start()..=code,
            None => ranges.push(code..=code),
        }
    }
    ranges
}

fn range(range: &RangeInclusive<u32>) -> String {
    match (range.start(), range.end()) {
        (start, end) if start == end => format!("U+{start:X}"),
        (start, end) => format!("U+{start:X}-{end:X}"),
    }
}

/// A face of the reader's system whose lines are as high as the family's own, so that no line moves when the font arrives.
/// How wide its letters are is not known here, so it is left as it is.
fn fallback(font: &Webfont) -> String {
    let family = &font.face.family;
    let local = family.fallback.iter().filter(|name| !is_generic(name));
    let local: Vec<_> = local.map(|name| format!("local(\"{name}\")")).collect();
    if local.is_empty() {
        return String::new();
    }
    let line = font.face.face.line();
    let em = f64::from(font.face.face.units_per_em());
    let [ascent, descent, gap] = [line.ascent, line.descent, line.gap].map(|units| {
        // A hundredth of a per cent is a hundredth of a pixel at any size that is read.
        (units / em * 10_000.0).round() / 100.0
    });
    format!(
        "@font-face {{ font-family: {}; src: {}; ascent-override: {ascent}%; \
         descent-override: {descent}%; line-gap-override: {gap}% }}\n",
        quoted(&format!("{} fallback", family.name.value)),
        local.join(", "),
    )
}

/// `--font-text: Naskh,Naskh fallback,…`. What stands in a custom property is published as it is written, so nothing is
/// written that need not be.
fn role(family: &FontFamily) -> String {
    let name = &family.name.value;
    let own = [name.clone(), format!("{name} fallback")];
    let names: Vec<_> = own
        .iter()
        .chain(&family.fallback)
        .map(|name| quoted(name))
        .collect();
    format!("  --font-{}:{};\n", family.role.value, names.join(","))
}

/// The name of a family, in quotation marks unless it is a row of plain words.
fn quoted(name: &str) -> String {
    let is_plain = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    if name.split(' ').all(is_plain) {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}

fn is_generic(name: &str) -> bool {
    GENERIC.contains(&name)
}
