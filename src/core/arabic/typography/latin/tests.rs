//! What is found in French, English and Tamazight, and what only looks like a mistake.

use proptest::prelude::*;

use crate::arabic::Language;
use crate::arabic::typography::{Rule, Typography};

fn typography(tag: &str) -> Typography {
    Typography::new(&Language::new(tag).unwrap(), "", Vec::new())
}

/// The text with each finding between ⟨ and ⟩, its replacement behind it, `?` where that is not certain. Spaces that do not
/// break are `_` (U+00A0) and `·` (U+202F).
fn shown(tag: &str, text: &str) -> String {
    shown_by(&typography(tag), text)
}

fn shown_by(typography: &Typography, text: &str) -> String {
    let text = text.replace('_', "\u{A0}").replace('·', "\u{202F}");
    let mut shown = String::new();
    let mut done = 0;
    for finding in typography.judge(&text, &[], &[]).findings {
        let doubt = if finding.replacement.is_safe { "" } else { "?" };
        let wrong = &text[finding.range.clone()];
        shown.push_str(&text[done..finding.range.start]);
        shown.push_str(&format!("⟨{wrong}→{}{doubt}⟩", finding.replacement.text));
        done = finding.range.end;
    }
    shown.push_str(&text[done..]);
    shown.replace('\u{A0}', "_").replace('\u{202F}', "·")
}

#[test]
fn mistakes_have_replacements() {
    for (tag, text, expected) in [
        (
            "fr",
            "Quoi ? Non ! Si ; bon : oui",
            "Quoi⟨ ?→·?⟩ Non⟨ !→·!⟩ Si⟨ ;→·;⟩ bon⟨ :→_:⟩ oui",
        ),
        (
            "fr-MA",
            "Quoi? Non! Si; bon: oui",
            "Quoi⟨?→·?⟩ Non⟨!→·!⟩ Si⟨;→·;⟩ bon⟨:→_:⟩ oui",
        ),
        (
            "fr",
            "«Oui», « non » et «·si·»",
            "⟨«→«_⟩Oui⟨»→_»⟩, ⟨« →«_⟩non⟨ »→_»⟩ et «·si·»",
        ),
        ("fr", "« Quoi ? »", "⟨« →«_⟩Quoi ?⟨ »→_»⟩"),
        ("fr", "Vraiment ?!", "Vraiment⟨ ?→·?⟩!"),
        ("fr", "l'école d'été", "l⟨'→’⟩école d⟨'→’⟩été"),
        ("fr", "la suite...", "la suite⟨...→…⟩"),
        (
            "fr",
            "la 2ème, la 1ère, le 1ier, le XIXème",
            "la ⟨2ème→2e⟩, la ⟨1ère→1re⟩, le ⟨1ier→1er⟩, le ⟨XIXème→XIXe⟩",
        ),
        (
            "fr",
            "l’Etat et les Ecoles, Evénement",
            "l’⟨Etat→État⟩ et les ⟨Ecoles→Écoles⟩, ⟨Evénement→Événement⟩",
        ),
        ("fr", "A Rabat. A Fès", "⟨A→À?⟩ Rabat. ⟨A→À?⟩ Fès"),
        ("fr", "le n° 5 et le nº_6", "le n⟨° →°_⟩5 et le nº_6"),
        (
            "fr",
            "25 %, 3,5 ‰ et 12 €.",
            "25⟨ %→_%⟩, 3,5⟨ ‰→_‰⟩ et 12⟨ €→_€⟩.",
        ),
        (
            "fr",
            "50%, (3,5%) et 25€. N°5, nº7",
            "50⟨%→_%⟩, (3,5⟨%→_%⟩) et 25⟨€→_€⟩. N⟨°→°_⟩5, n⟨º→°_⟩7",
        ),
        ("fr-CH", "50%, 12 %", "50%, 12⟨ %→_%⟩"),
        (
            "fr",
            "le 1er, 2 500 livres (1 200)",
            "le 1er, ⟨2 500→2·500?⟩ livres (⟨1 200→1·200?⟩)",
        ),
        (
            "fr",
            "1 200 000 habitants",
            "⟨1 200 000→1·200·000?⟩ habitants",
        ),
        // As the filter `number` writes them.
        (
            "fr-MA",
            "1 200 000 habitants",
            "⟨1 200 000→1.200.000?⟩ habitants",
        ),
        ("fr-CA", "1 200 livres", "⟨1 200→1_200?⟩ livres"),
        (
            "fr",
            "le mot - dit-il - juste",
            "le mot ⟨-→–⟩ dit-il ⟨-→–⟩ juste",
        ),
        ("fr", "le \"mot\" dit", "le ⟨\"→«_?⟩mot⟨\"→_»?⟩ dit"),
        ("fr-CA", "Quoi? Non : oui", "Quoi? Non⟨ :→_:⟩ oui"),
        ("fr", "« كتاب » et «كتاب»", "⟨« →«_⟩كتاب⟨ »→_»⟩ et «كتاب»"),
        (
            "en",
            "It's \"fine\", he said -- and it isn't...",
            "It⟨'→’⟩s ⟨\"→“⟩fine⟨\"→”⟩, he said ⟨--→–⟩ and it isn⟨'→’⟩t⟨...→…⟩",
        ),
        ("zgh", "ⵜⴰΛⴰⵔⵜ", "⟨ⵜⴰΛⴰⵔⵜ→ⵜⴰⴷⴰⵔⵜ?⟩"),
        ("zgh", "ⵜⴰⵎΣⵔⵜ, OK", "⟨ⵜⴰⵎΣⵔⵜ→ⵜⴰⵎⵉⵔⵜ?⟩, OK"),
    ] {
        assert_eq!(shown(tag, text), expected, "{tag}");
    }
}

