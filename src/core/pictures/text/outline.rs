//! Glyphs become the data of one SVG path.

use super::block::{Block, Placed};
use crate::fonts::Pen;

impl Block<'_> {
    /// The outlines of the text, for the attribute `d` of a `<path>`.
    pub(in crate::pictures) fn outline(&self) -> String {
        let mut path = Path {
            data: String::with_capacity(self.glyphs.len() * 512),
            scale: 1.0,
            x: 0.0,
            y: 0.0,
        };
        for Placed {
            face, glyph, x, y, ..
        } in &self.glyphs
        {
            path.scale = self.size / f64::from(face.face.units_per_em());
            (path.x, path.y) = (*x, *y);
            face.face.outline(*glyph, &mut path);
        }
        path.data
    }
}

/// Writes outlines where the glyph stands, turned round: fonts count upwards, drawings downwards.
struct Path {
    data: String,
    scale: f64,
    x: f64,
    y: f64,
}

impl Path {
    fn write<const N: usize>(&mut self, command: char, points: [(f32, f32); N]) {
        self.data.push(command);
        for (x, y) in points {
            let x = self.x + f64::from(x) * self.scale;
            let y = self.y - f64::from(y) * self.scale;
            // A hundredth of a pixel cannot be seen.
            self.data.push_str(&format!("{x:.2} {y:.2} "));
        }
    }
}

impl Pen for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.write('M', [(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.write('L', [(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.write('Q', [(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.write('C', [(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.write('Z', []);
    }
}
