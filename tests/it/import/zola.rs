//! A site after the shape of Zola's.

use warraq::import::{Files, Generator};

use super::{Site, imported};

fn site() -> Site {
    let mut site = Site::default();
    site.file(
        "config.toml",
        "base_url = \"https://example.org\"\ntitle = \"كتاب\"\ndefault_language = \"ar\"\ntaxonomies = [{ name = \"tags\", feed = true }, { name = \"notes\" }]\n[slugify]\npaths = \"safe\"\n[extra]\nx = 1\n",
    );
    site.page(
        "content/_index.md",
        "/",
        "+++\ntitle = \"الرئيسية\"\nsort_by = \"weight\"\n+++\n\nأهلا.\n",
    );
    for section in ["النحو", "docs", "notes"] {
        site.page(
            &format!("content/{section}/_index.md"),
            &format!("/{section}/"),
            "+++\ntitle = \"قسم\"\npaginate_by = 5\ntransparent = true\n+++\n",
        );
        for number in 0..18 {
            let text = format!(
                "+++\ntitle = \"درس {number}\"\ndate = 2024-0{}-11T08:00:00Z\nweight = {number}\naliases = [\"قديم/{section}/{number}\"]\n[taxonomies]\ntags = [\"نحو\", \"درس {}\"]\nnotes = [\"حاشية\"]\n[extra]\nlevel = \"{}\"\n+++\n\n[تال](@/{section}/درس-{}.md#فصل) {{{{ youtube(id=\"a-b\") }}}} {{{{ box(x=1) }}}}\n\n## فصل\n\n{{% quote(author=\"الجاحظ\") %}}\nقول\n{{% end %}}\n\n```tera\n{{{{ shown(x=1) }}}}\n```\n",
                number % 9 + 1,
                number % 4,
                ["سهل", "صعب"][number % 2],
                (number + 1) % 18
            );
            site.page(
                &format!("content/{section}/درس-{number}.md"),
                &format!("/{section}/درس-{number}/"),
                &text,
            );
        }
    }
    site.page(
        "content/docs/2024-05-06-dated.md",
        "/docs/dated/",
        "+++\ntitle = \"مؤرخ\"\n+++\n",
    );
    site.page(
        "content/docs/deep/er/_index.md",
        "/docs/deep/er/",
        "+++\ntitle = \"عميق\"\n+++\n",
    );
    site.page(
        "content/docs/own.md",
        "/own/path/",
        "+++\ntitle = \"خاص\"\npath = \"own/path\"\n+++\n",
    );
    site.page(
        "content/docs/assets/index.md",
        "/docs/assets/",
        "+++\ntitle = \"بصور\"\n+++\n\n![ص](a.png)\n",
    );
    site.file("content/docs/assets/a.png", "PNG");
    site.file("templates/page.html", "{{ page.title }}");
    site.file("sass/site.scss", "a{}");
    site.file("static/robots.txt", "User-agent: *\n");
    site
}

#[test]
fn a_site_of_zola_s_keeps_its_addresses() {
    let site = site();
    assert!(site.addresses.len() > 60);
    let redirects = [
        "/قديم/docs/3/",
        "/tags/",
        "/tags/نحو/",
        "/tags/درس-1/",
        "/notes/حاشية/",
        "/docs/assets/a.png",
        "/robots.txt",
    ];
    let (built, imported) = site.assert_moves(Generator::Zola, &redirects);
    let page = built.text("docs/درس-3/index.html");
    for part in [
        "https://www.youtube.com/watch?v=a-b",
        "box(x=1)",
        "quote(author=",
        "shown(x=1)",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let report = imported.report.written(warraq::locale::Language::Arabic);
    assert!(report.contains("`content/docs/درس-3.md:13`"), "{report}");
    let settings = String::from_utf8(imported.files["site.toml"].clone()).unwrap();
    assert!(
        settings.contains("level = \"enum(سهل|صعب)?\""),
        "{settings}"
    );
}

#[test]
fn a_section_that_leads_on_is_an_address_of_where_it_leads() {
    let settings = "title = 'Book'\nbase_url = 'https://example.org'\n";
    let section = |to: &str| {
        format!("+++\nsort_by = 'title'\nredirect_to = '{to}'\n+++\nText that nobody saw.\n")
    };
    let old = Files::from(
        [
            ("config.toml", settings.to_owned()),
            ("content/docs/_index.md", section("docs/first/")),
            ("content/docs/first/_index.md", section("/docs/first/b")),
            (
                "content/docs/gone/_index.md",
                section("https://example.com/"),
            ),
            (
                "content/docs/first/b.md",
                "+++\ntitle = 'b'\ndate = 2024-01-01\n+++\n[Up](@/docs/_index.md)\n".to_owned(),
            ),
            (
                "content/docs/first/a.md",
                "+++\ntitle = 'a'\ndate = 2023-01-01\n+++\n".to_owned(),
            ),
        ]
        .map(|(path, text)| (path.to_owned(), text.into_bytes())),
    );
    let (built, imported) = imported(Generator::Zola, &old);
    super::assert_nothing_is_forgotten(&old, &imported);
    let settings = String::from_utf8(imported.files["site.toml"].clone()).unwrap();
    // What names no language and has no Arabic is in that of the generator.
    for line in ["language = \"en\"\n", "order = [\"title\"]\n"] {
        assert!(settings.contains(line), "{line}\n{settings}");
    }
    for address in ["docs", "docs/first"] {
        let page = built.text(&format!("{address}/index.html"));
        assert!(
            page.contains("rel=\"canonical\" href=\"https://example.org/docs/first/b/\""),
            "{page}"
        );
    }
    assert!(
        built
            .text("docs/index.html")
            .contains("<h1>This page has moved</h1>")
    );
    assert!(built.text("docs/first/b/index.html").contains(">Up</a>"));
    let report = imported.report.written(warraq::locale::Language::English);
    assert!(
        report.contains("the key `redirect_to` (\"https://example.com/\")"),
        "{report}"
    );
}

#[test]
fn kinds_of_tags_are_called_in_any_script() {
    let settings = "title = 'موقع'\nbase_url = 'https://example.org'\n\
        taxonomies = [{ name = 'فئات' }, { name = 'Topics' }, { name = 'blog-tags', lang = 'fr' }]\n";
    let text = "+++\ntitle = 'أ'\n[taxonomies]\n\"فئات\" = ['نحو']\nTopics = ['x']\nblog-tags = ['y']\n+++\nنص.\n";
    let old = Files::from([
        ("config.toml".to_owned(), settings.as_bytes().to_vec()),
        ("content/a.md".to_owned(), text.as_bytes().to_vec()),
    ]);
    let (built, _) = imported(Generator::Zola, &old);
    for (folder, tag) in [("فئات", "نحو"), ("topics", "x"), ("blog-tags", "y")] {
        assert!(
            built
                .text(&format!("{folder}/{tag}/index.html"))
                .contains("أ</a>")
        );
        let list = built.text(&format!("{folder}/index.html"));
        assert!(
            list.contains(&format!("{tag}</a> (1)"))
                || list.contains(&format!("{tag}</bdi></a> (1)")),
            "{list}"
        );
    }
}
