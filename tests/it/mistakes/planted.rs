//! Slips that were written down before anybody had looked at what the tests hold.

use super::Mend::Hint;
use super::Mistake;
use super::strangers::{slip, then};

const BINDING: &str = "content/terms/binding.md";
const CONFIG: &str = "site.toml";
const COPYING: &str = "content/terms/copying.md";
const HOME: &str = "templates/home.html";
const NEWS: &str = "templates/news.html";
const OPENING: &str = "content/news/opening.md";
const SHEET: &str = "templates/assets/css/site.css";

#[rustfmt::skip]
pub(super) const MISTAKES: &[Mistake] = &[
    slip("a title without words", [OPENING, "title = \"افتتاح الدفتر\"", "title = \"\""],
        "E103", "\"\"", ["empty", "فارغ"], then(&["between the quotation marks|بين علامتي التنصيص"], [OPENING, "title = \"\"", "title = \"افتتاح الدفتر\""])),
    slip("quotation marks within quotation marks", [OPENING, "\"افتتاح الدفتر\"", "\"افتتاح \"الدفتر\" اليوم\""],
        "E101", "\"افتتاح \"الدفتر\" اليوم\"", ["ends at the second", "ينتهي"], Hint),
    slip("a fence of two signs", [OPENING, "2025-11-24\n+++", "2025-11-24\n++"],
        "E107", "++", ["+++", "+++"], then(&["+++"], [OPENING, "2025-11-24\n++", "2025-11-24\n+++"])),
    slip("no fence at the beginning", [OPENING, "+++\ntitle", "title"],
        "E107", "title = \"افتتاح الدفتر\"", ["is missing", "ينقص"], then(&["+++"], [OPENING, "title", "+++\ntitle"])),
    slip("a date as Europeans write it", [OPENING, "2025-11-24", "24/11/2025"],
        "E101", "24/11/2025", ["year-month-day", "سنة"], Hint),
    slip("a draft by yes", [OPENING, "date = 2025-11-24", "date = 2025-11-24\ndraft = yes"],
        "E101", "yes", ["true", "true"], then(&["true"], [OPENING, "draft = yes", "draft = false"])),
    slip("an address without quotation marks", [CONFIG, "base_url = \"https://example.org/\"", "base_url = https://example.org/"],
        "E101", "https://example.org/", ["quotation marks", "تنصيص"], Hint),
    slip("a heading of TOML that is not closed", [CONFIG, "[collections.news.fields]", "[collections.news.fields"],
        "E101", "[collections.news.fields", ["not closed", "لا يغلق|غير مغلق"], Hint),
    slip("a list that is ordered by no field", [CONFIG, "order = \"-date\"", "order = \"-dat\""],
        "E102", "\"-dat\"", ["dat", "dat"], then(&["date"], [CONFIG, "\"-dat\"", "\"-date\""])),
    slip("a type of another program", [CONFIG, "order = \"int\"", "order = \"number\""],
        "E105", "\"number\"", ["number", "number"], then(&["int"], [CONFIG, "\"number\"", "\"int\""])),
    slip("a reference to a misspelt collection", [CONFIG, "list(ref(terms))?", "list(ref(term))?"],
        "E105", "\"list(ref(term))?\"", ["term", "term"], then(&["terms"], [CONFIG, "ref(term)", "ref(terms)"])),
    slip("an address of the site's own that is misspelt", [OPENING, "ref:source/notice", "https://example.org/sources/"],
        "E205", "https://example.org/sources/", ["nowhere", "لا يؤدي|لا يقود"], Hint),
    slip("a misspelt scheme", [OPENING, "ref:source/notice", "htps://example.com/"],
        "E205", "htps://example.com/", ["htps", "htps"], Hint),
    slip("a scheme without its colon", [OPENING, "ref:source/notice", "https//example.com/"],
        "E205", "https//example.com/", ["https//", "https//"], Hint),
    slip("a space in the address of a picture", [OPENING, "[نص قصير](ref:source/notice)", "[نص قصير](https://example.com/a b.pdf)"],
        "E219", "https://example.com/a b.pdf", ["printed", "وليس رابطا"], Hint),
    slip("brackets and parentheses exchanged", [OPENING, "[نص قصير](ref:source/notice)", "(نص قصير)[ref:source/notice]"],
        "E219", "(نص قصير)[ref:source/notice]", ["printed", "وليس رابطا"], Hint),
    slip("a paragraph by its number alone", [COPYING, "(cite:p2)", "(cite:2)"],
        "E302", "cite:2", ["no paragraph", "أي فقرة"], Hint),
    slip("dots for words left out", [COPYING, "الوراق الأصل أمامه ويكتب", "الوراق... ويكتب"],
        "E301", "\"يضع الوراق... ويكتب منه سطرا بعد سطر\"", ["dots", "النقاط"], Hint),
    slip("a misspelt key of a citation", [COPYING, "quote = [", "qoute = ["],
        "E102", "qoute", ["qoute", "qoute"], Hint),
    slip("a reference with a letter too few", [BINDING, "\"copying\"", "\"copyng\""],
        "E201", "\"copyng\"", ["copyng", "copyng"], then(&["terms/copying"], [BINDING, "copyng", "copying"])),
    slip("one sign of equality in a condition", [HOME, "<h2>", "{% if page.slug = \"x\" %}{% endif %}<h2>"],
        "E401", "=", ["two signs", "بعلامتي"], Hint),
    slip("a block that is there twice", [HOME, "{% block main %}", "{% block title %}x{% endblock %}\n{% block main %}"],
        "E401", "title", ["two parts", "جزءان"], then(&["another name|اسم آخر"], [HOME, "{% block title %}x{% endblock %}\n", ""])),
    slip("a brace too few", [NEWS, "<h1>{{ page.title | bidi }}", "<h1>{{ page.title | bidi }"],
        "E401", "{{", ["never closed", "لم يغلق"], then(&["}}"], [NEWS, "| bidi }<", "| bidi }}<"])),
    slip("an argument of another name", [NEWS, "{{ item.date | date }}", "{{ item.date | date(form=\"long\") }}"],
        "E408", "form", ["form", "form"], then(&["format"], [NEWS, "(form=\"long\")", ""])),
    slip("a misspelt property", [SHEET, "body { margin: 0;", "body { colr: red; margin: 0;"],
        "E405", "colr", ["colr", "colr"], Hint),
    slip("digits of Arabic in a style sheet", [SHEET, "font-size: 1.3125rem", "font-size: ٢rem"],
        "E405", "٢rem", ["number", "عددا"], Hint),
    slip("a unit apart from its number", [SHEET, "font-size: 1.3125rem", "font-size: 1.3125 rem"],
        "E405", "1.3125 rem", ["space", "مسافة"], Hint),
    slip("a sign of equality in a style sheet", [SHEET, "body { margin: 0;", "body { margin = 0;"],
        "E405", "margin = 0", ["`:`", "`:`"], Hint),
    slip("a sign of percent of Arabic", [SHEET, "text-size-adjust: 100%", "text-size-adjust: 100٪"],
        "E405", "٪", ["٪", "٪"], Hint),
    slip("a rule that is not closed", [SHEET, "font-size: 1.125rem }\np, ul", "font-size: 1.125rem\np, ul"],
        "E405", "{", ["never closed", "لم يغلق"], then(&["}"], [SHEET, "font-size: 1.125rem\np, ul", "font-size: 1.125rem }\np, ul"])),
    slip("a picture of a style sheet that is not there", [SHEET, "body { margin: 0;", "body { background: url(paper.png); margin: 0;"],
        "E404", "paper.png", ["paper.png", "paper.png"], then(&["templates/assets"], [SHEET, "background: url(paper.png); ", ""])),
];
