//! Paths of the output, each claimed by what will be published there. Two claimants of one path are a problem that
//! names both.

use std::collections::BTreeMap;

use super::output_file::{DerivedFiles, OutputFile, Recipes};
use super::plan::{Plan, PlannedFile};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::path::{OutputPath, SourcePath};

/// A plan while it is made: who asked for which path.
#[derive(Default)]
pub(super) struct Claims {
    pub(super) plan: Plan,
    pub(super) recipes: Recipes,
    /// Claimants by the key under which file systems may confuse their paths.
    by_key: BTreeMap<String, (OutputPath, Text)>,
    /// Claimants of the folders on the way to each path.
    folders: BTreeMap<String, Text>,
    /// Folders that are one claimant's alone, whatever will be in them.
    reserved: Vec<Reserved>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A folder that is one claimant's alone.
struct Reserved {
    folder: String,
    owner: Text,
    /// What it is the folder of.
    what: Text,
}

/// Who asks for a path, and where.
pub(super) struct Claimant {
    pub(super) name: Text,
    pub(super) span: Span,
}

impl Claimant {
    pub(super) fn new(name: Text, span: impl Into<Span>) -> Self {
        Self {
            name,
            span: span.into(),
        }
    }

    /// A file, which is published at the path.
    pub(super) fn file(path: &SourcePath, span: impl Into<Span>) -> Self {
        Self::new(Text::verbatim(path.to_string()), span)
    }
}

impl Claims {
    /// Keeps a folder for `owner`, as `what`.
    pub(super) fn reserve(&mut self, folder: String, owner: Text, what: Text) {
        self.reserved.push(Reserved {
            folder,
            owner,
            what,
        });
    }

    /// Claims a path for a file that is made by itself. Whether nobody else has it; if somebody has, both are named.
    pub(super) fn claim(
        &mut self,
        path: OutputPath,
        file: PlannedFile,
        recipe: impl OutputFile + 'static,
        claimant: Claimant,
    ) -> bool {
        let is_free = self.take(&path, file, claimant);
        if is_free {
            self.recipes.files.insert(path, Box::new(recipe));
        }
        is_free
    }

    /// Claims a path for a file that is made when all others are.
    pub(super) fn claim_derived(
        &mut self,
        path: &OutputPath,
        file: PlannedFile,
        recipe: impl DerivedFiles + 'static,
        claimant: Claimant,
    ) {
        if self.take(path, file, claimant) {
            self.recipes.derived.push(Box::new(recipe));
        }
    }

    /// Reports a path that cannot be one of the output (E207).
    pub(super) fn refuse(&mut self, problem: Text, span: impl Into<Span>, hint: Text) {
        let problem = Diagnostic::error("E207", problem).at(span).hint(hint);
        self.diagnostics.push(problem);
    }

    fn take(&mut self, path: &OutputPath, file: PlannedFile, claimant: Claimant) -> bool {
        let key = path.collision_key();
        let parents = key.match_indices('/').map(|(at, _)| key[..at].to_owned());
        let parents: Vec<_> = parents.collect();
        if let Some((message, note)) = self.conflict(path, &key, &parents, &claimant.name) {
            let hint = text!("paths-hint");
            let problem = Diagnostic::error("E206", message)
                .at(claimant.span)
                .note(note)
                .hint(hint);
            self.diagnostics.push(problem);
            return false;
        }
        for parent in parents {
            self.folders
                .entry(parent)
                .or_insert_with(|| claimant.name.clone());
        }
        self.by_key.insert(key, (path.clone(), claimant.name));
        self.plan.files.insert(path.clone(), file);
        true
    }

    /// Why a path is not to be had, and who has it.
    fn conflict(
        &self,
        path: &OutputPath,
        key: &str,
        parents: &[String],
        claimant: &Text,
    ) -> Option<(Text, Text)> {
        let is_inside = |one: &&Reserved| parents.contains(&one.folder);
        let foreign = self.reserved.iter().filter(|one| one.owner != *claimant);
        if let Some(Reserved { what, .. }) = foreign.into_iter().find(is_inside) {
            let message = text!(
                "path-in-folder-of",
                path = path.as_str(),
                what = what.clone()
            );
            return Some((message, text!("path-in-folder-of-note")));
        }
        if let Some((file, by)) = parents.iter().find_map(|parent| self.by_key.get(parent)) {
            let message = text!("path-file-and-folder", path = file.as_str());
            return Some((message, text!("path-file-for", claimant = by.clone())));
        }
        if let Some((other, by)) = self.by_key.get(key) {
            return Some(if other == path {
                (
                    text!("published-twice", path = path.as_str()),
                    text!("published-twice-note", claimant = by.clone()),
                )
            } else {
                (
                    text!("paths-alike", path = path.as_str(), other = other.as_str()),
                    text!("paths-alike-note", claimant = by.clone()),
                )
            });
        }
        self.folders.get(key).map(|by| {
            let message = text!("path-file-and-folder", path = path.as_str());
            (message, text!("path-folder-for", claimant = by.clone()))
        })
    }
}
