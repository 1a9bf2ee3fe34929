//! What is a run and what is not, and what holds for any text.

use proptest::prelude::*;

use super::run::Run;
use super::{Isolation, Script, isolate_in_plain_text, pieces, runs, runs_in};
use crate::arabic::Direction;

/// The text with its runs between [ and ].
fn shown(text: &str) -> String {
    let runs = runs(text);
    let pieces = pieces(text, &runs).map(|(piece, run)| match run {
        Some(_) => format!("⟦{piece}⟧"),
        None => piece.to_owned(),
    });
    pieces.collect()
}

#[test]
fn what_would_be_turned_round_is_isolated() {
    for expected in [
        "قال ⟦Wikidata⟧ أمس",
        "⟦Wikidata⟧ تعلن",
        "لقاء ⟦Wikidata⟧.",
        "لقاء (⟦Wikidata⟧)، ثم",
        "لـ⟦Wikidata⟧ والـ⟦ONU⟧",
        "في ⟦2025-11-24⟧",
        "الهاتف ⟦+212 5 37 71 00 00⟧.",
        "الهاتف ⟦05 37 71 00 00⟧ أو ⟦(0537) 71-00-00⟧",
        "الهاتف ⟦+212 (0)5 37 71 00 00⟧",
        "لغة ⟦C++⟧ ولغة ⟦C#⟧ و⟦.NET⟧",
        "وسم ⟦#wikidataGA⟧ وحساب ⟦@wikidata⟧",
        "نحو ⟦1 200 000⟧ نسمة",
        "حرارة ⟦-5⟧ و⟦50%⟧ و⟦3,5 %⟧ و⟦25°⟧ و⟦30 °C⟧",
        "ثمنه ⟦$100⟧ أو ⟦100 €⟧ أو ⟦€ 100⟧",
        "سرعة ⟦5 GHz⟧ وحجم ⟦16 GB⟧",
        "على ⟦https://example.org/a?b=1&c=2#d⟧.",
        "راسل ⟦name@example.org⟧، أو",
        "إصدار ⟦v2.4.1-rc1⟧ وإصدار 2.4.1",
        "معادلة ⟦E = mc²⟧ و⟦2 + 2 = 4⟧",
        "عدد ⟦5 × 3 = 15⟧",
        "رواية ⟦The New York Times (2025)⟧",
        "شركة ⟦AT&T⟧ و⟦L'État, c'est moi⟧",
        "قال \"⟦Wikidata is ready⟧\" أمس",
        "قال «⟦Wikidata⟧» و“⟦Europol⟧”",
        "رقم ⟦15-09⟧ ومن 24–27 نونبر ومن 24-27",
        "انظر [12] و[1, 2] و(12–15) و⟦Smith 2020⟧",
        "نسخة ⟦Windows 11⟧ في البيت",
        "تضم ⟦Wikidata⟧ 196 دولة",
        "في ⟦Lyon⟧, 24 نونبر",
        "كان ⟦Windows 11⟧ الجديد",
        "ف-16 و⟦C-130⟧",
        "الساعة 14:30 يوم 24/11/2025 عند 3,5 و12.500 و192.168.1.1",
        "الـ93 والدورة 93",
        "٢٠٢٥ و٥٠٪",
        "كلمة ⟦ⵜⴰⵎⴰⵣⵉⵖⵜ⟧ و⟦Ελλάδα⟧ و⟦Москва⟧ و⟦日本⟧",
        "⟦Wikidata General Secretariat, Lyon.⟧",
        "⟦Wikidata⟧:",
        "بين \u{2066}Wikidata\u{2069} و⟦Europol⟧",
        "م² و½ و😀",
        "ملف ⟦../a/b⟧ و⟦./configure⟧ وكل ⟦*.md⟧",
        "هنا ⟦صورة.png⟧ ثم ⟦report_نهائي.pdf⟧، أو ⟦user@مثال.com⟧",
        "الهاتف ⟦(555) 123-4567⟧ أو ⟦+1 (555) 123-4567⟧",
    ] {
        let text = expected.replace(['⟦', '⟧'], "");
        assert_eq!(shown(&text), expected);
    }
}

