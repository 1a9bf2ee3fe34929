//! How work is shared among threads.

/// How many files a thread takes at a time. rayon halves a list a few times and then only for a thread that has nothing left to
/// do, which finds the other at work on thousands of pages that can no longer be shared.
pub(crate) const FILES_AT_A_TIME: usize = 16;
