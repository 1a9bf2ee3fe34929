//! The page on which drafts are reviewed: the paragraphs of the sources with what was found in them, and for each draft what may be
//! decided. It is made of the files as they are, and a choice is written by the edge that writes fixes, or not at all.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;

use super::document::page;
use super::fixes::Outcome;
use crate::content::fix::{apply, recover};
use crate::diagnostic::Diagnostic;
use crate::edit::{
    Choice, EntryName, Found, Piece, Sheet, Unreviewed, reviewed, sheets, unreviewed,
};
use crate::graph::Site;
use crate::html::{escape, escape_value};
use crate::locale::{Language, Text, text};
use crate::pipeline;
use crate::source::Snapshot;
use crate::source::load::{KnownDigests, Loader};

/// What is decided of a draft, as the page says it.
#[derive(Debug, Deserialize)]
#[serde(tag = "choice", rename_all = "lowercase")]
pub(super) enum Wish {
    Accept { id: String },
    Drop { id: String },
    Rename { id: String, title: String },
    Merge { id: String, into: String },
}

impl Wish {
    /// The draft that it is about.
    fn draft(&self) -> &str {
        let (Self::Accept { id }
        | Self::Drop { id }
        | Self::Rename { id, .. }
        | Self::Merge { id, .. }) = self;
        id.trim()
    }

    /// `None` where a name cannot be one.
    fn choice(self) -> Option<Choice> {
        let name = |id: &str| id.trim().parse::<EntryName>().ok();
        Some(match self {
            Self::Accept { id } => Choice::Accept(name(&id)?.to_string()),
            Self::Drop { id } => Choice::Drop(name(&id)?.to_string()),
            Self::Rename { id, title } if !title.trim().is_empty() => {
                Choice::Rename(name(&id)?, title.trim().to_owned())
            }
            Self::Rename { .. } => return None,
            Self::Merge { id, into } => Choice::Merge(name(&id)?, name(&into)?),
        })
    }
}

fn read(root: &Path) -> Result<Snapshot, Diagnostic> {
    Loader::new(root)
        .with_digests(KnownDigests::default())
        .load()
}

/// Makes a choice, in the files below a folder.
pub(super) fn decide(wish: Wish, root: &Path) -> Outcome {
    /// What one choice is made for, another would change.
    static DECIDING: Mutex<()> = Mutex::new(());
    let draft = wish.draft().to_owned();
    let Some(choice) = wish.choice() else {
        return Outcome::Outdated(text!("review-wish-bad"));
    };
    let _deciding = DECIDING.lock().unwrap_or_else(PoisonError::into_inner);
    let snapshot = match recover(root).and_then(|_| read(root)) {
        Ok(snapshot) => snapshot,
        Err(problem) => return Outcome::Failed(told(problem)),
    };
    // A page that is not of today may show as a draft what has been published since.
    let site = pipeline::link(&snapshot).value;
    if site.is_some_and(|site| unreviewed(&site).iter().all(|one| one.name != draft)) {
        return Outcome::Outdated(text!("review-decided", name = draft));
    }
    let change = match reviewed(&snapshot, &choice) {
        Ok(change) => change,
        Err(refused) => {
            let first = refused.problems.into_iter().next();
            let said = first.map_or(text!("nothing-changed"), told);
            return Outcome::Outdated(said);
        }
    };
    match apply(root, &change.changes) {
        Ok(()) => Outcome::Written(text!(
            "review-done",
            files = text!("files", count = change.references)
        )),
        Err(problem) => Outcome::Failed(told(problem)),
    }
}

/// A problem in a sentence, with what helps.
fn told(problem: Diagnostic) -> Text {
    match problem.hint {
        Some(hint) => text!("problem-with-hint", problem = problem.message, hint),
        None => problem.message,
    }
}

/// The page, of the files below a folder.
pub(super) fn document(root: &Path, language: Language) -> String {
    let say = |text: Text| escape(&text.say(language));
    let site = read(root).map(|snapshot| pipeline::link(&snapshot).value);
    let body = match site {
        Err(problem) => format!("<p>{}</p>\n", say(problem.message)),
        Ok(None) => format!("<p>{}</p>\n", say(text!("shown-when-mended"))),
        Ok(Some(site)) => Writer {
            site: &site,
            language,
        }
        .body(),
    };
    let script = "<script type=\"module\" src=\"/.warraq/review.js\"></script>\n";
    page(
        language,
        &say(text!("review-title")),
        &format!("{body}{script}"),
    )
}

struct Writer<'a> {
    site: &'a Site,
    language: Language,
}

