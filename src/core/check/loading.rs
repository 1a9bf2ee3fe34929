//! For what browsers follow links by themselves, and which scripts they run.

/// What a link may be for that a browser follows by itself.
pub(super) const FOLLOWED: [&str; 9] = [
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "manifest",
    "prefetch",
    "prerender",
    "preconnect",
    "dns-prefetch",
    "preload",
];

/// The types of scripts that run or steer what runs; all others are data (HTML, "The script element").
pub(super) const RUNNING: [&str; 7] = [
    "",
    "module",
    "importmap",
    "speculationrules",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
];
