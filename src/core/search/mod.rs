//! A site to the files in which readers look for words: an index made of the finished pages, and the script that asks it.
//! Knows HTML and Arabic, nothing of entries. What is published is made late, when somebody looks at it: an
//! index takes the words of all pages, and a preview or a check needs none.
//!
//! `extract` reads a page as readers see it and keeps its words by place, when the page is
//! rendered. `shared` finds the texts that several pages have in common. `files` knows from the extracts how many files there will be and what they depend on;
//! their bytes are lazy. The index holds folded words and no stems: the script makes stems itself,
//! by the same rules (`browser/words.js`). Scripts are written for people in `browser/`; what is
//! published is in `browser/published/`, made by `npm run minify` in `tests/browser/` (a test
//! compares). `docs/search.md` has the rules.

mod client;
mod extract;
mod files;
mod index;
mod postings;
mod shared;

pub use client::{FOLDER, Scripts, folder, start};
pub use extract::Extract;
pub(crate) use extract::PageReader;
pub use files::{Other, Settings, files, first, scripts};
pub use index::Page;
