//! The simulation by which `check` judges pages, against the tests of the Unicode Consortium: `BidiCharacterTest.txt` and
//! `BidiTest.txt`, from Debian's package `unicode-data`. `tests/run` installs it.

use std::fs;

use warraq::arabic::Direction;
use warraq::arabic::bidi::visual_order;

const FOLDER: &str = "/usr/share/unicode";

/// The lines of a file that are tests or settings.
fn lines(name: &str) -> Vec<String> {
    let path = format!("{FOLDER}/{name}");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("{path}: {error}; tests/run installs the package unicode-data")
    });
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

/// The order of the characters that are seen, by position: those whose level is not `x` (UAX #9, X9).
fn order(characters: &[char], direction: Option<Direction>, levels: &str) -> Vec<usize> {
    let text: String = characters.iter().collect();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let levels: Vec<&str> = levels.split_whitespace().collect();
    let order = visual_order(&text, direction).into_iter();
    let positions = order.map(|seen| starts.binary_search(&seen.at).unwrap());
    positions.filter(|at| levels[*at] != "x").collect()
}

fn numbers(field: &str) -> Vec<usize> {
    field
        .split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect()
}

#[test]
fn every_line_of_characters_is_ordered_as_unicode_says() {
    let mut cases = 0;
    for line in lines("BidiCharacterTest.txt") {
        let fields: Vec<&str> = line.split(';').collect();
        let characters = fields[0]
            .split(' ')
            .map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        let characters: Vec<char> = characters.collect();
        let direction = match fields[1] {
            "0" => Some(Direction::Ltr),
            "1" => Some(Direction::Rtl),
            _ => None,
        };
        assert_eq!(
            order(&characters, direction, fields[3]),
            numbers(fields[4]),
            "{line}"
        );
        cases += 1;
    }
    println!("{cases} cases of BidiCharacterTest.txt");
    assert!(cases > 90_000, "{cases}");
}

#[test]
fn every_line_of_classes_is_ordered_as_unicode_says() {
    let (mut cases, mut levels, mut expected) = (0, String::new(), Vec::new());
    for line in lines("BidiTest.txt") {
        if let Some(order) = line.strip_prefix("@Reorder:") {
            expected = numbers(order);
        } else if let Some(of_characters) = line.strip_prefix("@Levels:") {
            of_characters.clone_into(&mut levels);
        } else if !line.starts_with('@') {
            let (classes, directions) = line.split_once(';').unwrap();
            let characters: Vec<char> = classes.split_whitespace().map(example).collect();
            let directions: u8 = directions.trim().parse().unwrap();
            let all = [None, Some(Direction::Ltr), Some(Direction::Rtl)];
            for (bit, direction) in all.into_iter().enumerate() {
                if directions & (1 << bit) != 0 {
                    assert_eq!(
                        order(&characters, direction, &levels),
                        expected,
                        "{line} {direction:?}"
                    );
                    cases += 1;
                }
            }
        }
    }
    println!("{cases} cases of BidiTest.txt");
    assert!(cases > 700_000, "{cases}");
}

/// A character of a class.
fn example(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => 'א',
        "AL" => 'ا',
        "EN" => '1',
        "ES" => '+',
        "ET" => '%',
        "AN" => '٣',
        "CS" => ',',
        "NSM" => '\u{301}',
        "BN" => '\u{AD}',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "LRE" => '\u{202A}',
        "RLE" => '\u{202B}',
        "PDF" => '\u{202C}',
        "LRO" => '\u{202D}',
        "RLO" => '\u{202E}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        class => panic!("{class}"),
    }
}
