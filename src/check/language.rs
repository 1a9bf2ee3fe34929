//! The language and the direction that every page has to say, and that its words have to be in.

use rayon::prelude::*;

use super::Page;
use super::place::Sources;
use crate::arabic::Direction;
use crate::arabic::bidi::Tag;
use crate::diagnostic::Diagnostic;
use crate::path::{OutputPath, SourcePath};

/// The pages that say it wrong, each with its problem.
pub(super) fn check(pages: &[Page<'_>], sources: Sources<'_>) -> Vec<(OutputPath, Diagnostic)> {
    if sources.site.config.silenced.contains(&"E715") {
        return Vec::new();
    }
    let found = pages.par_iter().flat_map_iter(|Page { path, html, .. }| {
        let own = html
            .find("<html")
            .and_then(|at| root(&Tag::first(&html[at..])));
        let words = mislabelled(html).map(|(tag, words)| wrong_words(tag, words));
        let faults = own.into_iter().chain(words);
        faults.map(move |fault| ((*path).clone(), fault.at(path, sources)))
    });
    found.collect()
}

/// What is wrong, and the text by which its place is found.
struct Fault {
    message: String,
    hint: String,
    marker: String,
}

impl Fault {
    fn at(self, path: &OutputPath, sources: Sources<'_>) -> Diagnostic {
        let problem = Diagnostic::error("E715", self.message)
            .note(format!("at {}", path.url()))
            .hint(self.hint);
        let is_template = |path: &SourcePath| path.extension() == Some("html");
        let place = sources.place(&self.marker, path, is_template);
        match (place, sources.own(path)) {
            (Some(place), _) => problem.at(place),
            (None, Some(own)) => problem.at(&own),
            (None, None) => problem,
        }
    }
}

/// What is wrong with the element that holds the page.
fn root(tag: &Tag<'_>) -> Option<Fault> {
    let fault = |message: String| {
        Some(Fault {
            message,
            hint: "write <html lang=\"{{ site.language }}\" dir=\"{{ site.direction }}\">"
                .to_owned(),
            marker: "<html".to_owned(),
        })
    };
    let Some(language) = tag.attribute("lang").filter(|tag| !tag.is_empty()) else {
        return fault("the page does not say its language".to_owned());
    };
    let Some(runs) = Direction::of_tag(language) else {
        return fault(format!("`{language}` is no language tag"));
    };
    // Left to right is what a page is that says nothing.
    let says = tag.attribute("dir").unwrap_or("ltr");
    if says != runs.name() {
        let message = match tag.attribute("dir") {
            Some(says) => format!("the page is in `{language}` and says that it runs `{says}`"),
            None => format!(
                "the page is in `{language}` and does not say that it runs `{}`",
                runs.name()
            ),
        };
        return fault(message);
    }
    None
}

/// The first element whose language runs from left to right and whose own words are all Arabic.
fn mislabelled(html: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    while let Some(at) = html[from..].find(" lang=\"").map(|at| from + at) {
        from = at + 1;
        let Some(start) = html[..at].rfind('<') else {
            continue;
        };
        let tag = Tag::first(&html[start..]);
        let end = start + tag.length;
        let runs = tag.attribute("lang").and_then(Direction::of_tag);
        if end <= at || runs != Some(Direction::Ltr) {
            continue;
        }
        let words = html[end..].split('<').next().unwrap_or_default();
        let is_arabic = |c| matches!(c, '\u{620}'..='\u{64A}');
        if words.contains(is_arabic)
            && !words.contains(|c: char| c.is_alphabetic() && !is_arabic(c))
        {
            return Some((&html[start..end], words));
        }
    }
    None
}

fn wrong_words(tag: &str, words: &str) -> Fault {
    let language = Tag::first(tag).attribute("lang").unwrap_or_default();
    Fault {
        message: format!("`{}` is said to be in `{language}`", words.trim()),
        hint: "leave `lang` out, or name the language that the words are in".to_owned(),
        marker: tag.to_owned(),
    }
}
