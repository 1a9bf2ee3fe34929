//! What is cut out of a picture is what was to be seen, however the camera was held.

use super::*;
use crate::raster::pixels::Area;
use crate::raster::variants::Cut;

proptest! {
    #[test]
    fn a_part_has_the_shape_and_holds_what_is_to_be_seen(
        width in 1_u32..5000,
        height in 1_u32..5000,
        across in 1_u32..=100,
        down in 1_u32..=100,
        focus in (0_u16..=1000, 0_u16..=1000),
    ) {
        let area = Cut { shape: (across, down), focus }.area((width, height));
        let (whole, high) = (usize::try_from(width).unwrap(), usize::try_from(height).unwrap());
        prop_assert!(area.width >= 1 && area.height >= 1);
        prop_assert!(area.x + area.width <= whole && area.y + area.height <= high);
        // It reaches from one side to the other.
        prop_assert!(area.width == whole || area.height == high);
        let exact = f64::from(across) / f64::from(down);
        let (shown, tall) = (u32::try_from(area.width).unwrap(), u32::try_from(area.height).unwrap());
        let off = |one: f64, other: f64| (one - other).abs() <= 1.0;
        prop_assert!(off(f64::from(shown), f64::from(tall) * exact) || off(f64::from(tall), f64::from(shown) / exact));
        let point = |side: usize, focus: u16| (side * usize::from(focus) / 1000).min(side - 1);
        let (x, y) = (point(whole, focus.0), point(high, focus.1));
        prop_assert!((area.x..area.x + area.width).contains(&x));
        prop_assert!((area.y..area.y + area.height).contains(&y));
    }

    #[test]
    fn a_part_is_the_same_before_the_picture_is_turned_and_after(
        orientation in 1_u8..=8,
        (width, height) in (1_usize..7, 1_usize..7),
        (left, top, right, bottom) in (0_usize..7, 0_usize..7, 0_usize..7, 0_usize..7),
    ) {
        let bytes = (0..width * height).flat_map(|n| [u8::try_from(n).unwrap(); 3]);
        let stored = Pixels { width, height, channels: 3, bytes: bytes.collect() };
        let shown = stored.clone().turned(orientation);
        let (x, y) = (left % shown.width, top % shown.height);
        let area = Area {
            x,
            y,
            width: 1 + right % (shown.width - x),
            height: 1 + bottom % (shown.height - y),
        };
        let cut = stored.cut(area, orientation).turned(orientation);
        prop_assert_eq!(cut, shown.cut(area, 1));
    }
}

#[test]
fn what_is_cut_out_is_around_the_focus_and_no_wider_than_asked() {
    // Dark on the left and light on the right, and turned: dark on top.
    for (bytes, focus, is_light) in [
        (JPEG.to_vec(), (0, 0), false),
        (JPEG.to_vec(), (1000, 0), true),
        (jpeg_with(6), (0, 0), false),
        (jpeg_with(6), (0, 1000), true),
        (jpeg_with(3), (0, 0), true),
    ] {
        let source = source("a.jpg", bytes);
        let facts = looked_at(&source).unwrap();
        let settings = config::Pictures {
            widths: vec![4, 6],
            ..settings()
        };
        let cut = Cut {
            shape: (1, 1),
            focus,
        };
        let (made, size) = cuts(&source, &facts, &settings, cut);
        let widths: Vec<_> = made.iter().map(|one| one.width).collect();
        assert_eq!((widths, size), (vec![4, 6], (6, 6)));
        for one in &made {
            let image = webp::Decoder::new(one.bytes.as_slice().unwrap())
                .decode()
                .unwrap();
            assert_eq!((image.width(), image.height()), (one.width, one.width));
            let sum: u32 = image.iter().map(|byte| u32::from(*byte)).sum();
            let mean = sum / u32::try_from(image.len()).unwrap();
            assert_eq!(mean > 128, is_light, "{focus:?}: {mean}");
        }
    }
}
