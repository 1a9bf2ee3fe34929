//! Prose in which nothing is called is what it would be without components.

use proptest::prelude::*;

use super::lines;
use crate::arabic::bidi::Isolation;
use crate::arabic::typography::Typography;
use crate::arabic::{Direction, Language};
use crate::highlight;
use crate::html::{Token, Tokens};
use crate::markdown::guard::Guarded;
use crate::markdown::{ProseRules, TextIds, Wording, read};
use crate::path::SourcePath;
use crate::schema::Schema;
use crate::source::TextPlace;
use crate::source::typography::Judgement;

/// The HTML of a text in which components may be called or not, and how many calls it has.
fn calling(text: &str, calls_components: bool) -> (String, usize) {
    let language = Language::new("ar-MA").unwrap();
    let rules = ProseRules {
        raw_html: false,
        code: highlight::Rules::default(),
        isolation: Some(Isolation::new(Direction::Rtl, "en")),
        wording: Wording::of(&language),
        typography: Typography::new(&language, "", Vec::new()).into(),
    };
    let (path, place) = (SourcePath::new("content/a.md"), TextPlace::Exact(0));
    let (mut judgement, mut ids) = (Judgement::default(), TextIds::default());
    let gathered = (&mut judgement, &mut ids);
    let schema = Schema::default();
    let read = read(
        text,
        (&path, &place),
        &schema,
        &rules,
        gathered,
        calls_components,
    );
    let body = read.value.body;
    (body.html, body.calls.len())
}

/// What looks like calls, and what calls are made of.
fn text() -> impl Strategy<Value = String> {
    const PARTS: [&str; 29] = [
        "نص",
        "الساعة 10:30",
        ":نص",
        "http://a.example",
        ":",
        "::",
        ":::",
        "::: نص",
        "    ::: note {a=\"ع|\"}",
        "::: note",
        "| ",
        "[",
        "]",
        "{",
        "}",
        "{a=1}",
        "\\:",
        " ",
        "\n",
        "\n\n",
        "note",
        ":note",
        ":key[",
        "- ",
        "> ",
        "`",
        "**",
        "![ص](a.svg)",
        "[^1]",
    ];
    let part = proptest::sample::select(PARTS.to_vec());
    proptest::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn prose_without_calls_is_as_it_was(text in text()) {
        let (with, calls) = calling(&text, true);
        let (without, _) = calling(&text, false);
        let mut lines = lines(&text);
        Guarded::new(&text, &mut lines);
        if calls == 0 && lines.is_empty() {
            prop_assert_eq!(with, without);
        }
    }

    #[test]
    fn every_call_has_its_element_and_no_element_crosses_another(text in text()) {
        let (html, calls) = calling(&text, true);
        let (mut open, mut elements) = (Vec::new(), 0);
        let mut tokens = Tokens::of(&html);
        while let Some(token) = tokens.read() {
            match token {
                Token::Start(tag) if !tag.is_void() => {
                    elements += usize::from(tag.is(super::ELEMENT));
                    open.push(tag.name.to_owned());
                }
                Token::End(tag) => {
                    let opened = open.pop();
                    prop_assert_eq!(opened.as_deref(), Some(tag.name), "{}", html);
                }
                _ => {}
            }
        }
        prop_assert_eq!(&open, &Vec::<String>::new(), "{}", html);
        // A note to which nothing leads is not printed.
        if text.contains("[^1]:") {
            prop_assert!(elements <= calls);
        } else {
            prop_assert_eq!(elements, calls);
        }
    }
}
