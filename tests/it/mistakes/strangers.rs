//! Slips of somebody who knows other programs, and of somebody who knows none.

use super::Edit::Text;
use super::Mend::{self, Hint, Named};
use super::Mistake;
use super::Site::Starter;

const ABOUT: &str = "content/pages/about.md";
const BASE: &str = "templates/base.html";
const BINDING: &str = "content/terms/binding.md";
const CONFIG: &str = "site.toml";
const COPYING: &str = "content/terms/copying.md";
const HOME: &str = "templates/home.html";
const NEWS: &str = "templates/news.html";
const OPENING: &str = "content/news/opening.md";
const TERM: &str = "templates/term.html";

/// A slip in a file: what stands there, what is written instead, and what has to be said of it.
pub(super) const fn slip(
    name: &'static str,
    [file, from, to]: [&'static str; 3],
    code: &'static str,
    place: &'static str,
    cause: [&'static str; 2],
    mend: Mend,
) -> Mistake {
    Mistake {
        name,
        site: Starter,
        slip: Text(file, from, to),
        code,
        place,
        cause,
        mend,
    }
}

/// What somebody writes instead, who is told what by one of these words.
pub(super) const fn then(words: &'static [&'static str], edit: [&'static str; 3]) -> Mend {
    let [file, from, to] = edit;
    Named(words, Text(file, from, to))
}

#[rustfmt::skip]
pub(super) const MISTAKES: &[Mistake] = &[
    slip("a sign of equality of full width", [COPYING, "order = 1", "order ＝ 1"],
        "E101", "＝", ["equality", "مساواة"], Hint),
    slip("a key in Arabic", [COPYING, "order = 1", "الترتيب = 1"],
        "E101", "الترتيب", ["no key", "مفتاحا"], then(&["order"], [COPYING, "الترتيب = 1", "order = 1"])),
    slip("a key with a Cyrillic letter", [COPYING, "order = 1", "оrder = 1"],
        "E101", "оrder", ["no key", "مفتاحا"], Hint),
    slip("a mark of direction before a key", [COPYING, "order = 1", "\u{200F}order = 1"],
        "E101", "\u{200F}", ["U+200F", "U+200F"], Hint),
    slip("a day with long dashes", [OPENING, "2025-11-24", "2025–11–24"],
        "E101", "2025–11–24", ["hyphen", "الشرطة"], Hint),
    slip("a list between round brackets", [COPYING, "[\"collation\"]\n", "(\"collation\")\n"],
        "E101", "(\"collation\")", ["list", "القائمة"], Hint),
    slip("a list as one string with commas", [BINDING, "[\"copying\", \"collation\"]", "\"copying, collation\""],
        "E104", "\"copying, collation\"", ["list", "قائمة"], Hint),
    slip("a string over two lines", [COPYING, "كتابة نسخة من الأصل", "كتابة نسخة\nمن الأصل"],
        "E101", "\"النسخ في عمل الوراق: كتابة نسخة\nمن الأصل سطرا بعد سطر.\"", ["next line", "السطر التالي"], Hint),
    slip("a heading among fields", [COPYING, "order = 1", "[extra]\norder = 1"],
        "E102", "extra", ["`order`", "`order`"], then(&["heading|رأس"], [COPYING, "[extra]\n", ""])),
    slip("words before the front matter", [COPYING, "+++\ntitle", "مرحبا\n+++\ntitle"],
        "E107", "مرحبا", ["before", "يسبق"], then(&["+++"], [COPYING, "مرحبا\n", ""])),
    slip("a misspelt key of a citation", [COPYING, "quote = [", "quotes = ["],
        "E102", "quotes", ["quotes", "quotes"], Hint),
    slip("a paragraph without its letter", [COPYING, "(cite:p2)", "(cite:2)"],
        "E302", "cite:2", ["cite:2", "cite:2"], Hint),
    slip("a slug with a capital letter", [COPYING, "order = 1", "order = 1\nslug = \"Copying\""],
        "E105", "\"Copying\"", ["slug", "slug"], then(&["copying"], [COPYING, "\"Copying\"", "\"copying\""])),
    slip("the slug of another entry", [COPYING, "order = 1", "order = 1\nslug = \"binding\""],
        "E202", "\"binding\"", ["terms/binding", "terms/binding"], then(&["slug"], [COPYING, "\nslug = \"binding\"", ""])),
    slip("a relative address of an entry", [ABOUT, "+++\ntitle", "+++\nurl = \"about\"\ntitle"],
        "E207", "\"about\"", ["about", "about"], Hint),
    slip("a type of another program", [CONFIG, "order = \"int\"", "order = \"integer\""],
        "E105", "integer", ["integer", "integer"], Hint),
    slip("a question mark before a type", [CONFIG, "\"list(ref(terms))?\"", "\"?list(ref(terms))\""],
        "E105", "?list(ref(terms))", ["field type", "نوع حقل"], Hint),
    slip("a bracket too few in a type", [CONFIG, "\"list(ref(terms))?\"", "\"list(ref(terms)?\""],
        "E105", "list(ref(terms)?", ["field type", "نوع حقل"], Hint),
    slip("a list between square brackets as a type", [CONFIG, "\"list(paragraph)\"", "\"[paragraph]\""],
        "E105", "[paragraph]", ["field type", "نوع حقل"], Hint),
    slip("the folder of templates in a name", [CONFIG, "\"term.html\"", "\"templates/term.html\""],
        "E403", "templates/term.html", ["templates/term.html", "templates/term.html"], Hint),
    slip("an index as an address", [CONFIG, "\"pages/news\"\norder", "\"/pages/news/\"\norder"],
        "E201", "/pages/news/", ["/pages/news/", "/pages/news/"], Hint),
    slip("an order as databases have it", [CONFIG, "\"-date\"", "\"date desc\""],
        "E102", "date desc", ["date desc", "date desc"], Hint),
    slip("an open brace in a pattern", [CONFIG, "\"/terms/{slug}/\"", "\"/terms/{slug/\""],
        "E207", "/terms/{slug/", ["closed", "يغلق"], Hint),
    slip("a pattern without a slug", [CONFIG, "\"/terms/{slug}/\"", "\"/terms/\""],
        "E207", "/terms/", ["3 entries", "لمداخل"], Hint),
    slip("a placeholder of another program", [CONFIG, "\"/terms/{slug}/\"", "\"/terms/:slug/\""],
        "E207", "/terms/:slug/", ["braces", "قوسين"], Hint),
    slip("a relative pattern", [CONFIG, "\"/terms/{slug}/\"", "\"terms/{slug}/\""],
        "E207", "terms/{slug}/", ["terms/{slug}/", "terms/{slug}/"], Hint),
    slip("a tag of a language with an underscore", [CONFIG, "\"ar-MA\"", "\"ar_MA\""],
        "E105", "ar_MA", ["ar_MA", "ar_MA"], Hint),
    slip("a misspelt table of fields", [CONFIG, "[collections.terms.fields]", "[collections.terms.field]"],
        "E102", "field", ["field", "field"], Hint),
    slip("a table that is there twice", [CONFIG, "[records]", "[site]\ntitle = \"آخر\"\n\n[records]"],
        "E101", "[site]", ["twice", "تكرر"], then(&["first|الأول"], [CONFIG, "[site]\ntitle = \"آخر\"\n\n[records]", "[records]"])),
    slip("one bracket where a menu has two", [CONFIG, "[[menus.main]]\nlabel = \"النص\"", "[menus.main]\nlabel = \"النص\""],
        "E101", "[menus.main]\nlabel = \"النص\"", ["list", "متكرر"], Hint),
    slip("braces round a heading", [CONFIG, "[[menus.main]]\nlabel = \"النص\"", "{{menus.main}}\nlabel = \"النص\""],
        "E101", "{{menus.main}}", ["heading", "رأس"], Hint),
    slip("another placeholder in a plural", [CONFIG, "few = \"{n} مصطلحات\"", "few = \"{ن} مصطلحات\""],
        "E105", "{ن}", ["{ن}", "{ن}"], Hint),
    slip("a number between quotation marks in site.toml", [CONFIG, "expect = 1 ", "expect = \"1\" "],
        "E104", "\"1\"", ["whole number", "عدد صحيح"], Hint),
    slip("an end that closes nothing", [TERM, "{{ <pager", "{% endif %}{{ <pager"],
        "E401", "{% endif %}", ["endif", "endif"], then(&["remove|احذف"], [TERM, "{% endif %}{{ <pager", "{{ <pager"])),
    slip("an end in two words", [NEWS, "{%- endfor %}", "{%- end for %}"],
        "E401", "end for", ["end for", "end for"], Hint),
    slip("a misspelt block", [TERM, "{% block main %}", "{% block mian %}"],
        "E401", "mian", ["mian", "mian"], Hint),
    slip("a misspelt include", [BASE, "\"head.html\"", "\"haed.html\""],
        "E401", "haed.html", ["haed.html", "haed.html"], Hint),
    slip("a component without its argument", [TERM, "<quotation c={page.said} />", "<quotation />"],
        "E402", "<quotation />", ["`c`", "`c`"], then(&["c={"], [TERM, "<quotation />", "<quotation c={page.said} />"])),
    slip("a component that is not closed", [TERM, "c={page.said} />", "c={page.said}>"],
        "E401", ">", ["/>", "/>"], Hint),
    slip("a path between quotation marks", [TERM, "c={page.said}", "c=\"page.said\""],
        "E408", "\"page.said\"", ["text", "نصا"], Hint),
    slip("braces inside of a tag", [TERM, "c={page.said}", "c={{page.said}}"],
        "E401", "{{page.said}}", ["braces", "أقواس"], Hint),
    slip("null in an attribute", [TERM, "<p class=\"note\">مصطلح", "<p class=\"note\" title=\"{{ page.prev.title }}\">مصطلح"],
        "E402", "page.prev.title", ["null", "null"], then(&["{% if page.prev %}"], [TERM, " title=\"{{ page.prev.title }}\"", "{% if page.prev %} title=\"{{ page.prev.title }}\"{% endif %}"])),
    slip("another word for in", [NEWS, "for item in news", "for item of news"],
        "E401", "of", ["in", "in"], Hint),
    slip("a loop over an entry", [TERM, "<p class=\"note\">مصطلح", "<p class=\"note\">{% for x in page.prev %}{{ x }}{% endfor %}مصطلح"],
        "E402", "page.prev", ["one entry", "مدخل واحد"], then(&["list|قائمة"], [TERM, "{% for x in page.prev %}{{ x }}{% endfor %}", ""])),
    slip("a length as a field", [HOME, "terms | length", "terms.length"],
        "E408", "terms.length", ["length", "length"], Hint),
    slip("two signs of equality in set", [TERM, "{% block main %}", "{% block main %}{% set x == 1 %}"],
        "E401", "==", ["set", "set"], Hint),
    slip("a filter on null", [TERM, "<p class=\"note\">مصطلح", "<p class=\"note\">{{ page.prev | length }}مصطلح"],
        "E402", "page.prev", ["null", "null"], then(&["{% if page.prev %}"], [TERM, "{{ page.prev | length }}", "{% if page.prev %}{{ page.prev | length }}{% endif %}"])),
    slip("an item that is not there", [TERM, "<p class=\"note\">مصطلح", "<p class=\"note\">{{ page.see_also[5].title }}مصطلح"],
        "E402", "page.see_also[5]", ["no item", "العنصر"], then(&["length > 5"], [TERM, "{{ page.see_also[5].title }}", "{% if page.see_also | length > 5 %}{{ page.see_also[5].title }}{% endif %}"])),
    slip("texts that are added", [TERM, "{{ page.title | bidi }}", "{{ page.title + page.slug }}"],
        "E402", "page.title + page", ["numbers", "للأعداد"], then(&["~"], [TERM, "page.title + page.slug", "page.title ~ page.slug"])),
    slip("a number that is compared with a text", [TERM, "{%- if page.see_also %}", "{%- if page.order > \"1\" %}{% endif %}{%- if page.see_also %}"],
        "E402", "page.order > \"1\"", ["compared", "المقارنة"], then(&["quotation marks|تنصيص"], [TERM, "page.order > \"1\"", "page.order > 1"])),
    slip("a path without quotation marks", [BASE, "path=\"css/site.css\"", "path=css/site.css"],
        "E408", "css/site.css", ["quotation marks", "تنصيص"], Hint),
    slip("a reference that begins with a stroke", [ABOUT, "ref:terms/copying", "ref:/terms/copying"],
        "E201", "ref:/terms/copying", ["ref:/terms/copying", "ref:/terms/copying"], Hint),
    slip("a link to nothing", [ABOUT, "](ref:terms/copying)", "]()"],
        "E205", "[صفحة النسخ]()", ["address", "عنوان"], then(&["address|العنوان"], [ABOUT, "]()", "](ref:terms/copying)"])),
    slip("the beginning of an address left out", [ABOUT, "ref:terms/copying", "www.example.com"],
        "E205", "www.example.com", ["www", "www"], Hint),
    slip("an address of mail", [ABOUT, "ref:terms/copying", "a@example.org"],
        "E205", "a@example.org", ["a@", "a@"], Hint),
    slip("a place on a disk of Windows", [ABOUT, "[صفحة النسخ](ref:terms/copying)", "![رسم](C:\\site\\x.svg)"],
        "E205", "C:\\site\\x.svg", ["C:", "C:"], then(&["content/pages/about/index.md"], [ABOUT, "![رسم](C:\\site\\x.svg)", "[صفحة النسخ](ref:terms/copying)"])),
    slip("a footnote with other digits", [ABOUT, "حرفا حرفا،", "حرفا حرفا[^١]،\n\n[^1]: أولى.\n\nثم"],
        "E703", "١", ["digits", "أرقام"], Hint),
];
