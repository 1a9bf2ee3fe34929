//! What names led to, place by place. A place may be reached on many ways, by many pages: it is wrong if it is wrong
//! on each of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::missing::{Kind, Missing, SITE};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::pages::context::Asked;
use crate::schema::LIKENED;
use crate::source::Source;

/// The code of what is wrong with a name.
pub(super) const CODE: &str = "E408";

/// The code of what is printed and has no text: no page that it stands on is worth looking at.
const PRINTED: &str = "E402";

/// A template and the bytes of a name in it.
pub(super) type Place = (usize, usize, usize);

/// What one place led to on all ways so far.
#[derive(Debug, Default)]
struct Verdict {
    is_sound: bool,
    is_unsure: bool,
    /// Whether what it stands for hangs on a name that leads to nothing.
    is_lost: bool,
    missing: Option<Missing>,
}

/// What all places led to.
#[derive(Debug, Default)]
pub(super) struct Findings {
    places: BTreeMap<Place, Verdict>,
    /// What is printed as it is: its path, and whether it has no text on all ways so far.
    printed: BTreeMap<Place, (String, bool)>,
    /// What a loop goes through: its path, and whether it is an entry on all ways so far.
    looped: BTreeMap<Place, (String, bool)>,
    /// Paths that a template asks `is defined` of: it knows that there need be no such thing.
    pub(super) asked: BTreeSet<(usize, String)>,
    /// What each template asks of bodies of entries.
    pub(super) bodies: BTreeMap<usize, Asked>,
    /// The components that name their body, by template and position there.
    pub(super) uses_of_body: BTreeSet<(usize, usize)>,
    /// The templates that show the body of the page that they are rendered for.
    pub(super) show_body: BTreeSet<usize>,
    /// The texts that templates ask for.
    pub(super) texts: BTreeSet<String>,
    /// Whether which text is asked for is somewhere known only when a page is rendered.
    pub(super) asks_for_any_text: bool,
}

impl Findings {
    pub(super) fn sound(&mut self, place: Place) {
        self.places.entry(place).or_default().is_sound = true;
    }

    pub(super) fn unsure(&mut self, place: Place) {
        self.places.entry(place).or_default().is_unsure = true;
    }

    pub(super) fn lost(&mut self, place: Place) {
        self.places.entry(place).or_default().is_lost = true;
    }

    pub(super) fn missing(
        &mut self,
        place: Place,
        name: &str,
        kind: Kind,
        known: impl IntoIterator<Item = Arc<str>>,
    ) {
        let verdict = self.places.entry(place).or_default();
        let missing = verdict.missing.get_or_insert_with(|| Missing {
            name: name.to_owned(),
            kind,
            known: Vec::new(),
        });
        for known in known {
            if !missing.known.contains(&known) {
                missing.known.push(known);
            }
        }
    }

    pub(super) fn printed(&mut self, place: Place, path: String, has_no_text: bool) {
        let printed = self.printed.entry(place).or_insert((path, true));
        printed.1 &= has_no_text;
    }

    /// How many names were held against what there is, and how many lead to what is not known.
    #[cfg(test)]
    pub(super) fn count(&self) -> (usize, usize) {
        let is_checked = |verdict: &&Verdict| verdict.is_sound || verdict.missing.is_some();
        let checked = self.places.values().filter(is_checked).count();
        (checked, self.places.len() - checked)
    }

    /// The names where the engine may stumble over what other names lead to.
    pub(super) fn hanging(&self, sources: &[&Source]) -> Arc<[Span]> {
        let lost = self.places.iter().filter(|(_, verdict)| verdict.is_lost);
        lost.map(|((file, start, end), _)| Span::new(sources[*file].path(), *start..*end))
            .collect()
    }

    pub(super) fn looped(&mut self, place: Place, path: String, is_entry: bool) {
        let looped = self.looped.entry(place).or_insert((path, true));
        looped.1 &= is_entry;
    }

