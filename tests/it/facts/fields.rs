//! Every entry has the fields that the facts give it, and the article stands letter for letter.

use std::fs;

use serde_json::{Value as Json, json};

use super::{FACTS, agree, entries, expect, list, text};
use crate::site::repository;

/// Words quoted from a paragraph.
fn cite(paragraph: &Json, words: &Json) -> Json {
    json!({ "p": paragraph, "quote": [words] })
}

#[test]
fn the_article_is_there_letter_for_letter() {
    let source = &entries("source")["article"];
    let article = fs::read_to_string(repository().join("tests/reference/article.txt")).unwrap();
    let mut lines = article.lines().filter(|line| !line.is_empty());
    assert_eq!(source["byline"], lines.next().unwrap());
    assert_eq!(source["title"], lines.next().unwrap());
    let paragraphs: Vec<_> = list(&source["paragraphs"])
        .map(|p| text(&p["text"]))
        .collect();
    assert_eq!(paragraphs, lines.collect::<Vec<_>>());

    for (found, fact) in list(&source["paragraphs"]).zip(list(&FACTS["source"]["paragraphs"])) {
        let sentences: Vec<_> = list(&fact["sentences"])
            .map(|sentence| &sentence["text"])
            .collect();
        assert_eq!(found["n"], fact["n"]);
        assert_eq!(found["sentences"], json!(sentences));
        let joined = sentences
            .iter()
            .map(|sentence| text(sentence))
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(found["text"], joined);
    }
    for unknown in ["url_published", "date_published"] {
        assert_eq!(source[unknown], Json::Null);
    }
    let claims = list(&source["claims"]).zip(list(&FACTS["claims"]));
    for (found, fact) in claims {
        assert_eq!(found["cite"], fact["cite"]);
        assert!(
            list(&found["kinds"]).all(|kind| text(&fact["kind"]).contains(text(kind))),
            "{fact}"
        );
    }
    assert_eq!(
        list(&source["claims"]).count(),
        list(&FACTS["claims"]).count()
    );
}

#[test]
fn the_event() {
    let fact = &FACTS["event"];
    let date = |key: &str| json!({ "$__toml_private_datetime": fact["dates"][key] });
    let side = list(&FACTS["moroccan_side"]);
    let side: Vec<_> = side
        .map(|one| json!({ "phrase": one["phrase"], "cite": one["cite"] }))
        .collect();
    let expected = json!({
        "attested": fact["cites"],
        "dates": fact["dates"]["attested"],
        "start": date("start"),
        "end": date("end"),
        "place": fact["place"]["cites"],
        "city": fact["place"]["city"],
        "host": fact["host"]["attested"],
        "moroccan_side": side,
        "edition": fact["edition_number"],
        "organiser": fact["organiser"],
        "venue": fact["place"]["venue"],
        "agenda": fact["agenda"],
        "participants_total": fact["participants_total"],
        "resolutions": fact["resolutions"],
    });
    agree(
        "event",
        [(text(&fact["id"]).to_owned(), expected)].into_iter(),
    );
}

#[test]
fn regions() {
    let count = &FACTS["counts"]["countries_per_region"];
    let expected = expect(&FACTS["regions"], |fact| {
        json!({
            "title": fact["title"],
            "order": fact["order"],
            "paragraph": fact["paragraph"],
            "attested": fact["attested"],
            "opening": fact["opening"],
            "expect_countries": count[text(&fact["slug"])],
        })
    });
    agree("regions", expected);
}

#[test]
fn countries() {
    let expected = expect(&FACTS["countries"], |fact| {
        json!({
            "title": fact["name"],
            "name_source": fact["name_source"],
            "iso2": fact["iso2"],
            "iso3": fact["iso3"],
            "region": fact["region"],
            "paragraph": fact["paragraph"],
            "order": fact["order_in_paragraph"],
            "attested": cite(&fact["paragraph"], &fact["attested"]),
            "attested_as": fact["attested_as"],
            "printed": cite(&fact["paragraph"], &fact["printed_token"]),
            "sort_key": fact["sort_key"],
            "aliases": fact["aliases"],
            "tile": fact["tile"],
        })
    });
    agree("countries", expected);
}

#[test]
fn organisations() {
    let expected = expect(&FACTS["organisations"], |fact| {
        json!({
            "title": fact["name"],
            "paragraph": fact["paragraph"],
            "attested": fact["attested"],
            "part_of": fact["parent"],
            "also": fact["also"],
            "category": fact["category"],
            "aliases": fact["aliases"],
        })
    });
    agree("organisations", expected);
}

#[test]
fn agreements() {
    let expected = expect(&FACTS["agreements"], |fact| {
        let mut fields = json!({});
        for same in [
            "title",
            "country",
            "partner_agency",
            "term",
            "kind",
            "kind_ambiguous",
            "subject",
            "full",
            "place",
        ] {
            fields[same] = fact[same].clone();
        }
        for same in [
            "paragraph",
            "order",
            "moroccan_party",
            "date",
            "text",
            "duration",
        ] {
            fields[same] = fact[same].clone();
        }
        fields["signatories"] = fact["moroccan_signatory"].clone();
        fields
    });
    agree("agreements", expected);
    for (slug, entry) in entries("agreements") {
        let gaps: Vec<_> = list(&entry["not_stated"]).map(text).collect();
        let fields = [
            "place",
            "moroccan_party",
            "signatories",
            "date",
            "text",
            "duration",
        ];
        let absent = fields.into_iter().filter(|field| entry[*field].is_null());
        assert_eq!(gaps, absent.collect::<Vec<_>>(), "gaps of {slug}");
    }
    let page = &entries("pages")["agreements"];
    assert_eq!(page["announced"], FACTS["agreements_general"]["announced"]);
    assert_eq!(
        page["expected_effect"],
        FACTS["agreements_general"]["expected_effect"]
    );
}

#[test]
fn what_the_article_does_not_say_and_how_it_spells() {
    let limits = &entries("pages")["limits"];
    for key in ["not_stated", "ambiguities"] {
        assert_eq!(
            list(&limits[key]).count(),
            list(&FACTS[key]).count(),
            "{key}"
        );
    }
    let spellings = entries("pages")["glossary"]["spellings"].clone();
    let found: Vec<_> = list(&spellings)
        .map(|spelling| &spelling["article"])
        .collect();
    let expected: Vec<_> = list(&FACTS["quirks"]["spelling"])
        .map(|spelling| &spelling["article"])
        .collect();
    assert_eq!(found, expected);
}
