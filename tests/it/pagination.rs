//! A list over several pages: what is on each, where each is, what it says of the others, and who else knows of them.

use warraq::pages::Subject;
use warraq::pipeline::{Options, Pipeline};

use crate::site::Files;

/// What a template says of `paginator`, a line each.
const PAGER: &str = "{% if paginator %}<dl dir=\"ltr\">
<dt>{{ paginator.current_index }}/{{ paginator.number_pagers }}, {{ paginator.paginate_by }} of {{ paginator.total_pages }}</dt>
<dd>{% for one in paginator.pages %}{{ one.title }} {{ one.author.title }};{% endfor %}</dd>
<dd>{{ paginator.first }} {{ paginator.previous or \"-\" }} {{ paginator.next or \"-\" }} {{ paginator.last }} {{ paginator.base_url }}</dd>
<dd>{% for one in paginator.pagers %}{{ one.index }}={{ one.url }} {% endfor %}</dd>
<dd>{{ page.url }} {{ page.permalink }} {{ page.id }}</dd>
</dl>
{% if paginator.next %}<link rel=\"next\" href=\"{{ paginator.next }}\">{% endif %}
{% if paginator.previous %}<link rel=\"prev\" href=\"{{ paginator.previous }}\">{% endif %}
{% endif %}";

/// The good site, its four books listed on pages of the index at an address; `paginate` is how.
fn shelf(address: &str, paginate: &str) -> Files {
    let number = "</title>";
    let numbered = "{% if paginator and paginator.previous %} ({{ paginator.current_index }}){% endif %}</title>";
    let index = format!(
        "+++\ntitle = \"الفهرس\"\nurl = \"{address}\"\n+++\n\nانظر [رسما](رسم.svg) و[أعلاه](#top).\n"
    );
    Files::good()
        .replace(
            "site.toml",
            "index = \"pages/home\"",
            &format!("index = \"pages/shelf\"\npaginate = {paginate}"),
        )
        .with("content/pages/shelf/index.md", index)
        .with(
            "content/pages/shelf/رسم.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        )
        .replace("templates/page.html", number, numbered)
        .replace(
            "templates/page.html",
            "<h1>",
            &format!("{PAGER}<h1 id=\"top\">"),
        )
}

fn pages_of(site: &Files) -> Vec<String> {
    let all = site
        .texts(&["html"])
        .filter(|(_, html)| html.contains("<dl "));
    all.map(|(path, _)| path.to_owned()).collect()
}

#[test]
fn each_page_shows_its_part_and_the_way_to_the_others() {
    let site = shelf("/shelf/", "3").built();
    assert_eq!(
        pages_of(&site),
        ["shelf/index.html", "shelf/page/2/index.html"]
    );
    let all = "<dd>1=/shelf/ 2=/shelf/page/2/ </dd>";
    let first = format!(
        "<dt>1/2, 3 of 4</dt>\n<dd>الأغاني الأصفهاني;البخلاء الجاحظ;الحيوان الجاحظ;</dd>\n\
         <dd>/shelf/ - /shelf/page/2/ /shelf/page/2/ /shelf/page/</dd>\n{all}\n\
         <dd>/shelf/ https://shelf.example/shelf/ pages/shelf</dd>"
    );
    let second = format!(
        "<dt>2/2, 3 of 4</dt>\n<dd>كليلة ودمنة ابن المقفع;</dd>\n\
         <dd>/shelf/ /shelf/ - /shelf/page/2/ /shelf/page/</dd>\n{all}\n\
         <dd>/shelf/page/2/ https://shelf.example/shelf/page/2/ pages/shelf</dd>"
    );
    let (one, two) = (
        site.text("shelf/index.html"),
        site.text("shelf/page/2/index.html"),
    );
    assert!(one.contains(&first), "{one}");
    assert!(two.contains(&second), "{two}");
    assert!(
        one.contains("<link rel=\"next\" href=\"page/2/index.html\">"),
        "{one}"
    );
    assert!(
        two.contains("<link rel=\"prev\" href=\"../../index.html\">"),
        "{two}"
    );
    assert!(two.contains("<link rel=\"canonical\" href=\"https://shelf.example/shelf/page/2/\">"));
    assert!(one.contains("<title>الفهرس</title>") && two.contains("<title>الفهرس (2)</title>"));
}

#[test]
fn relative_links_of_the_text_mean_the_same_on_every_page() {
    let site = shelf("/shelf/", "3").built();
    let drawing = |path| site.text(path).contains("href=\"%D8%B1%D8%B3%D9%85.svg\"");
    assert!(drawing("shelf/index.html"));
    assert!(
        site.text("shelf/page/2/index.html")
            .contains("href=\"../../%D8%B1%D8%B3%D9%85.svg\"")
    );
    assert!(
        site.text("shelf/page/2/index.html")
            .contains("href=\"#top\"")
    );
}

#[test]
fn pages_follow_the_address_of_the_first() {
    for (address, paginate, expected) in [
        ("/shelf/", "4", vec!["shelf/index.html"]),
        (
            "/shelf/",
            "{ by = 2, path = \"صفحة\" }",
            vec!["shelf/index.html", "shelf/صفحة/2/index.html"],
        ),
        (
            "/shelf.html",
            "2",
            vec!["shelf.html", "shelf/page/2/index.html"],
        ),
        (
            "/رف/",
            "{ by = 3 }",
            vec!["رف/index.html", "رف/page/2/index.html"],
        ),
    ] {
        assert_eq!(
            pages_of(&shelf(address, paginate).built()),
            expected,
            "{address} {paginate}"
        );
    }
    let home = shelf("/shelf/", "1").replace(
        "site.toml",
        "index = \"pages/shelf\"",
        "index = \"pages/home\"",
    );
    let expected = [
        "index.html",
        "page/2/index.html",
        "page/3/index.html",
        "page/4/index.html",
    ];
    assert_eq!(pages_of(&home.built()), expected);
}

#[test]
fn clean_links_lead_to_folders() {
    let site = shelf("/shelf/", "3")
        .replace("site.toml", "[site]\n", "[site]\nlinks = \"clean\"\n")
        .built();
    assert!(
        site.text("shelf/index.html")
            .contains("<link rel=\"next\" href=\"page/2/\">")
    );
    assert!(
        site.text("shelf/page/2/index.html")
            .contains("<link rel=\"prev\" href=\"../../\">")
    );
}

#[test]
fn an_empty_list_takes_one_page() {
    let more = "\n[collections.letters]\nurl = \"/letters/{slug}/\"\nindex = \"pages/home\"\npaginate = 5\n[collections.letters.fields]\ntitle = \"string\"\n";
    let site = Files::good()
        .and("site.toml", more)
        .replace(
            "templates/page.html",
            "<h1>",
            &format!("{PAGER}<h1>").replace(" {{ one.author.title }}", ""),
        )
        .built();
    assert_eq!(pages_of(&site), ["index.html"]);
    assert!(
        site.text("index.html")
            .contains("<dt>1/1, 5 of 0</dt>\n<dd></dd>\n<dd>/ - - / /page/</dd>")
    );
}

#[test]
fn the_sitemap_knows_all_pages_and_search_the_first_unless_they_are_told_otherwise() {
    let of = |paginate: &str, key: &str| {
        let index = "content/pages/shelf/index.md";
        let site = shelf("/shelf/", paginate)
            .and("site.toml", "\n[search]\n")
            .replace(index, "+++\n\nانظر", &format!("{key}+++\n\nانظر"))
            .built();
        let pages = ["shelf/index.html", "shelf/page/2/index.html"];
        let found = site.text("search-index/index.js");
        let found = pages.map(|page| found.matches(&format!("\"{page}\"")).count());
        (site.text("sitemap.xml").matches("/shelf/").count(), found)
    };
    assert_eq!(of("3", ""), (2, [1, 0]));
    let both = "{ by = 3, sitemap = false, search = true }";
    assert_eq!(of(both, ""), (1, [1, 1]));
    let hidden = "sitemap = false\nsearch = false\n";
    assert_eq!(of("{ by = 3, search = true }", hidden), (0, [0, 0]));
}

#[test]
fn other_pages_see_no_paginator_and_the_plan_names_each_page() {
    let files = shelf("/shelf/", "2");
    let build = files.run();
    assert_eq!(build.diagnostics, []);
    let plan = build.plan.unwrap();
    let pagers = plan
        .files
        .values()
        .filter_map(|file| file.page.as_ref()?.pager());
    assert_eq!(pagers.map(|pager| pager.number).collect::<Vec<_>>(), [1, 2]);
    let of_entries = plan.files.values().filter_map(|file| file.page.as_ref());
    assert!(
        of_entries
            .filter(|page| matches!(page.subject, Subject::Entry(_)))
            .count()
            > 5
    );
    assert!(
        !files
            .built()
            .text("books/aghani/index.html")
            .contains("<dl ")
    );
}

#[test]
fn an_edit_renders_the_page_of_the_list_that_shows_it() {
    let more = "\n[collections.letters]\nurl = \"/letters/{slug}/\"\ntemplate = \"page.html\"\nindex = \"pages/home\"\npaginate = 1\n[collections.letters.fields]\ntitle = \"string\"\n";
    let letter = |site: Files, name: &str| {
        let text = format!("+++\ntitle = \"رسالة {name}\"\n+++\n\nنصها.\n");
        site.with(&format!("content/letters/{name}.md"), text)
    };
    let numbered = "{% if paginator %} {{ paginator.current_index }}{% for one in paginator.pages %} {{ one.title }}{% endfor %}{% endif %}</title>";
    let files =
        Files::good()
            .and("site.toml", more)
            .replace("templates/page.html", "</title>", numbered);
    let files = ["a", "b", "c", "d", "e"].into_iter().fold(files, letter);
    let rendered = |edited: Files| {
        let mut pipeline = Pipeline::new(Options::default());
        assert_eq!(pipeline.run(&files.snapshot()).diagnostics, []);
        let build = pipeline.run(&edited.snapshot());
        assert_eq!(build.output, edited.run().output);
        build.rendered
    };
    let middle = "content/letters/c.md";
    let retitled = files.clone().replace(middle, "رسالة c", "رسالة أخرى");
    // Its page of the list, its own, and those of its neighbours.
    assert_eq!(rendered(retitled), 4);
    assert_eq!(rendered(files.clone().and(middle, "\nفقرة.\n")), 1);
    // One more page of the list, and all others say how many there are.
    assert_eq!(rendered(letter(files.clone(), "f")), 5 + 1 + 2);
}
