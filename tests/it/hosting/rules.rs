//! `_headers`, `_redirects`, `.nojekyll` and `CNAME`: what each host reads, and that what it makes of it is what the rules say.

use std::collections::BTreeMap;

use warraq::config::Host;
use warraq::hosting::Release;
use warraq::path::encode;

use super::{Shelf, target};
use crate::site::Files;

fn text<'a>(release: &'a Release, path: &str) -> &'a str {
    super::file(release, path).bytes.as_text().unwrap()
}

/// A site with Arabic addresses, data, and files beside pages.
fn mixed() -> Files {
    let book = "+++\ntitle = \"طوق الحمامة\"\nslug = \"طوق-الحمامة\"\nauthor = \"jahiz\"\n+++\n";
    let data = "\n[[exports]]\npath = \"/data/books.json\"\ncollections = [\"books\"]\n\
        [[headers]]\nfor = \"/data/*\"\nvalues = { Access-Control-Allow-Origin = \"*\" }\n\
        [[headers]]\nfor = \"/books/طوق-الحمامة/*\"\nvalues = { X-Robots-Tag = \"noindex\" }\n";
    Files::good()
        .with("content/books/tawq/index.md", book)
        .with("content/books/tawq/plan.png", "png")
        .replace("content/authors/jahiz.md", "wrote = 2", "wrote = 3")
        .replace("site.toml", "expect = 4", "expect = 5")
        .and("site.toml", data)
}

/// What a host that joins the values of all rules that match says at an address.
fn answered(rules: &str, address: &str, host: Host) -> BTreeMap<String, String> {
    let mut answer: BTreeMap<String, String> = BTreeMap::new();
    let mut matches = false;
    for line in rules.lines() {
        let Some(header) = line.strip_prefix("  ") else {
            matches = match line.strip_suffix('*') {
                Some(start) => address.starts_with(start),
                None if host == Host::Netlify => {
                    address.trim_end_matches('/') == line.trim_end_matches('/')
                }
                None => address == line,
            };
            continue;
        };
        if !matches {
            continue;
        }
        let (name, value) = header.split_once(": ").unwrap();
        let joined = answer.entry(name.to_owned()).or_default();
        let comma = if joined.is_empty() { "" } else { ", " };
        joined.push_str(&format!("{comma}{value}"));
    }
    answer
}

#[test]
fn rules_joined_as_hosts_join_them_say_what_site_toml_says() {
    let shelf = Shelf::of(&mixed());
    let plain = shelf.release(&target(Host::Plain));
    for host in [Host::Netlify, Host::Cloudflare] {
        let release = shelf.release(&target(host));
        let rules = text(&release, "_headers");
        for (path, file) in &plain.files {
            let mut expected = file.headers.clone();
            expected.remove("Content-Type");
            // Both hosts say this of themselves.
            expected.retain(|_, value| value != "public, max-age=0, must-revalidate");
            let address = path.url();
            let addresses = match host {
                Host::Cloudflare => vec![address.as_str().trim_end_matches(".html").to_owned()],
                _ => vec![address.to_string(), format!("/{path}")],
            };
            for address in addresses {
                let answered = answered(rules, &encode(&address), host);
                assert_eq!(answered, expected, "{host:?} at {address} by\n{rules}");
            }
        }
    }
}

