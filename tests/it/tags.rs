//! Tags: pages that nobody writes, one for each thing that entries are about, however they spell it.

use warraq::arabic::name_key;
use warraq::pipeline::{self, Options};

use crate::site::Files;

const SETTINGS: &str = "
[collections.letters]
url = \"/letters/{slug}/\"
template = \"letter.html\"
order = \"title\"
[collections.letters.fields]
title = \"string\"
about = \"list(tag)?\"

[tags.topics]
template = \"topic.html\"
paginate = 2
";

const LETTER: &str = "{% extends \"page.html\" %}{% block main %}<dl dir=\"ltr\">{% for tag in page.about or [] %}<dd>{{ tag.title }} {{ tag.url }} {{ tag.count }}</dd>{% endfor %}</dl>{% endblock %}";

const TOPIC: &str = "{% extends \"page.html\" %}{% block main %}<dl dir=\"ltr\"><dt>{{ page.title }} {{ page.slug }} {{ page.count }}</dt>{% for one in page.pages %}<dd>{{ one.title }}</dd>{% endfor %}
{% for one in paginator.pages %}<dd>{{ paginator.current_index }}: {{ one.title }}</dd>{% endfor %}</dl>{% endblock %}";

/// The good site with letters, by their names and their tags.
fn letters(letters: &[(&str, &str)]) -> Files {
    let title = "{% if paginator and paginator.previous %} {{ paginator.current_index }}{% endif %}</title>";
    let list = "<ol>{% for topic in topics %}<li>{{ topic.url }} {{ topic.count }}{% for one in topic.pages %} {{ one.title }}{% endfor %}</li>{% endfor %}</ol>";
    let site = Files::good()
        .and("site.toml", SETTINGS)
        .with("templates/letter.html", LETTER)
        .with("templates/topic.html", TOPIC)
        .with("templates/list.html", format!("{{% extends \"page.html\" %}}{{% block main %}}<div dir=\"ltr\">{list}</div>{{% endblock %}}"))
        .with("content/pages/list.md", "+++\ntitle = \"القائمة\"\ntemplate = \"list.html\"\n+++\n")
        .replace("templates/page.html", "</title>", title);
    letters.iter().fold(site, |site, (name, tags)| {
        let text = format!("+++\ntitle = \"رسالة {name}\"\nabout = [{tags}]\n+++\n\nنصها.\n");
        site.with(&format!("content/letters/{name}.md"), text)
    })
}

fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = page.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

#[test]
fn every_tag_has_a_page_with_the_entries_that_have_it() {
    let site = letters(&[
        ("a", "\"اللغة\", \"النحو\""),
        ("b", "\"اللغة\""),
        ("c", "\"اللغة\""),
    ])
    .built();
    let first = site.text("topics/اللغة/index.html");
    let expected = "<dt>اللغة اللغة 3</dt><dd>رسالة a</dd><dd>رسالة b</dd><dd>رسالة c</dd>\n<dd>1: رسالة a</dd><dd>1: رسالة b</dd>";
    assert_eq!(between(first, "<dl dir=\"ltr\">", "</dl>"), expected);
    let second = site.text("topics/اللغة/page/2/index.html");
    assert!(second.contains("<dd>2: رسالة c</dd>") && second.contains("<title>اللغة 2</title>"));
    assert!(
        site.text("topics/النحو/index.html")
            .contains("<dt>النحو النحو 1</dt>")
    );
    let letter = site.text("letters/a/index.html");
    let tags = "<dd>اللغة /topics/اللغة/ 3</dd><dd>النحو /topics/النحو/ 1</dd>";
    assert_eq!(between(letter, "<dl dir=\"ltr\">", "</dl>"), tags);
    let list = "<li>/topics/اللغة/ 3 رسالة a رسالة b رسالة c</li><li>/topics/النحو/ 1 رسالة a</li>";
    assert_eq!(between(site.text("list/index.html"), "<ol>", "</ol>"), list);
    let encoded = "/topics/%D8%A7%D9%84%D9%84%D8%BA%D8%A9/";
    assert_eq!(site.text("sitemap.xml").matches(encoded).count(), 2);
}

