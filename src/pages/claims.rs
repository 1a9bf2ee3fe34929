//! Paths of the output, each claimed by what will be published there. Two claimants of one path are a problem that
//! names both.

use std::collections::BTreeMap;

use super::plan::{Item, Plan};
use crate::diagnostic::{Diagnostic, Span};
use crate::path::OutputPath;
use crate::search;

/// A plan while it is made: who asked for which path.
#[derive(Default)]
pub(super) struct Claims {
    pub(super) plan: Plan,
    /// Claimants by the key under which file systems may confuse their paths.
    by_key: BTreeMap<String, (OutputPath, String)>,
    /// Claimants of the folders on the way to each path.
    folders: BTreeMap<String, String>,
    /// Whether the folder of the search index is taken: how many files are in it, pages decide.
    pub(super) is_searched: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Claims {
    pub(super) fn new(is_searched: bool) -> Self {
        Self {
            is_searched,
            ..Self::default()
        }
    }

    /// Claims a path for `claimant`, who asks for it at `span`. Whether nobody else has it; if somebody has, both are named.
    pub(super) fn claim(
        &mut self,
        path: OutputPath,
        item: Item,
        claimant: String,
        span: Span,
    ) -> bool {
        let key = path.collision_key();
        let is_of_search = matches!(item, Item::SearchIndex | Item::SearchScript(_));
        let mut conflict = None;
        if let Some((other, by)) = self.by_key.get(&key) {
            conflict = Some(if *other == path {
                (
                    format!("two files would be published as `{path}`"),
                    format!("the other is {by}"),
                )
            } else {
                (
                    format!("`{path}` and `{other}` are too alike"),
                    format!(
                        "the other is {by}; in case, Unicode form and vowel signs, some systems and readers see no difference"
                    ),
                )
            });
        } else if let Some(by) = self.folders.get(&key) {
            let message = format!("`{path}` would be both a file and a folder");
            conflict = Some((message, format!("the folder is for {by}")));
        }
        let parents = key.match_indices('/').map(|(at, _)| key[..at].to_owned());
        let parents: Vec<_> = parents.collect();
        if let Some((file, by)) = parents.iter().find_map(|parent| self.by_key.get(parent)) {
            let message = format!("`{file}` would be both a file and a folder");
            conflict = Some((message, format!("the file is for {by}")));
        }
        if self.is_searched && !is_of_search && parents.iter().any(|one| one == search::FOLDER) {
            let message = format!("`{path}` lies in the folder of the search index");
            conflict = Some((message, "all of it is warraq's own".to_owned()));
        }
        if let Some((message, note)) = conflict {
            let hint = "give one of them another address";
            let problem = Diagnostic::error("E206", message)
                .at(span)
                .note(note)
                .hint(hint);
            self.diagnostics.push(problem);
            return false;
        }
        for parent in parents {
            self.folders
                .entry(parent)
                .or_insert_with(|| claimant.clone());
        }
        self.by_key.insert(key, (path.clone(), claimant));
        self.plan.files.insert(path, item);
        true
    }
}
