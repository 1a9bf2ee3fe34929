//! Two texts side by side, line by line: the second is the first with some lines changed, and a few more or less.

/// The lines of `after`, each with the one of `before` that it stands for, if there was one.
pub(super) fn aligned<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<(Option<usize>, &'a str)> {
    let mut at = 0;
    let mut lines = Vec::with_capacity(after.len());
    for (number, line) in after.iter().enumerate() {
        let is = |at: usize, line: &str| before.get(at).is_some_and(|before| *before == line);
        if !is(at, line) {
            let next = after.get(number + 1);
            if next.is_some_and(|next| is(at, next)) && !is(at + 1, line) {
                // One line more.
                lines.push((None, *line));
                continue;
            }
            let left = before.len().saturating_sub(at);
            if let Some(gone) = (1..left).find(|gone| is(at + gone, line)) {
                at += gone;
            }
        }
        let was = (at < before.len()).then_some(at);
        lines.push((was, *line));
        at += 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn lines_are_found_again_among_more_and_less() {
        let places = |before: &str, after: &str| -> Vec<Option<usize>> {
            let before: Vec<&str> = before.split(' ').collect();
            let after: Vec<&str> = after.split(' ').collect();
            let lines = aligned(&before, &after);
            lines.into_iter().map(|(at, _)| at).collect()
        };
        assert_eq!(places("a b c", "a b c"), [Some(0), Some(1), Some(2)]);
        assert_eq!(places("a b c", "a x c"), [Some(0), Some(1), Some(2)]);
        assert_eq!(
            places("a b c", "a x b c"),
            [Some(0), None, Some(1), Some(2)]
        );
        assert_eq!(places("a b", "a b x"), [Some(0), Some(1), None]);
        assert_eq!(places("a b c d", "a d"), [Some(0), Some(3)]);
        assert_eq!(places("a b c", "x b y"), [Some(0), Some(1), Some(2)]);
    }
}
