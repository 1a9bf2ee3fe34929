//! What templates print by `text`: the words that `templates/theme.toml` declares, and those of site.toml in their place.

use warraq::pipeline::{Options, Pipeline};

use crate::site::Files;

const DECLARED: &str = "[texts]
home = \"الرئيسية\"
by = \"كتبه {author} & غيره\"
shelf = { zero = \"لا شيء في {place}\", one = \"كتاب في {place}\", two = \"كتابان في {place}\", few = \"{n} كتب في {place}\", many = \"{n} كتابا في {place}\", other = \"{n} كتاب في {place}\" }
reader = { masculine = \"قارئ {name}\", feminine = \"قارئة {name}\" }
met = { masculine = { zero = \"لا أحد\", one = \"رجل\", two = \"رجلان\", few = \"{n} رجال\", many = \"{n} رجلا\", other = \"{n} رجل\" }, feminine = { zero = \"لا أحد\", one = \"امرأة\", two = \"امرأتان\", few = \"{n} نساء\", many = \"{n} امرأة\", other = \"{n} امرأة\" } }

[plurals]
book = { zero = \"0\", one = \"1\", two = \"2\", few = \"3\", many = \"4\", other = \"5\" }
leaf = { zero = \"لا أوراق\", one = \"ورقة\", two = \"ورقتان\", few = \"{n} أوراق\", many = \"{n} ورقة\", other = \"{n} ورقة\" }
";

/// The good site whose pages print this.
fn site(print: &str, own: &str) -> Files {
    let template = format!(
        "<p id=\"printed\">{print}</p>{{% component name(of) %}}<b>{{{{ of }}}}</b>{{% endcomponent %}}\n</main>"
    );
    Files::good()
        .with("templates/theme.toml", DECLARED)
        .and("site.toml", own)
        .replace("templates/page.html", "</main>", &template)
}

#[test]
fn a_text_is_chosen_by_key_number_and_gender_and_takes_its_values() {
    let own = "\n[texts]\nhome = \"البداية\"\nextra = \"{a}، {a}، {b}\"\n";
    for (print, own, expected) in [
        ("{{ text(key=\"home\") }}", "", "الرئيسية"),
        ("{{ text(key=\"home\") }}", own, "البداية"),
        (
            "{{ text(key=\"extra\", a=1, b=\"{a}\") }}",
            own,
            "1، 1، {a}",
        ),
        (
            "{{ text(key=\"by\", author=\"<i>\") }}",
            "",
            "كتبه &lt;i&gt; &amp; غيره",
        ),
        (
            "{{ text(key=\"by\", author=<name of={\"<i>\"} />) }}",
            "",
            "كتبه <b>&lt;i&gt;</b> &amp; غيره",
        ),
        (
            "{{ text(key=\"shelf\", n=0, place=\"الدار\") }}",
            "",
            "لا شيء في الدار",
        ),
        (
            "{{ text(key=\"shelf\", n=2, place=\"الدار\") }}",
            "",
            "كتابان في الدار",
        ),
        (
            "{{ text(key=\"shelf\", n=1003, place=\"الدار\") }}",
            "",
            "1.003 كتب في الدار",
        ),
        (
            "{{ text(key=\"reader\", gender=\"feminine\", name=\"أ\") }}",
            "",
            "قارئة أ",
        ),
        (
            "{{ text(key=\"met\", gender=\"masculine\", n=12) }}",
            "",
            "12 رجلا",
        ),
        (
            "{{ text(key=\"met\", gender=\"feminine\", n=12) }}",
            "",
            "12 امرأة",
        ),
        (
            "{{ text(key=\"home\" if page.slug == \"none\" else \"by\", author=\"أ\") }}",
            "",
            "كتبه أ &amp; غيره",
        ),
        // A plural that only the theme has, and one that site.toml has as well.
        (
            "{{ 3 | plural(of=\"leaf\") }}, {{ 3 | plural(of=\"book\") }}",
            "",
            "3 أوراق, 3 كتب",
        ),
    ] {
        let mut files = site(print, own);
        if own.is_empty() {
            files = files.and("site.toml", "\n");
        } else if !print.contains("extra") {
            files = files.replace("site.toml", "extra = \"{a}، {a}، {b}\"\n", "");
        }
        let page = files.built();
        let page = page.text("index.html");
        let printed = page
            .split("<p id=\"printed\">")
            .nth(1)
            .and_then(|rest| rest.split("</p>").next());
        assert_eq!(printed, Some(expected), "{print}");
    }
}

#[test]
fn a_key_that_is_made_while_rendering_is_looked_up_then() {
    let print = "{{ text(key=page.slug) }}";
    let own = "\n[texts]\nhome = \"البداية\"\n";
    let report: Vec<String> = site(print, own)
        .run()
        .diagnostics
        .iter()
        .map(|one| format!("{} {}", one.code, one.message))
        .collect();
    assert!(
        report.iter().all(|one| one.starts_with("E402")),
        "{report:?}"
    );
    assert!(
        report.iter().any(|one| one.contains("[texts] has no")),
        "{report:?}"
    );
}

#[test]
fn broken_declarations_are_told_in_their_file_and_nothing_follows() {
    let files =
        site("{{ text(key=\"home\") }}", "").replace("templates/theme.toml", "home = ", "home ");
    let build = files.run();
    let told: Vec<_> = build
        .diagnostics
        .iter()
        .map(|one| {
            (
                one.code,
                one.span.as_ref().map(|span| span.path.to_string()),
            )
        })
        .collect();
    assert_eq!(told, [("E101", Some("templates/theme.toml".to_owned()))]);
}

#[test]
fn what_is_declared_anew_changes_what_is_printed() {
    let files = site("{{ text(key=\"home\") }}", "");
    let mut pipeline = Pipeline::new(Options::default());
    let mut is_printed = |files: &Files| {
        let output = Files::from(pipeline.run(&files.snapshot()));
        output.text("index.html").contains(">البداية</p>")
    };
    assert!(!is_printed(&files));
    let files = files.replace("templates/theme.toml", "الرئيسية", "البداية");
    assert!(is_printed(&files));
}

/// What each language says is held against what templates give, which is what the site's own language names.
#[test]
fn texts_of_another_language_take_what_those_of_the_own_take() {
    let own = "\n[texts]\nextra = \"{title}\"\nmany = { zero = \"0\", one = \"1\", two = \"2\", few = \"3\", many = \"4\", other = \"5 {of}\" }\n\
        [languages.fr]\ntitle = \"Le rayon\"\ndescription = \"Des livres.\"\nplurals.book = { one = \"1\", many = \"4\", other = \"5\" }\n\
        plurals.leaf = { one = \"1\", many = \"4\", other = \"5\" }\nmenus.main = []\n[languages.fr.texts]\nhome = \"Accueil\"\nby = \"{author}\"\n\
        shelf = { one = \"a\", many = \"b\", other = \"b {place}\" }\nreader = { masculine = \"Lecteur\", feminine = \"Lectrice\" }\n\
        met = { masculine = { one = \"a\", many = \"b\", other = \"b\" }, feminine = { one = \"a\", many = \"b\", other = \"b\" } }\n\
        extra = \"{title}\"\nmany = { one = \"1\", many = \"4\", other = \"5 {of}\" }\n";
    let print = "{{ text(key=\"extra\", title=1) }}{{ text(key=\"many\", n=1, of=1) }}";
    let codes = |own: &str| {
        let build = site(print, own).run();
        let told = build.diagnostics.iter();
        told.map(|one| {
            let span = one.span.as_ref().unwrap();
            let text = site(print, own).text("site.toml").to_owned();
            (one.code, text[span.range.clone()].to_owned())
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(codes(own), []);
    let (before, texts) = own.split_at(own.find("home = ").unwrap());
    for (right, wrong, code, at) in [
        // What templates do not give.
        (
            "extra = \"{title}\"\nmany",
            "extra = \"{titre}\"\nmany",
            "E102",
            "\"{titre}\"",
        ),
        (
            "home = \"Accueil\"",
            "home = \"Accueil {n}\"",
            "E102",
            "\"Accueil {n}\"",
        ),
        (
            "home = \"Accueil\"",
            "home = { masculine = \"a\", feminine = \"b\" }",
            "E102",
            "{ masculine = \"a\", feminine = \"b\" }",
        ),
        (
            "extra = \"{title}\"\nmany",
            "extra = { one = \"1\", many = \"1\", other = \"2\" }\nmany",
            "E102",
            "{ one = \"1\", many = \"1\", other = \"2\" }",
        ),
        // What cannot be read is there: that is the one thing that is wrong with it.
        ("home = \"Accueil\"", "home = 3", "E104", "3"),
        ("home = \"Accueil\"\n", "", "E103", "[languages.fr]"),
        (
            "home = \"Accueil\"\n",
            "home = \"Accueil\"\nmore = \"\"\n",
            "E105",
            "[languages.fr]",
        ),
        (
            "home = \"Accueil\"\n",
            "home = \"Accueil\"\nmore = 3\n",
            "E104",
            "3",
        ),
    ] {
        assert!(texts.contains(right), "{right}");
        let found = codes(&(before.to_owned() + &texts.replace(right, wrong)));
        assert_eq!(found, [(code, at.to_owned())], "{wrong}");
    }
    // A language may leave out what it has no need to say.
    let shorter = before.to_owned() + &texts.replace("5 {of}", "5");
    assert_eq!(codes(&shorter), []);
}
