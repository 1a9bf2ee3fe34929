//! The days on which files were last changed, asked of git once for the whole site.
#![expect(
    clippy::disallowed_methods,
    reason = "git knows the history, and git alone is asked"
)]

use std::ops::Range;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use toml::de::DeTable;

use super::folders::{CONTENT, DATA};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::path::SourcePath;
use crate::source::History;
use crate::source::snapshot::Source;

/// What git said of a site, and what it could not say.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) days: Arc<History>,
    lack: Option<Lack>,
}

/// Why days are not known.
#[derive(Debug, Clone)]
enum Lack {
    /// Of no file, because git says so.
    All(String),
    /// Of files that were last changed before the oldest commit that is here.
    Older,
}

/// Variables by which git, when it runs warraq itself, names another repository.
const INHERITED: [&str; 7] = [
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_WORK_TREE",
];

/// Where the site asks for it: the bytes of `updated = "git"` in `[content]`. As far as it can be read: what is wrong with
/// it, `config` tells.
pub(super) fn asked(site: &Source) -> Option<Range<usize>> {
    let text = site.text();
    if !text.contains("git") {
        return None;
    }
    let (table, _) = DeTable::parse_recoverable(text);
    let content = table.get_ref().get("content")?.get_ref().as_table()?;
    let updated = content.get("updated")?;
    (updated.get_ref().as_str() == Some("git")).then(|| updated.span())
}

impl Told {
    /// Asks git of the site in a folder, which may be below that of the repository.
    pub(super) fn of(root: &Path) -> Self {
        let is_shallow = git(root, &["rev-parse", "--is-shallow-repository"]);
        let is_shallow = is_shallow.map(|said| said.starts_with(b"true"));
        let log = is_shallow.and_then(|is_shallow| Ok((is_shallow, git(root, &LOG)?)));
        match log {
            Ok((is_shallow, log)) => Self {
                days: Arc::new(read(&String::from_utf8_lossy(&log), is_shallow)),
                lack: is_shallow.then_some(Lack::Older),
            },
            Err(why) => Self {
                days: Arc::default(),
                lack: Some(Lack::All(why)),
            },
        }
    }

    /// What there is to tell of days that are not known.
    pub(super) fn problem(&self, site: &SourcePath, asked: Range<usize>) -> Option<Diagnostic> {
        let (message, hint) = match self.lack.as_ref()? {
            Lack::All(why) => (
                text!("history-none", error = why.as_str()),
                text!("history-none-hint"),
            ),
            Lack::Older => (text!("history-shallow"), text!("history-shallow-hint")),
        };
        let span = Span::new(site, asked);
        Some(Diagnostic::warning("W114", message).at(span).hint(hint))
    }
}

/// From the newest commit on: a mark, the day on which its author wrote it, a mark, the commits before it, and the files that
/// it changed, those of the first one among them.
const LOG: [&str; 12] = [
    "-c",
    "log.showRoot=true",
    "log",
    "-z",
    "--name-only",
    "--no-renames",
    "--no-show-signature",
    "--relative",
    "--format=format:%x02%as%x02%P",
    "--",
    CONTENT,
    DATA,
];

/// Between the parts of a commit's line.
const MARK: char = '\u{2}';

/// Reads what `git log` printed. The oldest commit of a shallow clone, which has none before it, holds all files, whenever
/// they were changed.
fn read(log: &str, is_shallow: bool) -> History {
    let mut day = None;
    let mut changes = Vec::new();
    for token in log.split('\0') {
        let mut file = token;
        if let Some(commit) = token.trim_start_matches('\n').strip_prefix(MARK) {
            let (line, first) = commit.split_once('\n').unwrap_or((commit, ""));
            let (written, before) = line.split_once(MARK).unwrap_or((line, ""));
            let is_known = !is_shallow || !before.is_empty();
            day = written.parse().ok().filter(|_| is_known);
            file = first;
        }
        if let (Some(day), false) = (day, file.is_empty()) {
            changes.push((SourcePath::new(file), day));
        }
    }
    changes.into_iter().collect()
}

/// What git prints, or why it does not.
fn git(root: &Path, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(arguments);
    for name in INHERITED {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
    // What a partial clone has left out is not fetched: by programs that the repository's settings name, among others.
    command.env("GIT_NO_LAZY_FETCH", "1");
    command.env("GIT_ALLOW_PROTOCOL", "none");
    let ran = command.stdin(Stdio::null()).output();
    let ran = ran.map_err(|error| error.to_string())?;
    if ran.status.success() {
        return Ok(ran.stdout);
    }
    let said = String::from_utf8_lossy(&ran.stderr);
    let line = said.lines().next().unwrap_or_default();
    Err(line.trim_start_matches("fatal: ").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_change_of_a_file_counts() {
        let log = "\u{2}2026-03-02\u{2}b c\ncontent/a.md\0content/ملف ب.md\0\0\u{2}2026-02-01\u{2}c\0\u{2}2026-01-01\u{2}\ncontent/a.md\0content/c.md\0";
        for (is_shallow, expected) in [
            (
                false,
                [
                    Some("2026-03-02"),
                    Some("2026-03-02"),
                    Some("2026-01-01"),
                    None,
                ],
            ),
            (true, [Some("2026-03-02"), Some("2026-03-02"), None, None]),
        ] {
            let history = read(log, is_shallow);
            let files = [
                "content/a.md",
                "content/ملف ب.md",
                "content/c.md",
                "content/d.md",
            ];
            let days = files.map(|file| Some(history.day(&SourcePath::new(file))?.to_string()));
            assert_eq!(
                days.map(Option::from),
                expected.map(|day| day.map(str::to_owned))
            );
        }
        assert_eq!(read("", false), History::default());
    }

    #[test]
    fn only_a_site_that_asks_for_it_is_looked_up() {
        let asks = |text: &str| asked(&Source::new(SourcePath::new("site.toml"), text.into()));
        assert_eq!(asks("[content]\nupdated = \"git\"\n"), Some(20..25));
        for text in [
            "",
            "[content]\nupdated = \"hg\" # git",
            "[site]\nupdated = \"git\"",
            "content = \"git\"",
            "[content",
        ] {
            assert_eq!(asks(text), None, "{text}");
        }
    }
}
