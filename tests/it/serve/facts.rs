//! What the drawer of a tab is told of its page when somebody looks.

use serde_json::Value as Json;

use super::preview::Preview;
use crate::site::Files;

fn facts(preview: &Preview, address: &str) -> Json {
    let reply = preview.get(&format!("/.warraq/page{address}"));
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.header("cross-origin-resource-policy"), "same-origin");
    serde_json::from_str(reply.text()).unwrap()
}

fn titles(links: &Json) -> Vec<&str> {
    let items = links["items"].as_array().unwrap();
    items
        .iter()
        .map(|link| link["title"].as_str().unwrap())
        .collect()
}

#[test]
fn a_page_tells_its_weight_its_links_and_how_long_it_is_to_read() {
    let mut files = Files::good();
    let long = "كلمة ".repeat(400);
    let body = format!(
        "\n{long}\n\n[المؤلف](ref:authors/isfahani) [هو نفسه](ref:authors/isfahani) [بعيد](https://far.example/a?b#c)\n"
    );
    let book = format!("{}{body}", files.text("content/books/kalila.md"));
    files = files.with("content/books/kalila.md", book);
    let preview = Preview::of(&files);
    let told = facts(&preview, "/books/kalila/");
    assert_eq!(told["source"]["file"], "content/books/kalila.md");
    let reading = told["reading"].to_string();
    assert!(reading.contains("دقائق للقراءة"), "{reading}");
    let weights = told["weights"].as_array().unwrap();
    assert_eq!(weights.len(), 5);
    for weight in weights {
        let part = weight["part"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&part), "{weight}");
        assert_eq!(weight["over"], Json::Null);
    }
    let titles = titles(&told["links"]);
    let of_author = titles.iter().filter(|title| title.contains("الأصفهاني"));
    assert_eq!(of_author.count(), 1, "by its title, and once: {titles:?}");
    assert!(titles.contains(&"بعيد"), "{titles:?}");
}

#[test]
fn a_weight_over_its_budget_says_so() {
    let files = Files::good().replace(
        "site.toml",
        "[site]\n",
        "[check.budgets]\nhtml = 0\n\n[site]\n",
    );
    let preview = Preview::of(&files);
    let told = facts(&preview, "/");
    let html = &told["weights"][1];
    assert_eq!(
        (&html["over"], &html["part"]),
        (&"فوق الحد".into(), &1.0.into())
    );
}

#[test]
fn drafts_are_listed_whether_they_are_built_or_not() {
    let draft = "+++\ntitle = \"مسودة\"\ndraft = true\n+++\n";
    let files = Files::good().with("content/pages/plan.md", draft);
    for (arguments, address) in [
        (&["-p", "0"][..], "vscode://"),
        (&["-p", "0", "--drafts"], "/plan/"),
    ] {
        let preview = Preview::start(files.on_disk(), arguments);
        let told = facts(&preview, "/");
        assert_eq!(titles(&told["drafts"]), ["مسودة"]);
        let found = told["drafts"]["items"][0]["address"].as_str().unwrap();
        assert!(found.starts_with(address), "{found}");
    }
}

#[test]
fn hundreds_of_links_are_counted_and_not_all_are_told() {
    let files = Files::good();
    let links = (0..300).map(|n| format!("[ر](https://far.example/{n})\n"));
    let page = format!(
        "{}\n{}",
        files.text("content/books/kalila.md"),
        links.collect::<String>()
    );
    let preview = Preview::of(&files.with("content/books/kalila.md", page));
    let told = facts(&preview, "/books/kalila/");
    assert_eq!(told["links"]["items"].as_array().unwrap().len(), 200);
    assert!(told["links"]["more"].as_str().unwrap().contains("غيرها"));
}

#[test]
fn of_what_is_no_page_there_is_nothing_to_tell_but_drafts() {
    let preview = Preview::of(&Files::good());
    for address in [
        "/nothing/",
        "/sitemap.xml",
        "",
        "/../site.toml",
        "/%2e%2e/site.toml",
    ] {
        let reply = preview.get(&format!("/.warraq/page{address}"));
        let told: Json = serde_json::from_str(reply.text()).unwrap();
        assert_eq!(told["reading"].as_array().unwrap().len(), 0, "{address}");
        assert_eq!(told["source"], Json::Null);
        assert_eq!(told["review"], Json::Null);
    }
    let broken = Preview::of(&Files::good().with(super::BOOK, super::BROKEN));
    assert_eq!(broken.get("/.warraq/page/").text(), "null");
}
