//! The colours of a theme that a site chooses, as a style sheet: the accent and the paper, in the light and in the dark, and
//! what follows from them. And what contrast there is between two (WCAG 2).

use std::fmt::Write as _;

/// Red, green and blue.
pub type Rgb = [u8; 3];

/// What text needs on its background (WCAG 2, AA).
pub const TEXT: f64 = 4.5;

/// The colours that a site chooses for one scheme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Of links, tiles and bars.
    pub accent: Option<Rgb>,
    /// The background of pages.
    pub paper: Option<Rgb>,
}

/// What the theme has where a site chooses nothing: `_tokens.css`, which a test compares.
#[derive(Debug)]
pub struct Scheme {
    /// The theme's own accent and paper.
    pub accent: Rgb,
    #[expect(missing_docs, reason = "said above")]
    pub paper: Rgb,
    /// The colours that texts have besides, by their names in the style sheet.
    pub inks: [(&'static str, Rgb); 4],
    /// Black or white: what the accent is mixed with to be seen better.
    away: Rgb,
}

/// Where it is light.
pub const LIGHT: Scheme = Scheme {
    accent: [0x0b, 0x5a, 0x3c],
    paper: [0xfa, 0xf6, 0xee],
    inks: [
        ("ink", [0x21, 0x1c, 0x16]),
        ("ink-2", [0x5c, 0x52, 0x45]),
        ("red", [0x9e, 0x1f, 0x2a]),
        ("visited", [0x54, 0x40, 0x6f]),
    ],
    away: [0, 0, 0],
};

/// Where it is dark.
pub const DARK: Scheme = Scheme {
    accent: [0x7f, 0xcb, 0xa4],
    paper: [0x16, 0x14, 0x0f],
    inks: [
        ("ink", [0xf0, 0xe9, 0xdb]),
        ("ink-2", [0xbb, 0xb0, 0x9d]),
        ("red", [0xf2, 0x9a, 0x90]),
        ("visited", [0xc3, 0xb5, 0xe6]),
    ],
    away: [255, 255, 255],
};

/// The contrast of two colours, from 1 to 21.
#[must_use]
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A colour with some hundredths of another in it.
fn mixed(colour: Rgb, other: Rgb, hundredths: u16) -> Rgb {
    let mut mixed = colour;
    for (channel, other) in mixed.iter_mut().zip(other) {
        let sum = u16::from(*channel) * (100 - hundredths) + u16::from(other) * hundredths;
        *channel = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
    }
    mixed
}

/// The first mixture of a colour with another that will do.
fn nearest(colour: Rgb, other: Rgb, will_do: impl Fn(Rgb) -> bool) -> Rgb {
    let mut mixtures = (0..=100).map(|part| mixed(colour, other, part));
    mixtures.find(|one| will_do(*one)).unwrap_or(other)
}

impl Scheme {
    /// The accent nearest to this one that can be read on a paper, on the sand of its chips as well.
    #[must_use]
    pub fn legible_accent(&self, accent: Rgb, paper: Rgb) -> Rgb {
        let sand = self.sand(paper);
        nearest(accent, self.away, |one| {
            contrast(one, paper) >= TEXT && contrast(one, sand) >= TEXT
        })
    }

    /// The paper nearest to this one on which all inks of the theme can be read.
    #[must_use]
    pub fn legible_paper(&self, paper: Rgb) -> Rgb {
        let bright = self.away.map(|channel| u8::MAX - channel);
        nearest(paper, bright, |one| self.worst_ink(one).1 >= TEXT)
    }

    /// The ink of the least contrast on a paper or its sand, and the contrast.
    #[must_use]
    pub fn worst_ink(&self, paper: Rgb) -> (&'static str, f64) {
        let sand = self.sand(paper);
        let of_inks = self.inks.iter();
        let of_inks =
            of_inks.map(|(name, ink)| (*name, contrast(*ink, paper).min(contrast(*ink, sand))));
        of_inks
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap_or(("", 0.0))
    }

    /// The contrast of an accent on a paper and its sand, whichever is less.
    #[must_use]
    pub fn of_accent(&self, accent: Rgb, paper: Rgb) -> f64 {
        contrast(accent, paper).min(contrast(accent, self.sand(paper)))
    }

    /// The background of the foot and of chips.
    fn sand(&self, paper: Rgb) -> Rgb {
        mixed(paper, self.inks[0].1, 7)
    }

    fn rules(&self, chosen: Chosen, mast: Option<Rgb>) -> String {
        let mut rules = String::new();
        let mut rule = |name: &str, [red, green, blue]: Rgb| {
            _ = write!(rules, "--{name}:#{red:02x}{green:02x}{blue:02x};");
        };
        if let Some(paper) = chosen.paper {
            rule("paper", paper);
            rule(
                "surface",
                mixed(paper, [255; 3], if self.away == [0; 3] { 60 } else { 4 }),
            );
            rule("sand", self.sand(paper));
            rule("rule", mixed(paper, self.inks[0].1, 16));
        }
        if let Some(accent) = chosen.accent {
            rule("green", accent);
            rule("green-strong", mixed(accent, self.away, 35));
        }
        if let Some(mast) = mast {
            rule("mast", mast);
        }
        rules
    }
}

/// The style sheet of the colours that a site chooses; none where it chooses none.
#[must_use]
pub fn css(light: Chosen, dark: Chosen) -> Option<String> {
    if (light, dark) == (Chosen::default(), Chosen::default()) {
        return None;
    }
    let paper = dark.paper.unwrap_or(DARK.paper);
    let dark_accent = dark.accent.or(light
        .accent
        .map(|accent| DARK.legible_accent(accent, paper)));
    let dark = Chosen {
        accent: dark_accent,
        ..dark
    };
    let mast_ink = LIGHT.paper;
    let mast = |ground: Rgb, least: f64| {
        nearest(ground, [0; 3], move |one| contrast(one, mast_ink) >= least)
    };
    let light_mast = light
        .accent
        .map(|accent| mast(mixed(accent, [0; 3], 30), 7.0));
    let dark_mast = light
        .accent
        .map(|accent| mast(mixed(accent, [0; 3], 60), 11.0));
    Some(format!(
        ":root{{{}}}\n@media (prefers-color-scheme:dark){{:root{{{}}}}}\n",
        LIGHT.rules(light, light_mast),
        DARK.rules(dark, dark_mast)
    ))
}

/// `#faf6ee`.
#[must_use]
pub fn parse(written: &str) -> Option<Rgb> {
    let digits = written
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)?;
    let channel = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        // 7.7 and 9.6, as the art direction has them.
        assert!((contrast(LIGHT.accent, LIGHT.paper) - 7.7).abs() < 0.05);
        assert!((contrast(DARK.accent, DARK.paper) - 9.6).abs() < 0.05);
    }

