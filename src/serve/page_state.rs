//! What a tab shows, in a word that server and browser exchange: so a change is told to the tabs it concerns, and one that
//! happened before a tab was connected, or while the server was away, is caught up with.

use std::fmt;

use crate::digest;

/// How the page at an address stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PageState {
    /// There is no site yet: its problems are shown instead.
    Unbuilt,
    /// A page with these bytes.
    Page(Digest),
    /// No page, and the site's page for that has these bytes.
    Missing(Digest),
    /// No page any more, while the tab keeps showing what it was.
    Gone,
}

/// The bytes of a page, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digest(String);

impl Digest {
    /// The digest of these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        // A page is compared with its own last version only: 64 bits do.
        Self(format!("{:.16}", digest::Digest::of(bytes)))
    }
}

impl PageState {
    /// How a tab that stands like this will stand, when the address it shows does so.
    pub(super) fn after(&self, now: Self) -> Self {
        match (self, now) {
            (Self::Page(_) | Self::Gone, Self::Missing(_)) => Self::Gone,
            (_, now) => now,
        }
    }

    /// What a tab says of itself. A word that is not known stands for a page that has to be shown anew.
    pub(super) fn parse(word: &str) -> Self {
        match word.split_once(':') {
            Some(("page", digest)) => Self::Page(Digest(digest.to_owned())),
            Some(("missing", digest)) => Self::Missing(Digest(digest.to_owned())),
            _ if word == "gone" => Self::Gone,
            _ => Self::Unbuilt,
        }
    }
}

impl fmt::Display for PageState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unbuilt => f.write_str("unbuilt"),
            Self::Page(Digest(digest)) => write!(f, "page:{digest}"),
            Self::Missing(Digest(digest)) => write!(f, "missing:{digest}"),
            Self::Gone => f.write_str("gone"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_it_was_written() {
        let digest = Digest::of(b"a");
        for standing in [
            PageState::Unbuilt,
            PageState::Page(digest.clone()),
            PageState::Missing(digest),
            PageState::Gone,
        ] {
            assert_eq!(PageState::parse(&standing.to_string()), standing);
        }
        assert_eq!(PageState::parse("whatever"), PageState::Unbuilt);
    }

    #[test]
    fn a_page_that_goes_stays_on_screen_until_there_is_one_again() {
        let (old, new) = (Digest::of(b"old"), Digest::of(b"new"));
        let page = PageState::Page(old.clone());
        let missing = PageState::Missing(old);
        assert_eq!(page.after(missing.clone()), PageState::Gone);
        assert_eq!(PageState::Gone.after(missing.clone()), PageState::Gone);
        assert_eq!(missing.after(missing.clone()), missing);
        let back = PageState::Page(new);
        for before in [page, missing, PageState::Gone, PageState::Unbuilt] {
            assert_eq!(before.after(back.clone()), back);
        }
    }
}
