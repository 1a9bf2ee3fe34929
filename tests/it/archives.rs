//! Years and months: pages that nobody writes, one for each in which there is an entry.

use crate::site::Files;

const SETTINGS: &str = "
[collections.letters]
url = \"/letters/{slug}/\"
template = \"page.html\"
order = [\"-day\"]
[collections.letters.fields]
title = \"string\"
day = \"date?\"

[archives.years]
from = [\"letters.day\", \"books.printed\"]
by = \"year\"
url = \"/{year}/\"
template = \"period.html\"

[archives.months]
from = \"letters.day\"
url = \"/{year}/{month}/\"
template = \"period.html\"
index = \"pages/list\"
paginate = 2
";

const PERIOD: &str = "{% extends \"page.html\" %}{% block main %}<dl dir=\"ltr\"><dt>{{ page.slug }} {{ page.year }} {{ page.month or \"-\" }} {{ page.date }} {{ page.count }}</dt>\
    {% for one in page.pages %}<dd>{{ one.id }}</dd>{% endfor %}\
    {% for one in [month for month in months if month.year == page.year] %}<dd>{{ one.title }} {{ one.url }}</dd>{% endfor %}\
    {% if page.next %}<dd>{{ page.next.title }}</dd>{% endif %}</dl>{% endblock %}";

/// The good site with letters of these days.
fn letters(days: &[&str]) -> Files {
    let title = "{% if paginator and paginator.previous %} {{ paginator.current_index }}{% endif %}</title>";
    let list = "{% extends \"page.html\" %}{% block main %}{% for month in months %}<li>{{ month.title }}: {{ month.count }}</li>{% endfor %}{% endblock %}";
    let site = Files::good()
        .and("site.toml", SETTINGS)
        .with("templates/period.html", PERIOD)
        .with("templates/list.html", list)
        .with(
            "content/pages/list.md",
            "+++\ntitle = \"القائمة\"\ntemplate = \"list.html\"\n+++\n",
        )
        .replace("templates/page.html", "</title>", title);
    days.iter()
        .zip(1..)
        .fold(site, |site, (day, number): (_, u8)| {
            let text = format!("+++\ntitle = \"رسالة {number}\"\n{day}\n+++\n\nنصها.\n");
            site.with(&format!("content/letters/{number}.md"), text)
        })
}

fn list<'a>(site: &'a Files, path: &str) -> &'a str {
    let (_, rest) = site.text(path).split_once("<dl dir=\"ltr\">").unwrap();
    rest.split_once("</dl>").unwrap().0
}

#[test]
fn every_year_and_month_has_a_page_with_its_entries_newest_first() {
    let days = [
        "day = 2025-03-02",
        "day = 2025-03-30",
        "day = 2024-11-24",
        "",
        "day = 2025-03-09",
    ];
    let site = letters(&days).built();
    assert_eq!(
        list(&site, "2025/index.html"),
        "<dt>2025 2025 - 2025-01-01 3</dt><dd>letters/2</dd><dd>letters/5</dd><dd>letters/1</dd>\
         <dd>مارس 2025 /2025/03/</dd><dd>2024</dd>"
    );
    assert_eq!(
        list(&site, "2025/03/index.html"),
        "<dt>2025-03 2025 03 2025-03-01 3</dt><dd>letters/2</dd><dd>letters/5</dd><dd>letters/1</dd>\
         <dd>مارس 2025 /2025/03/</dd><dd>نونبر 2024</dd>"
    );
    // Entries of several collections; and months are in lists, with the names of ar-MA.
    assert!(list(&site, "1816/index.html").contains("<dd>books/kalila</dd>"));
    assert!(
        site.text("list/index.html")
            .contains("<li>مارس 2025: 3</li><li>نونبر 2024: 1</li>")
    );
    let second = site.text("2025/03/page/2/index.html");
    assert!(second.contains("<title>مارس 2025 2</title>"), "{second}");
    assert!(
        site.text("sitemap.xml")
            .contains("https://shelf.example/2025/03/</loc>")
    );
}

#[test]
fn names_and_digits_are_those_of_the_language() {
    let site = letters(&["day = 2025-11-24"])
        .replace("site.toml", "ar-MA", "ar-EG")
        .built();
    assert!(
        site.text("list/index.html")
            .contains("<li>نوفمبر ٢٠٢٥: 1</li>")
    );
    assert!(site.text("2025/index.html").contains("<title>٢٠٢٥</title>"));
}

