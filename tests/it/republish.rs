//! `republish = "excerpts"`: whatever reads a site, no word of a source that the site does not quote is published.

use std::collections::BTreeSet;

use crate::site::Files;

/// The good site with everything that publishes values: templates that print all they see, lists, back-references out of
/// paragraphs, data files in both formats, a feed and a search index.
fn told(republish: &str) -> Files {
    let all = "<script type=\"application/json\">{{ page | json }}{{ source | json }}{{ books | json }}</script>\n";
    let exports = "\n[[exports]]\npath = \"/paragraphs.csv\"\nrows = [\"source.paragraphs\"]\n\
        columns = [{ value = \"n\" }, { value = \"text\" }, { value = \"book.title\" }, { value = \"entry.title\" }]\n\
        [[exports]]\npath = \"/books.csv\"\nrows = [\"books\"]\n\
        columns = [{ value = \"title\" }, { value = \"article.paragraphs.text\" }]\n\
        [[exports]]\npath = \"/all.json\"\ncollections = [\"source\", \"books\"]\n\
        [check.budgets]\nhtml = 100\n\
        [search]\naliases = [\"title\"]\n\
        [[search.groups]]\nlabel = \"الكل\"\ncollections = [\"books\", \"authors\", \"source\", \"pages\"]\n";
    let paragraphs = "paragraphs = \"list(paragraph)\"\n";
    let feed = "day = \"date\"\n[collections.source.feed]\ndate = \"day\"\nsummary = \"title\"\n";
    Files::good()
        .replace(
            "site.toml",
            "text = \"string\" }",
            "text = \"string\", book = \"ref(books)?\", words = \"list(string)?\" }",
        )
        .replace(
            "site.toml",
            "title = 0\n",
            &format!("title = 0\nrepublish = \"{republish}\"\n"),
        )
        .replace("site.toml", paragraphs, &[paragraphs, feed].concat())
        .replace(
            "site.toml",
            "pages = \"int?\"",
            "pages = \"int?\"\narticle = \"ref(source)?\"",
        )
        .replace(
            "site.toml",
            "[collections.books.backrefs]",
            "[collections.books.backrefs]\ntold = { from = \"source.paragraphs.book\" }",
        )
        .and("site.toml", exports)
        .replace(
            "content/source/article.toml",
            "[[paragraphs]]\nn = 1",
            "day = 2025-03-02\n\n[[paragraphs]]\nn = 1",
        )
        .and(
            "content/source/article.toml",
            "book = \"aghani\"\nwords = [\"زقزوقات\"]\n",
        )
        .replace(
            "content/books/aghani.md",
            "+++\ntitle",
            "+++\narticle = \"article\"\ntitle",
        )
        .replace("templates/page.html", "</body>", &[all, "</body>"].concat())
}

/// The site with its source, and a page that shows it, in French as well; with paragraphs of its own, or those that all
/// languages share.
fn in_two_languages(site: &Files, own: bool) -> Files {
    let source = site.text("content/source/article.toml");
    let at = source.find("[[paragraphs]]").unwrap();
    let (translated, paragraphs) = if own {
        ("translate = [\"title\", \"paragraphs\"]\n", &source[at..])
    } else {
        ("", "")
    };
    let config = "\n[languages.fr]\ntitle = \"Le rayon\"\ndescription = \"Des livres.\"\nmenus.main = []\n\
        plurals.book = { one = \"a\", many = \"b\", other = \"b\" }\n";
    let collection = "[collections.source]\n";
    site.clone()
        .and("site.toml", config)
        .replace("site.toml", collection, &[collection, translated].concat())
        .with(
            "content/source/article.fr.toml",
            format!("title = \"Un rayon\"\n\n{paragraphs}"),
        )
        .with(
            "content/books/aghani.fr.md",
            "+++\ntitle = \"Chants\"\n+++\n",
        )
}

/// The words of the third paragraph, which nobody quotes, that nothing else in the site has.
fn unquoted(site: &Files) -> BTreeSet<String> {
    let source = site.text("content/source/article.toml");
    let (others, paragraph) = source.split_once("n = 3").unwrap();
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| c.is_ascii() || !c.is_alphabetic());
        words
            .filter(|word| word.chars().count() > 3)
            .map(str::to_owned)
            .collect()
    };
    let mut own = words(paragraph);
    let elsewhere = site
        .texts(&["md", "toml", "html"])
        .filter(|(path, _)| !path.starts_with("content/source/"));
    for text in elsewhere.map(|(_, text)| text).chain([others]) {
        own.retain(|word| !text.contains(word.as_str()));
    }
    own
}

/// The published files that have one of the words in them.
fn tell(output: &Files, words: &BTreeSet<String>) -> Vec<String> {
    let files = output.iter().filter(|(_, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        words.iter().any(|word| text.contains(word.as_str()))
    });
    files.map(|(path, _)| path.to_owned()).collect()
}

#[test]
fn no_file_tells_words_that_are_not_quoted() {
    let (full, excerpts) = (told("full"), told("excerpts"));
    let words = unquoted(&full);
    assert!(words.len() >= 3 && words.contains("زقزوقات"), "{words:?}");

    // Without the restriction all of them do, so it is this that is looked at.
    let telling = tell(&full.built(), &words);
    for path in [
        "all.json",
        "books.csv",
        "paragraphs.csv",
        "index.html",
        "source/index.html",
        "books/aghani/index.html",
    ] {
        assert!(
            telling.iter().any(|told| told == path),
            "{path} is not in {telling:?}"
        );
    }

    // A translation shares the paragraphs with its original, or has its own.
    for own in [false, true] {
        let full = in_two_languages(&full, own);
        let telling = tell(&full.built(), &words);
        for path in ["fr/source/index.html", "fr/books/aghani/index.html"] {
            assert!(
                telling.iter().any(|told| told == path),
                "{path} is not in {telling:?}"
            );
        }
        let published = in_two_languages(&excerpts, own).built();
        assert_eq!(tell(&published, &words), [""; 0]);
        if !own {
            let page = published.text("fr/source/index.html");
            let quoted = "كليلة ودمنة … ليس فيه كتاب أطول من الأغاني";
            assert!(
                page.contains(quoted) && page.contains("كليلة ودمنة</bdi></a>"),
                "{page}"
            );
        }
    }

    let published = excerpts.built();
    assert_eq!(tell(&published, &words), [""; 0]);
    let rows: Vec<_> = published.text("paragraphs.csv").split("\r\n").collect();
    assert_eq!(rows[3], "3,,الأغاني,رف من الكتب القديمة");
    let page = published.text("source/index.html");
    assert!(
        page.contains("كليلة ودمنة … ليس فيه كتاب أطول من الأغاني"),
        "{page}"
    );
}
