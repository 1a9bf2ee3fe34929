//! An address as a QR code on a terminal, so that a phone need not type it: two rows of modules to a line, in half blocks.

use qrcodegen::{QrCode, QrCodeEcc};

use super::style::Style;

/// How many light modules stand around the code (ISO/IEC 18004, 9.1).
const MARGIN: i32 = 4;

/// The code of a text, line by line. `None` where it is too long for one.
///
/// Readers want dark on light. Whether that is what the terminal paints is not known, so the colours are named; where there may
/// be none, the ink of the terminal is taken for light, as on the dark terminals that most are. Phones read it the other way
/// round as well.
pub(super) fn code(text: &str, style: Style) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let is_light = |x: i32, y: i32| !code.get_module(x, y);
    let rows = (-MARGIN..size + MARGIN).step_by(2);
    let lines = rows.map(|y| {
        let row = (-MARGIN..size + MARGIN).map(|x| match (is_light(x, y), is_light(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        });
        // White on black, of the colours that themes leave alone.
        style.paint("38;5;231;48;5;16", &row.collect::<String>())
    });
    Some(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A code that a reader of other authors (`zxing`) reads as the address: `#` is dark.
    const KNOWN: &str = "\
#######..#.##.#...#######
#.....#..#..####..#.....#
#.###.#.#.....#.#.#.###.#
#.###.#.#.##.#....#.###.#
#.###.#.###.###...#.###.#
#.....#.#.####.##.#.....#
#######.#.#.#.#.#.#######
........###.#..#.........
#.#####..#...#.##.#####..
#..#.......#..#..#.....#.
##..###.##.##..#..##.#.##
#...##.##.....#.#...#...#
#..#..#.##.#.#....###.###
#.##...##.#.#.#......#.#.
#.#...#.#.#....#.#.#.#.##
#.####...#..#.##.....#..#
#.....#.##..##..#####.#..
........##....#.#...###..
#######..#.##...#.#.#####
#.....#.#..#..###...##..#
#.###.#.##.###.########..
#.###.#.#...#.###.###.###
#.###.#.#........#....#.#
#.....#....#..#.#.####..#
#######.#..###.#.########";

    /// The modules of a code as it stands on a terminal, with the margin.
    fn read(shown: &str) -> Vec<String> {
        let mut rows = Vec::new();
        for line in shown.lines() {
            let dark = |is_light: fn(char) -> bool| {
                let modules = line.chars().map(|c| if is_light(c) { '.' } else { '#' });
                modules.collect::<String>()
            };
            rows.push(dark(|c| matches!(c, '█' | '▀')));
            rows.push(dark(|c| matches!(c, '█' | '▄')));
        }
        rows
    }

    #[test]
    fn what_is_shown_is_the_code_with_light_around_it() {
        let shown = code("http://192.168.1.7:1111/", Style::Plain).unwrap();
        let rows = read(&shown);
        let known: Vec<&str> = KNOWN.lines().collect();
        let margin = usize::try_from(MARGIN).unwrap();
        assert!(rows.iter().take(margin).all(|row| !row.contains('#')));
        for (row, known) in rows.iter().skip(margin).zip(&known) {
            let (around, light) = (".".repeat(margin), ".".repeat(margin));
            assert_eq!(*row, format!("{around}{known}{light}"));
        }
        let below = rows.iter().skip(margin + known.len());
        assert!(below.clone().count() >= margin && below.clone().all(|row| !row.contains('#')));
    }

    #[test]
    fn colours_are_named_where_there_may_be_any() {
        let coloured = code("http://10.0.0.1:1/", Style::Coloured).unwrap();
        for line in coloured.lines() {
            assert!(line.starts_with("\u{1B}[38;5;231;48;5;16m") && line.ends_with("\u{1B}[0m"));
        }
        assert_eq!(code(&"x".repeat(5000), Style::Plain), None);
    }
}
