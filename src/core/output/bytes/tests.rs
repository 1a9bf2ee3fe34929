//! Bytes are made when they are looked at, once or for each reader.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::path::SourcePath;

#[test]
fn text_is_text_however_it_came() {
    let late = Bytes::lazy(Digest::of(b"1"), || "نص".as_bytes().to_vec());
    for bytes in [
        Bytes::from("نص".to_owned()),
        "نص".as_bytes().to_vec().into(),
        late,
    ] {
        assert_eq!(
            (bytes.as_text(), bytes.as_slice()),
            (Some("نص"), Some("نص".as_bytes()))
        );
    }
    assert_eq!(Bytes::from(vec![0xFF]).as_text(), None);
    assert_eq!(Bytes::default().as_text(), Some(""));
}

#[test]
fn what_is_made_late_is_made_once_and_compared_unmade() {
    let made = Arc::new(AtomicUsize::new(0));
    let later = |of: &str| {
        let made = made.clone();
        Bytes::lazy(Digest::of(of.as_bytes()), move || {
            made.fetch_add(1, Ordering::SeqCst);
            b"abc".to_vec()
        })
    };
    let (one, same, other) = (later("1"), later("1"), later("2"));
    assert!(one == same && one != other);
    assert_eq!(made.load(Ordering::SeqCst), 0);
    let made_once = (one.as_slice(), one.clone());
    assert_eq!(made_once, (Some(&b"abc"[..]), b"abc".to_vec().into()));
    assert_eq!(made.load(Ordering::SeqCst), 1);
    assert_eq!(one, Bytes::from(b"abc".to_vec()));
    assert_ne!(one, other, "the inputs are compared, not the bytes");
}

#[test]
fn of_a_file_bytes_are_made_for_one_reader_and_kept_for_several() {
    let source = Source::new(SourcePath::new("a.jpg"), b"abc".to_vec());
    let bytes = Bytes::lazy_of(Digest::of(b"1"), &source, |bytes| [bytes, b"d"].concat());
    assert_eq!(bytes.once().as_slice(), Some(&b"abcd"[..]));
    assert!(!bytes.is_made());
    assert_eq!(bytes.as_slice(), Some(&b"abcd"[..]));
    assert!(bytes.is_made() && bytes.once() == bytes);
    let times = Arc::new(AtomicUsize::new(0));
    let counted = times.clone();
    let bytes = Bytes::lazy_of(Digest::of(b"1"), &source, move |bytes| {
        counted.fetch_add(1, Ordering::SeqCst);
        bytes.to_vec()
    });
    assert_eq!((bytes.size(), bytes.size()), (3, 3));
    assert!(!bytes.is_made() && times.load(Ordering::SeqCst) == 1);

    let kept = Bytes::lazy(Digest::of(b"1"), || b"abc".to_vec());
    assert!(kept.anew().as_slice().is_some() && !kept.is_made());
    assert!(kept.once().as_slice().is_some() && kept.is_made());
}

#[test]
fn another_build_makes_other_bytes_of_the_same() {
    let inputs = Digest::of(b"a card");
    let bytes = Bytes::lazy(inputs, Vec::new);
    assert_eq!(bytes.input_digest(), Some(inputs));
    assert_eq!(bytes.recipe_digest(), Some(recipe_digest(inputs)));
    assert_ne!(bytes.recipe_digest(), Some(recipe_of("older", inputs)));
    assert_ne!(
        bytes.recipe_digest(),
        Bytes::lazy(Digest::of(b"another"), Vec::new).recipe_digest()
    );
    assert_eq!(Bytes::default().recipe_digest(), None);
}
