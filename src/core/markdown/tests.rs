//! What holds for any prose: mixtures of all that may stand in a paragraph.

use proptest::prelude::*;

use super::*;
use crate::arabic::bidi::{Isolation, direction, pieces, runs, visual_order};
use crate::arabic::typography::Typography;
use crate::arabic::{Direction, Language};
use crate::diagnostic::Diagnostic;

/// A text in which HTML may stand, read from `place`, with its runs isolated or not.
fn read(
    markdown: &str,
    place: &TextPlace,
    isolation: Option<Isolation>,
) -> (String, Vec<Diagnostic>) {
    let language = Language::new("ar-MA").unwrap();
    let rules = ProseRules {
        raw_html: true,
        code: crate::highlight::Rules::default(),
        isolation,
        wording: Wording::of(&language),
        typography: Typography::new(&language, "", Vec::new()).into(),
    };
    let (path, schema) = (SourcePath::new("content/a.md"), Schema::default());
    let mut judgement = Judgement::default();
    let mut ids = TextIds::default();
    let prose = parse(
        markdown,
        &path,
        place,
        &schema,
        &rules,
        &mut judgement,
        &mut ids,
    );
    let mut found = prose.diagnostics;
    found.extend(judgement.into_diagnostics(&path, &[]));
    (prose.value.body.html, found)
}

fn html(markdown: &str, isolation: Option<Isolation>) -> String {
    read(markdown, &TextPlace::Exact(0), isolation).0
}

/// Arabic, Latin, digits and signs; inline Markdown; references.
fn text() -> impl Strategy<Value = String> {
    const PARTS: [&str; 40] = [
        "نص",
        "كلمة",
        "و",
        "لـ",
        "هنا",
        " ",
        " ",
        " ",
        " ",
        "\n",
        "Word",
        "New York",
        "C++",
        ".NET",
        "a",
        "x",
        "2",
        "24",
        "3,5",
        "-5",
        "50%",
        "+212 5 37",
        "2025-11-24",
        "(",
        ")",
        "، ",
        ". ",
        ": ",
        "+",
        "=",
        "&lt;",
        "&amp;",
        "&nbsp;",
        "&copy;",
        "&#96;",
        "&#1576;",
        "&hellip;",
        "\\*",
        "`x = -1`",
        "`كود`",
    ];
    let parts = proptest::collection::vec(proptest::sample::select(&PARTS[..]), 1..6);
    parts.prop_map(|parts| parts.concat())
}

/// Text in the markup of Markdown and of HTML, some of it around other markup.
fn inline() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => text(),
        1 => proptest::sample::select(&["<kbd>Ctrl</kbd>", "<kbd>C++</kbd>", "<samp>-5</samp>", "<br>", "<!-- C++ -->"][..])
            .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let inner = proptest::collection::vec(inner, 1..4).prop_map(|parts| parts.concat());
        let around = [
            ("*", "*"),
            ("**", "**"),
            ("[", "](https://example.org/)"),
            ("<b>", "</b>"),
            ("<a href=\"/x y\">", "</a>"),
            ("<small class='c'>", "</small>"),
            ("<sup>", "</sup>"),
        ];
        let around = proptest::sample::select(Vec::from(around));
        (around, inner).prop_map(|((open, close), inner)| format!("{open}{inner}{close}"))
    })
}

/// A paragraph, or a block of HTML.
fn block() -> impl Strategy<Value = String> {
    let parts = proptest::collection::vec(inline(), 1..5).prop_map(|parts| parts.concat());
    let edges = proptest::sample::select(&[("", ""), ("", ""), ("<div>", "</div>")][..]);
    (edges, parts).prop_map(|((open, close), parts)| format!("{open}{parts}{close}"))
}

fn parts(html: &str) -> Vec<(bool, String)> {
    let mut parts = Vec::new();
    for part in html.split_inclusive('>') {
        let (text, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        parts.push((false, crate::html::decode(text).into_owned()));
        parts.push((true, tag.to_owned()));
    }
    parts.retain(|(_, part)| !part.is_empty());
    parts
}

fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    &name[..name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len())]
}

fn is_block(tag: &str) -> bool {
    const BLOCKS: [&str; 11] = [
        "p", "div", "li", "ul", "ol", "hr", "dl", "dt", "dd", "h1", "h2",
    ];
    BLOCKS.contains(&name(tag))
}

fn is_well_nested(html: &str) -> bool {
    let mut open = Vec::new();
    for (is_tag, part) in parts(html) {
        let is_void =
            !is_tag || part.starts_with("<!--") || name(&part) == "br" || name(&part) == "hr";
        match part.starts_with("</") {
            _ if is_void => {}
            true if open.pop().as_deref() != Some(name(&part)) => return false,
            true => {}
            false => open.push(name(&part).to_owned()),
        }
    }
    open.is_empty()
}

