//! The fonts, language and direction in which the texts of drawings are set.

use std::sync::Arc;

use crate::arabic::{Direction, Language};
use crate::config::{FontFace, FontStyle};
use crate::digest::{Digest, StableHasher};
use crate::fonts::{Fonts, SiteFace};

/// The faces of a site and the language of its texts.
#[derive(Debug)]
pub struct Typesetter {
    fonts: Arc<Fonts>,
    pub(super) language: String,
    pub(super) direction: Direction,
    digest: Digest,
}

impl Typesetter {
    /// The typesetter of a site in this language with these fonts.
    #[must_use]
    pub fn new(fonts: Arc<Fonts>, language: &Language) -> Self {
        let mut made_of = StableHasher::default();
        made_of.text(language.tag());
        made_of.list(fonts.faces.len());
        for SiteFace {
            family,
            declared,
            source,
            ..
        } in &fonts.faces
        {
            let FontFace {
                weight,
                style,
                characters,
                ..
            } = declared;
            made_of.write(&(&family.name.value, &family.role.value));
            made_of.write(&(weight, style.name(), characters));
            made_of.part(Digest::of(source.bytes()));
        }
        Self {
            fonts,
            language: language.tag().to_owned(),
            direction: language.direction(),
            digest: made_of.digest(),
        }
    }

    /// The same for texts in another language.
    #[must_use]
    pub fn in_language(self: &Arc<Self>, language: &Language) -> Arc<Self> {
        if self.language == language.tag() {
            return self.clone();
        }
        Arc::new(Self {
            fonts: self.fonts.clone(),
            language: language.tag().to_owned(),
            direction: language.direction(),
            digest: Digest::of_value(&(self.digest, language.tag())),
        })
    }

    /// Of all that it is made of.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The families there are, by the names that style sheets use.
    pub(super) fn families(&self) -> Vec<&str> {
        let names = self.fonts.faces.iter().map(|face| &*face.family.name.value);
        let mut names: Vec<&str> = names.collect();
        names.dedup();
        names
    }

    /// The faces of a family, by its name or its role, those with the closest weight first.
    pub(super) fn family(&self, name: &str, weight: u16) -> Vec<&SiteFace> {
        let is_asked =
            |face: &&SiteFace| face.family.name.value == name || face.family.role.value == name;
        let mut faces: Vec<_> = self.fonts.faces.iter().filter(is_asked).collect();
        faces.sort_by_key(|face| {
            let is_slanted = face.declared.style != FontStyle::Normal;
            (is_slanted, face.declared.weight.abs_diff(weight))
        });
        faces
    }
}

/// Whether a face is for this character and has it.
pub(super) fn has(face: &SiteFace, character: char) -> bool {
    face.declared.is_for(character) && face.face.covers(character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::path::SourcePath;
    use crate::pictures::card;
    use crate::source::{Snapshot, Source};

    impl Typesetter {
        /// Arabic in the text face of the repository's own site, which is one face for Arabic letters and another for
        /// what stands between them.
        pub(in crate::pictures) fn naskh() -> Self {
            let toml = r#"
                [site]
                title = "a"
                base_url = "https://a.example/"
                language = "ar-MA"
                [fonts.families.text]
                family = "Naskh"
                licence = "fonts/OFL.txt"
                faces = [
                    { file = "fonts/naskh.ttf", characters = "arabic" },
                    { file = "fonts/naskh.ttf", characters = "latin" },
                ]
            "#;
            let naskh =
                include_bytes!("../../../templates/assets/fonts/NotoNaskhArabic-Regular.ttf");
            let file =
                |path: &str, bytes: &[u8]| Source::new(SourcePath::new(path), bytes.to_vec());
            let assets = [
                file("templates/assets/fonts/naskh.ttf", naskh),
                file("templates/assets/fonts/OFL.txt", b""),
            ];
            let config = Config::parse(&file("site.toml", toml.as_bytes()), None);
            let config = config.value.unwrap();
            let fonts = Fonts::read(&config.fonts, &Snapshot::from_iter(assets));
            assert_eq!(fonts.diagnostics, []);
            Self::new(Arc::new(fonts.value), &config.language)
        }
    }

    #[test]
    fn a_text_starts_where_its_language_does() {
        let arabic = Arc::new(Typesetter::naskh());
        let french = arabic.in_language(&Language::new("fr").unwrap());
        let svg = |direction: &str| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\" font-family=\"Naskh\">\
                 <text x=\"600\" y=\"300\" font-size=\"80\"{direction}>1 (2) 3!</text></svg>"
            )
        };
        let draw = |svg: &str, typesetter: &Arc<Typesetter>| {
            assert!(card::judge(svg, typesetter).is_empty());
            card::draw(svg, typesetter)
        };
        let (rtl, ltr) = (svg(" direction=\"rtl\""), svg(" direction=\"ltr\""));
        assert_eq!(draw(&svg(""), &french), draw(&ltr, &arabic));
        assert_eq!(draw(&svg(""), &arabic), draw(&rtl, &french));
        assert_ne!(draw(&rtl, &arabic), draw(&ltr, &arabic));
        assert_ne!(arabic.digest(), french.digest());
        assert_eq!(
            french.digest(),
            arabic.in_language(&Language::new("fr").unwrap()).digest()
        );
    }
}
