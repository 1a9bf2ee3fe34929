//! What of an entry its translations say otherwise, for telling whether it has changed.

use super::document::Document;
use super::value::Value;
use crate::digest::StableHasher;
use crate::schema::Collection;

/// Writes down what is translated of an entry but its body: the fields of which each language has its own, as they are
/// meant and not as they are written. What all languages share may change.
pub(crate) fn trace_wording(
    document: &Document,
    collection: &Collection,
    trace: &mut StableHasher,
) {
    let fields = collection.fields.iter().zip(&document.fields);
    for (field, value) in fields.filter(|(field, _)| collection.is_translated(field)) {
        trace.text(&field.name);
        value.walk(&mut |value| match value {
            Value::Null => trace.absent(),
            Value::String(text) => trace.text(text),
            Value::Int(number) => trace.number(*number),
            Value::Bool(truth) => trace.number((*truth).into()),
            Value::Date(date) => trace.text(&date.to_string()),
            Value::Markdown(prose) => trace.text(&prose.body.plain_text()),
            Value::Reference(reference) => trace.text(&reference.slug),
            Value::Citation(citation) => {
                trace.list(citation.quote.len());
                citation
                    .quote
                    .iter()
                    .for_each(|(words, _)| trace.text(words));
                trace.text(citation.translation.as_deref().unwrap_or_default());
                for other in &citation.against {
                    other.quote.iter().for_each(|(words, _)| trace.text(words));
                    trace.text(other.translation.as_deref().unwrap_or_default());
                }
            }
            Value::Picture(picture) => {
                trace.text(picture.file.as_str());
                trace.text(picture.alt.as_deref().unwrap_or_default());
            }
            Value::List(items) => trace.list(items.len()),
            Value::Record(_, values) => trace.list(values.len()),
        });
    }
}