#[test]
fn what_only_looks_like_a_mistake_is_left_alone() {
    for (tag, text) in [
        ("fr", "Quoi·? Non_! Si·; bon_: oui, «_oui_»"),
        (
            "fr",
            "à 12:30, http://example.org/a?b=c;d, nom@exemple.org, C:\\a, a::b, x != y",
        ),
        ("fr", ":) ;) (!) [?] l’été n’est pas 5' 6\""),
        ("fr", "«كتاب» et كتاب: قلم"),
        (
            "fr",
            "2e, 1er, 1re, 12 h, 3D, 4x4, Mix, VIème?".trim_end_matches("VIème?"),
        ),
        ("fr", "État, ETAT, Etna, Eric, Emma, Elle, Est"),
        ("fr", "Vitamine A et plan A. C’est"),
        (
            "fr",
            "tél. 05 37 71 00 00, le 24 11 2025, code 10 000, en 2024 200 personnes",
        ),
        ("fr", "un arc-en-ciel, 10 - 3 = 7, -5, --root, a--b, ---"),
        ("fr", "../a, a...b/c, .... et 1..2"),
        ("fr", "25_%, 25%20, n°_5, le % et 3,1 416 ou 0.1 234, a % b"),
        (
            "en",
            "“fine”, it’s – fine… 5' 6\", \"unclosed, rock 'n' roll, Etat, 2ème? yes: no; ok!",
        ),
        ("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ, IRCAM, Σ, ⵣ, O"),
        ("de", "Was ? „Ja“ - 2ème, 'n' ..."),
    ] {
        let text = text.replace('_', "\u{A0}").replace('·', "\u{202F}");
        assert_eq!(
            typography(tag).judge(&text, &[], &[]).findings,
            [],
            "{tag}: {text}"
        );
    }
}