/// The runs of a text in a left-to-right line between ⟦ and ⟧.
#[test]
fn right_to_left_words_are_isolated_in_left_to_right_text() {
    for expected in [
        "Le mot ⟦كتاب⟧ signifie livre.",
        "Le Maroc, la France et 12 500 habitants : rien.",
        "(⟦كتاب⟧) et « ⟦كتاب⟧ », puis “⟦كتاب⟧”",
        "les mots ⟦كتاب⟧, ⟦قلم⟧ et ⟦باب⟧",
        "le slogan ⟦الله، الوطن، الملك⟧ du pays",
        "il dit « ⟦نعم، هذا هو الجواب⟧. »",
        "⟦المملكة المغربية⟧ (Maroc)",
        "⟦المملكة المغربية (المغرب)⟧ est un pays",
        "⟦(كتاب) ذكر⟧ en dernier",
        "le dahir ⟦رقم 1.58.250⟧, de 1958",
        "le mot ⟦كتاب⟧ 2 fois",
        "le mot ⟦كتاب⟧ – et non ⟦قلم⟧",
        "⟦سنة 2025⟧ : année",
        "« ⟦24 نونبر 2025⟧ » est une date",
        "Le 24 ⟦نونبر 2025⟧",
        "une hausse de ⟦نسبة⟧ 50%.",
        "⟦الدار البيضاء-سطات⟧ (région)",
        "⟦مادة 3/2⟧, du code",
        "⟦قال: نعم⟧ et puis",
        "⟦كتاب⟧ : livre ; ⟦قلم⟧ ! ou ⟦باب⟧ ?",
        "⟦هل هو كتاب؟⟧ demande-t-il",
        "le fichier صورة.png et https://ar.wikipedia.org/wiki/المغرب restent",
        "« ⟦أعلنت Interpol أمس في Lyon عن ذلك⟧ », selon lui",
        "le mot « ⟦كتاب⟧ » vient « de Fès » ou « Interpol ⟦تعلن⟧ »",
        "⟦أعلنت Interpol ذلك.⟧",
        "⟦هذا نص كله بالعربية، من أوله إلى آخره.⟧",
        "mot \u{2067}كتاب\u{2069} isolé et ⟦قلم⟧",
        "hébreu ⟦ספר⟧ ici, ⟦שלום עולם⟧ là",
        "⟦كتابٌ⟧ vocalisé, en ٢٠٢٥ aussi",
        "⟦أ⟧ \u{FFFC} ⟦ب⟧ c",
        "(⟦كتاب⟧ [⟦قلم⟧ x",
    ] {
        let text = expected.replace(['⟦', '⟧'], "");
        let runs = runs_in(&text, Direction::Ltr);
        let pieces = pieces(&text, &runs).map(|(piece, run)| match run {
            Some(_) => format!("⟦{piece}⟧"),
            None => piece.to_owned(),
        });
        assert_eq!(pieces.collect::<String>(), expected);
    }
}

#[test]
fn a_run_has_the_script_of_its_words() {
    for (text, script) in [
        ("أ Wikidata", Some(Script::Latin)),
        ("أ +5", None),
        ("أ ⵜⴰⵎⴰⵣⵉⵖⵜ", Some(Script::Tifinagh)),
        ("أ α-helix", Some(Script::Latin)),
        ("أ 日本", Some(Script::Other)),
    ] {
        assert_eq!(runs(text)[0].script, script, "{text}");
    }
    for (text, script) in [
        ("a كتاب", Some(Script::Arabic)),
        ("a ספר", Some(Script::Hebrew)),
        ("a ܐܒܓ", Some(Script::Other)),
    ] {
        assert_eq!(runs_in(text, Direction::Ltr)[0].script, script, "{text}");
    }
}

#[test]
fn what_closes_nothing_is_in_no_run() {
    for (text, base) in [
        ("كتاب «\u{2069}قلم»", Direction::Ltr),
        ("كتاب (\u{2069}) قلم", Direction::Ltr),
        ("(\u{2069}كتاب) قلم", Direction::Ltr),
        ("« \u{2069}كتاب API قلم »", Direction::Ltr),
        ("كتاب «\u{202C}قلم»", Direction::Ltr),
        ("Wiki «\u{2069}Data»", Direction::Rtl),
        ("Wiki (\u{2069}) Data", Direction::Rtl),
        ("(\u{202C}Wiki) Data", Direction::Rtl),
    ] {
        let closes = |run: &Run| text[run.range.clone()].contains(['\u{2069}', '\u{202C}']);
        assert!(!runs_in(text, base).iter().any(closes), "{text:?}");
        let once = isolate_in_plain_text(text, base);
        assert_eq!(isolate_in_plain_text(&once, base), once, "{text:?}");
    }
}

