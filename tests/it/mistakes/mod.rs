//! Mistakes as Arabic editors make them, planted in the starter and in the dossier, and what warraq says of each, judged by
//! six questions: is the place right, does it say the cause, does what the hint says mend it, is nothing else reported, is the
//! exit code right, and is the published site untouched.

mod config;
mod content;
mod habits;
mod invented;
mod migrants;
mod planted;
mod score;
mod strangers;
mod templates;
mod unforeseen;

/// One mistake, and what has to be said of it.
#[derive(Clone, Copy)]
pub(super) struct Mistake {
    pub(super) name: &'static str,
    pub(super) site: Site,
    pub(super) slip: Edit,
    pub(super) code: &'static str,
    /// What the marked place has to be, hold, or be part of; nothing where a file as a whole is meant.
    pub(super) place: &'static str,
    /// Words of the message or its notes, in English and in Arabic: one of those between bars.
    pub(super) cause: [&'static str; 2],
    pub(super) mend: Mend,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    Starter,
    Dossier,
    /// The starter with data, components in prose and a second language.
    Equipped,
}

/// What an editor does to a site.
#[derive(Clone, Copy)]
pub(super) enum Edit {
    /// Other words in a file, which has the old ones once.
    Text(&'static str, &'static str, &'static str),
    /// Another name for a file.
    Rename(&'static str, &'static str),
    /// A file in UTF-16, as an editor of Windows saves it.
    Utf16(&'static str),
    /// The same file in UTF-8 again.
    Utf8(&'static str),
}

/// What an editor does who believes the hint.
#[derive(Clone, Copy)]
pub(super) enum Mend {
    /// Writes the fix of the report; without one, what the hint quotes, in the marked place.
    Hint,
    /// Does this, which the hint has to name by these words, in both languages: of those between bars by one.
    Named(&'static [&'static str], Edit),
}
