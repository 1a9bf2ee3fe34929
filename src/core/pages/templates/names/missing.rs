//! A name that leads to nothing: what is said of it, and what was meant.

use std::sync::Arc;

use super::vocabulary::{Called, nearest_of};
use crate::locale::{Text, text};
use crate::pages::templates::foreign::{Here, Role, is_holder};
use crate::schema::nearest;

/// What has no path of its own: an item of the list that a filter is given, and a value that is worked out on the spot.
pub(super) const AN_ITEM: &str = "an item";
pub(super) const THIS_VALUE: &str = "this value";

/// The variable that elsewhere has the lists of entries, which here are names of their own.
pub(super) const SITE: &str = "site";

/// What a name that leads to nothing is.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    Variable,
    /// A variable that the component around it does not see.
    Outside,
    /// A field of this.
    Field(String),
    /// A field of the site, which is a name of its own.
    OfItsOwn,
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
    /// A path that is given as a text.
    Quoted,
}

#[derive(Debug)]
pub(super) struct Missing {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// What there is instead.
    pub(super) known: Vec<Arc<str>>,
}

impl Missing {
    /// As it is written, from its variable on.
    pub(super) fn path(&self) -> String {
        match &self.kind {
            Kind::Field(of) | Kind::TooDeep(of) => format!("{of}.{}", self.name),
            Kind::OfItsOwn => format!("{SITE}.{}", self.name),
            Kind::Variable
            | Kind::Outside
            | Kind::Argument(_)
            | Kind::Phrase
            | Kind::Data
            | Kind::Unwritten
            | Kind::Quoted
            | Kind::Ungiven(_) => self.name.clone(),
        }
    }

    pub(super) fn message(&self) -> Text {
        let name = self.name.as_str();
        match &self.kind {
            Kind::Variable => text!("name-unknown", name),
            Kind::Outside => text!("name-outside", name),
            Kind::Field(of) if of == AN_ITEM => text!("item-field-unknown", name),
            Kind::Field(of) if of == THIS_VALUE => text!("value-field-unknown", name),
            Kind::Field(of) => text!("path-field-unknown", of, name),
            Kind::OfItsOwn => text!("path-field-unknown", of = SITE, name),
            Kind::TooDeep(of) => text!("path-field-too-deep", of, name),
            Kind::Argument(of) => text!("argument-unknown", of, name),
            Kind::Phrase => text!("template-text-unknown", key = name),
            Kind::Data => text!("data-none", path = name),
            Kind::Unwritten => text!("data-unwritten", name),
            Kind::Quoted => text!("path-quoted", name),
            Kind::Ungiven(key) => text!("template-text-argument-missing", key, name),
        }
    }

    /// Where a filter gives what other languages have as a field.
    fn as_filter(&self) -> Option<Text> {
        let Kind::Field(of) = &self.kind else {
            return None;
        };
        let filter = match self.name.as_str() {
            "length" | "size" | "count" | "len" => "length",
            "upcase" | "upper" => "upper",
            "downcase" | "lower" => "lower",
            "first" | "last" | "trim" | "reverse" | "sort" | "keys" | "values" => &self.name,
            // Of a text or a number, nothing is a field.
            name if self.known.is_empty() && nearest_of(Called::Filter, name) == Some(name) => name,
            _ => return None,
        };
        let is_path = ![AN_ITEM, THIS_VALUE].contains(&of.as_str()) && !of.contains('…');
        is_path.then(|| text!("write-instead", words = format!("{of} | {filter}")))
    }

    /// What to write for a value that elsewhere stands in something of this name, as in `page.extra.author`, and how much of
    /// what is behind the name is a part of that.
    pub(super) fn behind_holder(&self, behind: &str) -> Option<(usize, Text)> {
        let is_holder =
            matches!(self.kind, Kind::Variable | Kind::Field(_)) && is_holder(&self.name);
        let field = behind.strip_prefix('.').filter(|_| is_holder)?;
        let length = field.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let field = &field[..length.unwrap_or(field.len())];
        let length = 1 + field.len();
        if self.known.iter().any(|known| **known == *field) {
            return Some((length, text!("write-instead", words = field)));
        }
        self.is_of_an_entry()
            .then(|| (length, text!("foreign-field", name = field)))
    }

    /// Whether it was looked for among what an entry has.
    fn is_of_an_entry(&self) -> bool {
        let has = |name: &str| self.known.iter().any(|known| **known == *name);
        matches!(self.kind, Kind::Field(_)) && has("collection") && has("slug")
    }

    /// What another generator's name is here.
    fn as_elsewhere(&self) -> Option<Here> {
        let role = match self.kind {
            Kind::Variable => Role::Variable,
            Kind::Field(_) => Role::Field,
            _ => return None,
        };
        let is_there = |name: &str| {
            let is_known = self.known.iter().any(|known| **known == *name);
            is_known || role == Role::Variable && name == "loop"
        };
        Here::of(role, &self.name, is_there)
    }

    pub(super) fn hint(&self) -> Text {
        if let Kind::Quoted = self.kind {
            return text!("write-instead", words = format!("{{{}}}", self.name));
        }
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
        let near = nearest(&self.name, known());
        // A variable that the site has is nearer than one of another generator: `term` is `terms` where there are such.
        let is_slip = matches!(self.kind, Kind::Variable) && near.is_some();
        if let Some(here) = self.as_elsewhere().filter(|_| !is_slip) {
            return here.hint();
        }
        match near {
            Some(near) => text!("did-you-mean", name = near),
            None if let Some(hint) = self.as_filter() => hint,
            None if self.known.is_empty() => match self.kind {
                Kind::Argument(_) => text!("takes-none"),
                Kind::Phrase => text!("template-texts-none-hint"),
                Kind::Data => text!("data-none-hint"),
                _ => text!("has-none"),
            },
            None => {
                let names: Vec<_> = known().map(str::to_owned).collect();
                match &self.kind {
                    _ if self.is_of_an_entry() => text!("there-are-fields", names),
                    Kind::Field(of) if of == SITE => text!("there-are-of-site", names),
                    _ => text!("there-are", names),
                }
            }
        }
    }
}
