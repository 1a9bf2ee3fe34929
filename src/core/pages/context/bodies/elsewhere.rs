//! A body as another page shows it. Its links mean what they mean on its own page, and it gives no ids that the page
//! may have already: of headings none, of footnotes such as no other text has.

use crate::graph::{Entry, Site};
use crate::html::{Addresses, Tag, Token, Tokens, decode_value};
use crate::markdown::{Body, LinkTarget, MORE};
use crate::pages::address::join;
use crate::pages::links::{has_scheme, stripped};
use crate::path::decode;

/// What the ids of footnotes begin with.
const NOTES: [&str; 2] = ["fn:", "fnref:"];

/// The summary of an entry.
pub(in crate::pages::context) fn summary(
    site: &Site,
    entry: &Entry,
    body: &Body,
) -> Option<String> {
    let summary = body.summary()?;
    Some(moved(site, entry, &summary))
}

/// The text of an entry.
pub(super) fn content(site: &Site, entry: &Entry, body: &Body) -> String {
    moved(site, entry, &body.html.replacen(MORE, "", 1))
}

fn moved(site: &Site, entry: &Entry, html: &str) -> String {
    let mover = Mover { site, entry };
    let mut moved = String::with_capacity(html.len() + html.len() / 16);
    let mut tokens = Tokens::of(html);
    while let Some(token) = tokens.read() {
        match token {
            Token::Start(tag) => mover.push_tag(&tag, &mut moved),
            token => moved.push_str(token.text()),
        }
    }
    moved
}

struct Mover<'a> {
    site: &'a Site,
    entry: &'a Entry,
}

impl Mover<'_> {
    fn push_tag(&self, tag: &Tag<'_, '_>, html: &mut String) {
        let mut copied = 0;
        for attribute in tag.attributes {
            let value = decode_value(attribute.value);
            let value = if attribute.is("id") {
                self.id(&value)
            } else {
                let form = Addresses::of(tag, attribute);
                let other = form.and_then(|form| form.replace(&value, |one| self.address(one)));
                match other {
                    Some(other) => Some(other),
                    None => continue,
                }
            };
            html.push_str(&tag.text[copied..attribute.at]);
            match value {
                Some(value) => {
                    let value = value.replace('&', "&amp;").replace('"', "&quot;");
                    html.push_str(&format!("{}=\"{value}\"", attribute.name));
                }
                None => html.truncate(html.trim_end().len()),
            }
            copied = attribute.at + attribute.text.len();
        }
        html.push_str(&tag.text[copied..]);
    }

    /// The id that takes the place of another. None where none does.
    fn id(&self, id: &str) -> Option<String> {
        let of_note = NOTES.into_iter().find_map(|kind| {
            let number = id.strip_prefix(kind)?;
            Some(format!("{kind}{}:{number}", self.entry.name))
        });
        // Of an entry without a page, nobody but its own text leads to a heading.
        let has_page = self.entry.page.is_some();
        of_note.or_else(|| (!has_page).then(|| format!("{}:{id}", self.entry.name)))
    }

    /// What takes the place of an address; none where it means the same everywhere.
    fn address(&self, address: &str) -> Option<String> {
        let address = &*stripped(address);
        if let Some(fragment) = address.strip_prefix('#') {
            let of_note = NOTES.iter().any(|kind| fragment.starts_with(kind));
            return match &self.entry.page {
                Some(page) if !of_note => Some(format!("{page}#{fragment}")),
                _ if fragment.is_empty() => None,
                _ => Some(format!("#{}", self.id(&decode(fragment))?)),
            };
        }
        let page = self.entry.page.as_ref()?;
        let is_ours = LinkTarget::parse(address, &self.site.config.schema).is_some();
        if address.is_empty() || address.starts_with('/') || has_scheme(address) || is_ours {
            return None;
        }
        let end = address.find(['?', '#']).unwrap_or(address.len());
        let (path, rest) = address.split_at(end);
        let path = if path.is_empty() {
            page.as_str().to_owned()
        } else {
            join(page.as_str(), path)?
        };
        Some(path + rest)
    }
}
