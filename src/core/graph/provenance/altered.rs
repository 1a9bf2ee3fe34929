//! What is said of words that do not stand in the paragraph they cite: where they stand, else which words come closest and
//! in what these differ.

use super::words;
use crate::diagnostic::Diagnostic;
use crate::graph::entry_id::EntryId;
use crate::graph::paragraphs::Provenance;
use crate::locale::text;
use crate::schema::difference;

/// How many pairs of characters may be compared in search of the closest words of other paragraphs. All of them together
/// may be a book.
const COMPARISONS: usize = 30_000_000;

/// Adds to the problem what is known of the words. They do not stand in the paragraph, or before where they should.
pub(super) fn explain(
    problem: Diagnostic,
    provenance: &Provenance,
    cited: (EntryId, i64),
    quoted: &str,
) -> Diagnostic {
    let problem = match provenance.told(cited.0) {
        Some(slug) => problem.note(text!("source-meant-note", name = slug)),
        None => problem,
    };
    let stands_in = |key: &(EntryId, i64)| {
        let paragraph = provenance.paragraphs.get(key);
        paragraph.is_some_and(|paragraph| words::find(quoted, &paragraph.text, 0).is_some())
    };
    if stands_in(&cited) {
        return problem
            .note(text!("segments-out-of-order-note"))
            .hint(text!("segments-out-of-order-hint"));
    }
    let cited_text = provenance.paragraphs.get(&cited).map(|one| &*one.text);
    if let Some(pieces) = cited_text.and_then(|text| pieces(quoted, text)) {
        let in_field = pieces.map(|piece| format!("\"{piece}\"")).join(", ");
        let in_text = pieces.map(|piece| format!("«{piece}»")).join(" ");
        return problem.note(text!("quotation-elided-note")).hint(text!(
            "quotation-elided-hint",
            in_field,
            in_text
        ));
    }
    let others = provenance.paragraphs.keys().filter(|key| stands_in(key));
    let (here, elsewhere): (Vec<_>, Vec<_>) = others.partition(|(source, _)| *source == cited.0);
    let near = provenance.paragraphs.get(&cited);
    let near = near.and_then(|paragraph| words::nearest(quoted, &paragraph.text));
    // Those of the same source, or else of another.
    let numbers = if here.is_empty() { &elsewhere } else { &here };
    let numbers: Vec<_> = numbers
        .iter()
        .map(|(_, number)| number.to_string())
        .collect();
    let elsewhere_hint = text!("quotation-elsewhere-hint", count = numbers.len(), numbers);
    let source = elsewhere.first().filter(|_| here.is_empty());
    let source = source.and_then(|(source, number)| Some((provenance.told(*source)?, *number)));
    let elsewhere_hint = match source {
        Some((source, number)) => text!("quotation-in-source-hint", number, source),
        None => elsewhere_hint,
    };
    let problem = if let Some((source, number)) = source {
        problem.note(text!("quotation-in-source-note", number, source))
    } else if here.is_empty() {
        problem
    } else {
        let count = here.len();
        let numbers: Vec<_> = here.iter().map(|(_, number)| number.to_string()).collect();
        problem.note(text!("quotation-elsewhere-note", count, numbers))
    };
    let stands_elsewhere = !here.is_empty() || !elsewhere.is_empty();
    if stands_elsewhere && near.is_none() {
        return problem.hint(elsewhere_hint);
    }
    if let Some(near) = near {
        let marked = marked(near, quoted);
        let problem = problem.note(text!("quotation-closest-note", words = marked));
        let hint = if stands_elsewhere {
            elsewhere_hint
        } else {
            text!("quotation-altered-hint", words = near)
        };
        return note_difference(problem, quoted, near).hint(hint);
    }
    let Some(((source, number), near)) = closest(provenance, quoted) else {
        return problem
            .note(text!("quotation-nowhere-note"))
            .hint(text!("quotation-nowhere-hint"));
    };
    let words = marked(near, quoted);
    let problem = problem.note(match provenance.told(source) {
        Some(source) => text!("quotation-closest-in-source-note", number, source, words),
        None => text!("quotation-closest-elsewhere-note", number, words),
    });
    note_difference(problem, quoted, near).hint(text!("quotation-closest-elsewhere-hint"))
}

