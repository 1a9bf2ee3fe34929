//! Drawings that would take for ever, or all memory; and the nearest that would not.

use proptest::prelude::*;

use crate::pictures::drawing::problem_without_text;

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"1200\" height=\"630\">{inside}</svg>"
    )
}

fn problem(inside: &str) -> Option<String> {
    problem_without_text(&svg(inside)).map(|problem| problem.message.to_string())
}

/// Elements of which each refers to the next twice.
fn doubling(levels: usize, element: impl Fn(usize, usize) -> String) -> String {
    (0..levels).map(|level| element(level, level + 1)).collect()
}

#[test]
fn numbers_beyond_all_drawings_are_refused_wherever_they_stand() {
    for inside in [
        "<path d=\"M1e39 0A1 1 0 0 0 1 1\"/>",
        "<path d=\"M0 0l1e9-1\"/>",
        "<polygon points=\"0,0 1e20,5 7,7\"/>",
        "<circle r=\"1e9\"/>",
        "<g transform=\"scale(1e30)\"><rect width=\"1\" height=\"1\"/></g>",
        "<rect width=\"1\" height=\"1\" style=\"stroke-width:1e9\"/>",
        "<style>rect{stroke-width:99999999px}</style><rect width=\"1\" height=\"1\"/>",
        "<svg viewBox=\"0 0 1e9 1\"/>",
    ] {
        let found = problem(inside).unwrap_or_else(|| panic!("{inside}"));
        assert!(
            found.contains("is too large for a drawing"),
            "{inside}: {found}"
        );
    }
    let product = "<g transform=\"scale(1000)\">".repeat(4);
    let product = format!(
        "{product}<rect width=\"1\" height=\"1\"/>{}",
        "</g>".repeat(4)
    );
    assert!(problem(&product).unwrap().contains("too far"));
    for inside in [
        "<path id=\"e1e99\" fill=\"#1e9999\" d=\"M0 0A1 1 0 0 0 1 1\"/>",
        "<path d=\"M0.00000000001 999999L5.5.5-1e3 7\"/>",
    ] {
        assert_eq!(problem(inside), None, "{inside}");
    }
}

#[test]
fn filters_are_refused_in_every_spelling() {
    let rect = "<rect width=\"9\" height=\"9\"";
    for inside in [
        format!("<filter id=\"f\"><feTurbulence numOctaves=\"2000000000\"/></filter>{rect}/>"),
        format!("{rect} filter=\"blur(1000)\"/>"),
        format!("{rect} style=\"filter:blur(1000px)\"/>"),
        format!("<style>rect{{filter:blur(9px)}}</style>{rect}/>"),
    ] {
        let found = problem(&inside).unwrap_or_else(|| panic!("{inside}"));
        assert!(found.contains("filter"), "{inside}: {found}");
    }
    assert_eq!(problem(&format!("{rect} filter=\"none\"/>")), None);
}

#[test]
fn nesting_has_an_end() {
    let nested = |depth: usize| format!("{}{}", "<g>".repeat(depth), "</g>".repeat(depth));
    assert_eq!(problem(&nested(60)), None);
    for depth in [70, 50_000] {
        let found = problem(&nested(depth)).unwrap();
        assert!(found.contains("more than 64 others"), "{depth}: {found}");
    }
    let chain = doubling(100, |this, next| {
        format!(
            "<mask id=\"a{this}\"><rect width=\"9\" height=\"9\" mask=\"url(#a{next})\"/></mask>"
        )
    });
    assert!(problem(&chain).unwrap().contains("more than 64 others"));
}

#[test]
fn what_is_drawn_again_is_counted_each_time() {
    let rect = "<rect width=\"9\" height=\"9\"";
    let twice: [fn(usize, usize) -> String; 5] = [
        |this, next| {
            format!("<g id=\"a{this}\"><use href=\"#a{next}\"/><use xlink:href=\"#a{next}\"/></g>")
        },
        |this, next| {
            format!(
                "<mask id=\"a{this}\"><rect mask=\"url(#a{next})\"/><rect mask=\"url('#a{next}')\"/></mask>"
            )
        },
        |this, next| {
            format!(
                "<clipPath id=\"a{this}\"><rect clip-path=\"url(#a{next})\"/><rect style=\"clip-path: url( #a{next} )\"/></clipPath>"
            )
        },
        |this, next| {
            format!(
                "<pattern id=\"a{this}\" width=\"9\" height=\"9\"><rect fill=\"url(#a{next})\" stroke=\"url(#a{next})\"/></pattern>"
            )
        },
        |this, next| {
            format!(
                "<marker id=\"a{this}\"><path d=\"M0 0 1 1 2 2\" marker-mid=\"url(#a{next})\"/></marker>"
            )
        },
    ];
    for twice in twice {
        let inside = doubling(25, twice);
        let found = problem(&format!("{inside}{rect}/>")).unwrap();
        assert!(found.contains("more than 20000 elements"), "{found}");
    }
    let circle = "<mask id=\"a\"><rect mask=\"url(#b)\"/></mask><mask id=\"b\"><rect mask=\"url(#a)\"/></mask>";
    assert!(problem(circle).unwrap().contains("from within itself"));
    let sheet =
        format!("<style>rect{{mask:url(#m)}}</style><mask id=\"m\">{rect}/></mask>{rect}/>");
    assert!(problem(&sheet).unwrap().contains("no gradient"));
    let gradient = format!(
        "<style>rect{{fill:url(#g)}}</style><linearGradient id=\"g\"><stop offset=\"0\"/></linearGradient>{rect}/>"
    );
    assert_eq!(problem(&gradient), None);
}

