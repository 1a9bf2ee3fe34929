//! Comments in a file that tell rules to pass over what stands between them:
//! `<!-- warraq: ignore W711 a poem -->` … `<!-- warraq: end -->`.

use std::ops::Range;

use super::silence;
use crate::diagnostic::{Code, Diagnostic, Scope, Span};
use crate::locale::{Text, text};
use crate::path::SourcePath;

/// How such a comment begins, behind the mark of a comment.
pub(crate) const COMMENT: &str = "warraq:";

/// The rule that no place in a file is against, since it is about what comes of all files.
const OF_PAGES: &str = "E305";

/// The fences of one file.
#[derive(Debug, Default)]
pub(crate) struct Fences {
    /// Those that are closed.
    closed: Vec<Fence>,
    open: Option<Fence>,
    broken: Vec<(Range<usize>, Text)>,
}

#[derive(Debug)]
struct Fence {
    /// The comment that opens it.
    comment: Range<usize>,
    /// What it is about.
    inside: Range<usize>,
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    code: &'static str,
    is_used: bool,
}

impl Fences {
    /// Notes what a comment says; `text` is the comment without its marks, `range` its place in the file.
    pub(crate) fn note(&mut self, text: &str, range: Range<usize>) {
        let says = text.trim().strip_prefix(COMMENT).unwrap_or_default().trim();
        let (word, rest) = says.split_once(char::is_whitespace).unwrap_or((says, ""));
        match (word, self.open.take()) {
            ("end", Some(mut fence)) if rest.is_empty() => {
                fence.inside.end = range.start;
                self.closed.push(fence);
            }
            ("end", None) if rest.is_empty() => {
                self.broken(range, text!("end-alone"));
            }
            ("ignore", None) => self.begin(rest, range),
            ("ignore", Some(fence)) => {
                self.open = Some(fence);
                self.broken(range, text!("ignore-before-open"));
            }
            (_, open) => {
                self.open = open;
                let comment = format!("{COMMENT} {says}");
                self.broken(range, text!("ignore-unknown", comment));
            }
        }
    }

    fn begin(&mut self, says: &str, range: Range<usize>) {
        let words: Vec<&str> = says.split_whitespace().collect();
        let is_code = |word: &&&str| silence::is_code(word.trim_end_matches(','));
        let count = words.iter().take_while(is_code).count();
        let mut rules = Vec::new();
        let known = Code::silenced_in(Scope::Page);
        for word in &words[..count] {
            if word.trim_end_matches(',') == OF_PAGES {
                self.broken(range.clone(), text!("ignore-of-pages", rule = OF_PAGES));
                continue;
            }
            match known
                .iter()
                .find(|rule| **rule == word.trim_end_matches(','))
            {
                Some(code) => rules.push(Rule {
                    code,
                    is_used: false,
                }),
                None => self.broken(range.clone(), text!("ignore-no-such-rule", word = *word)),
            }
        }
        if count == 0 {
            self.broken(range.clone(), text!("ignore-no-rule"));
        } else if count == words.len() {
            // It silences nothing, which need not be told as well.
            rules.clear();
            self.broken(range.clone(), text!("ignore-no-reason"));
        }
        self.open = Some(Fence {
            inside: range.end..range.end,
            comment: range,
            rules,
        });
    }

    fn broken(&mut self, range: Range<usize>, message: Text) {
        self.broken.push((range, message));
    }

    pub(super) fn append(&mut self, mut other: Self) {
        self.closed.append(&mut other.closed);
        self.broken.append(&mut other.broken);
        self.unclosed();
        self.open = other.open;
    }

    /// Whether a fence is about this problem.
    pub(crate) fn silence(&mut self, problem: &Diagnostic) -> bool {
        let Some(at) = problem.span.as_ref().map(|span| span.range.start) else {
            return false;
        };
        let fences = self
            .closed
            .iter_mut()
            .filter(|fence| fence.inside.contains(&at));
        let mut rules = fences.flat_map(|fence| fence.rules.iter_mut());
        let rule = rules.find(|rule| rule.code == problem.code);
        rule.is_some_and(|rule| {
            rule.is_used = true;
            true
        })
    }

    /// Problems of the comments themselves, after all other problems have been checked against them.
    pub(crate) fn into_diagnostics(mut self, path: &SourcePath) -> Vec<Diagnostic> {
        self.unclosed();
        let broken = self.broken.into_iter().map(|(range, message)| {
            Diagnostic::error("E716", message)
                .at(Span::new(path, range))
                .hint(text!("ignore-hint"))
        });
        let unused = self.closed.iter().flat_map(|fence| {
            let rules = fence.rules.iter().filter(|rule| !rule.is_used);
            rules.map(|rule| {
                Diagnostic::warning("W717", text!("ignore-unused", rule = rule.code))
                    .at(Span::new(path, fence.comment.clone()))
                    .hint(text!("ignore-unused-hint"))
            })
        });
        broken.chain(unused).collect()
    }

    fn unclosed(&mut self) {
        if let Some(fence) = self.open.take() {
            self.broken(fence.comment, text!("ignore-open"));
        }
    }
}