    /// The first of the texts that are asked for and that there are not.
    pub(super) fn missing_phrases(&self) -> Vec<&str> {
        let missing = self.places.values().filter_map(|one| one.missing.as_ref());
        let phrases = missing.filter(|one| matches!(one.kind, Kind::Phrase));
        let names: BTreeSet<&str> = phrases.map(|one| &*one.name).collect();
        names.into_iter().take(LIKENED).collect()
    }

    /// The names that are wrong whatever page they are reached from.
    pub(super) fn diagnostics(&self, sources: &[&Source]) -> Vec<Diagnostic> {
        let wrong = self.places.iter().filter_map(|(place, verdict)| {
            let is_wrong = !verdict.is_sound && !verdict.is_unsure;
            Some((place, verdict.missing.as_ref().filter(|_| is_wrong)?))
        });
        let wrong =
            wrong.filter(|((file, ..), missing)| !self.asked.contains(&(*file, missing.path())));
        let printed = self
            .printed
            .iter()
            .filter(|(_, (_, has_no_text))| *has_no_text);
        let printed = printed.map(|((file, start, end), (path, _))| {
            let span = Span::new(sources[*file].path(), *start..*end);
            Diagnostic::error(PRINTED, text!("prints-no-text", path))
                .at(span)
                .hint(text!("prints-no-text-hint"))
        });
        let looped = self.looped.iter().filter(|(_, (_, is_entry))| *is_entry);
        let looped = looped.map(|((file, start, end), (path, _))| {
            let span = Span::new(sources[*file].path(), *start..*end);
            Diagnostic::error(PRINTED, text!("loops-over-entry", path))
                .at(span)
                .hint(text!("loops-over-entry-hint"))
        });
        let mut unquoted = BTreeSet::new();
        let wrong = wrong.filter_map(|(place, missing)| {
            let (file, start, end) = *place;
            let text = sources[file].text();
            let Some(path) = unquoted_path(text, start..end) else {
                return Some(problem(sources, place, missing));
            };
            let span = Span::new(sources[file].path(), path.clone());
            unquoted.insert((file, path.start)).then(|| {
                let words = &text[path];
                let hint = text!("write-instead", words = format!("\"{words}\""));
                Diagnostic::error(CODE, text!("toml-unquoted", value = words))
                    .at(span)
                    .hint(hint)
            })
        });
        let problems: Vec<_> = wrong.chain(printed).chain(looped).collect();
        problems
    }
}

/// A path of a file that stands without quotation marks as an argument around a name: `asset(path=css/site.css)`.
fn unquoted_path(text: &str, name: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let is_of_path = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    let start = text[..name.start]
        .rfind(|c| !is_of_path(c))
        .map_or(0, |at| at + 1);
    let length = text[name.start..].find(|c| !is_of_path(c))?;
    let path = start..name.start + length;
    let words = &text[path.clone()];
    let has_extension = words
        .rsplit_once('.')
        .is_some_and(|(_, end)| end.len() >= 2);
    let is_argument = text[..start].ends_with('=') && text[path.end..].starts_with([')', ',']);
    (is_argument && words.contains('/') && has_extension).then_some(path)
}

/// What is wrong with a name.
fn problem(sources: &[&Source], (file, start, end): &Place, missing: &Missing) -> Diagnostic {
    let (text, path) = (sources[*file].text(), sources[*file].path());
    let (range, hint) = match missing.behind_holder(&text[*end..]) {
        Some((length, hint)) => (*start..*end + length, hint),
        None if matches!(missing.kind, Kind::OfItsOwn)
            && let Some(before) = text[..*start].strip_suffix(&format!("{SITE}.")) =>
        {
            let hint = text!("write-instead", words = missing.name.as_str());
            (before.len()..*end, hint)
        }
        None => (*start..*end, missing.hint()),
    };
    Diagnostic::error(CODE, missing.message())
        .at(Span::new(path, range))
        .hint(hint)
}
