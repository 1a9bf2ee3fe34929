//! A site after the shape of Hugo's, with all that people write.

use warraq::import::{Files, Generator};
use warraq::locale::Language;

use super::{Site, imported};

/// Dates as people write them.
const DATES: [&str; 8] = [
    "2024-03-05",
    "2024-03-05T10:20:30+01:00",
    "2024-03-05 10:20:30 +0100",
    "\"2024-03-05\"",
    "2024/03/05",
    "\"March 5, 2024\"",
    "\"Tue, 05 Mar 2024 08:00:00 GMT\"",
    "05-03-2024",
];

pub(super) fn site() -> Site {
    let mut site = Site::default();
    site.file(
        "config.yaml",
        "baseURL: https://example.org/blog\nlanguageCode: ar-MA\ndefaultContentLanguage: ar\nlanguages:\n  ar:\n    weight: 1\n  fr:\n    weight: 2\ntitle: \"مدونة: تجربة\"\npermalinks:\n  posts: /:year/:month/:slug/\nparams:\n  description: وصف\nmenu:\n  main:\n    - name: المقالات\n      url: /posts/\n      weight: 2\n    - identifier: out\n      name: خارج\n      url: https://example.com/\n      weight: 1\n    - name: مفقود\n      url: /missing/\n",
    );
    for number in 0..32 {
        let date = DATES[number % DATES.len()];
        let end = if number % 3 == 0 { "\r\n" } else { "\n" };
        let mark = if number % 5 == 0 { "\u{FEFF}" } else { "" };
        let tags = [
            "[برمجة, لغة]",
            "لغة",
            "[]",
            "[\"C++\", 'C#', إعلام]",
            "[الإعلام]",
        ][number % 5];
        let text = format!(
            "{mark}---\ntitle: \"مقال {number}: أول\"\ndate: {date}\ntags: {tags}\ncategories: [قسم]\nauthor: نور\nrating: {number}\ndraft: false\ncover:\n  image: /img/a.png\n  alt: صورة\naliases:\n  - /old/{number}\n  - other-{number}.html\n---\n\nنص [سابق]({{{{< relref \"post-{}.md\" >}}}}) و[مكسور](/nowhere/{number}) و{{{{< badge \"جديد\" >}}}}.\n\n<!--more-->\n\n{{{{% warning %}}}}\nانتبه\n{{{{% /warning %}}}}\n\n```go\n{{{{< raw >}}}} := \"{{{{</* shown */>}}}}\"\n```\n\n<div class=\"box\" style=\"color:red\">خام</div>\n",
            (number + 1) % 32
        );
        let path = format!("content/posts/Post-{number}.md");
        site.page(
            &path,
            &format!("/2024/03/post-{number}/"),
            &text.replace('\n', end),
        );
    }
    for (number, name) in ["مقدمة", "فصل أول", "خَاتِمَة", "with spaces", "v1.2"]
        .iter()
        .enumerate()
    {
        let slug = name.replace(' ', "-");
        let text = format!(
            "+++\ntitle = 'فصل'\nweight = {number}\nlastmod = 2024-01-02T00:00:00Z\n[params]\nlevel = 'سهل'\n+++\n\n![شكل](pic.png)\n\n\tشفرة\tبجدولة\n"
        );
        site.page(
            &format!("content/docs/guide/{name}/index.md"),
            &format!("/docs/guide/{slug}/"),
            &text,
        );
        site.file(&format!("content/docs/guide/{name}/pic.png"), "PNG");
        let json = format!(
            "{{\n  \"title\": \"واجهة {number}\",\n  \"weight\": {number},\n  \"toc\": true, \"id\": {number}\n}}\nنص \\{{\n"
        );
        site.page(
            &format!("content/docs/api/v{number}/call.md"),
            &format!("/docs/api/v{number}/call/"),
            &json,
        );
        site.page(
            &format!("content/docs/api/v{number}/_index.md"),
            &format!("/docs/api/v{number}/"),
            "---\ntitle: نسخة\n---\n",
        );
    }
    site.page(
        "content/docs/_index.md",
        "/docs/",
        "---\ntitle: الأدلة\nlinkTitle: أدلة\nmenu:\n  main:\n    weight: 5\n---\n",
    );
    site.page(
        "content/about.md",
        "/about/",
        "---\ntitle: عني\nmenu: main\n---\n\nأنا.\n",
    );
    site.page(
        "content/contact/index.md",
        "/contact/",
        "---\ntitle: اتصال\n---\n\n![خريطة](map.svg)\n",
    );
    site.file(
        "content/contact/map.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
    );
    site.page(
        "content/odd.md",
        "/somewhere/else.html",
        "---\nurl: /somewhere/else.html\n---\n# عنوان من النص\n\nنص.\n",
    );
    site.page("content/مقالات/jquery.min.md", "/مقالات/jquery.min/", "نص.\n");
    site.page("content/مقالات/اثنان.ar.md", "/مقالات/اثنان/", "نص.\n");
    site.page("content/مقالات/واحد.md", "/مقالات/واحد/", "نص بلا ترويسة.\n");
    site.page(
        "content/مقالات/About.fr.md",
        "/fr/مقالات/about/",
        "---\ntitle: À propos\n---\n",
    );
    site.file("content/broken.md", "---\ntitle: \"لم تغلق\n---\nنص\n");
    site.file(
        "content/posts/draft.md",
        "---\ntitle: مسودة\ndate: 2024-01-01\ndraft: true\n---\n",
    );
    site.page(
        "content/tags/إعلام/_index.md",
        "/tags/إعلام/",
        "---\ntitle: الإعلام\n---\n\nعن الإعلام.\n",
    );
    others(&mut site);
    site
}

