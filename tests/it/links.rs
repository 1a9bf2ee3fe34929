//! Every link of a published site leads to a published file and to a place in it, as a browser would follow it: from a
//! folder on disk, on a host, below a folder of a host.

use crate::site::Files;

/// The links of a page: what stands in `href` and `src`.
fn links(html: &str) -> impl Iterator<Item = String> {
    let starts = [" href=\"", " src=\""].into_iter().flat_map(|name| {
        html.match_indices(name)
            .map(move |(at, name)| at + name.len())
    });
    starts.map(|start| {
        let end = start + html[start..].find('"').unwrap();
        html[start..end]
            .replace("&amp;", "&")
            .replace("&quot;", "\"")
    })
}

fn is_elsewhere(link: &str) -> bool {
    ["https:", "http:", "mailto:", "data:"]
        .iter()
        .any(|scheme| link.starts_with(scheme))
}

/// The published path that a browser arrives at from `page`, for a site published at `base` of its host.
fn target(page: &str, path: &str, base: &str) -> String {
    let path = warraq::path::decode(path).into_owned();
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    let path = match path.strip_prefix('/') {
        Some(_) => {
            folders.clear();
            let below = path.strip_prefix(base);
            below
                .unwrap_or_else(|| panic!("{path} on {page} is not below {base}"))
                .to_owned()
        }
        None => path,
    };
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => assert!(folders.pop().is_some(), "{path} on {page} leaves the site"),
            part => folders.push(part),
        }
    }
    let folder = path.is_empty() || path.ends_with(['/', '.']);
    let index = if folder { vec!["index.html"] } else { vec![] };
    folders
        .into_iter()
        .chain(index.iter().copied())
        .collect::<Vec<_>>()
        .join("/")
}

/// Follows every link of every page.
fn follow(site: &Files, base: &str) -> usize {
    let mut followed = 0;
    for (page, html) in site.texts(&["html"]) {
        for link in links(html).filter(|link| !is_elsewhere(link)) {
            let (path, fragment) = link.split_once('#').unwrap_or((&link, ""));
            let fragment = fragment.split(":~:").next().unwrap();
            let path = path.split('?').next().unwrap();
            let target = if path.is_empty() {
                page.to_owned()
            } else {
                target(page, path, base)
            };
            assert!(
                site.paths().any(|path| path == target),
                "{link} on {page} leads to {target}"
            );
            let place = format!("id=\"{}\"", warraq::path::decode(fragment));
            let arrives = fragment.is_empty() || site.text(&target).contains(&place);
            assert!(arrives, "{link} on {page} leads to no place in {target}");
            followed += 1;
        }
    }
    followed
}

/// Both sites, with links in one style.
fn sites(style: &str) -> [Files; 2] {
    let line = format!("links = \"{style}\"");
    // The line before `[records]` is the last of the table [site].
    let good = Files::good().replace("site.toml", "[records]", &format!("{line}\n[records]"));
    let dossier = Files::dossier().replace("site.toml", "links = \"file\"", &line);
    [good, dossier]
}

#[test]
fn every_link_arrives() {
    for style in ["file", "clean"] {
        let [good, dossier] = sites(style);
        assert!(follow(&good.built(), "/") > 10);
        assert!(follow(&dossier.built(), "/") > 1000);
    }
}

#[test]
fn links_to_files_open_from_a_folder_on_disk() {
    for site in sites("file").map(|files| files.built()) {
        let pages = site.texts(&["html"]);
        for (page, html) in pages.filter(|(path, _)| *path != "404.html") {
            for link in links(html).filter(|link| !is_elsewhere(link)) {
                let path = link.split('#').next().unwrap();
                assert!(
                    !path.starts_with('/') && !path.ends_with(['/', '.']),
                    "{link} on {page}"
                );
            }
        }
    }
}

#[test]
fn clean_links_do_not_name_the_index() {
    for site in sites("clean").map(|files| files.built()) {
        for (page, html) in site.texts(&["html"]) {
            let named = links(html).find(|link| link.contains("index.html"));
            assert_eq!(named, None, "on {page}");
        }
    }
}

