//! What is asked of the preview, well or ill: each request answered as a static host would, or refused.

use super::preview::Preview;
use crate::site::Files;

#[test]
fn files_are_served_with_their_types_and_never_kept() {
    let preview = Preview::of(&Files::good());
    let built = Files::good().built();
    let asset = |folder: &str| built.paths().find(|path| path.starts_with(folder)).unwrap();
    let (font, sheet) = (asset("assets/fonts/"), asset("assets/site."));
    for (path, kind) in [
        ("", "text/html; charset=utf-8"),
        ("index.html", "text/html; charset=utf-8"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        (sheet, "text/css; charset=utf-8"),
        (font, "font/woff2"),
        (".warraq/preview.js", "text/javascript; charset=utf-8"),
        (".warraq/panel.css", "text/css; charset=utf-8"),
        ("nothing", "text/html; charset=utf-8"),
    ] {
        let reply = preview.get(&format!("/{path}"));
        assert_eq!(reply.header("content-type"), kind, "{path}");
        assert_eq!(reply.header("cache-control"), "no-store");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(reply.header("access-control-allow-origin"), "");
    }
}

#[test]
fn parts_of_files_are_served_to_those_who_ask() {
    let bytes = |length: u32| -> Vec<u8> { (0..length).map(|at| (at % 251) as u8).collect() };
    let files = Files::good()
        .with("templates/assets/root/short.bin", bytes(1000))
        .with("templates/assets/root/long.bin", bytes(100_000))
        .with("templates/assets/root/none.bin", []);
    let preview = Preview::of(&files);
    let host = format!("Host: {}\r\n", preview.host);
    for (name, length) in [("short", 1000), ("long", 100_000), ("none", 0)] {
        let target = format!("/{name}.bin");
        let whole = preview.get(&target);
        assert_eq!((whole.status, &whole.body), (200, &bytes(length)));
        assert_eq!(whole.header("accept-ranges"), "bytes");
        assert_eq!(whole.header("content-length"), length.to_string());
        let tag = whole.header("etag");
        let ask = |method: &str, headers: &str| {
            preview.request(method, &target, &format!("{host}{headers}"))
        };
        let head = ask("HEAD", "Range: bytes=0-0\r\n");
        assert_eq!(head.status, 200, "a question for the headers has no parts");
        assert_eq!(head.header("content-length"), length.to_string());
        assert!(head.body.is_empty());
        if length == 0 {
            let empty = ask("GET", "Range: bytes=0-\r\n");
            assert_eq!(
                (empty.status, empty.header("content-range")),
                (416, "bytes */0")
            );
            continue;
        }
        let last = length - 1;
        let beyond = format!("bytes={length}-");
        for (range, expected) in [
            ("bytes=0-0", Some((0, 0))),
            ("bytes=1-", Some((1, last))),
            ("bytes=10-19", Some((10, 19))),
            ("bytes=10-9999999", Some((10, last))),
            ("bytes=-7", Some((length - 7, last))),
            (&beyond, None),
            ("bytes=-0", None),
        ] {
            let reply = ask("GET", &format!("Range: {range}\r\n"));
            let Some((first, last)) = expected else {
                let there_are = format!("bytes */{length}");
                assert_eq!(
                    (reply.status, reply.header("content-range")),
                    (416, &*there_are)
                );
                continue;
            };
            assert_eq!(reply.status, 206, "{range}");
            let sent = format!("bytes {first}-{last}/{length}");
            assert_eq!(reply.header("content-range"), sent);
            assert_eq!(
                reply.header("content-length"),
                (last - first + 1).to_string()
            );
            let part = first as usize..=last as usize;
            assert!(reply.body == bytes(length)[part], "{range}");
        }
        for (headers, status) in [
            (format!("If-Range: {tag}\r\nRange: bytes=0-0\r\n"), 206),
            (
                "If-Range: \"other\"\r\nRange: bytes=0-0\r\n".to_owned(),
                200,
            ),
            (format!("If-Range: W/{tag}\r\nRange: bytes=0-0\r\n"), 200),
            (
                "If-Range: Sun, 29 Nov 2026 15:00:00 GMT\r\nRange: bytes=0-0\r\n".to_owned(),
                200,
            ),
            ("Range: bytes=0-1,3-4\r\n".to_owned(), 200),
            ("Range: lines=0-1\r\n".to_owned(), 200),
        ] {
            assert_eq!(ask("GET", &headers).status, status, "{headers}");
        }
    }
}

#[test]
fn a_folder_without_its_slash_leads_to_it() {
    let page = "+++\ntitle = \"فاس\"\nurl = \"/مدن/فاس/\"\n+++\n";
    let preview = Preview::of(&Files::good().with("content/pages/fez.md", page));
    let fez = "/%D9%85%D8%AF%D9%86/%D9%81%D8%A7%D8%B3";
    let reply = preview.get(&format!("{fez}?a=1&b=%D9%81"));
    assert_eq!(reply.status, 307);
    assert_eq!(reply.header("location"), format!("{fez}/?a=1&b=%D9%81"));
    let reply = preview.get(reply.header("location"));
    assert_eq!(reply.status, 200);
    assert!(reply.text().contains("<h1>فاس</h1>"));
}

#[test]
fn a_site_below_a_path_is_served_below_it() {
    let base = "https://shelf.example/some/sub/path/";
    let files = Files::good().replace("site.toml", "https://shelf.example/", base);
    let preview = Preview::of(&files);
    let reply = preview.get("/");
    assert_eq!(reply.header("location"), "/some/sub/path/");
    for (path, bytes) in files.built().iter() {
        let served = preview.get(&format!("/some/sub/path/{path}"));
        assert!(served.as_published() == **bytes, "{path}");
    }
    let lost = preview.get("/some/sub/path/nothing/");
    assert_eq!(lost.status, 404);
    let home = "href=\"/some/sub/path/\"";
    assert!(lost.text().contains(home), "{}", lost.text());
}

#[test]
fn an_unknown_address_gets_the_page_for_it() {
    let preview = Preview::of(&Files::good());
    let reply = preview.get("/nothing/");
    assert_eq!(reply.status, 404);
    assert!(reply.text().contains("لا صفحة هنا</title>"));

    let mut none = Files::good();
    none.remove("content/pages/not-found.md");
    let reply = Preview::of(&none).get("/nothing/");
    assert_eq!(reply.status, 404);
    assert!(reply.text().contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(reply.text().contains("/.warraq/preview.js"));
}

#[test]
fn it_is_read_and_nothing_else() {
    let preview = Preview::of(&Files::good());
    let host = format!("Host: {}\r\n", preview.host);
    let head = preview.request("HEAD", "/", &host);
    let get = preview.get("/");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), get.body.len().to_string());
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let reply = preview.request(method, "/", &host);
        assert_eq!(reply.status, 405, "{method}");
        assert_eq!(reply.header("allow"), "GET, HEAD");
    }
}

