//! Which target is meant.

use crate::site::{Files, complained, said};

const TWO: &str = "\n[deploy.test]\nto = \"fs\"\npath = \"test\"\n[deploy.live]\nto = \"fs\"\npath = \"live\"\nbase_url = \"https://live.example/shelf/\"\n";

#[test]
fn the_only_target_need_not_be_named_and_one_of_several_must_be() {
    let site = Files::good().on_disk();
    let run = site.run(&["deploy"]).code(1);
    assert!(
        complained(&run).contains("names no target"),
        "{}",
        complained(&run)
    );
    let site = Files::good()
        .and(
            "site.toml",
            "\n[deploy.test]\nto = \"fs\"\npath = \"test\"\n",
        )
        .on_disk();
    let run = site.run(&["deploy"]).success();
    assert!(said(&run).starts_with("test deployed"), "{}", said(&run));
    let site = Files::good().and("site.toml", TWO).on_disk();
    let run = site.run(&["deploy"]).code(1);
    assert!(
        complained(&run).contains("E900") && complained(&run).contains("live, test"),
        "{}",
        complained(&run)
    );
    let run = site.run(&["deploy", "liv"]).code(1);
    assert!(
        complained(&run).contains("did you mean `live`?"),
        "{}",
        complained(&run)
    );
}

#[test]
fn absolute_addresses_are_those_of_the_target() {
    let site = Files::good().and("site.toml", TWO).on_disk();
    site.run(&["deploy", "live"]).success();
    site.run(&["deploy", "test"]).success();
    let sitemap = |target: &str| {
        std::fs::read_to_string(site.path(&format!("{target}/sitemap.xml"))).unwrap()
    };
    assert!(sitemap("live").contains("<loc>https://live.example/shelf/books/bukhala/</loc>"));
    assert!(sitemap("test").contains("<loc>https://shelf.example/books/bukhala/</loc>"));
    let lost = std::fs::read_to_string(site.path("live/404.html")).unwrap();
    assert!(
        lost.contains("/shelf/") && !lost.contains("href=\"/books"),
        "{lost}"
    );
}
