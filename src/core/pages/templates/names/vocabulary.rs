//! The filters, tests and functions of templates, the engine's and ours: what they may be given, and the shape of
//! what they give.

use crate::config::KEY;
use crate::pages::context::Shape;
use crate::pages::data::{LOAD, PATH};
use crate::schema::nearest;

/// What a filter gives for a value of some shape.
#[derive(Debug, Clone, Copy)]
pub(super) enum Gives {
    /// A text, a number or a truth.
    Plain,
    /// A list of those.
    Plains,
    /// What it was given.
    Same,
    /// A list of lists such as it was given.
    Batches,
    /// An item of the list it was given.
    Item,
    /// The values of the map it was given.
    Values,
    /// A map of lists.
    Groups,
    /// What it was given, or its argument `value`.
    OrValue,
    /// The field that its argument `key` names.
    Field,
    /// Something else.
    Other,
}

/// A filter, the arguments it reads, and what it gives.
type Filter = (&'static str, &'static [&'static str], Gives);

const FILTERS: [Filter; 55] = [
    ("abs", &[], Gives::Plain),
    ("absolute", &[], Gives::Plain),
    ("batch", &["count"], Gives::Batches),
    ("bidi", &[], Gives::Plain),
    ("bidi_text", &[], Gives::Plain),
    ("capitalize", &[], Gives::Plain),
    ("collate", &["by"], Gives::Same),
    ("date", &["format"], Gives::Plain),
    ("default", &["value", "boolean"], Gives::OrValue),
    ("direction", &[], Gives::Plain),
    ("escape", &[], Gives::Plain),
    ("escape_html", &[], Gives::Plain),
    ("escape_xml", &[], Gives::Plain),
    ("first", &[], Gives::Item),
    ("float", &[], Gives::Plain),
    ("get", &["key", "default"], Gives::Field),
    ("group_by", &["attribute"], Gives::Groups),
    (
        "indent",
        &["width", "indentation", "first", "blank"],
        Gives::Plain,
    ),
    ("int", &["base"], Gives::Plain),
    ("join", &["sep"], Gives::Plain),
    ("json", &[], Gives::Plain),
    ("keys", &[], Gives::Plains),
    ("language_name", &[], Gives::Plain),
    ("last", &[], Gives::Item),
    ("length", &[], Gives::Plain),
    ("letter", &[], Gives::Plain),
    ("list", &["with"], Gives::Plain),
    ("lower", &[], Gives::Plain),
    ("newlines_to_br", &[], Gives::Plain),
    ("nth", &["n"], Gives::Item),
    ("number", &["decimals", "sign", "group"], Gives::Plain),
    ("og_locale", &[], Gives::Plain),
    ("ordinal", &["gender"], Gives::Plain),
    ("pairs", &[], Gives::Other),
    ("percent", &["decimals", "sign", "group"], Gives::Plain),
    ("plural", &["of"], Gives::Plain),
    ("pluralize", &["singular", "plural"], Gives::Plain),
    ("quote", &["level"], Gives::Plain),
    ("replace", &["from", "to"], Gives::Plain),
    ("reverse", &[], Gives::Same),
    ("round", &["method", "precision"], Gives::Plain),
    ("safe", &[], Gives::Same),
    ("sort", &["attribute"], Gives::Same),
    ("split", &["pat"], Gives::Plains),
    ("str", &[], Gives::Plain),
    ("striptags", &[], Gives::Plain),
    ("title", &[], Gives::Plain),
    ("trim", &["pat"], Gives::Plain),
    ("trim_end", &["pat"], Gives::Plain),
    ("trim_start", &["pat"], Gives::Plain),
    ("truncate", &["length", "end"], Gives::Plain),
    ("unique", &[], Gives::Same),
    ("upper", &[], Gives::Plain),
    ("values", &[], Gives::Values),
    ("wordcount", &[], Gives::Plain),
];

/// Arguments that name a path from each item of the list that the filter is given.
pub(super) const PATHS: [(&str, &str); 3] = [
    ("collate", "by"),
    ("group_by", "attribute"),
    ("sort", "attribute"),
];

/// Tests that read arguments; the others have none.
const TESTS: [(&str, &[&str]); 4] = [
    ("containing", &["pat"]),
    ("divisible_by", &["divisor"]),
    ("ending_with", &["pat"]),
    ("starting_with", &["pat"]),
];

const FUNCTIONS: [(&str, &[&str]); 8] = [
    ("asset", &["path"]),
    ("date_range", &["start", "end", "format"]),
    ("font_preloads", &[]),
    (LOAD, &[PATH]),
    ("range", &["start", "end", "step_by"]),
    ("super", &[]),
    // And those of the text that is meant.
    ("text", &[KEY]),
    ("throw", &["message"]),
];

/// The engine's tests, which it does not tell.
const ALL_TESTS: [&str; 16] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
];

/// What a name of a template's stands for.
#[derive(Debug, Clone, Copy)]
pub(in crate::pages::templates) enum Called {
    Filter,
    Function,
    Test,
}

/// The filter, function or test whose name is closest to one that there is not.
pub(in crate::pages::templates) fn nearest_of(called: Called, name: &str) -> Option<&'static str> {
    match called {
        Called::Filter => nearest(name, FILTERS.iter().map(|(filter, ..)| *filter)),
        Called::Function => nearest(name, FUNCTIONS.iter().map(|(function, _)| *function)),
        Called::Test => nearest(name, ALL_TESTS),
    }
}

