//! Slips of an editor, a designer and a deployer, invented to find what is not told, each of another kind.

use super::Mend::Hint;
use super::Mistake;
use super::strangers::{slip, then};

const ABOUT: &str = "content/pages/about.md";
const BASE: &str = "templates/base.html";
const BINDING: &str = "content/terms/binding.md";
const CONFIG: &str = "site.toml";
const COPYING: &str = "content/terms/copying.md";
const HOME: &str = "templates/home.html";
const OPENING: &str = "content/news/opening.md";
const SHEET: &str = "templates/assets/css/site.css";
const TERM: &str = "templates/term.html";

#[rustfmt::skip]
pub(super) const MISTAKES: &[Mistake] = &[
    // Fields.
    slip("a field below a heading that takes it", [COPYING, "said = { p = 2, quote = [\"يضع الوراق الأصل أمامه ويكتب منه سطرا بعد سطر\"] }", "[said]\np = 2\nquote = [\"يضع الوراق الأصل أمامه ويكتب منه سطرا بعد سطر\"]"],
        "E102", "see_also", ["see_also", "see_also"], then(&["[said]"], [COPYING, "[said]\np = 2\nquote = [\"يضع الوراق الأصل أمامه ويكتب منه سطرا بعد سطر\"]\nsee_also = [\"collation\"]", "see_also = [\"collation\"]\n[said]\np = 2\nquote = [\"يضع الوراق الأصل أمامه ويكتب منه سطرا بعد سطر\"]"])),
    slip("a reference by the title", [BINDING, "\"copying\"", "\"النسخ\""],
        "E201", "\"النسخ\"", ["no entry", "لا يوجد مدخل"], then(&["terms/copying"], [BINDING, "\"النسخ\"", "\"copying\""])),
    slip("a reference by the name of the file", [BINDING, "\"copying\"", "\"copying.md\""],
        "E201", "\"copying.md\"", ["copying.md", "copying.md"], then(&["terms/copying"], [BINDING, "copying.md", "copying"])),
    slip("a number with a word behind it", [COPYING, "order = 1\n", "order = 1 أول\n"],
        "E101", "1 أول", ["without quotation marks", "بلا علامتي"], Hint),
    slip("a day in words", [OPENING, "2025-11-24", "24 نونبر 2025"],
        "E101", "24 نونبر 2025", ["without quotation marks", "بلا علامتي"], Hint),
    slip("a day in words between quotation marks", [OPENING, "2025-11-24", "\"24 تشرين الثاني 2025\""],
        "E104", "\"24 تشرين الثاني 2025\"", ["date|day", "تاريخ"], Hint),
    slip("a month that is not in the year", [OPENING, "2025-11-24", "2025-13-24"],
        "E105", "2025-13-24", ["no day", "يوم"], then(&["2025-11-24"], [OPENING, "2025-13-24", "2025-11-24"])),
    slip("one value where a list belongs", [BINDING, "[\"copying\", \"collation\"]", "\"copying\""],
        "E104", "\"copying\"", ["list", "قائمة"], Hint),
    slip("an Arabic comma at the end of a list", [BINDING, "\"collation\"]", "\"collation\"،]"],
        "E101", "،", ["comma", "فاصلة"], Hint),
    slip("a key that begins with a capital letter", [OPENING, "title = ", "Title = "],
        "E102", "Title", ["Title", "Title"], Hint),
    slip("a paragraph between quotation marks", [COPYING, "p = 2", "p = \"2\""],
        "E104", "\"2\"", ["number", "عدد"], Hint),
    slip("a slug of two words", [OPENING, "date = 2025", "slug = \"افتتاح الدفتر\"\ndate = 2025"],
        "E105", "\"افتتاح الدفتر\"", ["not a slug", "slug"], then(&["افتتاح-الدفتر"], [OPENING, "\"افتتاح الدفتر\"\ndate", "\"افتتاح-الدفتر\"\ndate"])),
    slip("an old address that is the page's own", [OPENING, "date = 2025", "redirect_from = [\"/news/opening/\"]\ndate = 2025"],
        "E218", "\"/news/opening/\"", ["itself", "نفسها"], then(&["before|من قبل"], [OPENING, "\"/news/opening/\"", "\"/opening/\""])),
    slip("an old address without its slashes", [OPENING, "date = 2025", "redirect_from = \"old\"\ndate = 2025"],
        "E207", "\"old\"", ["start with `/`", "/"], then(&["redirect_from = [\"/old/\"]"], [OPENING, "= \"old\"", "= [\"/old/\"]"])),
    slip("an old address with the name of its site", [OPENING, "date = 2025", "redirect_from = [\"https://old.example/a/b.md\"]\ndate = 2025"],
        "E207", "\"https://old.example/a/b.md\"", ["start with `/`", "/"], then(&["\"/a/b/\""], [OPENING, "https://old.example/a/b.md", "/a/b/"])),
    slip("a number of so many with a slash", [BASE, "<main", "<p>صفحة 1 / 20</p><main"],
        "E305", "1 / 20", ["20 / 1", "20 / 1"], then(&["1 من 20"], [BASE, "1 / 20", "1 من 20"])),
    slip("a backslash in a string", [OPENING, "\"نص قصير عن الوراق", "\"\\وراق: نص قصير عن الوراق"],
        "E101", "\\و", ["backslash", "المعكوسة"], then(&["\\\\و"], [OPENING, "\"\\وراق", "\"\\\\وراق"])),
    slip("a key that is there twice", [OPENING, "date = 2025", "title = \"آخر\"\ndate = 2025"],
        "E101", "title", ["twice", "تكرر"], then(&["leave one|احذف"], [OPENING, "title = \"آخر\"\n", ""])),
    // site.toml.
    slip("a question mark behind the type", [CONFIG, "\"markdown?\"", "\"markdown\"?"],
        "E101", "\"markdown\"?", ["after the value", "بعد القيمة"], Hint),
    slip("an address of the site without its scheme", [CONFIG, "https://example.org/", "example.org"],
        "E105", "\"example.org\"", ["https://", "https://"], then(&["https://example.org/"], [CONFIG, "\"example.org\"", "\"https://example.org/\""])),
    slip("a language by its name", [CONFIG, "\"ar-MA\"", "\"arabic\""],
        "E105", "\"arabic\"", ["arabic", "arabic"], then(&["ar-MA"], [CONFIG, "\"arabic\"", "\"ar-MA\""])),
    slip("one address for all entries", [CONFIG, "\"/terms/{slug}/\"", "\"/terms/\""],
        "E207", "\"/terms/\"", ["one address", "واحد"], then(&["/terms/{slug}/"], [CONFIG, "\"/terms/\"", "\"/terms/{slug}/\""])),
    slip("a placeholder for nothing", [CONFIG, "\"/terms/{slug}/\"", "\"/terms/{name}/\""],
        "E207", "\"/terms/{name}/\"", ["name", "name"], then(&["{slug}"], [CONFIG, "{name}", "{slug}"])),
    slip("an address in place of an entry's name", [CONFIG, "ref = \"pages/about\"", "ref = \"/about/\""],
        "E201", "\"/about/\"", ["no entry", "لا يوجد مدخل"], then(&["pages/about"], [CONFIG, "\"/about/\"", "\"pages/about\""])),
    slip("an item of a menu without words", [CONFIG, "label = \"عن الملف\"\n", ""],
        "E103", "[[menus.main]]", ["label", "label"], then(&["label"], [CONFIG, "ref = \"pages/about\"", "label = \"عن الملف\"\nref = \"pages/about\""])),
    slip("a menu under another name", [CONFIG, "[[menus.main]]\nlabel = \"عن الملف\"", "[[menu.main]]\nlabel = \"عن الملف\""],
        "E102", "menu", ["menu", "menu"], then(&["menus"], [CONFIG, "[[menu.main]]", "[[menus.main]]"])),
    slip("a back-reference over a misspelt field", [CONFIG, "terms.see_also\" }", "terms.seealso\" }"],
        "E102", "\"terms.seealso\"", ["seealso", "seealso"], then(&["see_also"], [CONFIG, "terms.seealso", "terms.see_also"])),
    slip("a feed ordered by no field", [CONFIG, "date = \"date\"                  #", "date = \"day\" #"],
        "E102", "\"day\"", ["day", "day"], then(&["date"], [CONFIG, "date = \"day\"", "date = \"date\""])),
    slip("a type of another program, twice", [CONFIG, "order = \"int\"", "order = \"integer\""],
        "E105", "\"integer\"", ["integer", "integer"], then(&["int"], [CONFIG, "\"integer\"", "\"int\""])),
    // Prose.
    slip("a link to an entry without its sign", [OPENING, "(ref:terms/copying)", "(terms/copying)"],
        "E205", "terms/copying", ["nowhere", "لا يؤدي"], then(&["ref:terms/copying"], [OPENING, "(terms/copying)", "(ref:terms/copying)"])),
    slip("a space in a link to an entry", [OPENING, "ref:terms/copying", "ref: terms/copying"],
        "E219", "ref: terms/copying", ["printed", "وليس رابطا"], Hint),
    slip("a space between the words and the address of a link", [OPENING, "[النسخ](ref", "[النسخ] (ref"],
        "E219", "[النسخ] (ref:terms/copying)", ["printed", "وليس رابطا"], Hint),
    slip("a paragraph in Arabic digits", [COPYING, "cite:p2", "cite:p٢"],
        "E302", "cite:p٢", ["no paragraph", "أي فقرة"], Hint),
    slip("two paragraphs in one citation", [COPYING, "cite:p2", "cite:p2-3"],
        "E302", "cite:p2-3", ["no paragraph", "أي فقرة"], Hint),
    slip("a vowel sign more than in the source", [COPYING, "«يبدأ العمل", "«يبدأُ العمل"],
        "E301", "يبدأُ العمل بالنسخ", ["vowel sign", "حركة"], Hint),
    slip("an address of mail without its scheme", [OPENING, "ref:terms/copying", "info@example.org"],
        "E205", "info@example.org", ["nowhere", "لا يؤدي"], Hint),
    slip("a link to a heading by its words", [ABOUT, "ref:terms/copying", "#كيف تضيف مصطلحا"],
        "E219", "#كيف تضيف مصطلحا", ["printed", "وليس رابطا"], Hint),
    // Templates.
    slip("one brace where two belong", [TERM, "{{ page.title | bidi }}", "{ page.title | bidi }"],
        "E401", "{ page.title | bidi }", ["printed", "سيطبع"], Hint),
    slip("an Arabic comma between arguments", ["templates/pager.html", "pager(prev, next)", "pager(prev، next)"],
        "E401", "،", ["comma", "فاصلة"], Hint),
    slip("a number in Arabic digits in a template", [TERM, "{%- if page.see_also %}", "{%- if page.order > ٠ %}"],
        "E401", "٠", ["number", "عددا"], Hint),
    slip("a comparison the wrong way round", [TERM, "{%- if page.see_also %}", "{%- if page.order => 1 %}"],
        "E401", "=>", ["another language", "لغة قوالب أخرى"], Hint),
    slip("an argument that a component does not take", [TERM, "<links entries={page.see_also}", "<links entry={page.see_also}"],
        "E408", "entry", ["entry", "entry"], then(&["entries"], [TERM, "entry={", "entries={"])),
    slip("an argument that a component needs", [TERM, "<quotation c={page.said} />", "<quotation />"],
        "E402", "<quotation />", ["`c`", "`c`"], then(&["c={"], [TERM, "<quotation />", "<quotation c={page.said} />"])),
    slip("words of a plural that is none", [HOME, "plural(of=\"term\")", "plural(of=\"terms\")"],
        "E402", "plural(of=\"terms\")", ["terms", "terms"], then(&["term"], [HOME, "of=\"terms\"", "of=\"term\""])),
    slip("a comment of a template that goes on", [TERM, "<p class=\"note\">مصطلح", "{# ملاحظة <p class=\"note\">مصطلح"],
        "E401", "{#", ["never closed", "لم يغلق"], then(&["#}"], [TERM, "{# ملاحظة", "{# ملاحظة #}"])),
    slip("a sheet under another ending", [BASE, "css/site.css", "css/site.scss"],
        "E402", "asset(path=\"css/site.scss\")", ["site.scss", "site.scss"], then(&["css/site.css"], [BASE, "site.scss", "site.css"])),
    // Style sheets.
    slip("a misspelt variable of a sheet", [SHEET, "a { color: var(--link)", "a { color: var(--lnik)"],
        "E405", "--lnik", ["--lnik", "--lnik"], Hint),
    slip("a colour of five digits", [SHEET, "--ink: #1f1c18", "--ink: #1f1c1"],
        "E405", "#1f1c1", ["no colour", "لونا"], then(&["six|ستة"], [SHEET, "--ink: #1f1c1;", "--ink: #1f1c18;"])),
    slip("a block of a sheet that goes on", [SHEET, "dt { font-weight: 700 }", "dt { font-weight: 700"],
        "E405", "{", ["never closed", "لم يغلق"], then(&["}"], [SHEET, "dt { font-weight: 700", "dt { font-weight: 700 }"])),
    slip("a picture of a sheet that is not there", [SHEET, "dt { font-weight: 700 }", "dt { background: url(\"../img/bg.png\") }"],
        "E404", "../img/bg.png", ["no file", "لا يوجد ملف"], then(&["templates/assets"], [SHEET, "dt { background: url(\"../img/bg.png\") }", "dt { font-weight: 700 }"])),
];
