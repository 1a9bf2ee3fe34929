//! Runs that a reader would see in another order than they are written in. Prose is isolated unasked, so these
//! are values that a template prints as they are, or its own words.

use super::place::Sources;
use crate::arabic::bidi::Misplaced;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::OutputPath;

/// What is wrong with the lines of a page.
pub(super) fn problems(
    misplaced: &[Misplaced],
    path: &OutputPath,
    sources: Sources<'_>,
) -> impl Iterator<Item = Diagnostic> {
    misplaced.iter().map(move |run| problem(run, path, sources))
}

fn problem(misplaced: &Misplaced, path: &OutputPath, sources: Sources<'_>) -> Diagnostic {
    let Misplaced { run, shown } = misplaced;
    let message = if run == shown {
        text!("shown-elsewhere", words = run)
    } else {
        text!("shown-otherwise", words = run, shown)
    };
    let problem = Diagnostic::error("E305", message).on(path.url());
    let page = sources
        .plan
        .files
        .get(path)
        .and_then(|file| file.page.as_ref());
    let language = page.map(|page| sources.site.config.in_language(page.language).language);
    let is_arabic = language.is_some_and(|one| one.tag().split('-').next() == Some("ar"));
    let hint = match of_so_many(run).filter(|_| is_arabic) {
        Some(words) => text!("shown-of-hint", words),
        None => text!("shown-otherwise-hint"),
    };
    let problem = problem.hint(hint);
    match sources.place_of_words(run, path) {
        Some(place) => problem.at(place),
        None => problem,
    }
}

/// A number of so many, as Arabic says it: «1 من 20» for `1 / 20`.
fn of_so_many(run: &str) -> Option<String> {
    let (number, all) = run.split_once('/')?;
    let (number, all) = (number.trim(), all.trim());
    let is_number = |text: &str| !text.is_empty() && text.chars().all(char::is_numeric);
    (is_number(number) && is_number(all)).then(|| format!("{number} من {all}"))
}

#[cfg(test)]
mod tests {
    use super::of_so_many;

    #[test]
    fn a_number_of_so_many_is_told_from_a_day_and_a_path() {
        for (run, words) in [
            ("1 / 20", Some("1 من 20")),
            ("٣/٤", Some("٣ من ٤")),
            ("24/11/2025", None),
            ("TCP / IP", None),
            ("1 -", None),
            ("/ 20", None),
        ] {
            assert_eq!(of_so_many(run).as_deref(), words, "{run}");
        }
    }
}
