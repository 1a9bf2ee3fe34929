//! The alignment of a table's columns, as classes. The library would write a physical side, but `:--` means
//! the start of the line, which in Arabic is the right.

use pulldown_cmark::{Alignment, Event, Tag};

/// The columns of the table that is being read.
#[derive(Default)]
pub(super) struct Columns {
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
}

impl Columns {
    /// The event that opens a table, without its alignments, which are kept here.
    pub(super) fn open_table<'a>(&mut self, alignments: Vec<Alignment>) -> Event<'a> {
        let plain = vec![Alignment::None; alignments.len()];
        self.alignments = alignments;
        Event::Start(Tag::Table(plain))
    }

    pub(super) fn open_row(&mut self, row: &Tag<'_>) {
        self.cell = 0;
        self.in_head = matches!(row, Tag::TableHead);
    }

    /// The event that opens the next cell of the row.
    pub(super) fn open_cell<'a>(&mut self) -> Event<'a> {
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