impl Writer<'_> {
    fn say(&self, text: &Text) -> String {
        escape(&text.say(self.language))
    }

    fn body(&self) -> String {
        let sheets = sheets(self.site);
        let shown: usize = sheets.iter().map(|sheet| sheet.drafts.len()).sum();
        let left = unreviewed(self.site).len();
        let mut html = format!(
            "<p class=\"review-left\">{}</p>\n<p class=\"review-keys\">{}</p>\n<p role=\"status\" data-away=\"{}\"></p>\n",
            self.say(&text!("review-left", count = left)),
            self.say(&text!("review-keys")),
            escape_value(&text!("panel-away").say(self.language)),
        );
        if shown < left {
            let foremost = self.say(&text!("review-foremost", count = shown));
            html.push_str(&format!("<p>{foremost}</p>\n"));
        }
        for sheet in &sheets {
            html.push_str(&self.sheet(sheet));
        }
        let mut lists: Vec<&str> = sheets
            .iter()
            .flat_map(|sheet| &sheet.drafts)
            .filter_map(|one| one.name.split_once('/'))
            .map(|(collection, _)| collection)
            .collect();
        lists.sort_unstable();
        lists.dedup();
        for collection in lists {
            html.push_str(&self.list(collection));
        }
        html
    }

    /// The entries that a draft may be the same as.
    fn list(&self, collection: &str) -> String {
        let id = self.site.config.schema.collection_named(collection);
        let entries = id.into_iter().flat_map(|id| self.site.of(id));
        let options = entries.map(|id| {
            let entry = self.site.entry(*id);
            let (name, title) = (escape_value(&entry.name), escape(self.site.title(entry)));
            format!("<option value=\"{name}\">{title}</option>")
        });
        let (options, id) = (options.collect::<String>(), escape_value(collection));
        format!("<datalist id=\"list-{id}\">{options}</datalist>\n")
    }

    fn sheet(&self, sheet: &Sheet) -> String {
        let number = sheet.number;
        let title = match &sheet.source {
            _ if sheet.is_title => text!("review-heading-title"),
            Some(source) => text!("review-heading-of", source = source.as_str(), number),
            None => text!("review-heading", number),
        };
        let pieces: String = sheet.pieces.iter().map(piece).collect();
        let drafts: String = sheet.drafts.iter().map(|one| self.draft(one)).collect();
        let tag = self.site.config.language.tag();
        let direction = self.site.config.language.direction().name();
        format!(
            "<section>\n<h2>{}</h2>\n<p class=\"words\" lang=\"{tag}\" dir=\"{direction}\">{pieces}</p>\n{drafts}</section>\n",
            self.say(&title)
        )
    }

    fn draft(&self, one: &Unreviewed) -> String {
        let (id, title) = (escape_value(&one.name), escape(&one.title));
        let quote = escape(&one.quote.join(" … "));
        let (collection, _) = one.name.split_once('/').unwrap_or_default();
        let (kind, list) = (self.kind(collection), escape_value(collection));
        let button = |choice: &str, label: Text| {
            let label = self.say(&label);
            format!("<button type=\"button\" data-choice=\"{choice}\">{label}</button>")
        };
        let [accept, drop, rename, merge] = [
            button("accept", text!("review-accept")),
            button("drop", text!("review-drop")),
            button("rename", text!("review-rename")),
            button("merge", text!("review-merge")),
        ];
        let (named, into) = (
            self.say(&text!("review-name")),
            self.say(&text!("review-into")),
        );
        format!(
            "<article class=\"draft\" tabindex=\"0\" data-id=\"{id}\">\n\
            <h3><bdi>{title}</bdi> <small>{kind}</small></h3>\n<p><q><bdi>{quote}</bdi></q> <bdi><code>{id}</code></bdi></p>\n\
            <p class=\"choices\">{accept}{drop}</p>\n\
            <p class=\"choices\"><label>{named} <input name=\"title\" value=\"{}\" dir=\"auto\"></label>{rename}</p>\n\
            <p class=\"choices\"><label>{into} <input name=\"into\" list=\"list-{list}\" dir=\"ltr\"></label>{merge}</p>\n</article>\n",
            escape_value(&one.title)
        )
    }

    /// What entries of a collection are called: as the page that lists them is.
    fn kind(&self, collection: &str) -> String {
        let schema = &self.site.config.schema;
        let declared = schema
            .collection_named(collection)
            .map(|id| schema.collection(id));
        let index = declared.and_then(|declared| declared.index.as_ref());
        let index = index.and_then(|index| self.site.named(&index.value));
        let title = index.map(|id| self.site.title(self.site.entry(id)));
        escape(title.unwrap_or(collection))
    }
}

fn piece(piece: &Piece) -> String {
    let words = escape(&piece.words);
    match piece.found {
        Found::Nothing => words,
        Found::Quoted => format!("<mark class=\"quoted\">{words}</mark>"),
        Found::Proposed => format!("<mark>{words}</mark>"),
    }
}