#[test]
fn a_file_gives_a_tag_its_title_its_text_and_its_address_whatever_the_spelling() {
    let file =
        "+++\ntitle = \"الإعلام\"\nurl = \"/media/\"\naliases = [\"الصحافة\"]\n+++\n\nعن الإعلام.\n";
    let spellings = ["إعلام", "الاعلام", "الإِعْلَام", "الصحافة", "صحافة", "الإعلام"];
    let quoted = spellings.map(|tag| format!("\"{tag}\""));
    let named: Vec<(&str, &str)> = ["a", "b", "c", "d", "e", "f"]
        .into_iter()
        .zip(quoted.iter().map(String::as_str))
        .collect();
    let files = letters(&named).with("content/topics/i3lam.md", file);
    let build = pipeline::run(&files.snapshot(), &Options::default());
    // A title may miss a hamza, which is told of the letter.
    let codes = build.diagnostics.iter().map(|problem| problem.code);
    assert!(
        codes.clone().all(|code| code.starts_with("W7")),
        "{:?}",
        codes.collect::<Vec<_>>()
    );
    let site = Files::from(build);
    let page = site.text("media/index.html");
    assert!(
        page.contains("<dt>الإعلام i3lam 6</dt>") && page.contains("عن الإعلام."),
        "{page}"
    );
    assert_eq!(
        site.paths()
            .filter(|path| path.starts_with("topics/"))
            .count(),
        0
    );
    for name in ["a", "b", "c", "d", "e", "f"] {
        let page = format!("letters/{name}/index.html");
        assert!(
            site.text(&page).contains("<dd>الإعلام /media/ 6</dd>"),
            "{name}"
        );
    }
    // Written twice in two ways, it is had once.
    let twice = letters(&[("a", "\"الصحافة\", \"إعلام\"")])
        .with("content/topics/i3lam.md", file)
        .built();
    assert!(
        twice
            .text("letters/a/index.html")
            .contains("<dl dir=\"ltr\"><dd>الإعلام /media/ 1</dd></dl>")
    );
}

#[test]
fn of_spellings_without_a_file_the_commonest_wins_and_the_others_are_told() {
    let files = letters(&[("a", "\"اعلام\""), ("b", "\"الإعلام\""), ("c", "\"الإعلام\"")]);
    let build = files.run();
    let [problem] = &build.diagnostics[..] else {
        panic!("{:?}", build.diagnostics);
    };
    assert_eq!(problem.code, "W228");
    assert_eq!(
        problem.span.as_ref().unwrap().path.as_str(),
        "content/letters/a.md"
    );
    assert!(
        problem.notes[0]
            .to_string()
            .contains("content/letters/b.md"),
        "{:?}",
        problem.notes
    );
    let site = Files::from(build);
    let topics = site.paths().filter(|path| path.starts_with("topics/"));
    assert_eq!(
        topics.collect::<Vec<_>>(),
        ["topics/الإعلام/index.html", "topics/الإعلام/page/2/index.html"]
    );
    assert_eq!(name_key("اعلام"), name_key("الإعلام"));
}

#[test]
fn a_tag_that_lacks_a_hamza_of_another_is_told() {
    let site = letters(&[("a", "\"مؤتمر\""), ("b", "\"الموتمر\""), ("c", "\"لغة\"")]);
    let build = site.run();
    let [problem] = &build.diagnostics[..] else {
        panic!("{:?}", build.diagnostics);
    };
    let path = problem.span.as_ref().unwrap().path.as_str();
    assert_eq!((problem.code, path), ("W228", "content/letters/b.md"));
    let file = "+++\ntitle = \"الموتمر\"\n+++\n";
    let build = site.with("content/topics/b.md", file).run();
    assert!(build.diagnostics.is_empty(), "{:?}", build.diagnostics);
}

#[test]
fn tags_of_drafts_have_no_page_unless_drafts_are_built() {
    let files = letters(&[("a", "\"اللغة\"")]).with(
        "content/letters/b.md",
        "+++\ntitle = \"رسالة b\"\ndraft = true\nabout = [\"النحو\"]\n+++\n",
    );
    let has_page = |drafts| {
        let options = Options {
            drafts,
            ..Options::default()
        };
        files
            .built_with(&options)
            .paths()
            .any(|path| path == "topics/النحو/index.html")
    };
    assert!(!has_page(false) && has_page(true));
}

