//! The catalogues: what each text is in each language, in Fluent's syntax.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::language::Language;

type Bundle = FluentBundle<FluentResource>;

/// The words of a language, as they are written.
pub(super) fn written(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("en.ftl"),
        Language::Arabic => include_str!("ar.ftl"),
    }
}

fn bundle(language: Language) -> &'static Bundle {
    static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| read(Language::English));
    static ARABIC: LazyLock<Bundle> = LazyLock::new(|| read(Language::Arabic));
    match language {
        Language::English => &ENGLISH,
        Language::Arabic => &ARABIC,
    }
}

/// A catalogue with its rules of plurals. A test reads each without an error, so that errors are passed over here.
fn read(language: Language) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // An argument is of either direction: between isolates it leaves the words around it in their order.
    bundle.set_use_isolating(language == Language::Arabic);
    let resource = FluentResource::try_new(written(language).to_owned());
    bundle.add_resource_overriding(resource.unwrap_or_else(|(read, _)| read));
    bundle
}

/// What is wrong with how a catalogue is written.
#[cfg(test)]
pub(super) fn errors(language: Language) -> Vec<String> {
    let resource = FluentResource::try_new(written(language).to_owned());
    let errors = resource.map_or_else(|(_, errors)| errors, |_| Vec::new());
    errors.iter().map(ToString::to_string).collect()
}

/// Whether there is a text of this id.
pub(super) fn has(id: &str) -> bool {
    bundle(Language::English).has_message(id)
}

/// The words of a text without arguments, by an id that is put together.
#[must_use]
pub fn find(language: Language, id: &str) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(id)?.value()?;
    let words = bundle.format_pattern(pattern, None, &mut Vec::new());
    Some(words.into_owned())
}

/// The words of a text. An id that no catalogue has stands for itself.
pub(super) fn format(language: Language, id: &str, arguments: &FluentArgs<'_>) -> String {
    let bundle = bundle(language);
    let message = bundle.get_message(id).and_then(|message| message.value());
    let Some(pattern) = message else {
        return id.to_owned();
    };
    let words = bundle.format_pattern(pattern, Some(arguments), &mut Vec::new());
    words.into_owned()
}
