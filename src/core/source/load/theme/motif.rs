//! The motif of a theme that a site chooses: a path in a square of 100 by 100, which takes the place of the theme's star in
//! whatever draws it. Of paths, only what their grammar knows gets into a file, so that none can end an attribute.

use std::borrow::Cow;

/// The theme's own: an eight-pointed star. Its files have it letter for letter, which a test holds.
pub const STAR: &str = "M50 4L63.47 17.47H82.53V36.53L96 50L82.53 63.47V82.53H63.47L50 96L36.53 82.53H17.47V63.47L4 50L17.47 36.53V17.47H36.53Z";

/// The files of the theme that draw it.
pub const FILES: [&str; 4] = [
    "templates/assets/pictures/band.svg",
    "templates/assets/root/favicon.svg",
    "templates/card.svg",
    "templates/components/frame.html",
];

/// The longest path, in bytes: it stands in every page.
pub const LONGEST: usize = 1_000;

/// The side of the square.
pub const SIDE: f64 = 100.0;
/// How much of it a motif has to take in one direction to be seen at the size of a letter.
pub const LEAST: f64 = 50.0;

/// What a path has wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wrong {
    /// It is longer than [`LONGEST`].
    Long(usize),
    /// Here begins what is no path, or the path breaks off.
    Path(usize),
    /// This point is not in the square.
    Outside(f64, f64),
    /// It takes only so much of the square.
    Small(f64),
}

/// A text of the theme with the motif of a site.
#[must_use]
pub fn drawn<'a>(text: &'a str, motif: &str) -> Cow<'a, str> {
    if text.contains(STAR) {
        text.replace(STAR, motif).into()
    } else {
        text.into()
    }
}

/// Checks the data of a path.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn check(path: &str) -> Result<(), Wrong> {
    if path.len() > LONGEST {
        return Err(Wrong::Long(path.len()));
    }
    let mut reader = Reader { path, at: 0 };
    let mut extent = Extent::default();
    let mut pen = [0.0, 0.0];
    let mut start = pen;
    let mut command = None;
    while reader.skip() {
        let from = reader.at;
        match reader.command() {
            Some(letter) => command = Some(letter),
            // More numbers go on with the command before; behind a move they are lines.
            None => {
                command = match command {
                    Some('M') => Some('L'),
                    Some('m') => Some('l'),
                    other => other.filter(|letter| !letter.eq_ignore_ascii_case(&'z')),
                }
            }
        }
        let letter = command.filter(|letter| from > 0 || letter.eq_ignore_ascii_case(&'m'));
        let letter = letter.ok_or(Wrong::Path(from))?;
        let base = if letter.is_lowercase() { pen } else { [0.0; 2] };
        match letter.to_ascii_uppercase() {
            'Z' => pen = start,
            'H' => pen[0] = base[0] + reader.number()?,
            'V' => pen[1] = base[1] + reader.number()?,
            'A' => {
                let radii = [reader.number()?, reader.number()?];
                reader.number()?;
                // Of an arc that is more than half of it, its points do not tell how large it is.
                if reader.flag()? {
                    extent.arc = radii
                        .iter()
                        .fold(extent.arc, |most, one| most.max(one * 2.0));
                }
                reader.flag()?;
                pen = reader.point(base)?;
            }
            kind => {
                let points = match kind {
                    'C' => 3,
                    'S' | 'Q' => 2,
                    _ => 1,
                };
                for _ in 0..points {
                    pen = reader.point(base)?;
                    extent.add(pen)?;
                }
                if kind == 'M' {
                    start = pen;
                }
            }
        }
        extent.add(pen)?;
    }
    extent.large()
}