#[test]
fn tags_can_be_linked_to_and_lead_through_records() {
    let site = letters(&[("a", "\"اللغة\"")])
        .replace("site.toml", "[records]\n", "[records]\npart = { of = \"list(tag(topics))\" }\n")
        .replace("site.toml", "about = \"list(tag)?\"", "about = \"list(tag)?\"\nparts = \"list(part)?\"")
        .with("content/letters/b.md", "+++\ntitle = \"رسالة b\"\nparts = [{ of = [\"اللغة\", \"لغة\"] }]\n+++\n\nعن [اللغة](ref:topics/اللغة).\n")
        .with("content/topics/اللغة.md", "+++\ntitle = \"اللغة\"\n+++\n")
        .built();
    let page = site.text("topics/اللغة/index.html");
    assert!(
        page.contains("<dt>اللغة اللغة 2</dt><dd>رسالة a</dd><dd>رسالة b</dd>"),
        "{page}"
    );
    assert!(
        site.text("letters/b/index.html")
            .contains("href=\"../../topics/%D8%A7%D9%84%D9%84%D8%BA%D8%A9/index.html\"")
    );
}

#[test]
fn any_back_reference_can_be_spread() {
    let files = Files::good()
        .replace("site.toml", "template = \"author.html\"", "template = \"author.html\"\npaginate = { by = 1, list = \"books\" }")
        .replace("templates/page.html", "</title>", "{% if paginator and paginator.previous %} {{ paginator.current_index }}{% endif %}</title>")
        .replace("templates/author.html", "<ul>", "<ol>{% for book in paginator.pages %}<li>{{ book.title }}</li>{% endfor %}</ol><ul>");
    let site = files.built();
    assert!(
        site.text("authors/jahiz/index.html")
            .contains("<ol><li>البخلاء</li></ol>")
    );
    assert!(
        site.text("authors/jahiz/page/2/index.html")
            .contains("<ol><li>الحيوان</li></ol>")
    );
    assert!(
        !site
            .paths()
            .any(|path| path.starts_with("authors/isfahani/page/"))
    );
}

#[test]
fn every_tag_has_a_feed_of_its_entries_and_its_page_names_it() {
    let site = letters(&[("a", "\"اللغة\""), ("b", "\"اللغة\""), ("c", "\"C++\"")])
        .replace("site.toml", "about = \"list(tag)?\"", "about = \"list(tag)?\"\nday = \"date?\"")
        .replace("content/letters/a.md", "title =", "day = 2025-03-01\ntitle =")
        .replace("content/letters/b.md", "title =", "day = 2025-03-02\ntitle =")
        .and("site.toml", "[tags.topics.feed]\ndate = \"day\"\nsummary = \"summary\"\n")
        .replace(
            "templates/page.html",
            "<link rel=\"canonical\"",
            "{% for feed in page.feeds %}<link rel=\"alternate\" type=\"{{ feed.type }}\" title=\"{{ feed.title }}\" href=\"{{ feed.url }}\">{% endfor %}<link rel=\"canonical\"",
        );
    let built = site.built();
    let atom = built.text("topics/اللغة/feed.atom");
    assert_eq!(between(atom, "<title>", "</title>"), "رف الكتب: اللغة");
    let [newer, older] = ["b", "a"].map(|name| atom.find(&format!("/letters/{name}/</id>")));
    assert!(newer.is_some() && newer < older, "{atom}");
    assert!(atom.contains("<summary>نصها.</summary>"), "{atom}");
    // An entry without a day is in none, and there is a feed all the same.
    assert!(!built.text("topics/c/feed.json").contains("/letters/"));
    let head = built.text("topics/c/index.html");
    for kind in ["atom", "json"] {
        let link = format!("title=\"رف الكتب: \u{2066}C++\u{2069}\" href=\"feed.{kind}\">");
        assert!(head.contains(&link), "{head}");
    }
    assert!(!built.text("letters/a/index.html").contains("alternate"));

    let named = "[tags.topics.feed]\ntitle = \"الجديد في {title}\"\npath = \"خلاصة\"";
    let built = site
        .replace("site.toml", "[tags.topics.feed]", named)
        .built();
    let json = built.text("topics/اللغة/خلاصة.json");
    assert_eq!(between(json, "\"title\": \"", "\""), "الجديد في اللغة");
}

#[test]
fn titles_that_are_alike_are_told_once_for_all_lists_of_a_template() {
    let two = "\"اللغة\", \"النحو\"";
    let site = letters(&[("a", two), ("b", two), ("c", two)]).replace(
        "templates/page.html",
        "{% if paginator and paginator.previous %} {{ paginator.current_index }}{% endif %}",
        "",
    );
    let build = site.run();
    let [problem] = &*build.diagnostics else {
        panic!("{:?}", build.diagnostics)
    };
    assert_eq!(problem.code, "W227");
    let others = problem.notes.last().unwrap().to_string();
    assert_eq!(others, "so have pages of one more list");
}
