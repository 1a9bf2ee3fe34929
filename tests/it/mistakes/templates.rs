//! Slips in templates and style sheets.

use super::Edit::Text;
use super::Mend::{Hint, Named};
use super::Mistake;
use super::Site::{Dossier, Starter};

const TERM: &str = "templates/term.html";
const HOME: &str = "templates/home.html";
const PARTS: &str = "templates/components.html";
const COUNTRY: &str = "templates/country.html";
const SHEET: &str = "templates/assets/css/site.css";

pub(super) const MISTAKES: &[Mistake] = &[
    Mistake {
        name: "a misspelt field, printed",
        site: Starter,
        slip: Text(TERM, "{{ page.title | bidi }}", "{{ page.titel | bidi }}"),
        code: "E408",
        place: "page.titel",
        cause: ["titel", "titel"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt field as an argument",
        site: Dossier,
        slip: Text(
            COUNTRY,
            "<head title={page.title}",
            "<head title={page.tilte}",
        ),
        code: "E408",
        place: "page.tilte",
        cause: ["tilte", "tilte"],
        mend: Hint,
    },
    Mistake {
        name: "an argument of components in plain HTML",
        site: Starter,
        slip: Text(
            TERM,
            "<p class=\"note\">مصطلح</p>",
            "<p class=\"note\" title={page.title}>مصطلح</p>",
        ),
        code: "E401",
        place: "title={page.title}",
        cause: ["braces", "الأقواس"],
        mend: Hint,
    },
    Mistake {
        name: "a part of what is null",
        site: Dossier,
        slip: Text(
            COUNTRY,
            "{{ <prose /> }}",
            "<p>{{ page.region.title | bidi }}</p>{{ <prose /> }}",
        ),
        code: "E402",
        place: "page.region.title",
        cause: [
            "`page.region` is null",
            "`page.region` فارغ|`page.region` خال|`page.region` ليس",
        ],
        mend: Named(
            &["{% if page.region %}"],
            Text(
                COUNTRY,
                "<p>{{ page.region.title | bidi }}</p>",
                "{% if page.region %}<p>{{ page.region.title | bidi }}</p>{% endif %}",
            ),
        ),
    },
    Mistake {
        name: "a condition that is not closed",
        site: Starter,
        slip: Text(
            TERM,
            "{{ <links entries={page.see_also} /> }}\n{%- endif %}",
            "{{ <links entries={page.see_also} /> }}",
        ),
        code: "E401",
        place: "{%- if page.see_also %}",
        cause: ["closed", "إغلاق|مغلق|يغلق|تغلق"],
        mend: Named(
            &["{% endif %}"],
            Text(
                TERM,
                "{{ <links entries={page.see_also} /> }}",
                "{{ <links entries={page.see_also} /> }}{% endif %}",
            ),
        ),
    },
    Mistake {
        name: "a misspelt filter",
        site: Starter,
        slip: Text(TERM, "{{ page.title | bidi }}", "{{ page.title | bidii }}"),
        code: "E401",
        place: "bidii",
        cause: ["bidii", "bidii"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt component",
        site: Starter,
        slip: Text(TERM, "<quotation c=", "<quotaton c="),
        code: "E401",
        place: "<quotaton c=",
        cause: ["quotaton", "quotaton"],
        mend: Named(&["quotation"], Text(TERM, "<quotaton c=", "<quotation c=")),
    },
    Mistake {
        name: "a component that calls itself",
        site: Starter,
        slip: Text(
            PARTS,
            "<figure class=\"quote\">",
            "<figure class=\"quote\">{{ <quotation c={c} /> }}",
        ),
        code: "E402",
        place: "<quotation c={c} />",
        cause: ["itself", "نفسه"],
        mend: Named(&["quotation"], Text(PARTS, "{{ <quotation c={c} /> }}", "")),
    },
    Mistake {
        name: "a list printed as a text",
        site: Starter,
        slip: Text(
            TERM,
            "{{ page.content }}",
            "{{ page.content }}{{ page.mentioned_by }}",
        ),
        code: "E402",
        place: "page.mentioned_by",
        cause: ["list", "قائمة"],
        mend: Named(
            &["{% for"],
            Text(
                TERM,
                "{{ page.mentioned_by }}",
                "{% for item in page.mentioned_by %}{{ item.entry.title | bidi }}{% endfor %}",
            ),
        ),
    },
    Mistake {
        name: "a misspelt template that is extended",
        site: Starter,
        slip: Text(
            HOME,
            "{% extends \"base.html\" %}",
            "{% extends \"bse.html\" %}",
        ),
        code: "E401",
        place: "bse.html",
        cause: ["bse.html", "bse.html"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt asset",
        site: Starter,
        slip: Text("templates/redirect.html", "css/site.css", "css/stie.css"),
        code: "E402",
        place: "css/stie.css",
        cause: ["css/stie.css", "css/stie.css"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt variable of a loop",
        site: Starter,
        slip: Text(
            HOME,
            "{{ term.description | bidi }}",
            "{{ trem.description | bidi }}",
        ),
        code: "E408",
        place: "trem",
        cause: ["trem", "trem"],
        mend: Hint,
    },
    Mistake {
        name: "a missing semicolon in a style sheet",
        site: Starter,
        slip: Text(
            SHEET,
            "h1 { margin-block: 0 1rem;",
            "h1 { margin-block: 0 1rem",
        ),
        code: "E405",
        place: "margin-block: 0 1rem font-size: clamp(1.625rem, 1.2rem + 2vw, 2.375rem)",
        cause: ["`;`", "`;`"],
        mend: Named(
            &[";"],
            Text(
                SHEET,
                "h1 { margin-block: 0 1rem",
                "h1 { margin-block: 0 1rem;",
            ),
        ),
    },
    Mistake {
        name: "an Arabic comma in a style sheet",
        site: Starter,
        slip: Text(SHEET, "h1, h2, h3 {", "h1، h2, h3 {"),
        code: "E405",
        place: "،",
        cause: ["،", "،"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt rule of a style sheet",
        site: Starter,
        slip: Text(
            SHEET,
            "@media (prefers-color-scheme: dark)",
            "@meida (prefers-color-scheme: dark)",
        ),
        code: "E405",
        place: "@meida",
        cause: ["@meida", "@meida"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt pseudo-class",
        site: Starter,
        slip: Text(SHEET, "\na:hover {", "\na:hovre {"),
        code: "E405",
        place: ":hovre",
        cause: ["hovre", "hovre"],
        mend: Hint,
    },
];
