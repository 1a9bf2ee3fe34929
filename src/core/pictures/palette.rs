//! A picture of many colours becomes one of few: the colours are halved where they lie furthest apart (median cut, Heckbert 1982).

use std::collections::BTreeMap;

use png::BitDepth;

/// Red, green, blue.
type Colour = [u8; 3];

/// A few colours to stand for many.
pub(super) struct Palette {
    colours: Vec<Colour>,
    /// For each colour of the picture, which of the few stands for it.
    stands_for: BTreeMap<Colour, u8>,
}

/// A picture that names its colours by number.
pub(super) struct Indexed {
    pub(super) depth: BitDepth,
    /// Rows of whole bytes.
    pub(super) rows: Vec<u8>,
    /// Red, green and blue of each colour.
    pub(super) colours: Vec<u8>,
}

impl Palette {
    /// At most `count` colours, no more than 256, for the pixels of a picture.
    pub(super) fn of(pixels: &[u8], count: usize) -> Self {
        let mut counted: BTreeMap<Colour, u64> = BTreeMap::new();
        for pixel in pixels.as_chunks::<3>().0 {
            *counted.entry(*pixel).or_default() += 1;
        }
        let mut groups = vec![Similar::of(counted.into_iter().collect())];
        while groups.len() < count {
            let widest = (0..groups.len()).max_by_key(|at| (groups[*at].spread, usize::MAX - at));
            let Some(widest) = widest.filter(|at| groups[*at].spread > 0) else {
                break;
            };
            let (one, other) = groups.swap_remove(widest).halve();
            groups.extend([one, other]);
        }
        let mut palette = Self {
            colours: Vec::new(),
            stands_for: BTreeMap::new(),
        };
        for (number, similar) in (0..=u8::MAX).zip(&groups) {
            palette.colours.push(similar.mean());
            let colours = similar.colours.iter().map(|(colour, _)| (*colour, number));
            palette.stands_for.extend(colours);
        }
        palette
    }

    /// The picture, of this many pixels a row, with the few colours instead of its own.
    pub(super) fn apply(&self, pixels: &[u8], width: u32) -> Indexed {
        let (depth, bits) = match self.colours.len() {
            0..=4 => (BitDepth::Two, 2),
            5..=16 => (BitDepth::Four, 4),
            _ => (BitDepth::Eight, 8),
        };
        let numbers = pixels.as_chunks::<3>().0.iter();
        let numbers = numbers.map(|pixel| self.stands_for.get(pixel).copied().unwrap_or_default());
        let numbers: Vec<u8> = numbers.collect();
        let mut rows = Vec::with_capacity(numbers.len());
        for row in numbers.chunks(width as usize) {
            for together in row.chunks(8 / bits) {
                let packed = together
                    .iter()
                    .fold(0_u16, |byte, number| byte << bits | u16::from(*number));
                // The last byte of a row may not be full.
                let packed = packed << (bits * (8 / bits - together.len()));
                rows.push(packed.to_le_bytes()[0]);
            }
        }
        Indexed {
            depth,
            rows,
            colours: self.colours.concat(),
        }
    }
}

/// Colours, how many pixels have each, and in which channel they differ most and by how much.
struct Similar {
    colours: Vec<(Colour, u64)>,
    channel: usize,
    spread: u8,
}

impl Similar {
    fn of(colours: Vec<(Colour, u64)>) -> Self {
        let range = |channel: usize| {
            let values = colours.iter().map(|(colour, _)| colour[channel]);
            values.clone().max().unwrap_or_default() - values.min().unwrap_or_default()
        };
        let channels = (0..3).map(|channel| (channel, range(channel)));
        let widest = channels.max_by_key(|(_, range)| *range);
        let (channel, spread) = widest.unwrap_or_default();
        Self {
            colours,
            channel,
            spread,
        }
    }

    /// Two groups with about half of the pixels each.
    fn halve(self) -> (Self, Self) {
        let Self {
            mut colours,
            channel,
            ..
        } = self;
        colours.sort_by_key(|(colour, _)| (colour[channel], *colour));
        let all: u64 = colours.iter().map(|(_, count)| count).sum();
        let mut before = 0;
        let middle = colours.iter().position(|(_, count)| {
            before += count;
            before * 2 > all
        });
        // Both halves have a colour at least.
        let middle = middle.unwrap_or_default().clamp(1, colours.len() - 1);
        let other = colours.split_off(middle);
        (Self::of(colours), Self::of(other))
    }

    fn mean(&self) -> Colour {
        let all: u64 = self.colours.iter().map(|(_, count)| count).sum();
        [0, 1, 2].map(|channel| {
            let parts = self.colours.iter();
            let sum: u64 = parts
                .map(|(colour, count)| u64::from(colour[channel]) * count)
                .sum();
            u8::try_from((sum + all / 2) / all.max(1)).unwrap_or(u8::MAX)
        })
    }
}
