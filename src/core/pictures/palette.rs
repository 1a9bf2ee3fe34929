//! A picture that names its colours by number. One of many colours becomes one of few: the colours are halved where they lie
//! furthest apart (median cut, Heckbert 1982).

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};
use png::BitDepth;

/// Red, green, blue.
type Colour = [u8; 3];
/// Those and an alpha that says nothing.
type Pixel = [u8; 4];

/// The most colours that have numbers of one byte.
const MOST: usize = 256;

/// A few colours to stand for those of a picture.
pub(super) struct Palette {
    colours: Vec<Colour>,
    /// For each colour of the picture, which of the few stands for it.
    stands_for: HashMap<Colour, u8>,
}

/// A picture that names its colours by number.
pub(super) struct Indexed {
    pub(super) depth: BitDepth,
    /// Rows of whole bytes.
    pub(super) rows: Vec<u8>,
    /// Red, green and blue of each colour.
    pub(super) colours: Vec<u8>,
}

/// The pixels of a picture by runs of one colour. A drawing is made of areas.
fn runs(pixels: &[Pixel]) -> impl Iterator<Item = (Colour, usize)> {
    let runs = pixels.chunk_by(|one, other| one == other);
    runs.map(|run| {
        let [red, green, blue, _] = run[0];
        ([red, green, blue], run.len())
    })
}

impl Palette {
    /// The colours of a picture themselves, if they are few enough.
    pub(super) fn exact(pixels: &[Pixel]) -> Option<Self> {
        let mut colours = HashSet::default();
        for (colour, _) in runs(pixels) {
            colours.insert(colour);
            if colours.len() > MOST {
                return None;
            }
        }
        let mut colours: Vec<Colour> = colours.into_iter().collect();
        colours.sort_unstable();
        let stands_for = colours.iter().copied().zip(0..=u8::MAX).collect();
        Some(Self {
            colours,
            stands_for,
        })
    }

    /// At most `count` colours, no more than 256, for the pixels of a picture.
    pub(super) fn of(pixels: &[Pixel], count: usize) -> Self {
        let mut counted: BTreeMap<Colour, u64> = BTreeMap::new();
        for (colour, length) in runs(pixels) {
            *counted.entry(colour).or_default() += length as u64;
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
            stands_for: HashMap::default(),
        };
        for (number, similar) in (0..=u8::MAX).zip(&groups) {
            palette.colours.push(similar.mean());
            let colours = similar.colours.iter().map(|(colour, _)| (*colour, number));
            palette.stands_for.extend(colours);
        }
        palette
    }

    /// The picture, of this many pixels a row, with the few colours instead of its own.
    pub(super) fn apply(&self, pixels: &[Pixel], width: u32) -> Indexed {
        let (depth, bits) = match self.colours.len() {
            0..=4 => (BitDepth::Two, 2),
            5..=16 => (BitDepth::Four, 4),
            _ => (BitDepth::Eight, 8),
        };
        let mut numbers: Vec<u8> = Vec::with_capacity(pixels.len());
        for (colour, length) in runs(pixels) {
            let number = self.stands_for.get(&colour).copied();
            numbers.resize(numbers.len() + length, number.unwrap_or_default());
        }
        let rows = match bits {
            8 => numbers,
            _ => together(&numbers, width as usize, bits),
        };
        Indexed {
            depth,
            rows,
            colours: self.colours.concat(),
        }
    }
}

/// Numbers of so many bits, several in a byte. A row begins with a byte of its own.
fn together(numbers: &[u8], width: usize, bits: usize) -> Vec<u8> {
    let mut rows = Vec::with_capacity(numbers.len() * bits / 8);
    for row in numbers.chunks(width) {
        for together in row.chunks(8 / bits) {
            let byte = together
                .iter()
                .fold(0, |byte, number| byte << bits | number);
            // The last byte of a row may not be full.
            rows.push(byte << (bits * (8 / bits - together.len())));
        }
    }
    rows
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
