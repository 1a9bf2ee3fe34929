//! What is made late for a release: copies of pictures, cards, the search index, files in content
//! codings. Making it takes much longer than all else, and memory would not hold all of a large
//! site. So it is made once, and lies in files until a deploy has sent it: a dry run, or a deploy
//! that failed, leaves them to the next one. Where nothing can be written, it is held in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::digest::Digest;
use crate::hosting::Release;
use crate::output::Bytes;
use crate::source::load::LargeFile;

/// How many deploys of one site keep files at once.
const FOLDERS: usize = 8;

/// The folder for it, which no other process uses.
pub struct Packed {
    folder: PathBuf,
    is_first: bool,
    /// The system unlocks it when the process dies.
    _lock: File,
}

impl Packed {
    /// A folder below a state folder: `packed`, unless another deploy uses it right now. None where it cannot be locked.
    #[must_use]
    pub fn below(state: &Path) -> Option<Self> {
        let mut numbers = 0..FOLDERS;
        numbers.find_map(|number| {
            let name = match number {
                0 => "packed".to_owned(),
                _ => format!("packed-{number}"),
            };
            let lock = state.join(format!("{name}.lock"));
            let lock = File::options().create(true).append(true).open(lock).ok()?;
            lock.try_lock().ok()?;
            Some(Self {
                folder: state.join(name),
                is_first: number == 0,
                _lock: lock,
            })
        })
    }

    /// Lets the lazy files of a release be in files as soon as they are made. What is there already is not made again: from an
    /// earlier deploy, or what `published` finds by its recipe.
    pub fn keep(
        &self,
        release: &mut Release,
        published: impl Fn(Digest) -> Option<LargeFile> + Send + Sync + 'static,
    ) {
        let late = |bytes: &Bytes| bytes.recipe_digest().filter(|_| !bytes.is_made());
        let recipes = release.files.values().filter_map(|file| late(&file.bytes));
        let recipes = recipes.collect();
        let shelf = Arc::new(Shelf {
            folder: self.folder.clone(),
            earlier: self.earlier(&recipes),
            published: Box::new(published),
        });
        // Files of one recipe are made once.
        let mut kept: BTreeMap<Digest, Bytes> = BTreeMap::new();
        for file in release.files.values_mut() {
            if let Some(recipe) = late(&file.bytes) {
                let bytes = kept.entry(recipe).or_insert_with(|| {
                    let shelf = shelf.clone();
                    file.bytes.kept_by(move |bytes| shelf.bytes(recipe, bytes))
                });
                file.bytes = bytes.clone();
            }
        }
    }

    /// The digests of what an earlier deploy has left and this one can use. The rest is deleted.
    fn earlier(&self, recipes: &BTreeSet<Digest>) -> BTreeMap<Digest, Digest> {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let useful = files.filter_map(|file| {
            let name = file.file_name();
            let names = name.to_str().and_then(parts);
            let names = names.filter(|(recipe, _)| recipes.contains(recipe));
            if names.is_none() {
                _ = fs::remove_file(file.path());
            }
            names
        });
        useful.collect()
    }

    /// Deletes what was kept.
    pub fn forget(&self) {
        _ = fs::remove_dir_all(&self.folder);
    }
}

impl Drop for Packed {
    /// The next deploy looks into the first folder only.
    fn drop(&mut self) {
        if !self.is_first {
            self.forget();
        }
    }
}

/// Where the files of a release are, or will be.
struct Shelf {
    folder: PathBuf,
    /// The digests of those that are there already, by their recipes.
    earlier: BTreeMap<Digest, Digest>,
    published: Box<dyn Fn(Digest) -> Option<LargeFile> + Send + Sync>,
}

impl Shelf {
    /// The bytes of this recipe, in a file if there can be one.
    fn bytes(&self, recipe: Digest, late: &Bytes) -> Bytes {
        let there = self.find(recipe).or_else(|| (self.published)(recipe));
        if let Some(file) = there {
            return file.into();
        }
        let made = late.anew();
        match self.put(recipe, &made) {
            Some(file) => file.into(),
            None => made,
        }
    }

    fn find(&self, recipe: Digest) -> Option<LargeFile> {
        let digest = *self.earlier.get(&recipe)?;
        let place = self.folder.join(name(recipe, digest));
        // A disk that lost its power may have half of it.
        let found = Digest::of_reader(File::open(&place).ok()?).ok()?;
        (found == digest).then(|| LargeFile::private(&place, digest).ok())?
    }

    fn put(&self, recipe: Digest, made: &Bytes) -> Option<LargeFile> {
        let bytes = made.as_slice()?;
        let digest = made.digest();
        let place = self.folder.join(name(recipe, digest));
        let draft = place.with_extension("draft");
        fs::create_dir_all(&self.folder).ok()?;
        let written = fs::write(&draft, bytes).and_then(|()| fs::rename(&draft, &place));
        let kept = written.and_then(|()| LargeFile::private(&place, digest));
        if kept.is_err() {
            _ = fs::remove_file(&draft);
        }
        kept.ok()
    }
}

/// The name of the file for a recipe and what was made by it.
fn name(recipe: Digest, digest: Digest) -> String {
    format!("{recipe}-{digest}")
}

