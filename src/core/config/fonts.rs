//! `[fonts]`: the families a site is set in, their files, and which characters each file is for.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::table::{File, Table};
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::{Spanned, is_slug};
use crate::source::load;

/// `[fonts]`. Without families, fonts are left to the style sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fonts {
    /// The families, in the order in which they are written.
    pub families: Vec<Arc<FontFamily>>,
    /// Characters that every font keeps even if no text contains them.
    pub characters: String,
}

/// `[fonts.families.ROLE]`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FontFamily {
    /// The role of the family: `text` makes the custom property `--font-text`.
    pub role: Spanned<String>,
    /// Its name in style sheets.
    pub name: Spanned<String>,
    /// Families of the reader's system that stand in for it, the best first.
    pub fallback: Vec<String>,
    /// The file of its licence, below the assets.
    pub licence: Spanned<String>,
    /// Its files.
    pub faces: Vec<FontFace>,
}

/// One file of a family.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FontFace {
    /// The TrueType or OpenType file, below the assets.
    pub file: Spanned<String>,
    /// Its weight, from 1 to 1000; 400 is regular and 700 bold.
    pub weight: u16,
    /// Whether it is upright.
    pub style: FontStyle,
    /// The characters for which it is used; empty for all that it contains.
    pub characters: Vec<RangeInclusive<u32>>,
    /// Whether pages preload it.
    pub preload: bool,
}

/// Whether a face is upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FontStyle {
    /// Upright.
    Normal,
    /// Italic, for Latin text.
    Italic,
}

impl FontStyle {
    /// The value of `font-style`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Italic => "italic",
        }
    }
}

impl FontFace {
    /// Where a file that `[fonts]` names is, from the root of the site.
    pub(crate) fn path(name: &Spanned<String>) -> SourcePath {
        SourcePath::new(&format!("{}/{}", load::ASSETS, name.value))
    }

    /// Whether the face is for this character.
    #[must_use]
    pub fn is_for(&self, character: char) -> bool {
        let code = u32::from(character);
        self.characters.is_empty() || self.characters.iter().any(|range| range.contains(&code))
    }
}

/// Scripts by name: their blocks of Unicode (Blocks.txt), with the joiners for Arabic and what all Latin fonts have
/// of punctuation, currencies and arrows for Latin.
const SCRIPTS: [(&str, &[RangeInclusive<u32>]); 4] = [
    (
        "arabic",
        &[
            0x0600..=0x06FF,
            0x0750..=0x077F,
            0x0870..=0x08FF,
            0x200C..=0x200F,
            0xFB50..=0xFDFF,
            0xFE70..=0xFEFF,
        ],
    ),
    ("hebrew", &[0x0590..=0x05FF, 0xFB1D..=0xFB4F]),
    (
        "latin",
        &[
            0x0000..=0x02FF,
            0x1E00..=0x1EFF,
            0x2000..=0x200B,
            0x2010..=0x206F,
            0x20A0..=0x20CF,
            0x2100..=0x22FF,
        ],
    ),
    ("tifinagh", &[0x2D30..=0x2D7F]),
];

impl Fonts {
    /// What a site without `[fonts]` has.
    pub(super) fn none() -> Self {
        Self {
            families: Vec::new(),
            characters: String::new(),
        }
    }

    /// Every file that it names, licences included, from the root of the site.
    pub(crate) fn files(&self) -> impl Iterator<Item = SourcePath> {
        let names = self.families.iter().flat_map(|family| {
            let faces = family.faces.iter().map(|face| &face.file);
            faces.chain([&family.licence])
        });
        names.map(FontFace::path)
    }

    pub(super) fn read(file: &mut File<'_>, mut table: Table<'_>) -> Self {
        let characters = table.text(file, "characters");
        let families = table.table(file, "families");
        if families.is_none() {
            table.missing(file, "families", text!("font-families-hint"));
        }
        table.finish(file);
        Self {
            families: families.map_or_else(Vec::new, |table| read_families(file, &table)),
            characters: characters.unwrap_or_default(),
        }
    }
}

