//! What stands on a web page beside its article, though no element says so: what is called a caption, comments or buttons to
//! share it, what is not shown, and lists and lines that are nothing but links to other articles, with the words above them.

use crate::arabic::search::fold;
use crate::article::lexicon::is;
use crate::html::Tag;

/// Words in the class or id of an element that holds no part of an article, as the great systems call it.
const NAMES: [&str; 45] = [
    "ad",
    "ads",
    "adsbygoogle",
    "adslot",
    "advert",
    "advertisement",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "byways",
    "caption",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "figcaption",
    "footer",
    "menu",
    "mostread",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "pager",
    "pagination",
    "popular",
    "promo",
    "readmore",
    "recommended",
    "related",
    "respond",
    "share",
    "sharing",
    "sidebar",
    "social",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tags",
    "trending",
    "widget",
];

/// The most words of a label above a list of links.
const LABEL: usize = 4;

/// Whether an element is called after what stands beside an article, or is not shown.
pub(super) fn is_named(tag: &Tag<'_, '_>) -> bool {
    let is_hidden = tag.value("hidden").is_some()
        || tag.value("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            style.to_ascii_lowercase().contains("display:none")
        });
    let names = ["class", "id"]
        .into_iter()
        .filter_map(|name| tag.value(name));
    let mut words = names.flat_map(|names| names.split(|c: char| !c.is_ascii_alphanumeric()));
    is_hidden || words.any(|word| NAMES.contains(&&*word.to_ascii_lowercase()))
}

/// A piece, and the holder that it is in.
pub(super) struct Seen<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) holder: usize,
    /// How many bytes of it stand in links.
    pub(super) linked: usize,
    pub(super) is_named: bool,
}

/// A holder of pieces and of others.
pub(super) struct Around {
    /// The one that it is in, which comes before it.
    pub(super) above: usize,
    pub(super) is_named: bool,
    pub(super) is_list: bool,
    /// Whether the page says that an article is in it.
    pub(super) is_article: bool,
}

/// Which pieces stand beside the article.
pub(super) fn beside(pieces: &[Seen<'_>], holders: &[Around]) -> Vec<bool> {
    let mut has_article: Vec<bool> = holders.iter().map(|one| one.is_article).collect();
    let mut has_text = vec![false; holders.len()];
    let mut has_links = vec![false; holders.len()];
    for piece in pieces {
        has_article[piece.holder] |= piece.name == "h1";
        let is_link = is_link(piece);
        has_text[piece.holder] |= !is_link;
        has_links[piece.holder] |= is_link;
    }
    for at in (1..holders.len()).rev() {
        let above = holders[at].above;
        has_article[above] |= has_article[at];
        has_text[above] |= has_text[at];
        has_links[above] |= has_links[at];
    }
    let mut outside = vec![false; holders.len()];
    for (at, holder) in holders.iter().enumerate() {
        let is_own =
            holder.is_named && !has_article[at] || holder.is_list && has_links[at] && !has_text[at];
        outside[at] = is_own || at > 0 && outside[holder.above];
    }
    let mut beside: Vec<bool> = pieces
        .iter()
        .map(|piece| {
            let is_line = piece.name == "p" && (is_link(piece) || leads_on(piece));
            outside[piece.holder] || piece.is_named && piece.name != "h1" || is_line
        })
        .collect();
    // What stands above nothing but links speaks of them.
    for at in (0..pieces.len().saturating_sub(1)).rev() {
        let piece = &pieces[at];
        let is_label = match piece.name {
            "h2" | "h3" | "h4" | "h5" | "h6" => true,
            "p" => words(piece.text) <= LABEL && !piece.text.trim_end().ends_with(['.', '؟', '!']),
            _ => false,
        };
        beside[at] |= is_label && beside[at + 1];
    }
    beside
}

/// Whether a piece is nothing but links.
fn is_link(piece: &Seen<'_>) -> bool {
    piece.linked > 0 && piece.linked * 10 >= piece.text.trim().len() * 9
}

/// «اقرأ أيضا: …»
fn leads_on(piece: &Seen<'_>) -> bool {
    let mut words = piece
        .text
        .split(|c: char| !c.is_alphabetic() && !('\u{64B}'..='\u{65F}').contains(&c));
    let first = words.find(|word| !word.is_empty()).map(fold);
    piece.linked > 0 && first.is_some_and(|first| is("reads-on", &first))
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