#[test]
fn no_path_leads_out_of_the_site() {
    let preview = Preview::of(&Files::good());
    let root = preview.site.path("site.toml");
    let absolute = root.to_str().unwrap();
    let encoded = absolute.replace('/', "%2F");
    for target in [
        "/../site.toml",
        "/../../../../etc/passwd",
        "/books/../../site.toml",
        "/%2e%2e/site.toml",
        "/..%2fsite.toml",
        "/%2E%2E%2Fsite.toml",
        "/%252e%252e/site.toml",
        "/..\\site.toml",
        "/%5C..%5Csite.toml",
        "/site.toml",
        "/site.toml%00",
        "/%FF",
        "//etc/passwd",
        "/.warraq/../site.toml",
        "/.warraq/mod.rs",
        &format!("/{absolute}"),
        &format!("/{encoded}"),
        absolute,
    ] {
        let reply = preview.get(target);
        assert!([400, 404].contains(&reply.status), "{target}: {reply:?}");
        assert!(!reply.text().contains("base_url"), "{target}");
    }
    // Not even a path: refused before it is looked up.
    for target in ["../site.toml", "etc/passwd"] {
        assert_eq!(preview.get(target).status, 400, "{target}");
    }
}

#[test]
fn only_names_that_nobody_else_can_give_this_machine_are_answered() {
    let preview = Preview::of(&Files::good());
    let (_, port) = preview.host.rsplit_once(':').unwrap();
    let status = |target: &str, headers: &str| preview.request("GET", target, headers).status;
    for name in ["localhost", "site.localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(status("/", &format!("Host: {name}:{port}\r\n")), 200);
    }
    for headers in [
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: localhost.evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1\r\nHost: evil.example:{port}\r\n"),
        "Host:\r\n".to_owned(),
        String::new(),
    ] {
        for target in ["/", "/.warraq/preview.js", "/.warraq/events"] {
            assert_eq!(status(target, &headers), 403, "{target} {headers}");
        }
    }
    let absolute = "http://evil.example/";
    assert_eq!(status(absolute, "Host: localhost\r\n"), 403);
    let reply = preview.request("GET", "/", "Host: evil.example\r\n");
    assert!(reply.text().contains("لا تجيب المعاينة إلا على عنوان IP"));
}

#[test]
fn events_are_told_to_our_own_pages_only() {
    let preview = Preview::of(&Files::good());
    let host = &preview.host;
    let upgrade = format!(
        "Host: {host}\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    );
    for origin in [
        "Origin: http://evil.example\r\n",
        "Origin: http://localhost:1\r\n",
        "Origin: null\r\n",
        "",
    ] {
        let reply = preview.request("GET", "/.warraq/events", &format!("{upgrade}{origin}"));
        assert_eq!(reply.status, 403, "{origin}");
    }
    // The same with our own origin is let in; a message that says nothing ends it.
    let nothing = "\u{1}\0\0\0\0\0";
    let reply = preview.send(&format!(
        "GET /.warraq/events HTTP/1.1\r\n{upgrade}Connection: Upgrade\r\nOrigin: http://{host}\r\n\r\n{nothing}"
    ));
    assert_eq!(reply.status, 101);
}

#[test]
fn headers_without_end_are_refused() {
    let preview = Preview::of(&Files::good());
    let host = format!("Host: {}\r\n", preview.host);
    let long = format!("{host}X: {}\r\n", "x".repeat(1 << 19));
    assert_eq!(preview.request("GET", "/", &long).status, 431);
    let many = (0..1000).map(|n| format!("X-{n}: x\r\n"));
    let many = host + &many.collect::<String>();
    assert_eq!(preview.request("GET", "/", &many).status, 431);
    assert_eq!(preview.get("/").status, 200);
}
