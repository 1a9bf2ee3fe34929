//! A collection whose folders are sections: names and addresses by path, a reading order, and the way up and down.

use warraq::pipeline::{Options, Pipeline};

use crate::site::{Files, complained};

const SETTINGS: &str = "
[collections.docs]
url = \"/docs/{folder}/{slug}/\"
template = \"doc.html\"
nested = true
order = \"weight\"
index = \"pages/home\"
[collections.docs.fields]
title = \"string\"
weight = \"int?\"
see = \"ref(docs)?\"
";

const DOC: &str = "{% extends \"page.html\" %}{% block main %}<dl dir=\"ltr\"><dt>{{ page.id }}</dt>\
    <dd>{% for one in page.ancestors %}{{ one.id }} &gt; {% endfor %}</dd>\
    <dd>{% for one in page.children %}{{ one.id }} {% endfor %}</dd>\
    <dd>{% if page.parent %}{{ page.parent.id }}{% endif %}</dd>\
    <dd>{% if page.prev %}{{ page.prev.id }}{% endif %} | {% if page.next %}{{ page.next.id }}{% endif %}</dd>\
    <dd>{% if page.see %}{{ page.see.url }}{% endif %}</dd></dl>{% endblock %}";

/// The good site with documents: their paths, and the keys in their front matter.
fn docs(files: &[(&str, &str)]) -> Files {
    let site = Files::good()
        .and("site.toml", SETTINGS)
        .with("templates/doc.html", DOC);
    files.iter().fold(site, |site, (path, keys)| {
        let text = format!("+++\ntitle = \"وثيقة {path}\"\n{keys}\n+++\n\nنصها.\n");
        site.with(&format!("content/docs/{path}.md"), text)
    })
}

/// A guide before a reference, which is before it by name and not by weight.
fn manual() -> Files {
    docs(&[
        ("index", ""),
        ("guide/index", "weight = 1"),
        ("guide/use", "weight = 2"),
        ("guide/install", "weight = 1\nsee = \"api/types/install\""),
        ("api/index", "weight = 2"),
        ("api/types/install", "see = \"docs/guide/install\""),
        ("api/types/دليل الأنواع", ""),
    ])
}

fn list<'a>(site: &'a Files, path: &str) -> Vec<&'a str> {
    let html = site.text(&format!("docs/{path}index.html"));
    let (_, rest) = html.split_once("<dt>").unwrap();
    let list = rest.split_once("</dd></dl>").unwrap().0;
    list.split("</dt><dd>")
        .flat_map(|part| part.split("</dd><dd>"))
        .map(str::trim)
        .collect()
}

#[test]
fn sections_are_read_in_order_and_know_their_place() {
    let site = manual().built();
    for (path, expected) in [
        (
            "",
            [
                "docs/index",
                "pages/home &gt;",
                "docs/guide docs/api",
                "pages/home",
                "| docs/guide",
                "",
            ],
        ),
        (
            "guide/",
            [
                "docs/guide",
                "pages/home &gt; docs/index &gt;",
                "docs/guide/install docs/guide/use",
                "docs/index",
                "docs/index | docs/guide/install",
                "",
            ],
        ),
        (
            "guide/install/",
            [
                "docs/guide/install",
                "pages/home &gt; docs/index &gt; docs/guide &gt;",
                "",
                "docs/guide",
                "docs/guide | docs/guide/use",
                "/docs/api/types/install/",
            ],
        ),
        (
            "guide/use/",
            [
                "docs/guide/use",
                "pages/home &gt; docs/index &gt; docs/guide &gt;",
                "",
                "docs/guide",
                "docs/guide/install | docs/api",
                "",
            ],
        ),
        (
            "api/",
            [
                "docs/api",
                "pages/home &gt; docs/index &gt;",
                "docs/api/types/install docs/api/types/دليل-الأنواع",
                "docs/index",
                "docs/guide/use | docs/api/types/install",
                "",
            ],
        ),
        // A folder without a page of its own belongs to the section above.
        (
            "api/types/install/",
            [
                "docs/api/types/install",
                "pages/home &gt; docs/index &gt; docs/api &gt;",
                "",
                "docs/api",
                "docs/api | docs/api/types/دليل-الأنواع",
                "/docs/guide/install/",
            ],
        ),
        (
            "api/types/دليل-الأنواع/",
            [
                "docs/api/types/دليل-الأنواع",
                "pages/home &gt; docs/index &gt; docs/api &gt;",
                "",
                "docs/api",
                "docs/api/types/install |",
                "",
            ],
        ),
    ] {
        assert_eq!(list(&site, path), expected, "{path}");
    }
}

