//! One drawing becomes the icons of a site: for tabs, home screens and the list of applications.

use resvg::tiny_skia::{Color, Pixmap, PixmapPaint, Transform};

use super::problem::Place;
use super::{drawing, png, raster};
use crate::config::{Colour, Config};
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::digest::{Digest, StableHash, StableHasher};
use crate::locale::text;
use crate::output::Bytes;
use crate::path::SourcePath;
use crate::schema::did_you_mean;
use crate::source::{Snapshot, Source, load};

/// The drawing that a site's icons are made of.
#[derive(Debug, Clone)]
pub struct Icons {
    source: Source,
    background: Colour,
    theme: Colour,
}

/// One of the files that are made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// For what asks for no other: three sizes in one file.
    Favicon,
    /// A PNG of this many pixels a side.
    Png(u32),
    /// For the home screen of an iPhone, which shows transparency as black.
    Touch,
    /// For Android, which crops icons to the shape of the device's theme.
    Maskable,
    /// The names and places of the others (W3C, Web Application Manifest).
    Manifest,
}

/// The sizes in favicon.ico: tabs, tabs of dense screens, desktop links.
const FAVICON: [u32; 3] = [16, 32, 48];
/// What Apple asks for (Human Interface Guidelines, "App icons": 60 points at three pixels each).
const TOUCH: u32 = 180;
/// What Chromium asks for before it lets a site be installed.
const LARGE: u32 = 512;

/// How much of the side the drawing takes on a touch icon, whose corners are cut round.
const TOUCH_SHARE: f32 = 0.8;
/// A shape may cut off whatever lies outside a circle of 0.4 of the side (Web Application Manifest, "safe zone"): the corners of
/// a square inside it are 0.4 from the middle, its side is 0.8 / √2.
const MASKABLE_SHARE: f32 = 0.8 * std::f32::consts::FRAC_1_SQRT_2;

impl Icon {
    /// All of them, with the paths at which they are published. Browsers ask for the first one unasked.
    pub const ALL: [(&'static str, Self); 6] = [
        ("favicon.ico", Self::Favicon),
        ("apple-touch-icon.png", Self::Touch),
        ("icon-192.png", Self::Png(192)),
        ("icon-512.png", Self::Png(LARGE)),
        ("icon-maskable-512.png", Self::Maskable),
        ("site.webmanifest", Self::Manifest),
    ];
}

impl StableHash for Icon {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        match self {
            Self::Favicon => hasher.text("favicon"),
            Self::Png(side) => hasher.write(side),
            Self::Touch => hasher.text("touch"),
            Self::Maskable => hasher.text("maskable"),
            Self::Manifest => hasher.text("manifest"),
        }
    }
}

impl Icons {
    /// Looks the drawing up. None where site.toml names none, or it cannot be used.
    #[must_use]
    pub fn read(config: &Config, snapshot: &Snapshot) -> Checked<Option<Self>> {
        let Some(wanted) = &config.icons else {
            return Checked::new(None, Vec::new());
        };
        let name = &wanted.source;
        let path = SourcePath::new(&format!("{}/{}", load::ASSETS, name.value));
        let Some(source) = snapshot.get(&path) else {
            let names = snapshot.below(load::ASSETS);
            let names = names.filter_map(|source| source.path().below(load::ASSETS));
            let hint = did_you_mean(&name.value, names)
                .unwrap_or_else(|| text!("file-none-hint", folder = load::ASSETS));
            let problem = Diagnostic::error("E404", text!("file-none", path = path.as_str()));
            return Checked::new(None, vec![problem.at(name.span.clone()).hint(hint)]);
        };
        if let Some(problem) = drawing::problem_without_text(source.text()) {
            let place = match problem.place {
                Place::Markup(at) => Span::new(&path, at..at),
                Place::Words(_) => Span::from(&path),
            };
            let problem = Diagnostic::error(
                problem.code,
                text!(
                    "drawing-not-drawn",
                    path = path.as_str(),
                    reason = problem.message
                ),
            )
            .at(place)
            .note(text!("icons-made-of-it"))
            .hint(problem.hint);
            return Checked::new(None, vec![problem]);
        }
        let icons = Self {
            source: source.clone(),
            background: wanted.background,
            theme: wanted.theme,
        };
        Checked::new(Some(icons), Vec::new())
    }

