//! A web page to the pieces of its article: those of the element that holds most of the page's paragraphs, and the heading above.

use std::collections::BTreeMap;

use super::beside::{Around, Seen, beside, is_named};
use crate::article::text::Block;
use crate::html::{Tag, Token, Tokens, decode, title};

/// Elements that hold no part of an article.
const ASIDE: [&str; 11] = [
    "nav", "footer", "aside", "header", "figure", "menu", "button", "select", "noscript",
    "template", "svg",
];

/// Elements whose text is on no page.
const UNSEEN: [&str; 2] = ["title", "textarea"];

/// Elements of which each is a piece.
const PIECES: [&str; 16] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "blockquote",
    "td",
    "th",
    "caption",
    "dd",
    "dt",
    "pre",
    "summary",
];

/// Elements that may hold an article. Text that stands in them as it is, is a paragraph.
const HOLDERS: [&str; 8] = [
    "article", "main", "section", "div", "form", "body", "ul", "ol",
];

/// The fewest words of a paragraph of which it is told that it is left out.
const LEAST: usize = 10;

/// The longest line between a heading and its article that says who wrote it and when.
const LINE: usize = 12;

/// A piece, and the element that holds it.
struct Piece {
    holder: usize,
    name: String,
    text: String,
    /// How many bytes of the text stand in links.
    linked: usize,
    /// Whether its class says that it is no part of the article.
    is_named: bool,
}

impl Piece {
    fn new(holder: usize, name: String, is_named: bool) -> Self {
        Self {
            holder,
            name,
            text: String::new(),
            linked: 0,
            is_named,
        }
    }
}

/// An element that is open.
struct Open {
    name: String,
    is_aside: bool,
    /// The holder that it is, or is in.
    holder: usize,
}

struct Holder {
    name: String,
    /// The one that it is in. The first is in itself.
    above: usize,
    is_named: bool,
}

struct Page {
    pieces: Vec<Piece>,
    holders: Vec<Holder>,
    open: Vec<Open>,
    /// How many elements of each name are open.
    counts: BTreeMap<String, usize>,
    /// How many of those beside the text, if there are such.
    aside: usize,
    has_asides: bool,
    piece: Option<Piece>,
    is_linked: bool,
}

impl Page {
    fn new(has_asides: bool) -> Self {
        let page = Holder {
            name: String::new(),
            above: 0,
            is_named: false,
        };
        Self {
            pieces: Vec::new(),
            holders: vec![page],
            open: Vec::new(),
            counts: BTreeMap::new(),
            aside: 0,
            has_asides,
            piece: None,
            is_linked: false,
        }
    }

    fn of(html: &str, has_asides: bool) -> Self {
        let mut page = Self::new(has_asides);
        let mut tokens = Tokens::of(html);
        while let Some(token) = tokens.read() {
            match token {
                Token::Start(tag) => page.start(&tag),
                Token::End(tag) => page.end(&tag.name.to_ascii_lowercase()),
                Token::Text(text) => page.text(&decode(text)),
                _ => {}
            }
        }
        page.end_piece();
        page
    }

    fn is_open(&self, name: &str) -> bool {
        self.counts.get(name).is_some_and(|count| *count > 0)
    }

    fn holder(&self) -> usize {
        self.open.last().map_or(0, |open| open.holder)
    }

    fn start(&mut self, tag: &Tag<'_, '_>) {
        let name = tag.name.to_ascii_lowercase();
        let is = |names: &[&str]| names.contains(&name.as_str());
        if name == "br" {
            self.text("\n");
            return;
        }
        if name == "a" {
            self.is_linked = tag.value("href").is_some();
        } else if is(&["article", "main"]) {
            // No article stands in a menu: somebody has not closed it.
            self.end("nav");
        }
        if is(&PIECES) {
            self.end_piece();
            self.piece = Some(Piece::new(self.holder(), name, is_named(tag)));
        } else if is(&HOLDERS) || is(&ASIDE) || is(&UNSEEN) {
            self.end_piece();
            // The heading of an article stands in its `header`, too.
            let is_inside = name == "header" && (self.is_open("article") || self.is_open("main"));
            let is_aside = is(&UNSEEN) || self.has_asides && is(&ASIDE) && !is_inside;
            self.aside += usize::from(is_aside);
            let mut holder = self.holder();
            if is(&HOLDERS) {
                let above = std::mem::replace(&mut holder, self.holders.len());
                let name = name.clone();
                let is_whole = is(&["article", "main", "body"]);
                let is_named = !is_whole && is_named(tag);
                self.holders.push(Holder {
                    name,
                    above,
                    is_named,
                });
            }
            *self.counts.entry(name.clone()).or_default() += 1;
            self.open.push(Open {
                name,
                is_aside,
                holder,
            });
        }
    }

    /// Ends the last element of a name that is open, with all in it that is not closed.
    fn end(&mut self, name: &str) {
        if PIECES.contains(&name) {
            self.end_piece();
        }
        if name == "a" || HOLDERS.contains(&name) {
            // A link that is not closed goes on to the end of what it is in.
            self.is_linked = false;
        }
        if !self.is_open(name) {
            return;
        }
        self.end_piece();
        while let Some(open) = self.open.pop() {
            self.aside -= usize::from(open.is_aside);
            let is_it = open.name == name;
            self.counts.entry(open.name).and_modify(|count| *count -= 1);
            if is_it {
                break;
            }
        }
    }

