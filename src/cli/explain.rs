//! `warraq explain`: what a code means, with an example before and after, as the documentation says it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use clap::Args;

use super::outcome::MessageFormat;
use super::printable;
use super::report::Report;
use super::style::{END_ISOLATE, ISOLATE, Style, inline, isolated};
use crate::diagnostic::{CODES, Code, Example, Explanation};
use crate::locale::{Language, Text, text};

/// How many characters a line takes.
const WIDTH: usize = 88;

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq explain E301")]
pub(super) struct Arguments {
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let Some(name) = &arguments.code else {
        let all = CODES
            .iter()
            .filter_map(|code| Explanation::of(code, language));
        let lines =
            all.map(|page| format!("{}  {}\n", page.code.code, inline(&page.title, language)));
        report.data(lines.collect::<String>().trim_end());
        return report.exit(true);
    };
    let name = name.to_ascii_uppercase();
    let page = Code::find(&name).and_then(|code| Explanation::of(code, language));
    let Some(page) = page else {
        let problem = text!(
            "code-none",
            code = arguments.code.clone().unwrap_or_default()
        );
        let [severity, note] = [text!("error"), text!("hint")];
        for (label, text) in [(severity, problem), (note, hint(&name))] {
            let line = format!("{}: {}", label.say(language), text.say(language));
            let line = isolated(&printable::text(&line), language);
            // Nothing can be done about a standard error that cannot be written to.
            _ = writeln!(anstream::stderr(), "{line}");
        }
        // Wrong usage, as clap ends it.
        return ExitCode::from(2);
    };
    report.data(&shown(&page, Style::of(&std::io::stdout()), language));
    report.exit(true)
}

/// What may be meant: the code that differs least, among those the one of the same hundred.
fn hint(name: &str) -> Text {
    let distance = |code: &&Code| {
        let is_far = code.code.get(1..2) != name.get(1..2);
        (strsim::damerau_levenshtein(name, code.code), is_far)
    };
    let nearest = CODES.iter().min_by_key(distance);
    match nearest.filter(|code| distance(code).0 <= 2) {
        Some(code) => text!("did-you-mean", name = code.code),
        None => text!("codes-all"),
    }
}

/// A page as it is printed.
fn shown(page: &Explanation, style: Style, language: Language) -> String {
    let Example {
        file,
        before,
        after,
        ..
    } = page.example;
    let mut shown = String::new();
    _ = writeln!(shown, "{}", style.paint("1", page.code.code));
    for paragraph in &page.meaning {
        _ = writeln!(shown, "{}\n", wrapped(&inline(paragraph, language)));
    }
    let place = match file {
        Some(file) => text!("example-before-in", file),
        None => text!("example-before"),
    };
    for (label, colour, lines) in [(place, "31", before), (text!("example-after"), "32", after)] {
        let label = label.say(language);
        _ = writeln!(shown, "{}", isolated(&label, language));
        for line in lines.lines() {
            let line = format!("{ISOLATE}{line}{END_ISOLATE}");
            _ = writeln!(shown, "    {}", style.paint(colour, &line));
        }
        shown.push('\n');
    }
    let hint = text!("hint");
    let mut label = format!("{}: ", hint.say(language));
    for paragraph in &page.fix {
        let text = format!("{label}{}", inline(paragraph, language));
        _ = writeln!(shown, "{}\n", wrapped(&text));
        label.clear();
    }
    shown.trim_end().to_owned()
}

/// A paragraph in lines. An isolated run that goes on in the next one is isolated there again, since terminals order each line
/// for itself.
fn wrapped(paragraph: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    let mut is_isolated = false;
    for word in paragraph.split(' ') {
        let takes = word
            .chars()
            .filter(|c| !matches!(*c, ISOLATE | END_ISOLATE));
        let takes = takes.count();
        if width > 0 && width + 1 + takes > WIDTH {
            if is_isolated {
                lines.push(END_ISOLATE);
            }
            lines.push('\n');
            if is_isolated {
                lines.push(ISOLATE);
            }
            width = 0;
        } else if width > 0 {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += takes;
        if let Some(at) = word.rfind([ISOLATE, END_ISOLATE]) {
            is_isolated = word[at..].starts_with(ISOLATE);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_stays_code_and_links_become_their_words() {
        let markdown =
            "**Two** of [`[limits]`](site-toml.md#limits), `` `a` `` and [x](https://a.example).";
        assert_eq!(
            inline(markdown, Language::English),
            "Two of `[limits]`, \u{2068}`a`\u{2069} and x (https://a.example)."
        );
    }

    #[test]
    fn every_page_is_printed_in_lines_that_fit_and_without_markdown() {
        for language in Language::ALL {
            for code in CODES {
                let page = Explanation::of(code, language).unwrap();
                let printed = shown(&page, Style::Plain, language);
                let isolates = printed.matches(ISOLATE).count();
                assert_eq!(isolates, printed.matches(END_ISOLATE).count(), "{printed}");
                for line in printed.lines().filter(|line| !line.starts_with("    ")) {
                    assert!(line.chars().count() <= WIDTH + 40, "{line}");
                    assert!(
                        !line.contains("](site-toml") && !line.contains(".md#"),
                        "{line}"
                    );
                }
            }
        }
    }
}
