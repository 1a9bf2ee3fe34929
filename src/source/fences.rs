//! Comments in a file that tell rules to pass over what stands between them:
//! `<!-- warraq: ignore W711 a poem -->` … `<!-- warraq: end -->`.

use std::ops::Range;

use super::silence;
use crate::diagnostic::{Code, Diagnostic, Scope, Span};
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
    broken: Vec<(Range<usize>, String)>,
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
                self.broken(range, "nothing is open that this `end` could close");
            }
            ("ignore", None) => self.begin(rest, range),
            ("ignore", Some(fence)) => {
                self.open = Some(fence);
                self.broken(range, "the `ignore` before this one is not closed");
            }
            (_, open) => {
                self.open = open;
                self.broken(
                    range,
                    format!("`{COMMENT} {says}` says neither `ignore` nor `end`"),
                );
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
                let message = format!(
                    "`{OF_PAGES}` is about finished pages: it is passed over for a page, by `silence`"
                );
                self.broken(range.clone(), message);
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
                None => self.broken(
                    range.clone(),
                    format!("`{word}` is no rule that can be passed over"),
                ),
            }
        }
        if count == 0 {
            self.broken(range.clone(), "the `ignore` names no rule");
        } else if count == words.len() {
            // It silences nothing, which need not be told as well.
            rules.clear();
            self.broken(range.clone(), "the `ignore` gives no reason");
        }
        self.open = Some(Fence {
            inside: range.end..range.end,
            comment: range,
            rules,
        });
    }

    fn broken(&mut self, range: Range<usize>, message: impl Into<String>) {
        self.broken.push((range, message.into()));
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
                .hint("write <!-- warraq: ignore W711 the reason --> before the text and <!-- warraq: end --> after it")
        });
        let unused = self.closed.iter().flat_map(|fence| {
            let rules = fence.rules.iter().filter(|rule| !rule.is_used);
            rules.map(|rule| {
                Diagnostic::warning("W717", format!("nothing here is against {}", rule.code))
                    .at(Span::new(path, fence.comment.clone()))
                    .hint("take the rule, or the whole `ignore`, out")
            })
        });
        broken.chain(unused).collect()
    }

    fn unclosed(&mut self) {
        if let Some(fence) = self.open.take() {
            self.broken(fence.comment, "the `ignore` is not closed");
        }
    }
}
