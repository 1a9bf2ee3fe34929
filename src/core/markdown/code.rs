//! Code blocks: what stands behind their fence, and their code as HTML.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::reader::ProseReader;
use crate::diagnostic::{Diagnostic, Span};
use crate::highlight::{self, Fault, Info, SETTINGS};
use crate::locale::{Text, text};
use crate::schema::nearest;

impl ProseReader<'_> {
    /// The end of a block of code, of which all has been read.
    pub(super) fn close_code_block(&mut self, range: &Range<usize>) {
        let code = self.events.pop_if(|event| matches!(event, Event::Text(_)));
        let Some(Event::Start(Tag::CodeBlock(kind))) = self.events.pop() else {
            return;
        };
        let info = match kind {
            CodeBlockKind::Fenced(line) => {
                let translated = highlight::translated(&line);
                let ours = translated
                    .as_ref()
                    .map(|translated| translated.line.as_str());
                let info = Info::read(ours.unwrap_or(&line));
                match ours {
                    Some(ours) => self.report_foreign_info(ours, &line, range),
                    None => self.report_info(&info, &line, range),
                }
                info
            }
            CodeBlockKind::Indented => Info::default(),
        };
        let code = match &code {
            Some(Event::Text(text)) => text,
            _ => "",
        };
        let html = highlight::block(code, &info, &self.rules.code);
        self.events.push(Event::Html(html.into()));
    }

    /// Settings in the notation of another generator, which are read as they are meant.
    fn report_foreign_info(&mut self, ours: &str, line: &str, range: &Range<usize>) {
        let written = self.markdown.get(range.clone()).unwrap_or_default();
        let first = written.lines().next().unwrap_or_default().trim_end();
        let place = match written.find(line) {
            Some(at) => range.start + at..range.start + at + line.len(),
            None => range.start..range.start + first.len(),
        };
        let problem = Diagnostic::warning("W235", text!("fence-elsewhere"))
            .at(Span::new(self.path, self.place.of(place)))
            .hint(text!("write-instead", words = ours));
        self.diagnostics.push(problem);
    }

    fn report_info(&mut self, info: &Info, line: &str, range: &Range<usize>) {
        let written = self.markdown.get(range.clone()).unwrap_or_default();
        let start = written.find(line).map(|at| range.start + at);
        // With escapes or references in it, the line is written otherwise, and no word of it stands where it is read.
        let first = written.lines().next().unwrap_or_default();
        let whole = range.start..range.start + first.trim_end().len();
        let mut warn = |place: Range<usize>, message: Text, hint: Text| {
            let within = |start: usize| start + place.start..start + place.end;
            let place = start.map_or_else(|| whole.clone(), within);
            let span = Span::new(self.path, self.place.of(place));
            let problem = Diagnostic::warning("W235", message).at(span);
            self.diagnostics.push(problem.hint(hint));
        };
        let rules = &self.rules.code;
        let language = info.language.as_deref();
        let language = language.filter(|language| rules.highlight(language));
        if let Some(language) = language.filter(|language| !highlight::is_known(language)) {
            let names = highlight::names();
            let names = names.iter().map(String::as_str).chain(SETTINGS);
            let hint = match nearest(language, names) {
                Some(near) => text!("language-near-hint", near, language),
                None => text!("language-unknown-hint", language),
            };
            warn(0..language.len(), text!("language-unknown", language), hint);
        }
        for (place, fault) in &info.faults {
            let word = &line[place.clone()];
            let (name, _) = word.split_once('=').unwrap_or((word, ""));
            let (message, hint) = match fault {
                Fault::Unknown => {
                    let hint = match nearest(name, SETTINGS) {
                        Some(near) => text!("did-you-mean", name = near),
                        None => text!("fence-setting-hint", settings = SETTINGS.join(", ")),
                    };
                    (text!("fence-setting-unknown", name), hint)
                }
                Fault::NoLines(example) => (
                    text!("fence-lines", word),
                    text!("fence-lines-hint", example = *example),
                ),
                Fault::NoTruth => {
                    let hint = text!("fence-flag-hint", name);
                    (text!("fence-flag", word), hint)
                }
            };
            warn(place.clone(), message, hint);
        }
    }
}
