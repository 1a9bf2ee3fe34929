//! What an editor may want to know of the page that a tab shows: what it weighs, what others see of it, where it leads, how
//! long it is to read. Asked for when somebody looks, never sent unasked.

use std::collections::BTreeSet;

use serde::Serialize;

use super::editor::Editor;
use super::lookup::{Lookup, Site};
use crate::arabic::search;
use crate::check::Weight;
use crate::content::Absence;
use crate::html::{Tag, Token, Tokens, decode, decode_value, title};
use crate::locale::{Language, Text, text};
use crate::path::{OutputPath, encode};
use crate::pipeline::Finished;

/// How many links, or drafts, are told.
const MOST: usize = 200;
/// How many characters of a title or an address are told.
const LONGEST: usize = 300;

/// What is told of a page, in one language.
#[derive(Debug, Default, Serialize)]
pub(super) struct PageFacts {
    /// What it is, in few words: `350 words`, `2 minutes to read`.
    reading: Vec<String>,
    /// The address that opens its file in an editor, and the file.
    source: Option<Place>,
    weights: Vec<Measure>,
    card: Card,
    links: Links,
    drafts: Links,
    /// What leads to the page on which drafts are reviewed, where they may have been made from a source.
    review: Option<String>,
}

/// A file that an editor may open.
#[derive(Debug, Serialize)]
struct Place {
    file: String,
    editor: Option<String>,
}

/// A weight beside its budget.
#[derive(Debug, Serialize)]
struct Measure {
    label: String,
    /// `12.0 KB of 40.0 KB`
    said: String,
    /// The part of the budget, from 0 to 1.
    part: f64,
    /// Whether it is over its budget, and what is then said of it.
    over: Option<String>,
}

/// What networks show of a page that somebody shares.
#[derive(Debug, Default, Serialize)]
struct Card {
    title: String,
    description: String,
    /// The address of the picture in the preview, or where it is.
    image: Option<String>,
    alt: String,
}

/// Things with an address each.
#[derive(Debug, Default, Serialize)]
struct Links {
    count: String,
    items: Vec<Link>,
    more: Option<String>,
}

#[derive(Debug, Serialize)]
struct Link {
    title: String,
    /// What is shown of where it leads, or of what it is.
    note: String,
    address: Option<String>,
}

impl PageFacts {
    /// What there is to tell of the page at an address.
    pub(super) fn of(site: &Site, address: &str, editor: &Editor, language: Language) -> Self {
        let Some(finished) = &site.finished else {
            return Self::default();
        };
        let say = |text: &Text| text.say(language).into_owned();
        let mut facts = Self {
            drafts: drafts(finished, editor, language),
            ..Self::default()
        };
        if !facts.drafts.items.is_empty() && finished.config().schema.source().is_some() {
            facts.review = Some(say(&text!("panel-review")));
        }
        let Lookup::File(path, bytes) = site.at(address, None) else {
            return facts;
        };
        let html = bytes.as_text().filter(|_| site.plan.is_html(&path));
        let Some(html) = html else {
            return facts;
        };
        let page = Page::read(html);
        let words = search::words(&page.words).count();
        let minutes = finished.config().language.reading_time(words);
        facts.reading = vec![
            say(&text!("page-words", count = words)),
            say(&text!("page-minutes", count = minutes)),
        ];
        facts.source = finished.source(&path).map(|source| Place {
            file: source.to_string(),
            editor: editor.link(source.as_str(), 1, 1),
        });
        let weights = finished.weight(&path, &site.output);
        facts.weights = weights.iter().map(|one| measure(one, language)).collect();
        facts.links = links(&page, &path, site, language);
        facts.card = page.card;
        facts.card.image = facts
            .card
            .image
            .map(|image| in_preview(&image, site, finished));
        facts
    }
}

/// The part of a whole, of bytes that are few enough for it.
#[expect(clippy::cast_precision_loss, reason = "a bar on a screen")]
fn part(size: u64, budget: u64) -> f64 {
    match (size, budget) {
        (0, _) => 0.0,
        (_, 0) => 1.0,
        (size, budget) => (size as f64 / budget as f64).min(1.0),
    }
}

fn measure(weight: &Weight, language: Language) -> Measure {
    let (size, budget) = (Weight::said(weight.size), Weight::said(weight.budget));
    let is_over = weight.size > weight.budget;
    Measure {
        label: weight.of.say(language).into_owned(),
        said: text!("weight-of-budget", size, budget)
            .say(language)
            .into_owned(),
        part: part(weight.size, weight.budget),
        over: is_over.then(|| text!("over-budget").say(language).into_owned()),
    }
}

