//! The fonts that `[fonts]` names become [`Fonts`]: faces to set text with, by family and weight.

mod face;
mod licence;

use std::sync::Arc;

pub use face::{Face, Glyph, LineMetrics, Pen};

use crate::config::{self, FontFace, FontFamily};
use crate::content::{Snapshot, Source, load};
use crate::diagnostic::{Checked, Diagnostic};
use crate::schema::{Spanned, nearest};

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
}

impl Fonts {
    /// Reads every face that site.toml names.
    #[must_use]
    pub fn read(config: &config::Fonts, snapshot: &Snapshot) -> Checked<Self> {
        let mut diagnostics = Vec::new();
        let mut faces = Vec::new();
        for family in &config.families {
            let licence = find(&family.licence, snapshot, &mut diagnostics);
            for declared in &family.faces {
                let Some(source) = find(&declared.file, snapshot, &mut diagnostics) else {
                    continue;
                };
                match Face::new(source.bytes().to_vec()) {
                    Ok(face) => {
                        diagnostics.extend(licence::problem(family, &face, licence));
                        faces.push(SiteFace {
                            family: family.clone(),
                            declared: declared.clone(),
                            source: source.clone(),
                            face: Arc::new(face),
                        });
                    }
                    Err(reason) => diagnostics.push(unusable(&declared.file, &reason)),
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
        let hint = nearest(&name.value, names).map_or_else(
            || format!("put it into {}", load::ASSETS),
            |near| format!("did you mean {near}?"),
        );
        let message = format!("there is no file `{path}`");
        let problem = Diagnostic::error("E404", message).at(name.span.clone());
        diagnostics.push(problem.hint(hint));
    }
    source
}

fn unusable(file: &Spanned<String>, reason: &str) -> Diagnostic {
    let hint = "take a static TrueType or OpenType file of the font, one for each weight";
    Diagnostic::error("E420", format!("`{}` cannot be used: {reason}", file.value))
        .at(file.span.clone())
        .hint(hint)
}
