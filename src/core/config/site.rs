//! `[site]`: what the site is called, where it is published, in which language.

use super::base_url;
use super::table::{File, Table};
use crate::arabic::{Direction, Language, Unusable, bidi::Isolation};
use crate::locale::text;
use crate::path::UrlPath;
use crate::schema::Spanned;

/// How links name the page of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkStyle {
    /// `books/index.html`: the site also opens from a folder on disk.
    File,
    /// `books/`: needs a host that serves `index.html` for a folder.
    Clean,
}

/// `[site]`.
pub(super) struct Site {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) author: Option<String>,
    pub(super) base_url: String,
    pub(super) language: Language,
    /// What the addresses of its pages begin with, if they begin alike.
    pub(super) prefix: Option<Spanned<UrlPath>>,
    /// The language of Latin words in its texts.
    pub(super) latin: String,
    pub(super) links: LinkStyle,
}

/// What stands for a base URL that is missing. No host has such a name (RFC 6761).
pub(super) const NO_BASE_URL: &str = "https://site.invalid/";

impl Site {
    pub(super) fn read(
        file: &mut File<'_>,
        mut table: Table<'_>,
        base_url: Option<&str>,
    ) -> Option<Self> {
        let title = table.required(file, "title", text!("site-title-hint"));
        let description = table.text(file, "description");
        let author = table.text(file, "author");
        let configured = table.required(file, "base_url", text!("site-base-url-hint"));
        let language = table.required(file, "language", text!("site-language-hint"));
        let prefix = table.string(file, "prefix");
        let prefix = prefix.and_then(|written| prefix_of(file, written));
        let latin = table.string(file, "latin");
        let links = table.string(file, "links");
        table.finish(file);
        let links = match links {
            Some(style) if style.value == "clean" => LinkStyle::Clean,
            Some(style) if style.value != "file" => {
                let message = text!("link-style-wrong", name = style.value);
                let hint = text!("link-style-wrong-hint");
                file.error("E105", message, style.span, hint);
                LinkStyle::File
            }
            _ => LinkStyle::File,
        };
        let language = language.and_then(|tag| language_of(file, tag));
        let latin = latin.and_then(|tag| {
            if Direction::of_tag(&tag.value).is_some() {
                return Some(tag.value);
            }
            let message = text!("latin-wrong", name = tag.value);
            let hint = text!("latin-wrong-hint");
            file.error("E105", message, tag.span, hint);
            None
        });
        // Where Arabic pages stand beside those of a site in Latin letters, Latin words are in its language.
        let own = language.as_ref().filter(|own| own.is_latin());
        let latin = latin.unwrap_or_else(|| own.map_or("en", Language::tag).to_owned());
        let configured = configured.map(|url| (url.value, Some(url.span)));
        let base_url = base_url.map(|url| (url.to_owned(), None)).or(configured);
        // What is missing has been reported, so that nothing is published with these.
        let base_url = match base_url {
            Some((base_url, span)) => base_url::read(file, &base_url, span),
            None => NO_BASE_URL.to_owned(),
        };
        Some(Self {
            title: title.map_or_else(String::new, |title| title.value),
            author,
            description: description.unwrap_or_default(),
            base_url,
            language: language?,
            prefix,
            latin,
            links,
        })
    }

    /// How words of the other direction are set apart.
    pub(super) fn isolation(&self) -> Isolation {
        let base = self.language.direction();
        let foreign = match base {
            Direction::Rtl => &self.latin,
            Direction::Ltr => "ar",
        };
        Isolation::new(base, foreign)
    }
}

/// What the addresses of a language are to begin with: a folder. Another is reported.
pub(super) fn prefix_of(file: &mut File<'_>, written: Spanned<String>) -> Option<Spanned<UrlPath>> {
    let is_folder = written.value.len() > 1 && written.value.ends_with('/');
    let (address, span) = (written.value, written.span);
    match UrlPath::new(&address) {
        Ok(value) if is_folder => Some(Spanned { value, span }),
        _ => {
            let message = text!("language-prefix-wrong", prefix = &*address);
            file.error("E105", message, span.clone(), text!("language-prefix-hint"));
            // What is meant, so that nothing else is wrong because of it.
            let meant = address.trim_matches('/');
            let meant = Some(meant).filter(|meant| !meant.is_empty());
            let value = UrlPath::new(&format!("/{}/", meant?)).ok()?;
            Some(Spanned { value, span })
        }
    }
}

/// The language of a tag. One that is none is reported.
pub(super) fn language_of(file: &mut File<'_>, tag: Spanned<String>) -> Option<Language> {
    let unusable = match Language::new(&tag.value) {
        Ok(language) => return Some(language),
        Err(unusable) => unusable,
    };
    let written = &*tag.value;
    let problem = match unusable {
        Unusable::NoTag => text!("language-wrong", tag = written),
        Unusable::Data(error) => text!("language-unusable", tag = written, error),
    };
    // As locales of other programs are written.
    let meant = written.replace('_', "-");
    let hint = if meant != written && Language::new(&meant).is_ok() {
        text!("did-you-mean", name = meant)
    } else {
        text!("language-wrong-hint")
    };
    file.error("E105", problem, tag.span, hint);
    None
}