/// The two parts of what is quoted, if it stands in a text but for the dots between them, which say that words are left out.
fn pieces<'a>(quoted: &'a str, text: &str) -> Option<[&'a str; 2]> {
    let dots = ["[…]", "(…)", "[...]", "(...)", "…", "..."];
    let (first, last) = dots.iter().find_map(|dots| quoted.split_once(dots))?;
    let pieces = [first.trim(), last.trim()];
    let found = words::find(pieces[0], text, 0)?;
    let are_there = pieces.iter().all(|piece| !piece.is_empty());
    (are_there && words::find(pieces[1], text, found.end).is_some()).then_some(pieces)
}

fn note_difference(problem: Diagnostic, quoted: &str, near: &str) -> Diagnostic {
    match difference(quoted, near) {
        Some(difference) => problem.note(difference),
        None => problem,
    }
}

/// The words of any paragraph that are most like those that are quoted, with its number.
fn closest<'a>(provenance: &'a Provenance, quoted: &str) -> Option<((EntryId, i64), &'a str)> {
    let length = quoted.chars().count();
    let texts = provenance.paragraphs.values();
    let words: usize = texts.map(|one| one.text.split_whitespace().count()).sum();
    let runs = words.saturating_mul(words::RUNS);
    if runs.saturating_mul(length).saturating_mul(length) > COMPARISONS {
        return None;
    }
    let found = provenance.paragraphs.iter().filter_map(|(key, one)| {
        let near = words::nearest(quoted, &one.text)?;
        Some((strsim::normalized_levenshtein(quoted, near), *key, near))
    });
    let best = found.max_by(|(one, ..), (other, ..)| one.total_cmp(other))?;
    Some((best.1, best.2))
}

/// The words, the part in which they differ from those that are written between ⟦ and ⟧.
fn marked(words: &str, written: &str) -> String {
    let alike = words.chars().zip(written.chars());
    let start: usize = alike
        .take_while(|(one, other)| one == other)
        .map(|(one, _)| one.len_utf8())
        .sum();
    let (rest, other) = (&words[start..], &written[start..]);
    let alike = rest.chars().rev().zip(other.chars().rev());
    let end: usize = alike
        .take_while(|(one, other)| one == other)
        .map(|(one, _)| one.len_utf8())
        .sum();
    let (middle, last) = rest.split_at(rest.len() - end);
    format!("{}⟦{middle}⟧{last}", &words[..start])
}

#[cfg(test)]
mod tests {
    use super::{marked, pieces};

    #[test]
    fn dots_for_words_left_out_are_no_words() {
        let text = "يضع الوراق الأصل أمامه ويكتب منه سطرا بعد سطر.";
        let expected = Some(["يضع الوراق", "ويكتب منه"]);
        for dots in ["...", "…", " [...] ", " (…) "] {
            assert_eq!(
                pieces(&format!("يضع الوراق{dots}ويكتب منه"), text),
                expected
            );
        }
        assert_eq!(pieces("ويكتب منه… يضع الوراق", text), None);
        assert_eq!(pieces("يضع الوراق…", text), None);
        assert_eq!(pieces("يضع الوراق ويكتب منه", text), None);
    }

    #[test]
    fn what_differs_is_marked() {
        for (words, written, shown) in [
            ("كتاب البخلاء", "كتاب البخلا", "كتاب البخلا⟦ء⟧"),
            ("كتاب الحيوان", "كتاب الحيواان", "كتاب الحيوا⟦⟧ن"),
            ("على الرف", "على الرفوف", "على الرف⟦⟧"),
            ("كتاب", "کتاب", "⟦ك⟧تاب"),
            ("كتب", "", "⟦كتب⟧"),
            ("ااا", "اا", "اا⟦ا⟧"),
        ] {
            assert_eq!(marked(words, written), shown, "{written}");
        }
    }
}
