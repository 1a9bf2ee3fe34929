//! The six questions, asked of every mistake in both languages. `cargo test --test it mistakes:: -- --nocapture` prints the
//! score, and what costs it.

use warraq::diagnostic::Diagnostic;
use warraq::locale::{Language, Text};
use warraq::pipeline::{Options, Pipeline};
use warraq::source::Snapshot;

use super::{
    Edit, Mend, Mistake, Site, config, content, habits, invented, migrants, planted, strangers,
    templates, unforeseen,
};
use crate::site::{self, Files};

const QUESTIONS: [&str; 6] = ["place", "cause", "mend", "noise", "exit", "output"];

/// A site without mistakes: in memory, in a folder, and published from there.
struct Bench {
    files: Files,
    pipeline: Pipeline,
    folder: site::Site,
    published: Files,
}

impl Bench {
    fn of(site: Site) -> Self {
        let files = match site {
            Site::Starter => Files::starter("dossier"),
            Site::Dossier => Files::dossier(),
            Site::Equipped => unforeseen::equipped(),
        };
        let folder = files.on_disk();
        folder.build().success();
        Self {
            published: folder.published(),
            pipeline: Pipeline::new(Options::default()),
            files,
            folder,
        }
    }

    /// What is reported of these files.
    fn report(&mut self, files: &Files) -> (Vec<Diagnostic>, Snapshot) {
        let snapshot = files.snapshot();
        (self.pipeline.run(&snapshot).diagnostics, snapshot)
    }

    /// The exit code of a build of these files, and whether it left what is published as it was.
    fn build(&self, files: &Files) -> (Option<i32>, bool) {
        let before = Files::below_site(&self.folder);
        for path in self.files.paths().filter(|path| !files.has(path)) {
            self.folder.remove(path);
        }
        for (path, content) in files.iter() {
            if !before.has(path) || before.bytes(path) != &content[..] {
                self.folder.write(path, content);
            }
        }
        let code = self.folder.build().get_output().status.code();
        let is_untouched = self.folder.published() == self.published;
        for path in files.paths().filter(|path| !self.files.has(path)) {
            self.folder.remove(path);
            _ = std::fs::remove_dir(self.folder.path(path).parent().unwrap());
        }
        for (path, content) in self.files.iter() {
            self.folder.write(path, content);
        }
        (code, is_untouched)
    }
}

impl Edit {
    fn apply(self, mut files: Files) -> Files {
        match self {
            Self::Text(path, from, to) => {
                assert_eq!(
                    files.text(path).matches(from).count(),
                    1,
                    "{from} in {path}"
                );
                files.replace(path, from, to)
            }
            Self::Rename(from, to) => {
                let content = files.bytes(from).to_vec();
                files.remove(from);
                files.with(to, content)
            }
            Self::Utf16(path) => {
                let text = files.text(path).to_owned();
                let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
                files.with(path, units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>())
            }
            Self::Utf8(path) => {
                let units = files.bytes(path).chunks(2).skip(1);
                let units: Vec<u16> = units
                    .map(|two| u16::from_le_bytes([two[0], two[1]]))
                    .collect();
                files.with(path, String::from_utf16(&units).unwrap())
            }
        }
    }

    /// The file that is wrong afterwards.
    fn file(self) -> &'static str {
        match self {
            Self::Text(path, ..) | Self::Rename(_, path) | Self::Utf16(path) | Self::Utf8(path) => {
                path
            }
        }
    }
}