fn read_families(file: &mut File<'_>, table: &Table<'_>) -> Vec<Arc<FontFamily>> {
    let mut families: Vec<Arc<FontFamily>> = Vec::new();
    for (role, table) in table.named_tables(file) {
        if !is_slug(&role.value) {
            let hint = text!("font-role-wrong-hint");
            let message = text!("font-role-wrong", name = &role.value);
            file.error("E105", message, role.span.clone(), hint);
        }
        families.extend(read_family(file, role, table).map(Arc::new));
    }
    for (at, family) in families.iter().enumerate() {
        let mut before = families[..at].iter();
        if let Some(twin) = before.find(|twin| twin.name.value == family.name.value) {
            let message = text!("font-family-twice", name = &family.name.value);
            let hint = text!("font-family-twice-hint", role = &twin.role.value);
            file.error("E105", message, family.name.span.clone(), hint);
        }
    }
    families
}

fn read_family(
    file: &mut File<'_>,
    role: Spanned<String>,
    mut table: Table<'_>,
) -> Option<FontFamily> {
    let name = table.string(file, "family");
    if name.is_none() {
        table.missing(file, "family", text!("font-family-hint"));
    }
    let licence = table.required(file, "licence", text!("font-licence-hint"));
    let fallback = table.strings(file, "fallback");
    let faces = table.tables(file, "faces");
    if faces.is_empty() {
        table.missing(file, "faces", text!("font-faces-hint"));
    }
    table.finish(file);
    for name in name.iter().chain(&fallback) {
        let is_printable = |c: char| !c.is_control() && !"\"\\<>{};".contains(c);
        if name.value.trim().is_empty() || !name.value.chars().all(is_printable) {
            let message = text!("font-name-wrong", name = &name.value);
            let hint = text!("font-name-wrong-hint");
            file.error("E105", message, name.span.clone(), hint);
        }
    }
    let faces = faces.into_iter().filter_map(|face| read_face(file, face));
    Some(FontFamily {
        faces: faces.collect(),
        role,
        name: name?,
        fallback: fallback.into_iter().map(|name| name.value).collect(),
        licence: licence?,
    })
}

fn read_face(file: &mut File<'_>, mut table: Table<'_>) -> Option<FontFace> {
    let name = table.required(file, "file", text!("font-file-hint"));
    let weight = table.number(file, "weight", 1..=1000, |weight| {
        let hint = text!("font-weight-wrong-hint");
        (text!("font-weight-wrong", number = weight), hint)
    });
    let style = table.string(file, "style");
    let style = style.map_or(FontStyle::Normal, |style| match style.value.as_str() {
        "normal" => FontStyle::Normal,
        "italic" => FontStyle::Italic,
        other => {
            let message = text!("font-style-wrong", name = other);
            file.error("E105", message, style.span, text!("font-style-wrong-hint"));
            FontStyle::Normal
        }
    });
    let roles = table.strings(file, "characters");
    let preload = table.flag(file, "preload");
    table.finish(file);
    let mut characters = Vec::new();
    for role in roles {
        if let Some(ranges) = ranges(&role.value) {
            characters.extend(ranges);
            continue;
        }
        let message = text!("characters-wrong", name = role.value);
        let names: Vec<_> = SCRIPTS.iter().map(|(name, _)| (*name).to_owned()).collect();
        let hint = text!("characters-wrong-hint", names);
        file.error("E105", message, role.span, hint);
    }
    Some(FontFace {
        file: name?,
        weight: weight.unwrap_or(400),
        style,
        characters,
        preload,
    })
}

/// `arabic`, `U+0640`, `U+0600-06FF`.
fn ranges(role: &str) -> Option<Vec<RangeInclusive<u32>>> {
    if let Some((_, ranges)) = SCRIPTS.iter().find(|(name, _)| *name == role) {
        return Some(ranges.to_vec());
    }
    let codes = role.strip_prefix("U+")?;
    let (first, last) = codes.split_once('-').unwrap_or((codes, codes));
    let code = |digits| u32::from_str_radix(digits, 16).ok();
    let (first, last) = (code(first)?, code(last)?);
    (first <= last && last <= u32::from(char::MAX)).then(|| vec![first..=last])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_named_by_script_or_by_range() {
        assert_eq!(ranges("U+0640"), Some(vec![0x640..=0x640]));
        assert_eq!(ranges("U+0600-06FF"), Some(vec![0x600..=0x6FF]));
        assert!(ranges("arabic").unwrap()[0].contains(&0x627));
        for wrong in ["", "Arabic", "U+", "U+6FF-600", "U+110000", "0600-06FF"] {
            assert_eq!(ranges(wrong), None, "{wrong}");
        }
    }
}