#[test]
fn a_file_gives_a_month_a_text_and_references_lead_to_it() {
    let site = letters(&["day = 2025-03-02"])
        .with(
            "content/months/2025-03.md",
            "+++\ntitle = \"شهر الافتتاح\"\n+++\n\nفيه فُتح الدفتر.\n",
        )
        .and(
            "content/books/bukhala.md",
            "\nانظر [الشهر](ref:months/2025-03) و[السنة](ref:years/2025).\n",
        )
        .built();
    let page = site.text("2025/03/index.html");
    assert!(
        page.contains("<title>شهر الافتتاح</title>") && page.contains("فيه فُتح"),
        "{page}"
    );
    assert!(list(&site, "2025/03/index.html").contains("<dd>letters/1</dd>"));
    let book = site.text("books/bukhala/index.html");
    assert!(
        book.contains("../../2025/03/index.html") && book.contains("../../2025/index.html"),
        "{book}"
    );
}

#[test]
fn a_year_has_a_feed_of_its_entries_below_its_page() {
    let days = ["day = 2025-03-02", "day = 2024-11-24", "day = 2025-07-30"];
    let feed = "\n[archives.years.feed]\ndate = \"day\"\nlimit = 1\n";
    let links = "{% for feed in page.feeds %}<link rel=\"alternate\" type=\"{{ feed.type }}\" href=\"{{ feed.url }}\">{% endfor %}</head>";
    let files =
        letters(&days)
            .and("site.toml", feed)
            .replace("templates/page.html", "</head>", links);
    let site = files.built();
    let json = site.text("2025/feed.json");
    assert!(
        json.contains("رسالة 3") && !json.contains("رسالة 1"),
        "{json}"
    );
    assert!(json.contains("https://shelf.example/2025/"), "{json}");
    assert!(site.text("2024/feed.atom").contains("رسالة 2"));
    assert!(!site.has("2025/03/feed.json"));
    let page = site.text("2025/index.html");
    assert!(
        page.contains("href=\"feed.atom\"") && page.contains("href=\"feed.json\""),
        "{page}"
    );
    let wrong = files.replace(
        "site.toml",
        "date = \"day\"\nlimit",
        "date = \"wrote\"\nlimit",
    );
    let codes: Vec<_> = wrong.run().diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["E102"]);
}

#[test]
fn an_address_that_tells_no_entries_apart_is_told_where_its_pattern_is() {
    let days = ["day = 2025-03-02", "day = 2025-03-30", "day = 2024-11-24"];
    let site = letters(&days);
    for (pattern, count) in [
        // Two are in one month, and each month has a page of its own.
        ("/{day.year}/{day.month}/", 3),
        ("/letters/{day.year}/{day.month}/", 2),
        ("/letters/", 3),
    ] {
        let right = format!("{pattern}{{slug}}/");
        let written = |pattern: &str| {
            site.clone().replace(
                "site.toml",
                "url = \"/letters/{slug}/\"",
                &format!("url = \"{pattern}\""),
            )
        };
        let site = written(pattern);
        let build = site.run();
        let [problem] = &*build.diagnostics else {
            panic!("{:?}", build.diagnostics)
        };
        let span = problem.span.as_ref().unwrap();
        assert_eq!(
            &site.text("site.toml")[span.range.clone()],
            format!("\"{pattern}\"")
        );
        let said = problem.message.to_string();
        assert!(said.contains(&count.to_string()), "{said}");
        let hint = problem.hint.as_ref().unwrap().to_string();
        assert_eq!(hint, format!("write `{right}`"));
        written(&right).built();
    }
}

#[test]
fn what_stands_at_the_address_of_a_period_is_told_once_and_by_its_name() {
    let site = letters(&["day = 2025-03-02", "url = \"/2025/03/\""]);
    let card = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"/>";
    let site = site
        .and("site.toml", "\n[cards]\ntemplate = \"card.svg\"\n")
        .with("templates/card.svg", card);
    let build = site.run();
    let told: Vec<_> = build.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(told, ["E206"]);
    let note = build.diagnostics[0].notes[0].to_string();
    assert_eq!(note, "the other is content/letters/2.md");
    assert_eq!(
        build.diagnostics[0].span.as_ref().unwrap().path.to_string(),
        "site.toml"
    );
}
