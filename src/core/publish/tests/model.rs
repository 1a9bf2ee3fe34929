//! Random sites published to a folder in which a random user works, some runs dying: after each
//! publish the folder is what a simple model says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicI64;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

use super::scratch::{Exchanges, Faulty, Node, Scratch, contents, site};

type Files = BTreeMap<&'static str, &'static str>;

#[derive(Debug, Clone)]
enum Act {
    /// A run that gets through, or that dies after some steps and is run again.
    Publish(Files, Exchanges, Option<i64>),
    Write(&'static str, &'static str),
    MakeFolder(&'static str),
    Remove(&'static str),
}

const PATHS: [&str; 9] = [
    "a", "a/b", "a/b/c", "a/d", "e", "e/f", "g.html", "g.html/h", "a-b",
];

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let path = || select(&PATHS[..]);
    let text = || select(&["1", "2", "longer"][..]);
    let exchanges = select(&[Exchanges::Work, Exchanges::Never, Exchanges::NotOfTheFolder][..]);
    let files = btree_map(path(), text(), 0..6).prop_map(without_nesting);
    let death = proptest::option::weighted(0.3, 0..30_i64);
    vec(
        prop_oneof![
            4 => (files, exchanges, death).prop_map(|(files, how, death)| Act::Publish(files, how, death)),
            2 => (path(), text()).prop_map(|(path, text)| Act::Write(path, text)),
            1 => path().prop_map(Act::MakeFolder),
            1 => path().prop_map(Act::Remove),
        ],
        1..12,
    )
}

/// The files that do not lie below another.
fn without_nesting(mut files: Files) -> Files {
    let all = files.clone();
    files.retain(|path, _| !above(path).any(|folder| all.contains_key(folder)));
    files
}

fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

/// What the folder holds, and what the last publish wrote.
#[derive(Debug, Default)]
struct Model {
    nodes: BTreeMap<String, Node>,
    owned: BTreeMap<String, Node>,
}

impl Model {
    fn is_owned(&self, path: &str) -> bool {
        match self.nodes.get(path) {
            Some(file @ Node::File(_)) => self.owned.get(path) == Some(file),
            Some(Node::Folder) => self.owned.keys().any(|file| above(file).any(|f| f == path)),
            _ => false,
        }
    }

    fn below(&self, path: &str) -> impl Iterator<Item = &String> {
        let prefix = format!("{path}/");
        self.nodes
            .keys()
            .filter(move |path| path.starts_with(&prefix))
    }

    /// Publishes, or says that something is in the way.
    fn publish(&mut self, files: &Files) -> bool {
        for (path, text) in files {
            let blocked = match self.nodes.get(*path) {
                Some(Node::File(bytes)) => !self.is_owned(path) && bytes != text.as_bytes(),
                Some(_) => !self.is_owned(path) || self.below(path).any(|p| !self.is_owned(p)),
                None => false,
            };
            let roofed = above(path).any(|folder| {
                matches!(self.nodes.get(folder), Some(Node::File(_))) && !self.is_owned(folder)
            });
            if blocked || roofed {
                return false;
            }
        }
        let foreign = self.nodes.iter().filter(|(path, _)| !self.is_owned(path));
        let mut nodes: BTreeMap<_, _> = foreign.map(|(p, n)| (p.clone(), n.clone())).collect();
        nodes.extend(
            files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), Node::File((*text).into()))),
        );
        for path in nodes.clone().keys() {
            for folder in above(path) {
                nodes.insert(folder.to_owned(), Node::Folder);
            }
        }
        self.nodes = nodes;
        let owned = files.iter();
        self.owned = owned
            .map(|(path, text)| ((*path).to_owned(), Node::File((*text).into())))
            .collect();
        true
    }
}

/// Does what the user does, if it can be done.
fn edit(folder: &Path, act: &Act) {
    match act {
        Act::Write(path, text) => {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap())
                .and_then(|()| fs::write(path, text))
                .ok();
        }
        Act::MakeFolder(path) => drop(fs::create_dir_all(folder.join(path))),
        Act::Remove(path) => {
            let path = folder.join(path);
            fs::remove_file(&path)
                .or_else(|_| fs::remove_dir_all(&path))
                .ok();
        }
        Act::Publish(..) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_folder_holds_what_the_model_says(acts in acts()) {
        let scratch = Scratch::new();
        let mut model = Model::default();
        for act in &acts {
            if let Act::Publish(files, exchanges, death) = act {
                let list: Vec<_> = files.iter().map(|(path, text)| (*path, *text)).collect();
                let output = site(&list);
                if let Some(steps) = *death {
                    let steps = AtomicI64::new(steps);
                    let exchanges = *exchanges;
                    drop(Faulty { steps, exchanges, ..scratch.disk() }.publish(&output));
                }
                let disk = Faulty { exchanges: *exchanges, ..scratch.disk() };
                let result = disk.publish(&output);
                if model.publish(files) {
                    prop_assert_eq!(result.map(|p| p.written + p.unchanged), Ok(files.len()));
                } else {
                    prop_assert_eq!(result.unwrap_err().code, "E501");
                }
                prop_assert_eq!(&contents(&scratch.folder()), &model.nodes);
            } else {
                edit(&scratch.folder(), act);
                model.nodes = contents(&scratch.folder());
            }
        }
    }
}
