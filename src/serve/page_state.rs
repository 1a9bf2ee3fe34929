//! What a tab shows, as a text that server and browser exchange. The server compares it with the
//! page at the address, and so finds out which tabs a change concerns, also one from before the tab
//! connected.

use std::fmt;

use crate::digest;

/// The state of the page at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PageState {
    /// There is no site yet: its problems are shown instead.
    Unbuilt,
    /// A page with these bytes.
    Page(Digest),
    /// No page, and the site's page for that has these bytes.
    Missing(Digest),
    /// The page was removed, and the tab still shows it.
    Gone,
}

/// A short digest of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digest(String);

impl Digest {
    /// The digest of these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        // A page is only compared with its own last version: 64 bits are enough.
        Self(format!("{:.16}", digest::Digest::of(bytes)))
    }
}

impl PageState {
    /// The next state of a tab in this state, when that of its address is `now`.
    pub(super) fn after(&self, now: Self) -> Self {
        match (self, now) {
            (Self::Page(_) | Self::Gone, Self::Missing(_)) => Self::Gone,
            (_, now) => now,
        }
    }

    /// Parses the state that a tab sends. An unknown text makes the tab load its page again.
    pub(super) fn parse(text: &str) -> Self {
        match text.split_once(':') {
            Some(("page", digest)) => Self::Page(Digest(digest.to_owned())),
            Some(("missing", digest)) => Self::Missing(Digest(digest.to_owned())),
            _ if text == "gone" => Self::Gone,
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
        for page_state in [
            PageState::Unbuilt,
            PageState::Page(digest.clone()),
            PageState::Missing(digest),
            PageState::Gone,
        ] {
            assert_eq!(PageState::parse(&page_state.to_string()), page_state);
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
