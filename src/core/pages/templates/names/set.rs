//! All templates of a site as trees, and what leads from one to another.

use std::collections::{BTreeMap, BTreeSet};

use crate::pages::templates::syntax::{Node, Tree};
use crate::source::Source;

/// The templates, read.
pub(super) struct TemplateSet<'a> {
    pub(super) files: Vec<File<'a>>,
    /// What components may take from whoever calls them.
    pub(super) implicit: BTreeSet<&'a str>,
}

pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) tree: Tree<'a>,
}

impl<'a> TemplateSet<'a> {
    pub(super) fn read(sources: &'a BTreeMap<String, Source>) -> Self {
        let files = sources.iter().map(|(name, source)| File {
            name,
            tree: Tree::read(source.text()),
        });
        let files: Vec<File<'a>> = files.collect();
        let components = files.iter().flat_map(|file| &file.tree.components);
        let parameters = components.flat_map(|component| &component.parameters);
        let implicit = parameters.filter(|one| one.is_implicit);
        Self {
            implicit: implicit.map(|one| one.name).collect(),
            files,
        }
    }

    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.files.iter().position(|file| file.name == name)
    }

    pub(super) fn component(&self, name: &str) -> Option<(usize, usize)> {
        self.files.iter().enumerate().find_map(|(file, one)| {
            let mut components = one.tree.components.iter();
            let position = components.position(|component| component.name == name)?;
            Some((file, position))
        })
    }

    /// The names of all components but these.
    pub(super) fn components_except(&self, these: &BTreeSet<(usize, usize)>) -> BTreeSet<String> {
        let files = self.files.iter().enumerate();
        let components = files.flat_map(|(file, one)| {
            let components = one.tree.components.iter().enumerate();
            components.map(move |(position, component)| ((file, position), &component.name))
        });
        let others = components.filter(|(place, _)| !these.contains(place));
        others.map(|(_, name)| name.clone()).collect()
    }

    /// The names of these templates.
    pub(super) fn names_of(&self, files: &BTreeSet<usize>) -> BTreeSet<String> {
        let names = files.iter().map(|file| self.files[*file].name);
        names.map(str::to_owned).collect()
    }

    /// The parameter of a component that has this name.
    pub(super) fn parameter(&self, component: &str, name: &str) -> Option<&'a str> {
        let (file, position) = self.component(component)?;
        let mut parameters = self.files[file].tree.components[position].parameters.iter();
        parameters.find(|one| one.name == name).map(|one| one.name)
    }

    /// A template, its parent, and so on.
    pub(super) fn lineage(&self, file: usize) -> Vec<usize> {
        let mut lineage = vec![file];
        while let Some(parent) = self.files[lineage[lineage.len() - 1]].tree.parent
            && let Some(parent) = self.named(parent)
            && !lineage.contains(&parent)
        {
            lineage.push(parent);
        }
        lineage
    }

    /// These templates and those that they include.
    pub(super) fn with_includes(&self, files: &[usize]) -> Vec<usize> {
        let mut found = files.to_vec();
        let mut next = 0;
        while let Some(file) = found.get(next) {
            let mut names = Vec::new();
            includes(&self.files[*file].tree.nodes, &mut names);
            for name in names {
                found.extend(self.named(name).filter(|one| !found.contains(one)));
            }
            next += 1;
        }
        found
    }
}

fn includes<'a>(nodes: &[Node<'a>], found: &mut Vec<&'a str>) {
    for node in nodes {
        if let Node::Include(name) = node {
            found.push(name);
        }
        for body in node.bodies() {
            includes(body, found);
        }
    }
}
