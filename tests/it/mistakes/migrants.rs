//! What somebody writes who comes from another generator, out of habit.

use super::Mend::Hint;
use super::Mistake;
use super::strangers::{slip, then};

const CONFIG: &str = "site.toml";
const COPYING: &str = "content/terms/copying.md";
const HOME: &str = "templates/home.html";
const NEWS: &str = "templates/news.html";
const SHEET: &str = "templates/assets/css/site.css";
const TERM: &str = "templates/term.html";

const TITLE: &str = "{{ page.title | bidi }}</h1>";

#[rustfmt::skip]
pub(super) const MISTAKES: &[Mistake] = &[
    slip("the site as Zola calls it", [HOME, "{{ site.title | bidi_text }}", "{{ config.title | bidi_text }}"],
        "E408", "config", ["nothing is called", "لا شيء هنا اسمه"], Hint),
    slip("a field among those of Zola's extra", [TERM, TITLE, "{{ page.extra.title | bidi }}</h1>"],
        "E408", "extra.title", ["`extra`", "`extra`"], Hint),
    slip("a list of the site as Jekyll has it", [NEWS, "in news %}", "in site.news %}"],
        "E408", "site.news", ["`news`", "`news`"], Hint),
    slip("a list of Eleventy's collections", [NEWS, "in news %}", "in collections.news %}"],
        "E408", "collections.news", ["`collections`", "`collections`"], Hint),
    slip("the title alone", [TERM, TITLE, "{{ title | bidi }}</h1>"],
        "E408", "title", ["`title`", "`title`"], Hint),
    slip("three braces as in Mustache", [TERM, "{{ page.content }}", "{{{ page.content }}}"],
        "E401", "{{{ page.content }}}", ["another language", "لغة قوالب أخرى"], Hint),
    slip("a tag of EJS", [TERM, "{{ page.content }}", "<%= page.content %>"],
        "E401", "<%= page.content %>", ["another language", "لغة قوالب أخرى"], Hint),
    slip("a list that a filter prints", [TERM, "{{ page.content }}", "{{ page.content }}{{ terms | sort(attribute=\"order\") }}"],
        "E402", "sort", ["printed as a text", "نص"], then(&["{% for … %}"], [TERM, "{{ terms | sort(attribute=\"order\") }}", ""])),
    slip("an import of components", [TERM, "{% block main %}", "{% import \"macros.html\" as m %}{% block main %}"],
        "E401", "import", ["another language", "لغة قوالب أخرى"],
        then(&["leave it out|احذفه"], [TERM, "{% import \"macros.html\" as m %}", ""])),
    slip("a function of Zola's for addresses", [TERM, TITLE, "{{ page.title | bidi }}</h1><a href=\"{{ get_url(path=\"/about/\") }}\">س</a>"],
        "E401", "get_url", ["get_url", "get_url"], then(&["/about/"], [TERM, "{{ get_url(path=\"/about/\") }}", "/about/"])),
    slip("the limit of a loop as in Liquid", [NEWS, "in news %}", "in news limit:9 %}"],
        "E401", "news limit:9", ["limit:", "limit:"], Hint),
    slip("a comment as in Liquid", [TERM, "{{ page.content }}", "{% comment %}س{% endcomment %}{{ page.content }}"],
        "E401", "comment", ["comment", "comment"], then(&["{# … #}"], [TERM, "{% comment %}س{% endcomment %}", "{# س #}"])),
    slip("the language of the site as Hugo has it", [CONFIG, "[site]\n", "languageCode = \"ar\"\n[site]\n"],
        "E102", "languageCode", ["languageCode", "languageCode"], then(&["`language`"], [CONFIG, "languageCode = \"ar\"\n", ""])),
    slip("a key of the site without its table", [CONFIG, "[site]\n", "author = \"س\"\n[site]\n"],
        "E102", "author", ["author", "author"], then(&["`[site]`"], [CONFIG, "author = \"س\"\n[site]\n", "[site]\nauthor = \"س\"\n"])),
    slip("a collection that is sorted as in Zola", [CONFIG, "order = \"-date\"", "sort_by = \"-date\""],
        "E102", "sort_by", ["sort_by", "sort_by"], Hint),
    slip("old addresses as in Hugo", [COPYING, "order = 1", "order = 1\naliases = [\"/copying/\"]"],
        "E102", "aliases", ["aliases", "aliases"], Hint),
    slip("the day of a change as in Hugo", [COPYING, "order = 1", "order = 1\nlastmod = 2025-01-01"],
        "E102", "lastmod", ["lastmod", "lastmod"], Hint),
    slip("a field that nobody declared", [COPYING, "order = 1", "order = 1\nmood = \"س\""],
        "E102", "mood", ["mood", "mood"],
        then(&["mood = \"string?\""], [CONFIG, "order = \"int\"", "order = \"int\"\nmood = \"string?\""])),
    slip("a rule of Tailwind", [SHEET, "dt { font-weight: 700 }", "dt { @apply font-bold; }"],
        "E405", "@apply", ["Tailwind", "Tailwind"], then(&["CSS"], [SHEET, "dt { @apply font-bold; }", "dt { font-weight: 700 }"])),
];
