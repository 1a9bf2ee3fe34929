//! `[cards]` and `[icons]`: pictures that are made for the site. `[pictures]`: what is made of its own.

use std::fmt;
use std::ops::RangeInclusive;

use toml::Spanned as Located;
use toml::de::DeValue;

use super::table::{File, Table};
use crate::locale::text;
use crate::schema::Spanned;

/// Reads all three tables.
pub(super) fn read(
    file: &mut File<'_>,
    root: &mut Table<'_>,
) -> (Option<Cards>, Option<Icons>, Option<Pictures>) {
    let cards = root.table(file, "cards");
    let cards = cards.and_then(|table| Cards::read(file, table));
    let icons = root.table(file, "icons");
    let icons = icons.and_then(|table| Icons::read(file, table));
    let pictures = root.table(file, "pictures");
    let pictures = pictures.map(|table| Pictures::read(file, table));
    (cards, icons, pictures)
}

/// `[cards]`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Cards {
    /// The template of every page's card.
    pub template: Spanned<String>,
}

/// `[icons]`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Icons {
    /// The drawing, below the assets.
    pub source: Spanned<String>,
    /// The background, for icons that must not be transparent.
    pub background: Colour,
    /// The theme colour for browsers.
    pub theme: Colour,
}

/// `[pictures]`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pictures {
    /// How wide the copies of each picture are, in pixels.
    pub widths: Vec<u32>,
    /// How wide pages show a picture, where an image does not say it itself: the value of `sizes`.
    pub sizes: String,
    /// How much of a picture its copies keep, of 100.
    pub quality: u8,
    /// How large a picture may be, in millions of pixels.
    pub megapixels: u32,
    /// Whether pages say the colour of each picture, for as long as it is not there.
    pub dominant_color: bool,
    /// In which shapes pictures may be cut out.
    pub crops: Vec<Crop>,
}

/// A shape in which pictures are cut out: `wide = "16:9"`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Crop {
    /// What fields and templates call it.
    pub name: String,
    /// How wide it is.
    pub width: u32,
    /// How high it is, measured by the same.
    pub height: u32,
}

/// What the values of a picture are called already in templates.
const TAKEN: [&str; 2] = ["url", "alt"];

/// The most that one side of a crop may count.
const LONGEST: i64 = 100;

/// The names of the shapes in which pictures are cut out, whatever else is wrong with these.
pub(super) fn crop_names(root: &mut Table<'_>) -> Vec<String> {
    let pictures = root
        .get("pictures")
        .and_then(|value| value.get_ref().as_table());
    let crops = pictures.and_then(|table| table.get("crops")?.get_ref().as_table());
    let names = crops.into_iter().flat_map(|crops| crops.keys());
    names.map(|name| name.get_ref().to_string()).collect()
}

impl Default for Pictures {
    fn default() -> Self {
        Self {
            widths: vec![480, 960, 1440],
            sizes: "100vw".to_owned(),
            quality: 75,
            megapixels: 100,
            dominant_color: false,
            crops: Vec::new(),
        }
    }
}

/// The narrowest and the widest copy of a picture.
const WIDTHS: RangeInclusive<i64> = 1..=8192;

impl Pictures {
    /// How many pixels a picture may have.
    #[must_use]
    pub fn most_pixels(&self) -> u64 {
        u64::from(self.megapixels) * 1_000_000
    }

