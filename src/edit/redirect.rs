//! An address in `redirect_from` of an entry's front matter, without disturbing what else stands there.

use super::entry_text::EntryText;
use crate::source::{Source, quoted};

/// The entry's file once its page, now at `new`, was at `old` before. None where its front matter cannot be read.
pub(super) fn with_redirect(source: &Source, old: &str, new: &str) -> Option<Source> {
    let mut text = EntryText::of(source);
    let known = text.strings("redirect_from");
    let mut all: Vec<&str> = known.iter().map(String::as_str).collect();
    // A page does not lead on to itself.
    all.retain(|address| *address != new);
    if !all.contains(&old) {
        all.push(old);
    }
    let all: Vec<_> = all.into_iter().map(quoted).collect();
    let is_done = text.write("redirect_from", &format!("[{}]", all.join(", ")));
    is_done.then(|| text.into_source())
}
