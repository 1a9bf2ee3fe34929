//! What the first view of a page sends: known only where a check takes its time, and as Brotli sends it.

use warraq::diagnostic::Diagnostic;
use warraq::pipeline::{self, CheckLevel, Options};

use crate::site::Files;

/// What a check says of first views, with this budget in kilobytes.
fn over(site: &Files, kilobytes: u32, level: CheckLevel) -> Vec<Diagnostic> {
    let budget = format!(
        "\n[check.budgets]\nfirst_view = {kilobytes}\nhtml = 900\nscripts = 900\nfonts = 900\n"
    );
    let options = Options {
        level,
        ..Options::default()
    };
    let build = pipeline::run(&site.clone().and("site.toml", &budget).snapshot(), &options);
    let problems = build.diagnostics.into_iter();
    problems.filter(|problem| problem.code == "W434").collect()
}

/// Words that no two of are alike, so that little can be saved on them.
fn noise(words: u32) -> String {
    let mut seed = 7_u32;
    let letters: Vec<char> = ('ف'..='ي').collect();
    let mut text = String::new();
    for _ in 0..words {
        for _ in 0..6 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push(letters[(seed >> 16) as usize % letters.len()]);
        }
        text.push(' ');
    }
    text
}

#[test]
fn a_long_page_of_like_words_sends_little_and_one_of_noise_much() {
    let page = "content/books/aghani.md";
    let alike = Files::good().and(page, &format!("\n{}\n", "كتاب الأغاني ".repeat(5_000)));
    let noisy = Files::good().and(page, &format!("\n{}\n", noise(5_000)));
    assert_eq!(over(&alike, 5, CheckLevel::Full), []);
    assert_eq!(over(&noisy, 5, CheckLevel::Quick), []);
    let found = over(&noisy, 5, CheckLevel::Full);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].span.as_ref().unwrap().path.as_str(), page);
}

#[test]
fn what_a_page_loads_counts_as_well() {
    let head = "<script src=\"{{ asset(path=\"a.js\") }}\"></script></head>";
    let page = Files::good()
        .text("templates/page.html")
        .replace("</head>", head);
    let site = Files::good().with("templates/page.html", page);
    let loading = |script: String| site.clone().with("templates/assets/a.js", script);
    let script = |words: &str| format!("document.title = \"{words}\";");
    let alike = loading(script(&"كتاب الأغاني ".repeat(5_000)));
    assert_eq!(over(&alike, 5, CheckLevel::Full), []);
    let found = over(&loading(script(&noise(5_000))), 5, CheckLevel::Full);
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn the_parts_are_named_and_add_up() {
    let font = Files::case("fonts-over-budget");
    let script = "document.title += \"!\";".repeat(3);
    let head = "<script src=\"{{ asset(path=\"a.js\") }}\"></script></head>";
    let page = font.text("templates/page.html").replace("</head>", head);
    let config = font
        .text("site.toml")
        .replace("[check.budgets]\nfonts = 12\n", "");
    let site = font.clone();
    let site = site
        .with("site.toml", config)
        .with("templates/assets/a.js", script);
    let site = site.with("templates/page.html", page);
    let found = over(&site, 1, CheckLevel::Full);
    assert_eq!(found.len(), 1, "the heaviest page alone");
    let notes: Vec<_> = found[0].notes.iter().map(ToString::to_string).collect();
    let notes = notes.join("\n");
    for part in [
        "at /",
        "its HTML, with Brotli: ",
        "`assets/a.",
        "`assets/site.",
        "`fonts/text-400.woff2`: 17.0 KB",
        "9 other pages",
    ] {
        assert!(notes.contains(part), "{part} in {notes}");
    }
    let tenths = |text: &str| -> Option<i64> {
        let size = text.strip_suffix(" KB")?.rsplit([' ']).next()?;
        size.replace('.', "").parse().ok()
    };
    let parts: i64 = found[0]
        .notes
        .iter()
        .filter_map(|note| tenths(&note.to_string()))
        .sum();
    let whole = found[0]
        .message
        .to_string()
        .split(',')
        .next()
        .and_then(tenths)
        .unwrap();
    assert!(
        (0..=5).contains(&(parts - whole)),
        "each part is rounded up: {parts} and {whole}"
    );
}

#[test]
fn only_a_check_takes_its_time() {
    let site = Files::case("fonts-over-budget").and("site.toml", "\n[check.external]\n");
    let config = site
        .text("site.toml")
        .replace("fonts = 12", "fonts = 90\nfirst_view = 9");
    let site = site.with("site.toml", config).on_disk();
    let said = |command: &str| crate::site::complained(&site.run(&[command]).success()).to_owned();
    assert_eq!(said("build"), "");
    assert!(said("check").contains("warning[W434]: the first view of a page sends"));
}

#[test]
fn a_sheet_that_grows_is_weighed_on_pages_that_stay() {
    let page = Files::good().text("templates/page.html").replace(
        "</head>",
        "<link rel=\"stylesheet\" href=\"/print.css\"></head>",
    );
    let site = Files::good()
        .and("site.toml", "\n[check.budgets]\ncss = 2\n")
        .with("templates/page.html", page)
        .with("templates/assets/root/print.css", "p{color:red}");
    let heavy = ".a{color:red}.b{margin:0}".repeat(2);
    let rules = (0..200).map(|n| heavy.replace(['a', 'b'], &format!("x{n}")));
    let grown = site
        .clone()
        .with("templates/assets/root/print.css", rules.collect::<String>());
    let mut pipeline = pipeline::Pipeline::new(Options::default());
    for (files, expected) in [(&site, 0), (&grown, 1), (&grown, 1), (&site, 0)] {
        let found = pipeline.run(&files.snapshot()).diagnostics;
        let codes = found.iter().filter(|problem| problem.code == "W432");
        assert_eq!(codes.count(), expected);
    }
}