/// Text of all that isolation has to do with.
fn mixed() -> impl Strategy<Value = String> {
    let parts = prop_oneof![
        Just("الأمن "),
        Just("و"),
        Just("Wikidata"),
        Just("C++ "),
        Just(" 24"),
        Just("-27"),
        Just(" "),
        Just("("),
        Just(")"),
        Just("«"),
        Just("»"),
        Just("\""),
        Just("'"),
        Just("، "),
        Just(". "),
        Just("+212 5"),
        Just("50%"),
        Just(" = "),
        Just("–"),
        Just("\u{2066}"),
        Just("\u{2069}"),
        Just("\u{FFFC}"),
        Just("é"),
        Just("[1]"),
        Just("://"),
        Just("€"),
        Just("\u{301}"),
        Just("٣"),
        Just("\n"),
        Just("#"),
        Just("²"),
    ];
    proptest::collection::vec(parts, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn the_pieces_are_the_text(text in prop_oneof![mixed(), any::<String>()]) {
        let runs = runs(&text);
        let whole: String = pieces(&text, &runs).map(|(piece, _)| piece).collect();
        prop_assert_eq!(whole, &*text);
        for run in &runs {
            let run = &text[run.range.clone()];
            prop_assert!(!run.is_empty() && run.trim() == run, "{run:?}");
            let is_name = run.contains(['.', '/', '@', '_', '\\', '#']);
            prop_assert!(is_name || !run.chars().any(|c| matches!(c, 'ء'..='ي')), "{run:?}");
        }
    }

    #[test]
    fn no_letter_of_the_other_script_is_left_out_of_a_run(text in prop_oneof![mixed(), any::<String>()]) {
        let runs = runs_in(&text, Direction::Ltr);
        let whole: String = pieces(&text, &runs).map(|(piece, _)| piece).collect();
        prop_assert_eq!(whole, &*text);
        let has_controls = text.contains(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
        let has_names = text.contains(['.', '/', '@', '_', '\\', '#']);
        for (piece, run) in pieces(&text, &runs) {
            let is_arabic = |c| matches!(c, 'ء'..='ي');
            prop_assert!(run.is_some() || has_controls || has_names || !piece.contains(is_arabic), "{piece:?}");
            prop_assert!(run.is_none() || piece.trim() == piece && piece.contains(char::is_alphabetic), "{piece:?}");
        }
    }

    #[test]
    fn html_is_otherwise_left_as_it_is_and_nothing_is_isolated_twice(
        parts in proptest::collection::vec(prop_oneof![mixed(), tag()], 0..8)
    ) {
        let html = parts.concat();
        for base in [Direction::Rtl, Direction::Ltr] {
        let isolation = Isolation::new(base, "en");
        let once = isolation.html(&html).unwrap_or_else(|| html.clone());
        let twice = isolation.html(&once).unwrap_or_else(|| once.clone());
        let mut without = twice.clone();
        for tag in ["<bdi dir=\"ltr\" lang=\"en\">", "<bdi dir=\"ltr\">", "<bdi dir=\"rtl\" lang=\"en\">", "</bdi>"] {
            without = without.replace(tag, "");
        }
        // Code that would be turned round is told its direction.
        let without = without.replace("<code dir=\"ltr\">", "<code>").replace("<code dir=\"rtl\">", "<code>");
        // A run that crosses the edge of an element is isolated by controls.
        let without_controls = |html: &str| html.replace(['\u{2066}', '\u{2067}', '\u{2069}'], "");
        prop_assert_eq!(without_controls(&without), without_controls(&html));
        prop_assert_eq!(&isolation.html(&twice).unwrap_or_else(|| twice.clone()), &once);
        for piece in twice.split("</bdi>") {
            prop_assert!(piece.matches("<bdi").count() < 2, "{twice}");
        }
        }
    }

    #[test]
    fn a_text_without_markup_is_isolated_once(text in mixed()) {
        for base in [Direction::Rtl, Direction::Ltr] {
            let once = isolate_in_plain_text(&text, base).into_owned();
            prop_assert_eq!(isolate_in_plain_text(&once, base), &*once);
        }
    }
}

fn tag() -> impl Strategy<Value = String> {
    proptest::sample::select(&TAGS[..]).prop_map(str::to_owned)
}

const TAGS: [&str; 16] = [
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<a href=\"x y\">",
    "</a>",
    "<code>",
    "</code>",
    "<br>",
    "<!-- c -->",
    "<span dir=\"ltr\">",
    "</span>",
    "&amp;",
    "&lt;",
    "&copy;",
    "<",
];

#[test]
fn each_byte_of_a_long_text_is_read_a_few_times_only() {
    // Each was read again from every character of it: minutes for what takes a moment.
    let long = |unit: &str| unit.repeat(50_000 / unit.len());
    for unit in [
        "\u{A0}", "1", "-", "/.", "...", "(", ")", "\"", "*", ">", "<", "،", "ب", "بa", "aa:ب",
        "a_ب(", "1) ", "1.", "«", "ب(", "\n", "(ب) ", "ب.a ", "5%", "ب1",
    ] {
        for (head, tail) in [("ب a", " ب"), ("ب.a ", " ب"), ("a ", "a ب")] {
            let text = format!("{head}{}{tail}", long(unit));
            for base in [Direction::Rtl, Direction::Ltr] {
                let runs = runs_in(&text, base);
                assert!(runs.iter().all(|run| run.range.end <= text.len()), "{unit}");
            }
        }
    }
}
