//! Tables: the alignment of their columns, as classes, and the element around them that scrolls. The library would write a
//! physical side, but `:--` means the start of the line, which in Arabic is the right.

use pulldown_cmark::{Alignment, Event, Tag};

use super::block::Block;
use super::wording::Wording;
use crate::html::escape_value;

/// The columns of the table that is being read.
#[derive(Default)]
pub(super) struct Columns {
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
    /// Where the text of the cell begins in that of its row.
    text_start: usize,
    heads: Vec<String>,
    /// The event that opens the element around the table.
    pub(super) around: usize,
}

/// What stands around a table and scrolls where the table is wider than the page, by keyboard as well. It is no landmark,
/// of which a page with many tables would have too many.
pub(super) fn around<'a>(name: &str) -> Event<'a> {
    let name = escape_value(name);
    let html = format!(
        "<div class=\"table-scroll\" role=\"group\" aria-label=\"{name}\" tabindex=\"0\">\n"
    );
    Event::Html(html.into())
}

impl Columns {
    /// The events that open a table, the first of them number `at`, without its alignments, which are kept here.
    pub(super) fn open_table<'a>(
        &mut self,
        alignments: Vec<Alignment>,
        at: usize,
    ) -> [Event<'a>; 2] {
        let plain = vec![Alignment::None; alignments.len()];
        *self = Self {
            alignments,
            around: at,
            ..Self::default()
        };
        [around(""), Event::Start(Tag::Table(plain))]
    }

    pub(super) fn open_row(&mut self, row: &Tag<'_>) {
        self.cell = 0;
        self.in_head = matches!(row, Tag::TableHead);
    }

    /// The name of the table, once its heads have been read.
    pub(super) fn name(&self, wording: Wording) -> String {
        wording.table(&self.heads)
    }

    /// Keeps the text of a head. `row` is its row so far.
    pub(super) fn close_cell(&mut self, row: &Block) {
        if self.in_head {
            let words = row.known(self.text_start);
            let words: Vec<&str> = words.split_whitespace().collect();
            self.heads.push(words.join(" "));
        }
    }

    /// The event that opens the next cell of the row, whose text so far has this length.
    pub(super) fn open_cell<'a>(&mut self, text_start: usize) -> Event<'a> {
        self.text_start = text_start;
        let alignment = self.alignments.get(self.cell).copied();
        self.cell += 1;
        let class = match alignment.unwrap_or(Alignment::None) {
            Alignment::None => return Event::Start(Tag::TableCell),
            Alignment::Left => "start",
            Alignment::Center => "center",
            Alignment::Right => "end",
        };
        let element = if self.in_head { "th" } else { "td" };
        Event::Html(format!("<{element} class=\"align-{class}\">").into())
    }
}
