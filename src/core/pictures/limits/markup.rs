//! The markup of a drawing before it is interpreted: numbers, nesting, and how much is drawn with all that is drawn again.

use std::collections::HashMap;

use resvg::usvg::roxmltree::{Document, Node, NodeId};

use super::numbers::{is_too_small, out_of_bounds, out_of_bounds_in_path};
use super::{DEPTH, ELEMENTS, LENGTH, NUMBER, PATH_BYTES};
use crate::locale::text;
use crate::pictures::problem::Problem;

/// What of a drawing is beyond its limits.
pub(in crate::pictures) fn problem(svg: &str, document: &Document<'_>) -> Option<Problem> {
    let root = document.root_element();
    if svg.len() > LENGTH {
        let message = text!("drawing-too-long", limit = LENGTH);
        let hint = text!("drawing-too-long-hint");
        return Some(Problem::in_markup(root.range().start, message, hint));
    }
    if let Some(deep) = too_deep(document) {
        return Some(nesting(deep));
    }
    let elements = || document.descendants().filter(Node::is_element);
    elements().find_map(element_problem).or_else(|| {
        let ids = elements().filter_map(|node| Some((node.attribute("id")?, node)));
        let mut scales = Scales {
            ids: ids.collect(),
            known: HashMap::new(),
        };
        match scales.weigh(root, 0) {
            Err(problem) => Some(*problem),
            Ok(weight) if weight.elements > ELEMENTS => {
                let message = text!("drawing-too-many-elements", limit = ELEMENTS);
                let hint = text!("drawing-too-many-elements-hint");
                Some(Problem::in_markup(root.range().start, message, hint))
            }
            Ok(_) => None,
        }
    })
}

/// The first element that stands in too many others. Without recursion, since that is what is limited here.
fn too_deep<'a, 'i>(document: &'a Document<'i>) -> Option<Node<'a, 'i>> {
    let mut depths = HashMap::new();
    document.descendants().find(|node| {
        let parent = node.parent().and_then(|parent| depths.get(&parent.id()));
        let depth = parent.map_or(0, |depth| depth + 1);
        depths.insert(node.id(), depth);
        depth > DEPTH
    })
}

fn nesting(node: Node<'_, '_>) -> Problem {
    let message = text!("drawing-too-deep", limit = DEPTH);
    let hint = text!("drawing-too-deep-hint");
    Problem::in_markup(node.range().start, message, hint)
}

/// What of one element cannot be drawn in bounds.
fn element_problem(node: Node<'_, '_>) -> Option<Problem> {
    let at = node.range().start;
    let name = node.tag_name().name();
    if name == "filter" || name.starts_with("fe") {
        return Some(filtered(at));
    }
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        if name == "filter" && value.trim() != "none" {
            return Some(filtered(at));
        }
        let number = match name {
            "d" | "points" => out_of_bounds_in_path(value).map(str::to_owned),
            "id" | "class" | "href" | "font-family" | "fill" | "stroke" => None,
            _ => out_of_bounds(value),
        };
        if let Some(number) = number {
            return Some(unbounded(at, &number));
        }
    }
    if name != "style" {
        return None;
    }
    let sheets = node.children().filter_map(|child| child.text());
    let sheet: String = sheets.collect();
    if let Some(number) = out_of_bounds(&sheet) {
        return Some(unbounded(at, &number));
    }
    let draws = |id: &str| {
        let target = node.document().descendants();
        let mut target = target.filter(|node| node.attribute("id") == Some(id));
        target.any(|node| !is_gradient(node))
    };
    let again = references(&sheet).find(|id| draws(id))?;
    let message = text!("drawing-style-refers", id = again);
    let hint = text!("drawing-style-refers-hint");
    Some(Problem::in_markup(at, message, hint))
}

fn filtered(at: usize) -> Problem {
    Problem::in_markup(at, text!("drawing-filter"), text!("drawing-filter-hint"))
}

fn unbounded(at: usize, number: &str) -> Problem {
    let (message, hint) = if is_too_small(number) {
        (
            text!("drawing-number-small", number),
            text!("drawing-number-small-hint"),
        )
    } else {
        let hint = text!("drawing-number-hint", limit = NUMBER.to_string());
        (text!("drawing-number", number), hint)
    };
    Problem::in_markup(at, message, hint)
}

fn is_gradient(node: Node<'_, '_>) -> bool {
    matches!(node.tag_name().name(), "linearGradient" | "radialGradient")
}

/// The ids in `url(#…)`.
fn references(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(").skip(1).filter_map(|rest| {
        let address = rest.split(')').next()?.trim();
        address.trim_matches(['"', '\'']).trim().strip_prefix('#')
    })
}

/// How much an element draws, with all that it contains and refers to.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    elements: u64,
    /// The corners of its paths, each of which may have a marker.
    corners: u64,
    depth: usize,
}

impl Weight {
    fn add(&mut self, other: Self, times: u64) {
        let elements = other.elements.saturating_mul(times);
        self.elements = self.elements.saturating_add(elements);
        self.corners = self.corners.saturating_add(other.corners);
        self.depth = self.depth.max(other.depth + 1);
    }
}

/// Weighs elements, each once.
struct Scales<'a, 'i> {
    ids: HashMap<&'a str, Node<'a, 'i>>,
    /// None while an element is being weighed.
    known: HashMap<NodeId, Option<Weight>>,
}

impl<'a, 'i> Scales<'a, 'i> {
    fn weigh(&mut self, node: Node<'a, 'i>, depth: usize) -> Result<Weight, Box<Problem>> {
        match self.known.get(&node.id()) {
            Some(Some(known)) if depth + known.depth <= DEPTH => return Ok(*known),
            Some(None) => {
                let message = text!("drawing-in-a-circle");
                let hint = text!("drawing-in-a-circle-hint");
                let problem = Problem::in_markup(node.range().start, message, hint);
                return Err(Box::new(problem));
            }
            Some(Some(_)) => return Err(Box::new(nesting(node))),
            None if depth > DEPTH => return Err(Box::new(nesting(node))),
            None => {}
        }
        self.known.insert(node.id(), None);
        let path = ["d", "points"].map(|name| node.attribute(name).map_or(0, str::len));
        let path: usize = path.iter().sum();
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let mut weight = Weight {
            elements: number(1 + path / PATH_BYTES),
            corners: number(1 + path / 2),
            depth: 0,
        };
        for child in node.children().filter(Node::is_element) {
            weight.add(self.weigh(child, depth + 1)?, 1);
        }
        let Weight {
            elements, corners, ..
        } = weight;
        for attribute in node.attributes() {
            let whole = attribute.value().strip_prefix('#');
            let whole = whole.filter(|_| attribute.name() == "href");
            // What is inherited is drawn for each path inside, and a marker at each corner.
            let times = match attribute.name() {
                "mask" | "clip-path" | "href" => 1,
                "fill" | "stroke" => elements,
                _ => corners,
            };
            for id in references(attribute.value()).chain(whole) {
                let target = self.ids.get(id).copied();
                if let Some(target) = target.filter(|target| !is_gradient(*target)) {
                    weight.add(self.weigh(target, depth + 1)?, times);
                }
            }
        }
        self.known.insert(node.id(), Some(weight));
        Ok(weight)
    }
}
