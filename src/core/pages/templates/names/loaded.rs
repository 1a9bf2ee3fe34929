//! Calls of the function `load_data`, held against the files of `data/`: the file, and what it says.

use super::missing::Kind;
use super::phrases::quoted;
use super::walk::Walk;
use crate::pages::context::Shape;
use crate::pages::data::PATH;
use crate::pages::templates::syntax::Call;

impl<'a, 'set> Walk<'a, 'set> {
    /// The shape of what a call loads.
    pub(super) fn loaded(&mut self, call: &'set Call<'a>) -> Shape {
        self.arguments(Some(&[PATH]), call);
        let mut paths = Vec::new();
        let is_written = call
            .argument(PATH)
            .is_some_and(|path| quoted(path, &mut paths));
        if !is_written {
            // Nobody would know which pages to make anew when the file changes.
            let (name, range) = &call.name;
            let place = (self.file, range.start, range.end);
            self.findings.missing(place, name, Kind::Unwritten, []);
            return Shape::Lost;
        }
        let mut shapes = Vec::new();
        for (path, range) in paths {
            let place = (self.file, range.start, range.end);
            let shape = self.data.shape(path);
            match &shape {
                Some(Shape::Lost) => self.findings.lost(place),
                Some(_) => self.findings.sound(place),
                None => {
                    let there = self.data.there();
                    self.findings.missing(place, path, Kind::Data, there);
                }
            }
            shapes.push(shape.unwrap_or(Shape::Lost));
        }
        Shape::one_of(shapes)
    }
}
