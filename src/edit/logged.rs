//! The entry of a site's change log that tells of a new edition of the source. A draft: what readers should know of it, a person
//! decides.

use super::draft::{Draft, draft};
use super::entry_text::EntryText;
use crate::arabic::Date;
use crate::diagnostic::Diagnostic;
use crate::graph::Site;
use crate::locale::{Argument, Language, Text, text};
use crate::schema::CollectionId;
use crate::source::Source;

/// The collection of the change log.
const LOG: &str = "changes";

/// The fields that say what has changed, where there are such.
const SAYING: [&str; 2] = ["description", "summary"];

/// The isolates of a text's arguments. In a file they would be letters that nobody sees.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// An entry for so many paragraphs that say something else, are new, and are gone. None where the site has no change log whose
/// entries are files, or there is nothing to tell.
pub(super) fn logged(
    site: &Site,
    today: Date,
    [_, changed, new, gone]: [usize; 4],
) -> Option<Source> {
    let collection = log(site).filter(|_| changed + new + gone > 0)?;
    let language = Language::of(site.config.language.tag()).unwrap_or_default();
    let slugs = (1..).map(|number| match number {
        1 => format!("source-{today}"),
        number => format!("source-{today}-{number}"),
    });
    let slug = slugs
        .into_iter()
        .find(|slug| site.find(collection, slug).is_none())?;
    let file = draft(
        site,
        Draft {
            collection,
            slug: &slug,
            today,
            language,
        },
    );
    let mut entry = EntryText::of(&file);
    let say = |text: Text| text.say(language).replace(ISOLATES, "");
    let declared = site.config.schema.collection(collection);
    entry.set(&declared.title.value, &say(text!("log-title")));
    for field in SAYING {
        entry.set(field, &say(text!("log-summary", changed, new, gone)));
    }
    Some(entry.into_source())
}

fn log(site: &Site) -> Option<CollectionId> {
    let collection = site.config.schema.collection_named(LOG)?;
    let declared = site.config.schema.collection(collection);
    (declared.rows.is_none() && declared.source.is_none()).then_some(collection)
}

/// Whether a problem is that the change log has more entries than site.toml expects.
pub(super) fn is_counted_by(problem: &Diagnostic) -> bool {
    problem.message.id() == Some("entries-miscounted")
        && matches!(problem.message.arguments().first(), Some((_, Argument::Words(name))) if name == LOG)
}