    fn text(&mut self, text: &str) {
        let is_seen = self.aside == 0;
        let holder = self.holder();
        if self.piece.is_none() && is_seen && !text.trim().is_empty() {
            self.piece = Some(Piece::new(holder, "p".to_owned(), false));
        }
        let piece = self.piece.as_mut();
        if let Some(piece) = piece.filter(|piece| is_seen || piece.name == "h1") {
            piece.text.push_str(text);
            piece.linked += if self.is_linked { text.trim().len() } else { 0 };
        }
    }

    fn end_piece(&mut self) {
        let piece = self.piece.take();
        self.pieces
            .extend(piece.filter(|piece| !piece.text.trim().is_empty()));
    }

    /// The element that is the article: that with the most words in paragraphs of its own, or one around it. An `article` or
    /// `main` is meant as a whole; elsewhere one around it has at least twice as much.
    fn main(&self, beside: &[bool]) -> usize {
        let mut own = vec![0; self.holders.len()];
        let pieces = self.pieces.iter().zip(beside);
        let pieces = pieces.filter(|(piece, is_beside)| piece.name == "p" && !*is_beside);
        for (piece, _) in pieces {
            own[piece.holder] += count(&piece.text);
        }
        let mut all = own.clone();
        for at in (1..all.len()).rev() {
            all[self.holders[at].above] += all[at];
        }
        let most = own.iter().enumerate();
        let most = most.max_by_key(|(at, words)| (**words, usize::MAX - at));
        let mut main = most.map_or(0, |(at, _)| at);
        for name in ["article", "main"] {
            if let Some(whole) = self.around(main).find(|at| self.holders[*at].name == name) {
                return whole;
            }
        }
        while main > 0 {
            let around = self.around(main).skip(1);
            let Some(next) = around.into_iter().find(|at| all[main] * 2 <= all[*at]) else {
                break;
            };
            main = next;
        }
        main
    }

    /// Which pieces stand beside the article, unless that is all there are.
    fn beside(&self) -> Vec<bool> {
        let pieces = self.pieces.iter().map(|piece| Seen {
            name: &piece.name,
            text: &piece.text,
            holder: piece.holder,
            linked: piece.linked,
            is_named: piece.is_named,
        });
        let holders = self.holders.iter().map(|holder| Around {
            above: holder.above,
            is_named: holder.is_named,
            is_list: ["ul", "ol"].contains(&holder.name.as_str()),
            is_article: ["article", "main"].contains(&holder.name.as_str()),
        });
        let pieces: Vec<Seen<'_>> = pieces.collect();
        let mut beside = beside(&pieces, &holders.collect::<Vec<_>>());
        let mut text = pieces.iter().zip(&beside);
        if text.all(|(piece, is_beside)| piece.name.starts_with('h') || *is_beside) {
            beside.fill(false);
        }
        beside
    }

    /// A holder and those that it is in, from the inside out.
    fn around(&self, holder: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(holder), |at| {
            (*at > 0).then(|| self.holders[*at].above)
        })
    }

    /// Which holders are an element, or in it.
    fn inside(&self, main: usize) -> Vec<bool> {
        let mut inside = vec![false; self.holders.len()];
        for at in main..inside.len() {
            inside[at] = at == main || inside[self.holders[at].above];
        }
        inside
    }
}

/// The pieces of a page's article, and how many paragraphs beside it the page has.
pub(super) fn blocks(html: &str) -> (Vec<Block>, usize) {
    let mut page = Page::of(html, true);
    if page.pieces.iter().all(|piece| piece.name == "h1") {
        page = Page::of(html, false);
    }
    if page.pieces.is_empty() {
        return (Vec::new(), 0);
    }
    let beside = page.beside();
    let inside = page.inside(page.main(&beside));
    let is_inside = |piece: &Piece| inside[piece.holder];
    let headings = page.pieces.iter().enumerate();
    let mut headings = headings.filter(|(_, piece)| piece.name == "h1");
    let own = headings.clone().find(|(_, piece)| is_inside(piece));
    let heading = own.or_else(|| headings.next()).map(|(at, _)| at);
    let heading_text = heading.map(|at| page.pieces[at].text.clone());
    let heading_text = heading_text.or_else(|| title(html));
    let mut left_out = 0;
    let mut blocks: Vec<Block> = heading_text.map(Block::Title).into_iter().collect();
    let mut first = page.pieces.iter().zip(&beside);
    let first = first
        .position(|(piece, is_beside)| is_inside(piece) && piece.name != "h1" && !*is_beside)
        .unwrap_or_default();
    for (at, piece) in page.pieces.into_iter().enumerate() {
        if Some(at) == heading {
            continue;
        }
        let is_above = heading.is_some_and(|heading| (heading..first).contains(&at))
            && piece.name == "p"
            && count(&piece.text) <= LINE;
        if (inside[piece.holder] || is_above) && !beside[at] {
            read(piece, &mut blocks);
        } else if piece.name == "p" && count(&piece.text) >= LEAST {
            left_out += 1;
        }
    }
    blocks.retain(Block::is_something);
    (blocks, left_out)
}

/// All that is seen of HTML that is a part of something else.
pub(super) fn part(html: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for piece in Page::of(html, false).pieces {
        read(piece, &mut blocks);
    }
    blocks.retain(Block::is_something);
    blocks
}

fn read(piece: Piece, blocks: &mut Vec<Block>) {
    if piece.name.starts_with('h') {
        blocks.push(Block::Heading(piece.text));
        return;
    }
    // Two line breaks part paragraphs; one is a space, as every line of the source is.
    let lines = piece.text.split("\n\n");
    blocks.extend(lines.map(|line| Block::Line(line.to_owned())));
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}
