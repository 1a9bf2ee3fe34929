//! Calls that are not closed, or nearly calls, which would be printed as text.

use crate::components::{assert_told, site};

/// Texts, the code of what is said of them, what it is said of, and a part of the hint.
const WRONG: &[(&str, &str, &str, &str)] = &[
    ("::: note {title=\"أ}ب\nنص\n:::", "E236", "{", "put \"}"),
    ("نص :key[أ]{name=\"ب\" ثم نص", "E236", "{", "put }"),
    (":count[books]{plural=book\nثم", "E236", "{", "put }"),
    (
        "::: rule نص\n:::",
        "E236",
        "نص",
        "write {name=\"value\"} there",
    ),
    (
        "::: note {title=أ} {level=2}\nنص\n:::",
        "E236",
        "{level=2}",
        "write {name=\"value\"} there",
    ),
    ("نص :key[أ بلا نهاية", "E237", ":key[", "put ] behind"),
    ("نص :key[أ **ب] ج**", "E237", ":key[", "put ] behind"),
    ("- :count[books\n- نص]", "E237", ":count[", "put ] behind"),
    (":: rule\n\nنص", "E236", ":: rule", "begin it with ::: rule"),
    (
        "- ::note {title=أ}",
        "E236",
        "::note {title=أ}",
        "begin it with ::: note",
    ),
    ("نص ::key[أ]", "E236", "::key[", "begin it with :key["),
    ("نص :key(أ)", "E236", ":key(", "begin it with :key["),
    ("نص :key [أ]", "E236", ":key [", "begin it with :key["),
    (
        "نص :count{books}",
        "E236",
        ":count{",
        "begin it with :count[",
    ),
];

#[test]
fn what_would_be_printed_is_told_and_hints_say_what_to_write() {
    assert_told(WRONG);
}

#[test]
fn what_begins_a_call_and_is_never_closed_has_one_error() {
    for markdown in [
        "نص :key[أ]{name=\"ب\" ثم text",
        "نص :key[أ",
        "::: rule نص\n:::",
        "نص ::key[أ]",
        "::: note {title=\"أ\nنص\n:::",
    ] {
        let build = site(markdown).run();
        let errors = build.diagnostics.iter().filter(|one| one.is_error());
        assert_eq!(errors.count(), 1, "{markdown}");
    }
}
