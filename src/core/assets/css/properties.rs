//! Names of properties, and of what stands like one in `@font-face`, `@property` and their like. As [`known`](super::known)
//! says of other names: one that differs from these by a slip is a mistake, and others are left alone.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::fault::Fault;
use crate::locale::text;
use crate::schema::nearest;

/// All that browsers know, or knew, and what drafts of CSS have.
const PROPERTIES: &str = "
accent-color additive-symbols align-content align-items align-self alignment-baseline all anchor-name anchor-scope
animation animation-composition animation-delay animation-direction animation-duration animation-fill-mode
animation-iteration-count animation-name animation-play-state animation-range animation-range-end
animation-range-start animation-timeline animation-timing-function animation-trigger appearance ascent-override
aspect-ratio azimuth backdrop-filter backface-visibility background background-attachment background-clip
background-color background-image background-origin background-position background-position-x background-position-y
background-repeat background-size base-palette baseline-shift baseline-source behavior bleed block-size block-step
block-step-align block-step-insert block-step-round block-step-size bookmark-label bookmark-level bookmark-state
border border-block border-block-color border-block-end border-block-end-color border-block-end-style
border-block-end-width border-block-start border-block-start-color border-block-start-style border-block-start-width
border-block-style border-block-width border-bottom border-bottom-color border-bottom-left-radius
border-bottom-right-radius border-bottom-style border-bottom-width border-boundary border-collapse border-color
border-end-end-radius border-end-start-radius border-image border-image-outset border-image-repeat border-image-slice
border-image-source border-image-width border-inline border-inline-color border-inline-end border-inline-end-color
border-inline-end-style border-inline-end-width border-inline-start border-inline-start-color
border-inline-start-style border-inline-start-width border-inline-style border-inline-width border-left
border-left-color border-left-style border-left-width border-radius border-right border-right-color border-right-style
border-right-width border-spacing border-start-end-radius border-start-start-radius border-style border-top
border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width border-width bottom
box-align box-decoration-break box-direction box-flex box-flex-group box-lines box-ordinal-group box-orient box-pack
box-shadow box-sizing break-after break-before break-inside caption-side caret caret-animation caret-color caret-shape
clear clip clip-path clip-rule color color-adjust color-rendering
color-scheme column-count column-fill column-gap column-rule column-rule-color column-rule-style column-rule-width
column-span column-width columns composes contain contain-intrinsic-block-size contain-intrinsic-height
contain-intrinsic-inline-size contain-intrinsic-size contain-intrinsic-width container container-name container-type
content content-visibility corner-block-end-shape corner-block-start-shape corner-bottom-left-shape
corner-bottom-right-shape corner-bottom-shape corner-end-end-shape corner-end-start-shape corner-inline-end-shape
corner-inline-start-shape corner-left-shape corner-right-shape corner-shape corner-start-end-shape
corner-start-start-shape corner-top-left-shape corner-top-right-shape corner-top-shape counter-increment counter-reset
counter-set cue cue-after cue-before cursor cx cy d descent-override direction display dominant-baseline
dynamic-range-limit elevation empty-cells enable-background fallback field-sizing fill fill-opacity fill-rule filter
flex flex-align flex-basis flex-direction flex-flow flex-grow flex-item-align flex-line-pack flex-negative flex-order
flex-pack flex-positive flex-preferred-size flex-shrink flex-wrap float flood-color flood-opacity flow-from flow-into
font font-display font-family font-feature-settings font-kerning font-language-override font-named-instance
font-optical-sizing font-palette font-size font-size-adjust font-smooth font-stretch font-style font-synthesis
font-synthesis-position font-synthesis-small-caps font-synthesis-style font-synthesis-weight font-variant
font-variant-alternates font-variant-caps font-variant-east-asian font-variant-emoji font-variant-ligatures
font-variant-numeric font-variant-position font-variation-settings font-weight font-width footnote-display
footnote-policy forced-color-adjust gap glyph-orientation-vertical grid grid-area grid-auto-columns grid-auto-flow
grid-auto-rows grid-column grid-column-end grid-column-gap grid-column-start grid-gap grid-row grid-row-end
grid-row-gap grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows
hanging-punctuation height hyphenate-character hyphenate-limit-chars hyphenate-limit-last hyphenate-limit-lines
hyphenate-limit-zone hyphens image-orientation image-rendering image-resolution ime-mode inherits initial-letter
initial-letter-align initial-letter-wrap initial-value inline-size inline-sizing input-security inset inset-block
inset-block-end inset-block-start inset-inline inset-inline-end inset-inline-start interactivity interest-delay
interest-delay-end interest-delay-start isolation justify-content justify-items justify-self kerning
layout-grid left letter-spacing lighting-color line-break line-clamp line-fit-edge line-gap-override line-grid
line-height line-height-step line-padding line-snap list-style list-style-image list-style-position list-style-type
margin margin-block margin-block-end margin-block-start margin-bottom margin-inline margin-inline-end
margin-inline-start margin-left margin-right margin-top margin-trim marker marker-end marker-mid marker-side
marker-start marks mask mask-border mask-border-mode mask-border-outset mask-border-repeat mask-border-slice
mask-border-source mask-border-width mask-box-image mask-box-image-outset mask-box-image-repeat mask-box-image-slice
mask-box-image-source mask-box-image-width mask-clip mask-composite mask-image mask-mode mask-origin mask-position
mask-position-x mask-position-y mask-repeat mask-size mask-source-type mask-type math-depth math-shift math-style
max-block-size max-height max-inline-size max-lines max-width max-zoom min-block-size min-height min-inline-size
min-width min-zoom mix-blend-mode nav-down nav-left nav-right nav-up navigation negative object-fit object-position
object-view-box offset offset-anchor offset-distance offset-path offset-position offset-rotate opacity order
orientation orphans outline outline-color outline-offset outline-style outline-width overflow overflow-anchor
overflow-block overflow-clip-margin overflow-clip-margin-block overflow-clip-margin-inline overflow-inline
overflow-wrap overflow-x overflow-y overlay override-colors overscroll-behavior overscroll-behavior-block
overscroll-behavior-inline overscroll-behavior-x overscroll-behavior-y pad padding padding-block padding-block-end
padding-block-start padding-bottom padding-inline padding-inline-end padding-inline-start padding-left padding-right
padding-top page page-break-after page-break-before page-break-inside page-orientation paint-order pause pause-after
pause-before perspective perspective-origin pitch pitch-range place-content place-items place-self pointer-events
position position-anchor position-area position-try position-try-fallbacks position-try-order position-visibility
prefix print-color-adjust quotes r range reading-flow reading-order resize rest rest-after rest-before
result richness right rotate row-gap ruby-align ruby-merge ruby-overhang ruby-position rx ry scale scroll-behavior
scroll-initial-target scroll-margin scroll-margin-block scroll-margin-block-end scroll-margin-block-start
scroll-margin-bottom scroll-margin-inline scroll-margin-inline-end scroll-margin-inline-start scroll-margin-left
scroll-margin-right scroll-margin-top scroll-marker-group scroll-padding scroll-padding-block scroll-padding-block-end
scroll-padding-block-start scroll-padding-bottom scroll-padding-inline scroll-padding-inline-end
scroll-padding-inline-start scroll-padding-left scroll-padding-right scroll-padding-top scroll-snap-align
scroll-snap-stop scroll-snap-type scroll-target-group scroll-timeline scroll-timeline-axis scroll-timeline-name
scrollbar-color scrollbar-face-color scrollbar-gutter scrollbar-track-color scrollbar-width shape-image-threshold
shape-inside shape-margin shape-outside shape-padding shape-rendering size size-adjust speak speak-as speech-rate src
stop-color stop-opacity stress string-set stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
stroke-miterlimit stroke-opacity stroke-width subtitle suffix symbols syntax system tab-size table-layout text-align
text-align-all text-align-last text-anchor text-autospace text-box text-box-edge text-box-trim text-combine-upright
text-decoration text-decoration-color text-decoration-inset text-decoration-line text-decoration-skip
text-decoration-skip-box text-decoration-skip-ink text-decoration-skip-self text-decoration-skip-spaces
text-decoration-style text-decoration-thickness text-decoration-trim text-emphasis text-emphasis-color
text-emphasis-position text-emphasis-skip text-emphasis-style text-group-align text-indent text-justify
text-kashida-space text-orientation text-overflow text-rendering text-shadow text-size-adjust text-spacing
text-spacing-trim text-transform text-underline-offset text-underline-position text-wrap text-wrap-mode
text-wrap-style timeline-scope timeline-trigger top touch-action transform transform-box transform-origin
transform-style transition transition-behavior transition-delay transition-duration transition-property
transition-timing-function translate trigger-scope types unicode-bidi unicode-range user-select user-zoom
vector-effect vertical-align view-timeline view-timeline-axis view-timeline-inset view-timeline-name
view-transition-class view-transition-group view-transition-name viewport-fit visibility voice-balance voice-duration
voice-family voice-pitch voice-range voice-rate voice-stress voice-volume volume white-space white-space-collapse
white-space-trim widows width will-change word-break word-space-transform word-spacing word-wrap wrap-after
wrap-before wrap-flow wrap-inside wrap-through writing-mode x y z-index zoom
";

