//! Numbers that prose has in words are those of the data: of the entries, of their groups and of the facts.

use super::{FACTS, entries, list, text};

/// The words for a number before a counted noun, in the nominative and in the other cases; a noun of feminine gender.
fn feminine(number: usize) -> [&'static str; 2] {
    match number {
        3 => ["ثلاث", "ثلاثا"],
        5 => ["خمس", "خمسا"],
        7 => ["سبع", "سبعا"],
        9 => ["تسع", "تسعا"],
        13 => ["ثلاث عشرة"; 2],
        14 => ["أربع عشرة"; 2],
        15 => ["خمس عشرة"; 2],
        38 => ["ثمان وثلاثون", "ثمانيا وثلاثين"],
        40 => ["أربعون", "أربعين"],
        43 => ["ثلاث وأربعون", "ثلاثا وأربعين"],
        45 => ["خمس وأربعون", "خمسا وأربعين"],
        _ => panic!("no words for {number}: write them here and in the content"),
    }
}

/// The same before a noun of masculine gender.
fn masculine(number: usize) -> [&'static str; 2] {
    match number {
        10 => ["عشرة"; 2],
        11 => ["أحد عشر"; 2],
        16 => ["ستة عشر"; 2],
        20 => ["عشرون", "عشرين"],
        21 => ["واحد وعشرون", "واحدا وعشرين"],
        23 => ["ثلاثة وعشرون", "ثلاثة وعشرين"],
        _ => panic!("no words for {number}: write them here and in the content"),
    }
}

/// Fails unless the text has the number, in one of its cases, with the noun after it.
fn says(place: &str, prose: &str, number: [&str; 2], noun: &str) {
    let said = number
        .iter()
        .any(|number| prose.contains(&format!("{number} {noun}")));
    assert!(said, "{place} does not say {} {noun}: {prose}", number[0]);
}

fn count(key: &str) -> usize {
    FACTS["counts"][key].as_u64().unwrap().try_into().unwrap()
}

#[test]
fn a_country_tells_how_many_share_its_phrase() {
    let countries = entries("countries");
    let mut shared = 0;
    for (_, contact) in entries("contacts") {
        for group in list(&contact["groups"]) {
            let parties: Vec<_> = list(&group["parties"]).map(text).collect();
            let slugs = parties
                .iter()
                .filter_map(|id| id.strip_prefix("countries/"));
            for slug in slugs.filter(|_| group["shared"] == true) {
                let noun = if parties.len() > 10 {
                    "دولة"
                } else {
                    "دول"
                };
                let description = text(&countries[slug]["description"]);
                says(slug, description, feminine(parties.len()), noun);
                shared += 1;
            }
        }
    }
    assert_eq!(shared, count("countries_with_shared_interlocutor"));
}

#[test]
fn a_region_tells_how_many_countries_it_has() {
    let method = content("method");
    for (slug, region) in entries("regions") {
        let countries = entries("countries");
        let here = countries.values().filter(|c| c["region"] == slug).count();
        let noun = if here > 10 { "دولة" } else { "دول" };
        says(&slug, text(&region["description"]), feminine(here), noun);
        let title = text(&region["title"]);
        says(
            "method",
            &method,
            feminine(here),
            &format!("في فقرة {title}"),
        );
    }
}

/// The whole file of a page.
fn content(page: &str) -> String {
    let path = crate::site::repository().join(format!("content/pages/{page}.md"));
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn pages_tell_how_many_there_are() {
    let regional = feminine(count("countries_in_regional_lists"));
    for page in ["home", "method"] {
        says(page, &content(page), regional, "دولة");
    }
    let all = feminine(count("partner_countries_named"));
    says("countries", &content("countries"), all, "دولة");
    says("countries", &content("countries"), regional, "ذكرها المقال");
    let paragraphs = feminine(count("paragraphs"));
    says("method", &content("method"), paragraphs, "فقرة");
    let organisations = feminine(entries("organisations").len());
    for page in ["home", "organisations"] {
        says(page, &content(page), organisations, "منظمات وهيئات");
    }

    let topics = content("topics");
    says(
        "topics",
        &topics,
        masculine(entries("topics").len()),
        "موضوعا",
    );
    says("topics", &topics, masculine(count("contexts")), "سياقا");
    let [_, here] = masculine(entries("topics").len());
    let [unit, tens] = here.split_once(' ').map(<[&str; 2]>::from).unwrap();
    let all = format!("المواضيع ال{unit} وال{}", &tens['و'.len_utf8()..]);
    assert!(content("data").contains(&all), "{all}");

    let pages = entries("pages");
    let length = |page: &str, field: &str| list(&pages[page][field]).count();
    let not_stated = masculine(length("limits", "not_stated"));
    says(
        "limits",
        text(&pages["limits"]["description"]),
        not_stated,
        "أمرا",
    );
    says("limits", text(&pages["limits"]["lead"]), not_stated, "أمرا");
    let ambiguities = masculine(length("limits", "ambiguities"));
    says(
        "limits",
        text(&pages["limits"]["description"]),
        ambiguities,
        "موضعا",
    );
    says(
        "limits",
        text(&pages["limits"]["lead"]),
        ambiguities,
        "موضعا",
    );
    let spellings = masculine(length("glossary", "spellings"));
    says(
        "glossary",
        text(&pages["glossary"]["description"]),
        spellings,
        "لفظا",
    );
    says(
        "glossary",
        text(&pages["glossary"]["lead"]),
        spellings,
        "لفظا",
    );
    let editorial = masculine(length("method", "editorial"));
    says("method", &content("method"), editorial, "أمور");
}

/// Of the countries that were met: how many by an office of one's own, by a body alone, and in a phrase with others.
#[test]
fn limits_tell_whose_office_is_known() {
    let countries = entries("countries");
    let (mut office, mut body) = (0, 0);
    for (_, contact) in entries("contacts") {
        for group in list(&contact["groups"]).filter(|group| group["shared"] == false) {
            let words = &group["interlocutor"];
            let own = list(&group["parties"]).filter_map(|id| text(id).strip_prefix("countries/"));
            for slug in own {
                // Where the words are the name of the body and no more, nobody's office is among them.
                *(if countries[slug]["agency"] == *words {
                    &mut body
                } else {
                    &mut office
                }) += 1;
            }
        }
    }
    let shared = count("countries_with_shared_interlocutor");
    let all = count("countries_in_regional_lists");
    assert_eq!(office + body + shared, all);
    assert_eq!(
        (office, body),
        (
            count("countries_with_an_office"),
            count("countries_with_an_agency_only")
        )
    );

    let limits = entries("pages")["limits"].clone();
    let line = list(&limits["not_stated"]).map(text);
    let line = line
        .into_iter()
        .find(|line| line.contains("وظيفة المسؤول"))
        .unwrap();
    says("limits", line, feminine(office), "دول");
    says("limits", line, feminine(shared), "يجمعها");
    let [_, rest] = feminine(all - office);
    assert!(line.contains(&format!("الدول ال{rest} الباقية")), "{line}");
    assert_eq!(body, 2);
    assert!(line.contains("اثنتان"), "{line}");
}
