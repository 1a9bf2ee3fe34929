//! What names led to, place by place. A place may be reached on many ways, by many pages: it is wrong if it is wrong
//! on each of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::pages::context::Asked;
use crate::schema::nearest;
use crate::source::Source;

/// The code of what is wrong with a name.
pub(super) const CODE: &str = "E408";

/// The code of what is printed and has no text: no page that it stands on is worth looking at.
const PRINTED: &str = "E402";

/// What has no path of its own: an item of the list that a filter is given, and a value that is worked out on the spot.
pub(super) const AN_ITEM: &str = "an item";
pub(super) const THIS_VALUE: &str = "this value";

/// A template and the bytes of a name in it.
pub(super) type Place = (usize, usize, usize);

/// What a name that leads to nothing is.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    Variable,
    /// A variable that the component around it does not see.
    Outside,
    /// A field of this.
    Field(String),
    /// A field of this, which tells less than an entry can.
    TooDeep(String),
    /// An argument of this.
    Argument(String),
    /// A text of templates.
    Phrase,
    /// A file of data.
    Data,
    /// The path of a file of data, which stands somewhere else.
    Unwritten,
    /// What this text has to be given.
    Ungiven(String),
}

/// What one place led to on all ways so far.
#[derive(Debug, Default)]
struct Verdict {
    is_sound: bool,
    is_unsure: bool,
    /// Whether what it stands for hangs on a name that leads to nothing.
    is_lost: bool,
    missing: Option<Missing>,
}

#[derive(Debug)]
struct Missing {
    name: String,
    kind: Kind,
    /// What there is instead.
    known: Vec<Arc<str>>,
}

/// What all places led to.
#[derive(Debug, Default)]
pub(super) struct Findings {
    places: BTreeMap<Place, Verdict>,
    /// What is printed as it is: its path, and whether it has no text on all ways so far.
    printed: BTreeMap<Place, (String, bool)>,
    /// Paths that a template asks `is defined` of: it knows that there need be no such thing.
    pub(super) asked: BTreeSet<(usize, String)>,
    /// What each template asks of bodies of entries.
    pub(super) bodies: BTreeMap<usize, Asked>,
    /// The components that name their body, by template and position there.
    pub(super) uses_of_body: BTreeSet<(usize, usize)>,
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
        let wrong = wrong.map(|((file, start, end), missing)| {
            let span = Span::new(sources[*file].path(), *start..*end);
            Diagnostic::error(CODE, missing.message())
                .at(span)
                .hint(missing.hint())
        });
        wrong.chain(printed).collect()
    }
}

impl Missing {
    /// As it is written, from its variable on.
    fn path(&self) -> String {
        match &self.kind {
            Kind::Field(of) | Kind::TooDeep(of) => format!("{of}.{}", self.name),
            Kind::Variable
            | Kind::Outside
            | Kind::Argument(_)
            | Kind::Phrase
            | Kind::Data
            | Kind::Unwritten
            | Kind::Ungiven(_) => self.name.clone(),
        }
    }

    fn message(&self) -> Text {
        let name = self.name.as_str();
        match &self.kind {
            Kind::Variable => text!("name-unknown", name),
            Kind::Outside => text!("name-outside", name),
            Kind::Field(of) if of == AN_ITEM => text!("item-field-unknown", name),
            Kind::Field(of) if of == THIS_VALUE => text!("value-field-unknown", name),
            Kind::Field(of) => text!("path-field-unknown", of, name),
            Kind::TooDeep(of) => text!("path-field-too-deep", of, name),
            Kind::Argument(of) => text!("argument-unknown", of, name),
            Kind::Phrase => text!("template-text-unknown", key = name),
            Kind::Data => text!("data-none", path = name),
            Kind::Unwritten => text!("data-unwritten", name),
            Kind::Ungiven(key) => text!("template-text-argument-missing", key, name),
        }
    }

    fn hint(&self) -> Text {
        if let Kind::Outside = self.kind {
            return text!("name-outside-hint", name = self.name.as_str());
        }
        if let Kind::Ungiven(_) = self.kind {
            return text!(
                "template-text-argument-missing-hint",
                name = self.name.as_str()
            );
        }
        if let Kind::Unwritten = self.kind {
            return text!("data-unwritten-hint");
        }
        let known = || self.known.iter().map(|name| &**name);
        match nearest(&self.name, known()) {
            Some(near) => text!("did-you-mean", name = near),
            None if self.known.is_empty() => match self.kind {
                Kind::Argument(_) => text!("takes-none"),
                Kind::Phrase => text!("template-texts-none-hint"),
                Kind::Data => text!("data-none-hint"),
                _ => text!("has-none"),
            },
            None => {
                let names: Vec<_> = known().map(str::to_owned).collect();
                text!("there-are", names)
            }
        }
    }
}
