//! A stretch of text without a right-to-left letter to the runs in it. Words go together with what stands
//! between them; a number goes with the sign, the unit or the word it belongs to, and with nothing else.

use super::phrase::group;
use super::run::Run;
use super::table::{Class, script_of};
use super::token::{Token, TokenKind, is_plain_number, tokens};
use super::trim::trim;

/// The runs of `stretch`. `follows_letter`: it touches the right-to-left letter before it. `after`: the text
/// that follows it.
pub(super) fn runs(stretch: &str, follows_letter: bool, after: &str) -> Vec<Run> {
    let precedes_letter = after.starts_with(|c| Class::of(c) == Class::Rtl);
    let touches = [follows_letter, precedes_letter];
    let tokens = group(stretch, tokens(stretch, touches));
    let mut reader = Reader {
        stretch,
        tokens: &tokens,
        follows_letter,
        found: Vec::new(),
    };
    let mut at = 0;
    while at < tokens.len() {
        let end = reader.run_from(at);
        let is_last = end == tokens.len();
        let end = if is_last && counts_what_follows(stretch, after) {
            reader.without_last_number(at, end)
        } else {
            end
        };
        reader.keep(at, end);
        at = end.max(at + 1);
    }
    reader.found
}

struct Reader<'a> {
    stretch: &'a str,
    tokens: &'a [Token],
    follows_letter: bool,
    found: Vec<Run>,
}

impl Reader<'_> {
    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn text(&self, at: usize) -> &str {
        &self.stretch[self.tokens[at].range.clone()]
    }

    /// The token after the last of the run that starts with token `start`.
    fn run_from(&self, start: usize) -> usize {
        let mut has_word = self.kind(start) == Some(TokenKind::Word);
        if !has_word && !self.is_operand(start) {
            return start + 1;
        }
        let mut end = start + 1;
        while let Some(kind) = self.kind(end) {
            let next_is_word = self.kind(end + 1) == Some(TokenKind::Word);
            let length = match kind {
                TokenKind::Word if has_word => 1,
                TokenKind::Number | TokenKind::Quantity | TokenKind::Range
                    if has_word && !self.introduces(end - 1) =>
                {
                    1
                }
                TokenKind::Operator if next_is_word || self.is_operand(end + 1) => 2,
                TokenKind::Dash if has_word && next_is_word => 2,
                _ => break,
            };
            has_word |= length == 2 && next_is_word;
            end += length;
        }
        end
    }

    /// Whether it is a word that says what the number after it is: `Tel:`.
    fn introduces(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word) && self.text(at).ends_with([':', ';'])
    }

    fn is_operand(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Number | TokenKind::Quantity))
    }

    /// The end of a run without the number at its end, where that goes with the word after it.
    fn without_last_number(&self, start: usize, end: usize) -> usize {
        let is_number = |at| matches!(self.kind(at), Some(TokenKind::Number | TokenKind::Range));
        let is_alone = end > start + 1 && self.kind(end - 2) == Some(TokenKind::Word);
        let is_bare = self.text(end - 1).ends_with(|c: char| c.is_ascii_digit());
        if is_alone && is_bare && is_number(end - 1) {
            end - 1
        } else {
            end
        }
    }

    /// Keeps tokens as a run, if they have to be isolated.
    fn keep(&mut self, start: usize, end: usize) {
        let raw = self.tokens[start].range.start..self.tokens[end - 1].range.end;
        let joins = self.follows_letter && raw.start == 0;
        let range = trim(self.stretch, raw, joins);
        let text = &self.stretch[range.clone()];
        let is_single = end == start + 1;
        let stays = is_single
            && matches!(
                self.tokens[start].kind,
                TokenKind::Number | TokenKind::Range
            );
        if !stays && has_content(text) && !is_plain_number(text) {
            self.found.push(Run {
                script: script_of(text),
                range,
            });
        }
    }
}

fn has_content(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(Class::of(c), Class::Letter(_) | Class::Digit))
}

/// Whether a number at the end of the stretch counts the word after it, as in «تضم Wikidata 196 دولة».
/// It does not when that word has the article, or is one of those that begin something new.
fn counts_what_follows(stretch: &str, after: &str) -> bool {
    if !stretch.ends_with(char::is_whitespace) {
        return false;
    }
    let end = after.find(|c| Class::of(c) != Class::Rtl);
    let word = &after[..end.unwrap_or(after.len())];
    let is_letter = |c: char| c.is_alphabetic();
    word.starts_with(is_letter)
        && !["ال", "لل", "وال", "بال"]
            .iter()
            .any(|article| word.starts_with(article))
        && !PARTICLES.contains(&word)
}

const PARTICLES: [&str; 24] = [
    "في", "من", "على", "إلى", "عن", "مع", "أو", "أم", "ثم", "هو", "هي", "أن", "إن", "لا", "لم",
    "لن", "قد", "كما", "حتى", "منذ", "بين", "عند", "هذا", "هذه",
];
