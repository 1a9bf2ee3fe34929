//! The language and the direction that every page has to say, and that its words have to be in.

use super::place::{Sources, place_in};
use crate::arabic::{Direction, is_all_arabic};
use crate::diagnostic::Diagnostic;
use crate::html::{Tag, Token};
use crate::locale::{Text, text};
use crate::path::OutputPath;
use crate::source::load;

/// What a page says of its language, while it is read: the element that holds it, and the first one whose language runs
/// from left to right and whose own words are all Arabic; on a page that runs from left to right itself, the other way
/// round, too: Arabic pages quote Latin names as their own.
#[derive(Debug, Default)]
pub(super) struct LanguageReader<'a> {
    /// Whether the element that holds the page has come.
    has_root: bool,
    root: Option<Fault>,
    words: Option<Fault>,
    /// The direction of the language of the page, once it is known.
    base: Option<Direction>,
    /// The tag before the next token, its language and the direction of that.
    said: Option<(&'a str, &'a str, Direction)>,
}

impl<'a> LanguageReader<'a> {
    /// Takes in the next token.
    pub(super) fn read(&mut self, token: &Token<'_, 'a>) {
        if let (Token::Text(words), Some((tag, language, direction))) = (token, self.said.take())
            && self.words.is_none()
            && self.is_wrong(words, direction)
        {
            self.words = Some(wrong_words(tag, language, words));
        }
        let Token::Start(tag) = token else {
            return;
        };
        if tag.is("html") && !self.has_root {
            self.has_root = true;
            self.root = root(tag);
        }
        let language = tag.value("lang");
        let direction = language.and_then(Direction::of_tag);
        if tag.is("html") {
            self.base = self.base.or(direction);
        }
        let said = language.zip(direction);
        self.said = said.map(|(language, direction)| (tag.text, language, direction));
    }

    /// Whether words cannot be in a language of this direction.
    fn is_wrong(&self, words: &str, direction: Direction) -> bool {
        match direction {
            Direction::Ltr => is_all_arabic(words),
            Direction::Rtl => self.base == Some(Direction::Ltr) && is_latin(words),
        }
    }

    /// What is wrong with the page that was read.
    pub(super) fn problems(
        &self,
        path: &OutputPath,
        sources: Sources<'_>,
    ) -> impl Iterator<Item = Diagnostic> {
        self.faults().map(move |fault| fault.at(path, sources))
    }

    fn faults(&self) -> impl Iterator<Item = &Fault> {
        self.root.iter().chain(&self.words)
    }
}

/// What is wrong, and the text by which its place is found.
#[derive(Debug)]
struct Fault {
    message: Text,
    hint: Text,
    marker: String,
}

impl Fault {
    fn at(&self, path: &OutputPath, sources: Sources<'_>) -> Diagnostic {
        let problem = Diagnostic::error("E715", self.message.clone())
            .on(path.url())
            .hint(self.hint.clone());
        let place = sources.place_in_own(&self.marker, path).or_else(|| {
            let mut templates = sources.snapshot.below(load::TEMPLATES);
            templates.find_map(|template| place_in(template, &self.marker))
        });
        match (place, sources.own(path)) {
            (Some(place), _) => problem.at(place),
            (None, Some(own)) => problem.at(&own),
            (None, None) => problem,
        }
    }
}

/// Whether words are all in Latin letters, and more than an abbreviation.
fn is_latin(words: &str) -> bool {
    let is_latin = |c: char| c.is_alphabetic() && c < '\u{250}';
    words.chars().filter(|c| is_latin(*c)).count() > 3
        && !words.contains(|c: char| c.is_alphabetic() && !is_latin(c))
}

/// What is wrong with the element that holds the page.
fn root(tag: &Tag<'_, '_>) -> Option<Fault> {
    let fault = |message: Text| {
        let words = "<html lang=\"{{ site.language }}\" dir=\"{{ site.direction }}\">";
        Some(Fault {
            message,
            hint: text!("write", words),
            marker: tag.text[..=tag.name.len()].to_owned(),
        })
    };
    let Some(language) = tag.value("lang").filter(|tag| !tag.is_empty()) else {
        return fault(text!("page-language-none"));
    };
    let Some(runs) = Direction::of_tag(language) else {
        return fault(text!("page-language-unknown", tag = language));
    };
    // Left to right is what a page is that says nothing.
    let says = tag.value("dir").unwrap_or("ltr");
    if !says.eq_ignore_ascii_case(runs.name()) {
        let message = match tag.value("dir") {
            Some(says) => text!("page-direction-wrong", language, direction = says),
            None => text!("page-direction-none", language, direction = runs.name()),
        };
        return fault(message);
    }
    None
}

fn wrong_words(tag: &str, language: &str, words: &str) -> Fault {
    Fault {
        message: text!("words-in-another-language", words = words.trim(), language),
        hint: text!("words-in-another-language-hint"),
        marker: tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::LanguageReader;
    use crate::html::Tokens;

    #[test]
    fn language_and_direction_are_read_in_every_spelling() {
        for (html, messages) in [
            ("<html lang=ar dir=rtl><p lang='fr'>oui</p>", vec![]),
            ("<!-- <html> --><HTML LANG=ar DIR=RTL>", vec![]),
            ("<html>", vec!["the page does not say its language"]),
            (
                "<HTML lang=ar>",
                vec!["the page is in `ar` and does not say that it runs `rtl`"],
            ),
            (
                "<html lang=ar dir=rtl><p\nlang=fr>نعم </p><b LANG='en'>لا",
                vec!["`نعم` is said to be in `fr`"],
            ),
            (
                "<html lang=fr><p lang=ar>Bonjour</p>",
                vec!["`Bonjour` is said to be in `ar`"],
            ),
            (
                "<html lang=fr><bdi lang=ar>كتاب</bdi> <i lang=ar>ONU</i>",
                vec![],
            ),
            ("<html lang=ar dir=rtl><p lang=ar>Bonjour</p>", vec![]),
            (
                "<html lang=ar dir=rtl><p title=' lang=\"fr\"'>نعم</p><p lang=fr><i>نعم</i>",
                vec![],
            ),
        ] {
            let mut reader = LanguageReader::default();
            let mut tokens = Tokens::of(html);
            while let Some(token) = tokens.read() {
                reader.read(&token);
            }
            let found = reader.faults().map(|fault| fault.message.to_string());
            let found: Vec<_> = found.collect();
            assert_eq!(found, messages, "{html}");
        }
    }
}
