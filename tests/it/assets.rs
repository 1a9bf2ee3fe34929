//! Scripts that import each other, and what browsers do not read.

use crate::site::{Files, complained};

/// The published file that an asset became, by its path without fingerprint.
fn published<'a>(site: &'a Files, start: &str, end: &str) -> &'a str {
    let mut paths = site.paths();
    let found = paths.find(|path| path.starts_with(start) && path.ends_with(end));
    found.unwrap_or_else(|| panic!("no {start}…{end}"))
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

#[test]
fn an_import_names_the_published_file_and_not_one_that_is_not_there() {
    let files = Files::good()
        .with(
            "templates/assets/js/a.js",
            "import {b} from \"./b.js\";\nexport * from '../lib/c.mjs';\n\
            import(`./${no}.js`); import('./b.js?x'); // import './gone.js'\n\
            const u = new URL(\"../img/p.png\", import.meta.url);\n",
        )
        .with(
            "templates/assets/js/b.js",
            "import './a.js'; export const b = 1;\n",
        )
        .with(
            "templates/assets/lib/c.mjs",
            "export const c = /'/.test('import \"./x.js\"');\n",
        )
        .with("templates/assets/img/p.png", "png")
        .with(
            "templates/assets/root/sw.js",
            "import './assets-none.js'\n".replace("./assets-none.js", "../js/b.js"),
        );
    let site = files.built();
    let [a, b, c, p] = [
        published(&site, "assets/js/a.", ".js"),
        published(&site, "assets/js/b.", ".js"),
        published(&site, "assets/lib/c.", ".mjs"),
        published(&site, "assets/img/p.", ".png"),
    ];
    assert_eq!(
        site.text(a),
        format!(
            "import {{b}} from \"./{}\";\nexport * from '../lib/{}';\n\
            import(`./${{no}}.js`); import('./{}?x'); // import './gone.js'\n\
            const u = new URL(\"../img/{}\", import.meta.url);\n",
            name(b),
            name(c),
            name(b),
            name(p)
        )
    );
    assert_eq!(
        site.text(b),
        format!("import './{}'; export const b = 1;\n", name(a))
    );
    assert_eq!(
        site.text("sw.js"),
        format!("import './assets/js/{}'\n", name(b))
    );
    // Whatever a module needs changes its name, so that no half of a change is kept by a browser.
    for changed in [
        files
            .clone()
            .and("templates/assets/lib/c.mjs", "// other\n"),
        files.clone().with("templates/assets/img/p.png", "other"),
    ] {
        let site = changed.built();
        assert_ne!(published(&site, "assets/js/a.", ".js"), a);
        assert_ne!(published(&site, "assets/js/b.", ".js"), b);
    }
}

#[test]
fn an_import_that_leads_nowhere_is_an_error_at_its_place() {
    let codes = |files: &Files| -> Vec<_> {
        let build = files.run();
        build
            .diagnostics
            .iter()
            .map(|problem| problem.code)
            .collect()
    };
    for script in [
        "import './gone.js'",
        "import('../../gone.js')",
        "export * from '/assets/gone.js'",
        "import 'lit'",
        "new URL('./gone.png', import.meta.url)",
    ] {
        let files = Files::good().with("templates/assets/a.js", script);
        assert_eq!(codes(&files), ["E404"], "{script}");
    }
    let mapped = Files::good()
        .with(
            "templates/assets/a.js",
            "import 'lit'; import 'https://example.org/x.js'",
        )
        .replace("templates/page.html", "<main>", "<main>{# importmap #}");
    assert_eq!(codes(&mapped), [""; 0]);
}

#[test]
fn a_file_that_a_sheet_names_in_vain_is_told_where_it_is_named() {
    let css = "/* one.png two.png */\nb { background: url(one.png) }\n\
        i { background: url(\"sub/two.png\"); mask: url(\n  three.png) }\n\
        u { background: url(f\\6fur.png) }\n/* end */";
    let files = Files::good().with("templates/assets/site.css", css);
    let places = files.run().diagnostics.into_iter().map(|problem| {
        let range = problem.span.unwrap().range;
        (problem.code, range.start, css[range].to_owned())
    });
    let expected = [
        ("one.png", "one.png)"),
        ("sub/two.png", "sub/two"),
        ("three.png", "three"),
        // Written with escapes, it is in this line.
        ("u { background: url(f\\6fur.png) }", "u {"),
    ];
    let expected = expected.map(|(text, at)| ("E404", css.find(at).unwrap(), text.to_owned()));
    assert_eq!(places.collect::<Vec<_>>(), expected);
}