#[test]
fn the_same_pages_serve_below_a_folder() {
    let below = |files: Files| {
        let site = files
            .text("site.toml")
            .replace(".example/\"", ".example/deep/folder/\"");
        files.with("site.toml", site)
    };
    for files in sites("file").into_iter().chain(sites("clean")) {
        let site = below(files.clone()).built();
        follow(&site, "/deep/folder/");
        let above = files.built();
        let relative: Vec<String> = links(above.text("index.html"))
            .filter(|link| !is_elsewhere(link))
            .collect();
        let deep: Vec<String> = links(site.text("index.html"))
            .filter(|link| !is_elsewhere(link))
            .collect();
        assert_eq!(
            relative, deep,
            "a relative link knows nothing of the folder"
        );
    }
}

#[test]
fn a_page_that_hosts_serve_at_any_depth_has_absolute_links() {
    for (base, expected) in [
        ("https://shelf.example/", "/"),
        ("https://shelf.example/deep/", "/deep/"),
    ] {
        let site = Files::good()
            .replace("site.toml", "https://shelf.example/", base)
            .built();
        let page = site.text("404.html");
        assert!(
            page.contains(&format!("<a href=\"{expected}\">الكتب كلها</a>")),
            "{page}"
        );
        assert!(links(page).all(|link| is_elsewhere(&link) || link.starts_with(expected)));
    }
}

#[test]
fn addresses_in_arabic_are_encoded_once() {
    let page = "+++\ntitle = \"صفحة\"\nurl = \"/كتب أخرى/\"\n+++\n\n## باب أول\n\nعد إلى [الباب](#باب-أول).\n";
    let link = "\n\n[كتب أخرى](</كتب أخرى/#باب-أول>) و[هي](ref:pages/other)\n";
    let site = Files::good()
        .with("content/pages/other.md", page)
        .and("content/pages/home.md", link)
        .built();
    follow(&site, "/");
    let encoded = "%D9%83%D8%AA%D8%A8%20%D8%A3%D8%AE%D8%B1%D9%89/";
    assert_eq!(site.text("index.html").matches(encoded).count(), 2);
    assert!(
        site.text("sitemap.xml")
            .contains(&format!("https://shelf.example/{encoded}</loc>"))
    );
}

/// What an editor may write for `[الحيوان](ref:books/hayawan)`, and what it is told to write instead, as far as that is
/// known.
const STRAYS: [(&str, Option<&str>); 29] = [
    (
        "[الحيوان[^1]](ref:books/hayawan).\n\n[^1]: حاشية.",
        Some("[الحيوان](ref:books/hayawan)[^1].\n\n[^1]: حاشية."),
    ),
    (
        "انظر [الحيوان](ref:books/hayawan",
        Some("انظر [الحيوان](ref:books/hayawan)"),
    ),
    (
        "انظر [الحيوان](ref:books/hayawan.",
        Some("انظر [الحيوان](ref:books/hayawan)."),
    ),
    (
        "[الحيوان](ref:books/hayawan وما بعده",
        Some("[الحيوان](ref:books/hayawan) وما بعده"),
    ),
    (
        "[الحيوان](ref:books/hayawan، وما بعده",
        Some("[الحيوان](ref:books/hayawan)، وما بعده"),
    ),
    (
        "[الحيوان] (ref:books/hayawan)",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "[الحيوان]\n(ref:books/hayawan)",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "[الحيوان](ref: books/hayawan)",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "[الحيوان]( ref: books/hayawan )",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "[الحيوان][ref:books/hayawan]",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "[الحيوان] [ref:books/hayawan]",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "[الحيوان][ref: books/hayawan]",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "[الحيوان](ref:books/hayawan]",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "[الحيوان](<ref:books/hayawan)",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "[الحيوان] ref:books/hayawan",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "(الحيوان)[ref:books/hayawan]",
        Some("[الحيوان](ref:books/hayawan)"),
    ),
    (
        "([الحيوان] (ref:books/hayawan))",
        Some("([الحيوان](ref:books/hayawan))"),
    ),
    (
        "[كتاب **الحيوان**] (ref:books/hayawan)",
        Some("[كتاب **الحيوان**](ref:books/hayawan)"),
    ),
    (
        "## عن [الحيوان] (ref:books/hayawan)",
        Some("## عن [الحيوان](ref:books/hayawan)"),
    ),
    (
        "- عن [الحيوان] (ref:books/hayawan)",
        Some("- عن [الحيوان](ref:books/hayawan)"),
    ),
    (
        "> عن [الحيوان] (ref:books/hayawan)",
        Some("> عن [الحيوان](ref:books/hayawan)"),
    ),
    (
        "«كتاب الحيوان» ([الفقرة 1] (cite:p1))",
        Some("«كتاب الحيوان» ([الفقرة 1](cite:p1))"),
    ),
    (
        "«كتاب الحيوان» ([الفقرة 1](cite: p1))",
        Some("«كتاب الحيوان» ([الفقرة 1](cite:p1))"),
    ),
    ("<ref:books/hayawan>", None),
    ("وref:books/hayawan", None),
    ("انظر ref:books/hayawan", None),
    ("الحيوان(ref:books/hayawan)", None),
    ("[الحيوان](ref:books /hayawan)", None),
    ("[الفقرة 1](cite:p 1)", None),
];

