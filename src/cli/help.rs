//! The commands and options with what is said of them in a language: the words stand in the catalogues, by names.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};

use crate::locale::{Language, find, text};

/// The whole command line, in a language. What clap says of its own stays English, but for what can be replaced.
pub(super) fn in_language(command: Command, language: Language) -> Command {
    let command = described(command, language);
    let mut command = command.mut_subcommands(|command| described(command, language));
    if language != Language::English {
        // The command `help` is there once clap has built the others.
        command.build();
        let about = find(language, "help-help").unwrap_or_default();
        command = command.mut_subcommand("help", |help| help.about(about));
    }
    command
}

fn described(command: Command, language: Language) -> Command {
    let name = command.get_name().to_owned();
    let words = |id: &str| find(language, id).unwrap_or_default();
    let mut command = command
        .about(words(&format!("help-{name}")))
        .mut_args(|arg| {
            let specific = format!("help-{name}-{}", arg.get_id()).replace('_', "-");
            let common = format!("help-{}", arg.get_id()).replace('_', "-");
            let help = find(language, &specific).or_else(|| find(language, &common));
            let arg = arg.help(help.unwrap_or_default());
            if language == Language::English {
                arg
            } else {
                translated(arg, language)
            }
        });
    if language == Language::English {
        return command;
    }
    let example = words("help-example");
    let after = command.get_after_help().map(ToString::to_string);
    if let Some(after) = after {
        command = command.after_help(after.replacen("Example", &example, 1));
    }
    let heading = self::heading(language, "help-options");
    let built_in = |id: &'static str, short: char, action: ArgAction| {
        let help = words(&format!("help-{id}"));
        Arg::new(id)
            .short(short)
            .long(id)
            .action(action)
            .help(help)
            .help_heading(heading)
    };
    command = command
        .disable_help_flag(true)
        .arg(built_in("help", 'h', ArgAction::Help))
        .subcommand_help_heading(self::heading(language, "help-commands"));
    let mut template = "{about-with-newline}\n".to_owned();
    if command.get_version().is_some() {
        let version = built_in("version", 'V', ArgAction::Version);
        command = command.disable_version_flag(true).arg(version);
    }
    template.push_str(&format!(
        "{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words("help-usage")
    ));
    command.help_template(template)
}

/// A heading. It lasts as long as the program, which clap asks of headings, and there are a few of them only.
fn heading(language: Language, id: &str) -> &'static str {
    find(language, id).unwrap_or_default().leak()
}

/// An argument whose values are listed in the language's own words.
fn translated(arg: Arg, language: Language) -> Arg {
    let id = if arg.is_positional() {
        "help-arguments"
    } else {
        "help-options"
    };
    let arg = arg.help_heading(heading(language, id));
    if !arg.get_action().takes_values() {
        return arg;
    }
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let values = arg.get_possible_values();
    let names = values.iter().map(PossibleValue::get_name);
    let names: Vec<String> = names.map(str::to_owned).collect();
    if !names.is_empty() {
        let values = text!("help-values", values = names);
        help.push_str(&format!(" [{}]", values.say(language)));
    }
    let default = arg.get_default_values().first();
    if let Some(value) = default.map(|value| value.to_string_lossy()) {
        let default = text!("help-default", value);
        help.push_str(&format!(" [{}]", default.say(language)));
    }
    arg.help(help)
        .hide_possible_values(true)
        .hide_default_value(true)
}
