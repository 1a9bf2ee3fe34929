//! What the name of a file says of how it is read: as text, into memory, or not before it is sent on.

use super::load::DATA;
use super::values::Format;
use crate::media_type::MediaType;
use crate::path::SourcePath;

/// The kinds of file that are read as text.
const TEXT: [&str; 8] = ["md", "toml", "html", "css", "svg", "xml", "txt", "js"];

/// Whether a file is read as text, by its path: data that are published as they are, are not.
pub(super) fn is_text(path: &SourcePath) -> bool {
    let is_data = || path.below(DATA).is_some() && Format::of(path.as_str()).is_some();
    TEXT.iter().any(|text| path.has_extension(text)) || is_data()
}

/// Up to this size, in bytes, every file is in memory.
const SMALL: u64 = 64 << 10;

/// The largest file that is in memory, in bytes.
const LARGEST_IN_MEMORY: u64 = 256 << 20;

/// The largest file that is published, in bytes. Reading one takes about half a minute.
const LARGEST: u64 = 32 << 30;

/// What fonts are called, all of which may be looked into.
const FONTS: [&str; 6] = ["ttf", "otf", "ttc", "otc", "woff", "woff2"];

/// What scripts are called that no table of media types knows.
const SCRIPTS: [&str; 2] = ["js", "mjs"];

/// The most bytes that a file of this name may have.
pub(super) fn limit(path: &str) -> u64 {
    if is_looked_into(path) {
        LARGEST_IN_MEMORY
    } else {
        LARGEST
    }
}

/// The most bytes of a file of this name that are in memory.
pub(super) fn most_in_memory(path: &str) -> u64 {
    if is_looked_into(path) {
        LARGEST_IN_MEMORY
    } else {
        SMALL
    }
}

/// Whether a file of this name and size is read from the disk whenever it is needed.
pub(super) fn stays_on_disk(path: &str, size: u64) -> bool {
    size > SMALL && !is_looked_into(path)
}

/// Whether checks, templates or fonts may have a look at what is in a file: text, and fonts.
fn is_looked_into(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    let is_one_of = |names: &[&str]| {
        extension.is_some_and(|own| names.iter().any(|name| own.eq_ignore_ascii_case(name)))
    };
    is_one_of(&FONTS)
        || is_one_of(&SCRIPTS)
        || is_one_of(&TEXT)
        || Format::of(path).is_some()
        || MediaType::of_file(path).is_some_and(MediaType::is_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_fonts_are_in_memory_and_all_else_is_if_it_is_small() {
        for name in [
            "a.md", "a.CSV", "a.json", "a.vtt", "a.woff2", "a.OTF", "a.mjs", "a.svg",
        ] {
            assert!(!stays_on_disk(name, LARGEST), "{name}");
        }
        for name in [
            "a.mp4", "a.ts", "a.zip", "a.pdf", "a.jpg", "b.c/film", "a.dat", "ملف",
        ] {
            assert!(stays_on_disk(name, SMALL + 1), "{name}");
            assert!(!stays_on_disk(name, SMALL), "{name}");
        }
    }
}
