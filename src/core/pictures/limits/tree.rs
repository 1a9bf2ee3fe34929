//! The drawing as it was interpreted, with all transformations: filters, layers, tiles, dashes.

use resvg::tiny_skia::{PathSegment, Point, Transform};
use resvg::usvg::{Group, Node, Paint, Path, Pattern, Rect, Tree};

use super::{DASHES, LAYERS, LAYERS_AT_ONCE, NUMBER};
use crate::locale::{Text, text};

/// The largest layer, in pictures of the drawing's size: what the library cuts larger ones to.
const LARGEST: f64 = 25.0;

/// What cannot be drawn in bounds, and what to do about it.
type Beyond = (Text, Text);

/// What of a drawing cannot be drawn in bounds.
pub(in crate::pictures) fn problem(tree: &Tree) -> Option<Beyond> {
    let size = tree.size();
    let mut bill = Bill {
        area: f64::from(size.width()) * f64::from(size.height()),
        layers: 0.0,
        dashes: 0.0,
    };
    bill.group(tree.root(), 0.0).err()
}

struct Bill {
    /// Of the whole drawing.
    area: f64,
    layers: f64,
    dashes: f64,
}

impl Bill {
    /// Adds what a group costs, which is drawn while so many layers are held.
    fn group(&mut self, group: &Group, mut held: f64) -> Result<(), Beyond> {
        if !group.filters().is_empty() {
            return Err((text!("drawing-filter"), text!("drawing-filter-hint")));
        }
        if group.should_isolate() {
            let bounds = group.abs_layer_bounding_box();
            let area = f64::from(bounds.width()) * f64::from(bounds.height());
            let masks = f64::from(u8::from(group.mask().is_some()));
            let clips = f64::from(u8::from(group.clip_path().is_some()));
            self.layer(area * (1.0 + masks + clips), &mut held)?;
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group, held)?,
                Node::Path(path) => self.path(path, held)?,
                Node::Image(_) | Node::Text(_) => {}
            }
            self.referred(node, held)?;
        }
        Ok(())
    }

    /// Adds what a node refers to: clips, masks and patterns.
    fn referred(&mut self, node: &Node, held: f64) -> Result<(), Beyond> {
        let mut result = Ok(());
        node.subroots(|root| {
            if result.is_ok() {
                result = self.group(root, held);
            }
        });
        result
    }

    fn path(&mut self, path: &Path, mut held: f64) -> Result<(), Beyond> {
        let is_far = |bounds: Rect| {
            let sides = [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()];
            sides
                .iter()
                .any(|side| side.is_nan() || f64::from(side.abs()) > NUMBER * 10.0)
        };
        if is_far(path.abs_stroke_bounding_box()) {
            return Err((text!("drawing-too-far"), text!("drawing-too-far-hint")));
        }
        let paints = [
            path.fill().map(resvg::usvg::Fill::paint),
            path.stroke().map(resvg::usvg::Stroke::paint),
        ];
        for paint in paints.into_iter().flatten() {
            if let Paint::Pattern(pattern) = paint {
                let tile = tile(pattern, path.abs_transform());
                if tile > LARGEST * self.area {
                    return Err((text!("drawing-tile"), text!("drawing-tile-hint")));
                }
                self.layer(tile, &mut held)?;
            }
        }
        let dashes = path.stroke().and_then(resvg::usvg::Stroke::dasharray);
        if let Some(dashes) = dashes {
            let period: f64 = dashes.iter().map(|dash| f64::from(*dash)).sum();
            let count = f64::from(u16::try_from(dashes.len()).unwrap_or(u16::MAX));
            self.dashes += length(path) / period * count;
            // Not a number, where the period is nothing.
            if self.dashes.is_nan() || self.dashes > DASHES {
                let message = text!("drawing-dashes", limit = DASHES.to_string());
                return Err((message, text!("drawing-dashes-hint")));
            }
        }
        Ok(())
    }

    fn layer(&mut self, area: f64, held: &mut f64) -> Result<(), Beyond> {
        let share = area / self.area;
        if share.is_nan() {
            let message = text!("drawing-layer-without-size");
            return Err((message, text!("drawing-layer-without-size-hint")));
        }
        let share = share.min(LARGEST);
        *held += share;
        self.layers += share;
        if *held > LAYERS_AT_ONCE || self.layers > LAYERS {
            return Err((text!("drawing-layers"), text!("drawing-layers-hint")));
        }
        Ok(())
    }
}

/// The area of a tile as it is drawn. The library cuts none.
fn tile(pattern: &Pattern, placed: Transform) -> f64 {
    let (x, y) = placed.pre_concat(pattern.transform()).get_scale();
    let rect = pattern.rect();
    f64::from(rect.width()) * f64::from(x) * f64::from(rect.height()) * f64::from(y)
}

/// About how long a path is: no shorter.
fn length(path: &Path) -> f64 {
    let mut last = Point::zero();
    let mut start = last;
    let mut length = 0.0;
    let mut to = |points: &[Point]| {
        for point in points {
            length += f64::from(last.distance(*point));
            last = *point;
        }
    };
    for segment in path.data().segments() {
        match segment {
            PathSegment::MoveTo(point) => {
                to(&[point]);
                start = point;
            }
            PathSegment::LineTo(point) => to(&[point]),
            PathSegment::QuadTo(one, point) => to(&[one, point]),
            PathSegment::CubicTo(one, two, point) => to(&[one, two, point]),
            PathSegment::Close => to(&[start]),
        }
    }
    length
}