struct Reader<'a> {
    path: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn next(&self) -> Option<u8> {
        self.path.as_bytes().get(self.at).copied()
    }

    /// Goes to what is no space or comma; whether there is something.
    fn skip(&mut self) -> bool {
        while self
            .next()
            .is_some_and(|c| matches!(c, b' ' | b'\t' | b'\n' | b'\r' | b','))
        {
            self.at += 1;
        }
        self.next().is_some()
    }

    fn command(&mut self) -> Option<char> {
        let letter = char::from(self.next()?);
        let is_one = "MmLlHhVvCcSsQqTtAaZz".contains(letter);
        self.at += usize::from(is_one);
        is_one.then_some(letter)
    }

    fn digits(&mut self) {
        while self.next().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
    }

    fn number(&mut self) -> Result<f64, Wrong> {
        self.skip();
        let from = self.at;
        let sign = |reader: &mut Self| {
            let is_sign = reader.next().is_some_and(|c| matches!(c, b'+' | b'-'));
            reader.at += usize::from(is_sign);
        };
        sign(self);
        self.digits();
        if self.next() == Some(b'.') {
            self.at += 1;
            self.digits();
        }
        if self.next().is_some_and(|c| matches!(c, b'e' | b'E')) {
            self.at += 1;
            sign(self);
            self.digits();
        }
        let number = self
            .path
            .get(from..self.at)
            .and_then(|text| text.parse().ok());
        number
            .filter(|number: &f64| number.is_finite())
            .ok_or(Wrong::Path(from))
    }

    /// One digit, which needs no space behind it.
    fn flag(&mut self) -> Result<bool, Wrong> {
        self.skip();
        let flag = self.next().filter(|c| matches!(c, b'0' | b'1'));
        let flag = flag.ok_or(Wrong::Path(self.at))?;
        self.at += 1;
        Ok(flag == b'1')
    }

    fn point(&mut self, base: [f64; 2]) -> Result<[f64; 2], Wrong> {
        Ok([base[0] + self.number()?, base[1] + self.number()?])
    }
}

/// What the points of a path take of the square.
#[derive(Default)]
struct Extent {
    /// The least and the greatest.
    corners: Option<[[f64; 2]; 2]>,
    /// Across the largest arc.
    arc: f64,
}

impl Extent {
    fn add(&mut self, point: [f64; 2]) -> Result<(), Wrong> {
        if point.iter().any(|value| !(0.0..=SIDE).contains(value)) {
            return Err(Wrong::Outside(point[0], point[1]));
        }
        let [least, greatest] = self.corners.get_or_insert([point, point]);
        for at in 0..2 {
            least[at] = least[at].min(point[at]);
            greatest[at] = greatest[at].max(point[at]);
        }
        Ok(())
    }

    fn large(&self) -> Result<(), Wrong> {
        let [least, greatest] = self.corners.ok_or(Wrong::Path(0))?;
        let size = (greatest[0] - least[0]).max(greatest[1] - least[1]);
        let size = size.max(self.arc.min(SIDE));
        if size < LEAST {
            return Err(Wrong::Small(size));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_what_svg_reads_and_nothing_else() {
        for path in [
            STAR,
            "M10 10H90V90H10Z",
            "m10,10 80 0 0 80-80 0z",
            "M50 5A45 45 0 1 1 49.9 5Z",
            "M50 5a45 45 0 01-45 45 45 45 0 0045 45",
            "M5e1.5.5.5 90 50",
            "M50 0C60 40 60 40 100 50S60 60 50 100T0 50Q40 40 50 0z",
        ] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
        for (path, wrong) in [
            ("", Wrong::Path(0)),
            ("L50 50", Wrong::Path(0)),
            ("50 50", Wrong::Path(0)),
            ("M0 0L100", Wrong::Path(8)),
            ("M0 0L100 1e", Wrong::Path(9)),
            ("M0 0L99 99Z 5 5", Wrong::Path(12)),
            ("M0 0\"/><script>", Wrong::Path(4)),
            ("M0 0L{{ x }}", Wrong::Path(5)),
            ("M0 0 L100 1e999", Wrong::Path(10)),
            ("M50 4L120 50Z", Wrong::Outside(120.0, 50.0)),
            ("M50 4l-60 0", Wrong::Outside(-10.0, 4.0)),
            ("M0 0H9V12Z", Wrong::Small(12.0)),
        ] {
            assert_eq!(check(path), Err(wrong), "{path}");
        }
        let long = format!("M0 0{}", "H9".repeat(LONGEST));
        assert_eq!(check(&long), Err(Wrong::Long(long.len())));
    }
}
