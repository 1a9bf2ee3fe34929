//! Which room may import from which.

use super::lines;
use crate::sources;

/// What each room may import from the others. Data flows down this list.
const ROOMS: [(&str, &[&str]); 23] = [
    ("arabic", &[]),
    ("path", &["arabic"]),
    ("diagnostic", &["path"]),
    ("memo", &["diagnostic"]),
    ("source", &["path", "arabic", "diagnostic"]),
    ("schema", &["path", "arabic", "diagnostic"]),
    (
        "markdown",
        &["path", "arabic", "diagnostic", "source", "schema"],
    ),
    (
        "config",
        &[
            "path",
            "arabic",
            "diagnostic",
            "source",
            "schema",
            "markdown",
        ],
    ),
    (
        "content",
        &[
            "path",
            "arabic",
            "diagnostic",
            "source",
            "schema",
            "markdown",
            "config",
        ],
    ),
    (
        "graph",
        &[
            "path",
            "arabic",
            "diagnostic",
            "schema",
            "markdown",
            "config",
            "content",
        ],
    ),
    ("output", &["path", "diagnostic"]),
    (
        "fonts",
        &[
            "path",
            "arabic",
            "diagnostic",
            "source",
            "schema",
            "config",
            "output",
        ],
    ),
    (
        "assets",
        &["path", "diagnostic", "source", "schema", "fonts", "output"],
    ),
    (
        "pictures",
        &[
            "path",
            "arabic",
            "diagnostic",
            "source",
            "schema",
            "config",
            "fonts",
            "output",
        ],
    ),
    ("search", &["path", "arabic", "source", "output"]),
    (
        "pages",
        &[
            "path",
            "arabic",
            "diagnostic",
            "memo",
            "source",
            "schema",
            "markdown",
            "config",
            "content",
            "graph",
            "assets",
            "pictures",
            "search",
            "output",
        ],
    ),
    (
        "check",
        &[
            "path",
            "arabic",
            "diagnostic",
            "memo",
            "source",
            "schema",
            "config",
            "graph",
            "fonts",
            "output",
            "pages",
        ],
    ),
    (
        "external",
        &["path", "diagnostic", "source", "config", "pages"],
    ),
    (
        "hosting",
        &["path", "diagnostic", "config", "output", "pages"],
    ),
    (
        "pipeline",
        &[
            "path",
            "diagnostic",
            "memo",
            "source",
            "markdown",
            "config",
            "content",
            "graph",
            "fonts",
            "assets",
            "pictures",
            "output",
            "pages",
            "check",
        ],
    ),
    (
        "deploy",
        &["path", "diagnostic", "config", "hosting", "output", "pages"],
    ),
    (
        "serve",
        &[
            "path",
            "diagnostic",
            "source",
            "hosting",
            "output",
            "pipeline",
        ],
    ),
    (
        "cli",
        &[
            "path",
            "diagnostic",
            "source",
            "schema",
            "config",
            "content",
            "deploy",
            "external",
            "hosting",
            "output",
            "pipeline",
            "serve",
        ],
    ),
];

/// The rooms that a line names: `crate::path::…`, `crate::{assets, check}`, `warraq::…`.
fn imported(line: &str) -> Vec<&str> {
    let after = line.split("crate::").skip(1);
    let names = after.flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => group.split([',', '}']).map(str::trim).collect::<Vec<_>>(),
        None => vec![rest],
    });
    let words = names.map(|name| {
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
        &name[..end.unwrap_or(name.len())]
    });
    words
        .filter(|name| ROOMS.iter().any(|(room, _)| room == name))
        .collect()
}

#[test]
fn rooms_import_only_what_the_architecture_allows() {
    for file in sources::all() {
        if ["lib", "main"].contains(&file.room()) {
            continue;
        }
        let room = ROOMS.iter().find(|(room, _)| *room == file.room());
        let (room, allowed) =
            room.unwrap_or_else(|| panic!("src/{} is in no known room", file.path));
        for (place, line) in lines(&file) {
            for import in imported(line) {
                let is_allowed = import == *room || allowed.contains(&import);
                assert!(is_allowed, "{place}: {room} imports {import}");
            }
        }
    }
    assert_eq!(
        imported("use crate::{assets, check::Plan};"),
        ["assets", "check"]
    );
    assert_eq!(
        imported("    let path = crate::path::encode(url);"),
        ["path"]
    );
}
