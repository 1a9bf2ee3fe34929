//! Addresses that follow from other addresses: of cards, of paragraphs, of what a relative one means.

use crate::content::Picture;
use crate::graph::{EntryId, Site};
use crate::media_type::MediaType;
use crate::path::SourcePath;

/// The address of the page that static hosts serve for whatever does not exist, at any depth.
/// Relative links would lead astray there, so its links are absolute.
/// Where the card of an entry's page is published, if cards are made and it has a page that can be
/// linked to: `/books/bukhala/` has its card at `cards/books/bukhala.png`. The address is stable,
/// because networks keep it.
pub(super) fn card_address(site: &Site, id: EntryId) -> Option<String> {
    site.config.cards.as_ref()?;
    let page = site.words_of(site.entry(id)).page.as_ref()?;
    let path = page.output();
    // Another kind of file has no head to name a card in.
    if site.config.is_not_found(page) || MediaType::of(&path) != MediaType::HTML {
        return None;
    }
    let path = path.as_str().trim_end_matches(".html");
    let path = path.strip_suffix("/index").unwrap_or(path);
    Some(format!("cards/{path}.png"))
}

/// The address of a paragraph on its source's page.
pub(super) fn paragraph_url(site: &Site, source: EntryId, number: i64) -> Option<String> {
    let page = site.entry(source).page.as_ref()?;
    Some(format!("{page}#p{number}"))
}

/// Where a picture is published: beside the page of the entry in whose folder it is. From the root of the site, and not
/// percent-encoded.
pub(super) fn picture_address(site: &Site, picture: &Picture) -> Option<String> {
    let path = picture.file.as_str();
    let mut folders = path.match_indices('/').rev();
    folders.find_map(|(at, _)| {
        let index = SourcePath::new(&format!("{}/index.md", &path[..at]));
        let page = site.entry(site.at(&index)?).page.as_ref()?.output();
        let folder = page.as_str().strip_suffix("index.html").unwrap_or_default();
        Some(format!("/{folder}{}", &path[at + 1..]))
    })
}

/// Where what is cut out of a picture is published: `/trip/sea.jpg` → `/trip/sea.wide.webp`. What it is cut around is in the
/// name, unless it is the middle: entries may show one picture in several ways.
pub(super) fn crop_address(picture: &str, crop: &str, focus: (u16, u16)) -> String {
    let (stem, _) = picture.rsplit_once('.').unwrap_or((picture, ""));
    match focus {
        (500, 500) => format!("{stem}.{crop}.webp"),
        (across, down) => format!("{stem}.{crop}-{across}-{down}.webp"),
    }
}

/// The path that `relative` means on the page `from`; `None` when it leaves the site.
pub(super) fn join(from: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = from[1..].split('/').collect();
    parts.pop();
    let mut components = relative.split('/').peekable();
    while let Some(component) = components.next() {
        match component {
            ".." => {
                parts.pop()?;
                if components.peek().is_none() {
                    parts.push("");
                }
            }
            "." if components.peek().is_none() => parts.push(""),
            "." => {}
            component => parts.push(component),
        }
    }
    Some(format!("/{}", parts.join("/")))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn relative_paths_are_joined_and_stay_inside() {
        for (from, relative, expected) in [
            ("/a/b/", "c.svg", Some("/a/b/c.svg")),
            ("/a/b/", "../c/", Some("/a/c/")),
            ("/a/b/", "..", Some("/a/")),
            ("/a/b/", "./", Some("/a/b/")),
            ("/a.html", "b.html", Some("/b.html")),
            ("/a/", "../../b", None),
        ] {
            assert_eq!(
                join(from, relative).as_deref(),
                expected,
                "{from} {relative}"
            );
        }
    }
}
