//! `[cards]` and `[icons]`: pictures that are made for the site.

use std::fmt;

use super::table::{File, Table};
use crate::locale::text;
use crate::schema::Spanned;

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

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The default background.
const WHITE: Colour = Colour([u8::MAX; 3]);

impl Cards {
    pub(super) fn read(file: &mut File<'_>, mut table: Table<'_>) -> Option<Self> {
        let template = table.required(file, "template", text!("card-template-hint"));
        table.finish(file);
        Some(Self {
            template: template?,
        })
    }
}

impl Icons {
    pub(super) fn read(file: &mut File<'_>, mut table: Table<'_>) -> Option<Self> {
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
    let read = parse(&written.value);
    if read.is_none() {
        let message = text!("colour-wrong", name = written.value);
        file.error("E105", message, written.span, text!("colour-wrong-hint"));
    }
    read
}

/// `#faf6ee`.
fn parse(written: &str) -> Option<Colour> {
    let digits = written
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)?;
    let channel = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(Colour([channel(0)?, channel(2)?, channel(4)?]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(parse("#0b5A3c"), Some(Colour([0x0B, 0x5A, 0x3C])));
        assert_eq!(parse("#0b5A3c").unwrap().to_string(), "#0b5a3c");
        for wrong in [
            "0b5a3c",
            "#0b5",
            "#0b5a3cff",
            "#0b5a3g",
            "#++++++",
            "green",
            "#ااا",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