/// The lines of HTML as a reader sees them; `dir` isolates.
fn seen(html: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut open = Vec::new();
    for (is_tag, part) in parts(html) {
        let line = lines.last_mut().unwrap();
        if !is_tag {
            line.push_str(&part);
        } else if is_block(&part) {
            lines.push(String::new());
        } else if name(&part) == "br" {
            line.push('\u{FFFC}');
        } else if part.starts_with("</") {
            line.push_str(open.pop().unwrap());
        } else if !part.starts_with("<!--") {
            let isolate = match (part.contains("dir=\"ltr\""), part.contains("dir=\"rtl\"")) {
                (true, _) => Some('\u{2066}'),
                (_, true) => Some('\u{2067}'),
                _ => None,
            };
            line.extend(isolate);
            open.push(if isolate.is_some() { "\u{2069}" } else { "" });
        }
    }
    lines.iter().map(|line| order(line)).collect()
}

fn order(line: &str) -> String {
    let line = line.replace(['\n', '\u{A0}'], " ");
    let glyphs = visual_order(&line, Some(Direction::Rtl)).into_iter();
    let glyphs = glyphs.filter_map(|seen| seen.glyph(&line));
    glyphs
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}

/// The lines of the same HTML as they should be seen: by its text alone, with every run of it isolated.
fn simulated(plain: &str) -> Vec<String> {
    let mut lines = vec![(String::new(), Vec::new())];
    let mut object = None;
    for (is_tag, part) in parts(plain) {
        let (line, objects) = lines.last_mut().unwrap();
        let is_code = is_tag && ["code", "kbd", "samp"].contains(&name(&part));
        match (&mut object, is_tag) {
            (None, false) => line.push_str(&part),
            (None, true) if is_code => object = Some(String::new()),
            (None, true) if is_block(&part) => {
                lines.push(Default::default());
            }
            (None, true) if part.starts_with("<!--") => {
                line.push('\u{FFFC}');
                objects.push(String::new());
            }
            (None, true) if name(&part) == "br" => {
                line.push('\u{FFFC}');
                objects.push("\u{FFFC}".to_owned());
            }
            (None, true) => {}
            (Some(text), false) => text.push_str(&part),
            (Some(text), true) => {
                line.push('\u{FFFC}');
                objects.push(match (&**text, direction(text)) {
                    ("Ctrl", _) => text.clone(),
                    (_, Direction::Rtl) => format!("\u{2067}{text}\u{2069}"),
                    _ => format!("\u{2066}{text}\u{2069}"),
                });
                object = None;
            }
        }
    }
    let lines = lines.into_iter().map(|(line, objects)| {
        let found = runs(&line);
        let isolated: String = pieces(&line, &found)
            .map(|(piece, run)| match run {
                Some(_) => format!("\u{2066}{piece}\u{2069}"),
                None => piece.to_owned(),
            })
            .collect();
        let mut objects = objects.iter();
        let whole = isolated.chars().map(|c| match c {
            '\u{FFFC}' => objects.next().unwrap().clone(),
            c => c.to_string(),
        });
        order(&whole.collect::<String>())
    });
    lines.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// A run that began, ended or went on in raw HTML was cut by bytes of another text: a panic, or `<kbd>Ctr</bdi>l</kbd>`.
    #[test]
    fn isolation_damages_no_html_and_loses_no_text(markdown in block()) {
        let plain = html(&markdown, None);
        let isolated = html(&markdown, Some(Isolation::new(Direction::Rtl, "en")));
        let is_whole = is_well_nested(&plain);
        prop_assert!(!is_whole || is_well_nested(&isolated), "{isolated}");
        let bare = |html: &str| {
            let inserted = |(is_tag, part): &(bool, String)| *is_tag && name(part) == "bdi";
            let kept = parts(html).into_iter().filter(|part| !inserted(part));
            let text: String = kept.map(|(_, part)| part).collect();
            text.replace(['\u{2066}', '\u{2069}'], "").replace(" dir=\"ltr\"", "").replace(" dir=\"rtl\"", "")
        };
        prop_assert_eq!(bare(&isolated), bare(&plain));
        if is_whole {
            prop_assert_eq!(seen(&isolated), simulated(&plain), "{}", isolated);
        }
    }
}

/// A sign or a letter, as it is or in other ways that say the same.
fn written(c: char, how: u8) -> String {
    match how % 4 {
        0 if c.is_ascii_punctuation() => format!("\\{c}"),
        1 => format!("&#{};", u32::from(c)),
        2 => format!("&#x{:X};", u32::from(c)),
        _ => c.to_string(),
    }
}

