//! What is known of a picture before its pixels are decoded.

use crate::config::Colour;
use crate::locale::Text;

/// A format of pictures, by what the file begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG, animated or not.
    Png,
    /// WebP, animated or not.
    WebP,
    /// GIF, which is published as it is.
    Gif,
}

impl Format {
    /// Every format with its name and the extensions of its files: all by which systems and browsers know them. The first is
    /// what to call a file.
    pub(super) const ALL: [(Self, &'static str, &'static [&'static str]); 4] = [
        (
            Self::Jpeg,
            "JPEG",
            &["jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp"],
        ),
        (Self::Png, "PNG", &["png", "apng"]),
        (Self::WebP, "WebP", &["webp"]),
        (Self::Gif, "GIF", &["gif"]),
    ];

    /// The format of a file that begins so.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(Self::Png),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::WebP),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            _ => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(format, ..)| *format == self);
        found.map_or("", |(_, name, _)| name)
    }

    pub(super) fn extension(self) -> &'static str {
        let found = Self::ALL.iter().find(|(format, ..)| *format == self);
        found.map_or("", |(_, _, extensions)| extensions[0])
    }
}

/// What is known of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Facts {
    /// The format.
    pub format: Format,
    /// How wide it is shown, in pixels: turned as the camera was held.
    pub width: u32,
    /// How high it is shown.
    pub height: u32,
    /// How its pixels are to be turned, as EXIF counts: from 1, which is not at all, to 8.
    pub orientation: u8,
    /// Whether it moves.
    pub is_animated: bool,
    /// The colour that stands for it until it is there, where site.toml asks for it.
    pub colour: Option<Colour>,
}

/// What is wrong with a picture, and what to do.
pub(super) type Fault = (Text, Text);

/// What the first bytes of a file say.
pub(super) enum Found {
    /// All there is to know. The width and height are those of the pixels as they are stored.
    Facts(Facts),
    /// The header goes on behind these bytes.
    More,
}

impl Facts {
    /// Facts of what is stored, before it is turned.
    pub(super) fn stored(format: Format, width: u32, height: u32) -> Self {
        Self {
            format,
            width,
            height,
            orientation: 1,
            is_animated: false,
            colour: None,
        }
    }

    /// Turned as the camera was held.
    pub(super) fn turned(mut self, orientation: u8) -> Self {
        self.orientation = orientation;
        if orientation >= 5 {
            std::mem::swap(&mut self.width, &mut self.height);
        }
        self
    }

    /// Whether smaller copies are made of it.
    #[must_use]
    pub fn is_scaled(&self) -> bool {
        !self.is_animated && self.format != Format::Gif
    }

    /// How many pixels it has.
    #[must_use]
    pub fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}