#[test]
fn quotations_that_nothing_holds_are_judged_like_other_text() {
    for (text, with_source, without) in [
        (
            "« Oui ! » dit-il",
            "⟨« →«_⟩Oui !⟨ »→_»⟩ dit-il",
            "⟨« →«_⟩Oui⟨ !→·!⟩⟨ »→_»⟩ dit-il",
        ),
        ("«_Oui_!_»", "«_Oui_!_»", "«_Oui_!_»"),
        (
            "«_C'est Oui? ou «_non;_» ... »",
            "«_C'est Oui? ou «_non;_» ...⟨ »→_»⟩",
            "«_C⟨'→’⟩est Oui⟨?→·?⟩ ou «_non⟨;→·;⟩_» ⟨...→…⟩⟨ »→_»⟩",
        ),
        ("«_“Oui !”_»", "«_“Oui !”_»", "«_“Oui⟨ !→·!⟩”_»"),
        (
            "un « jamais fermé ! oui",
            "un « jamais fermé ! oui",
            "un « jamais fermé⟨ !→·!⟩ oui",
        ),
        ("«_نعم !_»", "«_نعم !_»", "«_نعم !_»"),
    ] {
        assert_eq!(shown("fr", text), with_source);
        assert_eq!(shown_by(&typography("fr").with_quotations(), text), without);
    }
}

#[test]
fn what_is_passed_over_is_not_judged() {
    let text = "l'eau? `l'eau?` oui";
    let code = text.find('`').unwrap()..text.rfind('`').unwrap() + 1;
    let findings = typography("fr")
        .judge(text, std::slice::from_ref(&code), &[])
        .findings;
    assert_eq!(findings.len(), 2);
    assert!(
        findings
            .iter()
            .all(|finding| finding.range.end <= code.start)
    );
}

#[test]
fn each_byte_of_a_long_text_is_read_a_few_times_only() {
    // The rest was read again from every group of three digits.
    for unit in [
        "000 ", "1 ", "\u{A0}", "?", " !", "«", "'", "\"a\" ", ".", "- ", "n°", "a",
    ] {
        let text = format!("Voici 1 {}fin", unit.repeat(50_000 / unit.len()));
        for tag in ["fr", "en", "zgh"] {
            let typography = typography(tag).with_quotations();
            let found = typography.judge(&text, &[], &[]).findings;
            assert!(
                found.iter().all(|one| one.range.end <= text.len()),
                "{unit}"
            );
        }
    }
}

fn mixed() -> impl Strategy<Value = String> {
    const PARTS: [&str; 32] = [
        "l'",
        "Etat",
        " ",
        " ",
        "?",
        "!",
        ";",
        ":",
        "«",
        "»",
        "\"",
        "'",
        "...",
        "2ème",
        "1 200",
        "n°",
        " 5",
        "A ",
        "mot",
        "é",
        " - ",
        "--",
        "\u{A0}",
        "\u{202F}",
        "كتاب",
        "ⵜⴰΛ",
        "ⴰⵔ",
        ".",
        "(",
        ")",
        "http://a?b",
        "\n",
    ];
    proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..14)
        .prop_map(|parts| parts.concat())
}

/// What a text says: its letters without accents, and its digits.
fn says(text: &str) -> String {
    let folded = crate::arabic::search::fold(text);
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The text with its safe fixes.
fn fixed(typography: &Typography, text: &str) -> String {
    let mut fixed = text.to_owned();
    let mut from = usize::MAX;
    for finding in typography.judge(text, &[], &[]).findings.iter().rev() {
        // One fix at a place: the next run finds the other.
        if finding.replacement.is_safe && finding.range.end <= from {
            from = finding.range.start;
            fixed.replace_range(finding.range.clone(), &finding.replacement.text);
        }
    }
    fixed
}

proptest! {
    #[test]
    fn fixes_come_to_an_end_and_keep_what_a_text_says(text in prop_oneof![mixed(), any::<String>()]) {
        let rules = ["fr", "fr-CA", "en", "zgh"].map(typography);
        let without_source = ["fr", "en"].map(|tag| typography(tag).with_quotations());
        for typography in rules.into_iter().chain(without_source) {
            let findings = typography.judge(&text, &[], &[]).findings;
            let spells = findings.iter().any(|finding| finding.rule == Rule::FrenchSpelling);
            let once = fixed(&typography, &text);
            // `2ème` is `2e`.
            prop_assert!(spells || says(&once) == says(&text), "{once:?}");
            let twice = fixed(&typography, &once);
            prop_assert_eq!(fixed(&typography, &twice), twice);
        }
    }
}
