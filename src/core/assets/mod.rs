//! The files of `templates/assets/` become published files: style sheets bundled and minified, imports of scripts rewritten,
//! names fingerprinted so that they can be cached for ever. Pure functions of bytes.

mod css;
mod imports;
mod modules;
mod published;

pub use modules::has_import_map;
pub use published::{Asset, Assets, Preloaded, is_fingerprinted};

use modules::Modules;

use crate::diagnostic::{Checked, Diagnostic};
use crate::fonts::Webfonts;
use crate::locale::text;
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
    let (scripts, others): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|source| modules::is_script(source));
    // Style sheets and scripts refer to other assets, so those are named first.
    for source in others {
        diagnostics.extend(unreadable_to_browsers(source));
        let name = source.path().below(load::ASSETS).unwrap_or_default();
        assets.add(name, source, source.into(), &mut diagnostics);
    }
    for font in &webfonts.fonts {
        assets.add(
            &font.name,
            &font.face.source,
            font.bytes.clone(),
            &mut diagnostics,
        );
        if font.face.declared.preload {
            let (name, face) = (font.name.clone(), font.face.clone());
            assets.preloaded.push(Preloaded { name, face });
        }
    }
    let files = css::Files::new(snapshot, webfonts);
    diagnostics.extend(files.faults());
    for source in sheets {
        let name = source.path().below(load::ASSETS).unwrap_or_default();
        let css = css::bundle(source, &files, &assets).collect(&mut diagnostics);
        assets.add(name, source, css.into(), &mut diagnostics);
    }
    let modules = Modules::read(snapshot, &scripts);
    for source in &scripts {
        let name = source.path().below(load::ASSETS).unwrap_or_default();
        let digest = modules.fingerprint(name, &assets);
        let bytes = (*source).into();
        assets.add_named(name, source, bytes, digest, &mut diagnostics);
    }
    for source in scripts {
        let name = source.path().below(load::ASSETS).unwrap_or_default();
        let rewritten = modules.rewritten(name, &assets, &mut diagnostics);
        if let (Some(text), Some(asset)) = (rewritten, assets.files.get_mut(name)) {
            asset.bytes = text.into_bytes().into();
        }
    }
    Checked::new(assets, diagnostics)
}

/// Extensions of languages that are translated before a browser reads them, and the language that they become.
const TRANSLATED: [(&str, &str); 11] = [
    ("scss", "CSS"),
    ("sass", "CSS"),
    ("less", "CSS"),
    ("styl", "CSS"),
    ("ts", "JavaScript"),
    ("mts", "JavaScript"),
    ("tsx", "JavaScript"),
    ("jsx", "JavaScript"),
    ("coffee", "JavaScript"),
    ("vue", "JavaScript"),
    ("svelte", "JavaScript"),
];

/// A warning about a file that is published as it is, though no browser can read it.
fn unreadable_to_browsers(source: &Source) -> Option<Diagnostic> {
    let path = source.path();
    let is_named = |(extension, _): &&(&str, &str)| path.has_extension(extension);
    let (extension, language) = TRANSLATED.iter().find(is_named)?;
    // `.ts` is also a kind of video.
    let is_text = source.on_disk().is_none()
        && std::str::from_utf8(source.bytes()).is_ok_and(|text| !text.contains('\0'));
    is_text.then(|| {
        let message = text!("asset-unread", extension = format!(".{extension}"));
        Diagnostic::warning("W414", message)
            .at(path)
            .hint(text!("asset-unread-hint", language = *language))
    })
}
