//! A web page to the pieces of its article: the longest run of paragraphs that one element holds, and the heading above.

use crate::article::text::Block;
use crate::html::{Tag, Token, Tokens, decode, title};

/// Elements that hold no part of an article.
const ASIDE: [&str; 12] = [
    "nav", "footer", "aside", "form", "header", "figure", "menu", "button", "select", "noscript",
    "template", "svg",
];

/// Elements of which each is a piece.
const PIECES: [&str; 11] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "blockquote",
    "td",
    "dd",
    "dt",
    "pre",
];

/// Elements that may hold an article.
const HOLDERS: [&str; 5] = ["article", "main", "section", "div", "body"];

/// How deep elements are told apart. What is deeper belongs to the one above.
const DEEPEST: usize = 200;

/// A piece, and the element that holds it.
struct Piece {
    holder: usize,
    name: String,
    text: String,
}

#[derive(Default)]
struct Page {
    pieces: Vec<Piece>,
    /// The holders that are open, each with its number.
    open: Vec<(String, usize)>,
    holders: usize,
    /// The elements beside the text that are open.
    aside: usize,
    piece: Option<Piece>,
}

impl Page {
    fn start(&mut self, tag: &Tag<'_, '_>) {
        let name = tag.name.to_ascii_lowercase();
        if ASIDE.contains(&name.as_str()) && !tag.is_void() {
            // The heading of an article stands in its `header`, too.
            let is_inside = name == "header"
                && self
                    .open
                    .iter()
                    .any(|(open, _)| open == "article" || open == "main");
            self.aside += usize::from(!is_inside);
        }
        if HOLDERS.contains(&name.as_str()) && self.open.len() < DEEPEST {
            self.end_piece();
            self.holders += 1;
            self.open.push((name, self.holders));
        } else if PIECES.contains(&name.as_str()) {
            self.end_piece();
            let holder = self.open.last().map_or(0, |(_, number)| *number);
            self.piece = Some(Piece {
                holder,
                name,
                text: String::new(),
            });
        } else if name == "br" {
            self.text("\n");
        }
    }

    fn end(&mut self, name: &str) {
        let name = name.to_ascii_lowercase();
        if ASIDE.contains(&name.as_str()) {
            self.aside = self.aside.saturating_sub(1);
        }
        if PIECES.contains(&name.as_str()) {
            self.end_piece();
        }
        if let Some(at) = self.open.iter().rposition(|(open, _)| *open == name) {
            self.end_piece();
            self.open.truncate(at);
        }
    }

    fn text(&mut self, text: &str) {
        let is_seen = self.aside == 0;
        if let Some(piece) = self
            .piece
            .as_mut()
            .filter(|piece| is_seen || piece.name == "h1")
        {
            piece.text.push_str(text);
        }
    }

    fn end_piece(&mut self) {
        let piece = self.piece.take();
        self.pieces
            .extend(piece.filter(|piece| !piece.text.trim().is_empty()));
    }

    /// The element with the most words in paragraphs.
    fn main(&self) -> Option<usize> {
        let mut words = vec![0; self.holders + 1];
        for piece in self.pieces.iter().filter(|piece| piece.name == "p") {
            words[piece.holder] += piece.text.split_whitespace().count();
        }
        let main = words
            .iter()
            .enumerate()
            .max_by_key(|(at, words)| (**words, usize::MAX - at));
        main.filter(|(_, words)| **words > 0).map(|(at, _)| at)
    }
}

pub(super) fn blocks(html: &str) -> Vec<Block> {
    let mut page = Page::default();
    let mut tokens = Tokens::of(html);
    while let Some(token) = tokens.read() {
        match token {
            Token::Start(tag) => page.start(&tag),
            Token::End(tag) => page.end(tag.name),
            Token::Text(text) => page.text(&decode(text)),
            _ => {}
        }
    }
    page.end_piece();
    let Some(main) = page.main() else {
        return page
            .pieces
            .into_iter()
            .map(|piece| Block::Line(piece.text))
            .filter(Block::is_something)
            .collect();
    };
    let heading = page.pieces.iter().find(|piece| piece.name == "h1");
    let heading = heading
        .map(|piece| piece.text.clone())
        .or_else(|| title(html));
    let title = heading.map(Block::Title);
    let pieces = page
        .pieces
        .into_iter()
        .filter(|piece| piece.holder == main && piece.name != "h1");
    let pieces = pieces.flat_map(|piece| {
        let is_heading = piece.name.starts_with('h');
        let lines: Vec<String> = if is_heading {
            vec![piece.text]
        } else {
            paragraphs(&piece.text)
        };
        lines.into_iter().map(move |text| {
            if is_heading {
                Block::Heading(text)
            } else {
                Block::Line(text)
            }
        })
    });
    title
        .into_iter()
        .chain(pieces)
        .filter(Block::is_something)
        .collect()
}

/// Two line breaks part paragraphs; one is a space, as every line of the source is.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::to_owned).collect()
}
