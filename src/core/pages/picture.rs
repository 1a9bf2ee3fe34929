//! The pictures on a page: an `<img>` as its author writes it becomes one of which browsers know the size before they load
//! it, and which copy of it to load.

use super::links::Links;
use super::plan::Raster;
use crate::digest::StableHasher;
use crate::html::{Tag, Token, decode_value, escape_value};

/// What is written around and into the tag of a picture.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Framed {
    /// Before it.
    pub(super) before: String,
    /// At its end, behind its own attributes.
    pub(super) attributes: String,
    /// Behind it.
    pub(super) after: &'static str,
    /// Whether its attribute `sizes` is said elsewhere.
    pub(super) is_sized_outside: bool,
}

/// Frames the pictures of one page, in their order.
pub(super) struct Framer<'a> {
    links: &'a Links<'a>,
    /// Whether a picture has come, behind which others are further down.
    has_one: bool,
    /// Whether an author's own `<picture>` is open.
    is_in_picture: bool,
}

impl<'a> Framer<'a> {
    pub(super) fn new(links: &'a Links<'a>) -> Self {
        Self {
            links,
            has_one: false,
            is_in_picture: false,
        }
    }

    /// Sees the next token of the page, and says what is written around it if it is a picture of the site's.
    pub(super) fn see(&mut self, token: &Token<'_, '_>) -> Option<Framed> {
        match token {
            Token::Start(tag) if tag.is("img") && !tag.is_foreign => return self.frame(tag),
            Token::Start(tag) if tag.is("picture") => self.is_in_picture = true,
            Token::End(tag) if tag.is("picture") => self.is_in_picture = false,
            _ => {}
        }
        None
    }

    /// What is to be written of an `<img>`, if its picture is one of the site's.
    fn frame(&mut self, tag: &Tag<'_, '_>) -> Option<Framed> {
        let address = decode_value(tag.value("src")?);
        let (href, raster) = self.links.picture(&address)?;
        let mut framed = Framed {
            attributes: size(tag, raster),
            ..Framed::default()
        };
        if let Some(colour) = raster.colour.filter(|_| tag.value("data-color").is_none()) {
            framed
                .attributes
                .push_str(&format!(" data-color=\"{colour}\""));
        }
        let is_first = !std::mem::replace(&mut self.has_one, true);
        if !is_first && tag.value("loading").is_none() {
            framed.attributes.push_str(" loading=\"lazy\"");
        }
        let is_chosen = tag.value("srcset").is_some() || self.is_in_picture;
        if is_chosen || raster.copies.is_empty() {
            return Some(framed);
        }
        let copies = raster.copies.iter();
        let candidates = copies.map(|(width, path)| candidate(&self.links.href_of(path), *width));
        let mut candidates: Vec<_> = candidates.collect();
        let own = tag.value("sizes");
        if raster.is_webp {
            candidates.push(candidate(&href, raster.width));
            let sizes = match own {
                Some(_) => String::new(),
                None => format!(" sizes=\"{}\"", escape_value(&raster.sizes)),
            };
            let srcset = candidates.join(", ");
            framed
                .attributes
                .push_str(&format!(" srcset=\"{srcset}\"{sizes}"));
        } else {
            let sizes = own.map_or_else(|| raster.sizes.as_str().into(), decode_value);
            let sizes = escape_value(&sizes);
            let srcset = candidates.join(", ");
            framed.before = format!(
                "<picture><source type=\"image/webp\" srcset=\"{srcset}\" sizes=\"{sizes}\">"
            );
            framed.after = "</picture>";
            framed.is_sized_outside = true;
        }
        Some(framed)
    }
}

/// A copy as `srcset` has it. A comma at the end of an address would end it.
fn candidate(address: &str, width: u32) -> String {
    let address = escape_value(address).replace(',', "%2C");
    format!("{address} {width}w")
}

/// Width and height as attributes, as far as they are not written: one that is says the other, at the picture's own
/// proportions.
fn size(tag: &Tag<'_, '_>, raster: &Raster) -> String {
    let (width, height) = (u64::from(raster.width), u64::from(raster.height));
    let written = |name| tag.value(name).map(str::parse::<u64>);
    match (written("width"), written("height")) {
        (None, None) => format!(" width=\"{width}\" height=\"{height}\""),
        (Some(Ok(own)), None) => format!(
            " height=\"{}\"",
            (own.saturating_mul(height) + width / 2) / width
        ),
        (None, Some(Ok(own))) => format!(
            " width=\"{}\"",
            (own.saturating_mul(width) + height / 2) / height
        ),
        _ => String::new(),
    }
}

impl Raster {
    /// Writes down all that pages show of it.
    pub(super) fn trace(&self, trace: &mut StableHasher) {
        trace.number(self.width.into());
        trace.number(self.height.into());
        trace.number(self.is_webp.into());
        trace.text(&self.sizes);
        trace.text(
            &self
                .colour
                .map(|colour| colour.to_string())
                .unwrap_or_default(),
        );
        trace.list(self.copies.len());
        for (width, path) in &self.copies {
            trace.number((*width).into());
            trace.text(path.as_str());
        }
    }
}
