//! What `docs/site-toml.md` says of each key, for the schema that editors read: the page is the one source of it.

const PAGE: &str = include_str!("../docs/site-toml.md");

/// The section of the page that has the keys of a table of the schema.
const SECTIONS: [(&str, &str); 27] = [
    ("site", "`[site]`"),
    ("content", "`[content]`"),
    ("markdown", "`[markdown]`"),
    ("collection", "`[collections.NAME]`"),
    ("pagination", "Pagination"),
    ("backref", "Back-references"),
    ("source", "Sources"),
    ("feed", "Feeds"),
    ("tags", "Tags"),
    ("archive", "Archives"),
    ("menu-item", "`[[menus.NAME]]`"),
    ("theme", "`[theme]`"),
    ("export", "`[[exports]]`"),
    ("fonts", "`[fonts]`"),
    ("family", "`[fonts]`"),
    ("face", "`[fonts]`"),
    ("forbid", "`[[forbid]]`"),
    ("cards", "Cards and icons"),
    ("icons", "Cards and icons"),
    ("pictures", "`[pictures]`"),
    ("search", "`[search]`"),
    ("offline", "`[offline]`"),
    ("check", "`[check]`"),
    ("budgets", "`[check.budgets]`"),
    ("limits", "`[limits]`"),
    ("external", "`[check.external]`"),
    ("headers", "`[[headers]]`"),
];

/// The words for a key of a table, with what holds where it is left out.
pub(super) fn of(table: &str, key: &str) -> Option<String> {
    let named = SECTIONS.iter().find(|(name, _)| *name == table);
    let heading = match (named, table) {
        (Some((_, heading)), _) => heading,
        (None, "deploy") => "`[deploy.NAME]`",
        (None, _) => return None,
    };
    let mut found = rows(section(heading)).filter(|row| names(row[0]).any(|name| name == key));
    // The keys of a face stand below those of all fonts, of which some are called the same.
    let row = if table == "face" {
        found.last()
    } else {
        found.next()
    }?;
    let [_, _, default, what] = row;
    let what = without_links(what);
    Some(match default {
        "" | "none" | "required" | "see right" => what,
        default => format!("{what}\nDefault: {}", without_links(default)),
    })
}

/// What stands below a heading, up to the next.
fn section(heading: &str) -> &'static str {
    let mut parts = PAGE.split("\n#").map(|part| part.trim_start_matches('#'));
    let part = parts.find(|part| part.lines().next().map(str::trim) == Some(heading));
    part.unwrap_or_default()
}

/// The rows of its tables that have four cells.
fn rows(section: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    section.lines().filter_map(|line| {
        let inside = line.strip_prefix('|')?.strip_suffix('|')?;
        let mut cells = Vec::new();
        let mut start = 0;
        for (at, _) in inside.match_indices('|') {
            if !inside[..at].ends_with('\\') {
                cells.push(inside[start..at].trim());
                start = at + 1;
            }
        }
        cells.push(inside[start..].trim());
        cells.try_into().ok()
    })
}

/// The keys in a cell: `slug` and `lists` of "`slug`, `lists`", `groups` of "`[[search.groups]]`".
fn names(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('`').skip(1).step_by(2).map(|code| {
        let name = code.trim_matches(['[', ']']);
        name.rsplit('.').next().unwrap_or(name)
    })
}

/// Markdown with the words of its links only.
fn without_links(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some((before, link)) = rest.split_once("](") {
        let Some((behind, (words, before))) = link.split_once(')').map(|(_, behind)| behind).zip(
            before
                .rsplit_once('[')
                .map(|(before, words)| (words, before)),
        ) else {
            break;
        };
        text.push_str(before);
        text.push_str(words);
        rest = behind;
    }
    text.push_str(rest);
    text.replace("\\|", "|")
}

#[cfg(test)]
mod tests {
    use super::super::json_schema;
    use super::*;

    #[test]
    fn a_key_is_described_as_on_the_page() {
        assert_eq!(
            of("site", "author").as_deref(),
            Some("`author = \"أهل الدفتر\"`: the author named in feeds\nDefault: the title")
        );
        assert!(
            of("icons", "background")
                .unwrap()
                .ends_with("Default: white")
        );
        assert!(of("face", "characters").unwrap().contains("scripts"));
        assert!(
            of("fonts", "characters")
                .unwrap()
                .contains("every font keeps")
        );
        assert!(of("pictures", "crops").unwrap().contains("16:9"));
        assert!(of("deploy", "keep").unwrap().contains("releases"));
        assert_eq!(of("site", "nothing"), None);
    }

    #[test]
    fn every_key_of_a_section_is_described() {
        let schema = json_schema();
        let tables = SECTIONS.iter().map(|(table, _)| *table).chain(["deploy"]);
        let bare: Vec<String> = tables
            .flat_map(|table| {
                let keys = schema["$defs"][table]["properties"].as_object().unwrap();
                keys.iter()
                    .filter(|(_, value)| value["description"].is_null())
                    .map(move |(key, _)| format!("{table}.{key}"))
                    .collect::<Vec<_>>()
            })
            .collect();
        // What their own pages describe.
        let elsewhere = [
            "check.budgets",
            "check.external",
            "check.presentation_forms",
            "check.terms",
            "check.hamza",
            "check.silence",
            "tags.translate",
            "tags.fallback",
            "tags.missing",
        ];
        let missing: Vec<&String> = bare
            .iter()
            .filter(|key| !elsewhere.contains(&key.as_str()))
            .collect();
        assert_eq!(missing, Vec::<&String>::new());
    }
}