/// A text with mistakes, and the same text with escapes, references, ends of lines and spaces in its code.
fn twice() -> impl Strategy<Value = (String, String)> {
    const PARTS: [&str; 16] = [
        "نعم, لا",
        "كيف؟لا",
        "كتـــاب",
        "السلم و الأمن",
        "نعم ، لا",
        "الى",
        "کتاب",
        "سنة ٢٠٢٥ هنا",
        "(كلمة)",
        "[كلمة]",
        "**كتاب:**نص",
        "`x`",
        "1 200 000 نسمة",
        "كلمة\u{202E}",
        "ﻼ",
        "كلمة",
    ];
    let part = (
        proptest::sample::select(&PARTS[..]),
        proptest::collection::vec(0_u8..12, 24),
    );
    let parts = proptest::collection::vec((part, any::<bool>()), 1..6);
    (parts, 0..4_usize).prop_map(|(parts, container)| {
        let (first, next) = [("", ""), ("> ", "> "), ("- ", "  "), ("> 1. ", ">    ")][container];
        let (mut plain, mut other) = (first.to_owned(), first.to_owned());
        for ((part, hows), breaks) in parts {
            let keeps = part.contains(['*', '`']);
            let said = part.chars().zip(hows.into_iter().cycle());
            let said: String = said
                .map(|(c, how)| {
                    if keeps || c == ' ' {
                        c.to_string()
                    } else {
                        written(c, how)
                    }
                })
                .collect();
            plain.push_str(&format!("كلمة {part} كلمة `a b` هنا "));
            let space = if breaks {
                format!("\n{next}")
            } else {
                " ".to_owned()
            };
            other.push_str(&format!("كلمة {said} كلمة `` a{space}b ``{space}هنا "));
        }
        (plain, other)
    })
}

/// What source text says: without the escapes of TOML and of Markdown.
fn said(source: &str, is_toml: bool) -> String {
    let said = if is_toml {
        let table: toml::Table = format!("a = \"\"\"{source}\"\"\"").parse().unwrap();
        table["a"].as_str().unwrap().to_owned()
    } else {
        source.to_owned()
    };
    let mut text = String::new();
    let mut chars = said.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        text.push(if escapes { chars.next().unwrap() } else { c });
    }
    crate::html::decode(&text).into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// An escape moved all places behind it, and what had one near it was not fixed.
    #[test]
    fn a_finding_stands_where_its_words_are_written((plain, other) in twice(), toml in any::<bool>()) {
        let (html, expected) = read(&plain, &TextPlace::Exact(0), None);
        let (file, place) = if toml {
            let escape = |c: char| match c {
                '\\' => "\\\\".to_owned(),
                'ك' | 'ل' | ',' | '&' => format!("\\u{:04X}", u32::from(c)),
                c => c.to_string(),
            };
            let file = format!("a = \"\"\"\n{}\"\"\"\n", other.chars().map(escape).collect::<String>());
            let place = TextPlace::of_value(&other, 4..file.len() - 1, &file);
            (file, place)
        } else {
            (format!("+++\n+++\n{other}"), TextPlace::Exact(8))
        };
        let (same, found) = read(&other, &place, None);
        let words = |html: &str| {
            let text: String = parts(html).into_iter().filter(|part| !part.0).map(|part| part.1).collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        prop_assert_eq!(words(&same), words(&html));
        let at = |problem: &Diagnostic| problem.span.clone().unwrap().range;
        let (controls, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|problem| problem.code == "E109");
        let is_control = |problem: &Diagnostic| said(&file[at(problem)], toml) == "\u{202E}";
        prop_assert!(controls.iter().all(is_control));
        let expected_words: Vec<_> = expected.iter().map(|problem| (problem.code, plain[at(problem)].to_owned())).collect();
        let found_words: Vec<_> = found.iter().map(|problem| (problem.code, said(&file[at(problem)], toml))).collect();
        prop_assert_eq!(found_words, expected_words, "{}", file);
        for (problem, plainly) in found.iter().zip(&expected) {
            let (Some(fix), Some(plain_fix)) = (&problem.fix, &plainly.fix) else { continue };
            let (mut fixed, mut plain) = (file.clone(), plain.clone());
            fixed.replace_range(fix.range.clone(), &fix.replacement);
            plain.replace_range(plain_fix.range.clone(), &plain_fix.replacement);
            let fixed = if toml {
                let table: toml::Table = fixed.parse().unwrap();
                table["a"].as_str().unwrap().to_owned()
            } else {
                fixed[8..].to_owned()
            };
            prop_assert_eq!(words(&self::html(&fixed, None)), words(&self::html(&plain, None)), "{}", fixed);
        }
    }
}
