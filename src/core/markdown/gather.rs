//! The footnotes of all texts of a page, in one list at the place that its template gives them. Without such a place each
//! text keeps its own list.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::notes::{self, LIST};
use super::wording::Wording;
use crate::html::{Tag, Token, Tokens, decode_value};

/// What a template prints where it wants the footnotes.
pub(crate) const PLACE: &str = "<section class=\"footnotes\" data-place></section>";

/// A page with its footnotes at their place, numbered through. None where the page has no place for them.
pub(crate) fn gather(page: &str, wording: Wording) -> Option<String> {
    let (before, behind) = page.split_once(PLACE)?;
    let behind = behind.replace(PLACE, "");
    let page = format!("{before}{behind}");
    let lists = Lists::of(&page);
    let order = lists.order(&page);
    let numbers = order.iter().enumerate();
    let numbers = Numbers {
        of: numbers.map(|(at, id)| (id.clone(), at + 1)).collect(),
        wording,
    };
    let text = |range: Range<usize>| numbers.written(&lists.without(&page, range));
    let mut gathered = text(0..before.len());
    if !order.is_empty() {
        let notes = order.iter().filter_map(|id| lists.notes.get(id));
        let notes: String = notes
            .map(|note| numbers.written(&page[note.clone()]))
            .collect();
        gathered.push_str(&notes::opening(wording));
        gathered.push_str(&notes);
        gathered.push_str(notes::CLOSING);
    }
    gathered.push_str(&text(before.len()..page.len()));
    Some(gathered)
}

/// The lists of footnotes on a page.
#[derive(Default)]
struct Lists {
    sections: Vec<Range<usize>>,
    /// The bytes of each note, by its id.
    notes: BTreeMap<String, Range<usize>>,
    /// The ids in the order of the page.
    ids: Vec<String>,
}

impl Lists {
    fn of(page: &str) -> Self {
        let mut lists = Self::default();
        let mut from = 0;
        while let Some(start) = page[from..].find(LIST).map(|at| from + at) {
            let end = lists.read(page, start);
            lists.sections.push(start..end);
            from = end;
        }
        lists
    }

    /// Reads the list that begins at a byte, and says where it ends.
    fn read(&mut self, page: &str, start: usize) -> usize {
        let mut tokens = Tokens::of(&page[start..]);
        let mut depth = 0_usize;
        let mut note: Option<(String, usize)> = None;
        let mut last_item = start;
        loop {
            let at = start + tokens.at();
            let Some(token) = tokens.read() else { break };
            match token {
                Token::Start(tag) if tag.is("section") => depth += 1,
                Token::End(tag) if tag.is("section") => {
                    depth -= 1;
                    if depth == 0 {
                        self.push(note.take(), last_item);
                        break;
                    }
                }
                Token::Start(tag) if tag.is("li") => {
                    let id = tag.value("id").map(decode_value);
                    if let Some(id) = id.filter(|id| id.starts_with("fn:")) {
                        self.push(note.take(), at);
                        note = Some((id.into_owned(), at));
                    }
                }
                // The last one that ends is the list itself.
                Token::End(tag) if tag.is("ol") => last_item = at,
                _ => {}
            }
        }
        start + tokens.at()
    }

    fn push(&mut self, note: Option<(String, usize)>, end: usize) {
        if let Some((id, start)) = note {
            self.notes
                .entry(id.clone())
                .or_insert(start..end.max(start));
            self.ids.push(id);
        }
    }

    /// Part of a page without its lists.
    fn without(&self, page: &str, part: Range<usize>) -> String {
        let mut text = String::with_capacity(part.len());
        let mut copied = part.start;
        for list in self
            .sections
            .iter()
            .filter(|list| part.contains(&list.start))
        {
            text.push_str(&page[copied..list.start]);
            copied = list.end;
        }
        text.push_str(&page[copied..part.end.max(copied)]);
        text
    }

    /// The notes in the order of the first references to them: those of the page, then those of notes. What is left comes
    /// last, such as a note whose reference a template has cut off.
    fn order(&self, page: &str) -> Vec<String> {
        let mut order = Vec::new();
        let mut seen = BTreeSet::new();
        let mut note = |id: String| {
            if self.notes.contains_key(&id) && seen.insert(id.clone()) {
                order.push(id);
            }
        };
        each_reference(&self.without(page, 0..page.len()), &mut note);
        let mut read = 0;
        let mut left = self.ids.iter();
        loop {
            let Some(range) = order.get(read).and_then(|id| self.notes.get(id)) else {
                let Some(id) = left.next() else { break };
                if seen.insert(id.clone()) {
                    order.push(id.clone());
                }
                continue;
            };
            read += 1;
            each_reference(&page[range.clone()], &mut |id| {
                if self.notes.contains_key(&id) && seen.insert(id.clone()) {
                    order.push(id);
                }
            });
        }
        order
    }
}

/// The id of the note that a link of this class leads to or comes from.
fn leads_to(tag: &Tag<'_, '_>, class: &str) -> Option<String> {
    let is_link = tag.is("a") && tag.value("class") == Some(class);
    let href = tag.value("href").filter(|_| is_link)?;
    Some(decode_value(href).strip_prefix('#')?.to_owned())
}

fn each_reference(html: &str, each: &mut impl FnMut(String)) {
    crate::html::each_tag(html, |tag| {
        leads_to(&tag, "footnote-ref")
            .into_iter()
            .for_each(&mut *each);
    });
}

/// The numbers of the notes on a page.
struct Numbers {
    of: BTreeMap<String, usize>,
    wording: Wording,
}

impl Numbers {
    /// HTML with these numbers in its references, and in the names of the ways back to them.
    fn written(&self, html: &str) -> String {
        let mut written = String::with_capacity(html.len());
        let mut tokens = Tokens::of(html);
        let mut number = None;
        while let Some(token) = tokens.read() {
            let known = |id: &str| self.of.get(id).copied();
            match token {
                Token::Start(tag) => {
                    number = leads_to(&tag, "footnote-ref").and_then(|id| known(&id));
                    match self.way_back(&tag) {
                        Some(tag) => written.push_str(&tag),
                        None => written.push_str(tag.text),
                    }
                }
                Token::Text(text) => match number.take() {
                    Some(number) => written.push_str(&self.wording.number(number)),
                    None => written.push_str(text),
                },
                token => written.push_str(token.text()),
            }
        }
        written
    }

    /// The tag of a way back, with the number of its note in its name.
    fn way_back(&self, tag: &Tag<'_, '_>) -> Option<String> {
        let reference = leads_to(tag, "footnote-back")?;
        let id = reference.strip_prefix("fnref:")?;
        let number = |id: &str| self.of.get(&format!("fn:{id}")).copied();
        let number = number(id).or_else(|| number(id.rsplit_once('-')?.0))?;
        let name = tag.value("aria-label")?;
        let (name, _) = name.rsplit_once(' ')?;
        let number = self.wording.number(number);
        let label = tag.attributes.iter().find(|one| one.is("aria-label"))?;
        let (before, behind) = tag.text.split_at(label.at);
        let behind = &behind[label.text.len()..];
        Some(format!("{before}aria-label=\"{name} {number}\"{behind}"))
    }
}
