//! A picture, a film or sound that has been read.

use std::ops::Range;

use crate::html::escape_value;

/// A picture, a film or sound, as the text has it last.
#[derive(Debug)]
pub(super) struct Medium {
    /// The event with which it begins.
    pub(super) event: usize,
    /// Its title, as it is written.
    pub(super) title: String,
    pub(super) range: Range<usize>,
    /// What it is made of where it is no picture.
    pub(super) played: Option<Played>,
    /// Whether it is a picture of which its author says that it tells nothing.
    pub(super) is_decorative: bool,
}

/// A film or sound.
#[derive(Debug)]
pub(super) struct Played {
    kind: Kind,
    address: String,
    description: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Audio,
    Video,
}

const VIDEO: [&str; 5] = ["m4v", "mov", "mp4", "ogv", "webm"];
const AUDIO: [&str; 8] = ["aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav"];

impl Played {
    /// What an address leads to, by its extension.
    pub(super) fn of(address: &str, description: &str) -> Option<Self> {
        let end = address.find(['?', '#']).unwrap_or(address.len());
        let (_, extension) = address[..end].rsplit_once('.')?;
        let extension = extension.to_ascii_lowercase();
        let kind = if VIDEO.contains(&&*extension) {
            Kind::Video
        } else if AUDIO.contains(&&*extension) {
            Kind::Audio
        } else {
            return None;
        };
        Some(Self {
            kind,
            address: address.to_owned(),
            description: description.to_owned(),
        })
    }

    /// Whether a picture may stand in its place.
    pub(super) fn has_poster(&self) -> bool {
        self.kind == Kind::Video
    }

    /// The element. Nothing is loaded before somebody plays it, except what it takes to show how long it is; `poster` is shown
    /// until then.
    pub(super) fn html(&self, poster: Option<&str>) -> String {
        let element = match self.kind {
            Kind::Audio => "audio",
            Kind::Video => "video",
        };
        let (address, description) = (
            escape_value(&self.address),
            escape_value(self.description.trim()),
        );
        let poster = poster.map(|poster| format!(" poster=\"{}\"", escape_value(poster)));
        let poster = poster.unwrap_or_default();
        format!(
            "<{element} src=\"{address}\"{poster} controls preload=\"metadata\" \
             aria-label=\"{description}\"></{element}>"
        )
    }
}