fn parts(name: &str) -> Option<(Digest, Digest)> {
    let (recipe, digest) = name.split_once('-')?;
    Some((recipe.parse().ok()?, digest.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::deploy::release::records;
    use crate::deploy::survey::Survey;
    use crate::hosting::HostedFile;
    use crate::pages::Role;
    use crate::path::OutputPath;

    /// A state folder, and how often something was made.
    struct Scene(tempfile::TempDir, Arc<AtomicUsize>);

    impl Scene {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap(), Arc::default())
        }

        fn packed(&self) -> Packed {
            Packed::below(self.0.path()).unwrap()
        }

        /// A release of files that are made of their texts, backwards.
        fn release(&self, texts: &[&str]) -> Release {
            let files = texts.iter().enumerate().map(|(number, text)| {
                let (times, text) = (self.1.clone(), (*text).to_owned());
                let bytes = Bytes::lazy(Digest::of(text.as_bytes()), move || {
                    times.fetch_add(1, Ordering::SeqCst);
                    text.bytes().rev().collect()
                });
                let file = HostedFile {
                    bytes,
                    role: Role::Page,
                    headers: BTreeMap::new(),
                };
                (OutputPath::new(&format!("{number}.br")).unwrap(), file)
            });
            Release {
                files: files.collect(),
            }
        }

        /// Records a release as a deploy does, and gives how often something was made.
        fn record(&self, release: &Release) -> usize {
            self.1.store(0, Ordering::SeqCst);
            records(release, &Survey::default(), |_| true).unwrap();
            self.1.load(Ordering::SeqCst)
        }

        fn files(&self) -> usize {
            let folder = self.0.path().join("packed");
            fs::read_dir(folder).map_or(0, Iterator::count)
        }
    }

    /// What the files of a release are, without holding it in memory.
    fn read(release: &Release) -> Vec<Option<Vec<u8>>> {
        let files = release.files.values();
        files
            .map(|file| fs::read(file.bytes.on_disk()?.place()).ok())
            .collect()
    }

    fn nothing(_: Digest) -> Option<LargeFile> {
        None
    }

    #[test]
    fn what_is_made_for_a_deploy_is_made_once_and_is_not_in_memory() {
        let scene = Scene::new();
        let packed = scene.packed();
        let mut release = scene.release(&["abc", "d", "abc"]);
        let unkept: Vec<_> = release.files.values().cloned().collect();
        packed.keep(&mut release, nothing);
        assert_eq!(scene.files(), 0, "nothing is made yet");
        assert_eq!(scene.record(&release), 2);
        assert!(unkept.iter().all(|file| !file.bytes.is_made()));
        let held = release
            .files
            .values()
            .filter_map(|file| file.bytes.as_slice());
        assert_eq!(held.map(<[u8]>::len).sum::<usize>(), 0);
        let made = ["cba", "d", "cba"].map(|text| Some(text.as_bytes().to_vec()));
        assert_eq!(read(&release), made);
        assert_eq!(scene.record(&release), 0);
        let recipes = |file: &HostedFile| file.bytes.recipe_digest();
        assert!(
            release
                .files
                .values()
                .map(recipes)
                .eq(unkept.iter().map(recipes))
        );

        // A deploy at the same time has files of its own.
        let other = scene.packed();
        let mut same = scene.release(&["abc"]);
        other.keep(&mut same, nothing);
        assert_eq!(scene.record(&same), 1);
        drop(other);
        assert_eq!(read(&release), made);

        // The next process.
        drop(packed);
        let packed = scene.packed();
        let mut release = scene.release(&["abc", "e"]);
        packed.keep(&mut release, nothing);
        assert_eq!(scene.files(), 1, "what is not of this release is deleted");
        assert_eq!(scene.record(&release), 1);
        packed.forget();
        drop(packed);
        let mut release = scene.release(&["abc", "e"]);
        scene.packed().keep(&mut release, nothing);
        assert_eq!(scene.record(&release), 2);
    }

    #[test]
    fn half_of_a_file_is_made_again() {
        let scene = Scene::new();
        let mut release = scene.release(&["abc"]);
        scene.packed().keep(&mut release, nothing);
        scene.record(&release);
        let place = release.files.values().next().unwrap().bytes.clone();
        let place = place.on_disk().unwrap().place().to_owned();
        for (text, times) in [("cba", 0), ("cb", 1), ("", 1), ("bca", 1)] {
            fs::write(&place, text).unwrap();
            let mut release = scene.release(&["abc"]);
            scene.packed().keep(&mut release, nothing);
            assert_eq!(scene.record(&release), times, "{text:?}");
            assert_eq!(read(&release), [Some(b"cba".to_vec())]);
        }
    }

    #[test]
    fn what_was_published_is_taken_from_there_and_what_cannot_be_written_stays_in_memory() {
        let scene = Scene::new();
        let place = scene.0.path().join("published");
        fs::write(&place, "cba").unwrap();
        let recipe = |text: &[u8]| crate::output::recipe_digest(Digest::of(text));
        let published = recipe(b"abc");
        // A file is where the folder would be.
        fs::write(scene.0.path().join("packed"), "").unwrap();
        let mut release = scene.release(&["abc", "de"]);
        scene.packed().keep(&mut release, move |recipe| {
            let file = LargeFile::written(&place, Digest::of(b"cba"));
            (recipe == published).then(|| file.unwrap())
        });
        assert_eq!(scene.record(&release), 1);
        assert_eq!(read(&release), [Some(b"cba".to_vec()), None]);
        let last = release.files.values().last().unwrap();
        assert_eq!(last.bytes.as_slice(), Some(&b"ed"[..]));
    }
}
