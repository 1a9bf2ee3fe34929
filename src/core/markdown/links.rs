//! Links and pictures in prose. Their targets are recorded and resolved later; their texts are checked here.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::media;
use super::medium::{Medium, Played};
use super::prose::Link;
use super::reader::{OpenImage, OpenLink, ProseReader};
use super::target::LinkTarget;
use crate::html::escape_value;
use crate::locale::text;
use crate::path::{directive, encode_words};

impl<'a> ProseReader<'a> {
    pub(super) fn open_link(
        &mut self,
        link_type: LinkType,
        dest_url: CowStr<'a>,
        title: &str,
        id: CowStr<'a>,
        range: Range<usize>,
    ) {
        self.refuse_written_controls(&format!("{dest_url}{title}"), range.clone());
        self.refuse_calls(title, &range);
        let mut paragraph = None;
        let first = self.prose.mentions.quotations.len();
        let target = LinkTarget::parse(&dest_url, self.schema);
        let target = target.and_then(|target| {
            target
                .map_err(|bad| {
                    // The quotations before it were meant to be cited; reporting them as uncited would repeat the problem.
                    self.block.scan(self.place);
                    self.block.pending.clear();
                    self.report(bad.code, bad.message, range.clone(), bad.hint);
                })
                .ok()
        });
        let is_mentioned = target.is_some();
        if let Some(target) = target {
            if let LinkTarget::Paragraph { source, number } = &target {
                self.block.scan(self.place);
                // What another source than the main one is called is not known here: its link says what is written.
                let main = self
                    .schema
                    .source()
                    .and_then(|(_, role)| role.main.as_ref());
                let is_main =
                    source.is_none() || source.as_deref() == main.map(|main| &*main.value);
                paragraph = Some((*number, is_main));
                for mut quotation in self.block.pending.drain(..) {
                    quotation.cited = Some((source.clone(), *number));
                    self.prose.mentions.quotations.push(quotation);
                }
            }
            self.prose.mentions.links.push(Link {
                target,
                range: self.place.of(range.clone()),
                address: None,
            });
        }
        self.link = Some(OpenLink {
            event: self.events.len(),
            text_start: self.block.text.len(),
            paragraph,
            quoted: first..self.prose.mentions.quotations.len(),
            is_mentioned,
            inner_end: range.start,
            definition: self.definition.take(),
            range,
        });
        let title = self.plain(title).into_owned().into();
        self.events.push(Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }));
    }

    pub(super) fn close_link(&mut self) {
        let Some(open) = self.link.take() else { return };
        if open.is_mentioned {
            let address = self.address_of(&open);
            if let Some(link) = self.prose.mentions.links.last_mut() {
                link.address = address;
            }
        }
        let is_empty = match self.events.get(open.event) {
            Some(Event::Start(Tag::Link { dest_url, .. })) => dest_url.is_empty(),
            _ => false,
        };
        if is_empty {
            let hint = text!("link-without-address-hint");
            return self.report("E205", text!("link-without-address"), open.range, hint);
        }
        let text = self.block.text[open.text_start..].trim();
        let is_shown = |medium: &Medium| !medium.is_decorative;
        let ends_in_image = matches!(self.events.last(), Some(Event::End(TagEnd::Image)));
        let is_read_out = ends_in_image && self.medium.as_ref().is_some_and(is_shown);
        if text.is_empty() && !is_read_out {
            let hint = text!("link-without-text-hint");
            self.report("E212", text!("link-without-text"), open.range, hint);
            return;
        }
        let Some(((number, is_main), role)) = open
            .paragraph
            .and_then(|n| Some((n, self.schema.source()?.1)))
        else {
            return;
        };
        // The visible words must be part of the name that is heard (WCAG 2.2, 2.5.3).
        let [_, name] = role.labels_in(None, None, number);
        let label = if is_main && name != text && name.contains(text) {
            format!(" aria-label=\"{}\"", escape_value(&self.plain(&name)))
        } else {
            String::new()
        };
        if let Some(Event::Start(Tag::Link { dest_url, .. })) = self.events.get(open.event) {
            let quoted = &self.prose.mentions.quotations[open.quoted];
            let directive = directive(quoted.iter().map(|quotation| encode_words(&quotation.text)));
            let href = format!("{dest_url}{directive}");
            let html = format!("<a class=\"cite\" href=\"{}\"{label}>", escape_value(&href));
            self.events[open.event] = Event::InlineHtml(html.into());
        }
    }

    /// Where the address of a link of ours stands, which begins with the name of a scheme.
    fn address_of(&self, open: &OpenLink) -> Option<Range<usize>> {
        let within = match &open.definition {
            Some(definition) => {
                // Its name may look like an address as well.
                let name = self.markdown.get(definition.clone())?.find("]:")?;
                definition.start + name..definition.end
            }
            None => open.inner_end..open.range.end,
        };
        let text = self.markdown.get(within.clone())?;
        let schemes = ["ref:", "cite:"].into_iter();
        let start = schemes.filter_map(|scheme| text.find(scheme)).min()?;
        let is_end = |c: char| c.is_whitespace() || matches!(c, ')' | '>');
        let length = text[start..].find(is_end).unwrap_or(text.len() - start);
        let start = within.start + start;
        self.place.edit(start..start + length)
    }

    pub(super) fn open_image(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let written = range.clone();
        let (address, title) = match &tag {
            Tag::Image {
                dest_url, title, ..
            } => (dest_url.to_string(), title.to_string()),
            _ => Default::default(),
        };
        self.image = Some(OpenImage {
            event: self.events.len(),
            address,
            title,
            text_start: self.block.text.len(),
            range,
        });
        let tag = match tag {
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => {
                self.refuse_written_controls(&format!("{dest_url}{title}"), written);
                Tag::Image {
                    link_type,
                    dest_url,
                    title: self.plain(&title).into_owned().into(),
                    id,
                }
            }
            other => other,
        };
        self.events.push(Event::Start(tag));
    }

    /// The end of a picture. Whether it is a film or sound, of which nothing remains to be told.
    pub(super) fn close_image(&mut self) -> bool {
        let Some(open) = self.image.take() else {
            return false;
        };
        let described = &self.block.text[open.text_start..];
        let (texts, range) = (format!("{described}\n{}", open.title), open.range.clone());
        let description = self.plain(described).into_owned();
        self.refuse_calls(&texts, &range);
        let is_described = !description.trim().is_empty();
        let played = Played::of(&open.address, &description);
        let behind = self.markdown.get(open.range.end..).unwrap_or_default();
        let is_decorative = played.is_none() && media::is_decorative(behind);
        if is_described == is_decorative {
            let (message, hint) = if is_described {
                let hint = text!("image-described-and-decorative-hint");
                (text!("image-described-and-decorative"), hint)
            } else if played.is_some() {
                let hint = text!("medium-without-description-hint");
                (text!("medium-without-description"), hint)
            } else {
                let hint = text!("image-without-description-hint");
                (text!("image-without-description"), hint)
            };
            self.report("E213", message, open.range.clone(), hint);
        }
        // Markup in it, of Markdown or of HTML, is for the page, and no part of an attribute's text.
        self.events.truncate(open.event + 1);
        if is_described {
            self.events.push(Event::Text(description.into()));
        }
        if let Some(played) = &played {
            self.push_played(open.event, played);
        }
        let is_played = played.is_some();
        self.medium = Some(Medium {
            event: open.event,
            title: open.title,
            range: open.range,
            played,
            is_decorative,
        });
        is_played
    }
}