    #[test]
    fn what_is_offered_can_be_read_and_is_no_further_away_than_needed() {
        for step in 0..=255_u8 {
            let colour = [step, 255 - step, step / 2];
            for scheme in [&LIGHT, &DARK] {
                let accent = scheme.legible_accent(colour, scheme.paper);
                assert!(scheme.of_accent(accent, scheme.paper) >= TEXT, "{accent:?}");
                if scheme.of_accent(colour, scheme.paper) >= TEXT {
                    assert_eq!(accent, colour);
                }
                let paper = scheme.legible_paper(colour);
                assert!(scheme.worst_ink(paper).1 >= TEXT, "{paper:?}");
            }
        }
    }

    #[test]
    fn the_masthead_and_the_dark_follow_from_the_accent() {
        let red = parse("#8a1c3c");
        let chosen = Chosen {
            accent: red,
            paper: None,
        };
        let css = css(chosen, Chosen::default()).unwrap();
        assert!(css.starts_with(":root{--green:#8a1c3c;"), "{css}");
        assert_eq!(css.matches("--mast:").count(), 2);
        for sheet in css.split("--green:").skip(1) {
            assert!(parse(&sheet[..7]).is_some(), "{css}");
        }
        assert_eq!(super::css(Chosen::default(), Chosen::default()), None);
    }

    #[test]
    fn the_theme_has_these_colours_where_nothing_is_chosen() {
        let sheet = include_str!("../../../../../templates/assets/css/_tokens.css");
        let (light, dark) = sheet.split_once("@media").unwrap();
        for (scheme, sheet) in [(LIGHT, light), (DARK, dark)] {
            let own = [("green", scheme.accent), ("paper", scheme.paper)];
            for (name, [red, green, blue]) in scheme.inks.into_iter().chain(own) {
                let rule = format!("--{name}: #{red:02x}{green:02x}{blue:02x}");
                assert!(sheet.contains(&rule), "{rule}");
            }
        }
    }
}
