//! Films, archives and photographs: no command holds them in memory, reads them again for nothing, or mixes two versions.

use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};

use warraq::path::SourcePath;
use warraq::source::load::{KnownDigests, Loader};

use crate::serve::Preview;
use crate::site::{Files, Site};

const FILM: &str = "templates/assets/root/film.mp4";

/// A site with a film of this size, which takes no room on the disk and was written long ago.
fn with_film(files: &Files, size: u64) -> Site {
    let site = files.on_disk();
    fs::create_dir_all(site.path("templates/assets/root")).unwrap();
    let film = File::create(site.path(FILM)).unwrap();
    film.set_len(size).unwrap();
    age(&film);
    site
}

/// Sets back the time at which a file was written.
fn age(file: &File) {
    let long_ago = SystemTime::now() - Duration::from_hours(1);
    file.set_modified(long_ago).unwrap();
}

/// The most memory that a process has used so far, in MiB.
fn peak_of(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes >> 10)
}

/// Runs a command to its end, which is a good one, and gives the most memory that it used, in MiB.
fn peak(site: &Site, arguments: &[&str]) -> u64 {
    let mut program = Command::new(env!("CARGO_BIN_EXE_warraq"))
        .current_dir(site.path(""))
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = 0;
    loop {
        peak = peak_of(program.id()).unwrap_or_default().max(peak);
        if let Some(status) = program.try_wait().unwrap() {
            assert!(status.success(), "{arguments:?}");
            return peak;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn no_command_holds_a_film_in_memory() {
    let folder = "\n[deploy.there]\nto = \"fs\"\npath = \"../there\"\n";
    let site = with_film(&Files::good().and("site.toml", folder), 2 << 30);
    let mut preview = vec![("check", peak(&site, &["check"]))];
    // Publishing takes room on the disk.
    let film = File::options().write(true).open(site.path(FILM)).unwrap();
    film.set_len(400 << 20).unwrap();
    for arguments in [
        &["build"][..],
        &["build", "--in-place", "-o", "other"],
        &["deploy"],
    ] {
        preview.push((arguments[0], peak(&site, arguments)));
    }
    for (command, peak) in preview {
        assert!((1..200).contains(&peak), "{command} took {peak} MiB");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_film_is_served_in_parts_from_the_disk() {
    let preview = Preview::start(with_film(&Files::good(), 2 << 30), &["-p", "0"]);
    let host = format!("Host: {}\r\n", preview.host);
    let ask = |headers: &str| preview.request("GET", "/film.mp4", &format!("{host}{headers}"));
    let reply = ask("Range: bytes=1073741824-1074741823\r\n");
    assert_eq!((reply.status, reply.body.len()), (206, 1_000_000));
    let range = "bytes 1073741824-1074741823/2147483648";
    assert_eq!(reply.header("content-range"), range);
    let head = preview.request("HEAD", "/film.mp4", &host);
    assert_eq!(head.header("content-length"), "2147483648");

    // Nobody mixes two versions: the rest of another one is refused, or all of it is sent.
    let tag = reply.header("etag").to_owned();
    preview.site.write(FILM, vec![1; 100_000]);
    preview.until("the new film is served", || {
        let reply = ask(&format!("If-Range: {tag}\r\nRange: bytes=0-9\r\n"));
        assert!([200, 206, 503].contains(&reply.status), "{}", reply.status);
        assert!(reply.status != 206 || reply.body == [0; 10]);
        reply.status == 200 && reply.body.len() == 100_000
    });
    let peak = peak_of(preview.id()).unwrap();
    assert!((1..200).contains(&peak), "it took {peak} MiB");
}

#[test]
fn a_film_that_has_not_changed_is_not_read_again() {
    let site = with_film(&Files::good(), 100_000);
    let path = SourcePath::new(FILM);
    let digest = |known: KnownDigests| {
        let mut loader = Loader::new(&site.path("")).with_digests(known);
        let snapshot = loader.load().unwrap();
        let file = snapshot.get(&path).unwrap().on_disk().unwrap();
        (file.digest(), KnownDigests::of(&snapshot))
    };
    let (first, known) = digest(KnownDigests::default());
    // What is remembered is believed, which shows that nobody looks.
    let text = String::from_utf8(known.text()).unwrap();
    let other = "0".repeat(64);
    let believed = KnownDigests::parse(text.replace(&first.to_string(), &other).as_bytes());
    assert_eq!(digest(believed.clone()).0.to_string(), other);

    let film = File::options().write(true).open(site.path(FILM)).unwrap();
    film.set_len(100_001).unwrap();
    film.set_len(100_000).unwrap();
    age(&film);
    assert_eq!(digest(believed).0, first, "its time was set back");
    assert_eq!(digest(KnownDigests::parse(b"{}")).0, first);

    // One that was just written may be written again in the same instant.
    fs::write(site.path(FILM), vec![1; 100_000]).unwrap();
    let (_, fresh) = digest(KnownDigests::default());
    assert_eq!(fresh, KnownDigests::default());
}

#[test]
fn commands_remember_digests_for_each_other() {
    let site = with_film(&Files::good(), 100_000);
    site.check().success();
    assert!(
        !site.path(".public.warraq").exists(),
        "a check writes nothing"
    );
    site.build().success();
    let file = site.path(".public.warraq/digests.json");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(FILM), "{text}");
    // Another command believes it, and publishes what it says.
    let at = text.find("\"digest\":\"").unwrap() + 10;
    let forged = format!("{}{}{}", &text[..at], "0".repeat(64), &text[at + 64..]);
    fs::write(&file, &forged).unwrap();
    site.check().success();
    assert_eq!(fs::read_to_string(&file).unwrap(), forged);
    // Whatever is in there, nothing breaks.
    for text in [
        "",
        "{",
        "{\"version\":1,\"files\":3}",
        "[]",
        "{\"version\":2,\"files\":{}}",
    ] {
        fs::write(&file, text).unwrap();
        site.build().success();
        assert!(fs::read_to_string(&file).unwrap().contains(FILM));
    }
}

#[test]
fn files_of_every_size_are_published_as_they_are() {
    let mut files = Files::good();
    for size in [0, 1, 65_535, 65_536, 65_537, 300_000] {
        let bytes: Vec<u8> = (0..size).map(|at: u32| (at % 251) as u8).collect();
        files = files.with(&format!("templates/assets/root/{size}.bin"), bytes);
    }
    let site = files.on_disk();
    site.build().success();
    let published = site.published();
    for path in files.paths().filter(|path| path.contains(".bin")) {
        let name = path.rsplit('/').next().unwrap();
        assert!(published.bytes(name) == files.bytes(path), "{name}");
    }
    // Again, and with a file that changed its contents and not its size.
    let run = site.build().success();
    assert!(crate::site::said(&run).contains("files: 0 written"));
    site.write("templates/assets/root/300000.bin", vec![9; 300_000]);
    site.build().success();
    assert!(site.published().bytes("300000.bin") == vec![9; 300_000]);
}