fn drafts(finished: &Finished, editor: &Editor, language: Language) -> Links {
    let drafts = finished.drafts();
    let said = |text: Text| text.say(language).into_owned();
    let items = drafts.iter().take(MOST).map(|draft| Link {
        title: short(&draft.title),
        note: match draft.why {
            Absence::Draft => draft.path.to_string(),
            Absence::Scheduled(day) => said(text!(
                "draft-scheduled",
                path = draft.path.to_string(),
                day = day.to_string()
            )),
            Absence::Expired(day) => said(text!(
                "draft-expired",
                path = draft.path.to_string(),
                day = day.to_string()
            )),
        },
        address: match &draft.address {
            Some(address) => Some(below(address.as_str(), finished)),
            None => editor.link(draft.path.as_str(), 1, 1),
        },
    });
    Links {
        items: items.collect(),
        more: more(drafts.len(), language),
        count: text!("page-drafts", count = drafts.len())
            .say(language)
            .into_owned(),
    }
}

/// The links of a page to other pages and out of the site, each once, with the titles of what they lead to.
fn links(page: &Page, path: &OutputPath, site: &Site, language: Language) -> Links {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (address, words) in &page.links {
        let bare = address.split('#').next().unwrap_or_default();
        if bare.is_empty() || !seen.insert(bare) {
            continue;
        }
        found.push((bare, words));
    }
    let titled = |(address, words): &(&str, &String)| {
        let below = address.strip_prefix(site.base_path.as_str());
        let below = below.map(|below| format!("/{below}"));
        let target = site
            .plan
            .named_in(path, below.as_deref().unwrap_or(address));
        let target = target.filter(|_| !address.contains(':') && !address.starts_with("//"));
        let html = target.and_then(|target| site.output.get(target)?.as_text());
        let is_page = target.is_some_and(|target| site.plan.is_html(target));
        let title = html.filter(|_| is_page).and_then(title);
        Link {
            title: short(&title.unwrap_or_else(|| (*words).clone())),
            note: match target {
                Some(target) => target.url().to_string(),
                None => short(address),
            },
            address: Some((*address).to_owned()),
        }
    };
    Links {
        items: found.iter().take(MOST).map(titled).collect(),
        more: more(found.len(), language),
        count: text!("page-links", count = found.len())
            .say(language)
            .into_owned(),
    }
}

fn more(count: usize, language: Language) -> Option<String> {
    let more = count.checked_sub(MOST).filter(|more| *more > 0)?;
    Some(text!("page-more", count = more).say(language).into_owned())
}

/// An address from the root of the site as the preview has it.
fn below(address: &str, finished: &Finished) -> String {
    let base = finished.config().base_path();
    format!("{base}{}", encode(address.trim_start_matches('/')))
}

/// Where the preview has what is published at an address with the name of a host.
fn in_preview(address: &str, site: &Site, finished: &Finished) -> String {
    match address.strip_prefix(finished.config().base_url.as_str()) {
        Some(path) => format!("{}{path}", site.base_path),
        None => address.to_owned(),
    }
}

fn short(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// What is read of the HTML of a page.
#[derive(Debug, Default)]
struct Page {
    /// The words of what is its own: of `main`, or of the body where it has none.
    words: String,
    /// The links, with their words.
    links: Vec<(String, String)>,
    card: Card,
}

impl Page {
    fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut body = String::new();
        let (mut is_main, mut is_body, mut has_main) = (false, false, false);
        let mut link: Option<(String, String)> = None;
        let mut tokens = Tokens::of(html);
        while let Some(token) = tokens.read() {
            match token {
                Token::Start(tag) if tag.is("main") => (is_main, has_main) = (true, true),
                Token::Start(tag) if tag.is("body") => is_body = true,
                Token::Start(tag) if tag.is("meta") => page.card.read(&tag),
                Token::Start(tag) if tag.is("a") => {
                    page.links.extend(link.take());
                    let address = tag
                        .value("href")
                        .map(|href| decode_value(href).trim().to_owned());
                    link = address.map(|address| (address, String::new()));
                }
                Token::Start(_) => {
                    // A word ends where an element begins, unless it is one of those within lines; searching is forgiving.
                    body.push(' ');
                }
                Token::End(tag) if tag.is("main") => is_main = false,
                Token::End(tag) if tag.is("a") => page.links.extend(link.take()),
                Token::Text(text) => {
                    let text = decode(text);
                    if let Some((_, words)) = &mut link {
                        words.push_str(&text);
                    }
                    if is_main {
                        page.words.push_str(&text);
                        page.words.push(' ');
                    }
                    if is_body {
                        body.push_str(&text);
                    }
                }
                _ => {}
            }
        }
        page.links.extend(link);
        for (_, words) in &mut page.links {
            *words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        if !has_main {
            page.words = body;
        }
        page
    }
}

impl Card {
    /// Takes what a `meta` says, of the protocol of Open Graph, or where that is silent the description.
    fn read(&mut self, tag: &Tag<'_, '_>) {
        let name = tag.value("property").or_else(|| tag.value("name"));
        let Some(content) = tag
            .value("content")
            .map(|value| short(&decode_value(value)))
        else {
            return;
        };
        match name {
            Some("og:title") => self.title = content,
            Some("og:description") => self.description = content,
            Some("description") if self.description.is_empty() => self.description = content,
            Some("og:image") => self.image = Some(content),
            Some("og:image:alt") => self.alt = content,
            _ => {}
        }
    }
}
