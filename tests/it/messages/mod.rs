//! Messages in the language of who reads them.

use crate::site::{Files, complained, warraq};

/// What the check of a broken site says, told these languages.
fn heading(variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let site = Files::case("duplicate-slug").on_disk();
    let mut command = warraq();
    for name in ["WARRAQ_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command.envs(variables.iter().copied()).args(arguments);
    let run = command.arg("check").current_dir(site.path(".")).assert();
    let said = complained(&run);
    said.split('[').next().unwrap().to_owned()
}

#[test]
fn messages_are_in_the_language_asked_for_else_in_that_of_the_system() {
    let (english, arabic) = ("error", "خطأ");
    assert_eq!(heading(&[], &[]), english);
    assert_eq!(heading(&[("LANG", "ar_MA.UTF-8")], &[]), arabic);
    let contrary = [("LANG", "ar_MA.UTF-8"), ("LC_ALL", "C.UTF-8")];
    assert_eq!(heading(&contrary, &[]), english);
    assert_eq!(
        heading(&[("LANG", "ar"), ("LC_MESSAGES", "en_GB")], &[]),
        english
    );
    assert_eq!(
        heading(&[("LC_ALL", "C"), ("WARRAQ_LANG", "ar")], &[]),
        arabic
    );
    assert_eq!(
        heading(&[("WARRAQ_LANG", "ar")], &["--lang", "en"]),
        english
    );
    assert_eq!(
        heading(&[("LANG", "fr_FR.UTF-8")], &["--lang", "ar-MA"]),
        arabic
    );
}

/// `draft = true` with an argument isolated would be shown as `true = draft`, and copied with the isolates.
#[test]
fn code_in_an_arabic_message_is_one_run_and_is_copied_without_invisible_characters() {
    let site = Files::good().replace(
        "content/books/bukhala.md",
        "+++\ntitle",
        "+++\ndraft = \"yes\"\ntitle",
    );
    let site = site.on_disk();
    let mut command = warraq();
    command.args(["--lang", "ar", "check"]);
    let run = command.current_dir(site.path(".")).assert();
    let said = complained(&run);
    assert!(said.contains("`\u{2068}draft = true\u{2069}`"), "{said}");
}

#[test]
fn what_our_filters_refuse_is_said_in_arabic_too() {
    let (from, to) = ("author.title | bidi", "author.title | date");
    let site = Files::good().replace("templates/book.html", from, to);
    let site = site.on_disk();
    let mut command = warraq();
    command.args(["--lang", "ar", "check"]);
    let run = command.current_dir(site.path(".")).assert();
    let said = complained(&run);
    assert!(said.contains("تاريخا مثل 2025-11-24"), "{said}");
    assert!(!said.contains("is not a date"), "{said}");
}
