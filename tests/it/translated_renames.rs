//! `warraq mv` and `warraq rm` on an entry in several languages: it moves and goes as one.

use warraq::edit;

use crate::languages::bilingual;
use crate::renames::{files, name};
use crate::site::Files;

/// The site in two languages, its translations named in every way that there is.
pub(crate) fn translated() -> Files {
    let french = "+++\ntitle = \"Les Animaux\"\ntranslation_of = \"hayawan\"\n+++\n\n[Animaux](ref:books/hayawan)\n";
    let author = "+++\ntitle = \"Al-Jahiz\"\n+++\n";
    bilingual()
        .with("content/books/animaux.fr.md", french)
        .with("content/fr/authors/jahiz/index.md", author)
        .with("content/fr/authors/jahiz/note.txt", "x")
        .without("content/books/aghani.md")
        .with(
            "content/books/aghani/index.md",
            Files::good().bytes("content/books/aghani.md"),
        )
        .with(
            "content/books/aghani/index.fr.md",
            "+++\ntitle = \"Chants\"\n+++\n",
        )
        .with("content/books/aghani/note.txt", "x")
}

#[test]
fn an_entry_takes_its_translations_along() {
    let moved = |old: &str, new: &str| {
        let change = edit::moved(&translated().snapshot(), &name(old), &name(new));
        let change = change.unwrap_or_else(|refused| panic!("{old}: {:#?}", refused.problems));
        let mut addresses: Vec<_> = change
            .redirects
            .iter()
            .map(|(_, address)| address.to_string())
            .collect();
        addresses.sort();
        (files(&change.after), addresses)
    };
    for (old, new, paths, addresses) in [
        (
            "books/kalila",
            "books/fables",
            &["content/books/fables.md", "content/books/fables.fr.md"][..],
            // Its slug in French is its own.
            &["/books/kalila/"][..],
        ),
        (
            "books/bukhala",
            "books/misers",
            &["content/books/misers.md", "content/fr/books/misers.md"],
            &["/books/bukhala/", "/fr/books/bukhala/"],
        ),
        (
            "books/hayawan",
            "books/beasts",
            &["content/books/beasts.md", "content/books/animaux.fr.md"],
            &["/books/hayawan/", "/fr/books/hayawan/"],
        ),
        (
            "authors/jahiz",
            "authors/amr",
            &[
                "content/authors/amr.md",
                "content/fr/authors/amr/index.md",
                "content/fr/authors/amr/note.txt",
            ],
            &["/authors/jahiz/", "/fr/authors/jahiz/"],
        ),
        (
            "books/aghani",
            "books/songs",
            &[
                "content/books/songs/index.md",
                "content/books/songs/index.fr.md",
                "content/books/songs/note.txt",
            ],
            &["/books/aghani/", "/fr/books/aghani/"],
        ),
    ] {
        let (after, led_on) = moved(old, new);
        for path in paths {
            assert!(
                after.has(path),
                "{path} is not in {:?}",
                after.paths().collect::<Vec<_>>()
            );
        }
        assert_eq!(after.paths().count(), translated().paths().count());
        assert_eq!(led_on, addresses, "{old}");
        assert_eq!(after.run().diagnostics, [], "{old}");
    }
    // And goes with them.
    let site = translated()
        .with("content/pages/note.md", "+++\ntitle = \"ورقة\"\n+++\n")
        .with(
            "content/fr/pages/note/index.md",
            "+++\ntitle = \"Note\"\n+++\n",
        )
        .with("content/fr/pages/note/note.txt", "x");
    let change = edit::removed(&site.snapshot(), &name("pages/note")).unwrap();
    assert!(files(&change.after) == translated());
}
