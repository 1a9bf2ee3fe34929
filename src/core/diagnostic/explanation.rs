//! The pages that explain codes: `docs/diagnostics.md` and `docs/diagnostics.ar.md`, a section of each for a code. What is
//! printed about a code and what is read in the documentation is one text.

use super::Code;
use crate::locale::Language;

const ENGLISH: &str = include_str!("../docs/diagnostics.md");
const ARABIC: &str = include_str!("../docs/diagnostics.ar.md");

/// What a code means, with an example before and after it is mended, and what to do. Texts are of Markdown, a paragraph each.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The code.
    pub code: &'static Code,
    /// What is wrong, in a few words.
    pub title: String,
    /// What that means: the title, and what is to be said of it and of its message.
    pub meaning: Vec<String>,
    /// The example, as it is refused and as it is accepted.
    pub example: Example,
    /// What to do.
    pub fix: Vec<String>,
}

/// A part of a file, or a command, with the mistake and without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// The file that it is a part of, in the site that `warraq new` makes.
    pub file: Option<&'static str>,
    /// With the mistake.
    pub before: &'static str,
    /// Without it.
    pub after: &'static str,
}

impl Explanation {
    /// The page of a code.
    #[must_use]
    pub fn of(code: &'static Code, language: Language) -> Option<Self> {
        let document = match language {
            Language::English => ENGLISH,
            Language::Arabic => ARABIC,
        };
        let section = section(document, code.code)?;
        let (before, meaning, rest) = fenced(section)?;
        let (after, message, fix) = fenced(rest)?;
        // The line before the fence says where the example stands, the one before the second that it comes after.
        let (meaning, place) = meaning.trim_end().rsplit_once('\n')?;
        let (message, _) = message.trim_end().rsplit_once('\n').unwrap_or_default();
        let title = bold(meaning.trim())?;
        let (_, fix) = fix.trim().strip_prefix('*')?.split_once(":*")?;
        Some(Self {
            code,
            title: joined(title.trim_end_matches(['.', ',', ':', '،', '؛'])),
            meaning: [meaning, message]
                .into_iter()
                .flat_map(paragraphs)
                .collect(),
            example: Example {
                file: place.split('`').nth(1),
                before,
                after,
            },
            fix: paragraphs(fix).collect(),
        })
    }
}

/// The bold words that a paragraph begins with. What stands between ` and ` ends nothing.
fn bold(paragraph: &str) -> Option<&str> {
    let words = paragraph.strip_prefix("**")?;
    let mut ends = words.match_indices("**").map(|(at, _)| at);
    let end = ends.find(|at| words[..*at].matches('`').count() % 2 == 0)?;
    Some(&words[..end])
}

/// What stands under the heading of a code, up to the next heading.
fn section(document: &'static str, code: &str) -> Option<&'static str> {
    let (_, section) = document.split_once(&format!("\n### {code}\n"))?;
    // Headings in examples are deeper in nothing but a fence.
    let mut is_fenced = false;
    let mut at = 0;
    for line in section.split_inclusive('\n') {
        if line.starts_with("```") {
            is_fenced = !is_fenced;
        } else if !is_fenced && (line.starts_with("## ") || line.starts_with("### ")) {
            break;
        }
        at += line.len();
    }
    section.get(..at)
}

/// The first fenced text, and what stands before and after it.
fn fenced(text: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (before, rest) = text.split_once("\n```")?;
    let (_, rest) = rest.split_once('\n')?;
    let (inside, after) = rest.split_once("\n```\n")?;
    Some((inside, before, after))
}

fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    text.split("\n\n")
        .map(joined)
        .filter(|text| !text.is_empty())
}

/// The lines of a paragraph as one.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::CODES;
    use super::*;

    #[test]
    fn every_code_has_a_page_in_each_language_with_the_same_example() {
        for code in CODES {
            let [english, arabic] = Language::ALL.map(|language| {
                Explanation::of(code, language)
                    .unwrap_or_else(|| panic!("{} has no page in {}", code.code, language.tag()))
            });
            assert_eq!(english.title, code.title);
            assert_eq!(english.example, arabic.example, "{}", code.code);
            assert_ne!(english.example.before, english.example.after);
            assert!(!english.fix.is_empty() && !arabic.fix.is_empty());
            let is_arabic = |text: &str| text.contains(|c| matches!(c, 'ا'..='ي'));
            assert!(is_arabic(&arabic.title), "{}", code.code);
            assert!(arabic.fix.iter().all(|text| is_arabic(text)));
        }
    }

    #[test]
    fn pages_are_in_one_order_in_each_language_and_there_are_no_others() {
        let [english, arabic] = [ENGLISH, ARABIC].map(|document| {
            let headings = document
                .lines()
                .filter_map(|line| line.strip_prefix("### "));
            // Others are those of an example.
            let headings = headings.filter(|heading| heading.is_ascii());
            headings.collect::<Vec<_>>()
        });
        assert_eq!(english, arabic);
        let mut codes = english;
        codes.sort_by_key(|code| &code[1..]);
        let listed: Vec<&str> = CODES.iter().map(|code| code.code).collect();
        assert_eq!(codes, listed);
    }
}