/// Files that are no pages.
fn others(site: &mut Site) {
    for (path, text) in [
        ("content/notes.org", "* org"),
        ("static/img/a.png", "PNG"),
        ("static/.htaccess", "x"),
        (
            "static/img/drawn.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><style>@import url(https://fonts.example.net/css?x);</style></svg>",
        ),
        ("static/broken.css", "a { color: red; /* b }\n"),
        (
            "static/old.css",
            "a { background: url(../img/none.png) }\nb { background: url(img/a.png), url(\"none.svg\") }\n",
        ),
        ("layouts/_default/single.html", "{{ .Title }}"),
        ("layouts/shortcodes/badge.html", "x"),
        ("themes/paper/theme.toml", "x"),
        ("archetypes/default.md", "---\n---\n"),
        ("i18n/ar.toml", "x"),
        ("assets/scss/main.scss", "a{}"),
        ("data/team.json", "[]"),
        ("data/notes.txt", "x"),
        ("README.md", "x"),
    ] {
        site.file(path, text);
    }
}

#[test]
fn a_site_of_hugo_s_keeps_its_addresses() {
    let site = site();
    assert!(site.addresses.len() > 50);
    let redirects = [
        "/old/7/",
        "/posts/other-7.html",
        "/posts/",
        "/tags/",
        "/categories/",
        "/tags/برمجة/",
        "/docs/guide/مقدمة/pic.png",
        "/contact/map.svg",
        "/img/a.png",
    ];
    let (built, imported) = site.assert_moves(Generator::Hugo, &redirects);
    let report = imported.report.written(warraq::locale::Language::English);
    for told in [
        "- the shortcode `badge` is shown as code: write what it printed: 32\n  - `content/posts/Post-0.md:17`\n  - `content/posts/Post-1.md:17`\n",
        "- the shortcode `raw` is shown as code: write what it printed: 32\n  - `content/posts/Post-0.md:26`\n",
        "`layouts/shortcodes/badge.html`: a template",
        "the menu item `مفقود` leads to /missing/",
        "`content/broken.md:1`: the front matter cannot be read",
        "the key `toc` is called `toc_`",
        "`static/broken.css`: a style sheet that cannot be read",
        "`templates/assets/root/old.css:2`: the style sheet asks for nothing here",
    ] {
        assert!(report.contains(told), "{told}\n{report}");
    }
    let page = built.text("2024/03/post-1/index.html");
    for part in [
        "badge",
        "post-2/",
        "style=\"color:red\"",
        "{{&lt; shown &gt;}}",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let settings = String::from_utf8(imported.files["site.toml"].clone()).unwrap();
    for declared in [
        "url = \"/{date.year}/{date.month}/{slug}/\"",
        "rating = \"int?\"",
        "tags = \"list(tag(tags))?\"",
        "cover = \"posts_cover?\"",
        "[records.posts_cover]",
        "language = \"ar-MA\"",
        "lastmod = \"date?\"",
        "level = \"string?\"",
    ] {
        assert!(settings.contains(declared), "{declared}\n{settings}");
    }
}

#[test]
fn a_file_at_the_address_of_a_page_is_left_and_told() {
    for (generator, name, text) in [
        (Generator::Hugo, "static/a/index.html", "content/a.md"),
        (Generator::Hugo, "static/INDEX.html", "content/a.md"),
        (Generator::Markdown, "index.html", "a.md"),
    ] {
        let old = Files::from([
            (text.to_owned(), "# أ\n\nنص.\n".as_bytes().to_vec()),
            (name.to_owned(), b"<p>x</p>".to_vec()),
        ]);
        let (built, imported) = imported(generator, &old);
        assert!(built.text("a/index.html").contains("نص."));
        let report = imported.report.written(Language::English);
        assert!(
            report.contains(&format!("- `{name}`: the new site cannot")),
            "{report}"
        );
    }
}

#[test]
fn what_was_not_published_is_a_draft() {
    for said in ["published: false", "draft: true", "Published: false"] {
        let text = format!("---\ntitle: س\n{said}\n---\nنص.\n");
        let old = Files::from([("content/a.md".to_owned(), text.into_bytes())]);
        let (built, _) = imported(Generator::Hugo, &old);
        assert!(!built.has("a/index.html"), "{said}");
    }
}
