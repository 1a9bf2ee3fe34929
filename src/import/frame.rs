//! The templates of the new site, which show what any site has: a home, sections, pages, tags.

use super::generator::Files;
use super::old::Old;
use super::page::{Page, ROOT, slug};
use super::schema::Schema;
use super::taxonomy::key_of;

/// What a site has of the starter.
const OF_STARTER: [&str; 2] = [
    "templates/assets/css/site.css",
    "templates/assets/root/favicon.svg",
];

/// What a style sheet begins with that has colours for code.
const CODE_COLOURS: &str = "@import \"warraq:code\";\n";

const BASE: &str = include_str!("frame/base.html");
const VERSIONS: &str = include_str!("frame/versions.html");
const ALTERNATES: &str = include_str!("frame/alternates.html");
const REDIRECT: &str = include_str!("frame/redirect.html");
const PAGE: &str = include_str!("frame/page.html");
const SECTION: &str = include_str!("frame/section.html");
const TAG: &str = include_str!("frame/tag.html");
const HOME: &str = include_str!("frame/home.html");
const LATEST_LIST: &str = include_str!("frame/latest.html");
const TAGS: &str = include_str!("frame/tags.html");
const TAGS_LIST: &str = include_str!("frame/tags-list.html");

/// How many entries of a collection the home page lists.
const LATEST: usize = 10;

pub(super) fn add(
    files: &mut Files,
    starter: &Files,
    old: &Old,
    (pages, schema): (&[Page], &Schema),
) {
    for path in OF_STARTER {
        if let Some(bytes) = starter.get(path).filter(|_| !files.contains_key(path)) {
            files.insert(path.to_owned(), bytes.clone());
        }
    }
    let has_code = pages.iter().any(|page| page.body.contains("```"));
    if let Some(style) = files.get_mut(OF_STARTER[0]).filter(|_| has_code) {
        style.splice(0..0, CODE_COLOURS.bytes());
    }
    let icon = if files.contains_key("templates/assets/root/favicon.svg") {
        "<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\n"
    } else {
        ""
    };
    let skip = if old.is_arabic() {
        "انتقل إلى المضمون"
    } else {
        "Skip to content"
    };
    let menu = if old.is_arabic() {
        "أقسام الموقع"
    } else {
        "Sections"
    };
    let base = BASE
        .replace("ICON", icon)
        .replace("SKIP", skip)
        .replace("MENU", menu)
        .replace(
            "VERSIONS\n",
            if old.tongues.is_empty() { "" } else { VERSIONS },
        )
        .replace(
            "ALTERNATES\n",
            if old.tongues.is_empty() {
                ""
            } else {
                ALTERNATES
            },
        );
    let mut put = |name: &str, text: String| {
        files.insert(format!("templates/{name}"), text.into_bytes());
    };
    put("base.html", base);
    put("page.html", PAGE.to_owned());
    put("redirect.html", REDIRECT.to_owned());
    put("section.html", SECTION.to_owned());
    put("home.html", home(schema));
    if !schema.tags.is_empty() {
        put("tag.html", TAG.to_owned());
        put("tags.html", list_of_tags(old, schema));
    }
}

/// The home page: its text, and the first entries of each collection.
fn home(schema: &Schema) -> String {
    let collections = schema.collections.iter().filter(|one| one.name != ROOT);
    let lists = collections.map(|one| {
        LATEST_LIST
            .replace("LIST", &one.name)
            .replace("FOLDER", &one.folder.replace(['"', '\\'], ""))
            .replace("MOST", &LATEST.to_string())
    });
    HOME.replace("LISTS\n", &lists.collect::<String>())
}

/// The page that lists all tags of a kind.
fn list_of_tags(old: &Old, schema: &Schema) -> String {
    let tags = schema.tags.iter();
    let lists = tags.map(|tags| {
        let page = slug(key_of(&old.taxonomies, tags));
        TAGS_LIST.replace("PAGE", &page).replace("LIST", tags)
    });
    TAGS.replace("LISTS\n", &lists.collect::<String>())
}
