//! Keys of other generators in site.toml and in front matter, keys in the wrong table, and fields that nobody has declared: what is
//! said of each leads to what is written here.

use crate::site::Files;

const CONFIG: &str = "site.toml";
const ENTRY: &str = "content/books/bukhala.md";

/// What is said of an unknown key, where the good site has `new` in the place of `old`.
fn hint(file: &str, old: &str, new: &str) -> String {
    let site = Files::good();
    let text = site.text(file);
    assert!(text.contains(old), "{file} has no {old}");
    let run = site.clone().with(file, text.replacen(old, new, 1)).run();
    let mut unknown = run.diagnostics.iter().filter(|one| one.code == "E102");
    let hint = unknown.next().and_then(|one| one.hint.as_ref());
    hint.unwrap_or_else(|| panic!("{new}: {:#?}", run.diagnostics))
        .to_string()
}

#[test]
fn keys_of_site_toml_lead_to_what_they_are_here() {
    for (old, new, expected) in [
        (
            "[site]",
            "baseURL = \"https://a.example/\"\n[site]",
            "here that is `base_url` under `[site]`",
        ),
        (
            "[site]",
            "title = \"ت\"\n[site]",
            "write `title` under `[site]`",
        ),
        (
            "[site]",
            "generate_feed = true\n[site]",
            "here that is the table `[collections.NAME.feed]`",
        ),
        (
            "[site]",
            "[params]\na = 1\n[site]",
            "here that is the table `[extra]`",
        ),
        (
            "[site]",
            "[articles]\nurl = \"/a/{slug}/\"\n[site]",
            "here that is the table `[collections.articles]`",
        ),
        (
            "[site]",
            "paginate = 10\n[site]",
            "write `paginate` under `[collections.NAME]`",
        ),
        (
            "[site]",
            "[build]\nminify = true\n[site]",
            "the folder is said on the command line: `warraq build --output-dir DIR`",
        ),
        (
            "[site]",
            "[site]\nlang = \"ar\"",
            "did you mean `language`?",
        ),
        (
            "[site]",
            "[site]\nmenus = 1",
            "here that is the table `[menus]`",
        ),
        (
            "[collections.books]",
            "[collections.books]\nsort_by = \"date\"",
            "did you mean `order`?",
        ),
        (
            "[collections.books]",
            "[collections.books]\nwritten = \"date?\"",
            "write `written` under `[collections.books.fields]`",
        ),
        (
            "[collections.books]",
            "[collections.books]\nrss = true",
            "here that is the table `[collections.books.feed]`",
        ),
    ] {
        assert_eq!(hint(CONFIG, old, new), expected, "{new}");
    }
    // In a table of its own, `url` is nobody's `base_url`.
    let inner = hint(CONFIG, "[site]", "[search]\nurl = \"/a/\"\n[site]");
    assert!(inner.starts_with("write one of the keys: "), "{inner}");
    let own = hint(CONFIG, "[site]", "[site]\nlogo = \"a.png\"");
    assert!(
        own.ends_with("a value of your own stands under `[extra]`"),
        "{own}"
    );
}

#[test]
fn fields_of_entries_lead_to_what_they_are_here_or_to_their_declaration() {
    let under = "declare it in site.toml, under `[collections.books.fields]`";
    for (line, expected) in [
        (
            "aliases = [\"/a/\"]",
            "did you mean `redirect_from`?".to_owned(),
        ),
        ("lastmod = 2025-01-01", "did you mean `updated`?".to_owned()),
        ("published = false", "write `draft = true`".to_owned()),
        (
            "lang = \"fr\"",
            "the language of a text stands in the name of its file, as in `name.fr.md`".to_owned(),
        ),
        ("mood = \"س\"", format!("{under}: `mood = \"string?\"`")),
        (
            "moods = [\"س\"]",
            format!("{under}: `moods = \"list(string)?\"`"),
        ),
        ("rank = 3", format!("{under}: `rank = \"int?\"`")),
    ] {
        let said = hint(ENTRY, "+++\n", &format!("+++\n{line}\n"));
        assert!(said.ends_with(&expected), "{line}: {said}");
    }
    let below = hint(ENTRY, "\n+++", "\n[extra]\nmood = \"س\"\n+++");
    let heading = "write the fields above, without the heading `[extra]`, and declare them in site.toml, under `[collections.books.fields]`";
    assert_eq!(below, heading);
}
