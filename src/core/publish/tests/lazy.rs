//! Lazy files: computed when they are needed, and left alone when the folder has them already.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::{MadeFiles, Options, Published, known_sizes, publish};
use super::scratch::Scratch;
use crate::digest::Digest;
use crate::output::{Bytes, Output};
use crate::path::{OutputPath, SourcePath};
use crate::source::Source;

/// A site with one file, `a.png`, that is computed lazily from `of` and counts how often.
struct Lazy(Arc<AtomicUsize>);

impl Lazy {
    fn bytes(&self, of: &str) -> Bytes {
        let (times, text) = (self.0.clone(), of.to_owned());
        Bytes::lazy(Digest::of(of.as_bytes()), move || {
            times.fetch_add(1, Ordering::SeqCst);
            text.clone().into_bytes()
        })
    }

    fn publish(&self, scratch: &Scratch, of: &str) -> Published {
        let path = OutputPath::new("a.png").unwrap();
        let output: Output = [(path, self.bytes(of))].into_iter().collect();
        publish(&output, &scratch.folder(), Options::default()).unwrap()
    }

    /// How often the file was computed since the last call.
    fn times(&self) -> usize {
        self.0.swap(0, Ordering::SeqCst)
    }
}

#[test]
fn a_file_is_made_again_only_when_it_is_made_of_something_else() {
    let (scratch, lazy) = (Scratch::new(), Lazy(Arc::default()));
    lazy.publish(&scratch, "one");
    assert_eq!(lazy.times(), 1);

    let again = lazy.publish(&scratch, "one");
    assert_eq!((lazy.times(), again.written, again.unchanged), (0, 0, 1));

    let other = lazy.publish(&scratch, "other");
    assert_eq!((lazy.times(), other.written, other.unchanged), (1, 1, 0));
    let file = scratch.folder().join("a.png");
    assert_eq!(fs::read(&file).unwrap(), b"other");
}

#[test]
fn a_file_that_another_build_made_is_made_again() {
    let (scratch, lazy) = (Scratch::new(), Lazy(Arc::default()));
    lazy.publish(&scratch, "one");
    let manifest = scratch.root().join(".public.warraq/published.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let own = lazy.bytes("one").recipe_digest().unwrap().to_string();
    let others = Digest::of(b"another build").to_string();
    assert!(text.contains(&own));
    fs::write(&manifest, text.replace(&own, &others)).unwrap();
    lazy.times();

    assert_eq!(known_sizes(&scratch.folder()).size(&lazy.bytes("one")), 3);
    assert_eq!(lazy.times(), 1, "its size may be another");
    let again = lazy.publish(&scratch, "one");
    assert_eq!((lazy.times(), again.written, again.unchanged), (1, 0, 1));
    assert_eq!(fs::read_to_string(&manifest).unwrap(), text);
    lazy.publish(&scratch, "one");
    assert_eq!(lazy.times(), 0);
}

#[test]
fn a_file_that_somebody_touched_or_removed_is_made_again() {
    let (scratch, lazy) = (Scratch::new(), Lazy(Arc::default()));
    let file = scratch.folder().join("a.png");
    lazy.publish(&scratch, "one");
    fs::write(&file, "one").unwrap();
    lazy.publish(&scratch, "two");
    assert_eq!(fs::read(&file).unwrap(), b"two");
    lazy.publish(&scratch, "one");
    fs::remove_file(&file).unwrap();
    lazy.publish(&scratch, "one");
    assert_eq!(fs::read(&file).unwrap(), b"one");
    assert_eq!(lazy.times(), 4);
}

#[test]
fn sizes_are_known_from_the_last_publish() {
    let (scratch, lazy) = (Scratch::new(), Lazy(Arc::default()));
    assert_eq!(known_sizes(&scratch.folder()).size(&lazy.bytes("four")), 4);
    assert_eq!(lazy.times(), 1);
    lazy.publish(&scratch, "four");
    lazy.times();
    let known = known_sizes(&scratch.folder());
    assert_eq!(known.size(&lazy.bytes("four")), 4);
    assert_eq!(lazy.times(), 0);
    assert_eq!(known.size(&lazy.bytes("unknown")), 7);
    assert_eq!(lazy.times(), 1);
}

#[test]
fn what_was_published_is_found_by_its_recipe_unless_somebody_changed_it() {
    let (scratch, lazy) = (Scratch::new(), Lazy(Arc::default()));
    let recipe = lazy.bytes("one").recipe_digest().unwrap();
    assert!(MadeFiles::of(&scratch.folder()).get(recipe).is_none());
    lazy.publish(&scratch, "one");
    let made = MadeFiles::of(&scratch.folder());
    let file = made.get(recipe).unwrap();
    assert_eq!(file.digest(), Digest::of(b"one"));
    assert_eq!(fs::read(file.place()).unwrap(), b"one");
    let other = lazy.bytes("other").recipe_digest().unwrap();
    assert!(made.get(other).is_none());
    fs::write(scratch.folder().join("a.png"), "mine").unwrap();
    assert!(made.get(recipe).is_none());
    fs::remove_file(scratch.folder().join("a.png")).unwrap();
    assert!(made.get(recipe).is_none());
}

#[test]
fn what_is_made_of_pictures_is_made_once_and_does_not_stay_in_memory() {
    let (scratch, times) = (Scratch::new(), Arc::new(AtomicUsize::new(0)));
    let bytes = |of: &str| {
        let source = Source::new(SourcePath::new("a.jpg"), of.as_bytes().to_vec());
        let times = times.clone();
        Bytes::lazy_of(Digest::of(of.as_bytes()), &source, move |bytes| {
            times.fetch_add(1, Ordering::SeqCst);
            bytes.to_vec()
        })
    };
    let publish = |files: &[(&str, &str)]| {
        let files = files
            .iter()
            .map(|(path, of)| (OutputPath::new(path).unwrap(), bytes(of)));
        let output: Output = files.collect();
        let published = publish(&output, &scratch.folder(), Options::default()).unwrap();
        assert!(output.iter().all(|(_, bytes)| !bytes.is_made()));
        (published.written, times.swap(0, Ordering::SeqCst))
    };
    assert_eq!(publish(&[("a.png", "one"), ("b.png", "two")]), (2, 2));
    assert_eq!(publish(&[("a.png", "one"), ("b.png", "two")]), (0, 0));
    // It is made to be compared, and again to be written.
    assert_eq!(
        publish(&[("a.png", "one"), ("b.png", "three"), ("c.png", "four")]),
        (2, 3)
    );
    let read = |name: &str| fs::read(scratch.folder().join(name)).unwrap();
    assert_eq!(
        (read("b.png"), read("c.png")),
        (b"three".to_vec(), b"four".to_vec())
    );
    assert_eq!(publish(&[("b.png", "three"), ("c.png", "four")]), (0, 0));
}