#[test]
fn a_site_in_folders_needs_few_rules() {
    let release = Shelf::of(&Files::searched()).release(&target(Host::Cloudflare));
    let rules = text(&release, "_headers");
    let addresses: Vec<_> = rules.lines().filter(|line| line.starts_with('/')).collect();
    let mut scripts = addresses
        .iter()
        .filter(|line| line.starts_with("/search-index/"));
    let [one, two] = [scripts.next().unwrap(), scripts.next().unwrap()];
    let expected = [
        "/",
        "/*",
        "/404",
        "/assets/*",
        "/authors/*",
        "/books/*",
        one,
        two,
        "/source/*",
    ];
    assert_eq!(addresses, expected);
    assert!(rules.contains("/books/*\n  Content-Language: ar-MA\n"));
    assert!(rules.contains("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
}

#[test]
fn addresses_lead_on_percent_encoded() {
    let shelf = || {
        Shelf::of(&mixed())
            .leading("/كتاب/", "/books/طوق-الحمامة/")
            .leading("/old.html", "https://shelf.example.net/a?b=ج#d")
    };
    let to = "/books/%D8%B7%D9%88%D9%82-%D8%A7%D9%84%D8%AD%D9%85%D8%A7%D9%85%D8%A9/";
    let from = "/%D9%83%D8%AA%D8%A7%D8%A8/";
    let away = "https://shelf.example.net/a?b=%D8%AC#d";
    let redirects = |host| text(&shelf().release(&target(host)), "_redirects").to_owned();
    assert_eq!(
        redirects(Host::Cloudflare),
        format!("{from} {to} 301\n/old {away} 301\n")
    );
    assert_eq!(
        redirects(Host::Netlify),
        format!("{from} {to} 301!\n{from}index.html {to} 301!\n/old.html {away} 301!\n")
    );
    let release = shelf().release(&target(Host::Plain));
    assert!(!release.files.contains_key("_redirects") && !release.files.contains_key("_headers"));
    let none = Shelf::of(&Files::good()).release(&target(Host::Netlify));
    assert!(!none.files.contains_key("_redirects"));
}

#[test]
fn below_a_folder_addresses_lead_to_whole_urls() {
    let shelf = Shelf::at(&Files::good(), Some("https://shelf.example/dossier/"));
    let shelf = shelf.leading("/old/", "/books/bukhala/");
    let release = shelf.release(&target(Host::Cloudflare));
    let to = "https://shelf.example/dossier/books/bukhala/";
    assert_eq!(text(&release, "_redirects"), format!("/old/ {to} 301\n"));
}

#[test]
fn github_is_told_the_domain_that_is_the_sites_own() {
    for (base_url, domain) in [
        ("https://shelf.example/", Some("shelf.example\n")),
        ("https://shelf.github.io/", None),
        ("https://shelf.github.io/dossier/", None),
        // Its domain is another repository's, which has this one below a folder.
        ("https://shelf.example/dossier/", None),
    ] {
        let release = Shelf::at(&Files::good(), Some(base_url)).release(&target(Host::Github));
        assert_eq!(text(&release, ".nojekyll"), "");
        let named = release
            .files
            .contains_key("CNAME")
            .then(|| text(&release, "CNAME"));
        assert_eq!(named, domain, "{base_url}");
    }
}

#[test]
fn a_file_of_the_site_where_the_host_wants_one_is_an_error() {
    let export = "\n[[exports]]\npath = \"/_headers\"\ncollections = [\"books\"]\n";
    let shelf = Shelf::of(&Files::good().and("site.toml", export));
    let problems = shelf.checked(&target(Host::Netlify)).diagnostics;
    let [problem] = &problems[..] else {
        panic!("{problems:#?}")
    };
    assert_eq!(problem.code, "E810");
    assert_eq!(
        problem.message.to_string(),
        "two files would be published as `_headers`"
    );
    assert!(problem.span.as_ref().unwrap().range.start > 0);
    assert_eq!(shelf.checked(&target(Host::Github)).diagnostics, []);
}

#[test]
fn what_cloudflare_would_leave_off_is_an_error() {
    let long = format!(
        "\n[[headers]]\nfor = \"everything\"\nvalues = {{ Link = \"<{}>\" }}\n",
        "a".repeat(2000)
    );
    let shelf = Shelf::of(&Files::good().and("site.toml", &long));
    let problems = shelf.checked(&target(Host::Cloudflare)).diagnostics;
    let [problem] = &problems[..] else {
        panic!("{problems:#?}")
    };
    assert_eq!(problem.code, "E811");
    assert!(
        problem
            .message
            .to_string()
            .contains("more than 2000 characters"),
        "{}",
        problem.message
    );
    assert_eq!(shelf.checked(&target(Host::Netlify)).diagnostics, []);
}