#[test]
fn references_in_prose_name_the_path_and_misspelt_ones_the_right_one() {
    let site = manual().and(
        "content/books/bukhala.md",
        "\nانظر [التثبيت](ref:docs/guide/install#top).\n",
    );
    let site = site
        .replace("templates/doc.html", "<dl ", "<i id=\"top\"></i><dl ")
        .built();
    assert!(
        site.text("books/bukhala/index.html")
            .contains("../../docs/guide/install/index.html#top")
    );
    let site = manual().and(
        "content/books/bukhala.md",
        "\nانظر [التثبيت](ref:docs/guide/instal).\n",
    );
    let build = site.run();
    let [problem] = &build.diagnostics[..] else {
        panic!("{:#?}", build.diagnostics);
    };
    assert_eq!(problem.code, "E201");
    assert!(
        problem
            .hint
            .as_ref()
            .unwrap()
            .to_string()
            .contains("docs/guide/install"),
        "{problem:#?}"
    );
}

#[test]
fn a_slug_of_its_own_is_the_last_part_and_two_of_one_path_are_an_error() {
    let site = docs(&[("guide/index", ""), ("guide/install", "slug = \"setup\"")]).built();
    assert_eq!(list(&site, "guide/setup/")[0], "docs/guide/setup");
    let build = docs(&[("guide/a", "slug = \"b\""), ("guide/b", "")]).run();
    assert_eq!(build.diagnostics[0].code, "E202");
    let build = docs(&[("guide/a", "slug = \"b/c\"")]).run();
    assert_eq!(build.diagnostics[0].code, "E105");
}

#[test]
fn an_edit_of_a_title_renders_those_who_show_it() {
    let site = manual();
    let mut pipeline = Pipeline::new(Options::default());
    pipeline.run(&site.snapshot());
    let file = "content/docs/guide/index.md";
    let edited = site.replace(file, "title = \"", "title = \"قديم ");
    let build = pipeline.run(&edited.snapshot());
    assert_eq!(edited.run().output, build.output);
    // Itself, the page above, those below and the one before and after it.
    assert_eq!(build.rendered, 4);
}

#[test]
fn entries_of_sections_are_added_and_called_otherwise() {
    let site = manual().on_disk();
    site.run(&["mv", "docs/guide/install", "docs/api/setup"])
        .success();
    let now = Files::below_site(&site);
    let moved = now.text("content/docs/api/setup.md");
    assert!(
        moved.contains("redirect_from = [\"/docs/guide/install/\"]"),
        "{moved}"
    );
    let reader = now.text("content/docs/api/types/install.md");
    assert!(reader.contains("see = \"docs/api/setup\""), "{reader}");
    assert_eq!(complained(&site.check().success()), "");

    site.run(&["add", "docs/guide/first/steps"]).success();
    assert!(site.path("content/docs/guide/first/steps.md").exists());
    site.check().success();

    let before = Files::below_site(&site);
    for (arguments, told) in [
        (
            ["mv", "docs/guide", "docs/manual"].as_slice(),
            "error[E202]: `docs/guide` is a section with other entries in it, such as `docs/guide/first/steps`",
        ),
        (
            &["add", "docs/guide/A B"],
            "error[E105]: `guide/A B` is not a slug",
        ),
        (&["add", "docs/guide//x"], "error[E105]"),
        (&["add", "books/guide/x"], "error[E105]"),
    ] {
        let run = site.run(arguments).code(1);
        assert!(complained(&run).starts_with(told), "{}", complained(&run));
        assert!(Files::below_site(&site) == before, "{arguments:?}");
    }
    let run = site.run(&["add", "docs/guide/A B"]).code(1);
    assert!(
        complained(&run).contains("`docs/guide/a-b`"),
        "{}",
        complained(&run)
    );
}
