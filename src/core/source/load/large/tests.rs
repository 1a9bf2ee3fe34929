//! A large file is read as it was when the site was read, or not at all.

use std::time::Duration;

use super::*;

static BYTES: [u8; 200_000] = [7; 200_000];

/// A large file of a folder of its own, which was written to `ago`.
fn large(ago: Duration, known: Option<Digest>) -> (tempfile::TempDir, LargeFile) {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("film.mp4");
    fs::write(&place, BYTES).unwrap();
    let file = File::options().write(true).open(&place).unwrap();
    file.set_modified(SystemTime::now() - ago).unwrap();
    let opened = File::open(&place).unwrap();
    let large = LargeFile::read(&place, &opened, known).unwrap();
    (folder, large)
}

fn copied(large: &LargeFile) -> io::Result<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("copy");
    let copy = File::options()
        .read(true)
        .write(true)
        .create_new(true)
        .open(&place);
    large.copy_to(&mut copy.unwrap())?;
    fs::read(place)
}

fn read(reader: io::Result<LargeReader>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader?.read_to_end(&mut bytes).map(|_| bytes)
}

#[test]
fn it_is_copied_and_read_as_it_is() {
    for ago in [Duration::ZERO, Duration::from_mins(1)] {
        let (_folder, large) = large(ago, None);
        assert_eq!(large.is_settled(), !ago.is_zero());
        assert_eq!(copied(&large).unwrap(), BYTES);
        assert_eq!(read(large.open_whole()).unwrap(), BYTES);
        assert_eq!(read(large.open_part(3, 4)).unwrap(), BYTES[3..7]);
        assert_eq!(read(large.open_part(199_999, 9)).unwrap(), BYTES[199_999..]);
        assert_eq!(read(large.open_part(200_001, 9)).unwrap(), [0; 0]);
    }
}

#[test]
fn another_file_in_its_place_is_refused() {
    type Deed = fn(&Path);
    let deeds: [Deed; 5] = [
        |file| fs::write(file, vec![8; 200_000]).unwrap(),
        |file| fs::write(file, vec![7; 199_999]).unwrap(),
        |file| fs::remove_file(file).unwrap(),
        |file| {
            fs::write(file.with_extension("new"), vec![8; 200_000]).unwrap();
            fs::rename(file.with_extension("new"), file).unwrap();
        },
        // What was written in a hurry may have the time of before.
        |file| {
            let time = fs::metadata(file).unwrap().modified().unwrap();
            fs::write(file, vec![8; 200_000]).unwrap();
            let file = File::options().write(true).open(file).unwrap();
            file.set_modified(time).unwrap();
        },
    ];
    for deed in deeds {
        let (_folder, large) = large(Duration::from_mins(1), None);
        deed(large.place());
        assert!(!large.is_as_it_was());
        assert!(copied(&large).is_err());
        assert!(read(large.open_whole()).is_err());
        assert!(read(large.open_part(1, 2)).is_err());
    }
}

#[test]
fn a_change_while_it_is_read_is_noticed() {
    let (_folder, large) = large(Duration::from_mins(1), None);
    let mut reader = large.open_whole().unwrap();
    let mut part = [0; 1000];
    assert_eq!(reader.read(&mut part).unwrap(), 1000);
    let mut writer = File::options().write(true).open(large.place()).unwrap();
    io::Write::write_all(&mut writer, b"other").unwrap();
    let error = reader.read(&mut part).unwrap_err();
    assert!(
        error.to_string().contains("was changed meanwhile"),
        "{error}"
    );
}

#[test]
fn the_digest_decides_where_the_stamp_says_too_little() {
    let other = Some(Digest::of(b"what was there in the same instant"));
    let (_folder, racy) = large(Duration::ZERO, other);
    assert!(copied(&racy).is_err());
    assert!(read(racy.open_whole()).is_err());
}

#[test]
#[cfg(unix)]
fn a_file_that_is_larger_than_the_disk_is_not_begun() {
    let file = tempfile::tempfile().unwrap();
    let error = has_room(&file, u64::MAX).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::StorageFull);
    assert!(has_room(&file, 1).is_ok());
}
