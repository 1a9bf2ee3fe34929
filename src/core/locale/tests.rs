//! The catalogues against each other.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::{self, written};
use super::text::LISTED;
use super::{Argument, Language, Text, text};

/// The texts of a catalogue, each with the arguments that it names, those of the texts it is made of included.
fn arguments(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, (BTreeSet<String>, Vec<String>)> = BTreeMap::new();
    let mut id = String::new();
    for line in written(language).lines() {
        if let Some((name, _)) = line.split_once(" =").filter(|_| starts_a_text(line)) {
            id = name.to_owned();
            let earlier = found.insert(id.clone(), Default::default());
            assert!(earlier.is_none(), "{id} stands twice in {language:?}");
        }
        if line.starts_with('#') {
            continue;
        }
        let Some((names, texts)) = found.get_mut(&id) else {
            continue;
        };
        for placeable in line.split('{').skip(1) {
            let inside = placeable.split('}').next().unwrap().trim();
            let inside = inside.trim_end_matches("->").trim();
            match inside.strip_prefix('$') {
                Some(name) => _ = names.insert(name.to_owned()),
                None if starts_a_text(inside) => texts.push(inside.to_owned()),
                None => {}
            }
        }
    }
    let own = found.clone();
    for (names, texts) in found.values_mut() {
        for other in texts {
            names.extend(own[other].0.iter().cloned());
        }
    }
    let only = found.into_iter().map(|(id, (names, _))| (id, names));
    only.collect()
}

fn starts_a_text(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_lowercase())
}

#[test]
fn the_catalogues_say_the_same_things_of_the_same_arguments() {
    let english = arguments(Language::English);
    let arabic = arguments(Language::Arabic);
    let ids = |of: &BTreeMap<String, _>| of.keys().cloned().collect::<Vec<_>>();
    assert_eq!(ids(&english), ids(&arabic));
    let differ = english.iter().filter(|(id, names)| arabic[*id] != **names);
    assert_eq!(differ.collect::<Vec<_>>(), []);
}

#[test]
fn every_text_is_read_without_an_error_for_every_number() {
    for language in Language::ALL {
        assert_eq!(catalogue::errors(language), Vec::<String>::new());
        for (id, names) in arguments(language) {
            for number in [0_usize, 1, 2, 3, 11, 100] {
                let values = names.iter().map(|name| {
                    let name: &'static str = name.clone().leak();
                    (name, Argument::from(number))
                });
                let text = Text::known(id.clone().leak(), values.collect());
                let words = text.say(language);
                // An argument that is not given stands as `{$name}`; braces in the words themselves are none.
                assert!(!words.contains("{$"), "{id}: {words}");
                assert!(!words.trim().is_empty(), "{id} says nothing");
            }
        }
    }
}

#[test]
fn numbers_choose_forms_and_lists_have_the_commas_of_their_language() {
    let said = |text: &Text| Language::ALL.map(|language| text.say(language).into_owned());
    let errors = |count: usize| said(&text!("errors", count));
    assert_eq!(errors(1), ["1 error", "خطأ واحد"]);
    assert_eq!(errors(2), ["2 errors", "خطآن"]);
    assert_eq!(errors(11)[1], "\u{2068}11\u{2069} خطأ");
    let names = vec!["a".to_owned(), "b".to_owned()];
    let [english, arabic] = said(&text!("target-unnamed-hint", names));
    assert_eq!(english, "name one of: a, b");
    assert_eq!(arabic, "سمّ واحدة منها: \u{2068}a، b\u{2069}");
}

#[test]
fn of_a_long_list_the_first_are_said() {
    for (length, said) in [
        (LISTED, LISTED),
        (LISTED + 1, LISTED + 1),
        (5000, LISTED + 1),
    ] {
        let names: Vec<String> = (0..length).map(|number| number.to_string()).collect();
        let list = Argument::from(names);
        let items = list.say(Language::English).split(", ").count();
        assert_eq!(items, said, "{length}");
        let is_cut = list.say(Language::Arabic).ends_with("، …");
        assert_eq!(is_cut, length > LISTED);
    }
}

#[test]
fn a_language_is_known_by_its_tag_or_by_the_name_of_a_locale() {
    for (name, language) in [
        ("ar", Some(Language::Arabic)),
        ("ar-MA", Some(Language::Arabic)),
        ("ar_MA.UTF-8", Some(Language::Arabic)),
        ("AR@latin", Some(Language::Arabic)),
        ("en_GB.UTF-8", Some(Language::English)),
        ("arn", None),
        ("C.UTF-8", None),
        ("", None),
    ] {
        assert_eq!(Language::of(name), language, "{name}");
    }
}