#[test]
fn what_has_to_be_translated_first_is_not_published_in_silence() {
    for (name, text, is_told) in [
        ("a.scss", "$x: 1", true),
        ("b.TS", "let x: number", true),
        ("_part.scss", "$x: 1", false),
        ("video.ts", "G\0\u{1}", false),
        ("c.css", "a{color:red}", false),
    ] {
        let build = Files::good()
            .with(&format!("templates/assets/{name}"), text)
            .run();
        let told = build
            .diagnostics
            .iter()
            .any(|problem| problem.code == "W414");
        assert_eq!(told, is_told, "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_cannot_be_written_is_an_error_and_no_success() {
    use std::process::Stdio;

    let site = Files::good().on_disk();
    for arguments in [
        &["schema"][..],
        &["build"],
        &["check"],
        &["check", "--message-format", "json"],
        &["new", "other"],
        &["--help"],
        &["--version"],
    ] {
        let full = std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_warraq"));
        let command = command.current_dir(site.path("")).args(arguments);
        let run = command
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(1), "{arguments:?}");
    }
    assert!(complained(&site.run(&["schema"]).success()).is_empty());
}

/// Addresses in style sheets were taken for names of files as they stood, and a bracket in a name ended the address.
#[test]
fn a_style_sheet_names_a_file_in_every_spelling_of_its_address() {
    let mut files = Files::good();
    let names = [
        "50%.png",
        "a%20b.png",
        "c d.png",
        "e(f).png",
        "g'h.png",
        "صورة.png",
    ];
    for name in names {
        files = files.with(&format!("templates/assets/img/{name}"), name);
    }
    let written = [
        ("img/50%25.png", "img/50%25."),
        ("img/50%.png", "img/50%25."),
        ("img/a%2520b.png", "img/a%2520b."),
        ("img/c%20d.png", "img/c%20d."),
        ("img/c d.png", "img/c%20d."),
        ("img/e(f).png?#x", "img/e%28f%29."),
        ("img/g'h.png", "img/g%27h."),
        ("img/صورة.png", "img/%D8%B5%D9%88%D8%B1%D8%A9."),
        (
            "img/%D8%B5%D9%88%D8%B1%D8%A9.png",
            "img/%D8%B5%D9%88%D8%B1%D8%A9.",
        ),
    ];
    let rules = written
        .iter()
        .enumerate()
        .map(|(at, (url, _))| format!(".u{at} {{ background: url(\"{url}\"); color: red }}\n"));
    let rules = rules.collect::<Vec<_>>().concat();
    let site = files.with("templates/assets/site.css", rules).built();
    let sheet = site.text(published(&site, "assets/site.", ".css"));
    for (at, (url, address)) in written.into_iter().enumerate() {
        let (_, rule) = sheet.split_once(&format!(".u{at}{{")).unwrap();
        let rule = rule.split('}').next().unwrap();
        assert!(rule.contains(&format!("url(\"{address}")), "{url}: {rule}");
        assert!(rule.contains("color:red"), "{url}: {rule}");
    }
}

/// `%` in a name was read as a sign of an address, which then led nowhere.
#[test]
fn a_template_names_an_asset_whatever_its_name() {
    let names = ["50%.png", "a%20b.png", "%D8%A3.png", "c d.png"];
    let mut files = Files::good();
    let mut images = String::new();
    for name in names {
        files = files.with(&format!("templates/assets/img/{name}"), name);
        images.push_str(&format!(
            "<img alt=\"\" src=\"{{{{ asset(path=\"img/{name}\") }}}}\">"
        ));
    }
    let site = files.replace("templates/page.html", "<h1>", &format!("{images}<h1>"));
    let site = site.built();
    for start in [
        "assets/img/50%25.",
        "assets/img/a%2520b.",
        "assets/img/%25D8%25A3.",
        "assets/img/c%20d.",
    ] {
        let page = site.text("index.html");
        assert!(page.contains(&format!("src=\"{start}")), "{start}: {page}");
    }
}
