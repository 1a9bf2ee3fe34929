//! What is wrong with how a command was written, in the language of the reader. In English, clap says it.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::style::isolated;
use crate::locale::{Language, Text, text};

/// Wrong usage, as clap has it.
const WRONG: u8 = 2;

/// What commands of other generators are called here.
const COMMANDS: [(&[&str], &str); 8] = [
    (
        &[
            "dev", "develop", "preview", "run", "server", "start", "watch",
        ],
        "serve",
    ),
    (&["generate", "make", "render"], "build"),
    (&["doctor", "lint", "test", "validate"], "check"),
    (&["publish", "push", "upload"], "deploy"),
    (&["convert", "migrate"], "import"),
    (&["create"], "new"),
    (&["move", "rename"], "mv"),
    (&["delete", "remove"], "rm"),
];

/// What their options are called.
const OPTIONS: [(&[&str], &str); 4] = [
    (
        &["-d", "--dest", "--destination", "--out", "--output"],
        "--output-dir",
    ),
    (
        &["-D", "-F", "--buildDrafts", "--buildFuture", "--future"],
        "--drafts",
    ),
    (
        &["-b", "--baseURL", "--baseurl", "--base_url", "--url"],
        "--base-url",
    ),
    (&["-s", "--source"], "--root"),
];

/// The language that a command line asks for, before it is read: what is said of it has to be in some language.
pub(super) fn language(written: &[OsString]) -> Option<Language> {
    let mut words = written.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => return words.next().and_then(Language::of),
            // Not `--language`, which is another option.
            Some(value) if value.starts_with('=') => return Language::of(&value[1..]),
            None if word == "--" => return None,
            Some(_) | None => {}
        }
    }
    None
}

/// Prints what was asked for, such as help, or what is wrong.
pub(super) fn refuse(mut error: Error, language: Language) -> ExitCode {
    name_ours(&mut error);
    let error = &error;
    if language == Language::English || !error.use_stderr() || is_help(error.kind()) {
        let code = if error.print().is_ok() {
            error.exit_code()
        } else {
            1
        };
        return ExitCode::from(u8::try_from(code).unwrap_or(1));
    }
    let (label, hint) = (text!("error"), text!("hint"));
    let mut lines = vec![(label, message(error))];
    if let Some(suggestion) = suggestion(error) {
        lines.push((hint.clone(), text!("did-you-mean", name = suggestion)));
    } else if let Some(values) = valid(error) {
        lines.push((hint.clone(), text!("help-values", values)));
    }
    lines.push((hint, text!("usage-help-hint", command = "warraq")));
    for (label, words) in lines {
        let words = isolated(&words.say(language), language);
        // Nothing can be done about a standard error that cannot be written to.
        _ = writeln!(anstream::stderr(), "{}: {words}", label.say(language));
    }
    ExitCode::from(WRONG)
}

/// Says of a word of another generator's which is meant here.
fn name_ours(error: &mut Error) {
    let (written, words, suggested) = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let suggested = ContextKind::SuggestedSubcommand;
            (ContextKind::InvalidSubcommand, &COMMANDS[..], suggested)
        }
        ErrorKind::UnknownArgument => (
            ContextKind::InvalidArg,
            &OPTIONS[..],
            ContextKind::SuggestedArg,
        ),
        _ => return,
    };
    let written = context(error, written).join(" ");
    let found = words.iter().find(|(names, _)| names.contains(&&*written));
    if let Some((_, ours)) = found {
        error.insert(suggested, ContextValue::String((*ours).to_owned()));
    }
}

fn is_help(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    )
}

fn message(error: &Error) -> Text {
    let name = || context(error, ContextKind::InvalidArg).join(" ");
    let value = || context(error, ContextKind::InvalidValue).join(" ");
    match error.kind() {
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error);
            match reason.map(|reason| {
                let own = reason.downcast_ref::<Text>().cloned();
                own.unwrap_or_else(|| Text::verbatim(reason.to_string()))
            }) {
                Some(why) => text!("usage-value-because", value = value(), name = name(), why),
                None => text!("usage-value", value = value(), name = name()),
            }
        }
        ErrorKind::InvalidValue => text!("usage-value", value = value(), name = name()),
        ErrorKind::UnknownArgument => text!("usage-option-unknown", name = name()),
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand).join(" ");
            text!("usage-command-unknown", name)
        }
        ErrorKind::MissingRequiredArgument => {
            let names = context(error, ContextKind::InvalidArg);
            text!("usage-missing", names)
        }
        ErrorKind::ArgumentConflict => {
            let others = context(error, ContextKind::PriorArg);
            text!("usage-conflict", name = name(), others)
        }
        ErrorKind::MissingSubcommand => text!("usage-no-command"),
        _ => text!("usage-wrong"),
    }
}

/// The name that is meant, where clap finds one.
fn suggestion(error: &Error) -> Option<String> {
    let kinds = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let mut found = kinds.iter().flat_map(|kind| context(error, *kind));
    found.next()
}

fn valid(error: &Error) -> Option<Vec<String>> {
    let values = context(error, ContextKind::ValidValue);
    (!values.is_empty()).then_some(values)
}

fn context(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
