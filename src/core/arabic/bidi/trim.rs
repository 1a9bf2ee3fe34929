//! A run without the punctuation of the sentence around it: the brackets it stands in, the comma after it.
//! What belongs to it stays: `C++`, `.NET`, `-5`, `f(x)`, `U.S.A.`.

use std::ops::Range;

use super::table::Class;

/// The bytes of `stretch` that are the run. `joins`: it touches a right-to-left letter before it.
pub(super) fn trim(stretch: &str, range: Range<usize>, joins: bool) -> Range<usize> {
    let mut run = &stretch[range.clone()];
    let mut start = range.start;
    let is_sign = |c: char| !c.is_alphanumeric();
    let signs = run.trim_start_matches(is_sign);
    if run.len() - signs.len() > MOST {
        start = range.end - signs.len();
        run = signs;
    }
    let words = run.trim_end_matches(is_sign);
    if run.len() - words.len() > MOST {
        run = words;
    }
    loop {
        let before = run.len();
        let inside = without_brackets(run).or_else(|| without_quotes(run));
        if let Some(inside) = inside.or_else(|| without_stars(run)) {
            start += 1;
            run = inside;
        }
        let rest = without_start(run, joins && start == range.start);
        start += run.len() - rest.len();
        run = without_end(rest);
        if run.len() == before {
            return start..start + run.len();
        }
    }
}

/// How many bytes of signs are looked at one by one, each with all of the run. Nobody writes more, and they are none of it.
const MOST: usize = 64;

const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];

/// The inside of brackets that hold all of the run.
fn without_brackets(run: &str) -> Option<&str> {
    let (open, close) = BRACKETS
        .into_iter()
        .find(|(open, close)| run.len() > 1 && run.starts_with(*open) && run.ends_with(*close))?;
    let mut depth = 0_usize;
    let closes = run.char_indices().find(|(_, c)| {
        if *c == open {
            depth += 1;
        } else if *c == close {
            depth -= 1;
        }
        depth == 0
    });
    (closes?.0 == run.len() - 1).then(|| &run[1..run.len() - 1])
}

/// The inside of quotation marks that hold all of the run, and not only its first and last words.
fn without_quotes(run: &str) -> Option<&str> {
    let mark = run.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inside = run.strip_prefix(mark)?.strip_suffix(mark)?;
    let next = inside.find(mark);
    let opens = next.is_none_or(|at| inside[..at].ends_with(char::is_whitespace));
    opens.then_some(inside)
}

/// The inside of asterisks that were meant to emphasise: `*Word*`.
fn without_stars(run: &str) -> Option<&str> {
    let inside = run.strip_prefix('*')?.strip_suffix('*')?;
    let is_word = |c: char| c.is_alphanumeric() || c == '*';
    (inside.starts_with(is_word) && inside.ends_with(is_word)).then_some(inside)
}

fn without_start(run: &str, joins: bool) -> &str {
    let mut chars = run.chars();
    let Some(first) = chars.next() else {
        return run;
    };
    let rest = chars.as_str();
    if begins_name(run, joins) {
        return run;
    }
    let next = chars.next();
    let follows = |is: fn(char) -> bool| next.is_some_and(is);
    let belongs = match first {
        '.' | '/' => follows(char::is_alphanumeric),
        '-' => !joins && follows(|c| c.is_alphanumeric() || c == '-' || "$€£".contains(c)),
        '(' | '[' | '{' => is_closed(run, first),
        '"' | '\'' => run.matches(first).count() % 2 == 0,
        c => {
            matches!(Class::of(c), Class::Letter(_) | Class::Digit)
                || "+#@$€£¥~−±<>≤≥≈§%_\\°√∑∞".contains(c)
                || c.is_alphanumeric()
        }
    };
    if belongs { run } else { rest }
}

/// Whether signs at the start are those of a path, a pattern or a name in a program: `../a`, `*.md`, `::b`, `^a`. Where the
/// run touches a letter before it, only those of a path. A bar stands between two things, and belongs to neither.
fn begins_name(run: &str, joins: bool) -> bool {
    let is_sign = |c: char| c.is_ascii_punctuation() && !"()[]{}\"'<>,".contains(c);
    let arrow = ["->", "=>"].iter().find_map(|sign| run.strip_prefix(sign));
    let name = arrow.unwrap_or(run).trim_start_matches(is_sign);
    let signs = &run[..run.len() - name.len()];
    let has_content = |c: char| matches!(Class::of(c), Class::Letter(_) | Class::Digit);
    if signs.is_empty() || !name.starts_with(has_content) {
        return false;
    }
    // `?q=1`, `=SUM(A1)`
    let word = name.trim_start_matches(char::is_alphanumeric);
    if signs == "?" && word.starts_with('=') || signs == "=" && word.starts_with('(') {
        return !joins;
    }
    let is_path = signs.len() > 1 && signs.contains(['/', '\\']);
    let is_in_program = signs.len() > 1 && !signs.starts_with("--") || "^*!&`".contains(signs);
    is_path || !joins && is_in_program
}

