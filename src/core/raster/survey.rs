//! The pictures of a site: what each is, and what is wrong with it. Only the beginning and the end of a large file are read.

use std::collections::BTreeMap;

use super::colour::Colours;
use super::facts::{Facts, Fault, Format, Found};
use super::{gif, head, jpeg, png, riff};
use crate::config;
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::text;
use crate::path::SourcePath;
use crate::source::Source;
use crate::source::load::ReadError;

/// As much of a file as is looked at first. Cameras write less before the size of a picture.
const HEAD: u64 = 256 << 10;

/// As much of the end of a file as is looked at for the end of its picture.
const TAIL: u64 = 64 << 10;

/// What is known of the pictures of a site, by file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Album(BTreeMap<SourcePath, Facts>);

impl Album {
    /// What is known of a file. None for what is no picture, or one that cannot be used.
    #[must_use]
    pub fn facts(&self, path: &SourcePath) -> Option<&Facts> {
        self.0.get(path)
    }
}

impl FromIterator<(SourcePath, Facts)> for Album {
    fn from_iter<T: IntoIterator<Item = (SourcePath, Facts)>>(pictures: T) -> Self {
        Self(pictures.into_iter().collect())
    }
}

/// Whether a file is a picture of pixels by its name.
#[must_use]
pub fn is_raster(source: &Source) -> bool {
    format_by_name(source.path()).is_some()
}

pub(super) fn format_by_name(path: &SourcePath) -> Option<Format> {
    let is_called = |extensions: &[&str]| extensions.iter().any(|one| path.has_extension(one));
    let mut formats = Format::ALL.iter();
    let (format, ..) = formats.find(|(_, _, extensions)| is_called(extensions))?;
    Some(*format)
}

/// Looks at one picture.
#[must_use]
pub fn look_at(
    source: &Source,
    settings: &config::Pictures,
    colours: &Colours,
) -> Checked<Option<Facts>> {
    match read(source, settings) {
        Ok(mut facts) => {
            if settings.dominant_color && facts.is_scaled() {
                facts.colour = colours.of(source, &facts);
            }
            Checked::new(Some(facts), Vec::new())
        }
        Err((message, hint)) => {
            let problem = Diagnostic::error("E430", message).at(source.path());
            Checked::new(None, vec![problem.hint(hint)])
        }
    }
}

/// Everything that is known of a picture, or what is wrong with it.
fn read(source: &Source, settings: &config::Pictures) -> Result<Facts, Fault> {
    let unreadable = |error: ReadError| {
        (
            text!("picture-unreadable", error = error.to_string()),
            text!("picture-unreadable-hint"),
        )
    };
    let mut first = source.read_part(0, HEAD).map_err(unreadable)?;
    let mut found = head::read(&first)?;
    if matches!(found, Found::More) && source.size() > HEAD {
        first = source.read_part(0, source.size()).map_err(unreadable)?;
        found = head::read(&first)?;
    }
    let cut_off = || (text!("picture-cut-off"), text!("picture-cut-off-hint"));
    let Found::Facts(mut facts) = found else {
        return Err(cut_off());
    };
    let named = format_by_name(source.path());
    if named != Some(facts.format) {
        let (name, extension) = (facts.format.name(), facts.format.extension());
        let message = text!("picture-named-otherwise", format = name);
        return Err((message, text!("picture-named-otherwise-hint", extension)));
    }
    let (width, height) = (i64::from(facts.width), i64::from(facts.height));
    if width == 0 || height == 0 {
        return Err(cut_off());
    }
    if facts.pixels() > settings.most_pixels() {
        let message = text!("picture-too-large", width, height);
        let hint = text!(
            "picture-too-large-hint",
            megapixels = i64::from(settings.megapixels)
        );
        return Err((message, hint));
    }
    let start = source.size().saturating_sub(TAIL);
    let tail = || source.read_part(start, TAIL).map_err(unreadable);
    let whole = || source.read_part(0, source.size()).map_err(unreadable);
    let is_whole = match facts.format {
        // Behind the picture there may be more: a film of the moment, the same picture in another light.
        Format::Jpeg => source.size() > HEAD && jpeg::ends(&tail()?) || jpeg::is_whole(&whole()?),
        Format::Png => {
            let tail = tail()?;
            let is_seen = facts.orientation != 1 || source.size() <= HEAD;
            if let Some(turned) = png::orientation_behind(&tail).filter(|_| !is_seen) {
                facts = facts.turned(turned);
            }
            png::holds_end(&tail) || png::holds_end(&whole()?)
        }
        Format::WebP => riff::is_whole(&first, source.size()),
        Format::Gif => gif::is_whole(&whole()?),
    };
    if is_whole { Ok(facts) } else { Err(cut_off()) }
}