/// The answers to the six questions, in each language.
fn answers(mistake: &Mistake, bench: &mut Bench) -> [[bool; 6]; 2] {
    let files = mistake.slip.apply(bench.files.clone());
    let (found, snapshot) = bench.report(&files);
    let (exit, is_untouched) = bench.build(&files);
    let report = |language| {
        found
            .iter()
            .map(move |one| told(one, language))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let Some(first) = found.iter().find(|one| one.code == mistake.code) else {
        println!(
            "{}: no {}\n{}",
            mistake.name,
            mistake.code,
            report(Language::English)
        );
        return [[false, false, false, false, exit == Some(1), is_untouched]; 2];
    };
    let place = is_at(mistake, first, &snapshot);
    Language::ALL.map(|language| {
        let cause = mistake.cause[usize::from(language == Language::Arabic)];
        let words: String = std::iter::once(&first.message)
            .chain(&first.notes)
            .map(|text| plain(text, language) + "\n")
            .collect();
        let answers = [
            place,
            cause.split('|').any(|word| words.contains(word)),
            is_mended(mistake, first, &files, language, bench),
            found.len() == 1,
            exit == Some(1),
            is_untouched,
        ];
        let lost = QUESTIONS
            .iter()
            .zip(answers)
            .filter(|(_, is_good)| !is_good);
        let lost: Vec<&str> = lost.map(|(question, _)| *question).collect();
        if !lost.is_empty() {
            println!(
                "{} ({}): {}\n{}\n",
                mistake.name,
                language.tag(),
                lost.join(", "),
                report(language)
            );
        }
        answers
    })
}

/// What is said, as somebody reads it who sees no isolates and needs no vowel signs.
fn plain(text: &Text, language: Language) -> String {
    text.say(language).replace(
        |c| matches!(c, '\u{2068}' | '\u{2069}' | '\u{64B}'..='\u{652}'),
        "",
    )
}

fn told(one: &Diagnostic, language: Language) -> String {
    let notes = one.notes.iter().map(|note| plain(note, language));
    let notes: Vec<String> = notes.collect();
    let notes = notes.join("; ");
    let hint = one.hint.as_ref().map(|hint| plain(hint, language));
    let place = one
        .span
        .as_ref()
        .map(|span| format!("{}:{:?}", span.path, span.range));
    let message = plain(&one.message, language);
    format!(
        "  {} {message} @ {} ({notes})\n    > {}",
        one.code,
        place.unwrap_or_default(),
        hint.unwrap_or_default()
    )
}

/// Whether the place is in the file that is wrong, and marks what is wrong there, or a part of it, or what it is a part of on
/// its line.
fn is_at(mistake: &Mistake, found: &Diagnostic, snapshot: &Snapshot) -> bool {
    let Some(span) = &found.span else {
        return false;
    };
    if span.path.as_str() != mistake.slip.file() {
        return false;
    }
    if mistake.place.is_empty() {
        return true;
    }
    let source = snapshot.get(&span.path).unwrap();
    let text = source.text();
    let is_within = |start: usize| {
        let end = start + mistake.place.len();
        let is_part = start <= span.range.start && span.range.end <= end;
        let is_whole = span.range.start <= start && end <= span.range.end;
        is_part || is_whole && !text[span.range.clone()].contains('\n')
    };
    text.match_indices(mistake.place)
        .any(|(start, _)| is_within(start))
}

/// Whether nothing is wrong any more, once somebody has done what the report says.
fn is_mended(
    mistake: &Mistake,
    found: &Diagnostic,
    files: &Files,
    language: Language,
    bench: &mut Bench,
) -> bool {
    let hint = found
        .hint
        .as_ref()
        .map(|hint| plain(hint, language))
        .unwrap_or_default();
    let mut is_good = |files: &Files| bench.report(files).0.is_empty();
    match mistake.mend {
        Mend::Named(names, edit) => {
            let is_named = |name: &&str| name.split('|').any(|name| hint.contains(name));
            names.iter().all(is_named) && is_good(&edit.apply(files.clone()))
        }
        Mend::Hint => {
            let Some(span) = &found.span else {
                return false;
            };
            let path = span.path.as_str();
            let text = files.text(path);
            let written = |range: std::ops::Range<usize>, words: &str| {
                let text = [&text[..range.start], words, &text[range.end..]].concat();
                files.clone().with(path, text)
            };
            if let Some(fix) = &found.fix {
                return is_good(&written(fix.range.clone(), &fix.replacement));
            }
            let quoted: Vec<&str> = hint.split('`').skip(1).step_by(2).collect();
            let at = text.find(mistake.place).unwrap();
            let place = at..at + mistake.place.len();
            quoted.iter().any(|words| {
                is_good(&written(span.range.clone(), words))
                    || is_good(&written(place.clone(), words))
            })
        }
    }
}

#[test]
fn editors_can_act_on_what_is_said_of_their_mistakes() {
    let [mut starter, mut dossier, mut equipped] =
        [Site::Starter, Site::Dossier, Site::Equipped].map(Bench::of);
    let mut score = [[0; 6]; 2];
    let sets = [
        content::MISTAKES,
        config::MISTAKES,
        templates::MISTAKES,
        strangers::MISTAKES,
        migrants::MISTAKES,
        planted::MISTAKES,
        habits::MISTAKES,
        invented::MISTAKES,
        unforeseen::MISTAKES,
    ];
    let mistakes: Vec<&Mistake> = sets.into_iter().flatten().collect();
    for mistake in &mistakes {
        let bench = match mistake.site {
            Site::Starter => &mut starter,
            Site::Dossier => &mut dossier,
            Site::Equipped => &mut equipped,
        };
        for (score, answers) in score.iter_mut().zip(answers(mistake, bench)) {
            for (points, is_good) in score.iter_mut().zip(answers) {
                *points += usize::from(is_good);
            }
        }
    }
    let all = mistakes.len() * QUESTIONS.len();
    for (language, score) in Language::ALL.iter().zip(score) {
        let points: usize = score.iter().sum();
        let by_question: Vec<String> = QUESTIONS
            .iter()
            .zip(score)
            .map(|(question, points)| format!("{question} {points}"))
            .collect();
        println!(
            "{}: {points} of {all}; of {}: {}",
            language.tag(),
            mistakes.len(),
            by_question.join(", ")
        );
        assert!(
            points * 100 >= all * 95,
            "{}: {points} of {all}",
            language.tag()
        );
    }
    assert!(mistakes.len() >= 200);
}
