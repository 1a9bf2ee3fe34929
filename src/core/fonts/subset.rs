//! A font becomes the part of it that some characters need, with every layout feature kept: Arabic is not Arabic
//! without them.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use read_fonts::FontRef;
use read_fonts::collections::IntSet;
use read_fonts::types::{GlyphId, NameId, Tag};
use skera::{DEFAULT_DROP_TABLES, Plan, SubsetFlags, subset_font};
use skrifa::MetadataProvider;
use ttf2woff2::{BrotliQuality, EncodeOptions, encode_with_options};

use super::damaged::caught;
use crate::locale::{Text, text};

/// A part of a font.
#[derive(Debug)]
pub(super) struct Subset {
    /// As TrueType or OpenType.
    pub(super) bytes: Vec<u8>,
    /// The numbers of its glyphs, by those that they had in the whole font.
    pub(super) glyphs: BTreeMap<u32, u32>,
}

/// Names that stay: copyright, the font's own, version, and the licence with its address (OpenType, "name"). Trademarks
/// and names of designers need not travel with each page.
const NAMES: [u16; 9] = [0, 1, 2, 3, 4, 5, 6, 13, 14];

/// The language of the names that stay: English, of the United States, as Windows numbers it.
const ENGLISH: u16 = 0x0409;

/// The part of a font that these characters need. A font that is damaged in a way that the library does not expect is an
/// error like others.
pub(super) fn subset(font: &[u8], characters: &[char]) -> Result<Subset, Text> {
    let cut = caught(|| cut(font, characters));
    cut.unwrap_or_else(|| Err(text!("font-contradicts-itself")))
}

fn cut(font: &[u8], characters: &[char]) -> Result<Subset, Text> {
    let failed = |error: &dyn std::fmt::Display| text!("font-not-cut", error = error.to_string());
    let font = FontRef::new(font).map_err(|error| failed(&error))?;
    let mut asked: IntSet<u32> = characters.iter().copied().map(u32::from).collect();
    let plan = plan(&font, &asked);
    // Ligatures come with their letters. Where one is a character as well, such as ﬁ, it stays one: by that, rasterisers
    // that hint by themselves know which script it is of, and draw it as they would in the whole font.
    let kept: BTreeSet<GlyphId> = plan
        .old_to_new_glyph_mapping()
        .map(|(old, _)| old)
        .collect();
    let mappings = font.charmap().mappings();
    asked.extend(
        mappings
            .filter(|(_, glyph)| kept.contains(glyph))
            .map(|(code, _)| code),
    );
    let plan = self::plan(&font, &asked);
    let glyphs = plan.old_to_new_glyph_mapping();
    let glyphs = glyphs.map(|(old, new): (GlyphId, GlyphId)| (old.to_u32(), new.to_u32()));
    let glyphs = glyphs.collect();
    let bytes = subset_font(&font, &plan).map_err(|error| failed(&error))?;
    Ok(Subset { bytes, glyphs })
}

fn plan(font: &FontRef<'_>, characters: &IntSet<u32>) -> Plan {
    Plan::new(
        &IntSet::empty(),
        characters,
        font,
        // Hints are for screens of old, and a quarter of some fonts: 31 KB against 23 of IBM Plex Sans Arabic.
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &DEFAULT_DROP_TABLES.iter().copied().collect(),
        &IntSet::<Tag>::all(),
        &IntSet::<Tag>::all(),
        &NAMES.iter().copied().map(NameId::new).collect(),
        &IntSet::from([ENGLISH]),
    )
}

/// A font as browsers load it: packed, with its outlines transformed, which makes it a tenth smaller. Outlines that are
/// damaged may not be fit for that; then they are packed as they are, and a font that cannot even be packed stays as it
/// is, which browsers load as well.
pub(super) fn woff2(font: &[u8]) -> Vec<u8> {
    let packed = [true, false].into_iter().find_map(|transform_glyf_loca| {
        let options = EncodeOptions {
            quality: BrotliQuality::from(11),
            transform_glyf_loca,
            ..EncodeOptions::default()
        };
        // The library counts on outlines being whole, and panics where they are not.
        caught(|| encode_with_options(font, options))?.ok()
    });
    packed.unwrap_or_else(|| font.to_vec())
}
