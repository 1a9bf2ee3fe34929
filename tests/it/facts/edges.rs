//! Who was met, what was talked about, and with which words: the facts that tie one entry to another.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::{FACTS, agree, entries, entry_of, expect, list, text};
use crate::provenance::segments;
use crate::site::Files;

#[test]
fn contacts() {
    let expected = expect(&FACTS["contacts"], |fact| {
        json!({
            "paragraph": fact["paragraph"],
            "sentence": fact["sentence"],
            "term": fact["term"],
            "verb": fact["verb"],
        })
    });
    agree("contacts", expected);
    let contacts = entries("contacts");
    for fact in list(&FACTS["contacts"]) {
        let mut parties = parties(fact).into_iter();
        for group in list(&contacts[text(&fact["id"])]["groups"]) {
            let words = text(&group["interlocutor"]["quote"][0]);
            for party in list(&group["parties"]) {
                let expected = parties.next().unwrap();
                let found = (text(party).to_owned(), words, &group["shared"]);
                // The facts add the name of a body to words that it shares with another.
                assert_eq!((&found.0, found.2), (&expected.0, &json!(expected.2)));
                assert!(
                    expected.1.starts_with(words),
                    "{found:?} is not {expected:?}"
                );
            }
        }
        assert_eq!(parties.next(), None);
    }
}

/// Whom a contact was with: the entry, the words for those who were met, and whether others share these words.
fn parties(contact: &Json) -> Vec<(String, &str, bool)> {
    let mut parties = Vec::new();
    for party in list(&contact["parties"]) {
        if let Some(country) = party["country"].as_str() {
            let own = party["interlocutor"].as_str();
            let words = own.or(party["interlocutor_shared"].as_str());
            parties.push((
                entry_of("countries", country),
                words.unwrap(),
                own.is_none(),
            ));
            continue;
        }
        let organisation = entry_of("organisations", text(&party["organisation"]));
        let is_shared = |words: &str| words.starts_with("مسؤولين بارزين من");
        // The second of two segments names the body, not those who were met.
        let met = list(&party["interlocutors"]).map(text);
        let met = met.filter(|words| !words.starts_with("جامعة"));
        parties.extend(met.map(|words| (organisation.clone(), words, is_shared(words))));
    }
    parties
}

#[test]
fn topics_and_what_they_are_mentioned_with() {
    let expected = expect(
        &FACTS["topics"],
        |fact| json!({ "title": fact["title"], "facet": fact["facet"] }),
    );
    agree("topics", expected);

    let contexts: BTreeMap<&str, String> = list(&FACTS["contexts"])
        .map(|context| {
            let (collection, id) = text(&context["entity"]).split_once('/').unwrap();
            let is_known = matches!(collection, "organisations" | "agreements");
            let entity = if is_known {
                entry_of(collection, id)
            } else {
                format!("{collection}/{id}")
            };
            (text(&context["id"]), entity)
        })
        .collect();
    let mut expected = BTreeSet::new();
    for topic in list(&FACTS["topics"]) {
        for mention in list(&topic["mentions"]) {
            let context = contexts[text(&mention["context"])].clone();
            let cite = json!({ "p": mention["p"], "quote": mention["quote"] });
            expected.insert((text(&topic["slug"]).to_owned(), context, cite.to_string()));
        }
    }
    let mut found = BTreeSet::new();
    for collection in ["event", "contacts", "agreements", "pages"] {
        for (slug, entry) in entries(collection) {
            // A contact stands for the region or the organisation on whose page it is, where it has one of its own.
            let shown_on = entry["shown_on"]
                .as_str()
                .filter(|page| !page.starts_with("pages/"));
            let context = shown_on.map_or_else(|| format!("{collection}/{slug}"), str::to_owned);
            for edge in entry["topics"].as_array().into_iter().flatten() {
                found.insert((
                    text(&edge["topic"]).to_owned(),
                    context.clone(),
                    edge["cite"].to_string(),
                ));
            }
        }
    }
    assert_eq!(found, expected);
}

/// Whether a word of a text is `word`, with or without a conjunction or preposition written on to it.
fn is_word(found: &str, word: &str) -> bool {
    let prefixes = ['و', 'ف', 'ب', 'ل', 'ك'];
    let rest = found.strip_suffix(word);
    rest.is_some_and(|rest| rest.chars().all(|c| prefixes.contains(&c)))
}

/// A topic is called what the article says, and is mentioned only where it says so: all words of its title stand, in their
/// order, in the words that each mention quotes.
#[test]
fn titles_of_topics_are_words_of_the_article() {
    let topics = entries("topics");
    let mut mentions = 0;
    for collection in ["event", "contacts", "agreements", "pages"] {
        for (slug, entry) in entries(collection) {
            for edge in entry["topics"].as_array().into_iter().flatten() {
                let title = text(&topics[text(&edge["topic"])]["title"]);
                let quote: Vec<&str> = list(&edge["cite"]["quote"]).map(text).collect();
                let quote = quote.join(" ");
                let mut words = quote.split([' ', '،']);
                for word in title.split(' ') {
                    assert!(
                        words.any(|found| is_word(found, word)),
                        "«{word}» of the topic «{title}» is not in «{quote}», which {collection}/{slug} quotes for it"
                    );
                }
                mentions += 1;
            }
        }
    }
    assert_eq!(FACTS["counts"]["matrix_cells"], mentions);
}

/// Calls `visit` with every citation in a value.
fn citations<'a>(value: &'a Json, visit: &mut impl FnMut(&'a Json)) {
    match value {
        Json::Object(fields) => {
            if fields.contains_key("p") && fields.contains_key("quote") {
                visit(value);
            }
            fields.values().for_each(|value| citations(value, visit));
        }
        Json::Array(items) => items.iter().for_each(|item| citations(item, visit)),
        _ => {}
    }
}

#[test]
fn every_citation_of_the_facts_is_in_the_content() {
    let dossier = Files::dossier();
    let quoted: Vec<(String, &str)> = segments(&dossier)
        .iter()
        .filter_map(|segment| {
            Some((
                segment.text[segment.cited()?].to_owned(),
                &segment.text[segment.words.clone()],
            ))
        })
        .collect();
    let mut missing = Vec::new();
    citations(&FACTS, &mut |citation| {
        let paragraph = citation["p"].to_string();
        let is_there = list(&citation["quote"]).all(|words| {
            quoted
                .iter()
                .any(|(p, quoted)| *p == paragraph && quoted.contains(text(words)))
        });
        if !is_there {
            missing.push(citation);
        }
    });
    assert!(missing.is_empty(), "{missing:#?}");
}
