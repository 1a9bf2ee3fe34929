//! What the program says stands in the catalogues: every text that the code names, with its arguments, and no other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::site::repository;
use crate::sources;

type Texts = BTreeMap<String, BTreeSet<String>>;

/// The texts that the code names, each with its arguments.
fn named() -> Vec<(String, BTreeSet<String>, String)> {
    let mut named = Vec::new();
    for file in sources::all() {
        let program: Vec<&str> = file.program().map(|(_, line)| line).collect();
        for call in program.join("\n").split("text!(").skip(1) {
            let mut parts = top_level(call).into_iter();
            let id = parts.next().unwrap_or_default();
            let Some(id) = id.strip_prefix('"').and_then(|id| id.strip_suffix('"')) else {
                continue;
            };
            let names = parts.map(|part| match part.split_once(" =") {
                Some((name, _)) => name.trim().to_owned(),
                None => part,
            });
            named.push((id.to_owned(), names.collect(), file.path.clone()));
        }
    }
    named
}

/// The parts between the commas of a call, to its closing parenthesis.
fn top_level(call: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    let mut is_string = false;
    let mut previous = ' ';
    for c in call.chars() {
        match c {
            '"' if previous != '\\' && previous != '\'' => is_string = !is_string,
            '(' | '[' | '{' if !is_string => depth += 1,
            ')' if !is_string && depth == 0 => break,
            ')' | ']' | '}' if !is_string => depth -= 1,
            ',' if !is_string && depth == 0 && previous != '\'' => {
                parts.push(String::new());
                previous = c;
                continue;
            }
            _ => {}
        }
        previous = c;
        parts.last_mut().unwrap().push(c);
    }
    let parts = parts.iter().map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// The texts of the English catalogue: what each names itself, and which texts it is made of.
fn catalogue() -> (Texts, Texts) {
    let text = fs::read_to_string(repository().join("src/locale/en.ftl")).unwrap();
    let (mut arguments, mut parts) = (Texts::new(), Texts::new());
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =")
            && line.starts_with(|c: char| c.is_ascii_lowercase())
        {
            name.clone_into(&mut id);
            arguments.insert(id.clone(), BTreeSet::new());
            parts.insert(id.clone(), BTreeSet::new());
        }
        for placeable in line.split('{').skip(1) {
            let inside = placeable.split('}').next().unwrap();
            let inside = inside.trim_end_matches("->").trim();
            if let Some(name) = inside.strip_prefix('$') {
                arguments.get_mut(&id).unwrap().insert(name.to_owned());
            } else if inside.starts_with(|c: char| c.is_ascii_lowercase()) {
                parts.get_mut(&id).unwrap().insert(inside.to_owned());
            }
        }
    }
    (arguments, parts)
}

#[test]
fn every_text_is_in_the_catalogue_with_the_arguments_it_is_given_and_every_one_there_is_said() {
    let (own, parts) = catalogue();
    let all = |id: &str| {
        let mut arguments = own[id].clone();
        for part in &parts[id] {
            arguments.extend(own[part].iter().cloned());
        }
        arguments
    };
    let mut wrong = Vec::new();
    let mut said: BTreeSet<String> = parts.values().flatten().cloned().collect();
    for (id, given, file) in named() {
        if !own.contains_key(&id) {
            wrong.push(format!("{file}: {id} is in no catalogue"));
        } else if all(&id) != given {
            wrong.push(format!(
                "{file}: {id} takes {:?}, given {given:?}",
                all(&id)
            ));
        }
        said.insert(id);
    }
    let unsaid = own.keys().filter(|id| !said.contains(*id));
    wrong.extend(unsaid.map(|id| format!("nobody says {id}")));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_parts_of_a_call_are_told_apart_as_the_compiler_does() {
    assert_eq!(
        top_level("\"a-b\", name, n = f(x, \"),\"), c = ','), more"),
        ["\"a-b\"", "name", "n = f(x, \"),\")", "c = ','"]
    );
}
