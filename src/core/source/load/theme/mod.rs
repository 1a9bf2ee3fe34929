//! The themes that the program carries, and a site over the one that its site.toml names: its own files first, then the
//! theme's. From then on nothing tells the two apart.

pub mod motif;
pub mod palette;

use std::sync::LazyLock;

use toml::de::DeTable;

use self::palette::Chosen;
use super::folders::CONFIG;
use crate::path::SourcePath;
use crate::source::parse_toml;
use crate::source::snapshot::{Snapshot, Source};

/// The name of the one theme there is.
pub const DOSSIER: &str = "dossier";

/// A file of a theme: its path in a site, and its bytes.
pub type File = (&'static str, &'static [u8]);

/// What `templates/` of this repository holds.
const FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));

/// The same, made once: a file that did not change is the same in memory.
static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let files = FILES.iter();
    let files = files.map(|(path, bytes)| Source::new(SourcePath::new(path), bytes.to_vec()));
    files.collect()
});

/// The names of all themes.
#[must_use]
pub fn names() -> [&'static str; 1] {
    [DOSSIER]
}

/// The files of a theme, in the order of their paths.
#[must_use]
pub fn files(name: &str) -> Option<&'static [File]> {
    (name == DOSSIER).then_some(FILES)
}

/// The style sheet that holds the colours which a site chooses.
const COLOURS: &str = "templates/assets/css/_colours.css";

/// A site with the files of its theme that it has none of its own for.
pub fn complete(mut snapshot: Snapshot) -> Snapshot {
    let site = snapshot.get(&SourcePath::new(CONFIG));
    // A name that is none is reported where site.toml is read. Without the files, each of them would be missed besides.
    let Some(Choice {
        colours: [light, dark],
        motif,
    }) = site.and_then(chosen)
    else {
        return snapshot;
    };
    if let Some(css) = palette::css(light, dark) {
        let path = SourcePath::new(COLOURS);
        if snapshot.get(&path).is_none() {
            snapshot.insert(Source::new(path, css.into_bytes()));
        }
    }
    for source in SOURCES.iter() {
        if snapshot.get(source.path()).is_some() {
            continue;
        }
        let motif = motif.as_deref();
        let motif = motif.filter(|_| motif::FILES.contains(&source.path().as_str()));
        snapshot.insert(match motif {
            Some(motif) => {
                let text = motif::drawn(source.text(), motif).into_owned();
                Source::new(source.path().clone(), text.into_bytes())
            }
            None => source.clone(),
        });
    }
    snapshot
}

/// What a site.toml chooses of a theme.
struct Choice {
    /// For the light and the dark.
    colours: [Chosen; 2],
    motif: Option<String>,
}

/// What a site.toml chooses, if it names a theme. What is wrong with that is reported where site.toml is read, and left out here.
fn chosen(site: &Source) -> Option<Choice> {
    if !site.text().contains("theme") {
        return None;
    }
    let toml = parse_toml(site.path(), site.text(), 0).table;
    let theme = toml.get_ref().get("theme")?.get_ref().as_table()?;
    theme.get("name")?;
    let of = |table: Option<&DeTable<'_>>| {
        let colour = |key| palette::parse(table?.get(key)?.get_ref().as_str()?);
        Chosen {
            accent: colour("accent"),
            paper: colour("paper"),
        }
    };
    let dark = theme.get("dark").and_then(|dark| dark.get_ref().as_table());
    let motif = theme
        .get("motif")
        .and_then(|motif| motif.get_ref().as_str());
    let motif = motif.filter(|motif| motif::check(motif).is_ok());
    Some(Choice {
        colours: [of(Some(theme)), of(dark)],
        motif: motif.map(str::to_owned),
    })
}
