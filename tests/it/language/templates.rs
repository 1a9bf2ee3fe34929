//! The filters and functions of the language as a template uses them: one template, nine languages.

use std::fs;

use crate::site::{Files, repository};

/// What the template prints, a line each.
const TEMPLATE: &str = r#"{{ "2025-11-24" | date }}
{{ "2025-11-24" | date(format="full") }}
{{ "2025-11-24" | date(format="month") }}
{{ date_range(start="2025-11-24", end="2025-11-27") }}
{{ date_range(start="2025-11-28", end="2025-12-03", format="day_month") }}
{{ 12500 | number }}
{{ 2025 | number(group=false) }}
{{ 2.5 | number(decimals=2) }}
{{ 5 | number(sign=true) }}
{{ 0.453 | percent }}
{{ ["أ", "ب", "ج"] | list }}
{{ ["أ", "ب", "ج"] | list(with="or") }}
{{ "أ & ب" | quote }}
{{ "أ" | quote(level=2) }}"#;

/// The good site in another language, whose plurals are not those of Arabic, with a page of this template.
fn speaking(tag: &str, template: &str) -> Files {
    let site = Files::good();
    let (config, _) = site.text("site.toml").split_once("\n[plurals]").unwrap();
    let config = config.replace("\"ar-MA\"", &format!("\"{tag}\""));
    site.with("site.toml", config)
        .with("templates/author.html", "{{ page.title }}")
        .with("templates/words.html", template)
        .with(
            "content/pages/words.md",
            "+++\ntitle = \"كلمات\"\ntemplate = \"words.html\"\n+++\n",
        )
}

