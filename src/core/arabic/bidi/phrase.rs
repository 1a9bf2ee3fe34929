//! Tokens that are one amount: `1 200 000`, `+212 5 37 71 00 00`, `50 %`, `€ 100`, `5 GHz`.

use super::token::{Token, TokenKind, core, is_currency, is_digits, is_unit, span};

/// Puts together what is one amount.
pub(super) fn group(stretch: &str, tokens: Vec<Token>) -> Vec<Token> {
    let has_digits = |token: &Token| {
        !matches!(
            token.kind,
            TokenKind::Word | TokenKind::Dash | TokenKind::Punctuation
        )
    };
    if tokens.len() < 2 || !tokens.iter().any(has_digits) {
        return tokens;
    }
    let mut grouped = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let digits = thousands(stretch, rest).max(telephone(stretch, rest));
        let mut length = digits.max(1);
        let mut kind = if digits > 1 {
            TokenKind::Quantity
        } else {
            rest[0].kind
        };
        let text = |token: &Token| &stretch[token.range.clone()];
        if is_currency(text(&rest[0]))
            && rest
                .get(1)
                .is_some_and(|next| next.kind == TokenKind::Number)
        {
            length = 2;
            kind = TokenKind::Quantity;
        }
        let is_amount = matches!(kind, TokenKind::Number | TokenKind::Quantity);
        let last = text(&rest[length - 1]);
        let is_closed = last.ends_with([',', ';', ':', '.', ')', ']']);
        if is_amount
            && !is_closed
            && let Some(unit) = rest.get(length)
            && is_unit(text(unit).trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?']))
        {
            length += 1;
            kind = TokenKind::Quantity;
        }
        grouped.push(Token {
            range: span(&rest[..length]),
            kind,
        });
        at += length;
    }
    grouped
}

/// How many tokens are one number with spaces between its thousands.
fn thousands(stretch: &str, tokens: &[Token]) -> usize {
    let text = |token: &Token| &stretch[token.range.clone()];
    let first = text(&tokens[0]).trim_start_matches(['(', '[', '+', '-', '−', '~', '≈', '$', '€']);
    if !is_digits(first) || first.len() > 3 || first.starts_with('0') {
        return 0;
    }
    let mut length = 1;
    for token in &tokens[1..] {
        let digits = text(token);
        let Some((group, rest)) = digits.split_at_checked(3) else {
            break;
        };
        if !is_digits(group) || rest.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        length += 1;
        if !rest.is_empty() {
            break;
        }
    }
    if length > 1 { length } else { 0 }
}

/// How many tokens are one telephone number, or the number of a card.
fn telephone(stretch: &str, tokens: &[Token]) -> usize {
    let text = |token: &Token| &stretch[token.range.clone()];
    let is_part = |token: &Token| {
        let part = text(token);
        matches!(
            token.kind,
            TokenKind::Number | TokenKind::Quantity | TokenKind::Range
        ) && part
            .chars()
            .all(|c| c.is_ascii_digit() || "+-()./".contains(c))
    };
    let is_closed = |token: &Token| {
        let part = text(token);
        let closes = part.ends_with(')') && !part.contains('(');
        (part.ends_with('.') || closes) && core(part) != "0"
    };
    // What closes is the last: nothing behind it is read, since it is read again from each token on.
    let mut length = 0;
    for token in tokens.iter().take_while(|token| is_part(token)) {
        length += 1;
        if length > 1 && is_closed(token) {
            break;
        }
    }
    let parts = &tokens[..length];
    let all: String = parts.iter().map(text).collect();
    let digits = all.bytes().filter(u8::is_ascii_digit).count();
    let first = all.trim_start_matches(['(', '[']);
    let is_dialled = first.starts_with('+') || (first.starts_with('0') && digits >= 7);
    let is_card = length >= 4 && digits >= 12;
    // `(555) 123-4567`
    let area = text(&tokens[0]).strip_prefix('(');
    let area = area.and_then(|area| area.strip_suffix(')'));
    let is_area = area.is_some_and(|area| is_digits(area) && (2..6).contains(&area.len()))
        && (7..16).contains(&digits);
    if length > 1 && (is_dialled || is_card || is_area) {
        length
    } else {
        0
    }
}
