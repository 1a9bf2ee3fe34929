//! Slips that were planted before anybody knew what would be said of them, some in a site that has what the starter has not:
//! a table of data, components in prose, a second language.

use super::Mend::Hint;
use super::Mistake;
use super::Site::Equipped;
use super::strangers::{slip, then};
use crate::site::Files;

const ABOUT: &str = "content/pages/about.md";
const BASE: &str = "templates/base.html";
const BINDING: &str = "content/terms/binding.md";
const CONFIG: &str = "site.toml";
const COPYING: &str = "content/terms/copying.md";
const GUIDE: &str = "content/pages/guide.md";
const NEWS: &str = "templates/news.html";
const OPENING: &str = "content/news/opening.md";
const PLACE: &str = "templates/place.html";
const PLACES: &str = "data/places.csv";
const SHEET: &str = "templates/assets/css/site.css";
const TEAM: &str = "data/team.json";
const TERM: &str = "templates/term.html";

/// The starter with what some sites have besides.
pub(super) fn equipped() -> Files {
    Files::starter("dossier")
        .and("site.toml", SETTINGS)
        .with(PLACES, "slug,name,people,founded,kind,term\nfas,فاس,1200000,0808-01-04,city,copying\nsefrou,صفرو,79887,,village,\n")
        .with(TEAM, TEAM_OF_TWO)
        .with("templates/parts.html", PARTS)
        .with(PLACE, PLACE_PAGE)
        .with(GUIDE, GUIDE_TEXT)
        .with(
            "content/pages/home.fr.md",
            "+++\ntitle = \"Le carnet\"\ndescription = \"Un petit carnet.\"\ntemplate = \"page.html\"\n+++\nLe texte se trouve en [arabe](ref:source/notice).\n",
        )
}

const SETTINGS: &str = r#"
[collections.places]
source = "data/places.csv"
title = "name"
url = "/places/{slug}/"
template = "place.html"
order = "name"
[collections.places.fields]
name = "string"
people = "int"
founded = "date?"
kind = "enum(city|village)"
term = "ref(terms)?"

[languages.fr]
title = "Le carnet"
description = "Un petit carnet."
plurals.term = { one = "{n} terme", many = "{n} de termes", other = "{n} termes" }
plurals.page = { one = "{n} page", many = "{n} de pages", other = "{n} pages" }
[[languages.fr.menus.main]]
label = "Le carnet"
ref = "pages/home"
"#;

const TEAM_OF_TWO: &str = r#"[
  { "name": "سعاد", "role": "التحرير" },
  { "name": "إدريس", "role": "التجليد" }
]
"#;

const PARTS: &str = r#"{%- component note(title: string, level: integer = 2) -%}
<aside class="note"><p>{{ title | bidi }}</p>{{ body }}</aside>
{%- endcomponent note -%}
{%- component key() -%}<kbd>{{ body }}</kbd>{%- endcomponent key -%}
"#;

const PLACE_PAGE: &str = r#"{% extends "base.html" %}
{% block description %}{% endblock %}
{% block main %}
{%- set team = load_data(path="data/team.json") %}
<h1>{{ page.name | bidi }}</h1>
<p>{{ page.people }}</p>
<ul>{% for one in team %}<li>{{ one.name | bidi }}، {{ one.role | bidi }}</li>{% endfor %}</ul>
{% endblock %}
"#;

const GUIDE_TEXT: &str = r#"+++
title = "دليل"
description = "كيف يستعمل الدفتر."
+++
::: note {title="قبل أن تبدأ" level=2}
اقرأ [النص](ref:source/notice) أولا.
:::

اضغط :key[Ctrl] للنسخ. في الدفتر :count[terms]{plural=term}.

| العمل | الأداة |
|---|---|
| النسخ | القلم |

انظر الحاشية[^1].

[^1]: حاشية قصيرة.
"#;

/// The same in the equipped site.
const fn in_equipped(mistake: Mistake) -> Mistake {
    Mistake {
        site: Equipped,
        ..mistake
    }
}

