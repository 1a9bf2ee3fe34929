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

/// The words that stand in string literals of an expression; what is put between them is not among them.
fn words(expression: &str) -> Vec<String> {
    let mut words = Vec::new();
    let expression = expression.replace("\\\"", "").replace("\\n", " ");
    for literal in expression.split('"').skip(1).step_by(2) {
        let around = literal.split('{').enumerate().map(|(at, part)| match at {
            0 => part,
            _ => part.split_once('}').map_or("", |(_, after)| after),
        });
        let around: String = around.collect();
        if around.chars().any(char::is_alphabetic) {
            words.push(around);
        }
    }
    words
}

/// Whether two words follow each other.
fn is_prose(text: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
    let parts: Vec<_> = text.split(' ').map(is_word).collect();
    parts.windows(2).any(|pair| pair == [true, true])
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
    let text = fs::read_to_string(repository().join("src/core/locale/en.ftl")).unwrap();
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
    // Words of help are found by the names of commands and options; `cli/help` holds them against these.
    let is_help = |id: &str| id.starts_with("help-");
    let unsaid = own.keys().filter(|id| !said.contains(*id) && !is_help(id));
    wrong.extend(unsaid.map(|id| format!("nobody says {id}")));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The compiler lets a diagnostic have texts only; a text of words as they are could still be a sentence of ours.
#[test]
fn words_of_ours_are_in_the_catalogue_and_not_in_the_code() {
    let mut wrong = Vec::new();
    for file in sources::all() {
        let program: Vec<&str> = file.program().map(|(_, line)| line).collect();
        let program = program.join("\n");
        let mut given = Vec::new();
        // Tera's errors are made of a text too: `pages/filters/refusal.rs`.
        for way in ["Text::verbatim(", "Error::message("] {
            for call in program.split(way).skip(1) {
                given.extend(top_level(call));
            }
        }
        for call in program.split("text!(").skip(1) {
            // A name, an option or a line of site.toml is the same in every language.
            let arguments = top_level(call).into_iter().skip(1);
            given.extend(arguments.filter(|one| words(one).iter().any(|words| is_prose(words))));
        }
        for one in given.iter().filter(|one| !words(one).is_empty()) {
            wrong.push(format!("{}: {one}", file.path));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_words_of_a_literal_are_those_between_its_placeholders() {
    assert_eq!(words("format!(\"no {x} of {y}\", a)"), ["no  of "]);
    assert_eq!(words("format!(\"`{path}:{line}`\")"), [""; 0]);
    assert_eq!(words("error.to_string()"), [""; 0]);
    assert_eq!(words("format!(\"\\\"{x}\\\"\\n\")"), [""; 0]);
    assert!(is_prose("of the list"));
    assert!(!is_prose("url = false"));
}

#[test]
fn the_parts_of_a_call_are_told_apart_as_the_compiler_does() {
    assert_eq!(
        top_level("\"a-b\", name, n = f(x, \"),\"), c = ','), more"),
        ["\"a-b\"", "name", "n = f(x, \"),\")", "c = ','"]
    );
}
