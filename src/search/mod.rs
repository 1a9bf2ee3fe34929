//! A site to the files in which readers look for words: an index made of the finished pages, and the script that asks it.
//! Knows HTML and Arabic, nothing of entries. What is published is made late, when somebody looks at it: an
//! index takes the words of all pages, and a preview or a check needs none.

mod client;
mod extract;
mod files;
mod index;
mod postings;

pub use client::{FOLDER, start};
pub use extract::Extract;
pub use files::{Settings, files, first, scripts};
pub use index::Page;