#[test]
fn an_address_that_is_left_in_the_text_is_told_and_what_is_told_to_write_is_a_link() {
    let body = |text: &str| Files::good().and("content/pages/home.md", &format!("\n{text}\n"));
    for (text, meant) in STRAYS {
        let files = body(text);
        let said = files.run().diagnostics;
        let [problem] = said.as_slice() else {
            panic!("{text}: {said:?}");
        };
        assert_eq!(problem.code, "E219", "{text}");
        let span = problem.span.clone().unwrap();
        let source = files.text("content/pages/home.md");
        let address = &source[span.range];
        assert!(
            address.starts_with("ref:") || address.starts_with("cite:"),
            "{text}: {address}"
        );
        let fixed = problem.fix.as_ref().map(|fix| {
            let mut fixed = source.to_owned();
            fixed.replace_range(fix.range.clone(), &fix.replacement);
            fixed
        });
        assert_eq!(
            fixed.as_deref(),
            meant
                .map(body)
                .as_ref()
                .map(|files| files.text("content/pages/home.md")),
            "{text}"
        );
        if let Some(meant) = meant {
            let page = body(meant).built();
            let page = page.text("index.html");
            assert!(
                !page.replace("fnref:", "").contains("ref:") && !page.contains("cite:"),
                "{meant}: {page}"
            );
            assert!(
                page.contains("hayawan/index.html\">") || page.contains("#p1:~:text="),
                "{meant}: {page}"
            );
        }
    }
}

#[test]
fn code_and_words_with_a_colon_are_no_links() {
    for text in [
        "يكتب `[الحيوان] (ref:books/hayawan)` هكذا.",
        "```\n[الحيوان] (ref:books/hayawan)\n```",
        "    [الحيوان] (ref:books/hayawan)",
        "| يكتب |\n|---|\n| `ref:books/hayawan` |",
        "Please cite: Pellat 1953 (see above) (ref: 12).",
        "pref:erence, recite:d",
        "في https://example.org/?ref:books/hayawan وفي doi.example/cite:p1",
        "[الحيوان](ref:books/hayawan) و[الفقرة 1](cite:p1)",
        "[الحيوان][h]\n\n[h]: ref:books/hayawan",
    ] {
        let files = Files::good().and("content/pages/home.md", &format!("\n{text}\n"));
        let said = files.run().diagnostics;
        assert!(
            said.iter().all(|problem| problem.code != "E219"),
            "{text}: {said:?}"
        );
    }
}
