//! A further source for a site: an article or a communiqué that entries can cite beside the first one.

use super::change::{Refused, new_errors, pipeline, refuse_holes};
use super::edition::Form;
use super::entry_text::EntryText;
use super::moved::linked;
use crate::article::{Article, slug};
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::{Address, Kind};
use crate::source::{Snapshot, Source, load, quoted};

/// The fields of a source that an article fills besides its title and paragraphs, where they are declared.
const DESCRIPTION: &str = "description";
const BYLINE: &str = "byline";

/// The file of a new source, which has this slug and is called by `name` before the numbers of its paragraphs.
///
/// # Errors
/// Why the site cannot be seen whole, or declares no sources, or would have errors.
pub fn added(
    snapshot: &Snapshot,
    article: &Article,
    named: Option<&str>,
    name: Option<&str>,
) -> Result<Source, Refused> {
    let site = linked(snapshot)?;
    let refuse = |problem: Diagnostic| Refused::new(vec![problem], snapshot);
    let form = Form::of(&site).map_err(refuse)?;
    let slug = named.map_or_else(|| slug(name.unwrap_or(&article.title)), str::to_owned);
    let collection = form.collection;
    let has = |field: &str| {
        let field = collection.fields.iter().find(|one| *one.name == *field);
        field.is_some_and(|field| field.field_type.kind == Kind::String)
    };
    let mut text = format!(
        "{} = {}\nslug = {}\n",
        collection.title.value,
        quoted(&article.title),
        quoted(&slug)
    );
    let mut set = |key: &str, value: &str| text.push_str(&format!("{key} = {}\n", quoted(value)));
    // An address without a place for the slug is that of the first source.
    if let Address::Pattern(pattern) = &collection.address
        && !pattern.value.contains('{')
    {
        set(
            "url",
            &format!("{}/{slug}/", pattern.value.trim_end_matches('/')),
        );
    }
    let is_named = form.role.name.as_ref().zip(name);
    if let Some((field, name)) = is_named {
        set(&field.value, name);
    }
    if has(DESCRIPTION) {
        set(DESCRIPTION, &article.title);
    }
    if let Some(byline) = article.byline.as_deref().filter(|_| has(BYLINE)) {
        set(BYLINE, byline);
    }
    let path = format!("{}/{}/{slug}.toml", load::CONTENT, collection.folder);
    let path = SourcePath::new(&path);
    if snapshot.get(&path).is_some() {
        let problem = Diagnostic::error("E202", text!("source-there", name = slug.as_str()));
        return Err(refuse(
            problem.hint(text!("source-there-hint", name = slug.as_str())),
        ));
    }
    let mut entry = EntryText::of(&Source::new(path, text.into_bytes()));
    form.write(&mut entry, article, &[], &[]);
    let source = entry.into_source();
    let after = snapshot.with_files(snapshot.iter().chain([&source]).cloned());
    let mut pipeline = pipeline();
    let before = pipeline.run(snapshot);
    refuse_holes(&before, snapshot)?;
    let problems = new_errors(&before, &pipeline.run(&after));
    if !problems.is_empty() {
        return Err(Refused::new(problems, &after));
    }
    Ok(source)
}
