//! The fonts that `[fonts]` names become [`Fonts`], faces to set text with, and those with the characters of the site
//! [`Webfonts`], which are published. Pure functions of bytes.
//!
//! A page names its style sheet, the sheet names its fonts, and a font's name depends on the
//! characters it holds: asking pages for characters would be circular. `characters` therefore
//! collects those of all sources, which is a superset. `webfont` cuts each face to them (`subset`)
//! and remembers which glyph became which; WOFF2 is packed lazily, under a name that is the digest
//! of the cut font. `check::lettering` sets every distinct word of the pages in the whole face and
//! in the cut one, and compares.

mod characters;
mod damaged;
mod face;
mod licence;
mod rename;
mod sheet;
mod subset;
mod webfont;

use std::collections::BTreeSet;
use std::sync::Arc;

pub(crate) use characters::{Characters, base};
pub use face::{Face, Glyph, LineMetrics, Pen};
pub(crate) use sheet::NAME as SHEET;
pub use webfont::{Webfont, Webfonts};

use crate::config::{self, FontFace, FontFamily};
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::{Text, text};
use crate::schema::{Spanned, did_you_mean};
use crate::source::{Snapshot, Source, load};

/// The faces of a site, in the order of site.toml. Faces that cannot be read are left out and reported.
#[derive(Debug, Default)]
pub struct Fonts {
    /// The faces.
    pub faces: Vec<SiteFace>,
}

/// One face as the site has it.
#[derive(Debug, Clone)]
pub struct SiteFace {
    /// The family that it is of.
    pub family: Arc<FontFamily>,
    /// What site.toml says of it.
    pub declared: FontFace,
    /// The file.
    pub source: Source,
    /// The font.
    pub face: Arc<Face>,
    /// Whether its licence reserves a name, so that no part of it may bear its own.
    pub is_reserved: bool,
    /// How many faces before it are of the same family, weight and style.
    pub alike_before: usize,
}

impl Fonts {
    /// Reads every face that site.toml names.
    #[must_use]
    pub fn read(config: &config::Fonts, snapshot: &Snapshot) -> Checked<Self> {
        let mut diagnostics = Vec::new();
        let mut faces: Vec<SiteFace> = Vec::new();
        for family in &config.families {
            let licence = find(&family.licence, snapshot, &mut diagnostics);
            for declared in &family.faces {
                let Some(source) = find(&declared.file, snapshot, &mut diagnostics) else {
                    continue;
                };
                match Face::new(source.bytes().to_vec()) {
                    Ok(face) => {
                        let reserved = licence::names(&face, licence);
                        diagnostics.extend(licence::problem(family, &reserved));
                        let mut face = SiteFace {
                            family: family.clone(),
                            declared: declared.clone(),
                            source: source.clone(),
                            face: Arc::new(face),
                            is_reserved: !reserved.is_empty(),
                            alike_before: 0,
                        };
                        let alike = faces.iter().filter(|before| before.is_alike(&face));
                        face.alike_before = alike.count();
                        faces.push(face);
                    }
                    Err(reason) => diagnostics.push(unusable(&declared.file, reason)),
                }
            }
        }
        Checked::new(Self { faces }, diagnostics)
    }

    /// The face of a family, by the name that style sheets use or by its role, whose weight is the closest.
    #[must_use]
    pub fn face(&self, family: &str, weight: u16) -> Option<&SiteFace> {
        let is_asked =
            |face: &&SiteFace| face.family.name.value == family || face.family.role.value == family;
        let faces = self.faces.iter().filter(is_asked);
        faces.min_by_key(|face| face.declared.weight.abs_diff(weight))
    }
}

/// The file below the assets that site.toml names.
fn find<'a>(
    name: &Spanned<String>,
    snapshot: &'a Snapshot,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a Source> {
    let path = FontFace::path(name);
    let source = snapshot.get(&path);
    if source.is_none() {
        let names = snapshot.below(load::ASSETS);
        let names = names.filter_map(|source| source.path().below(load::ASSETS));
        let hint = did_you_mean(&name.value, names)
            .unwrap_or_else(|| text!("file-none-hint", folder = load::ASSETS));
        let message = text!("file-none", path = path.as_str());
        let problem = Diagnostic::error("E404", message).at(name.span.clone());
        diagnostics.push(problem.hint(hint));
    }
    source
}

fn unusable(file: &Spanned<String>, reason: Text) -> Diagnostic {
    let message = text!("font-unusable", file = &file.value, reason);
    Diagnostic::error("E420", message)
        .at(file.span.clone())
        .hint(text!("font-unusable-hint"))
}

impl Fonts {
    /// Of these characters those that a face of the site has, controls left out.
    pub(crate) fn covered(&self, mut characters: BTreeSet<char>) -> BTreeSet<char> {
        let is_covered = |c: &char| !c.is_control() && self.faces.iter().any(|face| face.has(*c));
        characters.retain(is_covered);
        characters
    }
}