fn without_end(run: &str) -> &str {
    let Some(last) = run.chars().next_back() else {
        return run;
    };
    let rest = &run[..run.len() - last.len_utf8()];
    let belongs = match last {
        '.' => is_abbreviation(run),
        ')' | ']' | '}' => is_opened(run, last),
        '>' => rest.contains('<'),
        // `src/*`, `*.*`, `src/**`
        '*' => rest.trim_end_matches('*').ends_with(['/', '.', '\\']),
        '"' | '\'' => run.matches(last).count() % 2 == 0,
        c => !(c.is_whitespace() || ",;:!?…–—-*=&|’‘<>([{\\×÷".contains(c)),
    };
    if belongs { run } else { rest }
}

/// Whether the bracket that the run starts with is closed in it.
fn is_closed(run: &str, open: char) -> bool {
    BRACKETS
        .into_iter()
        .find(|(bracket, _)| *bracket == open)
        .is_some_and(|(_, close)| run.matches(open).count() <= run.matches(close).count())
}

/// Whether the bracket that the run ends with is opened in it.
fn is_opened(run: &str, close: char) -> bool {
    BRACKETS
        .into_iter()
        .find(|(_, bracket)| *bracket == close)
        .is_some_and(|(open, _)| run.matches(open).count() >= run.matches(close).count())
}

/// `U.S.A.`, `Ph.D.`: a full stop after each letter or two.
fn is_abbreviation(run: &str) -> bool {
    let word = run.rsplit(char::is_whitespace).next().unwrap_or(run);
    let mut letters = word.trim_end_matches('.').split('.');
    word.matches('.').count() > 1
        && !word.ends_with("..")
        && letters
            .all(|part| !part.is_empty() && part.len() < 3 && part.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::trim;

    #[test]
    fn punctuation_around_a_run_goes_and_its_own_stays() {
        for (written, expected) in [
            ("(Wikidata).", "Wikidata"),
            ("Wikidata,", "Wikidata"),
            ("f(x)", "f(x)"),
            ("(a) and (b)", "(a) and (b)"),
            ("United Nations (UN)", "United Nations (UN)"),
            ("((x))", "x"),
            ("see [1])", "see [1]"),
            ("(see [1]", "see [1]"),
            ("C++", "C++"),
            ("C#.", "C#"),
            (".NET", ".NET"),
            ("U.S.A.", "U.S.A."),
            ("etc.", "etc"),
            ("Ph.D.", "Ph.D."),
            ("\"Wikidata is ready\"", "Wikidata is ready"),
            ("\"a\" and \"b\"", "\"a\" and \"b\""),
            ("\"the \"best\" one\"", "the \"best\" one"),
            ("the \"best\"", "the \"best\""),
            ("L'État", "L'État"),
            ("50%.", "50%"),
            (
                "https://example.org/a/?b=1&c=(d)",
                "https://example.org/a/?b=1&c=(d)",
            ),
            ("(https://example.org/)", "https://example.org/"),
            ("--root", "--root"),
            ("– Wikidata –", "Wikidata"),
            ("@name", "@name"),
            ("<b>", "<b>"),
            ("…", ""),
            ("../a/b", "../a/b"),
            ("./configure", "./configure"),
            ("*.md", "*.md"),
            ("?.txt", "?.txt"),
            ("^a", "^a"),
            ("::b", "::b"),
            ("!important", "!important"),
            ("src/**.", "src/**"),
            ("*Word*", "Word"),
            ("**Word", "**Word"),
            (":Word", "Word"),
            ("?Word", "Word"),
            ("?q=1", "?q=1"),
            ("=SUM(A1:B2)", "=SUM(A1:B2)"),
            ("=x", "x"),
            ("->next", "->next"),
            ("=>x", "=>x"),
        ] {
            let range = trim(written, 0..written.len(), false);
            assert_eq!(&written[range], expected, "{written}");
        }
        assert_eq!(trim("-Wikidata", 0..9, true), 1..9);
        assert_eq!(trim("::Word", 0..6, true), 2..6);
        assert_eq!(trim("./a", 0..3, true), 0..3);
        assert_eq!(trim("-5", 0..2, false), 0..2);
    }
}