static KNOWN: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| PROPERTIES.split_ascii_whitespace().collect());

/// Refuses the name at these bytes if it is a slip of one of a property. Short names that differ in two letters are no slip.
pub(super) fn property(css: &str, range: Range<usize>) -> Result<(), Fault> {
    let name = css[range.clone()].to_ascii_lowercase();
    if name.starts_with('-') || KNOWN.contains(&*name) {
        return Ok(());
    }
    let most = if name.len() < 9 { 1 } else { 2 };
    let near = nearest(&name, KNOWN.iter().copied())
        .filter(|near| strsim::damerau_levenshtein(&name, near) <= most);
    let Some(near) = near else {
        return Ok(());
    };
    let reason = text!("css-name-unknown", found = &css[range.clone()]);
    Err(Fault::new(
        range,
        reason,
        text!("did-you-mean", name = near),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::scan::fault;

    #[test]
    fn slips_of_properties_are_told_from_properties() {
        for (css, slip) in [
            ("p { colr: red }", "colr"),
            (
                "p { top: 0; /* x */ backgroud-color: red; left: 0 }",
                "backgroud-color",
            ),
            ("@media print { p { COLOUR: red } }", "COLOUR"),
            ("p { a:hover { top: 0 } margn-inline: 0 }", "margn-inline"),
            ("@font-face { font-famly: x }", "font-famly"),
        ] {
            let found = fault(css).unwrap_or_else(|| panic!("{css}"));
            assert_eq!(&css[found.range], slip);
        }
        for css in [
            "p { colorr:hover { top: 0 } }",
            "p { -webkit-colr: red; --colr: red; brand-new-thing: 1; COLOR: red }",
            "p { zoom: 1; d: none; inset: 0; text-box: trim-both cap alphabetic }",
            "@property --x { syntax: '*'; inherits: false; initial-value: 0 }",
            "@media (-min-widht: 3em) { p { top: 0 } } @import url(a.css) layer(colr:x);",
        ] {
            assert_eq!(fault(css), None, "{css}");
        }
    }
}