#[test]
fn layers_tiles_and_dashes_have_an_end() {
    let layer = "<g opacity=\".5\"><rect width=\"1200\" height=\"630\"/></g>";
    assert_eq!(problem(&layer.repeat(50)), None);
    assert!(
        problem(&layer.repeat(600))
            .unwrap()
            .contains("too many layers")
    );
    let tile = |scale: usize| {
        format!(
            "<pattern id=\"p\" patternUnits=\"userSpaceOnUse\" width=\"100\" height=\"100\" patternTransform=\"scale({scale})\"><circle r=\"9\"/></pattern><rect width=\"900\" height=\"600\" fill=\"url(#p)\"/>"
        )
    };
    assert_eq!(problem(&tile(2)), None);
    assert!(problem(&tile(5000)).unwrap().contains("tile much larger"));
    let dashed =
        |dash: &str| format!("<path stroke=\"#000\" stroke-dasharray=\"{dash}\" d=\"M0 0H1000\"/>");
    assert_eq!(problem(&dashed("1 1")), None);
    assert!(problem(&dashed("0.001")).unwrap().contains("dashes"));
}

#[test]
fn numbers_whose_product_is_zero_are_refused() {
    let tile = "<rect width=\"1e-30\" height=\"1\" fill=\"url(#p)\"/><pattern id=\"p\" width=\"3e-24\" height=\"1\"><rect width=\"5\" height=\"5\"/></pattern>";
    assert!(problem(tile).unwrap().contains("too close to zero"));
}

#[test]
fn a_drawing_may_not_be_longer_than_any_drawing_is() {
    let long = format!("<desc>{}</desc>", "x".repeat(1 << 20));
    assert!(problem(&long).unwrap().contains("bytes"));
    let entities =
        "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let laughs = format!("{entities}{}", svg("<desc>&b;</desc>"));
    assert_eq!(problem_without_text(&laughs), None, "an entity is no crime");
}

/// Pieces of drawings, each of which is harmless or a bomb beside others.
fn pieces() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        any::<f32>().prop_map(|number| number.to_string()),
        (-2000..2000_i32).prop_map(|number| number.to_string()),
        Just("1e6".to_owned()),
        Just("1e-30".to_owned()),
    ];
    let id = 0..4_u8;
    (0..12_u8, number.clone(), number, id.clone(), id).prop_map(|(kind, x, y, one, other)| match kind {
        0 => format!("<path d=\"M{x} {y}A{y} {x} 9 0 1 {x} {y}z\" stroke=\"#000\"/>"),
        1 => format!("<rect id=\"i{one}\" width=\"{x}\" height=\"{y}\" fill=\"url(#i{other})\"/>"),
        2 => format!("<g transform=\"scale({x} {y})\" opacity=\".5\" id=\"i{one}\"><use href=\"#i{other}\"/></g>"),
        3 => format!("<use href=\"#i{other}\" x=\"{x}\"/>"),
        4 => format!("<pattern id=\"i{one}\" width=\"{x}\" height=\"{y}\"><rect width=\"5\" height=\"5\" fill=\"url(#i{other})\"/></pattern>"),
        5 => format!("<mask id=\"i{one}\"><circle r=\"{x}\" mask=\"url(#i{other})\"/></mask>"),
        6 => format!("<circle r=\"{x}\" mask=\"url(#i{other})\"/>"),
        7 => format!("<path d=\"M0 0L{x} {y}Q{y} {x} 7 7\" stroke=\"red\" stroke-width=\"{y}\" stroke-dasharray=\"{x} 3\"/>"),
        8 => format!("<marker id=\"i{one}\" markerWidth=\"{x}\"><path d=\"M0 0 9 9\" marker-end=\"url(#i{other})\"/></marker>"),
        9 => format!("<polyline points=\"0,0 {x},{y} 3,3\" marker-mid=\"url(#i{other})\"/>"),
        10 => format!("<clipPath id=\"i{one}\"><rect width=\"{x}\" height=\"9\" clip-path=\"url(#i{other})\"/></clipPath>"),
        _ => format!("<ellipse rx=\"{x}\" ry=\"{y}\" clip-path=\"url(#i{other})\" stroke=\"#000\" stroke-linejoin=\"round\"/>"),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever passes can be drawn.
    #[test]
    fn no_drawing_that_is_accepted_hangs_or_panics(pieces in prop::collection::vec(pieces(), 0..12)) {
        let svg = svg(&pieces.concat());
        if problem_without_text(&svg).is_none() {
            let placed = resvg::tiny_skia::Transform::identity();
            crate::pictures::raster::render(&svg, (120, 63), placed);
        }
    }
}