/// What a template prints in a language, line by line.
fn printed(tag: &str, template: &str) -> Vec<String> {
    let site = speaking(tag, &format!("<pre>{template}</pre>"));
    // What is to be isolated is no concern here, nor prose that is printed nowhere.
    let build = site.run();
    let problems = build.diagnostics.iter();
    let problems = problems.filter(|one| !["E305", "W229"].contains(&one.code));
    assert_eq!(problems.count(), 0, "{:#?}", build.diagnostics);
    assert!(build.output.is_some(), "{:#?}", build.diagnostics);
    let site = Files::from(build);
    let page = site.text("words/index.html");
    let text = page.trim_start_matches("<pre>").trim_end();
    let text = text.trim_end_matches("</pre>");
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_template_speaks_the_language_of_the_site() {
    assert_eq!(
        printed("ar-MA", TEMPLATE),
        [
            "24 نونبر 2025",
            "الاثنين، 24 نونبر 2025",
            "نونبر",
            "24–27 نونبر 2025",
            "28 نونبر – 3 دجنبر",
            "12.500",
            "2025",
            "2,50",
            "+5",
            "45,3%",
            "أ وب وج",
            "أ أو ب أو ج",
            "«أ &amp; ب»",
            "“أ”",
        ]
    );
    assert_eq!(
        printed("ar-EG", TEMPLATE),
        [
            "٢٤ نوفمبر ٢٠٢٥",
            "الاثنين، ٢٤ نوفمبر ٢٠٢٥",
            "نوفمبر",
            "٢٤–٢٧ نوفمبر ٢٠٢٥",
            "٢٨ نوفمبر – ٣ ديسمبر",
            "١٢٬٥٠٠",
            "٢٠٢٥",
            "٢٫٥٠",
            "+٥",
            "٤٥٫٣٪",
            "أ وب وج",
            "أ أو ب أو ج",
            "«أ &amp; ب»",
            "“أ”",
        ]
    );
    let persian = printed("fa", TEMPLATE);
    assert_eq!(persian[1], "دوشنبه ۲۴ نوامبر ۲۰۲۵");
    assert_eq!(persian[3], "۲۴ تا ۲۷ نوامبر ۲۰۲۵");
    assert_eq!(persian[9], "۴۵٫۳٪");
    assert_eq!(persian[13], "‹أ›");
    let french = printed("fr-MA", TEMPLATE);
    assert_eq!(french[1], "lundi 24 novembre 2025");
    assert_eq!(french[5], "12.500");
    assert_eq!(french[10], "أ, ب et ج");
    assert_eq!(french[12], "«\u{A0}أ &amp; ب\u{A0}»");
    assert_eq!(printed("fr", TEMPLATE)[5], "12\u{202F}500");
    let english = printed("en", TEMPLATE);
    assert_eq!(english[3], "November 24–27, 2025");
    assert_eq!(english[12], "“أ &amp; ب”");
    let tamazight = printed("zgh", TEMPLATE);
    assert_eq!(tamazight[1], "ⴰⵢⵏⴰⵙ 24 ⵏⵓⵡⴰⵏⴱⵉⵔ 2025");
    assert_eq!(tamazight[5], "12\u{A0}500");
    let hebrew = printed("he", TEMPLATE);
    assert_eq!(hebrew[0], "24 בנובמבר 2025");
    assert_eq!(hebrew[10], "أ, ب ו\u{2011}ج");
    assert_eq!(hebrew[12], "”أ &amp; ب”");
    assert_eq!(printed("ar", TEMPLATE)[2], "نوفمبر");
}

#[test]
fn the_manual_shows_what_templates_print() {
    let day = "\"2025-11-24\" | date";
    let range = |from: &str, to: &str, more: &str| {
        format!("date_range(start=\"{from}\", end=\"{to}\"{more})")
    };
    let days = |more: &str| range("2025-11-24", "2025-11-27", more);
    let format = |name: &str| format!("(format=\"{name}\")");
    let names = ["full", "day_month", "month_year", "month", "weekday", "iso"];
    let mut expressions: Vec<String> = names
        .map(|name| format!("{day}{}", format(name)))
        .into_iter()
        .chain([
            day.to_owned(),
            range("2025-11-24", "2025-11-24", ""),
            days(""),
            range("2025-11-28", "2025-12-03", ""),
            range("2025-12-30", "2026-01-02", ""),
            days(", format=\"full\""),
            days(", format=\"day_month\""),
            range("2025-11-24", "2025-12-03", ", format=\"month_year\""),
            days(", format=\"iso\""),
        ])
        .collect();
    let values = [
        "12500 | number",
        "2.5 | number(decimals=2)",
        "5 | number(sign=true)",
        "2025 | number(group=false)",
        "0.453 | percent",
        "12 | ordinal(gender=\"feminine\")",
        "100 | ordinal(gender=\"masculine\")",
        "[\"بنين\", \"مالي\", \"كينيا\"] | list",
        "[\"بنين\", \"مالي\", \"كينيا\"] | list(with=\"or\")",
        "\"باب الوراق\" | quote",
        "\"باب الوراق\" | quote(level=2)",
        "\"الأرجنتين\" | letter",
        "\"fr\" | direction",
    ];
    expressions.extend(values.map(str::to_owned));
    let lines = expressions.iter().map(|one| format!("{{{{ {one} }}}}"));
    let template = lines.collect::<Vec<_>>().join("\n");
    let [maghribi, egyptian] = ["ar-MA", "ar-EG"].map(|tag| printed(tag, &template));
    let manual = fs::read_to_string(repository().join("docs/templates.md")).unwrap();
    for ((expression, ma), eg) in expressions.iter().zip(maghribi).zip(egyptian) {
        let both = format!("| `{ma}` | `{eg}` |");
        let same = format!("| `{ma}` | the same |");
        let is_shown = manual.contains(&both) || ma == eg && manual.contains(&same);
        assert!(is_shown, "{expression}: the manual lacks {both}");
    }
}

/// What the build says of a template that prints this.
fn complaint(expression: &str) -> String {
    let build = Files::good()
        .with(
            "templates/words.html",
            format!("<html lang=\"ar-MA\" dir=\"rtl\"><code>{{{{ {expression} }}}}</code>"),
        )
        .with(
            "content/pages/words.md",
            "+++\ntitle = \"كلمات\"\ntemplate = \"words.html\"\n+++\n",
        )
        .run();
    let [problem] = &build.diagnostics[..] else {
        panic!("{expression}: {:#?}", build.diagnostics);
    };
    let place = problem.span.as_ref().unwrap();
    assert_eq!(place.path.as_str(), "templates/words.html", "{expression}");
    // Names are told before a page is made.
    assert!(["E402", "E408"].contains(&problem.code), "{expression}");
    let says_more = |hint: &&warraq::locale::Text| hint.id() != Some("template-failed-hint");
    match problem.hint.as_ref().filter(says_more) {
        Some(what_there_is) => format!("{}; {what_there_is}", problem.message),
        None => problem.message.to_string(),
    }
}

#[test]
fn wrong_use_is_answered_with_what_there_is() {
    for (expression, says) in [
        (
            "\"2025-11-24\" | date(format=\"short\")",
            "there is no format `short`; there are: long, full, day_month, month_year, month, weekday, iso",
        ),
        (
            "\"2025-11-24\" | date(format=\"%d %B %Y\")",
            "there is no format `%d %B %Y`; did you mean `long`?",
        ),
        (
            "date_range(start=\"2025-11-24\", end=\"2025-11-27\", format=\"%F\")",
            "there is no format `%F`; did you mean `iso`?",
        ),
        (
            "\"2025-11-24\" | date(fromat=\"long\")",
            "`date` has no argument `fromat`; did you mean `format`?",
        ),
        (
            "\"2025-11\" | date",
            "`2025-11` is not a date such as 2025-11-24",
        ),
        (
            "7 | date",
            "expected a date such as 2025-11-24, found a whole number",
        ),
        (
            "date_range(start=\"2025-11-24\", end=\"2025-11-27\", format=\"weekday\")",
            "there is no format `weekday`; there are: long, full, day_month, month_year, iso",
        ),
        (
            "3 | plural(of=\"pamphlet\")",
            "[plurals] has no `pamphlet`; there are: book",
        ),
        (
            "\"3\" | plural(of=\"book\")",
            "expected a number, found a string",
        ),
        ("true | number", "expected a number, found true or false"),
        (
            "3 | number(grouping=false)",
            "`number` has no argument `grouping`; there are: decimals, sign, group",
        ),
        (
            "3 | ordinal",
            "`ordinal` needs the gender of its noun: masculine or feminine",
        ),
        (
            "3 | ordinal(gender=\"male\")",
            "there is no gender `male`; there are: masculine, feminine",
        ),
        (
            "0 | ordinal(gender=\"feminine\")",
            "`0` is not a place in a sequence: 1, 2, 3 …",
        ),
        (
            "1.5 | ordinal(gender=\"feminine\")",
            "`1.5` is not a place in a sequence: 1, 2, 3 …",
        ),
        (
            "[\"أ\"] | list(with=\"xor\")",
            "there is no with `xor`; did you mean `or`?",
        ),
        (
            "\"أ\" | quote(level=3)",
            "there is no level `3` of quotations; there are: 1, 2",
        ),
        (
            "[1] | collate | join",
            "collate found a whole number where a text should be; name a field with by=\"…\"",
        ),
        (
            "\"/a/\" | absolute(base=\"b\")",
            "`absolute` has no argument `base`; it takes none",
        ),
    ] {
        assert_eq!(complaint(expression), says);
    }
}

#[test]
fn ordinals_agree_with_their_noun() {
    let template = "<p>{{ 93 | ordinal(gender=\"feminine\") }}، {{ 12 | ordinal(gender=\"masculine\") }}، {{ 100 | ordinal(gender=\"masculine\") }}</p>";
    let site = Files::from(speaking("ar-MA", template).run());
    let page = site.text("words/index.html");
    assert_eq!(page, "<p>الثالثة والتسعون، الثاني عشر، الـ100</p>");
    let french = Files::from(speaking("fr", template).run());
    assert_eq!(french.text("words/index.html"), "<p>93e، 12e، 100e</p>");
    let refused = speaking("he", template).run();
    let mut problems = refused.diagnostics.iter();
    let problem = problems.find(|one| one.code != "W229").unwrap();
    let message = "there are no ordinals for `he`, only for Arabic, French and English";
    assert_eq!(problem.message.to_string(), message);
}