/// The argument of a filter or a function that is read first.
pub(in crate::pages::templates) fn first_argument_of(name: &str) -> Option<&'static str> {
    let filters = FILTERS.iter().map(|(filter, names, _)| (*filter, *names));
    let mut all = filters.chain(FUNCTIONS);
    let (_, arguments) = all.find(|(called, _)| *called == name)?;
    arguments.first().copied()
}

/// What a filter reads and gives.
pub(super) fn filter(name: &str) -> Option<(&'static [&'static str], Gives)> {
    let found = FILTERS.iter().find(|(filter, ..)| *filter == name);
    found.map(|(_, arguments, gives)| (*arguments, *gives))
}

/// The filters that say of a text how long it is.
pub(super) const COUNTS: [&str; 2] = ["length", "wordcount"];

/// Whether a filter may give null where it is given something else.
pub(in crate::pages::templates) fn may_give_null(name: &str) -> bool {
    !matches!(filter(name), Some((_, Gives::Plain)))
}

/// The arguments that a test reads.
pub(super) fn test(name: &str) -> &'static [&'static str] {
    let found = TESTS.iter().find(|(test, _)| *test == name);
    found.map_or(&[], |(_, arguments)| arguments)
}

/// The arguments that a function reads, and what it gives.
pub(super) fn function(name: &str) -> Option<(&'static [&'static str], Shape)> {
    let (_, arguments) = FUNCTIONS.iter().find(|(function, _)| *function == name)?;
    let gives = match name {
        "font_preloads" | "range" => Shape::list(Shape::Plain),
        _ => Shape::Plain,
    };
    Some((arguments, gives))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tera::Tera;

    use super::*;
    use crate::assets::Assets;
    use crate::config::Config;
    use crate::pages::filters;
    use crate::path::SourcePath;
    use crate::schema::LanguageId;
    use crate::source::Source;

    /// The engine refuses a template that names a filter, test or function that there is not.
    #[test]
    fn everything_named_here_is_there() {
        let mut tera = Tera::default();
        let text = "[site]\ntitle = \"ت\"\ndescription = \"و\"\nbase_url = \"https://a.example/\"\nlanguage = \"ar\"\n";
        let source = Source::new(SourcePath::new("site.toml"), text.into());
        let config = Config::parse(&source, None).value.unwrap();
        let own = LanguageId::OWN;
        let given = (&Assets::default(), &Arc::default());
        filters::register(&mut tera, &Arc::new(config), own, given);
        let filters = FILTERS.map(|(name, ..)| format!("{{{{ 1 | {name} }}}}"));
        let tests = TESTS.map(|(name, _)| format!("{{{{ 1 is {name} }}}}"));
        let functions =
            FUNCTIONS.map(|(name, _)| format!("{{% block a %}}{{{{ {name}() }}}}{{% endblock %}}"));
        for text in filters.iter().chain(&tests).chain(&functions) {
            tera.add_raw_template("a.html", text).unwrap();
        }
    }

    #[test]
    fn every_filter_and_function_of_ours_is_named_here() {
        let ours = [
            include_str!("../../filters/mod.rs"),
            include_str!("../../filters/language.rs"),
        ];
        let registered = |call: &str| {
            let calls = ours.iter().flat_map(|text| text.split(call).skip(1));
            let names = calls.filter_map(|text| text.split('"').nth(1));
            names.map(str::to_owned).collect::<Vec<_>>()
        };
        let (filters, functions) = (
            registered("register_filter("),
            registered("register_function("),
        );
        assert!(filters.len() > 10 && functions.len() > 2);
        assert!(
            filters.iter().all(|name| filter(name).is_some()),
            "{filters:?}"
        );
        assert!(
            functions.iter().all(|name| function(name).is_some()),
            "{functions:?}"
        );
    }
}
