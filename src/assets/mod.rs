//! The files of `templates/assets/` become published files: style sheets bundled and minified, names
//! fingerprinted so that they can be cached for ever. Pure functions of bytes.

mod css;
mod published;

pub use published::{Asset, Assets, is_fingerprinted};

use crate::diagnostic::Checked;
use crate::fonts::Webfonts;
use crate::source::{Snapshot, Source, load};

/// Prepares every asset. Files whose name begins with `_` are parts of others and not published, and of fonts only the
/// part that the site needs is.
#[must_use]
pub fn prepare(snapshot: &Snapshot, webfonts: &Webfonts) -> Checked<Assets> {
    let mut assets = Assets::default();
    let mut diagnostics = Vec::new();
    let published = |source: &&Source| {
        let name = source
            .path()
            .as_str()
            .rsplit('/')
            .next()
            .unwrap_or_default();
        let mut fonts = webfonts.fonts.iter();
        !name.starts_with('_') && !fonts.any(|font| font.face.source.path() == source.path())
    };
    let (sheets, others): (Vec<_>, Vec<_>) = snapshot
        .below(load::ASSETS)
        .filter(published)
        .partition(|source| source.path().extension() == Some("css"));
    // Style sheets refer to other assets, so those are named first.
    for source in others {
        let name = source.path().below(load::ASSETS).unwrap_or_default();
        assets.add(
            name,
            source,
            source.bytes().to_vec().into(),
            &mut diagnostics,
        );
    }
    for font in &webfonts.fonts {
        assets.add(
            &font.name,
            &font.face.source,
            font.bytes.clone(),
            &mut diagnostics,
        );
        if font.face.declared.preload {
            assets.preloaded.push(font.name.clone());
        }
    }
    for source in sheets {
        let name = source.path().below(load::ASSETS).unwrap_or_default();
        let files = css::Files::new(snapshot, webfonts);
        let css = css::bundle(source, &files, &assets).collect(&mut diagnostics);
        assets.add(name, source, css.into(), &mut diagnostics);
    }
    Checked::new(assets, diagnostics)
}