#[rustfmt::skip]
pub(super) const MISTAKES: &[Mistake] = &[
    // Fields.
    slip("an arrow for a sign of equality", [OPENING, "date = 2025-11-24", "date => 2025-11-24"],
        "E101", "=>", ["equality", "مساواة"], Hint),
    slip("a colon and a sign of equality", [OPENING, "date = 2025-11-24", "date := 2025-11-24"],
        "E101", ":=", ["equality", "مساواة"], Hint),
    slip("a remark of another language behind a value", [OPENING, "date = 2025-11-24", "date = 2025-11-24 // اليوم"],
        "E101", "// اليوم", ["remark", "التعليق"], Hint),
    slip("a day with a word behind it", [OPENING, "date = 2025-11-24", "date = 2025-11-24 أمس"],
        "E101", "2025-11-24 أمس", ["quotation marks", "تنصيص"], Hint),
    slip("an invisible hyphen in a day", [OPENING, "date = 2025-11-24", "date = 2025\u{AD}-11-24"],
        "E101", "2025\u{AD}-11-24", ["U+00AD", "U+00AD"], Hint),
    slip("single angle quotation marks", [OPENING, "\"افتتاح الدفتر\"", "‹افتتاح الدفتر›"],
        "E101", "‹افتتاح الدفتر›", ["begins no string", "نص"], Hint),
    slip("a field without its value", [OPENING, "date = 2025-11-24", "date ="],
        "E101", "date =", ["no value", "لا قيمة"], then(&["after `=`|بعد `=`"], [OPENING, "date =", "date = 2025-11-24"])),
    slip("two fields on one line", [OPENING, "title = \"افتتاح الدفتر\"\n", "title = \"افتتاح الدفتر\", "],
        "E101", ", description", ["after the value", "بعد القيمة"], Hint),
    slip("an item of a list where a field belongs", [OPENING, "date = 2025-11-24", "- date = 2025-11-24"],
        "E101", "- ", ["YAML", "YAML"], Hint),
    slip("front matter in JSON", [OPENING, "title = \"افتتاح الدفتر\"", "{\"title\": \"افتتاح الدفتر\"}"],
        "E101", "{", ["JSON", "JSON"], then(&["title ="], [OPENING, "{\"title\": \"افتتاح الدفتر\"}", "title = \"افتتاح الدفتر\""])),
    slip("two versions that git left", [OPENING, "title = \"افتتاح الدفتر\"", "<<<<<<< HEAD\ntitle = \"افتتاح الدفتر\"\n=======\ntitle = \"افتتاح\"\n>>>>>>> other"],
        "E101", "<<<<<<< HEAD", ["git", "git"], then(&["======="], [OPENING, "<<<<<<< HEAD\ntitle = \"افتتاح الدفتر\"\n=======\ntitle = \"افتتاح\"\n>>>>>>> other", "title = \"افتتاح الدفتر\""])),
    slip("a semicolon between items", [BINDING, "\"copying\", \"collation\"]", "\"copying\"; \"collation\"]"],
        "E101", ";", ["comma", "فاصلة"], Hint),
    // References.
    slip("a reference from the folder of all entries", [ABOUT, "ref:terms/copying", "ref:content/terms/copying"],
        "E201", "ref:content/terms/copying", ["content", "content"], Hint),
    slip("a reference with a stroke of Windows", [ABOUT, "ref:terms/copying", "ref:terms\\copying"],
        "E201", "ref:terms\\copying", ["no entry", "مدخل"], Hint),
    slip("a paragraph as an entry", [COPYING, "(cite:p2)", "(ref:p2)"],
        "E201", "ref:p2", ["no entry", "مدخل"], Hint),
    // Templates.
    slip("a choice with a question mark", [TERM, "<p class=\"note\">مصطلح", "<p class=\"note\">{{ page.prev ? 1 : 2 }}مصطلح"],
        "E401", "page.prev ? 1 : 2", ["another language", "لغة قوالب أخرى"], Hint),
    slip("a misspelt counter of a loop", [NEWS, "<li><h2>", "<li>{{ loop.idnex }}<h2>"],
        "E401", "idnex", ["loop", "loop"], Hint),
    slip("a filter behind a dot", [TERM, "{{ page.title | bidi }}", "{{ page.title.bidi }}"],
        "E408", "page.title.bidi", ["bidi", "bidi"], Hint),
    slip("a filter that is called", [TERM, "{{ page.title | bidi }}", "{{ bidi(page.title) }}"],
        "E401", "bidi(page.title)", ["filter", "مرشح"], Hint),
    slip("a no-break space in a tag", [NEWS, "{%- for item in news %}", "{%- for\u{A0}item in news %}"],
        "E401", "\u{A0}", ["U+00A0", "U+00A0"], Hint),
    slip("an asset without its folder", [BASE, "css/site.css", "site.css"],
        "E402", "asset(path=\"site.css\")", ["site.css", "site.css"], then(&["css/site.css"], [BASE, "\"site.css\"", "\"css/site.css\""])),
    slip("an argument without braces", [TERM, "<links entries={page.see_also}", "<links entries=page.see_also"],
        "E401", "page.see_also", ["braces", "معقوفين"], then(&["{page.see_also}"], [TERM, "entries=page.see_also", "entries={page.see_also}"])),
    slip("a component in a tag of statements", [TERM, "{{ <quotation c={page.said} /> }}", "{% <quotation c={page.said} /> %}"],
        "E401", "{% <quotation c={page.said} /> %}", ["/>", "/>"], Hint),
    slip("raw text that goes on", [TERM, "<p class=\"note\">مصطلح", "{% raw %}<p class=\"note\">مصطلح"],
        "E401", "{% raw %}", ["never closed", "لم يغلق"], then(&["endraw"], [TERM, "{% raw %}", ""])),
    slip("a misspelt block of the frame", [BASE, "{% block main %}", "{% block mian %}"],
        "E401", "mian", ["main", "main"], Hint),
    slip("a method of another language", [TERM, "{{ page.title | bidi }}", "{{ page.title.upper }}"],
        "E408", "page.title.upper", ["upper", "upper"], Hint),
    // Style sheets.
    slip("a remark of HTML in a sheet", [SHEET, "dt { font-weight: 700 }", "<!-- تعريف -->\ndt { font-weight: 700 }"],
        "E405", "<!--", ["comment", "تعليق"], then(&["/*"], [SHEET, "<!-- تعريف -->", "/* تعريف */"])),
    slip("a colour between quotation marks", [SHEET, "dt { font-weight: 700 }", "dt { color: \"red\" }"],
        "E405", "\"red\"", ["quotation marks", "تنصيص"], Hint),
    slip("a misspelt colour", [SHEET, "dt { font-weight: 700 }", "dt { color: balck }"],
        "E405", "balck", ["balck", "balck"], Hint),
    slip("a variable without its call", [SHEET, "dt { font-weight: 700 }", "dt { color: --ink }"],
        "E405", "--ink", ["variable", "متغير"], Hint),
    slip("a variable without its dashes", [SHEET, "dt { font-weight: 700 }", "dt { color: var(ink) }"],
        "E405", "ink", ["--", "--"], Hint),
    slip("a misspelt question to the screen", [SHEET, "dt { font-weight: 700 }", "@media (min-widht: 20rem) { dt { font-weight: 700 } }"],
        "E405", "min-widht", ["min-widht", "min-widht"], Hint),
    slip("a length without a unit", [SHEET, "dt { font-weight: 700 }", "dt { margin: 12 }"],
        "E405", "12", ["unit", "وحدة"], Hint),
    slip("a no-break space in a sheet", [SHEET, "dt { font-weight: 700 }", "dt { margin: 0\u{A0}1rem }"],
        "E405", "\u{A0}", ["U+00A0", "U+00A0"], Hint),
    slip("a misspelt word of importance", [SHEET, "dt { font-weight: 700 }", "dt { font-weight: 700 !importnat }"],
        "E405", "!importnat", ["importnat", "importnat"], Hint),
    slip("a sum without spaces", [SHEET, "dt { font-weight: 700 }", "dt { margin: calc(1rem+2px) }"],
        "E405", "1rem+2px", ["spaces", "مسافة"], Hint),
    // Settings.
    slip("a collection in Arabic", [CONFIG, "[collections.news]\n", "[collections.الجديد]\n"],
        "E101", "الجديد", ["Latin", "لاتينية"], then(&["Latin|لاتينية"], [CONFIG, "[collections.الجديد]\n", "[collections.news]\n"])),
    slip("a template from a folder of its own", [CONFIG, "template = \"term.html\"", "template = \"terms/term.html\""],
        "E403", "terms/term.html", ["terms/term.html", "terms/term.html"], Hint),
    // Data.
    in_equipped(slip("data without their folder", [PLACE, "data/team.json", "team.json"],
        "E408", "team.json", ["team.json", "team.json"], Hint)),
    in_equipped(slip("a number in Arabic digits in a table", [PLACES, "79887", "٧٩٨٨٧"],
        "E104", "٧٩٨٨٧", ["whole number", "عدد صحيح"], Hint)),
    in_equipped(slip("a day as Europeans write it in a table", [PLACES, "0808-01-04", "04/01/0808"],
        "E104", "04/01/0808", ["date", "تاريخ"], Hint)),
    in_equipped(slip("a misspelt column", [PLACES, "people", "poeple"],
        "E102", "poeple", ["poeple", "poeple"], Hint)),
    in_equipped(slip("an Arabic comma in JSON", [TEAM, "\"سعاد\", ", "\"سعاد\"، "],
        "E113", "،", ["comma", "فاصلة"], Hint)),
    // Components and languages.
    in_equipped(slip("a misspelt component in prose", [GUIDE, ":key[Ctrl]", ":kye[Ctrl]"],
        "E236", ":kye", ["kye", "kye"], then(&["key"], [GUIDE, ":kye[", ":key["]))),
    in_equipped(slip("an argument of prose in Arabic digits", [GUIDE, "level=2", "level=٢"],
        "E236", "level=٢", ["integer", "integer"], Hint)),
    in_equipped(slip("a misspelt collection that is counted", [GUIDE, ":count[terms]", ":count[trems]"],
        "E238", ":count[trems]", ["trems", "trems"], then(&["terms"], [GUIDE, "trems", "terms"]))),
    in_equipped(slip("a plural form that French has", [CONFIG, ", many = \"{n} de termes\"", ""],
        "E103", "term", ["many", "many"], then(&["many"], [CONFIG, "one = \"{n} terme\",", "one = \"{n} terme\", many = \"{n} de termes\","]))),
];
