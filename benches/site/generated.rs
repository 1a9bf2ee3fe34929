//! A large Arabic site, the same every time: sections, pages with a reference and a list, prose of common words.

use std::fs;
use std::path::Path;

/// Words of an Arabic page, separated by spaces: about 400, as the peers' benchmark sites have.
const WORDS_A_PAGE: usize = 400;
const SECTIONS: usize = 10;

const WORDS: &str = "في من على إلى عن مع بعد قبل كما هذا هذه ذلك التي الذي كان يكون العمل الكتاب المدينة الطريق \
    العلم الناس البيت الماء النور التاريخ اللغة الكلمة الحرف الورق الحبر القلم الخط النسخ التجليد المكتبة القارئ \
    الكاتب الباب السوق الصانع القديم الجديد الكبير الصغير الجميل الطويل القصير وقد ثم أو لكن حيث عندما كل بعض \
    يقرأ يكتب ينسخ يحفظ يعرف يذهب يعود يصل يبدأ ينتهي فاس مراكش القيروان بغداد دمشق القاهرة قرطبة الرباط";

const CONFIG: &str = r#"
[site]
title = "موقع كبير"
description = "موقع مولد للقياس"
base_url = "https://large.example/"
language = "ar-MA"

[collections.sections]
url = "/{slug}/"
template = "section.html"
order = "order"
[collections.sections.fields]
title = "string"
order = "int"
[collections.sections.backrefs]
articles = { from = "articles.section" }

[collections.articles]
url = "/articles/{slug}/"
template = "article.html"
order = "order"
siblings = "section"
[collections.articles.fields]
title = "string"
description = "string"
date = "date"
order = "int"
section = "ref(sections)"
keywords = "list(string)"

[plurals]
article = { zero = "لا صفحات", one = "صفحة واحدة", two = "صفحتان", few = "{n} صفحات", many = "{n} صفحة", other = "{n} صفحة" }

[[menus.main]]
label = "القسم الأول"
ref = "sections/s0"
"#;

const BASE: &str = r#"<!doctype html>
<html lang="{{ site.language }}" dir="{{ site.direction }}">
<head>
<meta charset="utf-8">
<title>{{ page.title }} | {{ site.title }}</title>
<link rel="canonical" href="{{ page.permalink }}">
<link rel="stylesheet" href="{{ asset(path="site.css") }}">
</head>
<body>
<nav>{% for item in site.menus.main %}<a href="{{ item.url }}">{{ item.label }}</a>{% endfor %}</nav>
<main>
<h1>{{ page.title }}</h1>
{% block main %}{% endblock %}
</main>
</body>
</html>
"#;

const ARTICLE: &str = r#"{% extends "base.html" %}
{% block main %}
<p><time datetime="{{ page.date }}">{{ page.date | date }}</time> <a href="{{ page.section.url }}">{{ page.section.title }}</a></p>
<ul>{% for keyword in page.keywords %}<li>{{ keyword }}</li>{% endfor %}</ul>
{{ page.content }}
<p>{% if page.prev %}<a href="{{ page.prev.url }}">{{ page.prev.title }}</a>{% endif %}
{% if page.next %}<a href="{{ page.next.url }}">{{ page.next.title }}</a>{% endif %}</p>
{% endblock %}
"#;

const SECTION: &str = r#"{% extends "base.html" %}
{% block main %}
<p>{{ page.articles | length | plural(of="article") }}</p>
<ul>{% for article in page.articles %}<li><a href="{{ article.entry.url }}">{{ article.entry.title }}</a></li>{% endfor %}</ul>
{% endblock %}
"#;

/// Writes a site of `pages` articles into `folder`.
pub(crate) fn write(folder: &Path, pages: usize) -> std::io::Result<()> {
    let file = |path: &str, text: &str| fs::write(folder.join(path), text);
    for name in ["content/sections", "content/articles", "templates/assets"] {
        fs::create_dir_all(folder.join(name))?;
    }
    file("site.toml", CONFIG)?;
    file("templates/base.html", BASE)?;
    file("templates/article.html", ARTICLE)?;
    file("templates/section.html", SECTION)?;
    file(
        "templates/assets/site.css",
        "body { margin-inline: auto; max-inline-size: 38rem }\n",
    )?;
    for section in 0..SECTIONS {
        let text = format!(
            "+++\ntitle = \"القسم {section}\"\nslug = \"s{section}\"\norder = {section}\n+++\n"
        );
        file(&format!("content/sections/s{section}.md"), &text)?;
    }
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut random = Random(1);
    for page in 0..pages {
        let mut say = |count: usize| {
            let words: Vec<&str> = (0..count)
                .map(|_| words[random.below(words.len())])
                .collect();
            words.join(" ")
        };
        let mut text = format!(
            "+++\ntitle = \"{}\"\nslug = \"a{page}\"\ndescription = \"{}\"\ndate = 2025-{:02}-{:02}\norder = {page}\n\
             section = \"s{}\"\nkeywords = [\"{}\", \"{}\", \"{}\"]\n+++\n",
            say(4),
            say(12),
            page % 12 + 1,
            page % 28 + 1,
            page % SECTIONS,
            say(1),
            say(1),
            say(1),
        );
        for part in 0..5 {
            let other = (page * 7 + part) % pages;
            text.push_str(&format!(
                "\n## {}\n\n{} **{}** {}.\n",
                say(3),
                say(30),
                say(2),
                say(8)
            ));
            text.push_str(&format!(
                "\n{} [{}](ref:articles/a{other}) {}.\n",
                say(15),
                say(2),
                say(WORDS_A_PAGE / 5 - 60)
            ));
        }
        file(&format!("content/articles/a{page}.md"), &text)?;
    }
    Ok(())
}

/// The linear congruential generator of Numerical Recipes: the same words on every machine.
struct Random(u32);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }
}