    fn read(file: &mut File<'_>, mut table: Table<'_>) -> Self {
        let mut pictures = Self::default();
        let between = |id: RangeInclusive<i64>| {
            let (least, most) = (*id.start(), *id.end());
            move |number| {
                let hint = text!("number-between-hint", least, most);
                (text!("picture-setting-wrong", number), hint)
            }
        };
        if let Some(widths) = table.numbers(file, "widths", WIDTHS, between(WIDTHS)) {
            pictures.widths = widths;
        }
        if let Some(sizes) = table.text(file, "sizes") {
            pictures.sizes = sizes;
        }
        let quality = table.number(file, "quality", 1..=100, between(1..=100));
        pictures.quality = quality.unwrap_or(pictures.quality);
        let megapixels = table.number(file, "megapixels", 1..=1000, between(1..=1000));
        pictures.megapixels = megapixels.unwrap_or(pictures.megapixels);
        pictures.dominant_color = table.flag(file, "dominant_color");
        if let Some(crops) = table.table(file, "crops") {
            let crops = crops.named(file).into_iter();
            let crops = crops.filter_map(|(name, value)| Crop::read(file, name, value));
            pictures.crops = crops.collect();
        }
        table.finish(file);
        pictures
    }
}

impl Crop {
    fn read(
        file: &mut File<'_>,
        name: Spanned<String>,
        value: &Located<DeValue<'_>>,
    ) -> Option<Self> {
        let is_letter = |c: char| c.is_ascii_lowercase() || c == '_';
        let is_name = name.value.starts_with(is_letter)
            && name
                .value
                .chars()
                .all(|c| is_letter(c) || c.is_ascii_digit());
        if !is_name || TAKEN.contains(&name.value.as_str()) {
            let message = text!("crop-name-wrong", name = &name.value);
            file.error("E105", message, name.span, text!("crop-name-wrong-hint"));
            return None;
        }
        let sides = value.get_ref().as_str().and_then(|written| {
            let (width, height) = written.split_once(':')?;
            let side = |side: &str| {
                let side = side.trim().parse::<u32>().ok()?;
                (1..=LONGEST).contains(&side.into()).then_some(side)
            };
            Some((side(width)?, side(height)?))
        });
        let Some((width, height)) = sides else {
            let hint = text!("crop-wrong-hint", most = LONGEST);
            let message = text!("crop-wrong", name = &name.value);
            file.error("E105", message, file.span(value.span()), hint);
            return None;
        };
        Some(Self {
            name: name.value,
            width,
            height,
        })
    }
}

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Colour {
    /// `#faf6ee`.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let digits = written
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6)?;
        let channel = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([channel(0)?, channel(2)?, channel(4)?]))
    }
}

/// The default background.
const WHITE: Colour = Colour([u8::MAX; 3]);

impl Cards {
    fn read(file: &mut File<'_>, mut table: Table<'_>) -> Option<Self> {
        let template = table.required(file, "template", text!("card-template-hint"));
        table.finish(file);
        Some(Self {
            template: template?,
        })
    }
}

impl Icons {
    fn read(file: &mut File<'_>, mut table: Table<'_>) -> Option<Self> {
        let source = table.required(file, "source", text!("icon-source-hint"));
        let background = colour(file, &mut table, "background");
        let theme = colour(file, &mut table, "theme");
        table.finish(file);
        let background = background.unwrap_or(WHITE);
        Some(Self {
            source: source?,
            background,
            theme: theme.unwrap_or(background),
        })
    }
}

fn colour(file: &mut File<'_>, table: &mut Table<'_>, key: &'static str) -> Option<Colour> {
    let written = table.string(file, key)?;
    let read = Colour::parse(&written.value);
    if read.is_none() {
        let marked = format!("#{}", written.value);
        let hint = match Colour::parse(&marked) {
            Some(_) => text!("write-instead", words = marked),
            None => text!("colour-wrong-hint"),
        };
        let message = text!("colour-wrong", name = written.value);
        file.error("E105", message, written.span, hint);
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(Colour::parse("#0b5A3c"), Some(Colour([0x0B, 0x5A, 0x3C])));
        assert_eq!(Colour::parse("#0b5A3c").unwrap().to_string(), "#0b5a3c");
        for wrong in [
            "0b5a3c",
            "#0b5",
            "#0b5a3cff",
            "#0b5a3g",
            "#++++++",
            "green",
            "#ااا",
        ] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }
}
