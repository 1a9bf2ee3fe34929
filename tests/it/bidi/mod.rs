//! Left-to-right runs in right-to-left prose: the markup they get, and the order in which a reader then sees them.

mod conformance;
mod order;
mod prose;
mod values;
mod visual;

use crate::site::Files;

const ENTRY: &str = "content/authors/jahiz.md";

/// The good site with this text as the body of an entry.
fn with_body(markdown: &str) -> Files {
    let entry = format!("+++\ntitle = \"الجاحظ\"\nwrote = 2\n+++\n\n{markdown}\n");
    Files::good().with(ENTRY, entry)
}

/// What comes of a text: the HTML of the body. What is shown right all the same may be a mistake of typography, and is none here.
fn rendered(markdown: &str) -> String {
    let silence = r#"
[check]
silence = [
  { rule = "E704", reason = "these texts show what becomes of plain spaces" },
  { rule = "W705", reason = "and of hyphens" },
]
"#;
    body(&with_body(markdown).and("site.toml", silence).built())
}

/// The same of a site in French, where every rule but that of the order may be broken.
fn rendered_in_french(markdown: &str) -> String {
    let site = with_body(markdown);
    let config = site.text("site.toml").replace("ar-MA", "fr");
    let (arabic, _) = config.split_once("[plurals]").unwrap();
    let plurals = "[plurals]\nbook = { one = \"{n}\", many = \"{n}\", other = \"{n}\" }\n";
    let build = site.with("site.toml", format!("{arabic}{plurals}")).run();
    let misplaced = build.diagnostics.iter().filter(|one| one.code == "E305");
    assert!(
        misplaced.count() == 0 && build.output.is_some(),
        "{:#?}",
        build.diagnostics
    );
    body(&Files::from(build))
}

fn body(site: &Files) -> String {
    let page = site.text("authors/jahiz/index.html");
    let (_, main) = page.split_once("<p class=\"mentioned\">").unwrap();
    let (_, after) = main.split_once("</p>").unwrap();
    let (body, _) = after.split_once("</main>").unwrap();
    body.trim().to_owned()
}
