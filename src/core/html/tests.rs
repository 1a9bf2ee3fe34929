//! html5lib's tests of tokenizers, and what must hold of every text.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::raw_text::RawText;
use super::{Addresses, Token, Tokens, decode, decode_value, each_address, plain_text};

const FILES: [&str; 6] = [
    include_str!("../../../tests/html5lib/test1.test"),
    include_str!("../../../tests/html5lib/test2.test"),
    include_str!("../../../tests/html5lib/test4.test"),
    include_str!("../../../tests/html5lib/contentModelFlags.test"),
    include_str!("../../../tests/html5lib/escapeFlag.test"),
    include_str!("../../../tests/html5lib/entities.test"),
];

#[test]
fn html_is_read_as_the_standard_says() {
    let mut count = 0;
    for file in FILES {
        let file: Json = serde_json::from_str(file).unwrap();
        for test in file["tests"].as_array().unwrap() {
            count += run(test);
        }
    }
    assert!(count > 300, "{count}");
}

/// Runs a test in each state that it is for, and answers how many those were.
fn run(test: &Json) -> usize {
    let whole = json!(["Data state"]);
    let states = test.get("initialStates").unwrap_or(&whole);
    let states = states.as_array().unwrap().iter();
    // Texts that are no Unicode, and states that no page gets into.
    let Some((input, expected)) = texts(test) else {
        return 0;
    };
    let known = states.filter(|state| {
        let kind = match state.as_str().unwrap() {
            "Data state" => None,
            "RCDATA state" => Some(RawText::WithReferences),
            "RAWTEXT state" | "Script data state" => Some(RawText::Plain),
            _ => return false,
        };
        // A text that stands in a script is one that a script's end ends.
        let is_script = *state == "Script data state";
        let element = test["lastStartTag"].as_str();
        let element = element.unwrap_or(if is_script { "script" } else { "xmp" });
        let raw = kind.map(|kind| (kind, element));
        assert_eq!(read(&input, raw), expected, "{test:#} in {state}");
        true
    });
    known.count()
}

/// The input of a test and what comes of it.
fn texts(test: &Json) -> Option<(String, Json)> {
    let unescaped = |text: &str| -> Option<String> {
        if test["doubleEscaped"] != true {
            return Some(text.to_owned());
        }
        serde_json::from_str(&format!("\"{}\"", text.replace('"', "\\\""))).ok()
    };
    let input = unescaped(test["input"].as_str()?)?;
    let mut expected = Vec::new();
    for token in test["output"].as_array()? {
        match token[0].as_str()? {
            "Comment" => expected.push(json!("comment")),
            "DOCTYPE" => expected.push(json!("doctype")),
            kind => {
                let token = serde_json::to_string(token).ok()?;
                let token = if test["doubleEscaped"] == true {
                    token.replace("\\\\u", "\\u")
                } else {
                    token
                };
                let token: Json = serde_json::from_str(&token).ok()?;
                push(&mut expected, kind, token);
            }
        }
    }
    Some((
        input.replace("\r\n", "\n").replace('\r', "\n"),
        json!(expected),
    ))
}

/// Adds a token, and text to the text before it.
fn push(tokens: &mut Vec<Json>, kind: &str, token: Json) {
    if kind == "Character"
        && let Some(last) = tokens.last_mut().filter(|last| last[0] == "Character")
    {
        let (before, text) = (last[1].as_str().unwrap(), token[1].as_str().unwrap());
        *last = json!(["Character", before.to_owned() + text]);
        return;
    }
    tokens.push(token);
}

/// A text as html5lib writes tokens.
fn read(html: &str, raw: Option<(RawText, &str)>) -> Json {
    let mut read = Vec::new();
    let mut tokens = Tokens::of(html);
    if let Some((kind, element)) = raw {
        tokens.set_raw(kind, element);
    }
    // What no text may hold is replaced where it is no text between tags.
    let valid = |text: &str| text.replace('\0', "\u{FFFD}");
    while let Some(token) = tokens.read() {
        match token {
            Token::Text(text) if raw.is_some() => {
                push(
                    &mut read,
                    "Character",
                    json!(["Character", valid(&decode(text))]),
                );
            }
            Token::Text(text) => push(&mut read, "Character", json!(["Character", decode(text)])),
            Token::Raw(text) => push(&mut read, "Character", json!(["Character", valid(text)])),
            Token::Start(tag) => {
                let mut attributes = BTreeMap::new();
                for attribute in tag.attributes {
                    let value = valid(&decode_value(attribute.value));
                    let name = valid(&attribute.name.to_ascii_lowercase());
                    attributes.entry(name).or_insert(value);
                }
                let name = valid(&tag.name.to_ascii_lowercase());
                read.push(if tag.is_closed() {
                    json!(["StartTag", name, attributes, true])
                } else {
                    json!(["StartTag", name, attributes])
                });
            }
            Token::End(tag) => read.push(json!(["EndTag", valid(&tag.name.to_ascii_lowercase())])),
            Token::Other(text) => {
                let kind = text[1..].trim_start_matches('/');
                let start = text.get(..9).unwrap_or_default();
                if start.eq_ignore_ascii_case("<!doctype") {
                    read.push(json!("doctype"));
                } else if !kind.starts_with(|c: char| c.is_ascii_alphabetic()) && text != "</>" {
                    read.push(json!("comment"));
                }
            }
        }
    }
    json!(read)
}

proptest::proptest! {
    /// Bytes are in one token each, and what was read is what is written.
    #[test]
    fn every_byte_of_a_text_is_in_one_token(
        html in "(<(/?)(a|script|title|svg|p|!--)|[<>a=\"'/ ب!?\\[\\]-]|-->|</script>){0,12}",
    ) {
        let mut written = String::new();
        let mut tokens = Tokens::of(&html);
        loop {
            let at = tokens.at();
            let Some(token) = tokens.read() else { break };
            proptest::prop_assert_eq!(at, written.len());
            proptest::prop_assert!(!token.text().is_empty());
            written.push_str(token.text());
            let (Token::Start(tag) | Token::End(tag)) = token else { continue };
            proptest::prop_assert_eq!(tag.at, at);
            for attribute in tag.attributes {
                let text = &tag.text[attribute.at..];
                proptest::prop_assert!(text.starts_with(attribute.text));
                proptest::prop_assert!(!attribute.name.is_empty());
                proptest::prop_assert!(attribute.text.starts_with(attribute.name));
                proptest::prop_assert!(tag.text[attribute.value_at..].starts_with(attribute.value));
            }
        }
        proptest::prop_assert_eq!(written, html);
    }

    /// What is found of a text that is no HTML stands in it.
    #[test]
    fn nothing_that_stands_in_a_page_ends_the_reading(html in "[<>a=\"'/ ب!&#;x1-]{0,24}") {
        plain_text(&html);
        each_address(&html, |_, range| assert!(html.get(range).is_some()));
        Addresses::Candidates.replace(&html, |address| Some(address.to_owned()));
    }
}