    /// One of the files. The pictures are drawn when they are first looked at.
    #[must_use]
    pub fn file(&self, icon: Icon, config: &Config) -> Bytes {
        if icon == Icon::Manifest {
            return self.manifest(config).into();
        }
        let background = self.background.to_string();
        let made_of = Digest::of_value(&("icon", icon, background, self.source.text()));
        let icons = self.clone();
        Bytes::lazy(made_of, move || icons.draw(icon))
    }

    fn draw(&self, icon: Icon) -> Vec<u8> {
        let packed = |picture| png::encode(picture, usize::MAX);
        match icon {
            Icon::Favicon => ico(FAVICON.map(|side| (side, packed(self.square(side, 1.0))))),
            Icon::Png(side) => packed(self.square(side, 1.0)),
            Icon::Touch => packed(self.on_background(TOUCH, TOUCH_SHARE)),
            Icon::Maskable => packed(self.on_background(LARGE, MASKABLE_SHARE)),
            Icon::Manifest => Vec::new(),
        }
    }

    /// The drawing in the middle of a square, taking `share` of its side.
    fn square(&self, side: u32, share: f32) -> Pixmap {
        let svg = self.source.text();
        let (width, height) = raster::size(svg).unwrap_or((1.0, 1.0));
        let whole = u16::try_from(side).map_or(f32::MAX, f32::from);
        let scale = whole * share / width.max(height);
        let (x, y) = (
            (whole - width * scale) / 2.0,
            (whole - height * scale) / 2.0,
        );
        raster::render(
            svg,
            (side, side),
            Transform::from_row(scale, 0.0, 0.0, scale, x, y),
        )
    }

    fn on_background(&self, side: u32, share: f32) -> Pixmap {
        let drawing = self.square(side, share);
        let mut picture = drawing.clone();
        let [red, green, blue] = self.background.0;
        picture.fill(Color::from_rgba8(red, green, blue, u8::MAX));
        let paint = PixmapPaint::default();
        picture.draw_pixmap(0, 0, drawing.as_ref(), &paint, Transform::identity(), None);
        picture
    }

    fn manifest(&self, config: &Config) -> String {
        let icon = |path: &str, side: u32, purpose: &str| {
            serde_json::json!({
                "src": path,
                "sizes": format!("{side}x{side}"),
                "type": "image/png",
                "purpose": purpose,
            })
        };
        let icons = Icon::ALL.iter().filter_map(|(path, kind)| match kind {
            Icon::Png(side) => Some(icon(path, *side, "any")),
            Icon::Maskable => Some(icon(path, LARGE, "maskable")),
            _ => None,
        });
        let icons: Vec<_> = icons.collect();
        // Addresses in it are relative to it, so they hold below any folder.
        let manifest = serde_json::json!({
            "name": config.title,
            "description": config.description,
            "lang": config.language.tag(),
            "dir": config.language.direction().name(),
            "start_url": "./",
            "display": "browser",
            "background_color": self.background.to_string(),
            "theme_color": self.theme.to_string(),
            "icons": icons,
        });
        format!("{manifest:#}\n")
    }
}

/// Several PNGs as one icon (Microsoft, "The format of icon resources"; PNG inside since Windows Vista).
fn ico<const N: usize>(pictures: [(u32, Vec<u8>); N]) -> Vec<u8> {
    const HEAD: usize = 6;
    const ENTRY: usize = 16;
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX).to_le_bytes();
    let count = number(N);
    let mut file = vec![0, 0, 1, 0, count[0], count[1]];
    let mut start = HEAD + N * ENTRY;
    for (side, png) in &pictures {
        let side = side.to_le_bytes()[0];
        // Width, height, no palette, reserved, one plane, 32 bits a pixel.
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(number(png.len()));
        file.extend(number(start));
        start += png.len();
    }
    file.extend(pictures.into_iter().flat_map(|(_, png)| png));
    file
}

#[cfg(test)]
mod tests {
    use super::ico;

    #[test]
    fn each_picture_stands_where_the_head_says() {
        let file = ico([(16, vec![1; 5]), (32, vec![2; 7])]);
        assert_eq!(file[..6], [0, 0, 1, 0, 2, 0]);
        for (entry, side, length, fill) in [(6, 16, 5, 1), (22, 32, 7, 2)] {
            assert_eq!(file[entry..entry + 2], [side, side]);
            let number =
                |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
            let (size, start) = (number(entry + 8), number(entry + 12));
            assert_eq!(size, length);
            assert_eq!(file[start..start + size], vec![fill; length]);
        }
    }
}
