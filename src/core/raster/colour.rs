//! The colour that stands for a picture until it is there. It takes the pixels to know it, so that it is remembered from one
//! process to the next, by the digest of the file.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::pixels::{self, Pixels};
use crate::config::Colour;
use crate::digest::Digest;
use crate::source::Source;

/// The layout of the text that this version reads and writes, and the way in which it finds colours.
const VERSION: u32 = 1;

/// As many pixels of a line, and as many lines, as are looked at. The rest looks like them.
const LOOKED_AT: usize = 256;

/// The colours of pictures: those known from an earlier process, and those that were asked for in this one.
#[derive(Default, Clone)]
pub struct Colours {
    known: Arc<Known>,
    asked: Arc<Mutex<Known>>,
}

/// Colours by the digest of the file. None for pictures that have none.
type Known = BTreeMap<Digest, Option<Colour>>;

#[derive(Serialize, Deserialize)]
struct Form<Colours> {
    version: u32,
    colours: Colours,
}

impl Colours {
    /// Reads what was remembered; nothing where it cannot be read.
    #[must_use]
    pub fn parse(text: &[u8]) -> Self {
        let form = serde_json::from_slice::<Form<BTreeMap<Digest, Option<String>>>>(text);
        let form = form.ok().filter(|form| form.version == VERSION);
        let colours = form.map(|form| form.colours).unwrap_or_default();
        let known = colours.into_iter().filter_map(|(digest, written)| {
            let colour = written.map(|written| Colour::parse(&written).ok_or(()));
            Some((digest, colour.transpose().ok()?))
        });
        Self {
            known: Arc::new(known.collect()),
            ..Self::default()
        }
    }

    /// The text to remember: what was asked for. None where that is what was known.
    #[must_use]
    pub fn text(&self) -> Option<Vec<u8>> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if *asked == *self.known {
            return None;
        }
        let asked = asked
            .iter()
            .map(|(digest, colour)| (*digest, colour.map(|colour| colour.to_string())));
        let form = Form {
            version: VERSION,
            colours: asked.collect::<BTreeMap<_, _>>(),
        };
        serde_json::to_vec(&form).ok()
    }

    /// The colour of a picture: of those it is made of, the one there is most of. None where some of it is transparent, so that
    /// the colour would be seen with it, and where it cannot be decoded.
    pub(super) fn of(&self, source: &Source, facts: &Facts) -> Option<Colour> {
        let digest = source.digest();
        let known = self.known.get(&digest).copied();
        let colour = known.unwrap_or_else(|| {
            let bytes = source.read_part(0, source.size()).ok()?;
            let _alone = pixels::alone(facts);
            let (pixels, _) = pixels::decode(&bytes, facts)?;
            dominant(&pixels)
        });
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.insert(digest, colour);
        colour
    }
}

impl fmt::Debug for Colours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Colours").field(&self.known.len()).finish()
    }
}

/// The mean of the pixels that are alike, where these are most: alike are those of the same eighth in each channel.
fn dominant(pixels: &Pixels) -> Option<Colour> {
    let mut alike: BTreeMap<[u8; 3], (u64, [u64; 3])> = BTreeMap::new();
    let (across, down) = [pixels.width, pixels.height]
        .map(|side| side.div_ceil(LOOKED_AT).max(1))
        .into();
    for row in pixels
        .bytes
        .chunks_exact((pixels.width * pixels.channels).max(1))
        .step_by(down)
    {
        for pixel in row.chunks_exact(pixels.channels).step_by(across) {
            let &[red, green, blue, ref alpha @ ..] = pixel else {
                return None;
            };
            if alpha.first().is_some_and(|alpha| *alpha < u8::MAX) {
                return None;
            }
            let channels = [red, green, blue];
            let (count, sums) = alike
                .entry(channels.map(|channel| channel >> 5))
                .or_default();
            *count += 1;
            for (sum, channel) in sums.iter_mut().zip(channels) {
                *sum += u64::from(channel);
            }
        }
    }
    let (count, sums) = alike.into_values().max_by_key(|(count, _)| *count)?;
    Some(Colour(sums.map(|sum| {
        u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX)
    })))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pixels(channels: usize, bytes: &[u8]) -> Pixels {
        let width = bytes.len() / channels;
        Pixels {
            width,
            height: 1,
            channels,
            bytes: bytes.to_vec(),
        }
    }

    #[test]
    fn it_is_the_mean_of_what_there_is_most_of() {
        let sea_and_sand = [10, 20, 200, 12, 22, 202, 240, 230, 180];
        assert_eq!(
            dominant(&pixels(3, &sea_and_sand)),
            Some(Colour([11, 21, 201]))
        );
        assert_eq!(
            dominant(&pixels(4, &[1, 2, 3, 255, 1, 2, 3, 255])),
            Some(Colour([1, 2, 3]))
        );
        assert_eq!(
            dominant(&pixels(4, &[1, 2, 3, 255, 1, 2, 3, 254])),
            None,
            "it shines through"
        );
        assert_eq!(dominant(&pixels(3, &[])), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_forgotten(bytes: Vec<u8>) {
            prop_assert!(Colours::parse(&bytes).known.is_empty());
        }

        #[test]
        fn what_was_asked_for_is_remembered(colours in proptest::collection::btree_map(any::<u64>(), any::<Option<[u8; 3]>>(), 1..9)) {
            let colours = colours.into_iter().map(|(id, colour)| (Digest::of(&id.to_le_bytes()), colour.map(Colour)));
            let asked = Colours::default();
            *asked.asked.lock().unwrap() = colours.collect();
            let known = Colours::parse(&asked.text().unwrap());
            prop_assert_eq!(&*known.known, &*asked.asked.lock().unwrap());
            let again = Colours { known: known.known, asked: asked.asked };
            prop_assert_eq!(again.text(), None);
        }
    }
}
