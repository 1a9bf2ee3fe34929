//! Blocks of components. A block ends in the list item or quotation in which it begins.

use std::ops::Range;

use super::arguments::{Given, Slip, given};
use super::call::{Call, Written, closing, name, opening};
use super::open::OpenBlock;
use crate::locale::text;
use crate::markdown::reader::ProseReader;

impl ProseReader<'_> {
    /// Reads a line that begins or ends a block, where the parser saw a rule. Whether it was one.
    pub(in crate::markdown) fn read_line_of_block(&mut self, rule: &Range<usize>) -> bool {
        let mut lines = self.blocks.lines.range(rule.clone());
        let Some(line) = lines.next().map(|(_, line)| line.clone()) else {
            return false;
        };
        self.close_block();
        let range = line.start..line.end;
        let Some(start) = line.name else {
            let depth = self.blocks.depth;
            match self.blocks.open.pop_if(|open| open.depth == depth) {
                Some(_) => self.events.push(closing(false)),
                None if self.blocks.owed > 0 => self.blocks.owed -= 1,
                None => {
                    let hint = text!("block-unopened-hint");
                    self.report("E237", text!("block-unopened"), range, hint);
                }
            }
            return true;
        };
        let written = &self.markdown[start..line.end];
        let called = name(written).unwrap_or_default();
        let behind = written[called.len()..].trim_start();
        let at = line.end - behind.len();
        let length = self.call(called, at, behind, range.clone(), false);
        let more = behind[length..].trim_start();
        if !more.is_empty() {
            let message = text!("block-more", words = more);
            let place = line.end - more.len()..line.end;
            self.report("E236", message, place, text!("block-more-hint"));
        }
        self.events
            .push(opening(self.prose.body.calls.len() - 1, false));
        self.blocks.open.push(OpenBlock {
            range,
            depth: self.blocks.depth,
        });
        true
    }

    /// Ends the blocks that what ends now has not ended.
    pub(in crate::markdown) fn end_open_blocks(&mut self) {
        while let Some(open) = self
            .blocks
            .open
            .pop_if(|open| open.depth >= self.blocks.depth)
        {
            self.close_block();
            self.events.push(closing(false));
            self.blocks.owed += 1;
            let hint = text!("block-unclosed-hint");
            self.report("E237", text!("block-unclosed"), open.range, hint);
        }
    }

    /// Notes a call of the component `called`, whose arguments are written at byte `at`.
    pub(super) fn call(
        &mut self,
        called: &str,
        at: usize,
        written: &str,
        range: Range<usize>,
        is_inline: bool,
    ) -> usize {
        let Given {
            mut all,
            faults,
            length,
            closing,
        } = given(written, is_inline);
        for fault in faults {
            let word = &written[fault.range.clone()];
            let range = at + fault.range.start..at + fault.range.end;
            let (message, hint) = match fault.slip {
                Slip::Unread => (
                    text!("argument-unread", word),
                    text!("argument-unread-hint"),
                ),
                Slip::Other(right) => (
                    text!("argument-other-marks"),
                    text!("write-instead", words = right),
                ),
                Slip::Comma => (text!("argument-comma", word), text!("remove-it")),
                Slip::Twice => (text!("argument-twice", word), text!("remove-it")),
            };
            self.report("E236", message, range, hint);
        }
        if let Some(closing) = closing {
            let hint = text!("arguments-open-hint", closing);
            self.report("E236", text!("arguments-open"), at..at + 1, hint);
        }
        for argument in &mut all {
            let range = at + argument.range.start..at + argument.range.end;
            if let Written::Quoted(text) = &argument.value
                && !is_inline
                && let Some(start) = self.markdown[range.clone()].find(&**text)
            {
                // What readers see is held against the rules of prose.
                self.block.push_written(text, range.start + start);
                self.close_block();
            }
            argument.range = self.place.of(range);
        }
        self.prose.body.calls.push(Call {
            name: called.to_owned(),
            subject: None,
            range: self.place.of(range),
            arguments: all,
            is_inline,
        });
        length
    }
}
