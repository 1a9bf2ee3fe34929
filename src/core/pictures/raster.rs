//! A drawing without text becomes pixels.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Error, ImageHrefResolver, Options, Tree};

use super::limits;
use crate::locale::{Text, text};

/// Why a drawing whose markup is within its limits cannot be rendered, if so, and what to do about it.
pub(super) fn problem(svg: &str) -> Option<(Text, Text)> {
    let error = match parse(svg) {
        Ok(tree) => return limits::of_tree(&tree),
        Err(error) => error,
    };
    let message = match &error {
        Error::InvalidSize => text!("drawing-without-size"),
        Error::ParsingFailed(_) => text!("drawing-of-no-kind"),
        _ => text!("drawing-unreadable", error = error.to_string()),
    };
    Some((message, text!("drawing-unreadable-hint")))
}

/// Renders a drawing that has no problem into a picture of this size.
pub(super) fn render(svg: &str, (width, height): (u32, u32), placed: Transform) -> Pixmap {
    let tree = parse(svg).unwrap_or_else(|problem| panic!("the drawing was not judged: {problem}"));
    let mut picture = Pixmap::new(width, height).unwrap_or_else(|| panic!("{width}×{height}"));
    resvg::render(&tree, placed, &mut picture.as_mut());
    picture
}

/// The size of a drawing, in its own units.
pub(super) fn size(svg: &str) -> Option<(f32, f32)> {
    let size = parse(svg).ok()?.size();
    Some((size.width(), size.height()))
}

fn parse(svg: &str) -> Result<Tree, Error> {
    let options = Options {
        // A picture inside a drawing would be read from the disk.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options)
}
